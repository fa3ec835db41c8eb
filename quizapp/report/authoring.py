"""The author's view of decks: how each question fares in practice, and, kept apart, in quizzes."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from quizapp.deck.kinds import asks
from quizapp.deck.model import Card
from quizapp.library.refresh import Progress
from quizapp.report.advice import Advice, advised
from quizapp.report.items import Item, Series, answered_part, items
from quizapp.report.quizzes import Quizzed, quizzed
from quizapp.store import answers
from quizapp.store.answers import Learned
from quizapp.store.lines import lines_of
from quizapp.study.desk import Desk

_LOT = 500
"""Cards after which it is told how far things have come."""


class AuthorView(NamedTuple):
    """What an author sees. rows: what to look at first comes first. learners: oneself and each export.

    quizzes: the same cards in quizzes of this log; a card that was on no paper isn't in it.
    """

    decks: tuple[str, ...]
    rows: tuple[tuple[Item, Advice], ...]
    learners: int
    quizzes: tuple[Quizzed, ...]


def author_view(
    desk: Desk, decks: Sequence[str], exports: Sequence[Path] = (), progress: Progress | None = None
) -> AuthorView:
    """Return how the cards of these decks (ids) fare, read beside the learners' exports.

    progress: is told now and then how many cards of how many are done; what it raises ends this. The
    exports aren't imported. Two files of one learner count once, the longer one, and a file of one's
    own isn't counted beside the log. Raises StoreError for a file that can't be read or isn't an export.
    """
    members = tuple(dict.fromkeys(member for deck in decks for member in desk.library.members(deck)))
    mine = answers.own_names(desk.store.database)
    found: dict[str, Learned] = {}
    for path in exports:
        learned = answers.exported(lines_of(path), str(path))
        if learned.learner not in mine and len(learned.answers) >= len(
            found.get(learned.learner, learned).answers
        ):
            found[learned.learner] = learned
    with desk.store.database.snapshot():
        own = answers.in_log(desk.store.database, desk.store.learner, members)
    known = [*([own] if own.answers else []), *found.values()]
    places = [place for deck in members for place in desk.library.places(deck)]
    every = items(_series(desk, places, progress), known)
    wanted = {item.series.card for item in every}
    return AuthorView(
        decks=members,
        rows=advised(every),
        learners=len([one for one in known if any(answer.card in wanted for answer in one.answers)]),
        quizzes=quizzed(desk, members),
    )


def _series(
    desk: Desk, places: Sequence[tuple[str, str, int, str, str]], progress: Progress | None
) -> Iterator[Series]:
    for done, (key, _, _, _, fingerprint) in enumerate(places):
        if progress is not None and done % _LOT == 0:
            progress(done, len(places))
        at_hand = desk.library.question(key)
        if at_hand is None:
            continue
        question, entry = at_hand
        yield Series(
            key,
            question,
            f"{entry.path}:{question.line}",
            asks(question.body, Card.parse(key).face),
            question.revision,
            answered_part(fingerprint),
        )
