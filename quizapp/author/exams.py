"""Checks exams: what their files say, and whether the decks can fill them."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from quizapp.author.check import Checked, Report
from quizapp.deck.blueprint import Blueprint
from quizapp.deck.decoding import LARGEST
from quizapp.deck.exam import read_exam
from quizapp.deck.messages import what
from quizapp.deck.model import Deck
from quizapp.deck.problems import ERROR, Problem, listed
from quizapp.errors import UsageError
from quizapp.library.index import WHOLE_DECK
from quizapp.library.library import Library
from quizapp.library.rows import chunks
from quizapp.paths import beginning
from quizapp.study.quiz.pool import faults, pool_of

OpenLibrary = Callable[[Sequence[Path]], Library]


def added(checked: Checked, exams: Sequence[Path], opened: OpenLibrary) -> Checked:
    """Add what is wrong in exams' files, and in the exams of decks that include others.

    opened: gives the decks at hand, with files besides.
    """
    reports = [_with_included(report, opened) for report in checked.reports]
    unreadable = list(checked.unreadable)
    for path in exams:
        try:
            data = beginning(path, LARGEST)
        except OSError as error:
            unreadable.append(f"{path} can't be read: {error.strerror or error}.")
            continue
        reading = read_exam(data)
        problems = reading.problems
        if reading.blueprint is not None:
            problems = (*problems, *_unfilled(path, reading.blueprint, opened))
        ordered = sorted(problems, key=lambda at: (at.line, at.column))
        reports.append(Report(path, None, (1, 1), 0, 0, tuple(ordered)))
    return Checked(tuple(reports), tuple(unreadable))


def _with_included(report: Report, opened: OpenLibrary) -> Report:
    """Say why a deck and those it includes can't fill its exam, once all of these can be found."""
    if report.deck is None or not report.include or any(each.code == "X2" for each in report.problems):
        return report
    with opened([report.path]) as library:
        library.refresh()
        try:
            exam = library.header(report.deck).exam
            found = faults(pool_of(library, [report.deck]), exam) if exam else []
        except UsageError:
            return report
    ordered = sorted((*report.problems, *found), key=lambda at: (at.line, at.column))
    return replace(report, problems=tuple(ordered))


def _unfilled(path: Path, blueprint: Blueprint, opened: OpenLibrary) -> Iterable[Problem]:
    """Say why the decks can't fill an exam: one isn't there, or they lack questions."""
    named = [_beside(path, name) for name in blueprint.decks]
    extra = [Path(name) for name in named if os.sep in name and Path(name).exists()]
    with opened([*extra, path.parent]) as library:
        library.refresh()
        ids, problems = [], []
        for name, shown in zip(named, blueprint.decks, strict=True):
            try:
                ids.append(library.deck(name).id)
            except UsageError:
                cure = _meant(shown, [entry.id for entry in library.decks()])
                values = {"value": shown, "cure": cure}
                problems.append(Problem("E156", ERROR, *blueprint.places["decks"], values))
        return problems or faults(pool_of(library, ids), blueprint)


def _beside(path: Path, name: str) -> str:
    return str((path.parent / name).resolve()) if name.endswith((".yaml", ".yml")) else name


def _meant(name: str, ids: Sequence[str]) -> str:
    close = get_close_matches(name, ids, 1, 0.6)
    return f'did you mean "{close[0]}"?' if close else f"there are {listed(ids)}"


def own(deck: Deck) -> list[Problem]:
    """Say why a deck can't fill its own exam. One that includes others isn't asked: they may fill it."""
    if deck.exam is None or deck.include:
        return []
    return faults(pool_of(_Alone(deck), [deck.id]), deck.exam)


class _Entry(NamedTuple):
    """A deck as a library lists it, as far as is needed here."""

    id: str


class _Alone:
    """One deck as a library of its own, without an index."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck.id
        found = list(chunks(deck))
        self._places: list[tuple[str, str, int, str, str]] = [
            (key, question, place, kind, mark)
            for chunk in found
            for place, key, question, kind, mark, *_ in chunk.cards
        ]
        self._labels = [row for chunk in found for row in chunk.labels]

    def members(self, deck: str) -> tuple[str, ...]:
        return (deck,)

    def deck(self, name: str) -> _Entry:
        if name != self._deck:
            raise UsageError(what(Problem("E156", ERROR, 1, 1, 1, {"value": name})))
        return _Entry(self._deck)

    def decks(self) -> tuple[_Entry, ...]:
        return (_Entry(self._deck),)

    def keys(self, deck: str, kinds: Sequence[str] = ()) -> list[str]:  # noqa: ARG002 - there is one
        return [key for key, _, _, kind, _ in self._places if not kinds or kind in kinds]

    def kinds(self, decks: Sequence[str]) -> list[str]:  # noqa: ARG002 - there is one
        return sorted({kind for _, _, _, kind, _ in self._places})

    def cards_with(
        self,
        *,
        tag: str | None = None,
        source: str | None = None,
        topic: str | None = None,
        level: int | None = None,
    ) -> set[str]:
        named = (("tag", tag), ("source", source), ("topic", topic), ("level", level))
        wanted = {(sort, str(name).casefold()) for sort, name in named if name is not None}
        found = {at for sort, name, at in self._labels if (sort, name) in wanted}
        return (
            {row[0] for row in self._places} if WHOLE_DECK in found else {self._places[at][0] for at in found}
        )

    def labels(self, decks: Sequence[str], sort: str) -> list[str]:  # noqa: ARG002 - there is one
        return sorted({name for found, name, _ in self._labels if found == sort})
