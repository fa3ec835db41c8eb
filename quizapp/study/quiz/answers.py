"""Files of answers: a quiz is run unattended from `question id: response` in YAML.

How a response is written, by kind: a text; for several gaps or a list, a list of texts; for a choice the
option's text, or a list of them; true or false; for an order a list of the items; for pairs a mapping; for
a flashcard right, partly or wrong. `dont-know` fits every kind, and nothing leaves a question open.
`{response: …, certainty: sure}` says how sure one is.
"""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from quizapp.answer.response import Chosen, DontKnow, Matched, Ordered, Response, Revealed, Truth, Typed
from quizapp.deck.decoding import decode, lines_of
from quizapp.deck.model import Choice, Matching, Ordering, TrueFalse
from quizapp.deck.nodes import Items, Node, Table, Text
from quizapp.deck.problems import Problem, Report, listed
from quizapp.deck.records import is_blank
from quizapp.study.item import Item
from quizapp.study.quiz.course import Certainty
from quizapp.study.quiz.quiz import Quiz
from quizapp.study.quiz.view import Stage

DONT_KNOW = "dont-know"
MARKS = {"right": 1.0, "partly": 0.5, "wrong": 0.0}
_KEYS = {"response", "certainty"}
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


class Planned(NamedTuple):
    """What is to be given to a question. mark: of a flashcard."""

    response: Response
    certainty: Certainty | None = None
    mark: float | None = None


class Answers(NamedTuple):
    """What a file of answers says of a paper, by the card's key, and what is wrong in it, by place."""

    planned: Mapping[str, Planned]
    problems: tuple[Problem, ...]


def read_answers(data: bytes, items: Iterable[Item], others: Iterable[str]) -> Answers:
    """Read a file of answers to the questions of a paper.

    A question is named by its id, or by its card (`deck/question#face`). others: ids and cards that are not
    on the paper but may be answered all the same: a file can serve all papers of a deck.
    """
    from quizapp.deck.recovery import parse  # noqa: PLC0415 - YAML is loaded when there is a file to read

    report = Report()
    text = decode(data, report)
    if text is None:
        return Answers({}, report.all())
    report.lines = lines_of(text)
    root = parse(text, report).root
    if not isinstance(root, Table):
        if not report.errors:
            report.add("E160", *((root.line, root.column) if root is not None else (1, 1)))
        return Answers({}, report.all())
    planned = _planned(root, _names(items), frozenset(others), report)
    return Answers(planned, report.all())


def _names(items: Iterable[Item]) -> dict[str, Item]:
    named: dict[str, Item] = {}
    for item in items:
        for name in (item.card.question, f"{item.card.deck}/{item.card.question}", str(item.card)):
            named.setdefault(name, item)
    return named


def _planned(
    root: Table, named: Mapping[str, Item], others: frozenset[str], report: Report
) -> dict[str, Planned]:
    planned: dict[str, Planned] = {}
    lines: dict[str, int] = {}
    for name, node in root.values.items():
        line, column = root.keys[name]
        item = named.get(name)
        if item is None:
            if name not in others:
                cure = _close(name, [*named, *others]) or "write the id that the question has in the deck"
                report.add("E161", line, column, len(name), value=name, cure=cure)
            continue
        card = str(item.card)
        if card in lines:
            report.add("E164", line, column, len(name), value=name, first=lines[card])
            continue
        lines[card] = line
        found = _read(item, node, report)
        if found is not None:
            planned[card] = found
    return planned


def _read(item: Item, node: Node, report: Report) -> Planned | None:
    certainty = None
    if isinstance(node, Table) and "response" in node.values and set(node.values) <= _KEYS:
        said = node.values.get("certainty")
        words = [word.value for word in Certainty]
        if said is not None:
            if not isinstance(said, Text) or said.text not in words:
                shown = said.text if isinstance(said, Text) else "this"
                report.at("E110", said, key="certainty", value=shown, words=listed(words, "or"))
                return None
            certainty = Certainty(said.text)
        node = node.values["response"]
    if isinstance(node, Text) and is_blank(node):
        return None
    if isinstance(node, Text) and node.text == DONT_KNOW:
        return Planned(DontKnow(), certainty)
    if item.self_rated:
        return _self_marked(node, certainty, report)
    response = _response(item, node, report)
    return None if response is None else Planned(response, certainty)


