"""`quizapp decks`."""

from typing import TYPE_CHECKING

import click

from quizapp.cli.group import State, described
from quizapp.cli.names import deck_names
from quizapp.cli.output import json_option, show, show_json, show_table
from quizapp.cli.services import look, open_desk
from quizapp.errors import UsageError
from quizapp.text import counted

if TYPE_CHECKING:
    from quizapp.library.entry import Entry
    from quizapp.study.desk import Desk

_ORIGINS = {"shipped": "shipped", "yours": "yours", "folder": "in a folder", "path": "named"}


@described(
    "decks",
    examples=[
        ("quizapp decks", "List all decks."),
        ("quizapp decks --problems biology", "Say what is wrong in a deck's file, and where."),
        ("quizapp decks --stop biology", "Leave a deck out of daily studying; its progress stays."),
        ("quizapp decks --copy biology", "Copy a shipped deck to where you can edit it."),
    ],
)
@click.option("--problems", metavar="DECK", shell_complete=deck_names, help="Say what is wrong in its file.")
@click.option("--start", metavar="DECK", shell_complete=deck_names, help="Take it into daily studying.")
@click.option("--stop", metavar="DECK", shell_complete=deck_names, help="Leave it out of daily studying.")
@click.option("--resume", metavar="DECK", shell_complete=deck_names, help="Ask its suspended cards again.")
@click.option("--copy", metavar="DECK", shell_complete=deck_names, help="Copy a shipped deck to edit it.")
@json_option
@click.pass_obj
def command(
    state: State,
    problems: str | None,
    start: str | None,
    stop: str | None,
    resume: str | None,
    copy: str | None,
    as_json: bool,
) -> int:
    """List the decks at hand, or act on one of them."""
    asked = {"--problems": problems, "--start": start, "--stop": stop, "--resume": resume, "--copy": copy}
    given = [name for name, deck in asked.items() if deck is not None]
    if len(given) > 1:
        raise UsageError(f"{' and '.join(given)} can't be used together", todo="Give one of them at a time")
    acts = bool(start or stop or resume)
    with open_desk(state.environment, reading=not acts) as desk:
        look(desk)
        if problems is not None:
            return _problems(desk, problems, as_json=as_json)
        if start is not None:
            entry = desk.library.deck(start)
            desk.start(entry.id)
            _said(f"{entry.title} is started.", entry, as_json=as_json, started=True)
        elif stop is not None:
            entry = desk.library.deck(stop)
            desk.stop(entry.id)
            said = f"{entry.title} is left out of daily studying; its progress stays."
            _said(said, entry, as_json=as_json, started=False)
        elif resume is not None:
            entry = desk.library.deck(resume)
            cards = desk.resume(entry.id)
            said = f"{entry.title}: {counted(cards, 'card')} taken into studying again."
            _said(said, entry, as_json=as_json, resumed=cards)
        elif copy is not None:
            entry, path = desk.library.deck(copy), str(desk.library.copy(copy))
            _said(path, entry, as_json=as_json, file=path)
        else:
            _list(desk, as_json=as_json)
    return 0


def _said(sentence: str, entry: "Entry", *, as_json: bool, **data: object) -> None:
    """Say what was done: as a sentence, or as data."""
    if as_json:
        show_json({"deck": entry.id, **data})
    else:
        show(sentence)


def _problems(desk: "Desk", name: str, *, as_json: bool) -> int:
    entry = desk.library.deck(name)
    report = desk.library.report(entry.id)
    if as_json:
        show_json({"deck": entry.id, "file": str(entry.path), "report": report.splitlines()})
    else:
        show(report or f"{entry.title}: no problems.")
    return 1 if report else 0


def _list(desk: "Desk", *, as_json: bool) -> None:
    entries = desk.library.decks()
    started = set(desk.store.started())
    if as_json:
        show_json({"decks": [_data(entry, started=entry.id in started) for entry in entries]})
        return
    if not entries:
        show("There are no decks. 'quizapp add FILE' takes one in.")
        return
    rows = [("deck", "title", "cards", "from", "")]
    rows += [
        (
            entry.id,
            entry.title,
            str(entry.cards),
            _ORIGINS.get(entry.origin, entry.origin),
            _remarks(entry, started=entry.id in started),
        )
        for entry in entries
    ]
    show_table(rows, right=(2,))


def _remarks(entry: "Entry", *, started: bool) -> str:
    remarks = ["started"] if started else []
    if entry.left_out:
        remarks.append(f"{entry.left_out} left out")
    if entry.problems:
        remarks.append(f"problems: {entry.problems}")
    if entry.shipped_newer:
        remarks.append("the shipped deck has changed since you copied it")
    return ", ".join(remarks)


def _data(entry: "Entry", *, started: bool) -> dict[str, object]:
    return {
        "id": entry.id,
        "title": entry.title,
        "file": str(entry.path),
        "origin": entry.origin,
        "language": entry.language,
        "started": started,
        "questions": entry.questions,
        "cards": entry.cards,
        "left_out": entry.left_out,
        "problems": entry.problems,
        "includes": list(entry.includes),
        "overrides_shipped": entry.overrides,
        "shipped_newer": entry.shipped_newer,
    }
