"""The program on a small deck, driven by keys and clicks."""

from textual.pilot import Pilot
from textual.widgets import Input

from quizapp.deck.model import Choice, Matching
from quizapp.study.desk import Desk
from quizapp.study.item import Item
from quizapp.study.session import Session
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.study import StudyScreen

QUESTIONS = {
    "flashcard": """\
  - id: q
    question: What does a brake do to an immune cell?
    answer: It keeps the cell from attacking.
    hint: [A part of a car., You press it to stop.]
    explain: A released brake can also do serious harm.
    source: {doc: clinic, paragraph: 10}
""",
    "short": """\
  - id: q
    question: Which protein do B cells make?
    answer: antibodies
    accept: [immunoglobulins]
    hint: Y-shaped
    explain: Each sticks to one target.
    source: {doc: clinic, paragraph: 3, sentence: 2}
""",
    "choice": """\
  - id: q
    question: Which of these filters lymph?
    answer: A lymph node
    wrong: [{text: The femur, why: That is a bone.}, The cornea, The pancreas]
""",
    "many": """\
  - id: q
    question: Which of these are cells?
    answer: [T cell, B cell]
    wrong: [Antibody, Cytokine]
""",
    "truefalse": """\
  - id: q
    statement: T cells make antibodies.
    answer: false
    explain: B cells make them.
""",
    "numeric": """\
  - id: q
    question: How much is half a gram?
    number: 500
    unit: mg
    units: {g: 1000}
""",
    "ordering": """\
  - id: q
    question: Put the steps of an immune answer in order.
    order: [Recognise, Activate, Attack, Remember]
""",
    "matching": """\
  - id: q
    question: Match each cell with what it does.
    pairs: {B cell: makes antibodies, T cell: kills infected cells, Mast cell: releases histamine}
    extra: [carries oxygen]
""",
    "list": """\
  - id: q
    question: Name the additive colours.
    list: [red, green, blue]
""",
    "cloze": """\
  - id: q
    cloze: >-
      Checkpoint inhibitors [[#a release::a verb]] the brake, and then the immune system
      [[#a attacks]] the tumour.
""",
    "rated": """\
  - id: q
    cloze: "Interferons [[warn]] the neighbours of an infected cell."
    typed: false
""",
}
SOURCES = "sources:\n  clinic: {title: A clinic's explainer, file: 002.txt}\n"


def deck(name: str, questions: str, *, title: str | None = None, keys: str = "") -> str:
    """The text of a deck file with the id `name`."""
    return f"format: 1\ndeck: {title or name}\nid: {name}\n{keys}{SOURCES}questions:\n{questions}"


def all_kinds() -> str:
    """One question of each kind, each with an id of its own."""
    return "".join(text.replace("id: q\n", f"id: {kind}\n") for kind, text in QUESTIONS.items())


class Driver:
    """Presses and clicks, and looks at what came of it."""

    def __init__(self, pilot: Pilot[None], desk: Desk) -> None:
        self.pilot = pilot
        self.desk = desk

    @property
    def app(self) -> QuizApp:
        """The program."""
        assert isinstance(self.pilot.app, QuizApp)
        return self.pilot.app

    @property
    def session(self) -> Session:
        """The session of the study screen."""
        assert isinstance(self.app.screen, StudyScreen), self.app.screen
        return self.app.screen.session

    @property
    def item(self) -> Item:
        """The card on the table."""
        assert self.session.item is not None
        return self.session.item

    @property
    def text(self) -> str:
        """The screen as text."""
        return screen_text(self.app)

    @property
    def words(self) -> str:
        """The screen as running text, without the edges of panels."""
        return " ".join(self.text.replace("▌", " ").split())

    async def press(self, *keys: str) -> None:
        """Press keys and wait until nothing happens any more."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type text into the field that has the focus."""
        field = self.app.focused
        assert isinstance(field, Input), field
        field.insert_text_at_cursor(text)
        await self.pilot.pause()

    async def click(self, text: str) -> None:
        """Click the first place on the screen where `text` stands."""
        for y, line in enumerate(self.text.split("\n")):
            if text in line:
                await self.pilot.click(offset=(line.index(text), y))
                await self.pilot.pause()
                return
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text}")

    def digit(self, option: str) -> str:
        """The digit that chooses an option, or a right side."""
        body = self.item.question.body
        assert isinstance(body, Choice | Matching)
        texts = body.options if isinstance(body, Choice) else body.rights
        return str(self.item.layout.options.index(texts.index(option)) + 1)


def screen_text(app: QuizApp) -> str:
    """Read the screen; the one place that looks into Textual's compositor.

    A space that binds words together looks like any other.
    """
    strips = app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip).replace("\u00a0", " ").rstrip() for strip in strips]
    return "\n".join(lines) + "\n"
