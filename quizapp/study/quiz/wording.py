"""The sentences of a quiz: the rules before it, and its result. Front ends lay them out."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from quizapp.store.attempts import Attempt
from quizapp.study.quiz.course import Certainty, Ended
from quizapp.study.quiz.given import right_words
from quizapp.study.quiz.marks import State
from quizapp.study.quiz.paper import Paper
from quizapp.study.quiz.result import Answered, Group, Result, Short, Sureness
from quizapp.study.quiz.sit import Past
from quizapp.text import counted

CERTAINTIES = {Certainty.SURE: "sure", Certainty.THINK: "think so", Certainty.GUESS: "guess"}
STATES = {
    State.RIGHT: "right",
    State.PARTLY: "partly right",
    State.WRONG: "wrong",
    State.DONT_KNOW: "don't know",
    State.UNANSWERED: "not answered",
}
NO_TOPIC = "no topic"
ELSEWHERE = "This quiz went on in another window; it stands as it was left there."


def told(paper: Paper) -> tuple[str, ...]:
    """Say the rules before the first question: how many, for what, how long, what happens at zero."""
    return tuple(_told(paper))


def _told(paper: Paper) -> Iterator[str]:
    rules = paper.rules
    sort = "Exam" if rules.exam else "Practice"
    yield f"{sort}: {counted(len(paper.entries), 'question')}, {many_points(paper.points)} in all."
    if rules.passing is not None:
        yield f"To pass you need {number(rules.passing)} percent."
    yield (
        "You can go back and change answers until you hand in; the result comes at the end."
        if rules.exam
        else "You are told after each answer how it was; it can't be changed then."
    )
    if rules.minutes is not None:
        yield f"Time: {counted(rules.minutes, 'minute')}. At zero it is handed in as it is."
    yield from _told_seconds(paper)
    if paper.timed:
        yield (
            "If you stop, or the computer does, the clock runs on."
            if rules.runs
            else "If you stop, or the computer does, the clock stands still until you go on."
        )
    yield from _told_penalty(paper)
    if rules.exam and any(entry.item.self_rated for entry in paper.entries):
        yield "Flashcards you mark yourself at the end, when the answers are shown."


def told_on_paper(paper: Paper) -> Iterator[str]:
    """Say the rules that hold where a paper is printed: nothing of clocks, and of going back and forth."""
    yield f"{counted(len(paper.entries), 'question')}, {many_points(paper.points)} in all."
    if paper.rules.passing is not None:
        yield f"To pass you need {number(paper.rules.passing)} percent."
    if paper.rules.minutes is not None:
        yield f"Time: {counted(paper.rules.minutes, 'minute')}."
    yield from _told_penalty(paper)


def _told_seconds(paper: Paper) -> Iterator[str]:
    limits = sorted({entry.worth.seconds for entry in paper.entries if entry.worth.seconds})
    if not limits:
        return
    limited = sum(entry.worth.seconds is not None for entry in paper.entries)
    span = counted(limits[0], "second") if len(limits) == 1 else f"{limits[0]} to {limits[-1]} seconds"
    if limited == len(paper.entries):
        which = f"Each question has {span}"
    else:
        which = f"{'One question has' if limited == 1 else f'{limited} questions have'} a limit of {span}"
    yield f"{which}. At zero it closes; what you have given by then counts."


def _told_penalty(paper: Paper) -> Iterator[str]:
    costs = sorted({entry.worth.penalty for entry in paper.entries if not entry.item.self_rated})
    if not costs or not costs[-1]:
        return
    if len(costs) == 1:
        said = f"A wrong answer costs {many_points(costs[0])}"
    else:
        said = f"A wrong answer costs {number(costs[0])} to {many_points(costs[-1])}"
    yield f"{said}; an open question and “don't know” cost nothing."


def headline(short: Short) -> str:
    """Say the result in a line: points, percent, passed or not."""
    said = f"{number(short.points)} of {many_points(short.of)}, {number(short.percent)} percent"
    if short.passed is None:
        return f"{said}."
    need = f"{number(short.passing or 0)} percent needed"
    return f"{said}: {'passed' if short.passed else 'not passed'} ({need})."


def details(short: Short) -> str:
    """Say how many were right and answered, how long it took, and why it ended if not by hand."""
    said = f"{short.right} of {counted(short.questions, 'question')} right, {short.answered} answered"
    ended = "; the time was over" if short.ended is Ended.TIME else ""
    return f"{said}, in {clock(short.spent_ms // 1000)}{ended}."


def sureness(row: Sureness) -> str:
    """Say how often a learner who was that sure was right."""
    share = round(100 * row.right / row.answers)
    return f"{CERTAINTIES[row.certainty]}: {row.right} of {row.answers} right, {share} percent"


def group(row: Group) -> str:
    """Say how a group of questions went."""
    points = f"{number(row.points)} of {many_points(row.of)}"
    return f"{row.name or NO_TOPIC}: {points}, {row.right} of {row.questions} right"


def compared(result: Short, before: Sequence[Past]) -> str | None:
    """Compare with the attempt before; None if there is none."""
    last = next((one.short for one in before if one.short is not None), None)
    if last is None:
        return None
    more = round(result.percent - last.percent, 1)
    if not more:
        return f"The same as last time ({number(last.percent)} percent)."
    side = "more" if more > 0 else "less"
    return f"{number(abs(more))} percentage points {side} than last time ({number(last.percent)})."


def question(one: Answered) -> Iterator[str]:
    """Say a question of the result, with everything there is to learn from it."""
    worth = f"{number(one.points)} of {many_points(one.of)}"
    later = ", marked for later" if one.later else ""
    yield f"{one.number}. {STATES[one.state].capitalize()}, {worth}{later}"
    yield one.entry.item.asks
    if one.given is not None:
        sure = f" ({CERTAINTIES[one.certainty]})" if one.certainty else ""
        yield f"Your answer: {one.given}{sure}"
    yield f"Right answer: {right_words(one.entry.item)}"
    if one.verdict and one.state is not State.DONT_KNOW:
        yield f"Why: {one.verdict}"
    if one.explain:
        yield f"Explanation: {one.explain}"
    for source in one.sources:
        yield f"Source: {source}"


def as_text(result: Result, before: Sequence[Past] = ()) -> Iterator[str]:
    """Say the whole result, line by line."""
    yield f"{result.paper.title}, {when(result.attempt)}"
    yield headline(result.short)
    yield details(result.short)
    same = compared(result.short, before)
    if same:
        yield same
    for name, rows in (("topic", result.by_topic), ("kind", result.by_kind), ("deck", result.by_deck)):
        if rows:
            yield ""
            yield f"By {name}:"
            yield from (f"- {group(row)}" for row in rows)
    if result.certainty:
        yield ""
        yield "How sure you were:"
        yield from (f"- {sureness(row)}" for row in result.certainty)
    for one in result.answers:
        yield ""
        yield from question(one)
    yield ""
    yield f"Paper code: {result.paper.code}"


def listed(past: Past) -> str:
    """Say an attempt in a list: when, what, how it went."""
    how = "not finished" if past.short is None else headline(past.short).rstrip(".")
    return f"{when(past.attempt)}, {past.attempt.title}: {how}"


def when(attempt: Attempt) -> str:
    """Say when an attempt was begun, in the local time it was begun in."""
    moment = datetime.fromtimestamp(attempt.at / 1000, UTC) + timedelta(minutes=attempt.offset)
    return moment.strftime("%Y-%m-%d %H:%M")


def clock(seconds: float) -> str:
    """Say a time as a clock does: `4:05`, `1:00:09`."""
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def number(value: float) -> str:
    """Write points or percent without digits that say nothing: `3`, `2.5`, `0.33`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def many_points(points: float) -> str:
    """Say points: `1 point`, `2.5 points`."""
    return f"{number(points)} {'point' if points == 1 else 'points'}"
