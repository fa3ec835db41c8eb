"""Which decks are there: finds and reads deck files, and keeps a disposable index of them."""
