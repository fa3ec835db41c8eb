"""Lists: several things to name, in any order."""

import re
from dataclasses import replace

from quizapp.answer.context import Context
from quizapp.answer.finding import Finding, Wanted, find
from quizapp.answer.judges.verdicts import counted, misfit
from quizapp.answer.normal import key
from quizapp.answer.response import Response, Typed
from quizapp.answer.verdict import Part, Verdict
from quizapp.deck.model import ListAnswer

# More texts than this are not looked at.
_MOST_TEXTS = 60
# The comma of 1,000 stands between figures.
_BETWEEN = (re.compile(r"[;\n]"), re.compile(r",(?!\d)"))


def judge(body: ListAnswer, face: str, response: Response, context: Context) -> Verdict:  # noqa: ARG001 - as every judge
    """Judge texts by the things they name: those found, out of those asked for.

    Each thing counts once and repeats count nothing. More texts than there are things to name count
    against those found, so that guessing at random doesn't pay.
    """
    if not isinstance(response, Typed):
        raise misfit("list", response)
    texts = _different(_apart(response.texts, body), context)
    findings = [_against_all(text, body, context) for text in texts]
    owner = _assign(findings, len(body.items))
    found = len(owner)
    surplus = max(0, len(texts) - len(body.items))
    score = min(1.0, max(0, found - surplus) / body.need)
    parts = _parts(body, texts, owner, findings)
    verdict = counted(score, min(found, body.need), body.need, body.credit, parts)
    if score >= 1:
        return verdict
    left = [place for place in range(len(texts)) if place not in owner.values()]
    near = any(one.near for place in left for one in findings[place])
    confused = next((one.confused for place in left for one in findings[place] if one.confused), None)
    return replace(verdict, near=near, confused=confused)


def _apart(texts: tuple[str, ...], body: ListAnswer) -> tuple[str, ...]:
    """Take apart what was typed in one go (`red, blue`), unless a thing to name has such a sign itself."""
    wordings = [wording for item in body.items for wording in item]
    for sign in _BETWEEN:
        if not any(sign.search(wording) for wording in wordings):
            texts = tuple(part for text in texts for part in sign.split(text))
    return texts


def _different(texts: tuple[str, ...], context: Context) -> list[str]:
    unlike: dict[str, str] = {}
    for text in texts:
        if text.strip():
            unlike.setdefault(key(text, context.language), text.strip())
    return list(unlike.values())[:_MOST_TEXTS]


def _against_all(text: str, body: ListAnswer, context: Context) -> list[Finding]:
    """Judge a text against every thing; a slip counts only where the text names none outright."""
    every = [wording for item in body.items for wording in item]
    findings = []
    for item in body.items:
        others = tuple(wording for wording in every if wording not in item)
        findings.append(find(text, Wanted(item[0], item[1:], others=others), context))
    if any(one.right and one.rule != "slip" for one in findings):
        return [one if one.rule != "slip" else replace(one, right=False) for one in findings]
    return findings


def _assign(findings: list[list[Finding]], items: int) -> dict[int, int]:
    """Match each thing with a text that names it, as many as can be (augmenting paths)."""
    owner: dict[int, int] = {}

    def place(text: int, tried: set[int]) -> bool:
        for item in range(items):
            if findings[text][item].right and item not in tried:
                tried.add(item)
                if item not in owner or place(owner[item], tried):
                    owner[item] = text
                    return True
        return False

    for text in range(len(findings)):
        place(text, set())
    return owner


def _parts(
    body: ListAnswer, texts: list[str], owner: dict[int, int], findings: list[list[Finding]]
) -> tuple[Part, ...]:
    parts = [
        Part(texts[owner[item]] if item in owner else None, wordings[0], item in owner)
        for item, wordings in enumerate(body.items)
    ]
    for place, text in enumerate(texts):
        if place not in owner.values():
            parts.append(Part(text, None, False, next((one.why for one in findings[place] if one.why), None)))  # noqa: FBT003 - Part's own order
    return tuple(parts)
