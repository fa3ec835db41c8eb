"""The command group: commands are imported by name when they are called, and each shows an example."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

import click

from quizapp.text import safe

# Loading a module for each of them would take many times as long as showing this.
SECTIONS: Mapping[str, Mapping[str, str]] = {
    "Study": {
        "study": "Study what waits today, or the decks named.",
        "quiz": "Take a quiz, or sit an exam.",
    },
    "Decks": {
        "decks": "List the decks at hand, or act on one of them.",
        "add": "Copy a deck file, or a folder of them, into your decks.",
        "remove": "Take a deck out of your decks folder; progress stays.",
    },
    "How it goes": {
        "due": "Show what waits today.",
        "stats": "Show how studying goes, and how questions fare.",
        "cards": "Find cards; suspend, flag, reset or reschedule them.",
        "why": "Show one card: what is due and why, and its past.",
    },
    "For authors": {
        "check": "Show every problem and doubt of deck files, with its cure.",
        "new": "Begin a deck with examples of all kinds of questions.",
        "ids": "Give decks and questions ids, so that they can be reworded.",
        "diff": "Say what an edit of deck files will do to progress.",
        "preview": "Show a deck as learners will see it, while it is written.",
        "sources": "Show, check and pin the passages that questions rest on.",
        "overrules": "List what was typed, refused and claimed as right.",
        "schema": "Print the JSON Schema of deck files, for editors.",
    },
    "The program": {
        "settings": "Show the settings, show one, or change it.",
        "paths": "Show where quizapp keeps things.",
        "completion": "Print what a shell needs to complete commands.",
    },
    "Your data": {
        "backup": "Make a verified copy of your progress.",
        "restore": "List the backups, or put one in the place of your progress.",
        "doctor": "Examine the file that holds your progress, and mend it.",
        "export": "Write your log as JSON lines, as a table or for a teacher.",
        "import": "Unite a log that was exported with yours.",
        "forget": "Take what you typed out of your log, for good.",
    },
}
"""Every command with what it does, in the order of the manual."""

COMMANDS = tuple(name for section in SECTIONS.values() for name in section)
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@dataclass(frozen=True, slots=True)
class State:
    """What every command is given. plain: `--plain` was said before the command."""

    plain: bool = False
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)


class Command(click.Command):
    """A command whose help ends in examples: what to type, and what it does."""

    def __init__(self, *args: Any, examples: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples below the options."""
        _write_examples(self.examples, formatter)
        super().format_epilog(ctx, formatter)


class Group(click.Group):
    """`quizapp` itself. Knows its commands by name and imports one when it is needed."""

    def __init__(self, *args: Any, examples: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = tuple(examples)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """Name the commands, the most used first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Import the command of that name; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        # `import` is a word of Python's own and can't name a module by itself.
        module = "import_" if cmd_name == "import" else cmd_name
        found: click.Command = import_module(f"quizapp.cli.commands.{module}").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """Write what each command does, without loading any."""
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl(list(commands.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one may have been meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            ctx.fail(f"There is no command '{safe(name)}'.{_meant(name)}")
        return super().resolve_command(ctx, args)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples below the commands."""
        _write_examples(self.examples, formatter)
        super().format_epilog(ctx, formatter)


def described(
    name: str, *, examples: Sequence[tuple[str, str]], cls: type[Command] = Command, **options: Any
) -> Callable[[Callable[..., int | None]], Command]:
    """Make a command of a function: its docstring is the help, what it returns the exit code (None: 0)."""
    return click.command(name, cls=cls, examples=examples, context_settings=CONTEXT, **options)


def _meant(name: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name.lower(), COMMANDS, n=1, cutoff=0.6)
    if close:
        return f" Did you mean '{close[0]}'?"
    if name.endswith((".yaml", ".yml")):
        return f" To study a deck file, type: quizapp study {safe(name)}"
    return " 'quizapp --help' lists the commands."


def _write_examples(examples: Sequence[tuple[str, str]], formatter: click.HelpFormatter) -> None:
    if not examples:
        return
    with formatter.section("Examples" if len(examples) > 1 else "Example"):
        formatter.write_dl(examples)
