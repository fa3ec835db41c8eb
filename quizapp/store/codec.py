"""Events and wordings as lines of JSON, and the check of what comes from outside."""

import json
import math
from collections.abc import Mapping
from typing import Any, get_args

from quizapp.memory.model import Phase
from quizapp.store.event import Event, Kind
from quizapp.store.fold import COUNTED, REVIEWS

# Far beyond anything real; sums of them still fit SQLite's 64 bits.
_MOST = 2**53
_PHASES = frozenset(Phase)
_REQUIRED = ("device", "seq", "stamp", "kind", "card", "sitting", "at", "offset", "day", "front", "version")
_NAMED_BY = frozenset({Kind.VOID, Kind.OVERRIDE})
WORDING_FIELDS = ("fingerprint", "card", "question", "answer", "kind")


class FieldError(ValueError):
    """A line isn't what it should be; its text says which field and why."""


def event_to_json(event: Event) -> str:
    """Write what is set in `event`, as one line."""
    values = {name: getattr(event, name) for name in _REQUIRED}
    for name in Event.__dataclass_fields__:
        value = getattr(event, name)
        if value is not None:
            values[name] = value
    return json.dumps({"event": values}, ensure_ascii=False)


def parse(line: str) -> dict[str, Any]:
    """Read a line as a JSON object. Raises FieldError."""
    try:
        found = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise FieldError(f"not JSON ({error})") from None
    if not isinstance(found, dict):
        raise FieldError("not a JSON object")
    return found


def event_from_json(values: object) -> Event:
    """Read what `event_to_json` wrote under `event`. Raises FieldError. Fields we don't know are refused:
    dropping them would lose what a later version has written.
    """
    if not isinstance(values, dict):
        raise FieldError("an event is not a JSON object")
    if unknown := sorted(set(values) - set(_TYPES)):
        raise FieldError(f"unknown field '{unknown[0]}'")
    if missing := [name for name in _REQUIRED if values.get(name) is None]:
        raise FieldError(f"no '{missing[0]}'")
    fields: dict[str, Any] = {
        name: _typed(name, value) for name, value in values.items() if value is not None
    }
    event = Event(**fields)
    check(event)
    return event


def check(event: Event) -> None:
    """Raise FieldError if an event of its kind can't be folded as it is."""
    if event.seq < 1 or event.stamp < 1:
        raise FieldError("'seq' and 'stamp' count from 1")
    if event.rating is not None and not 1 <= event.rating <= 4:
        raise FieldError("'rating' must be 1 to 4")
    if event.kind in REVIEWS and event.rating is None:
        raise FieldError("a review without 'rating'")
    if event.kind in COUNTED and event.after_phase is None:
        raise FieldError("a review without 'after_phase'")
    if event.kind in _NAMED_BY and event.target is None:
        raise FieldError(f"a '{event.kind}' without 'target'")
    if event.kind is Kind.ADOPT and not event.origin:
        raise FieldError("an 'adopt' without 'origin'")
    for name in ("phase", "after_phase"):
        if (value := getattr(event, name)) is not None and value not in _PHASES:
            raise FieldError(f"'{name}' is '{value}', which is no phase")


def wording_from_json(values: object) -> tuple[str, ...]:
    """Read a wording's fields, in the order of `WORDING_FIELDS`. Raises FieldError."""
    if not isinstance(values, dict) or set(values) != set(WORDING_FIELDS):
        raise FieldError(f"a wording has the fields {', '.join(WORDING_FIELDS)}")
    return tuple(text(name, values[name]) for name in WORDING_FIELDS)


def _types() -> Mapping[str, type]:
    found = {}
    for name, field in Event.__dataclass_fields__.items():
        kinds = [kind for kind in get_args(field.type) if kind is not type(None)]
        found[name] = kinds[0] if kinds else field.type
    return {name: kind if isinstance(kind, type) else tuple for name, kind in found.items()}


_TYPES = _types()


def _typed(name: str, value: object) -> object:
    kind = _TYPES[name]
    if kind is str:
        return text(name, value)
    if kind is int:
        return whole(name, value)
    if kind is float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise FieldError(f"'{name}' must be a number")
        return float(value)
    if kind is Kind:
        return _kind(value)
    if not isinstance(value, list) or len(value) != 2:
        raise FieldError(f"'{name}' must be a device and a number")
    return (text(name, value[0]), whole(name, value[1]))


def _kind(value: object) -> Kind:
    try:
        return Kind(text("kind", value))
    except ValueError:
        raise FieldError(f"'kind' is '{value}', which this quizapp doesn't know") from None


def text(name: str, value: object) -> str:
    """Return a text that can be stored. Raises FieldError."""
    if not isinstance(value, str):
        raise FieldError(f"'{name}' must be text")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise FieldError(f"'{name}' has half a character in it") from None
    return value


def whole(name: str, value: object) -> int:
    """Return a whole number that can be stored. Raises FieldError."""
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _MOST:
        raise FieldError(f"'{name}' must be a whole number")
    return value


def _refuse(name: str) -> object:
    raise ValueError(f"{name} is not a number of JSON")
