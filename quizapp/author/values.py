"""What the value of a key may be, in words: the shape of a field for the teachers' manual."""

from functools import singledispatch

from quizapp.deck.fields import Checked, Flag, Named, OneOf, Plain, Real, Several, Shape, Whole
from quizapp.deck.kinds.cloze import Gapped
from quizapp.deck.kinds.kind import Answer
from quizapp.deck.problems import listed
from quizapp.deck.records import Record


@singledispatch
def told(shape: Shape) -> str:
    """Return what a value of this shape is. Raises TypeError for a shape without words here."""
    raise TypeError(f"no words for {shape}")


@told.register
def _plain(shape: Plain) -> str:
    return f"text, up to {shape.limit:,} characters"


@told.register
def _answer(shape: Answer) -> str:
    return told(Plain(shape.limit))


@told.register
def _gapped(shape: Gapped) -> str:
    return f"{told(Plain(shape.limit))}, with gaps"


@told.register
def _checked(shape: Checked) -> str:
    return shape.what


@told.register
def _flag(_shape: Flag) -> str:
    return "true or false"


@told.register
def _whole(shape: Whole) -> str:
    return f"a whole number from {shape.low:,} to {shape.high:,}"


@told.register
def _real(shape: Real) -> str:
    return f"a number from {shape.low:,.0f} to {shape.high:,.0f}"


@told.register
def _one_of(shape: OneOf) -> str:
    return listed(shape.words, "or")


@told.register
def _several(shape: Several) -> str:
    least = f", at least {shape.least}" if shape.least > 1 else ""
    alone = "; one alone needs no list" if shape.single else ""
    return f"a list{least}; each entry: {told(shape.of)}{alone}"


@told.register
def _named(shape: Named) -> str:
    least = f", at least {shape.least}" if shape.least > 1 else ""
    return f"lines of `name: value`{least}; each value: {told(shape.of)}"


@told.register
def _record(shape: Record) -> str:
    text = f"text (the `{shape.main}`), or " if shape.main else ""
    return f"{text}keys of its own, below"
