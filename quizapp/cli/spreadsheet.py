"""Tables for spreadsheets: CSV as RFC 4180 has it, in UTF-8, one line of names first.

Or as Excel reads it by itself where the comma is the decimal sign: semicolons between the cells, numbers with
a comma, and a mark in front that says it is UTF-8.
"""

import csv
import io
import re
from collections.abc import Generator, Iterable, Sequence
from itertools import chain

_END = "\r\n"
# Some spreadsheets take the wide signs of East Asian keyboards for the plain ones.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?", re.IGNORECASE)


def csv_lines(
    names: Sequence[str], rows: Iterable[Sequence[object]], *, excel: bool = False
) -> Generator[str, None, None]:
    """Return the lines of a table, without line ends. None is an empty cell.

    What a spreadsheet would carry out as a formula gets an apostrophe in front, as they write it
    themselves: texts come from decks and from what learners type.
    """
    sign, mark = (";", "\ufeff") if excel else (",", "")
    for row in chain([names], rows):
        buffer = io.StringIO()
        # The writer puts quotes only round the line ends that are its own.
        writer = csv.writer(buffer, delimiter=sign, lineterminator=_END)
        writer.writerow([_with_comma(value) if excel else _cell(value) for value in row])
        yield mark + buffer.getvalue().removesuffix(_END)
        mark = ""


def _with_comma(value: object) -> object:
    return str(value).replace(".", ",") if isinstance(value, float) else _cell(value)


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str) and _FORMULA.match(value) and not _NUMBER.fullmatch(value):
        return f"'{value}"
    return value
