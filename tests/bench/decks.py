"""Writes deck files for measuring: the questions of the collection in `collection.py`."""

from pathlib import Path

from bench.collection import DECKS

_WORDS = (
    *("river", "stone", "cloud", "paper", "metal", "garden"),
    *("window", "bridge", "forest", "letter", "candle", "mirror"),
)


def write(folder: Path, cards: int = 100_000) -> None:
    """Write 50 deck files with `cards` questions in all, of four kinds in turn."""
    folder.mkdir(parents=True, exist_ok=True)
    for deck in range(DECKS):
        head = f"format: 1\ndeck: Deck {deck:02d}\nid: deck-{deck:02d}\nquestions:\n"
        body = "".join(_question(number) for number in range(deck, cards, DECKS))
        (folder / f"deck-{deck:02d}.deck.yaml").write_text(head + body, encoding="utf-8")


def _question(number: int) -> str:
    first, second = _WORDS[number % 12], _WORDS[number // 12 % 12]
    head = f"  - id: question-{number:06d}\n    tags: [tag{number % 50:02d}]\n"
    ask = f"Which {first} belongs to the {second} of case {number}, and what is it made of?"
    match number % 4:
        case 0:
            return (
                f"{head}    question: {ask}\n    typed: true\n    answer: The {first} of {second} {number}\n"
            )
        case 1:
            wrong = ", ".join(f"The {word} of {number}" for word in _WORDS[:3])
            return f"{head}    question: {ask}\n    answer: It is {second} {number}\n    wrong: [{wrong}]\n"
        case 2:
            return (
                f'{head}    cloze: "The {first} of case {number} is made of [[{second}{number}]], as said."\n'
            )
        case _:
            return f"{head}    question: {ask}\n    answer: A {second} with number {number}\n"
