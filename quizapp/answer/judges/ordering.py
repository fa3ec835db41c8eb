"""Putting things in order."""

from bisect import bisect_left
from dataclasses import replace

from quizapp.answer.context import Context
from quizapp.answer.judges.verdicts import counted, misfit, wrong
from quizapp.answer.response import Ordered, Response
from quizapp.answer.verdict import Part, Verdict
from quizapp.deck.model import Ordering


def judge(body: Ordering, face: str, response: Response, context: Context) -> Verdict:  # noqa: ARG001 - as every judge
    """Judge an order by its longest run of items that stand in the right order, gaps between them allowed.

    A run of one proves nothing and counts as none.
    """
    if not isinstance(response, Ordered):
        raise misfit("ordering", response)
    if not response.items:
        return wrong("blank")
    size = len(body.order)
    places = [place for place in dict.fromkeys(response.items) if 0 <= place < size]
    run = _longest_run(places)
    found = run if run > 1 or size == 1 else 0
    given = [body.order[place] for place in places] + [None] * (size - len(places))
    parts = tuple(Part(got, want, got == want) for got, want in zip(given, body.order, strict=True))
    verdict = counted(found / size if size else 0.0, found, size, body.credit, parts)
    # Items may follow each other rightly although none stands in its own place.
    return replace(verdict, rule="in-order") if verdict.rule == "partly" else verdict


def _longest_run(places: list[int]) -> int:
    """Measure the longest increasing subsequence (patience sorting)."""
    tails: list[int] = []
    for place in places:
        spot = bisect_left(tails, place)
        tails[spot : spot + 1] = [place]
    return len(tails)
