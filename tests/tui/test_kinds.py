"""Each kind of question, answered by keys and by mouse."""

import pytest
from tui.conftest import Study
from tui.driving import QUESTIONS, Driver

from quizapp.answer.response import Chosen, Matched, Ordered, Truth, Typed
from quizapp.answer.verdict import Result
from quizapp.memory.model import Rating
from quizapp.study.sitting import Stage


async def test_a_short_answer_is_typed_and_checked_with_enter(study: Study) -> None:
    async with study("short") as at:
        await at.press(*"antibodies", "enter")
        assert at.session.response == Typed(("antibodies",))
        assert "✓ Right" in at.text
        assert "again in 10 min" in at.text
        assert "Source: A clinic's explainer, paragraph 3" in at.text


async def test_a_wrong_short_answer_shows_both_and_the_explanation(study: Study) -> None:
    async with study("short") as at:
        await at.type("cytokines")
        await at.press("enter")
        assert "✗ Wrong" in at.text
        assert "You wrote     cytokines" in at.text
        assert "Right answer  antibodies" in at.text
        assert "Each sticks to one target." in at.text


async def test_the_reason_of_the_rule_is_said(study: Study) -> None:
    async with study("short") as at:
        await at.type("immunoglobulins")
        await at.press("enter")
        assert at.session.sentence in at.words


async def test_an_empty_answer_is_not_judged(study: Study) -> None:
    async with study("short") as at:
        await at.press("enter")
        assert at.session.stage is Stage.ASKING
        assert "Type an answer, or say that you don't know." in at.text


async def test_letters_typed_are_text_and_not_keys(study: Study) -> None:
    async with study("short") as at:
        await at.press(*"hdugowsbm1q")
        assert at.session.stage is Stage.ASKING
        assert at.session.hints == ()
        await at.press("enter")
        assert at.session.response == Typed(("hdugowsbm1q",))


@pytest.mark.parametrize(("key", "result"), [("right", Result.CORRECT), ("wrong", Result.WRONG)])
async def test_a_digit_chooses_an_option(study: Study, key: str, result: Result) -> None:
    async with study("choice") as at:
        await at.press(at.digit("A lymph node" if key == "right" else "The femur"))
        assert at.session.response == Chosen((0,) if key == "right" else (1,))
        assert at.session.verdict is not None
        assert at.session.verdict.result is result


async def test_options_are_marked_by_sign_and_word_after_the_verdict(study: Study) -> None:
    async with study("choice") as at:
        await at.press(at.digit("The femur"))
        assert "✓ A lymph node" in at.text
        assert "✗ The femur  your choice" in at.text
        assert "That is a bone." in at.text


async def test_the_cursor_and_enter_choose_an_option(study: Study) -> None:
    async with study("choice") as at:
        place = int(at.digit("A lymph node")) - 1
        await at.press(*["down"] * place, "enter")
        assert at.session.response == Chosen((0,))


async def test_a_click_chooses_an_option(study: Study) -> None:
    async with study("choice") as at:
        await at.click("A lymph node")
        assert at.session.response == Chosen((0,))


async def test_several_options_are_marked_and_then_checked(study: Study) -> None:
    async with study("many") as at:
        await at.press(at.digit("T cell"), at.digit("Antibody"), at.digit("B cell"), at.digit("Antibody"))
        assert at.text.count("[x]") == 2
        await at.press("enter")
        assert at.session.response == Chosen((0, 1))
        assert "✓ Right" in at.text


async def test_several_options_are_marked_by_clicks(study: Study) -> None:
    async with study("many") as at:
        await at.click("T cell")
        await at.click("B cell")
        await at.click("Enter Check")
        assert at.session.response == Chosen((0, 1))


async def test_nothing_marked_is_not_judged(study: Study) -> None:
    async with study("many") as at:
        await at.press("enter")
        assert at.session.stage is Stage.ASKING
        assert "Mark at least one option" in at.text


@pytest.mark.parametrize(("key", "value"), [("t", True), ("f", False), ("1", True), ("2", False)])
async def test_true_or_false_has_a_letter_each(study: Study, key: str, value: bool) -> None:
    async with study("truefalse") as at:
        await at.press(key)
        assert at.session.response == Truth(value)
        assert ("✓ Right" if not value else "✗ Wrong") in at.text


async def test_true_or_false_by_click(study: Study) -> None:
    async with study("truefalse") as at:
        await at.click("  False")
        assert at.session.response == Truth(value=False)


