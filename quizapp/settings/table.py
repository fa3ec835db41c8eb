"""Which settings there are: their defaults, ranges and help."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import NamedTuple


class Setting(NamedTuple):
    """One row of the table that also draws a settings screen.

    kind: choice, integer, number, switch, durations (times like `10m`, kept in seconds), folders or keys.
    choices: for a choice, what it can be. least, most: the range of a number, or of each duration.
    """

    name: str
    kind: str
    default: object
    help: str
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class DeckLimits:
    """What one deck may add to a study day; None leaves it to the limits over everything."""

    new_per_day: int | None = None
    reviews_per_day: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their values; `TABLE` says what each one means.

    learning_steps, relearning_steps: seconds. learn_ahead: minutes. decks: limits by deck id.
    keys: for each action, such as `study.hint`, the keys for it with commas between; which actions and
    keys there are is the screens' to say.
    """

    interface: str = "screen"
    theme: str = "quizapp-dark"
    new_per_day: int = 20
    reviews_per_day: int = 200
    desired_retention: float = 0.90
    day_starts_at: int = 4
    learning_steps: tuple[int, ...] = (60, 600)
    relearning_steps: tuple[int, ...] = (600,)
    learn_ahead: int = 20
    bury_siblings: bool = True
    new_order: str = "mixed"
    review_order: str = "due"
    catch_up: bool = True
    maximum_interval: int = 36_500
    fuzz: bool = True
    deck_folders: tuple[str, ...] = ()
    backup_megabytes: int = 200
    decks: Mapping[str, DeckLimits] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)


DAY = 86_400
MOST_A_DAY = 9_999

_DEFAULTS = {row.name: row.default for row in fields(Settings)}


def _choice(name: str, help_: str, *choices: str) -> Setting:
    return Setting(name, "choice", _DEFAULTS[name], help_, choices)


def _number(name: str, kind: str, help_: str, least: float, most: float) -> Setting:
    return Setting(name, kind, _DEFAULTS[name], help_, (), least, most)


def _plain(name: str, kind: str, help_: str) -> Setting:
    return Setting(name, kind, _DEFAULTS[name], help_)


TABLE: tuple[Setting, ...] = (
    _choice("interface", "What opens: the full screen, or plain lines.", "screen", "plain"),
    _choice(
        "theme",
        "The colours of the screen.",
        *("quizapp-dark", "quizapp-light", "quizapp-contrast", "terminal"),
    ),
    _number("new_per_day", "integer", "New cards a study day, over all decks.", 0, MOST_A_DAY),
    _number("reviews_per_day", "integer", "Reviews a study day, over all decks.", 0, MOST_A_DAY),
    _number(
        "desired_retention",
        "number",
        "The share of cards you want to know when they come back. More means more reviews.",
        0.70,
        0.97,
    ),
    _number("day_starts_at", "integer", "The hour at which a new study day starts.", 0, 23),
    _number("learning_steps", "durations", "Waits between the first answers to a new card.", 1, 30 * DAY),
    _number("relearning_steps", "durations", "Waits after a card was forgotten.", 1, 30 * DAY),
    _number(
        "learn_ahead",
        "integer",
        "Minutes that a card still being learned may come early when nothing else is left.",
        0,
        1_440,
    ),
    _plain("bury_siblings", "switch", "Leave other cards of the same question for another day."),
    _choice("new_order", "When new cards come among the reviews.", "mixed", "first", "last"),
    _choice(
        "review_order",
        "Which reviews come first: longest due, most likely remembered, or most at risk.",
        *("due", "likely", "risky"),
    ),
    _plain("catch_up", "switch", "Hold back new cards while more reviews wait than a day takes."),
    _number("maximum_interval", "integer", "The longest time between reviews, in days.", 1, 36_500),
    _plain("fuzz", "switch", "Spread intervals a little, so that cards do not always come together."),
    _plain("deck_folders", "folders", "More folders to look for decks in."),
    _number("backup_megabytes", "integer", "How much room the backups may take, in MB.", 10, 1_000_000),
)

SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("The screen", ("theme", "interface")),
    ("How much a day", ("new_per_day", "reviews_per_day", "catch_up", "bury_siblings")),
    ("In which order", ("new_order", "review_order")),
    ("When cards come back", ("desired_retention", "maximum_interval", "fuzz", "day_starts_at")),
    ("While learning", ("learning_steps", "relearning_steps", "learn_ahead")),
    ("Files", ("deck_folders", "backup_megabytes")),
)
"""The rows of `TABLE` as a person looks for them: each in one section."""

DECK_TABLE: tuple[Setting, ...] = (
    Setting("new_per_day", "integer", None, "New cards a study day from this deck.", (), 0, MOST_A_DAY),
    Setting("reviews_per_day", "integer", None, "Reviews a study day from this deck.", (), 0, MOST_A_DAY),
)


def keys_of(action: str) -> Setting:
    """Return the row for the keys of an action; its default is to have those that the program gives it."""
    return Setting(action, "keys", None, "The keys for this action.")


BY_NAME: Mapping[str, Setting] = {row.name: row for row in TABLE}
DECK_BY_NAME: Mapping[str, Setting] = {row.name: row for row in DECK_TABLE}
