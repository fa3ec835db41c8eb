"""`quizapp cards`."""

import re
from typing import TYPE_CHECKING, Any

import click

from quizapp.cli.group import Command, State, described
from quizapp.cli.names import deck_names
from quizapp.cli.output import csv_options, json_option, show, show_json, tell
from quizapp.cli.services import look, open_desk
from quizapp.errors import UsageError
from quizapp.text import counted

if TYPE_CHECKING:
    from quizapp.study.browse import Browser
    from quizapp.study.cards import Act
    from quizapp.study.desk import Desk
    from quizapp.study.query import Query


_LIMIT = 100
_WORD = re.compile(r"^-(?=[^-].)")
_FILTERS = {**{name: name for name in ("deck", "tag", "topic", "kind", "sort")}, "stands": "is"}


class _Cards(Command):
    """Words may begin with a minus, which no option of one letter stands in the way of."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let `-tag:exam` be a word: with a minus that click doesn't know."""
        return super().parse_args(ctx, [_WORD.sub("−", arg) for arg in args])


@described(
    "cards",
    cls=_Cards,
    examples=[
        ("quizapp cards immun", "Cards with a word that begins so."),
        ("quizapp cards --deck biology --state due", "What is due in a deck."),
        ('quizapp cards "lapses>5" --sort lapses', "What you forget most; filters can be words too."),
        ("quizapp cards tag:exam --suspend", "Leave these cards out, after asking."),
        ("quizapp cards --undo", "Take the last such act back."),
    ],
)
@click.argument("words", nargs=-1)
@click.option("--deck", metavar="DECK", shell_complete=deck_names, help="Of this deck and those it includes.")
@click.option("--tag", metavar="TAG", help="With this tag; TAG* for all that begin so.")
@click.option("--topic", metavar="TOPIC", help="Of this topic.")
@click.option("--kind", metavar="KIND", help="Of this kind of question, such as cloze.")
@click.option(
    "--state", "stands", metavar="STATE", help="new, learning, young, mature, due, suspended, gone and so on."
)
@click.option("--due", metavar="DAYS", type=int, help="Due within so many days; 0 is today.")
@click.option("--flag", "flagged", metavar="N", type=click.IntRange(0, 4), help="With this flag.")
@click.option("--leech", is_flag=True, help="Forgotten so often that the question may be at fault.")
@click.option(
    "--sort", metavar="ORDER", help="deck, question, due, difficulty, stability, lapses, last, reviews."
)
@click.option("--limit", type=click.IntRange(min=0), help="List so many at most (100); 0 lists all.")
@json_option
@csv_options
@click.option("--suspend", is_flag=True, help="Leave them out of studying.")
@click.option("--resume", is_flag=True, help="Ask them again.")
@click.option("--bury", is_flag=True, help="Put them off until tomorrow.")
@click.option("--unbury", is_flag=True, help="Ask them today after all.")
@click.option("--set-flag", metavar="N", type=int, help="Give them a flag, 1 to 4; 0 takes it off.")
@click.option("--reset", is_flag=True, help="Make them new again; the log keeps what you answered.")
@click.option("--reschedule", metavar="WHEN", help="Make them due on a date, or in so many days.")
@click.option("--undo", is_flag=True, help="Take back the last act on cards of today.")
@click.option("--yes", is_flag=True, help="Don't ask.")
@click.pass_obj
def command(state: State, /, words: tuple[str, ...], **options: Any) -> int:
    """Find cards by words and filters, list them, or do something to all that are found.

    WORDS are looked for in question, answer, tags and topic, and may be filters: deck:, tag:, topic:,
    source:, kind:, is:, due:, flag:, lapses>, sort:, with a minus in front to turn one round; a card's key
    (deck/question) finds that card.
    """
    given = _given(options)
    with open_desk(state.environment, reading=given is None) as desk:
        if given == "undo":
            return _undo(desk, as_json=options["as_json"])
        act = _act(desk, given, options) if given else None
        look(desk)
        browser = desk.browser()
        query = _query(browser, words, options)
        numbers = browser.find(query)
        if act is not None:
            return _do(desk, browser.keys(numbers), act, f"{_VERBS[given or '']} {{}}?", options)
        _list(browser, numbers, options)
    return 0


