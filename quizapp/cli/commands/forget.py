"""`quizapp forget`."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.group import State, described
from quizapp.cli.output import json_option, show, show_json, tell
from quizapp.cli.services import look, open_desk
from quizapp.cli.values import Day
from quizapp.errors import UsageError
from quizapp.text import counted

if TYPE_CHECKING:
    from quizapp.store.forget import Forgotten, What
    from quizapp.study.desk import Desk


_EPOCH = date(1970, 1, 1).toordinal()
_MEGABYTE = 1_000_000


@described(
    "forget",
    examples=[
        ("quizapp forget biology/brake", "Take out what you typed in answer to this card."),
        ("quizapp forget --since 2026-03-01", "Take out everything typed since that day."),
    ],
)
@click.argument("card", required=False)
@click.option("--since", metavar="DATE", type=Day(), help="Everything typed since then.")
@click.option("--yes", is_flag=True, help="Don't ask.")
@json_option
@click.pass_obj
def command(state: State, card: str | None, since: datetime | None, yes: bool, as_json: bool) -> int:
    """Take what you typed out of your log, for good. Ratings stay, and when cards are due.

    A backup is made first. It and older backups still hold what you typed; which ones is said.
    """
    if (card is None) == (since is None):
        raise UsageError("Say what to forget", todo="Name a card, or give --since DATE")
    with open_desk(state.environment) as desk:
        what = _what(desk, card, since)
        return _forget(desk, what, yes=yes, as_json=as_json)


def _what(desk: "Desk", card: str | None, since: datetime | None) -> "What":
    from quizapp.store.forget import What
    from quizapp.study.why import card_named

    if card is None:
        assert since is not None
        return What(since=since.date().toordinal() - _EPOCH)
    look(desk)
    return What(card=card_named(desk.library, desk.store, card))


def _forget(desk: "Desk", what: "What", *, yes: bool, as_json: bool) -> int:
    from quizapp.cli.asking import agreed
    from quizapp.store.forget import Forgotten, forget, typed

    there = typed(desk.store, what)
    if not there.responses and not there.quizzes:
        if as_json:
            show_json(_data(Forgotten(0, 0, 0, there.open), None, []))
        else:
            show(f"Nothing typed is in the log there.{_left(there)}")
        return 0
    if not agreed(f"Take {_amount(there)} out of your log, for good?", yes=yes):
        tell("Nothing was changed.")
        return 1
    backup = _back_up(desk)
    done = forget(desk.store, what)
    still = _still(desk, what)
    if as_json:
        show_json(_data(done, backup, still))
        return 0
    show(f"{_amount(done)} taken out. Ratings stay, and when cards are due.{_left(done)}")
    tell("Copies that still hold it, to be deleted when you don't need them any more:")
    for path in still:
        tell(f"  {path}")
    tell("So do exports you made before.")
    return 0


def _amount(found: "Forgotten") -> str:
    parts = [counted(found.responses, "typed answer")] if found.responses or not found.quizzes else []
    if found.quizzes:
        parts.append(counted(found.quizzes, "answer in quizzes", "answers in quizzes"))
    return f"{' and '.join(parts)} to {counted(found.cards, 'card')}"


def _left(found: "Forgotten") -> str:
    return f" {counted(found.open, 'answer')} in quizzes not yet handed in stays." if found.open else ""


def _back_up(desk: "Desk") -> Path:
    from quizapp.store.backup import backup

    budget = desk.settings.backup_megabytes * _MEGABYTE
    day = desk.time.moment().day
    return backup(desk.paths.store, desk.paths.backups, day=day, budget_bytes=budget)


def _still(desk: "Desk", what: "What") -> list[Path]:
    from quizapp.store.forget import copies, holds

    return [path for path in copies(desk.paths.store, desk.paths.backups) if holds(path, what)]


def _data(done: "Forgotten", backup: Path | None, still: list[Path]) -> dict[str, object]:
    return {
        "responses": done.responses,
        "quiz_answers": done.quizzes,
        "cards": done.cards,
        "left_in_open_quizzes": done.open,
        "backup": None if backup is None else str(backup),
        "copies_that_hold_it": [str(path) for path in still],
    }
