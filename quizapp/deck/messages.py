"""The wording of every problem of a deck file, and how a problem is printed."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quizapp.deck.problems import Problem
from quizapp.text import safe

_BEFORE, _BEHIND, _UNDERLINED = 60, 30, 60
_TAB = "    "


class Message(NamedTuple):
    """What is wrong and what to do about it; the words in braces are the problem's values."""

    what: str
    cure: str


_QUOTES = "put single quotes round the whole text:  {quoted}"

MESSAGES: Mapping[str, Message] = {
    "E000": Message("and {count} more", "mend these first"),
    # The file and its YAML.
    "E001": Message("the file has more than {limit} MB", "split it into several decks"),
    "E002": Message(
        "the byte {byte} is not UTF-8 ({count} such in the file); in Windows-1252 it is “{letter}”",
        "save the file with the encoding UTF-8",
    ),
    "E003": Message("the character {sign} can't be seen and doesn't belong in a deck", "delete it"),
    "E004": Message("this is not a text file", "save it as text with the encoding UTF-8"),
    "E005": Message(
        "the deck is written in format {found}, and this quizapp knows formats up to {known}",
        "update quizapp",
    ),
    "E006": Message("this is not a deck: a deck is a mapping", "start with  deck: The title"),
    "E007": Message(
        "the file begins with a list, but has no deck around it",
        "put two lines above it:  deck: The title  and  questions:",
    ),
    "E010": Message("text follows the closing quote{then}", _QUOTES),
    "E011": Message(
        "this text has a colon with a space behind it, which YAML takes for a key{then}", _QUOTES
    ),
    "E012": Message("a text may not start with {start}{more}{then}", _QUOTES),
    "E013": Message("a TAB is used for indentation{then}", "replace it with spaces"),
    "E014": Message(
        "YAML can't be read here ({said}){then}",
        "check the indentation, colons and quotes of this line and the one before it",
    ),
    "E015": Message(
        "a second document starts here; a file is one deck and the rest was not read",
        "delete this line, or put what follows into a file of its own",
    ),
    "E016": Message(
        'the key "{key}" stands here twice, first on line {first}', "delete one of the two lines{more}"
    ),
    "E017": Message("a key must be a plain word", "write  key: value  or put quotes round the text"),
    "E018": Message(
        "this is how Anki writes a gap{then}",
        "write gaps as [[wording::hint]], with quotes round the whole text",
    ),
    "E019": Message("lists and mappings are nested more than {most} deep{then}", "take the inner ones out"),
    "E020": Message("there are more than {most} entries here{then}", "split the deck into several files"),
    "E021": Message(
        "merge keys (<<) are not used in decks", "write the keys out, or use the deck's defaults"
    ),
    "E022": Message("this quote is never closed{then}", "put {quote} at the end of the text"),
    "E023": Message(
        "{start} is never closed{then}", "put {close} at the end, or quotes round the whole text"
    ),
    "E024": Message(
        "more than {most} places can't be read; nothing from here on was read",
        "mend those before, then check again",
    ),
    "E025": Message('a colon and a space are missing behind "{key}"{then}', "write  {word}: {value}"),
    "E026": Message(
        "this is not indented like what it belongs to{then}", "begin it in column {column}, below {below}"
    ),
    "E027": Message(
        "an entry begins with a hyphen and a space, and this is “{dash}{key}”{then}",
        "write  - {key}  with an ordinary hyphen",
    ),
    "E028": Message('a comma in {{ }} ends the text of "{key}", and this is behind it', _QUOTES),
    "E029": Message(
        "this line has no key: a key is a word with a colon and a space behind it{then}",
        "write  {key}: …  or let it begin further right, as part of the text above",
    ),
    # Keys and values.
    "E100": Message('{where} has no key "{key}"', "its keys are {names}; start your own with x-"),
    "E101": Message('{where} has no key "{key}"', 'did you mean "{close}"?'),
    "E102": Message('{where} lacks "{key}"', "add  {key}: {example}"),
    "E103": Message("{keys} {belong} to {owners}, but {because}", "{cure}"),
    "E104": Message('"{key}" has no text', "write something behind it, or delete the line"),
    "E105": Message('"{key}" must be {wanted}, but this is {found}', "{cure}"),
    "E106": Message('"{key}" has {count} characters; it may have {limit}', "shorten it"),
    "E107": Message('"{key}" has {count} entries; it may have {low} to {high}', "add or delete some"),
    "E108": Message('"{key}" must be true or false, not "{value}"', "write true or false"),
    "E109": Message(
        '"{key}" must be {what} from {low} to {high}, not "{value}"', "write a number from {low} to {high}"
    ),
    "E110": Message('"{key}" can\'t be "{value}"', "write {words}"),
    "E111": Message('"{key}" has a character that can\'t be seen, written with a backslash', "delete it"),
    "E112": Message('"{key}" must be {what}, not "{value}"', "write it like this:  {key}: {like}"),
    "E113": Message('"{key}" must be text, but text that starts with {start} is {found} in YAML', _QUOTES),
    "E114": Message(
        'the id "{id}" is already that of the question on line {first}', "give one of them another id"
    ),
    "E115": Message('"{value}" can\'t be an id', "use only {what}"),
    "E116": Message('the deck has no source "{doc}"', "{cure}"),
    "E117": Message(
        '{where} has no key "{key}", and "{close}" is there, on line {first}',
        "delete one of the two",
    ),
    "E118": Message('"{value}" is not {what}', "put the file into that folder and write its path from there"),
    "E119": Message(
        '"{key}" must be a number alone, not "{value}"',
        "write the two apart:  number: {number}  and  unit: {unit}",
    ),
    # What doesn't fit together in a question.
    "E120": Message('"{value}" is both right and wrong', "delete one of the two"),
    "E121": Message('"{value}" is there twice, first on line {line}', "delete one of the two"),
    "E123": Message(
        '"answer" is a list in {where}',
        "add the wrong options (wrong: […]) for multiple choice; put other wordings under accept; "
        "or ask for several things with list",
    ),
    "E124": Message('"{value}" is among the extra right sides, but belongs to a pair', "delete it here"),
    "E125": Message('"need" is {value}, but the list has {count} things', "write a number from 1 to {count}"),
    "E126": Message('"{value}" is both accepted and refused', "delete one of the two"),
    "E127": Message(
        "typed: false is for clozes; a question with an answer is a flashcard already",
        "delete the line",
    ),
    "E128": Message('"units" says what other units are worth, but there is no "unit"', "add  unit: g"),
    "E129": Message('"{unit}" is the unit itself', "delete it from units"),
    "E130": Message("the cloze has no gap", "put [[ and ]] round the words to hide"),
    "E131": Message("this gap is never closed", "put ]] behind its last word"),
    "E132": Message("this {what} is empty", "write one, or delete the sign before it"),
    "E133": Message("{sign} may not stand behind the hint", "put a backslash before it if it is text"),
    "E134": Message(
        '"{label}" can\'t be the label of a gap',
        "use letters, digits, '.', '_' and '-', and a space behind; or put a backslash before the #",
    ),
    "E135": Message(
        "a gap starts inside a gap", "close the first one with ]], or put a backslash before this ["
    ),
    "E136": Message(
        'the gaps "{first}" and "{wording}" would both be called "{face}" and be hidden together',
        "give one of them a label of its own: [[#another {wording}]]",
    ),
    "E137": Message('an empty wording stands in "{value}"', "write a wording on each side of |"),
    "E140": Message(
        "a question must be a mapping, but this is {found}", "write  - question: …  and  answer: …"
    ),
    "E141": Message("this question is the same as that on line {first}", "delete one of the two"),
    # Exams.
    "E150": Message("this is not an exam: an exam is a mapping", "start with  exam: The title"),
    "E151": Message(
        "the exam has {count} questions by its count, and {parts} by its parts",
        "delete the count, or change one of them",
    ),
    "E152": Message(
        "there is a count of {count}, and a part without one takes all that fit",
        "delete the count, or give each part one",
    ),
    "E153": Message(
        "{count} are wanted {sort}, and there {are} {have}",
        "write {have} or less, or add questions",
    ),
    "E154": Message('no question has the {key} "{value}"', "{cure}"),
    "E155": Message(
        "the parts share their questions, so that this one can't be filled: {have} of {count} are left",
        "ask for fewer here or in the parts before, or add questions",
    ),
    "E156": Message('there is no deck "{value}"', "{cure}"),
    "E157": Message("no question is left {sort}", "change what is asked for, or add questions"),
    "E158": Message("no question of this exam is worth any points", "write points above 0"),
    # Files of answers.
    "E160": Message("this is not a file of answers", "write one line each:  question-id: the answer"),
    "E161": Message('there is no question "{value}" in these decks', "{cure}"),
    "E162": Message('"{value}" is not among the {what} of this question', "{cure}"),
    "E163": Message("this question wants {wanted}", "write it like this:  {like}"),
    "E164": Message('"{value}" is answered twice, first on line {first}', "delete one of the two"),
    # Warnings.
    "W201": Message("the file is UTF-16", "save it with the encoding UTF-8"),
    "W202": Message(
        "an invisible line break ({sign}) stands here and is read as a space; it comes from pasted text",
        "replace it with a space",
    ),
    "W205": Message(
        "{sign} in the indentation looks like a space; it comes from pasted text and is read as one",
        "replace such signs with ordinary spaces",
    ),
    "W206": Message(
        '"{key}" is one text here, commas and all',
        "write {key}: [{value}] if these are several; put single quotes round it if it is one",
    ),
    "W203": Message("YAML takes “{lost}” for a comment", "put single quotes round the whole text:  {quoted}"),
    "W204": Message("{value} of 0 is nothing: only 0 itself is right", "write the tolerance as a number"),
}


