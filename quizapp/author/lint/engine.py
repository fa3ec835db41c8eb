"""Puts every rule to a deck."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quizapp.author.lint import (
    across,
    alike,
    cards,
    cues,
    gaps,
    options,
    sayings,
    sourcing,
    stems,
    wording,
    words,
)
from quizapp.author.lint.item import Finding, Item, Scene
from quizapp.author.lint.placing import Place, locate
from quizapp.author.lint.silence import Silence, silences, troubles
from quizapp.author.lint.table import rules
from quizapp.deck.model import Body, Choice, Cloze, Deck, Flashcard, ShortAnswer, TrueFalse
from quizapp.deck.problems import Problem, short

Check = Callable[[Item, Scene], Iterator[Finding]]
_ANY: tuple[Check, ...] = (sourcing.named, sourcing.documented, sayings.there, wording.clean)
_ANY_ENGLISH: tuple[Check, ...] = (wording.english, sayings.explanation)
_ASKED: tuple[Check, ...] = (stems.asked, stems.letters)
_PLAIN: Mapping[type[Body], tuple[Check, ...]] = {
    Choice: (stems.brief, options.form, cues.length),
    Flashcard: (cards.long,),
    ShortAnswer: (cards.long,),
    Cloze: (gaps.form,),
}
_ENGLISH: Mapping[type[Body], tuple[Check, ...]] = {
    Choice: (*_ASKED, stems.choice, options.english, cues.english),
    Flashcard: (*_ASKED, cards.english),
    ShortAnswer: (*_ASKED, cards.english),
    TrueFalse: (sayings.statement, stems.letters),
    Cloze: (gaps.english,),
}
_DOMAIN_SHARE, _DOMAIN_LEAST = 0.3, 10
_LANGUAGES = words.Later(
    r"\b(?:grammar|vocabulary|prepositions?|verbs?|tenses?|phrasal|idioms?|pronouns?|articles|adverbs?|conjunctions?|"
    r"spelling|language|english|french|german|spanish|italian|latin words)\b",
    words.split(
        """grammar vocabulary preposition prepositions verb verbs tense tenses phrasal idiom idioms pronoun
        pronouns articles adverb adverbs conjunction conjunctions spelling language english french german
        spanish italian latin"""
    ),
)
_QUESTIONS = re.compile(r"[\"']?questions[\"']?\s*:")


class Silenced(NamedTuple):
    """A finding that a comment silences, and the reason given."""

    problem: Problem
    reason: str


class Outcome(NamedTuple):
    """What the rules found in a deck: by place; silenced by the deck's author; codes that weren't asked."""

    problems: tuple[Problem, ...]
    silenced: tuple[Silenced, ...]
    skipped: tuple[str, ...]


def lint(deck: Deck, lines: Sequence[str], documents: Mapping[str, str] | None = None) -> Outcome:
    """Put every rule to `deck`, read from a file with these lines.

    documents: the texts of its sources that are at hand, by their keys. In a deck that isn't English
    the rules that go by English words are passed over.
    """
    scene = _scene(deck, documents or {})
    english = deck.language.partition("-")[0].lower() == "en"
    found = list(_findings(scene, english=english))
    places = [Place(item.question, lines) for item in scene.items] if found or _has_comments(lines) else []
    where = {id(item): at for at, item in enumerate(scene.items)}
    first = next((at for at, line in enumerate(lines, 1) if _QUESTIONS.match(line)), deck.line)
    comments = silences(lines, places, first) if _has_comments(lines) else []
    problems, silenced = [], []
    for finding in found:
        at = None if finding.item is None else where[id(finding.item)]
        problem = _problem(finding, None if at is None else places[at], lines, deck)
        if comment := _silencing(comments, at, finding.code):
            comment.used.add(finding.code)
            silenced.append(Silenced(problem, comment.reason))
        else:
            problems.append(problem)
    skipped = _skipped(scene, english=english)
    problems += _comment_problems(comments, skipped)
    problems.sort(key=lambda problem: (problem.line, problem.column, problem.code))
    return Outcome(tuple(problems), tuple(silenced), skipped)


def _findings(scene: Scene, *, english: bool) -> Iterator[Finding]:
    for item in scene.items:
        kind = type(item.body)
        checks = (*_ANY, *_PLAIN.get(kind, ()))
        if english:
            checks += (*_ANY_ENGLISH, *_ENGLISH.get(kind, _ASKED))
        for check in checks:
            for finding in check(item, scene):
                yield finding._replace(item=item)
    yield from across.deck(scene)
    if english:
        yield from alike.deck(scene)


def _scene(deck: Deck, documents: Mapping[str, str]) -> Scene:
    items = tuple(Item(question) for question in deck.questions)
    counted: Counter[str] = Counter()
    for item in items:
        counted.update(item.prompt_stems | item.answer_stems)
    least = max(_DOMAIN_LEAST, len(items)) * _DOMAIN_SHARE
    domain = {stem for stem, count in counted.items() if count > least} | words.stems(deck.title)
    about = " ".join((deck.title, *deck.tags, *(question.topic or "" for question in deck.questions[:1])))
    spelt = stems.spelt("\n".join(text for item in items for _, text in item.texts()))
    return Scene(
        deck, items, frozenset(domain), spelt, bool(_LANGUAGES.search(about)), sourcing.prepared(documents)
    )


def _skipped(scene: Scene, *, english: bool) -> tuple[str, ...]:
    absent = bool({document.key for document in scene.deck.documents} - set(scene.documents))
    return tuple(
        code
        for code, rule in rules().items()
        if (rule.english and not english) or (rule.document and (absent or not scene.documents))
    )


def _problem(finding: Finding, place: Place | None, lines: Sequence[str], deck: Deck) -> Problem:
    line, column, length = deck.line, deck.column, 1
    if place is not None:
        line, column, length = locate(place, lines, finding.key, finding.text)
    level = finding.level or rules()[finding.code].level
    values = {name: short(value) for name, value in finding.values.items()}
    return Problem(finding.code, level, line, column, length, values)


def _has_comments(lines: Sequence[str]) -> bool:
    return any("quizapp:" in line for line in lines)


def _silencing(comments: Sequence[Silence], at: int | None, code: str) -> Silence | None:
    return next(
        (each for each in comments if each.place == at and code in each.codes and not each.wrong), None
    )


def _comment_problems(comments: Sequence[Silence], skipped: Sequence[str]) -> Iterator[Problem]:
    for code, comment, values in troubles(comments, rules(), skipped):
        yield Problem(code, rules()[code].level, comment.line, comment.column, comment.length, values)
