"""Whatever happens to deck files, an index that lived through it tells the same as a fresh one."""

import os
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings, strategies as st

from quizapp.library import include
from quizapp.library.library import Library
from quizapp.paths import Paths

NAMES = ("a.deck.yaml", "b.deck.yaml", "sub/c.deck.yaml", "sub/part.yaml", "sub/deep/d.deck.yml")
TEXTS = (
    "deck: Plain\nquestions:\n  - {question: One?, answer: Two}\n",
    "deck: Plain\nquestions:\n  - {question: One?, answer: Ten}\n",
    "deck: Many\ninclude: ['*.yaml', '*/*.yaml']\nquestions: [{question: Q, answer: A}]\n",
    "deck: Only\ninclude: [part.yaml]\n",
    "deck: Gaps\nquestions:\n  - {id: g, cloze: 'A [[cat]] and [[dog]]', tags: [t]}\n  - {answer: broken}\n",
    "deck: Broken\nquestions:\n  - {question: [\n",
    "- nothing\n",
)
name = st.sampled_from(NAMES)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("write"), name, st.sampled_from(TEXTS)),
        st.tuples(st.just("move"), name, name),
        st.tuples(st.just("delete"), name, st.none()),
        st.tuples(st.just("look"), st.none(), st.none()),
    ),
    max_size=14,
)


def told(library: Library) -> list[object]:
    return [
        (
            entry,
            library.places(entry.id),
            [library.question(place[0]) for place in library.places(entry.id)],
            library.answers(entry.id),
            library.members(entry.id),
            library.report(entry.id),
        )
        for entry in library.decks()
    ] + [library.notices, library.cards_with(tag="t"), library.words("cat"), library.words("ten")]


def act(folder: Path, tick: int, what: str, first: str | None, second: str | None) -> None:
    path = folder / (first or "")
    if what == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(second or "")
        os.utime(path, (1_700_000_000 + tick, 1_700_000_000 + tick))
    elif what == "move" and path.exists():
        target = folder / (second or "")
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    elif what == "delete":
        path.unlink(missing_ok=True)


@given(steps)
@settings(max_examples=40)
def test_an_index_that_lived_through_changes_tells_what_a_fresh_one_does(
    changes: Sequence[tuple[str, str | None, str | None]],
) -> None:
    with tempfile.TemporaryDirectory() as place:
        root = Path(place).resolve()
        paths = Paths(root / "data", root / "config", root / "cache", root / "decks", root / "shipped")
        with Library.open(paths) as library:
            for tick, (what, first, second) in enumerate(changes):
                if what == "look":
                    library.refresh()
                else:
                    act(paths.decks, tick, what, first, second)
            library.refresh()
            lived = told(library)
        with Library.open(replace(paths, cache=root / "fresh")) as fresh:
            fresh.refresh()
            assert told(fresh) == lived


nodes = st.sampled_from("abcdefg")
graphs = st.dictionaries(nodes, st.lists(nodes, max_size=4, unique=True).map(tuple), max_size=7)


@given(graphs)
def test_no_includes_lead_in_a_circle_and_none_is_lost_in_silence(graph: dict[str, tuple[str, ...]]) -> None:
    sound = {path: kept.paths for path, kept in include.untangle(graph).items()}
    for path in sound:
        assert path not in include._reach(sound, path)
    told = include.untangle(graph)
    for path, wanted in graph.items():
        assert len(told[path].paths) + len(told[path].problems) >= len(wanted)
        assert set(told[path].paths) <= set(wanted)
        assert set(told[path].paths) <= set(include.members(sound, path))
