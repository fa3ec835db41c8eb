"""Which actions of the study screen fit where a session stands."""

from quizapp.answer.verdict import Result, Verdict
from quizapp.study.session import Session
from quizapp.study.sitting import Stage

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
        case "overrule":
            return _differs(session.verdict, parameters[0])
        case "overrule_last":
            return session.previous is not None and _differs(session.previous.verdict, parameters[0])
    return True


def _differs(verdict: Verdict | None, right: object) -> bool:
    return verdict is not None and (verdict.result is Result.CORRECT) is not right
