"""A sitting: joins decks and log; every rule of studying, no screen."""
