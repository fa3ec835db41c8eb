"""Opening the line a card is written at in the learner's editor."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual.screen import Screen

from quizapp.deck.model import Card
from quizapp.errors import QuizappError
from quizapp.library.entry import SHIPPED
from quizapp.study.desk import Desk
from quizapp.tui.editing import edit
from quizapp.tui.faults import fault_near
from quizapp.tui.screens.copying import CopyScreen
from quizapp.tui.screens.rereading import reread
from quizapp.tui.screens.trouble import TroubleScreen

Then = Callable[[Sequence[str]], None]


def edit_card(screen: Screen[Any], desk: Desk, key: str, then: Then) -> None:
    """Open the question of a card; of a shipped deck, offer a copy.

    then: called with sentences to tell, once the decks were read again or nothing came of it.
    """
    card = Card.parse(key)
    found = desk.library.question(card)
    if found is None:
        then(("No deck at hand has that card.",))
        return
    question, entry = found
    if entry.origin != SHIPPED:
        _edit(screen, desk, card, (entry.path, question.line), then)
        return

    def chosen(copy: bool | None) -> None:
        if copy:
            _edit_copy(screen, desk, card, then)

    screen.app.push_screen(CopyScreen(entry.title, str(desk.paths.decks)), chosen)


def _edit_copy(screen: Screen[Any], desk: Desk, card: Card, then: Then) -> None:
    try:
        desk.library.copy(card.deck)
    except QuizappError as error:
        then((str(error),))
        return
    found = desk.library.question(card)
    if found is not None:
        _edit(screen, desk, card, (found[1].path, found[0].line), then)


def _edit(screen: Screen[Any], desk: Desk, card: Card, place: tuple[Path, int], then: Then) -> None:
    """Let the file be edited, then go on with what it says now; a fault near the place is told first."""
    path, line = place
    if trouble := edit(screen.app, os.environ, path, line):
        then((trouble,))
        return

    def read(told: Sequence[str]) -> None:
        fault = fault_near(desk.library, card.deck, path, line)
        if fault is None:
            then(told)
            return
        again = fault.line

        def chosen(once_more: bool | None) -> None:
            if once_more:
                _edit(screen, desk, card, (path, again), then)
            else:
                then(told)

        screen.app.push_screen(TroubleScreen(fault.error), chosen)

    reread(screen.app, desk, path, read, lambda error: then((str(error),)))
