"""Opening a file at a line in whatever editor somebody has."""

import pytest

from quizapp.author.editor import editor_command
from quizapp.errors import UsageError


def nothing(_name: str) -> None:
    return None


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vi", ["vi", "+12", "a b.yaml"]),
        ("nano -w", ["nano", "-w", "+12", "a b.yaml"]),
        ("/usr/bin/emacsclient -t", ["/usr/bin/emacsclient", "-t", "+12", "a b.yaml"]),
        ("code --wait", ["code", "--wait", "--goto", "a b.yaml:12"]),
        ("hx", ["hx", "a b.yaml:12"]),
        ("'/opt/Sublime Text/subl' -w", ["/opt/Sublime Text/subl", "-w", "a b.yaml:12"]),
        ("kate", ["kate", "--line", "12", "a b.yaml"]),
        ("notepad", ["notepad", "a b.yaml"]),
        ("my-own", ["my-own", "+12", "a b.yaml"]),
    ],
)
def test_each_editor_is_asked_in_its_own_way(editor: str, command: list[str]) -> None:
    assert editor_command({"EDITOR": editor}, "a b.yaml", 12) == command


def test_visual_comes_before_editor_unless_it_is_empty() -> None:
    assert editor_command({"VISUAL": "nano", "EDITOR": "vi"}, "d", 1)[0] == "nano"
    assert editor_command({"VISUAL": " ", "EDITOR": "vi"}, "d", 1)[0] == "vi"


def test_a_file_that_looks_like_an_option_is_named_as_a_file() -> None:
    assert editor_command({"EDITOR": "vi"}, "-c.yaml", 1) == ["vi", "+1", "./-c.yaml"]


def test_without_the_variables_an_editor_that_is_there_is_taken() -> None:
    there = {"vi": "/usr/bin/vi"}
    assert editor_command({}, "d", 3, which=there.get) == ["vi", "+3", "d"]


def test_without_any_editor_it_is_said_how_to_name_one() -> None:
    with pytest.raises(UsageError, match="EDITOR"):
        editor_command({}, "d", 3, which=nothing)


def test_a_variable_with_an_open_quote_is_told() -> None:
    with pytest.raises(UsageError, match="VISUAL"):
        editor_command({"VISUAL": "vi 'x"}, "d", 3)
