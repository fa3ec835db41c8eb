"""Figures as plain values: for JSON, with the names of the fields; and as rows for spreadsheets."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from quizapp.memory.days import date_of
from quizapp.report.authoring import AuthorView
from quizapp.report.breakdown import Breakdown
from quizapp.report.calendar import Day
from quizapp.report.confusions import Confusion
from quizapp.report.documents import DocumentMap
from quizapp.report.exam import Exam
from quizapp.report.expect import Expected
from quizapp.report.how import HOW
from quizapp.report.progress import Progress
from quizapp.report.retention import Kept
from quizapp.report.tables import day_rows

Sheet = tuple[tuple[str, ...], list[tuple[object, ...]]]
"""Names of columns, and rows."""


def plain(value: Any) -> Any:
    """Named tuples become mappings, enumerations their values, shares keep six digits."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: plain(getattr(value, name)) for name in value._fields}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return round(value, 6) if isinstance(value, float) else value


def progress_data(found: Progress) -> dict[str, Any]:
    """Everything of one screen; days by their dates."""
    return {
        "day": iso(found.day),
        "period": {
            "name": found.period.name,
            "first": iso(found.calendar.first),
            "last": iso(found.calendar.last),
        },
        "today": _day(found.today),
        "streak": plain(found.streak),
        "days": [_day(day) for day in day_rows(found)],
        "coming": {
            **plain(found.coming),
            "days": [{"date": iso(day), "cards": cards} for day, cards in found.coming.days],
        },
        "retention": {
            "young": _kept(found.retention.young),
            "mature": _kept(found.retention.mature),
            "all": _kept(found.retention.both),
            "months": [
                {
                    "month": f"{month.when[0]:04d}-{month.when[1]:02d}",
                    "young": _kept(month.young),
                    "mature": _kept(month.mature),
                    "all": _kept(month.both),
                }
                for month in found.retention.months
            ],
        },
        "cards": plain(found.cards),
        "spent": plain(found.spent),
        "hours": plain(found.hours),
        "how": HOW,
    }


def breakdown_data(found: Breakdown) -> dict[str, Any]:
    """The rows of a breakdown."""
    return {"by": found.by, "period": found.period.name, "rows": plain(found.rows)}


def documents_data(found: Sequence[DocumentMap]) -> dict[str, Any]:
    """The maps of documents."""
    return {"documents": plain(tuple(found))}


def exam_data(found: Exam) -> dict[str, Any]:
    """The mark to be expected, with its dates."""
    return {**plain(found), "day": iso(found.day), "on": iso(found.on)}


def confusions_data(found: Sequence[Confusion]) -> dict[str, Any]:
    """Pairs of cards."""
    return {"pairs": [{**plain(pair), "last_day": iso(pair.last_day)} for pair in found]}


def items_data(found: AuthorView) -> dict[str, Any]:
    """The author's view, without the questions' own texts beyond what they ask."""
    rows = []
    for item, said in found.rows:
        values = {name: plain(getattr(item, name)) for name in item._fields if name != "series"}
        head = {"card": item.series.card, "where": item.series.where, "asks": item.series.text}
        rows.append(
            {**head, **values, "sure": item.sure.name.lower(), "advice": said.code, "says": said.text}
        )
    return {"learners": found.learners, "questions": rows, "quizzes": plain(found.quizzes)}


def progress_sheet(found: Progress) -> Sheet:
    """One row for each study day with an answer."""
    names = ("date", "answers", "right", "minutes", "new")
    return names, [
        (iso(day.day), day.reviews, day.right, round(day.minutes, 2), day.new) for day in day_rows(found)
    ]


def breakdown_sheet(found: Breakdown) -> Sheet:
    """One row for each deck, topic, kind or document."""
    states = ("new", "learning", "young", "mature", "suspended")
    names = ("name", "title", "answers", "right", "minutes", "recalled", "kept", *states)
    return names, [
        (
            row.name,
            row.title,
            row.answers,
            row.right,
            round(row.minutes, 2),
            row.kept.trials,
            row.kept.right,
            *(getattr(row.cards, state) for state in states),
        )
        for row in found.rows
    ]


def documents_sheet(found: Sequence[DocumentMap]) -> Sheet:
    """One row for each question of each paragraph."""
    names = ("document", "file", "paragraph", "paragraph_known", "question", "question_known")
    return names, [
        (
            one.document.title,
            one.document.file,
            paragraph.number,
            paragraph.knowledge.value,
            asked.question,
            asked.knowledge.value,
        )
        for one in found
        for paragraph in one.paragraphs
        for asked in paragraph.questions
    ]


def exam_sheet(found: Exam) -> Sheet:
    """One row for each topic, and one for everything, whose topic is empty."""
    names = ("date", "topic", "cards", "reviewed", "mean", "low", "high")
    return names, [_expected(iso(found.on), one) for one in (found.whole, *found.topics)]


def confusions_sheet(found: Sequence[Confusion]) -> Sheet:
    """One row for each pair."""
    names = ("first", "second", "times", "both_ways", "last", "first_asks", "second_asks")
    return names, [
        (
            pair.first,
            pair.second,
            pair.times,
            pair.there_and_back,
            iso(pair.last_day),
            pair.first_text,
            pair.second_text,
        )
        for pair in found
    ]


def items_sheet(found: AuthorView) -> Sheet:
    """One row for each card; options are in the JSON."""
    names = (
        *("card", "where", "learners", "right_at_first", "answers", "recalled", "lapses", "difficulty"),
        *("hints", "claimed", "seconds", "older", "sure", "advice", "says"),
    )
    return names, [
        (
            item.series.card,
            item.series.where,
            item.learners,
            item.first.right,
            item.answers,
            item.lapses.trials,
            item.lapses.right,
            None if item.difficulty is None else round(item.difficulty, 2),
            item.hints.right,
            item.claimed,
            None if item.seconds is None else round(item.seconds, 1),
            item.older,
            item.sure.name.lower(),
            said.code,
            said.text,
        )
        for item, said in found.rows
    ]


def iso(day: int) -> str:
    """A study day as `2026-03-02`."""
    return date_of(day).isoformat()


def _day(day: Day) -> dict[str, Any]:
    return {
        "date": iso(day.day),
        **{name: plain(value) for name, value in day._asdict().items() if name != "day"},
    }


def _kept(kept: Kept) -> dict[str, Any]:
    return {**plain(kept.kept), "aimed": plain(kept.aimed), "foretold": plain(kept.foretold)}


def _expected(date: str, one: Expected) -> tuple[object, ...]:
    shares = (None if share is None else round(share, 4) for share in (one.mean, one.low, one.high))
    return (date, one.topic, one.cards, one.reviewed, *shares)
