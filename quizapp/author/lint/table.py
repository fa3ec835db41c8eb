"""The table of rules: their levels and every word that is said about them.

`rules.json` has each rule under its code; `says` and `cure` take the values of a finding in braces.
JSON, because each check reads it and nothing else is read as fast. The examples, which only
explanations need, stand in `examples.toml`.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from quizapp.deck.messages import MESSAGES, Message

NOTE = "note"
_FOLDER = Path(__file__).parent


class Rule(NamedTuple):
    """One rule.

    level: error, warning or note, as long as a finding says nothing else. title: what is asked, in a few
    words. says, cure: the message of a finding, with places for its values. why: the reason, and what
    is passed over. english: it goes by English words. document: it needs the text of a source.
    """

    code: str
    level: str
    title: str
    says: str
    cure: str
    why: str
    english: bool = False
    document: bool = False


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code, in the order of the table."""
    entries = json.loads((_FOLDER / "rules.json").read_bytes())
    return {code: Rule(code=code, **entry) for code, entry in entries.items()}


class Example(NamedTuple):
    """Entries of a deck that break a rule and that keep it."""

    bad: str
    good: str


@cache
def examples() -> Mapping[str, Example]:
    """The examples by their rules' codes; none for a rule that takes a whole deck."""
    import tomllib  # noqa: PLC0415 - needed to explain rules, not to check

    entries = tomllib.loads((_FOLDER / "examples.toml").read_text(encoding="utf-8"))
    return {code: Example(**entry) for code, entry in entries.items()}


@cache
def messages() -> Mapping[str, Message]:
    """The wording of every problem that a check may find: the reader's and the rules'."""
    return {**MESSAGES, **{code: Message(rule.says, rule.cure) for code, rule in rules().items()}}
