"""What learners typed, were refused and claimed as right: answers a question may want to accept."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizapp.answer import codec
from quizapp.answer.context import Context
from quizapp.answer.judge import judge
from quizapp.answer.response import Typed
from quizapp.answer.verdict import Result
from quizapp.deck.model import Card, Question, ShortAnswer
from quizapp.deck.syntax import quote
from quizapp.library.entry import Entry
from quizapp.library.library import Library
from quizapp.store.event import Event, Kind
from quizapp.store.store import Store
from quizapp.study.context import Surroundings

RIGHT = "overruled-right"


class Claim(NamedTuple):
    """Something typed that was refused and claimed as right, and how many times."""

    text: str
    times: int


class Overruled(NamedTuple):
    """A card with claims, the most frequent first."""

    card: Card
    question: Question
    entry: Entry
    claims: tuple[Claim, ...]

    @property
    def accept(self) -> str | None:
        """The line to paste into the question in place of its `accept`; None if its kind has none."""
        body = self.question.body
        if not isinstance(body, ShortAnswer):
            return None
        texts = dict.fromkeys([*body.accept, *(claim.text for claim in self.claims)])
        return f"accept: [{', '.join(map(quote, texts))}]"


def overrules(library: Library, store: Store, deck: str) -> list[Overruled]:
    """Return the cards of a deck with claims that its question doesn't accept by now, in their order.

    deck: its id. What was claimed and taken back doesn't count.
    """
    surroundings = Surroundings(library)
    found = []
    for key, *_ in library.places(deck):
        claims = list(claimed(store.events(key)))
        at_hand = library.question(key) if claims else None
        if at_hand is None:
            continue
        question, entry = at_hand
        card = Card.parse(key)
        context = surroundings.of(card, entry.language)
        counts = Counter(text for texts in claims for text in _refused(question, card.face, texts, context))
        if counts:
            ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
            found.append(Overruled(card, question, entry, tuple(Claim(*pair) for pair in ordered)))
    return found


def claimed(events: Iterable[Event]) -> Iterator[tuple[str, ...]]:
    """Return the texts of each typed response that stands as overruled to right, given a card's events."""
    kept = list(events)
    voided = {event.target for event in kept if event.kind is Kind.VOID}
    last: dict[tuple[str, int], Event] = {}
    for event in kept:
        if event.kind is Kind.OVERRIDE and event.key not in voided and event.target not in voided:
            assert event.target is not None
            # An override without a rule only gives another rating or day.
            if event.rule is not None:
                last[event.target] = event
    for event in last.values():
        if event.rule == RIGHT and event.rated_by == "learner" and event.response:
            texts = _typed(event.response)
            if texts:
                yield texts


def _typed(response: str) -> tuple[str, ...]:
    try:
        found = codec.decode(response)
    except ValueError:
        return ()
    return found.texts if isinstance(found, Typed) else ()


def _refused(question: Question, face: str, texts: tuple[str, ...], context: Context) -> set[str]:
    """Return what of a typed response isn't right even now."""
    try:
        verdict = judge(question, face, Typed(texts), context)
    except ValueError:
        # The question was of another kind then, or had such a face.
        return set()
    if verdict.result is Result.CORRECT:
        return set()
    given = [part.given for part in verdict.parts if not part.right] if verdict.parts else [*texts]
    return {" ".join(text.split()) for text in given if text and text.strip()}
