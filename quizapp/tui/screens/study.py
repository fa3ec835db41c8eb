"""The study screen: one card after the other, each in its place."""

import os
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from quizapp.answer.response import DontKnow, Typed
from quizapp.deck.model import Card
from quizapp.errors import QuizappError
from quizapp.library.entry import SHIPPED
from quizapp.memory.model import Rating
from quizapp.study.session import Session
from quizapp.tui.screens.offered import offered
from quizapp.tui.screens.studying import Studying
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.widgets.card import Given
from quizapp.tui.widgets.notice import Notice

_FLAGS = 5
_AWAY: dict[str, tuple[Callable[[Session], None], str]] = {
    "bury": (Session.bury, "That card is put off until tomorrow."),
    "suspend": (Session.suspend, "That card won't be asked any more. Undo takes it back in."),
    "reset": (Session.reset, "That card is new again. Undo gives its memory back."),
}


class StudyScreen(Studying):
    """Asks the cards of a session. What may be done, and what it does, is the session's to say."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "next", "Next", id="study.next"),
        Binding("enter,space", "accept(3)", "Good", id="study.accept.good"),
        Binding("enter,space", "accept(2)", "Hard", id="study.accept.hard"),
        Binding("enter,i", "type", "Type", id="study.type"),
        Binding("r", "retry", "Try again", id="study.retry"),
        *(
            Binding(
                str(rating.value),
                f"rate({rating.value})",
                rating.name.capitalize(),
                show=False,
                id=f"study.rate.{rating.value}",
            )
            for rating in Rating
        ),
        Binding("h,f2", "hint", "Hint", id="study.hint"),
        Binding("d,f3", "dont_know", "Don't know", id="study.dont_know"),
        Binding("u,f4,ctrl+z", "undo", "Undo", id="study.undo"),
        Binding("o", "overrule(True)", "I was right", id="study.right"),
        Binding("w", "overrule(False)", "I was wrong", id="study.wrong"),
        Binding("g,f5", "guessed", "Guess", id="study.guessed"),
        Binding("o", "overrule_last(True)", "Last one was right", show=False, id="study.last_right"),
        Binding("w", "overrule_last(False)", "Last one was wrong", show=False, id="study.last_wrong"),
        Binding("b", "away('bury')", "Not today", show=False, id="study.bury"),
        Binding("s", "away('suspend')", "Suspend", show=False, id="study.suspend"),
        Binding("n", "away('reset')", "New again", show=False, id="study.reset"),
        Binding("m", "flag", "Flag", show=False, id="study.flag"),
        Binding("v", "view", "Source", id="study.view"),
        Binding("e,f6", "edit", "Edit", show=False, id="study.edit"),
        Binding("pageup", "scroll(-1)", "Scroll up", show=False, id="study.page_up"),
        Binding("pagedown", "scroll(1)", "Scroll down", show=False, id="study.page_down"),
        Binding("escape,q", "leave", "Decks", id="study.leave"),
    ]

    @property
    def unsaid(self) -> Collection[str]:
        """A judge can be mistaken about words; what was chosen or not known is seldom right after all."""
        session = self._session
        return () if session is None or isinstance(session.response, Typed) else ("overrule(True)",)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the stage allows."""
        if (action == "type" and self.focused is not None) or (action == "undo" and not self.can_undo):
            return False
        return offered(self._session, action, parameters)

    def action_next(self) -> None:
        """Go on to the next card."""
        self.do(self.session.next)

    def action_retry(self) -> None:
        """Try once more."""
        self.do(self.session.retry, given=Given.REOPENED)

    def action_rate(self, rating: int) -> None:
        """Give a rating."""
        self.do(lambda: self.session.rate(Rating(rating)))

    def action_accept(self, rating: int) -> None:
        """Give the rating that most answers get."""
        self.action_rate(rating)

    def action_hint(self) -> None:
        """Show one more hint."""
        self.session.touched()
        self.do(lambda: self.session.hint() and None, given=Given.KEPT)

    def action_dont_know(self) -> None:
        """Say that one doesn't know."""
        self.submit(DontKnow())

    def action_undo(self) -> None:
        """Take the last thing back."""
        self.do(lambda: self.session.undo() or "There is nothing to take back.")

    def action_overrule(self, right: bool) -> None:
        """Say that the judge is mistaken about this answer."""
        self.do(lambda: self.session.overrule(right))

    def action_overrule_last(self, right: bool) -> None:
        """Say that the judge was mistaken about the answer before."""

        def overrule() -> str:
            self.session.overrule(right)
            return f"Your last answer counts as {'right' if right else 'wrong'} now."

        self.do(overrule, given=Given.KEPT)

    def action_guessed(self) -> None:
        """Say beforehand that the response is a guess, or take that back."""
        self.guessed = not self.guessed
        self.do(lambda: None, given=Given.KEPT)

    def action_away(self, how: str) -> None:
        """Put the card away: until tomorrow, until it is resumed, or to start afresh."""

        def away() -> str:
            act, said = _AWAY[how]
            act(self.session)
            return said

        self.do(away)

    def action_flag(self) -> None:
        """Give the card its next flag, or none after the last."""
        item = self.session.item
        assert item is not None
        self.do(lambda: self.session.flag((item.standing.flag + 1) % _FLAGS), given=Given.KEPT)

    def action_view(self) -> None:
        """Show the passages the question was drawn from."""
        # Documents are read by those who ask for them only.
        from quizapp.author.documents import folder_from  # noqa: PLC0415 - sources are seldom read
        from quizapp.author.passage import passages  # noqa: PLC0415 - as above
        from quizapp.tui.screens.passage import PassageScreen  # noqa: PLC0415 - as above

        item = self.session.item
        if item is not None:
            found = passages(self.desk.library, item.card, folder_from(os.environ))
            self.app.push_screen(PassageScreen(found))

    def action_edit(self) -> None:
        """Open the question in the learner's editor; of a shipped deck, offer a copy."""
        from quizapp.tui.screens.copying import CopyScreen  # noqa: PLC0415 - editing is rare

        item = self.session.item
        found = self.desk.library.question(item.card) if item is not None else None
        if item is None or found is None:
            self.query_one(Notice).say(("That question is no longer in its deck.",))
            return
        question, entry = found
        if entry.origin != SHIPPED:
            self._edit(item.card, entry.path, question.line)
            return

        def chosen(copy: bool | None) -> None:
            if copy:
                self._edit_copy(item.card)

        self.app.push_screen(CopyScreen(entry.title, str(self.desk.paths.decks)), chosen)

    def _edit_copy(self, card: Card) -> None:
        try:
            self.desk.library.copy(card.deck)
        except QuizappError as error:
            self._offer_again(error, lambda: self._edit_copy(card), self.give_focus)
            return
        found = self.desk.library.question(card)
        if found is not None:
            self._edit(card, found[1].path, found[0].line)

    def _edit(self, card: Card, path: Path, line: int) -> None:
        """Let the file be edited, then go on with what it says now."""
        from quizapp.tui.editing import edit  # noqa: PLC0415 - editing is rare
        from quizapp.tui.faults import fault_near  # noqa: PLC0415 - as above
        from quizapp.tui.screens.rereading import reread  # noqa: PLC0415 - as above

        if trouble := edit(self.app, os.environ, path, line):
            self.query_one(Notice).say((trouble,))
            return

        def failed(error: QuizappError) -> None:
            self._offer_again(error, lambda: self._edit(card, path, line), self.give_focus)

        def read(told: Sequence[str]) -> None:
            fault = fault_near(self.desk.library, card.deck, path, line)
            if fault is None:
                self._reread(told)
                return
            again = fault.line
            self._offer_again(fault.error, lambda: self._edit(card, path, again), lambda: self._reread(told))

        reread(self.app, self.desk, path, read, failed)

    def _offer_again(
        self, error: QuizappError, again: Callable[[], None], otherwise: Callable[[], None]
    ) -> None:
        self.app.push_screen(TroubleScreen(error), lambda chosen: again() if chosen else otherwise())

    def _reread(self, told: Sequence[str]) -> None:
        """Go on with the decks as they read now; what was typed stays where the question is the same."""
        try:
            anew = self.session.reread()
        except QuizappError as error:
            self._offer_again(error, lambda: self._reread(told), self.give_focus)
            return
        self.do(lambda: "\n".join(told) or None, given=Given.GONE if anew else Given.KEPT)

    def action_scroll(self, by: int) -> None:
        """Scroll a long card."""
        self.card.page(by)

    def action_type(self) -> None:
        """Give the keys to the response again."""
        self.give_focus()
        self.card.keep_in_sight()

    def action_leave(self) -> None:
        """Go back to the decks; every answer given is kept already."""
        self.dismiss()
