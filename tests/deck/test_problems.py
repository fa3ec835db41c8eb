"""Each mistake a teacher can make ends in one message, at its place; the sound questions stay."""

from typing import NamedTuple

import pytest

from quizapp.deck.messages import MESSAGES, cure, what
from quizapp.deck.model import Flashcard
from quizapp.deck.problems import MOST, Problem
from quizapp.deck.read import Reading, read

HEAD = "deck: t\nquestions:\n"
SOUND = "  - question: sound\n    answer: sound\n"


class Case(NamedTuple):
    """An entry of `questions` (from line 3 on) and the one problem it has."""

    entry: str
    code: str
    line: int
    column: int
    length: int = 1


def reading(text: str) -> Reading:
    return read(text.encode(), "x.deck.yaml")


def places(problems: tuple[Problem, ...]) -> list[tuple[str, int, int, int]]:
    return [(problem.code, problem.line, problem.column, problem.length) for problem in problems]


CASES = {
    "unknown key": Case("  - question: a\n    anser: b\n", "E101", 4, 5, 5),
    "unknown key of nothing known": Case("  - question: a\n    answer: b\n    zzz: 1\n", "E100", 5, 5, 3),
    "misspelt telling key": Case("  - question: a\n    answer: b\n    wrongs: [c]\n", "E101", 5, 5, 6),
    "misspelt statement": Case("  - statment: a\n    answer: true\n", "E101", 3, 5, 8),
    "missing answer": Case("  - question: a\n", "E102", 3, 5),
    "missing question": Case("  - answer: a\n", "E102", 3, 5),
    "wrong without answer": Case("  - question: a\n    wrong: [b]\n", "E102", 3, 5),
    "answer without a value": Case("  - question: a\n    answer:\n", "E104", 4, 5, 6),
    "empty answer": Case("  - question: a\n    answer: ''\n", "E104", 4, 13, 2),
    "key of another kind": Case("  - statement: a\n    answer: no\n    tolerance: 5\n", "E103", 5, 5, 9),
    "keys of another kind": Case("  - cloze: '[[a]]'\n    question: b\n    answer: c\n", "E103", 4, 5, 8),
    "key of another kind on a flashcard": Case(
        "  - question: a\n    answer: b\n    unit: g\n", "E103", 5, 5, 4
    ),
    "answer is a list": Case("  - question: a\n    answer: [b, c]\n", "E123", 4, 13),
    "typed answer is a list": Case("  - question: a\n    answer: [b]\n    typed: true\n", "E123", 4, 13),
    "typed false": Case("  - question: a\n    answer: b\n    typed: false\n", "E127", 5, 12, 5),
    "text where a list is wanted": Case("  - question: a\n    order: first\n", "E105", 4, 12, 5),
    "list where text is wanted": Case("  - question: a\n    answer: {b: c}\n", "E113", 4, 13),
    "question is text": Case("  - what?\n", "E140", 3, 5, 5),
    "question is a list": Case("  - [a, b]\n", "E140", 3, 5),
    "statement neither true nor false": Case("  - statement: a\n    answer: maybe\n", "E108", 4, 13, 5),
    "level out of range": Case("  - question: a\n    answer: b\n    level: 4\n", "E109", 5, 12),
    "level isn't a number": Case("  - question: a\n    answer: b\n    level: hard\n", "E109", 5, 12, 4),
    "level of 5,000 digits": Case(
        f"  - question: a\n    answer: b\n    level: {'9' * 5000}\n", "E109", 5, 12, 5000
    ),
    "unknown word": Case("  - question: a\n    answer: b\n    typos: some\n", "E110", 5, 12, 4),
    "ordering of one": Case("  - question: a\n    order: [b]\n", "E107", 4, 12),
    "item twice": Case("  - question: a\n    order: [b, c, b]\n", "E121", 4, 19),
    "option twice": Case("  - question: a\n    answer: b\n    wrong: [c, c]\n", "E121", 5, 16),
    "right and wrong": Case("  - question: a\n    answer: b\n    wrong: [c, {text: b}]\n", "E120", 5, 16),
    "accepted and refused": Case("  - question: a\n    answer: b\n    reject: [c, b]\n", "E126", 5, 17),
    "left side twice": Case("  - question: a\n    pairs: {b: c, d: e, b: f}\n", "E016", 4, 25),
    "extra that belongs": Case("  - question: a\n    pairs: {b: c, d: e}\n    extra: [e]\n", "E124", 5, 13),
    "need more than there is": Case("  - question: a\n    list: [b, c]\n    need: 3\n", "E125", 5, 11),
    "empty wording in a list": Case("  - question: a\n    list: [b, c |]\n", "E137", 4, 15, 3),
    "wording twice in a list": Case("  - question: a\n    list: [b, c | b]\n", "E121", 4, 15, 5),
    "number in words": Case("  - question: a\n    number: three\n", "E112", 4, 13, 5),
    "number with a comma": Case("  - question: a\n    number: 1,5\n", "E112", 4, 13, 3),
    "number too long": Case(f"  - question: a\n    number: {'9' * 41}\n", "E112", 4, 13, 41),
    "tolerance below nothing": Case("  - question: a\n    number: 1\n    tolerance: -1\n", "E112", 5, 16, 2),
    "units without a unit": Case("  - question: a\n    number: 1\n    units: {mg: 1}\n", "E128", 5, 12),
    "unit among units": Case(
        "  - question: a\n    number: 1\n    unit: g\n    units: {g: 1}\n", "E129", 6, 12
    ),
    "factor of nothing": Case(
        "  - question: a\n    number: 1\n    unit: g\n    units: {mg: 0}\n", "E112", 6, 17
    ),
    "unknown document": Case("  - question: a\n    answer: b\n    source: clinic\n", "E116", 5, 13, 6),
    "unknown document in a mapping": Case(
        "  - question: a\n    answer: b\n    source: [{doc: web, page: 1}]\n", "E116", 5, 20, 3
    ),
    "source without doc": Case("  - question: a\n    answer: b\n    source: {page: 1}\n", "E102", 5, 13),
    "unknown key in a source": Case(
        "  - question: a\n    answer: b\n    source: {dok: c}\n", "E101", 5, 14, 3
    ),
    "image outside the folder": Case(
        "  - question: a\n    answer: b\n    image: {file: ../x.png, alt: c}\n", "E118", 5, 19, 8
    ),
    "image anywhere": Case(
        "  - question: a\n    answer: b\n    image: {file: /x.png, alt: c}\n", "E118", 5, 19, 6
    ),
    "image without alt": Case("  - question: a\n    answer: b\n    image: {file: x.png}\n", "E102", 5, 12),
    "id with a slash": Case("  - id: a/b\n    question: a\n    answer: b\n", "E115", 3, 9, 3),
    "id with a space": Case("  - id: a b\n    question: a\n    answer: b\n", "E115", 3, 9, 3),
    "id too long": Case(f"  - id: {'a' * 81}\n    question: a\n    answer: b\n", "E115", 3, 9, 81),
    "question too long": Case(f"  - question: {'a' * 10_001}\n    answer: b\n", "E106", 3, 15, 10_001),
    "option too long": Case(
        f"  - question: a\n    answer: b\n    wrong: [{'a' * 501}]\n", "E106", 5, 13, 501
    ),
    "too many options": Case(f"  - question: a\n    order: [{'a, ' * 201}]\n", "E107", 4, 12),
    "no gap": Case("  - cloze: nothing\n", "E130", 3, 12, 7),
    "gap never closed": Case("  - cloze: a [[b] c\n", "E131", 3, 14, 2),
    "empty wording": Case("  - cloze: a [[b|]] c\n", "E132", 3, 18),
    "second hint": Case("  - cloze: a [[b::c::d]]\n", "E133", 3, 20, 2),
    "bad label": Case("  - cloze: 'a [[#l/l b]]'\n", "E134", 3, 17, 4),
    "gap in a gap": Case('  - cloze: "a [[b [[c]] d]]"\n', "E135", 3, 19, 2),
    "two gaps of one name": Case("  - cloze: a [[CD4+]] or [[CD4-]]\n", "E136", 3, 26, 8),
    "gap in folded text": Case("  - cloze: >\n      a [[b\n      c\n", "E131", 3, 12),
    "gap behind an escape": Case('  - cloze: "a\\tb [[c"\n', "E131", 3, 12),
    "key twice": Case("  - question: a\n    answer: b\n    answer: c\n", "E016", 5, 5, 6),
    "escape character": Case('  - question: "a\\e[31m"\n    answer: b\n', "E111", 3, 15, 9),
    "hex escape": Case('  - question: a\n    answer: "\\x1b"\n', "E111", 4, 13, 6),
    "bidi override by escape": Case(
        '  - question: a\n    answer: b\n    hint: ["\\u202e"]\n', "E111", 5, 12, 8
    ),
    "escape in a left side": Case('  - question: a\n    pairs: {"b\\e": c, d: e, f: g}\n', "E111", 4, 13),
    "control character": Case("  - question: a\x1bb\n    answer: b\n", "E003", 3, 16),
    "bidi override": Case("  - question: ab\u202ecd\n    answer: b\n", "E003", 3, 17),
    "alias": Case("  - question: a\n    answer: *bold\n", "E012", 4, 13),
    "bold text": Case("  - question: a\n    answer: *bold* text\n", "E012", 4, 13),
    "anchor": Case("  - question: &a a\n    answer: b\n", "E012", 3, 15),
    "tag": Case("  - question: !!python/object/apply:os.system [ls]\n    answer: b\n", "E012", 3, 15),
    "percent": Case("  - question: a\n    answer: %50\n", "E012", 4, 13),
    "at": Case("  - question: a\n    answer: @home\n", "E012", 4, 13),
    "backtick": Case("  - question: a\n    answer: `code`\n", "E012", 4, 13),
    "greater": Case("  - question: a\n    answer: > 5\n", "E012", 4, 13),
    "pipe": Case("  - question: a\n    answer: | 5\n", "E012", 4, 13),
    "bracket": Case("  - cloze: [[a]] is b\n", "E012", 3, 12),
    "only a bracket": Case("  - cloze: [[a]]\n", "E113", 3, 12),
    "brace": Case("  - question: a\n    answer: {b} c\n", "E012", 4, 13),
    "bracket never closed": Case("  - question: a\n    order: [b, c\n", "E023", 4, 12),
    "behind the quote": Case('  - question: "Foo" means what?\n    answer: b\n', "E010", 3, 21, 11),
    "quote never closed": Case('  - question: "Foo\n    answer: b\n', "E022", 3, 15),
    "colon": Case("  - question: What is X: the thing?\n    answer: b\n", "E011", 3, 24),
    "TAB": Case("  - question: a\n\tanswer: b\n", "E013", 4, 1),
    "Anki's gap": Case("  - cloze: {{c1::x}} is y\n", "E018", 3, 12),
    "Anki's gap alone": Case("  - question: a\n    answer: {{c1::x}}\n", "E018", 4, 13),
    "merge key": Case("  - question: a\n    answer: b\n    <<: *x\n", "E021", 5, 5, 2),
    "too deep": Case(f"  - question: {'[' * 100_000}\n    answer: b\n", "E019", 3, 24),
    "list as key": Case("  - question: a\n    answer: b\n    ? [x, y]\n    : c\n", "E017", 5, 7),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_broken_question_costs_that_question_only(case: Case) -> None:
    found = reading(HEAD + case.entry + SOUND)
    assert [at[:3] for at in places(found.problems)] == [(case.code, case.line, case.column)]
    assert found.left_out == 1
    assert found.deck is not None
    assert [question.body for question in found.deck.questions] == [Flashcard("sound", "sound")]


@pytest.mark.parametrize("case", [case for case in CASES.values() if case.length > 1])
def test_the_caret_is_as_long_as_what_is_wrong(case: Case) -> None:
    assert places(reading(HEAD + case.entry + SOUND).problems)[0][3] == case.length


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_every_value_its_sentence_needs_is_there(case: Case) -> None:
    for problem in reading(HEAD + case.entry + SOUND).problems:
        assert "…" not in what(problem) or len(what(problem)) > 60
        MESSAGES[problem.code].what.format_map(_Strict(problem.values))
        MESSAGES[problem.code].cure.format_map(_Strict(problem.values))
        assert cure(problem)


class _Strict(dict[str, str]):
    def __missing__(self, key: str) -> str:
        if key in ("then", "more"):
            return ""
        raise AssertionError(f"the sentence has no value for {key}")


WARNINGS = {
    "comment": Case("  - question: What is C #1?\n    answer: b\n", "W203", 3, 25, 3),
    "percent of nothing": Case("  - question: a\n    number: 0.0\n    tolerance: 5%\n", "W204", 5, 16, 2),
    "line separator": Case("  - question: a\u2028b\n    answer: b\n", "W202", 3, 16),
    "next line": Case("  - question: a\x85b\n    answer: b\n", "W202", 3, 16),
}


@pytest.mark.parametrize("case", WARNINGS.values(), ids=WARNINGS.keys())
def test_a_warning_costs_nothing(case: Case) -> None:
    found = reading(HEAD + case.entry + SOUND)
    assert places(found.problems) == [(case.code, case.line, case.column, case.length)]
    assert found.problems[0].severity == "warning"
    assert found.left_out == 0
    assert found.deck is not None
    assert len(found.deck.questions) == 2


def test_an_ordinary_comment_is_none_of_our_business() -> None:
    text = HEAD + "  - question: a  # a note\n    answer: b ## more\n" + SOUND
    assert reading(text).problems == ()


def test_an_odd_line_break_becomes_a_space() -> None:
    found = reading(HEAD + "  - question: a\u2028b\n    answer: c\n")
    assert found.deck is not None
    assert found.deck.questions[0].body == Flashcard("a b", "c")


def test_every_problem_of_a_file_is_told_in_one_go() -> None:
    entries = [case.entry for name, case in CASES.items() if case.code != "E012"]
    text = HEAD
    expected = []
    for entry in entries:
        case = next(case for case in CASES.values() if case.entry == entry)
        expected.append((case.code, text.count("\n") + 1 + case.line - 3, case.column))
        text += entry + SOUND.replace("sound", f"sound {len(expected)}")
    found = reading(text)
    # Some of the broken questions are also equal to one another.
    assert [at[:3] for at in places(found.problems) if at[0] != "E141"] == expected
    assert found.left_out == len(entries)
    assert found.deck is not None
    assert len(found.deck.questions) == len(entries)


def test_several_problems_of_one_question_are_all_told() -> None:
    entry = "  - id: a b\n    question: a\n    level: 9\n    answer: b\n    wrong: [b]\n"
    entry += "    tolerance: 2\n    anser: x\n"
    assert [at[0] for at in places(reading(HEAD + entry + SOUND).problems)] == [
        "E115",
        "E109",
        "E120",
        "E103",
        "E117",
    ]


def test_of_two_questions_with_one_id_the_first_keeps_it() -> None:
    text = HEAD + "  - {id: a, question: b, answer: c}\n  - {id: a, question: d, answer: e}\n"
    found = reading(text)
    assert places(found.problems) == [("E114", 4, 10, 1)]
    assert found.problems[0].values["first"] == "3"
    assert found.deck is not None
    assert [question.body for question in found.deck.questions] == [Flashcard("b", "c")]


def test_of_two_equal_questions_without_ids_the_second_is_the_problem() -> None:
    found = reading(HEAD + SOUND + SOUND)
    assert places(found.problems) == [("E141", 5, 5, 1)]
    assert found.left_out == 1


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "E006", 1, 1),
        ("just text\n", "E006", 1, 1),
        ("- question: a\n  answer: b\n", "E007", 1, 1),
        ("deck: t\n", "E102", 1, 1),
        ("deck: t\nquestions:\n", "E102", 1, 1),
        ("deck: t\nquestions: all\n", "E105", 2, 12),
        ("deck: t\nquestons:\n" + SOUND, "E101", 2, 1),
        ("format: 2\ndeck: t\nquestions:\n  - wrong\n", "E005", 1, 9),
    ],
)
def test_a_file_with_nothing_to_use_is_no_deck(text: str, code: str, line: int, column: int) -> None:
    found = reading(text)
    assert found.deck is None
    assert [at[:3] for at in places(found.problems)] == [(code, line, column)]


