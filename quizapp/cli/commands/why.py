"""`quizapp why`."""

from typing import TYPE_CHECKING

import click

from quizapp.cli.group import State, described
from quizapp.cli.output import json_option, show, show_json, show_table
from quizapp.cli.services import look, open_desk

if TYPE_CHECKING:
    from quizapp.study.past import Past
    from quizapp.study.why import CardPage

_HEIGHT = 6


@described(
    "why",
    examples=[
        ("quizapp why biology/brake", "What is due of this card and why, and all that happened to it."),
        ("quizapp why biology/cells#back --json", "The same for other programs."),
    ],
)
@click.argument("card")
@json_option
@click.pass_obj
def command(state: State, card: str, as_json: bool) -> None:
    """Show one card: what is due and why, what is left of its memory, and every answer given to it.

    CARD is named as `quizapp cards` lists it: deck/question, or deck/question#face.
    """
    from quizapp.cli.front import plain_wanted
    from quizapp.study.scheduling import scheduling
    from quizapp.study.why import card_named, card_page

    with open_desk(state.environment, reading=True) as desk:
        look(desk)
        key = card_named(desk.library, desk.store, card)
        page = card_page(desk.library, desk.store, key, desk.time.moment(), scheduling(desk.settings))
    if as_json:
        show_json(_data(page))
    else:
        _print(page, lines=state.plain or plain_wanted(state.environment))


def _print(page: "CardPage", *, lines: bool) -> None:
    """Print the page; `lines`: nothing drawn, for those who listen."""
    from quizapp.study.stand import marks, state

    show(f"{page.key}  ({', '.join((page.deck, *((page.kind,) if page.kind else ())))})")
    show(f"Question: {page.asks}")
    show(f"Answer: {page.answers}")
    if page.wording:
        show(f"You last answered it in other words: {page.wording[0]} – {page.wording[1]}")
    for source in page.sources:
        show(f"Source: {source}")
    if page.entry is not None and page.question is not None:
        show(f"Written in: {page.entry.path}:{page.question.line}")
    show()
    show(f"It stands: {', '.join((state(page.standing), *marks(page.standing, page.day)))}.")
    for sentence in page.due:
        show(sentence)
    _print_memory(page, lines=lines)
    if page.offers:
        next_ = ", ".join(f"{offer.rating.name.capitalize()} {offer.interval}" for offer in page.offers)
        show(f"If you answered it now: {next_}.")
    for sentence in page.advice:
        show(sentence)
    if page.siblings:
        show()
        show("Other cards of the same question:")
        show_table([(f"  {each.key}", each.stands) for each in page.siblings])
    _print_past(page.past)


def _print_memory(page: "CardPage", *, lines: bool) -> None:
    from quizapp.study.curve import axis, drawn

    if page.curve is None:
        return
    show(page.remembered)
    if lines:
        return
    show()
    for row, line in enumerate(drawn(page.curve, _HEIGHT)):
        label = {0: "100 %", _HEIGHT - 1: "50 %"}.get(row, "")
        show(f"{label:>6} {line}")
    show(f"{'':>6} {axis(page.curve)}")
    show(f"{'':>6} ▲ today   | due")
    show()


def _print_past(past: "tuple[Past, ...]") -> None:
    show()
    if not past:
        show("Nothing has happened to it yet.")
        return
    show("What happened, oldest first:")
    for event in past:
        rating = event.rating.name.capitalize() if event.rating else ""
        parts = [event.at, rating, *event.notes]
        if event.seconds is not None:
            parts.append(f"{event.seconds:g} s")
        if event.back:
            parts.append(f"back in {event.back}")
        show(f"  {', '.join(part for part in parts if part)}{' (taken back)' if event.voided else ''}")
        if event.response is not None:
            show(f"    You gave: {event.response}")
        if event.reason:
            show(f"    {event.reason}")


def _data(page: "CardPage") -> dict[str, object]:
    from quizapp.study.stand import date, marks, state

    stands, memory = page.standing, page.standing.memory
    return {
        "card": page.key,
        "deck": page.deck,
        "kind": page.kind,
        "question": page.asks,
        "answer": page.answers,
        "file": str(page.entry.path) if page.entry else None,
        "line": page.question.line if page.question else None,
        "sources": list(page.sources),
        "state": state(stands),
        "marks": list(marks(stands, page.day)),
        "due": date(stands.due_day),
        "why": list(page.due),
        "known": None if page.known is None else round(page.known, 4),
        "stability": None if memory is None else round(memory.stability, 2),
        "difficulty": None if memory is None else round(memory.difficulty, 2),
        "interval": stands.interval,
        "reviews": stands.reviews,
        "lapses": stands.lapses,
        "next": {offer.rating.name.lower(): offer.interval for offer in page.offers},
        "siblings": [{"card": each.key, "stands": each.stands} for each in page.siblings],
        "advice": list(page.advice),
        "past": [_past(event) for event in page.past],
    }


def _past(event: "Past") -> dict[str, object]:
    return {
        "at": event.at,
        "what": event.what,
        "rating": event.rating.name.lower() if event.rating else None,
        "verdict": event.verdict,
        "rule": event.rule,
        "response": event.response,
        "reason": event.reason,
        "notes": list(event.notes),
        "back_in": event.back,
        "seconds": event.seconds,
        "taken_back": event.voided,
    }
