"""Section 7: the mark to be expected on a day, and what it takes to reach a goal."""

from collections.abc import Iterator

from quizapp.memory.days import date_of
from quizapp.report.exam import Exam
from quizapp.report.expect import ENOUGH, Expected
from quizapp.report.how import HOW
from quizapp.report.more_tables import exam_tables
from quizapp.report.selection import WEEKDAYS, long_date
from quizapp.report.tables import percent
from quizapp.text import counted
from quizapp.tui.progress.drawing import BLANK, fit, heading, label_width, prose, ranged, scale
from quizapp.tui.progress.view import View
from quizapp.tui.widgets.board import Mark, Row

DATE, GOAL = "date", "goal"
_SHARE = 6
_RANGE = 11
_SEEN = 12
_MOST = 41
_LEAST = 12
_NAME = 24
_WIDE = 66


def rows(view: View, width: int) -> list[Row]:
    """Date and goal, the whole, each topic, and the work to do."""
    found: Exam = view.found
    made = [*_choices(view, width), BLANK]
    whole = found.whole
    if whole.mean is None or whole.low is None or whole.high is None:
        return [*made, *_few(whole, width)]
    expected, *work = exam_tables(found)
    made += prose(f"Expect {percent(whole.mean)} of {counted(whole.cards, 'card')}.", width, "strong")
    for sentence in expected.sentences[1:]:
        made += prose(sentence, width)
    said = [topic for topic in found.topics if topic.mean is not None]
    name = min(_NAME, max((len(topic.topic) for topic in said), default=0) + 2, width // 3)
    name = max(name, len("everything") + 2)
    made += [BLANK, _axis(width, name)]
    made += _line(whole, "everything", name, width, found.goal)
    for topic in sorted(said, key=lambda one: one.mean or 0):
        made += _line(topic, topic.topic, name, width, found.goal)
    goal = "   ┊ the goal" if found.goal is not None else ""
    made += prose(f"● mean   ├─┤ eight of ten marks{goal}", width, "quiet")
    for table in work:
        made += heading(table.title)
        for sentence in table.sentences:
            made += prose(sentence, width)
    return made


def how(view: View, stop: str) -> str:
    """How it is computed."""
    found: Exam = view.found
    return HOW["work"] if stop == GOAL and found.goal is not None else HOW["exam"]


def _choices(view: View, width: int) -> Iterator[Row]:
    ask = view.ask
    days = ask.on - ask.day
    when, label = long_date(ask.on), label_width(width)
    if width >= _WIDE:
        when = f"{WEEKDAYS[date_of(ask.on).weekday()]} {when}"
    away = "today" if not days else "tomorrow" if days == 1 else f"in {days} days"
    goal = "none" if ask.goal is None else percent(ask.goal)
    yield Row((Mark(f"{'Exam on':<{label}}", "quiet"), Mark(f"{when}, {away}")), DATE)
    yield Row((Mark(f"{'Goal':<{label}}", "quiet"), Mark(goal)), GOAL)


def _few(whole: Expected, width: int) -> Iterator[Row]:
    yield from prose("There are too few answers to say anything yet.", width, "strong")
    yield from prose(
        f"Of {counted(whole.cards, 'card')}, {whole.reviewed} were answered so far; it takes {ENOUGH}.",
        width,
    )


def _cells(width: int, name: int) -> int:
    taken = name + _SHARE + 2 + (_RANGE + _SEEN if width >= _WIDE else 2)
    return max(_LEAST, min(_MOST, width - taken))


def _axis(width: int, name: int) -> Row:
    cells = _cells(width, name)
    line = fit(" " * (name + _SHARE + 2) + scale(cells, 0.0), name + _SHARE + 2 + cells + 2)
    if width >= _WIDE:
        line += fit("range", _RANGE - 2, right=True) + fit("seen of", _SEEN, right=True)
    return Row((Mark(line.rstrip(), "quiet"),))


def _line(one: Expected, title: str, name: int, width: int, goal: float | None) -> Iterator[Row]:
    if one.mean is None or one.low is None or one.high is None:
        return
    lead = (
        Mark(fit(title, name - 1) + " "),
        Mark(fit(percent(one.mean), _SHARE, right=True) + "  ", "strong"),
    )
    bar = ranged(one.mean, one.low, one.high, _cells(width, name), aim=goal)
    between = f"{100 * one.low:.0f}–{100 * one.high:.0f} %"
    seen = f"{one.reviewed:,} of {one.cards:,}"
    if width >= _WIDE:
        said = fit(between, _RANGE, right=True) + fit(seen, _SEEN, right=True)
        yield Row((*lead, *bar, Mark(said)))
        return
    yield Row((*lead, *bar))
    yield Row((Mark("  "), Mark(f"{between}, {seen} seen", "quiet")))
