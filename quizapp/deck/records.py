"""Mappings with keys of their own: read by a table of fields, with a word for each unknown key."""

from collections.abc import Callable, Mapping
from typing import Any

from quizapp.deck.fields import Field, tell_colon, wrong_shape
from quizapp.deck.nodes import PLAIN, Node, Table, Text
from quizapp.deck.problems import Report, listed


class Record:
    """A mapping with keys of its own, made into a value by `make`.

    main: if given, plain text will do instead of the mapping and is the value of that key.
    """

    __slots__ = ("by_name", "fields", "main", "make")

    def __init__(self, fields: tuple[Field, ...], make: Callable[..., Any], main: str | None = None) -> None:
        self.fields = fields
        self.make = make
        self.main = main
        self.by_name = {part.name: part for part in fields}

    def read(self, node: Node, key: str, report: Report) -> Any | None:
        """Return the value made."""
        if type(node) is Text and self.main is not None:
            value = self.by_name[self.main].shape.read(node, key, report)
            return None if value is None else self.make(**{self.main: value})
        if type(node) is not Table:
            keys = f"a mapping with {listed([part.name for part in self.fields])}"
            needed = [part for part in self.fields if part.required]
            like = "{" + ", ".join(f"{part.name}: {part.example}" for part in needed) + "}"
            wrong_shape(node, key, keys if self.main is None else f"text or {keys}", report, like=like)
            return None
        if self.main is not None and not self._is_meant(node) and tell_colon(node, report):
            return None
        before = report.errors
        values, unknown = read_table(node, self.by_name, report)
        for name in unknown:
            tell_unknown(name, node, list(self.by_name), f'"{key}"', report)
        for part in self.fields:
            if part.required and part.name not in values and not unknown and absent(node, part.name):
                report.at("E102", node, key=part.name, where=f'"{key}"', example=part.example)
        return self.make(**values) if report.errors == before else None

    def _is_meant(self, node: Table) -> bool:
        """Tell whether a mapping has one of the keys, if only misspelt."""
        names = list(self.by_name)
        return any(name in self.by_name for name in node.values) or any(
            resembling(name, names) for name in node.values
        )


def read_table(node: Table, by_name: Mapping[str, Field], report: Report) -> tuple[dict[str, Any], list[str]]:
    """Return the typed values of the fields that are there and sound, and the unknown keys.

    A key without a value counts as not there; the teacher's own keys (`x-…`) are passed over.
    """
    values, unknown = {}, []
    for name, at in node.values.items():
        part = by_name.get(name)
        if part is None:
            if not name.startswith("x-"):
                unknown.append(name)
        elif type(at) is not Text or at.text or not is_blank(at):
            value = part.shape.read(at, name, report)
            if value is not None:
                values[name] = value
    return values, unknown


def absent(node: Table, key: str) -> bool:
    """Tell whether a key is missing or stands there without a value."""
    at = node.values.get(key)
    return at is None or (type(at) is Text and is_blank(at))


def is_blank(node: Text) -> bool:
    """Tell whether a key has no value at all behind it: `hint:`."""
    return not node.text and node.style == PLAIN


def tell_unknown(
    name: str, node: Table, words: list[str], where: str, report: Report, others: list[str] | None = None
) -> str | None:
    """Report an unknown key; return the word it most resembles among `words` and `others`, if any."""
    line, column = node.keys[name]
    if (torn := _torn(name, node, report)) is not None:
        before, quoted, first = torn
        if first == name:
            report.add("E028", line, column, len(name), key=before, quoted=quoted)
        return before
    close = None if report.full else resembling(name, [*words, *(others or ())])
    if close and not absent(node, close):
        there = str(node.keys[close][0])
        report.add("E117", line, column, len(name), key=name, where=where, close=close, first=there)
    elif close:
        report.add("E101", line, column, len(name), key=name, where=where, close=close)
    else:
        report.add("E100", line, column, len(name), key=name, where=where, names=listed(words))
    return close


def _torn(name: str, node: Table, report: Report) -> tuple[str, str, str] | None:
    """Return the key whose text a comma in braces has cut off before `name`, its whole text, what came first.

    What is behind a comma is a key without a value then.
    """
    line = report.lines[node.line - 1] if node.line <= len(report.lines) else ""
    if line[node.column - 1 : node.column] != "{" or not absent(node, name):
        return None
    before, text = None, None
    parts: list[str] = []
    for key, value in node.values.items():
        if type(value) is Text and is_blank(value) and before is not None:
            parts.append(key)
        elif name in parts:
            break
        else:
            before, text, parts = key, value, []
    if before is None or type(text) is not Text or text.style != PLAIN or name not in parts:
        return None
    from quizapp.deck.syntax import quote  # noqa: PLC0415 - sound decks never need it

    return before, f"{before}: {quote(', '.join([text.text, *parts]))}", parts[0]


def resembling(name: str, words: list[str]) -> str | None:
    """Return the word that `name` most resembles, or None."""
    from difflib import get_close_matches  # noqa: PLC0415 - sound decks never need it

    if len(name) > 40:
        return None
    found = get_close_matches(name.lower().replace(" ", "_"), words, 1, 0.65)
    return found[0] if found else None
