"""What `stats` can show: each view with its text, its page, its rows and its data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from quizapp import report
from quizapp.report import data, more_tables, tables, text
from quizapp.report.calendar import Calendar
from quizapp.report.data import Sheet
from quizapp.report.selection import Period, Selection, long_date
from quizapp.report.tables import Table
from quizapp.study.desk import Desk

if TYPE_CHECKING:
    from quizapp.report.subjects import By


@dataclass(frozen=True)
class Shown:
    """One view. text: its lines. data: for JSON. sheet: for spreadsheets.

    calendar is drawn behind the first table; months says the same in words and on the page.
    """

    title: str
    subtitle: str
    tables: tuple[Table, ...]
    data: dict[str, object]
    sheet: Sheet
    plain: bool
    calendar: Calendar | None = None
    months: Table | None = None
    text: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Put the text together while the log is open."""
        object.__setattr__(self, "text", list(self._lines()))

    def page(self) -> str:
        """The view as a page of HTML."""
        from quizapp.report.page import page

        return "\n".join(page(self.title, self.subtitle, self._with_months(), self.calendar)) + "\n"

    def csv(self, *, excel: bool) -> Iterable[str]:
        """The lines of its rows."""
        from quizapp.cli.spreadsheet import csv_lines

        return csv_lines(*self.sheet, excel=excel)

    def _with_months(self) -> tuple[Table, ...]:
        months = () if self.months is None else (self.months,)
        return (*self.tables[:1], *months, *self.tables[1:])

    def _lines(self) -> Iterable[str]:
        if self.plain:
            yield from text.spoken(self._with_months())
            return
        yield from text.drawn(self.tables[:1])
        if self.calendar is not None:
            yield ""
            yield from text.heat_map(self.calendar)
        if len(self.tables) > 1:
            yield ""
            yield from text.drawn(self.tables[1:])


def progress(desk: Desk, day: int, selection: Selection, period: Period | None, *, plain: bool) -> Shown:
    """The figures of one screen."""
    found = report.progress(desk, day, selection, period)
    return Shown(
        title="Progress",
        subtitle=_subtitle(desk, selection, found.period.name, day),
        tables=tables.progress_tables(found),
        data=data.progress_data(found),
        sheet=data.progress_sheet(found),
        plain=plain,
        calendar=None if found.empty else found.calendar,
        months=None if found.empty else tables.calendar_table(found),
    )


def breakdown(
    desk: Desk, by: str, day: int, selection: Selection, period: Period | None, *, plain: bool
) -> Shown:
    """Figures by deck, topic, kind or document."""
    from quizapp.report.breakdown import breakdown as divided

    found = divided(desk, cast("By", by), day, selection, period)
    return Shown(
        title=f"Progress by {by}",
        subtitle=_subtitle(desk, selection, found.period.name, day),
        tables=(more_tables.breakdown_table(found),),
        data=data.breakdown_data(found),
        sheet=data.breakdown_sheet(found),
        plain=plain,
    )


def documents(desk: Desk, day: int, selection: Selection, *, plain: bool) -> Shown:
    """What is known of each document."""
    from quizapp.report.documents import document_maps

    found = document_maps(desk, day, selection)
    return Shown(
        title="Documents",
        subtitle=_subtitle(desk, selection, "", day),
        tables=more_tables.document_tables(found),
        data=data.documents_data(found),
        sheet=data.documents_sheet(found),
        plain=plain,
    )


def exam(desk: Desk, day: int, on: str, selection: Selection, goal: float | None, *, plain: bool) -> Shown:
    """The mark to be expected. on: the exam's day, as typed. Raises UsageError as `exam_day` does."""
    from quizapp.report.dates import exam_day
    from quizapp.report.exam import exam as expected

    found = expected(desk, day, exam_day(on, day), selection, goal)
    return Shown(
        title="Expected mark",
        subtitle=_subtitle(desk, selection, "", day),
        tables=more_tables.exam_tables(found),
        data=data.exam_data(found),
        sheet=data.exam_sheet(found),
        plain=plain,
    )


def confusions(desk: Desk, selection: Selection, period: Period | None, *, plain: bool) -> Shown:
    """Questions taken for each other."""
    from quizapp.report.confusions import confusions as pairs

    found = pairs(desk, selection, period)
    return Shown(
        title="Taken for each other",
        subtitle=_subtitle(desk, selection, (period or report.all_time()).name, desk.time.moment().day),
        tables=(more_tables.confusion_table(found),),
        data=data.confusions_data(found),
        sheet=data.confusions_sheet(found),
        plain=plain,
    )


def items(desk: Desk, selection: Selection, exports: Sequence[Path], *, plain: bool) -> Shown:
    """How questions fare. Raises StoreError for a file that isn't a learner's export."""
    from quizapp.report.authoring import author_view

    found = author_view(desk, selection.decks, exports)
    return Shown(
        title="Questions",
        subtitle=_subtitle(desk, selection, "", desk.time.moment().day),
        tables=more_tables.item_tables(found),
        data=data.items_data(found),
        sheet=data.items_sheet(found),
        plain=plain,
    )


def _subtitle(desk: Desk, selection: Selection, period: str, day: int) -> str:
    titles = {entry.id: entry.title for entry in desk.library.decks()}
    names = ", ".join(titles.get(deck, deck) for deck in selection.decks) or "all decks"
    tag = f", tag {selection.tag}" if selection.tag else ""
    about = f", {period}" if period else ""
    return f"{names}{tag}{about}; as of {long_date(day)}"
