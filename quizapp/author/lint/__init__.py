"""Rules for questions: what makes an item unfair, unclear or hard to learn, as far as counting can tell."""
