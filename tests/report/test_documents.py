"""The map of a document: each paragraph with questions is learned, shaky or unseen."""

from pathlib import Path

from report.desks import MakeDesk, answer, learn, write

from quizapp.report.documents import DocumentMap, Knowledge, document_maps
from quizapp.report.more_tables import document_strip
from quizapp.report.selection import Selection

SOURCES = "sources:\n  book: {title: The book, file: book.txt}\n"
QUESTIONS = """\
- {id: a, question: A?, answer: one, typed: true, source: {doc: book, paragraph: 2}}
- {id: b, question: B?, answer: two, typed: true, source: {doc: book, paragraph: 2}}
- {id: c, question: C?, answer: three, typed: true,
   source: [{doc: book, paragraph: 1}, {doc: book, paragraph: 9}]}
- {id: d, question: D?, answer: four, typed: true, source: {doc: book}}
- {id: e, question: E?, answer: five, typed: true}
"""


def known(maps: tuple[DocumentMap, ...]) -> dict[int | None, str]:
    (found,) = maps
    return {one.number: one.knowledge.value for one in found.paragraphs}


def test_nothing_answered_is_unseen_and_paragraphs_are_in_order(decks: Path, make_desk: MakeDesk) -> None:
    write(decks, "bio", QUESTIONS, extra=SOURCES)
    desk = make_desk()
    (found,) = document_maps(desk, desk.time.moment().day, Selection(("bio",)))
    assert found.document.title == "The book"
    assert [one.number for one in found.paragraphs] == [1, 2, 9, None]
    assert found.paragraphs_at(Knowledge.UNSEEN) == 4
    assert [asked.question for asked in found.paragraphs[1].questions] == ["bio/a", "bio/b"]


def test_a_paragraph_is_as_well_known_as_its_questions_together(decks: Path, make_desk: MakeDesk) -> None:
    write(decks, "bio", QUESTIONS, extra=SOURCES)
    desk = make_desk()
    learn(desk, "bio/a")
    learn(desk, "bio/c")
    answer(desk, "bio/d", right=False)
    day = desk.time.moment().day
    states = known(document_maps(desk, day, Selection(("bio",))))
    assert states == {1: "learned", 2: "shaky", 9: "learned", None: "shaky"}


def test_what_was_learned_long_ago_is_shaky(decks: Path, make_desk: MakeDesk) -> None:
    write(decks, "bio", QUESTIONS, extra=SOURCES)
    desk = make_desk()
    learn(desk, "bio/c")
    day = desk.time.moment().day
    assert known(document_maps(desk, day + 3_000, Selection(("bio",))))[1] == "shaky"


def test_the_map_is_drawn_paragraph_by_paragraph(decks: Path, make_desk: MakeDesk) -> None:
    write(decks, "bio", QUESTIONS, extra=SOURCES)
    desk = make_desk()
    learn(desk, "bio/c")
    answer(desk, "bio/a", right=False)
    (found,) = document_maps(desk, desk.time.moment().day, Selection(("bio",)))
    assert document_strip(found) == ("    1 █▒      █ 9", "      █ learned, ▒ shaky, · unseen")
    assert document_strip(found, 5) == ("    1 █▒    5", "    6    █ 9", "      █ learned, ▒ shaky, · unseen")


def test_a_deck_without_sources_has_no_map(decks: Path, make_desk: MakeDesk) -> None:
    write(decks, "bio", "- {id: a, question: A?, answer: one}\n")
    desk = make_desk()
    assert document_maps(desk, desk.time.moment().day, Selection(("bio",))) == ()


def test_two_decks_that_name_one_document_share_its_map(decks: Path, make_desk: MakeDesk) -> None:
    write(decks, "bio", QUESTIONS, extra=SOURCES)
    write(
        decks,
        "more",
        "- {id: x, question: X?, answer: y, source: {doc: b, paragraph: 2}}\n",
        extra=SOURCES.replace("book:", "b:", 1),
    )
    desk = make_desk()
    (found,) = document_maps(desk, desk.time.moment().day, Selection(("bio", "more")))
    assert found.decks == ("bio", "more")
    assert [asked.question for asked in found.paragraphs[1].questions] == ["bio/a", "bio/b", "more/x"]
