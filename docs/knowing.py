"""What somebody gives who knows the answer."""

from quizapp.answer.response import Chosen, Matched, Ordered, Response, Revealed, Truth, Typed
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


def right(body: Body, face: str = "front") -> Response:
    """Return the response that is right; where learners mark themselves, that the answer was looked at."""
    match body:
        case Flashcard():
            return Revealed()
        case ShortAnswer():
            return Typed((body.answer,))
        case Choice():
            return Chosen(tuple(range(len(body.answers))))
        case TrueFalse():
            return Truth(body.answer)
        case Numeric():
            return Typed((body.number,))
        case Ordering():
            return Ordered(tuple(range(len(body.order))))
        case Matching():
            return Matched(tuple(body.rights.index(each) for _, each in body.pairs))
        case ListAnswer():
            return Typed(tuple(item[0] for item in body.items[: body.need]))
        case Cloze():
            gaps = tuple(gap.wording for gap in body.gaps if gap.face == face)
            return Typed(gaps) if body.typed else Revealed()
