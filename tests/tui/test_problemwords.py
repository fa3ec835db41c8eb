"""Reports of deck files on the screens."""

from quizapp.tui.problemwords import told

REPORT = """\
/decks/a.deck.yaml:7:5: error[E101] a flashcard question has no key "answr"
    7 |     answr: A brake
      |     ^^^^^
      |
      = did you mean "answer"?
/decks/a.deck.yaml:9:1: warning[W014] a [bold] word
/decks/b.deck.yaml:1:1: error[E001] nothing is in it
something else
"""


def test_each_file_is_named_once_and_each_line_before_what_is_wrong_there() -> None:
    assert [line.rstrip() for line in told(REPORT).plain.split("\n")] == [
        "/decks/a.deck.yaml",
        '✗ Line 7: A flashcard question has no key "answr"  E101',
        "        answr: A brake",
        "        ^^^^^",
        '  → Did you mean "answer"?',
        "! Line 9: A [bold] word  W014",
        "",
        "/decks/b.deck.yaml",
        "✗ Line 1: Nothing is in it  E001",
        "something else",
    ]
