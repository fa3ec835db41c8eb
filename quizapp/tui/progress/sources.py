"""Section 6: documents as maps, a sign for each paragraph."""

from collections.abc import Iterator, Sequence

from quizapp.report.documents import Asked, DocumentMap, Knowledge, Paragraph
from quizapp.report.how import HOW
from quizapp.text import counted
from quizapp.tui.progress.drawing import BLANK, asked, prose
from quizapp.tui.progress.view import View
from quizapp.tui.widgets.board import Mark, Row

SIGNS = {Knowledge.LEARNED: "■", Knowledge.SHAKY: "◪", Knowledge.UNSEEN: "□"}
_TONES = {Knowledge.LEARNED: "accent", Knowledge.SHAKY: "accent", Knowledge.UNSEEN: "text"}
_NONE = "·"
_NAME = 6
_LOT = 10
_MOST = 50
_TOLD = 3
_ROOMY = 44


def rows(view: View, width: int) -> list[Row]:
    """One document under the other: its title, what is known of it, and its map."""
    found: tuple[DocumentMap, ...] = view.found
    if not found:
        return [*_none(view, width)]
    made = [_legend(width)]
    for number, one in enumerate(found):
        made += [BLANK, *_document(one, number, width)]
    return made


def said(view: View, stop: str) -> list[str]:
    """The paragraph at the cursor, and what is asked of it."""
    place = place_of(view.found, stop)
    if place is None:
        return []
    _, paragraph = place
    where = "The document as a whole" if paragraph.number is None else f"Paragraph {paragraph.number}"
    questions = paragraph.questions
    told = [f"{where}: {paragraph.knowledge.value}, {counted(len(questions), 'question')}."]
    told += [f"{SIGNS[one.knowledge]} {asked(view.text(one.question))}" for one in questions[:_TOLD]]
    more = len(questions) - _TOLD
    return [*told, *([f"and {more} more"] if more > 0 else [])]


def how(_: View, __: str) -> str:
    """How it is computed."""
    return HOW["documents"]


def place_of(found: Sequence[DocumentMap], stop: str) -> tuple[DocumentMap, Paragraph] | None:
    """The document and the paragraph of a stop."""
    document, _, number = stop.partition(":")
    if not document.isdigit() or int(document) >= len(found):
        return None
    one = found[int(document)]
    wanted = int(number) if number else None
    paragraph = next((each for each in one.paragraphs if each.number == wanted), None)
    return None if paragraph is None else (one, paragraph)


def sign(one: Asked) -> str:
    """How a question is known, for a list of them."""
    return SIGNS[one.knowledge]


def _legend(width: int) -> Row:
    gap, none = ("  ", "no question") if width >= _ROOMY else (" ", "none")
    said = [
        mark
        for state, sign in SIGNS.items()
        for mark in (Mark(sign, _TONES[state]), Mark(f" {state.value}{gap}"))
    ]
    return Row((*said, Mark(f"{_NONE} {none}", "quiet")))


def _document(one: DocumentMap, number: int, width: int) -> Iterator[Row]:
    yield from prose(one.document.title, width, "strong")
    counts = {state: one.paragraphs_at(state) for state in Knowledge}
    parts = ", ".join(f"{count} {state.value}" for state, count in counts.items() if count)
    yield from prose(f"{counted(len(one.paragraphs), 'paragraph')} with questions: {parts}.", width, "quiet")
    signs = {each.number: each.knowledge for each in one.paragraphs}
    wide = 2 if (width - _NAME) // 2 >= 2 * _LOT else 1
    most = max(_LOT, min(_MOST, (width - _NAME) // wide // _LOT * _LOT))
    last = max((place for place in signs if place is not None), default=0)
    for start in range(1, last + 1, most):
        cells = [_cell(number, at, signs.get(at), wide) for at in range(start, min(start + most, last + 1))]
        yield Row((Mark(f"{start:>{_NAME - 2}}  ", "quiet"), *(mark for cell in cells for mark in cell)))
    if None in signs:
        whole = Mark(SIGNS[signs[None]], _TONES[signs[None]], stop=f"{number}:")
        yield Row((Mark(" " * _NAME), whole, Mark(" the document as a whole", "quiet")))


def _cell(document: int, number: int, state: Knowledge | None, wide: int) -> tuple[Mark, ...]:
    if state is None:
        one = Mark(_NONE, "quiet")
    else:
        one = Mark(SIGNS[state], _TONES[state], stop=f"{document}:{number}")
    return (one, Mark(" ")) if wide > 1 else (one,)


def _none(view: View, width: int) -> Iterator[Row]:
    if view.started or view.ask.selection.decks:
        yield from prose("The cards shown here name no document they were drawn from.", width, "strong")
        yield from prose(
            "Where a deck's questions name their source, its documents stand here as maps: what of them you"
            " know, paragraph by paragraph.",
            width,
        )
    else:
        yield from prose("No deck is started, so there is no document to show.", width, "strong")
        yield from prose("Press Enter on a deck in the list of decks, or d here to look at one.", width)
