"""What can be done to cards outside of a sitting, to several at once, and what is said of it."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from quizapp.errors import UsageError
from quizapp.memory.days import date_of
from quizapp.memory.model import Phase
from quizapp.store.event import Kind
from quizapp.store.standing import Standing
from quizapp.text import counted

FARTHEST = 36_500
_DAYS = {"today": 0, "tomorrow": 1}


class Act(NamedTuple):
    """Something to be done. value: a flag, 0 to 4. days: from today, for RESCHEDULE and BURY.

    BURY with 0 days brings cards back.
    """

    kind: Kind
    value: int | None = None
    days: int | None = None


SUSPEND = Act(Kind.SUSPEND)
RESUME = Act(Kind.RESUME)
BURY = Act(Kind.BURY, days=1)
UNBURY = Act(Kind.BURY, days=0)
RESET = Act(Kind.RESET)


class Done(NamedTuple):
    """How it went. changed: cards it was done to. left: cards it would have changed nothing of."""

    act: Act
    changed: int
    left: int

    @property
    def sentence(self) -> str:
        """What was done, and why not to all."""
        if not self.changed:
            return f"Nothing changes for {counted(self.left, 'card')}{_why(self.act)}."
        said = _said(self.act, self.changed)
        return (
            f"{said} Nothing changes for {counted(self.left, 'card')}{_why(self.act)}." if self.left else said
        )


def flag(number: int) -> Act:
    """Give a flag, 1 to 4, or take it off with 0. Raises UsageError for any other."""
    if not 0 <= number <= 4:
        raise UsageError(f"There is no flag {number}", todo="Flags are 1 to 4; 0 takes the flag off")
    return Act(Kind.FLAG, value=number)


def reschedule(days: int) -> Act:
    """Make cards due in so many days, 0 for today. Raises UsageError for the past or a lifetime ahead."""
    if not 0 <= days <= FARTHEST:
        raise UsageError(
            f"Cards can't be made due in {days} days", todo=f"Give 0 (today) to {FARTHEST:,} days"
        )
    return Act(Kind.RESCHEDULE, days=days)


def days_until(when: str, today: int) -> int:
    """Read when cards shall be due: a date (2026-03-14), a number of days, `today` or `tomorrow`.

    Raises UsageError for anything else.
    """
    text = when.strip().lower()
    if text in _DAYS:
        return _DAYS[text]
    if re.fullmatch(r"\+?\d{1,6}", text):
        return int(text)
    try:
        days = (date.fromisoformat(text) - date_of(today)).days
    except ValueError:
        raise UsageError(
            f"'{when}' is no date", todo="Write it as 2026-03-14, or give a number of days"
        ) from None
    if days < 0:
        raise UsageError(f"{text} has been already", todo="Take today or a date to come")
    return days


def changes(act: Act, standing: Standing, today: int) -> bool:
    """Tell whether an act changes anything of a card that stands so on the study day `today`."""
    match act.kind:
        case Kind.SUSPEND:
            return not standing.suspended
        case Kind.RESUME:
            return standing.suspended
        case Kind.BURY:
            buried = standing.buried_until is not None and standing.buried_until > today
            return buried is not bool(act.days)
        case Kind.FLAG:
            return standing.flag != (act.value or 0)
        case Kind.RESET:
            return standing.phase is not Phase.NEW or standing.memory is not None
        case _:
            due = today + (act.days or 0)
            return standing.phase is not Phase.NEW and (standing.due_day, standing.due_at) != (due, None)


def _said(act: Act, number: int) -> str:
    cards = counted(number, "card")
    them, verb = ("it", "is") if number == 1 else ("them", "are")
    match act.kind:
        case Kind.SUSPEND:
            return f"{cards} {verb} suspended."
        case Kind.RESUME:
            return f"{cards} {verb} asked again."
        case Kind.BURY:
            return (
                f"{cards} {verb} put off until tomorrow."
                if act.days
                else f"{cards} {verb} not put off any more."
            )
        case Kind.FLAG:
            carried = f"flag {act.value}" if act.value else "no flag"
            return f"{cards} {'has' if number == 1 else 'have'} {carried} now."
        case Kind.RESET:
            return f"{cards} {verb} new again; the log keeps what you answered to {them}."
        case _:
            when = {0: "today", 1: "tomorrow"}.get(act.days or 0, f"in {act.days} days")
            return f"{cards} {verb} due {when}."


def _why(act: Act) -> str:
    match act.kind:
        case Kind.RESCHEDULE:
            return ": new, or due then already"
        case Kind.RESET:
            return ": new already"
        case _:
            return ""


def _back(one: str, many: str) -> Callable[[int], str]:
    def taken(number: int) -> str:
        return one if number == 1 else many.format(number=f"{number:,}")

    return taken


TAKEN_BACK: dict[Kind, Callable[[int], str]] = {
    Kind.SUSPEND: _back("The card is not suspended any more.", "{number} cards are not suspended any more."),
    Kind.RESUME: _back("The card is suspended again.", "{number} cards are suspended again."),
    Kind.BURY: _back("The card is where it was before.", "{number} cards are where they were before."),
    Kind.FLAG: _back("The flag is as it was.", "The flags of {number} cards are as they were."),
    Kind.RESET: _back("The card has its memory back.", "{number} cards have their memory back."),
    Kind.RESCHEDULE: _back("The card is due when it was.", "{number} cards are due when they were."),
}
"""What is said when an act on so many cards was taken back."""

STANDS_IN_THE_WAY = (
    "The last thing you did was to answer a card. Undo takes that back while you study.",
    "The last thing you did was to start or stop a deck. Start or stop it again where decks are listed.",
)
