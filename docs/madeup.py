"""Made-up learners for the pictures: decks, and what was studied when, always the same."""

import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import sat
import shelf
from evenings import DAY, NOW, answer, clock_of, desk_of, err, put, study
from knowing import right

from quizapp.paths import paths_from
from quizapp.study.plan import Plan

_DAYS = 45
_YEAR = 330
_HOLIDAYS = range(196, 211)
_BEGUN = (
    *(("immune-system-4f7k", 0), ("what-immunotherapy-is-9m2x", 40), ("benefits-and-harms-t3w8", 90)),
    *(("place-in-treatment-y5r2", 150), ("kinds-of-immunotherapy-h6q3", 318)),
)
_BROKEN = """\
format: 1
deck: Notes from the seminar
id: seminar-2b7d
questions:
  - id: brake
    question: Which image stands for a checkpoint?
    answr: A brake
  - id: nodes
    question: Which organs filter lymph?
    typed: true
    answer: lymph nodes
"""


def newcomer(home: Path) -> None:
    """Nothing was done yet."""


def weeks(home: Path) -> None:
    """Three decks, studied on most evenings for weeks, and a little today."""
    study(home, _DAYS)
    with desk_of(home) as desk:
        desk.refresh()
        answer(desk, Plan(), random.Random("today"), 11)


def year(home: Path) -> None:
    """Most of a year, at different hours, with holidays, mistakes and mix-ups; one deck is hardly begun."""
    chance = random.Random("year")
    settings = paths_from({"QUIZAPP_HOME": str(home)}).settings
    settings.parent.mkdir(parents=True)
    settings.write_text("new_per_day = 3\n", encoding="utf-8")
    with desk_of(home, now=NOW - _YEAR * DAY) as desk:
        desk.refresh()
        for number in range(_YEAR + 1):
            for deck, since in _BEGUN:
                if since == number:
                    desk.start(deck)
            off = chance.random() < 0.12 or number in _HOLIDAYS
            if off and number < _YEAR - 12:
                continue
            hour = chance.choice((7, 7, 12, 18, 18, 18, 21)) if number < _YEAR else 18
            clock_of(desk).set((NOW - (_YEAR - number) * DAY).replace(hour=hour, minute=0))
            err(desk, chance, 0.93 if hour == 7 else 0.86 if hour < 20 else 0.8, 9 if number == _YEAR else 60)


def finished(home: Path) -> None:
    """The same, with everything of today done."""
    study(home, _DAYS)
    with desk_of(home) as desk:
        desk.refresh()
        answer(desk, Plan(), random.Random("today"), 400)


def away(home: Path) -> None:
    """The same, but nothing for three weeks."""
    study(home, _DAYS, before=21)


def kinds(home: Path) -> None:
    """One deck with a question of each kind."""
    put(home, Path(__file__).with_name("all-kinds.deck.yaml").read_text(encoding="utf-8"), "one-of-each")
    primer = Path(__file__).with_name("primer.txt")
    shutil.copy(primer, paths_from({"QUIZAPP_HOME": str(home)}).decks / primer.name)


def odd(home: Path) -> None:
    """One deck of cards that are hard to show: scripts, formulas, a picture, long options."""
    put(home, Path(__file__).with_name("odd-cards.deck.yaml").read_text(encoding="utf-8"), "odd-cards")


def broken(home: Path) -> None:
    """A deck of the learner's own with a mistake in it, beside those that come along."""
    put(home, _BROKEN, "seminar")


def many(home: Path) -> None:
    """Five hundred decks."""
    for number in range(500):
        title = f"{_SUBJECTS[number % len(_SUBJECTS)]}, part {number // len(_SUBJECTS) + 1}"
        asked = f"  - {{question: What is number {number}?, answer: '{number}', id: q}}\n"
        put(home, f"format: 1\ndeck: {title}\nid: d{number:03}\nquestions:\n{asked}", f"d{number:03}")


def examinee(home: Path) -> None:
    """The deck of all kinds, and its exam: sat three times before, and now under way for 27 minutes."""
    sat_before(home)
    with desk_of(home, shipped=False) as desk:
        desk.refresh()
        sat.under_way(desk, right, _KINDS, 27)


