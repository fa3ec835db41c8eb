"""A paper and its result as one page of HTML, to be looked at and printed: no scripts, nothing fetched."""

from collections.abc import Iterator, Sequence
from html import escape

from quizapp.deck.model import Choice, Matching, Ordering, TrueFalse
from quizapp.study.quiz import wording
from quizapp.study.quiz.given import right_words
from quizapp.study.quiz.marks import State
from quizapp.study.quiz.pagestyle import STYLE
from quizapp.study.quiz.paper import Entry, Paper
from quizapp.study.quiz.result import Answered, Group, Result
from quizapp.study.quiz.sit import Past
from quizapp.text import safe

_SIGNS = {
    State.RIGHT: "✓",
    State.PARTLY: "◐",
    State.WRONG: "✗",
    State.DONT_KNOW: "✗",
    State.UNANSWERED: "○",
}
_POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LINES = {"list": 0, "flashcard": 2, "short answer": 1, "numeric": 1}


def as_html(result: Result, before: Sequence[Past] = ()) -> str:
    """Return a page with the result, every question again, and on pages of their own paper and key."""
    return _page(result.paper, [*_result(result, before), *_sheet(result.paper), *_key(result.paper)])


def paper_as_html(paper: Paper) -> str:
    """Return a page with the paper, to be filled in by hand, and its key on a page of its own."""
    return _page(paper, [*_sheet(paper), *_key(paper)])


def _page(paper: Paper, parts: Sequence[str]) -> str:
    language = next((entry.item.language for entry in paper.entries), "en")
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="{_text(language)}">',
            '<head><meta charset="utf-8">',
            _POLICY,
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_text(paper.title)}</title>",
            f"<style>{STYLE}</style></head>",
            "<body>",
            *parts,
            "</body></html>\n",
        )
    )


def _result(result: Result, before: Sequence[Past]) -> Iterator[str]:
    short = result.short
    yield f"<section><h1>{_text(result.paper.title)}</h1>"
    sort = "Exam" if short.exam else "Practice"
    yield f'<p class="quiet">{sort} of {_text(wording.when(result.attempt))}</p>'
    yield f'<p class="score">{wording.number(round(short.percent))} %</p>'
    yield f"<p><strong>{_text(wording.headline(short))}</strong><br>{_text(wording.details(short))}</p>"
    same = wording.compared(short, before)
    if same:
        yield f"<p>{_text(same)}</p>"
    for title, groups in (
        ("By topic", result.by_topic),
        ("By kind", result.by_kind),
        ("By deck", result.by_deck),
    ):
        yield from _groups(title, groups)
    if result.certainty:
        yield '<h2>How sure you were</h2><table><tr><th scope="col">said</th><th scope="col">right</th></tr>'
        for row in result.certainty:
            said = wording.CERTAINTIES[row.certainty]
            yield f'<tr><th scope="row">{said}</th><td>{row.right} of {row.answers}</td></tr>'
        yield "</table>"
    yield '</section><section class="leaf"><h2>Your answers</h2><ol>'
    yield from (_answered(one) for one in result.answers)
    yield "</ol></section>"


def _groups(title: str, groups: Sequence[Group]) -> Iterator[str]:
    if not groups:
        return
    yield f'<h2>{title}</h2><table><tr><th scope="col"></th><th scope="col">points</th>'
    yield '<th scope="col">right</th><th scope="col">percent</th></tr>'
    for group in groups:
        name = _text(group.name or wording.NO_TOPIC)
        points = f"{wording.number(group.points)} of {wording.number(group.of)}"
        share = f'<meter min="0" max="100" value="{group.percent}"></meter> {wording.number(group.percent)} %'
        yield f'<tr><th scope="row">{name}</th><td>{points}</td>'
        yield f"<td>{group.right} of {group.questions}</td><td>{share}</td></tr>"
    yield "</table>"


