"""The entry point: runs a command and turns whatever goes wrong into a sentence and an exit code.

Exit codes: 0 done, 1 problems were found, 2 wrong use or unreadable input. A program that was
stopped by a signal or a closed pipe ends as the shell expects: 128 and the signal's number.
"""

import errno
import gc
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

import click

from quizapp import __version__
from quizapp.cli.group import CONTEXT, Group, State
from quizapp.cli.output import prepare_streams
from quizapp.errors import QuizappError
from quizapp.text import safe

NAME = "quizapp"
COMPLETION = "_QUIZAPP_COMPLETE"
WRONG_USE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141
# A closed pipe, and a terminal that was hung up.
_NOBODY_THERE = {errno.EPIPE, errno.EIO}
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# Who loads these wants to put things in order when the program ends.
_LEFT_IN_ORDER = ("logging", "multiprocessing", "textual")


def _show_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"quizapp {__version__}")
        ctx.exit()


@click.group(
    NAME,
    cls=Group,
    invoke_without_command=True,
    context_settings=CONTEXT,
    examples=[
        ("quizapp", "Choose a deck and study."),
        ("quizapp --plain", "The same in plain lines, for screen readers and simple terminals."),
        ("quizapp study biology", "Study one deck at once."),
    ],
)
@click.option("--plain", is_flag=True, help="Study in plain lines instead of a full screen.")
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and stop.",
)
@click.pass_context
def quizapp(ctx: click.Context, plain: bool) -> int | None:
    """Study question decks in the terminal: what to ask, and when to ask it again."""
    ctx.obj = State(plain=plain)
    if ctx.invoked_subcommand is not None:
        return None
    from quizapp.cli.front import home

    return home(ctx.obj)


def run() -> NoReturn:
    """Run the command line of this process and end it."""
    # Loading modules leaves next to no garbage; looking for it takes a tenth of a short command's time.
    gc.disable()
    _end(main())


def _end(code: int) -> NoReturn:
    """End the process as it is: to take every module apart first takes a tenth of a short command's time."""
    alone = threading.active_count() == 1 and not any(name in sys.modules for name in _LEFT_IN_ORDER)
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
        if alone:
            os._exit(code)
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `arguments` (those of this process if None) and return the exit code."""
    prepare_streams()
    try:
        return _invoke(arguments)
    except OSError as error:
        if error.errno not in _NOBODY_THERE:
            raise
        return _pipe_closed()


def _invoke(arguments: Sequence[str] | None) -> int:
    try:
        result = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return WRONG_USE
    except QuizappError as error:
        _say(str(error))
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except OSError as error:
        if error.errno in _NOBODY_THERE:
            raise
        place = f"{error.filename}: " if error.filename else ""
        if error.errno in _NO_ROOM and not place:
            place = "What it prints can't be written: "
        _say(f"{place}{error.strerror or type(error).__name__}.")
        return WRONG_USE
    except Exception as error:  # noqa: BLE001 - the last line of defence: nobody is shown a traceback
        from quizapp.cli.faults import report

        _say(report(error, os.environ))
        return WRONG_USE
    return result if isinstance(result, int) else 0


def _run(arguments: list[str]) -> object:
    if COMPLETION in os.environ:
        return quizapp.main(arguments, NAME, COMPLETION)
    # Group.main would end a closed pipe with 1, which here means that problems were found.
    with quizapp.make_context(NAME, arguments) as context:
        return quizapp.invoke(context)


def _pipe_closed() -> int:
    from quizapp.cli.faults import silence

    silence()
    return PIPE_CLOSED


def _say(text: str) -> None:
    click.echo(safe(text), err=True)
