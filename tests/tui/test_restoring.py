"""What was given can be put back into its widget, and is read off it as it was."""

import pytest
from knowing import right
from tui.conftest import Study
from tui.driving import QUESTIONS

from quizapp.answer.response import Chosen, DontKnow, Matched, Ordered, Response, Truth, Typed
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.widgets.card import CardView
from quizapp.tui.widgets.responses import ResponseWidget

OTHERS: dict[str, Response] = {
    "short": Typed(("something [/] else",)),
    "choice": Chosen((2,)),
    "many": Chosen((0, 3)),
    "truefalse": Truth(value=True),
    "numeric": Typed(("12",)),
    "ordering": Ordered((1, 0, 3, 2)),
    "matching": Matched((1, None, 3)),
    "list": Typed(("red", "mauve")),
    "cloze": Typed(("", "attacks")),
}


async def widget(study: Study, kind: str, response: Response) -> Response | None:
    """Put a response into the widget of a kind, and read it off again."""
    async with study(kind) as at:
        screen = at.app.screen
        assert isinstance(screen, StudyScreen)
        found = screen.query_one(CardView).response
        assert isinstance(found, ResponseWidget)
        assert found.pending() is None
        found.restore(response)
        await at.pilot.pause()
        return found.pending()


@pytest.mark.parametrize("kind", OTHERS)
async def test_a_response_comes_back_as_it_was_given(study: Study, kind: str) -> None:
    assert await widget(study, kind, OTHERS[kind]) == OTHERS[kind]


@pytest.mark.parametrize("kind", [kind for kind in QUESTIONS if kind not in {"flashcard", "rated"}])
async def test_saying_that_one_does_not_know_leaves_every_widget_empty(study: Study, kind: str) -> None:
    assert await widget(study, kind, DontKnow()) is None


async def test_what_was_restored_can_be_given_as_it_is(study: Study) -> None:
    async with study("ordering") as at:
        card = at.app.screen.query_one(CardView)
        wanted = right(at.item.question.body)
        assert card.response is not None
        card.response.restore(wanted)
        await at.press("enter")
        assert at.session.response == wanted
