"""How progress is drawn: the rows of each section of the progress screen. No screen, no reading."""
