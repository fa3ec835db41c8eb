"""The program as other programs meet it: pipes, signals, terminals that can't do much."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from quizapp.paths import paths_from
from quizapp.store.store import Store

Launch = Callable[..., "subprocess.Popen[bytes]"]
PATIENCE = 60
SCREEN = {"textual", "rich", "asyncio"}


@pytest.fixture(autouse=True)
def decks(home: Path, deck: Path) -> None:
    folder = paths_from({"QUIZAPP_HOME": str(home)}).decks
    folder.mkdir(parents=True)
    (folder / deck.name).write_bytes(deck.read_bytes())


def reviews(home: Path) -> int:
    with Store.open(paths_from({"QUIZAPP_HOME": str(home)}).store, read_only=True) as store:
        standing = store.standing("greek/one")
        return standing.reviews if standing else 0


def read_until(process: "subprocess.Popen[bytes]", wanted: bytes) -> bytes:
    assert process.stdout is not None
    seen = b""
    while wanted not in seen:
        more = process.stdout.read1(4096)  # type: ignore[attr-defined]  # a buffered pipe has it
        assert more, seen
        seen += more
    return seen


def typed(process: "subprocess.Popen[bytes]", line: bytes) -> None:
    assert process.stdin is not None
    process.stdin.write(line)
    process.stdin.flush()


def test_a_whole_sitting_goes_through_a_pipe(launch: Launch, home: Path) -> None:
    out, err = launch("study", "greek").communicate(b"alpha\n\n\n\n", PATIENCE)
    assert err == b""
    assert b"Right." in out
    assert b"Done in this sitting: 2 answers, 1 right" in out
    assert b"\x1b" not in out
    assert reviews(home) == 1


def test_a_prompt_is_written_before_the_answer_is_waited_for(launch: Launch) -> None:
    process = launch("study", "greek")
    read_until(process, b"Short answer, 1 of 2: ")
    typed(process, b"alpha\n")
    read_until(process, b"Go on, 1 of ")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_a_sitting_as_quitting_does(launch: Launch, home: Path, name: str) -> None:
    process = launch("study", "greek")
    read_until(process, b"Short answer, 1 of 2: ")
    typed(process, b"alpha\n")
    read_until(process, b"Go on, 1 of ")
    process.send_signal(getattr(signal, name))
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (0, b"")
    assert b"Done in this sitting: 1 answer, 1 right" in out
    assert reviews(home) == 1


def test_a_closed_pipe_is_quiet(launch: Launch, home: Path) -> None:
    folder = paths_from({"QUIZAPP_HOME": str(home)}).decks
    for number in range(400):
        title = f"Deck {number} {'with a long title ' * 8}"
        text = f"format: 1\ndeck: {title}\nid: d{number}\nquestions:\n- {{question: A?, answer: b}}\n"
        (folder / f"d{number}.deck.yaml").write_text(text, encoding="utf-8")
    process = launch("decks", "--json")
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate(timeout=PATIENCE)
    assert err == b""
    assert process.returncode == 128 + signal.SIGPIPE


def test_a_full_disk_under_the_output_is_a_sentence(home: Path) -> None:
    if not os.path.exists("/dev/full"):  # noqa: PTH110 - a device, not a file
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - as above
        done = subprocess.run(
            [sys.executable, "-m", "quizapp", "paths"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"What it prints can't be written: No space left" in done.stderr


@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1, 2)], ids=str)
@pytest.mark.parametrize("words", [("--help",), ("decks",), ("export",)], ids=" ".join)
def test_a_stream_that_was_closed_before_leads_nowhere(
    home: Path, closed: tuple[int, ...], words: tuple[str, ...]
) -> None:
    ends = " ".join(f"{number}>&-" for number in closed)
    program = f'exec "{sys.executable}" -m quizapp {" ".join(words)} {ends}'
    done = subprocess.run(["sh", "-c", program], capture_output=True, timeout=PATIENCE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert bool(done.stdout) is (1 not in closed)
    if words == ("export",):
        with Store.open(paths_from({"QUIZAPP_HOME": str(home)}).store, read_only=True) as store:
            assert store.check() == []


@pytest.mark.parametrize(
    "variables", [{"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}]
)
def test_a_terminal_without_unicode_gets_plainer_signs(
    launch: Launch, deck: Path, variables: dict[str, str]
) -> None:
    deck.write_text(
        "format: 1\ndeck: “Signs”\nquestions:\n- {question: Order → ☃, order: [a, b]}\n", encoding="utf-8"
    )
    out, err = launch("study", str(deck), **variables).communicate(b"\n", PATIENCE)
    assert err == b""
    assert b'from "Signs"' in out
    assert b"Order -> ?" in out


def test_bytes_that_are_no_text_are_an_answer_like_another(launch: Launch, home: Path) -> None:
    out, err = launch("study", "greek").communicate(b"\xff\xfe\x00\n\n/quit\n", PATIENCE)
    assert err == b""
    assert b"1 answer, 0 right" in out
    assert reviews(home) == 1


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [
        (["--plain"], {}),
        (["--plain", "study", "greek"], {}),
        (["study", "--plain", "greek"], {}),
        ([], {"QUIZAPP_PLAIN": "1"}),
        ([], {"TERM": "dumb"}),
    ],
)
def test_plain_lines_in_a_terminal_where_they_are_asked_for(
    arguments: list[str], variables: dict[str, str]
) -> None:
    environment = {**os.environ, "TERM": "xterm-256color", **variables}
    child = pexpect.spawn(
        sys.executable, ["-m", "quizapp", *arguments], env=environment, timeout=PATIENCE, encoding="utf-8"
    )
    child.expect(r"(?:of|to) \d+: ")
    assert "\x1b[?1049h" not in str(child.before)
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_the_setting_for_plain_lines_is_kept(launch: Launch) -> None:
    launch("settings", "interface", "plain").communicate(timeout=PATIENCE)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "quizapp"],
        env={**os.environ, "TERM": "xterm-256color"},
        timeout=PATIENCE,
        encoding="utf-8",
    )
    child.expect_exact("quizapp")
    child.expect_exact("in plain lines")
    child.sendline("/quit")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_a_terminal_that_hangs_up_ends_the_sitting_in_order(home: Path) -> None:
    child = pexpect.spawn(
        sys.executable, ["-m", "quizapp", "study", "--plain", "greek"], timeout=PATIENCE, encoding="utf-8"
    )
    child.expect_exact("Short answer, 1 of 2: ")
    child.sendline("alpha")
    child.expect_exact("Go on, 1 of ")
    child.kill(signal.SIGHUP)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert reviews(home) == 1


def test_study_in_a_terminal_without_a_slave_does_not_wait_forever(home: Path) -> None:
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "quizapp", "study", "--plain", "greek"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    ) as process:
        os.close(slave)
        os.read(master, 1024)
        os.close(master)
        assert process.wait(PATIENCE) in {0, 2, 128 + signal.SIGPIPE}


def modules_of(*arguments: str) -> set[str]:
    """What is loaded once a command has run."""
    code = (
        "import sys; from quizapp.cli.main import main; code = main(sys.argv[1:]);"
        " print(*sorted(sys.modules), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("command", [["due"], ["due", "--json"], ["decks"], ["study", "greek"]])
def test_commands_load_no_screen_and_read_no_deck_file_that_has_not_changed(command: list[str]) -> None:
    modules_of("due")
    loaded = modules_of(*command)
    assert loaded.isdisjoint(SCREEN | {"yaml", "tomlkit"})


@pytest.mark.parametrize("command", [["--version"], ["--help"], ["paths"], ["completion", "fish"]])
def test_commands_that_need_no_data_open_none(command: list[str], home: Path) -> None:
    assert modules_of(*command).isdisjoint(SCREEN | {"yaml", "tomlkit", "sqlite3"})
    paths = paths_from({"QUIZAPP_HOME": str(home)})
    assert not paths.store.exists()
    assert not paths.cache.exists()


def test_the_first_sitting_of_a_day_makes_a_backup_of_what_was_there(launch: Launch, home: Path) -> None:
    backups = paths_from({"QUIZAPP_HOME": str(home)}).backups
    launch("study", "greek").communicate(b"alpha\n", PATIENCE)
    assert not list(backups.glob("*.db"))
    launch("study", "greek", QUIZAPP_NOW="2026-03-03T10:00+01:00,+90s").communicate(b"alpha\n", PATIENCE)
    assert [path.name for path in backups.glob("*.db")] == ["progress-2026-03-03.db"]


def test_a_backup_that_cannot_be_made_is_said_and_hinders_nothing(launch: Launch, home: Path) -> None:
    backups = paths_from({"QUIZAPP_HOME": str(home)}).backups
    launch("study", "greek").communicate(b"alpha\n", PATIENCE)
    backups.write_text("a file where the folder should be")
    process = launch("study", "greek", QUIZAPP_NOW="2026-03-03T10:00+01:00,+90s")
    out, err = process.communicate(b"\n", PATIENCE)
    assert (process.returncode, err) == (0, b"")
    assert b"There is no backup of today" in out