async def test_a_number_is_typed_with_its_unit_in_sight(study: Study) -> None:
    async with study("numeric") as at:
        assert " mg\n" in at.text
        await at.type("500")
        await at.press("enter")
        assert at.session.response == Typed(("500",))
        assert "✓ Right" in at.text


async def test_items_are_carried_into_order_by_keys(study: Study) -> None:
    async with study("ordering") as at:
        await order_by_keys(at)
        await at.press("enter")
        assert at.session.response == Ordered((0, 1, 2, 3))
        assert "✓ Right" in at.text


async def order_by_keys(at: Driver) -> None:
    shown = list(at.item.layout.options)
    for place in range(len(shown)):
        here = shown.index(place)
        await at.press("home", *["j"] * here, "space", *["up"] * (here - place), "space")
        shown.insert(place, shown.pop(here))


async def test_items_are_picked_up_and_put_by_clicks(study: Study) -> None:
    async with study("ordering") as at:
        shown = [("Recognise", "Activate", "Attack", "Remember")[item] for item in at.item.layout.options]
        await at.click(shown[0])
        assert "↕" in at.text
        await at.click(shown[2])
        await at.press("enter")
        first, second, third, fourth = at.item.layout.options
        assert at.session.response == Ordered((second, third, first, fourth))


async def test_a_wrong_order_says_what_belongs_where(study: Study) -> None:
    async with study("ordering") as at:
        await at.press("enter")
        assert at.session.verdict is not None
        assert at.session.verdict.result is not Result.CORRECT
        assert "→  Recognise" in at.text


async def test_left_sides_are_matched_by_digits(study: Study) -> None:
    async with study("matching") as at:
        for right in ("makes antibodies", "kills infected cells", "releases histamine"):
            await at.press(at.digit(right))
        await at.press("enter")
        assert at.session.response == Matched((0, 1, 2))
        assert "✓ Right" in at.text


async def test_backspace_takes_the_last_match_back(study: Study) -> None:
    async with study("matching") as at:
        assert "Backspace" not in at.text
        await at.press(at.digit("makes antibodies"), at.digit("carries oxygen"), "backspace")
        await at.press(at.digit("kills infected cells"), at.digit("releases histamine"), "enter")
        assert at.session.response == Matched((0, 1, 2))


async def test_left_sides_are_matched_by_clicks_and_arrows(study: Study) -> None:
    async with study("matching") as at:
        await at.click("T cell")
        await at.click("kills infected cells")
        await at.click("B cell")
        await at.press("right")
        await at.press("enter")
        assert at.session.stage is Stage.ASKING
        assert "1 has no match yet." in at.text
        await at.press("enter")
        first = at.item.layout.options[0]
        assert at.session.response == Matched((first, 1, None))


async def test_a_list_collects_one_entry_an_enter(study: Study) -> None:
    async with study("list") as at:
        for colour in ("green", "red", "mauve"):
            await at.type(colour)
            await at.press("enter")
        assert "[x]  green" in at.text
        await at.press("backspace", "ctrl+u")
        await at.type("blue")
        await at.press("enter", "enter")
        assert at.session.response == Typed(("green", "red", "blue"))
        assert "✓ Right" in at.text


async def test_gaps_are_filled_in_the_sentence(study: Study) -> None:
    async with study("cloze") as at:
        await at.type("release")
        line = next(line for line in at.text.split("\n") if "Checkpoint" in line)
        assert line.index("inhibitors") < line.index("release") < line.index("the brake")
        await at.press("enter")
        await at.type("attacks")
        await at.press("enter")
        assert at.session.response == Typed(("release", "attacks"))
        assert "inhibitors release the brake, and then the immune system attacks the tumour." in at.words


async def test_a_gap_is_as_wide_whatever_belongs_into_it(study: Study) -> None:
    async with study("cloze") as at:
        fields = [field for field in at.app.screen.query("ClozeResponse Field") if field.display]
        assert len({field.outer_size.width for field in fields}) == 1


@pytest.mark.parametrize("kind", ["flashcard", "rated"])
async def test_a_card_one_rates_oneself_is_turned_over_then_rated(study: Study, kind: str) -> None:
    async with study(kind) as at:
        assert at.item.answers not in at.text
        await at.press("space")
        assert at.session.stage is Stage.REVEALED
        assert at.item.answers in at.text
        assert list(at.desk.store.events(str(at.item.card))) == []
        card = str(at.item.card)
        await at.press("3")
        (review,) = at.desk.store.events(card)
        assert review.rating == Rating.GOOD


