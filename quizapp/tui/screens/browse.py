"""All cards: found as one types, looked at, and acted on several at once."""

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static

from quizapp.errors import QuizappError
from quizapp.study import cards
from quizapp.study.browse import Browser, CardRow
from quizapp.study.cards import Act
from quizapp.study.desk import Desk
from quizapp.study.query import ORDERS, parse
from quizapp.tui.cardwords import facts, nothing_found
from quizapp.tui.screens.changing import ChangesCards
from quizapp.tui.texts import plain
from quizapp.tui.widgets.cardlist import CardList
from quizapp.tui.widgets.cardtext import CardText
from quizapp.tui.widgets.foot import foot
from quizapp.tui.widgets.keybar import KeyBar
from quizapp.tui.widgets.loading import Loading
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.searchfield import SearchField
from quizapp.tui.widgets.sheet import Sheet

MANY = 50
"""Acts on more cards than these are asked for first."""

# What writes, or leads to what does, and what would leave.
_KEPT_FROM = frozenset({"open", "act", "flag", "due", "edit", "undo", "back", "clear"})
_ROOMY = 60
_BAR, _WIDEST = 2, 128
_PLACEHOLDER = "words, deck:… tag:… is:due lapses>3 -word"
_ACTS = {"suspend": cards.SUSPEND, "resume": cards.RESUME, "bury": cards.BURY, "unbury": cards.UNBURY}
_ACTS["reset"] = cards.RESET
_ASKED = {"suspend": "Suspend", "resume": "Ask again", "bury": "Put off", "unbury": "Bring back"}
_ASKED["reset"] = "Make new again"


