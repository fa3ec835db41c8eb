"""Every action with its keys, screen by screen; each can be given others."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quizapp.errors import SettingsError
from quizapp.settings import change, reset
from quizapp.study.desk import Desk
from quizapp.tui.keymap import Action, actions, names_of, why_not
from quizapp.tui.keynames import name_of
from quizapp.tui.screens.dialog import Dialog, paragraph
from quizapp.tui.screens.framed import Framed
from quizapp.tui.texts import clean, plain
from quizapp.tui.widgets.items import Entry, ItemList, headed

_MOST = 6


class OwnKeysScreen(Framed[None]):
    """All actions. What is pressed here is checked before it is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "rebind", "New key", id="keys.change"),
        Binding("a,plus", "rebind(True)", "One more key", id="keys.add"),
        Binding("r,delete", "reset", "Default", id="keys.reset"),
        Binding("escape,q", "leave", "Back", id="keys.leave"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "ItemList"
    TITLE_LINE: ClassVar[str] = "Keys"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        found = sorted(actions().values(), key=lambda action: action.place)
        self._actions = {action.id: action for action in found if action.does}

    def compose(self) -> ComposeResult:
        """Lay out the list, and what there is to know about the action at the cursor."""
        with self.page():
            yield self.heading()
            yield ItemList()
            with Vertical(id="detail"):
                yield Static("", id="about", markup=False)
                yield Static("", id="said", markup=False)
        yield from self.foot()

    def on_mount(self) -> None:
        """Show all actions."""
        self._show()

    def _keys(self, action: Action) -> tuple[str, ...]:
        own = self._desk.settings.keys.get(action.id)
        refused = f'keys."{action.id}"' in {problem.name for problem in self._desk.setting_problems}
        return action.keys if own is None or refused else names_of(own)

    def _shown(self, keys: tuple[str, ...]) -> str:
        return "  ".join(self.app.get_key_display(Binding(key, "noop")) for key in keys)

    def _show(self) -> None:
        entries: list[Entry] = []
        area = ""
        for action in self._actions.values():
            if action.area != area:
                entries += headed(action.area, first=not area)
                area = action.area
            keys = self._keys(action)
            entries.append(Entry(action.id, self._shown(keys), action.does, strong=keys != action.keys))
        listed = self.query_one(ItemList)
        listed.show(entries)
        # What is told of an action stands right below the list where that is shorter than the screen.
        listed.styles.max_height = max(1, len(listed.entries))
        self._tell_about()

    @property
    def _action(self) -> Action | None:
        current = self.query_one(ItemList).current
        return self._actions.get(current.id) if current else None

    @on(ItemList.Moved)
    def _tell_about(self) -> None:
        action = self._action
        if action is not None:
            self.query_one("#about", Static).update(
                Content.assemble(
                    clean(f"{action.area}: {action.does}"),
                    (f"\nDefault: {self._shown(action.keys)}", "$quiet"),
                    ("" if self.has_class("-low") else f"   In the file: {action.id}", "$quiet"),
                )
            )
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do for."""
        if not self.is_mounted or action not in {"reset", "rebind"}:
            return True
        here = self._action
        if action == "reset":
            return here is not None and (here.id in self._desk.settings.keys or None)
        return here is not None

    @on(ItemList.Chosen)
    def action_rebind(self, more: bool = False) -> None:  # noqa: FBT002 - an action's argument has no name
        """Ask for a key, in place of those it has or as one more."""
        action = self._action
        if action is not None:
            kept = self._keys(action)[: _MOST - 1] if more else ()
            others = {each.id: self._keys(each) for each in self._actions.values() if each is not action}
            self.app.push_screen(PressScreen(action, kept, others), self._set)

    def _set(self, keys: tuple[str, ...] | None) -> None:
        action = self._action
        if keys is not None and action is not None:
            self._write(action, keys)

    def action_reset(self) -> None:
        """Give the action its own keys back."""
        action = self._action
        if action is None:
            return
        others = {each.id: self._keys(each) for each in self._actions.values() if each is not action}
        if reason := why_not(action.id, action.keys, others):
            self._say(Content.assemble(("✗ ", "$wrong"), f"{reason}."))
        else:
            self._write(action, None)

    def _write(self, action: Action, keys: tuple[str, ...] | None) -> None:
        path, name = self._desk.paths.settings, f'keys."{action.id}"'
        try:
            if keys is None or keys == action.keys:
                reset(path, name)
            else:
                change(path, name, ",".join(keys))
        except SettingsError as error:
            self._say(Content.assemble(("✗ ", "$wrong"), clean(str(error))))
            return
        self.quizapp.settings_changed()
        self._show()
        self._say(plain(f"✓ {action.does}: {self._shown(self._keys(action))}"))

    def _say(self, content: Content) -> None:
        self.query_one("#said", Static).update(content)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


class PressScreen(Dialog[tuple[str, ...]]):
    """Waits for the key that an action is to have; a key that can't be had is told at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Leave as it is", id="press.close", priority=True),
    ]
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, action: Action, kept: tuple[str, ...], others: dict[str, tuple[str, ...]]) -> None:
        """`kept`: keys it keeps beside the new one. `others`: the keys of all other actions."""
        super().__init__()
        self._action = action
        self._kept = kept
        self._others = others

    def compose(self) -> ComposeResult:
        """Lay out what is asked for."""
        asked = Static(plain("Press the key, or Esc to leave it as it is."), id="asked", markup=False)
        yield from self.box(f"A key for: {self._action.does}", [paragraph(self._action.area, "quiet"), asked])

    def on_key(self, event: events.Key) -> None:
        """Take the key, or tell why it can't be had."""
        event.stop()
        event.prevent_default()
        key = name_of(event.key)
        keys = tuple(dict.fromkeys((*self._kept, key)))
        reason = why_not(self._action.id, keys, self._others)
        if reason is None:
            self.dismiss(keys)
            return
        self.query_one("#asked", Static).update(
            Content.assemble(("✗ ", "$wrong"), f"{clean(reason)}.\nPress another key, or Esc.")
        )

    def action_close(self) -> None:
        """Leave the keys as they are."""
        self.dismiss()
