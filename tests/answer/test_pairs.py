"""Pairs of answer and response, each with the verdict a teacher would give."""

import json
from pathlib import Path
from typing import Any

from quizapp.answer.context import Context
from quizapp.answer.judge import judge
from quizapp.answer.normal import key
from quizapp.answer.response import Typed
from quizapp.answer.verdict import Result
from quizapp.deck.model import Numeric, Question, ShortAnswer

_PAIRS = Path(__file__).parent / "pairs"

# Right responses that are refused. A learner can overrule these; each says why it is so.
_REFUSED_START = {
    ("T cell", "T-cel"),  # words up to four letters have no slips
}
_REFUSED_OPEN = {
    # Irregular plurals count as near, not as right.
    ("mitochondria", "mitochondrion"),
    ("stoma", "stomata"),
    ("bacterium", "bacteria"),
    ("alga", "algae"),
    ("nucleus", "nuclei"),
    ("hyphae", "hypha"),
    # These are names or words of their own.
    ("Mauritania", "Mauretania"),
    ("the Netherlands", "the Netherland"),
    ("Magna Carta", "Magna Charta"),
    # Nothing tells a slip from another word where a language has no list of words; these count as near.
    ("corazón", "corason"),
    ("zapato", "sapato"),
    # These are as near to another answer of their deck.
    ("Nigeria", "Nigera"),
    ("stationery", "stationry"),
    ("principal", "principel"),
}
# The held-out third was run once, when the rules were done, and the rules were not changed for it:
# 2 of 227 accepted wrongly, 6 refused wrongly.
_ACCEPTED_HELD_OUT = {
    # Two slips in a long word, and no list knows the other one.
    ("the Netherlands", "Nederlands"),
    ("parasympathetic", "parasympathic"),
}
_REFUSED_HELD_OUT = {
    ("metaphase", "metaphse"),  # as near to "metaphose", were there one: -ase and -ose turn a word
    ("isomer", "isomere"),  # a word of its own, if a rare one
    ("kelvin", "celvin"),  # the first sound is another; counts as near
    ("immigration", "imigration"),  # as near to emigration
    ("interpreter", "interpeter"),  # inter- and a word
    ("schema", "schemata"),  # an irregular plural; counts as near
}


def _misjudged(name: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]], int]:
    """Return the pairs accepted wrongly and those refused wrongly, and how many there are."""
    data = json.loads((_PAIRS / name).read_text("utf-8"))
    accepted, refused = set(), set()
    for pair in data["pairs"]:
        right = _is_right(pair, data["siblings"][pair["subject"]])
        if right and not pair["accept"]:
            accepted.add((pair["answer"], pair["response"]))
        if not right and pair["accept"]:
            refused.add((pair["answer"], pair["response"]))
    return accepted, refused, len(data["pairs"])


def _is_right(pair: dict[str, Any], siblings: list[str]) -> bool:
    settings = dict(pair.get("settings", {}))
    language = settings.pop("language", "en")
    known = set(settings.pop("known", ()))
    kind = settings.pop("kind", "short")
    others = {key(answer, language): f"deck/{number}" for number, answer in enumerate(siblings)}
    body: Numeric | ShortAnswer
    if kind == "number":
        settings["units"] = tuple(settings.get("units", {}).items())
        body = Numeric("?", pair["answer"], **settings)
    else:
        body = ShortAnswer("?", pair["answer"], **settings)
    context = Context(language, others, known.__contains__)
    verdict = judge(Question("q", kind, body), "front", Typed((pair["response"],)), context)
    return verdict.result is Result.CORRECT


def test_nothing_of_the_first_set_is_accepted_wrongly_and_few_slips_are_refused() -> None:
    accepted, refused, count = _misjudged("start.json")
    assert count == 85
    assert accepted == set()
    assert refused == _REFUSED_START


def test_nothing_of_the_open_set_is_accepted_wrongly_and_few_slips_are_refused() -> None:
    accepted, refused, count = _misjudged("open.json")
    assert count == 472
    assert accepted == set()
    assert refused == _REFUSED_OPEN


def test_the_held_out_set_came_out_as_it_did_when_it_was_opened() -> None:
    accepted, refused, count = _misjudged("held_out.json")
    assert count == 227
    assert accepted == _ACCEPTED_HELD_OUT
    assert refused == _REFUSED_HELD_OUT
