"""Keys of one's own: which can be had, and what is said of those that can't."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from tui.conftest import Study
from tui.driving import QUESTIONS, deck

import quizapp.tui.app  # noqa: F401 - its keys are keys too
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.tui.keymap import actions, check, names_of, why_not
from quizapp.tui.keynames import fault, name_of
from quizapp.tui.screens.study import StudyScreen


def test_no_key_that_is_the_only_one_for_something_needs_altgr_on_a_german_keyboard() -> None:
    third_level = {name_of(character) for character in "[]{}@\\|~"}
    assert not {name for name, action in actions().items() if set(action.keys) <= third_level}


def test_every_action_has_an_id_words_and_keys_that_can_be_used() -> None:
    for action in actions().values():
        assert action.does, action
        assert "." in action.id
        assert action.keys
        assert why_not(action.id, action.keys, {}) is None
        for key in action.keys:
            assert fault(key, typing=action.typing) is None, action


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("?", "question_mark"),
        ("/", "slash"),
        ("+", "plus"),
        ("Esc", "escape"),
        ("PgDn", "pagedown"),
        ("F2", "f2"),
        ("h", "h"),
        ("H", "H"),
        ("ß", "ß"),
        ("Ctrl+A", "ctrl+a"),
        ("ctrl+shift+a", "ctrl+shift+a"),
        ("Space", "space"),
    ],
)
def test_keys_may_be_written_as_they_stand_on_the_keyboard(written: str, name: str) -> None:
    assert name_of(written) == name
    assert fault(name, typing=False) is None


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("ctrl+m", "`enter`"),
        ("ctrl+i", "`tab`"),
        ("ctrl+h", "`backspace`"),
        ("shift+enter", "doesn't arrive"),
        ("shift+a", "`A`"),
        ("spaec", "did you mean `space`"),
        ("f99", "There is no key"),
        ("cat", "There is no key"),
    ],
)
def test_a_key_that_no_terminal_sends_is_told(key: str, said: str) -> None:
    assert said in (fault(name_of(key), typing=False) or "")


def test_letters_are_text_where_one_types() -> None:
    assert fault("x", typing=True)
    assert fault("space", typing=True)
    assert fault("f2", typing=True) is None
    assert "app.quit" in check({"app.quit": "x"}).refused


def test_a_slip_in_the_name_of_an_action_is_told() -> None:
    assert "did you mean `study.hint`" in check({"study.hnt": "x"}).refused["study.hnt"]


def test_two_actions_of_a_screen_cannot_have_one_key() -> None:
    refused = check({"study.hint": "u"}).refused
    assert "`Undo`" in refused["study.hint"]
    assert "study.undo" in refused["study.hint"]
    assert not check({"study.hint": "a"}).refused, "a is a key of another screen only"
    assert check({"study.hint": "question_mark"}).refused, "help is everywhere"
    assert check({"study.hint": "j"}).refused, "options are moved over with j"


def test_keys_may_change_places() -> None:
    checked = check({"study.hint": "u", "study.undo": "h,f4"})
    assert checked.refused == {}
    assert checked.keymap["study.hint"] == "u"
    assert checked.keymap["study.undo"] == "h,f4"


def test_a_refused_key_falls_back_and_is_then_in_the_way_of_others() -> None:
    checked = check({"study.undo": "nonsense", "study.hint": "u"})
    assert set(checked.refused) == {"study.undo", "study.hint"}


@given(
    st.dictionaries(st.deferred(lambda: st.sampled_from(sorted(actions()))), st.sampled_from("abchuwxyz1?"))
)
def test_what_is_taken_never_clashes(wanted: dict[str, str]) -> None:
    checked = check(wanted)
    taken = {action: names_of(keys) for action, keys in wanted.items() if action not in checked.refused}
    for action, keys in taken.items():
        others = {other: theirs for other, theirs in taken.items() if other != action}
        assert why_not(action, keys, others) is None
        assert checked.keymap[action] == ",".join(keys)
    assert set(checked.refused) | set(taken) == set(wanted)


@given(st.text(max_size=20))
def test_any_text_is_a_key_or_is_told(text: str) -> None:
    for key in names_of(text):
        assert fault(key, typing=False) is None or "key" in str(fault(key, typing=False))


def settings(desk: Desk, text: str) -> None:
    desk.paths.settings.parent.mkdir(parents=True, exist_ok=True)
    desk.paths.settings.write_text(text, encoding="utf-8")
    desk.reload_settings()


def put(decks: Path, kind: str) -> None:
    (decks / "d.deck.yaml").write_text(deck("d", QUESTIONS[kind]), encoding="utf-8")


async def test_a_key_of_ones_own_works_is_shown_and_replaces_the_old(
    decks: Path, desk: Desk, show: Study
) -> None:
    put(decks, "flashcard")
    settings(desk, '[keys]\n"study.hint" = "y"\nstudy.next = "f12,enter"\n')
    async with show(Plan(decks=("d",))) as at:
        assert isinstance(at.app.screen, StudyScreen)
        assert "y Hint" in at.text
        await at.press("h")
        assert "Hint: A part of a car." not in at.text
        await at.press("y")
        assert "Hint: A part of a car." in at.text


async def test_actions_that_share_a_key_keep_it_when_one_of_them_gets_another(
    decks: Path, desk: Desk, show: Study
) -> None:
    put(decks, "short")
    settings(desk, '[keys]\n"study.next" = "f12"\n')
    async with show(Plan(decks=("d",))) as at:
        await at.press("escape", "i")
        assert at.app.focused is not None
        await at.type("antibodies")
        await at.press("enter")
        assert "F12 Next" in at.text
        await at.press("enter", "space")
        assert "F12 Next" in at.text
        await at.press("f12")
        assert "F12 Next" not in at.text


async def test_a_letter_is_not_offered_as_a_key_while_it_is_text(
    decks: Path, desk: Desk, show: Study
) -> None:
    put(decks, "short")
    settings(desk, '[keys]\n"study.hint" = "x,f8"\n')
    async with show(Plan(decks=("d",))) as at:
        assert "F8 Hint" in at.text
        await at.press("x")
        assert "Hint: Y-shaped" not in at.text
        await at.press("f8")
        assert "Hint: Y-shaped" in at.text


async def test_keys_that_cannot_be_had_are_told_with_their_place(
    decks: Path, desk: Desk, show: Study
) -> None:
    put(decks, "short")
    settings(desk, '# mine\n[keys]\n"study.hint" = "u"\n"home.abuot" = "z"\n')
    async with show() as at:
        assert "2 mistakes in the settings file: press s to see." in at.words
        await at.press("s")
        assert "3:1: `u` is taken: it is `Undo` (study.undo)." in at.words
        assert "4:1: There is no action `home.abuot`; did you mean `home.about`?" in at.words
        await at.press("escape", "enter", "f2")
        assert "Hint: Y-shaped" in at.text
