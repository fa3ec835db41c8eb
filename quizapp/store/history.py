"""Which events belong to a card, read from the log."""

import itertools
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quizapp.store.connection import Database
from quizapp.store.event import Kind
from quizapp.store.fold import Key, Line, Order, settle

LINE_COLUMNS = ", ".join(Line._fields)
_OF_EVENT = ", ".join(f"event.{name}" for name in Line._fields)
_FIRST: Order = (-1, "")
_LAST: Order = (2**63, "")


class History:
    """Reads what happened to cards. It remembers nothing between calls."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def settled(self, lines: Sequence[Line]) -> list[Line]:
        """What counts of the lines of a card, in order, overrides applied."""
        voided, overrides = self._targeting(lines)
        voided |= self._targeting(list(itertools.chain(*overrides.values())))[0]
        return settle(lines, voided, overrides)

    def raw(self, card: str) -> list[Line]:
        """All lines that belong to `card`, in order, voided ones too.

        A line belongs to the card it names until an ADOPT takes over everything that card had so far.
        """
        found: list[Line] = []
        ahead = [(card, _LAST)]
        while ahead:
            name, before = ahead.pop()
            since = max((order for order in self._taken(name) if order < before), default=_FIRST)
            own = [line for line in self.own(name) if since < line.order < before]
            found += own
            ahead += [(line.origin, line.order) for line in own if line.origin and self._takes(line)]
        found.sort(key=lambda line: (line.stamp, line.device))
        return found

    def own(self, card: str) -> list[Line]:
        """The lines that name `card` (or a deck), in order."""
        sql = f"SELECT {LINE_COLUMNS} FROM event WHERE card = ? ORDER BY stamp, device"
        return [Line._make(row) for row in self._database.rows(sql, (card,))]

    def line(self, key: Key) -> Line | None:
        """The line with this key, if the log has it."""
        row = self._database.row(f"SELECT {LINE_COLUMNS} FROM event WHERE device = ? AND seq = ?", key)
        return None if row is None else Line._make(row)

    def touched(self, lines: Iterable[Line]) -> set[str]:
        """The cards (and decks) whose standing may change when `lines` come into the log."""
        names: set[str] = set()
        ahead = list(lines)
        while ahead:
            line = ahead.pop()
            names.add(line.card)
            if line.kind == Kind.ADOPT and line.origin:
                names.add(line.origin)
            if line.target is not None and line.kind in {Kind.VOID, Kind.OVERRIDE}:
                target = self.line(line.target)
                ahead += [] if target is None else [target]
        return self._with_heirs(names)

    def _with_heirs(self, names: set[str]) -> set[str]:
        ahead = list(names)
        while ahead:
            sql = "SELECT card FROM event WHERE origin = ? AND kind = 'adopt'"
            for (heir,) in self._database.rows(sql, (ahead.pop(),)):
                if heir not in names:
                    names.add(heir)
                    ahead.append(heir)
        return names

    def _taken(self, card: str) -> list[Order]:
        sql = f"SELECT {LINE_COLUMNS} FROM event WHERE origin = ? AND kind = 'adopt'"
        lines = [Line._make(row) for row in self._database.rows(sql, (card,))]
        return [line.order for line in lines if self._takes(line)]

    def _takes(self, line: Line) -> bool:
        return line.kind == Kind.ADOPT and line.origin != line.card and not self._targeting([line])[0]

    def _targeting(self, lines: Sequence[Line]) -> tuple[set[Key], dict[Key, list[Line]]]:
        """The keys of those of `lines` that are voided, and the overrides of each."""
        voided: set[Key] = set()
        overrides: dict[Key, list[Line]] = defaultdict(list)
        if not lines:
            return voided, overrides
        sql = (
            f"SELECT {_OF_EVENT} FROM json_each(?) AS k JOIN event ON"
            " event.target_device = k.value ->> 0 AND event.target_seq = k.value ->> 1"
        )
        keys = json.dumps([line.key for line in lines])
        _sort_out(map(Line._make, self._database.rows(sql, (keys,))), voided, overrides)
        return voided, overrides


def replay(database: Database) -> Iterator[tuple[str, list[Line]]]:
    """Every card and deck an event names, with the lines that count for it. Reads the whole log once."""
    history = History(database)
    voids, overrides, moved = _exceptions(database)
    sql = f"SELECT {LINE_COLUMNS} FROM event ORDER BY card, stamp, device"
    lines = map(Line._make, database.stream(sql))
    for card, group in itertools.groupby(lines, key=lambda line: line.card):
        if card not in moved:
            yield card, settle(group, voids, overrides)
    for card in sorted(moved):
        yield card, history.settled(history.raw(card))


def _exceptions(database: Database) -> tuple[set[Key], dict[Key, list[Line]], set[str]]:
    """Voided keys, overrides, and the cards some ADOPT names."""
    voids: set[Key] = set()
    overrides: dict[Key, list[Line]] = defaultdict(list)
    targeted = f"SELECT {LINE_COLUMNS} FROM event WHERE target_device IS NOT NULL"
    _sort_out(map(Line._make, database.stream(targeted)), voids, overrides)
    adopts = database.rows("SELECT card, origin FROM event WHERE origin IS NOT NULL AND kind = 'adopt'")
    return voids, overrides, {card for pair in adopts for card in pair}


def _sort_out(lines: Iterable[Line], voided: set[Key], overrides: dict[Key, list[Line]]) -> None:
    for line in lines:
        if line.target is not None and line.kind == Kind.VOID:
            voided.add(line.target)
        elif line.target is not None and line.kind == Kind.OVERRIDE:
            overrides[line.target].append(line)