class BrowseScreen(ChangesCards):
    """Shows what the browser finds. What acts do is the desk's business."""

    PAGE_WIDTH: ClassVar[int] = 132
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [
        "../styles/quiz.tcss",
        "../styles/browse.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", id="browse.open"),
        Binding("slash", "search", "Search", key_display="/", id="browse.search"),
        Binding("s", "act('suspend')", "Suspend", id="browse.suspend"),
        Binding("r", "act('resume')", "Ask again", id="browse.resume"),
        Binding("b", "act('bury')", "Not today", id="browse.bury"),
        Binding("B", "act('unbury')", "Today after all", show=False, id="browse.unbury"),
        *(
            Binding(
                str(number),
                f"flag({number})",
                f"Flag {number}" if number else "No flag",
                show=False,
                id=f"browse.flag.{number}",
            )
            for number in range(5)
        ),
        Binding("d", "due", "Due…", id="browse.due"),
        Binding("n", "act('reset')", "New again", id="browse.reset"),
        Binding("u,ctrl+z", "undo", "Undo", id="browse.undo"),
        Binding("e", "edit", "Edit", id="browse.edit"),
        Binding("o", "order", "Order", id="browse.order"),
        Binding("f", "filters", "What to type", show=False, id="browse.filters"),
        Binding("escape", "stop", "Stop", id="browse.stop"),
        Binding("escape,q", "back", "Back", id="browse.back"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "SearchField"

    _query = ""
    _browser: Browser
    _state: object = None
    _found: Sequence[int] = ()

    def begin(self, desk: Desk, query: str = "") -> Self:
        """Show cards. query: what is searched for at first; with one, the cards it finds have the keys."""
        self._desk = desk
        self._query = query
        return self.anew()

    def fill(self) -> None:
        """Show what there is to find, with nothing chosen."""
        state = (self._desk.store.version(), self._desk.library.decks(), self._desk.time.moment().day)
        if state != self._state:
            self._browser = self._desk.browser()
            self._state = state
        self._list.forget()
        self._field.put(self._query)
        self._find()
        if self._query and self._found:
            self._list.focus()
        else:
            self._field.focus()

    def compose(self) -> ComposeResult:
        """Lay out the search, the cards, and the card at the cursor in full."""
        with Vertical(id="browse"):
            with Horizontal(id="browse-top"):
                yield Static("Cards", id="browse-title", markup=False)
                yield Static("", id="browse-count", markup=False)
            with Horizontal(id="browse-search"):
                yield Static("/ ", id="browse-sign", markup=False)
                yield SearchField(placeholder=_PLACEHOLDER, id="browse-query")
            yield Loading("Changing cards")
            yield CardList(self._rows)
            with VerticalScroll(id="browse-nothing", can_focus=False):
                yield Sheet()
            with Vertical(id="browse-card"):
                yield CardText(id="browse-asks")
                yield CardText(id="browse-answers")
                yield Static("", id="browse-facts", markup=False)
        yield from foot()

    def _rows(self, numbers: Sequence[int]) -> list[CardRow]:
        """Read rows from the browser there is by then."""
        return self._browser.rows(numbers)

    @property
    def _field(self) -> SearchField:
        return self.query_one(SearchField)

    @property
    def _list(self) -> CardList:
        return self.query_one(CardList)

    # What is found

    @on(Input.Changed, "#browse-query")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._find()

    def _find(self, said: Sequence[str] = ()) -> None:
        """Look for what is typed, and show what there is."""
        query = parse(self._field.value)
        try:
            self._found = self._browser.find(query)
        except QuizappError as error:
            self.fail(error, self._find)
            return
        self._list.show(self._found, self._browser.day)
        empty = not self._found
        if self.has_class("-nothing") is not empty:
            self.set_class(empty, "-nothing")
            # Other keys do something now, which the bar may need another line for.
            self.call_after_refresh(self.query_one(KeyBar).refresh, layout=True)
        if empty:
            self.query_one("#browse-nothing Sheet", Sheet).show(lambda _: nothing_found(self._field.value))
            self._field.focus()
        self.query_one(Notice).say((*said, *query.problems))
        self._count()

    def _count(self) -> None:
        chosen, query = len(self._list.chosen), parse(self._field.value)
        found, total = f"{len(self._found):,}", f"{self._browser.total:,}"
        parts = [f"{chosen:,} chosen"] if chosen else []
        parts.append(f"{found} cards" if found == total else f"{found} of {total}")
        if len(parts) < 2 or self.size.width >= _ROOMY:
            parts.append(f"by {query.sort}{', backwards' if query.backwards else ''}")
        self.query_one("#browse-count", Static).update(plain("  ·  ".join(parts)))

    @on(CardList.Moved)
    def _moved(self, event: CardList.Moved) -> None:
        """Show the card at the cursor in full."""
        event.stop()
        self._count()
        row = self._list.current
        if row is not None:
            self.query_one("#browse-asks", CardText).update(row.asks)
            self.query_one("#browse-answers", CardText).update(row.answers)
            room = (self._list.size.width or _WIDEST) - _BAR
            self.query_one("#browse-facts", Static).update(plain(facts(row, self._browser.day, room)))
        self.refresh_bindings()

    # Moving about

    def action_search(self) -> None:
        """Type what to look for."""
        self._field.focus()

    def action_to_list(self) -> None:
        """Go from what is typed to what was found."""
        if self._found:
            self._list.focus()

    def action_clear(self) -> None:
        """Show all cards again."""
        self._field.value = ""

    def action_back(self) -> None:
        """Take back what is chosen, then what is searched for; then leave."""
        if self._list.chosen:
            self._list.unchoose()
        elif self._field.value:
            self.action_clear()
        else:
            self.dismiss()

    def action_order(self) -> None:
        """Sort by the next order there is."""
        query = parse(self._field.value)
        following = ORDERS[(ORDERS.index(query.sort) + 1) % len(ORDERS)]
        kept = [word for word in self._field.value.split() if not word.lower().startswith("sort:")]
        added = [] if following == ORDERS[0] else [f"sort:{following}"]
        self._field.value = " ".join((*kept, *added))

    def action_filters(self) -> None:
        """Say what can be typed."""
        from quizapp.tui.screens.filters import FiltersScreen  # noqa: PLC0415 - seldom asked for

        self.app.push_screen(FiltersScreen())

    @on(CardList.Opened)
    def action_open(self) -> None:
        """Open the page of the card at the cursor."""
        from quizapp.tui.screens.cardpage import CardScreen  # noqa: PLC0415 - not needed for the list

        row = self._list.current
        if row is not None:
            self.app.push_screen(CardScreen(self._desk, row.key, self._step), lambda _: self.renew())

    def _step(self, by: int) -> str | None:
        """Go to a neighbour in the list; return its key, None at the end."""
        before = self._list.cursor
        self._list.cursor += by
        row = self._list.current
        return row.key if row is not None and self._list.cursor != before else None

    # What is done

    # Textual's signature.
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is a card for, and nothing that writes while cards are being changed."""
        if action == "stop":
            return self.GUARDED
        if self.GUARDED and action in _KEPT_FROM:
            return False
        if action in {"open", "act", "flag", "due", "edit", "order", "to_list"}:
            return bool(self._found)
        if action == "clear":
            return bool(self._field.value)
        # Who takes something back while typing means what was typed.
        return action != "undo" or self.focused is not self._field

    def action_act(self, name: str) -> None:
        """Do something to the cards chosen, or to the one at the cursor."""
        self._ask_first(_ASKED[name], lambda: self._do(_ACTS[name]))

    def action_flag(self, number: int) -> None:
        """Give a flag, or take it off."""
        self._ask_first("Change the flag of", lambda: self._do(cards.flag(number)))

    def action_due(self) -> None:
        """Ask when the cards shall be due."""
        from quizapp.tui.screens.duedate import DueScreen  # noqa: PLC0415 - seldom asked for

        def given(days: int | None) -> None:
            if days is not None:
                self._do(cards.reschedule(days))

        number = len(self._list.meant)
        self.app.push_screen(DueScreen(number, self._browser.day), given)

    def action_edit(self) -> None:
        """Open the card's line in the editor."""
        from quizapp.tui.screens.edits import edit_card  # noqa: PLC0415 - editing is rare

        row = self._list.current
        if row is not None:
            edit_card(self, self._desk, row.key, self.renew)

    def _ask_first(self, verb: str, act: Callable[[], None]) -> None:
        number = len(self._list.meant)
        if number <= MANY:
            act()
            return
        from quizapp.tui.screens.sure import SureScreen  # noqa: PLC0415 - seldom asked

        asked = SureScreen(f"{verb} {number:,} cards?", "Undo takes it back for all of them.")
        self.app.push_screen(asked, lambda yes: act() if yes else None)

    def _do(self, act: Act) -> None:
        self.change(act, self._browser.keys(self._list.meant))

    def renew(self, said: Sequence[str] = ()) -> None:
        """Show how cards stand now."""
        self._browser.renew()
        self._find(said)
