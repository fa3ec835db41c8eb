"""What each command does, and with which exit code."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli.running import QUESTIONS, Call

from quizapp import __version__
from quizapp.cli.group import COMMANDS, SECTIONS
from quizapp.paths import Paths, paths_from


@pytest.fixture
def paths(home: Path) -> Paths:
    return paths_from({"QUIZAPP_HOME": str(home)})


@pytest.fixture
def added(call: Call, deck: Path) -> Path:
    """The deck, taken in."""
    assert call("add", str(deck)).code == 0
    return deck


def read(text: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(text)
    assert data.pop("format") == 1
    return data


def test_the_version_is_told(call: Call) -> None:
    assert call("--version") == (0, f"quizapp {__version__}\n", "")


@pytest.mark.parametrize("name", ["-h", "--help"])
def test_help_lists_every_command_with_what_it_does(call: Call, name: str) -> None:
    said = call(name)
    assert said.code == 0
    for command in COMMANDS:
        assert any(
            line.strip().startswith(f"{command} ") and len(line.split()) > 3 for line in said.out.splitlines()
        )


def test_the_help_of_the_program_cuts_no_sentence_and_loads_no_command() -> None:
    program = (
        "import sys; from quizapp.cli.main import main; main(['--help']);"
        "print([name for name in sys.modules if name.startswith('quizapp.cli.commands.')])"
    )
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    *lines, loaded = out.splitlines()
    assert loaded == "[]"
    assert not any(line.endswith("...") for line in lines[1:])
    assert max(map(len, lines)) <= 80
    for section in SECTIONS.values():
        assert all(said.endswith(".") for said in section.values())


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_says_what_it_does_and_shows_an_example(call: Call, command: str) -> None:
    said = call(command, "--help")
    assert said.code == 0
    usage, _, rest = said.out.partition("\n\n")
    assert usage.startswith(f"Usage: quizapp {command}")
    assert rest.lstrip().partition("\n\n")[0].rstrip().endswith(".")
    assert "Example" in rest
    assert "quizapp" in rest.partition("Example")[2]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("stduy", "study"), ("Deck", "decks"), ("setting", "settings"), ("imprt", "import")],
)
def test_a_misspelt_command_is_told_what_was_likely_meant(call: Call, typed: str, meant: str) -> None:
    said = call(typed)
    assert said.code == 2
    assert f"Did you mean '{meant}'?" in said.err
    assert said.out == ""


def test_a_deck_file_for_a_command_is_told_how_it_is_studied(call: Call) -> None:
    assert "quizapp study my.deck.yaml" in call("my.deck.yaml").err


def test_the_name_of_a_misspelt_command_cannot_steer_the_terminal(call: Call) -> None:
    assert "\x1b" not in call("\x1b[2J").err


@pytest.mark.parametrize(
    "arguments",
    [
        ("due", "--jsn"),
        ("study", "--limit", "0"),
        ("study", "--limit", "many"),
        ("completion", "tcsh"),
        ("add",),
        ("remove",),
        ("settings", "--reset"),
        ("decks", "--start", "a", "--stop", "b"),
        ("decks", "--problems", "nothing"),
        ("study", "nothing"),
        ("study", "nothing.deck.yaml"),
        ("add", "nothing"),
        ("remove", "nothing"),
        ("restore", "nothing"),
        ("import", "nothing"),
        ("settings", "nothing"),
        ("settings", "new_per_day", "many"),
    ],
)
def test_wrong_use_is_said_on_stderr_and_ends_with_2(call: Call, arguments: tuple[str, ...]) -> None:
    said = call(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert said.err.strip()
    assert "Traceback" not in said.err


def test_places_are_told(call: Call, paths: Paths) -> None:
    data = read(call("paths", "--json").out)["paths"]
    assert data["progress"] == str(paths.store)
    assert data["log"] == str(paths.log)
    assert str(paths.backups) in call("paths").out


def test_a_deck_is_taken_in_listed_and_taken_out(call: Call, deck: Path, paths: Paths) -> None:
    said = call("add", str(deck), "--json")
    assert said.code == 0
    assert read(said.out)["decks"][0] | {"file": "", "former": ""} == {
        "id": "greek",
        "title": "Greek letters",
        "file": "",
        "state": "added",
        "cards": 2,
        "left_out": 0,
        "problems": 0,
        "former": "",
    }
    listed = read(call("decks", "--json").out)["decks"]
    assert [(each["id"], each["cards"], each["started"], each["origin"]) for each in listed] == [
        ("greek", 2, False, "yours")
    ]
    assert "Greek letters" in call("decks").out
    assert call("remove", "greek").code == 0
    assert read(call("decks", "--json").out)["decks"] == []
    assert deck.exists()


def test_adding_a_deck_again_needs_replace(call: Call, added: Path) -> None:
    assert "unchanged" in call("add", str(added)).out
    added.write_text(QUESTIONS + "- {id: three, question: Third?, answer: omega}\n", encoding="utf-8")
    assert call("add", str(added)).code == 2
    said = call("add", "--replace", str(added))
    assert said.code == 0
    assert "3 cards" in said.out
    assert "former files" in said.out


def test_questions_left_out_are_told_when_a_deck_is_added_and_explained_later(call: Call, deck: Path) -> None:
    deck.write_text(QUESTIONS + "- {id: bad, answer: lonely}\n", encoding="utf-8")
    said = call("add", str(deck))
    assert said.code == 1
    assert "quizapp decks --problems greek" in said.err
    report = call("decks", "--problems", "greek")
    assert report.code == 1
    assert ".deck.yaml:7:" in report.out
    assert read(call("decks", "--problems", "greek", "--json").out)["report"]
    assert "1 left out" in call("decks").out


def test_a_deck_without_problems_is_told_so(call: Call, added: Path) -> None:
    assert call("decks", "--problems", "greek") == (0, "Greek letters: no problems.\n", "")


def test_starting_and_stopping_a_deck(call: Call, added: Path) -> None:
    assert "No deck is started yet" in call("due").out
    assert call("decks", "--start", "greek").code == 0
    assert read(call("due", "--json").out)["new"] == 2
    assert call("decks", "--stop", "greek").code == 0
    assert read(call("due", "--json").out)["new"] == 0


def test_suspended_cards_come_back_by_their_deck(call: Call, added: Path) -> None:
    call("study", "greek", typed="/suspend\n")
    assert read(call("due", "--json").out)["new"] == 1
    assert call("decks", "--resume", "greek").out == "Greek letters: 1 card taken into studying again.\n"
    assert read(call("due", "--json").out)["new"] == 2


def test_due_tells_what_waits_and_what_was_done(call: Call, added: Path) -> None:
    said = call("study", "greek", typed="alpha\n")
    assert said.code == 0
    data = read(call("due", "--json").out)
    assert (data["new"], data["learning"], data["answered"], data["right"]) == (1, 1, 1, 1)
    assert data["decks"] == [
        {"id": "greek", "title": "Greek letters", "started": True, "new": 1, "learning": 1, "review": 0}
    ]
    assert "Today: 1 answer, 1 right." in call("due").out


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        ((), "1 of 2"),
        (("--limit", "1"), "1 of 1"),
        (("--new", "1"), "1 of 1"),
        (("--tag", "vowel"), "1 of 1"),
        (("--new", "0", "--more", "1"), "1 of 1"),
    ],
)
def test_study_asks_what_its_options_say(
    call: Call, added: Path, options: tuple[str, ...], asked: str
) -> None:
    assert asked in call("study", "greek", *options).out


def test_a_deck_file_or_a_folder_can_be_studied_where_it_is(call: Call, deck: Path) -> None:
    assert "from Greek letters" in call("study", str(deck)).out
    assert "from Greek letters" in call("study", str(deck.parent)).out


def test_study_without_any_started_deck_asks_which(call: Call, added: Path) -> None:
    assert "1. Greek letters: not started, 2 cards." in call("study").out


def test_settings_are_shown_changed_and_reset(call: Call) -> None:
    assert call("settings", "new_per_day").out == "new_per_day = 20\n"
    assert call("settings", "new_per_day", "7").out == "new_per_day = 7\n"
    assert read(call("settings", "--json").out)["settings"]["new_per_day"]["value"] == 7
    assert read(call("settings", "new_per_day", "--json").out)["settings"] == {"new_per_day": "7"}
    assert call("settings", "--reset", "new_per_day").out == "new_per_day = 20\n"
    assert "desired_retention" in call("settings").out


def test_limits_of_decks_and_keys_of_actions_are_set_listed_and_reset(call: Call) -> None:
    assert call("settings", "keys.study.hint", "h, f2").out == "keys.study.hint = h,f2\n"
    call("settings", 'decks."a.b".new_per_day', "5")
    listed = call("settings").out
    assert 'decks."a.b".new_per_day' in listed
    assert 'keys."study.hint"' in listed
    found = read(call("settings", "--json").out)
    assert found["keys"] == {"study.hint": "h,f2"}
    assert found["decks"]["a.b"]["new_per_day"] == 5
    assert call("settings", "--reset", "keys.study.hint").out == "keys.study.hint = none\n"


def test_a_mistake_in_the_settings_file_is_told_with_its_place(call: Call, paths: Paths) -> None:
    paths.settings.parent.mkdir(parents=True)
    paths.settings.write_text("new_per_day = 5\nday_starts_at = 99\n")
    said = call("settings")
    assert said.code == 1
    assert f"{paths.settings}:2:" in said.err
    assert f"{paths.settings}:2:" in call("due").err


def test_a_backup_is_made_listed_and_brought_back(call: Call, added: Path, paths: Paths) -> None:
    assert "no backups yet" in call("restore").out
    call("study", "greek", typed="alpha\n")
    said = call("backup", "--json")
    assert said.code == 0
    backup = Path(read(said.out)["backup"])
    assert backup.parent == paths.backups
    call("study", "greek", typed="\n/good\n")
    assert backup.name in call("restore").out
    assert read(call("restore", "--json").out)["backups"][0]["day"] == "2026-03-02"
    restored = read(call("restore", backup.name, "--yes", "--json").out)
    assert Path(restored["former"]).exists()
    assert read(call("due", "--json").out)["answered"] == 1


def test_a_tag_or_source_that_no_card_has_is_told(call: Call, added: Path) -> None:
    for option in ("--tag", "--source"):
        said = call("study", "greek", option, "nosuch")
        assert said.code == 2
        assert "There is no card" in said.err
        assert "'nosuch'" in said.err


def test_a_backup_is_not_brought_back_without_being_asked_for(call: Call, added: Path, paths: Paths) -> None:
    call("study", "greek", typed="alpha\n")
    call("backup")
    said = call("restore", "progress-2026-03-02.db", typed="y\n")
    assert said.code == 2
    assert "--yes" in said.err


def test_the_doctor_finds_a_sound_log_sound_and_mends_a_wrong_one(
    call: Call, added: Path, paths: Paths
) -> None:
    call("study", "greek", typed="alpha\n")
    assert call("doctor") == (0, "Your progress is sound.\n", "")
    with sqlite3.connect(paths.store) as database:
        database.execute("UPDATE standing SET reviews = 9 WHERE card = 'greek/one'")
    database.close()
    assert call("doctor").code == 1
    assert call("doctor", "--repair").code == 0
    assert read(call("doctor", "--json").out) == {"findings": []}


def test_the_doctor_says_in_whole_sentences_what_is_wrong_and_what_comes_next(
    call: Call, added: Path, paths: Paths
) -> None:
    call("study", "greek", typed="alpha\n")
    with sqlite3.connect(paths.store) as database:
        (at, size) = database.execute(
            "SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name = 'standing'"
        ).fetchone()
    database.close()
    data = bytearray(paths.store.read_bytes())
    data[(at - 1) * size : at * size] = b"\xff" * size
    paths.store.write_bytes(data)
    said = call("doctor", "--repair")
    assert said.code == 1
    assert ".." not in said.out
    assert "puts it in place; the damaged file is kept.\n" in said.out


def test_an_empty_log_with_backups_of_another_is_told(call: Call, added: Path, paths: Paths) -> None:
    call("study", "greek", typed="alpha\n")
    call("backup")
    paths.store.unlink()
    assert "progress-2026-03-02.db' brings it back" in call("doctor").out
    assert "'quizapp restore' lists the backups" in call("due").err


def test_a_log_goes_out_and_comes_in_again(call: Call, added: Path, paths: Paths, tmp_path: Path) -> None:
    call("study", "greek", typed="alpha\n")
    file = tmp_path / "progress.jsonl"
    assert call("export", str(file)).code == 0
    assert read(file.read_text(encoding="utf-8").splitlines()[0])["events"] == 2
    assert call("export").out == file.read_text(encoding="utf-8")
    assert call("export", str(file)).code == 2
    assert (
        call("export", str(tmp_path / "none" / "x")).err == f"{tmp_path / 'none'}: There is no such folder.\n"
    )
    assert call("export", "--force", str(file)).code == 0
    assert "0 new events, 2 known" in call("import", str(file)).out
    paths.store.unlink()
    assert read(call("import", str(file), "--json").out)["added"] == 2
    assert read(call("due", "--json").out)["answered"] == 1


@pytest.mark.parametrize("content", [b"", b"{}\n", b"\xff\xfe", b'{"format": 99, "kind": "quizapp-log"}\n'])
def test_what_is_no_log_does_not_come_in(call: Call, paths: Paths, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "strange.jsonl"
    file.write_bytes(content)
    for name in (str(file), str(file) + "x"):
        said = call("import", name)
        assert said.code == 2
        assert said.err.strip()
        assert not paths.store.exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_what_it_needs(call: Call, shell: str) -> None:
    said = call("completion", shell)
    assert said.code == 0
    assert "_QUIZAPP_COMPLETE" in said.out


def test_what_was_done_to_a_deck_is_told_as_data_too(call: Call, added: Path) -> None:
    deck = read(call("decks", "--json").out)["decks"][0]["id"]
    assert read(call("decks", "--start", deck, "--json").out) == {"deck": deck, "started": True}
    assert read(call("decks", "--stop", deck, "--json").out) == {"deck": deck, "started": False}
    assert read(call("decks", "--resume", deck, "--json").out) == {"deck": deck, "resumed": 0}


def test_a_file_named_that_can_not_be_asked_is_told_once(call: Call, tmp_path: Path) -> None:
    (tmp_path / "empty.deck.yaml").write_text("")
    for command in ("quiz", "stats", "study"):
        done = call(command, str(tmp_path / "empty.deck.yaml"))
        assert done.code == 2
        assert done.err.count("this is not a deck") == 1
        assert "Nothing in this file can be asked. 'quizapp check' says why." in done.err


def test_a_folder_named_like_a_deck_is_told_how_to_name_it(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "course").mkdir()
    assert "There is no deck 'course'. Write './course' for the folder." in call("stats", "course").err


def test_an_export_that_is_not_there_is_not_taken_for_a_deck(call: Call, deck: Path) -> None:
    done = call("stats", "--items", str(deck), "gone.jsonl")
    assert (done.code, done.err) == (2, "gone.jsonl: The export can't be read: No such file or directory.\n")
