"""Section 8: questions that were taken for each other."""

from collections.abc import Iterator

from quizapp.report.confusions import Confusion
from quizapp.report.how import HOW
from quizapp.report.selection import long_date
from quizapp.text import counted
from quizapp.tui.progress.drawing import BLANK, asked, fit, lines, prose
from quizapp.tui.progress.view import View
from quizapp.tui.widgets.board import Mark, Row

MOST = 200
"""Pairs listed, the most frequent ones."""

_NAME = 6


def rows(view: View, width: int) -> list[Row]:
    """A pair each: how often, and both questions under each other."""
    found: tuple[Confusion, ...] = view.found
    if not found:
        return [
            *prose("No answer given so far was the right answer of another question.", width, "strong"),
            *prose(
                "When one is, the pair stands here, and you can have both asked side by side to tell them"
                " apart.",
                width,
            ),
        ]
    made = [*prose(f"{counted(len(found), 'pair')} of questions, the most frequent first.", width, "strong")]
    for number, pair in enumerate(found[:MOST]):
        room = width - _NAME
        sign = "⇄" if pair.there_and_back else "→"
        made += [
            BLANK,
            *_side(f"{pair.times}×", "accent", pair.first_text, room, f"pair:{number}"),
            *_side(f"   {sign}", "quiet", pair.second_text, room),
        ]
    if len(found) > MOST:
        made += [BLANK, *prose(f"{len(found) - MOST:,} more: 'quizapp stats --confusions'.", width)]
    return made


def _side(sign: str, tone: str, text: str, room: int, stop: str = "") -> Iterator[Row]:
    for number, line in enumerate(lines(asked(text), room)):
        yield Row((Mark(fit("" if number else sign, _NAME), tone), Mark(line)), "" if number else stop)


def said(view: View, stop: str) -> list[str]:
    """The pair at the cursor in words."""
    pair = pair_of(view.found, stop)
    if pair is None:
        return []
    ways = (
        "Each was answered with the other's answer"
        if pair.there_and_back
        else "The first was answered with the second's answer"
    )
    last = f", last on {long_date(pair.last_day)}"
    return [f"{ways}, {counted(pair.times, 'time')}{last}. Enter asks both side by side."]


def how(_: View, __: str) -> str:
    """How it is computed."""
    return HOW["confusions"]


def pair_of(found: tuple[Confusion, ...], stop: str) -> Confusion | None:
    """The pair of a stop."""
    number = stop.partition(":")[2]
    return found[int(number)] if number.isdigit() and int(number) < len(found) else None
