"""What commands print: data on stdout, everything else on stderr."""

import codecs
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import click

from quizapp.text import safe

FORMAT = 1
_F = TypeVar("_F", bound=Callable[..., Any])


# What a terminal without Unicode is shown for signs that carry meaning.
_PLAIN_SIGNS = {
    "→": "->",
    "←": "<-",
    "…": "...",
    "–": "-",
    "—": "-",
    "−": "-",
    "×": "x",
    "·": "-",
    "•": "*",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "≤": "<=",
    "≥": ">=",
    "µ": "u",
    "μ": "u",
}


def prepare_streams() -> None:
    """Let no character fail: what an encoding can't hold becomes a plainer sign or a question mark.

    A stream that was closed before the program began leads nowhere. Else the next file that is opened,
    such as the log, would get its number, and whatever is printed would be written into that.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(nowhere, mode, encoding="utf-8"))
    codecs.register_error("quizapp", _plainer)
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "quizapp"), (sys.stderr, "quizapp")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN_SIGNS.get(sign, "?") for sign in error.object[error.start : error.end]), error.end


def json_option(function: _F) -> _F:
    """Add `--json` to a command."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")(function)


def csv_options(function: _F) -> _F:
    """Add `--csv` and `--excel` to a command; the later one counts. They come as `table`."""
    excel = "The same for Excel where a comma is the decimal sign."
    function = click.option("--excel", "table", flag_value="excel", help=excel)(function)
    return click.option("--csv", "table", flag_value="csv", help="Print CSV for spreadsheets.")(function)


def show_rows(lines: Iterable[str]) -> None:
    """Print lines of data: a pipe gets every sign as it is, a terminal none that could steer it."""
    put = show if sys.stdout.isatty() else click.echo
    for line in lines:
        put(line)


def show_json(data: Mapping[str, object]) -> None:
    """Print `data` as JSON, with the number of its format. Plain ASCII: it survives every locale."""
    click.echo(json.dumps({"format": FORMAT, **data}, indent=2))


def show(text: str = "") -> None:
    """Print a line of data."""
    click.echo(safe(text))


def tell(text: str) -> None:
    """Say something to the person, on stderr."""
    click.echo(safe(text), err=True)


def show_table(rows: Iterable[Sequence[str]], *, right: Sequence[int] = ()) -> None:
    """Print rows in columns two spaces apart; columns numbered in `right` are flush right."""
    table = [[safe(cell) for cell in row] for row in rows]
    if not table:
        return
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = [
            cell.rjust(width) if number in right else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        click.echo("  ".join(cells).rstrip())
