"""Writes one act for many cards at once: what `ledger.record` would write, in far fewer steps."""

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from quizapp.store import ledger
from quizapp.store.codec import check
from quizapp.store.event import Draft, Event, Kind
from quizapp.store.fold import BEARS_ON_MARKS, MARKS, Key, Line, line_of, marked, step
from quizapp.store.history import History
from quizapp.store.rows import (
    INSERT_EVENT,
    STANDING_COLUMNS,
    UPDATE_STANDING,
    event_values_of_each,
    placed_event,
    standing_of,
    standing_values,
)
from quizapp.store.standing import Standing
from quizapp.store.store import Store

Progress = Callable[[int, int], None]
ACTS = MARKS | {Kind.RESET, Kind.RESCHEDULE}
"""What can be done to many cards at once."""

_LOT = 500
_OF_STANDING = ", ".join(f"s.{name}" for name in STANDING_COLUMNS.split(", "))
_Thing = TypeVar("_Thing")


class Target(NamedTuple):
    """An event to be taken back: the card it names, and its key."""

    card: str
    key: Key


def no_progress(done: int, total: int) -> None:
    """Tell nobody."""


def append(store: Store, draft: Draft, cards: Sequence[str], progress: Progress = no_progress) -> None:
    """Append an event like `draft` for each of these cards and fold them in, all or none.

    They are on the disk when this returns. The kind of `draft` is one of `ACTS`. progress: told of cards
    done and cards to do; what it raises ends it, and then nothing was written. Raises StoreError.
    """
    if draft.kind not in ACTS:
        raise ValueError(f"{draft.kind} is nothing that is done to many cards at once")
    _write(store, replace(draft, target=None), [Target(card, _NONE) for card in cards], _step, progress)


def take_back(
    store: Store, draft: Draft, targets: Sequence[Target], progress: Progress = no_progress
) -> None:
    """Append a VOID like `draft` for each of these events and fold the cards anew; else as `append`."""
    if draft.kind is not Kind.VOID:
        raise ValueError(f"{draft.kind} takes nothing back")
    _write(store, draft, targets, _undo, progress)


def of_sitting(store: Store, sitting: str, kind: Kind) -> list[Target]:
    """Return the events of a kind in a sitting, in order, voided ones too."""
    sql = "SELECT card, device, seq FROM event WHERE sitting = ? AND sitting <> '' AND kind = ?"
    rows = store.database.rows(f"{sql} ORDER BY stamp, device", (sitting, kind.value))
    return [Target(card, (device, seq)) for card, device, seq in rows]


def number_of(store: Store, sitting: str, kind: Kind) -> int:
    """Return how many events `of_sitting` gives."""
    sql = "SELECT count(*) FROM event WHERE sitting = ? AND sitting <> '' AND kind = ?"
    return int(store.database.value(sql, (sitting, kind.value)))


_NONE: Key = ("", 0)
_Fold = Callable[[Store, Event, Sequence[Target]], None]


def _write(store: Store, draft: Draft, targets: Sequence[Target], fold: _Fold, progress: Progress) -> None:
    store.must_write()
    database, device = store.database, store.device
    done, total = 0, len(targets)
    with database.transaction():
        seq = database.value("SELECT max(seq) FROM event WHERE device = ?", (device,)) or 0
        stamp = database.value("SELECT max(stamp) FROM event") or 0
        for lot in _lots(targets):
            progress(done, total)
            # All are alike but for their place in the log, the card and what they take back.
            first = replace(draft, card=lot[0].card, target=lot[0].key if draft.kind is Kind.VOID else None)
            event = placed_event(first, device=device, seq=seq + done + 1, stamp=stamp + done + 1)
            check(event)
            names = ((target.card, *_aim(draft, target)) for target in lot)
            database.run_each(INSERT_EVENT, event_values_of_each(event, names))
            fold(store, event, lot)
            done += len(lot)
        # The last chance to end it; what is told here is as good as done.
        progress(done, total)


def _aim(draft: Draft, target: Target) -> tuple[str | None, int | None]:
    return target.key if draft.kind is Kind.VOID else (None, None)


def _step(store: Store, event: Event, lot: Sequence[Target]) -> None:
    """Bring the standings of these cards one step on: an act says the same to each of them."""
    line = line_of(event, 0)
    _change(store, lot, lambda before: step(before, line))


def _undo(store: Store, event: Event, lot: Sequence[Target]) -> None:
    """Fold the cards of these voided events anew, but only what they can have changed."""
    history = History(store.database)
    cards = {target.card for target in lot}
    lines = history.lines([target.key for target in lot])
    if all(line.kind in MARKS and line.card in cards for line in lines) and not history.given_away(cards):
        found = history.own_of_each(cards, (*BEARS_ON_MARKS, Kind.ADOPT))
        if not any(line.kind == Kind.ADOPT for line in found):
            settled: dict[str, list[Line]] = {card: [] for card in cards}
            for line in history.settled(found):
                settled[line.card].append(line)
            _change(store, lot, lambda before: marked(before, settled[before.card]))
            return
    voids = [line_of(replace(event, card=card, target=key), 0) for card, key in lot]
    ledger.refold(store.database, history.touched(voids))


def _change(store: Store, lot: Sequence[Target], change: Callable[[Standing], Standing]) -> None:
    """Write how these cards stand now, which depends on how each stood."""
    database = store.database
    cards = dict.fromkeys(target.card for target in lot)
    sql = f"SELECT s.id, {_OF_STANDING} FROM json_each(?) JOIN standing s ON s.card = json_each.value"
    stood = [(row, standing_of(rest)) for row, *rest in database.rows(sql, (json.dumps(list(cards)),))]
    if len(stood) < len(cards):
        known = {before.card for _, before in stood}
        stood += [(ledger.card_row(database, card)[0], Standing(card)) for card in cards if card not in known]
    now = [(change(before), before, row) for row, before in stood]
    changed = ([*standing_values(after), row] for after, before, row in now if after != before)
    database.run_each(UPDATE_STANDING, changed)


def _lots(things: Iterable[_Thing]) -> Iterator[list[_Thing]]:
    ahead = iter(things)
    while lot := list(itertools.islice(ahead, _LOT)):
        yield lot
