"""Where the line front end begins: the decks with their numbers, and which one to study."""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizapp import __version__
from quizapp.errors import QuizappError, UsageError
from quizapp.line import words
from quizapp.line.commands import MARK, Typed, command_of, text_of
from quizapp.line.sitting import Sitting
from quizapp.line.talk import Ended, Talk
from quizapp.memory.spans import ago
from quizapp.paths import shown
from quizapp.study.aboutdeck import DeckFacts, facts_of
from quizapp.study.desk import Desk
from quizapp.study.item import Item
from quizapp.study.overview import DeckRow, Overview
from quizapp.study.plan import Plan
from quizapp.text import counted

if TYPE_CHECKING:
    from quizapp.author.passage import Passage

HELP = (
    "A number or a name studies that deck; an empty line studies what waits in all started decks.",
    "/quiz N practises with 20 questions of a deck, or goes on with a quiz that was left.",
    "/exam N gives an exam of a deck, as the deck says if it does.",
    "/stop N leaves a deck out of daily studying; its progress stays.",
    "/problems N says what is wrong in a deck's file.",
    "/about N says what a deck is about.",
    "/list says the decks again.",
    "/undo takes back the last answer or step of today.",
    "/quit ends quizapp.",
    "In a shell, 'quizapp cards' finds cards, 'quizapp stats' shows progress, 'quizapp settings' settings.",
)
_ALONE = {"?", "quit", "list", "undo"}
_WITH_DECK = {"quiz", "exam", "stop", "problems", "about"}

LONG_AWAY = 7
"""Study days without an answer after which the learner is greeted."""


class Home:
    """The conversation around sittings."""

    def __init__(self, desk: Desk, talk: Talk) -> None:
        self._desk = desk
        self._talk = talk
        self._overview: Overview | None = None

    def run(self, plan: Plan | None = None) -> None:
        """Talk until the learner or the input ends. With a plan, one sitting and no more."""
        self._say(self._desk.refresh())
        if plan is not None and (plan.decks or self._desk.store.started()):
            self._study(plan)
            return
        self._talk.say(f"quizapp {__version__} in plain lines; /? says what you can type.")
        try:
            self._list()
            while self._step():
                pass
        except Ended:
            return

    def _step(self) -> bool:
        rest = ", or Enter for what waits" if self._overview and self._overview.waiting else ""
        line = self._talk.ask(f"Deck, {self._choices()}{rest}: ")
        typed = command_of(line)
        try:
            if typed is not None:
                return self._command(typed)
            name = text_of(line).strip()
            if (meant := self._meant(name)) is not None:
                return self._command(meant)
            going_on = self._study(Plan(decks=(self._named(name),)) if name else Plan())
        except QuizappError as error:
            self._talk.say(str(error))
            return True
        if going_on:
            self._list()
        return going_on

    def _meant(self, name: str) -> Typed | None:
        """Return the command that is meant by a line without its slash; None where a deck has that name."""
        typed = command_of(f"{MARK}{name}") if name else None
        if typed is None or typed.name not in (_WITH_DECK if typed.rest else _ALONE):
            return None
        try:
            self._named(name)
        except QuizappError:
            return typed
        return None

    def _choices(self) -> str:
        rows = self._rows()
        return f"1 to {len(rows)}" if len(rows) > 1 else "1" if rows else "none"

    def _rows(self) -> tuple[DeckRow, ...]:
        return self._overview.decks if self._overview else ()

    def _list(self) -> None:
        self._overview = self._desk.overview(stages=True)
        self._say(listed(self._overview))

    def _study(self, plan: Plan) -> bool:
        """Hold a sitting; tells whether there may be more input."""
        desk = self._desk
        if not plan.decks and not desk.store.started():
            self._talk.say("No deck is started yet. Give the number of one to start it.")
            return True
        self._say(notices(desk, plan.decks))
        session = desk.session(plan)
        if session.catch_up:
            self._talk.say(
                "More reviews wait than a day may bring, so new cards pause, and the reviews you are"
                " most likely to know come first."
            )
        return Sitting(session, self._talk, lambda: desk.time.moment().day, self._passages).run()

    def _passages(self, item: Item) -> "tuple[Passage, ...]":
        from quizapp.author.documents import folder_from  # noqa: PLC0415 - read only when asked for
        from quizapp.author.passage import passages  # noqa: PLC0415 - as above

        return passages(self._desk.library, item.card, folder_from(os.environ))

    def _command(self, typed: Typed) -> bool:
        match typed.name:
            case "quit":
                return False
            case "?":
                self._say(HELP)
            case "list":
                self._say(self._desk.refresh())
                self._list()
            case "quiz" | "exam":
                from quizapp.line.holding import hold_for  # noqa: PLC0415 - studying does without

                hold_for(self._desk, self._talk, self._named(typed.rest), exam=typed.name == "exam")
            case "stop":
                row = self._row(typed.rest)
                self._desk.stop(row.id)
                self._talk.say(f"{row.title} is left out of daily studying.")
            case "problems":
                report = self._desk.library.report(self._named(typed.rest))
                self._talk.say(report or "There are no problems in this deck.")
            case "about":
                self._about(self._row(typed.rest))
            case "undo":
                self._talk.say(self._desk.session().undo() or "There is nothing to take back.")
            case _:
                self._talk.say(f"There is no command /{typed.name} here. /? lists them.")
        return True

    def _about(self, row: DeckRow) -> None:
        self._say(about(row, facts_of(self._desk.library, row.id)))

    def _row(self, name: str) -> DeckRow:
        wanted = self._named(name)
        return next(row for row in self._rows() if row.id == wanted)

    def _named(self, name: str) -> str:
        """Return the id of the deck with that number or name. Raises UsageError if there is none."""
        rows = self._rows()
        number = name.rstrip(".")
        if number.isascii() and number.isdecimal() and len(number) < 6:
            if not 1 <= int(number) <= len(rows):
                raise UsageError(f"There is no deck {number}", todo=f"Give {self._choices()}")
            return rows[int(number) - 1].id
        if not name:
            raise UsageError("This needs a deck", todo="Give its number")
        return self._desk.library.deck(name).id

    def _say(self, lines: Sequence[str] | Iterator[str]) -> None:
        for line in lines:
            self._talk.say(line)