@pytest.mark.parametrize(
    ("head", "code", "line", "column"),
    [
        ("titel: x\n", "E100", 1, 1),
        ("licence: x\n", "E101", 1, 1),
        ("id: a/b\n", "E115", 1, 5),
        ("format: one\n", "E109", 1, 9),
        ("language: English please\n", "E112", 1, 11),
        ("reviewed: {on: yesterday, against: x}\n", "E112", 1, 16),
        ("reviewed: {on: 2026-02-30, against: x}\n", "E112", 1, 16),
        ("order: first\n", "E109", 1, 8),
        ("include: ../x\n", "E118", 1, 10),
        ("sources: {a: {titel: b}}\n", "E101", 1, 15),
        ("sources: {a: {title: b, file: /etc/passwd}}\n", "E118", 1, 31),
        ("defaults: {typos: some}\n", "E110", 1, 19),
        ("defaults: {question: a}\n", "E100", 1, 12),
        ("defaults: {source: web}\n", "E116", 1, 20),
        ("about: What is this: a deck\n", "E011", 1, 20),
        ("about: %x\n", "E012", 1, 8),
        ("about: 'x' y\n", "E010", 1, 12),
    ],
)
def test_a_mistake_in_the_head_costs_no_question(head: str, code: str, line: int, column: int) -> None:
    found = reading(head + HEAD + SOUND)
    assert [at[:3] for at in places(found.problems)] == [(code, line, column)]
    assert found.deck is not None
    assert len(found.deck.questions) == 1
    assert found.left_out == 0


