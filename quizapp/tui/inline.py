"""Marks inside a line of card text: code, emphasis, what stands above and below the line, formulas.

The forms are few and strict, so that text which only looks like one of them stays as it was typed.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from quizapp.tui.formulas import formula, lowered, raised


class Role(StrEnum):
    """What a piece of text is, apart from plain."""

    CODE = "code"
    STRONG = "strong"
    EMPHASIS = "emphasis"


class Run(NamedTuple):
    """A piece of text and what it is."""

    text: str
    roles: frozenset[Role] = frozenset()


_LONG = 144
_LONGEST = 500
_INNER = rf"(?=[\w(\[\"'“‘«¿¡$`]).{{1,{_LONGEST}}}?(?<=[\w.,;:!?…)\]\"'”’»%$~^`])"
_MARK = re.compile(
    r"(?P<ticks>`+)(?P<code>[^`\n](?:[^\n]{0,498}?[^`\n])?)(?P=ticks)(?!`)"
    r"|(?<![\w\\$])\$(?=\S)(?P<formula>[^$\n]{1,200})(?<=\S)\$(?![\d$])"
    rf"|(?<![\w*\\])\*\*(?P<strong>{_INNER})\*\*(?![\w*])"
    rf"|(?<![\w*\\])\*(?P<emphasis>(?:(?!\*){_INNER}))\*(?![\w*])"
    r"|(?<=[^\W_])~(?P<below>[^\s~^`*]{1,12})~(?!~)"
    r"|(?<![\^\\])\^(?P<above>[^\s~^`*]{1,12})\^(?!\^)"
)
_ISOTOPE = re.compile(r"[0-9]{1,3}m?")
_SIGNED = re.compile(r"[0-9+\-−]+")


def runs(text: str, roles: frozenset[Role] = frozenset()) -> tuple[Run, ...]:
    """Cut a line into runs; what isn't certain to be a mark stays as it was typed."""
    found: list[Run] = []
    at = 0
    for mark in _MARK.finditer(text):
        inner = _marked(mark, text, roles)
        if inner is not None:
            found += [Run(text[at : mark.start()], roles), *inner]
            at = mark.end()
    found.append(Run(text[at:], roles))
    return tuple(run for run in found if run.text)


def _marked(mark: re.Match[str], text: str, roles: frozenset[Role]) -> tuple[Run, ...] | None:
    name = mark.lastgroup
    inner = mark[name] if name else ""
    match name:
        case "code":
            return (Run(inner, roles | {Role.CODE}),)
        case "strong" | "emphasis":
            if "*" in inner and name == "emphasis":
                return None
            return runs(inner, roles | {Role(name)})
        case "formula":
            shown = formula(inner)
        case "below":
            shown = lowered(inner)
        case _:
            shown = raised(inner) if _is_raised(inner, text[: mark.start()], text[mark.end() :]) else None
    return None if shown is None else (Run(shown, roles),)


def _is_raised(inner: str, before: str, after: str) -> bool:
    """Tell `10^6^` and `^131^I` from the signs of a calculation such as `x^2+y^2`."""
    if not before or before[-1].isspace() or before[-1] in "([":
        return bool(_ISOTOPE.fullmatch(inner)) and after[:1].isalpha()
    if after[:1].isalnum():
        return bool(_SIGNED.fullmatch(inner)) and after[:1].isalpha()
    return True


def bare(text: str) -> str:
    """Return a line as it is shown, without its looks."""
    return "".join(run.text for run in runs(text))


def is_long(text: str) -> bool:
    """Tell whether a text of a card takes more than two lines, and is not set bold then."""
    return len(text) > _LONG or "\n" in text.strip()
