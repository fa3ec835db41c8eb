"""`quizapp stats`."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from quizapp.cli.front import lines_wanted
from quizapp.cli.group import State, described
from quizapp.cli.names import deck_names
from quizapp.cli.output import csv_options, json_option, show, show_json, show_rows, tell
from quizapp.cli.services import deck_ids, is_path, look, open_desk
from quizapp.cli.values import Day, Percent
from quizapp.cli.writing import check_free, write
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.cli.statistics import Shown
    from quizapp.report import Period, Selection
    from quizapp.study.desk import Desk
    from quizapp.study.plan import Plan


class _Asked(NamedTuple):
    """What the command line asks for."""

    by: str | None
    document: bool
    expect: str | None
    goal: float | None
    confusions: bool
    items: bool
    exports: tuple[Path, ...]
    plain: bool


@described(
    "stats",
    examples=[
        ("quizapp stats", "How you are doing: the past year, all decks."),
        ("quizapp stats biology --all --by topic", "A deck's topics, over all time."),
        ("quizapp stats biology --expect 2026-06-30 --goal 85", "What an exam would find, and what to do."),
        ("quizapp stats --html progress.html", "A page to keep or to send."),
        ("quizapp stats biology --items anna.jsonl ben.jsonl", "For authors: how questions fare."),
    ],
)
@click.argument("names", metavar="[DECK]...", nargs=-1, shell_complete=deck_names)
@click.option("--tag", metavar="TAG", help="Only cards with this tag.")
@click.option("--since", metavar="DATE", type=Day(), help="From this date on.")
@click.option("--year", metavar="YEAR", type=click.IntRange(1970, 9999), help="A year of the calendar.")
@click.option("--all", "all_of_it", is_flag=True, help="Everything in the log.")
@click.option("--by", type=click.Choice(["deck", "topic", "kind", "source"]), help="Divide the figures.")
@click.option("--document", is_flag=True, help="Which paragraphs of the sources are learned, shaky, unseen.")
@click.option("--expect", metavar="DATE", help="An exam on that date, or in so many days.")
@click.option("--goal", metavar="PERCENT", type=Percent(), help="With --expect: what it takes.")
@click.option("--confusions", is_flag=True, help="Questions that were taken for each other.")
@click.option("--study", is_flag=True, help="With --confusions: ask them side by side.")
@click.option("--items", is_flag=True, help="For authors: how questions fare; name learners' exports too.")
@click.option("--html", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="Write a page.")
@click.option("--force", is_flag=True, help="With --html: write over a file that is there.")
@csv_options
@click.option("--plain", is_flag=True, help="In sentences, without columns and drawings.")
@json_option
@click.pass_obj
def command(
    state: State,
    names: tuple[str, ...],
    tag: str | None,
    since: datetime | None,
    year: int | None,
    all_of_it: bool,
    by: str | None,
    document: bool,
    expect: str | None,
    goal: float | None,
    confusions: bool,
    study: bool,
    items: bool,
    html: Path | None,
    force: bool,
    table: str | None,
    plain: bool,
    as_json: bool,
) -> int:
    """Show how studying goes: what was kept, what is to come, how cards stand; each figure says how it is
    computed. Without a period it is about the past 365 days.
    """
    _alone({"--since": since, "--year": year, "--all": all_of_it})
    _alone(
        {"--by": by, "--document": document, "--expect": expect, "--confusions": confusions, "--items": items}
    )
    _alone({"--html": html, f"--{table}": table, "--json": as_json})
    _needs({"--goal": goal}, "--expect", expect)
    _needs({"--study": study}, "--confusions", confusions)
    _needs({"--force": force}, "--html", html)
    if html is not None:
        check_free(html, force=force)
    decks, exports = _parted(names) if items else (names, ())
    asked = _Asked(by, document, expect, goal, confusions, items, exports, plain or state.plain)
    with open_desk(state.environment, [Path(name) for name in decks if is_path(name)], reading=True) as desk:
        look(desk)
        if desk.settings.interface == "plain" or lines_wanted(state.environment):
            asked = asked._replace(plain=True)
        selection = _selection(desk, decks, tag)
        if study:
            plan = _drill(desk, selection, _period(desk, since, year, all_of_it=all_of_it))
        else:
            found = _shown(desk, asked, selection, _period(desk, since, year, all_of_it=all_of_it))
    if study:
        from quizapp.cli import front

        return front.study(state, plan, (), plain=plain) if plan.cards else 0
    if html is not None:
        write(html, [found.page()])
        tell(f"The page is {html}. Nothing on it loads anything from elsewhere.")
    elif table is not None:
        show_rows(found.csv(excel=table == "excel"))
    elif as_json:
        show_json(found.data)
    else:
        for line in found.text:
            show(line)
    return 0


def _shown(desk: "Desk", asked: _Asked, selection: "Selection", period: "Period | None") -> "Shown":
    from quizapp.cli import statistics

    day = desk.time.moment().day
    if asked.items:
        return statistics.items(desk, selection, asked.exports, plain=asked.plain)
    if asked.confusions:
        return statistics.confusions(desk, selection, period, plain=asked.plain)
    if asked.expect is not None:
        goal = None if asked.goal is None else asked.goal / 100
        return statistics.exam(desk, day, asked.expect, selection, goal, plain=asked.plain)
    if asked.document:
        return statistics.documents(desk, day, selection, plain=asked.plain)
    if asked.by is not None:
        return statistics.breakdown(desk, asked.by, day, selection, period, plain=asked.plain)
    return statistics.progress(desk, day, selection, period, plain=asked.plain)


def _drill(desk: "Desk", selection: "Selection", period: "Period | None") -> "Plan":
    from quizapp.report.confusions import confusions, drill

    pairs = confusions(desk, selection, period)
    if not pairs:
        show("No answer given so far was the right answer of another question.")
    return drill(pairs)


def _selection(desk: "Desk", names: Sequence[str], tag: str | None) -> "Selection":
    from quizapp.report import Selection

    return Selection(tuple(deck_ids(desk.library, names)) if names else (), tag)


def _period(desk: "Desk", since: datetime | None, year: int | None, *, all_of_it: bool) -> "Period | None":
    from quizapp import report

    if all_of_it:
        return report.all_time()
    if year is not None:
        return report.calendar_year(year)
    if since is None:
        return None
    day = desk.time.moment().day
    found = report.since(since.date(), day)
    if found.first > day:
        raise UsageError(f"--since {since.date()} is in the future", todo="Take a date that has been")
    return found


def _parted(names: Sequence[str]) -> tuple[tuple[str, ...], tuple[Path, ...]]:
    """Part the decks from the files of learners."""
    exports = tuple(
        Path(name)
        for name in names
        if name.endswith(".jsonl") or (not name.endswith((".yaml", ".yml")) and Path(name).is_file())
    )
    decks = tuple(name for name in names if Path(name) not in exports)
    if not decks:
        raise UsageError(
            "--items wants a deck", todo="Name it before the exports: quizapp stats DECK --items FILE"
        )
    return decks, exports


def _alone(given: dict[str, object]) -> None:
    names = [name for name, value in given.items() if value not in (None, False)]
    if len(names) > 1:
        raise UsageError(f"{' and '.join(names)} can't be used together", todo="Give one of them at a time")


def _needs(given: dict[str, object], other: str, there: object) -> None:
    for name, value in given.items():
        if value not in (None, False) and there in (None, False):
            raise UsageError(f"{name} goes with {other}", todo=f"Add {other}, or leave {name} out")
