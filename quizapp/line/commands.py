"""Lines that start with a slash, in a sitting."""

from typing import NamedTuple

MARK = "/"
_RATINGS = {"1": "again", "2": "hard", "3": "good", "4": "easy"}
_OTHER_NAMES = {
    "help": "?",
    "h": "hint",
    "d": "dontknow",
    "q": "quit",
    "exit": "quit",
    "u": "undo",
    **_RATINGS,
}


class Typed(NamedTuple):
    """A command as typed: its name, and what follows it."""

    name: str
    rest: str


HELP: dict[str, str] = {
    "?": "lists these commands",
    "hint": "shows a hint; the rating is then Hard at most",
    "dontknow": "shows the answer; so does an empty line",
    "guess": "marks your next answer as guessed; /guess ANSWER does both",
    "retry": "tries once more after a near miss",
    "right": "says that you were right, of this card or the one before",
    "wrong": "says that you were wrong, of this card or the one before",
    "again": "rates the card Again; also /1",
    "hard": "rates the card Hard; also /2",
    "good": "rates the card Good; also /3",
    "easy": "rates the card Easy; also /4",
    "undo": "takes back the last step; any number of times",
    "why": "says why this card is asked now, or why it was judged so",
    "source": "says where the question was drawn from, and after the answer what stands there",
    "repeat": "says the question again",
    "left": "says how much is left",
    "flag": "marks the card: /flag 1 to /flag 4, /flag 0 takes the mark off",
    "bury": "puts the card off until tomorrow",
    "suspend": "takes the card out of studying",
    "reset": "makes the card new again",
    "quit": "ends the sitting; everything answered is stored",
}


def command_of(line: str) -> Typed | None:
    """Return the command that a line is, or None if it is text. A question mark alone asks for help."""
    if line == "?":
        return Typed(line, "")
    if not line.startswith(MARK) or line.startswith(MARK * 2):
        return None
    name, _, rest = line[1:].strip().partition(" ")
    name = name.casefold()
    return Typed(_OTHER_NAMES.get(name, name), rest.strip())


def text_of(line: str) -> str:
    """Return the text that a line stands for: `//` types a slash."""
    return line[1:] if line.startswith(MARK * 2) else line


def unknown(name: str) -> str:
    """Say that there is no such command."""
    from difflib import get_close_matches  # noqa: PLC0415 - only after a slip

    close = get_close_matches(name, HELP, n=1)
    meant = f" Did you mean /{close[0]}?" if close else ""
    return f"There is no command /{name}.{meant} /? lists them; // starts an answer with a slash."


def helped() -> list[str]:
    """Return the help: one line a command."""
    return [f"/{name} {does}." for name, does in HELP.items()]
