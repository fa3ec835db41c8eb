"""Styles of a widget's component classes, as an overlay on what lies under them."""

from textual.style import Style
from textual.widget import Widget


def style_of(widget: Widget, *names: str) -> Style:
    """Return what the style sheet gives to these component classes, and nothing else.

    Textual's own `get_visual_style` fills in what a class leaves open, and drops `reverse`.
    """
    style = Style()
    for name in names:
        rules = widget.get_component_styles(name)
        text = rules.text_style
        style += Style(
            background=rules.background if rules.has_rule("background") else None,
            foreground=rules.color if rules.has_rule("color") else None,
            bold=text.bold,
            italic=text.italic,
            underline=text.underline,
            reverse=text.reverse,
            dim=text.dim,
        )
    return style
