"""What each rating does: steps, the order of intervals, floors, fuzz, and cards that come early or late."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from quizapp.memory.fsrs import DEFAULT
from quizapp.memory.model import Decision, Memory, Moment, Phase, Progress, Rating, Scheduling
from quizapp.memory.scheduler import decide, preview

AGAIN, HARD, GOOD, EASY = Rating
DAY = 20_000
NOON = Moment(1_772_445_600_000, 60, DAY, 16 * 3_600)
PLAIN = Scheduling(DEFAULT, "fsrs6-default", 0.9, (60, 600), (600,), fuzz=False)
FUZZY = PLAIN._replace(fuzz=True)

STEPS = st.lists(st.integers(1, 30 * 86_400), max_size=10).map(tuple)
PROGRESSES = st.builds(
    Progress,
    phase=st.sampled_from(Phase),
    step=st.integers(0, 12),
    memory=st.none() | st.builds(Memory, st.floats(0.001, 36_500), st.floats(1, 10)),
    last_day=st.none() | st.integers(-1_000_000, 3_000_000),
    interval=st.integers(0, 36_500),
    reviews=st.integers(0, 10_000),
)
MOMENTS = st.builds(
    Moment,
    at=st.integers(-(10**14), 10**14),
    offset=st.integers(-14 * 60, 14 * 60),
    day=st.integers(-700_000, 2_900_000),
    to_rollover=st.integers(1, 2 * 86_400),
)
SCHEDULINGS = st.builds(
    Scheduling,
    weights=st.just(DEFAULT),
    weights_id=st.just("fsrs6-default"),
    retention=st.floats(0.7, 0.97),
    learning=STEPS,
    relearning=STEPS,
    maximum=st.integers(1, 36_500),
    fuzz=st.booleans(),
)


def in_review(stability: float, interval: int, days_ago: int, difficulty: float = 5.0) -> Progress:
    return Progress(Phase.REVIEW, 0, Memory(stability, difficulty), DAY - days_ago, interval, 5)


def intervals(decisions: dict[Rating, Decision]) -> list[int]:
    return [decisions[rating].interval for rating in Rating]


def waits(decisions: dict[Rating, Decision]) -> list[int | None]:
    """Seconds until each decision is due, None where it is due by the day."""
    return [each.due_at and (each.due_at - NOON.at) // 1_000 for each in decisions.values()]


def test_a_new_card_takes_the_learning_steps() -> None:
    decisions = preview(Progress(), NOON, PLAIN, "card")
    assert waits(decisions) == [60, 330, 600, None]
    assert [each.phase for each in decisions.values()] == [*[Phase.LEARNING] * 3, Phase.REVIEW]
    assert [each.step for each in decisions.values()] == [0, 0, 1, 0]
    assert decisions[EASY].interval == 8
    assert decisions[EASY].due_day == DAY + 8


def test_the_last_good_graduates_and_hard_repeats_the_last_step() -> None:
    progress = Progress(Phase.LEARNING, 1, Memory(2.3, 2.1), DAY, 0, 1)
    decisions = preview(progress, NOON, PLAIN, "card")
    assert waits(decisions) == [60, 600, None, None]
    assert decisions[GOOD].phase is Phase.REVIEW
    assert decisions[HARD].step == 1


def test_hard_on_a_single_step_waits_half_as_long_again_and_a_day_more_at_most() -> None:
    short = preview(Progress(), NOON, PLAIN._replace(learning=(600,)), "card")
    assert waits(short) == [600, 900, None, None]
    long = preview(Progress(), NOON, PLAIN._replace(learning=(10 * 86_400,)), "card")
    assert long[HARD].interval == long[AGAIN].interval + 1


def test_forgetting_in_review_is_a_lapse_and_starts_relearning() -> None:
    decisions = preview(in_review(10, 10, 10), NOON, PLAIN, "card")
    assert [each.lapse for each in decisions.values()] == [True, False, False, False]
    assert decisions[AGAIN].phase is Phase.RELEARNING
    assert waits(decisions)[0] == 600


def test_again_within_steps_is_no_lapse() -> None:
    for phase in (Phase.NEW, Phase.LEARNING, Phase.RELEARNING):
        progress = Progress(phase, 0, None if phase is Phase.NEW else Memory(2, 5), DAY, 0, 1)
        assert not decide(progress, AGAIN, NOON, PLAIN, "card").lapse


def test_after_relearning_the_interval_is_what_memory_then_says() -> None:
    lapsed = decide(in_review(100, 100, 100), AGAIN, NOON, PLAIN, "card")
    progress = Progress(lapsed.phase, lapsed.step, lapsed.memory, DAY, lapsed.interval, 6)
    back = decide(progress, GOOD, NOON, PLAIN, "card")
    assert back.phase is Phase.REVIEW
    assert round(back.memory.stability) == back.interval == 4


@pytest.mark.parametrize("phase", Phase)
def test_without_steps_every_rating_graduates_at_once(phase: Phase) -> None:
    none = PLAIN._replace(learning=(), relearning=())
    memory = None if phase is Phase.NEW else Memory(10, 5)
    decisions = preview(Progress(phase, 0, memory, DAY - 10, 10, 3), NOON, none, "card")
    assert {each.phase for each in decisions.values()} == {Phase.REVIEW}
    assert decisions[AGAIN].lapse == (phase is Phase.REVIEW)
    again, hard, good, easy = intervals(decisions)
    assert again >= 1
    assert 1 <= hard < good < easy


def test_steps_that_were_shortened_meanwhile_end_with_the_next_good() -> None:
    progress = Progress(Phase.LEARNING, 7, Memory(2, 5), DAY, 0, 1)
    decisions = preview(progress, NOON, PLAIN, "card")
    assert decisions[GOOD].phase is Phase.REVIEW
    assert (decisions[HARD].step, decisions[HARD].seconds) == (1, 600)


@pytest.mark.parametrize(
    ("left", "days"), [(601, 0), (600, 1), (599, 1), (1, 1)], ids=["before", "on", "after", "at once"]
)
def test_a_step_over_the_rollover_is_due_by_the_day_and_stays_learning(left: int, days: int) -> None:
    late = NOON._replace(to_rollover=left)
    decision = decide(Progress(), GOOD, late, PLAIN, "card")
    assert decision.phase is Phase.LEARNING
    assert decision.step == 1
    assert decision.interval == days
    assert decision.due_day == DAY + days
    assert (decision.due_at is None) == (days > 0)


def test_steps_of_days_count_the_rollovers_they_cross() -> None:
    scheduling = PLAIN._replace(learning=(60, 86_400, 3 * 86_400))
    decisions = [
        decide(Progress(Phase.LEARNING, step, Memory(2, 5), DAY, 0, 1), GOOD, NOON, scheduling, "card")
        for step in (0, 1)
    ]
    assert [each.interval for each in decisions] == [1, 3]


@pytest.mark.parametrize(
    ("late", "good", "again"), [(0, 32, 1.39), (30, 60, None), (100, 86, None), (1_000, 143, 2.73)]
)
def test_a_late_review_counts_the_days_that_truly_passed(late: int, good: int, again: float | None) -> None:
    """What Anki 26.09.3 gives for stability 10: no punishment and no reset, and it levels off."""
    decisions = preview(in_review(10, 10, 10 + late), NOON, PLAIN, "card")
    assert decisions[GOOD].interval == good
    if again is not None:
        assert decisions[AGAIN].memory.stability == pytest.approx(again, abs=0.006)


def test_an_early_review_that_grows_is_later_than_the_one_before() -> None:
    decisions = preview(in_review(10, 10, 1), NOON, PLAIN, "card")
    assert decisions[GOOD].interval >= 11


def test_an_interval_that_fuzz_could_explain_does_not_shrink() -> None:
    progress = in_review(37, 38, 0)
    assert intervals(preview(progress, NOON, PLAIN, "card"))[1:] == [38, 39, 53]


def test_an_interval_far_above_the_model_is_given_up() -> None:
    progress = in_review(10, 300, 0)
    assert intervals(preview(progress, NOON, PLAIN, "card"))[1:] == [10, 11, 16]


def test_a_maximum_holds_for_every_button() -> None:
    decisions = preview(in_review(400, 30, 400), NOON, FUZZY._replace(maximum=30), "card")
    assert intervals(decisions)[1:] == [30, 30, 30]


def test_a_clock_that_went_back_counts_as_the_same_day() -> None:
    progress = in_review(10, 10, -500)
    same = in_review(10, 10, 0)
    assert preview(progress, NOON, PLAIN, "card") == preview(same, NOON, PLAIN, "card")


def test_fuzz_is_the_same_for_a_card_and_its_number_of_reviews() -> None:
    """Pinned values: another Python or another machine must decide the same."""
    found = [
        intervals(preview(in_review(100, 90, 100)._replace(reviews=count), NOON, FUZZY, "deck/question"))[1:]
        for count in range(4)
    ]
    assert found == [[197, 259, 394], [191, 251, 382], [196, 258, 393], [188, 247, 377]]


def test_fuzz_never_undoes_the_growth_of_an_interval() -> None:
    found = {
        decide(in_review(37, 36, 0)._replace(reviews=count), HARD, NOON, FUZZY, "card").interval
        for count in range(200)
    }
    assert found == {37, 38, 39, 40, 41}


def test_fuzz_of_a_step_is_applied_and_not_told() -> None:
    delays = {
        (decision.seconds, (decision.due_at or 0) - NOON.at - 600_000)
        for number in range(200)
        for decision in [decide(Progress(reviews=number), GOOD, NOON, FUZZY, "card")]
    }
    assert {seconds for seconds, _more in delays} == {600}
    assert len(delays) > 50
    assert all(0 <= more <= 150_000 for _seconds, more in delays)


@given(PROGRESSES, MOMENTS, SCHEDULINGS, st.text(max_size=40))
def test_every_legal_input_has_a_decision_for_every_rating(
    progress: Progress, moment: Moment, scheduling: Scheduling, seed: str
) -> None:
    decisions = preview(progress, moment, scheduling, seed)
    assert list(decisions) == list(Rating)
    for rating, decision in decisions.items():
        assert decision == decide(progress, rating, moment, scheduling, seed)
        assert decision.rating is rating
        assert decision.due_day == moment.day + decision.interval
        assert (decision.due_at is None) == (decision.interval > 0)
        if decision.due_at is None:
            assert decision.seconds == 0
        else:
            assert decision.seconds * 1_000 <= decision.due_at - moment.at < moment.to_rollover * 1_000
        if decision.phase is Phase.REVIEW:
            assert 1 <= decision.interval <= scheduling.maximum
            assert decision.step == 0
        else:
            steps = scheduling.relearning if decision.phase is Phase.RELEARNING else scheduling.learning
            assert 0 <= decision.step < len(steps)
        assert decision.lapse == (rating is AGAIN and progress.phase is Phase.REVIEW)


@given(PROGRESSES, MOMENTS, SCHEDULINGS)
def test_a_better_rating_comes_back_later_up_to_the_maximum(
    progress: Progress, moment: Moment, scheduling: Scheduling
) -> None:
    decisions = preview(progress, moment, scheduling, "card")
    by_day = [
        each.interval for each in decisions.values() if each.phase is Phase.REVIEW and each.rating > AGAIN
    ]
    assert all(one < two or two == scheduling.maximum for one, two in pairwise(by_day))


@given(PROGRESSES.map(lambda each: each._replace(phase=Phase.REVIEW)), MOMENTS, SCHEDULINGS)
def test_fuzz_never_takes_an_interval_below_what_the_rules_ask(
    progress: Progress, moment: Moment, scheduling: Scheduling
) -> None:
    plain = preview(progress, moment, scheduling._replace(fuzz=False), "card")[HARD].interval
    fuzzy = preview(progress, moment, scheduling._replace(fuzz=True), "card")[HARD].interval
    if plain > progress.interval:
        assert fuzzy > progress.interval
    elif plain == progress.interval:
        assert fuzzy >= progress.interval
