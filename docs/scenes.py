"""What the pictures show: add a line here for each new state of a screen."""

from typing import NamedTuple

from quizapp.study.plan import Plan

KINDS = Plan(decks=("one-of-each-k1nd",), new=99)


class Scene(NamedTuple):
    """A state of a screen.

    learner: whose home it is, a name from `madeup.LEARNERS`. keys: what is pressed until the picture is
    taken, by Textual's names; what starts with `=` is typed into the field that has the focus.
    plan: what to study at once; without one it begins on the home screen. card: the question that is
    asked, by its id; those before it are put off.
    """

    name: str
    learner: str
    keys: tuple[str, ...] = ()
    plan: Plan | None = None
    card: str | None = None


SCENES = (
    Scene("home-first-start", "newcomer"),
    Scene("home", "weeks"),
    Scene("home-done", "finished"),
    Scene("home-after-a-break", "away"),
    Scene("home-no-decks", "nothing"),
    Scene("home-many-decks", "many", ("down", "down", "pagedown", "space")),
    Scene("home-find", "many", ("slash", "=gen part 3")),
    Scene("home-problems", "broken", ("p",)),
    Scene("help", "weeks", ("question_mark",)),
    Scene("palette", "weeks", ("ctrl+p",)),
    Scene("manual", "weeks", ("question_mark", "m")),
    Scene("settings", "weeks", ("s",)),
    Scene("browse", "weeks", ("b",)),
    Scene("browse-card", "weeks", ("b", "down", "enter")),
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
    Scene("quiz-setup", "weeks", ("x",)),
    Scene("quiz-question", "kinds", ("x", "s")),
    Scene("deck", "weeks", ("i",)),
    Scene("deck-with-problems", "broken", ("end", "i")),
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
    Scene("study-keys", "kinds", ("f1",), KINDS, "choice"),
    Scene("done", "kinds", ("space", "4"), Plan(decks=("one-of-each-k1nd",), new=1), "flashcard"),
    Scene("done-nothing-due", "finished", plan=Plan()),
)
