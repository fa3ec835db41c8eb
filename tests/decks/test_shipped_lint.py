"""The decks we ship keep our own rules, or say why not."""

from pathlib import Path

from decks.documents import FOLDER as DOCUMENTS
from decks.shipped import FILES, FOLDER

from quizapp.author.check import check
from quizapp.author.formats import as_text
from quizapp.library.findings import Findings


def test_shipped_decks_have_no_problem_and_no_warning_without_a_reason(tmp_path: Path) -> None:
    with Findings(tmp_path / "findings.db") as kept:
        checked = check(FILES, kept, DOCUMENTS)
    assert FOLDER.is_dir()
    assert len(checked.reports) == len(FILES) >= 6
    told = [line for line in as_text(checked, notes=False) if "[" in line]
    assert not told, "\n".join(told)


def test_a_reason_stands_behind_each_rule_that_is_set_aside(tmp_path: Path) -> None:
    with Findings(tmp_path / "findings.db") as kept:
        checked = check(FILES, kept, DOCUMENTS)
    reasons = [reason for report in checked.reports for _, reason in report.silenced]
    assert reasons
    assert all(len(reason.split()) >= 5 for reason in reasons)
