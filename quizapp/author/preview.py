"""What a preview of a deck file shows, and where one stands in it, from one save to the next. Pure."""

from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from quizapp.author.saves import Version
from quizapp.deck.decoding import text_lines
from quizapp.deck.kinds import faces
from quizapp.deck.messages import cure, what
from quizapp.deck.model import FRONT, Deck, Question
from quizapp.deck.problems import ERROR, Problem


class Spot(NamedTuple):
    """Where one stands: which question, from 0, and which of its faces."""

    at: int = 0
    face: str = FRONT


class Preview(NamedTuple):
    """What a preview shows.

    newest: the file as it was saved last. shown: the newest version in which nothing that was there
    before is broken; None if there never was one. problems: of the newest version, by place; complete
    only when the rules have been put to it (`checked`).
    """

    newest: Version
    shown: Version | None
    spot: Spot
    problems: tuple[Problem, ...]
    checked: bool = False

    @property
    def deck(self) -> Deck | None:
        """The deck shown."""
        return self.shown.reading.deck if self.shown else None

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions shown."""
        return self.shown.questions if self.shown else ()

    @property
    def question(self) -> Question | None:
        """The question one stands at."""
        return self.questions[self.spot.at] if self.questions else None

    @property
    def faces(self) -> tuple[str, ...]:
        """The faces of this question, each a card of its own."""
        return faces(self.question.body) if self.question else ()

    @property
    def mistake(self) -> Problem | None:
        """The first mistake in the newest version, if that isn't the one shown."""
        if self.shown is self.newest:
            return None
        found = self.newest.reading.problems
        return next((problem for problem in found if problem.severity == ERROR), None)

    @property
    def broken(self) -> str:
        """Where and what the mistake is that keeps the newest version from sight, and its cure; or empty."""
        if self.shown is self.newest:
            return ""
        name, first = self.newest.path.name, self.mistake
        if first is None:
            return f"{name}: There is no question in this file."
        return f"{name}:{first.line}:{first.column}: {closed(what(first))} {closed(cure(first))}"

    @property
    def line(self) -> int:
        """The line of the newest file where the question stands, or where its first mistake is."""
        if self.mistake is not None:
            return self.mistake.line
        return self.question.line if self.question else 1

    def take(self, newest: Version) -> "Preview":
        """Return the preview after a save."""
        shown = newest if _whole(newest, self.shown) else self.shown
        spot = kept(self.questions, self.spot, newest.questions) if shown is newest else self.spot
        return Preview(newest, shown, spot, newest.reading.problems)

    def found(self, version: Version, problems: tuple[Problem, ...]) -> "Preview":
        """Return the preview with all that was found in a version; as it was if that isn't the newest."""
        return self._replace(problems=problems, checked=True) if version is self.newest else self

    def at(self, number: int) -> "Preview":
        """Return the preview at the question with that number, from 0; the nearest there is."""
        last = len(self.questions) - 1
        spot = _first_face(self.questions, max(0, min(number, last))) if self.questions else Spot()
        return self._replace(spot=spot)

    def turned(self, by: int = 1) -> "Preview":
        """Return the preview at another face of the same question."""
        names = self.faces
        if len(names) < 2:
            return self
        here = names.index(self.spot.face)
        return self._replace(spot=self.spot._replace(face=names[(here + by) % len(names)]))

    def number_at(self, line: int) -> int | None:
        """Return the question, from 0, that stands at a line of the newest file; None if none shown does."""
        if self.shown is not self.newest:
            return None
        place = bisect_right([question.line for question in self.questions], line) - 1
        return place if place >= 0 else None

    def concerns(self, problem: Problem) -> bool:
        """Tell whether a problem stands in the question one is at, or keeps the newest version from sight."""
        return problem == self.mistake or self.number_at(problem.line) == self.spot.at

    def search(self, text: str) -> tuple[int, ...]:
        """Return which questions, from 0, a text may mean, the likeliest first.

        That is the one with that number (from 1), with that id, and those that have the words, from here on
        and round. No text means all of them, in order.
        """
        wanted = " ".join(text.casefold().split())
        every = range(len(self.questions))
        if not wanted:
            return tuple(every)
        start = self.spot.at + 1
        round_ = [*every[start:], *every[:start]]
        found = [int(wanted) - 1] if wanted.isdecimal() and int(wanted) - 1 in every else []
        found += [at for at in round_ if self.questions[at].id.casefold() == wanted]
        texts = _texts(self)
        found += [at for at in round_ if wanted in texts[at]]
        return tuple(dict.fromkeys(found))


def closed(text: str) -> str:
    """Return what is said of a problem as a sentence of its own."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith(("?", ".", "!", "…")) else f"{text}."


def begin(version: Version) -> Preview:
    """Return the preview of a file as it is found."""
    empty = Preview(version, None, Spot(), version.reading.problems)
    return empty.take(version).at(0)


def kept(before: tuple[Question, ...], spot: Spot, after: tuple[Question, ...]) -> Spot:
    """Return where one stands after a save.

    The same question by its id, with its face if it still has that one; else as far behind the nearest
    question before it that is still there; else the same place, or the last.
    """
    if not after:
        return Spot()
    if not before:
        return _first_face(after, 0)
    places = {question.id: at for at, question in enumerate(after)}
    found = places.get(before[spot.at].id)
    if found is not None:
        names = faces(after[found].body)
        return Spot(found, spot.face if spot.face in names else names[0])
    at = spot.at
    for back in range(1, spot.at + 1):
        anchor = places.get(before[spot.at - back].id)
        if anchor is not None:
            at = anchor + back
            break
    return _first_face(after, min(at, len(after) - 1))


def _texts(preview: Preview) -> list[str]:
    """The lines of each question as they stand in the file shown, to search in."""
    lines = text_lines(preview.shown.data) if preview.shown else []
    starts = [question.line - 1 for question in preview.questions]
    parts = pairwise([*starts, len(lines)])
    return [" ".join(" ".join(lines[start:end]).casefold().split()) for start, end in parts]


def _first_face(questions: tuple[Question, ...], at: int) -> Spot:
    return Spot(at, faces(questions[at].body)[0])


def _whole(newest: Version, shown: Version | None) -> bool:
    """Tell whether a version may be shown: no question of it is broken that wasn't before."""
    if newest.reading.deck is None:
        return False
    return shown is None or newest.reading.left_out <= shown.reading.left_out
