"""The words in which a learner reads a verdict: one sentence for each rule. No other place has any."""

from collections.abc import Mapping

from quizapp.answer.verdict import Verdict

_SENTENCES: Mapping[str, str] = {
    "all-needed": "Not accepted: {found} of {of} right, and this question counts only when all are.",
    "accents": "Not quite: the letters are right, but the accents matter here.",
    "another-answer": "Not accepted: {given} is a different answer from {wanted}.",
    "another-part": "Not accepted: {given} belongs in another place of this question.",
    "another-word": "Not accepted: {word} is a different word.",
    "between": "Not accepted: {given} is as close to another answer as to the right one.",
    "blank": "No answer given.",
    "case": "Not quite: capital and small letters matter here.",
    "digits": "Not accepted: the number in {given} is a different one.",
    "dont-know": "You said you don't know; here is the answer.",
    "exact": "Right.",
    "in-order": "{found} of {of} follow each other in the right order.",
    "is-false": "Not right: the statement is false.",
    "is-true": "Not right: the statement is true.",
    "missing-word": "Not accepted: a word is missing in {given}.",
    "near": "Not quite: that is close, check the spelling.",
    "negation": "Not accepted: a word like not makes {given} say the opposite.",
    "no-number": "Not accepted: a number is asked for, and {given} can't be read as one.",
    "none-right": "Not right: none of {of}.",
    "normalised": "Right.",
    "number": "Right.",
    "number-off": "Not accepted: {given} is not the number asked for.",
    "number-sign": "Not accepted: check the sign of {given}.",
    "one-only": "Not accepted: only one option can be right here.",
    "outweighed": "Not right: {found} of {of} right, and no fewer that are wrong.",
    "overruled-right": "You said you were right.",
    "overruled-wrong": "You said you were wrong.",
    "partly": "{found} of {of} right.",
    "plural": "Not quite: check whether one or several are asked for.",
    "rejected": "Not accepted: {given} is not the answer here.",
    "revealed": "How well did you know it?",
    "right": "Right.",
    "signs": "Not accepted: a sign in {given} makes it something else.",
    "slip": "Accepted: {slips}, {given}.",
    "too-long": "Not accepted: an answer may have {longest} characters at most.",
    "turned": "Not accepted: the way {word} begins or ends gives it another meaning.",
    "unit": "Not quite: check the unit.",
    "unit-unasked": "Not quite: give the number alone, without a unit.",
    "variant": "Right: {given} is accepted too.",
    "wrong": "Not right.",
    "wrong-option": "Not right.",
}
_QUOTED = ("given", "word")
_SLIPS = {"1": "one slip", "2": "two slips"}
_UNQUOTED_RULES = frozenset({"another-answer"})


def sentence(verdict: Verdict) -> str:
    """Say in a sentence what was decided and why; the teacher's own reason follows it, if there is one."""
    values = dict(verdict.values)
    values["slips"] = _SLIPS.get(values.get("count", ""), "a slip")
    for name in _QUOTED:
        if name in values and verdict.rule not in _UNQUOTED_RULES:
            values[name] = f"'{values[name]}'"
    template = _SENTENCES.get(verdict.rule, _SENTENCES["right" if verdict.score >= 1 else "wrong"])
    text = template.format_map(_Lenient(values))
    return f"{text} {verdict.why}" if verdict.why else text


class _Lenient(dict[str, str]):
    """Values of a verdict read from an old log may lack a name; its sentence is then shorter, not lost."""

    def __missing__(self, name: str) -> str:
        return "…"
