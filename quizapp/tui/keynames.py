"""Names of keys: as Textual has them, as people write them, and which of them no terminal sends."""

from functools import cache

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, KEY_TO_UNICODE_NAME, Keys, key_to_character

from quizapp.settings.values import likely

_HELD = ("ctrl", "alt", "shift", "super", "hyper", "meta")
_ARRIVES_AS = {
    "ctrl+m": "enter",
    "ctrl+i": "tab",
    "ctrl+h": "backspace",
    "ctrl+j": "enter",
    "ctrl+left_square_bracket": "escape",
}
_NEVER = {
    *("shift+enter", "ctrl+enter", "alt+enter", "shift+space", "shift+backspace", "shift+escape"),
    *("ctrl+tab", "ctrl+escape"),
}
_FRIENDLY = {friendly: unicode for unicode, friendly in KEY_NAME_REPLACEMENTS.items()}
_OTHER_NAMES = {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "del": "delete",
    "ins": "insert",
    " ": "space",
}


def name_of(key: str) -> str:
    """Return the name that Textual has for a key: `?` is `question_mark`, `Esc` is `escape`."""
    *held, last = key.split("+") if key != "+" else [key]
    if last.lower() in _OTHER_NAMES:
        last = _OTHER_NAMES[last.lower()]
    elif last.lower() in _names() or (held and len(last) == 1):
        last = last.lower() if len(last) > 1 or held != ["shift"] else last
    elif len(last) == 1:
        last = next(iter(Binding.make_bindings([Binding(last, "noop")]))).key
    return "+".join([*(each.lower() for each in held), last])


def character_of(key: str) -> str | None:
    """Return the character that a key types; None if it types none."""
    character = key_to_character(_FRIENDLY.get(key, key))
    return character if character is not None and character.isprintable() else None


def fault(key: str, *, typing: bool) -> str | None:
    """Say why no action can have this key, in a sentence without its full stop; None if it can be used.

    key: as `name_of` gives it. typing: the action is for a place where letters are text.
    """
    if key in _ARRIVES_AS:
        return f"`{key}` can't be told from `{_ARRIVES_AS[key]}` by a terminal; choose another key"
    if key in _NEVER:
        return f"`{key}` doesn't arrive from most terminals; choose another key"
    *held, last = key.split("+")
    if "shift" in held and "ctrl" not in held and len(last) == 1:
        return f"`{key}` is written `{last.upper()}`"
    known = len(last) == 1 or last in _names() or last in _FRIENDLY or last in KEY_TO_UNICODE_NAME
    if not known or not set(held) <= set(_HELD):
        guess = likely(last, _names())
        return f"There is no key `{key}`" + (f"; did you mean `{'+'.join([*held, guess])}`?" if guess else "")
    if typing and not held and (last == "space" or character_of(last) is not None):
        return f"`{key}` is text where this action is needed; choose a function key or one with Ctrl"
    return None


@cache
def _names() -> frozenset[str]:
    plain = {str(key.value) for key in Keys}
    return frozenset(name for name in plain if "+" not in name and "<" not in name)
