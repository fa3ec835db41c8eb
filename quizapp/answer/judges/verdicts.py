"""Verdicts that several kinds give."""

from collections.abc import Mapping

from quizapp.answer.response import Response
from quizapp.answer.verdict import Part, Result, Verdict


def right(
    rule: str = "right", values: Mapping[str, str] | None = None, parts: tuple[Part, ...] = ()
) -> Verdict:
    """Say that a response is right."""
    return Verdict(Result.CORRECT, 1.0, rule, values or {}, parts)


def wrong(
    rule: str = "wrong", values: Mapping[str, str] | None = None, parts: tuple[Part, ...] = ()
) -> Verdict:
    """Say that a response is wrong."""
    return Verdict(Result.WRONG, 0.0, rule, values or {}, parts)


def counted(score: float, found: int, of: int, credit: str, parts: tuple[Part, ...]) -> Verdict:
    """Say how much of a response of several parts is right.

    score: 0 to 1, as the kind counts it. found, of: parts right and parts asked for. credit: `part`,
    or `all` if a response counts only when it is right as a whole.
    """
    values = {"found": str(found), "of": str(of)}
    if score >= 1:
        return right(parts=parts)
    if credit == "all":
        return wrong("all-needed", values, parts)
    if score <= 0:
        return wrong("none-right" if found == 0 else "outweighed", values, parts)
    return Verdict(Result.PARTLY, score, "partly", values, parts)


def misfit(kind: str, response: Response) -> ValueError:
    """Make the error for a response that can't be one to this kind."""
    return ValueError(f"{type(response).__name__} is no response to a question of kind {kind}")
