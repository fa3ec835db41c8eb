"""Making decks: check, lint, ids, diff, sources."""
