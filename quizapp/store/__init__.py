"""What happened: the learner's log in SQLite."""
