"""Which questions a paper can be drawn from, and whether they fill a blueprint."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import Any, NamedTuple, Protocol

from quizapp.deck.blueprint import Blueprint, Part
from quizapp.deck.problems import ERROR, Problem, listed
from quizapp.errors import UsageError
from quizapp.study.quiz.draw import Shortage, Want, draw

_ALONE: Mapping[str, Callable[[Any], Part]] = {
    "topic": lambda value: Part(topic=(value,)),
    "tag": lambda value: Part(tag=(value,)),
    "source": lambda value: Part(source=(value,)),
    "level": lambda value: Part(level=(value,)),
}
SELECTING = ("deck", "topic", "tag", "source", "kind", "level")


class Named(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """Its id."""


class Shelf(Protocol):
    """Decks with their cards and labels: a `Library`, or as much of one."""

    def members(self, deck: str) -> tuple[str, ...]:
        """As `Library.members`."""

    def deck(self, name: str) -> Named:
        """As `Library.deck`."""

    def decks(self) -> Sequence[Named]:
        """As `Library.decks`."""

    def keys(self, deck: str, kinds: Sequence[str] = ()) -> list[str]:
        """As `Library.keys`."""

    def kinds(self, decks: Sequence[str]) -> list[str]:
        """As `Library.kinds`."""

    def cards_with(
        self,
        *,
        tag: str | None = None,
        source: str | None = None,
        topic: str | None = None,
        level: int | None = None,
    ) -> set[str]:
        """As `Library.cards_with`."""

    def labels(self, decks: Sequence[str], sort: str) -> list[str]:
        """As `Library.labels`."""


class Pool(NamedTuple):
    """Questions to draw from, deck by deck in the decks' own order.

    keys: of each question its first card's. faces: of questions with several cards, the keys of all.
    """

    library: Shelf
    decks: tuple[str, ...]
    keys: Sequence[str]
    faces: Mapping[str, Sequence[str]]

    def cards(self, place: int) -> Sequence[str]:
        """Keys of all cards of a question."""
        key = self.keys[place]
        return self.faces.get(key, (key,))


def pool_of(library: Shelf, decks: Iterable[str]) -> Pool:
    """Gather the questions of these decks (ids) and of what they include."""
    ids = tuple(dict.fromkeys(member for deck in decks for member in library.members(deck)))
    keys: list[str] = []
    faces: dict[str, list[str]] = {}
    for deck in ids:
        found = library.keys(deck)
        # Of very many cards hardly any has a face in its key, so that is looked for in one go.
        if "#" in "\n".join(found):
            found = _first_faces(found, faces)
        keys += found
    return Pool(library, ids, keys, faces)


def _first_faces(keys: Iterable[str], faces: dict[str, list[str]]) -> list[str]:
    firsts = []
    for _, group in groupby(keys, key=lambda key: key.partition("#")[0]):
        cards = list(group)
        firsts.append(cards[0])
        if len(cards) > 1:
            faces[cards[0]] = cards
    return firsts


def fitting(pool: Pool, part: Part) -> Sequence[int]:
    """Return the places of the questions that fit a part."""
    fits: Sequence[int] = range(len(pool.keys))
    if part.deck:
        decks = {member for name in part.deck for member in _members(pool, name)}
        fits = [place for place in fits if pool.keys[place].partition("/")[0] in decks]
    if part.kind:
        alike = {key for deck in pool.decks for key in pool.library.keys(deck, part.kind)}
        fits = [place for place in fits if pool.keys[place] in alike]
    for cards in _labelled(pool.library, part):
        fits = [place for place in fits if pool.keys[place] in cards]
    return fits


def _members(pool: Pool, name: str) -> tuple[str, ...]:
    try:
        return pool.library.members(pool.library.deck(name).id)
    except UsageError:
        return ()


def _labelled(library: Shelf, part: Part) -> Iterable[set[str]]:
    if part.topic:
        yield set().union(*(library.cards_with(topic=name) for name in part.topic))
    if part.tag:
        yield set().union(*(library.cards_with(tag=name) for name in part.tag))
    if part.source:
        yield set().union(*(library.cards_with(source=name) for name in part.source))
    if part.level:
        yield set().union(*(library.cards_with(level=level) for level in part.level))


def wants_of(pool: Pool, blueprint: Blueprint) -> list[Want]:
    """Return what the blueprint wants of the pool, part by part."""
    return [Want(fitting(pool, part), part.count) for part in blueprint.wanted]


def faults(pool: Pool, blueprint: Blueprint) -> list[Problem]:
    """Return every reason why the pool can't fill the blueprint, each at its place."""
    found: list[Problem] = []
    wants = wants_of(pool, blueprint)
    for part, want in zip(blueprint.wanted, wants, strict=True):
        unknown = list(_unknown(pool, part))
        found += unknown
        if unknown:
            continue
        if part.count is not None and part.count > len(want.candidates):
            sort = _sort(part)
            values = {"count": str(part.count), "have": str(len(want.candidates)), "sort": sort}
            values["are"] = "is" if len(want.candidates) == 1 else "are"
            found.append(_problem("E153", part, "count", values))
        elif not want.candidates:
            found.append(_problem("E157", part, "count", {"sort": _sort(part)}))
    if not found and isinstance(drawn := draw(wants, 0, {}), Shortage):
        part = blueprint.wanted[drawn.want]
        found.append(_problem("E155", part, "count", {"count": str(part.count), "have": str(drawn.have)}))
    return found


def _unknown(pool: Pool, part: Part) -> Iterable[Problem]:
    """Report names that nothing in the pool has."""
    for key in ("topic", "tag", "source", "level"):
        for value in getattr(part, key):
            if not fitting(pool, _ALONE[key](value)):
                cure = _cure(key, str(value), pool.library.labels(pool.decks, key))
                yield _problem("E154", part, key, {"key": key, "value": str(value), "cure": cure})
    for kind in part.kind:
        if not fitting(pool, Part(kind=(kind,))):
            cure = _cure("kind", kind, pool.library.kinds(pool.decks))
            yield _problem("E154", part, "kind", {"key": "kind", "value": kind, "cure": cure})
    for name in part.deck:
        if not _members(pool, name):
            cure = _cure("deck", name, [entry.id for entry in pool.library.decks()])
            yield _problem("E156", part, "deck", {"value": name, "cure": cure})


def _cure(key: str, value: str, names: Sequence[str]) -> str:
    close = get_close_matches(value.casefold(), names, 1, 0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    return f"there are {listed([f'“{name}”' for name in names])}" if names else f"no question has a {key}"


def _sort(part: Part) -> str:
    """Say what sort of questions a part asks for: `with topic images and level 2`, or `in all`."""
    said = [
        f"{key} {listed([str(value) for value in getattr(part, key)], 'or')}"
        for key in SELECTING
        if getattr(part, key)
    ]
    return f"with {listed(said)}" if said else "in all"


def _problem(code: str, part: Part, key: str, values: dict[str, str]) -> Problem:
    places = part.places
    line, column, length = places.get(key) or next(iter(places.values()), (1, 1, 1))
    return Problem(code, ERROR, line, column, length, values)
