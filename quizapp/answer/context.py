"""What the judge may know beside the question: the deck's language, its other answers, its words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _no_word(word: str) -> bool:  # noqa: ARG001 - the signature is that of `known_word`
    return False


@dataclass(frozen=True, slots=True)
class Context:
    """What is around a question.

    language: the deck's language tag (`en`, `pt-BR`). answers: for each right answer of the deck's
    other questions its `normal.key` and the key of the card it belongs to. known_word: tells of a
    word (lower case, accents kept) whether the decks at hand use it; the bundled English list is
    asked besides.
    """

    language: str = "en"
    answers: Mapping[str, str] = field(default_factory=dict)
    known_word: Callable[[str], bool] = _no_word

    @property
    def base(self) -> str:
        """The language without its region, in lower case."""
        return self.language.replace("_", "-").partition("-")[0].lower() or "en"
