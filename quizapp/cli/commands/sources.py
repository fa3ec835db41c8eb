"""`quizapp sources`."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.authoring import deck_paths
from quizapp.cli.group import State, described
from quizapp.cli.names import deck_names
from quizapp.cli.output import json_option, show, show_json, tell
from quizapp.errors import UsageError
from quizapp.text import counted, shortened

if TYPE_CHECKING:
    from quizapp.author.citations import Citation
    from quizapp.author.documents import Place

_SHOWN = 300


@described(
    "sources",
    examples=[
        ("quizapp sources list biology", "Which question rests on which passage."),
        ("quizapp sources check --documents texts/ my.deck.yaml", "What became of these passages."),
        ("quizapp sources pin my.deck.yaml", "Write into the file what the passages say now."),
        ("quizapp sources show biology/brake", "Show the passage a question rests on."),
    ],
)
@click.argument("action", type=click.Choice(["list", "check", "pin", "show"]))
@click.argument("names", metavar="[DECK]...", nargs=-1, shell_complete=deck_names)
@click.option(
    "--documents",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Look for the documents in this folder first.",
)
@click.option("--only", metavar="ID", multiple=True, help="With pin: only this question; may be repeated.")
@json_option
@click.pass_obj
def command(
    state: State,
    action: str,
    names: tuple[str, ...],
    documents: Path | None,
    only: tuple[str, ...],
    as_json: bool,
) -> int:
    """List the passages that questions rest on, check whether they changed, pin or show them.

    A DECK is named by its file, a folder, or as for study; `show` takes cards, such as biology/brake.
    Ends with exit code 1 if a passage isn't as it was pinned, or can't be pinned or shown.
    """
    folder = documents or _folder(state)
    if only and action != "pin":
        raise UsageError("--only goes with pin")
    if action in ("pin", "show") and not names:
        raise UsageError(
            f"Nothing to {action}", todo="Name a card" if action == "show" else "Name a deck or its file"
        )
    if action == "pin":
        return _pin(state, names, folder, only, as_json=as_json)
    if action == "show":
        return _show(_named(state, names, folder), as_json=as_json)
    citations = _cite(deck_paths(state, names), folder)
    if action == "list":
        return _list(citations, as_json=as_json)
    return _check(citations, as_json=as_json)


def _folder(state: State) -> Path | None:
    from quizapp.author.documents import folder_from

    return folder_from(state.environment)


def _cite(paths: tuple[Path, ...], folder: Path | None) -> "list[Citation]":
    from quizapp.author.citations import Documents, cite
    from quizapp.author.files import load

    documents = Documents(folder)
    found = cite([load(path) for path in paths], documents)
    for trouble in documents.troubles:
        tell(trouble)
    return found


def _list(citations: "list[Citation]", *, as_json: bool) -> int:
    if as_json:
        show_json({"sources": [_data(citation) for citation in citations]})
        return 0
    for citation in citations:
        show(f"{citation.place}: {citation.key}: {citation.source.doc}{_where(_old(citation))}")
    if not citations:
        show("No question names a source.")
    return 0


def _check(citations: "list[Citation]", *, as_json: bool) -> int:
    from quizapp.author.sources import State as Stands

    amiss = [citation for citation in citations if not citation.sound]
    if as_json:
        show_json({"sources": [_data(citation) for citation in citations]})
        return 1 if amiss else 0
    for citation in amiss:
        old, now = _old(citation), citation.finding.now
        there = f", now{_where(now).removeprefix(',')}" if now is not None and now != old else ""
        what = f"{citation.finding.state}: {citation.key}: {citation.source.doc}"
        show(f"{citation.place}: {what}{_where(old)}{there}")
        if citation.finding.state is Stands.CHANGED and citation.passage:
            show(f"    now: {shortened(citation.passage, _SHOWN)}")
    counts = Counter(citation.finding.state for citation in citations)
    parts = [f"{counts[state]} {state}" for state in Stands if counts[state]]
    show(f"Sources: {', '.join(parts) or 'none'}.")
    return 1 if amiss else 0


def _pin(
    state: State, names: tuple[str, ...], folder: Path | None, only: tuple[str, ...], *, as_json: bool
) -> int:
    from quizapp.author.files import rewrite
    from quizapp.author.pins import pin

    paths = deck_paths(state, names, to_write=True)
    citations = _cite(paths, folder)
    if unknown := set(only) - {citation.question.id for citation in citations}:
        raise UsageError(f"No question with a source has the id '{min(unknown)}'")
    done: list[Citation] = []
    left: list[Citation] = []
    for path in paths:
        own = [citation for citation in citations if citation.file.path == path]
        chosen = [citation for citation in own if not only or citation.question.id in only]
        if not chosen:
            continue
        pinning = pin(chosen[0].file, chosen, documents=not only)
        if pinning.data != chosen[0].file.data:
            rewrite(path, chosen[0].file.data, pinning.data)
        done += pinning.pinned
        left += pinning.left
    if as_json:
        show_json({"pinned": [_data(each) for each in done], "left": [_data(each) for each in left]})
        return 1 if left else 0
    for citation in done:
        show(f"{citation.place}: {citation.finding.state}: {citation.key}{_where(citation.finding.now)}")
    for citation in left:
        what = f"{citation.finding.state}, so not pinned: {citation.key}: {citation.source.doc}"
        tell(f"{citation.place}: {what}.")
    show(f"{counted(len(done), 'source')} pinned.")
    return 1 if left else 0


def _named(state: State, names: tuple[str, ...], folder: Path | None) -> "list[Citation]":
    """The citations of the questions named `DECK/QUESTION`; the deck may be a file."""
    found: list[Citation] = []
    for name in names:
        deck, slash, question = name.partition("#")[0].rpartition("/")
        if not slash or not deck or not question:
            raise UsageError(f"'{name}' is no card", todo="Name it as deck/question, such as biology/brake")
        citations = _cite(deck_paths(state, (deck,)), folder)
        own = [citation for citation in citations if citation.question.id == question]
        if not own:
            raise UsageError(f"There is no question '{question}' with a source in {deck}")
        found += own
    return found


def _show(citations: "list[Citation]", *, as_json: bool) -> int:
    if as_json:
        show_json({"sources": [{**_data(each), "passage": each.passage} for each in citations]})
    else:
        for citation in citations:
            place = citation.finding.now or _old(citation)
            show(f"{_title(citation)}{_where(place)} ({citation.finding.state})")
            show(citation.passage or "There is no passage to show. --documents names the folder it is in.")
            show()
    return 0 if all(citation.passage for citation in citations) else 1


def _data(citation: "Citation") -> dict[str, object]:
    now = citation.finding.now
    return {
        "question": citation.key,
        "file": str(citation.file.path),
        "line": citation.question.line,
        "document": citation.source.doc,
        "paragraph": citation.source.paragraph,
        "sentence": citation.source.sentence,
        "hash": citation.source.hash,
        "state": citation.finding.state.value,
        "now": None if now is None else {"paragraph": now.paragraph, "sentence": now.sentence},
    }


def _old(citation: "Citation") -> "Place | None":
    from quizapp.author.documents import Place

    source = citation.source
    return None if source.paragraph is None else Place(source.paragraph, source.sentence)


def _where(place: "Place | None") -> str:
    if place is None:
        return ""
    return f", paragraph {place.paragraph}" + (f", sentence {place.sentence}" if place.sentence else "")


def _title(citation: "Citation") -> str:
    return citation.document.title if citation.document else citation.source.doc
