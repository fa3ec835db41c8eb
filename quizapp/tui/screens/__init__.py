"""One screen for each place; none of them holds a rule of studying."""
