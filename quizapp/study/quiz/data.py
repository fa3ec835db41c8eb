"""Results and attempts as plain values for JSON. `FORMAT` changes when a name or its meaning does."""

from collections.abc import Sequence
from typing import Any

from quizapp.answer import codec
from quizapp.study.quiz.course import Course
from quizapp.study.quiz.result import Answered, Group, Result, Short
from quizapp.study.quiz.sit import Past

FORMAT = 1


def result_data(result: Result, before: Sequence[Past] = (), course: Course | None = None) -> dict[str, Any]:
    """The whole result. course: gives responses as they are kept, beside their words."""
    return {
        **_head(result),
        **short_data(result.short),
        "by_topic": [_group(row) for row in result.by_topic],
        "by_kind": [_group(row) for row in result.by_kind],
        "by_deck": [_group(row) for row in result.by_deck],
        "certainty": [
            {"certainty": row.certainty.value, "answers": row.answers, "right": row.right, "score": row.score}
            for row in result.certainty
        ],
        "questions": [_answered(one, course) for one in result.answers],
        "repaired": result.repaired,
        "counted": result.counted,
        "before": [past_data(one) for one in before],
    }


def past_data(past: Past) -> dict[str, Any]:
    """An attempt in a list."""
    return {
        "attempt": past.attempt.id,
        "title": past.attempt.title,
        "at": past.attempt.at,
        "offset": past.attempt.offset,
        "decks": list(past.decks),
        "questions": past.questions,
        "paper": past.attempt.code,
        "finished": past.short is not None,
        **(short_data(past.short) if past.short else {}),
    }


def short_data(short: Short) -> dict[str, Any]:
    """A result in short."""
    return {
        "points": short.points,
        "of": short.of,
        "percent": short.percent,
        "pass": short.passing,
        "passed": short.passed,
        "right": short.right,
        "answered": short.answered,
        "questions_asked": short.questions,
        "seconds": round(short.spent_ms / 1000, 1),
        "ended": short.ended.value,
        "exam": short.exam,
    }


def _head(result: Result) -> dict[str, Any]:
    attempt, paper = result.attempt, result.paper
    return {
        "attempt": attempt.id,
        "title": paper.title,
        "at": attempt.at,
        "offset": attempt.offset,
        "paper": paper.code,
        "seed": paper.seed,
        "minutes": paper.rules.minutes,
        "decks": [{"id": deck.id, "title": deck.title} for deck in paper.decks],
    }


def _group(group: Group) -> dict[str, Any]:
    return {**group._asdict(), "percent": group.percent}


def _answered(one: Answered, course: Course | None) -> dict[str, Any]:
    item = one.entry.item
    given = course.slots[one.place].given if course else None
    return {
        "number": one.number,
        "card": str(item.card),
        "kind": item.question.kind,
        "topic": item.question.topic,
        "level": item.question.level,
        "asks": item.asks,
        "state": one.state.value,
        "score": one.score,
        "points": one.points,
        "of": one.of,
        "given": one.given,
        "response": codec.encode(given.response) if given else None,
        "answer": one.answer,
        "verdict": one.verdict or None,
        "certainty": one.certainty.value if one.certainty else None,
        "explain": one.explain or None,
        "sources": list(one.sources),
        "seconds": round(one.spent_ms / 1000, 1),
        "later": one.later,
    }
