"""Which actions of the study screen fit where a session stands."""

from collections.abc import Sequence

from quizapp.answer.verdict import Result, Verdict
from quizapp.memory.model import Rating
from quizapp.study.item import Item
from quizapp.study.session import Session
from quizapp.study.sitting import Offer, Stage

_ON_TABLE = frozenset({Stage.ASKING, Stage.REVEALED, Stage.JUDGED})
_WHEN: dict[str, frozenset[Stage]] = {
    "next": frozenset({Stage.JUDGED}),
    "type": frozenset({Stage.ASKING}),
    "hint": frozenset({Stage.ASKING}),
    "dont_know": frozenset({Stage.ASKING}),
    "guessed": frozenset({Stage.ASKING}),
    "retry": frozenset({Stage.JUDGED}),
    "rate": frozenset({Stage.REVEALED, Stage.JUDGED}),
    "overrule": frozenset({Stage.JUDGED}),
    "overrule_last": frozenset({Stage.ASKING}),
    "accept": frozenset({Stage.REVEALED}),
    "view": frozenset({Stage.REVEALED, Stage.JUDGED}),
    "edit": _ON_TABLE,
    "undo": _ON_TABLE,
    "away": _ON_TABLE,
    "flag": _ON_TABLE,
}


def offered(session: Session | None, action: str, parameters: tuple[object, ...]) -> bool | None:
    """Tell whether an action can be taken: True, False to hide it, None to show it as unavailable."""
    if action not in _WHEN:
        return True
    if session is None or session.stage not in _WHEN[action]:
        return False
    match action:
        case "hint":
            return True if session.hints_left else None if session.hints else False
        case "retry":
            return session.can_retry
        case "rate":
            return any(offer.rating == parameters[0] for offer in session.offers)
        case "accept":
            return usual(session.offers) == parameters[0]
        case "view" | "guessed":
            return session.item is not None and _fits(session.item, action)
        case "overrule":
            return _differs(session.verdict, parameters[0])
        case "overrule_last":
            return session.previous is not None and _differs(session.previous.verdict, parameters[0])
    return True


def usual(offers: Sequence[Offer]) -> Rating | None:
    """Return the rating that enter gives a revealed card: Good, or the best there is below it."""
    return max((offer.rating for offer in offers if offer.rating <= Rating.GOOD), default=None)


def _fits(item: Item, action: str) -> bool:
    """There must be a source to view; and whoever rates themselves need not say that they guess."""
    return bool(item.question.sources) if action == "view" else not item.self_rated


def _differs(verdict: Verdict | None, right: object) -> bool:
    return verdict is not None and (verdict.result is Result.CORRECT) is not right
