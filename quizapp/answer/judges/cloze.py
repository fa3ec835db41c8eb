"""Clozes: the gaps of one face, a text for each."""

from quizapp.answer.context import Context
from quizapp.answer.finding import Finding, Wanted, find
from quizapp.answer.judges.short import from_finding
from quizapp.answer.judges.verdicts import misfit
from quizapp.answer.response import Response, Typed
from quizapp.answer.verdict import Part, Result, Verdict
from quizapp.deck.model import Cloze, Gap


def judge(body: Cloze, face: str, response: Response, context: Context) -> Verdict:
    """Judge the gaps of `face`, each by itself. Right means every gap is.

    Raises ValueError if the cloze has no such face.
    """
    if not isinstance(response, Typed):
        raise misfit("cloze", response)
    gaps = [gap for gap in body.gaps if gap.face == face]
    if not gaps:
        raise ValueError(f"the cloze has no face {face!r}")
    texts = [*response.texts, *[""] * len(gaps)][: len(gaps)]
    found = [find(text, _wanted(gap, gaps, body), context) for text, gap in zip(texts, gaps, strict=True)]
    if len(gaps) == 1:
        return from_finding(found[0], texts[0], gaps[0].wording)
    parts = tuple(
        Part(text.strip() or None, gap.wording, one.right, one.why)
        for text, gap, one in zip(texts, gaps, found, strict=True)
    )
    return _together(found, parts)


def _wanted(gap: Gap, gaps: list[Gap], body: Cloze) -> Wanted:
    others = tuple(
        wording for other in gaps if other is not gap for wording in (other.wording, *other.accept)
    )
    return Wanted(gap.wording, gap.accept, (), body.typos, body.case, body.accents, others)


def _together(found: list[Finding], parts: tuple[Part, ...]) -> Verdict:
    count = sum(one.right for one in found)
    values = {"found": str(count), "of": str(len(found))}
    if count == len(found):
        slip = next((one for one in found if one.rule == "slip"), None)
        return Verdict(
            Result.CORRECT, 1.0, slip.rule if slip else "right", slip.values if slip else {}, parts
        )
    amiss = [one for one in found if not one.right]
    return Verdict(
        Result.PARTLY if count else Result.WRONG,
        count / len(found),
        "partly" if count else "none-right",
        values,
        parts,
        near=all(one.near for one in amiss),
        confused=next((one.confused for one in amiss if one.confused), None),
    )
