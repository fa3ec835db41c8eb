"""Changes single values in the text of a deck file; every other byte stays as it is.

A text is cut at the places where the parser saw values. What comes out is for the caller to read again:
only then is it certain that nothing else was changed.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from quizapp.deck.decoding import decode, lines_of
from quizapp.deck.nodes import PLAIN, Items, Node, Table, Text
from quizapp.deck.problems import Report
from quizapp.deck.recovery import parse
from quizapp.errors import DeckError

_BOM = b"\xef\xbb\xbf"
_BREAK = re.compile("\r\n|\n|\r")


class Edit(NamedTuple):
    """Replace what stands from `start` to before `end`, counted in characters from 0."""

    start: int
    end: int
    text: str


class DeckText:
    """The text of a deck file and the values in it. Raises DeckError if it can't be read or edited.

    root: the mapping at the top. name: how the file is called in errors.
    """

    def __init__(self, data: bytes, name: str) -> None:
        report = Report()
        readable = decode(data, report)
        bom = data.startswith(_BOM)
        text = data.removeprefix(_BOM).decode("utf-8", "surrogateescape")
        # UTF-16 is read, but its letters are not where ours are.
        if readable is None or len(readable) != len(text):
            raise DeckError("This file isn't UTF-8 text", where=name, todo="Save it with the encoding UTF-8")
        report.lines = lines_of(readable)
        root = parse(readable, report).root
        if not isinstance(root, Table):
            raise DeckError(
                "There is no deck in this file", where=name, todo="`quizapp check` says what is wrong"
            )
        self.root = root
        self.name = name
        self._text = text
        self._bom = bom
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def with_edits(self, edits: Iterable[Edit]) -> bytes:
        """Return the file with these edits made, in the order in which they stand in it."""
        parts, at = [], 0
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
            if edit.start < at:
                raise DeckError("Two changes of one place", where=self.name)
            parts += [self._text[at : edit.start], edit.text]
            at = edit.end
        text = "".join([*parts, self._text[at:]])
        return (_BOM if self._bom else b"") + text.encode("utf-8", "surrogateescape")

    def put_first(self, table: Table, key: str, value: str, holder: Node | None = None) -> list[Edit]:
        """Put `key: value` in front of a mapping's keys. holder: the list or mapping it stands in."""
        if (blank := self._blank(table, key, value)) is not None:
            return [blank]
        start = self._offset(table.line, table.column)
        if self._text[start] == "{":
            return [self._into_braces(table, start, key, value)]
        if _is_flow(self, holder):
            return [*self._braced(table), Edit(start, start, f"{key}: {value}, ")]
        indent = " " * (table.column - 1)
        return [Edit(start, start, f"{key}: {value}{self._break(table.line)}{indent}")]

    def put_behind(
        self, table: Table, before: str, key: str, value: str, holder: Node | None = None
    ) -> list[Edit]:
        """Put `key: value` behind the value of the key `before`."""
        if (blank := self._blank(table, key, value)) is not None:
            return [blank]
        known = table.values[before]
        start = self._offset(table.line, table.column)
        if self._text[start] == "{" or _is_flow(self, holder):
            end = self._offset(known.end_line, known.end_column)
            braces = [] if self._text[start] == "{" else self._braced(table)
            return [*braces, Edit(end, end, f", {self._pair(table, key, value)}")]
        if not isinstance(known, Text) or known.style in ("|", ">"):
            return self.put_first(table, key, value, holder)
        end = self._line_end(known.end_line)
        indent = " " * (table.column - 1)
        return [Edit(end, end, f"{self._break(known.end_line)}{indent}{key}: {value}")]

    def replace(self, table: Table, key: str, value: str) -> list[Edit]:
        """Put `value` in the place of what a key has now: plain or quoted text, or nothing.

        Quotes stay; the value must need none of its own.
        """
        if (blank := self._blank(table, key, value)) is not None:
            return [blank]
        known = table.values[key]
        if not isinstance(known, Text) or known.style in ("|", ">"):
            raise DeckError(f"The value of '{key}' can't be replaced", where=f"{self.name}:{known.line}")
        start = self._offset(known.line, known.column)
        quote = known.style
        return [Edit(start, self._offset(known.end_line, known.end_column), f"{quote}{value}{quote}")]

    def _blank(self, table: Table, key: str, value: str) -> Edit | None:
        """Fill in the value of a key that stands there without one."""
        known = table.values.get(key)
        if not (isinstance(known, Text) and not known.text and known.style == PLAIN):
            return None
        # A key without even a colon has its empty value where the next sign stands.
        start = self._offset(*table.keys[key])
        written = re.compile(rf"""["']?{re.escape(key)}["']?([ \t]*:)?""").match(self._text, start)
        if written is None:
            raise DeckError(f"'{key}' can't be filled in", where=f"{self.name}:{known.line}")
        return Edit(written.end(), written.end(), f" {value}" if written[1] else f": {value}")

    def _into_braces(self, table: Table, start: int, key: str, value: str) -> Edit:
        if not table.keys:
            return Edit(start + 1, start + 1, f"{key}: {value}")
        at = self._offset(*next(iter(table.keys.values())))
        return Edit(at, at, f"{self._pair(table, key, value)}, ")

    def _pair(self, table: Table, key: str, value: str) -> str:
        """Write a pair as the mapping's first key is written: what reads JSON goes on reading it."""
        at = self._offset(*next(iter(table.keys.values())))
        return f'"{key}": "{value}"' if self._text[at] == '"' else f"{key}: {value}"

    def _braced(self, table: Table) -> list[Edit]:
        """Put braces round a mapping of one pair that stands in a list without them."""
        start, end = self._offset(table.line, table.column), self._offset(table.end_line, table.end_column)
        return [Edit(start, start, "{"), Edit(end, end, "}")]

    def _offset(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column - 1

    def starts_with(self, node: Node, sign: str) -> bool:
        """Tell whether a value begins with a sign."""
        return self._text.startswith(sign, self._offset(node.line, node.column))

    def _line_end(self, line: int) -> int:
        """Where a line ends, its break left out."""
        found = _BREAK.search(self._text, self._starts[line - 1])
        return found.start() if found else len(self._text)

    def _break(self, line: int) -> str:
        """The line break that ends a line; where none does, the one that the file begins with."""
        found = _BREAK.search(self._text, self._starts[line - 1]) or _BREAK.search(self._text)
        return found.group() if found else "\n"


def _is_flow(text: DeckText, holder: Node | None) -> bool:
    return isinstance(holder, Items) and text.starts_with(holder, "[")
