"""Looking at the deck files while the learner goes on: what is slow, on a thread of its own."""

from collections.abc import Callable
from typing import NamedTuple

from quizapp.library.library import Library
from quizapp.library.refresh import Progress
from quizapp.memory.model import Moment
from quizapp.store.store import Store


class Reading(NamedTuple):
    """What a look at the deck files brought.

    library: a twin that holds it. told: sentences from before the look. compared: sentences about what
    comparing decks and log has shown.
    """

    library: Library
    told: tuple[str, ...]
    compared: tuple[str, ...]


def reader(
    library: Library, store: Store, moment: Moment, told: tuple[str, ...]
) -> Callable[[Progress], Reading]:
    """Return a job that reads what changed and compares it with the log.

    It opens index and log anew, since connections belong to the thread that made them.
    """
    path, writes = store.path, not store.read_only

    def read(progress: Progress) -> Reading:
        twin = library.twin()
        try:
            twin.refresh(progress)
            marks = {entry.id: entry.mark for entry in twin.decks()}
            compared: tuple[str, ...] = ()
            if writes:
                with Store.open(path) as log:
                    if marks != log.marks():
                        from quizapp.study.reconcile import (  # noqa: PLC0415 - most looks find nothing new
                            reconcile,
                        )

                        compared = reconcile(twin, log, moment)
        except BaseException:
            twin.close()
            raise
        return Reading(twin, told, compared)

    return read
