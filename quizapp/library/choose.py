"""Which file leads where several have one deck id. Pure: the same files give the same choice."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from quizapp.library import wording
from quizapp.library.entry import FOLDER, PATH, SHIPPED, YOURS, Entry, Found
from quizapp.library.include import Included
from quizapp.library.index import Row
from quizapp.text import natural

_RANKS = {PATH: 0, YOURS: 1, FOLDER: 2, SHIPPED: 3}
_NOTHING = Included((), ())


class Candidate(NamedTuple):
    """A deck file that is there and has been read."""

    found: Found
    row: Row


class View(NamedTuple):
    """The deck files that are there, what each includes (by path), and sentences about the rest."""

    candidates: tuple[Candidate, ...]
    includes: Mapping[str, Included]
    notices: tuple[str, ...]


class Choice(NamedTuple):
    """For each deck id the file that leads, its entry (in the order of lists) and its includes refused.

    notices: sentences about files that don't lead and includes that are refused.
    """

    leads: dict[str, Candidate]
    entries: dict[str, Entry]
    refused: dict[str, tuple[str, ...]]
    notices: tuple[str, ...]


def choose(view: View, prefer: Mapping[str, str], copied: Mapping[str, str]) -> Choice:
    """Choose among the files with one deck id.

    A file named on the command line leads; then the user's own, one of a folder in the settings, a
    shipped one. Of two such files the one with the mark in `prefer` leads, which is how the learner
    knows the deck; else the one that was read first. Only a copy may stand over a shipped deck
    without a word; any other pair is told. copied: hash of the shipped file each copy was made from.
    """
    groups: dict[str, list[Candidate]] = {}
    for candidate in view.candidates:
        if candidate.row.deck is not None:
            groups.setdefault(candidate.row.deck, []).append(candidate)
    ids = {candidate.row.path: candidate.row.deck or "" for candidate in view.candidates}
    leads, entries, refused, notices = {}, [], {}, []
    for deck, group in groups.items():
        lead, entry, told = _lead(deck, group, prefer.get(deck), copied.get(deck))
        paths, problems = view.includes.get(lead.row.path, _NOTHING)
        inside = dict.fromkeys(ids[path] for path in paths if ids[path] != deck)
        entries.append(entry._replace(includes=tuple(inside), problems=entry.problems + len(problems)))
        leads[deck] = lead
        refused[deck] = problems
        notices += [*told, *problems]
    entries.sort(key=place_in_lists)
    return Choice(leads, {entry.id: entry for entry in entries}, refused, tuple(notices))


def _lead(
    deck: str, group: list[Candidate], mark: str | None, copied: str | None
) -> tuple[Candidate, Entry, list[str]]:
    """Return the file of a group that leads, its entry, and sentences about the others."""
    if len(group) > 1:
        group.sort(key=lambda candidate: _rank(candidate, mark))
    lead, *others = group
    shipped = [other for other in others if other.found.origin == SHIPPED and lead.found.origin != SHIPPED]
    newer = bool(shipped) and copied is not None and copied != shipped[0].row.hash
    told = [wording.same_id(deck, lead.row.path, other.row.path) for other in others if other not in shipped]
    return lead, _entry(lead)._replace(overrides=bool(shipped), shipped_newer=newer), told


def _rank(candidate: Candidate, mark: str | None) -> tuple[bool, int, bool, int]:
    found, row = candidate
    return (not found.named, _RANKS[found.origin], row.mark != mark, row.id)


def _entry(candidate: Candidate) -> Entry:
    found, row = candidate
    return Entry(
        id=row.deck or "",
        title=row.title,
        path=Path(row.path),
        origin=found.origin,
        mark=row.mark,
        about=row.about,
        notice=row.notice,
        language=row.language,
        order=row.place,
        questions=row.questions,
        cards=row.cards,
        left_out=row.left_out,
        problems=row.problems,
    )


def place_in_lists(entry: Entry) -> tuple[object, ...]:
    """By what decks are sorted: those with an order by it, then the others, each by title."""
    return (entry.order is None, entry.order or 0.0, natural(entry.title), entry.id)
