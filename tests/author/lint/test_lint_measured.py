"""The rules against questions that were written before them."""

from collections import Counter
from pathlib import Path

from author.lint.measuring import FOLDER, count, files, found, labels, table

from quizapp.author.lint.table import rules

MEASURED = Path(__file__).resolve().parent / "measured.md"


def test_there_are_150_sound_and_150_flawed_questions_on_ten_subjects() -> None:
    counts = Counter(
        path.name.removesuffix(".deck.yaml").partition("-")[2]
        for path in FOLDER.glob("*.deck.yaml")
        for name in labels(path)
        if name
    )
    assert counts == {"sound": 150, "flawed": 150}
    assert len({path.name.partition("-")[0] for path in FOLDER.glob("*.deck.yaml")}) == 10


def test_a_third_is_held_out() -> None:
    held_out, opened = files(held_out=True), files(held_out=False)
    assert not set(held_out) & set(opened)
    assert len(held_out) == 7
    assert len(opened) == 13


def test_labels_are_rules() -> None:
    for path in FOLDER.glob("*.deck.yaml"):
        assert {code for codes in labels(path).values() for code in codes} <= set(rules())


def test_what_was_measured_is_written_down() -> None:
    assert table() in MEASURED.read_text(encoding="utf-8")


def test_nearly_every_planted_flaw_is_found() -> None:
    for held_out in (False, True):
        counts = count(files(held_out=held_out)).values()
        assert sum(each.found for each in counts) >= 0.95 * sum(each.planted for each in counts)


def test_no_error_or_warning_cries_wolf_more_than_once_in_the_ten_sound_decks() -> None:
    alarms = Counter(
        code
        for path in FOLDER.glob("*-sound.deck.yaml")
        for _name, code, level in found(path)
        if level != "note"
    )
    assert all(times <= 1 for times in alarms.values()), alarms
