"""Events and standings as rows of the database."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from quizapp.memory.model import Memory, Phase
from quizapp.store.event import Draft, Event, Kind
from quizapp.store.standing import Standing

_KEY = ("device", "seq", "stamp")
_PLAIN = tuple(
    name for name in Draft.__dataclass_fields__ if name not in {"kind", "target"}
)  # columns that have the value of the field as it is
_COLUMNS = (*_KEY, "kind", "target_device", "target_seq", *_PLAIN)
_plain = attrgetter(*_PLAIN)
EVENT_COLUMNS = ", ".join(_COLUMNS)
INSERT_EVENT = f"INSERT INTO event ({EVENT_COLUMNS}) VALUES ({', '.join('?' * len(_COLUMNS))})"


def event_values(event: Event) -> list[object]:
    """What `INSERT_EVENT` wants."""
    device, seq = event.target or (None, None)
    return [
        event.device,
        event.seq,
        event.stamp,
        event.kind.value,
        device,
        seq,
        *_plain(event),
    ]


def event_values_of_each(
    event: Event, names: Iterable[tuple[str, str | None, int | None]]
) -> Iterator[tuple[object, ...]]:
    """What `INSERT_EVENT` wants for events like `event`, which is the first of them.

    names: for each the card, and device and number of the event it is aimed at.
    """
    device, _, _, kind, _, _, _, *rest = event_values(event)
    assert _PLAIN[0] == "card"
    for number, (card, target_device, target_seq) in enumerate(names):
        yield (device, event.seq + number, event.stamp + number, kind, target_device, target_seq, card, *rest)


def event_of(row: Sequence[Any]) -> Event:
    """Read `EVENT_COLUMNS`."""
    device, seq, stamp, kind, target_device, target_seq, *plain = row
    target = None if target_device is None else (target_device, target_seq)
    return Event(
        device=device,
        seq=seq,
        stamp=stamp,
        kind=Kind(kind),
        target=target,
        **dict(zip(_PLAIN, plain, strict=True)),
    )


def placed_event(draft: Draft, *, device: str, seq: int, stamp: int) -> Event:
    """Give a draft its place in the log."""
    return Event(
        device=device,
        seq=seq,
        stamp=stamp,
        kind=draft.kind,
        target=draft.target,
        **dict(zip(_PLAIN, _plain(draft), strict=True)),
    )


_FOLDED = (
    "phase",
    "step",
    "stability",
    "difficulty",
    "interval",
    "due_day",
    "due_at",
    "first_day",
    "last_day",
    "last_at",
    "reviews",
    "lapses",
    "suspended",
    "buried_until",
    "flag",
    "revision",
    "wording",
)
STANDING_COLUMNS = ", ".join(("card", *_FOLDED))
UPDATE_STANDING = f"UPDATE standing SET {', '.join(f'{name} = ?' for name in _FOLDED)} WHERE id = ?"


def standing_of(row: Sequence[Any]) -> Standing:
    """Read `STANDING_COLUMNS`."""
    card, phase, step, stability, difficulty, *rest = row
    interval, due_day, due_at, first_day, last_day, last_at, reviews, lapses, *acts = rest
    suspended, buried_until, flag, revision, wording = acts
    return Standing(
        card,
        Phase(phase),
        step,
        None if stability is None else Memory(stability, difficulty),
        interval,
        due_day,
        due_at,
        first_day,
        last_day,
        last_at,
        reviews,
        lapses,
        bool(suspended),
        buried_until,
        flag,
        revision,
        wording,
    )


def standing_values(standing: Standing) -> list[object]:
    """What `UPDATE_STANDING` wants, but for the row's id."""
    stability, difficulty = standing.memory or (None, None)
    return [
        standing.phase.value,
        standing.step,
        stability,
        difficulty,
        standing.interval,
        standing.due_day,
        standing.due_at,
        standing.first_day,
        standing.last_day,
        standing.last_at,
        standing.reviews,
        standing.lapses,
        int(standing.suspended),
        standing.buried_until,
        standing.flag,
        standing.revision,
        standing.wording,
    ]
