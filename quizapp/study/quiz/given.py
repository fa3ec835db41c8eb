"""A response in words, whatever kind it is of."""

from quizapp.answer.response import Chosen, DontKnow, Matched, Ordered, Response, Revealed, Truth, Typed
from quizapp.deck.model import Choice, Matching, Ordering, TrueFalse
from quizapp.study.item import Item

DONT_KNOW = "(don't know)"
NO_TEXT = "(no text kept)"
IN_MIND = "(thought of, not written)"


def right_words(item: Item) -> str:
    """Say the right answer in the same words as a response."""
    body = item.question.body
    return in_words(item, Truth(body.answer)) if isinstance(body, TrueFalse) else item.answers


def in_words(item: Item, response: Response) -> str:
    """Say what was given, as the learner saw it: texts, options, the items in their order, the pairs."""
    body = item.question.body
    match response:
        case Typed(texts):
            return "; ".join(text.strip() or "–" for text in texts) if any(texts) else NO_TEXT
        case Truth(value):
            return "True" if value else "False"
        case Chosen(options) if isinstance(body, Choice):
            return "; ".join(body.options[place] for place in options) or "(none)"
        case Ordered(items) if isinstance(body, Ordering):
            return "; ".join(body.order[place] for place in items)
        case Matched(rights) if isinstance(body, Matching):
            lefts = (left for left, _ in body.pairs)
            return "; ".join(
                f"{left}: {'–' if right is None else body.rights[right]}"
                for left, right in zip(lefts, rights, strict=False)
            )
        case DontKnow():
            return DONT_KNOW
        case Revealed():
            return IN_MIND
        case _:
            return ""
