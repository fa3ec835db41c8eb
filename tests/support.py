"""Deck texts that tests of several rooms use."""


def deck(name: str, questions: str, *, extra: str = "") -> str:
    """The text of a deck file with the id `name`."""
    return f"format: 1\ndeck: {name}\nid: {name}\n{extra}questions:\n{questions}"


def cards(count: int, *, prefix: str = "q") -> str:
    """Short answers, `q1` asks for `answer1`, and so on."""
    return "".join(
        f"  - id: {prefix}{n}\n    question: Question {prefix} {n}?\n    typed: true\n    answer: answer{n}\n"
        for n in range(1, count + 1)
    )
