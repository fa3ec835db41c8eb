"""How commands are run in tests."""

from collections.abc import Callable
from typing import NamedTuple

QUESTIONS = """\
format: 1
deck: Greek letters
id: greek
questions:
- {id: one, question: First?, answer: alpha, typed: true, tags: [vowel]}
- {id: two, question: Second?, answer: beta, wrong: [gamma, delta]}
"""


class Done(NamedTuple):
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


Call = Callable[..., Done]
