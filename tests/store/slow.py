"""What a log says, worked out in the most obvious way: everything, from the start, each time."""

from collections.abc import Iterable
from typing import Any

from quizapp.memory.fsrs import WEIGHTS, next_memory
from quizapp.memory.model import Phase, Rating
from quizapp.store.event import Event
from quizapp.store.standing import Standing


def in_order(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda event: (event.stamp, event.device))


def standings(events: Iterable[Event]) -> dict[str, Standing]:
    """How every card that some event names stands."""
    return {card: _fold(card, held) for card, held in _holders(events).items()}


def reviews(events: Iterable[Event]) -> set[tuple[Any, ...]]:
    """(card, device, seq, day, rating) of the reviews that weren't taken back."""
    found = set()
    for card, held in _holders(events).items():
        for event in held:
            if event["kind"] in {"study", "early", "cram"}:
                found.add((card, event["device"], event["seq"], event["day"], event["rating"]))
    return found


def started(events: Iterable[Event]) -> list[str]:
    ordered = in_order(events)
    gone = {event.target for event in ordered if event.kind == "void"}
    running: list[str] = []
    for event in ordered:
        if event.key in gone:
            continue
        if event.kind == "start" and event.card not in running:
            running.append(event.card)
        if event.kind == "stop" and event.card in running:
            running.remove(event.card)
    return running


def _holders(events: Iterable[Event]) -> dict[str, list[dict[str, Any]]]:
    """Walk through the log once; an adoption hands everything over to the new holder at that moment."""
    ordered = in_order(events)
    gone = {event.target for event in ordered if event.kind == "void"}
    alive = [
        {name: getattr(event, name) for name in Event.__dataclass_fields__}
        for event in ordered
        if event.key not in gone
    ]
    by_key = {(event["device"], event["seq"]): event for event in alive}
    for event in alive:
        target = by_key.get(event["target"]) if event["kind"] == "override" else None
        if target is None or target["kind"] not in {"study", "early", "cram"}:
            continue
        if event["rating"] is not None:
            target["rating"] = event["rating"]
        if event["after_phase"] is not None:
            for name in ("after_phase", "after_step", "interval", "due_day", "due_at"):
                target[name] = event[name]
        if event["counted_day"] is not None:
            target["day"] = event["counted_day"]
    held: dict[str, list[dict[str, Any]]] = {}
    for one in ordered:
        if "/" in one.card:
            held.setdefault(one.card, [])
        if one.kind == "adopt" and one.origin:
            held.setdefault(one.origin, [])
    for event in alive:
        if "/" not in event["card"]:
            continue
        if event["kind"] == "adopt" and event["origin"] != event["card"]:
            held[event["card"]] += held[event["origin"]]
            held[event["origin"]] = []
        held[event["card"]].append(event)
    for mine in held.values():
        mine.sort(key=lambda event: (event["stamp"], event["device"]))
    return held


def _fold(card: str, held: list[dict[str, Any]]) -> Standing:
    state: dict[str, Any] = {}
    for event in held:
        kind = event["kind"]
        if kind in {"study", "early"}:
            _answer(state, event)
        elif kind in {"suspend", "resume"}:
            state["suspended"] = kind == "suspend"
        elif kind == "bury":
            state["buried_until"] = event["value"]
        elif kind == "flag":
            state["flag"] = event["value"]
        elif kind in {"reset", "revise"}:
            kept = {"suspended", "flag", "revision", "wording"}
            state = {name: value for name, value in state.items() if name in kept}
            if kind == "revise":
                state["revision"] = event["revision"]
        elif kind == "reschedule" and state.get("reviews"):
            state.update(due_day=event["due_day"], due_at=None)
            if event["interval"] is not None:
                state["interval"] = event["interval"]
    return Standing(card, **state)


def _answer(state: dict[str, Any], event: dict[str, Any]) -> None:
    rating, day = Rating(event["rating"]), event["day"]
    last = state.get("last_day", day)
    weights = WEIGHTS.get(event["weights"], WEIGHTS["fsrs6-default"])
    if event["phase"] == "review" and rating == 1:
        state["lapses"] = state.get("lapses", 0) + 1
    state.update(
        memory=next_memory(weights, state.get("memory"), rating, max(0, day - last)),
        phase=Phase(event["after_phase"]),
        step=event["after_step"],
        interval=event["interval"],
        due_day=event["due_day"],
        due_at=event["due_at"],
        last_day=max(last, day),
        last_at=event["at"],
        reviews=state.get("reviews", 0) + 1,
        wording=event["wording"],
    )
    state.setdefault("first_day", day)
