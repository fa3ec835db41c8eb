"""The learner's own keys: which actions there are, which keys can be used, and who clashes with whom."""

import pkgutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from textual.app import App
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from quizapp.settings.values import likely
from quizapp.tui import screens
from quizapp.tui.keynames import fault, name_of

_OURS = "quizapp.tui."
_WIDGETS = "quizapp.tui.widgets"
_FIRST = ("app", "home", "decks", "study", "rows", "field", "done")
_TITLES = {
    "app": "Everywhere",
    "decks": "The list of decks",
    "dialog": "Questions and notices",
    "done": "The end of a sitting",
    "field": "Text fields",
    "leaf": "Pages of the manual",
    "items": "Lists",
    "page": "Pages to read",
    "rows": "Options and rows",
    "study": "Studying",
}


class Action(NamedTuple):
    """Something that keys do. keys: those the program gives it. typing: letters are text where it is."""

    id: str
    does: str
    keys: tuple[str, ...]
    typing: bool

    @property
    def place(self) -> tuple[int, str]:
        """Where it stands among the areas: those of every day first."""
        name = self.id.partition(".")[0]
        return (_FIRST.index(name) if name in _FIRST else len(_FIRST), self.area)

    @property
    def area(self) -> str:
        """Where it belongs, in words: the part of its id before the dot."""
        name = self.id.partition(".")[0]
        return _TITLES.get(name) or name.replace("_", " ").capitalize()


class Checked(NamedTuple):
    """keymap: what Textual is given. refused: for each action whose keys can't be had, why."""

    keymap: dict[str, str]
    refused: dict[str, str]


class _Scene(NamedTuple):
    """What may have keys at one time: a screen, the widgets on it, and the application."""

    classes: tuple[type[Any], ...]


def own_bindings(owner: type[Any]) -> Iterator[Binding]:
    """Yield the bindings with an id that a class has, its bases' too, one for each id."""
    seen: set[str] = set()
    for base in owner.__mro__:
        if base.__module__.startswith(_OURS):
            for binding in base.__dict__.get("BINDINGS", ()):
                if isinstance(binding, Binding) and binding.id and binding.id not in seen:
                    seen.add(binding.id)
                    yield binding


@cache
def actions() -> dict[str, Action]:
    """Return every action of the program that has keys, by its id."""
    found: dict[str, Action] = {}
    for scene in _scenes():
        for owner in scene.classes:
            typing = issubclass(owner, Input | TextArea)
            for binding in own_bindings(owner):
                keys = names_of(binding.key)
                typing_too = typing or binding.priority
                action = Action(str(binding.id), binding.description, keys, typing_too)
                found.setdefault(action.id, action)
    return found


def check(given: Mapping[str, str]) -> Checked:
    """Tell which of the keys that a learner wants can be had; what can't be leaves the action its own."""
    taken = {action: names_of(text) for action, text in given.items()}
    refused: dict[str, str] = {}
    # What is refused falls back to its own keys, which may be in the way of others.
    while True:
        for action in reversed(taken):
            others = {other: keys for other, keys in taken.items() if other != action}
            if reason := why_not(action, taken[action], others):
                refused[action] = reason
                del taken[action]
                break
        else:
            break
    return Checked({action: ",".join(keys) for action, keys in _closure(taken).items()}, refused)


def why_not(action: str, keys: tuple[str, ...], others: Mapping[str, tuple[str, ...]]) -> str | None:
    """Say why an action can't have these keys, in a sentence without its full stop; None if it can.

    others: keys that other actions have been given.
    """
    known = actions().get(action)
    if known is None:
        guess = likely(action, actions())
        return f"There is no action `{action}`" + (f"; did you mean `{guess}`?" if guess else "")
    for key in keys:
        if reason := fault(key, typing=known.typing):
            return reason
    for other in _beside(action):
        theirs = others.get(other, actions()[other].keys)
        both = set(keys) & set(theirs)
        if both - _shared(action, other):
            does = actions()[other].does
            return f"`{min(both)}` is taken: it is `{does}` ({other})"
    return None


def _shared(one: str, two: str) -> set[str]:
    """Keys that both have from the start: they are never offered at the same time."""
    return set(actions()[one].keys) & set(actions()[two].keys)


@cache
def _beside(action: str) -> tuple[str, ...]:
    """The other actions that may have keys when this one has."""
    found: dict[str, None] = {}
    for scene in _scenes():
        ids = [str(binding.id) for owner in scene.classes for binding in own_bindings(owner)]
        if action in ids:
            found |= dict.fromkeys(other for other in ids if other != action)
    return tuple(found)


def _closure(taken: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Add the actions that share a key with one of `taken`, with the keys they have.

    Textual takes a key away from all its actions when one of them gets another key.
    """
    found = dict(taken)
    owners = {owner for scene in _scenes() for owner in scene.classes}
    grown = True
    while grown:
        grown = False
        for owner in owners:
            own = {str(binding.id): names_of(binding.key) for binding in own_bindings(owner)}
            touched = {key for each in own.keys() & found.keys() for key in (*own[each], *found[each])}
            for each, keys in own.items():
                if each not in found and touched.intersection(keys):
                    found[each] = keys
                    grown = True
    return found


def names_of(keys: str) -> tuple[str, ...]:
    """Return the names of keys that are written with commas between."""
    return tuple(dict.fromkeys(name_of(key.strip()) for key in keys.split(",")))


@cache
def _scenes() -> tuple[_Scene, ...]:
    """Every screen with what is on it; found in the modules, so that no list has to be kept."""
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        import_module(module.name)
    apps = [each for each in _below(App) if each.__module__.startswith(_OURS)]
    return tuple(
        _Scene((screen, *apps, *_widgets_of(screen)))
        for screen in dict.fromkeys(_below(Screen))
        if screen.__module__.startswith(_OURS)
    )


def _below(owner: type[Any]) -> Iterator[type[Any]]:
    for child in owner.__subclasses__():
        yield child
        yield from _below(child)


def _widgets_of(screen: type[Any]) -> tuple[type[Any], ...]:
    """The widgets that the modules of a screen and its bases name, and those that these name."""
    found: dict[type[Any], None] = {}
    waiting = [base.__module__ for base in screen.__mro__ if base.__module__.startswith(_OURS)]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for value in _named_in(name):
            if isinstance(value, type) and issubclass(value, Widget) and not issubclass(value, Screen):
                found[value] = None
            if value.__module__.startswith(_WIDGETS):
                waiting.append(value.__module__)
    return tuple(found)


def _named_in(module: str) -> Iterable[Any]:
    values = vars(sys.modules[module]).values()
    return [value for value in values if str(getattr(value, "__module__", "")).startswith(_OURS)]
