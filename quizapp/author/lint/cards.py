"""Rules for flashcards and short answers (F)."""

import re
from collections.abc import Iterator

from quizapp.author.lint import words
from quizapp.author.lint.item import Finding, Item, Scene
from quizapp.deck.model import Flashcard
from quizapp.deck.problems import WARNING, short

_LONGEST_ANSWER, _LONGEST_PROMPT, _SHORTEST_PROMPT = 15, 20, 4
_AND = re.compile(r"\band\b", re.IGNORECASE)
_SET = re.compile(
    r"^(?:list|name|enumerate|give) (?:the|all|every|each|two|three|four|five|six|seven|some)\b"
    r"|^what are the (?:\w+ )?(?:\w+ )?(?:types|kinds|steps|parts|stages|phases|classes|groups|layers|"
    r"members|two|three|four|five|six|seven|eight|ingredients|components|elements|features|causes|symptoms)\b",
    re.IGNORECASE,
)
_YES_NO = re.compile(
    r"^(?:is|are|was|were|does|do|did|can|could|has|have|had|will|would|should|must|may)\b"
    r"(?! you (?:name|say|tell|give|explain|define))",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\b(?P<one>[\w-]+) or (?:an? |the )?(?P<other>[\w-]+)\?$")
_ASKS = re.compile(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|name|define|explain|give|translate)\b"
    r"|_{2,}",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\b(?:differ|differs|differences?|compared?|distinguish|versus|vs)\b|\bthan\b", re.IGNORECASE
)
_PART = 0.6


def long(item: Item, _scene: Scene) -> Iterator[Finding]:
    """A long question, in any language."""
    asked = words.count(item.prompt)
    if asked > _LONGEST_PROMPT:
        yield Finding("F6", {"count": asked}, item.key)


def english(item: Item, scene: Scene) -> Iterator[Finding]:
    """Rules that go by English words."""
    prompt, answer = item.prompt.strip(), item.answer
    is_set = answer.count(",") >= 3 or answer.count("\n- ") >= 2 or _SET.match(prompt)
    if is_set:
        yield Finding("F2", {}, "answer" if answer.count(",") >= 3 else item.key)
    elif what := _too_much(answer):
        yield Finding("F1", {"what": what}, "answer", answer)
    if words.count(prompt) < _SHORTEST_PROMPT and not _ASKS.search(prompt) and not scene.language:
        term = isinstance(item.body, Flashcard) and item.body.reverse
        if not term:
            yield Finding("F3", {"prompt": short(prompt, 40)}, item.key, prompt)
    if what := _offered(prompt, answer):
        yield Finding("F4", {"what": what}, item.key)
    else:
        yield from _held(item, scene)


def _too_much(answer: str) -> str | None:
    if (length := words.count(answer)) > _LONGEST_ANSWER:
        return f"{length} words"
    if (count := words.sentences(answer)) > 1:
        return f"{count} sentences"
    if ";" in answer:
        return "a semicolon"
    return "two “and”s" if len(_AND.findall(answer)) > 1 else None


def _offered(prompt: str, answer: str) -> str | None:
    if _YES_NO.match(prompt):
        return "yes or no"
    if either := _EITHER.search(prompt):
        said = words.tokens(answer)
        if either["one"].casefold() in said or either["other"].casefold() in said:
            return either.group().rstrip("?")
    return None


def _held(item: Item, scene: Scene) -> Iterator[Finding]:
    """An answer that can be read off from the question."""
    answer = list(dict.fromkeys(words.content(item.answer)))
    if not answer or _COMPARES.search(item.prompt) or scene.language:
        return
    bare = " ".join(word for word in words.tokens(item.answer) if word not in words.ARTICLES)
    if f" {bare} " in f" {' '.join(words.tokens(item.prompt))} ":
        yield Finding("F5", {"word": short(bare, 40)}, item.key, bare)
        return
    asked = [word for word in words.content(item.prompt) if words.stem(word) not in scene.domain]
    free = [word for word in answer if words.stem(word) not in scene.domain]
    held = [word for word in free if len(word) > 3 and any(words.akin(word, other) for other in asked)]
    if held and len(held) >= _PART * len(answer):
        level = None if len(held) == len(answer) else WARNING
        yield Finding("F5", {"word": held[0]}, item.key, held[0], level)
