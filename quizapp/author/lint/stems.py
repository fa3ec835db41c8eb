"""Rules for what is asked (T)."""

import re
from collections.abc import Iterator

from quizapp.author.lint import words
from quizapp.author.lint.item import Finding, Item, Scene
from quizapp.author.lint.table import NOTE
from quizapp.deck.problems import ERROR

_ASKS = re.compile(
    r"\b(who|whom|whose|what|which|when|where|why|how|name|define|choose|give|state|complete|find"
    r"|identify)\b",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"(\?|:|_{2,}\.?|…|\.\.\.|\b(a|an|a\(n\)|the|is|are|was|were|by|of|in|to|as|from|for|with|on|at|called|"
    r"except|because|and|that|than|has|have|into|than))$",
    re.IGNORECASE,
)
_ANY_TRUE = re.compile(
    r"^(which|what)( one)? of (the following|these|those)?( statements?| sentences?| claims?)*"
    r"( (about|on|regarding) [^?]*)? (is|are) (true|correct|right|false|wrong)\W*$",
    re.IGNORECASE,
)
_OPERATOR = words.Later(
    r"\b(?-i:(?P<caps>NOT|EXCEPT|LEAST|NEVER|FALSE|INCORRECT))\b"
    r"|\A(?:which|what|who)\b(?![^?,]*\b(?:if|when|that|because)\b)[^?,]*?\b(?P<not>not|isn't|aren't"
    r"|doesn't|don't|"
    r"didn't|wasn't|can't|cannot|never)\b"
    r"|\b(?P<except>except)\b(?: for)?\W*\Z"
    r"|\b(?P<least>least) (?:likely|probable|true|correct|accurate|appropriate|suitable)\b"
    r"|\b(?:is|are) (?P<false>false|incorrect|untrue|wrong)\W*\Z",
    words.split(
        """not isn aren doesn don didn wasn can cannot never except least false incorrect untrue wrong"""
    ),
)
_TWO_MARKS = re.compile(r"\?.*\?", re.DOTALL)
_FIRST_ASKED = re.compile(r"\b(?:who|whom|what|when|where|why|how|which)\b\W*\w", re.IGNORECASE)
_SECOND_ASKED = re.compile(
    r" ((?:and|or) (?:who|what|when|where|why|how|which|in which|at what|by whom)) \w", re.IGNORECASE
)
_NATURAL = re.compile(
    r"\b(how and why|why and how|when and where|where and when|if and how|who and what)\b", re.IGNORECASE
)
_POINTS = words.Later(
    r"\A(?:this|these|it|they)\b(?! (?:article|page|deck|question|card|sentence|list|map|picture|image))"
    r"|\b(?:passage|text|figure|table|paragraph|example|list) (?:above|below)\b"
    r"|\bthe (?:above|following passage|passage|author(?! of\b))\b|\b(?:according to|in) the (?:text"
    r"|passage)\b"
    r"|\b(?:does|do|did|is|are|was|were|can|could|would|should) (?:this|these)(?= (?:mean|show|imply"
    r"|prove|happen|work)|\?)",
    words.split("this these it they above below passage author text"),
)
_ACRONYM = re.compile(r"(?<![\w./-])[A-Z]{2,}(?![\w/]|-\w)")
_ROMAN = re.compile(r"[IVXLCDM]+")
_SPELT = re.compile(
    r"[A-Z][A-Z]+(?:(?=(?P<in_brackets>s?\)))|(?=s? \(|,? (?:stands? for|is short for|means|abbreviates)\b))"
)
# Letters that most readers know by themselves, or better than what they stand for.
KNOWN = words.split(
    """AD AIDS AM API ASCII ATM BBC BC BCE CD CE CEO CIA CPU CSS CT DIY DNA DVD EEG ECG EKG EU FAQ FBI FDA
    GDP GIF GMT GPS GPU HDMI HIV HTML HTTP HTTPS ICU ID IP IQ ISBN ISO IT IVF JPEG JSON KGB LAN LCD LED
    LGBT MP MRI MS NASA NATO NBA NHS NOT OECD OK OR AND PC PDF PHD PIN PM PNG QR RAM RNA ROM SI SIM SMS
    SOS SQL SSD TB TCP TV UDP UFO UK UN UNESCO UNICEF URL US USA USB USSR UTC UV VIP VPN WHO WWF XML
    YAML EXCEPT LEAST NEVER FALSE TRUE"""
)
_LONGEST, _MOST_BEFORE = 35, 2


