"""Reads units, so that `m/s2`, `m s⁻²` and `metres per second squared` are one."""

import re
import unicodedata
from collections import Counter

from quizapp.answer.english import singular
from quizapp.answer.signs import plain

Unit = frozenset[tuple[str, int]]

# Each symbol with the names people write for it, without accents.
_NAMES = """
m meter metre metro | g gram gramme gramm gramo | s second sec sekunde seconde segundo
min minute minuto | h hour hr stunde heure hora | d day tag jour dia | week wk woche semaine semana
year yr y jahr an annee ano | month mo monat mois mes | l liter litre litro | mol mole | K kelvin
A ampere amp | V volt | W watt | Ω ohm | N newton | J joule | Pa pascal | Hz hertz | cal calorie kalorie
t tonne | B byte | bit | $ dollar usd | € euro eur | in inch inches | ft foot feet | mi mile | oz ounce
M molar | Bq becquerel | Gy gray | Sv sievert | T tesla | F farad | C coulomb | ° degree deg grad degre grado
% percent pct prozent
"""
_SYMBOLS = {
    name: names.split()[0] for names in re.split(r"[|\n]", _NAMES.strip()) for name in names.split()[1:]
}
_PREFIXES = {
    "kilo": "k",
    "hecto": "h",
    "deci": "d",
    "centi": "c",
    "milli": "m",
    "micro": "μ",
    "nano": "n",
    "pico": "p",
    "mega": "M",
    "giga": "G",
    "tera": "T",
}
# People without a key for μ type u.
_MICRO = re.compile("u(?=(?:[gmslLMAVWFNJ]|mol|Pa|Sv|Gy)$)")
_TEMPERATURE = re.compile(
    r"(?:\b(?:degrees?|deg)\b\.?\s*|°\s*)(celsius|centigrade|fahrenheit|[cf])\b", re.IGNORECASE
)
_SPELT = (
    (re.compile(r"\bper\s+cent\b", re.IGNORECASE), "%"),
    (re.compile(r"\s*\b(?:per|pro|par|por)\s+", re.IGNORECASE), "/"),
    (re.compile(r"\s+squared\b", re.IGNORECASE), "^2"),
    (re.compile(r"\s+cubed\b", re.IGNORECASE), "^3"),
    (re.compile(r"\bsquare\s+([^\W\d_]+)", re.IGNORECASE), r"\1^2"),
    (re.compile(r"\bcubic\s+([^\W\d_]+)", re.IGNORECASE), r"\1^3"),
)
_FACTOR = re.compile(r"\s*([*/]?)\s*(°?[^\W\d_]+|[^\w\s*/^])\.?(?:\^?(-?\d))?")


def unit(name: str) -> Unit:
    """Return a unit as its symbols and their powers; two writings of one unit come out the same.

    Case counts in symbols (mg, Mg), not in words. What isn't made of symbols and powers is one symbol.
    """
    text = _TEMPERATURE.sub(lambda found: "°" + _scale(found[1]), plain(name).strip())
    for pattern, sign in _SPELT:
        text = pattern.sub(sign, text)
    powers: Counter[str] = Counter()
    place = 0
    while place < len(text):
        found = _FACTOR.match(text, place)
        if found is None:
            return frozenset({("".join(text.split()), 1)})
        power = int(found[3] or 1)
        powers[_symbol(found[2])] += -power if found[1] == "/" else power
        place = found.end()
    return frozenset(powers.items())


def _scale(name: str) -> str:
    return "F" if name.lower().startswith("f") else "C"


def _symbol(name: str) -> str:
    """Return the symbol of one unit, which may be written out."""
    if name == "mcg":
        return "μg"
    bare = unicodedata.normalize("NFD", name.lower())
    word = "".join(char for char in bare if not unicodedata.combining(char))
    if len(name) > 1:
        for ending in ("", "s", "n", "en"):
            stem = word.removesuffix(ending)
            if not word.endswith(ending):
                continue
            if stem in _SYMBOLS:
                return _SYMBOLS[stem]
            for prefix, sign in _PREFIXES.items():
                if stem.startswith(prefix) and stem.removeprefix(prefix) in _SYMBOLS:
                    return sign + _SYMBOLS[stem.removeprefix(prefix)]
    if len(name) > 3:
        return singular(word, word)
    name = _MICRO.sub("μ", name)
    return name[:-1] + "l" if name.endswith("L") and len(name) <= 2 else name
