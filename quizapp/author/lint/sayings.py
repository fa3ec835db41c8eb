"""Rules for statements and explanations (B1, E)."""

import re
from collections.abc import Iterator

from quizapp.author.lint import words
from quizapp.author.lint.item import Finding, Item, Scene
from quizapp.author.lint.table import NOTE
from quizapp.deck.model import Choice, TrueFalse
from quizapp.deck.problems import short

_NEW, _MOST_SENTENCES, _MOST_WORDS = 2, 3, 60
_PLACES = words.Later(
    r"\b(?-i:(?:[Oo]ption|[Aa]nswer|[Cc]hoice)s? (?:[A-D]|[1-4]))\b(?!\.\d)"
    r"|\b(?:(?:first|second|third|fourth|last) (?:option|answer)|(?:second|third|fourth) choice)\b",
    words.split("option options answer answers choice choices"),
)
_RIGHT = words.Later(r"\b(?:correct|right)\b", words.split("correct right"))
_TWO_CLAIMS = re.compile(
    r";|,? and (?:it|they|he|she|this|these|there|the \w+) (?:is|are|was|were|has|have|had|does|do|did|can|"
    r"always|never|\w+(?:s|ed)\b)",
    re.IGNORECASE,
)


def statement(item: Item, _scene: Scene) -> Iterator[Finding]:
    """Rules for a statement, in English."""
    for pattern, what in (
        (words.NEGATION, "says “{}”"),
        (words.ABSOLUTE, "says “{}”"),
        (_TWO_CLAIMS, "claims two things"),
    ):
        if found := pattern.search(item.prompt):
            yield Finding(
                "B1", {"what": what.format(found.group().strip(" ,"))}, item.key, found.group().strip(" ,")
            )
            return


def there(item: Item, _scene: Scene) -> Iterator[Finding]:
    """An explanation that is missing or long, in any language."""
    explain, body = item.question.explain, item.body
    if explain is None:
        reasons = isinstance(body, Choice) and all(option.why for option in body.wrong)
        if not reasons:
            yield Finding("E1", {}, level=None if isinstance(body, Choice | TrueFalse) else NOTE)
        return
    length, sentences = words.count(explain), words.sentences(explain)
    if length > _MOST_WORDS:
        yield Finding("E6", {"count": f"{length} words"}, "explain")
    elif sentences > _MOST_SENTENCES:
        yield Finding("E6", {"count": f"{sentences} sentences"}, "explain")


def explanation(item: Item, _scene: Scene) -> Iterator[Finding]:
    """What an explanation says, in English."""
    explain, body = item.question.explain, item.body
    if not explain:
        return
    said = words.stems(explain)
    if isinstance(body, Choice):
        said |= words.stems(" ".join(option.why or "" for option in body.wrong))
    if len(said - item.prompt_stems - item.answer_stems) < _NEW:
        yield Finding("E2", {}, "explain", explain)
    if not isinstance(body, Choice):
        return
    if place := _PLACES.search(explain):
        yield Finding("E3", {"word": place.group()}, "explain", place.group())
    for option in body.wrong if _RIGHT.search(explain) else ():
        bare = re.escape(re.sub(r"^(?:the|an?)\s+", "", option.text, flags=re.IGNORECASE).rstrip("."))
        said_right = (
            rf"\b{bare}\W{{0,2}} (?:is|was|are|were) (?:the )?(?:correct|right)(?!-)\b"
            r"(?! (?:side|hand|half|angle)\b)"
        )
        if re.search(said_right, explain, re.IGNORECASE):
            yield Finding("E4", {"option": short(option.text, 40)}, "explain", option.text)
