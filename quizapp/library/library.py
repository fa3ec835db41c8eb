"""Which decks are there: finds and reads deck files, and answers from an index of what they hold."""

import json
import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from quizapp.errors import UsageError
from quizapp.library import copies, include, names
from quizapp.library.choose import Candidate, Choice, View, choose
from quizapp.library.entry import PATH, Entry, Root, own_roots
from quizapp.library.index import LEVEL, SOURCE, TAG, TOPIC, Index
from quizapp.library.lasting import Lasting
from quizapp.library.refresh import Progress, bring_up
from quizapp.paths import Paths

if TYPE_CHECKING:
    from quizapp.deck.model import Card, Deck, Question
    from quizapp.deck.problems import Problem
    from quizapp.library.intake import Added

T = TypeVar("T")
_KEPT = 512
_NO_FILE = 0


class Library:
    """The decks at hand. One thread at a time; several programs may share the index.

    Nothing is at hand before the first `refresh`. Entries, notices and includes are those of the last
    one; what a file holds is asked from the index at each call. A deck that isn't there has no cards.

    notices: sentences about files that are not read or not used, for the learner.
    """

    def __init__(self, paths: Paths, roots: Sequence[Root], prefer: Mapping[str, str]) -> None:
        self.paths = paths
        self.notices: tuple[str, ...] = ()
        self._roots = tuple(roots)
        self._prefer = prefer
        self._lasting = Lasting(paths.index)
        self._view = View((), {}, ())
        self._choice = Choice({}, {}, {}, ())
        self._questions: dict[tuple[str, str], Question] = {}
        self._words: list[str] | None = None

    @classmethod
    def open(
        cls,
        paths: Paths,
        *,
        folders: Sequence[Path] = (),
        extra: Sequence[Path] = (),
        prefer: Mapping[str, str] | None = None,
    ) -> Self:
        """Open the library; cheap: no deck file is looked at before `refresh`.

        folders: from the settings. extra: files and folders named on the command line.
        prefer: deck ids with the mark by which the learner knows them; it decides between two files
        with one id. Without a place for the index it lives in memory.
        Raises UsageError if a path of `extra` doesn't exist.
        """
        for path in extra:
            if not os.path.lexists(path):
                raise UsageError("There is no such file or folder", where=str(path))
        roots = [*own_roots(paths, folders), *(Root(path, PATH, named=True) for path in extra)]
        return cls(paths, roots, prefer or {})

    def look_in(self, folders: Sequence[Path]) -> None:
        """From the next `refresh` on, look in these folders in place of those given when it was opened."""
        named = [root for root in self._roots if root.named]
        self._roots = (*own_roots(self.paths, folders), *named)

    def twin(self) -> Self:
        """Open the same library once more, with a connection of its own; any thread may do so.

        It is for a look at the files that takes long: `take_over` brings the outcome back.
        """
        return type(self)(self.paths, self._roots, self._prefer)

    def take_over(self, twin: Self) -> None:
        """Go on with what a twin has found; the twin is used up. Its own thread must be done with it."""
        self._index.close()
        self._lasting = twin._lasting
        self._view, self._choice, self.notices = twin._view, twin._choice, twin.notices
        self._questions.clear()
        self._words = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the index."""
        self._index.close()

    def refresh(self, progress: Progress | None = None) -> bool:
        """Look at all deck files and read those that changed. Tell whether anything is otherwise than before.

        progress: called with the number of files read so far and of those to read, if there are any.
        """
        before = (self._choice.entries, self.notices)
        self._ask(lambda: self._look(progress))
        return before != (self._choice.entries, self.notices)

    def _look(self, progress: Progress | None = None) -> None:
        view = bring_up(self._index, self._roots, progress)
        choice = choose(view, self._prefer, copies.recorded(self.paths.decks))
        own = (self._lasting.notice,) if self._lasting.notice else ()
        self.notices = tuple(dict.fromkeys((*own, *view.notices, *choice.notices)))
        self._view = view
        self._choice = choice
        self._questions.clear()
        self._words = None

    def decks(self) -> tuple[Entry, ...]:
        """Every deck, those with an order by it, then the others, each by title."""
        return tuple(self._choice.entries.values())

    def deck(self, name: str) -> Entry:
        """Return the deck with that id, title, file name or path. Raises UsageError if it's unclear which."""
        return names.named(name, self._choice.entries)

    def members(self, deck: str) -> tuple[str, ...]:
        """Return the ids of a deck and of all it includes, level by level, each once."""
        entry = self._choice.entries.get(deck)
        if entry is None or not entry.includes:
            return (deck,)
        graph = {name: entry.includes for name, entry in self._choice.entries.items()}
        return include.members(graph, deck)

    def header(self, deck: str) -> "Deck":
        """Return a deck as it was read, without its questions: authors, documents and so on.

        Raises UsageError if there is no such deck, as `problems` and `report` do.
        """
        from quizapp.deck.codec import decode_deck  # noqa: PLC0415 - a list of decks does without

        return decode_deck(self._whole(self.deck(deck).id, "deck"))

    def problems(self, deck: str) -> tuple["Problem", ...]:
        """Return what is wrong in a deck's own file; `report` also tells of includes."""
        from quizapp.deck.problems import Problem  # noqa: PLC0415 - a list of decks does without

        return tuple(Problem(*values) for values in json.loads(self._whole(self.deck(deck).id, "problems")))

    def report(self, deck: str) -> str:
        """Return all problems of a deck as a person reads them, with file, line, column and caret.

        Empty if there are none. A file that is no deck at all is told in `notices`.
        """
        found = self.deck(deck).id
        parts = [self._whole(found, "report"), *self._choice.refused.get(found, ())]
        return "\n".join(part.rstrip("\n") for part in parts if part)

    def places(self, deck: str) -> list[tuple[str, str, int, str, str]]:
        """Key, question, position, kind and fingerprint of the cards of the deck's own file, in order.

        Drafts are left out.
        """
        return self._ask(lambda: self._index.places(self._file(deck)))

    def keys(self, deck: str, kinds: Sequence[str] = ()) -> list[str]:
        """Keys of the cards of the deck's own file, in order: all, or those of these kinds."""
        return self._ask(lambda: self._index.keys(self._file(deck), kinds))

    def kinds(self, decks: Sequence[str]) -> list[str]:
        """The kinds of questions in the own files of these decks, in order."""
        return self._ask(lambda: self._index.kinds([self._file(deck) for deck in decks]))

    def question(self, card: "str | Card") -> "tuple[Question, Entry] | None":
        """Return the question of a card and its deck; None if there is none (any more)."""
        from quizapp.deck.codec import decode_question  # noqa: PLC0415 - counting cards does without
        from quizapp.deck.model import Card  # noqa: PLC0415 - the same

        try:
            named = Card.parse(card) if isinstance(card, str) else card
        except ValueError:
            return None
        key = (named.deck, named.question)
        question = self._questions.get(key)
        if question is None:
            text = self._ask(lambda: self._index.question(self._file(named.deck), named.question))
            if text is None:
                return None
            question = decode_question(text)
            if len(self._questions) >= _KEPT:
                del self._questions[next(iter(self._questions))]
            self._questions[key] = question
        return question, self._choice.entries[named.deck]

    def answers(self, deck: str) -> tuple[tuple[str, str], ...]:
        """Card keys and right answers of the deck's own typed questions, one row for each wording.

        Answers are in the normal form in which the judge compares them (`quizapp.answer.normal.key`).
        """
        rows = self._ask(lambda: self._index.answers(self._file(deck)))
        return tuple((key, answer) for key, answers in rows for answer in json.loads(answers))

    def words(self, word: str) -> bool:
        """Tell whether `word` stands in a question, answer or explanation at hand; case doesn't matter."""
        if self._words is None:
            self._words = [self._whole(deck, "words") for deck in self._choice.leads]
        wanted = f"\n{word.lower()}\n"
        return any(wanted in text for text in self._words)

    def cards_with(
        self,
        *,
        tag: str | None = None,
        source: str | None = None,
        topic: str | None = None,
        level: int | None = None,
    ) -> set[str]:
        """Return the keys of all cards with that tag, source, topic and level; case doesn't matter.

        A source is named by its key, its title, its file or its address. None is no condition, and
        without any condition nothing is found.
        """
        named = ((TAG, tag), (SOURCE, source), (TOPIC, topic), (LEVEL, None if level is None else str(level)))
        found = [self._labelled(sort, name.casefold()) for sort, name in named if name is not None]
        return set.intersection(*found) if found else set()

    def labels(self, decks: Sequence[str], sort: str) -> list[str]:
        """Return the names of all tags, sources, topics or levels (`sort`) of these decks, casefolded."""
        files = [self._file(deck) for deck in decks]
        return self._ask(lambda: self._index.labels(files, sort))

    def look_up(
        self, work: Callable[[sqlite3.Connection, list[int]], T], decks: Sequence[str] | None = None
    ) -> T:
        """Let a function of `search` read the index, given the files of `decks` (all if None)."""

        def files() -> list[int]:
            wanted = self._choice.entries if decks is None else decks
            return [lead.row.id for lead in map(self._choice.leads.get, wanted) if lead is not None]

        return self._ask(lambda: self._index.ask(lambda sql: work(sql, files())))

    def was(self, deck: str) -> dict[str, str]:
        """Return the earlier ids of a deck's questions, each with the present one."""
        return self._ask(lambda: self._index.was(self._file(deck)))

    def add(self, path: Path, *, replace: bool = False) -> tuple["Added", ...]:
        """Copy a deck file, or the decks of a folder, into the user's decks folder.

        Pictures, documents and included files in the deck's folder come along. A deck that is there
        already is left alone if nothing changed; `replace` puts the new one in its place and keeps the old.
        Raises UsageError if there is nothing to add, it is there already or another deck has its id,
        DeckError if nothing in a deck can be asked or the disk refuses.
        """
        from quizapp.library import intake  # noqa: PLC0415 - needed by one command

        return intake.add(self, path, replace=replace)

    def remove(self, deck: str) -> Path:
        """Take one of the user's decks out; return where it is kept. The learner's progress stays.

        Raises UsageError for a shipped deck or one that lies elsewhere, DeckError if the disk refuses.
        """
        from quizapp.library import intake  # noqa: PLC0415 - needed by one command

        return intake.remove(self, deck)

    def copy(self, deck: str) -> Path:
        """Copy a shipped deck into the user's folder, where it can be edited and leads; return its path.

        Raises UsageError if the deck isn't a shipped one, DeckError if the disk refuses.
        """
        from quizapp.library import intake  # noqa: PLC0415 - needed by one command

        return intake.copy(self, deck)

    def candidates(self, deck: str) -> tuple[Candidate, ...]:
        """Every file with that deck id, also those that don't lead."""
        return tuple(candidate for candidate in self._view.candidates if candidate.row.deck == deck)

    @property
    def _index(self) -> Index:
        return self._lasting.index

    def _file(self, deck: str) -> int:
        lead = self._choice.leads.get(deck)
        return _NO_FILE if lead is None else lead.row.id

    def _labelled(self, sort: str, name: str) -> set[str]:
        return self._ask(
            lambda: self._index.labelled([lead.row.id for lead in self._choice.leads.values()], sort, name)
        )

    def _whole(self, deck: str, column: str) -> str:
        return self._ask(lambda: self._index.whole(self._file(deck), column)) or ""

    def _ask(self, work: Callable[[], T]) -> T:
        return self._lasting.ask(work, self._look)
