"""`quizapp quiz`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizapp.cli.group import State, described
from quizapp.cli.names import deck_names
from quizapp.cli.output import json_option, show, show_json, tell
from quizapp.cli.services import deck_ids, is_path, open_desk
from quizapp.cli.writing import check_free, write
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.study.desk import Desk
    from quizapp.study.quiz.sit import Past, Start

MISSED = 1
_SAID = (
    *("count", "tag", "topic", "source", "kind", "level", "exam", "minutes", "seconds", "clock"),
    *("penalty", "passing", "certainty", "blueprint", "seed"),
)


@described(
    "quiz",
    examples=[
        ("quizapp quiz biology", "Practise: 20 questions, told after each how it was."),
        ("quizapp quiz biology --exam --minutes 30", "A mock exam."),
        ("quizapp quiz final.exam.yaml --seed 7", "An exam as its file says; a seed gives the same paper."),
        ("quizapp quiz --paper 1A2B3-…", "The paper somebody else sat."),
        ("quizapp quiz biology --seed 7 --answers key.yaml", "Run unattended, to test a paper."),
        ("quizapp quiz --resume", "Go on with what was left."),
        ("quizapp quiz biology --past", "Past attempts; --show 1 shows the newest again."),
        ("quizapp quiz biology --seed 7 --html paper.html", "A page to print: the paper and its key."),
    ],
)
@click.argument("decks", metavar="[DECK]...", nargs=-1, shell_complete=deck_names)
@click.option("--count", metavar="N", type=click.IntRange(1, 1_000), help="How many questions.")
@click.option("--tag", metavar="TAG", multiple=True, help="Only with this tag; again for more.")
@click.option("--topic", metavar="TOPIC", multiple=True, help="Only of this topic; again for more.")
@click.option(
    "--source", metavar="SOURCE", multiple=True, help="Only drawn from this source; again for more."
)
@click.option("--kind", metavar="KIND", multiple=True, help="Only of this kind, like choice; again for more.")
@click.option(
    "--level", metavar="N", type=click.IntRange(1, 3), multiple=True, help="Only this hard; again for more."
)
@click.option(
    "--exam", is_flag=True, help="The result at the end, as the deck's own exam says if it has one."
)
@click.option("--minutes", metavar="M", type=click.IntRange(1, 1_440), help="Time for the whole.")
@click.option("--seconds", metavar="S", type=click.IntRange(1, 86_400), help="Time for each question.")
@click.option(
    "--clock", type=click.Choice(["runs", "stands"]), help="While interrupted the clock runs or stands."
)
@click.option("--penalty", metavar="P", help="What a wrong answer costs: points, or a share such as 25%.")
@click.option("--pass", "passing", metavar="PERCENT", help="How much is needed to pass.")
@click.option("--certainty", is_flag=True, help="Ask how sure you are of each answer.")
@click.option("--blueprint", metavar="FILE", type=click.Path(path_type=Path), help="An exam's file.")
@click.option("--seed", metavar="TEXT", help="Draw the paper that this gives on every machine.")
@click.option("--paper", metavar="CODE", help="Sit the paper that a code holds.")
@click.option(
    "--answers", metavar="FILE", type=click.Path(path_type=Path), help="Run with answers from a file."
)
@click.option("--resume", is_flag=True, help="Go on with the newest attempt that isn't finished.")
@click.option("--past", is_flag=True, help="List past attempts.")
@click.option("--show", "shown", metavar="N", type=click.IntRange(1), help="Show the Nth of them again.")
@click.option(
    "--html",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a page to print: with --show or --answers the result, else the paper and its key.",
)
@click.option("--force", is_flag=True, help="With --html: write over a file that is there.")
@json_option
@click.option("--plain", is_flag=True, help="In plain lines instead of a full screen.")
@click.pass_obj
def command(state: State, /, decks: tuple[str, ...], **options: Any) -> int:
    """Take a quiz of the decks named, or of an exam's file; practice, or an exam with a result at the end.

    Ends with exit code 1 if there is a pass mark and it was missed.
    """
    from quizapp.cli import quizzing

    _check(decks, options)
    names, file = quizzing.split(decks, options["blueprint"])
    exam = quizzing.load(file) if file is not None else None
    extra = [Path(name) for name in (*names, *(exam.decks if exam else ())) if is_path(name)]
    plain = _plain(state, options)
    front = "cli" if _unattended(options) else "line" if plain else "tui"
    with open_desk(state.environment, extra, front=front) as desk:
        for notice in desk.refresh():
            tell(notice)
        if options["past"] or options["shown"]:
            return _past(desk, names, options)
        if options["resume"]:
            return _open(desk, _unfinished(desk, names), plain=plain)
        start = _start(desk, names, exam, options)
        if options["answers"] is not None:
            return _answered(desk, start, options)
        if options["html"] is not None:
            return _printed(start, options["html"])
        return _open(desk, start, plain=plain)


def _check(decks: tuple[str, ...], options: dict[str, Any]) -> None:
    """Raise UsageError for options that don't go together."""
    ways = [name for name in ("resume", "past", "paper") if options[name]]
    ways += ["show"] if options["shown"] is not None and "past" not in ways else []
    ways += ["answers"] if options["answers"] is not None and ways != ["paper"] else []
    if len(ways) > 1:
        raise UsageError(f"--{ways[0]} and --{ways[1]} don't go together", todo="Give one of them")
    said = [name for name in _SAID if options[name]]
    if said and ways and ways[0] in {"resume", "past", "show"}:
        name = "pass" if said[0] == "passing" else said[0]
        raise UsageError(f"--{name} is for a new quiz, not for --{ways[0]}", todo="Leave it out")
    if options["paper"] and (decks or any(options[name] for name in _SAID)):
        raise UsageError("A paper's code says itself what is asked and how", todo="Give --paper alone")
    _check_page(options)
    if options["as_json"] and not _unattended(options):
        raise UsageError("--json shows results", todo="Use it with --past, --show N or --answers FILE")


