"""Rules for every text of a question (S7, S11 to S15, X)."""

import re
import unicodedata
from collections.abc import Iterator

from quizapp.author.lint import words
from quizapp.author.lint.item import Finding, Item, Scene
from quizapp.author.lint.table import NOTE
from quizapp.deck.model import Choice
from quizapp.deck.problems import WARNING, short

_FURNITURE = words.Later(
    r"(?:learn|read|see|find out) more(?=\W*$)|\b(?:similar|related) (?:posts?|articles?|stories"
    r"|pages)(?=\W*$)"
    r"|\b(?:add|leave|post) a comment\b|\brate this (?:page|article|post)\b|\b(?:sign up"
    r"|subscribe)(?: now| here| to our|\W*$)"
    r"|\bprivacy policy\b|\bcookie (?:policy|settings)\b|\bterms of (?:service|use)\b|\ball rights reserved\b"
    r"|\bclick here\b|\bshare this (?:page|article|post)\b|\bcharacters (?:shown|left|remaining)\b"
    r"|\badvertisement\W*$",
    words.split(
        """learn read see find similar related comment rate sign subscribe privacy cookie terms rights click
        share characters advertisement"""
    ),
)
_THINGS = (
    r"(?:drugs?|medicines?|treatments?|therap(?:y|ies)|technolog(?:y|ies)|techniques?|stud(?:y|ies)|research|"
    r"guidelines?|methods?|findings?|approach(?:es)?|laws?|rules?|versions?|discover(?:y|ies)|vaccines?"
    r"|models?|"
    r"estimates?|figures?|records?|president|government|knowledge|state|trend|theor(?:y|ies)|standards?"
    r"|evidence)"
)
_TIME = words.Later(
    r"\b(?:recent(?:ly)?|currently|nowadays|presently|newer|newest|latest|until now|so far|up to now"
    r"|these days|"
    r"at present|to date|not yet|yet to be|in (?:the )?(?:last|past) (?:few )?(?:\w+ )?(?:years?"
    r"|decades?|months?)|"
    r"(?:over|during) the (?:last|past) (?:few )?(?:\w+ )?(?:years?|decades?)"
    r"|(?:the )?past \w+ (?:years|decades)|"
    rf"today(?!'s (?:name|border))|(?<!by )(?<!until )now(?! and (?:then|again))|(?:new|current"
    rf"|modern-day) {_THINGS}|"
    r"(?:is|are) still (?:being|unknown|unclear|under|in use|used|studied|debated|new)|still (?:unknown"
    r"|unclear))\b",
    words.split(
        """recent recently currently nowadays presently newer newest latest now far days present date yet last
        past today new current modern still"""
    ),
)
_YEAR = re.compile(r"\b(?:1\d|20)\d\ds?\b")
_PRAISE = words.Later(
    r"\b(?:revolutionary|revolutioni[sz](?:ed?|es|ing)|ground-?breaking|"
    r"breakthroughs?(?! (?:pain|infections?|bleeding|seizures?|cases?))|"
    r"miracles?|miraculous|game-?chang(?:ing|ers?)|new era|promising|cutting-edge|state-of-the-art|powerful|"
    r"amazing|world-class|wonder drugs?)\b",
    words.split(
        """revolutionary revolutionise revolutionised revolutionises revolutionising revolutionize
        revolutionized revolutionizes revolutionizing groundbreaking ground breakthrough breakthroughs miracle
        miracles miraculous game gamechanging gamechanger gamechangers era promising cutting art powerful
        amazing class wonder"""
    ),
)
_ADVICE = words.Later(
    r"(?<!do )(?<!would )(?<!when )(?<!if )(?<!could )(?<!did )\byou (?:should|must|need to|ought to"
    r"|have to)\b|\bshould you\b"
    r"|\byour (?:treatment|doctor|cancer|medication|medicines?|tumou?r)\b"
    r"|\b(?:stop|start|avoid|refuse|insist on) (?:taking|treatment|chemotherapy|medication)\b"
    r"|\btake \d[\d.,]* ?(?:mg|ml|g|iu|units|tablets?)\b"
    r"|\b\d[\d.,]* ?(?:mg|ml|iu|units) (?:of \w+ )?(?:a|per|each|every|once|twice) (?:day|hour|night"
    r"|week|daily|meal)?",
    words.split("you your stop start avoid refuse insist take mg ml iu units"),
)
_CARE = re.compile(r"\btell your care team\b", re.IGNORECASE)
_HEALTH = words.Later(
    r"\b(?:patients?|diseases?|cancers?|tumou?rs?|treatments?|medicines?|medication|drugs?|therap\w+"
    r"|dos(?:e|es|age)|doctors?|"
    r"symptoms?|aspirin|vaccin\w+|antibiotics?|infections?|pain|tablets?|surgery|pregnan\w+"
    r"|blood pressure|immun\w+)\b"
)
_HARM = words.Later(
    r"\b(?:side[ -]effects?|adverse (?:effects?|events?|reactions?)|fevers?)\b",
    words.split("side adverse fever fevers"),
)
_SAFE = words.Later(
    r"\b(?:un)?safe(?:ty|r|ly|st)?\b",
    words.split("safe safety safer safely safest unsafe unsafety unsafer unsafely unsafest"),
)
_GRAVE = words.Later(
    r"\b(?:serious\w*|severe\w*|life-threatening|danger\w*|fatal|deadly|die|dies|death|report\w*"
    r"|care team|seek|emergency|"
    r"urgent\w*|at once|doctors?|hospital)\b"
)
_MOJIBAKE = words.Later(r"â€|Ã[\u0080-\u00bf]|Ã[¢©¨ªº¡­³±¼¶¤«§]|Â[\u00a0-\u00bf]|ï»¿|\ufffd")
_HTML = words.Later(r"</?(?:b|i|u|em|strong|br|p|div|span|font|sub|sup|img|a|ul|li|h[1-6])(?:\s[^<>]*)?/?>")
_ENTITY = words.Later(r"&(?:nbsp|amp|lt|gt|quot|#\d+);")
_CITED = words.Later(r"\[\d+(?:[,–-] ?\d+)*\]")
_MARKUP_TAUGHT = words.Later(r"\b(?:html|xml|markup|web|css|svg|unicode)\b")
_CURLY = frozenset("“„«‘")
_WRAPPED = re.compile(r"“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|‘[^‘’]+’")
_MOST_PROMPT, _MOST_OPTION = 200, 90


