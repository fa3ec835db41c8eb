"""What a learner chooses before a quiz, as values and as lines of a form."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeVar

from quizapp.deck.blueprint import Blueprint, Part
from quizapp.text import counted
from quizapp.tui.screens.quiz.words import listed
from quizapp.tui.widgets.form import Line, Sort

T = TypeVar("T")
COUNTS = (5, 10, 15, 20, 30, 50, None)
MINUTES = (None, 5, 10, 15, 20, 30, 45, 60, 90, 120)
SECONDS = (None, 10, 20, 30, 45, 60, 90, 120, 180, 300)
CLOCKS = ("runs", "stands")
PASSING = (None, 50, 60, 70, 80, 90)
PENALTIES = (None, "25%", "50%", "100%")
LABELS = {"topic": "Topics", "tag": "Tags", "source": "Sources", "kind": "Kinds", "level": "Difficulty"}
LEVELS = {1: "easy", 2: "medium", 3: "hard"}
MOST = 1_000


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen so far.

    decks: ids. topic to level: what questions must be; empty is anything. count: None for all.
    exam: the result comes at the end. minutes, seconds: for the whole, for a question; None is no limit.
    clock: what it does while the quiz is interrupted. passing, penalty: percent of the points to pass an
    exam, and what a wrong answer costs in it, as in `Blueprint`. seed: the paper follows from it; None draws
    one.
    """

    decks: tuple[str, ...]
    topic: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    count: int | None = 10
    exam: bool = False
    minutes: int | None = None
    seconds: int | None = None
    certainty: bool = False
    clock: str = "runs"
    passing: int | None = None
    penalty: str | None = None
    seed: str | None = None

    @property
    def part(self) -> Part:
        """The questions that fit."""
        level = tuple(int(one) for one in self.level)
        return Part(topic=self.topic, tag=self.tag, source=self.source, kind=self.kind, level=level)

    def blueprint(self, fit: int) -> Blueprint:
        """The blueprint of this quiz; of fewer questions than asked for, all that fit are taken."""
        count = None if self.count is None else min(self.count, max(1, fit))
        return Blueprint(
            parts=(replace(self.part, count=count),),
            minutes=self.minutes,
            seconds=self.seconds,
            feedback="end" if self.exam else "each",
            clock=self.clock if self.timed else None,
            certainty=self.certainty,
            passing=self.passing if self.exam else None,
            penalty=self.penalty if self.exam else None,
        )

    @property
    def timed(self) -> bool:
        """Tell whether time is limited."""
        return self.minutes is not None or self.seconds is not None


class Facts(NamedTuple):
    """What the lines tell beside the choices. titles: of the decks chosen. fit: questions that fit."""

    titles: tuple[str, ...]
    fit: int


def changed(choices: Choices, name: str, value: Any) -> Choices:
    """Return the choices with another value of one."""
    changes: dict[str, Any] = {name: value}
    return replace(choices, **changes)


def only(name: str, value: str) -> Part:
    """Return the questions that have this topic, tag, source, kind or level."""
    return changed(Choices(()), name, (value,)).part


def stepped(choices: Choices, name: str, by: int) -> Choices:
    """Return the choices with the next value of one, or the value before."""
    match name:
        case "count":
            return replace(choices, count=_next(COUNTS, choices.count, by))
        case "minutes":
            return replace(choices, minutes=_next(MINUTES, choices.minutes, by))
        case "seconds":
            return replace(choices, seconds=_next(SECONDS, choices.seconds, by))
        case "exam":
            return replace(choices, exam=not choices.exam)
        case "certainty":
            return replace(choices, certainty=not choices.certainty)
        case "clock":
            return replace(choices, clock=_next(CLOCKS, choices.clock, by) or "runs")
        case "passing":
            return replace(choices, passing=_next(PASSING, choices.passing, by))
        case "penalty":
            return replace(choices, penalty=_next(PENALTIES, choices.penalty, by))
    return choices


def _next(values: Sequence[T], now: T, by: int) -> T:
    return values[(values.index(now) + by) % len(values)] if now in values else values[0]


def lines(choices: Choices, facts: Facts) -> list[Line]:
    """Return the lines of the form below the one that starts."""
    return [
        Line("", "What is asked", sort=Sort.HEAD),
        Line("decks", "Decks", listed(facts.titles, 2), sort=Sort.OPEN),
        *(
            Line(key, label, _said(key, getattr(choices, key)), sort=Sort.OPEN)
            for key, label in LABELS.items()
        ),
        Line("count", "Questions", _count(choices, facts), f"of {facts.fit} that fit", Sort.STEP),
        Line("", ""),
        Line("", "How it goes", sort=Sort.HEAD),
        Line("exam", "Mode", *_run(choices), Sort.STEP),
        Line("minutes", "Time", _minutes(choices.minutes), "", Sort.STEP),
        Line("seconds", "Per question", _seconds(choices.seconds), "", Sort.STEP),
        *((Line("clock", "Interrupted", *_clock(choices), Sort.STEP),) if choices.timed else ()),
        Line("certainty", "Certainty", *_certainty(choices), Sort.STEP),
        *(_marks(choices) if choices.exam else ()),
        Line("seed", "Paper", *_paper(choices), Sort.OPEN),
    ]


def _said(key: str, chosen: tuple[str, ...]) -> str:
    if not chosen:
        return "any"
    return listed([LEVELS[int(one)] for one in chosen] if key == "level" else list(chosen), 3)


def _count(choices: Choices, facts: Facts) -> str:
    return "all" if choices.count is None else str(min(choices.count, facts.fit) or choices.count)


def _run(choices: Choices) -> tuple[str, str]:
    return (
        ("exam", "the result comes at the end")
        if choices.exam
        else ("practice", "each answer is judged at once")
    )


def _minutes(minutes: int | None) -> str:
    return "no limit" if minutes is None else counted(minutes, "minute")


def _seconds(seconds: int | None) -> str:
    return "no limit" if seconds is None else counted(seconds, "second")


def _clock(choices: Choices) -> tuple[str, str]:
    return ("the clock runs on", "") if choices.clock == "runs" else ("the clock stands still", "")


def _certainty(choices: Choices) -> tuple[str, str]:
    return ("asked", "sure, think so, or guess") if choices.certainty else ("not asked", "")


def _marks(choices: Choices) -> tuple[Line, Line]:
    """What only an exam has."""
    passing = "none" if choices.passing is None else f"{choices.passing} %"
    share = (choices.penalty or "0%").removesuffix("%")
    penalty = "cost nothing" if choices.penalty is None else f"cost {share} % of their points"
    return (
        Line("passing", "To pass", passing, "of the points" if choices.passing else "", Sort.STEP),
        Line("penalty", "Wrong answers", penalty, "", Sort.STEP),
    )


def _paper(choices: Choices) -> tuple[str, str]:
    if choices.seed is None:
        return ("drawn afresh", "what you haven't seen lately comes first")
    return (f"seed {choices.seed}", "the same for everybody with these decks")
