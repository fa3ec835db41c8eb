"""Says of each question whether the passage it rests on still says what it said. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from quizapp.author.documents import Passages, Place
from quizapp.deck.model import Source

Anchors = Mapping[int, int]


class State(StrEnum):
    """How a source stands to its document.

    CONTEXT: the sentence is as it was, but its paragraph isn't. UNPINNED: it carries no hash yet.
    """

    FRESH = "fresh"
    MOVED = "moved"
    CONTEXT = "context changed"
    CHANGED = "changed"
    GONE = "gone"
    MISSING = "document missing"
    UNPINNED = "not pinned"


class Cited(NamedTuple):
    """A source, and its document as far as that is at hand.

    sha256: of the whole document, as the deck has it.
    """

    source: Source
    document: Passages | None
    sha256: str | None = None

    @property
    def place(self) -> Place | None:
        """The place the source names; None if it names the document only."""
        source = self.source
        return None if source.paragraph is None else Place(source.paragraph, source.sentence)


class Finding(NamedTuple):
    """What became of a source. now: where its passage is, or what stands in its place; None if gone."""

    state: State
    now: Place | None = None


def examine(cited: Sequence[Cited]) -> list[Finding]:
    """Say what became of each source.

    A passage is known by its hash. Where one isn't found, the passages around it that are found tell
    which text has taken its place: the sources of all decks are best examined together. A sentence's
    paragraph has changed if its hash says so, or, where the source doesn't carry it, if another source
    rests on a passage of the paragraph that has changed.
    """
    findings: list[Finding | None] = [None] * len(cited)
    groups: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(cited):
        if item.document is None:
            findings[number] = Finding(State.MISSING)
        elif item.place is None:
            findings[number] = Finding(_whole(item.document, item))
        else:
            groups[item.document.hash].append(number)
    for numbers in groups.values():
        document = cited[numbers[0]].document
        assert document is not None
        found = _in_document(document, [cited[number].source for number in numbers])
        for number, finding in zip(numbers, found, strict=True):
            findings[number] = finding
    return [finding for finding in findings if finding is not None]


def _whole(document: Passages, item: Cited) -> State:
    if item.sha256 is None:
        return State.UNPINNED
    return State.FRESH if item.sha256 == document.hash else State.CHANGED


class _Moves(NamedTuple):
    """Where paragraphs are now, and sentences within each paragraph, by their numbers before."""

    paragraphs: Anchors
    sentences: Mapping[int, Anchors]


def _in_document(document: Passages, sources: Sequence[Source]) -> list[Finding]:
    found = [document.nearest(source.hash, _place(source)) if source.hash else None for source in sources]
    moves = _moves(document, sources, found)
    findings = [_finding(document, source, now, moves) for source, now in zip(sources, found, strict=True)]
    hurt = {
        source.paragraph
        for source, finding in zip(sources, findings, strict=True)
        if finding.state in (State.CHANGED, State.GONE)
    }
    return [
        finding._replace(state=State.CONTEXT) if _is_hurt(source, finding, hurt, moves) else finding
        for source, finding in zip(sources, findings, strict=True)
    ]


def _place(source: Source) -> Place:
    return Place(source.paragraph or 0, source.sentence)


def _moves(document: Passages, sources: Sequence[Source], found: Sequence[Place | None]) -> _Moves:
    known = [(_place(source), now) for source, now in zip(sources, found, strict=True) if now]
    paragraphs = [(place.paragraph, now.paragraph) for place, now in known]
    for place, context in {(Place(source.paragraph or 0), source.context) for source in sources}:
        at = document.nearest(context, place) if context else None
        if at is not None:
            paragraphs.append((place.paragraph, at.paragraph))
    anchors = _anchors(paragraphs)
    inside: dict[int, dict[int, int]] = defaultdict(dict)
    for place, now in known:
        if place.sentence and now.sentence and now.paragraph == anchors[place.paragraph]:
            inside[place.paragraph][place.sentence] = now.sentence
    return _Moves(anchors, inside)


def _anchors(pairs: Iterable[tuple[int, int]]) -> Anchors:
    """For each number before, the number now that most passages tell; staying counts for more."""
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for before, now in pairs:
        votes[before][now] += 1
    return {before: _elected(before, counts) for before, counts in votes.items()}


def _elected(before: int, counts: Counter[int]) -> int:
    return max(counts, key=lambda now: (counts[now], now == before, -now))


def _finding(document: Passages, source: Source, now: Place | None, moves: _Moves) -> Finding:
    place = _place(source)
    if source.hash is None:
        there = document.text(place) is not None
        return Finding(State.UNPINNED if there else State.GONE, place if there else None)
    if now is not None:
        if source.context and document.hashes[now.paragraph - 1] != source.context:
            return Finding(State.CONTEXT, now)
        return Finding(State.FRESH if now == place else State.MOVED, now)
    taken = successor(place.paragraph, moves.paragraphs, len(document.paragraphs))
    if taken is None:
        return Finding(State.GONE)
    if place.sentence is None:
        return Finding(State.CHANGED, Place(taken))
    inside = moves.sentences.get(place.paragraph, {})
    sentence = successor(place.sentence, inside, len(document.sentences[taken - 1]))
    return Finding(State.GONE) if sentence is None else Finding(State.CHANGED, Place(taken, sentence))


def _is_hurt(source: Source, finding: Finding, hurt: set[int | None], moves: _Moves) -> bool:
    """Tell whether a sentence that is as it was stands in a paragraph that isn't, as others tell."""
    if source.context or source.sentence is None or finding.state not in (State.FRESH, State.MOVED):
        return False
    assert finding.now is not None
    assert source.paragraph is not None
    if finding.now.paragraph != moves.paragraphs.get(source.paragraph):
        return False
    return source.paragraph in hurt or finding.now.sentence != source.sentence


def successor(before: int, anchors: Anchors, count: int) -> int | None:
    """Return the number now of what had the number `before`; None if nothing can be in its place.

    anchors: where some numbers are now. count: how many there are now.
    """
    if before in anchors:
        return anchors[before]
    lower = max((number for number in anchors if number < before), default=None)
    upper = min((number for number in anchors if number > before), default=None)
    low = 0 if lower is None else anchors[lower]
    high = count + 1 if upper is None else anchors[upper]
    if low >= high:
        # What stood around it has changed places and tells nothing.
        return before if before <= count and before not in anchors.values() else None
    guess = before
    if lower is not None:
        guess = low + before - lower
    elif upper is not None:
        guess = high + before - upper
    return guess if low < guess < high and guess not in anchors.values() else None