def choice(item: Item, _scene: Scene) -> Iterator[Finding]:
    """Rules for the stem of a multiple choice, in English."""
    prompt = item.prompt
    whole = _ASKS.search(prompt) or "__" in prompt or _OPEN_END.search(prompt.rstrip())
    if not whole or words.count(prompt) < 3 or _ANY_TRUE.search(prompt):
        yield Finding("T1", {}, item.key, prompt)
    if turned := _OPERATOR.search(prompt):
        yield Finding("T2", {"word": (word := _first(turned))}, item.key, word, ERROR)
    elif not re.match("why|how|when|for wh|at wh|in wh|under wh", prompt, re.IGNORECASE):
        doubtful = re.search(r"\b(not|never|incorrect)\b|n't\b", prompt, re.IGNORECASE)
        if doubtful and not re.search(r"\bnot only\b|\bor not\b", prompt, re.IGNORECASE):
            yield Finding("T2", {"word": doubtful.group()}, item.key, doubtful.group())


def brief(item: Item, _scene: Scene) -> Iterator[Finding]:
    """Rules for the stem of a multiple choice in any language."""
    long = words.count(item.prompt)
    if long > _LONGEST or words.sentences(item.prompt) > _MOST_BEFORE:
        yield Finding("T5", {"count": long}, item.key)
    if re.match(r"_{2,}|…|\.\.\.", item.prompt.lstrip()):
        yield Finding("T9", {}, item.key, item.prompt)


def asked(item: Item, _scene: Scene) -> Iterator[Finding]:
    """Rules for whatever is asked."""
    prompt = item.prompt
    if _TWO_MARKS.search(prompt):
        yield Finding("T3", {}, item.key, prompt)
    elif (second := _second(prompt)) and not _NATURAL.search(prompt):
        yield Finding("T3", {}, item.key, second)
    if (points := _POINTS.search(prompt)) and not _said_before(points, prompt):
        yield Finding("T6", {"word": points.group()}, item.key, points.group())


def _second(prompt: str) -> str | None:
    """A second question that another one is joined to: `and why`."""
    if " and " not in prompt and " or " not in prompt:
        return None
    first = _FIRST_ASKED.search(prompt)
    second = _SECOND_ASKED.search(prompt, first.end()) if first else None
    return second[1] if second else None


def _said_before(points: re.Match[str], prompt: str) -> bool:
    """Tell whether a sentence of the question itself says what `this` is."""
    return points.group().casefold().endswith(("this", "these")) and bool(
        words.sentences(prompt[: points.start()]) > 1 or re.search(r"[.!?]\s", prompt[: points.start()])
    )


def letters(item: Item, scene: Scene) -> Iterator[Finding]:
    """Abbreviations that nothing in the deck spells out."""
    for match in _ACRONYM.finditer(item.prompt):
        word = match.group()
        if (
            word in KNOWN
            or _ROMAN.fullmatch(word)
            or item.prompt.isupper()
            or word in scene.spelt
            or _has_initials(word, item)
        ):
            continue
        if re.search(rf"\b{word}\b", item.answer) and "stand for" in item.prompt:
            continue
        yield Finding("T8", {"word": word}, item.key, word, None if len(word) > 1 else NOTE)
        return


def spelt(text: str) -> frozenset[str]:
    """Return the abbreviations that a text spells out: beside brackets, or by saying what they mean."""
    found = set()
    for match in _SPELT.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before == "(" if match["in_brackets"] else not (before.isalnum() or before == "_"):
            found.add(match.group())
    return frozenset(found)


def _has_initials(word: str, item: Item) -> bool:
    """Tell whether the question itself, or its explanation, holds words that begin with these letters."""
    if len(word) < 3 or len(word) > 8:
        return False
    words_of = r"[\s-]+(?:(?:of|and|the|for|in|to)\s+)*".join(rf"{letter}[\w']+" for letter in word)
    return any(re.search(rf"\b{words_of}", text, re.IGNORECASE) for _, text in item.texts())


def _first(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group)
