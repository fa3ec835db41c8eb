"""One card, asked outside of studying: as a learner meets it the first time, and nothing is kept."""

from dataclasses import replace

from quizapp.answer.context import Context
from quizapp.answer.judge import judge
from quizapp.answer.layout import layout
from quizapp.answer.normal import key
from quizapp.answer.response import Response
from quizapp.answer.verdict import Result, Verdict
from quizapp.answer.wording import sentence
from quizapp.deck.identity import fingerprint
from quizapp.deck.kinds import answers, asks, typed_answers
from quizapp.deck.model import Card, Deck, Question
from quizapp.library.rows import chunks
from quizapp.memory.model import Rating
from quizapp.store.standing import Standing
from quizapp.study.item import Item
from quizapp.study.rating import helped, rating_of
from quizapp.study.sitting import Offer, Stage


class Judge:
    """Judges responses to the questions of a deck, by what the deck itself holds.

    In studying the words of the other decks at hand count as words too; otherwise it judges the same.
    """

    def __init__(self, deck: Deck) -> None:
        self._deck = deck
        self._answers: dict[str, str] | None = None
        self._words: set[str] | None = None

    def judge(self, item: Item, response: Response) -> Verdict:
        """Say what the judge says of a response."""
        if self._answers is None:
            self._answers = self._gathered()
        own = str(item.card)
        others = {answer: owner for answer, owner in self._answers.items() if owner != own}
        context = Context(self._deck.language, others, self._known)
        return judge(item.question, item.face, response, context)

    def _known(self, word: str) -> bool:
        """Tell whether the deck uses a word; few responses need to ask that."""
        if self._words is None:
            self._words = set().union(*(chunk.words for chunk in chunks(self._deck)))
        return word in self._words

    def _gathered(self) -> dict[str, str]:
        """The first card of each typed answer, as the library has them."""
        found: dict[str, str] = {}
        for question in self._deck.questions:
            if not question.draft:
                for face, answer in typed_answers(question.body):
                    owner = str(Card(self._deck.id, question.id, face))
                    found.setdefault(key(answer, self._deck.language), owner)
        return found


def item_of(deck: Deck, question: Question, face: str) -> Item:
    """Return a card of a deck as it is asked of somebody who never saw it."""
    card = Card(deck.id, question.id, face)
    return Item(
        card=card,
        question=question,
        face=face,
        deck_title=deck.title,
        language=deck.language,
        standing=Standing(str(card)),
        layout=layout(question.body, face, f"{card}:0"),
        asks=asks(question.body, face),
        answers=answers(question.body, face),
        fingerprint=fingerprint(question, face),
        notice=None,
    )


class Trial:
    """A card on the table, for the front ends to show as they show a sitting's: what may be read of it.

    It is asked, takes a response, and can be asked again; no event comes of it.
    """

    def __init__(self, item: Item, judge: Judge) -> None:
        self.item = item
        self.stage = Stage.ASKING
        self.hints: tuple[str, ...] = ()
        self.verdict: Verdict | None = None
        self.response: Response | None = None
        self._judge = judge

    @property
    def hints_left(self) -> int:
        """Hints that can still be shown."""
        return len(self.item.hints) - len(self.hints) if self.stage is Stage.ASKING else 0

    @property
    def sentence(self) -> str:
        """The verdict in words; empty while there is none."""
        return sentence(self.verdict) if self.verdict else ""

    @property
    def interval(self) -> str:
        """When the card comes back: never, from here."""
        return ""

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Ratings to be given: none, from here."""
        return ()

    @property
    def can_retry(self) -> bool:
        """Tell whether a learner would be given a second try."""
        return self.stage is Stage.JUDGED and self.verdict is not None and self.verdict.near

    @property
    def rating(self) -> Rating | None:
        """The rating this response would get in studying; None where learners rate themselves."""
        if self.verdict is None or self.verdict.result is Result.SELF:
            return None
        return rating_of(self.verdict, help_had=helped(hints=len(self.hints), tries=1, guessed=False))

    def hint(self) -> str | None:
        """Show one more hint; None if there is none left."""
        if not self.hints_left:
            return None
        self.hints = self.item.hints[: len(self.hints) + 1]
        return self.hints[-1]

    def answer(self, response: Response) -> Verdict:
        """Have a response judged."""
        self.verdict = self._judge.judge(self.item, response)
        self.response = response
        self.stage = Stage.REVEALED if self.verdict.result is Result.SELF else Stage.JUDGED
        return self.verdict

    def renew(self, item: Item, judge: Judge) -> None:
        """Go on with a later version of the deck in which the same is asked."""
        self.item, self._judge = item, judge

    def again(self) -> None:
        """Ask the card once more."""
        self.stage = Stage.ASKING
        self.hints, self.verdict, self.response = (), None, None


def same(one: Item, other: Item) -> bool:
    """Tell whether two items ask the same, wherever in the file they stand."""
    moved = replace(one.question, line=other.question.line, column=other.question.column)
    return one._replace(question=moved) == other


def told(trial: Trial) -> str:
    """Say how the judge came to its verdict, for an author: `Rule slip, score 1.00, rated Good`."""
    verdict, rating = trial.verdict, trial.rating
    if verdict is None:
        return ""
    if rating is None:
        return "Learners rate themselves here."
    said = f"Rule {verdict.rule}, score {verdict.score:.2f}, rated {rating.name.capitalize()} in studying"
    return f"{said}; one more try is given." if trial.can_retry else f"{said}."
