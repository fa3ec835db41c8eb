"""Clozes: text with gaps, one card for each."""

from typing import Any, NamedTuple

from quizapp.deck import gaps
from quizapp.deck.fields import LONG, Field, Flag, Plain
from quizapp.deck.kinds.kind import ACCENTS, CASE, TYPOS, Entry, Kind
from quizapp.deck.model import Cloze, Gap
from quizapp.deck.nodes import Node, Text
from quizapp.deck.problems import Report


class Gapped(NamedTuple):
    """The shape of a text with gaps; the gaps themselves are read when the question is built."""

    limit: int

    def read(self, node: Node, key: str, report: Report) -> str | None:
        """Return the text."""
        return Plain(self.limit).read(node, key, report)


def _build(entry: Entry) -> Cloze | None:
    values = entry.values
    text = values.pop("cloze")
    pieces, problems = gaps.parse(text)
    if problems:
        line, column, exact = _place(entry, text)
        for problem in problems:
            shift, length = (problem.offset, problem.length) if exact else (0, 1)
            entry.report.add(problem.code, line, column + shift, length, **problem.words)
        return None
    return Cloze(pieces=pieces, **values)


def _place(entry: Entry, text: str) -> tuple[int, int, bool]:
    """Where the cloze stands, and whether it stands there letter by letter, in one line."""
    node = entry.node("cloze")
    if isinstance(node, Text) and node.end_line == node.line and node.line <= len(entry.report.lines):
        written = entry.report.lines[node.line - 1][node.column - 1 : node.end_column - 1]
        at = written.find(text)
        if at >= 0 and (at == 0 or written[0] in "\"'"):
            return node.line, node.column + at, True
    return node.line, node.column, False


def _asks(body: Cloze, face: str) -> str:
    return "".join(
        piece if isinstance(piece, str) else piece.wording if piece.face != face else _hidden(piece)
        for piece in body.pieces
    )


def _hidden(gap: Gap) -> str:
    return f"[{gap.hint or ''}…]"


def _answers(body: Cloze, face: str) -> str:
    return "; ".join(gap.wording for gap in body.gaps if gap.face == face)


def _faces(body: Cloze) -> tuple[str, ...]:
    return tuple(dict.fromkeys(gap.face for gap in body.gaps))


def _blanks(body: Cloze, face: str) -> int:
    return sum(gap.face == face for gap in body.gaps) if body.typed else 0


def _typed(body: Cloze) -> tuple[tuple[str, str], ...]:
    return tuple((gap.face, text) for gap in body.gaps for text in (gap.wording, *gap.accept))


def _thaw(values: list[Any]) -> Cloze:
    pieces, *rest = values
    return Cloze(tuple(piece if isinstance(piece, str) else _gap(*piece) for piece in pieces), *rest)


def _gap(face: str, wording: str, accept: list[str], hint: str | None) -> Gap:
    return Gap(face, wording, tuple(accept), hint)


KIND = Kind(
    name="cloze",
    body=Cloze,
    told_by=("cloze",),
    about="Text with gaps; each gap makes a card.",
    fields=(
        Field(
            "cloze",
            Gapped(LONG),
            "The text, each gap in double square brackets: [[wording|another::hint]].",
            "'Releasing the [[brake::part of a car]] lets T cells attack.'",
            required=True,
        ),
        Field(
            "typed", Flag(), "false lets learners rate themselves instead of typing.", "false", inherits=True
        ),
        TYPOS,
        CASE,
        ACCENTS,
    ),
    build=_build,
    asks=_asks,
    answers=_answers,
    thaw=_thaw,
    faces=_faces,
    self_rated=lambda body: not body.typed,
    blanks=_blanks,
    typed=_typed,
)
