"""The deck format as JSON Schema (draft-07), for editors: made from the reader's own field tables.

Which kind a question is follows from its keys, so each kind stands behind an `if` that asks for
them, in the reader's order, and is closed: an editor offers and takes the keys of that kind alone.
"""

import json
from collections.abc import Iterator
from typing import Any

from quizapp.author.shapes import OWN_KEYS, Schema, closed, field
from quizapp.deck.exam import FILE as EXAM_FILE, FORMAT as EXAM_FORMAT
from quizapp.deck.kinds import KINDS
from quizapp.deck.kinds.kind import Kind
from quizapp.deck.layout import COMMON, DECK, DEFAULTS, FORMAT, INHERITED, QUESTIONS

NAME = "deck.schema.json"
MODELINE = f"# yaml-language-server: $schema=./{NAME}"
_DRAFT = "http://json-schema.org/draft-07/schema#"
_UNDECIDED = "a question whose kind isn't told yet"


def schema_text() -> str:
    """Return the schema as it is printed and written beside a deck."""
    return json.dumps(schema(), indent=1, ensure_ascii=True) + "\n"


def schema() -> Schema:
    """Return the schema of a deck file."""
    return {
        "$schema": _DRAFT,
        "title": "quizapp deck",
        "description": "A deck of questions for quizapp, one file, named *.deck.yaml.",
        "defaultSnippets": [_deck_snippet()],
        "type": "object",
        "properties": {
            **{part.name: field(part) for part in DECK},
            "format": {**field(DECK[0]), **_format()},
            DEFAULTS.name: _defaults(),
            QUESTIONS.name: _questions(),
        },
        "patternProperties": OWN_KEYS,
        "additionalProperties": False,
        "required": [part.name for part in DECK if part.required],
        # A deck that only includes others has no questions of its own.
        "if": {
            "required": ["include"],
            "properties": {"include": {"type": ["string", "array"], "minItems": 1}},
        },
        "then": {},
        "else": {"required": [QUESTIONS.name], "properties": {QUESTIONS.name: {"minItems": 1}}},
        "definitions": {
            **{_key(part.name): field(part) for part in COMMON},
            **{_key(kind.name): _kind(kind) for kind in KINDS},
            "undecided": _undecided(without_question=False),
            "undecided-without-question": {
                **_undecided(without_question=True),
                "defaultSnippets": [_snippet(kind) for kind in KINDS],
            },
        },
    }


def exam_schema_text() -> str:
    """Return the schema of an exam's file as it is printed."""
    return json.dumps(exam_schema(), indent=1, ensure_ascii=True) + "\n"


def exam_schema() -> Schema:
    """Return the schema of a file `*.exam.yaml`."""
    return {
        "$schema": _DRAFT,
        "title": "quizapp exam",
        "description": "How an exam is made of decks, one file, named *.exam.yaml.",
        "type": "object",
        **closed(EXAM_FILE),
        "properties": {
            **{part.name: field(part) for part in EXAM_FILE},
            "format": {**field(EXAM_FILE[0]), **_format(EXAM_FORMAT)},
        },
    }


def _format(known: int = FORMAT) -> Schema:
    message = f"This schema is of format {known}; a newer one needs a newer quizapp."
    return {
        "if": {"type": "null"},
        "then": {},
        "else": {"enum": [known, str(known)], "errorMessage": message},
    }


def _defaults() -> Schema:
    shown = field(DEFAULTS)
    told = {name: shown[name] for name in ("title", "description", "markdownDescription")}
    inside = {**closed(tuple(INHERITED.values())), "required": []}
    return {**told, "if": {"type": "null"}, "then": {}, "else": inside}


def _questions() -> Schema:
    shown = field(QUESTIONS)
    return {
        **{name: shown[name] for name in ("title", "description", "markdownDescription")},
        "type": "array",
        "errorMessage": "Write one '- question: …' a line below questions.",
        "items": {
            "type": "object",
            "title": "question",
            "errorMessage": "A question is a mapping: - question: …  and below it  answer: …",
            **_told(),
        },
    }


def _told() -> Schema:
    """Return the choice of a kind by the keys that are there, as the reader chooses."""
    rest: Schema = {
        "if": _has("reverse"),
        "then": _ref("flashcard"),
        "else": {
            "if": _has("question", "answer"),
            "then": _ref("undecided"),
            "else": _ref("undecided-without-question"),
        },
    }
    for kind in reversed([kind for kind in KINDS if kind.told_by]):
        rest = {"if": _has(*kind.told_by), "then": _ref(kind.name), "else": rest}
    return rest


def _has(*keys: str) -> Schema:
    """Return what holds for a mapping with one of these keys, and not for an entry that is still blank."""
    return {"type": "object", "anyOf": [{"required": [key]} for key in keys]}


def _kind(kind: Kind) -> Schema:
    own = closed(kind.fields, kind.name)
    del own["type"]
    common = {part.name: _ref(part.name) for part in COMMON}
    return {
        "title": kind.name,
        "description": kind.about,
        **own,
        "properties": {**own["properties"], **common},
    }


def _undecided(*, without_question: bool) -> Schema:
    """Return the flashcard, and with it the keys that would make another kind of what is there.

    Those keys never meet this schema: with one of them the question is of that kind. They stand here
    only to be offered.
    """
    flashcard = next(kind for kind in KINDS if not kind.told_by)
    card = _kind(flashcard)
    more: Schema = {}
    for kind in KINDS:
        asks = any(part.name == "question" for part in kind.fields)
        if asks or without_question:
            for part in kind.fields:
                if part.name in kind.told_by and part.name not in card["properties"]:
                    more.setdefault(part.name, field(part, where=kind.name))
    return {**card, "title": _UNDECIDED, "properties": {**card["properties"], **more}}


def _snippet(kind: Kind) -> Schema:
    """Return what an editor writes for a new question of a kind."""
    parts = [part for part in kind.fields if part.required]
    if kind.told_by and not any(part.name in kind.told_by for part in parts):
        parts += [part for part in kind.fields if part.name == kind.told_by[0]]
    stops = iter(range(1, 100))
    body = {part.name: _filled(_plain(part.example), stops) for part in parts}
    return {"label": kind.name, "description": kind.about, "body": body}


def _deck_snippet() -> Schema:
    body = {
        "format": FORMAT,
        "deck": "${1:The title}",
        "language": "${2:en}",
        "questions": [{"question": "${3:What is asked?}", "answer": "${4:The right answer}"}],
    }
    return {"label": "deck", "description": "A new deck.", "body": body}


def _plain(example: str) -> Any:
    """Return an example as the value it stands for in YAML."""
    import yaml  # noqa: PLC0415 - only while a schema is made

    return yaml.safe_load(example)


def _filled(example: Any, stops: Iterator[int]) -> Any:
    """Return an example with a place to type at each of its values."""
    if isinstance(example, dict):
        return {key: _filled(inner, stops) for key, inner in example.items()}
    if isinstance(example, list):
        return [_filled(inner, stops) for inner in example]
    text = example if isinstance(example, str) else json.dumps(example)
    return f"${{{next(stops)}:{text}}}"


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{_key(name)}"}


def _key(name: str) -> str:
    return name.replace(" ", "-").replace("/", "-")
