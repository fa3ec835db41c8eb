"""What each command does in a sitting."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp.answer.response import DontKnow
from quizapp.line import card, commands, words
from quizapp.memory.model import Rating
from quizapp.study.sitting import Stage
from quizapp.text import counted, shortened

if TYPE_CHECKING:
    from quizapp.line.sitting import Sitting

RATINGS = {rating.name.lower(): rating for rating in Rating}
_NOT_NOW = "That can't be done here."


def do(sitting: "Sitting", typed: commands.Typed) -> None:
    """Do what a command says, or say why not."""
    if typed.name in RATINGS:
        _rate(sitting, RATINGS[typed.name])
        return
    act = _ACTS.get(typed.name)
    if act is None:
        sitting.talk.say(commands.unknown(typed.name))
    else:
        act(sitting, typed.rest)


def _help(sitting: "Sitting", _rest: str) -> None:
    sitting.say(commands.helped())


def _hint(sitting: "Sitting", _rest: str) -> None:
    hint = sitting.session.hint()
    if hint is not None:
        more = sitting.session.hints_left
        sitting.talk.say(f"Hint: {hint}" + (f" ({counted(more, 'more hint')})" if more else ""))
    elif sitting.session.stage is Stage.ASKING:
        sitting.talk.say("There are no more hints." if sitting.session.hints else "There is no hint.")
    else:
        sitting.talk.say(_NOT_NOW)


def _dont_know(sitting: "Sitting", _rest: str) -> None:
    if sitting.session.stage is Stage.ASKING:
        sitting.give(DontKnow())
    else:
        sitting.talk.say(_NOT_NOW)


def _guess(sitting: "Sitting", rest: str) -> None:
    if sitting.session.stage is not Stage.ASKING:
        sitting.talk.say(_NOT_NOW)
        return
    sitting.guessed = True
    if rest:
        sitting.respond(commands.text_of(rest))
    else:
        sitting.talk.say("Your next answer counts as guessed.")


def _retry(sitting: "Sitting", _rest: str) -> None:
    if sitting.session.can_retry:
        sitting.try_again()
    else:
        sitting.talk.say("A second try is only given after a near miss.")


def _right(sitting: "Sitting", _rest: str) -> None:
    _overrule(sitting, right=True)


def _wrong(sitting: "Sitting", _rest: str) -> None:
    _overrule(sitting, right=False)


def _overrule(sitting: "Sitting", *, right: bool) -> None:
    session = sitting.session
    said = "You were right" if right else "You were wrong"
    if session.stage is Stage.JUDGED:
        sitting.insist(lambda: session.overrule(right))
        sitting.talk.say(f"{said}; it is noted.")
        sitting.rated()
    elif session.previous is not None:
        before = session.previous.item.asks
        sitting.insist(lambda: session.overrule(right))
        rating = words.RATINGS[session.previous.rating]
        sitting.talk.say(
            f"{said} on the card before ({shortened(before, 50)}); it is noted. Rated {rating} now."
        )
    else:
        sitting.talk.say("No card was answered before.")


def _rate(sitting: "Sitting", rating: Rating) -> None:
    session = sitting.session
    offers = {offer.rating: offer for offer in session.offers}
    if not offers:
        sitting.talk.say("There is nothing to rate here: answer first.")
        return
    if rating not in offers:
        names = words.joined([words.RATINGS[each] for each in offers])
        sitting.talk.say(
            f"{words.RATINGS[rating]} isn't offered here, only {names}. {_why_not(sitting)}".rstrip()
        )
        return
    was_revealed = session.stage is Stage.REVEALED
    interval = offers[rating].interval
    sitting.insist(lambda: session.rate(rating))
    sitting.talk.say(card.rated(rating, interval))
    if was_revealed:
        sitting.afresh()


def _why_not(sitting: "Sitting") -> str:
    if sitting.session.hints:
        return "A hint was shown."
    verdict = sitting.session.verdict
    return "If the judge is mistaken, type /right." if verdict is not None and verdict.score < 1 else ""


def _undo(sitting: "Sitting", _rest: str) -> None:
    said = sitting.insist(sitting.session.undo)
    sitting.talk.say(said or "There is nothing to take back.")
    if said:
        sitting.afresh()
        sitting.rated()


def _why(sitting: "Sitting", _rest: str) -> None:
    item = sitting.session.item
    if item is None:
        sitting.talk.say(_NOT_NOW)
    elif sitting.session.stage is Stage.JUDGED:
        sitting.judged()
        sitting.rated()
    else:
        sitting.say(card.standing(item, sitting.today()))


def _source(sitting: "Sitting", _rest: str) -> None:
    session = sitting.session
    if not session.sources:
        sitting.talk.say("Source: none is given")
    elif session.stage is Stage.ASKING or session.can_retry:
        # The passage has the answer in it.
        sitting.say(f"Source: {source}" for source in session.sources)
        sitting.talk.say("What it says can be read once the answer is shown.")
    else:
        for passage in sitting.passages():
            sitting.say(card.passage(passage))


def _repeat(sitting: "Sitting", _rest: str) -> None:
    sitting.present()


def _left(sitting: "Sitting", _rest: str) -> None:
    sitting.talk.say(f"Left: {words.left(sitting.session.counts)}.")


def _flag(sitting: "Sitting", rest: str) -> None:
    if sitting.session.item is None:
        sitting.talk.say(_NOT_NOW)
    elif rest not in {"0", "1", "2", "3", "4"}:
        sitting.talk.say("Give a flag from 1 to 4, like /flag 2; /flag 0 takes it off.")
    else:
        sitting.insist(lambda: sitting.session.flag(int(rest)))
        sitting.talk.say(f"The card has flag {rest}." if rest != "0" else "The card has no flag.")


def _suspend(sitting: "Sitting", _rest: str) -> None:
    _away(sitting, sitting.session.suspend, "The card is suspended: it won't be asked until it is resumed.")


def _bury(sitting: "Sitting", _rest: str) -> None:
    _away(sitting, sitting.session.bury, "The card is put off until tomorrow.")


def _reset(sitting: "Sitting", _rest: str) -> None:
    _away(sitting, sitting.session.reset, "The card is new again.")


def _away(sitting: "Sitting", act: Callable[[], None], said: str) -> None:
    if sitting.session.item is None:
        sitting.talk.say(_NOT_NOW)
        return
    sitting.insist(act)
    sitting.talk.say(f"{said} /undo takes that back.")
    sitting.afresh()


_ACTS: dict[str, Callable[["Sitting", str], None]] = {
    "?": _help,
    "hint": _hint,
    "dontknow": _dont_know,
    "guess": _guess,
    "retry": _retry,
    "right": _right,
    "wrong": _wrong,
    "undo": _undo,
    "why": _why,
    "source": _source,
    "repeat": _repeat,
    "left": _left,
    "flag": _flag,
    "bury": _bury,
    "suspend": _suspend,
    "reset": _reset,
}
