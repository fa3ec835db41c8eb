"""Help: the keys and the words of the screen one was on, and from there the manual."""

from collections.abc import Sequence
from typing import ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from quizapp.errors import UsageError
from quizapp.tui.helpwords import keys_table, meanings
from quizapp.tui.manual import GROUPS, PAGES, Looks, lay_out, page
from quizapp.tui.screens.framed import Framed
from quizapp.tui.screens.kept import Kept, kept
from quizapp.tui.styling import style_of
from quizapp.tui.texts import plain
from quizapp.tui.widgets.items import Entry, ItemList, headed

PAGE, AROUND = 80, 6
"""Cells of a page, and those of its sides and the scroll bar."""
NARROW = 64
TIP = """\
While you type, letters are text: use the F keys, or press Esc first.
With a screen reader, set Interface to plain: one line after the other."""


class Leaf(VerticalScroll, can_focus=True, inherit_bindings=False):
    """A long text that is scrolled by the keys one would try."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_by(1)", "Down", show=False, id="leaf.down"),
        Binding("up,k", "scroll_by(-1)", "Up", show=False, id="leaf.up"),
        Binding("pagedown,space", "page(1)", "Next page", id="leaf.page_down"),
        Binding("pageup,b", "page(-1)", "Page before", show=False, id="leaf.page_up"),
        Binding("home", "scroll_home(False)", "Top", show=False, id="leaf.top"),
        Binding("end", "scroll_end(False)", "Bottom", show=False, id="leaf.bottom"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer another page where there is more than one."""
        return action != "page" or self.show_vertical_scrollbar

    def watch_show_vertical_scrollbar(self) -> None:
        """Offer another page, or no more, once it is known how long the text is."""
        self.refresh_bindings()

    def action_scroll_by(self, by: int) -> None:
        """Scroll by so many lines."""
        self.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by so many screens."""
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False)


class HelpScreen(Framed[None], Kept[None]):
    """Every key that does something where the learner is, made from the bindings, and the words there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m,enter", "manual", "Manual", id="help.manual"),
        Binding("escape,q,question_mark,f1", "leave", "Back", id="help.leave"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "Leaf"
    TITLE_LINE: ClassVar[str] = "Help"

    _keys: Sequence[tuple[str, str]] = ()
    _words: Sequence[str] = ()

    def begin(self, keys: Sequence[tuple[str, str]], words: Sequence[str]) -> Self:
        """keys: what to press, and what it does. words: what words mean, each before a colon."""
        self._keys = keys
        self._words = words
        return self.anew()

    def compose(self) -> ComposeResult:
        """Lay out keys and words."""
        with self.page():
            yield self.heading()
            with Leaf():
                yield Static(plain("Keys here"), classes="section", markup=False)
                yield Static("", id="keys", classes="part", markup=False)
                yield Static(plain(TIP), classes="part quiet", markup=False)
                yield Static(plain("Words here"), classes="section", markup=False)
                yield Static("", id="words", markup=False)
        yield from self.foot()

    def fill(self) -> None:
        """Show keys and words from the first on."""
        self._lay_out()
        leaf = self.query_one(Leaf)
        leaf.scroll_home(animate=False)
        leaf.focus()

    def _lay_out(self) -> None:
        width = min(self.app.size.width, PAGE) - AROUND
        self.query_one("#keys", Static).update(keys_table(self._keys, width))
        self.query_one("#words", Static).update(meanings(self._words, width))

    def on_resize(self) -> None:
        """Fit the columns to the width."""
        if self._keys:
            self._lay_out()

    def action_manual(self) -> None:
        """Show what there is to read."""
        self.app.push_screen(kept(self.app, ManualScreen).begin())

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


class ManualScreen(Framed[None], Kept[None]):
    """The pages of the manual."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "read", "Read", id="manual.read"),
        Binding("escape,q", "leave", "Back", id="manual.leave"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "ItemList"
    TITLE_LINE: ClassVar[str] = "The manual"

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with self.page():
            yield self.heading()
            yield ItemList()
        yield from self.foot()

    def begin(self) -> Self:
        """Show what there is to read."""
        return self.anew()

    def fill(self) -> None:
        """List the pages."""
        pages = self.query_one(ItemList)
        entries: list[Entry] = []
        for group, found in GROUPS:
            entries += headed(group, first=not entries)
            # Where columns are few, a whole name says more than half a sentence.
            entries += [
                Entry(each.file, each.title)
                if self.app.size.width < NARROW
                else Entry(each.file, each.about, each.title)
                for each in found
            ]
        pages.show(entries, at=PAGES[0].file)
        pages.focus()

    @on(ItemList.Chosen)
    def action_read(self) -> None:
        """Open the page at the cursor."""
        current = self.query_one(ItemList).current
        if current is not None:
            self.app.push_screen(PageOfManual(current.id))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


class PageOfManual(Framed[None]):
    """One page, laid out for the width there is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "leave", "Back", id="leaf.leave"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"manual--heading", "manual--code", "manual--quiet"}
    AUTO_FOCUS: ClassVar[str | None] = "Leaf"

    def __init__(self, file: str) -> None:
        super().__init__()
        self._title = next((each.title for each in PAGES if each.file == file), file)
        try:
            self._text = page(file)
        except UsageError as error:
            self._text = str(error)
        if self._text.startswith("# "):
            title, _, self._text = self._text.partition("\n")
            self._title = title.removeprefix("# ")

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with self.page():
            yield self.heading(self._title)
            with Leaf():
                yield Static("", id="leaf", markup=False)
        yield from self.foot()

    def on_mount(self) -> None:
        """Take the colours of a theme that is changed while the page is open."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._lay_out())

    def on_resize(self) -> None:
        """Fit the lines to the width."""
        self._lay_out()

    def _lay_out(self) -> None:
        looks = Looks(*(style_of(self, f"manual--{role}") for role in ("heading", "code", "quiet")))
        self.query_one("#leaf", Static).update(
            lay_out(self._text, min(self.app.size.width, PAGE) - AROUND, looks)
        )

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()
