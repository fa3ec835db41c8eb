"""A sitting: one card after the other, every answer kept at once, everything can be taken back."""

from collections.abc import Callable
from dataclasses import replace

from quizapp.answer.response import Response, Revealed
from quizapp.answer.verdict import Verdict
from quizapp.memory.model import Rating
from quizapp.store.event import TOGETHER, Event, Kind
from quizapp.store.queries import Waiting
from quizapp.store.standing import LEECH_AT, LEECH_EVERY
from quizapp.study.context import Surroundings
from quizapp.study.item import item_of, waiting_of
from quizapp.study.plan import Plan
from quizapp.study.queue import Scope, build, drill
from quizapp.study.rating import rating_of
from quizapp.study.reviews import Given, Review, Services, had_help, overruled
from quizapp.study.sitting import Sitting, Stage
from quizapp.study.table import Table

_TAKEN_BACK = {
    Kind.STUDY: "Your answer is taken back.",
    Kind.CRAM: "Your answer is taken back.",
    Kind.OVERRIDE: "Your change of the rating is taken back.",
    Kind.SUSPEND: "The card is not suspended any more.",
    Kind.RESUME: "The card is suspended again.",
    Kind.BURY: "The card is not put off any more.",
    Kind.FLAG: "The flag is as it was.",
    Kind.RESET: "The card has its memory back.",
    Kind.RESCHEDULE: "The card is due when it was.",
    Kind.START: "The deck is not started any more.",
    Kind.STOP: "The deck is started again.",
}


