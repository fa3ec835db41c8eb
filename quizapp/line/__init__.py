"""The front end in plain lines: for pipes, simple terminals, screen readers, and whoever likes it."""
