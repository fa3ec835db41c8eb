"""Papers are drawn fairly, and the same for a seed on every machine and Python."""

from collections import Counter
from hashlib import sha512

import pytest
from hypothesis import given, strategies as st

from quizapp.answer.layout import layout
from quizapp.deck.model import Choice, Wrong
from quizapp.study.quiz.draw import Shortage, Want, chance, draw, mark32, pick, seed_of, shuffled


class Slow:
    """MT19937 as its authors describe it, seeded as Python says it seeds with a text (version 2)."""

    def __init__(self, text: str) -> None:
        data = text.encode()
        number = int.from_bytes(data + sha512(data).digest(), "big")
        key = []
        while number:
            key.append(number & 0xFFFFFFFF)
            number >>= 32
        self.state = self._by_array(key)
        self.at = 624

    @staticmethod
    def _by_array(key: list[int]) -> list[int]:
        state = [19650218]
        for i in range(1, 624):
            state.append((1812433253 * (state[-1] ^ (state[-1] >> 30)) + i) & 0xFFFFFFFF)
        i, j = 1, 0
        for _ in range(max(624, len(key))):
            before = state[i - 1] ^ (state[i - 1] >> 30)
            state[i] = ((state[i] ^ (before * 1664525)) + key[j] + j) & 0xFFFFFFFF
            i, j = i + 1, (j + 1) % len(key)
            if i == 624:
                state[0], i = state[623], 1
        for _ in range(623):
            before = state[i - 1] ^ (state[i - 1] >> 30)
            state[i] = ((state[i] ^ (before * 1566083941)) - i) & 0xFFFFFFFF
            i += 1
            if i == 624:
                state[0], i = state[623], 1
        state[0] = 0x80000000
        return state

    def _word(self) -> int:
        if self.at == 624:
            for i in range(624):
                y = (self.state[i] & 0x80000000) | (self.state[(i + 1) % 624] & 0x7FFFFFFF)
                self.state[i] = self.state[(i + 397) % 624] ^ (y >> 1) ^ (0x9908B0DF if y & 1 else 0)
            self.at = 0
        y = self.state[self.at]
        self.at += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C5680
        y ^= (y << 15) & 0xEFC60000
        return y ^ (y >> 18)

    def random(self) -> float:
        return ((self._word() >> 5) * 67108864 + (self._word() >> 6)) / 9007199254740992


def slowly_picked(count: int, wanted: int, seed: int, purpose: str) -> list[int]:
    """A Fisher-Yates shuffle on a whole list, from the front, with the slow generator."""
    luck = Slow(f"{seed}/{purpose}")
    items = list(range(count))
    for place in range(wanted):
        other = place + int(luck.random() * (count - place))
        items[place], items[other] = items[other], items[place]
    return items[:wanted]


@pytest.mark.parametrize(("count", "wanted", "seed"), [(10, 4, 7), (1_000, 30, 99), (5, 5, 2**39)])
def test_what_is_drawn_is_what_an_independent_generator_draws(count: int, wanted: int, seed: int) -> None:
    assert draw([Want(range(count), wanted)], seed, {}) == [slowly_picked(count, wanted, seed, "part 0")]


def test_seeds_given_as_text_are_the_first_bytes_of_their_hash() -> None:
    # From FIPS 180's example for "abc": ba7816bf 8f...
    assert seed_of("abc") == 0xBA7816BF8F


def test_the_mark_of_a_text_is_made_from_its_crc() -> None:
    # CRC-32's check value for "123456789" is cbf43926.
    product = (0xCBF43926 * 0x9E3779B1) % 2**32
    assert mark32("123456789") == product ^ (product >> 15)


@given(st.integers(0, 200), st.integers(0, 2**40 - 1))
def test_shuffling_loses_and_doubles_nothing(count: int, seed: int) -> None:
    assert sorted(shuffled(range(count), chance(seed, "x"))) == list(range(count))


@given(
    st.lists(st.tuples(st.frozensets(st.integers(0, 12)), st.integers(0, 5)), max_size=5), st.integers(0, 99)
)
def test_parts_that_share_questions_are_filled_if_that_can_be_done(
    parts: list[tuple[frozenset[int], int]], seed: int
) -> None:
    wants = [Want(sorted(candidates), number) for candidates, number in parts]
    drawn = draw(wants, seed, {})
    if isinstance(drawn, Shortage):
        assert not can_be_filled(wants)
        return
    every = [one for part in drawn for one in part]
    assert len(set(every)) == len(every)
    for want, part in zip(wants, drawn, strict=True):
        assert len(part) == want.number
        assert set(part) <= set(want.candidates)


def can_be_filled(wants: list[Want]) -> bool:
    """Hall's condition: every choice of parts has at least as many questions as it wants."""
    for chosen in range(1, 2 ** len(wants)):
        some = [want for number, want in enumerate(wants) if chosen >> number & 1]
        there = set().union(*(want.candidates for want in some))
        if sum(want.number or 0 for want in some) > len(there):
            return False
    return True


def test_questions_seen_lately_come_last_the_longest_ago_first() -> None:
    lately = {place: 100 - place for place in range(5)}
    assert isinstance(drawn := draw([Want(range(10), 5)], 3, lately), list)
    assert set(drawn[0]) == set(range(5, 10))
    assert isinstance(drawn := draw([Want(range(10), 7)], 3, lately), list)
    assert set(drawn[0]) == {*range(5, 10), 4, 3}


def test_a_part_without_a_number_takes_what_the_others_leave() -> None:
    drawn = draw([Want(range(6), None), Want(range(3), 2)], 1, {})
    assert isinstance(drawn, list)
    assert len(drawn[0]) == 4
    assert len(drawn[1]) == 2


# Chi-square's value that chance exceeds once in 10,000 times, by degrees of freedom.
_LIMITS = {3: 21.11, 5: 25.74, 9: 33.72, 19: 52.39}


def chi_square(counts: Counter[int], cells: int) -> float:
    expected = counts.total() / cells
    return sum((counts[cell] - expected) ** 2 / expected for cell in range(cells))


@pytest.mark.parametrize("papers", [2_000, pytest.param(10_000, marks=pytest.mark.long)])
def test_every_question_is_drawn_equally_often_and_stands_at_every_place(papers: int) -> None:
    drawn: Counter[int] = Counter()
    first: Counter[int] = Counter()
    for seed in range(papers):
        picked = pick(range(20), 6, chance(seed, "part 0"))
        drawn.update(picked)
        first[picked.index(max(picked))] += 1
    # Six of twenty without putting back spread less than independent draws: the limit is on the safe side.
    assert chi_square(drawn, 20) < _LIMITS[19]
    assert chi_square(first, 6) < _LIMITS[5]


@pytest.mark.parametrize("papers", [2_000, pytest.param(10_000, marks=pytest.mark.long)])
def test_every_position_holds_the_right_option_equally_often(papers: int) -> None:
    body = Choice("Which?", ("right",), (Wrong("a"), Wrong("b"), Wrong("c")))
    positions = Counter(layout(body, "front", f"{seed}:deck/q").options.index(0) for seed in range(papers))
    assert chi_square(positions, 4) < _LIMITS[3]
