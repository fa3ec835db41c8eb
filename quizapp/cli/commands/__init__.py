"""One module a command, each with a `command`; `quizapp.cli.group.COMMANDS` names them."""
