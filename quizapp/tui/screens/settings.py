"""The settings, drawn from their table: change one, see what it does, put it back."""

from collections.abc import Sequence
from typing import ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from quizapp.errors import SettingsError
from quizapp.settings import change, reset
from quizapp.study.desk import Desk
from quizapp.tui.options import KEYS, LIMITS, Option, limits, options, stepped
from quizapp.tui.screens.framed import Framed
from quizapp.tui.screens.kept import Kept, kept
from quizapp.tui.texts import clean, plain
from quizapp.tui.widgets.field import Field
from quizapp.tui.widgets.items import Entry, ItemList, headed

_MORE = (
    *headed("More"),
    Entry(KEYS, "all of them, screen by screen", "Keys"),
    Entry(LIMITS, "what one deck may bring a day", "Limits of single decks"),
)


class SettingField(Field):
    """Where a value is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Save", id="setting.save"),
        Binding("escape", "screen.stop_typing", "Cancel", id="setting.cancel"),
    ]


class SettingsScreen(Framed[None], Kept[None]):
    """All settings. Each change is written at once, and felt at once where that is possible."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "change", "Change", id="settings.change"),
        Binding("right,plus", "step(1)", "Other value", key_display="← →", id="settings.next"),
        Binding("left,minus", "step(-1)", "Value before", show=False, id="settings.before"),
        Binding("r,delete", "reset", "Default", id="settings.reset"),
        Binding("escape,q", "leave", "Back", id="settings.leave"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "ItemList"
    TITLE_LINE: ClassVar[str] = "Settings"

    _desk: Desk

    def begin(self, desk: Desk, at: str | None = None) -> Self:
        """Show the settings. at: the name of the one to begin with."""
        self._desk = desk
        self._at = at
        return self.anew()

    def fill(self) -> None:
        """Show how things stand."""
        self._options = {option.name: option for option in self.options()}
        self._told: Option | None = None
        self._folders = self._desk.settings.deck_folders
        self._drawn: tuple[object, ...] | None = None
        self.query_one(SettingField).display = False
        self.remove_class("-typing")
        listed = self.query_one(ItemList)
        listed.show(())
        self._show(self._at)
        self._say("")
        listed.focus()

    def options(self) -> Sequence[Option]:
        """Return what is listed."""
        return options()

    def compose(self) -> ComposeResult:
        """Lay out the list, and below it what there is to know about the setting at the cursor."""
        with self.page():
            yield self.heading()
            yield Static("", id="faults", markup=False)
            yield ItemList()
            with Vertical(id="detail"):
                yield Static("", id="told", markup=False)
                yield SettingField()
                yield Static("", id="said", markup=False)
        yield from self.foot()

    def resumed(self) -> None:
        """Show what another screen has changed."""
        if self._drawn != self._standing():
            self._show()

    def _standing(self) -> tuple[object, ...]:
        return (id(self._desk.settings), id(self._desk.setting_problems))

    # What is shown

    def _show(self, at: str | None = None) -> None:
        settings = self._desk.settings
        self._drawn = self._standing()
        entries: list[Entry] = []
        section = ""
        for option in self._options.values():
            if option.section != section:
                entries += headed(option.section, first=not section)
                section = option.section
            shown = option.shown(settings)
            entries.append(Entry(option.name, shown, option.title, strong=shown != option.default))
        listed = self.query_one(ItemList)
        listed.show([*entries, *self.more()], at=at)
        # What is told of a setting stands right below the list where that is shorter than the screen.
        listed.styles.max_height = max(1, len(listed.entries))
        faults = [problem.sentence for problem in self._desk.setting_problems]
        told = self.query_one("#faults", Static)
        told.display = bool(faults)
        told.update(plain("\n".join([*faults, f"In {self._desk.paths.settings}"])))
        self._tell_about()

    def more(self) -> Sequence[Entry]:
        """Return the lines that lead on."""
        return _MORE

    @property
    def _option(self) -> Option | None:
        current = self.query_one(ItemList).current
        return self._options.get(current.id) if current else None

    @on(ItemList.Moved)
    def _tell_about(self) -> None:
        option = self._option
        if option is not self._told:
            self._say("")
        self._told = option
        about = self.query_one("#told", Static)
        if option is None:
            about.update(plain("Press Enter to go there."))
        else:
            about.update(
                Content.assemble(
                    clean(option.setting.help),
                    (f"\n{option.can_be}.\nDefault: {option.default}.", "$quiet"),
                    ("" if self.has_class("-low") else f" In the file: {clean(option.name)}", "$quiet"),
                )
            )
        self.refresh_bindings()

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.update(Content.assemble(("✗ ", "$wrong"), clean(sentence)) if wrong else plain(sentence))

    # What is done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the setting at the cursor allows."""
        if not self.is_mounted or self.query_one(SettingField).display:
            return action not in {"step", "reset", "change"}
        option = self._option
        if action == "reset":
            return option is not None and (option.shown(self._desk.settings) != option.default or None)
        if action == "step":
            by = 1 if parameters[0] == 1 else -1
            return option is not None and (stepped(option, self._desk.settings, by) is not None or False)
        return True

    @on(ItemList.Chosen)
    def action_change(self) -> None:
        """Change the setting at the cursor: on to the next choice, or by typing."""
        option = self._option
        if option is None:
            self._go_on()
        elif option.setting.kind in {"choice", "switch"}:
            self.action_step(1)
        else:
            field = self.query_one(SettingField)
            field.display = True
            now = option.shown(self._desk.settings)
            field.put("" if now == "none" else now)
            field.focus()
            self.add_class("-typing")
            self._say("")

    def _go_on(self) -> None:
        current = self.query_one(ItemList).current
        if current and current.id == KEYS:
            from quizapp.tui.screens.keys import OwnKeysScreen  # noqa: PLC0415 - seldom needed

            self.app.push_screen(OwnKeysScreen(self._desk))
        elif current and current.id == LIMITS:
            self.app.push_screen(kept(self.app, LimitsScreen).begin(self._desk))

    def action_step(self, by: int) -> None:
        """Take the next value, or the one before."""
        option = self._option
        value = stepped(option, self._desk.settings, by) if option else None
        if option is not None and value is not None:
            self._set(option, value)

    def action_reset(self) -> None:
        """Put the setting at the cursor back to its default."""
        option = self._option
        if option is not None:
            self._write(option, None)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        option = self._option
        if option is not None and self._set(option, event.value):
            self.action_stop_typing()

    def action_stop_typing(self) -> None:
        """Give the keys back to the list."""
        self.query_one(SettingField).display = False
        self.remove_class("-typing")
        self.query_one(ItemList).focus()
        self.refresh_bindings()

    def _set(self, option: Option, text: str) -> bool:
        unset = option.default == "none" and text.strip().lower() in {"", "none"}
        return self._write(option, None if unset else text)

    def _write(self, option: Option, text: str | None) -> bool:
        """Write a value, or take it out of the file; say what came of it."""
        path = self._desk.paths.settings
        try:
            if text is None:
                reset(path, option.name)
            else:
                change(path, option.name, text)
        except SettingsError as error:
            self._say(str(error), wrong=True)
            return False
        self.quizapp.settings_changed()
        self._show()
        done = "Back to" if text is None else "Saved:"
        self._say(f"✓ {done} {option.shown(self._desk.settings)}. {option.effect}".rstrip())
        return True

    def action_leave(self) -> None:
        """Go back."""
        if self._desk.settings.deck_folders != self._folders:
            self.quizapp.home.load(read=True)
        self.dismiss()


class LimitsScreen(SettingsScreen):
    """What each deck may bring a day, deck by deck."""

    TITLE_LINE: ClassVar[str] = "Limits of single decks"

    def options(self) -> Sequence[Option]:
        """Return two limits for each deck."""
        return limits((entry.id, entry.title) for entry in self._desk.library.decks())

    def more(self) -> Sequence[Entry]:
        """Nothing leads on from here."""
        return () if self._options else (Entry("", "There are no decks."),)
