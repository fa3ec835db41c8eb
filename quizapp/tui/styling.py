"""Styles of a widget's component classes, as an overlay on what lies under them."""

from weakref import WeakKeyDictionary

from textual.css.styles import RenderStyles
from textual.style import Style
from textual.widget import Widget

_KNOWN: WeakKeyDictionary[Widget, dict[str, tuple[RenderStyles, Style]]] = WeakKeyDictionary()
"""What was worked out already: each line that is drawn asks several times."""


def style_of(widget: Widget, *names: str) -> Style:
    """Return what the style sheet gives to these component classes, and nothing else.

    Textual's own `get_visual_style` fills in what a class leaves open, and drops `reverse`.
    """
    known = _KNOWN.setdefault(widget, {})
    style = Style()
    for name in names:
        # Textual replaces these whenever it applies a style sheet anew.
        rules = widget._component_styles[name]  # noqa: SLF001 - the public method copies them at each call
        found = known.get(name)
        if found is None or found[0] is not rules:
            found = known[name] = (rules, _overlay(rules))
        style += found[1]
    return style


def _overlay(rules: RenderStyles) -> Style:
    text = rules.text_style
    return Style(
        background=rules.background if rules.has_rule("background") else None,
        foreground=rules.color if rules.has_rule("color") else None,
        bold=text.bold,
        italic=text.italic,
        underline=text.underline,
        reverse=text.reverse,
        dim=text.dim,
    )