async def test_a_flashcard_is_turned_over_and_rated_by_clicks(study: Study) -> None:
    async with study("flashcard") as at:
        card = str(at.item.card)
        await at.click("Say the answer to yourself")
        assert at.session.stage is Stage.REVEALED
        await at.click("Hard")
        (review,) = at.desk.store.events(card)
        assert review.rating == Rating.HARD


@pytest.mark.parametrize("kind", [kind for kind in QUESTIONS if kind != "rated"])
async def test_dont_know_shows_the_answer_in_every_kind(study: Study, kind: str) -> None:
    async with study(kind) as at:
        await at.press("f3")
        assert at.session.stage is Stage.JUDGED
        assert at.session.rating is Rating.AGAIN
        assert "✗ Not known" in at.text
        first = at.item.answers.split(";")[0].split(",")[0].split("\n")[0].split(" → ")[0].strip()
        assert first in at.text


async def test_words_stand_for_a_picture(study: Study) -> None:
    picture = QUESTIONS["truefalse"] + "    image: {file: cell.png, alt: A cell with a nucleus}\n"
    async with study("", picture) as at:
        assert "Picture: A cell with a nucleus (file cell.png)" in at.words


async def test_a_digit_puts_an_item_at_its_place(study: Study) -> None:
    async with study("ordering") as at:
        first, second, third, fourth = at.item.layout.options
        await at.press("3")
        await at.press("1", "enter")
        assert at.session.response == Ordered((second, third, first, fourth))


async def test_an_item_is_dragged_with_the_mouse(study: Study) -> None:
    async with study("ordering") as at:
        names = ("Recognise", "Activate", "Attack", "Remember")
        first, second, third, fourth = at.item.layout.options
        rows = at.app.screen.query_one("OrderingRows")
        await at.pilot.mouse_down(rows, offset=(10, 0))
        await at.pilot.mouse_up(rows, offset=(10, 2))
        await at.pilot.pause()
        wanted = [names[item] for item in (second, third, first, fourth)]
        assert sorted(names, key=lambda name: place_of(at, name)) == wanted


@pytest.mark.parametrize(
    ("kind", "option"), [("choice", "A lymph"), ("many", "Antibody"), ("truefalse", "False")]
)
async def test_options_stay_where_they_are_when_they_are_judged(study: Study, kind: str, option: str) -> None:
    async with study(kind) as at:
        before = place_of(at, option)
        await at.press("1") if kind != "many" else await at.press("1", "enter")
        assert at.session.stage is Stage.JUDGED
        assert place_of(at, option) == before


def place_of(at: Driver, text: str) -> tuple[int, int]:
    """Line and column at which a text begins."""
    return next((y, line.index(text)) for y, line in enumerate(at.text.split("\n")) if text in line)


async def test_the_boxes_of_a_list_fill(study: Study) -> None:
    async with study("list") as at:
        assert at.text.count("[ ]") == 3
        await at.type("red")
        await at.press("enter")
        assert (at.text.count("[x]"), at.text.count("[ ]")) == (1, 2)


async def test_enter_rates_a_revealed_card_good(study: Study) -> None:
    async with study("flashcard") as at:
        card = str(at.item.card)
        await at.press("space")
        assert "Enter Good" in at.text
        await at.press("enter")
        (review,) = at.desk.store.events(card)
        assert review.rating == Rating.GOOD


async def test_enter_rates_hard_where_good_is_not_offered(study: Study) -> None:
    async with study("flashcard") as at:
        card = str(at.item.card)
        await at.press("h", "space")
        assert "Enter Hard" in at.text
        await at.press("space")
        (review,) = at.desk.store.events(card)
        assert review.rating == Rating.HARD


async def test_what_differs_is_marked_in_the_word(study: Study) -> None:
    async with study("", QUESTIONS["short"].replace("antibodies", "photosynthesis")) as at:
        await at.type("fotosynthesys")
        await at.press("enter")
        strips = at.app.screen._compositor.render_strips()
        marked = [
            segment.text
            for strip in strips
            for segment in strip
            if segment.style and segment.style.underline and segment.text.isalpha()
        ]
        assert marked == ["f", "y", "ph", "i"]


async def test_the_marks_of_card_text_are_shown_as_what_they_mean(study: Study) -> None:
    question = (
        "  - id: q\n    question: How much H~2~O has `x[0]`?\n    answer: $\\alpha$\n"
        "    wrong: ['**much**', 10^6^]\n    explain: '- one\n\n      - two'\n"
    )
    async with study("", question) as at:
        for shown in ("How much H₂O has x[0]?", "α", "much", "10⁶"):
            assert shown in at.text
        await at.press("f3")
        assert "• one" in at.text
