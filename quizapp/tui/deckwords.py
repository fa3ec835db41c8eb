"""The page of a deck, line by line: what it is about, how it stands, where it comes from. Pure."""

from collections.abc import Iterator

from textual.content import Content

from quizapp.deck.model import Document
from quizapp.memory.spans import ago
from quizapp.paths import shown
from quizapp.study.aboutdeck import DeckFacts
from quizapp.study.overview import DeckRow
from quizapp.text import counted
from quizapp.tui.glance import standing
from quizapp.tui.texts import clean
from quizapp.tui.widgets.deckline import LEARNING, MATURE, NEW, YOUNG, minutes, shares
from quizapp.tui.widgets.facts import Fact

BAR = 32
SHORT_BAR = 10


def progress(row: DeckRow, day: int, *, bar: int = BAR) -> Iterator[Fact]:
    """Say how the learner stands with a deck. bar: cells of the bar."""
    yield Fact("Cards", _cards(row, bar))
    yield Fact("Today", Content(_today(row)))
    if row.last_day is not None:
        yield Fact("Studied", Content(ago(day - row.last_day)))


def facts(about: DeckFacts) -> Iterator[Fact]:
    """Say what a deck is made of, and where it comes from."""
    if about.questions:
        yield Fact("Questions", Content(_questions(about)))
    if about.includes:
        yield Fact("Includes", Content("\n".join(map(clean, about.includes))))
    deck = about.deck
    if deck.documents:
        yield Fact("Sources", Content("\n").join(map(_source, deck.documents)))
    if deck.reviewed_on or deck.reviewed_against:
        yield Fact("Reviewed", _reviewed(deck.reviewed_on, deck.reviewed_against))
    if deck.authors:
        yield Fact("Authors", Content(clean(", ".join(deck.authors))))
    if deck.license:
        yield Fact("License", Content(clean(deck.license)))
    place = clean(shown(about.entry.path))
    yield Fact("File", Content.assemble(place, (f"\n{about.origin}", "$quiet")))


def _cards(row: DeckRow, bar: int) -> Content:
    """Draw how the cards stand, and say it."""
    said = f"{counted(row.cards, 'card')}{standing(row.stages)}"
    stages = row.stages
    total = stages.new + stages.learning + stages.known
    if not total or total == stages.new:
        return Content(said)
    mature, young, learning, new = shares((stages.mature, stages.young, stages.learning, stages.new), bar)
    known = 100 * stages.known // total
    return Content.assemble(
        (MATURE * mature + YOUNG * young, "$accent"),
        LEARNING * learning,
        (NEW * new, "$quiet"),
        f"  {known} % known\n{said}",
    )


def _today(row: DeckRow) -> str:
    if not row.started:
        return "not started"
    numbers = ((row.new, "new"), (row.learning, "in learning"), (row.review, "due"))
    waiting = ", ".join(f"{number} {name}" for number, name in numbers if number)
    return f"{waiting} · about {minutes(row.minutes)}" if waiting else "nothing waits"


def _questions(about: DeckFacts) -> str:
    # A kind and its number stay on one line.
    kinds = ", ".join(f"{kind}\u00a0{number}" for kind, number in about.kinds)
    said = f"{about.questions}: {kinds}"
    if about.entry.left_out:
        said += f"; {counted(about.entry.left_out, 'more has', 'more have')} a mistake and can't be asked"
    return said


def _source(document: Document) -> Content:
    parts = [part for part in (document.file, document.url) if part]
    if document.retrieved:
        parts.append(f"retrieved {document.retrieved}")
    if document.license:
        parts.append(document.license)
    where = f"  {clean(' · '.join(parts))}" if parts else ""
    return Content.assemble(clean(document.title), (where, "$quiet"))


def _reviewed(when: str | None, against: str | None) -> Content:
    parts = [part for part in (when, clean(against) if against else None) if part]
    return Content(" · ".join(parts))
