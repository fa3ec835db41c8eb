"""Settings: what a file may hold, what is told about it, and writing that leaves the rest alone."""

import os
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from quizapp.errors import SettingsError
from quizapp.settings import SECTIONS, TABLE, DeckLimits, Setting, Settings, change, load, reset, show
from quizapp.settings.values import typed

Written = Callable[[str], Path]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


@pytest.fixture
def written(path: Path) -> Written:
    def write(text: str) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    return write


def told(path: Path) -> list[tuple[str, int, int]]:
    return [(problem.name, problem.line, problem.column) for problem in load(path)[1]]


def test_the_table_and_the_settings_hold_the_same_names_and_defaults() -> None:
    own = {row.name: row.default for row in fields(Settings) if row.name not in {"decks", "keys"}}
    assert {row.name: row.default for row in TABLE} == own


def test_every_setting_stands_in_one_section() -> None:
    assert sorted(name for _, names in SECTIONS for name in names) == sorted(row.name for row in TABLE)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_every_setting_has_help_and_a_default_that_it_takes_as_typed(row: Setting, path: Path) -> None:
    assert row.help.endswith(".")
    assert change(path, row.name, show(Settings(), row.name)) == Settings()


def test_no_file_is_all_defaults_and_makes_no_file(path: Path) -> None:
    assert load(path) == (Settings(), ())
    assert not path.exists()


def test_every_kind_of_value_is_read(written: Written) -> None:
    settings, problems = load(
        written(
            'interface = "plain"\nnew_per_day = 0\ndesired_retention = 0.85\nfuzz = false\n'
            'learning_steps = ["90s", "10m", "2h", "1d"]\nrelearning_steps = []\n'
            'deck_folders = ["~/decks", "/srv/decks"]\n'
            '[decks."images-7k3m"]\nnew_per_day = 5\n[decks.b]\nreviews_per_day = 7\n'
        )
    )
    assert problems == ()
    assert settings == Settings(
        interface="plain",
        new_per_day=0,
        desired_retention=0.85,
        fuzz=False,
        learning_steps=(90, 600, 7_200, 86_400),
        relearning_steps=(),
        deck_folders=("~/decks", "/srv/decks"),
        decks={"images-7k3m": DeckLimits(new_per_day=5), "b": DeckLimits(reviews_per_day=7)},
    )


@pytest.mark.parametrize(
    "line",
    [
        'interface = "tui"',
        "interface = 1",
        'theme = "Quizapp-Dark"',
        "new_per_day = -1",
        "new_per_day = 10000",
        "new_per_day = 5.0",
        "new_per_day = true",
        'new_per_day = "5"',
        "new_per_day = 2026-03-02",
        "desired_retention = 0.69",
        "desired_retention = 0.98",
        "desired_retention = nan",
        "desired_retention = inf",
        'desired_retention = "0.9"',
        "day_starts_at = 24",
        'learning_steps = "1m"',
        "learning_steps = [60]",
        'learning_steps = ["1 minute"]',
        'learning_steps = ["0s"]',
        'learning_steps = ["31d"]',
        'learning_steps = ["1m","1m","1m","1m","1m","1m","1m","1m","1m","1m","1m"]',
        "fuzz = 1",
        'fuzz = "on"',
        "maximum_interval = 0",
        "maximum_interval = 36501",
        'deck_folders = "decks"',
        'deck_folders = [""]',
        'deck_folders = ["a\\u0000b"]',
        "deck_folders = [1]",
    ],
)
def test_a_value_that_cannot_be_is_told_and_costs_that_value_only(line: str, written: Written) -> None:
    path = written(f"# mine\nbackup_megabytes = 50\n  {line}\nlearn_ahead = 0\n")
    settings, problems = load(path)
    assert settings == Settings(backup_megabytes=50, learn_ahead=0)
    assert [each[:3] for each in problems] == [(line.partition(" ")[0], 3, 3)]
    assert "must be" in problems[0].message


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[decks."a.b"]\nnew_per_day = 1\n[decks.c]\nnew_per_day = -1\n', ('decks."c".new_per_day', 4, 1)),
        ('[decks."a.b"]\n# here\n  new_per_day = -1\n', ('decks."a.b".new_per_day', 3, 3)),
        ("new_per_day = 1\n[decks]\nc.new_per_day = -1\n", ('decks."c".new_per_day', 3, 1)),
        ("decks.c.new_per_day = -1\n", ('decks."c".new_per_day', 1, 1)),
        ("fuzz = true\ndecks = {z = {new_per_day = -1}}\n", ('decks."z".new_per_day', 2, 10)),
        ("fuzz = true\n[decks]\nc = 5\n", ('decks."c"', 3, 1)),
        ("fuzz = true\ndecks = 5\n", ("decks", 2, 1)),
        ('theme = "terminal"\r\nfuzz = 3\r\n', ("fuzz", 2, 1)),
        ('"fuzz" = 3\n', ("fuzz", 1, 1)),
    ],
)
def test_a_problem_tells_line_and_column(text: str, place: tuple[str, int, int], written: Written) -> None:
    assert told(written(text)) == [place]