class Session(Sitting):
    """One sitting.

    A call that doesn't fit the stage raises ValueError. StoreError means that the log could not be
    written: nothing has changed then, and the call may be made again.
    """

    def __init__(self, services: Services, plan: Plan, scope: Callable[[], Scope]) -> None:
        super().__init__(services, plan)
        self._scope = scope
        self._day = 0
        self._last: str | None = None
        self.resume()

    def touched(self) -> None:
        """Note the learner's first key on this question."""
        if self._table:
            self._table.touched()

    def answer(self, response: Response, *, guessed: bool = False) -> Verdict:
        """Judge a response. Unless the learner rates themselves, the review is in the log on return."""
        table = self._at(Stage.ASKING)
        table.guessed = guessed
        verdict = self._judge(table.item, response)
        if table.item.self_rated and isinstance(response, Revealed):
            self.stage = Stage.REVEALED
            return verdict
        effort = table.effort()
        given = Given(response, verdict, rating_of(verdict, help_had=had_help(effort)))
        if table.retrying and self._review is not None:
            self._reviews.change(self._review, given, effort)
            table.retrying = False
        else:
            self._review = self._reviews.commit(table.item, given, effort, self._kind)
        self._settle(self._review)
        self.stage = Stage.JUDGED
        return verdict

    def rate(self, rating: Rating) -> None:
        """Give one's own rating: of a revealed card (then the next one comes), or of a judged one."""
        table = self._at(Stage.REVEALED, Stage.JUDGED)
        if rating not in {offer.rating for offer in self.offers}:
            raise ValueError(f"{rating.name} isn't offered here")
        if self._review is None:
            given = Given(Revealed(), self._judge(table.item, Revealed()), rating, by_learner=True)
            self._review = self._reviews.commit(table.item, given, table.effort(), self._kind)
            said = len(self.notices)
            self._settle(self._review)
            told = self.notices[said:]
            self._advance()
            self.notices = (*told, *self.notices)
        elif rating is not self._review.judged.rating:
            judged = self._review.judged
            self._change(self._review, Given(judged.response, judged.verdict, rating, by_learner=True))

    def retry(self) -> None:
        """Try once more after a near miss."""
        if not self.can_retry or self._table is None:
            raise ValueError("no second try here")
        self._table.retrying = True
        self.stage = Stage.ASKING

    def overrule(self, right: bool) -> None:  # noqa: FBT001 - "I was right" or "I was wrong"
        """Say that the judge is mistaken: of this card if it was judged, else of the one before."""
        review = self._review if self.stage is Stage.JUDGED else self._before()
        if review is None:
            raise ValueError("there is nothing to overrule")
        verdict = overruled(review.judged.verdict, right=right)
        rating = rating_of(verdict, help_had=review.had_help)
        self._change(review, Given(review.judged.response, verdict, rating, by_learner=True))

    def next(self) -> None:
        """Go on to the next card."""
        self._at(Stage.JUDGED)
        self._advance()

    def hint(self) -> str | None:
        """Show one more hint; None if there is none left."""
        return self._table.hint() if self._table and self.hints_left else None

    def suspend(self) -> None:
        """Take the card out of studying until it is resumed; the next one comes."""
        self._act(Kind.SUSPEND)

    def bury(self) -> None:
        """Put the card off until the next study day; the next one comes."""
        self._act(Kind.BURY, self._services.time.moment().day + 1)

    def reset(self) -> None:
        """Make the card new again, keeping its log; the next one comes."""
        self._act(Kind.RESET)

    def flag(self, flag: int) -> None:
        """Mark the card with a flag, 1 to 4, or with 0 take it off. The card stays on the table."""
        if not 0 <= flag <= 4:
            raise ValueError("a flag is 0 to 4")
        table = self._at(*Stage)
        self._reviews.act(Kind.FLAG, str(table.item.card), flag)
        self._show_flag(table)

    def undo(self) -> str | None:
        """Take back the last event of this sitting, or, in a new one, of this device and study day.

        Returns what was taken back, in a sentence; None if there is nothing.
        """
        event = self._reviews.take_back()
        if event is None:
            return None
        if event.sitting.startswith(TOGETHER):
            self.resume()
            return "What you last did to several cards at once is taken back."
        if event.kind is Kind.OVERRIDE:
            self._unchanged(event)
        elif event.kind is Kind.FLAG and self.item and str(self.item.card) == event.card and self._table:
            self._show_flag(self._table)
        elif event.kind not in {Kind.START, Kind.STOP}:
            self._bring_back(event.card)
        return _TAKEN_BACK[event.kind]

    def resume(self) -> None:
        """Look again at what is due, and put the first card on the table."""
        self._rebuild()
        self._advance()

    def reread(self) -> bool:
        """Go on with the decks as they read now; call it after the desk has refreshed them.

        A card that waits for its answer is asked as it reads now, and if it is gone, the next one is. A
        card that was judged stays as it was answered, but for what is said around it. Tells whether the
        learner's response has to be given anew.
        """
        table = self._table
        self._surroundings = Surroundings(self._services.library)
        self._rebuild()
        if table is None:
            return False
        standing = self._services.store.standing(str(table.item.card))
        fresh = item_of(self._services.library, standing) if standing else None
        if fresh is not None and fresh.question.draft:
            fresh = None
        answered = self._review is not None
        if not answered:
            self._queue.drop(str(table.item.card))
        if fresh is not None and fresh.question.body == table.item.question.body:
            table.reworded(fresh._replace(standing=table.item.standing))
            return False
        if answered:
            return False
        if fresh is None or not self._show(waiting_of(fresh)):
            self._advance()
        return True

    # How it is done

    def _at(self, *stages: Stage) -> Table:
        if self._table is None or self.stage not in stages:
            raise ValueError(f"this can't be done while {self.stage.value}")
        return self._table

    def _rebuild(self) -> None:
        moment = self._services.time.moment()
        self._day = moment.day
        limit = self._plan.limit
        plan = self._plan._replace(limit=None if limit is None else max(0, limit - self.answered))
        services = self._services
        if plan.cards:
            done = {review.event.card for review in self._reviews.all}
            self._queue = drill(services.store, plan.cards, done)
            return
        self._queue, self.catch_up = build(services.store, services.settings, plan, moment, self._scope())

    def _advance(self) -> None:
        """Put the next card on the table; after the turn of the study day, from a new queue."""
        moment = self._services.time.moment()
        if moment.day != self._day:
            self._rebuild()
        self._clear()
        ahead = self._services.settings.learn_ahead * 60_000
        while (waiting := self._queue.take(moment.at, ahead, self._last)) is not None:
            if self._show(waiting):
                return

    def _clear(self) -> None:
        self._table = self._waiting = self._review = None
        self.notices = ()
        self.stage = Stage.DONE

    def _show(self, waiting: Waiting) -> bool:
        """Put this card on the table; False if no deck at hand has it any more."""
        standing = self._services.store.standing(waiting.card)
        item = item_of(self._services.library, standing) if standing else None
        if item is None:
            return False
        self._clear()
        self._table = Table(item, self._services.time.clock)
        self._waiting, self._last = waiting, waiting.card
        self.notices = (item.notice,) if item.notice else ()
        self.stage = Stage.ASKING
        return True

    def _show_flag(self, table: Table) -> None:
        standing = self._services.store.standing(str(table.item.card))
        if standing is not None:
            # The standing before the review on the table stays, since offers are computed from it.
            table.item = table.item._replace(standing=replace(table.item.standing, flag=standing.flag))

    def _settle(self, review: Review) -> None:
        """Give the card its place in the queue after what was decided, and tell of a leech."""
        decision, card = review.judged.decision, str(review.item.card)
        self._queue.drop(card)
        if review.practice:
            return
        if not self._renewed(card) and decision.due_at is not None:
            self._queue.learn(waiting_of(review.item, decision))
        lapses = review.item.standing.lapses + decision.lapse
        if decision.lapse and lapses >= LEECH_AT and (lapses - LEECH_AT) % LEECH_EVERY == 0:
            leech = f"You have forgotten this card {lapses} times. It may need a better question, or a hint."
            self.notices = (*self.notices, leech)

    def _renewed(self, card: str) -> bool:
        """If this card is being asked right now, let it stand as the log has it; tell whether it is."""
        table = self._table
        if table is None or self._review is not None or str(table.item.card) != card:
            return False
        standing = self._services.store.standing(card)
        if standing is not None:
            table.item = table.item._replace(standing=standing)
            self._waiting = waiting_of(table.item)
        return True

    def _change(self, review: Review, given: Given) -> None:
        self._reviews.change(review, given)
        self._settle(review)

    def _unchanged(self, event: Event) -> None:
        """Show how a review stands after a change of it was taken back."""
        for review in self._reviews.all:
            if review.event.key == event.target:
                self._settle(review)
                if review is self._review and self._table is not None:
                    self._table.retrying = False
                    self.stage = Stage.JUDGED
                return
        self._rebuild()
        if self._waiting is not None:
            self._queue.drop(self._waiting.card)
        self._renewed(event.card)

    def _bring_back(self, card: str) -> None:
        """Put a card on the table again; the one that lies there goes back, if it isn't answered."""
        if self._waiting is not None and self._review is None and self._waiting.card != card:
            self._queue.put_back(self._waiting)
        standing = self._services.store.standing(card)
        item = item_of(self._services.library, standing) if standing else None
        self._queue.drop(card)
        if item is None or not self._show(waiting_of(item)):
            self._advance()

    def _act(self, kind: Kind, value: int | None = None) -> None:
        table = self._at(Stage.ASKING, Stage.REVEALED, Stage.JUDGED)
        card = str(table.item.card)
        self._reviews.act(kind, card, value)
        self._queue.drop(card)
        self._advance()
