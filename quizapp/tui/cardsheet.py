"""A card's page in blocks: what it asks, how it stands, what is left of its memory, what happened to it."""

from collections.abc import Iterator, Sequence

from quizapp.memory.model import Rating
from quizapp.study.curve import axis, drawn
from quizapp.study.past import Past
from quizapp.study.stand import marks, state
from quizapp.study.why import CardPage
from quizapp.tui.texts import bound, whole
from quizapp.tui.widgets.sheet import Block, Line, Piece

_LABEL = 11
_HEIGHT = 5
_SCALE = 7
_SIGNS = {"correct": ("✓", "right"), "partly": ("◐", "partly"), "wrong": ("✗", "wrong")}
_GAP = Line()


def blocks(page: CardPage, width: int) -> Sequence[Block]:
    """Make the blocks of a card's page; the cursor stops at each part."""
    return [
        Block(tuple(part), stops=True)
        for part in (_asked(page), _stands(page), _memory(page, width), _others(page), _past(page.past))
    ]


def _asked(page: CardPage) -> Iterator[Line]:
    yield Line((Piece(page.asks or "(its words are not known)", "strong", card=True),))
    yield _GAP
    yield _labelled("Answer", Piece(page.answers, "right", card=True))
    if page.wording:
        said = f"{page.wording[0]} – {page.wording[1]}"
        yield _labelled("It was", Piece(said, "quiet"), Piece("  (as you last answered it)", "quiet"))
    if page.question is not None and page.question.explain:
        yield _labelled("Explained", Piece(page.question.explain, card=True))
    for source in page.sources:
        yield _labelled("Source", Piece(bound(source), "quiet"))
    where = f"{page.deck}, {page.kind}" if page.kind else page.deck
    yield _labelled("Deck", Piece(where, "quiet"))
    yield _labelled("Id", Piece(page.key, "quiet"))
    if page.entry is not None and page.question is not None:
        yield _labelled("Written in", Piece(f"{page.entry.path.name}, line {page.question.line}", "quiet"))
    yield _GAP


def _stands(page: CardPage) -> Iterator[Line]:
    stands = (state(page.standing), *marks(page.standing, page.day))
    yield _head("How it stands", ", ".join(stands))
    for sentence in page.due:
        yield Line((Piece(bound(sentence)),))
    for number, sentence in enumerate(page.advice):
        yield Line((Piece(sentence, "partly" if number == 0 else "text"),), (Piece("• " if number else ""),))
    yield _GAP


def _memory(page: CardPage, width: int) -> Iterator[Line]:
    yield _head(
        "What is left of it", f"{page.known * 100:.0f} % now" if page.known is not None else "nothing yet"
    )
    if page.curve is not None:
        yield Line((Piece(bound(page.remembered)),))
        if width >= len(page.curve.points) + _SCALE:
            yield from _drawing(page)
    said = [
        Piece(
            whole(f"{offer.rating.name.capitalize()} {offer.interval}")
            + (", " if offer.rating < Rating.EASY else ".")
        )
        for offer in page.offers
    ]
    yield Line((Piece("Answered now, it would come back: ", "quiet"), *said))
    yield _GAP


def _drawing(page: CardPage) -> Iterator[Line]:
    assert page.curve is not None
    yield _GAP
    for row, line in enumerate(drawn(page.curve, _HEIGHT)):
        label = {0: "100 %", _HEIGHT - 1: "50 %"}.get(row, "")
        yield Line((Piece(line, "accent"),), (Piece(f"{label:>5}  ", "quiet"),))
    yield Line((Piece(axis(page.curve), "strong"),), (Piece(" " * _SCALE),))
    yield Line((Piece("▲ today   | due", "quiet"),), (Piece(" " * _SCALE),))
    yield _GAP


def _others(page: CardPage) -> Iterator[Line]:
    if page.siblings:
        yield _head("Other cards of this question", "")
        for sibling in page.siblings:
            yield Line((Piece(f"{sibling.asks} "), Piece(f" {sibling.stands}", "quiet")), (Piece("• "),))
        yield _GAP


def _past(past: Sequence[Past]) -> Iterator[Line]:
    yield _head("What happened", "newest first" if len(past) > 1 else "")
    if not past:
        yield Line((Piece("Nothing yet.", "quiet"),))
    for event in reversed(past):
        yield from _event(event)


def _event(event: Past) -> Iterator[Line]:
    sign, tone = _SIGNS.get(event.verdict or "", ("·", "quiet"))
    rating = (Piece(f"{event.rating.name.capitalize()}  ", "strong"),) if event.rating else ()
    rest = [*event.notes]
    if event.seconds is not None:
        rest.append(f"{event.seconds:g} s")
    if event.back:
        rest.append(f"back in {event.back}")
    if event.voided:
        rest.append("taken back, doesn't count")
    lead = (Piece(f"{sign} ", tone), Piece(f"{event.at}  ", "quiet"))
    yield Line((*rating, Piece(", ".join(rest), "quiet")), lead)
    said = [part for part in (f"“{event.response}”" if event.response else "", event.reason) if part]
    if said:
        yield Line((Piece("  ".join(said)),), (Piece("  "),))


def _head(title: str, tail: str) -> Line:
    return Line((Piece(title, "accent"), Piece(f"  {tail}" if tail else "", "strong")))


def _labelled(label: str, *pieces: Piece) -> Line:
    return Line(pieces, (Piece(f"{label:<{_LABEL}}", "quiet"),))