def _list(browser: "Browser", numbers: list[int], options: dict[str, Any]) -> None:
    from quizapp.cli.cardtable import print_csv, print_json, print_table

    whole = options["as_json"] or options["table"]
    limit = options["limit"] if options["limit"] is not None else 0 if whole else _LIMIT
    shown = numbers[:limit] if limit else numbers
    if options["as_json"]:
        print_json(browser, shown, len(numbers))
    elif options["table"]:
        print_csv(browser, shown, excel=options["table"] == "excel")
    elif not numbers:
        tell("No card fits. Fewer words or filters find more; 'quizapp cards' lists all.")
    else:
        print_table(browser, shown, len(numbers))


def _do(desk: "Desk", cards: list[str], act: "Act", question: str, options: dict[str, Any]) -> int:
    from quizapp.cli.asking import agreed

    if not cards:
        tell("No card fits; nothing was changed.")
        return 0
    if len(cards) > 1 and not agreed(question.format(counted(len(cards), "card")), yes=options["yes"]):
        tell("Nothing was changed.")
        return 1
    done = desk.cards().do(act, cards)
    if options["as_json"]:
        show_json({"act": act.kind.value, "changed": done.changed, "unchanged": done.left})
        return 0
    show(done.sentence)
    if done.changed:
        tell("'quizapp cards --undo' takes that back, until the study day ends.")
    return 0


def _undo(desk: "Desk", *, as_json: bool) -> int:
    said = desk.cards().undo()
    if as_json:
        show_json({"undone": said})
    else:
        show(said or "There is nothing of today to take back.")
    return 0


def _query(browser: "Browser", words: tuple[str, ...], options: dict[str, Any]) -> "Query":
    """What was asked for, from words and options alike. Raises UsageError for what can't be read."""
    from quizapp.library.search import searchable
    from quizapp.study.query import parse

    # Words that say nothing would find every card, and an act would be done to all of them.
    for word in words:
        if not searchable(word):
            raise UsageError(
                f"There is no letter or digit in '{word}' to look for",
                todo="Leave it out to find all cards",
            )
    typed = [f"card:{_quoted(word)}" if "/" in word and browser.named(word) else word for word in words]
    typed += [f"{name}:{_quoted(options[given])}" for given, name in _FILTERS.items() if options[given]]
    typed += [f"due:{options['due']}"] if options["due"] is not None else []
    typed += [f"flag:{options['flagged']}"] if options["flagged"] is not None else []
    typed += ["is:leech"] if options["leech"] else []
    query = parse(" ".join(typed))
    problems = [*query.problems, *_unknown(browser, options["deck"])]
    if problems:
        raise UsageError(problems[0].rstrip("."))
    return query


def _unknown(browser: "Browser", deck: str | None) -> list[str]:
    return [] if deck is None or browser.decks_named(deck) else [f"There is no deck '{deck}'"]


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


_VERBS = {
    "suspend": "Suspend",
    "resume": "Resume",
    "bury": "Put off",
    "unbury": "Bring back",
    "set_flag": "Change the flag of",
    "reset": "Make new again",
    "reschedule": "Reschedule",
}
_ACTS = (*_VERBS, "undo")


def _given(options: dict[str, Any]) -> str | None:
    """Which act was asked for, if any. Raises UsageError for two at once."""
    given = [name for name in _ACTS if options[name] not in (False, None)]
    if len(given) > 1:
        named = " and ".join(f"--{name.replace('_', '-')}" for name in given)
        raise UsageError(f"{named} can't be used together", todo="Do one after the other")
    return given[0] if given else None


def _act(desk: "Desk", given: str, options: dict[str, Any]) -> "Act":
    from quizapp.study import cards

    if given == "set_flag":
        return cards.flag(options["set_flag"])
    if given == "reschedule":
        return cards.reschedule(cards.days_until(options["reschedule"], desk.time.moment().day))
    return {
        "suspend": cards.SUSPEND,
        "resume": cards.RESUME,
        "bury": cards.BURY,
        "unbury": cards.UNBURY,
        "reset": cards.RESET,
    }[given]
