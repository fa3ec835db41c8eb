"""Sets right what was recorded under a wrong clock."""

from dataclasses import replace

from quizapp.memory.days import date_of, misdated
from quizapp.memory.model import Moment, Rating, Scheduling
from quizapp.memory.scheduler import decide
from quizapp.store.diary import Recent
from quizapp.store.event import Draft, Kind
from quizapp.store.fold import fold
from quizapp.store.store import Store
from quizapp.study.drafts import decided, draft_of
from quizapp.text import counted

_LOOKED_AT = 2_000


def redate(store: Store, moment: Moment, how: Scheduling) -> str | None:
    """Let the reviews of an evening with a wrong clock count for another study day.

    That is the day after the last one before it, today at the latest: whoever studies daily did it then.
    The log keeps them as they were; an override names each and says for which study day it counts and
    when the card is due from there. Returns a sentence for the learner, None if there is nothing to do.
    """
    recent = store.recent_days(_LOOKED_AT)
    days = [review.day for review in recent]
    wrong = misdated(days, moment.day)
    if not wrong:
        return None
    today = min(moment.day, max(days[: wrong[0]], default=moment.day - 1) + 1)
    for index in wrong:
        store.append(_redated(store, recent[index], moment._replace(day=today), how))
    answers = counted(len(wrong), "answer was", "answers were")
    return (
        f"{answers} recorded on {date_of(recent[wrong[0]].day)}, when the clock was wrong;"
        f" now counted for {date_of(today)}."
    )


def _redated(store: Store, review: Recent, moment: Moment, how: Scheduling) -> Draft:
    """Decide anew what the review's rating does to its card, as if it had been given at `moment`."""
    lines = store.history(review.card)
    place = next(place for place, line in enumerate(lines) if line.key == review.key)
    before = fold(review.card, lines[:place])
    rating = Rating(lines[place].rating or Rating.AGAIN)
    decision = decide(before.progress, rating, moment, how, review.card)
    draft = draft_of(Kind.OVERRIDE, review.card, moment, "", "")
    return replace(
        decided(draft, rating, decision, how),
        target=review.key,
        counted_day=moment.day,
    )
