"""Reads a deck file: bytes to a deck and every problem of the file in one go."""

import gc
from typing import Any, NamedTuple

from quizapp.deck.decoding import decode, lines_of
from quizapp.deck.entries import Reader, tell_unknown_document
from quizapp.deck.fields import wrong_shape
from quizapp.deck.layout import DECK, DECK_KEYS, FORMAT, INHERITED, documents
from quizapp.deck.model import Deck, Question
from quizapp.deck.names import slug
from quizapp.deck.nodes import Items, Node, Table, Text
from quizapp.deck.problems import Problem, Report
from quizapp.deck.records import absent, read_table, tell_unknown

SUFFIX = ".deck.yaml"
_DECK = {field.name: field for field in DECK}


class Reading(NamedTuple):
    """What a deck file gave.

    deck: without the broken questions; None if nothing can be used. problems: by place.
    left_out: how many questions are not in the deck because of an error.
    """

    deck: Deck | None
    problems: tuple[Problem, ...]
    left_out: int


def read(data: bytes, name: str) -> Reading:
    """Read the deck file `data`; `name` (a path will do) serves where it has no title or id.

    Never raises. A question with an error is left out, the others are read; warnings cost nothing.
    Drafts are in the deck, marked.
    """
    collecting = gc.isenabled()
    # Reading makes many values and frees few: looking for cycles among them doubles the time.
    gc.disable()
    try:
        return _read(data, name)
    finally:
        if collecting:
            gc.enable()


def _read(data: bytes, name: str) -> Reading:
    from quizapp.deck.recovery import parse  # noqa: PLC0415 - YAML is loaded when there is a file to read

    report = Report()
    text = decode(data, report)
    if text is None:
        return Reading(None, report.all(), 0)
    report.lines = lines_of(text)
    parsed = parse(text, report)
    root = parsed.root
    if not isinstance(root, Table):
        if not report.errors:
            line, column = (root.line, root.column) if root is not None else (1, 1)
            report.add("E007" if isinstance(root, Items) else "E006", line, column)
        return Reading(None, report.all(), 0)
    if (number := _newer(root)) is not None:
        newer = Report(report.lines)
        newer.at("E005", root.values["format"], found=number, known=FORMAT)
        return Reading(None, newer.all(), 0)
    missing = () if parsed.cut else tuple(key for key in ("deck", "questions") if key not in parsed.lost)
    header = _header(root, missing, report)
    docs = (
        None if "sources" in parsed.lost or ("sources" in root.values and "sources" not in header) else header
    )
    keys = None if docs is None else frozenset(key for key, _ in docs.get("sources", ()))
    defaults = _defaults(root, keys, report)
    questions, left_out = _questions(root, Reader(report, defaults, keys), report)
    deck = _deck(root, header, questions, name) if questions or header.get("include") else None
    return Reading(deck, report.all(), left_out + parsed.skipped)


def _newer(root: Table) -> int | None:
    """Return the file's format if it is newer than ours."""
    node = root.values.get("format")
    if isinstance(node, Text) and node.text.isascii() and node.text.isdigit() and len(node.text) < 10:
        number = int(node.text)
        return number if number > FORMAT else None
    return None


def _header(root: Table, missing: tuple[str, ...], report: Report) -> dict[str, Any]:
    """Return the deck's own values; unknown and missing keys are reported."""
    values, unknown = read_table(root, _DECK, report)
    words = [key.name for key in DECK_KEYS]
    close = {tell_unknown(key, root, words, "a deck", report) for key in unknown if key not in words}
    for key, example in (("deck", "The title"), ("questions", "and one '- question: …' a line below it")):
        if key not in missing or key in close or not (absent(root, key) or _is_empty(root.values[key])):
            continue
        if key == "deck" or absent(root, "include") or _is_empty(root.values["include"]):
            report.add("E102", root.line, root.column, key=key, where="the deck", example=example)
    return values


def _is_empty(node: Node) -> bool:
    return isinstance(node, Items) and not node.items


def _defaults(root: Table, keys: frozenset[str] | None, report: Report) -> dict[str, Any]:
    """Return typed values for what questions don't give themselves."""
    node = root.values.get("defaults")
    if node is None or absent(root, "defaults"):
        return {}
    if not isinstance(node, Table):
        wrong_shape(node, "defaults", "a mapping", report)
        return {}
    values, unknown = read_table(node, INHERITED, report)
    for key in unknown:
        tell_unknown(key, node, list(INHERITED), '"defaults"', report)
    for source in values.get("source", ()) if keys is not None else ():
        if source.doc not in (keys or ()):
            tell_unknown_document(node.values["source"], source, keys or frozenset(), report)
    return values


def _questions(root: Table, reader: Reader, report: Report) -> tuple[tuple[Question, ...], int]:
    node = root.values.get("questions")
    if node is None or absent(root, "questions"):
        return (), 0
    if not isinstance(node, Items):
        if not _tell_dash(node, report):
            wrong_shape(node, "questions", "a list", report)
        return (), 0
    return reader.read(node.items)


def _tell_dash(node: Node, report: Report) -> bool:
    """Report questions whose hyphens are none, or lack their space; tell whether that was it."""
    from quizapp.deck.slips import dash  # noqa: PLC0415 - sound decks never need it

    slip = dash(report.lines[node.line - 1], node.line) if isinstance(node, Table) else None
    if slip is None:
        return False
    report.add(slip.code, slip.line, slip.column, slip.length, **slip.values)
    return True


def _deck(root: Table, header: dict[str, Any], questions: tuple[Question, ...], name: str) -> Deck:
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(SUFFIX) or "deck"
    reviewed = header.get("reviewed", {})
    kept = ("language", "about", "notice", "authors", "license", "order", "include", "exam")
    return Deck(
        id=header.get("id") or slug(stem),
        title=header.get("deck") or stem,
        written="id" in header,
        reviewed_on=reviewed.get("on"),
        reviewed_against=reviewed.get("against"),
        tags=tuple(dict.fromkeys(header.get("tags", ()))),
        documents=documents(header.get("sources", ())),
        questions=questions,
        line=root.line,
        column=root.column,
        **{key: header[key] for key in kept if key in header},
    )
