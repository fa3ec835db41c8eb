"""The card a sitting stands at."""

from typing import NamedTuple

from quizapp.answer.layout import Layout, layout
from quizapp.answer.verdict import Verdict
from quizapp.deck.identity import fingerprint
from quizapp.deck.kinds import answers, asks, self_rated
from quizapp.deck.model import Card, Question
from quizapp.library.library import Library
from quizapp.memory.model import Decision, Phase, Rating
from quizapp.store.queries import Waiting
from quizapp.store.standing import Standing
from quizapp.store.store import Wording


class Item(NamedTuple):
    """A card and all that is needed to ask it.

    asks, answers: the prompt and the right answer as plain text. layout: the order in which options
    are shown. notice: something to say before asking.
    """

    card: Card
    question: Question
    face: str
    deck_title: str
    language: str
    standing: Standing
    layout: Layout
    asks: str
    answers: str
    fingerprint: str
    notice: str | None

    @property
    def phase(self) -> Phase:
        """Where the card stood before this answer."""
        return self.standing.phase

    @property
    def self_rated(self) -> bool:
        """Tell whether the learner rates themselves."""
        return self_rated(self.question.body)

    @property
    def hints(self) -> tuple[str, ...]:
        """The teacher's hints, in the order in which they are shown."""
        return self.question.hints

    @property
    def wording(self) -> Wording:
        """The wording asked, for the log."""
        return Wording(self.fingerprint, str(self.card), self.asks, self.answers, self.question.kind)


class Past(NamedTuple):
    """A card that was answered, what the judge said, and the rating it has."""

    item: Item
    verdict: Verdict
    rating: Rating


def item_of(library: Library, standing: Standing, seed: str | None = None) -> Item | None:
    """Return the item of a card, or None if no deck at hand has it.

    seed: of the order in which options are shown; else it follows from the card and its reviews.
    """
    card = Card.parse(standing.card)
    found = library.question(card)
    if found is None:
        return None
    question, entry = found
    asked = fingerprint(question, card.face)
    return Item(
        card=card,
        question=question,
        face=card.face,
        deck_title=entry.title,
        language=entry.language,
        standing=standing,
        layout=layout(question.body, card.face, seed or f"{card}:{standing.reviews}"),
        asks=asks(question.body, card.face),
        answers=answers(question.body, card.face),
        fingerprint=asked,
        notice=_changed(standing.wording, asked),
    )


def _changed(before: str | None, now: str) -> str | None:
    """Say that the answer was another one when this card was last answered, if it was."""
    if before is None:
        return None
    old, new = before.split(":"), now.split(":")
    if old[0] != new[0] or old[-1] == new[-1]:
        return None
    return "The answer to this question has changed since you last answered it."


def waiting_of(item: Item, decision: Decision | None = None) -> Waiting:
    """Return the card's place in the queue: as it stands, or as it was just decided."""
    standing, card = item.standing, item.card
    return Waiting(
        card=str(card),
        deck=card.deck,
        question=f"{card.deck}/{card.question}",
        phase=decision.phase if decision else standing.phase,
        due_day=decision.due_day if decision else standing.due_day,
        due_at=decision.due_at if decision else standing.due_at,
        last_day=standing.last_day,
        memory=decision.memory if decision else standing.memory,
        position=0,
        interval=decision.interval if decision else standing.interval,
    )
