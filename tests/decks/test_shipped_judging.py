"""Every key, option, accepted and refused wording of the shipped decks gets the verdict it should."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from decks.conftest import Ask
from decks.shipped import HERE, name, questions

from quizapp.answer.response import Chosen, Matched, Ordered, Truth, Typed
from quizapp.answer.verdict import Result
from quizapp.deck import kinds
from quizapp.deck.model import (
    FRONT,
    Choice,
    Cloze,
    Deck,
    ListAnswer,
    Matching,
    Numeric,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)

MANY = "nothing of the sort"
WORDINGS = ("wordings.yaml", "unseen_wordings.yaml")


def of(kind: type) -> list[Any]:
    """The questions of one kind, each with its deck, as cases with names."""
    return [
        pytest.param(deck, question, id=name(deck, question))
        for deck, question in questions()
        if isinstance(question.body, kind)
    ]


def listed(file: str) -> dict[str, Any]:
    """What a list beside the tests says."""
    found: dict[str, Any] = yaml.safe_load(Path(HERE / file).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize(("deck", "question"), of(ShortAnswer))
def test_a_short_answer_takes_its_variants_and_refuses_near_misses(
    deck: Deck, question: Question, ask: Ask
) -> None:
    body = question.body
    assert isinstance(body, ShortAnswer)
    for text in (body.answer, *body.accept):
        assert ask(deck, question, FRONT, Typed((text,))).result is Result.CORRECT, text
    for refused in body.reject:
        verdict = ask(deck, question, FRONT, Typed((refused.text,)))
        assert verdict.result is Result.WRONG, refused.text
        assert verdict.why == refused.why
        assert refused.why
    assert ask(deck, question, FRONT, Typed((MANY,))).result is Result.WRONG


@pytest.mark.parametrize(("deck", "question"), of(Cloze))
def test_a_gap_takes_its_variants(deck: Deck, question: Question, ask: Ask) -> None:
    body = question.body
    assert isinstance(body, Cloze)
    for face in kinds.faces(body):
        gap = next(gap for gap in body.gaps if gap.face == face)
        for text in (gap.wording, *gap.accept):
            assert ask(deck, question, face, Typed((text,))).result is Result.CORRECT, text
        assert ask(deck, question, face, Typed((MANY,))).result is Result.WRONG


@pytest.mark.parametrize(("deck", "question"), of(ListAnswer))
def test_a_list_takes_every_wording_of_every_item(deck: Deck, question: Question, ask: Ask) -> None:
    body = question.body
    assert isinstance(body, ListAnswer)
    for place, wordings in enumerate(body.items):
        others = [item[0] for other, item in enumerate(body.items) if other != place][: body.need - 1]
        for text in wordings:
            assert ask(deck, question, FRONT, Typed((text, *others))).result is Result.CORRECT, text
        short = ask(deck, question, FRONT, Typed((MANY, *others)))
        assert short.result is not Result.CORRECT
        twice = ask(deck, question, FRONT, Typed((wordings[0], *others[1:], wordings[-1])))
        assert twice.result is not Result.CORRECT or body.need == 1


@pytest.mark.parametrize(("deck", "question"), of(Choice))
def test_options_are_right_or_wrong_as_the_key_says(deck: Deck, question: Question, ask: Ask) -> None:
    body = question.body
    assert isinstance(body, Choice)
    right = tuple(range(len(body.answers)))
    assert ask(deck, question, FRONT, Chosen(right)).result is Result.CORRECT
    for place in range(len(body.answers), len(body.options)):
        assert ask(deck, question, FRONT, Chosen((place,))).result is Result.WRONG
        if body.many:
            assert ask(deck, question, FRONT, Chosen((*right, place))).result is not Result.CORRECT


@pytest.mark.parametrize(("deck", "question"), of(TrueFalse))
def test_a_statement_is_true_or_false_as_the_key_says(deck: Deck, question: Question, ask: Ask) -> None:
    body = question.body
    assert isinstance(body, TrueFalse)
    assert ask(deck, question, FRONT, Truth(value=body.answer)).result is Result.CORRECT
    assert ask(deck, question, FRONT, Truth(value=not body.answer)).result is Result.WRONG


@pytest.mark.parametrize(("deck", "question"), of(Numeric))
def test_a_number_is_right_and_its_neighbours_are_wrong(deck: Deck, question: Question, ask: Ask) -> None:
    body = question.body
    assert isinstance(body, Numeric)
    assert ask(deck, question, FRONT, Typed((body.number,))).result is Result.CORRECT
    for neighbour in (int(body.number) - 1, int(body.number) + 1):
        assert ask(deck, question, FRONT, Typed((str(neighbour),))).result is Result.WRONG


@pytest.mark.parametrize(("deck", "question"), of(Ordering))
def test_an_order_is_right_and_its_reverse_is_wrong(deck: Deck, question: Question, ask: Ask) -> None:
    body = question.body
    assert isinstance(body, Ordering)
    right = tuple(range(len(body.order)))
    assert ask(deck, question, FRONT, Ordered(right)).result is Result.CORRECT
    assert ask(deck, question, FRONT, Ordered(right[::-1])).result is not Result.CORRECT


@pytest.mark.parametrize(("deck", "question"), of(Matching))
def test_pairs_are_right_and_shifted_ones_are_wrong(deck: Deck, question: Question, ask: Ask) -> None:
    body = question.body
    assert isinstance(body, Matching)
    right = tuple(body.rights.index(side) for _, side in body.pairs)
    assert ask(deck, question, FRONT, Matched(right)).result is Result.CORRECT
    assert ask(deck, question, FRONT, Matched((*right[1:], right[0]))).result is Result.WRONG


def test_no_answer_is_taken_for_that_of_another_question_unless_they_mean_the_same(ask: Ask) -> None:
    meant = [set(group["questions"]) for group in listed("same_answers.yaml")["groups"]]
    used: set[int] = set()
    mistaken = []
    answers = [
        (name(deck, question), text)
        for deck, question in questions()
        for _, text in kinds.typed_answers(question.body)
    ]
    for deck, question in questions():
        if not isinstance(question.body, ShortAnswer | Cloze | ListAnswer | Numeric):
            continue
        here = name(deck, question)
        for face in kinds.faces(question.body):
            for there, text in answers:
                if there == here:
                    continue
                verdict = ask(deck, question, face, Typed((text,)))
                if not any(part.right for part in verdict.parts):
                    continue
                groups = [place for place, group in enumerate(meant) if {here, there} <= group]
                used.update(groups)
                if not groups:
                    mistaken.append(f"{here} takes {text!r}, an answer of {there}")
    assert mistaken == []
    assert used == set(range(len(meant))), "a group in same_answers.yaml is no longer needed"


def test_questions_that_share_an_answer_are_there_and_say_why() -> None:
    known = {name(deck, question) for deck, question in questions()}
    for group in listed("same_answers.yaml")["groups"]:
        assert set(group["questions"]) <= known
        assert group["because"]


@pytest.mark.parametrize(
    ("deck_id", "case"),
    [
        pytest.param(deck, case, id=f"{deck}/{case['question']}: {', '.join(case['typed'])}")
        for file in WORDINGS
        for deck, cases in listed(file).items()
        for case in cases
    ],
)
def test_what_a_learner_may_type_is_taken_or_refused(deck_id: str, case: dict[str, Any], ask: Ask) -> None:
    deck, question = next(
        each for each in questions() if (each[0].id, each[1].id) == (deck_id, case["question"])
    )
    face = kinds.faces(question.body)[0]
    verdict = ask(deck, question, face, Typed(tuple(case["typed"])))
    assert (verdict.result is Result.CORRECT) == case["accept"], verdict


@pytest.mark.parametrize("file", WORDINGS)
def test_every_deck_has_twenty_wordings_of_learners(file: str) -> None:
    wordings = listed(file)
    assert set(wordings) == {deck.id for deck, _ in questions()}
    assert min(len(cases) for cases in wordings.values()) >= 20
