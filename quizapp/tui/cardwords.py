"""What the list of cards says: of a card on one line, of what can be typed, and where nothing is found."""

from collections.abc import Sequence

from textual.content import Content

from quizapp.study.browse import CardRow
from quizapp.study.query import HELP
from quizapp.study.stand import marks, state
from quizapp.text import counted
from quizapp.tui.texts import clean, whole, wrap
from quizapp.tui.widgets.sheet import Block, Line, Piece

_TYPED = 14
_SHORT = 24
"""Characters of a fact that stays on one line."""


def nothing_found(typed: str) -> Sequence[Block]:
    """What to do where nothing is found."""
    typed = typed.strip()
    if not typed:
        told = "There are no cards yet, as there are no decks. Esc leads back to where they are listed."
        return (Block((Line((Piece(told),)),)),)
    head = Line((Piece(f"No card fits “{typed}”.", "strong"),))
    cure = Line((Piece("Take a word away, or press Esc to see all cards again. What can be typed:"),))
    return (Block((head, cure, Line())), Block(filter_lines()))


def filter_lines() -> tuple[Line, ...]:
    """What can be typed to find cards, a line each."""
    return tuple(Line((Piece(finds),), (Piece(f"{typed:<{_TYPED}}", "accent"),)) for typed, finds in HELP)


def facts(row: CardRow, day: int, width: int) -> str:
    """What else is known of a card, on lines of `width` cells that part no fact."""
    stands = row.standing
    parts = [row.deck, row.kind or "gone", *((row.tags,) if row.tags else ())]
    parts.append(", ".join((state(stands), *marks(stands, day))))
    if stands.memory is not None:
        parts.append(f"stability {stands.memory.stability:.0f} days")
        parts.append(f"difficulty {stands.memory.difficulty:.1f}")
    if stands.lapses:
        parts.append(f"forgotten {counted(stands.lapses, 'time')}")
    bound = (whole(part) if len(part) <= _SHORT else part for part in parts)
    lines = wrap(Content(clean(" · ".join(bound))), width)
    return "\n".join(line.plain.rstrip() for line in lines)