def _self_marked(node: Node, certainty: Certainty | None, report: Report) -> Planned | None:
    if not isinstance(node, Text) or node.text not in MARKS:
        report.at("E163", node, wanted="the learner's own mark", like="right, partly or wrong")
        return None
    return Planned(Revealed(), certainty, MARKS[node.text])


def _response(item: Item, node: Node, report: Report) -> Response | None:
    match item.question.body:
        case Choice() as body:
            chosen = _places(node, body.options, "options", report)
            return None if chosen is None else Chosen(tuple(sorted(chosen)))
        case TrueFalse():
            if isinstance(node, Text) and node.text.casefold() in _TRUTH:
                return Truth(_TRUTH[node.text.casefold()])
            report.at("E163", node, wanted="true or false", like="true")
            return None
        case Ordering() as body:
            order = _places(node, body.order, "items", report)
            if order is not None and sorted(order) != list(range(len(body.order))):
                report.at("E163", node, wanted="each of its items once", like=f"[{body.order[0]}, …]")
                return None
            return None if order is None else Ordered(tuple(order))
        case Matching() as body:
            return _matched(body, node, report)
        case _:
            texts = _texts(node, report)
            return None if texts is None else Typed(texts)


def _matched(body: Matching, node: Node, report: Report) -> Response | None:
    if not isinstance(node, Table):
        report.at("E163", node, wanted="a right side for each left one", like="{left: right}")
        return None
    lefts = [left for left, _ in body.pairs]
    rights: list[int | None] = [None] * len(lefts)
    before = report.errors
    for name, value in node.values.items():
        line, column = node.keys[name]
        left = _place(name, lefts)
        if left is None:
            cure = _close(name, lefts) or _there(lefts)
            report.add("E162", line, column, len(name), value=name, what="left sides", cure=cure)
        elif isinstance(value, Text) and is_blank(value):
            continue
        elif (right := _places(value, body.rights, "right sides", report)) is not None:
            rights[left] = right[0]
    return None if report.errors > before else Matched(tuple(rights))


def _texts(node: Node, report: Report) -> tuple[str, ...] | None:
    nodes = node.items if isinstance(node, Items) else [node]
    texts = [one.text for one in nodes if isinstance(one, Text)]
    if len(texts) != len(nodes):
        report.at("E163", node, wanted="a text, or a list of texts", like="[first, second]")
        return None
    return tuple(texts)


def _places(node: Node, words: Sequence[str], name: str, report: Report) -> list[int] | None:
    """Read one of `words`, or a list of them, as their places."""
    nodes = node.items if isinstance(node, Items) else [node]
    found: list[int] = []
    for one in nodes:
        if not isinstance(one, Text):
            report.at("E163", one, wanted=f"one of its {name}, or a list of them", like=f"[{words[0]}]")
            return None
        place = _place(one.text, words)
        if place is None:
            cure = _close(one.text, words) or _there(words)
            report.at("E162", one, value=one.text, what=name, cure=cure)
            return None
        found.append(place)
    return found or None


def _place(text: str, words: Sequence[str]) -> int | None:
    """The place of a word: written just so, or else alike but for case and spaces."""
    if text in words:
        return words.index(text)
    plain = _plain(text)
    return next((place for place, word in enumerate(words) if _plain(word) == plain), None)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _close(text: str, words: Iterable[str]) -> str | None:
    found = get_close_matches(text, list(words), 1, 0.6)
    return f'did you mean "{found[0]}"?' if found else None


def _there(words: Sequence[str]) -> str:
    return f"there are {listed([f'“{word}”' for word in words])}"


def give(quiz: Quiz, planned: Mapping[str, Planned]) -> None:
    """Sit a whole quiz with what is planned, and hand it in."""
    for place, entry in enumerate(quiz.paper.entries):
        if quiz.stage is Stage.DONE:
            return
        quiz.go(place)
        plan = planned.get(str(entry.item.card))
        if plan is not None and quiz.can_answer:
            quiz.answer(plan.response, plan.certainty)
            if quiz.stage is Stage.REVEALED:
                quiz.self_mark(plan.mark or 0.0)
    quiz.hand_in()
    while quiz.to_mark:
        plan = planned.get(str(quiz.item.card))
        quiz.self_mark(plan.mark or 0.0 if plan else 0.0)
