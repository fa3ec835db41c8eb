"""A deck file as learners will see it, in plain lines: first what is wrong, then question by question."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from quizapp.answer.response import DontKnow
from quizapp.author.lint.table import NOTE, messages
from quizapp.author.passage import passages_in
from quizapp.author.preview import Preview, begin
from quizapp.author.saves import Stamp, Version, problems_of, version_of
from quizapp.author.trial import Judge, Trial, item_of, told
from quizapp.deck.decoding import text_lines
from quizapp.deck.messages import render
from quizapp.deck.problems import Problem
from quizapp.errors import DeckError
from quizapp.line import card, words
from quizapp.line.commands import Typed, command_of, text_of
from quizapp.line.prompts import Prompt, start
from quizapp.line.prompts.reading import Unclear
from quizapp.line.talk import Ended, Talk
from quizapp.study.sitting import Stage
from quizapp.text import counted

HELP = {
    "?": "lists these commands",
    "next": "goes on to the next question; so does an empty line",
    "back": "goes back to the question before",
    "go": "goes to a question: /go 7, /go its-id, /go words of it",
    "answer": "shows the answer",
    "hint": "shows a hint",
    "source": "says what stands in the source",
    "problems": "says again what is wrong in the file",
    "repeat": "says the question again",
    "quit": "ends the preview",
}


class LinePreview:
    """The conversation about one deck file. Its saves are seen between two lines; nothing is kept of it."""

    def __init__(self, path: Path, talk: Talk, folder: Path | None) -> None:
        """`folder` is where documents are looked for first. Raises DeckError if the file can't be read."""
        self._path = path
        self._talk = talk
        self._folder = folder
        self._stamp = Stamp.of(path)
        self._preview = begin(version_of(path))
        self._judge: Judge | None = None
        self._asked: tuple[Trial, Prompt] | None = None

    def run(self, *, asking: bool) -> bool:
        """Go through the deck; tell whether its author wants to go on after that.

        asking: a response may be typed to each question. Once the input ends, the rest is said without.
        """
        self._take(begin(self._preview.newest))
        self._problems()
        if not self._preview.questions:
            return True
        if asking:
            self._talk.say("Type a response to see how it is judged. Enter goes on, /? lists the rest.")
        while asking:
            try:
                if not self._step():
                    return True
            except Ended:
                self._talk.say()
                asking = False
            except _Quit:
                return False
        self._rest()
        return True

    def _rest(self) -> None:
        while True:
            self._present()
            self._solve()
            if not self._go(1):
                return

    # Where one stands

    def _take(self, preview: Preview) -> None:
        if preview.shown is not self._preview.shown or self._judge is None:
            self._judge = Judge(preview.deck) if preview.deck else None
        self._preview, self._asked = preview, None

    def _go(self, by: int) -> bool:
        """Go to the card that many cards on; tell whether there is one."""
        preview = self._preview
        cards = [(at, face) for at in range(len(preview.questions)) for face in preview.at(at).faces]
        place = cards.index((preview.spot.at, preview.spot.face)) + by
        if not 0 <= place < len(cards):
            return False
        at, face = cards[place]
        here = preview.at(at)
        self._take(here._replace(spot=here.spot._replace(face=face)))
        return True

    def _look(self) -> None:
        """Read the file again if it was saved."""
        stamp = Stamp.of(self._path)
        if stamp is None or stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            version = version_of(self._path)
        except DeckError as error:
            self._talk.say(str(error))
            return
        if version.data == self._preview.newest.data:
            return
        self._take(self._preview.take(version))
        self._talk.say("The file was saved.")
        if self._preview.broken:
            self._talk.say(f"{self._preview.broken} Until then you see it as it was before.")
        else:
            self._problems()

    # What is said

    def _problems(self) -> None:
        for line in _told(self._preview.newest, self._folder):
            self._talk.say(line)
        if self._preview.broken and self._preview.shown is None:
            self._talk.say("There is nothing to show yet.")

    def _present(self) -> None:
        question, deck, judge = self._preview.question, self._preview.deck, self._judge
        assert question is not None
        assert deck is not None
        assert judge is not None
        item = item_of(deck, question, self._preview.spot.face)
        self._asked = Trial(item, judge), start(question.body, item.face, item.layout)
        name = f"id {question.id}" if question.written else "no id yet"
        draft = ", a draft: not asked yet" if question.draft else ""
        self._talk.say()
        self._talk.say(f"{self._place()}, {name}, line {question.line}{draft}.")
        self._say([item.asks])
        if question.image is not None:
            self._talk.say(f"Picture: {question.image.alt} (file {question.image.file})")
        self._say(self._asked[1].shown)

    def _place(self) -> str:
        preview = self._preview
        place = f"Question {preview.spot.at + 1} of {len(preview.questions)}"
        if len(preview.faces) == 1:
            return place
        return f"{place}, card {preview.faces.index(preview.spot.face) + 1} of {len(preview.faces)}"

    def _solve(self) -> None:
        assert self._asked is not None
        self._say(card.answered(self._asked[0].item))

    def _say(self, lines: Iterator[str] | Sequence[str]) -> None:
        for line in lines:
            self._talk.say(line)

    # What is typed

    def _step(self) -> bool:
        """Ask one line; tell whether to go on."""
        self._look()
        if self._asked is None:
            self._present()
        assert self._asked is not None
        trial, prompt = self._asked
        kind = trial.item.question.kind.capitalize()
        part = f", {prompt.part}" if prompt.part else ""
        line = self._talk.ask(
            f"{kind}, {self._preview.spot.at + 1} of {len(self._preview.questions)}{part}: "
        )
        typed = command_of(line)
        if typed is not None:
            return self._do(typed)
        if not line.strip():
            return self._on()
        self._respond(trial, prompt, text_of(line))
        return True

    def _on(self) -> bool:
        if self._asked is not None and self._asked[0].stage is Stage.ASKING:
            self._solve()
        return self._go(1)

    def _respond(self, trial: Trial, prompt: Prompt, text: str) -> None:
        item = trial.item
        if trial.stage is not Stage.ASKING:
            trial.again()
            prompt = start(item.question.body, item.face, item.layout)
        try:
            response = prompt.take(text)
        except Unclear as unclear:
            self._talk.say(str(unclear))
            response = None
        else:
            if response is not None:
                verdict = trial.answer(response)
                if trial.stage is Stage.JUDGED:
                    self._say(card.judged(verdict, trial.sentence, prompt.labels))
                self._talk.say(told(trial))
                self._solve()
                prompt = start(item.question.body, item.face, item.layout)
        self._asked = trial, prompt

    def _do(self, typed: Typed) -> bool:
        if typed.name == "quit":
            raise _Quit
        if typed.name == "next":
            return self._on()
        act = self._acts.get(typed.name)
        if act is None:
            self._talk.say(
                f"There is no command /{typed.name} here. /? lists them; // starts a response with a slash."
            )
        else:
            act(typed.rest)
        return True

    @property
    def _acts(self) -> dict[str, Callable[[str], None]]:
        return {
            "?": lambda _: self._say([f"/{name} {does}." for name, does in HELP.items()]),
            "back": lambda _: None if self._go(-1) else self._talk.say("This is the first question."),
            "go": self._find,
            "answer": self._dont_know,
            "hint": self._hint,
            "source": self._source,
            "problems": lambda _: self._problems(),
            "repeat": lambda _: self._present(),
        }

    def _find(self, text: str) -> None:
        found = self._preview.search(text) if text else ()
        if found:
            self._take(self._preview.at(found[0]))
        else:
            self._talk.say(
                "Say where: /go 7, /go its-id, or /go words of it." if not text else "There is none such."
            )

    def _dont_know(self, _rest: str) -> None:
        assert self._asked is not None
        self._asked[0].answer(DontKnow())
        self._solve()

    def _hint(self, _rest: str) -> None:
        assert self._asked is not None
        hint = self._asked[0].hint()
        self._talk.say(f"Hint: {hint}" if hint else "There is no hint, or none left.")

    def _source(self, _rest: str) -> None:
        question, deck = self._preview.question, self._preview.deck
        assert question is not None
        assert deck is not None
        found = passages_in(deck, question, self._path, self._folder)
        for passage in found:
            self._say(card.passage(passage))
        if not found:
            self._talk.say("Source: none is given")


class _Quit(Exception):  # noqa: N818 - the author ends the preview, nothing is wrong
    """The author wants to end the preview."""


def _told(version: Version, folder: Path | None) -> Iterator[str]:
    """Say what is wrong in a file, notes only by their number."""
    problems = problems_of(version, folder)
    shown = [problem for problem in problems if problem.severity != NOTE]
    lines = text_lines(version.data) if shown else []
    for problem in shown:
        yield render(problem, str(version.path), lines, messages())
    notes = len(problems) - len(shown)
    more = f", and {counted(notes, 'note')} (quizapp check --notes shows them)" if notes else ""
    yield f"{version.path}: {_counted(shown)}{more}."


def _counted(problems: Sequence[Problem]) -> str:
    found = {level: sum(each.severity == level for each in problems) for level in ("error", "warning")}
    return (
        words.joined([counted(number, word) for word, number in found.items() if number]) or "nothing found"
    )
