"""How each figure is computed, in a sentence."""

HOW = {
    "today": (
        "A study day turns over at the hour of the setting day_starts_at; a streak counts days with"
        " any answer."
    ),
    "calendar": "Answers of each study day; where it is drawn, its signs part the days into quarters.",
    "retention": (
        "Of the cards that came back after a day or more, those rated better than Again;"
        " young: interval below 21 days; foretold: what the memory model expected on the day."
    ),
    "cards": "Cards of the started decks, or of those named; mature: interval of 21 days or more.",
    "coming": ("Cards by the day they are due, each once, without new cards; load: the sum of 1/interval."),
    "spent": "From a question's appearance to its answer, at most a minute each.",
    "hours": "Right answers by the hour on your clock; hours with fewer than 30 answers are left out.",
    "breakdown": "As above for each; a card drawn from two documents counts for both.",
    "documents": (
        "A paragraph is learned if all its cards are in review and known today with a chance of 80 %"
        " or more, unseen if none was answered, else shaky."
    ),
    "exam": (
        "Memory states carried to that day without further study, corrected by how your reviews went"
        " against what was foretold; unseen cards count as unknown; 1,000 seeded draws, of which 80 %"
        " lie in the range; topics with fewer than 20 reviewed cards are left out."
    ),
    "work": (
        "Cards that bring most for a review come first, each kept by its schedule until the day;"
        " with the time your answers took in the past year."
    ),
    "confusions": "A wrong answer that is the right answer of another question.",
    "items": (
        "First answers of each learner in practice; answers to an earlier wording of the answer are"
        " left out; below 5 learners only counts, below 10 only shares, below 30 provisional."
    ),
    "quizzes": "Quizzes handed in on this machine, kept apart from practice; lowest mean score first.",
}
