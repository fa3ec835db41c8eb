"""The manual and the commands say the same."""

import re
from pathlib import Path

import click
import pytest

import quizapp
from quizapp.cli.group import COMMANDS
from quizapp.cli.main import quizapp as program
from quizapp.line.commands import HELP
from quizapp.line.home import HELP as HOME_HELP

ROOT = Path(quizapp.__file__).parent.parent
MANUAL = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


def section(title: str) -> str:
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", MANUAL, re.DOTALL | re.MULTILINE)
    assert found, f"the manual has no section {title}"
    return found[1]


def options_of(name: str) -> set[str]:
    with program.make_context("quizapp", [], resilient_parsing=True) as context:
        command = program.get_command(context, name) or program
        parameters = command.get_params(context)
    options = {each for option in parameters if isinstance(option, click.Option) for each in option.opts}
    return options if name == "quizapp" else options - {"-h", "--help"}


def listed_in(text: str) -> set[str]:
    """Options in the first column of a table."""
    return {
        option for row in re.findall(r"^\| (.*?) \|", text, re.MULTILINE) for option in OPTION.findall(row)
    }


@pytest.mark.parametrize("name", ["quizapp", *COMMANDS])
def test_the_manual_has_every_option_of_a_command_and_no_other(name: str) -> None:
    assert listed_in(section(name)) == options_of(name)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_manual_shows_how_a_command_is_typed(name: str) -> None:
    assert f"`quizapp {name}" in section(name)


def test_the_manual_has_no_command_that_is_not_there() -> None:
    titles = re.findall(r"^## ([a-z]+)$", MANUAL, re.MULTILINE)
    assert titles == ["quizapp", *COMMANDS]


def test_the_manual_has_every_command_of_the_line_front_end_and_no_other() -> None:
    rows = re.findall(r"^\| (`/.*?) \|", section("In plain lines"), re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`/([a-z?]+)`", row)} == set(HELP)


def test_the_manual_has_every_command_of_the_line_home() -> None:
    last = section("In plain lines").rpartition("Where decks are listed:")[2]
    assert set(re.findall(r"/([a-z]+)", last)) == {
        name for line in HOME_HELP for name in re.findall(r"^/([a-z]+)", line)
    }


@pytest.mark.parametrize("text", [README, MANUAL], ids=["README", "manual"])
def test_commands_shown_in_prose_exist(text: str) -> None:
    shown = re.findall(r"(?:`|\$ )quizapp(?: --plain)? ([a-z]+)", text)
    assert shown
    assert set(shown) <= set(COMMANDS)


def test_links_of_the_readme_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_whole_deck_in_the_readme_can_be_studied() -> None:
    from quizapp.deck.read import read

    text = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert text is not None
    reading = read(text[1].encode(), "capitals.deck.yaml")
    assert reading.deck is not None
    assert [question.kind for question in reading.deck.questions] == ["multiple choice", "cloze"]
    assert not [problem for problem in reading.problems if problem.code.startswith("E")]


def test_the_first_two_command_lines_of_the_readme_install_and_test() -> None:
    first, second = re.findall(r"^```sh\n(.*?)\n```$", README, re.DOTALL | re.MULTILINE)[:2]
    assert first.endswith("/quizapp")
    assert "pytest" in second
    assert "\n" not in first + second
