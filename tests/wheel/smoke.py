"""Tries what a plain install has to be able to do. Standard library only.

    python tests/wheel/smoke.py PATH/TO/quizapp

Ends with 0 if everything worked, else with the sentence that says what did not.
"""

import json
import subprocess
import sys


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
    run("doctor")
    print(f"{version}: {len(decks)} decks, a sitting, the log and its check work.")


if __name__ == "__main__":
    main(sys.argv[1])
