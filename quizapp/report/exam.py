"""The mark to be expected in an exam on a given day, from the memory states in the log."""

from typing import NamedTuple

from quizapp.memory.fsrs import retrievability
from quizapp.report import goal as goals
from quizapp.report.expect import Belief, Expected, Known, belief, expect
from quizapp.report.goal import Candidate, Pace, Work
from quizapp.report.selection import EVERYTHING, YEAR, Part, Selection, all_time, part_of
from quizapp.report.subjects import Subjects
from quizapp.store import figures
from quizapp.store.connection import Database
from quizapp.store.figures import Held
from quizapp.store.fold import weights_of
from quizapp.study.desk import Desk

_FEW = 200
_SECONDS, _FRESH = 10.0, 2.5
"""What an answer takes, and how many a new card takes on its first day, while the log can't say."""


class Exam(NamedTuple):
    """What an exam on study day `on` would find. whole: of all cards selected; topics: of each.

    goal: the share asked for; work: what it takes; both None if none was asked for. lasts: by what
    factor this learner's memories last longer than the default weights foretell; reviews: on how many
    that rests.
    """

    day: int
    on: int
    whole: Expected
    topics: tuple[Expected, ...]
    goal: float | None
    work: Work | None
    lasts: float
    reviews: int


def exam(desk: Desk, day: int, on: int, selection: Selection = EVERYTHING, goal: float | None = None) -> Exam:
    """Return what an exam on the study day `on` would find if nothing is studied from `day` until then.

    goal: a share, 0 to 1. Draws are seeded by the cards and the two days. Raises ValueError if `on` lies
    before `day` or the goal isn't a share, UsageError for a tag that no card has.
    """
    if on < day or not (goal is None or 0 < goal <= 1):
        raise ValueError("an exam lies ahead, and its goal is a share")
    part = part_of(desk, selection, all_time())
    database = desk.store.database
    with database.snapshot():
        held = figures.held(database, part.cards)
        believed = belief(_evidence(database, part, day))
        pace = _pace(desk, part, day, believed)
    subjects = Subjects(desk.library, dict.fromkeys(card.deck for card in held))
    cards = [Known(subjects.topic(card.question), _chance(card, on)) for card in held]
    whole, topics = expect(cards, believed, f"{day} {on} {len(cards)}")
    work = None
    if goal is not None:
        candidates = [Candidate(card.memory, card.last_day, card.due_day) for card in held]
        work = goals.work(candidates, day, on, goal, pace)
    lasts = 2.718281828459045**believed.mean
    return Exam(day, on, whole, topics, goal, work, lasts, believed.reviews)


def _chance(card: Held, on: int) -> float | None:
    if card.memory is None or card.last_day is None:
        return None
    return retrievability(weights_of(None), on - card.last_day, card.memory.stability)


def _evidence(database: Database, part: Part, day: int) -> list[tuple[int, int, int]]:
    """How the past year's reviews of these cards went; of all cards if these have few."""
    own = figures.evidence(database, part.ever._replace(first=day - YEAR + 1, last=day))
    if sum(reviews for _, reviews, _ in own) >= _FEW:
        return own
    return figures.evidence(database, figures.Slice(day - YEAR + 1, day))


def _pace(desk: Desk, part: Part, day: int, believed: Belief) -> Pace:
    database = desk.store.database
    year = part.ever._replace(first=day - YEAR + 1, last=day)
    cells = figures.days(database, year)
    answers, ms = sum(cell.reviews for cell in cells), sum(cell.ms for cell in cells)
    begun, ratings, _ = figures.first_times(database, year)
    return Pace(
        review=ms / 1000 / answers if answers and ms else _SECONDS,
        fresh=ratings / begun if begun else _FRESH,
        retention=desk.settings.desired_retention,
        factor=believed.mean,
    )
