"""Every example of the teachers' manual is tried, and the reference is what the field tables say."""

import io
import re
import shlex
from pathlib import Path
from typing import NamedTuple

import pytest

import quizapp
from quizapp.author import reference, values
from quizapp.author.lint.table import rules
from quizapp.author.schema import MODELINE
from quizapp.cli.group import COMMANDS
from quizapp.cli.main import main
from quizapp.deck.fields import Shape
from quizapp.deck.kinds import BY_NAME
from quizapp.deck.read import read

ROOT = Path(quizapp.__file__).parent.parent
FOLDER = ROOT / "docs" / "teachers"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
_BAD = re.compile(r"^# not like this \((\w\d+)\)$", re.MULTILINE)


class Example(NamedTuple):
    """A piece of YAML in the manual; code: the problem it is shown for, if any."""

    page: str
    text: str
    code: str

    @property
    def deck(self) -> str:
        """The example as a whole deck."""
        if re.search("^deck:", self.text, re.MULTILINE):
            return self.text
        return "deck: t\nquestions:\n" + self.text


def examples() -> list[Example]:
    found = []
    for page, text in PAGES.items():
        for block in re.findall(r"^```yaml\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
            bad = _BAD.search(block)
            found.append(Example(page, block, bad[1] if bad else ""))
    return found


EXAMPLES = examples()
GOOD = [example for example in EXAMPLES if not example.code]


def names(example: Example) -> str:
    line = PAGES[example.page][: PAGES[example.page].index(example.text)].count("\n") + 1
    return f"{example.page}:{line}"


def test_every_page_has_examples_and_the_first_deck_has_bad_ones() -> None:
    assert {example.page for example in EXAMPLES} == set(PAGES)
    assert len([example for example in EXAMPLES if example.code]) >= 5


@pytest.mark.parametrize("example", EXAMPLES, ids=names)
def test_an_example_reads_without_a_problem_or_with_the_one_it_is_shown_for(example: Example) -> None:
    reading = read(example.deck.encode(), "t.deck.yaml")
    assert {problem.code for problem in reading.problems} == ({example.code} if example.code else set())
    assert example.code or reading.deck is not None


@pytest.mark.parametrize("example", GOOD, ids=names)
def test_an_example_follows_the_rules_it_stands_for(
    example: Example, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "t.deck.yaml"
    path.write_text(example.deck, encoding="utf-8")
    (tmp_path / "clinic.txt").write_text("\n\n".join(f"Paragraph {n}." for n in range(1, 20)))
    assert main(["check", "--strict", str(path)]) == 0, capsys.readouterr().out


def test_every_kind_is_shown_in_the_first_deck() -> None:
    kinds = {
        question.kind
        for example in GOOD
        if example.page == "first-deck.md" and (deck := read(example.deck.encode(), "t").deck)
        for question in deck.questions
    }
    assert kinds == set(BY_NAME)


def test_the_commands_of_the_first_deck_work_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("quizapp.paths._shipped", lambda: tmp_path / "shipped")
    deck = next(example.text for example in EXAMPLES if example.text.startswith("# glaciers.deck.yaml"))
    Path("glaciers.deck.yaml").write_text(deck, encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```$", PAGES["first-deck.md"], re.DOTALL | re.MULTILINE)
    lines = "".join(blocks).splitlines()
    assert len(lines) >= 5
    for line in lines:
        command, _, target = line.partition(" > ")
        monkeypatch.setattr("sys.stdin", io.StringIO())
        assert main(shlex.split(command)[1:]) == 0, line + capsys.readouterr().err
        out = capsys.readouterr().out
        assert out
        if target:
            Path(target).write_text(out, encoding="utf-8")
    after = read(Path("glaciers.deck.yaml").read_bytes(), "glaciers.deck.yaml").deck
    assert after is not None
    assert after.written
    assert all(question.written for question in after.questions)


def test_the_reference_is_what_the_tables_say() -> None:
    assert PAGES["format.md"] == reference.reference(), (
        "write it anew: python -m quizapp.author.reference > docs/teachers/format.md"
    )


def test_a_shape_without_words_is_not_passed_over() -> None:
    class Odd:
        def read(self, *_arguments: object) -> None:
            """Read nothing."""

    odd: Shape = Odd()
    with pytest.raises(TypeError, match="no words"):
        values.told(odd)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", PAGES[page]):
        file, _, anchor = target.partition("#")
        text = (FOLDER / file).read_text(encoding="utf-8") if file else PAGES[page]
        headings = {
            re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
            for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        }
        assert not anchor or anchor in headings, target


@pytest.mark.parametrize("page", PAGES)
def test_commands_rules_and_the_modeline_are_those_there_are(page: str) -> None:
    prose = re.sub(r"^```yaml\n.*?^```$", "", PAGES[page], flags=re.DOTALL | re.MULTILINE)
    assert set(re.findall(r"(?:^|`)quizapp ([a-z]+)", prose, re.MULTILINE)) <= set(COMMANDS)
    codes = {
        code for list_ in re.findall(r"\[([A-Z]\d+(?:, [A-Z]\d+)*)\]", prose) for code in list_.split(", ")
    }
    assert codes <= set(rules())
    assert all(
        line == MODELINE for line in re.findall(r"^# yaml-language-server.*$", PAGES[page], re.MULTILINE)
    )
