"""Matching left sides with right sides."""

from quizapp.answer.context import Context
from quizapp.answer.judges.verdicts import counted, misfit, wrong
from quizapp.answer.response import Matched, Response
from quizapp.answer.verdict import Part, Verdict
from quizapp.deck.model import Matching


def judge(body: Matching, face: str, response: Response, context: Context) -> Verdict:  # noqa: ARG001 - as every judge
    """Judge pairs: those right, out of all. A left side left out is wrong."""
    if not isinstance(response, Matched):
        raise misfit("matching", response)
    rights = body.rights
    if all(place is None for place in response.rights):
        return wrong("blank")
    parts = []
    for number, (_, wanted) in enumerate(body.pairs):
        place = response.rights[number] if number < len(response.rights) else None
        given = rights[place] if place is not None and 0 <= place < len(rights) else None
        parts.append(Part(given, wanted, given == wanted))
    found = sum(part.right for part in parts)
    return counted(found / len(parts) if parts else 0.0, found, len(parts), body.credit, tuple(parts))
