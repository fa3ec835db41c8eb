"""When does it come back? FSRS-6, study days, learning steps and fuzz."""
