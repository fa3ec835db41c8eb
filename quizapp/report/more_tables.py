"""Tables of the figures that are asked for one at a time."""

from collections.abc import Sequence

from quizapp.report.authoring import AuthorView
from quizapp.report.breakdown import Breakdown
from quizapp.report.calendar import minutes_in_words
from quizapp.report.confusions import Confusion
from quizapp.report.documents import DocumentMap, Knowledge, Paragraph
from quizapp.report.exam import Exam
from quizapp.report.expect import ENOUGH, Expected
from quizapp.report.goal import Work
from quizapp.report.how import HOW
from quizapp.report.items import Item, Sure
from quizapp.report.selection import long_date
from quizapp.report.tables import Table, between, percent
from quizapp.text import counted, shortened

_BY = {"deck": "deck", "topic": "topic", "kind": "kind of question", "source": "source document"}
SIGNS = {Knowledge.LEARNED: "█", Knowledge.SHAKY: "▒", Knowledge.UNSEEN: "·"}
"""How a paragraph stands in a map: by its shape, not by a colour."""
_TITLES = 38
_QUESTIONS = 70


def breakdown_table(found: Breakdown) -> Table:
    """Figures by deck, topic, kind or document."""
    title = f"By {_BY[found.by]}"
    if not found.rows:
        told = "No deck is started and nothing was answered. 'quizapp study DECK' starts one."
        return Table(f"by-{found.by}", title, HOW["breakdown"], (told,))
    head = ("", "answers", "right", "minutes", "kept", "seen", "of")
    rows = tuple(
        (
            shortened(row.title, _TITLES),
            f"{row.answers:,}",
            percent(row.right / row.answers if row.answers else None),
            f"{row.minutes:,.0f}",
            percent(row.kept.value),
            f"{row.cards.seen:,}",
            f"{row.cards.total:,}",
        )
        for row in found.rows
    )
    return Table(f"by-{found.by}", title, HOW["breakdown"], (), head, rows, (1, 2, 3, 4, 5, 6))


def document_tables(found: Sequence[DocumentMap]) -> tuple[Table, ...]:
    """A map of each document."""
    if not found:
        told = (
            "No card shown here names a document. Cards are shown of decks that are started, or named here."
        )
        return (Table("documents", "Documents", HOW["documents"], (told,)),)
    *others, last = map(_document, found)
    return (*(one._replace(how="") for one in others), last)


def _document(found: DocumentMap) -> Table:
    counts = {state: found.paragraphs_at(state) for state in Knowledge}
    said = ", ".join(f"{count} {state.value}" for state, count in counts.items() if count)
    told = f"{counted(len(found.paragraphs), 'paragraph')} with questions: {said}."
    rows = tuple((_number(one), one.knowledge.value, _parts(one)) for one in found.paragraphs)
    head = ("paragraph", "known", "questions")
    title = found.document.title
    return Table("document", title, HOW["documents"], (told,), head, rows, (0,), strip=document_strip(found))


def document_strip(found: DocumentMap, width: int = 60) -> tuple[str, ...]:
    """The document from its first paragraph to its last with questions, a sign each; nothing for others."""
    signs = {one.number: SIGNS[one.knowledge] for one in found.paragraphs if one.number is not None}
    last = max(signs, default=0)
    lines = []
    for start in range(1, last + 1, width):
        end = min(start + width - 1, last)
        marks = "".join(signs.get(number, " ") for number in range(start, end + 1))
        lines.append(f"{start:>5} {marks} {end}")
    legend = ", ".join(f"{sign} {state.value}" for state, sign in SIGNS.items())
    return (*lines, f"      {legend}") if lines else ()


def _number(paragraph: Paragraph) -> str:
    return "–" if paragraph.number is None else str(paragraph.number)


def _parts(paragraph: Paragraph) -> str:
    states = [asked.knowledge for asked in paragraph.questions]
    parts = [f"{states.count(state)} {state.value}" for state in Knowledge if state in states]
    return ", ".join(parts)


def exam_tables(found: Exam) -> tuple[Table, ...]:
    """The mark to be expected, and what to study."""
    tables = [_expected(found)]
    if found.work is not None and found.goal is not None and found.whole.cards:
        tables.append(_work(found.work, found.goal, found.on, rough=found.whole.mean is None))
    return tuple(tables)


def _expected(found: Exam) -> Table:
    whole = found.whole
    title = f"Expected on {long_date(found.on)}"
    if whole.mean is None:
        return Table("exam", title, HOW["exam"], (_too_few(whole),))
    told = [f"{percent(whole.mean)} of {counted(whole.cards, 'card')}, if nothing more is studied."]
    told.append(f"Eight times of ten it is between {percent(whole.low)} and {percent(whole.high)}.")
    if whole.reviewed < whole.cards:
        told.append(f"{counted(whole.cards - whole.reviewed, 'card')} never answered count as unknown.")
    if found.reviews:
        told.append(
            f"Your memories last {found.lasts:.2f} times as long as foretold ({found.reviews:,} reviews)."
        )
    rows = tuple(_topic(topic) for topic in found.topics if topic.mean is not None)
    silent = [topic for topic in found.topics if topic.mean is None]
    if silent:
        told.append(f"Nothing is said of {counted(len(silent), 'topic')} with few answers.")
    bars = tuple(topic.mean for topic in found.topics if topic.mean is not None)
    head = ("topic", "expected", "range", "seen", "of") if rows else ()
    return Table("exam", title, HOW["exam"], tuple(told), head, rows, (1, 2, 3, 4), bars)


