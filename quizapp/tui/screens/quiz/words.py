"""Numbers of a quiz in words."""

_MINUTE, _HOUR = 60, 3_600


def left(seconds: float) -> str:
    """Say how much time is left, no more exactly than helps: by minutes, and the last one in words."""
    if seconds <= 0:
        return "time is up"
    if seconds <= _MINUTE:
        return "less than a minute left"
    if seconds < _HOUR:
        return f"{_up(seconds, _MINUTE)} min left"
    return f"{span(_up(seconds, _MINUTE) * _MINUTE)} left"


def span(seconds: float) -> str:
    """Write a time: `45 s`, `18 min`, `1 h 5 min`."""
    if seconds < _MINUTE:
        return f"{round(seconds)} s"
    minutes = round(seconds / _MINUTE)
    if minutes < _MINUTE:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def percent(share: float) -> str:
    """Write a share of 1 in percent; only what is whole is 100, only what is nothing is 0."""
    rounded = round(100 * share)
    if share < 1:
        rounded = min(rounded, 99)
    if share > 0:
        rounded = max(rounded, 1)
    return f"{rounded} %"


def bar(share: float, width: int) -> tuple[str, str]:
    """Return the thick and the thin part of a bar for a share of 1; what isn't whole never looks so."""
    cells = max(0, min(width, round(share * width)))
    if 0 < share < 1:
        cells = max(1, min(cells, width - 1))
    return "━" * cells, "─" * (width - cells)


def listed(names: tuple[str, ...] | list[str], most: int = 6) -> str:
    """List names: `1, 2 and 3`, or `1, 2, 3 and 9 more`."""
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else list(names))


def _up(seconds: float, unit: int) -> int:
    return -int(-seconds // unit)