def test_problems_come_in_the_order_of_the_file(written: Written) -> None:
    assert [line for _name, line, _column in told(written("fuzz = 1\nlearn_ahead = -1\ntheme = 3\n"))] == [
        1,
        2,
        3,
    ]


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"fuzz = true\nnew_per_day =\n", 2, 14),
        (b'fuzz = true\ntheme = "', 2, None),
        (b"fuzz = true\nfuzz = true\n", 2, None),
        (b"fuzz = true\ntheme = '\xff'\n", 2, 10),
        (b"a = " + b"[" * 100_000, 1, None),
        (b"a = " + b"9" * 10_000, 1, None),
    ],
    ids=["no value", "no end", "twice", "no UTF-8", "deep", "long number"],
)
def test_a_file_that_is_not_toml_is_one_problem_and_all_defaults(
    data: bytes, line: int, column: int | None, path: Path
) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    settings, (problem,) = load(path)
    assert settings == Settings()
    assert problem[:2] == ("", line)
    assert column in {None, problem.column}
    with pytest.raises(SettingsError, match="Mend the file"):
        change(path, "fuzz", "off")
    assert path.read_bytes() == data


def test_a_folder_in_place_of_the_file_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    settings, (problem,) = load(path)
    assert settings == Settings()
    assert "can't be read" in problem.message


