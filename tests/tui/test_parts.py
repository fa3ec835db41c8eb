"""The parts of the screens that are plain functions."""

from hypothesis import given, strategies as st
from rich.cells import cell_len

from quizapp.tui.widgets.keybar import Key, lines_of
from quizapp.tui.widgets.responses.flow import Blank, flow
from quizapp.tui.widgets.rows import Row, lay_out

HELP = Key("f1", "F1", "Keys", "app.help")
words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30)
pieces = st.lists(
    st.one_of(words, st.just(" "), st.just("\n"), st.integers(4, 30).map(lambda width: Blank(0, width))),
    max_size=30,
)


def numbered(parts: list[str | Blank]) -> list[str | Blank]:
    """Give each gap a number of its own."""
    blanks = iter(range(len(parts)))
    return [part if isinstance(part, str) else Blank(next(blanks), part.width) for part in parts]


@given(pieces, st.integers(10, 100))
def test_a_sentence_fits_its_width_and_keeps_every_letter_and_gap(
    parts: list[str | Blank], width: int
) -> None:
    given_parts = numbered(parts)
    flowed = flow(given_parts, width)
    assert all(cell_len(line) <= width for line in flowed.lines)
    text = "".join(part for part in given_parts if isinstance(part, str))
    assert "".join("".join(flowed.lines).split()) == "".join(text.split())
    blanks = [part for part in given_parts if isinstance(part, Blank)]
    assert [place.number for place in flowed.places] == [blank.number for blank in blanks]


@given(pieces, st.integers(10, 100))
def test_gaps_lie_on_empty_cells(parts: list[str | Blank], width: int) -> None:
    flowed = flow(numbered(parts), width)
    for place in flowed.places:
        assert place.x + place.width <= width
        cells = "".join(sign * cell_len(sign) for sign in flowed.lines[place.y])
        assert cells[place.x : place.x + place.width].strip() == ""


def test_punctuation_stays_with_its_gap() -> None:
    flowed = flow(["They sound the ", Blank(0, 10), ", then rest."], 30)
    (place,) = flowed.places
    assert flowed.lines[place.y][place.x + place.width] == ","
    flowed = flow(["abcdefghij ", Blank(0, 10), "."], 21)
    assert flowed.places[0].y == 1


def test_keys_that_do_not_fit_give_way_but_not_the_list_of_keys() -> None:
    keys = [Key(str(number), str(number), "Does something", f"act({number})") for number in range(9)]
    (line,) = lines_of([*keys, HELP], 40, 1)
    assert line[-1] is HELP
    assert line[0] is keys[0]
    assert sum(key.width for key in line) <= 40


def test_a_short_key_takes_the_room_that_a_long_one_left() -> None:
    study, leave = Key("enter", "Enter", "Study", "study"), Key("q", "q", "Quit", "app.quit")
    long, short = Key("a", "a", "Study all of them", "all"), Key("i", "i", "About", "about")
    assert lines_of([study, long, short, leave, HELP], 38, 1) == [[study, short, leave, HELP]]


def test_the_way_out_of_a_question_does_not_give_way() -> None:
    keys = [Key(letter, letter, "Something", f"choose({letter})", own=True) for letter in "abc"]
    out = Key("escape", "Esc", "Back", "choose(False)")
    assert lines_of([*keys, out], 24, 1) == [[keys[0], out]]


def test_two_lines_of_keys_are_about_as_long() -> None:
    keys = [Key(letter, letter, "Something", letter) for letter in "abcdef"]
    assert [len(line) for line in lines_of([*keys, HELP], 70, 2)] == [3, 4]
    assert [len(line) for line in lines_of([*keys, HELP], 100, 2)] == [7]


def test_what_has_the_focus_has_a_line_of_its_own_if_one_is_not_enough() -> None:
    own = [
        Key("space", "Space", "Mark", "mark", own=True),
        Key("enter", "Enter", "Check", "submit", own=True),
    ]
    general = [Key(letter, letter, "Something", letter) for letter in "abc"]
    assert lines_of([*own, *general, HELP], 80, 2) == [[*own, *general, HELP]]
    assert lines_of([*own, *general, HELP], 50, 2) == [own, [*general, HELP]]


def test_a_note_stands_behind_the_last_line_of_its_row() -> None:
    (line,) = lay_out((Row("1", "Femur", "✗", "your choice"),), 60)
    assert (line.text.plain.strip(), line.note) == ("Femur", "your choice")
    first, *_, last = lay_out((Row("1", "A long option " * 5, "✗", "your choice"),), 40)
    assert first.note == ""
    assert f"{last.text.plain}{last.note}".rstrip().endswith("your choice")
