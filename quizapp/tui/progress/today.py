"""Section 1: everything at a glance, a line or two each; Enter leads to the section that tells more."""

from collections.abc import Iterator

from quizapp.report.calendar import Calendar, minutes_in_words
from quizapp.report.how import HOW
from quizapp.report.progress import Cards, Coming, Progress
from quizapp.report.tables import hour_in_words, percent
from quizapp.text import counted
from quizapp.tui.progress.drawing import (
    BLANK,
    fact,
    label_width,
    lowest,
    prose,
    share_marks,
    sparks,
)
from quizapp.tui.progress.view import View
from quizapp.tui.progress.year import glance
from quizapp.tui.widgets.board import Mark, Row
from quizapp.tui.widgets.deckline import LEARNING, MATURE, NEW, YOUNG, shares

_PAST = 30
_MOST = 40
LEADS = {"today": 2, "streak": 2, "past": 2, "kept": 3, "cards": 5, "coming": 4, "spent": 2, "hours": 1}
"""Which section tells more of a line."""
_HOW = {"streak": "today", "past": "calendar", "kept": "retention"}


def rows(view: View, width: int) -> list[Row]:
    """Today, days in a row, what was kept, how cards stand, what comes, time and hours, the calendar."""
    found: Progress = view.found
    if found.empty and not found.streak.longest:
        return [*_first_day(found, width, started=view.started)]
    parts = [
        fact("Today", (), found.today.words.partition(": ")[2].capitalize(), width, "today"),
        fact("In a row", (), _streak(found), width, "streak"),
        _past(found.calendar, found.day, width),
        _kept(found, width),
        cards(found.cards, width, "cards"),
        _coming(found.coming, width),
        _spent(found, width),
        _hours(found, width),
    ]
    if not found.empty:
        parts.append(iter([BLANK, *glance(found, width)]))
    return [
        row for number, part in enumerate(parts) for row in (*([BLANK] if number in {3, 6} else []), *part)
    ]


def how(_: View, stop: str) -> str:
    """How the line at the cursor is computed."""
    return HOW.get(_HOW.get(stop, stop), "")


def _first_day(found: Progress, width: int, *, started: bool) -> Iterator[Row]:
    yield from prose("Nothing was answered yet.", width, "strong")
    yield BLANK
    what = (
        "Study a deck: press Enter on it in the list of decks." if not started else "Press a there to study."
    )
    yield from prose(f"Here you will see how studying goes. {what}", width)
    yield from prose(
        "After one day there is a calendar and how your cards stand; after some days, what comes back and"
        " how much of it you kept; after 20 cards, the mark to expect in an exam.",
        width,
    )
    yield BLANK
    if found.cards.total:
        yield from cards(found.cards, width, "cards")


def _streak(found: Progress) -> str:
    streak = found.streak
    now = counted(streak.current, "study day") if streak.current else "No study day"
    most = f", at most {streak.longest}" if streak.longest > streak.current else ""
    return f"{now}{most}; {streak.days:,} in {found.period.name}."


def _past(days: Calendar, day: int, width: int) -> Iterator[Row]:
    past = min(_PAST, width - label_width(width))
    counts = [days.at(each).reviews for each in range(day - past + 1, day + 1)]
    if not any(counts):
        return
    said = f"{counted(sum(counts), 'answer')} in {past} days, at most {max(counts):,} a day"
    yield from fact("Lately", (Mark(sparks(counts), "accent"),), said, width, "past")


def _kept(found: Progress, width: int) -> Iterator[Row]:
    kept = found.retention.both
    if not kept.kept.trials:
        yield from fact("Kept", (), "No card has come back after a day yet.", width, "kept")
        return
    cells = min(_PAST, width - label_width(width))
    first = lowest((kept.kept.low, kept.aimed))
    said = (
        f"{percent(kept.kept.value)} of {counted(kept.kept.trials, 'review')}, aimed at {percent(kept.aimed)}"
    )
    yield from fact("Kept", share_marks(kept.kept, cells, first, kept.aimed), said, width, "kept")


def cards(found: Cards, width: int, stop: str = "") -> Iterator[Row]:
    """How cards stand: a bar, and its parts as numbers."""
    if not found.total:
        yield from fact("Cards", (), "No deck is started.", width, stop)
        return
    cells = min(_MOST, width - label_width(width))
    parts = (found.mature, found.young, found.learning, found.new)
    mature, young, learning, new = shares(parts, cells) if any(parts) else (0, 0, 0, 0)
    marks = (
        Mark(MATURE * mature + YOUNG * young, "accent"),
        Mark(LEARNING * learning),
        Mark(NEW * new, "quiet"),
    )
    yield from fact("Cards", marks, counted(found.total, "card"), width, stop)
    names = (("mature", MATURE), ("young", YOUNG), ("learning", LEARNING), ("new", NEW))
    said = ", ".join(f"{sign} {getattr(found, name):,} {name}" for name, sign in names)
    if found.suspended:
        said += f", {found.suspended:,} suspended"
    if found.buried:
        said += f", {found.buried:,} put off"
    yield from fact("", (), said, width)


def _coming(coming: Coming, width: int) -> Iterator[Row]:
    counts = [count for _, count in coming.days]
    if not any(counts):
        yield from fact("To come", (), "No review in the next 30 days.", width, "coming")
        return
    said = f"{sum(counts):,} reviews in {len(counts)} days, {counts[0]:,} of them today"
    drawn = sparks(counts[: width - label_width(width)])
    yield from fact("To come", (Mark(drawn, "accent"),), said, width, "coming")


def _spent(found: Progress, width: int) -> Iterator[Row]:
    spent = found.spent
    if spent.a_day is None or spent.an_answer is None:
        return
    said = f"{minutes_in_words(spent.minutes).capitalize()}:"
    said += f" {minutes_in_words(spent.a_day)} a study day, {spent.an_answer:.0f} s an answer."
    yield from fact("Time", (), said, width, "spent")


def _hours(found: Progress, width: int) -> Iterator[Row]:
    if found.best is None:
        yield from fact("Best hour", (), "No two hours of the day have 30 answers yet.", width, "hours")
        return
    best = found.best
    said = f"{percent(best.share)} right {hour_in_words(best)}"
    others = [hour for hour in found.hours if hour.enough and hour is not best]
    said += "".join(f", {percent(hour.share)} at {hour.hour}" for hour in others) + "."
    yield from fact("Best hour", (), said, width, "hours")
