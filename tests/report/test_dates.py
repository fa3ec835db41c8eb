"""Days and goals of an exam as people write them."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from quizapp.errors import UsageError
from quizapp.report.dates import FARTHEST, exam_day, share_of
from quizapp.report.selection import day_of

TODAY = day_of(date(2026, 3, 2))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-06-30", date(2026, 6, 30)),
        ("30.6.2026", date(2026, 6, 30)),
        ("30.06.26", date(2026, 6, 30)),
        (" 30. 6. ", date(2026, 6, 30)),
        ("30.6", date(2026, 6, 30)),
        ("2.3.", date(2026, 3, 2)),
        ("1.3.", date(2027, 3, 1)),
        ("29.2.", date(2028, 2, 29)),
        ("0", date(2026, 3, 2)),
        ("+7", date(2026, 3, 9)),
        ("in 7 days", date(2026, 3, 9)),
    ],
)
def test_a_day_can_be_written_in_many_ways(typed: str, meant: date) -> None:
    assert exam_day(typed, TODAY) == day_of(meant)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "no date"),
        ("soon", "no date"),
        ("31.2.", "no date"),
        ("2026-02-30", "no date"),
        ("3/4/2026", "no date"),
        ("2026-03-01", "has been already"),
        ("1.3.2026", "has been already"),
        ("9999", "too far ahead"),
    ],
)
def test_what_is_no_day_to_come_is_refused_in_words(typed: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        exam_day(typed, TODAY)


@given(st.integers(0, FARTHEST))
def test_every_day_to_come_is_read_back_from_how_it_is_written(ahead: int) -> None:
    when = date.fromordinal(TODAY + ahead + date(1970, 1, 1).toordinal())
    written = (when.isoformat(), f"{when.day}.{when.month}.{when.year}", str(ahead))
    assert {exam_day(text, TODAY) for text in written} == {TODAY + ahead}


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_day_to_come_or_refused(text: str) -> None:
    try:
        day = exam_day(text, TODAY)
    except UsageError:
        return
    assert TODAY <= day <= TODAY + FARTHEST


def test_a_goal_is_a_percentage_or_nothing() -> None:
    assert share_of("85") == pytest.approx(0.85)
    assert share_of(" 85 % ") == pytest.approx(0.85)
    assert share_of("87,5") == pytest.approx(0.875)
    assert share_of("") is None
    for wrong in ("0", "101", "-5", "most", "nan", "inf"):
        with pytest.raises(UsageError, match="no goal"):
            share_of(wrong)
