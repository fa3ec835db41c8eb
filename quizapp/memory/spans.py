"""Spans of time in the words a learner reads."""

from quizapp.memory.model import Decision, Moment

_MONTH = 30.4375
_YEAR = 365.25
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def span_of(decision: Decision, moment: Moment) -> str:
    """Say how long after `moment` the card comes back; a step is told without its fuzz."""
    if decision.due_at is not None:
        return span(seconds=decision.seconds)
    return span(days=decision.due_day - moment.day)


def span(*, days: int = 0, seconds: int = 0) -> str:
    """Say a span of time: "1 min", "1.5 h", "1 day", "12 days", "1.4 months", "2.1 years".

    Spans below nothing are told as nothing ("0 min").
    """
    seconds = max(seconds, 0)
    if days <= 0 and seconds < _DAY - _HOUR // 20:
        return _short(seconds)
    total = max(days, 0) + seconds / _DAY
    if total < _MONTH:
        return _counted(round(total), "day")
    if round(total / _MONTH, 1) < 12:
        return _counted(round(total / _MONTH, 1), "month")
    return _counted(round(total / _YEAR, 1), "year")


def ago(days: int) -> str:
    """Say when a study day was: "today", "yesterday", "5 days ago", "3 weeks ago", "2 months ago".

    A day that is still to come, as after the clock was set back, is told as today.
    """
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    if days < 14:
        return f"{days} days ago"
    if days < 61:
        return f"{days // 7} weeks ago"
    if days < 2 * _YEAR:
        return f"{int(days / _MONTH)} months ago"
    return f"{int(days / _YEAR)} years ago"


def _short(seconds: int) -> str:
    if 0 < seconds < _MINUTE:
        return f"{seconds} s"
    minutes = (seconds + 30) // _MINUTE
    return f"{minutes} min" if minutes < 60 else f"{_plain(round(seconds / _HOUR, 1))} h"


def _counted(number: float, unit: str) -> str:
    return f"{_plain(number)} {unit}" + ("" if number == 1 else "s")


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)
