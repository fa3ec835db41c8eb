"""A card's page: what it asks, what is due and why, what is left of its memory, what happened to it."""

from collections.abc import Sequence
from typing import NamedTuple

from quizapp.deck.identity import fingerprint
from quizapp.deck.kinds import answers, asks
from quizapp.deck.model import Card, Question
from quizapp.errors import UsageError
from quizapp.library.entry import Entry
from quizapp.library.library import Library
from quizapp.memory.fsrs import retrievability
from quizapp.memory.model import Moment, Rating, Scheduling
from quizapp.memory.scheduler import preview
from quizapp.memory.spans import span, span_of
from quizapp.store import browse
from quizapp.store.event import Kind
from quizapp.store.standing import LEECH_AT, Standing
from quizapp.store.store import Store
from quizapp.study import stand
from quizapp.study.context import Surroundings
from quizapp.study.curve import Curve, curve
from quizapp.study.item import item_of
from quizapp.study.past import Asked, Past, past
from quizapp.study.sources import cited


class Sibling(NamedTuple):
    """Another card of the same question."""

    key: str
    asks: str
    stands: str


class Offer(NamedTuple):
    """What a rating would do now: when the card would come back, in words."""

    rating: Rating
    interval: str


class CardPage(NamedTuple):
    """Everything about a card.

    entry, question: None where no deck at hand has it; asks and answers are then those last answered.
    due: what is due and why, in sentences. known: the chance to recall it now, 0 to 1, None while new.
    curve: what is left of its memory. advice: for a leech. wording: the texts last answered, if they were
    others than now.
    """

    key: str
    deck: str
    entry: Entry | None
    question: Question | None
    asks: str
    answers: str
    kind: str
    standing: Standing
    day: int
    due: tuple[str, ...]
    known: float | None
    curve: Curve | None
    past: tuple[Past, ...]
    offers: tuple[Offer, ...]
    siblings: tuple[Sibling, ...]
    sources: tuple[str, ...]
    advice: tuple[str, ...]
    wording: tuple[str, str] | None

    @property
    def remembered(self) -> str:
        """What is left of its memory, in words; empty while it is new."""
        memory = self.standing.memory
        if memory is None or self.known is None:
            return ""
        return (
            f"The chance that you know it now is {self.known * 100:.0f} %. It falls to 90 % within"
            f" {span(days=max(1, round(memory.stability)))} of an answer (its stability)."
            f" Difficulty {memory.difficulty:.1f} of 10."
        )


def card_named(library: Library, store: Store, name: str) -> str:
    """Return the key of the card that is meant: its key, or its question's if that has one card.

    Raises UsageError where there is none, or it has several.
    """
    deck = name.partition("/")[0]
    places = library.places(deck) if "/" in name else []
    if any(place[0] == name for place in places) or store.standing(name) is not None:
        return name
    several = [place[0] for place in places if f"{deck}/{place[1]}" == name]
    if len(several) == 1:
        return several[0]
    if several:
        raise UsageError(f"'{name}' has {len(several)} cards", todo=f"Name one: {', '.join(several)}")
    raise UsageError(
        f"There is no card '{name}'", todo="'quizapp cards' lists cards by their names, such as deck/question"
    )


def card_page(library: Library, store: Store, key: str, moment: Moment, how: Scheduling) -> CardPage:
    """Return everything about the card with this key."""
    standing = store.standing(key) or Standing(key)
    card = Card.parse(key)
    found = library.question(card)
    question, entry = found or (None, None)
    if question is not None and card.face not in {place.face for place in _cards_of(library, card)}:
        question = entry = None
    asked = None
    if question is not None and entry is not None:
        context = Surroundings(library).of(card, entry.language)
        asked = Asked(question, card.face, fingerprint(question, card.face), context)
    item = item_of(library, standing) if question is not None else None
    wording = _wording(store, standing, asked)
    texts = (
        (asks(question.body, card.face), answers(question.body, card.face))
        if question
        else wording or ("", "")
    )
    elapsed = max(0, moment.day - (moment.day if standing.last_day is None else standing.last_day))
    memory = standing.memory
    happened = tuple(past(store.events(key), asked))
    return CardPage(
        key=key,
        deck=entry.title if entry else card.deck,
        entry=entry,
        question=question,
        asks=texts[0],
        answers=texts[1],
        kind=question.kind if question else "",
        standing=standing,
        day=moment.day,
        due=tuple(
            _due(
                standing,
                moment,
                how,
                started=card.deck in _studied(library, store),
                here=question is not None,
                moved=_moved(happened),
            )
        ),
        known=retrievability(how.weights, elapsed, memory.stability) if memory else None,
        curve=curve(how.weights, memory, elapsed, _interval(standing)) if memory else None,
        past=happened,
        offers=tuple(_offers(standing, moment, how, key)),
        siblings=tuple(_siblings(library, store, key, moment.day)),
        sources=cited(library, item) if item else (),
        advice=tuple(_advice(standing)),
        wording=wording if question is not None and wording != texts else None,
    )


