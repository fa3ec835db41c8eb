"""The layers of judging typed text, each told by its code and its sentence."""

import pytest

from quizapp.answer.context import Context
from quizapp.answer.judge import judge
from quizapp.answer.normal import key
from quizapp.answer.response import Typed
from quizapp.answer.verdict import Verdict
from quizapp.answer.wording import sentence
from quizapp.deck.model import Question, ShortAnswer, Wrong

_OTHERS = {key("hypotension"): "deck/low", key("chemokine"): "deck/chemo"}


def short(response: str, body: ShortAnswer, context: Context | None = None) -> Verdict:
    return judge(Question("q", "short", body), "front", Typed((response,)), context or Context("en", _OTHERS))


@pytest.mark.parametrize(
    ("answer", "response", "rule", "said"),
    [
        ("checkpoint", "checkpoint", "exact", "Right."),
        ("checkpoint", " The Checkpoints ", "normalised", "Right."),
        ("checkpoint", "checkpiont", "slip", "Accepted: one slip, 'checkpiont'."),
        ("immunotherapy", "imunotherappy", "slip", "Accepted: two slips, 'imunotherappy'."),
        (
            "hypertension",
            "hypotension",
            "another-answer",
            "Not accepted: hypotension is a different answer from hypertension.",
        ),
        ("nitrate", "nitrite", "another-word", "Not accepted: 'nitrite' is a different word."),
        ("ileum", "ilium", "another-word", "Not accepted: 'ilium' is a different word."),
        (
            "phase 3 trial",
            "phase 2 trial",
            "digits",
            "Not accepted: the number in 'phase 2 trial' is a different one.",
        ),
        ("CD4⁺", "CD4", "signs", "Not accepted: a sign in 'CD4' makes it something else."),
        (
            "not specific",
            "specific",
            "negation",
            "Not accepted: a word like not makes 'specific' say the opposite.",
        ),
        ("T cell", "cell", "missing-word", "Not accepted: a word is missing in 'cell'."),
        (
            "hypertension",
            "hyprtension",
            "turned",
            "Not accepted: the way 'hyprtension' begins or ends gives it another meaning.",
        ),
        ("oxygen", "oxxigen", "near", "Not quite: that is close, check the spelling."),
        ("nucleus", "nuclei", "plural", "Not quite: check whether one or several are asked for."),
        ("oxygen", "carbon", "wrong", "Not right."),
    ],
)
def test_each_layer_has_its_code_and_its_sentence(answer: str, response: str, rule: str, said: str) -> None:
    verdict = short(response, ShortAnswer("?", answer))
    assert (verdict.rule, sentence(verdict)) == (rule, said)


def test_a_response_that_is_right_elsewhere_names_that_card() -> None:
    verdict = short("hypotension", ShortAnswer("?", "hypertension"))
    assert verdict.confused == "deck/low"
    assert not verdict.near


def test_another_wording_is_accepted_and_said_so() -> None:
    body = ShortAnswer("?", "blood cell", accept=("haematocyte",))
    assert sentence(short("Hematocyte", body)) == "Right: 'Hematocyte' is accepted too."


def test_a_refused_answer_comes_before_slips_and_brings_the_teachers_reason() -> None:
    body = ShortAnswer("?", "cytokine", reject=(Wrong("citokine", "That is no word."),))
    verdict = short("Citokine", body)
    assert (verdict.rule, verdict.why) == ("rejected", "That is no word.")
    assert sentence(verdict) == "Not accepted: 'Citokine' is not the answer here. That is no word."


def test_what_is_as_near_to_a_refused_answer_is_not_forgiven() -> None:
    body = ShortAnswer("?", "kalimon", reject=(Wrong("kalidon"),))
    assert short("kalion", body).rule == "between"
    assert short("kalion", ShortAnswer("?", "kalimon")).rule == "slip"


@pytest.mark.parametrize(
    ("typos", "response", "rule"),
    [
        ("none", "pembrolizumap", "near"),
        ("1", "pembrolizumap", "slip"),
        ("1", "pembrolizimap", "near"),
        ("2", "pembrolizimap", "slip"),
        ("auto", "pembrolizimap", "slip"),
        ("auto", "pembrolizimapp", "near"),
    ],
)
def test_the_teacher_says_how_many_slips_are_forgiven(typos: str, response: str, rule: str) -> None:
    assert short(response, ShortAnswer("?", "pembrolizumab", typos=typos)).rule == rule


