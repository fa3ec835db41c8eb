"""One learner at two front ends: says the same things by typing lines, and by pressing keys."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reliability.nine import NEAR, right, wrong
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from quizapp.answer.response import Chosen, Matched, Ordered, Response, Revealed, Truth, Typed
from quizapp.deck.model import Choice, ListAnswer
from quizapp.line.talk import Ended
from quizapp.study.desk import Desk
from quizapp.study.item import Item
from quizapp.study.plan import Plan
from quizapp.study.session import Session
from quizapp.study.sitting import Stage


class Step(NamedTuple):
    """What the learner does: its name, and what it is done with."""

    name: str
    value: int = 0


class WatchedDesk(Desk):
    """A desk that shows which session it gave out last."""

    given: Session | None = None

    def session(self, plan: Plan = Plan()) -> Session:  # noqa: B008 - a plan is immutable
        """Begin a sitting."""
        self.given = super().session(plan)
        return self.given

    @property
    def on_table(self) -> Session:
        """The session in use."""
        assert self.given is not None
        return self.given

    @property
    def card(self) -> Item:
        """The card on the table."""
        assert self.on_table.item is not None
        return self.on_table.item


def response_of(step: Step, item: Item) -> Response | None:
    """The response that a step gives, None if it isn't one."""
    match step.name:
        case "right":
            return right(item)
        case "wrong":
            return wrong(item)
        case "near":
            return Typed((NEAR,))
        case _:
            return None


class TypingTalk:
    """A conversation in which the learner types what the steps say."""

    def __init__(self, desk: WatchedDesk, steps: Sequence[Step]) -> None:
        self.transcript = ""
        self._lines = self._typed(desk, steps)

    def say(self, text: str = "") -> None:
        """Hear a line."""
        self.transcript += f"{text}\n"

    def ask(self, prompt: str) -> str:
        """Type the next line."""
        line = next(self._lines, None)
        if line is None:
            raise Ended
        self.transcript += f"{prompt}{line}\n"
        return line

    def _typed(self, desk: WatchedDesk, steps: Sequence[Step]) -> Iterator[str]:
        for step in steps:
            response = response_of(step, desk.card)
            if response is not None:
                yield from _lines(response, desk.card)
            else:
                yield from _COMMANDS[step.name](desk, step.value)


_COMMANDS: dict[str, Callable[[WatchedDesk, int], list[str]]] = {
    "next": lambda _desk, _value: [""],
    "go on": lambda desk, _value: ["3" if desk.on_table.stage is Stage.REVEALED else ""],
    "rate": lambda desk, value: [f"{value}" if desk.on_table.stage is Stage.REVEALED else f"/{value}"],
    # In lines the second try is simply typed.
    "retry": lambda _desk, _value: [],
    "hint": lambda _desk, _value: ["/hint"],
    "guess": lambda _desk, _value: ["/guess"],
    "dont know": lambda _desk, _value: ["/dontknow"],
    "overrule": lambda _desk, value: ["/right" if value else "/wrong"],
    "undo": lambda _desk, _value: ["/undo"],
    "suspend": lambda _desk, _value: ["/suspend"],
    "bury": lambda _desk, _value: ["/bury"],
    "flag": lambda _desk, _value: ["/flag 1"],
}


def _lines(response: Response, item: Item) -> list[str]:
    places = item.layout.options
    match response:
        case Typed(texts):
            return list(texts)
        case Chosen(options):
            return [" ".join(str(places.index(option) + 1) for option in options)]
        case Truth(value):
            return ["true" if value else "false"]
        case Ordered(items):
            return [" ".join(str(places.index(item) + 1) for item in items)]
        case Matched(rights):
            return [
                " ".join(
                    f"{chr(ord('a') + left)}{places.index(right) + 1}"
                    for left, right in enumerate(rights)
                    if right is not None
                )
            ]
        case _:
            return [""]


async def press_all(pilot: Pilot[None], desk: WatchedDesk, steps: Sequence[Step]) -> None:
    """Press the keys that the steps take."""
    for step in steps:
        response = response_of(step, desk.card)
        if response is not None:
            if isinstance(pilot.app.focused, Input):
                # What is left of a first try.
                await pilot.press("ctrl+u")
            await _press(pilot, _keys(response, desk.card))
            continue
        key = _KEYS[step.name](desk, step.value)
        if len(key) == 1 and isinstance(pilot.app.focused, Input):
            await _press(pilot, ["escape"])
        await _press(pilot, [key])


class Words(str):
    """What is typed into a field: handed over at once, as a terminal does with what is pasted."""

    __slots__ = ()


async def _press(pilot: Pilot[None], keys: Sequence[str]) -> None:
    for key in keys:
        if isinstance(key, Words):
            pilot.app.post_message(Paste(key))
            await pilot.pause()
        else:
            await pilot.press(key)
    await pilot.pause()


_KEYS: dict[str, Callable[[WatchedDesk, int], str]] = {
    "next": lambda _desk, _value: "enter",
    "go on": lambda desk, _value: "3" if desk.on_table.stage is Stage.REVEALED else "enter",
    "rate": lambda _desk, value: str(value),
    "retry": lambda _desk, _value: "r",
    "hint": lambda _desk, _value: "f2",
    "guess": lambda _desk, _value: "f5",
    "dont know": lambda _desk, _value: "f3",
    "overrule": lambda _desk, value: "o" if value else "w",
    "undo": lambda _desk, _value: "f4",
    "suspend": lambda _desk, _value: "s",
    "bury": lambda _desk, _value: "b",
    "flag": lambda _desk, _value: "m",
}


def _keys(response: Response, item: Item) -> list[str]:
    places = item.layout.options
    match response:
        case Typed(texts):
            keys = [key for text in texts for key in (Words(text), "enter")]
            return [*keys, "enter"] if isinstance(item.question.body, ListAnswer) else keys
        case Chosen(options):
            marks = [str(places.index(option) + 1) for option in options]
            assert isinstance(item.question.body, Choice)
            return [*marks, "enter"] if item.question.body.many else marks
        case Truth(value):
            return ["t" if value else "f"]
        case Ordered(items):
            return [*_carrying(list(places), items), "enter"]
        case Matched(rights):
            return [*(str(places.index(right) + 1) for right in rights if right is not None), "enter"]
        case Revealed():
            return ["space"]
    raise AssertionError(response)


def _carrying(shown: list[int], wanted: Sequence[int]) -> list[str]:
    """Move the cursor to each item in turn and carry the item up to its place."""
    keys = []
    for place, item in enumerate(wanted):
        at = shown.index(item)
        keys += ["home", *["down"] * at, *["K"] * (at - place)]
        shown.insert(place, shown.pop(at))
    return keys
