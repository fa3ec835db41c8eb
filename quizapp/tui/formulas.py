"""Small formulas as text: what stands between dollar signs, above and below the line."""

import re

_LETTERS = """
alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ
omicron ο pi π rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω
"""
_OTHERS = """
times × cdot · div ÷ pm ± mp ∓ circ ° degree ° infty ∞ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ sim ∼
to → rightarrow → leftarrow ← leftrightarrow ↔ rightleftharpoons ⇌ partial ∂ sum ∑ prod ∏ int ∫
propto ∝ equiv ≡ in ∈ cup ∪ cap ∩ subset ⊂ forall ∀ exists ∃ neg ¬
"""


def _pairs(table: str) -> dict[str, str]:
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_GREEK = _pairs(_LETTERS)
_SIGNS = {
    **_GREEK,
    **{name.capitalize(): letter.upper() for name, letter in _GREEK.items()},
    **_pairs(_OTHERS),
}
_NAMES = frozenset(("cos", "cot", "exp", "lim", "ln", "log", "max", "min", "sin", "tan"))
_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_RAISABLE = re.compile(r"[0-9+\-−=()ni]+")
_LOWERABLE = re.compile(r"[0-9+\-−=()]+")
_WORD = re.compile(r"[^\W_]+(?:,[^\W_]+)*")
_TOKEN = re.compile(
    r"\\(?:text|mathrm|mathit|operatorname)\{(?P<text>[^{}\\$]*)\}"
    r"|\\frac\{(?P<above>[^{}]*)\}\{(?P<below>[^{}]*)\}"
    r"|\\sqrt\{(?P<root>[^{}]*)\}"
    r"|\\(?P<sign>[A-Za-z]+) ?"
    r"|\\(?P<space>[,;:! ])"
    r"|\\(?P<literal>[%&#_{}])"
    r"|(?P<where>[\^_])(?:\{(?P<group>[^{}]*)\}|(?P<one>\\[A-Za-z]+|[^\s\\{}^_]))"
    r"|(?P<plain>[^\\{}^_$])"
)
_INNER = re.compile(r"[^()^_]+")
_LONG = re.compile(r"[\s+\-−*/·×±=]")


def raised(text: str) -> str | None:
    """Write above the line: in raised signs, else as `^text`; None where neither is certain."""
    if _RAISABLE.fullmatch(text):
        return text.translate(_RAISED)
    return f"^{text}" if _WORD.fullmatch(text) else None


def lowered(text: str) -> str | None:
    """Write below the line: in lowered signs, else as `_text`; None where neither is certain."""
    if _LOWERABLE.fullmatch(text):
        return text.translate(_LOWERED)
    return f"_{text}" if _WORD.fullmatch(text) else None


def formula(text: str) -> str | None:
    """Write a formula of TeX as plain signs; None if any of it isn't certain to come out right."""
    if not re.search(r"[\\^_]", text):
        return text if re.fullmatch(r"[A-Za-z]", text) else None
    return _written(text)


def _written(text: str) -> str | None:
    parts: list[str] = []
    at = 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        part = _part(token) if token else None
        if token is None or part is None:
            return None
        spaced = token["sign"] is not None and token[0].endswith(" ")
        parts.append(f"{part} " if spaced and _keeps_space(token, "".join(parts)) else part)
        at = token.end()
    return "".join(parts)


def _keeps_space(token: re.Match[str], before: str) -> bool:
    """The space that ends a sign's name is one between words only; of letters, most join what follows."""
    if token["sign"] in _NAMES:
        return True
    if token["sign"] in _GREEK or token["sign"].lower() in _GREEK:
        follows = token.string[token.end() : token.end() + 1]
        return not (follows.isalnum() or follows == "\\")
    return before.endswith(" ")


def _part(token: re.Match[str]) -> str | None:
    found = token.groupdict()
    if found["sign"] is not None:
        return found["sign"] if found["sign"] in _NAMES else _SIGNS.get(found["sign"])
    if found["where"] is not None:
        inner = _written(found["group"] if found["group"] is not None else found["one"])
        move = raised if found["where"] == "^" else lowered
        if inner == "°" and move is raised:
            return inner
        return (move(inner) or _bracketed(found["where"], inner)) if inner else None
    if found["above"] is not None:
        above, below = _grouped(found["above"]), _grouped(found["below"])
        return f"{above}/{below}" if above and below else None
    if found["root"] is not None:
        inner = _grouped(found["root"])
        return f"√{inner}" if inner else None
    if found["space"] is not None:
        return "" if found["space"] == "!" else " "
    return next((found[name] for name in ("text", "literal", "plain") if found[name] is not None), None)


def _grouped(text: str) -> str | None:
    """Write a part, in brackets if it would fall apart without."""
    inner = _written(text)
    return f"({inner})" if inner and _LONG.search(inner) else inner


def _bracketed(where: str, inner: str) -> str | None:
    """Write what can't be raised or lowered, and is more than a word, in brackets."""
    return f"{where}({inner.strip()})" if _INNER.fullmatch(inner) else None
