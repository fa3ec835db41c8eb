"""Completes deck names in the shell."""

import os

import click


def deck_names(_ctx: click.Context, _option: click.Parameter, typed: str) -> list[str]:
    """Return the ids of decks that start with what was typed. Says nothing where they can't be read."""
    from quizapp.errors import QuizappError
    from quizapp.library.library import Library
    from quizapp.paths import paths_from

    try:
        with Library.open(paths_from(os.environ)) as library:
            library.refresh()
            return [entry.id for entry in library.decks() if entry.id.startswith(typed)]
    except (QuizappError, OSError):
        return []


def setting_names(_ctx: click.Context, _option: click.Parameter, typed: str) -> list[str]:
    """Return the names of settings that start with what was typed."""
    from quizapp.settings import TABLE

    return [row.name for row in TABLE if row.name.startswith(typed)]
