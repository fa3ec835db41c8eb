"""`quizapp stats`: its views, its forms, and what it says where there is nothing to show."""

import csv
import json
from pathlib import Path

import pytest
from cli.running import Call
from pages import read

VIEWS: tuple[list[str], ...] = (
    [],
    ["--by", "deck"],
    ["--by", "topic"],
    ["--by", "kind"],
    ["--by", "source"],
    ["--document"],
    ["--expect", "2026-05-01", "--goal", "80"],
    ["--confusions"],
    ["--items"],
)
ids = [" ".join(view) or "progress" for view in VIEWS]


@pytest.fixture
def studied(deck: Path, call: Call) -> None:
    """A log with a deck that was studied once: one right, one wrong."""
    assert call("add", str(deck)).code == 0
    assert call("study", "greek", "--plain", typed="alpha\n\n1\n\n/quit\n").code == 0


def shown(call: Call, *arguments: str) -> str:
    done = call("stats", *arguments)
    assert (done.code, done.err) == (0, "")
    return done.out


def test_the_first_day_says_what_to_do(call: Call) -> None:
    out = shown(call)
    assert "Nothing was answered so far. 'quizapp study' asks the first cards" in out
    assert "No deck is started" in out
    assert "What was kept" not in out


def test_a_deck_never_opened_shows_its_new_cards(call: Call, deck: Path) -> None:
    call("add", str(deck))
    out = shown(call, "greek")
    assert "2 cards in all." in out
    assert "None in the next 30 days." in out


@pytest.mark.usefixtures("studied")
@pytest.mark.parametrize("view", VIEWS, ids=ids)
def test_every_view_fits_eighty_columns_and_says_how_it_is_computed(call: Call, view: list[str]) -> None:
    lines = shown(call, "greek", *view).splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[-1].startswith("  ")


@pytest.mark.usefixtures("studied")
@pytest.mark.parametrize("view", VIEWS, ids=ids)
def test_every_view_can_be_read_aloud(call: Call, view: list[str]) -> None:
    out = shown(call, "greek", "--plain", *view)
    assert not set(out) & set("─█▏▎▍▌▋▊▉░▒▓·")
    assert "How it is computed: " in out


