"""A widget for each kind of question. A new kind is one module here and one line below."""

from quizapp.deck.model import (
    Body,
    Choice,
    Cloze,
    Flashcard,
    ListAnswer,
    Matching,
    Numeric,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from quizapp.study.item import Item
from quizapp.tui.widgets.responses.base import ResponseWidget
from quizapp.tui.widgets.responses.choice import ChoiceResponse
from quizapp.tui.widgets.responses.cloze import ClozeResponse
from quizapp.tui.widgets.responses.listing import ListResponse
from quizapp.tui.widgets.responses.matching import MatchingResponse
from quizapp.tui.widgets.responses.ordering import OrderingResponse
from quizapp.tui.widgets.responses.reveal import RevealResponse
from quizapp.tui.widgets.responses.truefalse import TrueFalseResponse
from quizapp.tui.widgets.responses.typed import NumericResponse, TypedResponse

WIDGETS: dict[type[Body], type[ResponseWidget]] = {
    Flashcard: RevealResponse,
    ShortAnswer: TypedResponse,
    Choice: ChoiceResponse,
    TrueFalse: TrueFalseResponse,
    Numeric: NumericResponse,
    Ordering: OrderingResponse,
    Matching: MatchingResponse,
    ListAnswer: ListResponse,
    Cloze: ClozeResponse,
}


def widget_for(item: Item) -> type[ResponseWidget]:
    """Return the widget this card is answered with."""
    return RevealResponse if item.self_rated else WIDGETS[type(item.question.body)]


__all__ = ["WIDGETS", "ResponseWidget", "widget_for"]
