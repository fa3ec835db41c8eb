"""What `quizapp quiz` works out before a quiz is opened: the decks, the blueprint, the paper."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp.author.files import read_bytes
from quizapp.cli.output import tell
from quizapp.cli.services import deck_ids, is_path
from quizapp.deck.blueprint import EXAM_SUFFIX, Blueprint, Part
from quizapp.deck.decoding import text_lines
from quizapp.deck.exam import cost, read_exam, share
from quizapp.deck.messages import render
from quizapp.deck.problems import Problem
from quizapp.errors import UsageError
from quizapp.study.query import kinds_named
from quizapp.text import counted

if TYPE_CHECKING:
    from quizapp.study.desk import Desk
    from quizapp.study.quiz.making import Made
    from quizapp.study.quiz.paper import Paper

SELECTING = ("tag", "topic", "source", "kind", "level")


class ExamFile(NamedTuple):
    """An exam's file: its blueprint, with decks named by path made whole, and its lines."""

    path: Path
    blueprint: Blueprint
    lines: Sequence[str]

    @property
    def decks(self) -> tuple[str, ...]:
        """The decks it names, for the command line."""
        return self.blueprint.decks


def split(names: Sequence[str], blueprint: Path | None) -> tuple[list[str], Path | None]:
    """Part the decks named from an exam's file among them. Raises UsageError if there are two."""
    exams = [Path(name) for name in names if name.endswith(EXAM_SUFFIX)] + ([blueprint] if blueprint else [])
    if len(exams) > 1:
        raise UsageError("Only one exam can be sat at a time", todo="Name one file")
    return [name for name in names if not name.endswith(EXAM_SUFFIX)], exams[0] if exams else None


def load(path: Path) -> ExamFile:
    """Read an exam's file. Raises UsageError with every problem of it, DeckError if it can't be read."""
    data = read_bytes(path)
    reading = read_exam(data)
    lines = text_lines(data)
    if reading.blueprint is None:
        raise refused(str(path), reading.problems, lines)
    decks = tuple(str(path.parent / name) if is_path(name) else name for name in reading.blueprint.decks)
    return ExamFile(path, replace(reading.blueprint, decks=decks), lines)


def refused(name: str, problems: Sequence[Problem], lines: Sequence[str]) -> UsageError:
    """Show problems of a file on stderr, and return the error to raise."""
    for problem in problems:
        tell(render(problem, name, lines))
    many = counted(len(problems), "problem")
    return UsageError(f"{name} can't be used: {many}")


def blueprint_of(
    desk: "Desk", decks: Sequence[str], file: ExamFile | None, options: Mapping[str, Any]
) -> tuple[Blueprint, bool]:
    """Return the blueprint, and whether fewer questions than it wants will do.

    An exam's file leads, then the one a single deck has itself (with `exam`), then the defaults; what the
    options say leads over all.
    """
    from quizapp.study.quiz.sit import EXAM, PRACTICE, exam_of

    own = exam_of(desk, decks[0]) if options.get("exam") and file is None and len(decks) == 1 else None
    known = file.blueprint if file is not None else own
    base = known or (EXAM if options.get("exam") else PRACTICE)
    changes = {name: options[name] for name in ("minutes", "seconds", "clock") if options.get(name)}
    if options.get("certainty"):
        changes["certainty"] = True
    if options.get("penalty") is not None:
        changes["penalty"] = _checked(
            options["penalty"], cost(options["penalty"]) is not None, "--penalty", "25%"
        )
    if options.get("passing") is not None:
        percent = share(options["passing"])
        _checked(options["passing"], percent is not None, "--pass", "60%")
        changes["passing"] = percent
    if options.get("exam"):
        changes["feedback"] = "end"
    selected: dict[str, Any] = {name: tuple(options[name]) for name in SELECTING if options.get(name)}
    if "kind" in selected:
        named = (kinds_named(text) or (text,) for text in selected["kind"])
        selected["kind"] = tuple(dict.fromkeys(kind for kinds in named for kind in kinds))
    count = options.get("count")
    if selected or count:
        number = count or (None if known else base.count)
        part = replace(Part(count=number), **selected)
        changes |= {"parts": (part,), "count": None} if selected else {"parts": (), "count": count}
    return replace(base, **changes), known is None and not count


def _checked(text: str, fits: bool, name: str, like: str) -> str:
    if not fits:
        raise UsageError(f"{name} can't be '{text}'", todo=f"Write it like {like}")
    return text


def paper_of(
    desk: "Desk", names: Sequence[str], file: ExamFile | None, options: Mapping[str, Any]
) -> "Paper":
    """Draw the paper that decks, blueprint and seed give. Raises UsageError if the decks can't fill it."""
    from quizapp.study.quiz import sit
    from quizapp.study.quiz.pool import faults, pool_of

    if not names and file is None:
        raise UsageError("This needs a deck", todo="'quizapp decks' lists them")
    decks = deck_ids(desk.library, names or (file.decks if file else ()))
    blueprint, at_most = blueprint_of(desk, decks, file, options)
    if file is not None and not any(options.get(name) for name in ("count", *SELECTING)):
        found = faults(pool_of(desk.library, decks), blueprint)
        if found:
            raise refused(str(file.path), found, file.lines)
    return sit.draw(desk, decks, blueprint, options.get("seed"), at_most=at_most)


def coded(desk: "Desk", code: str) -> "Made":
    """Make the paper that a code holds."""
    from quizapp.study.quiz import sit

    return sit.from_code(desk, code)
