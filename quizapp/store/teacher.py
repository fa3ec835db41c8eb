"""The log of some decks for a teacher's eyes: who answered stays unknown."""

import json
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from quizapp.store import codec, owner
from quizapp.store.connection import Database
from quizapp.store.event import Event, Kind
from quizapp.store.fold import REVIEWS
from quizapp.store.rows import EVENT_COLUMNS, event_of
from quizapp.store.store import Store
from quizapp.store.transfer import FOR_TEACHER, FORMAT

KIND = FOR_TEACHER
_TOLD = REVIEWS | {Kind.OVERRIDE, Kind.VOID, Kind.RESET, Kind.REVISE, Kind.ADOPT}
_IN_DECKS = (
    "card IN (SELECT s.card FROM standing s JOIN deck d ON d.id = s.deck"
    " WHERE d.name IN (SELECT value FROM json_each(?)))"
)


class Content(NamedTuple):
    """What an export for a teacher has in it.

    learner: the random name it is under. reviews, cards: how many. first_day, last_day: study days of
    reviews, None if there are none. typed: responses with text of the learner's own; chosen: others.
    """

    decks: tuple[str, ...]
    learner: str
    events: int
    reviews: int
    cards: int
    first_day: int | None
    last_day: int | None
    typed: int
    chosen: int


def content(store: Store, decks: Sequence[str]) -> Content:
    """Look what an export of these decks would have in it."""
    events = list(_events(store.database, decks))
    reviews = [event for event in events if event.kind in REVIEWS]
    days = [event.day for event in reviews]
    typed = sum(_is_typed(event) for event in events)
    return Content(
        decks=tuple(decks),
        learner=_name(store, decks),
        events=len(events),
        reviews=len(reviews),
        cards=len({event.card for event in reviews}),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        typed=typed,
        chosen=sum(event.response is not None for event in events) - typed,
    )


def export_for_teacher(store: Store, decks: Sequence[str], *, responses: bool) -> Generator[str, None, None]:
    """The reviews of these decks' cards, line by line: a header, the wordings answered, the events in order.

    The learner has a random name, which stays the same for these decks, so that two exports are known
    to be of one person. Devices and sittings have numbers. responses: with what was typed. Flags,
    notes of what was put off and everything of other decks is not in it.
    """
    database = store.database
    name = _name(store, decks)
    with database.snapshot():
        events = list(_events(database, decks))
        wordings = list(_wordings(database, events))
        header = {
            "format": FORMAT,
            "kind": KIND,
            "learner": name,
            "decks": list(decks),
            "responses": responses,
            "wordings": len(wordings),
            "events": len(events),
        }
        yield json.dumps(header)
        for wording in wordings:
            values = dict(zip(codec.WORDING_FIELDS, wording, strict=True))
            yield json.dumps({"wording": values}, ensure_ascii=False)
        masked = _Masked(name)
        for event in events:
            yield codec.event_to_json(masked.event(event, responses=responses))


class _Masked:
    """Puts numbers in the place of names."""

    def __init__(self, learner: str) -> None:
        self._learner = learner
        self._devices: dict[str, str] = {}
        self._sittings: dict[str, str] = {}

    def event(self, event: Event, *, responses: bool) -> Event:
        target = None if event.target is None else (self._device(event.target[0]), event.target[1])
        return replace(
            event,
            device=self._device(event.device),
            target=target,
            sitting=self._sittings.setdefault(event.sitting, f"s{len(self._sittings) + 1}"),
            response=event.response if responses or not _is_typed(event) else None,
        )

    def _device(self, device: str) -> str:
        return self._devices.setdefault(device, f"{self._learner}-{len(self._devices) + 1}")


def _events(database: Database, decks: Sequence[str]) -> Iterator[Event]:
    """What a teacher is told of: answers, what changed or took them back, and new starts."""
    names = json.dumps(list(decks))
    kinds = json.dumps(sorted(_TOLD))
    sql = (
        f"SELECT {EVENT_COLUMNS} FROM event WHERE kind IN (SELECT value FROM json_each(?)) AND {_IN_DECKS}"
        " ORDER BY stamp, device"
    )
    found = [event_of(row) for row in database.stream(sql, (kinds, names))]
    kept = {event.key for event in found if event.kind is not Kind.VOID}
    return (event for event in found if event.kind is not Kind.VOID or event.target in kept)


def _wordings(database: Database, events: Sequence[Event]) -> Iterator[tuple[str, ...]]:
    wanted = json.dumps(sorted({(event.card, event.wording) for event in events if event.wording}))
    columns = ", ".join(f"wording.{name}" for name in codec.WORDING_FIELDS)
    sql = (
        f"SELECT {columns} FROM json_each(?) AS wanted JOIN wording"
        " ON wording.card = wanted.value ->> 0 AND wording.fingerprint = wanted.value ->> 1"
    )
    yield from database.stream(sql, (wanted,))


def _is_typed(event: Event) -> bool:
    return event.response is not None and event.response.startswith('["typed"')


def _name(store: Store, decks: Sequence[str]) -> str:
    """The random name under which this learner's answers to these decks are known to a teacher."""
    key = f"teacher:{decks[0]}"
    name = owner.read(store.database, key)
    if name is None:
        name = owner.new_id()
        if not store.read_only:
            with store.database.transaction():
                owner.write(store.database, key, name)
    return name
