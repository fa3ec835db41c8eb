"""The reference of the deck format for teachers, written from the reader's own field tables.

    python -m quizapp.author.reference > docs/teachers/format.md

writes it anew after a table has changed; a test fails until that was done.
"""

from collections.abc import Iterable

from quizapp.author.starter import EXAMPLES
from quizapp.author.values import told
from quizapp.deck.fields import Field, Named, Several, Shape
from quizapp.deck.kinds import KINDS
from quizapp.deck.kinds.kind import Kind
from quizapp.deck.layout import COMMON, DECK_KEYS, DEFAULTS, INHERITED, QUESTIONS
from quizapp.deck.records import Record

_TOP = """\
<!-- Made from the field tables: `python -m quizapp.author.reference > docs/teachers/format.md`. -->

# The deck format

A deck is a text file in UTF-8, named `*.deck.yaml`. It holds the deck's own keys and a list of questions.
New to this? [Your first deck](first-deck.md) shows it step by step;
[Good questions](good-questions.md) says what to ask.

In the tables **bold** keys are required. A key without a value counts as not there. Keys of your own begin
with `x-`; they are kept and ignored. Every text is taken as it was typed: `no`, `007`, `1.10` and `12:30`
mean what they say.

* [Keys of a deck](#keys-of-a-deck)
* [Keys of every question](#keys-of-every-question)
* [Kinds of questions](#kinds-of-questions)
* [Gaps](#gaps)
* [When text needs quotes](#when-text-needs-quotes)
"""
_KINDS = """\
## Kinds of questions

Nobody writes a kind: it follows from the keys. The first row that fits, from the top, decides.
"""
_GAPS = """\
## Gaps

A gap is written into the text of a cloze:

| written | does |
| --- | --- |
| `[[brake]]` | hides the word; the learner types it |
| `[[brake\\|the brake]]` | takes the second wording too |
| `[[brake::part of a car]]` | shows a hint in the gap |
| `[[#a hyper]]… and [[#a hypo]]…` | gaps with one label are hidden together, on one card |
| `\\[[` | two brackets as they are: a backslash takes the next character as text |

Each gap makes a card of its own, named by its label, else by its first wording; so a card keeps its progress
when the text round the gap changes. Gaps can't stand inside each other.
"""
_QUOTES = """\
## When text needs quotes

Put single quotes round a text, and double each single quote inside it, if it

* holds a colon and a space, or ends in a colon: `'Note: this'`
* holds a space and `#`: `'What is C #1?'`
* holds a comma inside `{ }` or `[ ]`: `{text: Ice, why: 'It floats, so it is lighter.'}`
* starts with one of ``[ ] { } * & ! % @ ` > | " ' , # ?`` or with a hyphen and a space:
  `'[[Platelets]] stop bleeding.'`

A longer text may go on in the next lines behind `>-` (line breaks become spaces) or `|` (line breaks stay);
it needs no quotes then:

```yaml
- question: Why does a lake freeze from above?
  answer: Water near freezing is lighter than water at 4 °C
  explain: >-
    Note: this is unusual. Most liquids get denser until they freeze,
    and their ice sinks.
```
"""


def reference() -> str:
    """Return the whole reference, in Markdown."""
    parts = [_TOP, *_deck(), *_common(), _KINDS + _kinds(), *(_kind(kind) for kind in KINDS), _GAPS, _QUOTES]
    return "\n".join(parts)


def _deck() -> list[str]:
    inside = _inside(DECK_KEYS)
    inside += [deeper for _, record in inside for deeper in _inside(record.fields)]
    words = [_table("## Keys of a deck", DECK_KEYS)]
    words += [_table(f"### Inside `{name}`", record.fields) for name, record in inside]
    words.append(
        "### Inside `defaults`\n\nThese keys may stand there, and hold for every question that doesn't give "
        f"its own:\n{_all(sorted(INHERITED))}.\nThe `tags` there are added to a question's own.\n"
    )
    return words


def _inside(fields: Iterable[Field]) -> list[tuple[str, Record]]:
    """Return the fields whose values are mappings, with those."""
    return [(part.name, record) for part in fields if (record := _record(part.shape))]


def _all(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _common() -> list[str]:
    inside = _inside(COMMON)
    words = [_table("## Keys of every question", COMMON)]
    return words + [_table(f"### Inside `{name}`", record.fields) for name, record in inside]


def _kinds() -> str:
    rows = [
        f"| [{kind.name}](#{_anchor(kind.name)}) | {_all(kind.told_by) or 'none of these'} | {kind.about} |"
        for kind in KINDS
    ]
    return "\n".join(["", "| kind | told by | what it is |", "| --- | --- | --- |", *rows, ""])


def _kind(kind: Kind) -> str:
    table = _table(f"### {kind.name}", kind.fields, kind.about)
    inside = "".join(
        f"\nInside `{part.name}`:\n\n{_rows(record.fields)}"
        for part in kind.fields
        if (record := _record(part.shape))
    )
    return f"{table}{inside}\n```yaml\n{_undented(EXAMPLES[kind.name])}```\n"


def _record(shape: Shape) -> Record | None:
    """Return the mapping that a value is made of, if any."""
    if isinstance(shape, Several | Named):
        return _record(shape.of)
    return shape if isinstance(shape, Record) else None


def _table(heading: str, fields: Iterable[Field], about: str = "") -> str:
    return f"{heading}\n\n" + (f"{about}\n\n" if about else "") + _rows(fields)


def _rows(fields: Iterable[Field]) -> str:
    rows = ["| key | what it is for | its value | example |", "| --- | --- | --- | --- |"]
    for part in fields:
        name = f"**`{part.name}`**" if part.required else f"`{part.name}`"
        example = f"`{_cell(part.example)}`"
        rows.append(f"| {name} | {_cell(part.help)} | {_value(part)} | {example} |")
    return "\n".join(rows) + "\n"


def _value(part: Field) -> str:
    if part is QUESTIONS:
        return "a list of questions"
    if part is DEFAULTS:
        return "keys of questions with their values"
    return _cell(told(part.shape))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _anchor(heading: str) -> str:
    return heading.replace("/", "").replace(" ", "-")


def _undented(text: str) -> str:
    return "".join(line.removeprefix("  ") for line in text.splitlines(keepends=True))


if __name__ == "__main__":
    import sys

    sys.stdout.write(reference())
