"""What a preview shows from one save to the next."""

import os
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from support import cards, deck

from quizapp.author.preview import Preview, Spot, begin, kept
from quizapp.author.saves import Stamp, Version, Watch, problems_of, version_of
from quizapp.deck.read import read

CLOZE = '  - id: gaps\n    cloze: "[[One]] and [[two]] and [[three]]."\n'
BROKEN = "  - id: q2\n    anser: x\n"


def version(questions: str, *, extra: str = "") -> Version:
    data = deck("d", questions, extra=extra).encode()
    return Version(Path("d.deck.yaml"), data, read(data, "d.deck.yaml"))


def preview(questions: str, at: int = 0) -> Preview:
    return begin(version(questions)).at(at)


def shown(preview: Preview) -> str:
    assert preview.question is not None
    return preview.question.id


def test_the_place_stays_at_the_same_question_wherever_that_goes() -> None:
    here = preview(cards(3), at=1)
    assert shown(here) == "q2"
    after = here.take(version(cards(2, prefix="new") + cards(3)))
    assert (shown(after), after.spot.at) == ("q2", 3)


def test_the_face_stays_too_unless_it_is_gone() -> None:
    here = preview(cards(1) + CLOZE, at=1).turned(2)
    assert here.spot == Spot(1, "three")
    assert here.take(version(CLOZE)).spot == Spot(0, "three")
    assert here.take(version(CLOZE.replace(" and [[three]]", ""))).spot == Spot(0, "one")


def test_faces_turn_round_and_a_single_one_stays() -> None:
    here = preview(CLOZE)
    assert [here.turned(by).spot.face for by in (1, 2, 3, -1)] == ["two", "three", "one", "three"]
    assert preview(cards(1)).turned() == preview(cards(1))


def test_a_question_that_was_reworded_without_an_id_keeps_the_place_behind_the_one_before() -> None:
    unnamed = "  - {question: What is it?, answer: this}\n"
    here = preview(cards(2) + unnamed, at=2)
    after = here.take(version(cards(1, prefix="new") + cards(2) + unnamed.replace("What", "Which")))
    assert after.spot.at == 3


def test_a_question_taken_out_leaves_the_next_in_its_place_or_the_last() -> None:
    here = preview(cards(3), at=2)
    assert here.take(version(cards(2))).spot.at == 1
    first = "".join(cards(3).splitlines(keepends=True)[4:])
    assert shown(preview(cards(3)).take(version(first))) == "q2"


def test_a_broken_save_keeps_what_was_shown_and_tells_the_first_mistake() -> None:
    here = preview(cards(3), at=1)
    after = here.take(version(cards(1) + BROKEN))
    assert (after.shown, after.spot) == (here.shown, here.spot)
    assert after.broken.startswith("d.deck.yaml:10:5: ")
    assert after.broken.endswith('Did you mean "answer"?')
    assert after.line == 10
    assert [problem.line for problem in after.problems if after.concerns(problem)] == [10]


def test_what_the_rules_find_does_not_hide_the_mistake_that_breaks_the_file() -> None:
    bad_option = "  - {id: c, question: Which?, answer: All of the above, wrong: [A, B]}\n"
    after = preview(cards(1) + bad_option).take(version(bad_option + BROKEN))
    after = after.found(after.newest, problems_of(after.newest, None))
    assert after.problems[0].line < after.line
    assert after.broken.startswith("d.deck.yaml:7:5: ")


def test_a_file_that_is_no_yaml_keeps_what_was_shown() -> None:
    data = b'deck: d\nquestions:\n  - question: "What?\n    answer: x\n'
    after = preview(cards(3)).take(Version(Path("d.deck.yaml"), data, read(data, "d")))
    assert len(after.questions) == 3
    assert after.broken


def test_a_mended_save_is_shown_at_the_place_one_was_at() -> None:
    after = preview(cards(3), at=1).take(version(cards(1) + BROKEN)).take(version(cards(4)))
    assert (len(after.questions), shown(after), after.broken) == (4, "q2", "")


def test_a_deck_that_was_broken_from_the_start_shows_what_can_be_read() -> None:
    here = preview(cards(1) + BROKEN + "  - id: q3\n    question: A?\n    answer: b\n")
    assert (len(here.questions), here.broken) == (2, "")
    more = here.take(version(cards(1) + BROKEN + BROKEN.replace("q2", "q4")))
    assert more.broken


