"""A deck file as learners will see it, question by question, while it is being written."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Static

from quizapp.author.lint.table import NOTE
from quizapp.author.preview import Preview, begin
from quizapp.author.trial import Judge
from quizapp.deck.problems import Problem
from quizapp.tui.editing import edit
from quizapp.tui.screens.once import LeftOnce
from quizapp.tui.screens.pick import file_of, question_of
from quizapp.tui.screens.previewed import banner, offered, tally, where
from quizapp.tui.texts import plain
from quizapp.tui.widgets.findings import FindingList
from quizapp.tui.widgets.follow import Follow
from quizapp.tui.widgets.foot import foot
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.progress import ProgressLine
from quizapp.tui.widgets.trying import Trying


class PreviewScreen(LeftOnce[None]):
    """Shows a file and follows its saves. Nothing that is done here is kept."""

    PAGE_WIDTH: ClassVar[int] = 0
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,right,f8", "go(1)", "Next", id="preview.next"),
        Binding("p,left,f7", "go(-1)", "Previous", id="preview.previous"),
        Binding("enter,i", "type", "Type", id="preview.type"),
        Binding("r,enter,space", "again", "Again", id="preview.again"),
        Binding("f,f6", "face", "Next card of it", id="preview.face"),
        Binding("h,f2", "hint", "Hint", id="preview.hint"),
        Binding("d,f3", "dont_know", "Answer", id="preview.answer"),
        Binding("e,f4", "edit", "Edit", id="preview.edit"),
        Binding("v,f5", "passage", "Source", id="preview.passage"),
        Binding("m,f9", "problem", "Next problem", id="preview.problem"),
        Binding("a", "notes", "Notes", id="preview.notes"),
        Binding("g", "find", "Go to…", id="preview.find"),
        Binding("o", "deck", "Other deck", id="preview.deck"),
        Binding("home", "go(-999999)", "First question", show=False, id="preview.first"),
        Binding("end", "go(999999)", "Last question", show=False, id="preview.last"),
        Binding("pageup", "scroll(-1)", "Scroll up", show=False, id="preview.page_up"),
        Binding("pagedown", "scroll(1)", "Scroll down", show=False, id="preview.page_down"),
        Binding("q,escape", "leave", "Quit", id="preview.leave"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""
    GUARDED = True
    """No other screen is to be had from here: they need a log."""

    def __init__(
        self,
        files: Sequence[Path],
        folder: Path | None,
        environment: Mapping[str, str],
        kept: Sequence[Path] = (),
    ) -> None:
        """Show the first of `files`.

        folder: where documents are looked for first. environment: names the editor. kept: folders whose
        files are not to be edited.
        """
        super().__init__()
        self._files = tuple(files)
        self._folder = folder
        self._environment = environment
        self._kept = tuple(kept)
        self._path = self._files[0]
        self._preview: Preview | None = None
        self._judge: Judge | None = None
        self._notes = False

    def compose(self) -> ComposeResult:
        """Lay out the card, what was found beside or below it, and what is said around them."""
        with Vertical(id="head"):
            with Horizontal(id="top"):
                yield Static("", id="deck", markup=False)
                yield Static("", id="counts", markup=False)
            yield ProgressLine()
        yield Static("", id="broken", markup=False)
        with Container(id="panes"):
            yield Trying()
            with Vertical(id="found"):
                yield Static("", id="tally", markup=False)
                yield FindingList()
        yield from foot()
        yield Follow(self._folder)

    def on_mount(self) -> None:
        """Read the first file once the screen stands."""
        self.call_after_refresh(self._open, self._path)

    @property
    def preview(self) -> Preview | None:
        """What is shown; there is something once the file was read."""
        return self._preview

    def _open(self, path: Path) -> None:
        self._path, self._preview, self._judge = path, None, None
        self.query_one(Trying).show(None)
        self.query_one("#deck", Static).update(plain(path.name))
        self.query_one("#counts", Static).update("Reading…")
        self.query_one(Follow).follow(path)

    # What the file says

    @on(Follow.Read)
    def _saved(self, event: Follow.Read) -> None:
        event.stop()
        if event.version.path != self._path:
            return
        shown = self._preview.shown if self._preview else None
        self._preview = self._preview.take(event.version) if self._preview else begin(event.version)
        if self._preview.shown is not shown:
            self._judge = Judge(self._preview.deck) if self._preview.deck else None
        self.query_one(Notice).say(())
        self._show()
        self.call_after_refresh(self.query_one(Follow).check, event.version)

    @on(Follow.Checked)
    def _checked(self, event: Follow.Checked) -> None:
        event.stop()
        if self._preview is not None:
            self._preview = self._preview.found(event.version, event.problems)
            self._show_found(self._preview)

    @on(Follow.Lost)
    def _lost(self, event: Follow.Lost) -> None:
        event.stop()
        self.query_one(Notice).say((event.sentence,))

    # What is shown

    def _show(self) -> None:
        """Show where one stands; what was given stays as long as the question is the same."""
        preview = self._preview
        if preview is None:
            return
        self._show_top(preview)
        broken = self.query_one("#broken", Static)
        broken.display = bool(preview.broken)
        broken.update(plain(banner(preview)))
        self.query_one(Trying).ask(preview, self._judge, self._path.parent)
        self._show_found(preview)
        self.refresh_bindings()

    def _show_top(self, preview: Preview) -> None:
        deck = preview.deck
        title = deck.title if deck else self._path.name
        self.query_one("#deck", Static).update(plain(f"{title} · {self._path.name}" if deck else title))
        of, at = len(preview.questions), preview.spot.at + 1
        self.query_one("#counts", Static).update(plain(where(preview)))
        line = self.query_one(ProgressLine)
        line.done, line.left = (at, of - at) if of else (0, 1)

    def _show_found(self, preview: Preview) -> None:
        shown = tuple(each for each in preview.problems if self._notes or each.severity != NOTE)
        self.query_one("#tally", Static).update(plain(tally(preview)))
        found = self.query_one(FindingList)
        found.display = bool(shown)
        found.show(shown, preview.concerns)

    @on(Trying.Changed)
    def _tried(self, event: Trying.Changed) -> None:
        event.stop()
        self.query_one(Notice).say((event.sentence,) if event.sentence else ())
        self.refresh_bindings()

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits."""
        if action == "deck":
            return len(self._files) > 1
        if self._preview is None or not self.is_mounted:
            return action in {"leave", "edit"}
        if action == "problem":
            return bool(self.query_one(FindingList).problems)
        if action == "type" and self.focused is not None:
            return False
        return offered(self._preview, self.query_one(Trying).trial, action, parameters)

    def action_go(self, by: int) -> None:
        """Go to another question."""
        if self._preview is not None:
            self._move(self._preview.at(self._preview.spot.at + by))

    def action_face(self) -> None:
        """Go to the next card of the same question."""
        if self._preview is not None:
            self._move(self._preview.turned())

    def _move(self, preview: Preview) -> None:
        self._preview = preview
        self.query_one(Notice).say(())
        self._show()

    def action_type(self) -> None:
        """Give the keys to the response."""
        self.query_one(Trying).take_keys()

    def action_again(self) -> None:
        """Ask the card once more."""
        self.query_one(Trying).again()

    def action_hint(self) -> None:
        """Show one more hint."""
        self.query_one(Trying).hint()

    def action_dont_know(self) -> None:
        """Show the answer."""
        self.query_one(Trying).give_up()

    def action_scroll(self, by: int) -> None:
        """Scroll a long card."""
        self.query_one(Trying).page(by)

    # Findings

    @on(FindingList.Chosen)
    def _chosen(self, event: FindingList.Chosen) -> None:
        event.stop()
        self._go_to(event.problem)

    def action_problem(self) -> None:
        """Go to the next question that something was found in."""
        found = self.query_one(FindingList).step()
        if found is not None:
            self._go_to(found)

    def _go_to(self, problem: Problem) -> None:
        if self._preview is None:
            return
        number = self._preview.number_at(problem.line)
        if number is not None and number != self._preview.spot.at:
            self._move(self._preview.at(number))

    def action_notes(self) -> None:
        """Show notes too, or no more."""
        self._notes = not self._notes
        if self._preview is not None:
            self._show_found(self._preview)

    # Elsewhere

    def action_find(self) -> None:
        """Go to a question by its number, its id, or words of it."""
        preview = self._preview
        if preview is None or not preview.questions:
            return

        def chosen(at: int | None) -> None:
            if at is not None and self._preview is not None:
                self._move(self._preview.at(at))

        self.app.push_screen(question_of(preview), chosen)

    def action_deck(self) -> None:
        """Show another of the files."""

        def chosen(at: int | None) -> None:
            if at is not None:
                self._open(self._files[at])

        self.app.push_screen(file_of(self._files), chosen)

    def action_passage(self) -> None:
        """Show what the question rests on."""
        from quizapp.author.passage import passages_in  # noqa: PLC0415 - read when asked for
        from quizapp.tui.screens.passage import PassageScreen  # noqa: PLC0415 - as above

        preview = self._preview
        if preview is not None and preview.deck is not None and preview.question is not None:
            found = passages_in(preview.deck, preview.question, self._path, self._folder)
            self.app.push_screen(PassageScreen(found))

    def action_edit(self) -> None:
        """Open the question in the editor; its saves are followed."""
        real = self._path.resolve()
        if any(real.is_relative_to(folder) for folder in self._kept):
            self.query_one(Notice).say(("This deck came with the program and stays as it is.",))
            return
        line = self._preview.line if self._preview else 1
        said = edit(self.app, self._environment, self._path, line)
        self.query_one(Notice).say((said,) if said else ())
        self.query_one(Follow).look()

    def action_leave(self) -> None:
        """End the preview."""
        self.app.exit()