def listed(overview: Overview) -> Iterator[str]:
    """Say the decks with their numbers, what waits in each, and how today went."""
    if not overview.decks:
        yield "There are no decks yet. Take one in with: quizapp add FILE"
        return
    for number, row in enumerate(overview.decks, 1):
        yield f"{number}. {row.title}: {_stands(row, overview.day)}."
    if not any(row.started for row in overview.decks):
        yield "No deck is started yet. Give the number of one to begin with it."
        return
    away = overview.day - (overview.day if overview.last_day is None else overview.last_day)
    if away >= LONG_AWAY:
        yield f"Good to have you back after {away} days. Begin with a few cards; what you leave waits."
    today = f"Today: {words.waiting(overview.new, overview.learning, overview.review)} in all"
    if overview.waiting:
        today += f", about {words.minutes(max(1, overview.minutes_left))}"
    if overview.answered:
        right = round(100 * overview.right / overview.answered)
        done = f"{counted(overview.answered, 'answer')} in {words.minutes(overview.minutes)}"
        today += f"; done: {done}, {right} percent right"
    yield f"{today}."
    if overview.streak > 1:
        yield f"You have studied {overview.streak} days in a row."


def about(row: DeckRow, facts: DeckFacts) -> Iterator[str]:
    """Say what a deck is about, what is in it, and where it comes from."""
    yield f"{row.title}: {counted(row.cards, 'card')}, {facts.origin}."
    if row.about:
        yield row.about
    if row.notice:
        yield f"Please note: {row.notice}"
    if facts.kinds:
        kinds = words.joined([f"{kind} {number}" for kind, number in facts.kinds])
        yield f"Questions by kind: {kinds}."
    if facts.includes:
        yield f"It includes {words.joined(facts.includes)}."
    deck = facts.deck
    for document in deck.documents:
        where = [part for part in (document.file, document.url) if part]
        yield f"Source: {document.title}{' (' + ', '.join(where) + ')' if where else ''}."
    if deck.reviewed_on or deck.reviewed_against:
        yield "Reviewed: " + ", ".join(part for part in (deck.reviewed_on, deck.reviewed_against) if part)
    if deck.authors:
        yield f"By {words.joined(deck.authors)}."
    if deck.license:
        yield f"License: {deck.license}."
    yield f"File: {shown(facts.entry.path)}"


def notices(desk: Desk, decks: Sequence[str]) -> Iterator[str]:
    """Say what is to be known of decks before they are studied: notices once, mistakes each time."""
    started = desk.store.started()
    for deck in decks:
        entry = desk.library.deck(deck)
        if deck not in started and entry.notice:
            yield f"{entry.title}. Please note: {entry.notice}"
        if entry.left_out:
            yield (
                f"{entry.title}: {counted(entry.left_out, 'question is', 'questions are')} left out"
                f" because of mistakes in the file; 'quizapp decks --problems {entry.id}' lists them."
            )


def _stands(row: DeckRow, day: int) -> str:
    cards = counted(row.cards, "card")
    if row.stages.known:
        cards += f", {row.stages.known} known"
    if not row.started:
        said = f"not started, {cards}"
    else:
        said = f"{words.waiting(row.new, row.learning, row.review)}, of {cards}"
    if row.last_day is not None:
        said += f", studied {ago(day - row.last_day)}"
    if row.left_out:
        said += f"; {counted(row.left_out, 'question')} left out because of mistakes in the file"
    elif row.problems:
        said += f"; {counted(row.problems, 'problem')} in the file"
    return said