def test_a_title_that_cannot_be_read_is_not_also_missing() -> None:
    found = reading("deck: a: b\nquestions:\n" + SOUND)
    assert [at[:3] for at in places(found.problems)] == [("E011", 1, 8)]
    assert found.deck is not None
    assert found.deck.title == "x"


def test_sources_that_cannot_be_read_make_no_source_unknown() -> None:
    text = "deck: t\nsources: {a: {titel: b}}\nquestions:\n  - {question: a, answer: b, source: a}\n"
    assert [at[0] for at in places(reading(text).problems)] == ["E101"]


def test_a_second_document_is_not_read() -> None:
    found = reading(HEAD + SOUND + "---\ndeck: other\n")
    assert places(found.problems) == [("E015", 5, 1, 3)]
    assert found.deck is not None
    assert len(found.deck.questions) == 1


def test_more_problems_than_anyone_reads_are_counted() -> None:
    found = reading(
        HEAD + "".join(f"  - question: {number}\n    anser: b\n" for number in range(500)) + SOUND
    )
    assert len(found.problems) == MOST + 1
    assert found.problems[-1].code == "E000"
    assert found.problems[-1].values["count"] == "300"
    assert found.left_out == 500
    assert found.deck is not None


def test_keys_behind_the_questions_are_read_though_a_question_is_broken() -> None:
    found = reading(HEAD + "  - question: a: b\n" + SOUND + "id: later\nlicense: MIT\n")
    assert found.deck is not None
    assert (found.deck.id, found.deck.license, len(found.deck.questions)) == ("later", "MIT", 1)


