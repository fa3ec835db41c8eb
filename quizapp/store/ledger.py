"""Writes events and everything that is folded from them. Callers open the transaction."""

import json
import zlib
from collections.abc import Iterable, Sequence

from quizapp.store.codec import check
from quizapp.store.connection import Database
from quizapp.store.event import Draft, Event, Kind
from quizapp.store.fold import REVIEWS, Line, line_of, started, step
from quizapp.store.history import History, replay
from quizapp.store.rows import (
    INSERT_EVENT,
    STANDING_COLUMNS,
    UPDATE_STANDING,
    event_values,
    placed_event,
    standing_of,
    standing_values,
)
from quizapp.store.standing import Standing
from quizapp.store.tally import Tally, tallies, tally_of

# These change nothing but the standing of the card they name, by one step.
_STEPS = REVIEWS | {
    Kind.SUSPEND,
    Kind.RESUME,
    Kind.BURY,
    Kind.FLAG,
    Kind.RESET,
    Kind.RESCHEDULE,
    Kind.REVISE,
}
_DECK_ACTS = frozenset({Kind.START, Kind.STOP})
_TALLY = ", ".join(Tally._fields)
_INSERT_REVIEW = (
    f"INSERT OR REPLACE INTO review (card, deck, {_TALLY}) VALUES (?, ?{', ?' * len(Tally._fields)})"
)


def shuffle_of(card: str) -> int:
    """A number of 31 bits that puts cards due the same day into an order that looks random."""
    return zlib.crc32(card.encode()) & 0x7FFFFFFF


def record(database: Database, device: str, drafts: Sequence[Draft]) -> tuple[Event, ...]:
    """Append `drafts` as events of `device` and fold them in. Raises ValueError for what can't be folded."""
    seq = database.value("SELECT max(seq) FROM event WHERE device = ?", (device,)) or 0
    stamp = database.value("SELECT max(stamp) FROM event") or 0
    events = []
    for number, draft in enumerate(drafts, start=1):
        event = placed_event(draft, device=device, seq=seq + number, stamp=stamp + number)
        check(event)
        row = database.run(INSERT_EVENT, event_values(event)).lastrowid or 0
        _fold_in(database, line_of(event, row))
        events.append(event)
    return tuple(events)


def deck_row(database: Database, name: str) -> int:
    """The row of the deck `name`, made where missing."""
    row = database.value("SELECT id FROM deck WHERE name = ?", (name,))
    if row is None:
        row = database.run("INSERT INTO deck (name) VALUES (?)", (name,)).lastrowid
    return int(row)


def refold(database: Database, names: Iterable[str]) -> None:
    """Make the standings of these cards, and the states of these decks, anew from the log."""
    for name, lines, settled in History(database).each(names):
        if "/" in name:
            standing, reviews = tallies(name, settled)
            _rewrite_reviews(database, name, lines, [tally for _, tally in reviews])
            _write_standing(database, standing)
        else:
            _write_deck(database, name, settled)


def refold_all(database: Database) -> int:
    """Make everything that is folded anew from the log; returns how many cards have events."""
    database.run("DELETE FROM review")
    database.run("UPDATE deck SET started_stamp = NULL, started_device = NULL")
    fresh = standing_values(Standing(""))
    database.run(UPDATE_STANDING.replace(" WHERE id = ?", ""), fresh)
    count = 0
    for name, lines in replay(database):
        if "/" in name:
            row = card_row(database, name)
            standing, reviews = tallies(name, lines)
            _write_standing(database, standing)
            for _, tally in reviews:
                database.run(_INSERT_REVIEW, (*row, *tally))
            count += 1
        else:
            _write_deck(database, name, lines)
    return count


def _fold_in(database: Database, line: Line) -> None:
    if line.kind in _STEPS:
        found = database.row(
            f"SELECT id, deck, {STANDING_COLUMNS} FROM standing WHERE card = ?", (line.card,)
        )
        if found is None:
            card, deck = card_row(database, line.card)
            before = Standing(line.card)
        else:
            card, deck, *columns = found
            before = standing_of(columns)
        after = step(before, line)
        if after is not before:
            database.run(UPDATE_STANDING, [*standing_values(after), card])
        if line.kind in REVIEWS:
            database.run(_INSERT_REVIEW, (card, deck, *tally_of(line, before)))
    elif line.kind in _DECK_ACTS:
        refold(database, [line.card])
    else:
        refold(database, History(database).touched([line]))


def card_row(database: Database, card: str) -> tuple[int, int]:
    """The rows of a card and of its deck, made where missing."""
    found = database.row("SELECT id, deck FROM standing WHERE card = ?", (card,))
    if found is not None:
        return (found[0], found[1])
    deck = deck_row(database, card.partition("/")[0])
    question = card.partition("#")[0]
    sql = "INSERT INTO standing (card, deck, question, shuffle) VALUES (?, ?, ?, ?)"
    row = database.run(sql, (card, deck, question, shuffle_of(card))).lastrowid or 0
    return (row, deck)


def _write_standing(database: Database, standing: Standing) -> None:
    sql = UPDATE_STANDING.replace("WHERE id", "WHERE card")
    database.run(sql, [*standing_values(standing), standing.card])


def _rewrite_reviews(database: Database, name: str, lines: Sequence[Line], wanting: Iterable[Tally]) -> None:
    """Write what of the reviews of a card isn't there as it should be."""
    row = card_row(database, name)
    ids = json.dumps([line.id for line in lines if line.kind in REVIEWS])
    sql = f"SELECT card, deck, {_TALLY} FROM review WHERE id IN (SELECT value FROM json_each(?))"
    present = {found[2]: tuple(found) for found in database.rows(sql, (ids,))}
    wanted = {tally.id: (*row, *tally) for tally in wanting}
    for number in present.keys() - wanted.keys():
        database.run("DELETE FROM review WHERE id = ?", (number,))
    for number, values in wanted.items():
        if present.get(number) != values:
            database.run(_INSERT_REVIEW, values)


def _write_deck(database: Database, name: str, lines: Sequence[Line]) -> None:
    stamp, device = started(lines) or (None, None)
    row = deck_row(database, name)
    sql = "UPDATE deck SET started_stamp = ?, started_device = ? WHERE id = ?"
    database.run(sql, (stamp, device, row))
