"""Card text: certain marks are shown as what they mean, everything else as it was typed."""

import unicodedata

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from quizapp.text import is_safe
from quizapp.tui.formatting import GOES_ON, lay_out, lines_of
from quizapp.tui.formulas import formula
from quizapp.tui.inline import Role, bare, runs

MARKS = "*~^`$"
LOOKS = {role: Style(bold=role is Role.STRONG, italic=role is Role.EMPHASIS) for role in Role}
letters = st.characters(codec="utf-8", exclude_categories=["C"], exclude_characters=MARKS)
marked = st.lists(
    st.sampled_from([*MARKS, "**", "```", "~~~", "\n", "\n    ", "- ", "1. ", "a", "T cell", "2", " ", "["]),
    max_size=40,
).map("".join)
any_text = st.one_of(st.text(max_size=200), marked)


def shown(text: str, width: int = 60) -> str:
    return "\n".join(line.plain.rstrip() for line in lay_out(text, width))


def letters_of(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("H~2~O and Ca^2+^", "H₂O and Ca²⁺"),
        ("a dose of 10^-9^ mol/l", "a dose of 10⁻⁹ mol/l"),
        ("^131^I is taken up", "¹³¹I is taken up"),
        ("T~reg~ cells, K~d~", "T_reg cells, K_d"),
        ("a *p* value, **not** this", "a p value, not this"),
        ("call `list[int]` first", "call list[int] first"),
        ("``a`b`` holds a tick", "a`b holds a tick"),
        (r"anti-$\alpha$ and $\beta$-cells", "anti-α and β-cells"),
        (r"$10^{-6}$ to $\frac{a+b}{2}$", "10⁻⁶ to (a+b)/2"),
        (r"$37\,^\circ\text{C}$", "37 °C"),
        (r"$N(t) = N_0 \cdot e^{-\lambda t}$", "N(t) = N₀ · e^(-λt)"),
        (r"$\lambda = \ln 2 / T_{1/2}$", "λ = ln 2 / T_(1/2)"),
        (r"$2\times 10^3$, $\alpha \beta$", "2×10³, αβ"),
    ],
)
def test_certain_marks_are_shown_as_what_they_mean(typed: str, wanted: str) -> None:
    assert bare(typed) == wanted


@pytest.mark.parametrize(
    "typed",
    [
        "2 * 3 * 4 and 2*3*4",
        "HLA-A*02:01 and HLA-B*07",
        "f(*args, **kwargs)",
        "*.py,*.txt",
        "x^2+y^2 and 2^3^4",
        "~5 or ~10, about ~20~",
        "$5 and $10, $5-$10",
        r"$\unknown{x}$ stays",
        "snake_case, __init__ and _private_",
        "list[int], [bold]b[/bold], [/], {x}, $accent",
        "one ` tick, two `` ticks",
        "***",
        "5^ and ^6",
        "~~no~~",
    ],
)
def test_what_only_looks_like_a_mark_stays_as_it_was_typed(typed: str) -> None:
    assert bare(typed) == typed
    assert shown(typed) == typed


def test_marks_give_looks_and_may_lie_in_each_other() -> None:
    assert [(run.text, "+".join(sorted(run.roles))) for run in runs("**bold with *both* in**")] == [
        ("bold with ", "strong"),
        ("both", "emphasis+strong"),
        (" in", "strong"),
    ]
    (line,) = lay_out("a **b** c", 40, LOOKS)
    assert [line.plain[span.start : span.end] for span in line.spans] == ["b"]


def test_items_hang_behind_their_sign() -> None:
    text = "- one two three four five six\n- short\n12. a numbered item that is long too"
    assert shown(text, 16) == (
        "• one two three\n  four five six\n• short\n12. a numbered\n    item that is\n    long too"
    )


def test_what_belongs_to_an_item_stands_under_it() -> None:
    assert shown("- one\n  more of it\nprose again") == "• one\n  more of it\nprose again"


def test_code_keeps_every_space_and_is_broken_with_a_sign() -> None:
    text = "Run:\n```python\nif x:\n    y = [1,  2]\n```\nWhat is y?"
    assert shown(text) == "Run:\n if x:\n     y = [1,  2]\nWhat is y?"
    lines = [line.plain for line in lay_out("    " + "ab " * 20, 20)]
    assert all(line.startswith(f" {GOES_ON}") for line in lines[1:])
    assert "".join(line.strip().removeprefix(GOES_ON) for line in lines).replace(" ", "") == "ab" * 20


def test_code_is_a_rectangle() -> None:
    lines = lay_out("```\na\nlonger line\n```", 40, LOOKS)
    assert len({line.cell_length for line in lines}) == 1


def test_nothing_in_code_is_a_mark() -> None:
    assert shown("```\n*a* H~2~O\n- x\n```").split("\n") == [" *a* H~2~O", " - x"]
    assert bare("`*a* $x$`") == "*a* $x$"


def test_a_fence_that_is_never_closed_is_text() -> None:
    assert shown("```\n*a*") == "```\na"


@given(any_text, st.integers(8, 90))
def test_any_text_is_laid_out_safely_in_its_width(text: str, width: int) -> None:
    for line in lay_out(text, width, LOOKS):
        assert line.cell_length <= width
        assert is_safe(line.plain)


@given(any_text.filter(lambda text: not set("$`~") & set(text)), st.integers(8, 90))
def test_no_letter_or_digit_is_lost(text: str, width: int) -> None:
    if is_safe(text):
        found = "".join(line.plain for line in lay_out(text, width))
        assert letters_of(found) == letters_of(text)


@given(st.text(letters, max_size=200))
def test_a_line_without_marks_is_unchanged(text: str) -> None:
    assert bare(text) == text


@given(
    st.lists(
        st.text(st.characters(codec="ascii", categories=["L"]), min_size=1, max_size=12), min_size=1
    ).map(" ".join),
    st.integers(12, 90),
)
def test_plain_prose_is_wrapped_as_ever(text: str, width: int) -> None:
    assert [line.plain for line in lay_out(text, width)] == [line.plain for line in Content(text).wrap(width)]


@given(st.text(max_size=100))
def test_a_formula_never_fails(text: str) -> None:
    found = formula(text)
    assert found is None or isinstance(found, str)


def test_scripts_of_the_world_keep_their_columns() -> None:
    for text in (
        "日本語で「免疫」は何と読みますか" * 3,
        "emoji 🧬 in 👩‍🔬 the middle " * 4,
        "שלום עולם " * 8,
    ):
        lines = lay_out(text, 20)
        assert all(cell_len(line.plain) <= 20 for line in lines)
        assert "".join("".join(line.plain for line in lines).split()) == "".join(text.split())


def test_lines_are_cut_once_for_each_text() -> None:
    assert lines_of("the same text") is lines_of("the same text")


def test_marks_without_end_cost_no_time_worth_telling() -> None:
    for sign in ("**a ", "*a ", "`a ", "$a ", "a~", "x^", "``` "):
        assert lay_out(sign * 2_000, 72)


def test_signs_say_what_is_code_where_no_ground_does() -> None:
    text = "Call `len` first.\n\n    print(len(x))"
    shown = [line.plain.rstrip() for line in lay_out(text, 40, {Role.CODE: Style()})]
    assert shown == ["Call `len` first.", "", "│ print(len(x))"]
