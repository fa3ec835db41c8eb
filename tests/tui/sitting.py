"""A quiz on a small deck, answered by keys alone."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from knowing import right
from tui.conftest import Study
from tui.driving import QUESTIONS, Driver, deck

from quizapp.answer.response import Chosen, Matched, Ordered, Response, Truth, Typed
from quizapp.deck.blueprint import Blueprint
from quizapp.deck.model import (
    Choice,
    ListAnswer,
)
from quizapp.study.quiz import sit
from quizapp.study.quiz.quiz import Quiz
from quizapp.tui.screens.quiz.opening import screen_of
from quizapp.tui.screens.quiz.sitting import SittingScreen


def put(decks: Path, kinds: Sequence[str] = tuple(QUESTIONS)) -> None:
    """Put a deck with one question of each of these kinds there."""
    questions = "".join(QUESTIONS[kind].replace("id: q\n", f"id: {kind}\n") for kind in kinds)
    (decks / "d.deck.yaml").write_text(deck("d", questions, title="The immune system"), encoding="utf-8")


class Sitter:
    """Sits a quiz by keys."""

    def __init__(self, at: Driver) -> None:
        self.at = at

    @property
    def screen(self) -> SittingScreen:
        """The screen it is sat on."""
        screen = self.at.app.screen
        assert isinstance(screen, SittingScreen), screen
        return screen

    @property
    def quiz(self) -> Quiz:
        """The quiz."""
        return self.screen._quiz

    def digit(self, option: int) -> str:
        """The digit of an option or a right side by its place in the question's own order."""
        return str(self.quiz.item.layout.options.index(option) + 1)

    async def give(self, response: Response) -> None:
        """Give a response to the question shown, as a learner does."""
        press, body = self.at.press, self.quiz.item.question.body
        match response:
            case Typed(texts):
                for text in texts:
                    await self.at.type(text)
                    await press("enter")
                if isinstance(body, ListAnswer):
                    await press("enter")
            case Chosen(options):
                await press(*(self.digit(option) for option in options))
                if isinstance(body, Choice) and body.many:
                    await press("enter")
            case Truth(value):
                await press("t" if value else "f")
            case Matched(rights):
                await press(*(self.digit(right) for right in rights if right is not None), "enter")
            case Ordered(items):
                await self._order(items)
                await press("enter")
            case _:
                await press("space")

    async def _order(self, items: tuple[int, ...]) -> None:
        now = list(self.quiz.item.layout.options)
        for place, item in enumerate(items):
            at = now.index(item)
            await self.at.press("home", *["down"] * at, *["K"] * (at - place))
            now.insert(place, now.pop(at))

    async def right(self) -> None:
        """Give the right response."""
        await self.give(right(self.quiz.item.question.body, self.quiz.item.face))


@asynccontextmanager
async def sitting(
    show: Study,
    decks: Path,
    size: tuple[int, int] = (80, 24),
    kinds: Sequence[str] = tuple(QUESTIONS),
    **rules: Any,
) -> AsyncIterator[Sitter]:
    """Sit a quiz of these kinds, in this order, with these rules of a blueprint."""
    put(decks, kinds)
    async with show(size=size) as at:
        paper = sit.draw(at.desk, ["d"], Blueprint(title="Mock exam", order="deck", **rules), "7")
        at.app.push_screen(screen_of(at.desk, sit.begin(at.desk, paper)))
        await at.pilot.pause()
        await at.pilot.pause()
        yield Sitter(at)
