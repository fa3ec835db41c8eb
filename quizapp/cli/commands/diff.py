"""`quizapp diff`."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.group import State, described
from quizapp.cli.output import json_option, show, show_json, tell

if TYPE_CHECKING:
    from quizapp.author.diff import Line, Side


@described(
    "diff",
    examples=[
        ("quizapp diff my.deck.yaml", "What changed since git's last commit, and what it means."),
        ("quizapp diff old.deck.yaml new.deck.yaml", "Compare two files."),
        ("quizapp diff last-year/ this-year/", "Compare two folders, and find what moved between decks."),
    ],
)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path), required=False)
@click.option("--all", "every", is_flag=True, help="List the cards that stay the same, too.")
@json_option
@click.pass_obj
def command(_state: State, old: Path, new: Path | None, every: bool, as_json: bool) -> int:
    """Say what an edit of deck files will do to progress, before a class sees it.

    With one path, it is compared with git's last commit. Ends with exit code 1 if the new files have
    questions with mistakes: those count as gone.
    """
    from quizapp.author.diff import compared, sides, since_commit

    before, now = since_commit(old) if new is None else sides(old, new)
    lines = compared(before, now)
    if as_json:
        show_json({"cards": [_data(line) for line in lines], "left_out": dict(now.left_out)})
    else:
        _print(lines, every=every)
    return _tell_left_out(now)


def _data(line: "Line") -> dict[str, object]:
    change = line.change
    return {
        "change": change.fate.value,
        "old": change.old,
        "new": change.new,
        "reworded": change.reworded,
        "answer_changed": change.answer_changed,
        "afresh": change.afresh,
        "place": line.place,
        "means": line.means,
    }


def _print(lines: "list[Line]", *, every: bool) -> None:
    from quizapp.deck.compare import Fate

    for line in lines:
        change = line.change
        if change.fate is Fate.SAME and not change.afresh and not every:
            continue
        key = change.new or change.old or ""
        from_ = f" (was {change.old})" if change.old and change.new and change.old != change.new else ""
        show(f"{line.place}: {change.fate}: {key}{from_}: {line.means}")
    counts = Counter(line.change.fate for line in lines)
    parts = [f"{counts[fate]} {fate}" for fate in Fate if counts[fate]]
    show(f"Cards: {', '.join(parts) or 'none'}.")


def _tell_left_out(side: "Side") -> int:
    broken = {name: number for name, number in side.left_out.items() if number}
    for name, number in broken.items():
        questions = "a question" if number == 1 else f"{number} questions"
        tell(f"{name} has mistakes that cost {questions}; 'quizapp check' says which.")
    return 1 if broken else 0
