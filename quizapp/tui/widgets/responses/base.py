"""What every response widget has in common."""

from collections.abc import Sequence
from typing import ClassVar

from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from quizapp.answer.response import Response
from quizapp.answer.verdict import Verdict
from quizapp.study.item import Item


class ResponseWidget(Vertical):
    """Lets the learner answer one kind of question.

    One widget serves all cards of its kind: `load` makes it ready for the next. It judges nothing; it
    says `Given` with a response, or `Incomplete` with a sentence where there is nothing to judge yet.
    """

    NAME: ClassVar[str] = ""
    """What the kind is called on the screen, with what to do."""
    SHOWS_PROMPT: ClassVar[bool] = False
    """Whether the prompt is part of the widget, as a sentence with gaps is."""
    serial = 0
    """Counts the cards it was loaded with, so that a response is never taken for another card's."""

    class Given(Message):
        """The learner gave a response."""

        def __init__(self, widget: "ResponseWidget", response: Response) -> None:
            super().__init__()
            self.widget = widget
            self.response = response
            self.serial = widget.serial

    class Incomplete(Message):
        """There is nothing to judge yet; `sentence` says what is missing."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    class Touched(Message):
        """The learner did something for the first time, or again."""

    def title(self, item: Item) -> str:
        """Return what the kind is called on the screen."""
        return self.NAME

    def labels(self, item: Item) -> Sequence[str] | None:
        """Return what to write before each part of a judged response; None if the widget shows it all."""
        return ()

    def load(self, item: Item) -> None:
        """Get ready for this card, empty."""
        raise NotImplementedError

    def judged(self, verdict: Verdict) -> None:
        """Show how it fared; most kinds leave that to the panel and make room."""
        self.display = False

    def reopen(self) -> None:
        """Take responses again, with what was given still there."""
        self.display = True

    def pending(self) -> Response | None:
        """Return what was given so far, as it would be handed over; None if that is nothing yet."""
        return None

    def restore(self, response: Response) -> None:
        """Show what was given earlier, to be changed or handed over again; call it after `load`."""

    def focus_target(self) -> Widget | None:
        """Return what gets the focus while a response is awaited."""
        return None

    def give(self, response: Response) -> None:
        """Hand a response to the screen."""
        self.post_message(self.Given(self, response))

    def lack(self, sentence: str) -> None:
        """Say what is missing."""
        self.post_message(self.Incomplete(sentence))

    def action_submit(self) -> None:
        """Hand over what was given so far, or say what is missing."""
        raise NotImplementedError
