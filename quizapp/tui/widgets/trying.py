"""A card of a preview: asked as in studying, with what its author wants to know of it and of each verdict."""

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from quizapp.answer.response import DontKnow, Response
from quizapp.author.preview import Preview
from quizapp.author.trial import Judge, Trial, item_of, same, told
from quizapp.study.item import Item
from quizapp.study.sitting import Stage
from quizapp.study.sources import in_words
from quizapp.tui.texts import clean, plain
from quizapp.tui.widgets.card import CardView, Given
from quizapp.tui.widgets.responses import ResponseWidget
from quizapp.tui.widgets.verdict import VerdictPanel


class PreviewCard(CardView):
    """A card that says which question it is, and how a verdict came about."""

    def on_mount(self) -> None:
        """Make room above the verdict for how it came about."""
        self.query_one("#card").mount(
            Static("", id="ruling", markup=False), before=self.query_one(VerdictPanel)
        )

    def kind(self, item: Item, title: str, *, guessed: bool) -> Content:
        """Return the line above the prompt: which question this is."""
        question = item.question
        parts = [clean(title), clean(question.id) if question.written else "no id yet"]
        if question.draft:
            parts.append("draft: not asked yet")
        return Content(" · ".join(part for part in parts if part))

    def rule(self, said: str) -> None:
        """Show how a verdict came about; nothing if there is none."""
        ruling = self.query_one("#ruling", Static)
        ruling.display = bool(said)
        ruling.update(plain(said))


class Trying(Vertical):
    """Asks a card, has each response judged, and asks again. Says `Changed` when other keys fit."""

    class Changed(Message):
        """The card was answered, asked again or helped with."""

        def __init__(self, sentence: str = "") -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self) -> None:
        super().__init__()
        self._sources: tuple[str, ...] = ()
        self._folder: Path | None = None
        self.trial: Trial | None = None

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        yield PreviewCard()

    @property
    def _card(self) -> PreviewCard:
        return self.query_one(PreviewCard)

    @property
    def asking(self) -> bool:
        """Whether a response is awaited."""
        return self.trial is not None and self.trial.stage is Stage.ASKING

    def ask(self, preview: Preview, judge: Judge | None, folder: Path) -> None:
        """Ask the card one is at; what was given so far stays if that still asks the same.

        folder: the deck's, where its pictures are.
        """
        self._folder = folder
        question, deck = preview.question, preview.deck
        if question is None or deck is None or judge is None:
            self.show(None)
            return
        item = item_of(deck, question, preview.spot.face)
        if self.trial is not None and same(item, self.trial.item):
            self.trial.renew(item, judge)
        else:
            self.show(Trial(item, judge), in_words(question.sources, deck.documents))

    def show(self, trial: Trial | None, sources: tuple[str, ...] = ()) -> None:
        """Ask this card, or none. sources: shown with the answer."""
        self.trial, self._sources = trial, sources
        self.display = trial is not None
        if trial is not None:
            self._draw(Given.GONE)
            # Never a field unasked: letters would be text then.
            target = self._card.focus_target()
            self.screen.set_focus(None if isinstance(target, Input) else target)

    def _draw(self, given: Given) -> None:
        trial = self.trial
        assert trial is not None
        sources = () if self.asking else self._sources
        self._card.show(trial, trial.item, given, guessed=False, sources=sources, folder=self._folder)
        self._card.rule(told(trial))
        self.post_message(self.Changed())

    @on(ResponseWidget.Given)
    def _given(self, event: ResponseWidget.Given) -> None:
        event.stop()
        if self.asking and event.widget is self._card.response and event.serial == event.widget.serial:
            self._answer(event.response)

    @on(ResponseWidget.Incomplete)
    def _incomplete(self, event: ResponseWidget.Incomplete) -> None:
        event.stop()
        self.post_message(self.Changed(event.sentence))

    def _answer(self, response: Response) -> None:
        if self.trial is not None:
            self.trial.answer(response)
            self._draw(Given.REOPENED)
            self.screen.set_focus(None)

    def give_up(self) -> None:
        """Show the answer, as to somebody who doesn't know it."""
        self._answer(DontKnow())

    def hint(self) -> None:
        """Show one more hint."""
        if self.trial is not None and self.trial.hint():
            self._draw(Given.KEPT)

    def again(self) -> None:
        """Ask the card once more."""
        if self.trial is not None:
            self.trial.again()
            self._draw(Given.GONE)
            self.take_keys()

    def take_keys(self) -> None:
        """Give the keys to the response."""
        self.screen.set_focus(self._card.focus_target())

    def page(self, by: int) -> None:
        """Scroll a long card by so many screens."""
        self._card.page(by)
