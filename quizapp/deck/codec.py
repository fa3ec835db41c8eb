"""Decks and questions to JSON and back, without YAML: for caches and logs of our own.

VERSION changes with the form, so that what was written before is read anew instead of misread.
"""

import json
from dataclasses import fields
from typing import Any

from quizapp.deck.blueprint import Blueprint, Part
from quizapp.deck.kinds import BY_NAME
from quizapp.deck.model import Deck, Document, Image, Question, Source

VERSION = 1

_SPARSE = (Question, Deck, Blueprint, Part)
_DEFAULTS = {value: {field.name: field.default for field in fields(value)} for value in _SPARSE}
_PLAIN_LISTS = ("was", "tags", "hints", "authors", "include")


def encode(value: Question | Deck | Blueprint) -> str:
    """Return a question, a deck with its questions, or a blueprint, as one line of JSON."""
    return _encode(_sparse(value))


def decode_question(text: str) -> Question:
    """Return the question that `encode` wrote. Raises ValueError, KeyError or TypeError for other text."""
    return _question(json.loads(text))


def decode_deck(text: str) -> Deck:
    """Return the deck that `encode` wrote. Raises ValueError, KeyError or TypeError for other text."""
    values = json.loads(text)
    for name in _PLAIN_LISTS:
        if name in values:
            values[name] = tuple(values[name])
    values["documents"] = tuple(Document(*parts) for parts in values.get("documents", ()))
    values["questions"] = tuple(map(_question, values.get("questions", ())))
    if "exam" in values:
        values["exam"] = thaw_blueprint(values["exam"])
    return Deck(**values)


def thaw_blueprint(values: dict[str, Any]) -> Blueprint:
    """Return the blueprint that `encode` wrote, read as JSON. Raises as `decode_deck`."""
    parts = tuple(Part(**_tuples(part)) for part in values.pop("parts", ()))
    return Blueprint(parts=parts, **_tuples(values))


def _tuples(values: dict[str, Any]) -> dict[str, Any]:
    places = {name: tuple(at) for name, at in values.pop("places", {}).items()}
    made = {name: tuple(at) if isinstance(at, list) else at for name, at in values.items()}
    return {**made, "places": places}


def _sparse(value: Question | Deck | Blueprint | Part) -> dict[str, Any]:
    """Only what differs from the defaults: most questions use few of their keys."""
    return {
        name: at
        for name, default in _DEFAULTS[type(value)].items()
        if (at := getattr(value, name)) != default
    }


# Bodies and their parts are named tuples, which JSON writes as lists by itself.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_sparse).encode


def _question(values: dict[str, Any]) -> Question:
    values["body"] = BY_NAME[values["kind"]].thaw(values["body"])
    for name in _PLAIN_LISTS:
        if name in values:
            values[name] = tuple(values[name])
    if "sources" in values:
        values["sources"] = tuple(Source(*parts) for parts in values["sources"])
    if "image" in values:
        values["image"] = Image(*values["image"])
    return Question(**values)
