"""What the progress screen asks: which cards, which day, which goal, which question."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quizapp.errors import UsageError
from quizapp.report.dates import exam_day, share_of
from quizapp.report.documents import Asked
from quizapp.report.selection import EVERYTHING, Selection
from quizapp.study.desk import Desk
from quizapp.tui.progress.drawing import asked
from quizapp.tui.progress.sources import sign
from quizapp.tui.screens.pick import PickScreen
from quizapp.tui.screens.quiz.dialogs import EntryScreen
from quizapp.tui.widgets.rows import Row

ALL = "All decks"


class Choice(NamedTuple):
    """Which cards can be looked at, and how they are called."""

    title: str
    selection: Selection


def choices(desk: Desk, tags: Sequence[str]) -> list[Choice]:
    """Everything, each deck, each tag."""
    decks = [Choice(entry.title, Selection((entry.id,))) for entry in desk.library.decks()]
    return [Choice(ALL, EVERYTHING), *decks, *(Choice(f"tag {tag}", Selection((), tag)) for tag in tags)]


def named(desk: Desk, selection: Selection) -> str:
    """How a selection is called."""
    titles = {entry.id: entry.title for entry in desk.library.decks()}
    parts = [titles.get(deck, deck) for deck in selection.decks]
    return ", ".join([*parts, *([f"tag {selection.tag}"] if selection.tag else [])]) or ALL


def scope_screen(found: Sequence[Choice], now: Selection) -> PickScreen:
    """Return a list of what can be looked at, found by a part of its name."""

    def entry(at: int) -> Row:
        return Row("●" if found[at].selection == now else " ", found[at].title)

    def find(text: str) -> list[int]:
        return [at for at, one in enumerate(found) if text.casefold() in one.title.casefold()]

    return PickScreen("Look at", "A part of a deck's title, or a tag", entry, find)


def question_screen(title: str, found: Sequence[Asked], text: Callable[[str], str]) -> PickScreen:
    """Return a list of the questions of a paragraph."""
    texts = [asked(text(one.question)) for one in found]

    def find(typed: str) -> list[int]:
        return [at for at, one in enumerate(texts) if typed.casefold() in one.casefold()]

    return PickScreen(title, "A word of the question", lambda at: Row(sign(found[at]), texts[at]), find)


def date_screen(today: int) -> EntryScreen:
    """Ask for the day of an exam."""
    asks = "A date, such as 30.6. or 2026-06-30, or a number of days from today."
    return EntryScreen("When is the exam?", asks, "", _wrong(lambda text: exam_day(text, today)))


def goal_screen(shown: str) -> EntryScreen:
    """Ask for a goal."""
    asks = "How much should be known on the day, in percent? Empty for no goal."
    return EntryScreen("What is the goal?", asks, shown, _wrong(share_of))


def _wrong(read: Callable[[str], object]) -> Callable[[str], str | None]:
    def wrong(text: str) -> str | None:
        try:
            read(text)
        except UsageError as error:
            return f"{error.what}. {error.todo}."
        return None

    return wrong
