"""The themes: dark, light, high contrast, and the terminal's own colours.

Each gives the same roles: text, `quiet` text, an `accent`, and `right`, `partly`, `wrong`. All of them
are read against `background`, `surface` and `cursor`.
"""

from collections.abc import Mapping
from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

DEFAULT = "quizapp-dark"
TERMINAL = "terminal"
ROLES = ("foreground", "quiet", "accent", "right", "partly", "wrong")
GROUNDS = ("background", "surface", "cursor")


def _theme(name: str, colours: Mapping[str, str], *, dark: bool) -> Theme:
    """Build a theme from one colour for each role and ground."""
    return Theme(
        name=name,
        dark=dark,
        primary=colours["accent"],
        secondary=colours["accent"],
        accent=colours["accent"],
        success=colours["right"],
        warning=colours["partly"],
        error=colours["wrong"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["surface"],
        variables={
            **colours,
            "text-muted": colours["quiet"],
            "text-disabled": colours["quiet"],
            "input-cursor-background": colours["foreground"],
            "input-cursor-foreground": colours["background"],
            "input-cursor-text-style": "none",
            "input-selection-background": colours["accent"],
            "input-selection-foreground": colours["background"],
            "scrollbar": colours["scroll"],
            "scrollbar-hover": colours["quiet"],
            "scrollbar-active": colours["accent"],
            "scrollbar-background": colours["background"],
            "scrollbar-background-hover": colours["background"],
            "scrollbar-background-active": colours["background"],
        },
    )


DARK = _theme(
    "quizapp-dark",
    {
        "background": "#15181d",
        "surface": "#1c2027",
        "cursor": "#262d38",
        "edge": "#3a4350",
        "scroll": "#5f6b7e",
        "foreground": "#e6e8ec",
        "quiet": "#a0a9b6",
        "accent": "#7cb7ff",
        "right": "#83d795",
        "partly": "#e8c268",
        "wrong": "#ff9a94",
    },
    dark=True,
)
LIGHT = _theme(
    "quizapp-light",
    {
        "background": "#fbfaf7",
        "surface": "#f2f0ea",
        "cursor": "#e6e8ee",
        "edge": "#c9c5ba",
        "scroll": "#8f8a7e",
        "foreground": "#1c2026",
        "quiet": "#535b66",
        "accent": "#0a54a0",
        "right": "#17642a",
        "partly": "#6f4a00",
        "wrong": "#a8231c",
    },
    dark=False,
)
CONTRAST = _theme(
    "quizapp-contrast",
    {
        "background": "#000000",
        "surface": "#000000",
        "cursor": "#1f2a44",
        "edge": "#ffffff",
        "scroll": "#8c8c8c",
        "foreground": "#ffffff",
        "quiet": "#e8e8e8",
        "accent": "#7fe3ff",
        "right": "#86ff9f",
        "partly": "#ffe45c",
        "wrong": "#ffb0aa",
    },
    dark=True,
)
_ANSI = BUILTIN_THEMES["ansi-dark"]
OWN = replace(
    _ANSI,
    name=TERMINAL,
    primary="ansi_cyan",
    accent="ansi_cyan",
    variables={
        **_ANSI.variables,
        "cursor": "ansi_default",
        "edge": "ansi_default",
        "quiet": "ansi_default",
        "right": "ansi_green",
        "partly": "ansi_yellow",
        "wrong": "ansi_red",
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
    },
)
THEMES = (DARK, LIGHT, CONTRAST, OWN)


def variable_defaults() -> dict[str, str]:
    """Return our own variables as the default theme has them, for themes that don't."""
    return {name: DARK.variables[name] for name in ("cursor", "edge", "quiet", "right", "partly", "wrong")}
