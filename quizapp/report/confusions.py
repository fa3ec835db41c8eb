"""Questions that are taken for each other: one was answered with what is right for the other."""

from typing import NamedTuple

from quizapp.deck.kinds import asks
from quizapp.deck.model import Card
from quizapp.library.library import Library
from quizapp.report.selection import EVERYTHING, Period, Selection, all_time, part_of
from quizapp.store import figures
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan


class Confusion(NamedTuple):
    """Two cards that were taken for each other. first: the one that was answered wrong more often.

    first_text, second_text: what they ask; their key where no deck at hand has them now.
    times: how often either was answered with the other's answer; there_and_back: both ways round.
    last_day: study day of the last time.
    """

    first: str
    second: str
    first_text: str
    second_text: str
    times: int
    there_and_back: bool
    last_day: int


def confusions(
    desk: Desk, selection: Selection = EVERYTHING, period: Period | None = None
) -> tuple[Confusion, ...]:
    """Return the pairs, the most frequent first. Raises UsageError for a tag that no card has."""
    part = part_of(desk, selection, period or all_time())
    pairs: dict[frozenset[str], list[figures.Mixup]] = {}
    for mixup in figures.mixups(desk.store.database, part.reviews):
        if mixup.asked != mixup.given:
            pairs.setdefault(frozenset((mixup.asked, mixup.given)), []).append(mixup)
    found = [_confusion(desk.library, mixups) for mixups in pairs.values()]
    return tuple(sorted(found, key=lambda pair: (-pair.times, -pair.last_day, pair.first)))


def drill(pairs: tuple[Confusion, ...]) -> Plan:
    """Return the plan of a sitting that asks the cards of these pairs side by side.

    A card that isn't due is asked for practice alone: its memory takes no notice.
    """
    return Plan(cards=tuple(dict.fromkeys(card for pair in pairs for card in (pair.first, pair.second))))


def _confusion(library: Library, mixups: list[figures.Mixup]) -> Confusion:
    most = mixups[0]
    return Confusion(
        most.asked,
        most.given,
        _text(library, most.asked),
        _text(library, most.given),
        sum(mixup.times for mixup in mixups),
        len(mixups) > 1,
        max(mixup.last_day for mixup in mixups),
    )


def _text(library: Library, key: str) -> str:
    found = library.question(key)
    return key if found is None else asks(found[0].body, Card.parse(key).face)