def test_a_second_try_is_offered_for_capitals_and_accents_that_count() -> None:
    case = short("haus", ShortAnswer("?", "Haus", case=True), Context("de"))
    assert (case.rule, case.near, case.score) == ("case", True, 0.0)
    accents = short("schon", ShortAnswer("?", "schön", accents=True), Context("de"))
    assert (accents.rule, accents.near, accents.score) == ("accents", True, 0.0)
    assert short("schoen", ShortAnswer("?", "schön", accents=True), Context("de")).score == 1.0


def test_an_accent_that_makes_another_answer_of_the_deck_is_never_folded_away() -> None:
    others = {key("ano", "es"): "deck/ano"}
    verdict = short("ano", ShortAnswer("?", "año"), Context("es", others))
    assert (verdict.rule, verdict.confused) == ("another-answer", "deck/ano")
    assert short("ano", ShortAnswer("?", "año"), Context("es")).score == 1.0


def test_a_word_of_the_decks_at_hand_is_not_a_slip() -> None:
    body = ShortAnswer("?", "nivolumab")
    assert short("nivolumub", body, Context()).rule == "slip"
    knows = Context(known_word=frozenset({"nivolumub"}).__contains__)
    assert short("nivolumub", body, knows).rule == "another-word"


@pytest.mark.parametrize(
    ("language", "answer", "response", "rule"),
    [
        ("es", "perro", "pero", "near"),
        ("fr", "poisson", "poison", "near"),
        ("de", "die Zelle", "die Zeile", "near"),
        ("es", "importante", "importantes", "near"),
        ("de", "Studenten", "Studentin", "near"),
        ("es", "biblioteca", "bibloteca", "slip"),
        ("de", "Bundesverfassungsgericht", "Bundesverfasungsgericht", "slip"),
    ],
)
def test_without_a_list_of_words_only_slips_inside_long_words_are_forgiven(
    language: str, answer: str, response: str, rule: str
) -> None:
    verdict = short(response, ShortAnswer("?", answer), Context(language))
    assert verdict.rule == rule
    assert verdict.near == (rule == "near")


def test_a_teacher_may_forgive_slips_in_any_language() -> None:
    body = ShortAnswer("?", "zapato", typos="1")
    assert short("sapato", body, Context("es")).rule == "slip"


@pytest.mark.parametrize(
    ("answer", "response"), [("innate immunity", "innate imunity"), ("immature", "imature")]
)
def test_a_letter_doubled_or_not_turns_no_meaning(answer: str, response: str) -> None:
    assert short(response, ShortAnswer("?", answer)).rule == "slip"


