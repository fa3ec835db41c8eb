"""`quizapp quiz --html`: a paper with its key, or a result, as a page to print."""

from pathlib import Path

from cli.running import Call


def test_a_paper_and_its_key_are_written_and_nobody_sits_it(call: Call, deck: Path, tmp_path: Path) -> None:
    page = tmp_path / "paper.html"
    said = call("quiz", str(deck), "--seed", "7", "--html", str(page))
    assert (said.code, said.out) == (0, "")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "Key: " in text
    assert "no past attempts" in call("quiz", "--past").out


def test_the_same_seed_writes_the_same_page(call: Call, deck: Path, tmp_path: Path) -> None:
    pages = [tmp_path / "one.html", tmp_path / "two.html"]
    for page in pages:
        call("quiz", str(deck), "--seed", "7", "--html", str(page))
    assert pages[0].read_bytes() == pages[1].read_bytes()


def test_a_result_is_written_and_its_exit_code_stays(call: Call, deck: Path, tmp_path: Path) -> None:
    answers, page = tmp_path / "answers.yaml", tmp_path / "result.html"
    answers.write_text("one: omega\ntwo: beta\n")
    said = call("quiz", str(deck), "--pass", "90", "--answers", str(answers), "--html", str(page))
    assert said.code == 1
    assert "Your answer" in page.read_text(encoding="utf-8")
    again = tmp_path / "again.html"
    call("quiz", "--past", "--show", "1", "--html", str(again))
    assert again.read_bytes() == page.read_bytes()


def test_a_file_that_is_there_is_left_alone_unless_forced(call: Call, deck: Path, tmp_path: Path) -> None:
    page = tmp_path / "paper.html"
    page.write_text("precious")
    said = call("quiz", str(deck), "--html", str(page))
    assert said.code == 2
    assert "file of that name" in said.err
    assert page.read_text() == "precious"
    assert call("quiz", str(deck), "--html", str(page), "--force").code == 0


def test_what_makes_no_page_is_refused_before_anything_is_done(
    call: Call, deck: Path, tmp_path: Path
) -> None:
    page = str(tmp_path / "page.html")
    for words in (("--past",), ("--resume",), (str(deck), "--json")):
        assert call("quiz", *words, "--html", page).code == 2
    assert call("quiz", str(deck), "--force").code == 2
    assert call("quiz", str(deck), "--html", str(tmp_path / "no" / "page.html")).code == 2
