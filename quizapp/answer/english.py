"""What English allows to differ: articles, plurals, British and American spelling.

Irregular plurals (`fungi`, `data`) are words of their own and stay so.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from quizapp.answer.tokens import WORD, Token
from quizapp.answer.words import is_name, is_word

_BEFORE_ARTICLE = frozenset("of in on to with by for from and or at as into through is are than".split())

# Words in -s that are no plurals, or whose meaning hangs on it.
_KEEP_S = frozenset(
    """aids alas alias always amends analogous arms arrears atlas bias brains canvas christmas chaos cosmos
    customs diabetes forceps gas gallows glasses goods headquarters herpes lens links mars means measles mumps
    needs news pancreas pants pus rabies remains rickets scabies series shingles spectacles species spirits
    stairs thanks trousers us was whereas wits works yes""".split()
)
_NO_PLURAL = ("ss", "us", "is", "ics")

_OUR = (
    "arm ard behavi cand clam clang col cland demean enam endeav fav ferv flav glam harb hon hum lab misdemean neighb "
    "od parl ranc rig rum sav splend succ tum val vap vig"
)
_RE = (
    "calib cent fib goit lit lust manoeuv manouv maneuv meag met mit nit och reconnoit sab scept sepulch somb spect "
    "theat tit"
)
_DOUBLE_L = (
    "cancel channel chisel counsel dial equal fuel gravel initial jewel label level marshal marvel model panel pencil "
    "quarrel signal spiral total towel travel trammel tunnel yodel"
)
_SINGLE = {
    "grey": "gray",
    "programme": "program",
    "judgement": "judgment",
    "acknowledgement": "acknowledgment",
    "ageing": "aging",
    "aluminium": "aluminum",
    "artefact": "artifact",
    "caesium": "cesium",
    "cosy": "cozy",
    "doughnut": "donut",
    "enrol": "enroll",
    "fulfil": "fulfill",
    "instil": "instill",
    "mould": "mold",
    "moult": "molt",
    "moustache": "mustache",
    "plough": "plow",
    "pyjamas": "pajamas",
    "sceptic": "skeptic",
    "sceptical": "skeptical",
    "skilful": "skillful",
    "wilful": "willful",
    "smoulder": "smolder",
    "yoghurt": "yogurt",
    "disc": "disk",
    "whisky": "whiskey",
    "catalogue": "catalog",
    "dialogue": "dialog",
    "analogue": "analog",
    "homologue": "homolog",
    "monologue": "monolog",
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "pretence": "pretense",
}
_SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), change)
    for pattern, change in (
        (rf"^(\w*?(?:{'|'.join(_OUR.split())}))our", r"\1or"),
        (rf"^(\w*(?:{'|'.join(_RE.split())}))re(s?)$", r"\1er\2"),
        (rf"^({'|'.join(_DOUBLE_L.split())})l(?=ed$|ing$|er$|ers$)", r"\1"),
        (r"(?<=[a-z]{3}[a-z])is(?=(?:e|ed|es|er|ers|ing|ation|ations|able)$)", "iz"),
        (r"(?<=[a-z]{2})ys(?=(?:e|ed|er|ers|ing)$)", "yz"),
        (r"sulph", "sulf"),
        (r"haem|(?<=[a-z])aem(?=ia|ic)", lambda run: run.group().replace("ae", "e")),  # type: ignore[list-item]
        (r"oe(?=dema|sophag|strogen|strus|strad)|(?<=am)oe(?=b)|(?<=f)oe(?=t)|(?<=c)oe(?=liac|lom)", "e"),
        (r"(?<=[a-z])rrhoea", "rrhea"),
        (r"(?<=[a-z])pnoea", "pnea"),
        (r"(?<=hom)oe(?=o)", "e"),
        (r"(?<=man)oeuv", "euv"),
        (r"(?<=p)ae(?=d)|(?<=gyn)ae(?=c)|(?<=^)ae(?=tiol|sthet|on)|(?<=an)ae(?=sth|mi)", "e"),
        (r"(?<=arch)ae(?=o)|(?<=pal)ae(?=o|o)|(?<=f)ae(?=c)|(?<=c)ae(?=c|sar)|(?<=encyclop)ae(?=d)", "e"),
        (r"(?<=leuk)ae(?=mi)|leucaem|(?<=orthop)ae(?=d)|(?<=tr)ae(?=mi)", "e"),
    )
)


_CLASSICAL = (("ma", "mata"), ("us", "i"), ("um", "a"), ("on", "a"), ("a", "ae"), ("is", "es"), ("ix", "ices"), ("ex", "ices"))


def without_articles(read: Sequence[Token]) -> tuple[Token, ...]:
    """Leave out the articles, sparing the letter A of `vitamin A` and `A band`."""
    kept = [token for place, token in enumerate(read) if not _is_article(read, place)]
    return tuple(kept) or tuple(read)


def _is_article(read: Sequence[Token], place: int) -> bool:
    token = read[place]
    following = read[place + 1] if place + 1 < len(read) else None
    if token.kind != WORD or following is None or following.kind != WORD or not following.spaced:
        return False
    word = token.text.lower()
    if word == "the":
        return not token.text.isupper()
    if word not in {"a", "an"} or len(following.text) < 2 or (place and token.text != word):
        return False
    if place:
        return read[place - 1].text.lower() in _BEFORE_ARTICLE
    return token.text != "A" or len(read) > 2 or len(following.text) > 6


@lru_cache(maxsize=4096)
def singular(word: str, raw: str) -> str:
    """Return the singular of a regular plural, else the word itself.

    word: folded. raw: as written; capitals inside (`AIDS`) and names (`Mars`) keep their s.
    """
    if len(word) < 4 or not word.endswith("s") or word in _KEEP_S or word.endswith(_NO_PLURAL):
        return word
    if any(char.isupper() for char in raw[1:]) or (raw[:1].isupper() and is_name(word)):
        return word
    options = [word[:-1]]
    if word.endswith("ies"):
        options.insert(0, word[:-3] + "y")
    if re.search(r"(s|x|z|ch|sh|o)es$", word):
        options.append(word[:-2])
    for option in options:
        if is_word(option):
            return option
    if is_word(word) or len(word) < 6 or word.endswith(("as", "os", "ses", "xes", "zes")):
        return word
    return options[0]


@lru_cache(maxsize=4096)
def american(word: str) -> str:
    """Return the American spelling of a word (folded, singular) that is spelt otherwise in Britain."""
    if word in _SINGLE:
        return _SINGLE[word]
    for pattern, change in _SPELLINGS:
        word = pattern.sub(change, word)
    return word


def classical(word: str) -> frozenset[str]:
    """Return what may be the Latin or Greek plural or singular of a word: `nuclei` of `nucleus` and back."""
    out = set()
    for pair in _CLASSICAL:
        for ending, other in (pair, pair[::-1]):
            stem = word.removesuffix(ending)
            if stem != word and len(stem) > 2:
                out.add(stem + other)
    return frozenset(out)
