"""The code of a paper: its questions, their order and worth, and the rules, in letters and digits.

It holds no texts. Each question is named by some bits of a hash of its card's key, as many as it takes to
tell the questions of the decks apart, and has some bits of its fingerprint, which tell whether it was
changed since. Version 1:

version 4 · feedback, clock, certainty, sorted 1 each · minutes, passing + 1 in tenths of a percent (0:
none) as counts · seed 40 · decks: count, each 24 · worths: count, each points and penalty in thousandths
and seconds as counts · questions: count, width 6 · each: name (sorted: the gap to the one before), check 8,
worth · check of all fingerprints 20.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizapp.deck.identity import fingerprint
from quizapp.deck.model import Card
from quizapp.errors import UsageError
from quizapp.library.library import Library
from quizapp.study.quiz.bits import Reader, Writer
from quizapp.study.quiz.draw import SEED_BITS, chance, mark32, shuffled
from quizapp.study.quiz.paper import Rules, Worth
from quizapp.study.quiz.pool import Pool, pool_of

VERSION = 1
MOST = 1_000
_DECK_BITS = 24
_NAME_BITS = 32
_LEAST_BITS = 8
_CHECK_BITS = 8
_ALL_BITS = 20
_LOOKED_AT = 20_000
_EXACT = 1_000
# What an exam's file may say at most; no code that was made says more.
_MINUTES = 1_440
_SECONDS = 86_400
_POINTS = 1_000 * _EXACT
_PASSING = 1_001


class Drawn(NamedTuple):
    """A question as drawn: the key of its card, its fingerprint, its worth."""

    card: str
    fingerprint: str
    worth: Worth


class Draft(NamedTuple):
    """What a code holds, once the questions are found: all of a paper but its texts.

    shuffled: the order of `drawn` follows from the seed. changed: places (from 1) of questions that are
    others than when the code was made; missing: how many are not there any more. edited: something was
    changed since, even if no single question can be named.
    """

    decks: tuple[str, ...]
    seed: int
    rules: Rules
    drawn: tuple[Drawn, ...]
    shuffled: bool
    changed: tuple[int, ...] = ()
    missing: int = 0
    edited: bool = False


def in_order(drawn: Iterable[Drawn], seed: int) -> list[Drawn]:
    """Return questions in the order a seed gives them, whatever order they came in."""
    base = sorted(drawn, key=lambda one: (mark32(one.card), one.card))
    return shuffled(base, chance(seed, "order"))


def write(draft: Draft, pool: Pool) -> str:
    """Return the code of a paper drawn from `pool`."""
    out = Writer()
    rules = draft.rules
    out.put(VERSION, 4)
    for flag in (rules.exam, rules.runs, rules.certainty, draft.shuffled):
        out.put(flag, 1)
    out.count(rules.minutes or 0)
    out.count(0 if rules.passing is None else round(rules.passing * 10) + 1)
    out.put(draft.seed, SEED_BITS)
    out.count(len(draft.decks))
    for deck in draft.decks:
        out.put(_top(deck, _DECK_BITS), _DECK_BITS)
    worths = list(dict.fromkeys(one.worth for one in draft.drawn))
    out.count(len(worths))
    for worth in worths:
        out.count(round(worth.points * _EXACT))
        out.count(round(worth.penalty * _EXACT))
        out.count(worth.seconds or 0)
    _write_questions(out, draft, worths, _width(draft.drawn, pool))
    out.put(_whole(one.fingerprint for one in draft.drawn), _ALL_BITS)
    return out.text()


def _write_questions(out: Writer, draft: Draft, worths: Sequence[Worth], width: int) -> None:
    drawn = list(draft.drawn)
    if draft.shuffled:
        drawn.sort(key=lambda one: (mark32(one.card), one.card))
    out.count(len(drawn))
    out.put(width, 6)
    low, before = _low(width, len(drawn)), 0
    for one in drawn:
        name = _top(one.card, width)
        if draft.shuffled:
            out.gap(name - before, low)
            before = name
        else:
            out.put(name, width)
        out.put(_top(one.fingerprint, _CHECK_BITS), _CHECK_BITS)
        out.put(worths.index(one.worth), (len(worths) - 1).bit_length())


def read(code: str, library: Library) -> Draft:
    """Find what a code holds among the decks at hand.

    Raises UsageError for a code that is none, was mistyped, says what no paper says or is of a later
    version, and if a deck isn't there or none of the questions is.
    """
    bits = Reader(code)
    if (version := bits.take(4)) != VERSION:
        raise UsageError(
            f"The paper's code is of version {version}; this quizapp knows version {VERSION}",
            todo="Update quizapp",
        )
    exam, runs, certainty, is_shuffled = (bool(bits.take(1)) for _ in range(4))
    minutes, passing = _up_to(_MINUTES, bits) or None, _up_to(_PASSING, bits)
    rules = Rules(exam, minutes, runs, certainty, (passing - 1) / 10 if passing else None)
    seed = bits.take(SEED_BITS)
    decks = _decks([bits.take(_DECK_BITS) for _ in range(_counted(bits))], library)
    worths = [_read_worth(bits) for _ in range(_counted(bits))]
    named = _read_questions(bits, worths, is_shuffled=is_shuffled)
    draft = Draft(decks, seed, rules, (), is_shuffled)
    return _found(draft, named, library, bits.take(_ALL_BITS))


class _Named(NamedTuple):
    """A question as the code names it."""

    width: int
    name: int
    check: int
    worth: Worth


def _counted(bits: Reader) -> int:
    return _up_to(MOST, bits, least=1)


def _up_to(most: int, bits: Reader, *, least: int = 0) -> int:
    number = bits.count()
    if not least <= number <= most:
        raise _unreadable()
    return number


def _unreadable() -> UsageError:
    return UsageError("The code of the paper can't be read", todo="Ask for it again where it came from")


def _read_worth(bits: Reader) -> Worth:
    points, penalty, seconds = _up_to(_POINTS, bits), _up_to(_POINTS, bits), _up_to(_SECONDS, bits)
    return Worth(points=points / _EXACT, penalty=penalty / _EXACT, seconds=seconds or None)


def _read_questions(bits: Reader, worths: Sequence[Worth], *, is_shuffled: bool) -> list[_Named]:
    number = _counted(bits)
    width = bits.take(6)
    if not _LEAST_BITS <= width <= _NAME_BITS:
        raise _unreadable()
    low, before = _low(width, number), 0
    named = []
    for _ in range(number):
        before = before + bits.gap(low) if is_shuffled else bits.take(width)
        check = bits.take(_CHECK_BITS)
        worth = bits.take((len(worths) - 1).bit_length())
        if worth >= len(worths):
            raise _unreadable()
        named.append(_Named(width, before, check, worths[worth]))
    # Nothing is asked twice, and something has to be won.
    twice = len({(one.name, one.check) for one in named}) < len(named)
    if twice or not any(one.worth.points for one in named):
        raise _unreadable()
    return named


def _found(draft: Draft, named: Sequence[_Named], library: Library, whole: int) -> Draft:
    pool = pool_of(library, draft.decks)
    shift = 32 - named[0].width
    wanted = {one.name for one in named}
    by_name: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for card in (*pool.keys, *(card for cards in pool.faces.values() for card in cards[1:])):
        name = mark32(card) >> shift
        if name in wanted:
            by_name[name].append((card, fingerprint_of(library, card)))
    drawn, changed, missing = [], set(), 0
    for one in named:
        at_hand = by_name.get(one.name, [])
        same = [found for found in at_hand if _top(found[1], _CHECK_BITS) == one.check]
        if not at_hand:
            missing += 1
            continue
        card, mark = (same or at_hand)[0]
        drawn.append(Drawn(card, mark, one.worth))
        if not same:
            changed.add(card)
    if not drawn:
        raise UsageError(
            "None of the questions of this paper is in the deck any more",
            todo="Get the deck as it was from whoever gave you the code",
        )
    order = in_order(drawn, draft.seed) if draft.shuffled else drawn
    edited = bool(changed or missing) or _whole(one.fingerprint for one in order) != whole
    places = tuple(place for place, one in enumerate(order, 1) if one.card in changed)
    return draft._replace(drawn=tuple(order), changed=places, missing=missing, edited=edited)


def fingerprint_of(library: Library, card: str) -> str:
    """The fingerprint of a card as the library has it now; empty if it hasn't got it."""
    found = library.question(card)
    return fingerprint(found[0], Card.parse(card).face) if found else ""