def sat_before(home: Path) -> None:
    """The deck of all kinds, and its exam sat three times in the past weeks."""
    kinds(home)
    folder = paths_from({"QUIZAPP_HOME": str(home)}).decks
    (folder / "mock.exam.yaml").write_text(sat.EXAM, encoding="utf-8")
    for days, knows in ((19, 0.35), (8, 0.6), (1, 0.8)):
        with desk_of(home, shipped=False, now=NOW - days * DAY) as desk:
            desk.refresh()
            sat.finished(desk, right, _KINDS, knows)


def begun(home: Path) -> None:
    """The deck of all kinds, begun today: a few answers are all there is."""
    kinds(home)
    with desk_of(home, shipped=False) as desk:
        desk.refresh()
        desk.start(_KINDS)
        answer(desk, Plan(), random.Random("begun"), 6)


def practising(home: Path) -> None:
    """The deck of all kinds, with a round of practice that was just begun."""
    kinds(home)
    with desk_of(home, shipped=False) as desk:
        desk.refresh()
        sat.practising(desk, _KINDS)


def tongues(home: Path) -> None:
    """A deck in many scripts, with long words and long texts, studied once, and a quiz on it."""
    put(home, Path(__file__).with_name("tongues.deck.yaml").read_text(encoding="utf-8"), "tongues")
    with desk_of(home, shipped=False, now=NOW - 2 * DAY) as desk:
        desk.refresh()
        desk.start("tongues-m4ny")
        answer(desk, Plan(), random.Random("tongues"), 40)
        sat.finished(desk, right, "tongues-m4ny", 0.5, blueprint=sat.PLAIN)


def behind(home: Path) -> None:
    """Weeks of study, then two evenings without, and more reviews than a day may bring."""
    study(home, _DAYS, before=2)
    shelf.settle(home, "new_per_day = 4\nreviews_per_day = 12\n")


def stopped(home: Path) -> None:
    """Weeks of study, then every deck was stopped."""
    study(home, _DAYS, before=1)
    with desk_of(home) as desk:
        desk.refresh()
        for deck in desk.store.started():
            desk.stop(deck)


def waiting(home: Path) -> None:
    """All of today is done but for cards that are due in an hour."""
    kinds(home)
    shelf.settle(home, 'new_per_day = 4\nlearning_steps = ["1m", "1h"]\n')
    with desk_of(home, shipped=False) as desk:
        desk.refresh()
        desk.start(_KINDS)
        answer(desk, Plan(), random.Random("waiting"), 40)


def author(home: Path) -> None:
    """A deck that is being written, one that is well, and one that can't be read."""
    folder = Path(__file__)
    put(home, folder.with_name("author.deck.yaml").read_text(encoding="utf-8"), "seminar")
    put(home, folder.with_name("all-kinds.deck.yaml").read_text(encoding="utf-8"), "well")
    put(home, _BROKEN.replace("answr: A brake", "answer: [A brake"), "unreadable")


_KINDS = "one-of-each-k1nd"
_SUBJECTS = ("Anatomy", "Biochemistry", "Cell biology", "Genetics", "Immunology", "Pharmacology", "Virology")

LEARNERS: Mapping[str, tuple[Callable[[Path], None], bool]] = {
    "newcomer": (newcomer, True),
    "weeks": (weeks, True),
    "year": (year, True),
    "finished": (finished, True),
    "away": (away, True),
    "kinds": (kinds, False),
    "odd": (odd, False),
    "broken": (broken, True),
    "many": (many, False),
    "examinee": (examinee, False),
    "sat": (sat_before, False),
    "begun": (begun, False),
    "practising": (practising, False),
    "tongues": (tongues, False),
    "author": (author, False),
    "behind": (behind, True),
    "stopped": (stopped, True),
    "waiting": (waiting, False),
    "shelf": (shelf.shelf, False),
    "faulty": (shelf.faulty, True),
    "nothing": (newcomer, False),
}
"""By name: what makes the learner's home, and whether the decks that come along are there."""


def make(home: Path, learner: str) -> None:
    """Make the home of a learner in a new folder."""
    home.mkdir(parents=True)
    LEARNERS[learner][0](home)


def copy(home: Path, to: Path) -> None:
    """Give a picture a home of its own."""
    shutil.copytree(home, to)
