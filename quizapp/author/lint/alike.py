"""Rules for questions that are alike, or tell each other's answers (K3, K4, K7, I1)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from quizapp.author.lint import words
from quizapp.author.lint.item import Finding, Item, Scene
from quizapp.deck.model import Cloze, Numeric, TrueFalse
from quizapp.deck.problems import ERROR, short

_TWICE, _SAME, _LIKE = 0.6, 0.8, 0.6
_TELLS, _REPEATS = 0.5, 0.8
_FAMILY = 2
# A word that so many questions have tells no two of them from the others.
_COMMON = 60
_TELLING_APART = frozenset(
    map(
        words.stem,
        words.split(
            """first second third fourth fifth last next former latter other main largest smallest oldest
            youngest highest lowest earliest latest least new old left right upper lower inner outer"""
        ),
    )
)
Stems = frozenset[str]


def deck(scene: Scene) -> Iterator[Finding]:
    """Compare every question with those before it that share a rare word with it."""
    if len(scene.items) < 2:
        return
    prompts = [item.prompt_stems for item in scene.items]
    yield from _alike(scene, prompts)
    yield from _telling(scene, prompts)


def _alike(scene: Scene, prompts: Sequence[Stems]) -> Iterator[Finding]:
    wholes = [
        item.prompt_stems if isinstance(item.body, Cloze) else item.prompt_stems | item.answer_stems
        for item in scene.items
    ]
    twice = list(_pairs(wholes, _TWICE))
    told: set[int] = set()
    for before, at in twice:
        one, other = scene.items[before], scene.items[at]
        if _is_twice(one, other, wholes[before], wholes[at]) and at not in told:
            told.add(at)
            yield Finding("K4", {"line": one.question.line}, other.key, item=other)
    own = [stems - scene.domain for stems in prompts]
    near = [
        (before, at) for before, at in _pairs(own, _LIKE) if _differ(scene.items[before], scene.items[at])
    ]
    families: dict[int, int] = defaultdict(int)
    for before, at in near:
        families[before] += 1
        families[at] += 1
    for before, at in near:
        one, other = scene.items[before], scene.items[at]
        values = {"line": one.question.line, "answer": short(one.answer, 40)}
        if at in told or _told_apart(one, other):
            continue
        if _jaccard(own[before], own[at]) >= _SAME and _is_same(own[before], own[at]):
            yield Finding("K7", values, other.key, item=other)
        elif max(families[before], families[at]) < _FAMILY:
            yield Finding("I1", values, other.key, item=other)


def _is_twice(one: Item, other: Item, mine: Stems, theirs: Stems) -> bool:
    if (
        isinstance(one.body, TrueFalse)
        and isinstance(other.body, TrueFalse)
        and one.body.answer != other.body.answer
    ):
        return False
    if not isinstance(one.body, TrueFalse | Cloze) and one.answer_stems != other.answer_stems:
        same = words.plain(one.answer) == words.plain(other.answer)
        if not same and _jaccard(one.answer_stems, other.answer_stems) < _TWICE:
            return False
    return not _told_apart(one, other) and _jaccard(mine, theirs) >= _TWICE


def _differ(one: Item, other: Item) -> bool:
    """Tell whether two questions that are asked have different answers."""
    kinds = TrueFalse | Cloze
    if isinstance(one.body, kinds) or isinstance(other.body, kinds):
        return False
    if isinstance(one.body, Numeric) != isinstance(other.body, Numeric):
        return False
    if words.plain(one.answer) == words.plain(other.answer):
        return False
    mine, theirs = one.answer_stems, other.answer_stems
    return not (mine and theirs and (mine <= theirs or theirs <= mine))


def _told_apart(one: Item, other: Item) -> bool:
    """Tell whether each of two questions has a name or a number that the other hasn't."""
    return bool(_names(one) - _names(other)) and bool(_names(other) - _names(one))


def _names(item: Item) -> frozenset[str]:
    said = item.prompt.split()
    return frozenset(
        word.strip(".,;:?!\"'“”‘’()").removesuffix("'s")
        for place, word in enumerate(said)
        if any(letter.isdigit() for letter in word) or (place and word[:1].isupper()) or word[:1] in "\"'“‘("
    )


def _is_same(one: Stems, other: Stems) -> bool:
    """Tell whether neither question has a word that makes it another one."""
    return not (one - other and other - one) and not (one ^ other) & _TELLING_APART


def _jaccard(one: Stems, other: Stems) -> float:
    whole = len(one | other)
    return len(one & other) / whole if whole else 0.0


def _pairs(sets: Sequence[Stems], least: float) -> Iterator[tuple[int, int]]:
    """Pairs of places whose sets have at least that share in common.

    Two such sets share one of the rarest stems of each, so only those are looked up.
    """
    often: dict[str, int] = defaultdict(int)
    for stems in sets:
        for stem in stems:
            often[stem] += 1
    having: dict[str, list[int]] = defaultdict(list)
    for at, stems in enumerate(sets):
        if len(stems) < 2:
            continue
        ordered = sorted(stems, key=lambda stem: (often[stem], stem))
        rare = ordered[: len(ordered) - ceil(least * len(ordered)) + 1]
        found = {before for stem in rare for before in having[stem]}
        for before in sorted(found):
            if _jaccard(sets[before], stems) >= least:
                yield before, at
        for stem in rare:
            if len(having[stem]) < _COMMON:
                having[stem].append(at)


def _telling(scene: Scene, prompts: Sequence[Stems]) -> Iterator[Finding]:
    """Questions whose wording holds the answer of another one."""
    having = _holders(scene, prompts)
    told: set[int] = set()
    for asked, item in enumerate(scene.items):
        key = _untold(item, scene, prompts[asked])
        if not key:
            continue
        holders = min((having.get(stem, []) for stem in key), key=len)
        for at in holders if len(holders) <= _COMMON else ():
            common = len(prompts[asked] & prompts[at])
            share = common / len(prompts[asked])
            if at != asked and at not in told and key <= prompts[at] and share >= _TELLS and common >= 2:
                told.add(at)
                other = scene.items[at]
                values = {"line": item.question.line, "answer": short(item.answer, 40)}
                level = ERROR if share >= _REPEATS else None
                yield Finding("K3", values, other.key, item.answer, level, other)


def _holders(scene: Scene, prompts: Sequence[Stems]) -> Mapping[str, Sequence[int]]:
    """For each stem the places of the questions that say it; false statements tell nothing."""
    having: dict[str, list[int]] = defaultdict(list)
    for at, stems in enumerate(prompts):
        body = scene.items[at].body
        if not (isinstance(body, TrueFalse) and not body.answer):
            for stem in stems:
                having[stem].append(at)
    return having


def _untold(item: Item, scene: Scene, prompt: Stems) -> Stems:
    """The stems of an answer that another question could tell; none if its own already holds one of them."""
    if isinstance(item.body, TrueFalse | Cloze) or len(prompt) < 2:
        return frozenset()
    key = item.answer_stems - scene.domain
    return frozenset() if key & prompt else key
