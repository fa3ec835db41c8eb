"""What a learner asks of a sitting."""

from typing import NamedTuple


class Plan(NamedTuple):
    """What to study and how much.

    decks: ids; empty means every deck that is started. tag, source: only cards with that tag, or drawn
    from that document. new: how many new cards a study day may bring, in place of the setting.
    more: that many new cards on top, today. limit: how many cards this sitting asks at most, those
    within learning not counted. cards: only these, in this order, whether they are due or not; one that
    isn't due is asked for practice alone, and its memory takes no notice.
    """

    decks: tuple[str, ...] = ()
    tag: str | None = None
    source: str | None = None
    new: int | None = None
    limit: int | None = None
    more: int = 0
    cards: tuple[str, ...] = ()
