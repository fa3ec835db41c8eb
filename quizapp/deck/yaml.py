"""YAML's events into plain values that keep their places; what decks don't need of YAML is refused."""

from collections.abc import Callable
from sys import intern
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from quizapp.deck.nodes import PLAIN, Items, Node, Table, Text
from quizapp.deck.problems import Report, listed
from quizapp.deck.syntax import quote
from quizapp.text import is_safe

DEEPEST = 12
MOST_VALUES = 2_000_000
MOST_QUESTIONS = 200_000
MOST_ENTRIES = 1_000
_FIRST_KEYS = ("id", "question", "statement", "cloze")
_NONE = "\0"  # no key of a file can be this: it takes the values of keys that were refused
_LOADER: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class Stopped(Exception):  # noqa: N818 - it ends a reading, which a problem then explains
    """Reading can't go on: the code of the problem, where, and its words.

    syntax: the problem is YAML's own, and `values` holds its words and the line it began in.
    """

    def __init__(self, code: str, line: int, column: int, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.column = column
        self.values = values


class Builder:
    """Builds the value of one document; what was built is there even if reading stops midway.

    open: the containers begun and not ended, outermost first.
    """

    def __init__(self, report: Report) -> None:
        self.root: Node | None = None
        self.open: list[Items | Table] = []
        self._report = report
        self._lines = report.lines
        self._keys: list[str | None] = []
        self._holder: Items | Table | None = None
        self._key: str | None = None
        self._left = MOST_VALUES
        self._twice: Table | None = None
        self._starts: dict[str, list[tuple[int, int]]] = {}
        self._comments = any("#" in line for line in self._lines)

    def read(self, text: str) -> None:
        """Read the first document of `text`. Raises Stopped where that can't go on."""
        loader = _LOADER(text)
        try:
            self._events(loader.get_event)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            context = error.context_mark.line + 1 if error.context_mark else None
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            raise Stopped("E014", line, column, said=error.problem or "", context=context) from None
        except yaml.YAMLError as error:
            raise Stopped("E014", 1, 1, said=str(error), context=None) from None
        finally:
            loader.dispose()
            for node in self.open:
                if type(node) is Table:
                    node.values.pop(_NONE, None)
            self._report_starts()

    def _events(self, get_event: Callable[[], Any]) -> None:
        documents = 0
        while (event := get_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._start(event, Table if kind is MappingStartEvent else Items)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._end(event.end_mark)
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    mark = event.start_mark
                    self._report.add("E015", mark.line + 1, mark.column + 1, 3)
                    return

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        style, value = event.style or PLAIN, event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
            value = value or "?"
        holder = self._holder
        if self._key is None and type(holder) is Table:
            self._name(holder, value, style, start.line + 1, start.column + 1)
            return
        line, last = start.line + 1, end.line + 1
        # Most texts end on their line: one number for both spares memory.
        node = Text(value, line, start.column + 1, line if last == line else last, end.column + 1, style)
        if style == PLAIN and self._comments:
            self._comment(node)
        self._attach(node)
        self._key = None

    def _name(self, table: Table, name: str, style: str, line: int, column: int) -> None:
        """Take a key of `table`; a key that can't be used takes its value with it."""
        self._key = _NONE
        if name in table.values:
            self._tell_twice(table, name, line, column)
        elif name == "<<" and style == PLAIN:
            self._report.add("E021", line, column, 2)
        elif not name.strip():
            self._report.add("E017", line, column)
        elif style == '"' and not is_safe(name):
            self._report.add("E111", line, column, key=name)
        else:
            # The same few keys come again and again.
            self._key = name = intern(name)
            table.keys[name] = (line, column)

    def _tell_twice(self, table: Table, name: str, line: int, column: int) -> None:
        if table is self._twice:
            # Behind a question whose hyphen is missing the other keys come again too.
            self._report.hurt([(line, column)])
            return
        more = ""
        if name in _FIRST_KEYS:
            self._twice = table
            more = ", or put - before it if a new question begins here"
        self._report.add("E016", line, column, len(name), key=name, first=table.keys[name][0], more=more)

    def _attach(self, node: Node) -> None:
        holder = self._holder
        self._left -= 1
        if type(holder) is Table:
            holder.values[self._key or _NONE] = node
            count, most = len(holder.values), MOST_ENTRIES
        elif type(holder) is Items:
            holder.items.append(node)
            # Only a list right below the top can be the questions.
            count, most = len(holder.items), MOST_QUESTIONS if len(self.open) == 2 else MOST_ENTRIES
        else:
            self.root = node
            return
        if count > most or self._left < 0:
            raise Stopped("E020", node.line, node.column, most=most if count > most else MOST_VALUES)

    def _start(self, event: Any, kind: type[Items | Table]) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if len(self.open) >= DEEPEST:
            raise Stopped("E019", line, column, most=DEEPEST)
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        after = None
        if type(self._holder) is Table and self._key is None:
            # A list or mapping where a key should be, like the inner braces of {{c1::x}}.
            here = self._lines[line - 1][max(0, column - 2) :] if line <= len(self._lines) else ""
            if here.startswith("{{"):
                raise Stopped("E018", line, column - 1)
            self._report.add("E017", line, column)
            self._key = after = _NONE
        node = kind(line, column)
        self._attach(node)
        self.open.append(node)
        self._holder = node
        self._keys.append(after)
        self._key = None

    def _end(self, mark: Any) -> None:
        node = self.open.pop()
        node.end_line, node.end_column = mark.line + 1, mark.column + 1
        if type(node) is Table:
            node.values.pop(_NONE, None)
        self._holder = self.open[-1] if self.open else None
        self._key = self._keys.pop()

    def _alias(self, event: Any) -> None:
        mark, end = event.start_mark, event.end_mark
        if self._key is None and type(self._holder) is Table:
            self._key = _NONE
            self._refuse_at("*", mark)
            return
        if self._key != _NONE:
            self._refuse_at("*", mark)
        name = f"*{event.anchor}"
        self._attach(Text(name, mark.line + 1, mark.column + 1, end.line + 1, end.column + 1, "'"))
        self._key = None

    def _refuse(self, event: Any) -> None:
        # The mark of an event with both stands at the first; which that is doesn't matter.
        self._refuse_at("&" if event.anchor is not None else "!", event.start_mark)

    def _refuse_at(self, start: str, mark: Any) -> None:
        self._starts.setdefault(start, []).append((mark.line + 1, mark.column + 1))

    def _report_starts(self) -> None:
        """Report anchors, aliases and tags, one problem for each sort, and name the other lines."""
        for start, places in self._starts.items():
            line, column = places[0]
            others = [str(other) for other in dict.fromkeys(at[0] for at in places) if other != line]
            more = f", here and on line {listed(others)}" if others else ""
            text = self._lines[line - 1] if line <= len(self._lines) else ""
            value = text[column - 1 :].strip() or start
            self._report.add("E012", line, column, start=start, more=more, quoted=quote(value))
            self._report.hurt(places)

    def _comment(self, node: Text) -> None:
        """Warn of `#1` behind plain text: YAML takes it and the rest of the line for a comment."""
        line = self._lines[node.end_line - 1] if node.end_line <= len(self._lines) else ""
        if "#" not in line:
            return
        behind = line[node.end_column - 1 :]
        text = behind.lstrip()
        if len(text) > 1 and text[0] == "#" and text[1] not in " \t#!" and (text != behind or not node.text):
            column = node.end_column + len(behind) - len(text)
            whole = quote((line[node.column - 1 :] if node.line == node.end_line else text).strip())
            self._report.add("W203", node.end_line, column, len(text), lost=text, quoted=whole)