def _decks(names: Sequence[int], library: Library) -> tuple[str, ...]:
    at_hand = {_top(entry.id, _DECK_BITS): entry.id for entry in library.decks()}
    missing = sum(name not in at_hand for name in names)
    if missing:
        many = "A deck" if len(names) == 1 else f"{missing} of the {len(names)} decks"
        raise UsageError(
            f"{many} that this paper was drawn from {'is' if missing == 1 else 'are'} not here",
            todo="Get the deck file from whoever gave you the code, and take it in with 'quizapp add'",
        )
    if len(set(names)) < len(names):
        raise _unreadable()
    return tuple(at_hand[name] for name in names)


def _width(drawn: Sequence[Drawn], pool: Pool) -> int:
    """How many bits it takes to tell the questions drawn from all others.

    Of very many it isn't looked at, but taken so wide that it will do; the check tells apart what is left.
    """
    if len(pool.keys) > _LOOKED_AT:
        return _NAME_BITS
    mine = {one.card for one in drawn}
    cards = (card for place in range(len(pool.keys)) for card in pool.cards(place))
    others = {mark32(card) for card in cards if card not in mine}
    for width in range(max(_LEAST_BITS, len(others).bit_length() + 2), _NAME_BITS):
        names = {_top(card, width) for card in mine}
        if len(names) == len(mine) and names.isdisjoint(other >> (32 - width) for other in others):
            return width
    return _NAME_BITS


def _low(width: int, number: int) -> int:
    """How many lower bits of a gap are written as they are: gaps are about this large."""
    return max(0, width - number.bit_length())


def _top(text: str, width: int) -> int:
    return mark32(text) >> (32 - width)


def _whole(fingerprints: Iterable[str]) -> int:
    return _top("\n".join(fingerprints), _ALL_BITS)
