"""`quizapp completion`."""

import click

from quizapp.cli.group import described

_VARIABLE = "_QUIZAPP_COMPLETE"


@described(
    "completion",
    examples=[
        ('eval "$(quizapp completion bash)"', "In ~/.bashrc."),
        ('eval "$(quizapp completion zsh)"', "In ~/.zshrc."),
        ("quizapp completion fish | source", "In ~/.config/fish/config.fish."),
    ],
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print what a shell needs to complete quizapp's commands, options and deck names."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    root = ctx.find_root().command
    click.echo(kind(root, {}, "quizapp", _VARIABLE).source())
