"""What is known of each source document, paragraph by paragraph."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from quizapp.memory.fsrs import retrievability
from quizapp.memory.model import Phase
from quizapp.report.selection import EVERYTHING, Selection, all_time, part_of
from quizapp.report.subjects import Named, Subjects
from quizapp.store import figures
from quizapp.store.figures import Held
from quizapp.store.fold import weights_of
from quizapp.study.desk import Desk

SURE = 0.8
"""A card that is known with at least this chance today counts as learned."""


class Knowledge(StrEnum):
    """LEARNED: every card is in review and known today with a chance of 80 %. UNSEEN: none was answered.

    SHAKY: anything between.
    """

    LEARNED = "learned"
    SHAKY = "shaky"
    UNSEEN = "unseen"


class Asked(NamedTuple):
    """A question on a paragraph: its key, `deck/question`, and how well it is known."""

    question: str
    knowledge: Knowledge


class Paragraph(NamedTuple):
    """A paragraph that questions were drawn from. number: from 1; None: the deck names no paragraph."""

    number: int | None
    knowledge: Knowledge
    questions: tuple[Asked, ...]


class DocumentMap(NamedTuple):
    """A document and its paragraphs with questions, in order."""

    document: Named
    decks: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]

    def paragraphs_at(self, knowledge: Knowledge) -> int:
        """How many paragraphs are known so well."""
        return sum(paragraph.knowledge is knowledge for paragraph in self.paragraphs)


def document_maps(desk: Desk, day: int, selection: Selection = EVERYTHING) -> tuple[DocumentMap, ...]:
    """Return a map of each document that the cards selected were drawn from, in the decks' order.

    Raises UsageError for a tag that no card has.
    """
    part = part_of(desk, selection, all_time())
    cards: dict[str, list[Held]] = {}
    for held in figures.held(desk.store.database, part.cards):
        cards.setdefault(held.question, []).append(held)
    decks = dict.fromkeys(held[0].deck for held in cards.values())
    subjects = Subjects(desk.library, decks)
    places: dict[Named, dict[int | None, list[Asked]]] = {}
    owners: dict[Named, dict[str, None]] = {}
    for question, found in subjects.questions.items():
        if question not in cards:
            continue
        asked = Asked(question, knowledge_of(cards[question], day))
        for cited in found.sources:
            document = subjects.document(found.deck, cited.doc)
            places.setdefault(document, {}).setdefault(cited.paragraph, []).append(asked)
            owners.setdefault(document, {})[found.deck] = None
    return tuple(
        DocumentMap(document, tuple(owners[document]), _paragraphs(found))
        for document, found in places.items()
    )


def knowledge_of(cards: Iterable[Held], day: int) -> Knowledge:
    """How well a question is known, given its cards."""
    return _together(_of_card(card, day) for card in cards)


def _of_card(card: Held, day: int) -> Knowledge:
    if card.memory is None or card.last_day is None:
        return Knowledge.UNSEEN
    known = retrievability(weights_of(None), day - card.last_day, card.memory.stability)
    return Knowledge.LEARNED if card.phase is Phase.REVIEW and known >= SURE else Knowledge.SHAKY


def _together(parts: Iterable[Knowledge]) -> Knowledge:
    found = set(parts)
    return found.pop() if len(found) == 1 else Knowledge.SHAKY


def _paragraphs(places: dict[int | None, list[Asked]]) -> tuple[Paragraph, ...]:
    ordered = sorted(places.items(), key=lambda place: (place[0] is None, place[0] or 0))
    return tuple(
        Paragraph(number, _together(asked.knowledge for asked in questions), tuple(questions))
        for number, questions in ordered
    )