def test_questions_may_stand_at_the_margin() -> None:
    found = reading("deck: t\nquestions:\n- question: a: b\n- question: c\n  answer: d\nid: x\n")
    assert [at[:3] for at in places(found.problems)] == [("E011", 3, 14)]
    assert found.deck is not None
    assert (found.deck.id, len(found.deck.questions)) == ("x", 1)


def test_of_a_list_on_one_line_what_stands_before_the_slip_is_kept() -> None:
    found = reading("deck: t\nquestions: [{question: a, answer: b}, {question: c: d, answer: e}, f]\n")
    assert found.problems[0].line == 2
    assert "nothing behind this place was read" in what(found.problems[0])
    assert found.deck is not None
    assert len(found.deck.questions) == 1


def test_a_question_indented_too_far_costs_itself() -> None:
    found = reading(HEAD + SOUND + "   - question: a\n     answer: b\n" + SOUND.replace("sound", "last"))
    assert [at[:2] for at in places(found.problems)] == [("E026", 5)]
    assert found.left_out == 1
    assert found.deck is not None
    assert len(found.deck.questions) == 2


def test_each_question_with_a_byte_that_is_not_utf8_is_left_out_though_one_message_tells_it() -> None:
    entries = "".join(f"  - question: {number} caf\xe9\n    answer: b\n" for number in range(3))
    found = read((HEAD + entries + SOUND).encode("latin-1"), "x")
    assert places(found.problems) == [("E002", 3, 20, 1)]
    assert found.problems[0].values["count"] == "3"
    assert found.left_out == 3
    assert found.deck is not None
    assert [question.body for question in found.deck.questions] == [Flashcard("sound", "sound")]
