"""Reads the day of an exam as people write it."""

import re
from datetime import date

from quizapp.errors import UsageError
from quizapp.memory.days import date_of
from quizapp.report.selection import day_of

_GERMAN = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.?\s*(\d{4}|\d{2})?")
_DAYS = re.compile(r"(?:in\s+)?\+?(\d{1,4})(?:\s*days?)?", re.IGNORECASE)
FARTHEST = 3_650
"""Days ahead; memory states say nothing of later years."""


def exam_day(text: str, today: int) -> int:
    """Read a date to come: `2026-06-30`, `30.6.2026`, `30.6.` (the next one), or a number of days.

    Raises UsageError for anything else, for a day that has been, and for one ten years ahead.
    """
    typed = text.strip()
    found = _DAYS.fullmatch(typed)
    day = today + int(found[1]) if found else _date(typed, today)
    if day is None:
        raise UsageError(
            f"'{text}' is no date", todo="Write it as 2026-06-30 or 30.6., or give a number of days"
        )
    if day < today:
        raise UsageError(f"{date_of(day)} has been already", todo="Take today or a date to come")
    if day > today + FARTHEST:
        raise UsageError("That is too far ahead to say anything", todo="Take a date within ten years")
    return day


def share_of(text: str) -> float | None:
    """Read a goal in percent, `85` or `85 %`; None for nothing typed. Raises UsageError for anything else."""
    typed = text.strip().removesuffix("%").strip().replace(",", ".")
    if not typed:
        return None
    try:
        share = float(typed) / 100
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        raise UsageError(f"'{text}' is no goal", todo="Give a number from 1 to 100, in percent")
    return share


def _date(text: str, today: int) -> int | None:
    try:
        return day_of(date.fromisoformat(text))
    except ValueError:
        pass
    found = _GERMAN.fullmatch(text)
    if found is None:
        return None
    day, month, year = int(found[1]), int(found[2]), found[3]
    here = date_of(today)
    # The 29th of February may be some years ahead.
    years = (
        range(here.year, here.year + 9) if year is None else (int(year) + (2000 if len(year) == 2 else 0),)
    )
    for each in years:
        try:
            when = day_of(date(each, month, day))
        except ValueError:
            continue
        if year is not None or when >= today:
            return when
    return None
