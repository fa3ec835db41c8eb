"""A made-up year: two decks, a change of the clocks in Berlin, a month in New York, all sorts of events."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from store.making import SCHEDULING, draft

from quizapp.clock import SetClock
from quizapp.memory.days import moment
from quizapp.memory.model import Moment, Phase, Progress, Rating
from quizapp.memory.scheduler import decide
from quizapp.paths import paths_from
from quizapp.store.event import Draft, Event, Kind
from quizapp.study.desk import Desk

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
FIRST = datetime(2025, 2, 1, tzinfo=BERLIN)
DAYS = 365
AWAY = range(150, 180)  # days in New York
SEED = 20_250_201
TOPICS = ("beats", "valves", None)


class Year(NamedTuple):
    """Where it lies, and its last moment."""

    home: Path
    end: datetime
    days: int

    def clock(self) -> SetClock:
        return SetClock(self.end)


def deck_text(name: str, count: int) -> str:
    """Flashcards (some reversed), choices and short answers; each with its topic and its paragraph."""
    head = f"format: 1\ndeck: The {name}\nid: {name}\ntags: [organ]\n"
    head += "sources:\n  book: {title: A book of organs, file: book.txt}\nquestions:\n"
    return head + "".join(_question(name, number) for number in range(count))


def _question(name: str, number: int) -> str:
    topic = TOPICS[number % 3]
    lines = [
        f"- id: q{number}",
        f"  question: What is {name} {number}?",
        f"  answer: answer{name}{number}",
        f"  source: {{doc: book, paragraph: {1 + number // 4}}}",
        *([f"  topic: {topic}"] if topic else []),
        *(["  tags: [hard]"] if number % 5 == 0 else []),
        ("  reverse: true", "  wrong: [some other, another still]", "  typed: true")[number % 3],
    ]
    return "".join(f"{line}\n" for line in lines)


def lived(home: Path) -> Year:
    """Write decks and log into `home`."""
    decks = paths_from({"QUIZAPP_HOME": str(home)}).decks
    decks.mkdir(parents=True)
    for name, count in (("heart", 48), ("lung", 24), ("never", 3)):
        (decks / f"{name}.deck.yaml").write_text(deck_text(name, count), encoding="utf-8")
    end = FIRST + timedelta(days=DAYS - 1, hours=20)
    with Desk.open({"QUIZAPP_HOME": str(home)}, front="cli", clock=SetClock(FIRST)) as desk:
        desk.library.refresh()
        desk.refresh()
        desk.start("heart")
        desk.start("lung")
        cards = [place[0] for deck in ("heart", "lung") for place in desk.library.places(deck)]
        living = _Living(desk, cards)
        for number in range(DAYS):
            living.day(number)
    return Year(home, end, DAYS)


class _Living:
    """Does what a learner does, day after day; keeps in mind how cards stand."""

    def __init__(self, desk: Desk, cards: list[str]) -> None:
        self.desk = desk
        self.chance = Random(SEED)
        self.cards = cards
        self.fresh = iter(cards)
        self.stand: dict[str, Progress] = {}
        self.due: dict[str, int] = {}
        self.last_day: int | None = None

    def day(self, number: int) -> None:
        if self.chance.random() < 0.15 or 200 <= number < 214:
            return  # days off, and two weeks of holidays
        start = self._start(number)
        drafts: list[Draft] = []
        now = start
        begun = [card for _, card in zip(range(self.chance.randint(0, 2)), self.fresh, strict=False)]
        here, _ = moment(now, 4, self.last_day)
        waiting = [card for card, due in self.due.items() if due <= here.day]
        for card in waiting + begun:
            for _ in range(4):
                now += timedelta(seconds=self.chance.randint(5, 90))
                here, _ = moment(now, 4, self.last_day)
                drafts.append(self._review(card, here))
                if self.stand[card].phase is Phase.REVIEW:
                    break
        self._cram(now, drafts)
        written = self.desk.store.append(*drafts)
        self.last_day = here.day if drafts else self.last_day
        self._second_thoughts(written, here)

    def _start(self, number: int) -> datetime:
        zone = NEW_YORK if number in AWAY else BERLIN
        day = FIRST.date() + timedelta(days=number)
        # Now and then past midnight: still the study day before.
        hour = self.chance.choice((7, 8, 12, 18, 19, 23, 25))
        wall = datetime(day.year, day.month, day.day, tzinfo=zone) + timedelta(hours=hour)
        return wall.astimezone(UTC).astimezone(zone)

    def _review(self, card: str, here: Moment) -> Draft:
        before = self.stand.get(card, Progress())
        rating = Rating(self.chance.choices((1, 2, 3, 4), (15, 10, 65, 10))[0])
        decision = decide(before, rating, here, SCHEDULING, card)
        self.stand[card] = Progress(
            decision.phase, decision.step, decision.memory, here.day, decision.interval, before.reviews + 1
        )
        self.due[card] = decision.due_day
        wrong = card.replace("heart", "lung") if "heart" in card and rating is Rating.AGAIN else None
        return draft(
            Kind.STUDY if self.chance.random() > 0.05 else Kind.EARLY,
            card,
            here.day,
            **_time(here),
            rating=int(rating),
            rated_by="judge",
            verdict="correct" if rating > 1 else "wrong",
            score=float(rating > 1),
            response=json.dumps(["chosen", [0 if rating > 1 else 1]]),
            hints=int(self.chance.random() < 0.1),
            confused=wrong if self.chance.random() < 0.5 else None,
            answer_ms=self.chance.choice((None, 900, 4_000, 20_000, 400_000)),
            phase=before.phase.value,
            step=before.step,
            after_phase=decision.phase.value,
            after_step=decision.step,
            interval=decision.interval,
            due_day=decision.due_day,
            due_at=decision.due_at,
            retention=0.9 if here.day % 50 else 0.85,
            weights=SCHEDULING.weights_id,
        )

    def _cram(self, now: datetime, drafts: list[Draft]) -> None:
        if self.stand and self.chance.random() < 0.1:
            here, _ = moment(now + timedelta(minutes=5), 4, self.last_day)
            card = self.chance.choice(sorted(self.stand))
            drafts.append(
                draft(
                    Kind.CRAM,
                    card,
                    here.day,
                    **_time(here),
                    rating=self.chance.randint(1, 4),
                    answer_ms=3_000,
                )
            )

    def _second_thoughts(self, written: tuple[Event, ...], here: Moment) -> None:
        """Undo the last answer, overrule another, take a card out, put one off: now and then."""
        act = self.chance.random()
        if not written:
            return
        last = written[-1]
        if act < 0.08:
            self._append(draft(Kind.VOID, last.card, here.day, **_time(here), target=last.key))
            self._forget(last.card, here)
        elif act < 0.16 and last.kind is not Kind.CRAM:
            self._append(
                draft(
                    Kind.OVERRIDE,
                    last.card,
                    here.day,
                    **_time(here),
                    target=last.key,
                    rating=3,
                    rated_by="learner",
                    rule="overruled-right",
                    after_phase=Phase.REVIEW.value,
                    after_step=0,
                    interval=30,
                    due_day=here.day + 30,
                )
            )
            self._forget(last.card, here)
        elif act < 0.18:
            self._append(draft(Kind.SUSPEND, last.card, here.day, **_time(here)))
            self.due.pop(last.card, None)
        elif act < 0.22:
            self._append(draft(Kind.BURY, last.card, here.day, **_time(here), value=here.day + 1))
        elif act < 0.23:
            self._append(draft(Kind.RESET, last.card, here.day, **_time(here)))
            self._forget(last.card, here)

    def _append(self, act: Draft) -> None:
        self.desk.store.append(act)

    def _forget(self, card: str, here: Moment) -> None:
        """Take from the log how a card stands after what was done."""
        stands = self.desk.store.standing(card)
        assert stands is not None
        self.stand[card] = stands.progress
        self.due[card] = here.day + 1 if stands.due_day is None else stands.due_day


def _time(here: Moment) -> dict[str, Any]:
    return {"at": here.at, "offset": here.offset}


def raw(desk: Desk) -> Iterator[dict[str, Any]]:
    """The log as `quizapp export` writes it."""
    from quizapp.store.transfer import export_log

    for line in export_log(desk.store):
        values = json.loads(line)
        if "event" in values:
            yield values["event"]
