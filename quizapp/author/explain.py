"""Explains rules: in the terminal, and as the manual."""

from collections.abc import Iterator
from difflib import get_close_matches

from quizapp.author.lint.table import Rule, examples, messages, rules
from quizapp.deck.messages import MESSAGES
from quizapp.errors import UsageError

ALL = "all"
_INTRO = """\
# Rules for questions

`quizapp check` puts these rules to the questions of a deck. Errors and warnings are shown; notes are
counted, and shown with `--notes`. `quizapp check --explain O5` explains one rule, with an example that
breaks it and one that keeps it. Problems of reading a file have codes with three digits; `--explain`
knows them too.

A rule is set aside for one question by a comment on the line above it, or anywhere in it, with the reason:

```yaml
# quizapp: ignore O5 because the definition can't be shorter
- id: watershed
```

Several rules are parted by commas. Above `questions:` the comment holds for what is found of the deck as a
whole. Without a reason it silences nothing.

Rules that go by English words (marked E) are put to English decks only. Those that need the text of a
source (marked D) are skipped where the document isn't at hand, which the last line of a check says.

| code | level | | asks | why, and what is passed over |
| --- | --- | --- | --- | --- |
"""


def explain(code: str) -> str:
    """Explain one rule, a problem of reading, or list all rules. Raises UsageError if there is none."""
    wanted = code.strip()
    if wanted.lower() == ALL:
        return "\n".join(f"{rule.code:<4} {rule.level:<8} {rule.title}" for rule in rules().values())
    rule = rules().get(wanted.upper())
    if rule is not None:
        return "\n".join(_lines(rule))
    message = MESSAGES.get(wanted.upper())
    if message is not None:
        return f"{wanted.upper()}: {message.what}.\n\n{message.cure}."
    close = get_close_matches(wanted.upper(), list(messages()), 1, 0.5)
    raise UsageError(
        f"There is no rule '{wanted}'",
        todo=(f"Did you mean {close[0]}? " if close else "") + "`quizapp check --explain all` lists them",
    )


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.code} ({rule.level}): {rule.title}."
    yield ""
    yield rule.why
    shown = examples().get(rule.code)
    for head, example in (("Breaks it:", shown.bad), ("Keeps it:", shown.good)) if shown else ():
        yield from ("", head, "", *(f"    {line}" for line in example.strip().splitlines()))
    yield ""
    yield f"To set it aside for one question, write above it:  # quizapp: ignore {rule.code} because …"


def manual() -> str:
    """Return the page of the manual that lists all rules."""
    rows = "\n".join(
        f"| `{rule.code}` | {rule.level} | {' '.join(_marks(rule))} | {rule.title} | {rule.why} |"
        for rule in rules().values()
    )
    return f"{_INTRO}{rows}\n"


def _marks(rule: Rule) -> Iterator[str]:
    if rule.english:
        yield "E"
    if rule.document:
        yield "D"
