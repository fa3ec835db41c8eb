"""Multiple choice: one right option, or all that apply."""

from typing import Any

from quizapp.deck.fields import Field, Flag, Plain, Several
from quizapp.deck.kinds.kind import CREDIT, QUESTION, Entry, Kind, wrongs
from quizapp.deck.model import Choice, Wrong
from quizapp.deck.nodes import Items


def _build(entry: Entry) -> Choice | None:
    values = entry.values
    before = entry.report.errors
    answers, wrong = values.pop("answer"), values.pop("wrong")
    entry.repeats("E121", "answer", answers)
    entry.repeats("E121", "wrong", tuple(option.text for option in wrong))
    right = {" ".join(answer.split()) for answer in answers}
    for place, option in enumerate(wrong):
        if " ".join(option.text.split()) in right:
            entry.problem("E120", "wrong", place, value=option.text)
    if entry.report.errors > before:
        return None
    return Choice(answers=answers, wrong=wrong, many=isinstance(entry.node("answer"), Items), **values)


def _thaw(values: list[Any]) -> Choice:
    question, answers, wrong, *rest = values
    return Choice(question, tuple(answers), tuple(Wrong(*option) for option in wrong), *rest)


KIND = Kind(
    name="multiple choice",
    body=Choice,
    told_by=("wrong",),
    about="A question with options, shuffled each time.",
    fields=(
        QUESTION,
        Field(
            "answer",
            Several(Plain(), 1, single=True),
            "The right option; a list asks to choose all that apply.",
            "The right option",
            required=True,
        ),
        Field(
            "wrong",
            Several(wrongs(Plain()), 1, single=True, commas=False),
            "The wrong options, each as text or with the reason why it is wrong.",
            "[A wrong option, {text: Another one, why: It does the opposite.}]",
            required=True,
        ),
        Field("shuffle", Flag(), "false keeps the options in the order written.", "false", inherits=True),
        CREDIT,
    ),
    build=_build,
    asks=lambda body, _face: body.question,
    answers=lambda body, _face: "; ".join(body.answers),
    thaw=_thaw,
    shown=lambda body, _face: body.options,
)