@pytest.mark.usefixtures("studied")
def test_who_wants_plain_lines_gets_sentences_everywhere(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = shown(call, "--plain")
    assert shown(call) != spoken
    monkeypatch.setenv("QUIZAPP_PLAIN", "1")
    assert shown(call) == spoken
    monkeypatch.delenv("QUIZAPP_PLAIN")
    call("settings", "interface", "plain")
    assert shown(call) == spoken


@pytest.mark.usefixtures("studied")
@pytest.mark.parametrize("view", VIEWS, ids=ids)
def test_every_view_is_json_with_a_format(call: Call, view: list[str]) -> None:
    assert json.loads(shown(call, "greek", "--json", *view))["format"] == 1


@pytest.mark.usefixtures("studied")
@pytest.mark.parametrize("view", VIEWS, ids=ids)
def test_every_view_is_a_table_for_spreadsheets_with_the_columns_of_the_manual(
    call: Call, view: list[str]
) -> None:
    manual = Path(__file__).parent.parent.parent / "docs" / "statistics.md"
    rows = list(csv.reader(shown(call, "greek", "--csv", *view).splitlines()))
    assert len({len(row) for row in rows}) == 1
    text = manual.read_text(encoding="utf-8").partition("## CSV")[2]
    name = view[0] if view else "stats"
    (line,) = (line for line in text.splitlines() if line.startswith(f"| `{name}`"))
    documented = [part for at, part in enumerate(line.split("|")[3].split("`")) if at % 2]
    assert rows[0] == documented


@pytest.mark.usefixtures("studied")
def test_today_is_counted(call: Call) -> None:
    data = json.loads(shown(call, "--json"))
    assert data["today"]["reviews"] == 2
    assert data["streak"] == {"current": 1, "longest": 1, "days": 1}
    assert [day["date"] for day in data["days"]] == ["2026-03-02"]
    assert data["cards"]["learning"] == 2
    assert "how" in data


@pytest.mark.parametrize("view", VIEWS, ids=ids)
def test_a_page_stands_for_itself_and_text_stays_text(call: Call, tmp_path: Path, view: list[str]) -> None:
    evil = tmp_path / "evil.deck.yaml"
    title = "<script>alert(1)</script> & 'co'"
    head = f'format: 1\ndeck: "{title}"\nid: evil\nsources:\n  s: {{title: "{title}", file: s.txt}}\n'
    question = (
        f'question: "{title}", answer: a, wrong: ["<b>"], topic: "<i>", source: {{doc: s, paragraph: 1}}'
    )
    evil.write_text(f"{head}questions:\n- {{id: one, {question}}}\n", encoding="utf-8")
    call("add", str(evil))
    call("study", "evil", "--plain", typed="1\n\n/quit\n")
    file = tmp_path / "page.html"
    done = call("stats", "evil", "--html", str(file), *view)
    assert (done.code, done.out) == (0, "")
    page = read(file.read_text(encoding="utf-8"))
    assert "url(" not in file.read_text(encoding="utf-8")
    assert title in page.text


@pytest.mark.usefixtures("studied")
def test_a_page_is_not_written_over_another_file_unless_forced(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("mine", encoding="utf-8")
    assert call("stats", "--html", str(file)).code == 2
    assert file.read_text(encoding="utf-8") == "mine"
    assert call("stats", "--html", str(file), "--force").code == 0
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert call("stats", "--html", str(tmp_path / "no" / "page.html")).code == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--year", "2025", "--all"], "--year and --all can't be used together"),
        (["--by", "deck", "--document"], "can't be used together"),
        (["--json", "--csv"], "can't be used together"),
        (["--goal", "80"], "--goal goes with --expect"),
        (["--study"], "--study goes with --confusions"),
        (["--expect", "2020-01-01"], "has been already"),
        (["--since", "2030-01-01"], "is in the future"),
        (["--tag", "nothing"], "There is no card with the tag 'nothing'"),
        (["--items"], "--items wants a deck"),
        (["nodeck"], "nodeck"),
        (
            ["--expect", "tomorrow"],
            "'tomorrow' is no date. Write it as 2026-06-30 or 30.6., or give a number of days",
        ),
        (["--since", "1.3."], "'1.3.' is no date; write it like 2026-03-14 or 14.3.2026."),
        (["--json", "--excel"], "--excel and --json can't be used together"),
        (["--expect", "2030-01-01", "--goal", "all"], "'all' is no percentage from 1 to 100"),
        (["--expect", "2030-01-01", "--goal", "101%"], "'101%' is no percentage from 1 to 100"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(call: Call, arguments: list[str], told: str) -> None:
    done = call("stats", *arguments)
    assert done.code == 2
    assert told in done.err
    assert done.out == ""


def test_before_any_deck_is_started_every_view_says_how_to_go_on(call: Call) -> None:
    assert "No deck is started." in call("stats", "--expect", "2030-01-01").out
    assert "decks that are started, or named here" in " ".join(call("stats", "--document").out.split())


@pytest.mark.usefixtures("studied")
def test_of_a_deck_too_small_nothing_is_promised_and_its_goal_is_called_rough(call: Call) -> None:
    said = " ".join(call("stats", "greek", "--expect", "2030-01-01", "--goal", "80 %").out.split())
    assert "it takes 20 answered ones" in said
    assert "from 20 on" not in said
    assert "Take it as a rough estimate" in said


@pytest.mark.usefixtures("studied")
@pytest.mark.parametrize("day", ["2030-01-01", "1.1.2030", " 1.1.30 "])
def test_the_day_of_an_exam_may_be_written_as_on_the_screen(call: Call, day: str) -> None:
    assert json.loads(shown(call, "greek", "--expect", day, "--json"))["on"] == "2030-01-01"


@pytest.mark.usefixtures("studied")
def test_a_period_may_begin_on_a_day_written_the_german_way(call: Call) -> None:
    assert shown(call, "--since", "1.3.2026") == shown(call, "--since", "2026-03-01")


@pytest.mark.usefixtures("studied")
def test_exports_are_named_behind_the_deck(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "anna.jsonl"
    assert call("export", str(file)).code == 0
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[0] = json.dumps({**json.loads(lines[0]), "learner": "anna"})
    file.write_text("\n".join(lines), encoding="utf-8")
    data = json.loads(shown(call, "greek", "--items", str(file), "--json"))
    assert data["learners"] == 2
    assert {row["card"]: row["first"]["trials"] for row in data["questions"]} == {
        "greek/one": 2,
        "greek/two": 2,
    }


@pytest.mark.usefixtures("studied")
def test_an_export_of_ones_own_does_not_count_twice(call: Call, tmp_path: Path) -> None:
    for name, asked in (("all.jsonl", ()), ("told.jsonl", ("--for-teacher", "greek", "--yes"))):
        file = tmp_path / name
        assert call("export", *asked, str(file)).code == 0
        data = json.loads(shown(call, "greek", "--items", str(file), "--json"))
        assert data["learners"] == 1
        assert {row["answers"] for row in data["questions"]} == {1}


def test_confusions_are_listed_and_studied_side_by_side(call: Call, tmp_path: Path) -> None:
    both = tmp_path / "pair.deck.yaml"
    both.write_text(
        "format: 1\ndeck: Pair\nid: pair\nquestions:\n"
        "- {id: a, question: First?, answer: mitosis, typed: true}\n"
        "- {id: b, question: Second?, answer: meiosis, typed: true}\n",
        encoding="utf-8",
    )
    call("add", str(both))
    assert "No answer given so far" in shown(call, "--confusions")
    call("study", "pair", "--plain", typed="meiosis\n\n/quit\n")
    out = shown(call, "--confusions")
    assert "First? ⇄ Second?" in out
    done = call("stats", "--confusions", "--study", "--plain", typed="mitosis\n\nmeiosis\n\n")
    assert done.code == 0
    assert done.out.index("First?") < done.out.index("Second?")
    assert "for practice" in done.out
