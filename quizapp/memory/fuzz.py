"""A little spread, so that cards learned together do not come back together for ever.

The same card at the same review has the same luck on every machine and every Python: what is shown
before an answer is what is done after it.
"""

from hashlib import sha256

_FROM, _THEN, _LAST = 2.5, 7.0, 20.0
_STEP_SHARE = 0.25
_STEP_MOST = 300


def luck(seed: str) -> float:
    """Return a number from 0 up to but not 1 that depends on `seed` alone, evenly spread."""
    return int.from_bytes(sha256(seed.encode("utf-8", "surrogatepass")).digest()[:6]) / 2**48


def bounds(interval: float, maximum: int) -> tuple[int, int]:
    """Return the least and the greatest interval, in days, that `interval` may become.

    None below 2.5 days; then 1 day, and 15 % of what lies between 2.5 and 7 days, 10 % of what lies
    between 7 and 20, and 5 % of the rest, to either side, halves going up.
    """
    if interval < _FROM:
        whole = min(max(int(interval + 0.5), 1), maximum)
        return whole, whole
    if interval <= _THEN:
        room = 1 + 0.15 * (interval - _FROM)
    elif interval <= _LAST:
        room = 1 + 0.15 * (_THEN - _FROM) + 0.10 * (interval - _THEN)
    else:
        room = 1 + 0.15 * (_THEN - _FROM) + 0.10 * (_LAST - _THEN) + 0.05 * (interval - _LAST)
    return min(max(int(interval - room + 0.5), 1), maximum), min(int(interval + room + 0.5), maximum)


def fuzzed(interval: int, floor: int, maximum: int, chance: float) -> int:
    """Return one of the days within the bounds, each as likely, never below `floor` or above `maximum`.

    chance: from 0 up to but not 1, as `luck` gives it.
    """
    floor = min(floor, maximum)
    low, high = bounds(max(interval, floor), maximum)
    low = max(low, floor)
    return low + int(chance * (max(high, low) - low + 1))


def delayed(seconds: int, to_rollover: int, chance: float) -> int:
    """Return the seconds of a step with up to a quarter more, at most 5 minutes, before the day is over.

    seconds: less than `to_rollover`. chance: as for `fuzzed`.
    """
    more = int(chance * min(seconds * _STEP_SHARE, _STEP_MOST))
    return min(seconds + more, to_rollover - 1)
