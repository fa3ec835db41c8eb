"""A card in words: what is asked, what is right, how it went, how it stands."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.answer.verdict import Part, Result, Verdict
from quizapp.deck.model import Question
from quizapp.line.words import PHASES, RATINGS
from quizapp.memory.model import Phase, Rating
from quizapp.memory.spans import span
from quizapp.study.item import Item
from quizapp.study.sitting import Offer
from quizapp.text import counted

if TYPE_CHECKING:
    from quizapp.author.passage import Passage

RESULTS = {Result.CORRECT: "Right", Result.PARTLY: "Partly right", Result.WRONG: "Wrong"}
# A sentence that begins so has said the result already.
_TELLING = ("Right", "Not right")


def asked(item: Item) -> Iterator[str]:
    """Say where the card stands and what it asks."""
    yield f"{PHASES[item.phase]}, from {item.deck_title}."
    yield item.asks
    image = item.question.image
    if image is not None:
        yield f"Picture: {image.alt} (file {image.file})"


def judged(verdict: Verdict, sentence: str, labels: tuple[str, ...] | None) -> Iterator[str]:
    """Say what the judge found, then each part under its label, where the kind has parts to tell."""
    result = RESULTS.get(verdict.result)
    yield sentence if result is None or sentence.startswith(_TELLING) else f"{result}. {sentence}"
    for place, part in enumerate(() if labels is None else verdict.parts):
        label = f"{labels[place]}: " if labels and place < len(labels) else ""
        yield f"- {label}{_part(part)}"


def answered(item: Item) -> Iterator[str]:
    """Say the right answer and what the teacher says about it."""
    yield f"Answer: {item.answers}"
    yield from explained(item.question)


def explained(question: Question) -> Iterator[str]:
    """Say the teacher's explanation, if there is one."""
    if question.explain:
        yield f"Explanation: {question.explain}"


def passage(passage: "Passage") -> Iterator[str]:
    """Say what a question rests on: the sentences first, then the paragraph they stand in."""
    yield f"Source: {passage.heading}. {passage.said}"
    if passage.url and not passage.sentences:
        yield f"It can be had at {passage.url}"
    marked = " ".join(text for text, rests in passage.sentences if rests)
    if marked:
        yield f"It says: {marked}"
    if marked != passage.text:
        yield f"In its paragraph: {passage.text}"


def offered(offers: tuple[Offer, ...]) -> str:
    """Say which ratings can be given, with their numbers and intervals."""
    return ", ".join(f"{offer.rating.value} {RATINGS[offer.rating]} ({offer.interval})" for offer in offers)


def rated(rating: Rating, interval: str) -> str:
    """Say what the memory was told, and when the card comes back; practice changes nothing."""
    if interval in ("", "practice"):
        return f"{RATINGS[rating]}, for practice: the card stays due when it was."
    return f"{RATINGS[rating]}: it comes back in {interval}."


def standing(item: Item, today: int) -> Iterator[str]:
    """Say why this card is asked now."""
    stands = item.standing
    if item.phase is Phase.NEW:
        yield "This card is new: you have not answered it yet."
    elif stands.due_at is not None:
        yield "You are still learning this card, so it comes back after minutes instead of days."
    else:
        yield f"This card is due: it was to come back {_interval(stands.interval)} after the last answer."
    if stands.reviews:
        last = "" if stands.last_day is None else f", the last time {_ago(today - stands.last_day)}"
        forgotten = f" and forgotten it {counted(stands.lapses, 'time')}" if stands.lapses else ""
        yield f"You have answered it {counted(stands.reviews, 'time')}{last}{forgotten}."
    if stands.flag:
        yield f"It has flag {stands.flag}."


def _part(part: Part) -> str:
    if part.right:
        said = f"right, {part.given}" if part.given else "right"
    elif part.given is None:
        said = f"missing, {part.wanted}"
    elif part.wanted is None:
        said = f"wrong, {part.given}"
    else:
        said = f"wrong, {part.given}; right is {part.wanted}"
    return f"{said} ({part.why})" if part.why else said


def _interval(days: int) -> str:
    return span(days=days) if days else "some minutes"


def _ago(days: int) -> str:
    return {0: "today", 1: "yesterday"}.get(days, f"{span(days=max(days, 0))} ago")
