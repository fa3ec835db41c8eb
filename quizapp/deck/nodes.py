"""The plain values of a YAML file, each with its place. Scalars stay the text that was typed."""

PLAIN = ""


class Text:
    """A scalar. Lines and columns count from 1; the end is just behind the last character.

    style: empty for plain text, else the character that starts it: `'`, `"`, `|` or `>`.
    """

    __slots__ = ("column", "end_column", "end_line", "line", "style", "text")

    def __init__(self, text: str, line: int, column: int, end_line: int, end_column: int, style: str) -> None:
        self.text = text
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column
        self.style = style


class Items:
    """A list. What stands before its end belongs to it."""

    __slots__ = ("column", "end_column", "end_line", "items", "line")

    def __init__(self, line: int, column: int) -> None:
        self.items: list[Node] = []
        self.line = self.end_line = line
        self.column = self.end_column = column


class Table:
    """A mapping: for each key, in order, its value (`values`) and the key's own place (`keys`).

    What stands before its end belongs to it.
    """

    __slots__ = ("column", "end_column", "end_line", "keys", "line", "values")

    def __init__(self, line: int, column: int) -> None:
        self.values: dict[str, Node] = {}
        self.keys: dict[str, tuple[int, int]] = {}
        self.line = self.end_line = line
        self.column = self.end_column = column


Node = Text | Items | Table
