"""How questions fare: what is counted, what may be said of how many, and what comes first."""

import json
from pathlib import Path
from typing import Any

import pytest
from report.desks import MakeDesk, answer, write

from quizapp.deck.model import Choice, Question, ShortAnswer, Wrong
from quizapp.errors import StoreError
from quizapp.report.advice import advised
from quizapp.report.authoring import author_view
from quizapp.report.items import Item, Series, Sure, items
from quizapp.store.answers import Answer, Learned, exported
from quizapp.store.tally import Stage
from quizapp.store.transfer import export_log

CHOICE = Question("q", "multiple choice", Choice("Q?", ("yes",), (Wrong("no"), Wrong("maybe"))))
TYPED = Question("t", "short answer", ShortAnswer("T?", "yes"))


def series(question: Question = CHOICE, *, revision: int = 1, answered: str = "1:aa") -> Series:
    return Series(f"d/{question.id}", question, "d.yaml:1", "Q?", revision, answered)


def given(
    rating: int = 3, chosen: int | None = 0, stage: Stage = Stage.NEW, card: str = "d/q", **more: Any
) -> Answer:
    response = None if chosen is None else json.dumps(["chosen", [chosen]])
    fields: dict[str, Any] = {
        "ms": 5_000,
        "hints": 0,
        "overruled": None,
        "revision": 1,
        "wording": "1:qq:aa",
    }
    return Answer(card, stage, rating, response=response, **{**fields, **more})


def learners(*first: tuple[int, int]) -> list[Learned]:
    """Each with one answer: rating and the option chosen."""
    return [
        Learned(f"l{number}", (given(rating, chosen),), {"d/q": 5.0})
        for number, (rating, chosen) in enumerate(first)
    ]


def one(known: list[Learned], of: Series | None = None) -> Item:
    return items([of or series()], known)[0]


def said(known: list[Learned], of: Series | None = None) -> str:
    return advised(items([of or series()], known))[0][1].code


@pytest.mark.parametrize(
    ("count", "sure"),
    [
        (0, Sure.COUNTS),
        (4, Sure.COUNTS),
        (5, Sure.SHARE),
        (9, Sure.SHARE),
        (10, Sure.PROVISIONAL),
        (30, Sure.FULL),
    ],
)
def test_what_may_be_said_grows_with_the_learners(count: int, sure: Sure) -> None:
    assert one(learners(*[(3, 0)] * count)).sure is sure


def test_only_the_first_answer_of_each_learner_is_a_first_answer() -> None:
    anna = Learned("anna", (given(1, 1), given(3, 0, Stage.LEARNING), given(1, 2, Stage.YOUNG)), {})
    found = one([anna, *learners((3, 0))])
    assert (found.first.right, found.first.trials, found.answers) == (1, 2, 4)
    assert (found.lapses.right, found.lapses.trials) == (1, 1)
    assert [(option.first.right, option.ever) for option in found.options] == [(1, 2), (1, 1), (0, 1)]


def test_answers_to_another_answer_or_revision_are_another_series() -> None:
    old = Learned("old", (given(wording="1:qq:bb"), given(), given(revision=2)), {})
    found = one([old])
    assert (found.answers, found.older, found.learners) == (1, 2, 0)
    assert one([Learned("x", (given(wording=None),), {})]).learners == 1


def test_difficulty_is_the_mean_over_learners_and_seconds_the_median() -> None:
    known = [
        Learned(name, (given(ms=ms),), {"d/q": hard})
        for name, ms, hard in (("a", 1_000, 4.0), ("b", 9_000, 7.0), ("c", 2_000, 7.0))
    ]
    found = one(known)
    assert (found.difficulty, found.seconds) == (6.0, 2.0)


@pytest.mark.parametrize(
    ("first", "code"),
    [
        ([(1, 1)] * 4, "few"),
        ([(1, 1)] * 9, "fine"),
        ([(1, 1)] * 6 + [(3, 0)] * 4, "key"),
        ([(1, 1)] * 4 + [(1, 2)] * 4 + [(3, 0)] * 4, "fine"),
        ([(1, 1)] * 5 + [(1, 2)] * 5 + [(3, 0)] * 4, "key"),
        ([(3, 0)] * 30, "easy"),
        ([(3, 0)] * 20 + [(1, 1)] * 10, "dead"),
        ([(3, 0)] * 20 + [(1, 1)] * 5 + [(1, 2)] * 5, "fine"),
    ],
)
def test_the_advice_that_fits_and_none_from_too_few(first: list[tuple[int, int]], code: str) -> None:
    assert said(learners(*first)) == code


def test_fewer_right_than_by_guessing() -> None:
    # The right one is chosen as often as any other, but rated Again for the hint it took.
    known = learners(*[(1, 0)] * 4, *[(3, 0)] * 2, *[(1, 1)] * 4, *[(1, 2)] * 4)
    assert said(known) == "guess"


