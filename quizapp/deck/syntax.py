"""Says what is meant when YAML itself can't be read: the parser's words name symptoms, not causes."""

import re
from typing import NamedTuple

from quizapp.deck.gaps import ANKI

_LINE = re.compile(
    r"""(?P<lead>\s*(?:-\s+)*)(?:(?P<key>[\w.-]+|'[^']*'|"[^"]*")\s*:(?:\s+|$))?(?P<value>.*)"""
)
_QUOTES_OR_BRACKET = re.compile(r"""(?<![^\s,:\[{])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|[\[\]{}]""")
_STARTS = "*&!%@`|>[{"
_CLOSES = {"[": "]", "{": "}"}
_QUOTED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"'),
    "'": re.compile(r"'(?:[^']|'')*'"),
}
_COLON = re.compile(r":(?=\s|$)")
_BEHIND_QUOTE = re.compile(r"\s*(?:$|\s#|[,\]}:])")


class Cause(NamedTuple):
    """A code, a place (from 1) and the words of its sentence."""

    code: str
    line: int
    column: int
    length: int
    values: dict[str, str]


def cause(lines: list[str], line: int, column: int, context: int | None, said: str) -> Cause:
    """Return why YAML can't be read.

    line, column: where the parser stopped, from 1. context: the line where what it was reading began.
    said: its own words, for causes not known here.
    """
    here = lines[line - 1] if line <= len(lines) else ""
    indent = here[: len(here) - len(here.lstrip())]
    if "\t" in indent:
        return Cause("E013", line, indent.index("\t") + 1, indent.count("\t"), {})
    for number in dict.fromkeys((line, context or line, line - 1)):
        found = _in_line(lines[number - 1], number) if 0 < number <= len(lines) else None
        if found is not None and (number == line or not _is_flow(lines[number - 1])):
            return found
    from quizapp.deck.slips import slip  # noqa: PLC0415 - sound decks never need it

    if told := slip(lines, list(dict.fromkeys((line - 1, context or line, line)))):
        return Cause(*told)
    if "could not find expected ':'" in said and 0 < (at := context or line - 1) <= len(lines):
        return _without_key(lines[at - 1], at)
    return Cause("E014", line, column, 1, {"said": said})


def _without_key(text: str, number: int) -> Cause:
    bare = text.strip()
    start = len(text) - len(text.lstrip())
    word = re.match(r"(?:-\s+)?([a-z]+)$", bare)
    return Cause("E029", number, start + 1, len(bare), {"key": word[1] if word else "key"})


def quote(value: str) -> str:
    """Return `value` in single quotes, as YAML wants it."""
    return "'" + value.replace("'", "''") + "'"


def _is_flow(text: str) -> bool:
    """Tell whether the value of a line is a list or mapping in brackets, whole: nothing is wrong with it."""
    match = _LINE.fullmatch(text.rstrip())
    value = match["value"] if match else ""
    if not value or value[0] not in _CLOSES:
        return False
    depth = 0
    # A bracket in quotes is text.
    for match in _QUOTES_OR_BRACKET.finditer(value):
        depth += (match[0] in "[{") - (match[0] in "]}")
        if not depth and match[0] in "]}":
            behind = value[match.end() :]
            return not behind.strip() or behind.lstrip().startswith("#")
    return False


def _in_line(text: str, number: int) -> Cause | None:
    match = _LINE.fullmatch(text.rstrip())
    if match is None or not match["value"]:
        return None
    value, start, name = match["value"], match.start("value"), match["key"]
    words = {"quoted": (f"{name}: " if name else "") + quote(value)}
    if anki := ANKI.search(value):
        return Cause("E018", number, start + anki.start() + 1, len(anki.group()), {})
    if value[0] in _QUOTED:
        return _behind_quotes(value, number, start, words, name)
    if value[0] in _CLOSES and _CLOSES[value[0]] not in value:
        return Cause("E023", number, start + 1, 1, {"start": value[0], "close": _CLOSES[value[0]]})
    if value.startswith("* ") and not name:
        return Cause("E027", number, start + 1, 1, {"key": value[2:].strip(), "dash": "* "})
    if value[0] in _STARTS:
        return Cause("E012", number, start + 1, 1, {**words, "start": value[0], "more": ""})
    if (colon := _COLON.search(value)) and name:
        return Cause("E011", number, start + colon.start() + 1, 1, words)
    return None


def _behind_quotes(
    value: str, number: int, start: int, words: dict[str, str], name: str | None
) -> Cause | None:
    """Return what is wrong with a value that begins with a quote: it isn't closed, or text stands behind."""
    whole = _QUOTED[value[0]].match(value)
    if whole is None:
        return Cause("E022", number, start + 1, 1, {"quote": value[0]})
    behind = value[whole.end() :]
    if _BEHIND_QUOTE.match(behind):
        return None
    shift = len(behind) - len(behind.lstrip())
    if value[0] == "'" and value[whole.end() - 2].isalpha() and behind[0].isalpha():
        # An apostrophe closed it: the first quote was meant to go round the whole text.
        words = {"quoted": (f"{name}: " if name else "") + quote(value[1:].removesuffix("'"))}
    return Cause("E010", number, start + whole.end() + shift + 1, len(behind.strip()), words)
