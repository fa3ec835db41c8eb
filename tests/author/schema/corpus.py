"""Small decks, good and bad, and how a YAML 1.2 parser hands them to whoever checks them by the schema."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).parent


class Case(NamedTuple):
    """A deck file and what it is about; code: the problem the reader must have with it, if any."""

    name: str
    text: str
    code: str = ""


def cases(name: str) -> list[Case]:
    """The cases of a file: each begins with a line `=== name`, or `=== code name`."""
    parts = re.split(
        r"^=== (?:([EW]\d+) )?(.+)\n", (HERE / name).read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    return [Case(what, text, code or "") for code, what, text in zip(*(iter(parts[1:]),) * 3, strict=True)]


class _Core(yaml.SafeLoader):
    """YAML 1.2's core schema, which editors follow: `no` and `12:30` are text there."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - as PyYAML wants it


for _tag, _expression, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_expression})$"), list(_first))


def _whole(_loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    bases = {"0o": 8, "0x": 16}
    return int(node.value, bases.get(node.value[:2], 10))


def _number(_loader: yaml.SafeLoader, node: yaml.ScalarNode) -> float:
    return float(node.value)


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[str, Any]:
    # JSON's keys are text, whatever they look like.
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


_Core.add_constructor("tag:yaml.org,2002:int", _whole)
_Core.add_constructor("tag:yaml.org,2002:float", _number)
_Core.add_constructor("tag:yaml.org,2002:map", _mapping)


def parsed(text: str) -> Any:
    """What an editor checks: the values of a file."""
    return yaml.load(text, Loader=_Core)
