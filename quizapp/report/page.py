"""Figures as one page of HTML that stands for itself: no scripts, nothing from the network."""

from collections.abc import Iterable, Iterator
from html import escape

from quizapp.report.calendar import Calendar
from quizapp.report.how import HOW
from quizapp.report.tables import Table
from quizapp.text import safe

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2330; --paper: #ffffff; --soft: #667085; --rule: #d5d9e2;
  --bar: #3266ad; --s0: #eceef3; --s1: #c3d6f0; --s2: #88afe0; --s3: #4a80c4; --s4: #1f4e8c; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e6e9f0; --paper: #14171d; --soft: #9aa3b2;
  --rule: #333a47; --bar: #7aa7e8; --s0: #232833; --s1: #22406a; --s2: #2f63a6; --s3: #5b93dc;
  --s4: #a9cbfa; } }
body { margin: 2rem auto; max-width: 54rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; } .how { color: var(--soft); font-size: .85rem; }
table { border-collapse: collapse; margin: .75rem 0; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .2rem .6rem .2rem 0; border-bottom: 1px solid var(--rule);
  vertical-align: top; } th { font-weight: 600; font-size: .85rem; }
.n { text-align: right; } .b { width: 30%; } .b i { display: block; height: .7rem; background: var(--bar);
  min-width: 1px; border-radius: 2px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.map { overflow-x: auto; } .map table { width: auto; border-spacing: 2px; border-collapse: separate; }
.map td { width: 11px; height: 11px; padding: 0; border: 0; border-radius: 2px; print-color-adjust: exact;
  -webkit-print-color-adjust: exact; }
.s0 { background: var(--s0); } .s1 { background: var(--s1); } .s2 { background: var(--s2); }
.s3 { background: var(--s3); } .s4 { background: var(--s4); }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } section { break-inside: avoid; } }
"""


def page(title: str, subtitle: str, tables: Iterable[Table], days: Calendar | None = None) -> Iterator[str]:
    """The lines of the page. days: a calendar to draw behind the first table."""
    yield "<!DOCTYPE html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_text(title)}</title><style>{_STYLE}</style></head><body>"
    yield f'<main><h1>{_text(title)}</h1><p class="how">{_text(subtitle)}</p>'
    for number, table in enumerate(tables):
        yield from _section(table)
        if number == 0 and days is not None:
            yield from _calendar(days)
    yield "</main></body></html>"


def _section(table: Table) -> Iterator[str]:
    yield f"<section><h2>{_text(table.title)}</h2>"
    yield from (f"<p>{_text(sentence.strip())}</p>" for sentence in table.sentences if sentence.strip())
    if table.strip:
        yield f'<pre aria-hidden="true">{_text(chr(10).join(table.strip))}</pre>'
    if table.rows:
        yield "<table><thead><tr>"
        yield "".join(
            f'<th scope="col"{_side(table, at)}>{_text(name)}</th>' for at, name in enumerate(table.head)
        )
        yield ("<td></td>" if table.bars else "") + "</tr></thead><tbody>"
        for number, row in enumerate(table.rows):
            cells = "".join(f"<td{_side(table, at)}>{_text(cell)}</td>" for at, cell in enumerate(row))
            yield f"<tr>{cells}{_bar(table, number)}</tr>"
        yield "</tbody></table>"
    yield (f'<p class="how">{_text(table.how)}</p>' if table.how else "") + "</section>"


def _calendar(found: Calendar) -> Iterator[str]:
    weeks = found.weeks()
    yield '<section><h2>Calendar</h2><div class="map"><table aria-label="Answers of each study day">'
    for weekday in range(7):
        cells = []
        for week in weeks:
            day = week[weekday]
            if day is None:
                cells.append("<td></td>")
            else:
                words = _text(found.at(day).words)
                cells.append(f'<td class="s{found.level(day)}" title="{words}"></td>')
        yield f"<tr>{''.join(cells)}</tr>"
    yield f'</table></div><p class="how">{_text(HOW["calendar"])}</p></section>'


def _side(table: Table, at: int) -> str:
    return ' class="n"' if at in table.right else ""


def _bar(table: Table, number: int) -> str:
    if not table.bars:
        return ""
    return f'<td class="b"><i style="width:{100 * table.bars[number]:.1f}%"></i></td>'


def _text(text: str) -> str:
    return escape(safe(text), quote=True)
