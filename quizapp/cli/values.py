"""Kinds of values on the command line, whose mistakes are told in words that help."""

from datetime import datetime
from typing import Any

import click


class Day(click.DateTime):
    """A date such as 2026-03-14 or 14.3.2026; becomes its midnight."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d", "%d.%m.%Y"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read a date. Raises BadParameter with how dates are written."""
        try:
            found: datetime = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"'{value}' is no date; write it like 2026-03-14 or 14.3.2026.", param, ctx)
        return found


class Percent(click.FloatRange):
    """A percentage from 1 to 100, with or without its sign."""

    def __init__(self) -> None:
        super().__init__(1, 100)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read a percentage. Raises BadParameter with how it is written."""
        bare: Any = str(value).strip().removesuffix("%")
        try:
            found: float = super().convert(bare, param, ctx)
        except click.BadParameter:
            self.fail(f"'{value}' is no percentage from 1 to 100; write it like 80.", param, ctx)
        return found
