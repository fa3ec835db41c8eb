"""Before a quiz: what is asked, how it is sat, and what waits to be gone on with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from quizapp.errors import QuizappError
from quizapp.study.desk import Desk
from quizapp.study.quiz import sit
from quizapp.study.quiz.exams import Exam, exams_of
from quizapp.study.quiz.pool import Pool, fitting, pool_of
from quizapp.study.quiz.sit import Past
from quizapp.text import counted
from quizapp.tui.screens.kept import Kept
from quizapp.tui.screens.quiz.choices import (
    LABELS,
    LEVELS,
    MOST,
    Choices,
    Facts,
    changed,
    lines,
    only,
    stepped,
)
from quizapp.tui.screens.quiz.dialogs import STYLES, EntryScreen, PickScreen
from quizapp.tui.screens.quiz.opening import Opener
from quizapp.tui.screens.quiz.past import PastScreen
from quizapp.tui.screens.quiz.starting import EXAM, first_lines
from quizapp.tui.screens.trouble import TroubleScreen
from quizapp.tui.texts import plain
from quizapp.tui.widgets.checklist import Tick
from quizapp.tui.widgets.foot import foot
from quizapp.tui.widgets.form import Form
from quizapp.tui.widgets.notice import Notice

_NUMBERS = {
    "count": ("How many questions?", MOST),
    "minutes": ("How many minutes for the whole? Leave it empty for no limit.", 1_440),
    "seconds": ("How many seconds for each question? Leave it empty for no limit.", 86_400),
}


class SetupScreen(Kept[None]):
    """Enter starts what its first line says; everything else has a good value already."""

    CSS_PATH = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s,x", "start", "Start", id="setup.start"),
        Binding("a", "past", "Past attempts", id="setup.past"),
        Binding("p", "paper", "Paper code", id="setup.paper"),
        Binding("escape,q", "leave", "Decks", id="setup.leave"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "Form"

    @property
    def CALLED(self) -> Mapping[str, str]:  # noqa: N802 - a table of words, as a screen may have it
        """What Enter does to the line at the cursor."""
        here = self.query_one(Form).here or ""
        if here == "start" or here.startswith(EXAM):
            return {"Choose": "Start"}
        if here in _NUMBERS or here == "seed":
            return {"Choose": "Type it"}
        return {"Choose": "Go on"} if any(here == one.attempt.id for one in self._open) else {}

    _desk: Desk
    _deck: str | None
    _choices = Choices(())
    _pool: Pool | None = None
    _exams: tuple[Exam, ...] = ()
    _open: tuple[Past, ...] = ()

    def begin(self, desk: Desk, deck: str | None = None) -> Self:
        """Set a quiz up. deck: the id of the one to begin with; else the first there is."""
        self._desk = desk
        self._deck = deck
        return self.anew()

    def fill(self) -> None:
        """Offer what is usual."""
        entries = self._desk.library.decks()
        first = self._deck or (entries[0].id if entries else "")
        self._choices = Choices((first,) if first else ())
        self._pool = None
        self._exams = ()
        self.query_one(Notice).say(())
        form = self.query_one(Form)
        form.show(())
        self._do(self._look)
        form.focus()

    def resumed(self) -> None:
        """Look what waits, whenever the learner comes back here."""
        self.call_after_refresh(self._renew)

    def compose(self) -> ComposeResult:
        """Lay out the form."""
        with Vertical(id="page"):
            yield Static(plain("Quiz"), id="heading", markup=False)
            yield Form()
        yield from foot()

    def _renew(self) -> None:
        if self.is_current:
            self._do(self._look)

    def _look(self) -> None:
        self._open = sit.unfinished(self._desk)

    # What happens

    def _do(self, act: Callable[[], object]) -> None:
        """Do something and show what is chosen then; trouble is told."""
        try:
            act()
            self._show()
        except QuizappError as error:
            self.app.push_screen(TroubleScreen(error), lambda again: self._do(act) if again else None)

    def _show(self) -> None:
        fit = len(fitting(self._candidates, self._choices.part))
        titles = {entry.id: entry.title for entry in self._desk.library.decks()}
        facts = Facts(tuple(titles.get(deck, deck) for deck in self._choices.decks), fit)
        form = self.query_one(Form)
        top = first_lines(self._desk, self._choices, facts, self._open, self._exams)
        form.show([*top, *lines(self._choices, facts)])
        self.refresh_bindings()

    @property
    def _candidates(self) -> Pool:
        """The questions of the decks chosen."""
        if self._pool is None:
            self._pool = pool_of(self._desk.library, self._choices.decks)
            self._exams = exams_of(self._desk.library, self._choices.decks)
        return self._pool

    def _choose(self, choices: Choices) -> None:
        if choices.decks != self._choices.decks:
            self._pool = None
        self._choices = choices
        self._do(lambda: None)

    @on(Form.Stepped)
    def _stepped(self, event: Form.Stepped) -> None:
        event.stop()
        self._choose(stepped(self._choices, event.name, event.by))

    @on(Form.Chosen)
    def _chosen(self, event: Form.Chosen) -> None:
        event.stop()
        name = event.name
        match name:
            case "start":
                self.action_start()
            case "decks":
                self._pick_decks()
            case "exam" | "certainty" | "clock" | "passing" | "penalty":
                self._choose(stepped(self._choices, name, 1))
            case "count" | "minutes" | "seconds":
                self._enter_number(name)
            case "seed":
                self._enter_seed()
            case _ if name in LABELS:
                self._pick_labels(name)
            case _ if name.startswith(EXAM):
                self._start_exam(self._exams[int(name.removeprefix(EXAM))])
            case _:
                self._opener.resume(name)

    # What is chosen

    def _pick_decks(self) -> None:
        ticks = [
            Tick(entry.id, entry.title, counted(entry.questions, "question"))
            for entry in self._desk.library.decks()
        ]

        def picked(decks: tuple[str, ...] | None) -> None:
            if decks:
                self._choose(
                    replace(self._choices, decks=decks, topic=(), tag=(), source=(), kind=(), level=())
                )

        self.app.push_screen(
            PickScreen(
                "Which decks?", ticks, self._choices.decks, "At least one, or things stay as they are."
            ),
            picked,
        )

    def _pick_labels(self, name: str) -> None:
        ticks = [
            Tick(one, self._label(name, one), str(len(fitting(self._candidates, only(name, one)))))
            for one in self._names(name)
        ]
        if not ticks:
            self.query_one(Notice).say((f"No question of these decks has a {name}.",))
            return

        def picked(chosen: tuple[str, ...] | None) -> None:
            if chosen is not None:
                self._choose(changed(self._choices, name, chosen))

        title = f"Which {LABELS[name].lower()}?"
        chosen = getattr(self._choices, name)
        self.app.push_screen(PickScreen(title, ticks, chosen, "None ticked means any."), picked)

    def _names(self, name: str) -> Sequence[str]:
        if name == "kind":
            return self._desk.library.kinds(self._candidates.decks)
        return self._desk.library.labels(self._candidates.decks, name)

    @staticmethod
    def _label(name: str, one: str) -> str:
        return LEVELS.get(int(one), one) if name == "level" and one.isdigit() else one

    def _enter_number(self, name: str) -> None:
        asks, most = _NUMBERS[name]
        now = getattr(self._choices, name)

        def wrong(text: str) -> str | None:
            if not text and name != "count":
                return None
            fits = text.isdecimal() and 1 <= int(text) <= most
            return None if fits else f"A whole number from 1 to {most} is needed."

        def entered(text: str | None) -> None:
            if text is not None:
                self._choose(changed(self._choices, name, int(text) if text else None))

        title = {"count": "Questions", "minutes": "Time", "seconds": "Per question"}[name]
        self.app.push_screen(EntryScreen(title, asks, "" if now is None else str(now), wrong), entered)

    def _enter_seed(self) -> None:
        asks = "A word or number: whoever has these decks gets the same paper from it. Empty: drawn afresh."

        def entered(text: str | None) -> None:
            if text is not None:
                self._choose(replace(self._choices, seed=text or None))

        self.app.push_screen(EntryScreen("Seed", asks, self._choices.seed or "", lambda _: None), entered)

    # Where it leads

    @property
    def _opener(self) -> Opener:
        return Opener(self.app, self._desk, self.give_way)

    def _start_exam(self, exam: Exam) -> None:
        self._opener.draw(lambda: sit.draw(self._desk, exam.decks, exam.blueprint, self._choices.seed))

    def action_start(self) -> None:
        """Draw the paper, say its rules if there are any that matter, and begin."""
        if not self.is_current:
            return  # a key pressed twice begins one quiz
        choices = self._choices
        fit = len(fitting(self._candidates, choices.part))
        self._opener.draw(lambda: sit.draw(self._desk, choices.decks, choices.blueprint(fit), choices.seed))

    def action_paper(self) -> None:
        """Sit the paper that a code holds."""

        def entered(code: str | None) -> None:
            if code:
                self._opener.code(code)

        asks = "The code of a paper, from whoever sat it before. Spaces and hyphens don't matter."
        self.app.push_screen(EntryScreen("Paper code", asks, "", lambda _: None), entered)

    def action_past(self) -> None:
        """List past attempts at the decks chosen."""
        self.app.push_screen(PastScreen(self._desk, self._choices.decks))

    def action_leave(self) -> None:
        """Go back to the decks."""
        self.dismiss()
