"""A library that holds the shipped decks, and the judge as the study room asks it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from decks.shipped import FOLDER

from quizapp.answer.judge import judge
from quizapp.answer.response import Response
from quizapp.answer.verdict import Verdict
from quizapp.deck.model import Card, Deck, Question
from quizapp.library.library import Library
from quizapp.paths import Paths
from quizapp.study.context import Surroundings

Ask = Callable[[Deck, Question, str, Response], Verdict]


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Surroundings]:
    """What the judge knows when all shipped decks are at hand and no others."""
    root: Path = tmp_path_factory.mktemp("shipped")
    paths = Paths(
        data=root / "data",
        config=root / "config",
        cache=root / "cache",
        decks=root / "data" / "decks",
        shipped=FOLDER,
    )
    with Library.open(paths) as library:
        library.refresh()
        yield Surroundings(library)


@pytest.fixture
def ask(surroundings: Surroundings) -> Ask:
    """Judge a response to a face of a shipped question, in the context of its deck."""

    def verdict(deck: Deck, question: Question, face: str, response: Response) -> Verdict:
        card = Card(deck.id, question.id, face)
        return judge(question, face, response, surroundings.of(card, deck.language))

    return verdict