def test_a_byte_order_mark_is_no_problem(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xef\xbb\xbfnew_per_day = 3\r\n")
    assert load(path) == (Settings(new_per_day=3), ())


def test_a_slip_of_the_pen_is_told_and_other_unknown_keys_are_left_alone(written: Written) -> None:
    path = written(
        "desired_retension = 0.8\nsomething_new = 1\n[other]\nfuzz = 3\n[decks.a]\nnew_per_dy = 1\n"
    )
    _settings, problems = load(path)
    assert [(each.line, each.message.split("`")[3]) for each in problems] == [
        (1, "desired_retention"),
        (6, "new_per_day"),
    ]


def test_changing_keeps_comments_order_and_unknown_keys(written: Written) -> None:
    path = written(
        "# my own words\nunknown = [1, 2] # kept\nnew_per_day = 5 # few\n"
        "\n[other]\nkey = 1\n[decks.a]\nx = 1\n"
    )
    assert change(path, "new_per_day", "7").new_per_day == 7
    assert change(path, "fuzz", "off").fuzz is False
    assert change(path, 'decks."a".new_per_day', "2").decks == {"a": DeckLimits(new_per_day=2)}
    text = path.read_text()
    assert text.startswith("# my own words\nunknown = [1, 2] # kept\nnew_per_day = 7 # few\n")
    assert "[other]\nkey = 1\n" in text
    assert "[decks.a]\nx = 1\nnew_per_day = 2\n" in text


def test_changing_makes_the_file_and_its_folder_for_the_user_alone(path: Path) -> None:
    change(path, "theme", "terminal")
    assert load(path) == (Settings(theme="terminal"), ())
    assert path.stat().st_mode & 0o077 == 0


def test_changing_follows_a_link_into_a_folder_of_dotfiles(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    (tmp_path / "dotfiles.toml").write_text("fuzz = true\n")
    path.symlink_to(tmp_path / "dotfiles.toml")
    change(path, "fuzz", "off")
    assert path.is_symlink()
    assert (tmp_path / "dotfiles.toml").read_text() == "fuzz = false\n"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("desired_retention", "85%", 0.85),
        ("desired_retention", "0.9", 0.9),
        ("new_per_day", " 7 ", 7),
        ("fuzz", "No", False),
        ("fuzz", "on", True),
        ("learning_steps", "1m, 10m 2H", (60, 600, 7_200)),
        ("learning_steps", "none", ()),
        ("deck_folders", f"/a{os.pathsep}~/b c", ("/a", "~/b c")),
        ("deck_folders", "", ()),
    ],
)
def test_values_are_read_as_people_type_them(name: str, text: str, value: object, path: Path) -> None:
    assert getattr(change(path, name, text), name) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("new_per_day", "many"),
        ("new_per_day", "1e3"),
        ("new_per_day", "9" * 5_000),
        ("new_per_day", "-1"),
        ("desired_retention", "%"),
        ("desired_retention", "99%"),
        ("fuzz", "perhaps"),
        ("theme", "pink"),
        ("learning_steps", "1m soon"),
        ("decks.a.new_per_day", "x"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_the_file_left_alone(
    name: str, text: str, written: Written
) -> None:
    path = written("# mine\n")
    with pytest.raises(SettingsError, match=r"can't be the value of .*\. It must be"):
        change(path, name, text)
    assert path.read_text() == "# mine\n"


def test_a_name_that_is_no_setting_is_told_with_the_nearest(path: Path) -> None:
    with pytest.raises(SettingsError, match="'new_per_day'"):
        change(path, "new_per_dai", "3")
    with pytest.raises(SettingsError, match="no setting 'wings'"):
        show(Settings(), "wings")
    with pytest.raises(SettingsError, match=r"no setting 'decks\.a\.theme'"):
        reset(path, "decks.a.theme")
    assert not path.exists()


def test_decks_that_are_no_table_are_told_on_writing(written: Written) -> None:
    path = written("decks = 5\n")
    with pytest.raises(SettingsError, match="not a table"):
        change(path, "decks.a.new_per_day", "3")
    assert reset(path, "decks.a.new_per_day") == Settings()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="can't be"):
        change(tmp_path / "file" / "settings.toml", "fuzz", "off")


def test_resetting_brings_the_default_back_and_keeps_the_rest(written: Written) -> None:
    path = written(
        "# mine\nnew_per_day = 5\nfuzz = false\n"
        "[decks.a]\nnew_per_day = 1\n[decks.b]\nx = 1\nnew_per_day = 2\n"
    )
    assert reset(path, "new_per_day").new_per_day == 20
    assert reset(path, "new_per_day").fuzz is False
    assert reset(path, "decks.a.new_per_day").decks == {"b": DeckLimits(new_per_day=2)}
    assert reset(path, 'decks."b".new_per_day').decks == {"b": DeckLimits()}
    assert path.read_text().startswith("# mine\nfuzz = false\n")
    assert "x = 1" in path.read_text()


def test_limits_of_a_deck_are_shown_or_none() -> None:
    settings = Settings(decks={"a.b": DeckLimits(new_per_day=5)})
    assert show(settings, 'decks."a.b".new_per_day') == "5"
    assert show(settings, "decks.a.b.new_per_day") == "5"
    assert show(settings, "decks.a.b.reviews_per_day") == "none"


@given(st.sampled_from(TABLE), st.text())
def test_whatever_is_typed_is_taken_or_refused_in_words(setting: Setting, text: str) -> None:
    try:
        typed(setting, text)
    except ValueError as error:
        assert str(error).startswith("must be")  # noqa: PT017 - either outcome is right


@given(st.binary())
def test_no_bytes_in_the_file_stop_the_program(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(data)
    settings, _problems = load(path)
    assert isinstance(settings, Settings)
