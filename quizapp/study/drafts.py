"""Bare drafts of events."""

from quizapp import __version__
from quizapp.memory.model import Moment
from quizapp.store.event import Draft, Kind


def draft_of(kind: Kind, card: str, moment: Moment, sitting: str, front: str) -> Draft:
    """Return the bare draft of an event of any kind."""
    return Draft(
        kind=kind,
        card=card,
        sitting=sitting,
        at=moment.at,
        offset=moment.offset,
        day=moment.day,
        front=front,
        version=__version__,
    )
