"""Tries what a plain install has to be able to do. Standard library only.

    python tests/wheel/smoke.py PATH/TO/quizapp

Ends with 0 if everything worked, else with the sentence that says what did not.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

INSIDE = """
from importlib.metadata import files
from quizapp.tui.manual import PAGES, page
assert all(page(each.file) for each in PAGES)
names = [str(file) for file in files("quizapp")]
strays = [name for name in names if name.startswith(("tests/", "docs/")) or "test_" in name]
assert not strays, strays
"""
"""What is in the wheel and what isn't: the pages of the manual that are read on the screen, and no tests."""


def main(program: str) -> None:
    """Run the installed program as a person on a new machine would; SystemExit if something is missing."""

    def run(*arguments: str, typed: str = "") -> str:
        done = subprocess.run(
            [program, *arguments], input=typed, capture_output=True, text=True, timeout=120, check=False
        )
        if done.returncode != 0 or "Traceback" in done.stderr:
            sys.exit(f"quizapp {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
        return done.stdout

    version = run("--version").strip()
    decks = json.loads(run("decks", "--json"))["decks"]
    if not decks:
        sys.exit("The wheel holds no decks.")
    broken = [deck["id"] for deck in decks if deck["problems"]]
    if broken:
        sys.exit(f"Decks with problems in the wheel: {broken}")
    first = decks[0]["id"]
    sitting = run("study", first, "--limit", "1", typed="/dontknow\n\n/undo\n/quit\n")
    if "1 of 1" not in sitting:
        sys.exit(f"A sitting of one question did not ask it:\n{sitting}")
    if first not in {deck["id"] for deck in json.loads(run("due", "--json"))["decks"] if deck["started"]}:
        sys.exit("A deck that was studied is not among the started ones.")
    with tempfile.TemporaryDirectory() as folder:
        answers, page = Path(folder, "answers.yaml"), Path(folder, "paper.html")
        answers.write_text("{}", encoding="utf-8")
        asked = ("quiz", first, "--count", "3", "--seed", "7")
        result = json.loads(run(*asked, "--answers", str(answers), "--json"))
        if len(result["questions"]) != 3:
            sys.exit(f"A quiz of 3 questions has {len(result['questions'])} in its result.")
        run(*asked, "--html", str(page))
        if "</html>" not in page.read_text(encoding="utf-8"):
            sys.exit("The page of a paper is not whole.")
        run("stats", "--html", str(Path(folder, "progress.html")))
    if "period" not in json.loads(run("stats", "--json")) or not run("cards", "--deck", first):
        sys.exit("The figures or the cards of a deck are not there.")
    if "question" not in run("schema") or "1 of " not in run("preview", first, "--plain", typed="/quit\n"):
        sys.exit("Authors lack the schema or the preview.")
    run("check", "--explain", "T5")
    run("doctor")
    python = Path(program).with_name("python")
    subprocess.run([python, "-c", INSIDE], check=True, timeout=120)
    print(f"{version}: {len(decks)} decks, a sitting, a quiz, figures, pages, the log and its check work.")


if __name__ == "__main__":
    main(sys.argv[1])
