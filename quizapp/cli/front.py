"""Chooses the front end, and opens it."""

import gc
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.group import State
from quizapp.cli.output import tell
from quizapp.cli.services import deck_ids, is_path, open_desk, tell_problems
from quizapp.errors import UsageError
from quizapp.paths import paths_from

if TYPE_CHECKING:
    from quizapp.study.desk import Desk
    from quizapp.study.plan import Plan

_TRUE = {"1", "true", "yes", "on"}


def home(state: State) -> int:
    """Open where one chooses a deck; return the exit code."""
    from quizapp.settings import load

    path = paths_from(state.environment).settings
    settings, problems = load(path)
    if state.plain or plain_wanted(state.environment) or settings.interface == "plain":
        return _open(state, plain=True)
    from quizapp.tui.app import run as show
    from quizapp.tui.opening import Opening

    tell_problems(path, problems)
    with ExitStack() as opened:

        def open_desk_later() -> "Desk":
            from quizapp.study.desk import Desk

            return opened.enter_context(Desk.open(state.environment, front="tui"))

        return show(Opening(settings, open_desk_later))


def study(state: State, plan: "Plan", decks: Sequence[str], *, plain: bool) -> int:
    """Go straight to studying; return the exit code. decks: ids, names, deck files or folders of them."""
    return _open(state, plan, decks, plain=plain or state.plain)


def lines_wanted(environment: Mapping[str, str]) -> bool:
    """Tell whether the environment asks for plain lines."""
    return environment.get("QUIZAPP_PLAIN", "").strip().casefold() in _TRUE


def plain_wanted(environment: Mapping[str, str]) -> bool:
    """Tell whether plain lines were asked for by the environment or are all the terminal can do."""
    dumb = environment.get("TERM", "").strip() == "dumb"
    # The full screen is drawn on stderr and steered from stdin; with stdout elsewhere, lines are meant.
    return (
        lines_wanted(environment)
        or dumb
        or not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    )


def _open(state: State, plan: "Plan | None" = None, decks: Sequence[str] = (), *, plain: bool) -> int:
    gc.enable()
    plain = plain or plain_wanted(state.environment) or plain_set(state.environment)
    extra = [Path(name) for name in decks if is_path(name)]
    with open_desk(state.environment, extra, front="line" if plain else "tui") as desk:
        if plan is not None and decks:
            desk.library.refresh()
            try:
                plan = plan._replace(decks=tuple(deck_ids(desk.library, decks)))
            except UsageError:
                for notice in desk.library.notices:
                    tell(notice)
                raise
        if plan is not None:
            _check_filters(desk, plan)
        if plain:
            from quizapp.line.front import run as talk

            return talk(desk, plan)
        from quizapp.tui.app import run as show

        return show(desk, plan)


def _check_filters(desk: "Desk", plan: "Plan") -> None:
    """Raise UsageError if no deck at hand has a card with the tag, or from the source, that is asked for."""
    if plan.tag is None and plan.source is None:
        return
    desk.library.refresh()
    cards_with, todo = desk.library.cards_with, "See how the decks write it"
    if plan.tag is not None and not cards_with(tag=plan.tag):
        raise UsageError(f"There is no card with the tag '{plan.tag}'", todo=todo)
    if plan.source is not None and not cards_with(source=plan.source):
        raise UsageError(f"There is no card drawn from '{plan.source}'", todo=todo)


def plain_set(environment: Mapping[str, str]) -> bool:
    """Tell whether the settings ask for plain lines."""
    from quizapp.settings import load

    settings, _ = load(paths_from(environment).settings)
    return settings.interface == "plain"
