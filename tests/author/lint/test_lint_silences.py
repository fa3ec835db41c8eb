"""Comments that set a rule aside for one question."""

import pytest

from quizapp.author.lint.engine import Outcome, lint
from quizapp.deck.decoding import text_lines
from quizapp.deck.read import read

HEAD = "format: 1\ndeck: Stars\nsources: {b: {title: B}}\ndefaults: {source: b}\n"
WHY = "explain: It shines by its own light, set free in its core."


def look(text: str) -> Outcome:
    data = (HEAD + text).encode()
    reading = read(data, "stars.deck.yaml")
    assert reading.deck is not None
    return lint(reading.deck, text_lines(data))


def codes(outcome: Outcome) -> list[str]:
    return [problem.code for problem in outcome.problems]


def entry(name: str, *, above: str = "", inside: str = "", behind: str = "", below: str = "") -> str:
    """A question that breaks F4, with comments in every place."""
    keys = f"    question: Is {name} a star?\n    answer: 'Yes'\n    {WHY}\n"
    return f"{above}  - id: {name}{behind}\n{inside}{keys}{below}"


IGNORE = "# quizapp: ignore F4 because the exam asks so"


@pytest.mark.parametrize(
    "places",
    [
        {"above": f"  {IGNORE}\n"},
        {"above": f"  {IGNORE}\n  # more about it\n"},
        {"above": f"    {IGNORE}\n"},
        {"inside": f"    {IGNORE}\n"},
        {"behind": f"  {IGNORE}"},
        {"below": f"    {IGNORE}\n"},
    ],
)
def test_a_comment_above_or_in_a_question_silences_the_rule_there_only(places: dict[str, str]) -> None:
    outcome = look("questions:\n" + entry("Vega", **places) + "\n" + entry("Mizar"))
    assert [(silenced.problem.code, silenced.reason) for silenced in outcome.silenced] == [
        ("F4", "the exam asks so")
    ]
    assert codes(outcome).count("F4") == 1
    assert "Q3" not in codes(outcome)


def test_a_comment_at_the_dash_between_two_questions_belongs_to_the_lower_one() -> None:
    outcome = look("questions:\n" + entry("Vega") + f"\n  {IGNORE}\n" + entry("Mizar"))
    line = next(problem.line for problem in outcome.problems if problem.code == "F4")
    assert line == len(HEAD.splitlines()) + 3
    assert len(outcome.silenced) == 1


def test_without_a_reason_nothing_is_silenced() -> None:
    outcome = look("questions:\n  # quizapp: ignore F4\n" + entry("Vega"))
    assert not outcome.silenced
    assert {"F4", "Q1"} <= set(codes(outcome))


@pytest.mark.parametrize("comment", ["# quizapp: ignore", "# quizapp: hush F4 because it is so"])
def test_a_comment_that_is_not_understood_is_told(comment: str) -> None:
    assert "Q1" in codes(look(f"questions:\n  {comment}\n" + entry("Vega")))


def test_several_rules_are_silenced_by_one_comment() -> None:
    comment = "# quizapp: ignore f4, E1 because it is an old exam"
    text = f"questions:\n  {comment}\n  - statement: Vega never shines.\n    answer: false\n"
    outcome = look(text.replace("f4, E1", "B1 and e1"))
    assert {silenced.problem.code for silenced in outcome.silenced} == {"B1", "E1"}


def test_an_unknown_rule_and_one_that_finds_nothing_are_told() -> None:
    outcome = look("questions:\n  # quizapp: ignore F4, O5, O99 because it is so\n" + entry("Vega"))
    told = [(problem.code, problem.values["rule"]) for problem in outcome.problems if problem.code[0] == "Q"]
    assert sorted(told) == [("Q2", "O99"), ("Q3", "O5")]


def test_a_rule_that_could_not_be_asked_may_be_silenced_all_the_same() -> None:
    outcome = look("questions:\n  # quizapp: ignore S6, F4 because it is a fixed phrase\n" + entry("Vega"))
    assert "S6" in outcome.skipped
    assert "Q3" not in codes(outcome)


def test_a_comment_above_the_questions_holds_for_the_deck_as_a_whole() -> None:
    text = "# quizapp: ignore S1 because it is general knowledge\nformat: 1\ndeck: D\nquestions:\n"
    data = (text + entry("Vega")).encode()
    reading = read(data, "d.deck.yaml")
    assert reading.deck is not None
    outcome = lint(reading.deck, text_lines(data))
    assert [silenced.problem.code for silenced in outcome.silenced] == ["S1"]


def test_a_comment_of_a_broken_question_touches_no_other() -> None:
    broken = f"  {IGNORE}\n  - id: broken\n    question: Is it?\n    anser: x\n"
    outcome = look("questions:\n" + entry("Vega") + broken + entry("Mizar"))
    assert codes(outcome).count("F4") == 2
    assert not outcome.silenced
    assert "Q3" not in codes(outcome)


def test_questions_of_one_line_and_without_indent_are_found_too() -> None:
    flow = f"- {{id: a, question: Is it a star?, answer: 'Yes', {WHY.replace(',', '')}}}"
    outcome = look(
        f"questions:\n{IGNORE}\n{flow}\n{flow.replace('id: a', 'id: b').replace('it', 'she')}  {IGNORE}\n"
    )
    assert [silenced.problem.code for silenced in outcome.silenced] == ["F4", "F4"]
