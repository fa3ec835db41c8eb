"""The learner's settings as the scheduler wants them."""

from quizapp.memory.fsrs import WEIGHTS
from quizapp.memory.model import Scheduling
from quizapp.settings import Settings

WEIGHTS_ID = "fsrs6-default"


def scheduling(settings: Settings) -> Scheduling:
    """Return what steers scheduling under these settings."""
    return Scheduling(
        weights=WEIGHTS[WEIGHTS_ID],
        weights_id=WEIGHTS_ID,
        retention=settings.desired_retention,
        learning=settings.learning_steps,
        relearning=settings.relearning_steps,
        maximum=settings.maximum_interval,
        fuzz=settings.fuzz,
    )