def test_a_file_of_which_nothing_can_be_read_shows_nothing_but_why() -> None:
    here = begin(Version(Path("d.deck.yaml"), b"", read(b"", "d")))
    assert (here.question, here.faces, here.line) == (None, (), 1)
    assert here.broken.startswith("d.deck.yaml")
    assert here.at(5).spot == Spot()
    assert here.turned() == here
    assert here.search("a") == ()
    assert shown(here.take(version(cards(2)))) == "q1"


def test_findings_of_an_older_save_are_dropped() -> None:
    here = preview(cards(2))
    old = here.newest
    after = here.take(version(cards(3)))
    assert after.found(old, problems_of(old, None)) == after
    assert after.found(after.newest, ()).checked


def test_findings_are_those_of_check_and_know_their_question() -> None:
    leading = (
        "  - id: c\n    question: Which of these is true?\n    answer: All of the above\n    wrong: [A, B]\n"
    )
    here = preview(cards(1) + leading, at=1)
    problems = problems_of(here.newest, None)
    assert "O3" in {problem.code for problem in problems}
    mine = [problem.code for problem in problems if here.concerns(problem)]
    assert "O3" in mine
    assert here.number_at(1) is None
    assert here.at(0).question is not None
    assert "O3" not in [problem.code for problem in problems if here.at(0).concerns(problem)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2", (1,)),
        ("0", ()),
        ("q3", (2,)),
        ("question  Q 1", (0,)),
        ("ANSWER2", (1,)),
        ("99", ()),
        ("", (0, 1, 2)),
    ],
)
def test_a_question_is_found_by_number_id_or_words(text: str, found: tuple[int, ...]) -> None:
    assert preview(cards(3)).search(text)[: len(found) or None] == found


def test_words_are_searched_from_the_place_on_and_round() -> None:
    here = preview(cards(3), at=1)
    assert here.search("question") == (2, 0, 1)
    assert here.at(2).search("question") == (0, 1, 2)


ids = st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1, max_size=8)


@given(ids, ids, st.data())
def test_one_always_stands_on_a_question_and_on_the_same_if_it_is_there(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    before, after = (version("".join(map(_named, names))).questions for names in (old, new))
    at = data.draw(st.integers(0, len(old) - 1))
    spot = kept(before, Spot(at), after)
    assert 0 <= spot.at < len(after)
    if old[at] in new:
        assert new[spot.at] == old[at]


def _named(name: str) -> str:
    return f"  - {{id: {name}, question: What is {name}?, answer: it}}\n"


def test_a_save_is_read_once_it_has_come_to_rest() -> None:
    first, half, whole = Stamp(1, 9, 1), Stamp(2, 4, 1), Stamp(3, 9, 1)
    watch = Watch(first, first)
    seen = []
    for now in (first, half, whole, whole, whole):
        watch, ready = watch.look(now)
        seen.append(ready)
    assert seen == [False, False, False, True, False]


def test_a_file_put_in_the_place_of_another_is_seen_though_nothing_else_differs() -> None:
    watch, ready = Watch(Stamp(1, 9, 1), Stamp(1, 9, 1)).look(Stamp(1, 9, 2))
    assert not ready
    assert watch.look(Stamp(1, 9, 2))[1]


def test_a_file_that_is_away_is_waited_for() -> None:
    there = Stamp(1, 9, 1)
    watch, ready = Watch(there, there).look(None)
    assert not ready
    watch, ready = watch.look(there)
    assert not ready
    assert not watch.look(there)[1]


def test_the_stamp_of_a_file_changes_with_each_way_of_saving(tmp_path: Path) -> None:
    path = tmp_path / "d.deck.yaml"
    assert Stamp.of(path) is None
    path.write_text(deck("d", cards(1)), encoding="utf-8")
    first = Stamp.of(path)
    assert first is not None
    (tmp_path / "new").write_bytes(path.read_bytes())
    os.utime(tmp_path / "new", ns=(first.mtime, first.mtime))
    (tmp_path / "new").replace(path)
    assert Stamp.of(path) != first
    assert version_of(path).questions[0].id == "q1"
