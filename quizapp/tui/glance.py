"""How things stand, in the words of the home screen. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from quizapp.memory.days import date_of
from quizapp.memory.spans import ago
from quizapp.text import counted
from quizapp.tui.texts import clean
from quizapp.tui.widgets.deckline import minutes

if TYPE_CHECKING:
    from quizapp.store.queries import Stages
    from quizapp.study.overview import DeckRow, Overview

_WEEK = 7
LONG_AWAY = 7
"""Study days without an answer after which the learner is greeted."""
MORE = 10
"""New cards offered on top when all is done."""
WELCOME = (
    "Welcome. quizapp asks, you answer, and each card comes back just before you would forget it:"
    " a few minutes a day are enough. Every answer is kept at once, so you can stop at any time."
)

_EXAMPLE = """\
format: 1
deck: Capitals
questions:
  - question: Capital of Australia?
    answer: Canberra
    wrong: [Sydney, Melbourne]"""


class Keys(NamedTuple):
    """What to press, as it is written on the key."""

    study: str = "Enter"
    start: str = "Space"
    more: str = "m"
    reload: str = "r"
    help: str = "?"


def is_newcomer(overview: "Overview") -> bool:
    """Tell whether nothing was ever started or studied."""
    return not any(deck.started or deck.last_day is not None for deck in overview.decks)


def is_done(overview: "Overview") -> bool:
    """Tell whether something is started and nothing of it waits now."""
    return any(deck.started for deck in overview.decks) and (not overview.waiting or overview.later)


def waits(overview: "Overview", at: datetime | None) -> str:
    """Say what waits. at: when the next card within learning is due, on the learner's clock."""
    if not any(deck.started for deck in overview.decks):
        return "No deck is started" if overview.decks else "There are no decks yet"
    if overview.later and at is not None:
        return f"✓ Done until {at:%H:%M}, when {counted(overview.learning, 'card')} will be due"
    if overview.waiting:
        wait = counted(overview.waiting, "card waits", "cards wait")
        return f"{wait} · about {minutes(overview.minutes_left)}"
    return "✓ All done for today"


def waits_short(overview: "Overview", at: datetime | None, room: int) -> str:
    """Say the same in few words, and how many days in a row were studied if that fits into `room` cells."""
    if overview.waiting and not overview.later:
        said = f"{counted(overview.waiting, 'card')} · {minutes(overview.minutes_left)}"
    elif overview.later and at is not None:
        said = f"✓ Done until {at:%H:%M}"
    else:
        said = waits(overview, at).replace(" for today", " today")
    days = streak(overview)
    return f"{said} · {days}" if days and len(said) + len(days) + 3 <= room else said


def streak(overview: "Overview") -> str:
    """Say how many days in a row were studied."""
    return f"{overview.streak} days in a row" if overview.streak > 1 else ""


def lately(overview: "Overview", answered: Sequence[int], room: int) -> Content:
    """Draw how many cards were answered day by day, and say how many days in a row.

    answered: of each of the last days, today's last. room: cells; as many whole weeks are drawn as fit.
    """
    from quizapp.tui.progress.drawing import sparks  # noqa: PLC0415 - not needed for the first paint

    row = streak(overview)
    # A row of empty days would only blame somebody who comes back.
    most = len(answered) // _WEEK if any(answered[-_WEEK:]) and sum(map(bool, answered)) > 1 else 0
    for weeks in range(most, 1, -1):
        days = answered[-weeks * _WEEK :]
        said = f"  {sum(days)} answered in {weeks} weeks{' · ' if row else ''}{row}"
        if len(days) + len(said) <= room:
            return Content.assemble((sparks(days), "$accent"), said)
    return Content(row)


def today(overview: "Overview") -> Content:
    """Say what was done today, and what comes next."""
    parts: list[str | tuple[str, str]] = []
    if overview.answered:
        right = round(100 * overview.right / overview.answered)
        done = f"{overview.answered} answered, {right} % right, {minutes(overview.minutes)}"
        parts += [("Today ", "$quiet"), done]
    comes = _comes(overview)
    if comes:
        parts += ["   " if parts else "", (f"{comes[0]} ", "$quiet"), comes[1]]
    return Content.assemble(*parts)


def _comes(overview: "Overview") -> tuple[str, str] | None:
    # What of today's is left over comes again tomorrow, and is told already as what waits.
    if tomorrow := max(0, overview.tomorrow - overview.review):
        return "Tomorrow", counted(tomorrow, "review")
    if overview.next_due is None:
        return None
    day, number = overview.next_due
    date = date_of(day)
    return f"{date:%A} {date.day} {date:%B}", counted(number, "review")


