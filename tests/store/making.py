"""Makes logs for the tests of the store: single drafts, and random studying."""

from typing import Any

from hypothesis import strategies as st

from quizapp.memory.fsrs import WEIGHTS
from quizapp.memory.model import Moment, Progress, Rating, Scheduling
from quizapp.memory.scheduler import decide
from quizapp.store.event import Draft, Event, Kind
from quizapp.store.fold import REVIEWS
from quizapp.store.shelf import Place
from quizapp.store.store import Store, Wording

DAY = 86_400_000
TODAY = 20_514
WEIGHTS_ID = next(iter(WEIGHTS))
SCHEDULING = Scheduling(WEIGHTS[WEIGHTS_ID], WEIGHTS_ID, 0.9, (60, 600), (600,))
CARDS = ("heart-1/beat", "heart-1/beat#back", "heart-1/valve", "lung-1/air")
DECKS = ("heart-1", "lung-1")


def draft(kind: Kind, card: str, day: int = TODAY, **more: Any) -> Draft:
    fields = {"sitting": "s1", "at": day * DAY + 40_000_000, "offset": 60, "front": "line", "version": "0"}
    return Draft(kind=kind, card=card, day=day, **{**fields, **more})


def review(
    card: str,
    rating: Rating = Rating.GOOD,
    day: int = TODAY,
    *,
    before: Progress | None = None,
    scheduling: Scheduling = SCHEDULING,
    kind: Kind = Kind.STUDY,
    **more: Any,
) -> Draft:
    """A review as a sitting would write it for a card that stands as `before`."""
    progress = before or Progress()
    decision = decide(progress, rating, Moment(day * DAY + 40_000_000, 60, day, 50_000), scheduling, card)
    stability, difficulty = progress.memory or (None, None)
    fields = {
        "rating": int(rating),
        "rated_by": "judge",
        "phase": progress.phase.value,
        "step": progress.step,
        "after_phase": decision.phase.value,
        "after_step": decision.step,
        "interval": decision.interval,
        "due_day": decision.due_day,
        "due_at": decision.due_at,
        "stability": stability,
        "difficulty": difficulty,
        "retention": scheduling.retention,
        "weights": scheduling.weights_id,
        "answer_ms": 2_000,
        "wording": f"1:{card}:one",
    }
    return draft(kind, card, day, **{**fields, **more})


def wording_of(card: str) -> Wording:
    return Wording(f"1:{card}:one", card, f"Question of {card}?", "Answer", "flashcard")


def place_all(store: Store) -> None:
    for deck in DECKS:
        cards = [card for card in CARDS if card.startswith(deck)]
        places = [
            Place(card, card.partition("#")[0], number, "flashcard", f"1:{card}:one")
            for number, card in enumerate(cards)
        ]
        store.place(deck, "mark", places)


# What a learner, a teacher and a clock may do, as (act, number, number, number); what the numbers
# mean depends on the act.
_ACTS = (
    *("review",) * 5,
    *("early", "cram", "void", "override", "suspend", "resume", "bury", "flag", "reset", "reschedule"),
    *("adopt", "revise", "start", "stop", "settings", "place"),
)
# Study days the clock jumps on before each act.
_JUMPS = (0, 0, 0, 1, 3, 40, -1, -2, -400)
acts = st.tuples(
    st.sampled_from(_ACTS),
    st.integers(0, 11),
    st.integers(1, 4),
    st.sampled_from([-400, -2, -1, 0, 1, 3, 40]),
)
Doing = tuple[str, int, int, int]


class Learner:
    """Does what `acts` say, on one device."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.day = TODAY
        self.scheduling = SCHEDULING

    def do(self, doing: Doing) -> tuple[Event, ...]:
        name, which, number, days = doing
        card = CARDS[which % len(CARDS)]
        other = CARDS[(which + number) % len(CARDS)]
        self.day += days
        match name:
            case "settings":
                weights = WEIGHTS_ID if number < 4 else "of-a-later-version"
                self.scheduling = SCHEDULING._replace(
                    retention=0.7 + number / 20, weights_id=weights, learning=((), (60,))[number % 2]
                )
            case "place":
                place_all(self.store) if number > 1 else self.store.unplace([DECKS[which % 2]])
            case "review" | "early" | "cram":
                kind = {"review": Kind.STUDY, "early": Kind.EARLY, "cram": Kind.CRAM}[name]
                return self._append(self._review(card, Rating(number), kind))
            case "void":
                return self._void(which)
            case "override":
                return self._override(which, Rating(number), days)
            case "adopt":
                return self._append(draft(Kind.ADOPT, card, self.day, origin=other))
            case "start" | "stop":
                return self._append(draft(Kind(name), DECKS[which % 2], self.day))
            case _:
                extra = {
                    "bury": {"value": self.day + number},
                    "flag": {"value": number},
                    "reschedule": {"due_day": self.day + days, "interval": number},
                    "revise": {"revision": number + 1},
                }
                return self._append(draft(Kind(name), card, self.day, **extra.get(name, {})))
        return ()

    def _append(self, *drafts: Draft) -> tuple[Event, ...]:
        return self.store.append(*drafts, wordings=[wording_of(draft.card) for draft in drafts])

    def _review(self, card: str, rating: Rating, kind: Kind) -> Draft:
        standing = self.store.standing(card)
        before = standing.progress if standing else None
        return review(card, rating, self.day, before=before, scheduling=self.scheduling, kind=kind)

    def _void(self, back: int) -> tuple[Event, ...]:
        found = [event for event in self.store.events() if event.kind is not Kind.VOID]
        if not found:
            return ()
        target = found[-1 - back % len(found)]
        return self._append(draft(Kind.VOID, target.card, self.day, target=target.key))

    def _override(self, back: int, rating: Rating, days: int) -> tuple[Event, ...]:
        found = [event for event in self.store.events() if event.kind in REVIEWS]
        if not found:
            return ()
        target = found[-1 - back % len(found)]
        rated = review(target.card, rating, self.day, scheduling=self.scheduling)
        names = ("rating", "after_phase", "after_step", "interval", "due_day", "due_at")
        fields: dict[str, Any] = {} if days == 40 else {name: getattr(rated, name) for name in names}
        if days in {1, 40}:
            fields["counted_day"] = self.day - 1
        return self._append(draft(Kind.OVERRIDE, target.card, self.day, target=target.key, **fields))
