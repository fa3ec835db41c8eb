"""cards, why, forget and the exports that are not the whole log."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from cli.running import Call

from quizapp.cli.spreadsheet import csv_lines
from quizapp.errors import UsageError
from quizapp.paths import paths_from

QUESTIONS = """\
format: 1
deck: Greek letters
id: greek
questions:
- {id: one, question: First of all?, answer: alpha, typed: true, tags: [vowel]}
- {id: two, question: "=HYPERLINK(1)", answer: beta, wrong: [gamma, delta]}
- {id: three, question: Third?, answer: gamma, reverse: true}
"""


@pytest.fixture(autouse=True)
def deck_at_hand(home: Path) -> None:
    folder = paths_from({"QUIZAPP_HOME": str(home)}).decks
    folder.mkdir(parents=True)
    (folder / "greek.deck.yaml").write_text(QUESTIONS, encoding="utf-8")


@pytest.fixture
def studied(call: Call) -> None:
    call("study", "greek", "--plain", typed="alhpa\n\n\n\n/quit\n")


def names(out: str) -> list[str]:
    return [card["card"] for card in json.loads(out)["cards"]]


def test_cards_are_listed_by_words_and_filters(call: Call) -> None:
    assert names(call("cards", "--json").out) == ["greek/one", "greek/two", "greek/three", "greek/three#back"]
    assert names(call("cards", "fir", "--json").out) == ["greek/one"]
    assert names(call("cards", "-tag:vowel", "--kind", "flashcard", "--json").out) == [
        "greek/three",
        "greek/three#back",
    ]
    assert names(call("cards", "-first", "-gamma", "--json").out) == ["greek/two"]
    assert names(call("cards", "greek/three", "--json").out) == ["greek/three", "greek/three#back"]
    assert names(call("cards", "--deck", "greek letters", "--tag", "vowel", "--json").out) == ["greek/one"]
    listed = call("cards", "--limit", "2")
    assert "greek/one" in listed.out
    assert "2 of 4 cards shown" in listed.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("is:fine",), "knows new"),
        (("--sort", "colour"), "can't be sorted"),
        (("--deck", "latin"), "no deck 'latin'"),
        (("--suspend", "--resume"), "can't be used together"),
        (("--set-flag", "7", "greek/one"), "no flag 7"),
        (("--reschedule", "soon", "greek/one"), "no date"),
        (("--reschedule", "2020-01-01", "greek/one"), "2020-01-01 has been already"),
        (("%", "--suspend", "--yes"), "There is no letter or digit in '%' to look for"),
        (("", "--reset", "--yes"), "There is no letter or digit in '' to look for"),
        (("--suspend",), "nobody here to ask"),
    ],
)
def test_wrong_use_is_told(call: Call, arguments: tuple[str, ...], told: str) -> None:
    done = call("cards", *arguments)
    assert done.code == 2
    assert told in done.err


def test_nothing_found_is_said_and_is_no_error(call: Call) -> None:
    done = call("cards", "nothing")
    assert (done.code, done.out) == (0, "")
    assert "No card fits" in done.err


def test_acts_are_done_to_all_that_are_found_and_taken_back_at_once(call: Call) -> None:
    assert call("cards", "--suspend", "--yes").out == "4 cards are suspended.\n"
    assert len(names(call("cards", "--state", "suspended", "--json").out)) == 4
    assert call("cards", "--undo").out == "4 cards are not suspended any more.\n"
    assert names(call("cards", "--state", "suspended", "--json").out) == []
    assert call("cards", "--undo").out == "There is nothing of today to take back.\n"


def test_one_card_is_acted_on_without_asking(call: Call) -> None:
    assert call("cards", "greek/one", "--set-flag", "2").out == "1 card has flag 2 now.\n"
    assert names(call("cards", "--flag", "2", "--json").out) == ["greek/one"]


@pytest.mark.usefixtures("studied")
def test_a_card_is_rescheduled_to_a_date(call: Call) -> None:
    assert call("cards", "greek/one", "--reschedule", "2026-03-09").out == "1 card is due in 7 days.\n"
    (card,) = json.loads(call("cards", "due:7", "sort:-due", "--limit", "1", "--json").out)["cards"]
    assert (card["card"], card["due"]) == ("greek/one", "2026-03-09")


@pytest.mark.usefixtures("studied")
def test_tables_are_read_back_as_they_were_and_start_no_formula(call: Call) -> None:
    rows = list(csv.DictReader(call("cards", "--csv").out.splitlines()))
    assert rows[0]["question"] == "First of all?"
    assert rows[1]["question"] == "'=HYPERLINK(1)"
    events = list(csv.DictReader(call("export", "--csv").out.splitlines()))
    assert [row["kind"] for row in events] == ["start", "study", "study"]
    assert json.loads(events[1]["response"]) == ["typed", ["alhpa"]]


@pytest.mark.usefixtures("studied")
def test_for_an_excel_that_writes_commas_numbers_have_commas_and_cells_semicolons(
    call: Call, tmp_path: Path
) -> None:
    plain = list(csv.DictReader(call("cards", "--csv").out.splitlines()))
    text = call("cards", "--excel").out
    assert text.startswith("\ufeffcard;deck;kind;")
    found = list(csv.DictReader(text.removeprefix("\ufeff").splitlines(), delimiter=";"))
    assert [row["question"] for row in found] == [row["question"] for row in plain]
    (stability, *_) = (row["stability"] for row in plain if "." in row["stability"])
    assert stability.replace(".", ",") in [row["stability"] for row in found]
    assert call("export", "--excel", str(tmp_path / "log.csv")).code == 0
    assert (tmp_path / "log.csv").read_bytes().startswith(b"\xef\xbb\xbfformat;")
    assert "--excel and --for-teacher" in call("export", "--excel", "--for-teacher", "greek").err


def test_a_text_that_looks_like_a_number_stays_as_it_was_typed_for_excel_too() -> None:
    assert list(csv_lines(["a", "b", "c"], [["1.5", 1.5, "x;y"]], excel=True)) == [
        "\ufeffa;b;c",
        '1.5;1,5;"x;y"',
    ]


@pytest.mark.usefixtures("studied")
@pytest.mark.parametrize("form", [(), ("--csv",)], ids=["log", "table"])
def test_what_was_typed_steers_no_terminal_and_stays_in_a_pipe(
    call: Call, monkeypatch: pytest.MonkeyPatch, form: tuple[str, ...]
) -> None:
    monkeypatch.setattr("quizapp.cli.commands.export._log", lambda _: (line for line in ["a\x9b31m"]))
    monkeypatch.setattr("quizapp.cli.commands.export._table", lambda _, **__: (line for line in ["a\x9b31m"]))
    assert call("export", *form).out == "a\x9b31m\n"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert call("export", *form).out == "a\\x9b31m\n"


def test_numbers_and_plain_texts_stay_as_they_are_in_tables() -> None:
    cells = ["-5", "+1.5e3", "a,b", 'say "x"', "two\nlines", None, True, 3, "-x", "@a", "＝1", "\n=1"]
    text = io.StringIO("\n".join(csv_lines(["n"] * len(cells), [cells])), newline="")
    assert list(csv.reader(text))[1] == [
        "-5",
        "+1.5e3",
        "a,b",
        'say "x"',
        "two\nlines",
        "",
        "1",
        "3",
        "'-x",
        "'@a",
        "'＝1",
        "'\n=1",
    ]


@pytest.mark.usefixtures("studied")
@pytest.mark.parametrize("form", [(), ("--csv",)], ids=["log", "table"])
def test_an_export_that_cannot_be_written_is_told_in_one_sentence(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: tuple[str, ...]
) -> None:
    def full(_file: Path, pieces: Iterable[str]) -> int:
        assert next(iter(pieces))
        raise UsageError("It can't be written: No space left on device")

    left: list[object] = []
    monkeypatch.setattr("quizapp.cli.commands.export.write", full)
    monkeypatch.setattr("sys.unraisablehook", left.append)
    assert (
        call("export", *form, str(tmp_path / "out")).err == "It can't be written: No space left on device.\n"
    )
    assert not left


@pytest.mark.usefixtures("studied")
def test_why_tells_of_one_card(call: Call) -> None:
    told = call("why", "greek/one").out
    for part in (
        "First of all?",
        "alpha",
        "You gave: alhpa",
        "one slip",
        "It stands: learning",
        "Again 1 min",
    ):
        assert part in told
    assert "█" not in told
    found = json.loads(call("why", "greek/one", "--json").out)
    assert (found["format"], found["state"], found["past"][0]["response"]) == (1, "learning", "alhpa")
    assert call("why", "greek/none").code == 2


@pytest.mark.usefixtures("studied")
def test_forget_takes_what_was_typed_out_after_a_backup_and_names_the_copies(call: Call, home: Path) -> None:
    assert "nobody here to ask" in call("forget", "greek/one").err
    done = call("forget", "greek/one", "--yes")
    assert "1 typed answer to 1 card taken out" in done.out
    assert "progress-2026-03-02.db" in done.err
    log = paths_from({"QUIZAPP_HOME": str(home)}).store
    assert b"alhpa" not in log.read_bytes()
    assert "alhpa" not in call("export").out
    assert call("forget", "greek/one", "--yes").out == "Nothing typed is in the log there.\n"
    assert "Good" in call("why", "greek/one").out


@pytest.mark.usefixtures("studied")
def test_forget_since_a_day(call: Call) -> None:
    assert json.loads(call("forget", "--since", "2026-03-03", "--yes", "--json").out)["responses"] == 0
    assert json.loads(call("forget", "--since", "2026-03-02", "--yes", "--json").out)["responses"] == 1
    for wrong in ((), ("greek/one", "--since", "2026-03-02"), ("--since", "yesterday")):
        assert call("forget", *wrong).code == 2


@pytest.mark.usefixtures("studied")
def test_a_teacher_is_given_one_deck_after_it_was_said_what_is_in_it(call: Call, tmp_path: Path) -> None:
    dry = call("export", "--for-teacher", "greek")
    assert (dry.code, dry.out) == (0, "")
    assert "2 answers to 2 cards" in dry.err
    assert "Nothing was written" in dry.err
    file = tmp_path / "mine.jsonl"
    assert "nobody here to ask" in call("export", "--for-teacher", "greek", str(file)).err
    assert not file.exists()
    assert call("export", "--for-teacher", "greek", str(file), "--yes").code == 0
    assert "alhpa" not in file.read_text(encoding="utf-8")
    typed = call("export", "--for-teacher", "greek", "-", "--yes", "--with-responses")
    assert "alhpa" in typed.out
    assert "word by word" in typed.err
    assert "device or a folder" in call("export", "--force", os.devnull).err
    assert call("export", "--csv", "--for-teacher", "greek").code == 2
    assert call("export", "--with-responses").code == 2


def test_a_deck_without_answers_has_nothing_for_a_teacher(call: Call) -> None:
    assert "no answer to this deck" in call("export", "--for-teacher", "greek", "-", "--yes").err


def test_looking_at_cards_loads_neither_yaml_nor_textual() -> None:
    code = (
        "import sys; from quizapp.cli.main import main; main(['cards', '--json']);"
        "print([name for name in ('yaml', 'textual', 'rich', 'tomlkit', 'asyncio') if name in sys.modules])"
    )
    # The first time decks are read.
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
