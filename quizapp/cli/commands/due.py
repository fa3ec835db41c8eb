"""`quizapp due`."""

from typing import TYPE_CHECKING

import click

from quizapp.cli.group import State, described
from quizapp.cli.output import json_option, show, show_json, show_table
from quizapp.cli.services import look, open_desk
from quizapp.text import counted

if TYPE_CHECKING:
    from quizapp.study.overview import Overview


@described(
    "due",
    examples=[
        ("quizapp due", "What waits, deck by deck."),
        ("quizapp due --json", "The same for a status bar or a script."),
    ],
)
@json_option
@click.pass_obj
def command(state: State, as_json: bool) -> None:
    """Show what waits today in the decks that are started, within your daily limits."""
    with open_desk(state.environment, reading=True) as desk:
        look(desk)
        overview = desk.overview()
    if as_json:
        show_json(_data(overview))
    else:
        _print(overview)


def _data(overview: "Overview") -> dict[str, object]:
    return {
        "new": overview.new,
        "learning": overview.learning,
        "review": overview.review,
        "answered": overview.answered,
        "right": overview.right,
        "minutes": round(overview.minutes, 1),
        "streak": overview.streak,
        "tomorrow": overview.tomorrow,
        "next_at": overview.next_at,
        "catch_up": overview.catch_up,
        "decks": [
            {
                "id": row.id,
                "title": row.title,
                "started": row.started,
                "new": row.new,
                "learning": row.learning,
                "review": row.review,
            }
            for row in overview.decks
        ],
    }


def _print(overview: "Overview") -> None:
    started = [row for row in overview.decks if row.started]
    if not started:
        show("No deck is started yet. 'quizapp decks' lists them; 'quizapp study DECK' starts one.")
        return
    rows = [("", "new", "learning", "review")]
    rows += [(row.title, str(row.new), str(row.learning), str(row.review)) for row in started]
    rows.append(("all together", str(overview.new), str(overview.learning), str(overview.review)))
    show_table(rows, right=(1, 2, 3))
    if overview.answered:
        show(f"Today: {counted(overview.answered, 'answer')}, {overview.right} right.")
    if overview.catch_up:
        show("More reviews wait than a day may bring; new cards pause meanwhile.")
