"""What the pictures show: add a line here for each new state of a screen."""

from typing import NamedTuple

from quizapp.study.plan import Plan

KINDS = Plan(decks=("one-of-each-k1nd",), new=99)
FIVE = Plan(decks=("one-of-each-k1nd",), new=5)
ODD = Plan(decks=("odd-cards-s5c2",), new=99)


class Scene(NamedTuple):
    """A state of a screen.

    learner: whose home it is, a name from `madeup.LEARNERS`. keys: what is pressed until the picture is
    taken, by Textual's names; what starts with `=` is typed into the field that has the focus.
    plan: what to study at once; without one it begins on the home screen. card: the question that is
    asked, by its id; those before it are put off.
    preview: the name of one of the learner's deck files, to preview instead.
    meanwhile: what is the matter all the while, a name from `meanwhile.HAPPENINGS`.
    """

    name: str
    learner: str
    keys: tuple[str, ...] = ()
    plan: Plan | None = None
    card: str | None = None
    preview: str | None = None
    meanwhile: str | None = None


SCENES = (
    Scene("home-first-start", "newcomer"),
    Scene("home", "weeks"),
    Scene("home-done", "finished"),
    Scene("home-after-a-break", "away"),
    Scene("home-no-decks", "nothing"),
    Scene("home-many-decks", "many", ("down", "down", "pagedown", "space")),
    Scene("home-find", "many", ("slash", "=gen part 3")),
    Scene("home-nothing-found", "many", ("slash", "=zebra")),
    Scene("home-problems", "broken", ("p",)),
    Scene("home-behind", "behind"),
    Scene("home-stopped", "stopped"),
    Scene("home-due-later", "waiting"),
    Scene("home-titles", "shelf", ("space",)),
    Scene("home-settings-with-mistakes", "faulty"),
    Scene("home-while-reading", "weeks", meanwhile="reading"),
    Scene("trouble", "weeks", ("space",), meanwhile="another program writes"),
    Scene("help", "weeks", ("question_mark",)),
    Scene("help-words", "weeks", ("question_mark", "end")),
    Scene("help-while-typing", "many", ("slash", "f1")),
    Scene("palette", "weeks", ("ctrl+p",)),
    Scene("palette-found", "weeks", ("ctrl+p", "=the")),
    Scene("palette-themes", "weeks", ("ctrl+p", "=theme", "down")),
    Scene("palette-nothing", "weeks", ("ctrl+p", "=zebra")),
    Scene("palette-titles", "shelf", ("ctrl+p", "=d")),
    Scene("manual", "weeks", ("question_mark", "m")),
    Scene("manual-page", "weeks", ("question_mark", "m", "enter")),
    Scene("manual-table", "weeks", ("question_mark", "m", "down", "enter", "pagedown")),
    Scene("manual-commands", "weeks", ("question_mark", "m", *["down"] * 6, "enter", "pagedown")),
    Scene("settings", "weeks", ("s",)),
    Scene("settings-end", "weeks", ("s", "end")),
    Scene("settings-saved", "weeks", ("s", "down", "down", "right")),
    Scene("settings-typing", "weeks", ("s", *["down"] * 9, "enter")),
    Scene("settings-wrong", "weeks", ("s", *["down"] * 9, "enter", "=x", "enter")),
    Scene("settings-with-mistakes", "faulty", ("c",)),
    Scene("limits", "weeks", ("s", "end", "enter")),
    Scene("limits-titles", "shelf", ("s", "end", "enter", "right")),
    Scene("keys", "weeks", ("s", "end", "up", "enter")),
    Scene("keys-own", "faulty", ("c", "end", "up", "enter", *["down"] * 10)),
    Scene("keys-press", "weeks", ("s", "end", "up", "enter", "enter")),
    Scene("keys-taken", "weeks", ("s", "end", "up", "enter", "enter", "a")),
    Scene("browse", "weeks", ("b",)),
    Scene("browse-empty", "nothing", ("b",)),
    Scene("browse-found", "weeks", ("b", "=brake", "enter")),
    Scene("browse-nothing-found", "weeks", ("b", "=zebra is:new")),
    Scene("browse-chosen", "weeks", ("b", "down", "down", "space", "down", "space", "down", "space")),
    Scene("browse-done", "weeks", ("b", "down", "down", "s")),
    Scene("browse-filters", "weeks", ("b", "f2")),
    Scene("browse-due", "weeks", ("b", "down", "d")),
    Scene("browse-tongues", "tongues", ("b",)),
    Scene("card", "weeks", ("b", "down", "down", "enter")),
    Scene("card-new", "kinds", ("b", "enter", "enter")),
    Scene("card-flagged", "weeks", ("b", "down", "down", "enter", "m", "s")),
    Scene("card-tongues", "tongues", ("b", "enter", "enter")),
    Scene("card-long", "tongues", ("b", "=leaflet", "enter", "enter")),
    Scene("progress", "year", ("t",)),
    Scene("progress-calendar", "year", ("t", "2", "left", "left")),
    Scene("progress-kept", "year", ("t", "3")),
    Scene("progress-to-come", "year", ("t", "4")),
    Scene("progress-topics", "year", ("t", "5", "g")),
    Scene("progress-documents", "year", ("t", "6", "right", "right")),
    Scene("progress-exam", "year", ("t", "7", "g", "=90", "enter")),
    Scene("progress-mix-ups", "year", ("t", "8")),
    Scene("progress-questions", "year", ("t", "9", "down")),
    Scene("progress-first-day", "newcomer", ("t",)),
    Scene("progress-after-a-day", "begun", ("t",)),
    Scene("progress-one-deck", "year", ("t", "d", "down", "enter", "5")),
    Scene("progress-choose-deck", "year", ("t", "d")),
    Scene("progress-exam-day", "year", ("t", "7", "w")),
    *(
        Scene(f"progress-empty-{name}", "newcomer", ("t", str(number)))
        for number, name in enumerate(
            ("calendar", "kept", "to-come", "topics", "documents", "exam", "mix-ups", "questions"), 2
        )
    ),
    Scene("progress-tongues", "tongues", ("t", "5", "g", "g")),
    Scene("progress-tongues-questions", "tongues", ("t", "9")),
    Scene("quiz-setup", "weeks", ("x",)),
    Scene("quiz-setup-exam", "weeks", ("x", *["down"] * 8, "right", "down", "right")),
    Scene("quiz-setup-open", "examinee", ("x",)),
    Scene("quiz-setup-tongues", "tongues", ("x",)),
    Scene("quiz-setup-topics", "weeks", ("x", "down", "down", "enter", "space")),
    Scene("quiz-setup-number", "weeks", ("x", *["down"] * 7, "enter", "=x", "enter")),
    Scene("quiz-rules", "sat", ("x", "down", "enter")),
    Scene("quiz-question", "examinee", ("x", "enter")),
    *(
        Scene(f"quiz-{kind}", "examinee", ("x", "enter", *["f8" if number > 3 else "f7"] * abs(number - 3)))
        for number, kind in enumerate(
            ("flashcard", "choice", "many", "short", "truefalse", "numeric", "ordering", "matching"),
        )
    ),
    *(
        Scene(f"quiz-{kind}", "examinee", ("x", "enter", *["f8"] * (number - 3)))
        for number, kind in enumerate(("list", "cloze", "long", "code"), 8)
    ),
    Scene("quiz-overview", "examinee", ("x", "enter", "f9")),
    Scene("quiz-hand-in", "examinee", ("x", "enter", "f10")),
    Scene("quiz-leave", "examinee", ("x", "enter", "escape", "escape")),
    Scene("quiz-marking", "examinee", ("x", "enter", "f10", "right", "enter")),
    Scene("quiz-certainty", "practising", ("x", "enter", "f8", "1")),
    Scene("quiz-judged", "practising", ("x", "enter", "f8", "1", "2")),
    Scene("quiz-dont-know", "practising", ("x", "enter", "f3")),
    Scene("quiz-revealed", "practising", ("x", "enter", "space", "2")),
    Scene("quiz-marked", "practising", ("x", "enter", "space", "2", "2")),
    Scene("quiz-practice-overview", "practising", ("x", "enter", "f3", "f8", "1", "3", "f9")),
    Scene("quiz-result", "sat", ("x", "a", "enter")),
    Scene("quiz-result-not-passed", "sat", ("x", "a", "end", "enter")),
    Scene("quiz-report", "sat", ("x", "a", "enter", "n", "n", "n")),
    Scene("quiz-missed", "sat", ("x", "a", "down", "enter", "m")),
    Scene("quiz-repaired", "sat", ("x", "a", "down", "enter", "r")),
    Scene("quiz-save", "sat", ("x", "a", "enter", "s")),
    Scene("quiz-result-tongues", "tongues", ("x", "a", "enter", "n")),
    Scene("quiz-past", "sat", ("x", "a")),
    Scene("quiz-past-none", "kinds", ("x", "a")),
    Scene("quiz-paper-code", "kinds", ("x", "p")),
    Scene("preview", "author", preview="well"),
    Scene("preview-problems", "author", preview="seminar"),
    Scene("preview-problem-of-choice", "author", ("1",), preview="seminar"),
    Scene("preview-answered", "author", ("n", "1"), preview="well"),
    Scene("preview-typed", "author", ("n", "n", "n", "i", "=antibodeis", "enter"), preview="well"),
    Scene("preview-unreadable", "author", preview="unreadable"),
    Scene("preview-go-to", "author", ("g",), preview="well"),
    Scene("deck", "weeks", ("i",)),
    Scene("deck-with-problems", "broken", ("end", "i")),
    Scene("deck-problems-below", "broken", ("end", "i", "pagedown")),
    Scene("deck-of-decks", "shelf", ("down", "down", "i")),
    Scene("deck-of-decks-below", "shelf", ("down", "down", "i", "pagedown")),
    Scene("deck-not-started", "newcomer", ("i",)),
    Scene("copy", "weeks", ("i", "e")),
    Scene("deck-before-it-is-started", "newcomer", ("enter",)),
    Scene("study", "weeks", ("a",)),
    *(
        Scene(f"study-{kind}", "kinds", plan=KINDS, card=kind)
        for kind in (
            *("flashcard", "choice", "many", "short", "truefalse", "numeric", "ordering", "matching"),
            *("list", "cloze", "long", "code"),
        )
    ),
    Scene("study-hint", "kinds", ("f2",), KINDS, "flashcard"),
    Scene("study-flashcard-revealed", "kinds", ("space",), KINDS, "flashcard"),
    Scene("study-choice-wrong", "kinds", ("1",), KINDS, "choice"),
    Scene("study-many-partly", "kinds", ("1", "2", "enter"), KINDS, "many"),
    Scene("study-short-right", "kinds", ("=antibodies", "enter"), KINDS, "short"),
    Scene("study-short-slip", "kinds", ("=antibodeis", "enter"), KINDS, "short"),
    Scene("study-short-wrong", "kinds", ("=antigens", "enter"), KINDS, "short"),
    Scene("study-truefalse-wrong", "kinds", ("t",), KINDS, "truefalse"),
    Scene("study-numeric-wrong", "kinds", ("=50", "enter"), KINDS, "numeric"),
    Scene("study-ordering-wrong", "kinds", ("enter",), KINDS, "ordering"),
    Scene("study-matching-wrong", "kinds", ("1", "2", "3", "4", "enter"), KINDS, "matching"),
    Scene("study-list-half", "kinds", ("=marrow", "enter"), KINDS, "list"),
    Scene("study-list-partly", "kinds", ("=marrow", "enter", "enter"), KINDS, "list"),
    Scene("study-cloze-wrong", "kinds", ("=press", "enter", "=attacks", "enter"), KINDS, "cloze"),
    Scene("study-first-card", "newcomer", ("enter", "enter")),
    Scene("study-hints", "kinds", ("h", "h"), KINDS, "flashcard"),
    Scene("study-typing-stopped", "kinds", ("=anti", "escape"), KINDS, "short"),
    Scene("study-not-known", "kinds", ("f3",), KINDS, "short"),
    Scene("study-overruled", "kinds", ("=antigens", "enter", "o"), KINDS, "short"),
    Scene("study-guessing", "kinds", ("g",), KINDS, "choice"),
    Scene("study-guessed-right", "kinds", ("g", "4"), KINDS, "choice"),
    Scene("study-flagged", "kinds", ("m",), KINDS, "choice"),
    Scene("study-suspended", "kinds", ("s",), KINDS, "choice"),
    Scene("study-undone", "kinds", ("1", "enter", "f4"), KINDS, "choice"),
    Scene("study-passage", "kinds", ("1", "2", "enter", "v"), KINDS, "many"),
    Scene("study-passage-elsewhere", "kinds", ("1", "v"), KINDS, "choice"),
    Scene("study-edit-a-copy", "weeks", ("a", "f6")),
    Scene("study-many-half", "kinds", ("1", "2"), KINDS, "many"),
    Scene("study-ordering-held", "kinds", ("down", "space", "down"), KINDS, "ordering"),
    Scene("study-matching-half", "kinds", ("2", "1"), KINDS, "matching"),
    Scene("study-matching-unready", "kinds", ("2", "1", "enter"), KINDS, "matching"),
    Scene(
        "study-list-full",
        "kinds",
        ("=marrow", "enter", "=spleen", "enter", "=thymus", "enter"),
        KINDS,
        "list",
    ),
    Scene(
        "study-list-right",
        "kinds",
        ("=marrow", "enter", "=spleen", "enter", "=thymus", "enter", "enter"),
        KINDS,
        "list",
    ),
    Scene("study-cloze-half", "kinds", ("=release", "enter"), KINDS, "cloze"),
    Scene("study-long-revealed", "kinds", ("space",), KINDS, "long"),
    *(
        Scene(f"study-odd-{card}", "odd", plan=ODD, card=card)
        for card in ("cjk", "rtl", "formula", "picture", "steps", "options", "known")
    ),
    Scene("study-odd-cjk-wrong", "odd", ("1",), ODD, "cjk"),
    Scene("study-odd-rtl-wrong", "odd", ("1",), ODD, "rtl"),
    Scene("study-odd-formula-wrong", "odd", ("1",), ODD, "formula"),
    Scene("study-odd-options-wrong", "odd", ("1",), ODD, "options"),
    Scene("study-odd-kana-wrong", "odd", ("=こうだい", "enter"), ODD, "kana"),
    Scene("study-odd-accent-wrong", "odd", ("=le deuxieme dosse", "enter"), ODD, "accent"),
    Scene("study-odd-known-revealed", "odd", ("space",), ODD, "known"),
    Scene("study-keys", "kinds", ("f1",), KINDS, "choice"),
    Scene("study-keys-typing", "kinds", ("f1",), KINDS, "short"),
    Scene("done", "kinds", ("space", "4"), Plan(decks=("one-of-each-k1nd",), new=1), "flashcard"),
    Scene(
        "done-with-mistakes", "kinds", ("space", "4", "4", "b", *["f3", "b"] * 2, "f", "b"), FIVE, "flashcard"
    ),
    Scene("done-nothing-due", "finished", plan=Plan()),
)
