"""A card asked outside of studying is judged as in studying, and nothing comes of it."""

from pathlib import Path

import pytest

from quizapp.answer.response import Chosen, DontKnow, Response, Revealed, Typed
from quizapp.answer.verdict import Result
from quizapp.author.trial import Judge, Trial, item_of, told
from quizapp.deck.model import Deck
from quizapp.deck.read import read
from quizapp.library.library import Library
from quizapp.paths import paths_from
from quizapp.store.standing import Standing
from quizapp.study.item import item_of as study_item
from quizapp.study.sitting import Stage

TEXT = """\
deck: D
id: d
questions:
- {id: ion, question: Which ion?, answer: nitrate, typed: true, hint: [One, Two]}
- {id: other, question: And the other one?, answer: nitrite, typed: true}
- {id: draft, question: Not ready?, answer: nitrides, typed: true, draft: true}
- {id: brake, question: What?, answer: A brake}
- {id: pick, question: Which of them?, answer: right, wrong: [wrong, [no]]}
- {id: choose, question: Which of them?, answer: right, wrong: [left, {text: up, why: That is up.}]}
- {id: word, question: Which word?, answer: sensation, typed: true, explain: A sensatian is no word but here.}
"""


@pytest.fixture(scope="module")
def deck() -> Deck:
    found = read(TEXT.encode(), "d").deck
    assert found is not None
    return found


def trial(deck: Deck, name: str) -> Trial:
    question = next(question for question in deck.questions if question.id == name)
    return Trial(item_of(deck, question, "front"), Judge(deck))


@pytest.mark.parametrize(
    ("name", "response", "rule", "score", "rated"),
    [
        ("ion", Typed(("nitrate",)), "exact", 1.0, "Good"),
        ("ion", Typed(("nitrite",)), "another-answer", 0.0, "Again"),
        ("ion", Typed(("nitrides",)), "wrong", 0.0, "Again"),
        ("other", Typed(("nitrite",)), "exact", 1.0, "Good"),
        ("word", Typed(("sensatoin",)), "slip", 1.0, "Good"),
        ("word", Typed(("sensatian",)), "another-word", 0.0, "Again"),
        ("choose", Chosen((0,)), "right", 1.0, "Good"),
        ("choose", Chosen((2,)), "wrong-option", 0.0, "Again"),
        ("ion", DontKnow(), "dont-know", 0.0, "Again"),
    ],
)
def test_a_response_is_judged_with_the_deck_around_it(
    deck: Deck, name: str, response: Response, rule: str, score: float, rated: str
) -> None:
    tried = trial(deck, name)
    verdict = tried.answer(response)
    assert (verdict.rule, verdict.score) == (rule, score)
    assert f"Rule {rule}, score {score:.2f}, rated {rated} in studying" in told(tried)
    assert tried.stage is Stage.JUDGED


def test_a_card_learners_rate_themselves_is_revealed(deck: Deck) -> None:
    tried = trial(deck, "brake")
    assert tried.answer(Revealed()).result is Result.SELF
    assert (tried.stage, tried.rating) == (Stage.REVEALED, None)
    assert told(tried) == "Learners rate themselves here."


def test_hints_come_one_by_one_and_make_it_hard(deck: Deck) -> None:
    tried = trial(deck, "ion")
    assert [tried.hint(), tried.hints_left, tried.hint(), tried.hint()] == ["One", 1, "Two", None]
    tried.answer(Typed(("nitrate",)))
    assert "rated Hard" in told(tried)
    assert (tried.hints_left, tried.hints) == (0, ("One", "Two"))


def test_a_near_miss_says_that_learners_get_one_more_try(deck: Deck) -> None:
    tried = trial(deck, "word")
    assert tried.answer(Typed(("sinsatoinn",))).near
    assert told(tried).endswith("rated Again in studying; one more try is given.")


def test_it_can_be_asked_again_as_if_nothing_had_been(deck: Deck) -> None:
    tried = trial(deck, "ion")
    tried.hint()
    tried.answer(Typed(("x",)))
    tried.again()
    assert (tried.stage, tried.hints, tried.verdict, tried.sentence, told(tried)) == (
        Stage.ASKING,
        (),
        None,
        "",
        "",
    )


def test_options_are_laid_out_as_in_the_first_sitting(deck: Deck, home: Path) -> None:
    folder = paths_from({"QUIZAPP_HOME": str(home)}).decks
    folder.mkdir(parents=True)
    (folder / "d.deck.yaml").write_text(TEXT, encoding="utf-8")
    with Library.open(paths_from({"QUIZAPP_HOME": str(home)})) as library:
        library.refresh()
        studied = study_item(library, Standing("d/choose"))
    assert trial(deck, "choose").item == studied
