"""Rules for the form of options (O1 to O4, O10, O15, O16)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from quizapp.author.lint import words
from quizapp.author.lint.item import Finding, Item, Scene
from quizapp.author.lint.table import NOTE
from quizapp.deck import numbers
from quizapp.deck.model import Choice
from quizapp.deck.problems import WARNING, short

_MANY = 5
_ALIKE = 0.7
_SPEAKS_OF_OTHERS = re.compile(
    r"(both |either |neither )?(all|none|both|neither|either|any|each)( of)? (the )?(above|these|those"
    r"|them|others?|"
    r"options?|answers?|preceding|two)( options?| answers?| ones)?( is| are)?( correct| true| right)?"
    r"|(none|all|both|neither)|(both )?[a-d1-4]( and|,| or| &) [a-d1-4]( and [a-d])?",
    re.IGNORECASE,
)
# What little words leave of an option: where, when and not make a difference here.
_EMPTY = words.split("""a an the of is are was were be it its they their he she and""")
_NO_DOING = (
    "king|ring|wing|spring|string|thing|morning|evening|building|ceiling|nothing|everything|something|being"
    "|during|according"
)
_CLAUSE = "it|they|he|she|we|you|there|this|these|because|so that|when|if|that|since"
_PLACE = (
    "in|on|at|by|from|into|through|under|over|past|across|behind|between|for|with|without|toward|towards"
    "|during|after|before|near|along|around|beneath|above|below|as"
)
_FORMS = (
    ("number", re.compile(r"[\d±~≈]")),
    ("action", re.compile(r"to [a-z]+", re.IGNORECASE)),
    ("doing", re.compile(rf"(?!(?:{_NO_DOING})\b)[a-z]{{2,}}ing\b", re.IGNORECASE)),
    ("clause", re.compile(rf"({_CLAUSE})\b", re.IGNORECASE)),
    ("place", re.compile(rf"({_PLACE})\b", re.IGNORECASE)),
)
_ADVERB = re.compile(r"\b(?:\w+ly|often|sometimes|seldom|mostly|just|only|not)\s+", re.IGNORECASE)
_ABBREVIATED = re.compile(r"(\b[A-Za-z]|etc|e\.g|i\.e|Inc|Ltd|St|Jr)\.$")


@lru_cache(maxsize=100)
def speaks_of_others(option: str) -> bool:
    """Tell whether an option is about the others, like `all of the above`."""
    return _SPEAKS_OF_OTHERS.fullmatch(option) is not None


def _of(item: Item) -> tuple[Choice, tuple[str, ...]]:
    assert isinstance(item.body, Choice)
    return item.body, item.body.options


def form(item: Item, _scene: Scene) -> Iterator[Finding]:
    """Rules that hold in any language."""
    body, options = _of(item)
    seen: dict[str, str] = {}
    for option in options:
        name = " ".join(words.plain(option).rstrip(".").split())
        first = seen.setdefault(name, option)
        if first is not option:
            yield Finding("O1", {"option": option, "other": first}, _key(body, option), option)
    if len(options) > _MANY and not body.many:
        yield Finding("O2", {"count": len(options)}, "wrong")
    if shared := _shared(options):
        yield Finding("T4", {"words": shared}, "answer")
    if body.shuffle and len(options) > 2 and all(_is_number(option) for option in options):
        yield Finding("O16", {}, "answer")
    yield from _dress(body, options)


def _shared(options: Sequence[str]) -> str | None:
    """The run of words all options begin or end with, if it is worth taking out."""
    split = [option.split() for option in options]
    for way in (1, -1):
        run = []
        for column in zip(*(part[::way] for part in split), strict=False):
            if len({words.plain(word).strip(".,;") for word in column}) > 1:
                break
            run.append(column[0])
        if run and any(len(part) == len(run) for part in split):
            continue
        text = " ".join(run[::way])
        weight = len(words.content(text))
        subject = (
            way == 1 and run and words.plain(run[0]) in ("it", "they", "he", "she", "we", "you", "there")
        )
        if not subject and ((len(run) >= 3 and weight) or (len(run) == 2 and weight == 2 and way == 1)):
            return text
    return None


def _is_number(option: str) -> bool:
    bare = re.sub(r"(?<=\d),(?=\d{3}\b)", "", option).strip(" %")
    return numbers.parse(bare) is not None


def _dress(body: Choice, options: Sequence[str]) -> Iterator[Finding]:
    stops = [option for option in options if option.endswith(".") and not _ABBREVIATED.search(option)]
    if 0 < len(stops) < len(options) and not any(option.endswith(("?", "!", ":")) for option in options):
        yield Finding("O15", {"what": "their full stops"}, _key(body, stops[0]), stops[0])
        return
    names = Counter(words.plain(option) for option in options)
    options = [option for option in options if names[words.plain(option)] == 1]
    small = [option for option in options if option[:1].islower()]
    large = [option for option in options if small and option[:1].isupper() and _is_common(option)]
    if small and large:
        odd = small[0] if len(small) <= len(large) else large[0]
        yield Finding("O15", {"what": "their first letters"}, _key(body, odd), odd)


def _is_common(option: str) -> bool:
    """Tell whether an option begins with a word that needs no capital."""
    from quizapp.answer.words import is_name, is_word  # noqa: PLC0415 - few options differ in their capitals

    first = option.split(maxsplit=1)[0].strip(",;:.'\"()")
    if len(first) < 2 or not first[1:].islower() or "-" in first:
        return False
    following = option.split()[1:2]
    if following and following[0][:1].isupper():
        return False
    return is_word(first.lower()) and not is_name(first.lower())


def english(item: Item, _scene: Scene) -> Iterator[Finding]:
    """Rules that go by English words."""
    body, options = _of(item)
    for option in options:
        if speaks_of_others(option.strip().rstrip(".").strip()) and not _is_plain(option, options):
            yield Finding("O3", {"option": option}, _key(body, option), option)
    yield from _odd_form(body, options)
    yield from _overlaps(body, options)


def _is_plain(option: str, options: Sequence[str]) -> bool:
    """Tell whether `1 and 2` is just what options look like here, not a word about the others."""
    if option.strip().lower() in ("all", "none", "both", "neither"):
        return True
    pairs = [other for other in options if re.fullmatch(r"\w+( and|,| or| &) \w+( and \w+)?", other)]
    return re.match(r"[a-d1-4]\b", option, re.IGNORECASE) is not None and len(pairs) == len(options)


def _form_of(option: str) -> str:
    bare = _ADVERB.sub("", option)
    return next((name for name, pattern in _FORMS if pattern.match(bare)), "name")


def _odd_form(body: Choice, options: Sequence[str]) -> Iterator[Finding]:
    if len(options) < 3 or body.many:
        return
    forms = [_form_of(option) for option in options]
    # A sentence may begin with any noun, so it can't be told from a name.
    if "clause" in forms or len(set(forms)) != 2:
        return
    for option, mine in zip(options, forms, strict=True):
        if forms.count(mine) == 1:
            # A single word in -ing may be a noun like the others.
            sure = option == body.answers[0] and mine != "doing"
            yield Finding("O4", {"option": option}, _key(body, option), option, None if sure else NOTE)
            return


def _overlaps(body: Choice, options: Sequence[str]) -> Iterator[Finding]:
    bare = [
        tuple(words.stem(word) for word in words.tokens(option) if word not in _EMPTY)
        or tuple(words.tokens(option))
        for option in options
    ]
    for (first, one), (second, other) in combinations(zip(options, bare, strict=True), 2):
        same = words.plain(first).rstrip(".").split() == words.plain(second).rstrip(".").split()
        if same or speaks_of_others(first.rstrip(".")) or speaks_of_others(second.rstrip(".")):
            continue
        if _contains(one, other) or _contains(other, one):
            level = None
        elif _near(one, other):
            level = WARNING
        else:
            continue
        told = second if second in (wrong.text for wrong in body.wrong) else first
        yield Finding(
            "O10", {"option": short(first, 40), "other": short(second, 40)}, _key(body, told), told, level
        )


def _contains(small: Sequence[str], large: Sequence[str]) -> bool:
    """Tell whether `large` says the same more exactly: `butter`, `cold butter`; not `iron`, `iron oxide`."""
    if not small or not set(small) <= set(large):
        return False
    if len(set(small)) == len(set(large)):
        return tuple(small) == tuple(large)
    if any(word in ("not", "no", "never", "without", "non") for word in set(large) - set(small)):
        return False
    behind = large[len(small) : len(small) + 1]
    return small[-1] == large[-1] or (
        tuple(large[: len(small)]) == tuple(small)
        and behind[0] in ("in", "on", "at", "from", "with", "by", "for", "to", "that", "which")
    )


def _near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two options share most words, and differ by no number, opposite or order."""
    left, right = set(one), set(other)
    apart = left ^ right
    if not apart or any(not word.isalpha() for word in apart):
        return False
    if left - right and right - left:
        return False
    return len(left & right) >= _ALIKE * len(left | right) and not apart & {"not", "no", "never", "without"}


def _key(body: Choice, option: str) -> str:
    return "answer" if option in body.answers else "wrong"
