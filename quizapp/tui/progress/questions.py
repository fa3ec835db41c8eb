"""Section 9, for authors: how each question fares, what to look at first comes first."""

from collections.abc import Iterator

from quizapp.report.advice import FINE, Advice
from quizapp.report.authoring import AuthorView
from quizapp.report.how import HOW
from quizapp.report.items import Item, Sure
from quizapp.report.more_tables import item_facts
from quizapp.report.tables import percent
from quizapp.text import counted
from quizapp.tui.progress.drawing import BLANK, asked, fit, heading, lines, prose
from quizapp.tui.progress.view import View
from quizapp.tui.widgets.board import Mark, Row

MOST = 200
"""Questions listed: who has looked at these will look at the others deck by deck."""

_INDENT = 2
_WIDEST = 100


def rows(view: View, width: int) -> list[Row]:
    """A question each: how many knew it at first, what it asks, its figures, and what to do about it."""
    found: AuthorView = view.found
    answered = [(item, said) for item, said in found.rows if item.answers]
    if not answered:
        return [*_none(width)]
    silent = len(found.rows) - len(answered)
    told = f"{counted(len(answered), 'card')} answered" + (f", {silent:,} never." if silent else ".")
    made = [*prose(told, width, "strong"), *prose("What to look at first comes first.", width, "quiet")]
    for item, said in answered[:MOST]:
        made += [BLANK, *_question(item, said, width)]
    more = len(answered) - MOST
    if more > 0:
        made += [
            BLANK,
            *prose(f"{more:,} more: press d for one deck, or 'quizapp stats DECK --items'.", width),
        ]
    return [*made, *_quizzes(view, width)]


def said(view: View, stop: str) -> list[str]:
    """What was chosen of the options of the question at the cursor; what to do about it stands there."""
    found: AuthorView = view.found
    row = next((row for row in found.rows if row[0].series.card == stop), None)
    if row is None:
        return []
    item, advice = row
    told = [] if advice.urgency < FINE.urgency else [advice.text]
    return [*told, *(_chosen(item, place) for place in range(len(item.options)))]


def _chosen(item: Item, place: int) -> str:
    """How often an option was chosen, on a line of its own."""
    option = item.options[place]
    often = f"{option.ever:,} ×" if item.sure < Sure.PROVISIONAL else percent(option.first.value)
    return f"{often:>6} {'✓' if option.right else ' '} {asked(option.text)}"


def how(_: View, __: str) -> str:
    """How it is computed."""
    return HOW["items"]


def _question(item: Item, said: Advice, width: int) -> Iterator[Row]:
    yield Row((Mark(fit(asked(item.series.text), width), "strong"),), item.series.card)
    for line in lines(item_facts(item), width - _INDENT):
        yield Row((Mark(" " * _INDENT), Mark(line, "quiet")))
    if said.urgency < FINE.urgency:
        for number, line in enumerate(lines(said.text, width - _INDENT)):
            yield Row((Mark(" " * _INDENT if number else "→ ", "accent"), Mark(line)))


def _quizzes(view: View, width: int) -> Iterator[Row]:
    found: AuthorView = view.found
    if not found.quizzes:
        return
    yield from heading("In quizzes")
    yield from prose(HOW["quizzes"], width, "quiet")
    for one in found.quizzes[:MOST]:
        figures = f"{percent(one.score):>6} of the points, {counted(one.asked, 'paper')}"
        text = fit(asked(view.text(one.card)), max(10, min(width, _WIDEST) - len(figures) - 2))
        yield Row((Mark(text + "  "), Mark(figures, "quiet")))


def _none(width: int) -> Iterator[Row]:
    yield from prose("Nobody has answered these questions yet.", width, "strong")
    yield from prose(
        "Here an author sees how each question fares: how many know it at first, how often it is forgotten,"
        " which options are chosen, and what helps.",
        width,
    )
    yield from prose(
        "To read what others answered: quizapp stats DECK --items FILE…, with files made by"
        " quizapp export --for-teacher.",
        width,
        "quiet",
    )