def _check_page(options: dict[str, Any]) -> None:
    """Raise UsageError where a page can't be written, before anything is done."""
    file = options["html"]
    if file is None and options["force"]:
        raise UsageError("--force needs --html")
    if file is None:
        return
    if options["as_json"] or options["resume"] or (options["past"] and not options["shown"]):
        raise UsageError(
            "--html writes one paper or result", todo="Use it with decks, --show N or --answers FILE"
        )
    check_free(file, force=options["force"])


def _write(file: Path, page: str) -> None:
    write(file, [page])
    tell(f"The page is {file}. Nothing on it loads anything from elsewhere.")


def _printed(start: "Start", file: Path) -> int:
    """Write a paper and its key as a page; nobody sits it by that."""
    from quizapp.study.quiz.page import paper_as_html

    assert start.paper is not None
    for notice in start.notices:
        tell(notice)
    _write(file, paper_as_html(start.paper))
    return 0


def _unattended(options: dict[str, Any]) -> bool:
    return any(options[name] for name in ("past", "shown", "answers", "html"))


def _plain(state: State, options: dict[str, Any]) -> bool:
    from quizapp.cli.front import plain_set, plain_wanted

    wanted = bool(options["plain"]) or state.plain or plain_wanted(state.environment)
    return wanted or plain_set(state.environment)


def _start(desk: "Desk", names: list[str], exam: Any, options: dict[str, Any]) -> "Start":
    from quizapp.cli import quizzing
    from quizapp.study.quiz.sit import Start

    if options["paper"]:
        made = quizzing.coded(desk, options["paper"])
        return Start(made.paper, notices=made.notices)
    return Start(quizzing.paper_of(desk, names, exam, options))


