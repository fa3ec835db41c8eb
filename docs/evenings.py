"""How made-up learners study: on which days, at what hour, knowing how much."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from knowing import right

from quizapp.answer.response import Chosen, DontKnow, Response, Revealed, Truth, Typed
from quizapp.clock import SetClock
from quizapp.deck.model import Body, Choice, Cloze, Flashcard, ShortAnswer, TrueFalse
from quizapp.library.library import Library
from quizapp.memory.model import Rating
from quizapp.paths import paths_from
from quizapp.settings import load
from quizapp.store.store import Store
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.sitting import Stage

NOW = datetime.fromisoformat("2026-11-24T18:30:00+01:00")
"""When every picture is taken."""
_STEP = timedelta(seconds=9)
DAY = timedelta(days=1)
_STARTED = (("immune-system-4f7k", 0), ("what-immunotherapy-is-9m2x", 10), ("benefits-and-harms-t3w8", 39))


@contextmanager
def desk_of(home: Path, *, shipped: bool = True, now: datetime = NOW) -> Iterator[Desk]:
    """Open the desk of a made-up learner; with `shipped` the decks that come along are there."""
    paths = paths_from({"QUIZAPP_HOME": str(home)})
    paths = paths if shipped else replace(paths, shipped=home / "none")
    store = Store.open(paths.store)
    library = Library.open(paths, prefer=store.marks())
    with Desk(paths, load(paths.settings), SetClock(now, _STEP), library, store, "tui") as desk:
        yield desk


def put(home: Path, text: str, name: str) -> None:
    """Put a deck file among the learner's own."""
    folder = paths_from({"QUIZAPP_HOME": str(home)}).decks
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.deck.yaml").write_text(text, encoding="utf-8")


def study(home: Path, days: int, *, before: int = 0) -> None:
    """Study on most evenings of so many days, the last of them `before` + 1 days ago."""
    chance = random.Random("learner")
    settings = paths_from({"QUIZAPP_HOME": str(home)}).settings
    settings.parent.mkdir(parents=True)
    settings.write_text("new_per_day = 4\n", encoding="utf-8")
    with desk_of(home, now=NOW - (days + before) * DAY) as desk:
        desk.refresh()
        for number in range(days):
            clock_of(desk).set(NOW - (days + before - number) * DAY)
            for deck, since in _STARTED:
                if since == number:
                    desk.start(deck)
            if number % 7 != 5 or number > days - 6:
                answer(desk, Plan(), chance, 60)


def answer(desk: Desk, plan: Plan, chance: random.Random, most: int) -> None:
    """Answer up to `most` cards, knowing more and more of them."""
    session = desk.session(plan)
    while (item := session.item) is not None and session.answered < most:
        knows = chance.random() < (0.9 if item.standing.reviews else 0.65)
        clock_of(desk).advance(timedelta(seconds=4 + 12 * chance.random()))
        session.answer(right(item.question.body, item.face) if knows else DontKnow())
        if session.stage is Stage.REVEALED:
            session.rate(Rating.GOOD)
        else:
            session.next()


def err(desk: Desk, chance: random.Random, knows: float, most: int) -> None:
    """Answer up to `most` cards; what isn't known is guessed, or taken for what was asked just before."""
    session = desk.session(Plan())
    typed = ""
    while (item := session.item) is not None and session.answered < most:
        body = item.question.body
        clock_of(desk).advance(timedelta(seconds=3 + 14 * chance.random()))
        known = chance.random() < (knows if item.standing.reviews else 0.62)
        session.answer(right(body, item.face) if known else _wrong(body, typed))
        if isinstance(body, ShortAnswer):
            typed = body.answer
        if session.stage is Stage.REVEALED:
            session.rate(Rating.GOOD if known else Rating.AGAIN)
        else:
            session.next()


def _wrong(body: Body, typed: str) -> Response:
    if isinstance(body, Choice) and not body.many:
        return Chosen((len(body.options) - 1,))
    if isinstance(body, TrueFalse):
        return Truth(not body.answer)
    if isinstance(body, ShortAnswer) and typed not in {"", body.answer}:
        return Typed((typed,))
    return (
        Revealed()
        if isinstance(body, Flashcard) or (isinstance(body, Cloze) and not body.typed)
        else DontKnow()
    )


def clock_of(desk: Desk) -> SetClock:
    """The clock of a made-up learner's desk, to be set."""
    assert isinstance(desk.clock, SetClock)
    return desk.clock
