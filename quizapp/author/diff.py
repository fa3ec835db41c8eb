"""Says before a class sees it what an edit of deck files will do to progress."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from quizapp.author.files import find, read_bytes, usable
from quizapp.deck.compare import Change, Fate, Trace, compare
from quizapp.deck.identity import fingerprint
from quizapp.deck.kinds import kind_of
from quizapp.deck.model import Card, Deck, Question
from quizapp.deck.read import read
from quizapp.errors import UsageError
from quizapp.library.find import SUFFIXES

_PATIENCE = 30
_MEANS = {
    Fate.SAME: "nothing changes",
    Fate.REWORDED: "progress stays",
    Fate.ANSWER: "progress stays; learners are told once and asked again soon",
    Fate.MOVED: "progress comes along",
    Fate.RENAMED: "progress comes along",
    Fate.NEW: "learners meet it as a new card",
    Fate.GONE: "it isn't asked any more; what was answered stays in the log",
}


class Side(NamedTuple):
    """One state of some deck files.

    decks: what was read, by the file's name. left_out: questions with a mistake, by the same.
    """

    decks: Mapping[str, Deck]
    left_out: Mapping[str, int]


class Line(NamedTuple):
    """A change, and where the card stands: `file:line` in the new files, or the old if it is gone."""

    change: Change
    place: str

    @property
    def means(self) -> str:
        """What it does to progress, in words."""
        change = self.change
        if change.afresh:
            return "its revision was raised: everyone starts afresh with it"
        if change.answer_changed and change.fate is not Fate.ANSWER:
            return f"{_MEANS[change.fate]}; the answer changed: learners are told once and asked again soon"
        return _MEANS[change.fate]


def compared(old: Side, new: Side) -> list[Line]:
    """Compare two states as a learner would meet them who has answered every card of the old one."""
    before, now = dict(_traces(old)), dict(_traces(new))
    lines = []
    for change in compare((trace for trace, _ in before.values()), (trace for trace, _ in now.values())):
        _, place = now[change.new] if change.new else before[change.old or ""]
        lines.append(Line(change, place))
    return lines


def _traces(side: Side) -> Iterator[tuple[str, tuple[Trace, str]]]:
    for name, deck in side.decks.items():
        for question in deck.questions:
            if not question.draft:
                for trace in _of(deck, question):
                    yield trace.card, (trace, f"{name}:{question.line}")


def _of(deck: Deck, question: Question) -> Iterator[Trace]:
    for face in kind_of(question.body).faces(question.body):
        key = str(Card(deck.id, question.id, face))
        yield Trace(key, question.kind, fingerprint(question, face), question.was, question.revision)


def sides(old: Path, new: Path) -> tuple[Side, Side]:
    """Read two files, or two folders. Raises UsageError or DeckError if one can't be read.

    A file that isn't called as the other is read as if it had come in its place.
    """
    if old.is_dir() != new.is_dir():
        raise UsageError("A file and a folder can't be compared", todo="Name two files or two folders")
    if not new.is_dir():
        for path in (old, new):
            find([path])
        name = str(new)
        return _side([(name, str(old), read_bytes(old))]), _side([(name, name, read_bytes(new))])
    return tuple(  # type: ignore[return-value]  # of two there are two
        _side((str(path.relative_to(folder)), str(path), read_bytes(path)) for path in find([folder]))
        for folder in (old, new)
    )


def since_commit(path: Path) -> tuple[Side, Side]:
    """Read a file or folder as it was last committed to git, and as it is now.

    Raises UsageError if git isn't there or doesn't know it.
    """
    find([path])
    folder = path if path.is_dir() else path.parent
    if path.is_dir():
        listed = _git(folder, "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", ".").decode(
            "utf-8", "replace"
        )
        names = [name for name in listed.split("\0") if name.endswith(SUFFIXES)]
        now = _side((str(file.relative_to(path)), str(file), read_bytes(file)) for file in find([path]))
    else:
        names = [path.name]
        now = _side([(path.name, str(path), read_bytes(path))])
    if not names:
        raise UsageError("git's last commit has no deck files here", where=str(path))
    before = _side((name, f"{name} (HEAD)", _git(folder, "show", f"HEAD:./{name}")) for name in names)
    return before, now


def _git(folder: Path, *arguments: str) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise UsageError("git isn't installed", todo="Name two files: quizapp diff OLD NEW")
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, and arguments without a shell
            [program, "-C", str(folder), *arguments],
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UsageError(f"git didn't answer: {error}", where=str(folder)) from None
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[0].removeprefix("fatal: ") if said else f"exit code {done.returncode}"
        raise UsageError(
            f"git has no earlier state of it: {reason}",
            where=str(folder),
            todo="Name two files: quizapp diff OLD NEW",
        )
    return done.stdout


def _side(files: Iterable[tuple[str, str, bytes]]) -> Side:
    """Read files given as the name they count as, the name they are told by, and their content."""
    decks, left_out = {}, {}
    for name, told, data in files:
        decks[name], left_out[name] = usable(read(data, name), told)
    return Side(decks, left_out)
