"""Tables for spreadsheets: CSV as RFC 4180 has it, in UTF-8, one line of names first."""

import csv
import io
import re
from collections.abc import Generator, Iterable, Sequence
from itertools import chain

_END = "\r\n"
# Some spreadsheets take the wide signs of East Asian keyboards for the plain ones.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?", re.IGNORECASE)


def csv_lines(names: Sequence[str], rows: Iterable[Sequence[object]]) -> Generator[str, None, None]:
    """Return the lines of a table, without line ends. None is an empty cell.

    What a spreadsheet would carry out as a formula gets an apostrophe in front, as they write it
    themselves: texts come from decks and from what learners type.
    """
    for row in chain([names], rows):
        buffer = io.StringIO()
        # The writer puts quotes only round the line ends that are its own.
        csv.writer(buffer, lineterminator=_END).writerow([_cell(value) for value in row])
        yield buffer.getvalue().removesuffix(_END)


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str) and _FORMULA.match(value) and not _NUMBER.fullmatch(value):
        return f"'{value}"
    return value
