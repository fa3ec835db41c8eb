"""Asks before something is done that may not be meant."""

import sys

import click

from quizapp.errors import UsageError
from quizapp.text import safe


def attended() -> bool:
    """Tell whether somebody reads what is shown and can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def agreed(question: str, *, yes: bool, option: str = "--yes") -> bool:
    """Ask on stderr, unless `yes`. Raises UsageError where nobody can answer."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise UsageError("There is nobody here to ask", todo=f"Add {option} to go on without being asked")
    return click.confirm(safe(question), err=True)