def _too_few(whole: Expected) -> str:
    if not whole.cards:
        return "No deck is started. 'quizapp study DECK' starts one; or name a deck here."
    if whole.cards < ENOUGH:
        return f"Nothing can be said of {counted(whole.cards, 'card')}: it takes {ENOUGH} answered ones."
    answered = f"Of {counted(whole.cards, 'card')}, {whole.reviewed:,} were answered so far"
    return f"{answered}; from {ENOUGH} on there is something to say."


def _topic(topic: Expected) -> tuple[str, ...]:
    between = f"{100 * (topic.low or 0):.0f}–{100 * (topic.high or 0):.0f} %"
    name = shortened(topic.topic, _TITLES)
    return (name, percent(topic.mean), between, f"{topic.reviewed:,}", f"{topic.cards:,}")


def _work(work: Work, goal: float, on: int, *, rough: bool) -> Table:
    days = counted(work.days, "day")
    if not work.answers and work.enough:
        told = [f"{percent(goal)} is reached without studying more."]
    else:
        about = f"About {minutes_in_words(work.minutes)} a day until {long_date(on)}, for {days}"
        begin = f"Begin {counted(work.begin, 'new card')} and keep" if work.begin else "Keep"
        told = [f"{about}: {counted(work.answers, 'answer')} in all."]
        told.append(f"{begin} up the reviews of {counted(work.review, 'card')}.")
    if not work.enough:
        told.append(
            f"{percent(goal)} can't be reached by the schedule; this comes to {percent(work.reached)}."
        )
    elif work.answers:
        told.append(f"That brings {percent(work.reached)} instead of {percent(work.without)}.")
    if rough:
        told.append("Take it as a rough estimate: too little was answered to know how your memory differs.")
    return Table("work", f"To reach {percent(goal)}", HOW["work"], tuple(told))


def confusion_table(found: Sequence[Confusion]) -> Table:
    """Questions taken for each other."""
    if not found:
        told = "No answer given so far was the right answer of another question."
        return Table("confusions", "Taken for each other", HOW["confusions"], (told,))
    rows = tuple(
        (
            f"{pair.times}",
            "both ways" if pair.there_and_back else "",
            f"{shortened(pair.first_text, 60)} ⇄ {shortened(pair.second_text, 60)}",
        )
        for pair in found
    )
    told = "'quizapp stats --confusions --study' asks them side by side."
    head = ("times", "", "questions")
    return Table("confusions", "Taken for each other", HOW["confusions"], (told,), head, rows, (0,))


def item_tables(found: AuthorView) -> tuple[Table, ...]:
    """The author's view: what to look at first comes first."""
    tables = [_items(found)]
    if found.quizzes:
        head = ("", "papers", "full score", "mean")
        rows = tuple(
            (one.card, f"{one.asked}", percent(one.right.value), percent(one.score)) for one in found.quizzes
        )
        tables.append(Table("quizzes", "In quizzes", HOW["quizzes"], (), head, rows, (1, 2, 3)))
    return tuple(tables)


def _items(found: AuthorView) -> Table:
    if not any(item.answers for item, _ in found.rows):
        nobody = (
            "Nobody has answered these questions yet.",
            "Name the files that learners made with 'quizapp export --for-teacher' to read theirs.",
        )
        return Table("items", "Questions in practice", HOW["items"], nobody)
    answered = [(item, said) for item, said in found.rows if item.answers]
    silent = len(found.rows) - len(answered)
    told = [f"{counted(found.learners, 'learner')}; what to look at first comes first."]
    if silent:
        told.append(f"{counted(silent, 'card')} never answered.")
    told += [line for item, said in answered for line in (*item_lines(item), f"  → {said.text}", "")]
    return Table("items", "Questions in practice", HOW["items"], tuple(told))


def item_lines(item: Item) -> tuple[str, ...]:
    """A question and how it fares, in two or more lines."""
    lines = [f"{item.series.card}: {shortened(item.series.text, _QUESTIONS)}", f"  {item_facts(item)}"]
    return (*lines, *([f"  {item_options(item)}"] if item.options else []))


def item_facts(item: Item) -> str:
    """How a question fares, in a line."""
    facts = [_first(item), counted(item.answers, "answer")]
    if item.lapses.trials:
        facts.append(f"{item.lapses.right} of {item.lapses.trials} reviews forgotten")
    if item.difficulty is not None:
        facts.append(f"difficulty {item.difficulty:.1f}")
    if item.hints.right:
        facts.append(f"{counted(item.hints.right, 'answer')} with a hint")
    if item.claimed:
        facts.append(f"{item.claimed} claimed as right")
    if item.seconds is not None:
        facts.append(f"{item.seconds:.0f} s")
    if item.older:
        facts.append(f"{item.older} to an earlier wording left out")
    return "; ".join(facts)


def item_options(item: Item) -> str:
    """What was chosen of a question's options, in a line."""
    return f"chosen: {'; '.join(_option(item, place) for place in range(len(item.options)))}"


def _first(item: Item) -> str:
    share = item.first
    if item.sure is Sure.COUNTS:
        return f"{share.right} of {share.trials} right at first"
    said = f"{percent(share.value)} right at first ({between(share)}, n = {share.trials})"
    return said + (" provisional" if item.sure is Sure.PROVISIONAL else "")


def _option(item: Item, place: int) -> str:
    option = item.options[place]
    mark = " (right)" if option.right else ""
    if item.sure < Sure.PROVISIONAL:
        return f"{shortened(option.text, 30)}{mark} {option.ever}"
    return f"{shortened(option.text, 30)}{mark} {percent(option.first.value)}"
