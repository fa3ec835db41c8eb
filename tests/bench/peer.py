"""Measures Anki's own backend on an equal collection: `python -m bench.peer FILE CARDS REVIEWS` prints JSON.

Needs the extra `bench`. Anki is only measured here; no part of it is used by quizapp.
"""

import json
import random
import statistics
import sys
import time
from functools import partial
from pathlib import Path

from anki.collection import AddNoteRequest, Collection
from bench.ours import ANSWERS, middle
from bench.timing import rss, timed


def fill(path: Path, cards: int, reviews: int) -> None:
    """Make a collection: four fifths of the cards in review, with a log of `reviews` rows."""
    collection = Collection(str(path))
    model = collection.models.by_name("Basic")
    decks = [collection.decks.id(f"deck {number:02d}") for number in range(50)]
    requests = []
    for number in range(cards):
        note = collection.new_note(model)
        note.fields = [
            f"Which thing belongs to case {number}, and what is it made of?",
            f"It is answer {number}",
        ]
        note.tags = [f"tag{number % 50:02d}"]
        requests.append(AddNoteRequest(note=note, deck_id=decks[number % 50]))
    collection.add_notes(requests)
    learnt = collection.db.list("select id from cards order by id")[: cards * 4 // 5]
    chance = random.Random(reviews)
    today, now = collection.sched.today, int(time.time() * 1000)
    states = [
        (
            today - 1 + int(chance.random() * 40) - (number % 50 == 0),
            20 + number % 200,
            json.dumps({"s": 20.0, "d": 5.0, "dr": 0.9}),
            card,
        )
        for number, card in enumerate(learnt)
    ]
    collection.db.executemany(
        "update cards set type=2, queue=2, reps=12, factor=2500, due=?, ivl=?, data=? where id=?", states
    )
    each = reviews // len(learnt)
    # Over three years, so that the last of them has a third of the reviews, as ours has.
    apart = 3 * 365 * 86_400_000 // reviews
    rows = (
        (
            now - 10**7 - number * 7_919 % reviews * apart,
            learnt[number // each % len(learnt)],
            -1,
            3,
            20,
            10,
            2500,
            5000,
            1,
        )
        for number in range(reviews)
    )
    collection.db.executemany("insert or ignore into revlog values (?,?,?,?,?,?,?,?,?)", rows)
    collection.set_config("fsrs", True)
    collection.close()


def measure(path: Path) -> dict[str, object]:
    """Open it, build the queue, answer two hundred cards."""
    start = time.perf_counter()
    collection = Collection(str(path))
    found: dict[str, object] = {"library indexed": (time.perf_counter() - start) * 1000}
    collection.decks.select(collection.decks.id("deck 00"))
    scheduler = collection.sched
    found["queue first"] = timed(lambda: scheduler.get_queued_cards(fetch_limit=1))
    found["memory MB"] = rss()
    rebuilt = []
    for number in range(9):
        collection.decks.select(collection.decks.id(f"deck {number:02d}"))
        rebuilt.append(timed(lambda: scheduler.get_queued_cards(fetch_limit=1)))
    found["queue"] = middle(rebuilt)
    stored: list[float] = []
    following: list[float] = []
    shown: list[float] = []
    decks = iter(range(50))
    while len(stored) < ANSWERS:
        queued = scheduler.get_queued_cards(fetch_limit=1)
        if not queued.cards:
            # This deck's limit of the day is used up.
            collection.decks.select(collection.decks.id(f"deck {next(decks):02d}"))
            continue
        card = collection.get_card(queued.cards[0].card.id)
        card.start_timer()
        answer = scheduler.build_answer(card=card, states=queued.cards[0].states, rating=2)
        stored.append(timed(partial(scheduler.answer_card, answer)))
        start = time.perf_counter()
        following.append(timed(lambda: scheduler.get_queued_cards(fetch_limit=1)))
        collection.get_card(queued.cards[0].card.id).render_output()
        shown.append((time.perf_counter() - start) * 1000)
    found |= {"store an answer": middle(stored), "next card, the choice alone": middle(following)}
    found |= {"next card, ready to be shown": middle(shown), "answers": len(stored)}
    for name, days in (("statistics, one year", 365), ("statistics, all time", 0)):
        graphs = partial(collection._backend.graphs, search="", days=days)
        found[name] = statistics.median(timed(graphs) for _ in range(3))
    found["memory after statistics MB"] = rss()
    searches = {
        "cards, deck and tag": 'deck:"deck 00" tag:tag00',
        "cards, one word": "4242",
        "cards, two words": "thing 4242",
        "cards, no hit": "xyzzy",
        "cards, due": "is:due",
    }
    for name, query in searches.items():
        search = partial(collection.find_cards, query)
        found[name] = statistics.median(timed(search) for _ in range(5))
    collection.close()
    return found


if __name__ == "__main__":
    file = Path(sys.argv[1])
    if not file.exists():
        fill(file, int(sys.argv[2]), int(sys.argv[3]))
    json.dump(measure(file), sys.stdout)
