"""Events of one card to its standing: pure, the same live and in replay."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from quizapp.memory.fsrs import WEIGHTS, next_memory
from quizapp.memory.model import Phase, Rating
from quizapp.store.event import Event, Kind
from quizapp.store.standing import Standing

REVIEWS = frozenset({Kind.STUDY, Kind.EARLY, Kind.CRAM})
COUNTED = frozenset({Kind.STUDY, Kind.EARLY})
LONGEST_ANSWER_MS = 60_000
MARKS = frozenset({Kind.SUSPEND, Kind.RESUME, Kind.BURY, Kind.FLAG})
"""Acts that say how a card is treated; its memory takes no notice of them."""
BEARS_ON_MARKS = MARKS | {Kind.RESET, Kind.REVISE}
"""Acts whose taking back, or leaving, changes what `marked` gives."""

Key = tuple[str, int]
Order = tuple[int, str]


class Line(NamedTuple):
    """What of an event has a bearing on a standing; fields as in `Event`. id: its row in the file."""

    id: int
    stamp: int
    device: str
    seq: int
    kind: str
    card: str
    at: int
    day: int
    target_device: str | None
    target_seq: int | None
    rating: int | None
    phase: str | None
    after_phase: str | None
    after_step: int | None
    interval: int | None
    due_day: int | None
    due_at: int | None
    weights: str | None
    revision: int | None
    wording: str | None
    origin: str | None
    value: int | None
    counted_day: int | None
    answer_ms: int | None
    offset: int
    retention: float | None

    @property
    def key(self) -> Key:
        """What names the event."""
        return (self.device, self.seq)

    @property
    def order(self) -> Order:
        """Where it stands in the log."""
        return (self.stamp, self.device)

    @property
    def target(self) -> Key | None:
        """The event it takes back or changes."""
        if self.target_device is None or self.target_seq is None:
            return None
        return (self.target_device, self.target_seq)


_SAME = tuple(name for name in Line._fields if name != "id" and not name.startswith("target_"))


def line_of(event: Event, row: int) -> Line:
    """Return what a fold needs of `event`, which has this row in the file."""
    device, seq = event.target or (None, None)
    same = {name: getattr(event, name) for name in _SAME}
    return Line(id=row, target_device=device, target_seq=seq, **same)


def settle(
    lines: Iterable[Line], voided: Iterable[Key], overrides: Mapping[Key, Sequence[Line]]
) -> list[Line]:
    """Return what counts of `lines`, in order: without the voided, and with overrides applied.

    voided: keys of the events some VOID takes back. overrides: those of each review, in any order;
    voided ones among them don't count.
    """
    gone = frozenset(voided)
    kept = [line for line in lines if line.key not in gone]
    kept.sort(key=_by_order)
    if not overrides:
        return kept
    return [_overridden(line, overrides.get(line.key, ()), gone) for line in kept]


def fold(card: str, lines: Iterable[Line]) -> Standing:
    """Fold settled lines, in order, into the standing of `card`."""
    standing = Standing(card)
    for line in lines:
        standing = step(standing, line)
    return standing


def step(standing: Standing, line: Line) -> Standing:
    """Return the standing after one more settled line."""
    match line.kind:
        case Kind.STUDY | Kind.EARLY:
            return _reviewed(standing, line)
        case Kind.SUSPEND:
            return replace(standing, suspended=True)
        case Kind.RESUME:
            return replace(standing, suspended=False)
        case Kind.BURY:
            return replace(standing, buried_until=line.value)
        case Kind.FLAG:
            return replace(standing, flag=line.value or 0)
        case Kind.RESET:
            return _afresh(standing, standing.revision)
        case Kind.REVISE:
            return _afresh(standing, line.revision or standing.revision)
        case Kind.RESCHEDULE if standing.phase is not Phase.NEW:
            interval = standing.interval if line.interval is None else line.interval
            return replace(standing, due_day=line.due_day, due_at=None, interval=interval)
        case _:
            return standing


def marked(standing: Standing, lines: Iterable[Line]) -> Standing:
    """Return the standing with the marks these lines leave: whether it is suspended, put off, flagged.

    lines: settled and in order; those of other kinds than `BEARS_ON_MARKS` change nothing.
    """
    left = fold(standing.card, (line for line in lines if line.kind in BEARS_ON_MARKS))
    return replace(standing, suspended=left.suspended, buried_until=left.buried_until, flag=left.flag)


def started(lines: Iterable[Line]) -> Order | None:
    """Tell since when a deck is started: the place in the log, or None if it is off.

    lines: the settled lines that name the deck, in order.
    """
    since: Order | None = None
    for line in lines:
        if line.kind == Kind.START:
            since = since or line.order
        elif line.kind == Kind.STOP:
            since = None
    return since


def _by_order(line: Line) -> Order:
    return (line.stamp, line.device)


def _overridden(line: Line, overrides: Sequence[Line], gone: frozenset[Key]) -> Line:
    if line.kind not in REVIEWS:
        return line
    for override in sorted(overrides, key=_by_order):
        if override.key in gone:
            continue
        if override.rating is not None:
            line = line._replace(rating=override.rating)
        if override.after_phase is not None:
            line = line._replace(
                after_phase=override.after_phase,
                after_step=override.after_step,
                interval=override.interval,
                due_day=override.due_day,
                due_at=override.due_at,
            )
        if override.counted_day is not None:
            line = line._replace(day=override.counted_day)
    return line


def _reviewed(standing: Standing, line: Line) -> Standing:
    rating = Rating(line.rating or Rating.AGAIN)
    last_day = line.day if standing.last_day is None else standing.last_day
    phase = line.phase or standing.phase
    lapse = phase == Phase.REVIEW and rating is Rating.AGAIN
    return replace(
        standing,
        phase=Phase(line.after_phase or Phase.REVIEW),
        step=line.after_step or 0,
        memory=next_memory(weights_of(line.weights), standing.memory, rating, max(0, line.day - last_day)),
        interval=line.interval or 0,
        due_day=line.day if line.due_day is None else line.due_day,
        due_at=line.due_at,
        first_day=line.day if standing.first_day is None else standing.first_day,
        last_day=max(line.day, last_day),
        last_at=line.at,
        reviews=standing.reviews + 1,
        lapses=standing.lapses + lapse,
        wording=line.wording or standing.wording,
    )


def weights_of(name: str | None) -> tuple[float, ...]:
    """Return the weights of that id."""
    # A log from a later version may name weights we don't have; ours are the nearest there is.
    return WEIGHTS.get(name or "") or next(iter(WEIGHTS.values()))


def _afresh(standing: Standing, revision: int) -> Standing:
    return Standing(
        standing.card,
        suspended=standing.suspended,
        flag=standing.flag,
        revision=revision,
        wording=standing.wording,
    )