def _open(desk: "Desk", start: "Start", *, plain: bool) -> int:
    if plain:
        from quizapp.line.front import quiz as talk

        return talk(desk, start)
    from quizapp.tui.quizzing import run as show_screens

    return show_screens(desk, start)


def _unfinished(desk: "Desk", names: list[str]) -> "Start":
    from quizapp.study.quiz import sit

    wanted = set(deck_ids(desk.library, names))
    found = [one for one in sit.unfinished(desk) if not wanted or wanted & set(one.decks)]
    if not found:
        raise UsageError("There is no quiz to go on with", todo="'quizapp quiz DECK' begins one")
    more = len(found) - 1
    told = () if not more else (f"{more} older {'is' if more == 1 else 'are'} not finished either.",)
    return sit.Start(attempt=found[0].attempt.id, notices=told)


def _past(desk: "Desk", names: list[str], options: dict[str, Any]) -> int:
    from quizapp.study.quiz import sit

    found = sit.past(desk, deck_ids(desk.library, names))
    if options["shown"] is not None:
        if options["shown"] > len(found):
            many = "is 1 attempt" if len(found) == 1 else f"are {len(found)} attempts"
            raise UsageError(f"There {many}", todo="'quizapp quiz --past' lists them")
        return _shown(desk, found[options["shown"] - 1], options)
    if options["as_json"]:
        from quizapp.study.quiz.data import past_data

        show_json({"attempts": [past_data(one) for one in found]})
        return 0
    from quizapp.study.quiz.wording import listed

    for number, one in enumerate(found, 1):
        show(f"{number}. {listed(one)}")
    if not found:
        show("There are no past attempts. 'quizapp quiz DECK' begins one.")
    return 0


def _shown(desk: "Desk", past: "Past", options: dict[str, Any]) -> int:
    if past.short is None:
        raise UsageError(
            "This attempt isn't finished", todo="'quizapp quiz --resume' goes on with the newest"
        )
    from quizapp.cli.asking import attended

    if attended() and options["html"] is None and not options["as_json"]:
        from quizapp.line.front import result as talk

        return talk(desk, past.attempt.id)
    return _result(desk, past.attempt.id, options)


def _result(desk: "Desk", name: str, options: dict[str, Any]) -> int:
    """Show the result of an attempt, or write it as a page; return the exit code."""
    from quizapp.study.quiz import sit

    quiz = sit.resume(desk, name)
    result = quiz.result()
    before = sit.before(desk, quiz.attempt)
    if options["html"] is not None:
        from quizapp.study.quiz.page import as_html

        _write(options["html"], as_html(result, before))
    elif options["as_json"]:
        from quizapp.study.quiz.data import result_data

        show_json(result_data(result, before, quiz.course))
    else:
        from quizapp.study.quiz.wording import as_text

        for line in as_text(result, before):
            show(line)
    return MISSED if result.short.passed is False else 0


def _answered(desk: "Desk", start: "Start", options: dict[str, Any]) -> int:
    """Sit a paper with answers from a file; it is kept like any attempt. Return the exit code."""
    from quizapp.author.files import read_bytes
    from quizapp.cli import quizzing
    from quizapp.deck.decoding import text_lines
    from quizapp.study.quiz import answers, sit

    assert start.paper is not None
    file: Path = options["answers"]
    for notice in start.notices:
        tell(notice)
    data = read_bytes(file)
    items = [entry.item for entry in start.paper.entries]
    read = answers.read_answers(data, items, _others(desk, start.paper.decks))
    if read.problems:
        raise quizzing.refused(str(file), read.problems, text_lines(data))
    quiz = sit.begin(desk, start.paper)
    answers.give(quiz, read.planned)
    return _result(desk, quiz.attempt.id, options)


def _others(desk: "Desk", decks: Any) -> set[str]:
    """Every name by which a question of these decks may be answered."""
    names: set[str] = set()
    for deck in decks:
        for card, question, *_ in desk.library.places(deck.id):
            names |= {card, question, f"{deck.id}/{question}"}
    return names
