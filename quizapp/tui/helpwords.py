"""Keys and words as help shows them, in columns where there is room. Pure."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from quizapp.tui.texts import clean

_TWO_COLUMNS = 60
_MANY = 8
_GAP = 4
_INDENT = 2
_WIDEST = 72


def keys_table(keys: Sequence[tuple[str, str]], width: int) -> Content:
    """Write what to press and what it does, side by side if they are many and there is room.

    keys: what is pressed, and what it does. width: cells of the page.
    """
    half = (len(keys) + 1) // 2
    columns = [keys[:half], keys[half:]] if width >= _TWO_COLUMNS and len(keys) > _MANY else [keys]
    written = [_column(column) for column in columns if column]
    if not written:
        return Content("")
    first, *others = written
    side = max(line.cell_length for line in first) + _GAP
    rows = [
        Content("").join(
            [line.pad_right(side - line.cell_length), *(other[at] for other in others if at < len(other))]
        )
        for at, line in enumerate(first)
    ]
    return Content("\n").join(rows)


def _column(keys: Sequence[tuple[str, str]]) -> list[Content]:
    width = max(cell_len(clean(pressed)) for pressed, _ in keys)
    return [
        Content.assemble(
            " " * (width - cell_len(clean(pressed))), (clean(pressed), "bold $accent"), f"  {clean(does)}"
        )
        for pressed, does in keys
    ]


def meanings(words: Sequence[str], width: int) -> Content:
    """Write what words mean, the words in a column of their own if there is room.

    words: each with its meaning behind a colon. width: cells of the page.
    """
    parts = [clean(meaning).partition(":") for meaning in words]
    lead = max((cell_len(word) for word, *_ in parts), default=0) + 2
    hanging = width >= _TWO_COLUMNS
    room = max(8, min(width - _INDENT, _WIDEST) - (lead if hanging else 0))
    lines: list[Content] = []
    for word, colon, rest in parts:
        term = Content.assemble((word + colon, "bold"))
        if not hanging:
            lines += (term + rest).wrap(room)
            continue
        first, *more = Content(rest.strip()).wrap(room)
        lines.append(term.pad_right(lead - term.cell_length) + first)
        lines += [Content(" " * lead) + line for line in more]
    return Content("\n").join(lines)
