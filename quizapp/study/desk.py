"""The one place where decks, log, settings and clock are put together."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from quizapp.clock import Clock, clock_from
from quizapp.errors import QuizappError, StoreError
from quizapp.library.library import Library
from quizapp.memory.days import ClockWarning
from quizapp.memory.model import Moment
from quizapp.paths import Paths, paths_from
from quizapp.settings import SettingProblem, Settings, load
from quizapp.store.event import Kind
from quizapp.store.store import Store
from quizapp.study.overview import Overview, overview, scope_of, started_scope
from quizapp.study.plan import Plan
from quizapp.study.queue import Scope
from quizapp.study.scheduling import scheduling
from quizapp.study.timekeeper import Timekeeper

if TYPE_CHECKING:
    from quizapp.study.acts import CardActs
    from quizapp.study.browse import Browser
    from quizapp.study.reading import Reading
    from quizapp.study.session import Session

# ruff: noqa: PLC0415 - judging, reading decks and backups are loaded by those who use them: commands
# that only look must not wait for that.


_MINUTE = 60_000
READ_ONLY = "The log can't be written: this is how it stands, without what changed in the decks since."


class Desk:
    """Everything a front end works with. Close it, or use it in a `with` statement."""

    def __init__(
        self,
        paths: Paths,
        loaded: tuple[Settings, tuple[SettingProblem, ...]],
        clock: Clock,
        library: Library,
        store: Store,
        front: str,
    ) -> None:
        self.paths = paths
        self.settings, self.setting_problems = loaded
        self.clock = clock
        self.library = library
        self.store = store
        self.front = front
        self.time = Timekeeper(clock, self.settings, store)
        self._seen: tuple[object, bool, Overview] | None = None

    @classmethod
    def open(
        cls,
        environment: Mapping[str, str],
        extra: Sequence[Path] = (),
        *,
        front: str,
        clock: Clock | None = None,
        reading: bool = False,
    ) -> Self:
        """Open what belongs to this user.

        extra: deck files and folders named on the command line. front: line, tui or cli. reading: a log
        that can't be written is opened as it stands, for those who only look. Raises QuizappError where
        the log or the index can't be opened.
        """
        paths = paths_from(environment)
        loaded = load(paths.settings)
        store = _open_log(paths.store, reading=reading)
        try:
            folders = [Path(folder).expanduser() for folder in loaded[0].deck_folders]
            library = Library.open(paths, folders=folders, extra=extra, prefer=store.marks())
        except BaseException:
            store.close()
            raise
        return cls(paths, loaded, clock or clock_from(environment), library, store, front)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close log and index. Closing twice is harmless."""
        self.library.close()
        self.store.close()

    def refresh(self, progress: Callable[[int, int], None] | None = None) -> tuple[str, ...]:
        """Look at the deck files, and compare them with the log where they have changed.

        progress: called with files read and files to read. Returns what the learner should be told, in
        sentences: about decks, the clock, the place of the log.
        """
        self.library.refresh(progress)
        moment = self.time.moment()
        told = [*self.store.notices, *self.library.notices]
        if self.store.read_only:
            return (*told, READ_ONLY)
        told += self._set_clock_right(moment)
        if self.store.last_day() is None:
            told += self._emptied()
        marks = {entry.id: entry.mark for entry in self.library.decks()}
        if marks != self.store.marks():
            from quizapp.study.reconcile import reconcile

            told += reconcile(self.library, self.store, moment)
        return tuple(told)

    def reading(self) -> "Callable[[Callable[[int, int], None]], Reading]":
        """Return what does the slow part of `refresh` on any thread, with connections of its own.

        It is called with `progress`, which stops it by raising; what was read until then stays read.
        `take` brings its outcome to this desk. Raises QuizappError, as the job itself does.
        """
        from quizapp.study.reading import reader

        moment = self.time.moment()
        wrong = (READ_ONLY,) if self.store.read_only else self._set_clock_right(moment)
        return reader(self.library, self.store, moment, (*self.store.notices, *wrong))

    def take(self, reading: "Reading") -> tuple[str, ...]:
        """Go on with what a job of `reading` found; return what the learner should be told."""
        self.library.take_over(reading.library)
        empty = not self.store.read_only and self.store.last_day() is None
        emptied = self._emptied() if empty else []
        return (*reading.told, *self.library.notices, *emptied, *reading.compared)

    def overview(self, *, stages: bool = False) -> Overview:
        """What waits now, and how today went; with `stages` also how each deck's cards stand.

        It is looked up once for as long as `state` is the same.
        """
        state = self.state()
        if self._seen is None or self._seen[0] != state or stages > self._seen[1]:
            found = overview(self.library, self.store, self.settings, self.time.moment(), stages=stages)
            self._seen = (state, stages, found)
        return self._seen[2]

    def state(self) -> object:
        """Return something that equals what it was before if `overview` would say the same again.

        Learning cards come due by the minute, so it changes at least once a minute.
        """
        moment = self.time.moment()
        return self.store.version(), self.settings, self.library.decks(), moment.day, moment.at // _MINUTE

    def start(self, deck: str) -> None:
        """Take a deck into daily studying; nothing happens if it is there."""
        if deck not in self.store.started():
            self._act(Kind.START, deck)

    def stop(self, deck: str) -> None:
        """Leave a deck out of daily studying; its progress stays."""
        if deck in self.store.started():
            self._act(Kind.STOP, deck)

    def resume(self, deck: str) -> int:
        """Take every suspended card of a deck into studying again; return how many there were."""
        from quizapp.study.cards import RESUME

        members = self.library.members(deck)
        cards = [standing.card for member in members for standing in self.store.standings(member)]
        return self.cards().do(RESUME, cards).changed

    def cards(self) -> "CardActs":
        """Return what acts on cards outside of a sitting."""
        from quizapp.study.acts import CardActs

        return CardActs(self.store, self.time, self.front)

    def browser(self) -> "Browser":
        """Return what finds cards among all at hand; decks must have been read."""
        from quizapp.study.browse import Browser

        return Browser(self.library, self.store, lambda: self.time.moment().day)

    def session(self, plan: Plan = Plan()) -> "Session":  # noqa: B008 - a plan is immutable
        """Begin a sitting; the decks it names are started by that."""
        from quizapp.study.reviews import Services
        from quizapp.study.session import Session

        for deck in plan.decks:
            self.start(deck)
        services = Services(self.library, self.store, self.time, self.settings, self.front)
        return Session(services, plan, lambda: self._scope(plan))

    def backup_job(self) -> Callable[[], str | None] | None:
        """Return what makes today's backup, to be run on any thread; None if none is due.

        The job returns a sentence if there is trouble to tell; it never raises QuizappError.
        """
        from quizapp.store import backup

        day = self.time.moment().day
        if self.store.last_day() is None or not backup.due(self.paths.backups, day):
            return None
        source, folder = self.paths.store, self.paths.backups
        budget = self.settings.backup_megabytes * 1_000_000

        def job() -> str | None:
            try:
                backup.backup(source, folder, day=day, budget_bytes=budget)
            except QuizappError as error:
                return f"There is no backup of today: {error}"
            return None

        return job

    def reload_settings(self) -> None:
        """Read the settings again; folders of decks are looked at by the next `refresh`."""
        self.settings, self.setting_problems = load(self.paths.settings)
        self.library.look_in([Path(folder).expanduser() for folder in self.settings.deck_folders])
        self.time = Timekeeper(self.clock, self.settings, self.store)

    def _scope(self, plan: Plan) -> Scope:
        scope = scope_of(self.library, plan.decks) if plan.decks else started_scope(self.library, self.store)
        if plan.tag is None and plan.source is None:
            return scope
        return scope._replace(only=frozenset(self.library.cards_with(tag=plan.tag, source=plan.source)))

    def _set_clock_right(self, moment: Moment) -> list[str]:
        """Redate what a wrong clock recorded, or tell that the clock looks wrong."""
        warning, self.time.warning = self.time.warning, None
        if warning is None and self.store.last_day() == self.store.greatest_day():
            return []
        from quizapp.study.redate import redate

        redated = redate(self.store, moment, scheduling(self.settings))
        if redated:
            self.time.passed(self.store.last_day() or moment.day)
            return [redated]
        return [_clock_sentence(warning)] if warning else []

    def _emptied(self) -> list[str]:
        """Tell that an empty log has backups: it was another file that vanished, or another folder."""
        from quizapp.store.backup import backups

        there = backups(self.paths.backups)
        if not there:
            return []
        told = f"Nothing is in your log, but {there[0].path.name} is a backup of one."
        return [f"{told} 'quizapp restore' lists the backups and brings one back."]

    def _act(self, kind: Kind, deck: str) -> None:
        from quizapp.study.recorder import Recorder, new_sitting

        Recorder(self.store, self.time, new_sitting(), self.front).act(kind, deck, self.time.moment())


def _open_log(path: Path, *, reading: bool) -> Store:
    try:
        return Store.open(path)
    except StoreError:
        if not reading:
            raise
    # What stands in the way of reading as well is told by this call.
    return Store.open(path, read_only=True)


def _clock_sentence(warning: ClockWarning) -> str:
    return (
        f"The clock says {warning.today}, but your log already reaches {warning.last}."
        f" If today's date is wrong, set the clock and start again; {warning.today} is used meanwhile."
    )
