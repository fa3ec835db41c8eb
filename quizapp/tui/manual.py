"""The pages of the manual, and how they are laid out: our own texts, in the few marks they use."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from quizapp.errors import UsageError
from quizapp.paths import manual_folder
from quizapp.tui.texts import clean


class Page(NamedTuple):
    """A page of the manual. about: what is on it, in a few words."""

    file: str
    title: str
    about: str


GROUPS = (
    (
        "Studying",
        (
            Page("learning.md", "Studying", "what the words mean, what the keys do"),
            Page("settings.md", "Settings", "what can be set, and keys of your own"),
            Page("quiz.md", "Quiz and exam", "questions drawn as a test, and its marks"),
            Page("statistics.md", "Statistics", "how each figure is computed"),
        ),
    ),
    (
        "Decks and data",
        (
            Page("decks.md", "Decks", "where they are, how to take them in and out"),
            Page("data.md", "Your data", "where it is, the forms it can be had in"),
            Page("commands.md", "Commands", "what can be typed in a shell"),
        ),
    ),
    (
        "Writing decks",
        (
            Page("teachers/first-deck.md", "A first deck", "from an empty file to the first card"),
            Page("teachers/format.md", "The format", "everything a deck can say"),
            Page("teachers/good-questions.md", "Good questions", "what makes a card worth asking"),
            Page("lint.md", "Rules", "what the checks of decks mean"),
        ),
    ),
)
"""Headings, and the pages below each, in the order in which they are listed."""
PAGES = tuple(page for _, pages in GROUPS for page in pages)

_WIDEST, _PROSE = 76, 72
_INLINE = re.compile(
    r"(?P<code>(?P<fence>`+)(?P<in_code>.+?)(?P=fence))|\*\*(?P<bold>.+?)\*\*|(?<![\w*])\*(?P<em>[^*\s][^*]*)\*(?!\w)"
    r"|!?\[(?P<text>[^\]]*)\]\([^)\s]*\)"
)
_ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*]|\d+\.) +(?P<text>.*)")
_RULE = re.compile(r"\|?[\s:|-]+\|?")
_CELL = re.compile(r"(?<!\\)\|")


class Looks(NamedTuple):
    """Styles of what isn't plain prose."""

    heading: Style | str = "bold"
    code: Style | str = ""
    quiet: Style | str = ""


def page(file: str) -> str:
    """Return the text of a page. Raises UsageError if it isn't there."""
    path = manual_folder() / file
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("This page of the manual can't be read", where=str(path)) from error


def lay_out(text: str, width: int, looks: Looks = Looks()) -> Content:  # noqa: B008 - a constant
    """Lay a page out for a screen of `width` cells."""
    room = max(20, min(width, _WIDEST))
    lines: list[Content] = []
    for block in _blocks(clean(text).split("\n")):
        if lines:
            lines.append(Content(""))
        lines += _block(block, room, looks)
    return Content("\n").join(lines)


def _blocks(rows: Sequence[str]) -> Iterator[list[str]]:
    """Cut a text into paragraphs, lists, tables and code; each heading is a block of its own."""
    block: list[str] = []
    fenced = False
    for row in rows:
        fence = row.lstrip().startswith("```")
        if fenced:
            block.append(row)
            if fence:
                fenced = False
                yield block
                block = []
            continue
        if fence or row.startswith("#") or not row.strip():
            if block:
                yield block
            block = [row] if fence or row.strip() else []
            fenced = fence
            if row.startswith("#"):
                yield block
                block = []
            continue
        block.append(row)
    if block:
        yield block


def _block(rows: list[str], width: int, looks: Looks) -> list[Content]:
    first = rows[0]
    if first.startswith("#"):
        return list(Content.styled(_inline(first.lstrip("# "), looks).plain, looks.heading).wrap(width))
    if first.lstrip().startswith("```"):
        code = [row for row in rows if not row.lstrip().startswith("```")]
        wide = max(map(cell_len, code), default=0) + 1
        ground = [f" {row}{' ' * (wide - cell_len(row))}" for row in code]
        return [Content("   ") + Content.styled(row, looks.code) for row in ground]
    if first.lstrip().startswith("|"):
        return _table(rows, width, looks)
    if first.lstrip().startswith("<!--"):
        return []
    if _ITEM.match(first):
        return _list(rows, min(width, _PROSE), looks)
    joined = " ".join(row.strip().removeprefix("> ") for row in rows)
    return list(_inline(joined, looks).wrap(min(width, _PROSE)))


def _list(rows: list[str], width: int, looks: Looks) -> list[Content]:
    items: list[tuple[str, str]] = []
    for row in rows:
        if found := _ITEM.match(row):
            mark = "•" if found["mark"] in "-*" else found["mark"]
            items.append((f"{found['indent']}{mark} ", found["text"]))
        else:
            lead, text = items[-1]
            items[-1] = (lead, f"{text} {row.strip()}")
    return [line for lead, text in items for line in _hanging(lead, _inline(text, looks), width)]


def _hanging(lead: str, text: Content, width: int) -> Iterator[Content]:
    for number, line in enumerate(text.wrap(max(8, width - cell_len(lead)))):
        yield Content.assemble(lead if number == 0 else " " * cell_len(lead), line)


def _table(rows: list[str], width: int, looks: Looks) -> list[Content]:
    """Columns where they fit; else each row as a paragraph that begins with its first cell."""
    cells = [_cells(row) for row in rows if not _RULE.fullmatch(row.strip())]
    columns = max(map(len, cells))
    table = [[_inline(cell, looks) for cell in [*row, *[""] * (columns - len(row))]] for row in cells]
    widths = [max(row[column].cell_length for row in table) for column in range(columns)]
    # A long name among short ones goes on below itself, so that the rest has room.
    words = (word for row in table for word in row[0].plain.split())
    widths[0] = min(widths[0], max(width // 3, *map(cell_len, words), 1))
    last = width - sum(widths[:-1]) - 2 * (columns - 1)
    lines: list[Content] = []
    for number, row in enumerate(table):
        style = looks.quiet if number == 0 else ""
        if last >= min(widths[-1], width // 3):
            rooms = [*widths[:-1], max(8, last)]
            wrapped = [list(cell.wrap(room)) for cell, room in zip(row, rooms, strict=True)]
            for parts in zip_longest(*wrapped, fillvalue=Content("")):
                filled = [
                    part.pad_right(room - part.cell_length) for part, room in zip(parts, rooms, strict=True)
                ]
                lines.append(Content("  ").join(filled).rstrip().stylize(style))
        elif number:
            told = [cell for cell in row[1:] if cell.plain]
            lines += row[0].wrap(width)
            lines += _hanging("    ", Content(" · ").join(told), width)
    return lines


def _cells(row: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _CELL.split(row.strip().strip("|"))]


def _inline(text: str, looks: Looks) -> Content:
    parts: list[Content | tuple[str, Style | str]] = []
    at = 0
    for found in _INLINE.finditer(text):
        parts.append((text[at : found.start()], ""))
        if found["code"]:
            parts.append((found["in_code"].strip(), looks.code))
        elif found["bold"]:
            parts.append(Content.styled(_inline(found["bold"], looks).plain, "bold"))
        elif found["em"]:
            parts.append((found["em"], "italic"))
        else:
            parts.append(_inline(found["text"] or "", looks))
        at = found.end()
    parts.append((text[at:], ""))
    return Content.assemble(*parts)
