"""Study days: the rollover, summer time, travel, and clocks that are wrong."""

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from quizapp.memory.days import ClockWarning, date_of, misdated, moment, study_day

DAY = 20_000  # 2024-10-04

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
WALLS = st.datetimes(datetime(1971, 1, 2), datetime(9990, 1, 1))  # noqa: DTZ001 - given a zone where used


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("wall", "starts_at", "day"),
    [
        ("1970-01-01T04:00", 4, "1970-01-01"),
        ("2026-03-02T03:59:59.999999", 4, "2026-03-01"),
        ("2026-03-02T04:00", 4, "2026-03-02"),
        ("2026-03-02T23:59", 4, "2026-03-02"),
        ("2026-03-02T00:00", 0, "2026-03-02"),
        ("2026-03-02T22:59", 23, "2026-03-01"),
        ("2026-03-02T23:00", 23, "2026-03-02"),
        ("2024-03-01T02:00", 4, "2024-02-29"),
    ],
)
def test_a_study_day_is_the_local_date_that_turns_over_late(wall: str, starts_at: int, day: str) -> None:
    assert date_of(study_day(at(wall), starts_at)) == date.fromisoformat(day)


def test_days_are_counted_from_1970() -> None:
    assert study_day(at("1970-01-01T04:00"), 4) == 0
    assert date_of(0) == date(1970, 1, 1)


def test_a_day_past_every_calendar_has_its_last_date() -> None:
    assert date_of(10**9) == date.max
    assert date_of(-(10**9)) == date.min


def test_a_moment_holds_utc_offset_day_and_what_is_left_of_it() -> None:
    here, warning = moment(at("2026-03-02T03:59:30.250+05:45"), 4, None)
    assert here == (1_772_403_270_250, 345, study_day(at("2026-03-01T12:00"), 4), 30)
    assert warning is None


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("2026-03-28T23:00+01:00", 5 * 3_600),
        ("2026-03-29T03:59:59+02:00", 1),
        ("2026-03-29T04:00+02:00", 86_400),
        ("2026-10-25T02:30+02:00", 90 * 60),
        ("2026-10-25T02:30+01:00", 90 * 60),
    ],
)
def test_the_rollover_is_reckoned_by_the_offset_of_now(now: str, left: int) -> None:
    assert moment(at(now), 4, None)[0].to_rollover == left


def test_the_hour_that_autumn_repeats_does_not_change_the_day() -> None:
    zone = ZoneInfo("America/New_York")
    walls = [datetime(2026, 11, 1, 1, 30, tzinfo=zone, fold=fold) for fold in (0, 1)]
    one, two = (moment(wall, 1, None)[0] for wall in walls)
    assert one.day == two.day
    assert two.at - one.at == 3_600_000


def test_the_day_stands_still_while_the_local_date_is_one_behind() -> None:
    tokyo, _ = moment(at("2026-03-02T20:00+09:00"), 4, None)
    angeles, warning = moment(at("2026-03-02T03:00-08:00"), 4, tokyo.day)
    assert angeles.day == tokyo.day
    assert warning is None
    assert angeles.to_rollover == 25 * 3_600


def test_a_date_more_than_one_day_behind_is_told_and_used() -> None:
    here, warning = moment(at("2026-03-02T10:00+01:00"), 4, DAY + 10_000)
    assert date_of(here.day) == date(2026, 3, 2)
    assert warning == ClockWarning(date_of(DAY + 10_000), date(2026, 3, 2))


def test_a_date_ahead_of_the_log_is_an_ordinary_day() -> None:
    assert moment(at("2026-03-02T10:00+01:00"), 4, DAY - 900)[1] is None


def test_a_time_without_an_offset_is_no_moment() -> None:
    with pytest.raises(ValueError, match="offset"):
        moment(at("2026-03-02T10:00"), 4, None)


@given(WALLS, OFFSETS, st.integers(0, 23), st.none() | st.integers(-2, 2))
def test_the_next_study_day_begins_when_the_rest_of_this_one_has_passed(
    wall: datetime, zone: timezone, starts_at: int, ahead: int | None
) -> None:
    now = wall.replace(tzinfo=zone)
    last_day = None if ahead is None else study_day(now, starts_at) + ahead
    here, warning = moment(now, starts_at, last_day)
    assert 1 <= here.to_rollover <= 2 * 86_400
    assert study_day(now + timedelta(seconds=here.to_rollover), starts_at) == here.day + 1
    assert (warning is not None) == (ahead == 2)


@given(WALLS, OFFSETS, OFFSETS)
def test_travel_never_takes_the_day_back_by_surprise(wall: datetime, one: timezone, two: timezone) -> None:
    before, _ = moment(wall.replace(tzinfo=one), 4, None)
    after, warning = moment(wall.replace(tzinfo=one).astimezone(two), 4, before.day)
    if warning is None:
        assert after.day >= before.day


@pytest.mark.parametrize(
    ("days", "today", "found"),
    [
        pytest.param([], DAY, (), id="an empty log"),
        pytest.param([DAY - 1, DAY], DAY, (), id="days as they should be"),
        pytest.param([DAY - 1, DAY + 400, DAY + 400], DAY, (1, 2), id="an evening a year ahead"),
        pytest.param([DAY - 1, DAY + 400, DAY + 401], DAY, (1, 2), id="an evening past the rollover"),
        pytest.param([DAY + 400], DAY, (0,), id="the very first evening"),
        pytest.param([DAY - 1, DAY + 400, DAY + 402], DAY, (), id="three days are no evening"),
        pytest.param([DAY - 1, DAY + 28], DAY, (), id="less than thirty days after the one before"),
        pytest.param([DAY - 1, DAY + 29], DAY, (1,), id="thirty days after the one before"),
        pytest.param([DAY - 40, DAY + 1], DAY, (), id="tomorrow is travel"),
        pytest.param(list(range(DAY, DAY + 90)), DAY - 5, (), id="months of reviews and a clock set back"),
        pytest.param([DAY - 400, *range(DAY, DAY + 90)], DAY - 300, (), id="months of reviews after a break"),
        pytest.param([DAY - 1, DAY + 400, DAY], DAY, (), id="already followed by true reviews"),
        pytest.param([DAY - 1, DAY - 9_000, DAY - 9_000], DAY, (1, 2), id="an evening in a past year"),
        pytest.param([DAY - 1, DAY - 31], DAY, (), id="thirty days back"),
        pytest.param([DAY - 1, DAY - 32], DAY, (1,), id="more than thirty days back"),
        pytest.param([DAY - 1, DAY - 90, DAY - 88], DAY, (), id="three days in the past"),
        pytest.param([DAY, DAY - 90], DAY - 1, (1,), id="today the day before the greatest"),
        pytest.param([DAY, DAY - 90], DAY - 2, (), id="the clock is still behind"),
        pytest.param([DAY, DAY - 90, DAY], DAY, (), id="the past evening is not the last"),
    ],
)
def test_only_one_evening_under_a_wrong_clock_is_found(
    days: list[int], today: int, found: tuple[int, ...]
) -> None:
    assert misdated(days, today) == found


@given(st.lists(st.integers(0, 100)), st.integers(0, 100))
def test_whatever_is_found_is_brief_and_at_the_end(days: list[int], today: int) -> None:
    found = misdated(days, today)
    assert found == tuple(range(len(days) - len(found), len(days)))
    own = [days[index] for index in found]
    assert not own or max(own) - min(own) <= 1


@given(st.integers(3, 400), st.integers(-500, 500))
def test_daily_reviews_are_never_redated_whatever_the_clock_says(length: int, today: int) -> None:
    assert misdated(range(length), today) == ()