def test_articles_and_plurals_are_dropped_in_english_only() -> None:
    assert short("the cell", ShortAnswer("?", "cells")).score == 1.0
    assert short("mesas", ShortAnswer("?", "mesa"), Context("es")).score == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10²", "10^2"),
        ("CD4⁺", "CD4+"),
        ("H₂O", "H2O"),
        ("Fe²⁺", "Fe^2+"),
        ("SO₄²⁻", "SO4^2-"),
        ("½", "1/2"),
        ("−5", "-5"),
        ("5 μm", "5 µm"),
        ("TNF-α", "tnf alpha"),
        ("x ≤ 3", "x<=3"),
        ("F♯", "F#"),
        ("bone marrow", "bonemarrow"),
        ("check point", "checkpoint"),
        ("Crohn’s disease", "crohns disease"),
        ("U.S.A.", "USA"),
        ("haemoglobin", "hemoglobin"),
        ("tumours", "tumor"),
        ("paralysed", "paralyzed"),
        ("fibre", "fiber"),
        ("20 %", "20 percent"),
        ("2,500", "2500"),
        ("non-specific", "nonspecific"),
        ("lenses", "lens"),
        ("the 1960s", "1960s"),
        ("H2 → H+", "H2 -> H+"),
        ("doesn't cross", "does not cross"),
        ("cannot", "can't"),
        ("isnt alive", "is not alive"),
        ("three", "3"),
        ("more than five days", "more than 5 days"),
        ("f″(x)", "f''(x)"),
        ("A ⇌ B", "A <=> B"),
    ],
)
def test_ways_of_writing_one_thing_are_the_same(one: str, other: str) -> None:
    for answer, response in ((one, other), (other, one)):
        assert short(response, ShortAnswer("?", answer)).rule == "normalised"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C++", "C"),
        ("C#", "C"),
        ("x+y", "x-y"),
        ("x-y", "xy"),
        ("-5", "5"),
        ("3.14", "314"),
        ("10^3", "103"),
        ("10 3", "103"),
        ("Na⁺", "Na⁻"),
        ("δ", "Δ"),
        ("a typical", "atypical"),
        ("not able", "notable"),
        ("AIDS", "AID"),
        ("gas", "ga"),
        ("lens", "len"),
        ("A band", "band"),
        ("vitamin A", "vitamin"),
        ("f(x)", "fx"),
        ("Ca(OH)2", "CaOH2"),
        ("f'(x)", "f''(x)"),
        ("f'(x)", "f(x)"),
        ("doesn't cross", "does cross"),
        ("three", "4"),
        ("--hard", "-hard"),
        ("==", "="),
        ("n!", "n"),
        ("it's", "its"),
        ("snake_case", "snakecase"),
        ("[0, 1]", "(0, 1)"),
        ("12:30", "1230"),
        ("PD-1", "PD-L1"),
        ("red", "rad"),
        ("increase", "decrease"),
        ("1914", "1915"),
    ],
)
def test_what_differs_in_meaning_is_never_the_same(one: str, other: str) -> None:
    for answer, response in ((one, other), (other, one)):
        assert short(response, ShortAnswer("?", answer)).score == 0.0


def test_too_long_a_response_is_refused_before_anything_is_computed() -> None:
    verdict = short("a" * 2001, ShortAnswer("?", "a"))
    assert verdict.rule == "too-long"
    assert sentence(verdict) == "Not accepted: an answer may have 2000 characters at most."


@pytest.mark.parametrize(
    ("answer", "response", "rule"),
    [
        ("fluoxetine", "duloxetine", "near"),
        ("photosynthesis", "fotosynthesis", "slip"),
        ("zapato", "sapato", "slip"),
        ("DNA polymerase", "RNA polymerase", "wrong"),
        ("Henry VIII", "Henry VII", "wrong"),
    ],
)
def test_a_first_letter_is_forgiven_only_for_its_sound_and_abbreviations_never(
    answer: str, response: str, rule: str
) -> None:
    assert short(response, ShortAnswer("?", answer)).rule == rule


@pytest.mark.parametrize("response", ["clincal trial", "clinical triel", "a clinical studdy"])
def test_a_slip_from_one_wording_counts_though_another_wording_has_another_word_there(response: str) -> None:
    body = ShortAnswer("?", "clinical trial", accept=("clinical trail", "clinical study"))
    assert short(response, body).rule == "slip"


def test_a_slip_that_is_another_word_is_refused_whatever_else_is_accepted() -> None:
    body = ShortAnswer("?", "nitrate", accept=("nitrate ion", "NO3"))
    assert short("nitrite", body).rule == "another-word"


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        ("metastatic", "it is metastatic"),
        ("antibody", "It's an antibody"),
        ("antibodies", "they are antibodies"),
        ("foreign", "that’s foregin"),
        ("helium", "The answer is helium"),
    ],
)
def test_an_answer_may_be_given_in_a_short_sentence(answer: str, response: str) -> None:
    assert short(response, ShortAnswer("?", answer)).score == 1.0


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        ("foreign", "it is not foreign"),
        ("foreign", "it isn't foreign"),
        ("it is cold", "cold"),
        ("it is cold", "they are cold"),
        ("this is it", "that is it"),
        ("foreign", "it is"),
        ("hypertension", "it is hypotension"),
    ],
)
def test_a_short_sentence_says_no_more_than_its_words(answer: str, response: str) -> None:
    assert short(response, ShortAnswer("?", answer)).score < 1.0


@pytest.mark.parametrize(("answer", "response"), [("こうたい", "こうだい"), ("ハハ", "パパ"), ("कर्म", "करम")])
def test_signs_that_make_another_letter_are_no_accents(answer: str, response: str) -> None:
    assert short(response, ShortAnswer("?", answer), Context("ja")).score == 0.0
