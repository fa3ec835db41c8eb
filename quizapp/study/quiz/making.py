"""Makes papers: from decks and a blueprint, or from a paper's code."""

import os
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from quizapp.deck.blueprint import Blueprint, Part
from quizapp.deck.exam import cost
from quizapp.deck.messages import cure, what
from quizapp.errors import UsageError
from quizapp.library.library import Library
from quizapp.store.attempts import asked_since
from quizapp.store.standing import Standing
from quizapp.store.store import Store
from quizapp.study.item import item_of
from quizapp.study.quiz import code
from quizapp.study.quiz.code import Draft, Drawn, fingerprint_of, in_order
from quizapp.study.quiz.draw import SEED_BITS, Shortage, chance, draw, seed_of
from quizapp.study.quiz.paper import DeckName, Entry, Paper, Rules, Worth
from quizapp.study.quiz.pool import Pool, faults, pool_of, wants_of
from quizapp.study.sources import cited

T = TypeVar("T")
LATELY_DAYS = 7
"""A question studied or quizzed within so many study days was seen lately."""


class Made(NamedTuple):
    """A paper, and sentences on what is different from what its code says."""

    paper: Paper
    notices: tuple[str, ...] = ()


def make(
    library: Library,
    store: Store,
    decks: Sequence[str],
    blueprint: Blueprint,
    *,
    seed: str | None,
    day: int,
    at_most: bool = False,
) -> Paper:
    """Draw a paper from decks (ids).

    With a seed it is a function of decks, blueprint and seed alone. Without one the seed is drawn, and
    questions not seen in the last `LATELY_DAYS` study days before `day` come first.
    at_most: where there are fewer questions than a blueprint of one part wants, they will do.
    Raises UsageError if the decks can't fill the blueprint.
    """
    pool = pool_of(library, decks)
    drawn_seed = int.from_bytes(os.urandom(SEED_BITS // 8), "big") if seed is None else seed_of(seed)
    lately = _lately(pool, store, day) if seed is None else {}
    wants = wants_of(pool, blueprint)
    if at_most and len(wants) == 1 and wants[0].number is not None:
        wants = [wants[0]._replace(number=min(wants[0].number, len(wants[0].candidates)))]
    picked = draw(wants, drawn_seed, lately)
    if isinstance(picked, Shortage) or not any(picked):
        raise _unfilled(pool, blueprint)
    drawn = [
        _drawn(library, pool.cards(place), part, blueprint, drawn_seed)
        for part, places in zip(blueprint.wanted, picked, strict=True)
        for place in places
    ]
    if not any(one.worth.points for one in drawn):
        raise UsageError("No question of this quiz is worth any points", todo="Give points above 0")
    draft = Draft(pool.decks, drawn_seed, _rules(blueprint, drawn), tuple(drawn), shuffled=False)
    return _paper(library, _ordered(draft, blueprint, pool), pool, blueprint.title)


def from_code(library: Library, text: str) -> Made:
    """Make the paper that a code holds. Raises UsageError; see `code.read`."""
    draft = code.read(text, library)
    pool = pool_of(library, draft.decks)
    return Made(_paper(library, draft, pool, None), tuple(_told(draft)))


def _told(draft: Draft) -> list[str]:
    """Say what has changed since the code was made."""
    if not draft.edited:
        return []
    told = ["The decks have changed since this paper was drawn."]
    if draft.changed:
        numbers = ", ".join(str(place) for place in draft.changed)
        told.append(
            f"Question {numbers} is worded otherwise now."
            if len(draft.changed) == 1
            else f"Questions {numbers} are worded otherwise now."
        )
    if draft.missing:
        told.append(
            "One of its questions is not there any more and is left out."
            if draft.missing == 1
            else f"{draft.missing} of its questions are not there any more and are left out."
        )
    return told


def _lately(pool: Pool, store: Store, day: int) -> dict[int, int]:
    seen = asked_since(store, pool.decks, day - LATELY_DAYS)
    if not seen:
        return {}
    places = {key.partition("#")[0]: place for place, key in enumerate(pool.keys)}
    found: dict[int, int] = {}
    for card, last in seen.items():
        place = places.get(card.partition("#")[0])
        if place is not None:
            found[place] = max(last, found.get(place, last))
    return found


def _unfilled(pool: Pool, blueprint: Blueprint) -> UsageError:
    if not pool.keys:
        return UsageError("There is no question in this deck that can be asked")
    for problem in faults(pool, blueprint):
        said = what(problem)
        return UsageError(said[:1].upper() + said[1:], todo=_sentence(cure(problem)))
    return UsageError("The decks can't fill this blueprint", todo="Ask for fewer questions")


def _sentence(text: str) -> str:
    return (text[:1].upper() + text[1:]).rstrip(".")


def _drawn(library: Library, cards: Sequence[str], part: Part, blueprint: Blueprint, seed: int) -> Drawn:
    """One card of a question drawn."""
    luck = chance(seed, f"face {cards[0].partition('#')[0]}")
    card = cards[int(luck() * len(cards))]
    return Drawn(card, fingerprint_of(library, card), _worth(library, card, part, blueprint))


def _worth(library: Library, card: str, part: Part, blueprint: Blueprint) -> Worth:
    """What the part says leads, then the question itself, then the blueprint."""
    found = library.question(card)
    question = found[0] if found else None
    own = (question.points, question.seconds) if question else (None, None)
    points = _first(1.0, part.points, own[0], blueprint.points)
    seconds = _first(0, part.seconds, own[1], blueprint.seconds)
    penalty, is_share = cost(_first("0", part.penalty, blueprint.penalty)) or (0.0, False)
    off = penalty / 100 * points if is_share else penalty
    return Worth(round(points, 3), seconds or None, round(off, 3))


def _first(default: T, *values: T | None) -> T:
    return next((value for value in values if value is not None), default)


def _rules(blueprint: Blueprint, drawn: Sequence[Drawn]) -> Rules:
    exam = blueprint.feedback == "end"
    timed = blueprint.minutes is not None or any(one.worth.seconds for one in drawn)
    runs = timed and (blueprint.clock == "runs" or (blueprint.clock is None and exam))
    return Rules(exam, blueprint.minutes, runs, blueprint.certainty, blueprint.passing)


def _ordered(draft: Draft, blueprint: Blueprint, pool: Pool) -> Draft:
    match blueprint.order:
        case "deck":
            places = {card: at for at in range(len(pool.keys)) for card in pool.cards(at)}
            return draft._replace(drawn=tuple(sorted(draft.drawn, key=lambda one: places[one.card])))
        case "parts":
            return draft
        case _:
            return draft._replace(drawn=tuple(in_order(draft.drawn, draft.seed)), shuffled=True)


def _paper(library: Library, draft: Draft, pool: Pool, title: str | None) -> Paper:
    titles = {entry.id: entry.title for entry in library.decks()}
    used = {one.card.partition("/")[0] for one in draft.drawn}
    decks = tuple(DeckName(deck, titles[deck]) for deck in draft.decks if deck in used)
    draft = draft._replace(decks=tuple(deck.id for deck in decks))
    name = title or _named([deck.title for deck in decks])
    entries = tuple(_entry(library, one, draft.seed) for one in draft.drawn)
    return Paper(name, code.write(draft, pool), draft.seed, decks, draft.rules, entries)


def _named(titles: Sequence[str]) -> str:
    if len(titles) <= 2:
        return " and ".join(titles)
    return f"{titles[0]} and {len(titles) - 1} more decks"


def _entry(library: Library, drawn: Drawn, seed: int) -> Entry:
    item = item_of(library, Standing(drawn.card), f"{seed}:{drawn.card}")
    if item is None:
        raise UsageError("A deck was changed just now", todo="Try again")
    return Entry(item, drawn.worth, cited(library, item))