def test_claims_lapses_hints_and_time_are_told_of() -> None:
    typed = series(TYPED)
    claims = Learned("a", tuple(given(card="d/t", overruled=True) for _ in range(2)), {})
    assert said([claims], typed) == "claims"
    forgetful = Learned("a", tuple(given(1 + 2 * (n % 2), None, Stage.MATURE, "d/t") for n in range(40)), {})
    assert said([forgetful], typed) == "lapses"
    hinted = Learned("a", tuple(given(2, None, card="d/t", hints=1) for _ in range(12)), {})
    assert said([hinted], typed) == "hints"
    quick = [series(Question(f"q{n}", "short answer", TYPED.body)) for n in range(3)]
    answers = [given(card=one.card) for one in quick for _ in range(5)]
    answers += [given(card="d/t", ms=16_000) for _ in range(5)]
    found = advised(items([*quick, typed], [Learned("a", tuple(answers), {})]))
    assert (found[0][0].series.card, found[0][1].code) == ("d/t", "slow")


def test_what_is_most_urgent_comes_first() -> None:
    bad, good = series(), series(TYPED)
    known = [Learned(f"l{n}", (given(1, 1), given(3, None, card="d/t")), {}) for n in range(12)]
    assert [pair[0].series.card for pair in advised(items([good, bad], known))] == ["d/q", "d/t"]


QUESTIONS = """\
- {id: q, question: Q?, answer: yes it is, wrong: [no, maybe]}
- {id: t, question: T?, answer: word, typed: true}
"""


def test_exports_are_read_beside_the_log_as_if_they_were_it(
    decks: Path, make_desk: MakeDesk, tmp_path: Path
) -> None:
    write(decks, "d", QUESTIONS)
    desk = make_desk()
    answer(desk, "d/q", right=False, response='["chosen",[1]]', hints=1)
    answer(desk, "d/q", right=True, response='["chosen",[0]]')
    answer(desk, "d/t", right=False, response='["typed",["wrd"]]')
    own = author_view(desk, ["d"])
    lines = list(export_log(desk.store))
    header = json.loads(lines[0])
    for name in ("anna", "ben"):
        lines[0] = json.dumps({**header, "learner": name})
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
    events = list(desk.store.events())
    found = author_view(desk, ["d"], [tmp_path / "anna", tmp_path / "ben", tmp_path / "anna"])
    assert (own.learners, found.learners) == (1, 3)
    mine, all_three = ({item.series.card: item for item, _ in view.rows} for view in (own, found))
    for card, item in mine.items():
        assert all_three[card].answers == 3 * item.answers
        assert all_three[card].first.trials == 3 * item.first.trials
        assert all_three[card].difficulty == pytest.approx(item.difficulty)
        assert [option.ever for option in all_three[card].options] == [
            3 * option.ever for option in item.options
        ]
    assert list(desk.store.events()) == events


def test_it_is_told_how_many_cards_are_looked_at_and_whoever_is_told_may_end_it(
    decks: Path, make_desk: MakeDesk
) -> None:
    write(decks, "d", QUESTIONS)
    desk = make_desk()
    told: list[tuple[int, int]] = []
    found = author_view(desk, ["d"], progress=lambda done, total: told.append((done, total)))
    assert told == [(0, len(found.rows))]

    def enough(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        author_view(desk, ["d"], progress=enough)


def test_overrides_voids_and_claims_count_alike_in_log_and_export(decks: Path, make_desk: MakeDesk) -> None:
    from store.making import draft

    from quizapp.store.answers import in_log
    from quizapp.store.event import Kind

    write(decks, "d", QUESTIONS)
    desk = make_desk()
    for right in (False, False, True):
        answer(desk, "d/t", right=right)
    reviews = [event for event in desk.store.events() if event.rating]
    claim: dict[str, Any] = {"rating": 3, "rated_by": "learner", "rule": "overruled-right"}
    desk.store.append(draft(Kind.OVERRIDE, "d/t", target=reviews[0].key, **claim))
    (withdrawn,) = desk.store.append(draft(Kind.OVERRIDE, "d/t", target=reviews[1].key, **claim))
    desk.store.append(draft(Kind.VOID, "d/t", target=withdrawn.key))
    desk.store.append(draft(Kind.VOID, "d/t", target=reviews[2].key))
    own = in_log(desk.store.database, desk.store.learner, ["d"])
    assert [(one.rating, one.overruled) for one in own.answers] == [(3, True), (1, None)]
    assert exported(export_log(desk.store), "x") == own


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "not a learner's export"),
        ("hello", "not a learner's export"),
        ('{"kind": "quizapp-log", "format": 99, "learner": "x"}', "format 99"),
        ('{"kind": "quizapp-log", "format": 1}', "first line of this export is damaged"),
        ('{"kind": "quizapp-log", "format": 1, "learner": "x"}\n{"event": {}}', "line 2: no 'device'"),
    ],
)
def test_a_file_that_is_no_export_is_refused_in_a_sentence(text: str, told: str) -> None:
    with pytest.raises(StoreError, match=told):
        exported(text.splitlines(), "anna.jsonl")


def test_a_missing_or_binary_file_is_told(decks: Path, make_desk: MakeDesk, tmp_path: Path) -> None:
    write(decks, "d", QUESTIONS)
    desk = make_desk()
    with pytest.raises(StoreError, match="can't be read"):
        author_view(desk, ["d"], [tmp_path / "none"])
    (tmp_path / "picture").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StoreError, match="isn't text"):
        author_view(desk, ["d"], [tmp_path / "picture"])
