"""Lets `python -m quizapp` do what the command `quizapp` does."""

from quizapp.cli.main import run

if __name__ == "__main__":
    run()
