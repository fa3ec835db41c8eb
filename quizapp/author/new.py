"""Begins a new deck: a file that works, with a question of each kind to write over, and its schema."""

import json
import os
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.author.schema import MODELINE, NAME, schema, schema_text
from quizapp.author.starter import EXAMPLES
from quizapp.deck.layout import FORMAT
from quizapp.deck.names import slug
from quizapp.deck.read import SUFFIX
from quizapp.deck.syntax import quote
from quizapp.errors import UsageError

KINDS = {slug(name): name for name in EXAMPLES}
_PLAIN = re.compile(r"[^\W\d_][\w ,.()-]*")
# Without letters and digits that look alike.
_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"

_HEAD = """\
{modeline}
# A deck of questions for quizapp. Lines that start with # are for you; learners never see them.
# Write your own questions in the place of these, then try:  quizapp check {file}
format: {format}
deck: {title}
# Learners' progress hangs on ids: keep them, whatever else you change. Questions are given theirs by
# quizapp ids --write {file}
id: {id}
language: en
# about: What it is about, and for whom.
# sources:
#   book: {{title: "The book it is drawn from"}}
questions:
"""


@dataclass(frozen=True, slots=True)
class Begun:
    """What was written. questions: how many there are. schema: the schema beside the deck.

    usable: the schema there is ours; False if another file of that name was in the folder and stays.
    """

    path: Path
    questions: int
    schema: Path
    usable: bool


def begin(name: str, kinds: Sequence[str] = ()) -> Begun:
    """Write a new deck and, beside it, the schema; folders on the way are made.

    name: the file's, with or without `.deck.yaml`, or a path. kinds: keys of `KINDS`, all if none.
    Raises UsageError if the file is there already or the name is none; OSError where the disk refuses.
    """
    path = place(name)
    chosen = list(dict.fromkeys(kinds)) or list(KINDS)
    text = deck_text(path.name, chosen)
    path.parent.mkdir(parents=True, exist_ok=True)
    _put(path, text.encode())
    beside = path.with_name(NAME)
    return Begun(path, len(chosen), beside, _put_schema(beside))


def place(name: str) -> Path:
    """Return the path of the deck file called `name`. Raises UsageError if that can't be one."""
    stem = re.sub(r"(\.deck)?\.ya?ml$", "", name.strip())
    path = Path(stem).expanduser()
    if not stem or stem.endswith(("/", os.sep)) or path.name in ("", "..") or path.name.startswith("."):
        raise UsageError(
            f"'{name}' can't be the name of a deck", todo="Write, for example: quizapp new biology"
        )
    return path.with_name(path.name + SUFFIX)


def deck_text(file: str, kinds: Sequence[str]) -> str:
    """Return a new deck with a question of each of these kinds; `file` gives its title and id."""
    words = re.sub(r"[-_\s]+", " ", file.removesuffix(SUFFIX)).strip() or "deck"
    title = words[:1].upper() + words[1:]
    code = "".join(secrets.choice(_SIGNS) for _ in range(4))
    head = _HEAD.format(
        modeline=MODELINE,
        file=file,
        format=FORMAT,
        title=title if _PLAIN.fullmatch(title) else quote(title),
        id=f"{slug(words)}-{code}",
    )
    return head + "\n".join(EXAMPLES[KINDS[kind]] for kind in kinds)


def _put(path: Path, data: bytes) -> None:
    """Put a whole new file at `path`, or none. Raises UsageError if something is there."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _move(part, path)
    except FileExistsError:
        todo = "Take another name; nothing was changed"
        raise UsageError("There is a file of that name", where=str(path), todo=todo) from None
    finally:
        part.unlink(missing_ok=True)


def _move(part: Path, path: Path) -> None:
    """Give a file its name, unless another has it (FileExistsError)."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems have no links; between the look and the move another could still come.
        if os.path.lexists(path):
            raise FileExistsError from None
        part.replace(path)


def _put_schema(path: Path) -> bool:
    """Write the schema, also in the place of an older one of ours; tell whether it is there now."""
    data = schema_text().encode()
    try:
        _put(path, data)
    except UsageError:
        if path.is_file() and path.read_bytes() == data:
            return True
        if not _is_ours(path):
            return False
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            part.write_bytes(data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    return True


def _is_ours(path: Path) -> bool:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.get("title") == schema()["title"]
