"""What is asked: deck files become Deck, Question and Card, with exact positions and problems."""