def _answered(one: Answered) -> str:
    state = wording.STATES[one.state]
    worth = f"{wording.number(one.points)} of {wording.many_points(one.of)}"
    sure = f", {wording.CERTAINTIES[one.certainty]}" if one.certainty else ""
    parts = [f'<li class="{one.state.value}"><p class="sign">{_SIGNS[one.state]} {state}, {worth}{sure}</p>']
    parts.append(f'<p class="asks">{_text(one.entry.item.asks)}</p><dl>')
    if one.given is not None:
        parts.append(f"<dt>Your answer</dt><dd>{_text(one.given)}</dd>")
    parts.append(f"<dt>Right answer</dt><dd>{_text(right_words(one.entry.item))}</dd></dl>")
    if one.verdict and one.state is not State.DONT_KNOW:
        parts.append(f"<p>{_text(one.verdict)}</p>")
    if one.explain:
        parts.append(f"<p>{_text(one.explain)}</p>")
    parts += [f'<p class="quiet">Source: {_text(source)}</p>' for source in one.sources]
    return "".join([*parts, "</li>"])


def _sheet(paper: Paper) -> Iterator[str]:
    yield f'<section class="leaf"><h1>{_text(paper.title)}</h1>'
    yield '<p class="fill">Name <span></span> Date <span></span></p><ul class="rules">'
    yield from (f"<li>{_text(sentence)}</li>" for sentence in wording.told_on_paper(paper))
    yield "</ul><ol>"
    yield from (_asked(entry) for entry in paper.entries)
    yield "</ol></section>"


def _asked(entry: Entry) -> str:
    question, body = entry.item.question, entry.item.question.body
    worth = f' <span class="quiet">({wording.many_points(entry.worth.points)})</span>'
    picture = f'<p class="quiet">Picture: {_text(question.image.alt)}</p>' if question.image else ""
    asks = f'<li><p class="asks">{_text(entry.item.asks)}{worth}</p>{picture}'
    order = entry.item.layout.options
    match body:
        case Choice():
            options = "".join(f"<li>{_text(body.options[place])}</li>" for place in order)
            return f'{asks}<ol class="options">{options}</ol></li>'
        case TrueFalse():
            return f'{asks}<ul class="boxes"><li>True</li><li>False</li></ul></li>'
        case Ordering():
            items = "".join(f"<li>{_text(body.order[place])}</li>" for place in order)
            return f'{asks}<ul class="boxes">{items}</ul></li>'
        case Matching():
            lefts = "".join(f"<li>{_text(left)}</li>" for left, _ in body.pairs)
            rights = "".join(f"<li>{_text(body.rights[place])}</li>" for place in order)
            both = f'<ul class="boxes">{lefts}</ul><ol class="options">{rights}</ol>'
            return f'{asks}<div class="sides">{both}</div></li>'
        case _:
            return f"{asks}{_rules(entry)}</li>"


def _rules(entry: Entry) -> str:
    """Return lines to write on, as many as there are things to name."""
    body = entry.item.question.body
    need = getattr(body, "need", None) or _LINES.get(entry.item.question.kind, 1)
    return '<p class="line"></p>' * min(int(need), 20)


def _key(paper: Paper) -> Iterator[str]:
    yield f'<section class="leaf"><h1>Key: {_text(paper.title)}</h1><ol class="key">'
    yield from (f"<li>{_right(entry)}</li>" for entry in paper.entries)
    yield f'</ol><p class="quiet">Paper code <code>{_text(paper.code)}</code></p></section>'


def _right(entry: Entry) -> str:
    """Return the right answer, where options have letters with those on the paper."""
    body, order = entry.item.question.body, entry.item.layout.options
    match body:
        case Choice():
            rights = [place for place, option in enumerate(order) if option < len(body.answers)]
            return "; ".join(
                f"<b>{_letter(place)}</b> {_text(body.options[order[place]])}" for place in rights
            )
        case Matching():
            at = {body.rights[option]: _letter(place) for place, option in enumerate(order)}
            return "; ".join(
                f"{_text(left)}: <b>{at[right]}</b> {_text(right)}" for left, right in body.pairs
            )
        case _:
            return _text(right_words(entry.item))


def _letter(place: int) -> str:
    return _LETTERS[place] if place < len(_LETTERS) else str(place + 1)


def _text(text: str) -> str:
    return escape(safe(text))
