"""The words of each screen, for those who have never seen a program of this kind."""

_MEANING = {
    "again": "Again: you didn't know it. The card comes back in this sitting.",
    "answered": "Answered: cards rated today, and the share better than Again.",
    "attempt": "Attempt: one run of a quiz by one person, kept with all its answers.",
    "bury": "Not today: the card is put off until tomorrow; nothing else changes.",
    "card": "Card: what is asked; most questions have one, some several.",
    "deck": "Deck: one file of questions, asked from once you start it.",
    "due": "Due: cards you have learned that should be asked again now.",
    "easy": "Easy: it was no effort at all. The card stays away longest.",
    "exam": "Exam: a quiz that tells how it went only at the end.",
    "flag": "Flag: a mark of your own on a card, from 1 to 4.",
    "good": "Good: you knew it. This is the usual rating.",
    "guess": "Guess: said beforehand, it keeps luck from counting as knowledge.",
    "hard": "Hard: you knew it, but barely, or with a hint.",
    "interval": "Interval: the time until a card comes back; it stands under each rating.",
    "learning": "Learning: new cards you have met today, asked again after minutes.",
    "leech": "Leech: a card you keep forgetting. Try other words for it, or suspend it.",
    "new": "New: cards you have not been asked yet; so many a day, as the settings say.",
    "overrule": "I was right: it counts as right, though the program didn't take it.",
    "paper": "Paper: the questions of a quiz as they were drawn, with a code to draw them again.",
    "rating": "Rating: how well you knew it. It decides when the card comes back.",
    "retention": "Retention: the share of cards you still know when they come back.",
    "review": "Review: one rated answer to one card.",
    "sitting": "Sitting: one run of studying, from opening a deck to leaving it.",
    "source": "Source: the document and paragraph a question was drawn from.",
    "started": "Started (●): its cards are asked when you study all. Off (○): they are left alone.",
    "streak": "Days in a row: study days without a gap, up to today.",
    "study_day": "Study day: it ends at 4 in the night, not at midnight; the settings can move it.",
    "suspend": "Suspend: the card isn't asked any more, until it is taken in again.",
    "undo": "Undo: takes the last answer or act back, as often as you like.",
    "verdict": "Verdict: what the program says of your answer, and by which rule.",
}

_RATINGS = ("rating", "again", "hard", "good", "easy", "interval")
_WORDS = {
    "home": (
        "deck",
        "card",
        "started",
        "new",
        "learning",
        "due",
        "answered",
        "streak",
        "study_day",
        "source",
    ),
    "study": (
        *("card", "verdict", "overrule", *_RATINGS, "new", "learning", "due", "guess", "bury", "suspend"),
        *("flag", "leech", "undo", "source", "sitting"),
    ),
    "done": ("sitting", "review", *_RATINGS, "learning", "study_day", "undo"),
    "setup": ("deck", "source", "attempt", "paper", "exam"),
    "quiz": ("attempt", "paper", "exam", "verdict", "source"),
    "result": ("attempt", "paper", "exam", "verdict", "review", "source"),
    "past": ("attempt", "paper", "exam"),
    "progress": ("review", "retention", "interval", "due", "new", "learning", "leech", "streak", "study_day"),
    "browse": ("card", "new", "learning", "due", "interval", "suspend", "flag", "leech", "retention"),
    "settings": ("study_day", "new", "learning", "review", "retention", "interval"),
    "preview": ("card", "verdict", "source"),
}
_USUAL = ("deck", "card", "new", "learning", "due", "study_day")


def words_for(area: str) -> tuple[str, ...]:
    """Return what the words of an area mean, a line each. area: what ids of its keys begin with."""
    return tuple(_MEANING[word] for word in _WORDS.get(area, _USUAL))


def all_words() -> tuple[str, ...]:
    """Return every word with its meaning, by the alphabet."""
    return tuple(sorted(_MEANING.values()))
