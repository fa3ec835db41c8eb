"""How figures are drawn: at any width, from any numbers."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from report.year import Year, lived
from rich.cells import cell_len

from quizapp.memory.days import date_of
from quizapp.report.progress import Progress
from quizapp.report.wilson import share
from quizapp.study.desk import Desk
from quizapp.tui.progress import year as calendar
from quizapp.tui.progress.drawing import fit, lowest, measure, ranged, scale, sparks
from quizapp.tui.progress.reading import essence, job
from quizapp.tui.progress.sections import DIVIDED, KEPT, MIXUPS, QUESTIONS, SECTIONS, YEAR
from quizapp.tui.progress.view import SORTS, Ask, View
from quizapp.tui.widgets.board import Row
from quizapp.tui.widgets.loading import Stopped
from quizapp.tui.widgets.tabline import Tab, laid_out

SHARES = st.floats(0, 1)
WIDTHS = st.integers(8, 60)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Year:
    return lived(tmp_path_factory.mktemp("year"))


def untold(done: int, total: int) -> None:
    """Nobody looks at how far it has come."""


@pytest.fixture
def views(made: Year) -> Iterator[list[View]]:
    """A view for each section, on the last day of the made-up year."""
    with Desk.open({"QUIZAPP_HOME": str(made.home)}, front="tui", clock=made.clock()) as desk:
        desk.refresh()
        day = desk.time.moment().day
        ask = Ask(day, on=day + 30, goal=0.9)
        found = {key: job(desk, key, ask)(untold) for key in {one.key for one in SECTIONS}}
        yield [View(found[one.key], ask, lambda key: key) for one in SECTIONS]


def text(rows: list[Row]) -> str:
    return "\n".join("".join(mark.text for mark in row.marks) for row in rows)


def stops(rows: list[Row]) -> set[str]:
    return {row.stop for row in rows if row.stop} | {
        mark.stop for row in rows for mark in row.marks if mark.stop
    }


@given(SHARES, WIDTHS)
def test_a_bar_fills_its_width_and_only_nothing_is_empty(part: float, width: int) -> None:
    drawn, free = measure(part, width)
    assert cell_len(drawn.text + free.text) == width
    assert bool(drawn.text) is (part > 0)


@given(st.lists(SHARES, min_size=3, max_size=3), WIDTHS, st.none() | SHARES)
def test_a_range_shows_its_value_between_its_ends(
    numbers: list[float], width: int, aim: float | None
) -> None:
    low, value, high = sorted(numbers)
    drawn = "".join(mark.text for mark in ranged(value, low, high, width, aim=aim))
    assert len(drawn) == width
    assert len(re.findall("[●◉]", drawn)) == 1
    at = re.search("[●◉]", drawn)
    assert at is not None
    assert abs(at.start() - value * (width - 1)) <= 0.5
    if aim is not None and "◉" not in drawn:
        assert abs(drawn.index("┊") - aim * (width - 1)) <= 0.5


@given(st.lists(st.none() | SHARES, max_size=5))
def test_a_scale_begins_below_all_that_is_on_it(numbers: list[float | None]) -> None:
    first = lowest(numbers)
    assert 0 <= first <= 0.6
    assert all(first <= number for number in numbers if number is not None)


@given(WIDTHS)
def test_a_scale_is_labelled_at_its_ends(width: int) -> None:
    line = scale(width, 0.6)
    assert line.startswith("60")
    assert line.endswith("100 %")


@given(st.text(max_size=30), st.integers(1, 20), st.booleans())
def test_what_stands_in_a_column_has_its_width(said: str, width: int, right: bool) -> None:
    assert cell_len(fit(said, width, right=right)) == width


@given(st.lists(st.integers(0, 500), min_size=1, max_size=40))
def test_sparks_are_empty_for_nothing_alone(numbers: list[int]) -> None:
    drawn = sparks(numbers)
    assert [sign == "·" for sign in drawn] == [not number for number in numbers]
    assert max(numbers) == 0 or drawn[numbers.index(max(numbers))] == "█"


@pytest.mark.parametrize("width", [4, 20, 34, 70, 72, 90, 110])
def test_the_line_of_sections_fits_and_names_the_present_one(width: int) -> None:
    tabs = [Tab(str(at), one.name, one.short) for at, one in enumerate(SECTIONS, 1)]
    for present in range(len(tabs)):
        names, gap = laid_out(tabs, present, width)
        assert names[present] in (tabs[present].name, tabs[present].short)
        line = (" " * gap).join(f"{tab.key} {name}".rstrip() for tab, name in zip(tabs, names, strict=True))
        assert width < 34 or cell_len(line) <= width


def test_sections_have_the_same_stops_and_fit_at_every_width(views: list[View]) -> None:
    for section, view in zip(SECTIONS, views, strict=True):
        wide = section.rows(view, 110)
        for width in (34, 56, 74):
            rows = section.rows(view, width)
            assert stops(rows) == stops(wide), section.name
            longest = max(rows, key=lambda row: cell_len(text([row])))
            assert cell_len(text([longest])) <= width, (section.name, width, text([longest]))


def test_each_place_to_stop_says_what_it_is_and_how_it_is_computed(views: list[View]) -> None:
    for section, view in zip(SECTIONS, views, strict=True):
        assert section.how(view, next(iter(stops(section.rows(view, 74))), "")), section.name
        for stop in stops(section.rows(view, 74)):
            assert all(section.said(view, stop))


def test_each_day_of_the_year_stands_once_in_its_weekday(views: list[View]) -> None:
    found: Progress = views[YEAR].found
    for width in (34, 74, 110):
        seen = {}
        for row in calendar.rows(views[YEAR], width):
            for mark in row.marks:
                if mark.stop:
                    assert mark.stop not in seen
                    seen[mark.stop] = row.marks[0].text.strip()
        assert list(map(int, sorted(seen, key=int))) == list(
            range(found.calendar.first, found.calendar.last + 1)
        )
        names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
        assert all(names[date_of(int(day)).weekday()] == name for day, name in seen.items())


def test_a_day_with_more_answers_never_has_a_lighter_sign(views: list[View]) -> None:
    found: Progress = views[YEAR].found
    signs = "·░▒▓█"
    marks = [mark for row in calendar.rows(views[YEAR], 74) for mark in row.marks if mark.stop]
    by_answers = sorted(marks, key=lambda mark: found.calendar.at(int(mark.stop)).reviews)
    levels = [signs.index(mark.text) for mark in by_answers]
    assert levels == sorted(levels)


def test_what_was_kept_is_told_with_counts_and_intervals(views: list[View]) -> None:
    kept = views[KEPT].found.retention.both.kept
    assert kept == share(kept.right, kept.trials)
    shown = text(SECTIONS[KEPT].rows(views[KEPT], 110))
    assert f"{kept.right:,} of {kept.trials:,}" in shown
    assert f"{100 * kept.low:.0f}–{100 * kept.high:.0f} %" in shown


@pytest.mark.parametrize("sort", SORTS)
def test_a_table_is_sorted_by_any_column_and_says_which(views: list[View], sort: str) -> None:
    view = views[DIVIDED]._replace(sort=sort)  # type: ignore[arg-type] # one of the literal's own values
    shown = SECTIONS[DIVIDED].rows(view, 110)
    assert sum("▾" in mark.text for row in shown for mark in row.marks) == 1
    order = [row.stop.removeprefix("row:") for row in shown if row.stop]
    known = {row.name: row for row in view.found.rows}
    if sort == "answers":
        assert order == sorted(order, key=lambda name: -known[name].answers)
    if sort == "kept":
        shares = [value for name in order if (value := known[name].kept.value) is not None]
        assert shares == sorted(shares)


def test_questions_to_look_at_first_come_first(views: list[View]) -> None:
    view = views[QUESTIONS]
    order = [row.stop for row in SECTIONS[QUESTIONS].rows(view, 74) if row.stop]
    assert order == [item.series.card for item, _ in view.found.rows if item.answers]


def test_long_lists_are_cut_and_say_so(views: list[View], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.tui.progress.questions.MOST", 10)
    monkeypatch.setattr("quizapp.tui.progress.mixups.MOST", 10)
    for number in (MIXUPS, QUESTIONS):
        rows = SECTIONS[number].rows(views[number], 74)
        assert len(stops(rows)) == 10
        answered = (
            [item for item, _ in views[number].found.rows if item.answers] if number == QUESTIONS else ()
        )
        total = len(answered or views[number].found)
        assert f"{total - 10} more: " in text(rows)


def test_figures_are_added_up_anew_only_for_what_they_depend_on() -> None:
    ask = Ask(20_000, on=20_030)
    assert essence("sources", ask) == essence("sources", ask._replace(everything=True, goal=0.5))
    assert essence("exam", ask) != essence("exam", ask._replace(goal=0.5))
    assert essence("divided", ask) != essence("divided", ask._replace(by="kind"))
    assert essence("progress", ask) != essence("progress", ask._replace(everything=True))


def test_adding_up_ends_when_nobody_waits_for_it_any_more(made: Year) -> None:
    def gone(done: int, total: int) -> None:
        raise Stopped

    with Desk.open({"QUIZAPP_HOME": str(made.home)}, front="tui", clock=made.clock()) as desk:
        desk.refresh()
        day = desk.time.moment().day
        for section in SECTIONS:
            with pytest.raises(Stopped):
                job(desk, section.key, Ask(day, on=day + 1))(gone)


def test_figures_are_read_by_whoever_only_may_read(made: Year) -> None:
    with Desk.open({"QUIZAPP_HOME": str(made.home)}, front="tui", clock=made.clock()) as desk:
        desk.refresh()
        before = Path(desk.store.path).read_bytes()
        day = desk.time.moment().day
        for section in SECTIONS:
            job(desk, section.key, Ask(day, on=day + 1))(untold)
        assert Path(desk.store.path).read_bytes() == before
