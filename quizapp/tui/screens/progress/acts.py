"""What can be done from a place in the figures: drill in, ask, read, edit."""

from collections.abc import Sequence

from textual import on

from quizapp.report.breakdown import Breakdown
from quizapp.report.confusions import drill
from quizapp.report.dates import exam_day, share_of
from quizapp.report.documents import DocumentMap
from quizapp.report.selection import Selection
from quizapp.report.subjects import BY, GONE, NONE
from quizapp.study.plan import Plan
from quizapp.tui.progress import exam, today
from quizapp.tui.progress.divided import BY_PRESS, SORT_PRESS
from quizapp.tui.progress.mixups import pair_of
from quizapp.tui.progress.sections import DIVIDED, EXAM, MIXUPS, QUESTIONS, SOURCES, TODAY
from quizapp.tui.progress.sources import place_of
from quizapp.tui.progress.view import SORTS, Ask
from quizapp.tui.screens.kept import kept
from quizapp.tui.screens.progress.choosing import date_screen, goal_screen, question_screen
from quizapp.tui.screens.progress.figures import Figures
from quizapp.tui.widgets.board import Board
from quizapp.tui.widgets.notice import Notice

# ruff: noqa: PLC0415 - the screens that are led to are loaded when they are


class Acting(Figures):
    """Figures one can go on from."""

    def fill(self) -> None:
        """Begin with nowhere to go back to."""
        self._before: list[tuple[Ask, int]] = []
        super().fill()

    def action_section(self, at: int) -> None:
        """Show a section."""
        if at != self._at:
            self._at = at
            self._board.focus()
            self._show()

    @on(Board.Chosen)
    def _chosen(self, event: Board.Chosen) -> None:
        event.stop()
        if self._at == MIXUPS:
            self.action_ask_pair()
        else:
            self.action_open()

    @on(Board.Pressed)
    def _pressed(self, event: Board.Pressed) -> None:
        """Do what a click on the head of a table means."""
        event.stop()
        by, _, divided = event.press.partition(BY_PRESS)
        if not by and divided:
            self._look(by=divided)
            return
        self._sort_by(event.press.removeprefix(SORT_PRESS))

    def action_open(self) -> None:
        """Go on from the place at the cursor."""
        here = self._board.here
        match self._at:
            case at if at == TODAY:
                self.action_section(today.LEADS.get(here, 1) - 1)
            case at if at == DIVIDED:
                self._drill(here.removeprefix("row:"))
            case at if at == SOURCES:
                self._questions(here)
            case at if at == EXAM:
                self.action_goal() if here == exam.GOAL else self.action_when()
            case at if at == QUESTIONS:
                self._card(here)

    # Dividing

    def action_divide(self) -> None:
        """Divide the figures by something else."""
        self._look(by=BY[(BY.index(self._ask.by) + 1) % len(BY)])

    def action_order(self) -> None:
        """Sort by the next column."""
        self._sort_by(SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)])

    def _sort_by(self, name: str) -> None:
        found = next((sort for sort in SORTS if sort == name), None)
        if found is not None:
            self._sort = found
            self._show()

    def _drill(self, name: str) -> None:
        """Look into a row: a deck's topics, a document's map, or the cards."""
        found: Breakdown | None = self._view.found if self._view else None
        if found is None or name in (*NONE.values(), GONE):
            self.query_one(Notice).say(["There is nothing more to tell of this row."])
            return
        if found.by == "deck" and self._ask.selection.decks != (name,):
            self._before.append((self._ask, self._at))
            self._look(selection=Selection((name,), self._ask.selection.tag), by="topic")
            return
        from quizapp.tui.screens.browse import BrowseScreen

        filters = [f'{found.by}:"{name}"', *(f"deck:{deck}" for deck in self._ask.selection.decks)]
        self.app.push_screen(kept(self.app, BrowseScreen).begin(self._desk, " ".join(filters)))

    # Questions and cards

    def _questions(self, here: str) -> None:
        """List the questions of a paragraph; of a single one, open its page."""
        maps: tuple[DocumentMap, ...] = self._view.found if self._view else ()
        place = place_of(maps, here)
        if place is None:
            return
        document, paragraph = place
        found = paragraph.questions
        if len(found) == 1:
            self._card(found[0].question)
            return
        where = document.document.title
        title = where if paragraph.number is None else f"Paragraph {paragraph.number} of {where}"

        def picked(at: int | None) -> None:
            if at is not None:
                self._card(found[at].question)

        self.app.push_screen(question_screen(title, found, self._text), picked)

    def _card(self, key: str) -> None:
        """Open the page of a card, of a question's first one."""
        from quizapp.deck.kinds import faces
        from quizapp.deck.model import Card
        from quizapp.tui.screens.cardpage import CardScreen

        card = Card.parse(key)
        at_hand = self._desk.library.question(key)
        if at_hand is None:
            self.query_one(Notice).say(["No deck at hand has this question now."])
            return
        shown = faces(at_hand[0].body)
        face = card.face if card.face in shown else shown[0]
        self.app.push_screen(CardScreen(self._desk, str(Card(card.deck, card.question, face))))

    def action_passage(self) -> None:
        """Show the passage that the question at the cursor, or the first of the paragraph, rests on."""
        import os

        from quizapp.author.documents import folder_from
        from quizapp.author.passage import passages
        from quizapp.deck.model import Card
        from quizapp.tui.screens.passage import PassageScreen

        key = self._board.here
        if self._at == SOURCES:
            place = place_of(self._view.found, key) if self._view else None
            if place is None:
                return
            key = place[1].questions[0].question
        found = passages(self._desk.library, Card.parse(key), folder_from(os.environ))
        if found:
            self.app.push_screen(PassageScreen(found))
        else:
            self.query_one(Notice).say(["This question names no source."])

    def action_edit(self) -> None:
        """Open the line of the question at the cursor in the editor."""
        from quizapp.tui.screens.edits import edit_card

        def edited(told: Sequence[str]) -> None:
            self.query_one(Notice).say(told)
            self._show()

        edit_card(self, self._desk, self._board.here, edited)

    # Mix-ups and exams

    def action_ask_pair(self) -> None:
        """Ask the two questions at the cursor side by side."""
        pair = pair_of(self._view.found, self._board.here) if self._view else None
        if pair is not None:
            self._study(drill((pair,)))

    def action_ask_all(self) -> None:
        """Ask all pairs, each side by side."""
        if self._view is not None:
            self._study(drill(self._view.found))

    def _study(self, plan: Plan) -> None:
        from quizapp.tui.screens.study import StudyScreen

        at_hand = [card for card in plan.cards if self._desk.library.question(card) is not None]
        if not at_hand:
            self.query_one(Notice).say(["No deck at hand has these questions now."])
            return
        self.app.push_screen(kept(self.app, StudyScreen).begin(self._desk, plan))

    def action_when(self) -> None:
        """Ask for the day of the exam."""

        def given(text: str | None) -> None:
            if text is not None:
                self._look(on=exam_day(text, self._ask.day))

        self.app.push_screen(date_screen(self._ask.day), given)

    def action_goal(self) -> None:
        """Ask for the goal."""
        now = "" if self._ask.goal is None else f"{100 * self._ask.goal:g}"

        def given(text: str | None) -> None:
            if text is not None:
                self._look(goal=share_of(text))

        self.app.push_screen(goal_screen(now), given)