def _cards_of(library: Library, card: Card) -> list[Card]:
    return [Card.parse(place[0]) for place in library.places(card.deck) if place[1] == card.question]


def _studied(library: Library, store: Store) -> set[str]:
    return {member for deck in store.started() for member in library.members(deck)}


def _interval(standing: Standing) -> int:
    if standing.due_day is None or standing.last_day is None:
        return standing.interval
    return max(standing.due_day - standing.last_day, 0)


def _wording(store: Store, standing: Standing, asked: Asked | None) -> tuple[str, str] | None:
    """The texts last answered, if the log has others than are asked now."""
    if standing.wording is None or (asked is not None and standing.wording == asked.fingerprint):
        return None
    wording = store.wording(standing.card, standing.wording)
    return None if wording is None else (wording.question, wording.answer)


def _moved(happened: Sequence[Past]) -> bool:
    """Tell whether the day on which a card is due was set by hand since it was last answered."""
    deciding = (one.what for one in reversed(happened) if not one.voided and _decides(one))
    return next(deciding, None) == Kind.RESCHEDULE


def _decides(one: Past) -> bool:
    return one.rating is not None or one.what in {Kind.RESCHEDULE, Kind.RESET, Kind.REVISE}


def _due(
    standing: Standing, moment: Moment, how: Scheduling, *, started: bool, here: bool, moved: bool
) -> list[str]:
    """Say when the card is due, why then, and what keeps it from being asked."""
    said = [_when(standing, moment, how.retention, moved=moved)]
    if not here:
        said.append("No deck at hand has this card any more, so it is not asked. Its log stays.")
    elif not started:
        said.append("Its deck is not started, so it is not asked until you start it.")
    if standing.suspended:
        said.append("It is suspended: it is not asked until you resume it.")
    if stand.buried(standing, moment.day) and standing.buried_until is not None:
        said.append(f"It is put off until {stand.date(standing.buried_until)}.")
    return said


def _when(standing: Standing, moment: Moment, retention: float, *, moved: bool) -> str:
    if standing.due_day is None:
        return (
            "It is new: you have not answered it yet, and it comes when its turn among the new cards comes."
        )
    date = stand.date(standing.due_day)
    if standing.due_at is not None:
        wait = standing.due_at - moment.at
        when = f"in {span(seconds=wait // 1000)}" if wait > 0 else "now"
        return f"It is due {when}: you are still learning it, so it comes back after minutes instead of days."
    left = standing.due_day - moment.day
    why = ": that day was set by hand." if moved else _why(standing, retention)
    if left > 0:
        return f"It is due on {date}, in {span(days=left)}{why}"
    if left == 0:
        return f"It is due today, {date}{why}"
    return f"It was due on {date}, {span(days=-left)} ago{why}"


def _why(standing: Standing, retention: float) -> str:
    if standing.last_day is None or standing.due_day is None:
        return "."
    days = standing.due_day - standing.last_day
    if standing.memory is None or days <= 0:
        return "."
    return (
        f": {span(days=days)} after your last answer, when the chance that you know it should have fallen"
        f" to about the {retention * 100:.0f} % you aim at."
    )


def _offers(standing: Standing, moment: Moment, how: Scheduling, key: str) -> list[Offer]:
    decisions = preview(standing.progress, moment, how, key)
    return [Offer(rating, span_of(decision, moment)) for rating, decision in decisions.items()]


def _siblings(library: Library, store: Store, key: str, day: int) -> list[Sibling]:
    card = Card.parse(key)
    others = [str(other) for other in _cards_of(library, card) if str(other) != key]
    standings = browse.standings(store.database, others)
    found = library.question(card)
    siblings = []
    for other in others:
        standing = standings.get(other) or Standing(other)
        due = stand.due(standing, day)
        stands = ", ".join((stand.state(standing), *((f"due {due}",) if due else ())))
        text = asks(found[0].body, Card.parse(other).face) if found else ""
        siblings.append(Sibling(other, text, stands))
    return siblings


def _advice(standing: Standing) -> list[str]:
    """Say what to do about a card that is forgotten again and again."""
    if not standing.leech:
        return []
    told = f"You have forgotten this card {standing.lapses} times ({LEECH_AT} make a leech)."
    return [f"{told} More of the same rarely helps. One of these does:", *_CURES]


_CURES = (
    "Look at the explanation or the source once more, and make a picture or a sentence of your own of it.",
    "Split the question: if the answer has several parts, ask for each by itself.",
    "Give it a hint, or ask it the other way round. Often two questions are mixed up: name the difference.",
    "If it isn't worth it, suspend it: that costs nothing and can be taken back.",
)
