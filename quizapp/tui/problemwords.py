"""What is wrong in deck files: a report of `quizapp check` in the looks of the screens. Pure."""

import re
from collections.abc import Iterator
from itertools import groupby

from textual.content import Content

from quizapp.tui.texts import clean

_PLACE = re.compile(
    r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<how>\w+)\[(?P<code>\w+)\] (?P<said>.*)"
)
_QUOTED = re.compile(r" *(?P<line>\d*) \| ?(?P<text>.*)")
_CURE = re.compile(r" *= (?P<todo>.*)")
_SIGNS = {"error": ("✗ ", "$wrong"), "warning": ("! ", "$partly")}
_NOTE = ("· ", "$quiet")


def told(report: str) -> Content:
    """Write a report: each file once, and below it what is wrong; lines of another sort stay as they are."""
    lines: list[Content] = []
    file = ""
    for quoted, group in groupby(clean(report).splitlines(), key=lambda row: bool(_QUOTED.fullmatch(row))):
        if quoted:
            lines += _excerpt(list(group))
            continue
        for row in group:
            found = _PLACE.fullmatch(row)
            if found and found["path"] != file:
                file = found["path"]
                lines += [*([Content("")] if lines else []), Content.styled(file, "$quiet")]
            lines.append(_sentence(found) if found else _cure(row))
    return Content("\n").join(lines)


def _sentence(found: re.Match[str]) -> Content:
    sign = _SIGNS.get(found["how"], _NOTE)
    said = found["said"][:1].upper() + found["said"][1:]
    return Content.assemble(
        sign, (f"Line {found['line']}", "bold"), f": {said}", (f"  {found['code']}", "$quiet")
    )


def _cure(row: str) -> Content:
    found = _CURE.fullmatch(row)
    return Content(f"  → {found['todo'][:1].upper()}{found['todo'][1:]}" if found else row)


def _excerpt(rows: list[str]) -> Iterator[Content]:
    """The line of the file on its ground; below it what marks the place."""
    found = [_QUOTED.fullmatch(row) for row in rows]
    texts = [each["text"] for each in found if each and (each["line"] or each["text"].strip())]
    width = max(map(len, texts), default=0) + 1
    for text in texts:
        marks = not text.strip(" ^")
        yield (
            Content.styled(f"    {text}", "$wrong")
            if marks
            else Content.assemble("   ", (f" {text:<{width}}", "on $cursor"))
        )
