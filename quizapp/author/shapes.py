"""What an editor can check of one value: the shape of a field as JSON Schema (draft-07).

The reader takes every scalar as the text that was typed, so an unquoted number or `true` is text
too. A key without a value counts as not there, unless it is required.

Editors offer what stands under `type`. A value that may be blank therefore has its types behind
`if` and `else`: nobody wants `null` and `true` offered where a sentence belongs.
"""

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from quizapp.deck.fields import Checked, Field, Flag, Named, OneOf, Plain, Real, Several, Shape, Whole
from quizapp.deck.kinds.cloze import Gapped
from quizapp.deck.kinds.kind import Answer
from quizapp.deck.numbers import PATTERN
from quizapp.deck.problems import listed
from quizapp.deck.records import Record

Schema = dict[str, Any]
# Printable text that isn't blank; what is refused here the reader refuses too.
_CONTROLS = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f"
_UNSAFE = _CONTROLS + r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
TEXT = rf"^(?=[\s\S]*\S)[^{_UNSAFE}]*$"
OWN_KEYS: Mapping[str, Schema] = {"^x-": {}}
_GAP = r"\[\[[\s\S]*\]\]"


def field(part: Field, *, where: str = "") -> Schema:
    """Return the schema of one key: what it is for, an example, and what its value may be.

    where: what the key belongs to, for its title.
    """
    inner = value(part.shape, blank=not part.required)
    # Editors show the examples of a schema by themselves.
    example = "" if "examples" in inner else f"\n\nExample: `{part.name}: {part.example}`"
    return {
        "title": f"{part.name} ({where})" if where else part.name,
        "description": part.help,
        "markdownDescription": part.help + example,
        **inner,
    }


def value(shape: Shape, *, blank: bool = False) -> Schema:
    """Return the schema of a value. blank: a key without a value will do."""
    inner = of(shape)
    offered = {name: inner.pop(name) for name in ("examples",) if name in inner}
    hidden = ["null"] if blank else []
    if "boolean" in inner["type"] and "examples" not in offered:
        inner["type"] = [name for name in inner["type"] if name != "boolean"]
        hidden.append("boolean")
    return {**offered, "if": {"type": hidden}, "then": {}, "else": inner} if hidden else {**offered, **inner}


@singledispatch
def of(shape: Shape) -> Schema:
    """Return the schema of a shape. Raises TypeError for a shape that has none here."""
    raise TypeError(f"no schema for {shape}")


@of.register
def _plain(shape: Plain) -> Schema:
    return {
        "type": ["string", "number", "boolean"],
        "pattern": TEXT,
        "maxLength": shape.limit,
        "errorMessage": "This must be text. Put single quotes round it if it starts with [ or {.",
        "patternErrorMessage": "This must be text that can be seen.",
    }


@of.register
def _answer(shape: Answer) -> Schema:
    several = (
        "One answer belongs here. Several are for multiple choice (add wrong: […]) or for a list "
        "(list: […]); other wordings go under accept."
    )
    return {**of(Plain(shape.limit)), "errorMessage": several}


@of.register
def _gapped(shape: Gapped) -> Schema:
    message = (
        "Put [[ and ]] round the words to hide, and quotes round the whole text if it starts with a gap."
    )
    return {
        **of(Plain(shape.limit)),
        "pattern": _GAP,
        "patternErrorMessage": message,
        "errorMessage": message,
    }


@of.register
def _checked(shape: Checked) -> Schema:
    # What numbers it takes, the check itself can tell best.
    types = [
        "string",
        *(["number"] if shape.check("1") else []),
        *(["boolean"] if shape.check("true") else []),
    ]
    low: Schema = {}
    if "number" in types and not shape.check("-1"):
        low = {"minimum": 0} if shape.check("0") else {"exclusiveMinimum": 0}
    message = f"Write {shape.what}."
    return {
        "type": types,
        "pattern": rf"^\s*(?:{shape.pattern})\s*$" if shape.pattern else TEXT,
        "maxLength": shape.limit,
        **low,
        "errorMessage": message,
        "patternErrorMessage": message,
    }


