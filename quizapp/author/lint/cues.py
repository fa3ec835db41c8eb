"""Rules for options that give themselves away (O5 to O9, O11, O14)."""

import re
from collections.abc import Iterator, Sequence

from quizapp.author.lint import words
from quizapp.author.lint.item import Finding, Item, Scene
from quizapp.author.lint.options import speaks_of_others
from quizapp.deck.model import Choice

_LONGER, _MORE = 1.5, 3
_VOWEL = re.compile(r"[aeiou]|hour|honest|heir|honou?r", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(
    r"one\b|one-|once\b|eu|ewe|uni[tcqvfos]|us[aeiu]|ut[ei]|ur[aeio]n|ubiq|ukr|ugand", re.IGNORECASE
)
_LETTERS = frozenset("AEFHILMNORSX")
_ARTICLE = words.Later(r"\b(?P<article>an?)\W*(?:_{2,}\W*)?\Z", words.split("a an"))
_VERB = words.Later(r"\b(?P<verb>is|was|are|were)\W*(?:_{2,}\W*)?\Z", words.split("is was are were"))
_PLURAL_STEM = words.Later(
    r"\Awhich (?!of\b)(?:\w+ ){0,2}?(?!this\b)\w+[^su\W]s (?:are|were|have|do)\b", words.split("which")
)
_HEDGE = words.Later(
    r"\b(may|might|usually|generally|some(?! \w+ (?:hundred|thousand|million)))\b",
    words.split("may might usually generally some"),
)
_VAGUE = words.Later(
    r"\b(rarely|seldom|sometimes|often|occasionally|frequently|infrequently)\b",
    words.split("rarely seldom sometimes often occasionally frequently infrequently"),
)
_PAIRS = """
wide/narrow loudly/softly loud/soft increases/decreases increase/decrease rises/falls rise/fall
higher/lower high/low more/less more/fewer larger/smaller large/small hot/cold warmer/cooler
warm/cold faster/slower fast/slow quickly/slowly before/after above/below toward/away up/down
gain/lose gains/loses stronger/weaker strong/weak longer/shorter long/short active/passive
left/right inside/outside positive/negative opens/closes open/close expands/contracts
heavier/lighter raises/lowers raise/lower attracts/repels attract/repel speeds/slows widen/narrow
widens/narrows wider/narrower early/late thick/thin thicker/thinner sooner/later better/worse
deeper/shallower north/south east/west
"""
_OPPOSITES = [pair.split("/") for pair in _PAIRS.split()]
_OPPOSITE: dict[str, set[str]] = {}
for _one, _other in _OPPOSITES:
    _OPPOSITE.setdefault(_one, set()).add(_other)
    _OPPOSITE.setdefault(_other, set()).add(_one)


def _single(item: Item) -> tuple[str, list[str]] | None:
    """The right option and the wrong ones; None where several are right."""
    body = item.body
    assert isinstance(body, Choice)
    return None if len(body.answers) > 1 else (body.answers[0], [option.text for option in body.wrong])


def length(item: Item, _scene: Scene) -> Iterator[Finding]:
    """A right option that is much longer than the others."""
    pair = _single(item)
    if pair is None:
        return
    mine, others = words.count(pair[0]), [words.count(option) for option in pair[1]]
    longest = max(others)
    if mine > longest and mine >= _LONGER * sum(others) / len(others) and mine >= longest + _MORE:
        yield Finding("O5", {"count": mine, "next": longest}, "answer", pair[0])


def english(item: Item, scene: Scene) -> Iterator[Finding]:
    """What English words tell of the right option."""
    pair = _single(item)
    if pair is None:
        return
    right, wrong = pair
    yield from _grammar(item, right, wrong)
    yield from _echo(item, scene, right, wrong)
    yield from _meeting(right, wrong)
    yield from _absolute(item, right, wrong)
    yield from _opposites(right, wrong)
    yield from _vague(item, (right, *wrong))


def _grammar(item: Item, right: str, wrong: Sequence[str]) -> Iterator[Finding]:
    prompt = item.prompt.rstrip()
    misfit = None
    if (article := _ARTICLE.search(prompt)) and not prompt.endswith("a(n)"):
        wants = article["article"].casefold() == "an"
        misfit = next((option for option in wrong if vowel_sound(option) != wants), None)
        if vowel_sound(right) != wants and misfit is None:
            misfit = right
    elif verb := _VERB.search(prompt):
        misfit = _single_thing(right, wrong) if verb["verb"].casefold() in ("are", "were") else None
    elif _PLURAL_STEM.search(prompt):
        misfit = _single_thing(right, wrong)
    if misfit is not None:
        yield Finding("O6", {"option": misfit}, "answer" if misfit == right else "wrong", misfit)


def vowel_sound(text: str) -> bool:
    """Tell whether `an` stands before a text."""
    first = re.match(r"[\W_]*(\w+)", text)
    word = first[1] if first else text
    if word.isupper():
        return word[0] in _LETTERS
    if word[0].isdigit():
        return word.startswith("8") or word in ("11", "18")
    return not _CONSONANT_SOUND.match(text.lstrip("\"'“‘(")) and _VOWEL.match(word) is not None


def _single_thing(right: str, wrong: Sequence[str]) -> str | None:
    """A wrong option that speaks of one thing where the question, and the right one, speak of several."""
    return None if _is_one(right) else next((option for option in wrong if _is_one(option)), None)


def _is_one(option: str) -> bool:
    """Tell whether an option speaks of one thing: it says a, an or one."""
    return re.match(r"(a|an|one|each|every)\s", option, re.IGNORECASE) is not None


def _echo(item: Item, scene: Scene, right: str, wrong: Sequence[str]) -> Iterator[Finding]:
    asked = [
        word for word in words.content(item.prompt) if words.stem(word) not in scene.domain and word.isalpha()
    ]
    elsewhere = [word for option in wrong for word in words.content(option)]
    for word in dict.fromkeys(words.content(right)):
        if words.stem(word) in scene.domain or not word.isalpha() or len(word) < 4:
            continue
        echo = next((other for other in asked if words.akin(word, other)), None)
        if echo and not any(words.akin(word, other) or words.akin(echo, other) for other in elsewhere):
            yield Finding("O7", {"word": word, "echo": echo}, "answer", word)
            return


def _meeting(right: str, wrong: Sequence[str]) -> Iterator[Finding]:
    """The option whose words come most often in the others."""
    options = [words.stems(option) for option in (right, *wrong)]
    scores = [
        sum(stem in other for stem in mine for place, other in enumerate(options) if place != at)
        for at, mine in enumerate(options)
    ]
    if len(options) > 2 and scores[0] >= 2 and scores[0] > max(scores[1:]):
        yield Finding("O8", {}, "answer", right)


def _absolute(item: Item, right: str, wrong: Sequence[str]) -> Iterator[Finding]:
    asked = item.prompt
    if not words.ABSOLUTE.search(right) and not words.ABSOLUTE.search(asked):
        for option in wrong:
            found = None if speaks_of_others(option) else words.ABSOLUTE.search(option)
            if found:
                values = {"word": found.group(), "where": "wrong options", "them": "them", "truth": "wrong"}
                yield Finding("O9", values, "wrong", option)
                return
    hedge = _HEDGE.search(right)
    if hedge and not _HEDGE.search(asked) and not any(_HEDGE.search(option) for option in wrong):
        values = {"word": hedge.group(), "where": "the right option", "them": "it", "truth": "right"}
        yield Finding("O9", values, "answer", right)


def _opposites(right: str, wrong: Sequence[str]) -> Iterator[Finding]:
    if len(wrong) < 2:
        return
    split = [words.tokens(option) for option in (right, *wrong)]
    pairs = [
        (one, other)
        for one in range(len(split))
        for other in range(one + 1, len(split))
        if _are_opposites(split[one], split[other])
    ]
    if len(pairs) == 1 and pairs[0][0] == 0:
        other = wrong[pairs[0][1] - 1]
        yield Finding("O11", {"option": right, "other": other}, "wrong", other)


def _are_opposites(one: Sequence[str], other: Sequence[str]) -> bool:
    if len(one) == len(other):
        apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        return len(apart) == 1 and apart[0][1] in _OPPOSITE.get(apart[0][0], ())
    short, long = sorted((one, other), key=len)
    return (
        len(long) - len(short) == 1 and [word for word in long if word not in ("not", "no", "never")] == short
    )


def _vague(item: Item, options: Sequence[str]) -> Iterator[Finding]:
    found = [_VAGUE.search(option) for option in options]
    if any(found) and not all(found) and not _VAGUE.search(item.prompt):
        at = next(place for place, match in enumerate(found) if match)
        word = found[at].group()  # type: ignore[union-attr]  # it is the place of one that was found
        yield Finding("O14", {"word": word}, "answer" if at == 0 else "wrong", options[at])
