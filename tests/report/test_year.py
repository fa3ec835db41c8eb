"""Every figure of a year, beside the same figure computed the slow and obvious way from the raw events."""

from collections import Counter, defaultdict
from datetime import date
from typing import Any

import pytest
from report import slowly
from report.year import Year, raw

from quizapp import report
from quizapp.report.breakdown import breakdown
from quizapp.report.confusions import confusions
from quizapp.report.selection import Selection, day_of
from quizapp.study.desk import Desk

Reviews = list[dict[str, Any]]


@pytest.fixture
def reviews(desk: Desk) -> Reviews:
    return slowly.counted(raw(desk))


@pytest.fixture
def today(desk: Desk) -> int:
    return desk.time.moment().day


def test_the_year_has_what_makes_counting_hard(desk: Desk, reviews: Reviews, year: Year) -> None:
    kinds = Counter(event["kind"] for event in raw(desk))
    assert min(kinds[kind] for kind in ("study", "early", "cram", "void", "override", "suspend", "reset")) > 0
    assert {event["offset"] for event in raw(desk) if event["kind"] == "study"} == {60, 120, -240}
    assert {slowly.stage(review) for review in reviews} == {"new", "learning", "young", "mature", "cram"}
    # Past midnight is still the study day before.
    assert any(slowly.hour(review) < 4 for review in reviews)
    assert len(reviews) > 1_000
    assert year.days == 365


@pytest.mark.parametrize("name", ["past year", "all", "2025", "since"])
def test_days_hours_and_time(desk: Desk, reviews: Reviews, today: int, name: str) -> None:
    period = {
        "past year": None,
        "all": report.all_time(),
        "2025": report.calendar_year(2025),
        "since": report.since(date(2025, 6, 1), today),
    }[name]
    first, last = {
        "past year": (today - 364, today),
        "all": (0, today),
        "2025": (day_of(date(2025, 1, 1)), day_of(date(2025, 12, 31))),
        "since": (day_of(date(2025, 6, 1)), today),
    }[name]
    found = report.progress(desk, today, period=period)
    mine = [review for review in reviews if first <= review["day"] <= last]
    assert {day: one.reviews for day, one in found.calendar.days.items()} == slowly.tally(
        review["day"] for review in mine
    )
    assert {day: one.right for day, one in found.calendar.days.items() if one.right} == slowly.tally(
        review["day"] for review in mine if review["rating"] > 1
    )
    assert {day: one.new for day, one in found.calendar.days.items() if one.new} == slowly.tally(
        review["day"] for review in mine if slowly.stage(review) == "new"
    )
    for day, one in found.calendar.days.items():
        assert one.minutes == pytest.approx(
            sum(slowly.seconds(review) for review in mine if review["day"] == day) / 60
        )
    assert {hour.hour: hour.answers for hour in found.hours} == slowly.tally(map(slowly.hour, mine))
    assert {hour.hour: hour.right for hour in found.hours if hour.right} == slowly.tally(
        slowly.hour(review) for review in mine if review["rating"] > 1
    )
    assert found.spent.answers == len(mine)
    assert found.spent.minutes == pytest.approx(sum(map(slowly.seconds, mine)) / 60)
    assert found.streak.days == len({review["day"] for review in mine})
    days = {review["day"] for review in reviews}
    assert (found.streak.current, found.streak.longest) == slowly.streaks(days, today)


def test_what_was_kept_by_maturity_and_month(desk: Desk, reviews: Reviews, today: int) -> None:
    found = report.progress(desk, today).retention
    groups: dict[tuple[Any, str], Reviews] = defaultdict(list)
    for review in reviews:
        stage = slowly.stage(review)
        if stage in ("young", "mature"):
            when = slowly.when(review)
            for key in ("all", (when.year, when.month)):
                groups[key, stage].append(review)
                groups[key, "both"].append(review)
    rows = [("all", found)] + [(month.when, month) for month in found.months]
    assert {key for key, _ in rows} == {key for key, _ in groups}
    for key, row in rows:
        for stage in ("young", "mature", "both"):
            mine, kept = groups[key, stage], getattr(row, stage)
            right = sum(review["rating"] > 1 for review in mine)
            assert (kept.kept.right, kept.kept.trials) == (right, len(mine))
            if mine:
                assert (kept.kept.low, kept.kept.high) == pytest.approx(slowly.wilson(right, len(mine)))
                assert kept.aimed == pytest.approx(sum(one["retention"] for one in mine) / len(mine))
                assert kept.foretold == pytest.approx(sum(map(slowly.chance, mine)) / len(mine), abs=5e-4)


