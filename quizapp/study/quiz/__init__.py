"""A quiz: a paper drawn from decks, one person's attempt at it, its result, and what is done with that."""
