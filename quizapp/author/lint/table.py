"""The table of rules: their levels and every word that is said about them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quizapp.deck.messages import MESSAGES, Message

NOTE = "note"
_FILE = Path(__file__).with_name("rules.toml")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    level: error, warning or note, as long as a finding says nothing else. title: what is asked, in a few
    words. says, cure: the message of a finding, with places for its values. why: the reason, and what
    is passed over. bad, good: entries of a deck that break it and keep it; empty where it takes a whole
    deck. english: it goes by English words. document: it needs the text of a source.
    """

    code: str
    level: str
    title: str
    says: str
    cure: str
    why: str
    bad: str
    good: str
    english: bool = False
    document: bool = False


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code, in the order of the table."""
    with _FILE.open("rb") as file:
        return {code: Rule(code=code, **entry) for code, entry in tomllib.load(file).items()}


@cache
def messages() -> Mapping[str, Message]:
    """The wording of every problem that a check may find: the reader's and the rules'."""
    return {**MESSAGES, **{code: Message(rule.says, rule.cure) for code, rule in rules().items()}}
