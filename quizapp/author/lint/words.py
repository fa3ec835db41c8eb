"""Words as the rules compare them: without capitals, endings and the little words."""

import re
from functools import lru_cache

_PLAIN = str.maketrans({**dict.fromkeys("‘’ʼ", "'"), **dict.fromkeys("“”„", '"'), **dict.fromkeys("‐‑", "-")})
_WORD = re.compile(r"\d+(?:[.,:/]\d+)+|[^\W_]+(?:['-][^\W_]+)*")
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*(?=\s+[\"'“‘(]*[A-Z0-9]|\s*$)")
_PART = re.compile(r"[^\W_]+")
# A pattern that begins with a plain sign is found many times faster.
_ABBREVIATED = re.compile(
    r"\.(?=\s)(?:(?<=\b[A-Za-z]\.)|(?<=\b(?:Dr|Mr|St|vs|cf|ca|No)\.)|(?<=\b(?:e\.g|i\.e|etc|Mrs)\.)|(?<=\bapprox\.))"
)
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
_VOWEL = re.compile("[aeiouy]")
_PREFIX, _PREFIX_SHARE, _COMPOUND = 6, 0.6, 5
# A question's texts are looked at by one rule after the other, so few need to be kept.
_TEXTS = 1_000

ARTICLES = frozenset(("a", "an", "the"))


def split(text: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(text.split())


STOP = split(
    """a an the of to in on at by for from with as is are was were be been being it its this that these
    those they them their he she his her him we us our you your i me my and or but if so than then there
    here which who whom whose what when where why how do does did done has have had having can could may
    might will would shall should must not no nor only own same such too very just also both each few
    more most other some any all into over under about between through during before after above below
    up down out off again once because while until against one's like upon per via among within without
    whether either neither much many let get got gets make makes made give gives given take takes taken
    use uses used call called calls mean means meant name named names"""
)


class Later:
    """A pattern, without regard to case, that is compiled when it is first needed; most checks need few.

    beside: words, as `vocabulary` gives them, of which one stands in whatever it finds. Looking words up is
    many times faster than searching for patterns, and few texts hold any.
    """

    __slots__ = ("_beside", "_pattern", "_text")

    def __init__(self, text: str, beside: frozenset[str] = frozenset()) -> None:
        self._text = text
        self._beside = beside
        self._pattern: re.Pattern[str] | None = None

    def search(self, text: str, said: frozenset[str] | None = None) -> re.Match[str] | None:
        """Search a text, whose `vocabulary` may be known; `^` and `$` stand at any line."""
        if self._beside and self._beside.isdisjoint(vocabulary(text) if said is None else said):
            return None
        if self._pattern is None:
            self._pattern = re.compile(self._text, re.IGNORECASE | re.MULTILINE)
        return self._pattern.search(text)


ABSOLUTE = Later(
    r"\b(always|never|all|none|only|every(?! (?:day|week|month|year|hour|minute|second|time)s?\b)|"
    r"everything|everyone|nobody|nothing|completely|entirely|"
    r"impossible|guarantee[sd]?|must|cannot)\b",
    split(
        """always never all none only every everything everyone nobody nothing completely entirely impossible
        guarantee guarantees guaranteed must cannot"""
    ),
)
NEGATION = Later(
    r"\b(not|no|never|none|neither|nor|cannot)\b|n't\b",
    split("not no never none neither nor cannot t"),
)


def plain(text: str) -> str:
    """Return `text` in lower case, with straight quotes and plain hyphens."""
    # Most texts are ASCII, which has none of the signs that are one.
    return text.lower() if text.isascii() else text.translate(_PLAIN).casefold()


@lru_cache(maxsize=_TEXTS)
def _written(text: str) -> tuple[str, ...]:
    """The words and numbers of `text` as they are written, but for quotes and hyphens."""
    return tuple(_WORD.findall(text if text.isascii() else text.translate(_PLAIN)))


def tokens(text: str) -> list[str]:
    """Return the words and numbers of `text` in lower case; `1:10,000` is one."""
    return [word.casefold() for word in _written(text)]


@lru_cache(maxsize=_TEXTS)
def vocabulary(text: str) -> frozenset[str]:
    """Return the different words of `text` in lower case; of words such as `well-known`, the parts."""
    return frozenset(_PART.findall(plain(text)))


def count(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def sentences(text: str) -> int:
    """How many sentences a text has; a last one without a stop counts."""
    bare = _ABBREVIATED.sub("", text).strip()
    ends = [end.end() for end in _SENTENCE.finditer(bare)]
    return len(ends) + (not ends or ends[-1] < len(bare))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return a lower-case word without its usual English endings."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) <= 3 or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) >= 3 and _VOWEL.search(base):
            word = base[:-1] if _DOUBLED.search(base) else base
            break
    for ending in ("ation", "ly", "ness", "ment", "ion"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


@lru_cache(maxsize=50_000)
def _meaning(raw: str) -> str:
    """Return a word as written in lower case, or nothing if it carries no meaning."""
    word = raw.casefold()
    if len(raw) == 1:
        return word if raw.isdigit() or (raw.isupper() and raw not in "AI") else ""
    return word if word not in STOP and (len(word) > 2 or not word.isalpha() or raw.isupper()) else ""


@lru_cache(maxsize=_TEXTS)
def content(text: str) -> tuple[str, ...]:
    """Return the words that carry meaning, in lower case and in order; a single capital such as T counts."""
    return tuple([word for raw in _written(text) if (word := _meaning(raw))])


@lru_cache(maxsize=_TEXTS)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning."""
    return frozenset(map(stem, content(text)))


def akin(first: str, second: str) -> bool:
    """Tell whether one lower-case word gives the other away: one stem, one family, or one in the other."""
    if first[:1] != second[:1]:
        return False
    one, other = stem(first), stem(second)
    if one == other:
        return True
    if not (one.isalpha() and other.isalpha()):
        return False
    short, long = sorted((one, other), key=len)
    if len(min(first, second, key=len)) >= _COMPOUND and len(short) >= 4 and long.startswith(short):
        return True
    shared = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return shared >= _PREFIX and shared >= _PREFIX_SHARE * len(short)
