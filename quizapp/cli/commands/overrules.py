"""`quizapp overrules`."""

from typing import TYPE_CHECKING

import click

from quizapp.cli.group import State, described
from quizapp.cli.names import deck_names
from quizapp.cli.output import json_option, show, show_json
from quizapp.cli.services import deck_ids, look, open_desk

if TYPE_CHECKING:
    from quizapp.author.overrules import Overruled


@described(
    "overrules",
    examples=[
        ("quizapp overrules biology", "What was refused and claimed as right, to paste into `accept`."),
        ("quizapp overrules --json", "The same of every deck, for other programs."),
    ],
)
@click.argument("decks", metavar="[DECK]...", nargs=-1, shell_complete=deck_names)
@json_option
@click.pass_obj
def command(state: State, decks: tuple[str, ...], as_json: bool) -> None:
    """List what was typed, refused and claimed as right ("I was right"), with how many times.

    What the question accepts by now isn't listed. It comes from the log on this machine.
    """
    from quizapp.author.overrules import overrules

    with open_desk(state.environment, reading=True) as desk:
        look(desk)
        names = deck_ids(desk.library, decks) if decks else [entry.id for entry in desk.library.decks()]
        found = [card for name in names for card in overrules(desk.library, desk.store, name)]
    if as_json:
        show_json({"cards": [_data(card) for card in found]})
    elif not found:
        show("No answer was claimed as right that isn't accepted by now.")
    else:
        for card in found:
            _print(card)


def _data(card: "Overruled") -> dict[str, object]:
    return {
        "card": str(card.card),
        "file": str(card.entry.path),
        "line": card.question.line,
        "kind": card.question.kind,
        "claims": [{"text": claim.text, "times": claim.times} for claim in card.claims],
        "accept": card.accept,
    }


def _print(card: "Overruled") -> None:
    show(f"{card.entry.path}:{card.question.line}: {card.card}")
    for claim in card.claims:
        times = "once" if claim.times == 1 else f"{claim.times} times"
        show(f"  {claim.text}  ({times})")
    if card.accept is not None:
        show(f"  {card.accept}")
