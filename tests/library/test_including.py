from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.library import include
from quizapp.library.library import Library
from quizapp.paths import Paths

Write = Callable[..., Path]


def opened(places: Paths) -> Library:
    library = Library.open(places)
    library.refresh()
    return library


def test_cards_of_an_included_file_belong_to_that_file(places: Paths, write: Write) -> None:
    write(places.decks / "all.deck.yaml", "all", extra="include: [parts/*.yaml]")
    write(places.decks / "parts" / "one.yaml", "one")
    write(places.decks / "parts" / "two.yaml", "two")
    with opened(places) as library:
        assert library.deck("all").includes == ("one", "two")
        assert library.members("all") == ("all", "one", "two")
        assert [place[0] for place in library.places("all")] == ["all/q0"]
        assert [place[0] for place in library.places("one")] == ["one/q0"]
        assert library.deck("one").origin == "yours"


def test_a_deck_may_have_nothing_but_includes(places: Paths, write: Write) -> None:
    write(places.decks / "all.deck.yaml", "all", (), extra="include: ['**/part-[ab].yaml']")
    for letter in "abc":
        write(places.decks / "deep" / letter / f"part-{letter}.yaml", letter)
    with opened(places) as library:
        assert library.members("all") == ("all", "a", "b")


@pytest.mark.parametrize(
    "pattern",
    [
        "../outside.yaml",
        "/etc/*.yaml",
        "sub/../../outside.yaml",
        "~/x.yaml",
        "a\\b.yaml",
        "link.yaml",
        "link/*.yaml",
    ],
)
def test_an_include_that_leaves_the_folder_is_refused(places: Paths, write: Write, pattern: str) -> None:
    write(places.decks / "sub" / "all.deck.yaml", "all", extra=f"include: ['{pattern}']")
    outside = write(places.decks / "outside.yaml", "outside")
    (places.decks / "sub" / "link.yaml").symlink_to(outside)
    (places.decks / "sub" / "link").symlink_to(places.decks)
    with opened(places) as library:
        [entry] = library.decks()
        assert entry.includes == ()
        assert entry.problems == 1
        assert str(entry.path) in library.report("all")
        assert pattern.removeprefix("sub/") in library.report("all")


def test_an_include_of_nothing_is_told(places: Paths, write: Write) -> None:
    write(places.decks / "all.deck.yaml", "all", extra="include: [gone.yaml, 'none-*.yaml', notes.txt]")
    (places.decks / "notes.txt").write_text("deck: no")
    with opened(places) as library:
        assert [word for word in ("gone.yaml", "notes.txt") if word not in library.report("all")] == []
        assert library.deck("all").problems == 2


def test_an_included_file_that_is_no_deck_is_told(places: Paths, write: Write) -> None:
    write(places.decks / "all.deck.yaml", "all", extra="include: [bad.yaml]")
    (places.decks / "bad.yaml").write_text("- no deck\n")
    with opened(places) as library:
        assert library.deck("all").includes == ()
        assert "bad.yaml is included, but can't be read" in library.report("all")


def test_a_circle_is_refused_wherever_it_is_entered(places: Paths, write: Write) -> None:
    write(places.decks / "a.deck.yaml", "a", extra="include: [b.deck.yaml]")
    write(places.decks / "b.deck.yaml", "b", extra="include: [c.deck.yaml, d.deck.yaml]")
    write(places.decks / "c.deck.yaml", "c", extra="include: [a.deck.yaml]")
    write(places.decks / "d.deck.yaml", "d", extra="include: ['*.deck.yaml']")
    write(places.decks / "me.deck.yaml", "me", extra="include: [me.deck.yaml]")
    with opened(places) as library:
        assert library.members("a") == ("a",)
        assert library.members("me") == ("me",)
        assert library.deck("me").problems == 1
        assert "c.deck.yaml is left out: it includes this deck" in library.report("b")
        assert library.deck("d").includes == ("me",)


def test_includes_more_than_three_deep_are_refused(places: Paths, write: Write) -> None:
    for number in range(5):
        extra = f"include: [d{number + 1}.yaml]" if number < 4 else ""
        write(places.decks / ("d0.deck.yaml" if not number else f"d{number}.yaml"), f"d{number}", extra=extra)
    with opened(places) as library:
        assert library.members("d0") == ("d0", "d1", "d2", "d3")
        assert "d4.yaml is left out" in library.report("d0")
        assert library.members("d1") == ("d1", "d2", "d3", "d4")
        assert library.report("d1") == ""


def test_a_file_that_comes_into_the_folder_is_included(places: Paths, write: Write) -> None:
    write(places.decks / "all.deck.yaml", "all", extra="include: ['parts/*.yaml']")
    with opened(places) as library:
        assert library.members("all") == ("all",)
        path = write(places.decks / "parts" / "new.yaml", "new")
        assert library.refresh()
        assert library.members("all") == ("all", "new")
        path.unlink()
        assert library.refresh()
        assert library.members("all") == ("all",)


def test_members_of_a_copy_lead_over_those_of_the_shipped_file(places: Paths, write: Write) -> None:
    write(places.shipped / "all.deck.yaml", "all", extra="include: [one.yaml]")
    write(places.shipped / "one.yaml", "one", [("Old?", "Yes")])
    write(places.decks / "mine.deck.yaml", "one", [("New?", "Yes")])
    with opened(places) as library:
        assert library.members("all") == ("all", "one")
        assert library.deck("one").path == places.decks / "mine.deck.yaml"
        assert library.notices == ()


def test_a_pattern_never_matches_hidden_names(write: Write, tmp_path: Path) -> None:
    top = tmp_path.resolve()
    deck = write(top / "all.deck.yaml", "all")
    write(top / ".secret.yaml", "secret")
    write(top / ".git" / "x.yaml", "x")
    for pattern in ("*.yaml", "**", "**/*.yaml", ".secret.yaml", ".git/*.yaml"):
        assert include.expand(str(deck), [pattern]).paths == ()


def test_an_include_over_a_link_that_leaves_is_also_a_notice(
    places: Paths, write: Write, tmp_path: Path
) -> None:
    deck = write(places.decks / "all.deck.yaml", "all", extra="include: ['p*.yaml']")
    (places.decks / "part.yaml").symlink_to(write(tmp_path / "outside.yaml", "outside"))
    with opened(places) as library:
        assert library.notices == (
            f"{deck}: include 'p*.yaml' leaves the deck's folder. Move the file into that folder.",
        )
        assert library.report("all") == library.notices[0]