class _Words(dict[str, str]):
    """Values of a problem; one that is missing shows as dots instead of failing."""

    def __missing__(self, key: str) -> str:
        return "" if key in ("then", "more") else "…"


def what(problem: Problem, messages: Mapping[str, Message] = MESSAGES) -> str:
    """Return what is wrong, a sentence without its full stop."""
    return _worded(problem, messages, 0)


def cure(problem: Problem, messages: Mapping[str, Message] = MESSAGES) -> str:
    """Return what to do about it, a sentence without its full stop."""
    return _worded(problem, messages, 1)


def render(
    problem: Problem, name: str, lines: Sequence[str], messages: Mapping[str, Message] = MESSAGES
) -> str:
    """Return a problem as it is printed: place and sentence, the line with a caret under it, the cure.

    name: the file's. lines: the file's lines (`decoding.text_lines`); where the line isn't among them,
    it is left out.
    """
    place = f"{safe(name)}:{problem.line}:{problem.column}"
    printed = [f"{place}: {problem.severity}[{problem.code}] {what(problem, messages)}"]
    gutter = "     "
    if 0 < problem.line <= len(lines) and lines[problem.line - 1].strip():
        shown, caret = _pointed(lines[problem.line - 1], problem.column - 1, problem.length)
        gutter = " " * max(5, len(str(problem.line)) + 1)
        printed += [f"{problem.line:>{len(gutter)}} | {shown}", f"{gutter} | {caret}"]
    printed.append(f"{gutter} = {cure(problem, messages)}")
    return "\n".join(printed)


def _worded(problem: Problem, messages: Mapping[str, Message], part: int) -> str:
    message = messages.get(problem.code)
    return safe(problem.code if message is None else message[part].format_map(_Words(problem.values)))


def _pointed(line: str, at: int, length: int) -> tuple[str, str]:
    """Return the part of a line round a place, and the caret that stands under it."""
    at = max(0, min(at, len(line)))
    left, marked, right = line[:at], line[at : at + max(1, length)], line[at + max(1, length) :]
    if len(left) > _BEFORE:
        left = "…" + left[-_BEFORE:]
    if len(marked) > _UNDERLINED:
        marked, right = marked[:_UNDERLINED], "…"
    if len(right) > _BEHIND:
        right = right[:_BEHIND] + "…"
    left, marked, right = (safe(part.replace("\t", _TAB)) for part in (left, marked, right))
    caret = " " * _cells(left) + "^" * max(1, _cells(marked))
    return (left + marked + right).rstrip(), caret


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes: two for wide letters, none for marks on others."""
    return sum(
        2
        if unicodedata.east_asian_width(letter) in "WF"
        else 0
        if unicodedata.category(letter) in ("Mn", "Me", "Cf")
        else 1
        for letter in text
    )