_SEARCHES = (("S7", _FURNITURE), ("S11", _TIME), ("S12", _PRAISE))


def english(item: Item, _scene: Scene) -> Iterator[Finding]:
    """Rules that go by English words."""
    texts = item.texts()
    whole = "\n".join(text for _, text in texts)
    said = frozenset[str]().union(*(words.vocabulary(text) for _, text in texts))
    for code, pattern in _SEARCHES:
        if found := pattern.search(whole, said):
            finding = _at(code, found.group(), texts)
            if code != "S11" or not _dated(finding, item):
                yield finding
    if _ADVICE.search(whole, said) and (found := _ADVICE.search(_CARE.sub("", whole))):
        finding = _at("S13", found.group(), texts)
        yield finding if _HEALTH.search(whole) else finding._replace(level=WARNING)
    yield from _harm(item, whole, said)


def _dated(finding: Finding, item: Item) -> bool:
    """Tell whether a year stands in the question, or in the text that the finding is in."""
    beside = [text for key, text in item.texts() if key == finding.key and finding.text in text]
    return any(_YEAR.search(text) for text in (item.prompt, *beside))


def _harm(item: Item, whole: str, said: frozenset[str]) -> Iterator[Finding]:
    touched = f"{item.prompt}\n{item.answer}"
    found = _HARM.search(touched, said)
    if found is None and (found := _SAFE.search(touched, said)) and not _HEALTH.search(whole):
        return
    if found and not _GRAVE.search(item.question.explain or ""):
        key = item.key if found.group() in item.prompt else "answer"
        yield Finding("S15", {"word": found.group()}, key, found.group())


def clean(item: Item, scene: Scene) -> Iterator[Finding]:
    """Leavings of other programs, and what is too long for a small screen; in any language."""
    for key, text in item.texts():
        if dirt := _dirt(text, scene):
            what, cure, word = dirt
            yield Finding("X3", {"what": what, "cure": cure}, key, word)
            break
    for key, text in item.texts():
        if text[:1] in _CURLY and _WRAPPED.fullmatch(text):
            what = f"the {text[0]} {text[-1]} round this text are part of it"
            yield Finding(
                "X3", {"what": what, "cure": "delete them, or write straight ones"}, key, text[0], NOTE
            )
            break
    if len(item.prompt) > _MOST_PROMPT:
        values = {"what": item.key, "count": len(item.prompt), "limit": _MOST_PROMPT}
        yield Finding("X4", values, item.key)
    if isinstance(item.body, Choice):
        for option in item.body.options:
            if len(option) > _MOST_OPTION:
                values = {"what": "option", "count": len(option), "limit": _MOST_OPTION}
                key = "answer" if option in item.body.answers else "wrong"
                yield Finding("X4", values, key, option)
                break


def _dirt(text: str, scene: Scene) -> tuple[str, str, str] | None:
    """What is unclean in a text, the cure, and the letters it is."""
    if text.isascii() and "<" not in text and "[" not in text and "&" not in text:
        return None
    if found := _MOJIBAKE.search(text):
        return (
            f"“{short(found.group())}” was decoded the wrong way",
            "write the letter that was meant",
            found.group(),
        )
    if not unicodedata.is_normalized("NFC", text):
        return "accents stand apart from their letters", "save the text in Unicode's form NFC", ""
    if not _MARKUP_TAUGHT.search(scene.deck.title) and (found := _HTML.search(text) or _ENTITY.search(text)):
        return f"“{short(found.group())}” is HTML, and is shown as it stands", "delete it", found.group()
    if found := _CITED.search(text):
        return f"“{found.group()}” is the mark of a citation", "delete it", found.group()
    return None


def _at(code: str, word: str, texts: tuple[tuple[str, str], ...]) -> Finding:
    key = next((key for key, text in texts if word in text), "")
    return Finding(code, {"word": " ".join(word.split())}, key, word)
