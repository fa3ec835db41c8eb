"""Responses to and from text, for the log: a JSON list that starts with what sort of response it is."""

import json
from typing import Any

from quizapp.answer.response import (
    Chosen,
    DontKnow,
    Matched,
    Ordered,
    Response,
    Revealed,
    Truth,
    Typed,
)


def encode(response: Response) -> str:
    """Write a response as compact JSON."""
    text = json.dumps(_plain(response), ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        # Half a surrogate pair, as a broken terminal may send it, has no UTF-8; its escape has.
        return json.dumps(_plain(response), separators=(",", ":"))
    return text


def decode(text: str) -> Response:
    """Read what `encode` wrote. Raises ValueError if `text` isn't a response."""
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise ValueError("this is nested too deeply to be a response") from error
    match value:
        case ["typed", list(texts)] if all(isinstance(one, str) for one in texts):
            return Typed(tuple(texts))
        case ["chosen", list(places)] if _places(places):
            return Chosen(tuple(places))
        case ["truth", bool(truth)]:
            return Truth(truth)
        case ["ordered", list(places)] if _places(places):
            return Ordered(tuple(places))
        case ["matched", list(places)] if _places([place for place in places if place is not None]):
            return Matched(tuple(places))
        case ["revealed"]:
            return Revealed()
        case ["dont-know"]:
            return DontKnow()
    raise ValueError(f"{text[:80]!r} is not a response")


def _plain(response: Response) -> list[Any]:
    match response:
        case Typed():
            return ["typed", response.texts]
        case Chosen():
            return ["chosen", response.options]
        case Truth():
            return ["truth", response.value]
        case Ordered():
            return ["ordered", response.items]
        case Matched():
            return ["matched", response.rights]
        case Revealed():
            return ["revealed"]
        case DontKnow():
            return ["dont-know"]


def _places(values: list[Any]) -> bool:
    return all(type(value) is int for value in values)
