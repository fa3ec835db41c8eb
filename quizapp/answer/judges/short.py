"""Short answers: one text, typed."""

from quizapp.answer.context import Context
from quizapp.answer.finding import Finding, Wanted, find
from quizapp.answer.judges.verdicts import misfit
from quizapp.answer.response import Response, Typed
from quizapp.answer.verdict import Part, Result, Verdict
from quizapp.deck.model import ShortAnswer


def judge(body: ShortAnswer, face: str, response: Response, context: Context) -> Verdict:  # noqa: ARG001 - as every judge
    """Judge the text typed; what stands in further fields is joined to it."""
    if not isinstance(response, Typed):
        raise misfit("short", response)
    wanted = Wanted(
        body.answer, body.accept, body.reject, typos=body.typos, case=body.case, accents=body.accents
    )
    text = " ".join(response.texts)
    return from_finding(find(text, wanted, context), text, body.answer)


def from_finding(finding: Finding, given: str, wanted: str) -> Verdict:
    """Make the verdict on one text."""
    return Verdict(
        Result.CORRECT if finding.right else Result.WRONG,
        1.0 if finding.right else 0.0,
        finding.rule,
        finding.values,
        (Part(given.strip() or None, wanted, finding.right, finding.why),),
        near=finding.near,
        confused=finding.confused,
        why=finding.why,
    )