def note(overview: "Overview", deck: "DeckRow | None", keys: Keys, *, short: bool) -> Content | None:
    """Write what somebody should be told who stands where this learner does; None if that is nothing."""
    if not overview.decks:
        return None
    if is_newcomer(overview):
        return _welcome(deck, keys, others=len(overview.decks) > 1, short=short)
    if is_done(overview):
        return _offers(overview, keys, short=short) if overview.unlearned and not overview.new else None
    if not any(row.started for row in overview.decks):
        begin = Content.assemble((keys.study, "$accent bold"), " starts and studies a deck")
        only = Content.assemble(", ", (keys.start, "$accent bold"), " only starts it")
        return begin + ("." if short else only + ".")
    away = overview.day - (overview.last_day if overview.last_day is not None else overview.day)
    if away >= LONG_AWAY and not overview.answered:
        return _back(overview, away, short=short)
    if overview.catch_up and not short:
        return Content("Catching up: what you still know best comes first, and new cards wait.")
    return None


def _welcome(deck: "DeckRow | None", keys: Keys, *, others: bool, short: bool) -> Content:
    begin = Content.assemble(
        ("Press ", ""),
        (keys.study, "$accent bold"),
        (" to begin with ", ""),
        (clean(deck.title) if deck else "a deck", "bold"),
        ".",
    )
    if short:
        return Content.assemble(("Welcome. ", ""), begin)
    choose = Content.assemble(("↑ ↓", "$accent bold"), " choose another deck, ") if others else Content("")
    more = choose + Content.assemble((keys.help, "$accent bold"), " lists all keys.")
    return Content("\n").join([Content(WELCOME), Content(""), begin, more])


def _offers(overview: "Overview", keys: Keys, *, short: bool) -> Content:
    cards = counted(min(MORE, overview.unlearned), "new card")
    head = "" if short else "If you like to go on: "
    return Content.assemble(head, (keys.more, "$accent bold"), f" brings {cards} more.")


def _back(overview: "Overview", away: int, *, short: bool) -> Content:
    if short:
        return Content("Good to see you again.")
    told = f"Good to see you again after {away} days. There is no need to do it all today: begin with a few"
    told += " and stop when you like, the rest waits."
    if overview.catch_up:
        told += " What you still know best comes first, and new cards pause."
    return Content(told)


def no_decks(folder: str, reload: str, *, short: bool) -> Content:
    """Say how to get a deck. folder: where the learner's own decks are. reload: the key that reads them."""
    press = Content.assemble(" and press ", (reload, "$accent bold"), ".")
    shell = (
        'In a shell, "quizapp new" begins a deck with examples of all kinds of questions,'
        ' and "quizapp add FILE" takes a deck in.'
    )
    if short:
        first = Content.assemble("Save a deck, a file like cells.deck.yaml, in\n", clean(folder)) + press
        return Content("\n").join([first, Content(shell)])
    rows = _EXAMPLE.split("\n")
    width = max(map(len, rows)) + 2
    example = Content("\n").join(Content.styled(f" {row:<{width}}", "on $cursor") for row in rows)
    save = Content("Save it as capitals.deck.yaml in\n") + Content(clean(folder)) + press
    told = [
        Content("A deck is a text file of questions. This is a whole one:"),
        example,
        save,
        Content(shell),
    ]
    return Content("\n\n").join(told)


def facts(deck: "DeckRow", day: int, room: int) -> str:
    """Say how a deck stands in one line of at most `room` cells: where they are few, without the stages."""
    parts = [f"{counted(deck.cards, 'card')}{standing(deck.stages)}"]
    if deck.last_day is not None:
        parts.append(f"studied {ago(day - deck.last_day)}")
    if deck.problems:
        parts.append(counted(deck.problems, "problem"))
    if deck.started and deck.minutes:
        parts.append(f"about {minutes(deck.minutes)}")
    if len(" · ".join(parts)) > room:
        parts[0] = counted(deck.cards, "card")
    while len(parts) > 1 and len(" · ".join(parts)) > room:
        parts.pop()
    return " · ".join(parts)


def standing(stages: "Stages") -> str:
    """Say how many cards stand how, after a colon; nothing of cards that are all new."""
    if not (stages.learning or stages.known or stages.suspended):
        return ""
    named = zip(("new", "in learning", "young", "mature", "suspended"), stages, strict=True)
    return ": " + ", ".join(f"{number} {name}" for name, number in named if number)
