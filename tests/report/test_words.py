"""Small figures: shares, days, streaks, tables in words."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from quizapp.report import calendar, text
from quizapp.report.calendar import Day, minutes_in_words
from quizapp.report.selection import day_of
from quizapp.report.tables import Table
from quizapp.report.wilson import share
from quizapp.store.figures import DayCell
from quizapp.store.tally import Stage

TUESDAY = day_of(date(2026, 3, 3))
TABLE = Table("t", "A title", "By counting.", ("It says.",), ("", "cards"), (("new", "5"),), (1,), (1.0,))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (Day(TUESDAY), "Tuesday 3 March 2026: nothing answered."),
        (Day(TUESDAY, 1, 1, 0.5, 1), "Tuesday 3 March 2026: 1 answer, 1 right, 1 new, 30 seconds."),
        (Day(TUESDAY, 34, 30, 12.2), "Tuesday 3 March 2026: 34 answers, 30 right, 12 minutes."),
    ],
)
def test_a_day_is_told_in_a_sentence(day: Day, words: str) -> None:
    assert day.words == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 seconds"), (1 / 60, "1 second"), (0.995, "1 minute"), (89, "89 minutes"), (90, "1.5 hours")],
)
def test_minutes_are_told_in_the_unit_one_thinks_in(minutes: float, words: str) -> None:
    assert minutes_in_words(minutes) == words


def test_wilsons_interval_is_that_of_the_textbook() -> None:
    # Agresti & Coull 1998 and many tables: 8 of 10 gives 0.490 to 0.943.
    found = share(8, 10)
    assert (round(found.low or 0, 3), round(found.high or 0, 3)) == (0.490, 0.943)
    assert share(0, 0).value is None


@given(st.integers(1, 10_000), st.data())
def test_a_share_lies_in_its_interval(trials: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, trials))
    found = share(right, trials)
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= right / trials + 1e-12
    assert right / trials - 1e-12 <= found.high <= 1


@given(st.sets(st.integers(0, 60)), st.integers(0, 60))
def test_days_in_a_row_are_counted_as_one_would_on_a_wall_calendar(days: set[int], today: int) -> None:
    found = calendar.streak(sorted(days), today, 0, 60)
    rows = [
        [day, length]
        for day in days
        if day - 1 not in days
        for length in [next(n for n in range(1, 99) if day + n not in days)]
    ]
    assert found.longest == max((length for _, length in rows), default=0)
    wanted = next((today - day + 1 for day, n in rows if day <= today < day + n), None)
    if wanted is None:
        wanted = next((n for day, n in rows if day + n == today), 0)
    assert found.current == wanted


def test_the_calendar_has_whole_weeks_and_four_shades() -> None:
    cells = [DayCell(TUESDAY + number, Stage.NEW, 3, number + 1, 0, 0, 0) for number in range(8)]
    found = calendar.calendar(cells, TUESDAY - 21, TUESDAY + 9)
    weeks = found.weeks()
    assert {len(week) for week in weeks} == {7}
    assert weeks[0][:2] == (None, TUESDAY - 21)
    assert [found.level(TUESDAY + number) for number in range(10)] == [1, 1, 2, 2, 3, 3, 4, 4, 0, 0]
    lines = text.heat_map(found)
    # Tuesday of the fourth week is the first day with answers, Monday of the fifth the seventh.
    assert lines[0].split() == ["Mar"]
    assert lines[1] == "Mon  ···█"
    assert lines[2] == "    ···░█"
    assert all(len(line) <= 80 for line in lines)


def test_the_first_days_are_told_in_words() -> None:
    found = calendar.calendar([DayCell(TUESDAY, Stage.NEW, 3, 2, 0, 0, 0)], TUESDAY, TUESDAY + 1)
    assert text.heat_map(found) == ["Tuesday 3 March 2026: 2 answers, 2 right, 2 new, 0 seconds."]


def test_a_long_title_keeps_its_width() -> None:
    lines = list(text.drawn([TABLE._replace(title="A word " * 30)]))
    assert all(len(line) <= 80 for line in lines)


def test_a_bar_is_as_long_as_its_share_and_never_lost() -> None:
    assert text.bar(1, 8) == "█" * 8
    assert text.bar(0.5, 8) == "█" * 4
    assert text.bar(0, 8) == ""
    assert text.bar(0.0001, 8) == "▏"


def test_a_table_is_drawn_with_its_bar_and_says_how_it_is_computed() -> None:
    lines = list(text.drawn([TABLE]))
    assert lines[:3] == ["A title", "───────", "It says."]
    assert any(line.startswith("new") and line.endswith("█" * 24) for line in lines)
    assert lines[-1] == "  By counting."


def test_spoken_tables_have_no_art_and_name_their_numbers() -> None:
    assert list(text.spoken([TABLE])) == [
        "A title.",
        "It says.",
        "new, cards 5.",
        "How it is computed: By counting.",
    ]


@given(st.lists(st.text(max_size=90), min_size=2, max_size=2))
def test_a_drawn_row_stays_within_its_width(row: list[str]) -> None:
    table = Table("t", "T", "How.", (), ("one", "two"), (tuple(" ".join(cell.split()) for cell in row),))
    assert all(len(line) <= 80 for line in text.drawn([table]))
