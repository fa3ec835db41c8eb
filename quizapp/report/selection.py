"""Which cards, and which study days, figures are about."""

from datetime import date
from typing import NamedTuple

from quizapp.errors import UsageError
from quizapp.memory.days import date_of
from quizapp.store.figures import FAR, Slice
from quizapp.study.desk import Desk

YEAR = 365
_EPOCH = date(1970, 1, 1).toordinal()


class Selection(NamedTuple):
    """Which cards. decks: ids, with what they include; empty: everything. tag: only cards with it."""

    decks: tuple[str, ...] = ()
    tag: str | None = None


EVERYTHING = Selection()


class Period(NamedTuple):
    """Study days `first` to `last`, and how they are called (`the past 365 days`, `all time`)."""

    first: int
    last: int
    name: str


class Part(NamedTuple):
    """What figures are summed over.

    reviews: the answers of the period. ever: the same of all time. cards: the cards that are counted:
    those selected, or of every started deck.
    """

    reviews: Slice
    ever: Slice
    cards: Slice


def past_year(day: int) -> Period:
    """The 365 study days up to `day`."""
    return Period(day - YEAR + 1, day, "the past 365 days")


def all_time() -> Period:
    """Everything in the log."""
    return Period(-FAR, FAR, "all time")


def calendar_year(year: int) -> Period:
    """A year of the calendar. Raises ValueError outside of 1 to 9999."""
    return Period(day_of(date(year, 1, 1)), day_of(date(year, 12, 31)), f"the year {year}")


def since(first: date, day: int) -> Period:
    """From a date up to the study day `day`."""
    return Period(day_of(first), day, f"since {long_date(day_of(first))}")


def day_of(when: date) -> int:
    """The study day of that date."""
    return when.toordinal() - _EPOCH


def long_date(day: int) -> str:
    """A study day in words: `3 March 2026`."""
    when = date_of(day)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def part_of(desk: Desk, selection: Selection, period: Period) -> Part:
    """Return what to sum over. Raises UsageError for a tag that no card at hand has."""
    decks = members(desk, selection)
    cards = None
    if selection.tag is not None:
        cards = frozenset(desk.library.cards_with(tag=selection.tag))
        if not cards:
            raise UsageError(
                f"There is no card with the tag '{selection.tag}'", todo="See how the decks write it"
            )
        if decks is not None:
            cards = frozenset(card for card in cards if card.partition("/")[0] in decks)
        decks = None
    ever = Slice(decks=decks, cards=cards)
    counted = ever if decks is not None or cards is not None else Slice(decks=started(desk))
    return Part(ever._replace(first=period.first, last=period.last), ever, counted)


def members(desk: Desk, selection: Selection) -> tuple[str, ...] | None:
    """The ids of the decks selected and of all they include; None for everything."""
    if not selection.decks:
        return None
    return tuple(dict.fromkeys(member for deck in selection.decks for member in desk.library.members(deck)))


def started(desk: Desk) -> tuple[str, ...]:
    """The ids of the decks that are started and of all they include."""
    found = (member for deck in desk.store.started() for member in desk.library.members(deck))
    return tuple(dict.fromkeys(found))