@of.register
def _flag(_shape: Flag) -> Schema:
    return {
        "type": ["boolean", "string"],
        "pattern": rf"^\s*(?:{_any_case('true', 'yes', 'false', 'no')})\s*$",
        "errorMessage": "Write true or false.",
        "examples": [True, False],
    }


@of.register
def _whole(shape: Whole) -> Schema:
    return {
        "type": ["integer", "string"],
        "minimum": shape.low,
        "maximum": shape.high,
        "pattern": rf"^\s*0*(?:{_up_to(shape.high)}{'|0' if shape.low == 0 else ''})\s*$",
        "errorMessage": f"Write a whole number from {shape.low} to {shape.high}.",
    }


@of.register
def _real(shape: Real) -> Schema:
    return {
        "type": ["number", "string"],
        "minimum": shape.low,
        "maximum": shape.high,
        "pattern": rf"^\s*{PATTERN}\s*$",
        "errorMessage": f"Write a number from {shape.low:g} to {shape.high:g}.",
    }


@of.register
def _one_of(shape: OneOf) -> Schema:
    digits = [int(word) for word in shape.words if word.isdigit()]
    numbers = {"minimum": min(digits), "maximum": max(digits), "multipleOf": 1} if digits else {}
    return {
        "type": ["string", *(["number"] if digits else [])],
        "pattern": rf"^\s*(?:{'|'.join(shape.words)})\s*$",
        **numbers,
        "errorMessage": f"Write {listed(shape.words, 'or')}.",
        "examples": [int(word) if word.isdigit() else word for word in shape.words],
    }


@of.register
def _several(shape: Several) -> Schema:
    rows = {"items": value(shape.of), "minItems": shape.least, "maxItems": shape.most}
    if not shape.single:
        return {
            "type": ["array"],
            **rows,
            "errorMessage": "Write a list: [first, second], or one '- entry' a line.",
        }
    single = of(shape.of)
    single.pop("examples", None)
    return {**single, "type": [*single["type"], "array"], **rows}


@of.register
def _named(shape: Named) -> Schema:
    return {
        "type": ["object"],
        "additionalProperties": value(shape.of),
        "propertyNames": {"pattern": r"\S", "doNotSuggest": True},
        "minProperties": shape.least,
        "maxProperties": shape.most,
        "errorMessage": "Write one 'name: value' a line below this key.",
    }


@of.register
def _record(shape: Record) -> Schema:
    whole = closed(shape.fields)
    if shape.main is None:
        return whole
    text = of(shape.by_name[shape.main].shape)
    text.pop("errorMessage")
    return {**text, **whole, "type": ["object", *text["type"]]}


def closed(fields: tuple[Field, ...], where: str = "") -> Schema:
    """Return the schema of a mapping that has these keys, its teacher's own (`x-…`) and no others."""
    return {
        "type": ["object"],
        "properties": {part.name: field(part, where=where) for part in fields},
        "patternProperties": OWN_KEYS,
        "additionalProperties": False,
        "required": [part.name for part in fields if part.required],
    }


def _any_case(*words: str) -> str:
    """Return an expression for these words in capitals, small letters or both."""
    return "|".join("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in words)


def _up_to(high: int) -> str:
    """Return an expression for the whole numbers from 1 to `high`, without leading zeros."""
    digits = str(high)
    ways = [digits]
    if len(digits) > 1:
        ways.append(f"[1-9][0-9]{{0,{len(digits) - 2}}}")
    for at, digit in enumerate(digits):
        low = 1 if at == 0 else 0
        if int(digit) > low:
            ways.append(f"{digits[:at]}[{low}-{int(digit) - 1}][0-9]{{{len(digits) - at - 1}}}")
    return "|".join(ways)
