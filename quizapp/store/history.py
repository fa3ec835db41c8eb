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
        return settle(lines, *self._bearing(lines))

    def each(self, names: Iterable[str]) -> Iterator[tuple[str, list[Line], list[Line]]]:
        """Each of these cards or decks with what `raw` and `settled` give for it."""
        lines: dict[str, list[Line]] = {name: [] for name in sorted(names)}
        for line in self.own_of_each(lines):
            lines[line.card].append(line)
        moved = self.given_away(lines)
        moved |= {name for name, own in lines.items() if any(line.kind == Kind.ADOPT for line in own)}
        for name in moved:
            del lines[name]
        voided, overrides = self._bearing(list(itertools.chain(*lines.values())))
        for name, own in lines.items():
            yield name, own, settle(own, voided, overrides)
        for name in sorted(moved):
            own = self.raw(name)
            yield name, own, self.settled(own)

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

    def own_of_each(self, cards: Iterable[str], kinds: Iterable[Kind] = tuple(Kind)) -> list[Line]:
        """The lines of these kinds that name one of `cards`; those of one card are in order."""
        sql = (
            f"SELECT {_OF_EVENT} FROM json_each(?) AS k CROSS JOIN event ON event.card = k.value"
            " WHERE event.kind IN (SELECT value FROM json_each(?)) ORDER BY event.stamp, event.device"
        )
        rows = self._database.rows(sql, (json.dumps(sorted(cards)), json.dumps(sorted(kinds))))
        return [Line._make(row) for row in rows]

    def lines(self, keys: Iterable[Key]) -> list[Line]:
        """The lines with these keys that the log has, in any order."""
        sql = (
            f"SELECT {_OF_EVENT} FROM json_each(?) AS k CROSS JOIN event ON"
            " event.device = k.value ->> 0 AND event.seq = k.value ->> 1"
        )
        return [Line._make(row) for row in self._database.rows(sql, (json.dumps(sorted(keys)),))]

    def given_away(self, cards: Iterable[str]) -> set[str]:
        """Those of these cards whose history some ADOPT takes over."""
        return {origin for _, origin in self._adopted_from(cards)}

    def touched(self, lines: Iterable[Line]) -> set[str]:
        """The cards (and decks) whose standing may change when `lines` come into the log."""
        names: set[str] = set()
        ahead = list(lines)
        while ahead:
            names |= {line.card for line in ahead}
            names |= {line.origin for line in ahead if line.kind == Kind.ADOPT and line.origin}
            aimed = [line for line in ahead if line.kind in {Kind.VOID, Kind.OVERRIDE}]
            ahead = self.lines({line.target for line in aimed if line.target is not None})
        return self._with_heirs(names)

    def _with_heirs(self, names: set[str]) -> set[str]:
        ahead = names
        while ahead:
            ahead = {heir for heir, _ in self._adopted_from(ahead)} - names
            names |= ahead
        return names

    def _adopted_from(self, cards: Iterable[str]) -> list[tuple[str, str]]:
        """Card and origin of each ADOPT that takes over the history of one of these cards."""
        sql = (
            "SELECT event.card, event.origin FROM json_each(?) AS k CROSS JOIN event"
            " ON event.origin = k.value WHERE event.origin IS NOT NULL AND event.kind = 'adopt'"
        )
        return self._database.rows(sql, (json.dumps(sorted(cards)),))

    def _taken(self, card: str) -> list[Order]:
        sql = f"SELECT {LINE_COLUMNS} FROM event WHERE origin = ? AND kind = 'adopt'"
        lines = [Line._make(row) for row in self._database.rows(sql, (card,))]
        return [line.order for line in lines if self._takes(line)]

    def _takes(self, line: Line) -> bool:
        return line.kind == Kind.ADOPT and line.origin != line.card and not self._targeting([line])[0]

    def _bearing(self, lines: Sequence[Line]) -> tuple[set[Key], dict[Key, list[Line]]]:
        """As `_targeting`; the voided among the overrides are told as well."""
        voided, overrides = self._targeting(lines)
        voided |= self._targeting(list(itertools.chain(*overrides.values())))[0]
        return voided, overrides

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
