"""How much was kept: right answers to cards in review, beside what was aimed at."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from quizapp.memory.days import date_of
from quizapp.report.wilson import Share, share
from quizapp.store.figures import DayCell
from quizapp.store.tally import RECALLED, Stage


class Kept(NamedTuple):
    """Reviews of young or mature cards. kept: those that were right, with a 95 % interval.

    aimed: the retention that was set when they were asked; foretold: what the memory model expected,
    late and early reviews considered. Both 0 to 1, means over the reviews; None without any.
    """

    kept: Share
    aimed: float | None
    foretold: float | None


def in_words(kept: Kept) -> str:
    """Say what can be said of a share beside its aim, given how sure it is; empty without reviews."""
    share, aimed, foretold = kept.kept, kept.aimed, kept.foretold
    if share.low is None or share.high is None:
        return ""
    said = f"Surely between {100 * share.low:.0f} and {100 * share.high:.0f} %"
    if aimed is None:
        return f"{said}."
    if share.low > aimed:
        return f"{said}: more than was aimed at."
    if share.high >= aimed:
        return f"{said}: as was aimed at."
    late = foretold is not None and share.high >= foretold
    why = "but as foretold, since many came late" if late else "and less than was foretold"
    return f"{said}: less than was aimed at, {why}."


class Month(NamedTuple):
    """A month of the calendar, as (year, month)."""

    when: tuple[int, int]
    young: Kept
    mature: Kept
    both: Kept


class Retention(NamedTuple):
    """What was kept in the whole period, and month by month, the earliest first."""

    young: Kept
    mature: Kept
    both: Kept
    months: tuple[Month, ...]


def retention(cells: Iterable[DayCell]) -> Retention:
    """Sum up the cells of a period."""
    sums: dict[tuple[int, int], dict[Stage, list[int]]] = defaultdict(dict)
    months: dict[int, tuple[int, int]] = {}
    for cell in cells:
        if cell.stage in RECALLED:
            if cell.day not in months:
                when = date_of(cell.day)
                months[cell.day] = (when.year, when.month)
            one = sums[months[cell.day]].setdefault(cell.stage, [0, 0, 0, 0])
            one[0] += cell.reviews
            one[1] += cell.reviews if cell.rating > 1 else 0
            one[2] += cell.aim
            one[3] += cell.chance
    rows = tuple(Month(when, *_three(sums[when])) for when in sorted(sums))
    whole = {
        stage: [sum(column) for column in zip(*parts, strict=True)]
        for stage in RECALLED
        if (parts := [found[stage] for found in sums.values() if stage in found])
    }
    return Retention(*_three(whole), rows)


def _three(sums: dict[Stage, list[int]]) -> tuple[Kept, Kept, Kept]:
    young, mature = (sums.get(stage, [0, 0, 0, 0]) for stage in RECALLED)
    both = [left + right for left, right in zip(young, mature, strict=True)]
    return (_kept(young), _kept(mature), _kept(both))


def _kept(sums: list[int]) -> Kept:
    count, right, aim, chance = sums
    if not count:
        return Kept(share(0, 0), None, None)
    return Kept(share(right, count), aim / count / 1000 or None, chance / count / 1000 or None)
