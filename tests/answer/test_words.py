"""The bundled lists of words."""

import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.answer import words
from quizapp.answer.words import WordList, is_name, is_word
from quizapp.answer.words.build import collect, pack


@pytest.mark.parametrize(
    "word",
    ["nitrite", "nitrate", "ileum", "ilium", "mitosis", "meiosis", "cytosine", "stroma", "colour", "zygote"],
)
def test_words_are_in_the_list(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("text", ["checkpiont", "inate", "", "zzzz", "\x00", "café", "perro", "A" * 500])
def test_what_is_no_word_is_not(text: str) -> None:
    assert not is_word(text)


def test_names_have_a_list_of_their_own() -> None:
    assert is_name("austria")
    assert not is_word("austria")


def test_the_lists_are_small_and_carry_their_licence() -> None:
    folder = Path(words.__file__).parent
    assert sum(file.stat().st_size for file in folder.glob("*.words")) < 600_000
    assert "Kevin Atkinson" in (folder / "LICENSE-SCOWL.txt").read_text("utf-8")


def test_every_word_packed_is_found_and_no_other(tmp_path: Path) -> None:
    source = tmp_path / "english-words.10"
    many = [f"w{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}{'x' * (n // 676)}" for n in range(2000)]
    source.write_text("\n".join([*many, "Zoë", "dog's", "can't"]), "latin-1")
    collected = collect(tmp_path, ["english-words"], (10, 20))
    assert set(collected) == {*many, "zoe", "cant"}
    file = tmp_path / "own.words"
    file.write_bytes(pack(collected))
    own = WordList(file)
    assert all(word in own for word in collected)
    assert not any(word + "q" in own for word in collected)
    assert "a" not in own


def test_another_file_is_no_list_of_words(tmp_path: Path) -> None:
    file = tmp_path / "other"
    file.write_bytes(b"something else")
    with pytest.raises(ValueError, match="not a list of words"):
        WordList(file)


def test_the_lists_are_not_read_before_a_word_is_asked_for() -> None:
    program = "import quizapp.answer.judge, quizapp.answer.words as w; print(w._list.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
