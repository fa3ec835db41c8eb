"""Drafts of events."""

from dataclasses import replace

from quizapp import __version__
from quizapp.memory.model import Decision, Moment, Rating, Scheduling
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


def decided(draft: Draft, rating: Rating, decision: Decision, how: Scheduling) -> Draft:
    """Fill in a rating, and what was decided for it: later settings don't change it."""
    return replace(
        draft,
        rating=int(rating),
        after_phase=decision.phase.value,
        after_step=decision.step,
        interval=decision.interval,
        due_day=decision.due_day,
        due_at=decision.due_at,
        retention=how.retention,
        weights=how.weights_id,
    )
