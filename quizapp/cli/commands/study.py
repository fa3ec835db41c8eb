"""`quizapp study`."""

import click

from quizapp.cli.group import State, described
from quizapp.cli.names import deck_names


@described(
    "study",
    examples=[
        ("quizapp study", "What waits today, over all decks that are started."),
        ("quizapp study biology", "One deck; naming it starts it."),
        ("quizapp study my.deck.yaml", "A deck file anywhere on the disk."),
        ("quizapp study --more 10", "Ten new cards more than the daily limit."),
        ("quizapp --plain study --limit 5", "Five cards in plain lines."),
    ],
)
@click.argument("decks", metavar="[DECK]...", nargs=-1, shell_complete=deck_names)
@click.option("--tag", metavar="TAG", help="Only cards with this tag.")
@click.option("--source", metavar="SOURCE", help="Only cards drawn from this source.")
@click.option("--new", metavar="N", type=click.IntRange(0, 9_999), help="At most N new cards today.")
@click.option("--limit", metavar="N", type=click.IntRange(1), help="Ask N cards, then stop.")
@click.option(
    "--more",
    metavar="N",
    type=click.IntRange(0, 9_999),
    default=0,
    help="N new cards more than today's limit.",
)
@click.option("--plain", is_flag=True, help="In plain lines instead of a full screen.")
@click.pass_obj
def command(
    state: State,
    decks: tuple[str, ...],
    tag: str | None,
    source: str | None,
    new: int | None,
    limit: int | None,
    more: int,
    plain: bool,
) -> int:
    """Study what waits today, or the decks named: by id, title, file or folder."""
    from quizapp.cli.front import study
    from quizapp.study.plan import Plan

    plan = Plan(tag=tag, source=source, new=new, limit=limit, more=more)
    return study(state, plan, decks, plain=plain)
