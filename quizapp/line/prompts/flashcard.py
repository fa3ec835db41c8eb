"""A flashcard: any line turns it over; the learner rates themselves."""

from dataclasses import dataclass

from quizapp.answer.layout import Layout
from quizapp.answer.response import Revealed
from quizapp.deck.model import Cloze, Flashcard


@dataclass(frozen=True, slots=True)
class TurnOver:
    """Waits for any line; what is typed is for the learner's own comparison."""

    shown: tuple[str, ...] = ("Think of the answer, then press Enter.",)
    labels: tuple[str, ...] | None = None
    part: str = ""

    def take(self, _line: str) -> Revealed:
        """Turn the card over."""
        return Revealed()


def start(_body: Flashcard | Cloze, _face: str, _layout: Layout) -> TurnOver:
    """Wait for the learner to think."""
    return TurnOver()
