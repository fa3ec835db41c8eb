"""What each rating would do to a card, and what one does."""

from typing import NamedTuple

from quizapp.memory.fsrs import next_memory, pace, whole
from quizapp.memory.fuzz import bounds, delayed, fuzzed, luck
from quizapp.memory.model import Decision, Memory, Moment, Phase, Progress, Rating, Scheduling

_DAY = 86_400
_RATINGS = tuple(Rating)
_AGAIN, _HARD, _GOOD, _EASY = _RATINGS


class _Case(NamedTuple):
    """What the rules below look at. pace: days for each day of stability. chance: None without fuzz."""

    progress: Progress
    moment: Moment
    scheduling: Scheduling
    pace: float
    chance: float | None


def decide(progress: Progress, rating: Rating, moment: Moment, scheduling: Scheduling, seed: str) -> Decision:
    """Return what `rating`, given at `moment`, does to a card; arguments as for `preview`."""
    return preview(progress, moment, scheduling, seed)[rating]


def preview(progress: Progress, moment: Moment, scheduling: Scheduling, seed: str) -> dict[Rating, Decision]:
    """Return what each rating, given at `moment`, would do to a card.

    seed: the card's key; with the number of its reviews it seeds the fuzz, so that the interval shown
    is the interval applied. Reviews that come early or late count with the study days that truly passed,
    never fewer than none.
    """
    last_day = moment.day if progress.last_day is None else progress.last_day
    elapsed = max(0, moment.day - last_day)
    memories = {
        rating: next_memory(scheduling.weights, progress.memory, rating, elapsed) for rating in _RATINGS
    }
    chance = luck(f"{seed}\n{progress.reviews}") if scheduling.fuzz else None
    case = _Case(progress, moment, scheduling, pace(scheduling.weights, scheduling.retention), chance)
    if progress.phase is Phase.REVIEW:
        return _in_review(case, memories)
    if progress.phase is Phase.RELEARNING:
        return _in_steps(case, memories, Phase.RELEARNING, scheduling.relearning)
    return _in_steps(case, memories, Phase.LEARNING, scheduling.learning)


def _in_review(case: _Case, memories: dict[Rating, Memory]) -> dict[Rating, Decision]:
    """Forgetting starts the relearning steps; each pass comes back later than the one below it."""
    again = memories[_AGAIN]
    if steps := case.scheduling.relearning:
        first = _step(case, _AGAIN, again, (Phase.RELEARNING, 0), steps[0], lapse=True)
    else:
        first = _review(case, _AGAIN, again, _days(case, again, 1), lapse=True)
    return {_AGAIN: first} | _passes(case, memories, case.progress.interval)


def _in_steps(
    case: _Case, memories: dict[Rating, Memory], phase: Phase, steps: tuple[int, ...]
) -> dict[Rating, Decision]:
    """Again starts the steps over, Hard repeats one, Good takes the next, Easy and the last Good graduate.

    Without steps every rating graduates at once.
    """
    if not steps:
        again = memories[_AGAIN]
        first = _review(case, _AGAIN, again, _days(case, again, 1))
        return {_AGAIN: first} | _passes(case, memories, 0)
    # The steps may have been shortened since the card entered them.
    step = min(case.progress.step, len(steps) - 1)
    good, easy = memories[_GOOD], memories[_EASY]
    good_days = _days(case, good, 1)
    easy_days = _days(case, easy, good_days + 1)
    return {
        _AGAIN: _step(case, _AGAIN, memories[_AGAIN], (phase, 0), steps[0]),
        _HARD: _step(case, _HARD, memories[_HARD], (phase, step), _hard_wait(steps, step)),
        _GOOD: _step(case, _GOOD, good, (phase, step + 1), steps[step + 1])
        if step + 1 < len(steps)
        else _review(case, _GOOD, good, good_days),
        _EASY: _review(case, _EASY, easy, easy_days),
    }


def _hard_wait(steps: tuple[int, ...], step: int) -> int:
    """Seconds after Hard: on the first step half-way to the second, or half as long again if it is alone."""
    if step:
        return steps[step]
    if len(steps) > 1:
        return (steps[0] + steps[1]) // 2
    return min(steps[0] * 3 // 2, steps[0] + _DAY)


def _passes(case: _Case, memories: dict[Rating, Memory], previous: int) -> dict[Rating, Decision]:
    """Hard, Good and Easy, each at least a day more than the one before; `previous`: days last decided."""
    decisions, least = {}, 1
    for rating in (_HARD, _GOOD, _EASY):
        days = _days(case, memories[rating], least, previous)
        decisions[rating] = _review(case, rating, memories[rating], days)
        least = days + 1
    return decisions


def _days(case: _Case, memory: Memory, least: int, previous: int = 0) -> int:
    """The interval for `memory`: not below `least`, and no shrinking that rounding or fuzz brings about.

    If the model wants more than `previous`, it is at least a day more. If it wants less, but so little
    less that fuzz could hide it, `previous` stays.
    """
    maximum = case.scheduling.maximum
    wanted = whole(memory.stability * case.pace, maximum)
    if wanted > previous:
        least = max(least, previous + 1)
    elif previous <= bounds(wanted, maximum)[1]:
        least = max(least, previous)
    if case.chance is None:
        return min(max(wanted, least), maximum)
    return fuzzed(wanted, least, maximum, case.chance)


def _review(case: _Case, rating: Rating, memory: Memory, days: int, *, lapse: bool = False) -> Decision:
    """The card is due by the day."""
    return Decision(rating, memory, Phase.REVIEW, 0, days, case.moment.day + days, None, lapse)


def _step(
    case: _Case,
    rating: Rating,
    memory: Memory,
    place: tuple[Phase, int],
    seconds: int,
    *,
    lapse: bool = False,
) -> Decision:
    """The card is due by the minute, or by the day if the step does not end before the study day does."""
    moment = case.moment
    over = seconds - moment.to_rollover
    if over >= 0:
        days = over // _DAY + 1
        return Decision(rating, memory, *place, days, moment.day + days, None, lapse)
    wait = seconds if case.chance is None else delayed(seconds, moment.to_rollover, case.chance)
    due_at = moment.at + wait * 1_000
    return Decision(rating, memory, *place, 0, moment.day, due_at, lapse, seconds)
