"""A question of a quiz: asked, given, told."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from textual.content import Content

from quizapp.answer.response import DontKnow, Response, Revealed, Typed
from quizapp.answer.verdict import Result, Verdict
from quizapp.study.item import Item
from quizapp.study.quiz.marks import State, points
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.view import Stage as QuizStage
from quizapp.study.quiz.wording import number
from quizapp.study.sitting import Stage
from quizapp.tui.texts import clean
from quizapp.tui.widgets.card import Asking, CardView, Given
from quizapp.tui.widgets.field import Field
from quizapp.tui.widgets.paper import LATER
from quizapp.tui.widgets.responses import ResponseWidget
from quizapp.tui.widgets.responses.typed import TypedResponse
from quizapp.tui.widgets.verdict import Judged, Line, Piece, Tone, VerdictPanel, judged_lines, revealed_lines

_STAGES = {
    QuizStage.ASKING: Stage.ASKING,
    QuizStage.REVEALED: Stage.REVEALED,
    QuizStage.JUDGED: Stage.JUDGED,
    QuizStage.MARKING: Stage.REVEALED,
    QuizStage.DONE: Stage.DONE,
}
_OWN = {
    State.RIGHT: ("✓ Right, as you say", Result.CORRECT),
    State.PARTLY: ("◐ Partly right, as you say", Result.PARTLY),
    State.WRONG: ("✗ Wrong, as you say", Result.WRONG),
    State.DONT_KNOW: ("✗ Not known", Result.WRONG),
    State.UNANSWERED: ("– Not answered", Result.WRONG),
}


_NARROW = 64
_OWN_MARK = "Compare, and mark your own answer"


class Shown(NamedTuple):
    """What the card view is told."""

    stage: Stage
    verdict: Verdict | None = None
    sentence: str = ""
    response: Response | None = None
    hints: tuple[str, ...] = ()
    interval: str = ""


class NoteResponse(TypedResponse):
    """What the learner would say to a flashcard of an exam, to be marked by themselves at the end."""

    NAME = "In your own words; you mark it yourself at the end"

    def load(self, item: Item) -> None:
        """Empty the field."""
        super().load(item)
        self.query_one(Field).placeholder = "or think it, and press Enter"

    def action_submit(self) -> None:
        """Hand over the words, or that one has them in mind."""
        self.give(self.pending() or Revealed())


class QuizCard(CardView):
    """Shows the question a quiz stands at, with what was given to it."""

    MAKES = (*CardView.MAKES, NoteResponse)

    def __init__(self) -> None:
        super().__init__()
        self._quiz: Quiz | None = None

    def ask(self, quiz: Quiz, draft: Response | None, folder: Path | None = None) -> None:
        """Show where the quiz stands. draft: what was not given yet. folder: the deck's, if it is there."""
        self._quiz = quiz
        self.show(Shown(Stage.ASKING), quiz.item, Given.GONE, guessed=False, sources=(), folder=folder)
        given = draft if quiz.given is None else quiz.given
        if given is not None and self.response is not None:
            self.response.restore(given)
        if _STAGES[quiz.stage] is not Stage.ASKING:
            shown = Shown(_STAGES[quiz.stage], quiz.verdict, quiz.sentence, quiz.given)
            self.show(shown, quiz.item, Given.REOPENED, guessed=False, sources=quiz.entry.sources)
        if self.response is not None and quiz.stage is QuizStage.ASKING and not quiz.can_answer:
            self.response.display = False

    def widget_of(self, item: Item) -> type[ResponseWidget]:
        """In an exam flashcards are answered in words, or in mind."""
        exam = self._quiz is not None and self._quiz.paper.rules.exam
        return NoteResponse if exam and item.self_rated else super().widget_of(item)

    def kind(self, item: Item, title: str, *, guessed: bool) -> Content:
        """Say what is to be done, what it is worth, and how it stands."""
        quiz = self._quiz
        parts = [_OWN_MARK if quiz is not None and quiz.stage is QuizStage.MARKING else clean(title)]
        if quiz is not None:
            worth = quiz.entry.worth
            if worth.points != 1:
                parts.append(f"{number(worth.points)} points")
            if worth.seconds and quiz.stage is QuizStage.ASKING:
                parts.append(f"{worth.seconds} s")
            brief = self.app.size.width < _NARROW
            if quiz.slot.later:
                parts.append(LATER if brief else f"{LATER} for later")
            if quiz.stage is QuizStage.ASKING:
                said = _standing(quiz)
                parts.append(said.removesuffix(" answered") if brief else said)
        return Content(" · ".join(filter(None, parts)))

    def show_verdict(self, session: Asking, item: Item, sources: Sequence[str]) -> None:
        """Show the answer as far as it may be known."""
        panel, quiz = self.query_one(VerdictPanel), self._quiz
        if quiz is None or session.stage is Stage.ASKING:
            panel.hide()
            return
        if session.stage is Stage.REVEALED:
            panel.say(_revealed(quiz, item, sources), Result.SELF)
        elif session.verdict is not None:
            labels = self.response.labels(item) if self.response else ()
            judged = Judged(session.verdict, session.sentence, "", session.response, labels)
            panel.say(_with_points(quiz, judged_lines(item, judged, sources)), session.verdict.result)
        else:
            heading, result = _OWN[quiz.state or State.UNANSWERED]
            lines = islice(revealed_lines(item, sources), 1, None)
            panel.say(_headed(heading, quiz, lines), result)
        self.call_after_refresh(self._bring_in_sight, panel)


def _standing(quiz: Quiz) -> str:
    """Say how the question stands while it can still be changed."""
    if quiz.slot.closed:
        return "its time is over"
    if quiz.given is None:
        return ""
    if isinstance(quiz.given, DontKnow):
        return "● don't know"
    return "● thought of" if isinstance(quiz.given, Revealed) else "● answered"


def _revealed(quiz: Quiz, item: Item, sources: Sequence[str]) -> Iterator[Line]:
    if isinstance(quiz.given, Typed):
        yield Line((Piece("; ".join(quiz.given.texts), Tone.TEXT),), (Piece("You wrote  ", Tone.LABEL),))
        yield Line()
    yield from revealed_lines(item, sources)


def _with_points(quiz: Quiz, lines: Iterator[Line]) -> Iterator[Line]:
    """Say behind the heading what it earns, where questions are worth more than a point or cost some."""
    yield from _headed(next(lines).pieces[0].text, quiz, lines)


def _headed(heading: str, quiz: Quiz, lines: Iterator[Line]) -> Iterator[Line]:
    worth = quiz.entry.worth
    told = ""
    if worth.points != 1 or worth.penalty:
        told = f"   {number(points(quiz.entry, quiz.slot))} of {number(worth.points)} points"
    yield Line((Piece(heading, Tone.HEADING), Piece(told, Tone.QUIET)))
    yield from lines
