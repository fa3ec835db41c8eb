"""What makes an item fair, as far as counting can tell."""

import re
from math import sqrt
from statistics import mean

from decks.documents import words
from decks.shipped import name, prompt, questions, texts

from quizapp.deck.model import Choice, Cloze, Deck, Flashcard, Gap, Question, ShortAnswer, TrueFalse

ABSOLUTE = re.compile(
    r"\b(always|never|all|none|only|every|completely|impossible|guaranteed|must|cannot)\b", re.IGNORECASE
)
NEGATIVE = re.compile(r"\b(not|except|least|isn't|never|incorrect|false)\b", re.IGNORECASE)
ADVICE = re.compile(
    r"\byou\b|\byour\b|\b(stop|start|avoid|refuse) (taking|treatment)\b|\d ?(mg|ml|iu)\b", re.IGNORECASE
)
HARM = re.compile(r"side effect|adverse|fever|\bsafe", re.IGNORECASE)
WARNING = re.compile(r"serious|severe|life-threatening|report|care team", re.IGNORECASE)
BELOW = re.compile(r"\b(option|answer|choice) [A-D1-4]\b|\b(all|none|both) of the above\b", re.IGNORECASE)
COMMON = frozenset(words("a an the of to in and or that it is are for with on by from at as be"))


def body_of(kind: type) -> list[tuple[Deck, Question]]:
    """The questions of one kind."""
    return [each for each in questions() if isinstance(each[1].body, kind)]


def choices() -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """Name, stem, right and wrong options of each multiple choice."""
    found = []
    for deck, question in questions():
        match question.body:
            case Choice(question=stem, answers=right, wrong=wrong):
                found.append((name(deck, question), stem, right, tuple(option.text for option in wrong)))
    return found


def stems(text: str) -> set[str]:
    """The words that carry meaning, without common endings."""
    return {re.sub(r"(ies|es|s|ing|ed|al|ic)$", "", word) for word in words(text) if word not in COMMON}


def test_a_choice_has_two_to_four_options_and_a_reason_for_each_wrong_one() -> None:
    for deck, question in body_of(Choice):
        assert isinstance(question.body, Choice)
        assert 2 <= len(question.body.options) <= 4, name(deck, question)
        assert question.body.wrong, name(deck, question)
        assert all(option.why for option in question.body.wrong), name(deck, question)
        assert len({tuple(words(text)) for text in question.body.options}) == len(question.body.options)


def test_the_right_option_does_not_stand_out_by_its_length() -> None:
    for where, _, right, wrong in choices():
        key, others = max(len(words(text)) for text in right), [len(words(text)) for text in wrong]
        assert not (key > max(others) and key >= 1.5 * mean(others) and key >= max(others) + 3), where


def test_over_all_choices_the_longest_option_is_right_no_more_often_than_by_chance() -> None:
    single = [(right[0], wrong) for _, _, right, wrong in choices() if len(right) == 1]
    longest = sum(len(words(key)) > max(len(words(text)) for text in wrong) for key, wrong in single)
    chance = mean(1 / (1 + len(wrong)) for _, wrong in single)
    limit = chance + 2 * sqrt(chance * (1 - chance) / len(single))
    assert longest / len(single) <= limit


def test_absolute_words_do_not_give_wrong_options_away() -> None:
    for where, _, right, wrong in choices():
        assert ABSOLUTE.search(" ".join(right)) or not ABSOLUTE.search(" ".join(wrong)), where


def test_stems_and_statements_are_put_positively() -> None:
    for deck, question in questions():
        assert not NEGATIVE.search(prompt(question)), name(deck, question)
        assert not BELOW.search(" ".join(texts(question))), name(deck, question)


def test_about_half_of_the_statements_are_true() -> None:
    truths = [question.body.answer for _, question in questions() if isinstance(question.body, TrueFalse)]
    assert len(truths) >= 20
    assert 0.4 <= mean(truths) <= 0.6


def test_statements_hold_no_absolute_word() -> None:
    for deck, question in body_of(TrueFalse):
        assert not ABSOLUTE.search(prompt(question)), name(deck, question)


def test_a_flashcard_asks_for_one_short_thing() -> None:
    for deck, question in body_of(Flashcard):
        assert isinstance(question.body, Flashcard)
        answer = question.body.answer
        assert len(words(answer)) <= 15, name(deck, question)
        assert ";" not in answer, name(deck, question)
        assert answer.count(" and ") <= 1, name(deck, question)
        assert 4 <= len(words(question.body.question)) <= 20, name(deck, question)


def test_a_typed_answer_does_not_stand_in_its_own_question() -> None:
    for deck, question in body_of(ShortAnswer):
        assert isinstance(question.body, ShortAnswer)
        shown = " ".join(words(question.body.question))
        assert " ".join(words(question.body.answer)) not in shown, name(deck, question)


def test_a_gap_can_be_worked_out_but_not_read_off() -> None:
    for deck, question in body_of(Cloze):
        body, where = question.body, name(deck, question)
        assert isinstance(body, Cloze)
        text = "".join(piece for piece in body.pieces if not isinstance(piece, Gap))
        about = (*question.hints, deck.title, *deck.tags, *question.tags, question.topic or "")
        assert 5 <= len(words(text)) <= 25, where
        assert isinstance(body.pieces[0], str), where
        for before, gap in zip(body.pieces, body.pieces[1:], strict=False):
            if not isinstance(gap, Gap):
                continue
            assert len(words(gap.wording)) <= 4, where
            assert isinstance(before, str), where
            assert not re.search(r"\b(a|an) $", before), where
            visible = stems(" ".join((text, gap.hint or "", *about)))
            assert not stems(gap.wording) & visible, where


def test_an_explanation_is_short() -> None:
    for deck, question in questions():
        explain = question.explain or ""
        assert len(words(explain)) <= 60, name(deck, question)
        assert len(re.findall(r"[.!?][\"”]?(?=\s+[A-Z\"]|$)", explain)) <= 3, name(deck, question)


def test_a_question_that_touches_harm_says_that_it_can_be_serious_or_must_be_reported() -> None:
    for deck, question in questions():
        if HARM.search(" ".join(texts(question))):
            assert WARNING.search(question.explain or ""), name(deck, question)


def test_nothing_reads_as_advice_to_a_patient() -> None:
    for deck, question in questions():
        typed = question.body.accept if isinstance(question.body, ShortAnswer) else ()
        for text in (text for text in texts(question) if text not in typed):
            assert not ADVICE.search(text), name(deck, question)
