"""Short answers: a question answered by typing."""

from typing import Any

from quizapp.deck.fields import SHORT, Field, Flag, Plain, Several
from quizapp.deck.kinds.kind import ACCENTS, CASE, QUESTION, TYPOS, Answer, Entry, Kind, texts, wrongs
from quizapp.deck.model import FRONT, ShortAnswer, Wrong


def _build(entry: Entry) -> ShortAnswer | None:
    values = entry.values
    before = entry.report.errors
    if values.pop("typed", True) is False:
        entry.problem("E127", "typed")
    right = {values["answer"], *values.get("accept", ())}
    for place, refused in enumerate(values.get("reject", ())):
        if refused.text in right:
            entry.problem("E126", "reject", place, value=refused.text)
    return ShortAnswer(**values) if entry.report.errors == before else None


def _thaw(values: list[Any]) -> ShortAnswer:
    question, answer, accept, reject, *rest = values
    return ShortAnswer(question, answer, tuple(accept), tuple(Wrong(*wrong) for wrong in reject), *rest)


KIND = Kind(
    name="short answer",
    body=ShortAnswer,
    told_by=("typed", "accept", "reject", "typos", "case", "accents"),
    about="A question answered by typing; slips of the keyboard are forgiven.",
    fields=(
        QUESTION,
        Field(
            "answer",
            Answer("a short answer question", SHORT),
            "The right answer.",
            "The right answer",
            required=True,
        ),
        Field("typed", Flag(), "Makes a question with an answer a typed one.", "true"),
        Field("accept", texts(single=True), "Other answers that are right too.", "[another wording]"),
        Field(
            "reject",
            Several(wrongs(Plain()), 1, single=True, commas=False),
            "Answers that are wrong though they look right, each with a reason if you like.",
            "[{text: a lookalike, why: It is something else.}]",
        ),
        TYPOS,
        CASE,
        ACCENTS,
    ),
    build=_build,
    asks=lambda body, _face: body.question,
    answers=lambda body, _face: body.answer,
    thaw=_thaw,
    blanks=lambda _body, _face: 1,
    typed=lambda body: tuple((FRONT, text) for text in (body.answer, *body.accept)),
)
