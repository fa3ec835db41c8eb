"""Reads signs first: superscripts, subscripts, charges, fractions, dashes, quotes, each in one plain way."""

import re
import unicodedata

_SUPERSCRIPTS = re.compile("[\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u207a\u207b\u207f\u2071\u207d\u207e]+")
_SUBSCRIPTS = re.compile("[\u2080-\u208e\u2090-\u209c]+")
_FRACTION = re.compile("(\\d?)([\u00bc-\u00be\u2150-\u215e\u2189])")
_POWER_GROUP = re.compile(r"\^\{([^{}]*)\}|\^\(([-+]?\d+)\)")
# Fe^2+ and SO4^2-: what follows the caret is a charge, not a power.
_CARET_CHARGE = re.compile(r"(?<=[\w)\]])\^(\d*[-+])(?!\w)")
_THIN_GROUP = re.compile("(?<=\\d)[\u00a0\u2009\u202f'’](?=\\d{3}(?!\\d))")
_DEGREE = re.compile("\u00ba(?=\\s*[CF]\\b)")
_CATALAN_DOT = re.compile("(?<=[lL])\u00b7(?=[lL])")

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2043", "-"),
        **dict.fromkeys("\u00d7\u00b7\u22c5\u2219\u2217", "*"),
        **dict.fromkeys("\u00f7\u2044\u2215", "/"),
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a", '"'),
        "\u2264": "<=",
        "\u2265": ">=",
        "\u2260": "!=",
        **dict.fromkeys("\u2192\u27f6\u2794", "->"),
        "\u2190": "<-",
        "\u2194": "<->",
        "\u21d2": "=>",
        **dict.fromkeys("\u21cc\u21c4\u21d4", "<=>"),
        "\u266f": "#",
        "\u2026": " ",
    }
)


def plain(text: str) -> str:
    """Return `text` with every sign in its plain form: `10⁻³` as `10^-3`, `CD4⁺` as `CD4+`, `½` as `1/2`.

    Texts that differ only in how Unicode composes them come out the same.
    """
    if text.isascii():
        return _powers(text)
    text = unicodedata.normalize("NFC", text)
    text = _THIN_GROUP.sub("", text)
    text = _SUPERSCRIPTS.sub(_superscript, text)
    text = _SUBSCRIPTS.sub(lambda run: unicodedata.normalize("NFKC", run.group()), text)
    text = _DEGREE.sub("\u00b0", _FRACTION.sub(_fraction, text))
    text = _CATALAN_DOT.sub("", text).translate(_PLAIN)
    text = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    return _powers("".join(char for char in text if unicodedata.category(char) != "Cf"))


def _powers(text: str) -> str:
    text = _POWER_GROUP.sub(lambda power: "^" + (power.group(1) or power.group(2) or ""), text)
    return _CARET_CHARGE.sub(r"\1", text)


def _superscript(run: re.Match[str]) -> str:
    raised = unicodedata.normalize("NFKC", run.group()).replace("\u2212", "-")
    return raised if raised.endswith(("+", "-")) else "^" + raised


def _fraction(match: re.Match[str]) -> str:
    whole, sign = match.groups()
    parts = unicodedata.normalize("NFKC", sign).replace("\u2044", "/")
    return f"{whole} {parts}" if whole else parts