def test_how_cards_stand_and_what_is_to_come(desk: Desk, today: int) -> None:
    found = report.progress(desk, today)
    stands = slowly.standings(raw(desk))
    every = [stands[place[0]] for deck in ("heart", "lung") for place in desk.library.places(deck)]
    free = [card for card in every if not card["suspended"]]
    assert found.cards.suspended == len(every) - len(free)
    assert found.cards.new == sum(card["phase"] == "new" for card in free)
    assert found.cards.learning == sum(card["phase"] in ("learning", "relearning") for card in free)
    review = [card for card in free if card["phase"] == "review"]
    assert found.cards.young == sum(card["interval"] < 21 for card in review)
    assert found.cards.mature == sum(card["interval"] >= 21 for card in review)
    assert found.cards.buried == sum(card["buried"] is not None and card["buried"] > today for card in free)
    assert found.coming.load == pytest.approx(sum(1 / max(card["interval"], 1) for card in review))
    due = Counter(
        max(card["due"], today)
        for card in free
        if card["phase"] != "new" and card["at"] is None and card["due"] < today + 30
    )
    assert {day: cards for day, cards in found.coming.days if cards} == due
    assert [day for day, _ in found.coming.days] == list(range(today, today + 30))


@pytest.mark.parametrize(
    "selection", [Selection(("lung",)), Selection(tag="hard"), Selection(("heart",), "hard")]
)
def test_a_selection_sees_its_own_cards_alone(
    desk: Desk, reviews: Reviews, today: int, selection: Selection
) -> None:
    mine = [review for review in reviews if _selected(review["card"], selection)]
    found = report.progress(desk, today, selection, report.all_time())
    assert found.spent.answers == len(mine) > 0
    assert found.streak.days == len({review["day"] for review in mine})
    assert {hour.hour: hour.answers for hour in found.hours} == slowly.tally(map(slowly.hour, mine))
    both = [review for review in mine if slowly.stage(review) in ("young", "mature")]
    assert found.retention.both.kept.trials == len(both)
    places = [place[0] for deck in ("heart", "lung", "never") for place in desk.library.places(deck)]
    assert found.cards.total == sum(_selected(card, selection) for card in places)


def _selected(card: str, selection: Selection) -> bool:
    deck, _, rest = card.partition("/")
    number = int(rest.partition("#")[0][1:])
    return (not selection.decks or deck in selection.decks) and (selection.tag is None or number % 5 == 0)


@pytest.mark.parametrize("by", ["deck", "topic", "kind", "source"])
def test_figures_divided(desk: Desk, reviews: Reviews, today: int, by: Any) -> None:
    def name(card: str) -> str:
        deck, _, rest = card.partition("/")
        number = int(rest.partition("#")[0][1:])
        return {
            "deck": deck,
            "topic": ("beats", "valves", "no topic")[number % 3],
            "kind": ("flashcard", "multiple choice", "short answer")[number % 3],
            "source": "A book of organs",
        }[by]

    rows = {row.name: row for row in breakdown(desk, by, today, period=report.all_time()).rows}
    groups: dict[str, Reviews] = defaultdict(list)
    for review in reviews:
        groups[name(review["card"])].append(review)
    assert set(groups) == set(rows)
    for key, mine in groups.items():
        row = rows[key]
        assert (row.answers, row.right) == (len(mine), sum(one["rating"] > 1 for one in mine))
        assert row.minutes == pytest.approx(sum(map(slowly.seconds, mine)) / 60)
        recalled = [one for one in mine if slowly.stage(one) in ("young", "mature")]
        right = sum(one["rating"] > 1 for one in recalled)
        assert (row.kept.trials, row.kept.right) == (len(recalled), right)
    places = [place[0] for deck in ("heart", "lung") for place in desk.library.places(deck)]
    assert sum(row.cards.total for row in rows.values()) == len(places)


def test_pairs_that_were_taken_for_each_other(desk: Desk, reviews: Reviews) -> None:
    expected = Counter(
        (review["card"], review["confused"]) for review in reviews if review.get("confused") is not None
    )
    assert {(pair.first, pair.second): pair.times for pair in confusions(desk)} == expected
    times = [pair.times for pair in confusions(desk)]
    assert times == sorted(times, reverse=True)
    texts = {pair.first: pair.first_text for pair in confusions(desk)}
    assert all(text == f"What is heart {card[7:]}?" for card, text in texts.items() if "#" not in card)


def test_the_log_is_found_sound_and_refolding_changes_no_figure(desk: Desk, today: int) -> None:
    before = report.progress(desk, today)
    assert desk.store.check() == []
    desk.store.refold()
    assert report.progress(desk, today) == before
