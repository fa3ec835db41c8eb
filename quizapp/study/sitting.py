"""Where a sitting stands, as the front ends show it."""

from enum import StrEnum
from typing import NamedTuple

from quizapp.answer.judge import judge
from quizapp.answer.response import Response, Revealed
from quizapp.answer.verdict import Verdict
from quizapp.answer.wording import sentence
from quizapp.memory.model import Decision, Phase, Rating
from quizapp.memory.spans import span_of
from quizapp.store.event import Kind
from quizapp.store.queries import Waiting
from quizapp.study.context import Surroundings
from quizapp.study.item import Item, Past
from quizapp.study.plan import Plan
from quizapp.study.queue import Counts, Queue
from quizapp.study.rating import ratings_offered
from quizapp.study.reviews import Review, Reviews, Services, had_help
from quizapp.study.sources import cited
from quizapp.study.summary import Summary, summary_of
from quizapp.study.table import Table


class Stage(StrEnum):
    """Where a sitting stands.

    ASKING: waits for a response. REVEALED: the answer is shown and the learner's rating is waited for;
    nothing is in the log yet. JUDGED: the review is in the log. DONE: nothing is due now.
    """

    ASKING = "asking"
    REVEALED = "revealed"
    JUDGED = "judged"
    DONE = "done"


class Offer(NamedTuple):
    """A rating the learner may give, and when the card would come back, in words."""

    rating: Rating
    interval: str
    decision: Decision


class Sitting:
    """The reading half of a session: nothing here changes anything."""

    def __init__(self, services: Services, plan: Plan) -> None:
        self._services = services
        self._plan = plan
        self._reviews = Reviews(services)
        self._surroundings = Surroundings(services.library)
        self._queue = Queue((), ())
        self._table: Table | None = None
        self._waiting: Waiting | None = None
        self._review: Review | None = None
        self.stage = Stage.DONE
        self.catch_up = False
        self.notices: tuple[str, ...] = ()

    @property
    def item(self) -> Item | None:
        """The card on the table."""
        return self._table.item if self._table else None

    @property
    def answered(self) -> int:
        """Reviews of this sitting that stand."""
        return len(self._reviews.all)

    @property
    def limit(self) -> int | None:
        """How many cards this sitting asks at most."""
        return self._plan.limit

    @property
    def counts(self) -> Counts:
        """Cards left, the one on the table included while it is not answered."""
        left = self._queue.counts
        if self._waiting is None or self._review is not None:
            return left
        return left.plus(self._waiting)

    @property
    def verdict(self) -> Verdict | None:
        """What the judge said of the response, once it was judged."""
        return self._review.judged.verdict if self._review else None

    @property
    def rating(self) -> Rating | None:
        """The rating in the log."""
        return self._review.judged.rating if self._review else None

    @property
    def response(self) -> Response | None:
        """What the learner gave, once it was judged."""
        return self._review.judged.response if self._review else None

    @property
    def sentence(self) -> str:
        """The verdict in words; empty while there is none."""
        return sentence(self._review.judged.verdict) if self._review else ""

    @property
    def interval(self) -> str:
        """When the card comes back, in words; empty before it was judged, and for practice alone."""
        if self._review is None or self._review.practice:
            return ""
        return span_of(self._review.judged.decision, self._review.moment)

    @property
    def hints(self) -> tuple[str, ...]:
        """Hints shown so far."""
        return self._table.hints if self._table else ()

    @property
    def hints_left(self) -> int:
        """Hints that can still be asked for."""
        return self._table.hints_left if self._table and self.stage is Stage.ASKING else 0

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The ratings that can be given now, with their intervals."""
        table, review = self._table, self._review
        if table is None or self.stage not in {Stage.REVEALED, Stage.JUDGED}:
            return ()
        moment = review.moment if review else self._services.time.moment()
        verdict = review.judged.verdict if review else self._judge(table.item, Revealed())
        help_had = review.had_help if review else had_help(table.effort())
        decisions = self._reviews.decisions(table.item, moment)
        ratings = ratings_offered(table.item.question.body, verdict, help_had=help_had)
        practice = review.practice if review else self._kind is Kind.CRAM
        return tuple(
            Offer(rating, "practice" if practice else span_of(decisions[rating], moment), decisions[rating])
            for rating in ratings
        )

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the question was drawn from, each source in words."""
        return cited(self._services.library, self.item) if self.item else ()

    @property
    def can_retry(self) -> bool:
        """Tell whether a second try is fair: the first was a near miss."""
        return self.stage is Stage.JUDGED and self._review is not None and self._review.can_retry

    @property
    def can_undo(self) -> bool:
        """Tell whether there is anything to take back; raises StoreError if the log can't be read."""
        return self._reviews.can_take_back

    @property
    def previous(self) -> Past | None:
        """The card answered before the one on the table."""
        review = self._before()
        return Past(review.item, review.judged.verdict, review.judged.rating) if review else None

    def wait_seconds(self) -> int | None:
        """Seconds until the next card within learning is due; None if none waits."""
        due = self._queue.next_at()
        return None if due is None else max(0, -(-(due - self._services.time.moment().at) // 1000))

    def summary(self) -> Summary:
        """What was done in this sitting, and what comes."""
        store, tomorrow = self._services.store, self._services.time.moment().day + 1
        comes = store.due_on(tomorrow), store.put_off(tomorrow)
        return summary_of(self._reviews.all, *comes, self._queue.next_at())

    @property
    def _kind(self) -> Kind:
        """As what an answer to the card on the table is kept: practice if it was asked for and isn't due."""
        waiting = self._waiting
        if not self._plan.cards or waiting is None or waiting.phase is Phase.NEW:
            return Kind.CRAM if self._plan.cards else Kind.STUDY
        moment = self._services.time.moment()
        late = waiting.due_at <= moment.at if waiting.due_at is not None else False
        due = late or (waiting.due_at is None and (waiting.due_day or 0) <= moment.day)
        return Kind.STUDY if due else Kind.CRAM

    def _judge(self, item: Item, response: Response) -> Verdict:
        context = self._surroundings.of(item.card, item.language)
        return judge(item.question, item.face, response, context)

    def _before(self) -> Review | None:
        """The newest review that isn't the one on the table."""
        others = [review for review in self._reviews.all[-2:] if review is not self._review]
        return others[-1] if others else None
