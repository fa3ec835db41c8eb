"""More made-up learners: those whose decks, settings or days are out of the ordinary."""

from pathlib import Path

from quizapp.paths import paths_from

_QUESTION = "  - {id: q, question: What is it?, answer: It}\n"
_TITLES = (
    ("Ärztliche Untersuchung des Bewegungsapparats: Schulter, Ellenbogen, Handgelenk und Finger", 9),
    ("免疫系统基础知识与临床应用：从固有免疫到适应性免疫", 14),
    ("علم المناعة للمبتدئين", 6),
    ("🧬 Genes & 🦠 germs 👩‍🔬", 21),
    ("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", 1),
    ("x", 1),
)
_NOTICE = (
    "This collection was put together for a course in the winter term and follows its lectures, not a"
    " textbook. Doses are left out on purpose: look them up where you work. What is marked with an asterisk"
    " was asked in an exam before. Whoever finds a mistake is asked to write to the authors, with the"
    " number of the card. Nothing in here replaces the advice of somebody who has seen the patient."
)
_COURSE = f"""\
format: 1
deck: Everything for the winter term
id: course-all
about: All decks of the course in one, in the order of the lectures.
notice: >-
  {_NOTICE}
authors: [Ana María Fernández de la Vega, 王小明, Jean-Baptiste Poquelin]
license: CC BY-SA 4.0
sources:
  first:
    title: Lecture notes of the winter term, third and last version with all corrections
    url: https://www.example.org/teaching/winter/immunology/lecture-notes/third-version.html
    retrieved: 2026-10-02
    license: CC BY-SA 4.0
  second: {{title: Slides}}
include: [d0.deck.yaml, d1.deck.yaml, d2.deck.yaml, d3.deck.yaml]
questions:
  - {{id: term, question: When does the winter term begin?, answer: In October}}
"""
_FAULTY = """\
theme = "quizapp-dark"
new_per_day = 12
reviews_per_dy = 100
learning_steps = ["1m", "ten"]

[keys]
"home.settings" = "c"
"study.hint" = "ctrl+t"
"home.quiz" = "enter"
"""


def shelf(home: Path) -> None:
    """Decks whose titles are long, or in other scripts, and one that includes them."""
    folder = paths_from({"QUIZAPP_HOME": str(home)}).decks
    folder.mkdir(parents=True)
    for number, (title, cards) in enumerate(_TITLES):
        asked = "".join(_QUESTION.replace("q,", f"q{each},") for each in range(cards))
        text = f"format: 1\ndeck: '{title}'\nid: d{number}\nquestions:\n{asked}"
        (folder / f"d{number}.deck.yaml").write_text(text, encoding="utf-8")
    (folder / "course.deck.yaml").write_text(_COURSE, encoding="utf-8")


def settle(home: Path, text: str) -> None:
    """Write a settings file."""
    path = paths_from({"QUIZAPP_HOME": str(home)}).settings
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def faulty(home: Path) -> None:
    """Settings with own keys, and with mistakes in them."""
    settle(home, _FAULTY)
