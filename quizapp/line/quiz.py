"""A quiz in lines: the rules, each question with its number and the time left, the result, the repair."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from quizapp.answer.response import DontKnow, Response, Revealed, Typed
from quizapp.errors import StoreError
from quizapp.line import card, commands as slash, quizacts, quizwords
from quizapp.line.prompts import Prompt, start
from quizapp.line.prompts.reading import Unclear
from quizapp.line.talk import Ended, Talk
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit, wording
from quizapp.study.quiz.course import Certainty
from quizapp.study.quiz.quiz import Over, Quiz
from quizapp.study.quiz.repair import Repair
from quizapp.study.quiz.view import Stage

T = TypeVar("T")


class Left(Exception):  # noqa: N818 - the learner stops for now, nothing is wrong
    """The learner stops; the quiz can be taken up again."""


class QuizTalk:
    """Holds the conversation about one attempt."""

    def __init__(self, desk: Desk, talk: Talk, quiz: Quiz) -> None:
        self.desk = desk
        self.talk = talk
        self.quiz = quiz
        self._prompt: Prompt | None = None
        self._shown: tuple[int, Stage] | None = None
        self._begun = False

    def run(self) -> bool:
        """Go on until it is handed in and marked, or the learner or the input stops; tell whether it is done.

        Then the result is said, and what was missed can be put into spaced repetition.
        """
        try:
            while self.quiz.stage is not Stage.DONE:
                self._step()
            self.results()
            while self._after():
                pass
        except Left:
            self._stop()
        except Ended:
            self.talk.say()
            self._stop()
        return self.quiz.stage is Stage.DONE

    def say(self, lines: Iterable[str]) -> None:
        """Say several lines."""
        for line in lines:
            self.talk.say(line)

    def insist(self, act: Callable[[], T]) -> T:
        """Do what has to be stored; when that fails, say so and let the learner try again."""
        while True:
            try:
                return act()
            except StoreError as error:
                self.talk.say(str(error))
                line = self.talk.ask("Not stored, Enter tries again, /quit gives up: ")
                typed = slash.command_of(line)
                if typed is not None and typed.name == "quit":
                    raise

    def afresh(self) -> None:
        """Say the question shown from the beginning at the next step."""
        self._shown = None
        self._prompt = None

    def results(self) -> None:
        """Say the result."""
        self.talk.say()
        self.say(wording.as_text(self.quiz.result(), sit.before(self.desk, self.quiz.attempt)))

    def over(self, draft: Response | None = None) -> bool:
        """Look at the clock; say what is over, if anything is. draft: given in time, but not stored yet."""
        match self.insist(lambda: self.quiz.tick(draft)):
            case Over.PAPER:
                self.talk.say("The time is over: the quiz is handed in as it was.")
            case Over.QUESTION:
                self.talk.say("The time for this question is over: it is closed.")
                if self.quiz.stage is Stage.ASKING:
                    self.insist(self.quiz.forward_open)
            case Over.ELSEWHERE:
                self.talk.say(wording.ELSEWHERE)
            case _:
                return False
        self.afresh()
        return True

    def give(self, response: Response) -> None:
        """Give a response, with how sure one is where that is asked; then go on, or tell how it was."""
        quiz = self.quiz
        if not self._answered(response):
            return
        self._prompt = None
        if quiz.stage is not Stage.ASKING:
            return
        if quiz.unanswered:
            self.insist(quiz.forward_open)
        else:
            self.talk.say("Every question is answered. /handin hands in; /go 1 looks at the first again.")
        self.afresh()

    def present(self) -> None:
        """Say the question shown, what was given to it, and what can be chosen."""
        quiz, item = self.quiz, self.quiz.item
        worth = f", {wording.many_points(quiz.entry.worth.points)}"
        here = quiz.left_here
        time = f", {wording.clock(here)} for it" if here is not None and quiz.can_answer else ""
        self.talk.say(f"Question {self._place()}{worth}{time}, from {item.deck_title}.")
        self.say(quizacts.asked(item))
        if quiz.stage is Stage.ASKING:
            if quiz.slot.closed:
                self.talk.say("Its time is over.")
            elif quiz.item.self_rated and quiz.paper.rules.exam:
                self.talk.say(quizwords.WRITE)
            else:
                self.say(self._fresh().shown)
            if quiz.given is not None:
                self.talk.say(f"Your answer: {quizacts.given(quiz)}. Another one replaces it.")
            if quiz.slot.later:
                self.talk.say("It is marked for later.")

    # How it is done

    def _step(self) -> None:
        if self.over():
            return
        quiz = self.quiz
        if self._shown != (quiz.place, quiz.stage):
            if self._shown is None or self._shown[0] != quiz.place:
                self._prompt = None
                self.talk.say()
                self.present()
            self._shown = (quiz.place, quiz.stage)
            self._feedback()
        match quiz.stage:
            case Stage.ASKING:
                self._ask()
            case Stage.REVEALED | Stage.MARKING:
                self._ask_mark()
            case Stage.JUDGED:
                self._ask_on()

    def _feedback(self) -> None:
        """Say what there is to tell at this stage."""
        quiz = self.quiz
        if quiz.stage in {Stage.REVEALED, Stage.MARKING}:
            if quiz.stage is Stage.MARKING:
                self.talk.say(f"Your answer: {quizacts.given(quiz)}")
            self.say(card.answered(quiz.item))
            self.talk.say(quizwords.MARK)
        elif quiz.stage is Stage.JUDGED:
            if quiz.verdict is not None:
                labels = start(quiz.item.question.body, quiz.item.face, quiz.item.layout).labels
                self.say(card.judged(quiz.verdict, quiz.sentence, labels))
            self.say(card.answered(quiz.item))

    def _ask(self) -> None:
        quiz = self.quiz
        prompt = self._fresh()
        part = f", {prompt.part}" if prompt.part and not quiz.slot.closed else ""
        kind = "Closed" if quiz.slot.closed else quiz.item.question.kind.capitalize()
        line = self.talk.ask(f"{kind}, {self._place()}{part}{self._time()}: ")
        if self.over() or self._command(line):
            return
        text = slash.text_of(line)
        if not text.strip() and not self._begun and not self._turns():
            self.onward()
        elif quiz.slot.closed:
            self.talk.say("This question is closed. Enter goes on.")
        else:
            self._respond(text)

    def onward(self) -> None:
        """Go on without an answer: to the next question, or back to those left open."""
        if not self.insist(self.quiz.forward):
            quizacts.overview(self)
            self.talk.say("This is the last question. /handin hands in; /go 1 goes to the first.")

    def _turns(self) -> bool:
        return self.quiz.item.self_rated and not self.quiz.paper.rules.exam

    def _respond(self, text: str) -> None:
        quiz = self.quiz
        if quiz.item.self_rated:
            self.give(Typed((text,)) if quiz.paper.rules.exam and text.strip() else Revealed())
            return
        try:
            response = self._fresh().take(text)
        except Unclear as unclear:
            self.talk.say(str(unclear))
            return
        self._begun = response is None
        if response is not None:
            self.give(response)

    def _answered(self, response: Response) -> bool:
        """Store a response and how sure one is of it; False if the time was over before.

        It is kept before that is asked: nothing can come between.
        """
        quiz, sure = self.quiz, None
        if quiz.paper.rules.certainty and not isinstance(response, DontKnow):
            self.insist(lambda: quiz.keep(response))
            try:
                sure = self._certainty()
            except (Ended, Left):
                if quiz.can_answer:
                    self.insist(lambda: quiz.answer(response))
                raise
            if self.over(response):
                return False
        self.insist(lambda: quiz.answer(response, sure))
        return True

    def _certainty(self) -> Certainty | None:
        while True:
            self.talk.say(quizwords.SURENESS)
            line = self.talk.ask(f"Certainty, {self._place()}{self._time()}: ").strip().casefold()
            if line == "/quit":
                raise Left
            word = line.lstrip("/")
            if not word or word in quizwords.SURE:
                return quizwords.SURE.get(word)

    def _ask_mark(self) -> None:
        line = self.talk.ask(f"Your mark, {self._place()}{self._time()}: ")
        word = line.strip().casefold().lstrip("/")
        if self.over():
            return
        if word in quizwords.MARKS:
            self.insist(lambda: self.quiz.self_mark(quizwords.MARKS[word]))
            self._shown = None if self.quiz.stage is Stage.MARKING else (self.quiz.place, self.quiz.stage)
            self._prompt = None
        elif not self._command(line):
            self.talk.say(quizwords.MARK)

    def _ask_on(self) -> None:
        line = self.talk.ask(f"Go on, {self._place()}{self._time()}: ")
        if self.over() or self._command(line):
            return
        if self.quiz.unanswered:
            self.insist(self.quiz.forward_open)
        else:
            self.insist(self.quiz.hand_in)
        self.afresh()

    def _after(self) -> bool:
        """After the result: the repair, once; tell whether to ask again."""
        repair = Repair(self.quiz)
        offers = quizacts.offered(repair)
        if not offers:
            return False
        self.say(offers)
        line = self.talk.ask("Enter ends: ")
        typed = slash.command_of(line)
        if typed is None:
            return bool(line.strip())
        return quizacts.after(self, repair, typed)

    def _command(self, line: str) -> bool:
        typed = slash.command_of(line)
        if typed is None:
            return False
        if typed.name == "quit":
            raise Left
        quizacts.do(self, typed)
        return True

    def _fresh(self) -> Prompt:
        if self._prompt is None:
            item = self.quiz.item
            self._prompt = start(item.question.body, item.face, item.layout)
            self._begun = False
        return self._prompt

    def _place(self) -> str:
        return f"{self.quiz.place + 1} of {len(self.quiz.paper.entries)}"

    def _time(self) -> str:
        left = self.quiz.left
        return "" if left is None else f", {wording.clock(left)} left"

    def _stop(self) -> None:
        if self.quiz.stage is Stage.DONE:
            return
        self.insist(self.quiz.leave)
        runs = " The clock runs on." if self.quiz.paper.rules.runs else ""
        self.talk.say(f"Everything given is kept. 'quizapp quiz --resume' goes on.{runs}")
