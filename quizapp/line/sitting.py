"""A sitting in lines: says the card, takes a line, says what came of it."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from quizapp.answer.response import DontKnow, Response
from quizapp.errors import StoreError
from quizapp.line import acts, card, words
from quizapp.line.commands import Typed, command_of, text_of
from quizapp.line.prompts import Prompt, start
from quizapp.line.prompts.reading import Unclear
from quizapp.line.talk import Ended, Talk
from quizapp.study.item import Item
from quizapp.study.session import Session
from quizapp.study.sitting import Stage
from quizapp.text import counted

if TYPE_CHECKING:
    from quizapp.author.passage import Passage

T = TypeVar("T")


class Quit(Exception):  # noqa: N818 - the learner ends the sitting, nothing is wrong
    """The learner wants to end the sitting."""


class Sitting:
    """Holds the conversation about one session.

    today: tells the study day. passages: reads what an item's question rests on.
    """

    def __init__(
        self,
        session: Session,
        talk: Talk,
        today: Callable[[], int],
        passages: "Callable[[Item], tuple[Passage, ...]]" = lambda _item: (),
    ) -> None:
        self.session = session
        self.talk = talk
        self.today = today
        self._passages = passages
        self.guessed = False
        self._prompt: Prompt | None = None
        self._told: tuple[str, ...] = ()
        self._offered = False

    def run(self) -> bool:
        """Go on until the learner or the input ends, or nothing is left; then sum up.

        Tells whether there may be more input. Raises StoreError if the last response could not be
        stored and the learner gave up.
        """
        going_on = True
        try:
            while self._step():
                pass
        except Quit:
            pass
        except Ended:
            going_on = False
        self.say(words.summed_up(self.session.summary()))
        return going_on

    def say(self, lines: Iterable[str]) -> None:
        """Say several lines."""
        for line in lines:
            self.talk.say(line)

    def afresh(self) -> None:
        """Say the card on the table from the beginning at the next step."""
        self._prompt = None
        self._offered = False
        self._told = ()

    def present(self) -> None:
        """Say the question of the card on the table, and what can be chosen."""
        item = self.session.item
        if item is None:
            self.talk.say("No card is on the table.")
            return
        self.say(card.asked(item))
        prompt = self._prompt or start(item.question.body, item.face, item.layout)
        self.say(prompt.shown)

    def passages(self) -> "tuple[Passage, ...]":
        """What the question on the table rests on."""
        return self._passages(self._item())

    def insist(self, act: Callable[[], T]) -> T:
        """Do what has to be stored; when that fails, say so and let the learner try again."""
        while True:
            try:
                return act()
            except StoreError as error:
                self.talk.say(str(error))
                self.talk.say("Your answer is kept here but not stored yet.")
                if not self._try_again():
                    raise

    def _try_again(self) -> bool:
        try:
            line = self.talk.ask("Not stored, Enter tries again, /quit gives up: ")
        except Ended:
            return False
        typed = command_of(line)
        return typed is None or typed.name != "quit"

    def _step(self) -> bool:
        self._tell()
        match self.session.stage:
            case Stage.ASKING:
                self._ask()
            case Stage.REVEALED:
                self._ask_rating()
            case Stage.JUDGED:
                self._ask_on()
            case Stage.DONE:
                return self._ask_more()
        return True

    def _tell(self) -> None:
        """Say the session's notices, each once."""
        for notice in self.session.notices:
            if notice not in self._told:
                self.talk.say(notice)
        self._told = self.session.notices

    def _ask(self) -> None:
        item = self._item()
        if self._prompt is None:
            self._prompt = start(item.question.body, item.face, item.layout)
            if self.session.verdict is None:
                self.talk.say()
            self.present()
        part = f", {self._prompt.part}" if self._prompt.part else ""
        kind = item.question.kind.capitalize()
        if self.session.verdict is not None:
            kind = f"{kind}, second try"
        line = self.talk.ask(f"{kind}, {self._place()}{part}: ")
        self.session.touched()
        self._take(line)

    def _take(self, line: str) -> None:
        typed = command_of(line)
        if typed is not None:
            self._command(typed)
        else:
            self.respond(text_of(line))

    def respond(self, text: str) -> None:
        """Take a line of the response; judge it once it is whole."""
        assert self._prompt is not None
        try:
            response = self._prompt.take(text)
        except Unclear as unclear:
            self.talk.say(str(unclear))
            return
        if response is not None:
            self.give(response)

    def give(self, response: Response) -> None:
        """Have a response judged, and say what came of it."""
        guessed, self.guessed = self.guessed, False
        session = self.session
        self.insist(lambda: session.answer(response, guessed=guessed))
        self._offered = False
        item = self._item()
        if session.stage is Stage.REVEALED:
            self.say(card.answered(item))
            return
        if not isinstance(response, DontKnow):
            self.judged()
        if session.can_retry:
            self.talk.say("That was close: type it once more, or press Enter to go on.")
            return
        self.say(card.answered(item))
        self.rated()

    def judged(self) -> None:
        """Say what the judge found."""
        item, verdict = self._item(), self.session.verdict
        if verdict is not None:
            # Before a second try the parts would give the answer away.
            parts = None if self.session.can_retry else start(item.question.body, item.face, item.layout)
            labels = parts.labels if parts else None
            self.say(card.judged(verdict, self.session.sentence, labels))

    def rated(self) -> None:
        """Say the rating in the log."""
        if self.session.rating is not None:
            self.talk.say(card.rated(self.session.rating, self.session.interval))

    def _ask_rating(self) -> None:
        offers = self.session.offers
        if not self._offered:
            self.talk.say(f"How was it? {card.offered(offers)}")
            self._offered = True
        line = self.talk.ask(f"Rating, {self._place()}: ")
        typed = command_of(line)
        if typed is None:
            typed = command_of(f"/{line.strip()}")
            assert typed is not None
            if typed.name not in acts.RATINGS:
                self.talk.say(f"Give a number: {card.offered(offers)}")
                return
        self._command(typed)

    def _ask_on(self) -> None:
        retry = self.session.can_retry
        line = self.talk.ask(f"{'Once more or go on' if retry else 'Go on'}, {self._place()}: ")
        typed = command_of(line)
        if typed is not None:
            self._command(typed)
        elif not line.strip():
            if retry:
                self.say(card.answered(self._item()))
                self.rated()
            self.session.next()
            self.afresh()
        elif retry:
            self.try_again()
            self.respond(text_of(line))
        else:
            self.talk.say("Press Enter to go on; /? lists what else you can do.")

    def try_again(self) -> None:
        """Begin the second try."""
        item = self._item()
        self.session.retry()
        self._prompt = start(item.question.body, item.face, item.layout)

    def _ask_more(self) -> bool:
        """Nothing is due now: wait with the learner, or end."""
        seconds = self.session.wait_seconds()
        if seconds is None:
            self.talk.say()
            self.talk.say("Nothing waits any more. Enter ends the sitting, /undo takes back the last step.")
        else:
            self.talk.say(f"{words.wait(seconds)} Enter looks again, /quit ends the sitting.")
        line = self.talk.ask(f"Done, {counted(self.session.answered, 'answer')}: ")
        typed = command_of(line)
        if typed is not None:
            self._command(typed)
            return True
        if seconds is None:
            return False
        self.session.resume()
        self.afresh()
        return True

    def _command(self, typed: Typed) -> None:
        if typed.name == "quit":
            raise Quit
        acts.do(self, typed)

    def _item(self) -> Item:
        item = self.session.item
        assert item is not None
        return item

    def _place(self) -> str:
        """Say which card this is, of how many: those answered and those left."""
        session = self.session
        number = session.answered + (session.verdict is None)
        return f"{number} of {max(number, session.answered + sum(session.counts))}"
