"""Multiple choice: one option, or all that apply."""

from quizapp.answer import normal
from quizapp.answer.context import Context
from quizapp.answer.judges.verdicts import counted, misfit, right, wrong
from quizapp.answer.response import Chosen, Response
from quizapp.answer.verdict import Part, Verdict
from quizapp.deck.model import Choice


def judge(body: Choice, face: str, response: Response, context: Context) -> Verdict:  # noqa: ARG001 - as every judge
    """Judge the options chosen. All that apply: (right ones chosen - wrong ones chosen) / right ones."""
    if not isinstance(response, Chosen):
        raise misfit("choice", response)
    chosen = set(response.options)
    if not chosen:
        return wrong("blank")
    return _many(body, chosen, context) if body.many else _one(body, chosen, context)


def _one(body: Choice, chosen: set[int], context: Context) -> Verdict:
    parts = _parts(body, chosen)
    if len(chosen) == 1 and chosen <= set(range(len(body.answers))):
        return right(parts=parts)
    if len(chosen) > 1:
        return wrong("one-only", {}, parts)
    given = next((part for part in parts if part.given is not None), None)
    if given is None or given.given is None:
        return wrong("wrong", {}, parts)
    verdict = wrong("wrong-option", {"given": given.given}, parts)
    return _explained(verdict, given, context)


def _many(body: Choice, chosen: set[int], context: Context) -> Verdict:
    asked = len(body.answers)
    found = sum(place in chosen for place in range(asked))
    amiss = len(chosen) - found
    parts = _parts(body, chosen)
    verdict = counted(max(0.0, (found - amiss) / asked), found, asked, body.credit, parts)
    slip = next((part for part in parts if part.given is not None and not part.right), None)
    return verdict if slip is None else _explained(verdict, slip, context)


def _explained(verdict: Verdict, part: Part, context: Context) -> Verdict:
    confused = context.answers.get(normal.key(part.given or "", context.language))
    return Verdict(
        verdict.result,
        verdict.score,
        verdict.rule,
        verdict.values,
        verdict.parts,
        confused=confused,
        why=part.why,
    )


def _parts(body: Choice, chosen: set[int]) -> tuple[Part, ...]:
    """List the options that were chosen or should have been."""
    reasons = (None,) * len(body.answers) + tuple(option.why for option in body.wrong)
    parts = []
    for place, text in enumerate(body.options):
        is_right = place < len(body.answers)
        taken = place in chosen
        if taken or is_right:
            parts.append(
                Part(text if taken else None, text if is_right else None, taken and is_right, reasons[place])
            )
    return tuple(parts)
