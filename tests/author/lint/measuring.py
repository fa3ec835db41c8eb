"""The questions in `corpus/`, and what the rules find and miss in them."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from quizapp.author.lint.engine import lint
from quizapp.deck.decoding import text_lines
from quizapp.deck.read import read

FOLDER = Path(__file__).resolve().parent / "corpus"
HELD_OUT = 7


@dataclass
class Count:
    """What one rule did: flaws it was to find, those it found, and questions it blamed without cause."""

    planted: int = 0
    found: int = 0
    alarms: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def files(*, held_out: bool) -> tuple[Path, ...]:
    """The files of one part: those that come first by the hash of their names are held out."""
    ordered = sorted(FOLDER.glob("*.deck.yaml"), key=lambda path: sha256(path.name.encode()).hexdigest())
    return tuple(sorted(ordered[:HELD_OUT] if held_out else ordered[HELD_OUT:]))


@cache
def labels(path: Path) -> dict[str, frozenset[str]]:
    """The planted flaws of a file by question; those of the deck by the empty name."""
    deck: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    flaws = {question["id"]: frozenset(question.get("x-flaw", ())) for question in deck["questions"]}
    return {**flaws, "": frozenset(deck.get("x-flaw", ()))}


@cache
def found(path: Path) -> frozenset[tuple[str, str, str]]:
    """Question (empty: the deck), code and level of everything the rules find in a file."""
    data = path.read_bytes()
    reading = read(data, path.name)
    assert reading.deck is not None
    assert not reading.problems
    outcome = lint(reading.deck, text_lines(data))
    assert not outcome.silenced
    places = [(question.line, question.id) for question in reading.deck.questions]
    return frozenset(
        (
            max(((line, name) for line, name in places if line <= problem.line), default=(0, ""))[1],
            problem.code,
            problem.severity,
        )
        for problem in outcome.problems
    )


def count(paths: tuple[Path, ...]) -> dict[str, Count]:
    """Compare what was found with what was planted, rule by rule."""
    counts: dict[str, Count] = {}
    for path in paths:
        blamed = {(name, code) for name, code, _ in found(path)}
        planted = {(name, code) for name, codes in labels(path).items() for code in codes}
        subject = path.name.removesuffix(".deck.yaml")
        for name, code in sorted(planted | blamed):
            entry = counts.setdefault(code, Count())
            at = f"{subject}/{name or 'deck'}"
            if (name, code) in planted:
                entry.planted += 1
                if (name, code) in blamed:
                    entry.found += 1
                else:
                    entry.missed.append(at)
            else:
                entry.alarms.append(at)
    return counts


def sound_decks_blamed(paths: tuple[Path, ...]) -> Counter[tuple[str, str]]:
    """How many alarms each rule raised in the sound decks, by code and level."""
    return Counter((code, level) for path in paths if "-sound" in path.name for _, code, level in found(path))


def table() -> str:
    """What was found, and the alarms in sound and in flawed questions, rule by rule, for both parts."""
    parts = [count(files(held_out=held_out)) for held_out in (False, True)]
    lines = [
        "| rule | open: found | alarms: sound, flawed | held out: found | alarms: sound, flawed |",
        "| --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {code} | " + " | ".join(_cells(part.get(code, Count())) for part in parts) + " |"
        for code in sorted({code for part in parts for code in part}, key=_by_letter)
    ]
    sums = [
        Count(
            sum(each.planted for each in part.values()),
            sum(each.found for each in part.values()),
            [at for each in part.values() for at in each.alarms],
        )
        for part in parts
    ]
    return "\n".join([*lines, "| all | " + " | ".join(map(_cells, sums)) + " |"]) + "\n"


def _cells(entry: Count) -> str:
    sound = sum("-sound" in at for at in entry.alarms)
    return f"{entry.found} of {entry.planted} | {sound}, {len(entry.alarms) - sound}"


def _by_letter(code: str) -> tuple[str, int]:
    return code[0], int(code[1:])
