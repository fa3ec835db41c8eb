"""Figures in words and tables, for whatever shows them: text, plain lines, a page, a screen."""

from typing import NamedTuple

from quizapp.memory.days import date_of
from quizapp.report.calendar import Day, minutes_in_words
from quizapp.report.how import HOW
from quizapp.report.progress import Coming, Hour, Progress
from quizapp.report.retention import Kept, Retention, in_words
from quizapp.report.selection import MONTHS, WEEKDAYS
from quizapp.report.wilson import Share
from quizapp.text import counted


class Table(NamedTuple):
    """One figure. name: for programs. how: how it is computed, in a sentence.

    sentences: what it says, above the rows. right: columns that are flush right. bars: for each row how
    long its bar is, 0 to 1; empty for none. strip: lines of a map, for whoever looks; the rows say it too.
    """

    name: str
    title: str
    how: str
    sentences: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    right: tuple[int, ...] = ()
    bars: tuple[float, ...] = ()
    strip: tuple[str, ...] = ()


def progress_tables(found: Progress) -> tuple[Table, ...]:
    """The figures of one screen, in its order; only today and the cards if nothing was answered yet."""
    if found.empty:
        return (_today(found), _cards(found), _coming(found))
    return (
        _today(found),
        _retention(found.retention),
        _cards(found),
        _coming(found),
        _spent(found),
        _hours(found),
    )


def calendar_table(found: Progress) -> Table:
    """The calendar by months, for whoever can't see it drawn."""
    months: dict[tuple[int, int], list[Day]] = {}
    for day in day_rows(found):
        when = date_of(day.day)
        months.setdefault((when.year, when.month), []).append(day)
    rows = tuple(
        (
            f"{MONTHS[month - 1]} {year}",
            f"{len(days)}",
            f"{sum(day.reviews for day in days):,}",
            f"{sum(day.right for day in days):,}",
            minutes_in_words(sum(day.minutes for day in days)),
        )
        for (year, month), days in months.items()
    )
    head = ("", "study days", "answers", "right", "time")
    return Table("months", "Month by month", HOW["calendar"], (), head, rows, (1, 2, 3, 4))


def percent(value: float | None, digits: int = 0) -> str:
    """A share in percent; a dash where there is none."""
    return "–" if value is None else f"{100 * value:.{digits}f} %"


def between(share: Share) -> str:
    """The interval of a share; empty where there is none."""
    if share.low is None or share.high is None:
        return ""
    return f"{100 * share.low:.0f}–{100 * share.high:.0f} %"


def _today(found: Progress) -> Table:
    streak = found.streak
    told = [found.today.words.replace(": ", ", today: ", 1)]
    if found.empty and not streak.longest:
        told.append("Nothing was answered so far. 'quizapp study' asks the first cards; look again tomorrow.")
    elif found.empty:
        told.append(f"Nothing was answered in {found.period.name} by what is shown here.")
    if streak.longest:
        row = (
            "no study day in a row"
            if not streak.current
            else counted(streak.current, "study day") + " in a row"
        )
        told.append(f"{row.capitalize()}; the most ever is {streak.longest}.")
    if not found.empty:
        told.append(f"In {found.period.name}: answers on {counted(streak.days, 'study day')}.")
    return Table("today", "Today", HOW["today"], tuple(told))


def _retention(found: Retention) -> Table:
    rows = [_kept("young", found.young), _kept("mature", found.mature), _kept("all", found.both)]
    rows += [_kept(f"{MONTHS[when[1] - 1][:3]} {when[0]}", both) for when, _, _, both in found.months]
    shown = tuple(row for row in rows if row is not None)
    head = ("", "right", "of", "kept", "95 % interval", "aimed at", "foretold")
    told = (in_words(found.both),) if shown else ("No card has come back after a day yet.",)
    return Table(
        "retention", "What was kept", HOW["retention"], told, head if shown else (), shown, (1, 2, 3, 4, 5, 6)
    )


def _kept(name: str, kept: Kept) -> tuple[str, ...] | None:
    if not kept.kept.trials:
        return None
    counts = (f"{kept.kept.right:,}", f"{kept.kept.trials:,}", percent(kept.kept.value, 1))
    return (name, *counts, between(kept.kept), percent(kept.aimed), percent(kept.foretold))


def _cards(found: Progress) -> Table:
    cards = found.cards
    if not cards.total:
        told = "No deck is started. 'quizapp decks' lists them, and 'quizapp study DECK' starts one."
        return Table("cards", "How cards stand", HOW["cards"], (told,))
    names = ("new", "learning", "young", "mature", "suspended")
    counts = [getattr(cards, name) for name in names]
    told = f"{counted(cards.total, 'card')} in all."
    if cards.buried:
        told += f" {counted(cards.buried, 'card')} of these put off until another day."
    rows = tuple(
        (name, f"{count:,}", percent(count / cards.total)) for name, count in zip(names, counts, strict=True)
    )
    bars = tuple(count / max(counts) for count in counts)
    return Table(
        "cards", "How cards stand", HOW["cards"], (told,), ("", "cards", "share"), rows, (1, 2), bars
    )


def _coming(found: Progress) -> Table:
    coming = found.coming
    total = sum(cards for _, cards in coming.days)
    if not total:
        return Table("coming", "Reviews to come", HOW["coming"], ("None in the next 30 days.",))
    told = [f"{counted(total, 'review')} in the next {len(coming.days)} days."]
    if coming.overdue:
        told.append(f"{counted(coming.overdue, 'card')} of today's overdue from days before.")
    told.append(_load(coming))
    most = max(cards for _, cards in coming.days)
    rows = tuple((_short(day), f"{cards:,}") for day, cards in coming.days)
    bars = tuple(cards / most for _, cards in coming.days)
    return Table("coming", "Reviews to come", HOW["coming"], tuple(told), ("", "cards"), rows, (1,), bars)


def _load(coming: Coming) -> str:
    said = f"The load is about {coming.load:.1f} reviews a study day"
    return said + ("." if coming.minutes is None else f", {minutes_in_words(coming.minutes)}.")


def _spent(found: Progress) -> Table:
    spent = found.spent
    told = f"{minutes_in_words(spent.minutes).capitalize()} for {counted(spent.answers, 'answer')}"
    if spent.a_day is not None and spent.an_answer is not None:
        told += f": {minutes_in_words(spent.a_day)} on a study day, {spent.an_answer:.1f} seconds an answer"
    return Table("spent", "Time spent", HOW["spent"], (f"{told}.",))


def _hours(found: Progress) -> Table:
    if found.best is None:
        told = "No two hours of the day have 30 answers each yet."
    else:
        told = f"Most was right {hour_in_words(found.best)}: {percent(found.best.share)}."
    enough = [hour for hour in found.hours if hour.enough]
    rows = tuple((f"{hour.hour:02d}:00", f"{hour.answers:,}", percent(hour.share)) for hour in enough)
    bars = tuple(hour.share for hour in enough)
    head = ("from", "answers", "right") if rows else ()
    return Table("hours", "Best hours", HOW["hours"], (told,), head, rows, (1, 2), bars)


def hour_in_words(hour: Hour) -> str:
    """`between 9 and 10 o'clock`."""
    return f"between {hour.hour} and {(hour.hour + 1) % 24} o'clock"


def _short(day: int) -> str:
    when = date_of(day)
    return f"{WEEKDAYS[when.weekday()][:3]} {when.day:2d} {MONTHS[when.month - 1][:3]}"


def day_rows(found: Progress) -> tuple[Day, ...]:
    """The study days with an answer, in order."""
    return tuple(found.calendar.days[day] for day in sorted(found.calendar.days))
