"""The bytes of a deck file to text that YAML can read, with a problem for each byte that isn't text."""

import re
from bisect import bisect_right

from quizapp.deck.problems import Report

LARGEST = 32_000_000
_UTF_32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_MOST_PLACES = 1_000
_MOST_CONTROLS = 20
_BREAKS = "\x85\u2028\u2029"
_BAD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
# A text has none of these; what has many is a picture, a program, or text in some other encoding.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_BYTE = re.compile("[\udc80-\udcff]")
_ODD_INDENT = re.compile(
    "^ *(?P<odd>[\u00a0\u2000-\u200a\u202f\u3000])[ \u00a0\u2000-\u200a\u202f\u3000]*(?=\\S)", re.MULTILINE
)
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def decode(data: bytes, report: Report) -> str | None:
    """Return the file's text, in which each unusable character is replaced by one that YAML can read.

    Line and column of what remains are those of the file. None (and a problem) if it isn't text at all.
    """
    if len(data) > LARGEST:
        report.add("E001", 1, 1, size=f"{len(data) / 1e6:.1f}", limit=LARGEST // 1_000_000)
        return None
    text = _decoded(data, report)
    if text is not None and _BAD.search(text):
        places = [
            match.start() for match, _ in zip(_BAD.finditer(text), range(_MOST_PLACES + 1), strict=False)
        ]
        many = len(places) > _MOST_PLACES
        controls = [at for at in places if _CONTROL.match(text, at)]
        if len(controls) > _MOST_CONTROLS:
            report.add("E004", *_place(text, controls[0]))
            return None
        if many and not any(_is_byte(text[at]) for at in places):
            report.add("E004", *_place(text, places[0]))
            return None
        _report(text, places, report)
        if many:
            return None
        text = _BAD.sub(lambda bad: " " if bad.group() in _BREAKS else "\ufffd", text)
    return text if text is None else _indented(text, report)


def _indented(text: str, report: Report) -> str:
    """Return `text` with ordinary spaces in the indentations, and warn where they were others."""
    if text.isascii() or (first := _ODD_INDENT.search(text)) is None:
        return text
    report.add("W205", *_place(text, first.start("odd")), sign=_code(first["odd"]))
    return _ODD_INDENT.sub(lambda match: " " * len(match.group()), text)


def text_lines(data: bytes) -> list[str]:
    """Return the lines of a file as problems count them, for `messages.render`."""
    text = None if len(data) > LARGEST else _decoded(data, Report())
    return [] if text is None else lines_of(_BYTE.sub("\ufffd", text))


def lines_of(text: str) -> list[str]:
    """Split text where YAML and editors do."""
    return re.split("\r\n|\n|\r", text)


def _decoded(data: bytes, report: Report) -> str | None:
    if data.startswith(_UTF_32):
        report.add("E004", 1, 1)
        return None
    wide = _WIDE.get(data[:2]) or _guessed(data)
    if wide is not None:
        try:
            text = data.decode(wide)
        except UnicodeDecodeError:
            report.add("E004", 1, 1)
            return None
        report.add("W201", 1, 1)
        return text
    return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")


def _guessed(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by the zero byte beside its first letters."""
    if len(data) >= 4 and len(data) % 2 == 0:
        if data[1] == data[3] == 0 and data[0] and data[2]:
            return "utf-16-le"
        if data[0] == data[2] == 0 and data[1] and data[3]:
            return "utf-16-be"
    return None


def _report(text: str, places: list[int], report: Report) -> None:
    """Report each bad character; bytes that aren't UTF-8, and odd line breaks, once for all of them."""
    starts = [0, *(match.end() for match in re.finditer("\r\n|\n|\r", text[: places[-1]]))]
    bytes_at = [at for at in places if _is_byte(text[at])]
    breaks_at = [at for at in places if text[at] in _BREAKS]
    if bytes_at:
        byte = ord(text[bytes_at[0]]) - 0xDC00
        letter = bytes([byte]).decode("cp1252", "replace")
        line, column = _in_line(starts, bytes_at[0])
        count = str(len(bytes_at)) if len(bytes_at) <= _MOST_PLACES else f"more than {_MOST_PLACES}"
        report.add("E002", line, column, byte=f"0x{byte:02X}", letter=letter, count=count)
        report.hurt(_in_line(starts, at) for at in bytes_at[1:])
    if breaks_at:
        report.add("W202", *_in_line(starts, breaks_at[0]), sign=_code(text[breaks_at[0]]))
    for at in places:
        if not _is_byte(text[at]) and text[at] not in _BREAKS:
            report.add("E003", *_in_line(starts, at), sign=_code(text[at]))


def _is_byte(letter: str) -> bool:
    return "\udc80" <= letter <= "\udcff"


def _code(letter: str) -> str:
    return f"U+{ord(letter):04X}"


def _in_line(starts: list[int], at: int) -> tuple[int, int]:
    line = bisect_right(starts, at)
    return line, at - starts[line - 1] + 1


def _place(text: str, at: int) -> tuple[int, int]:
    lines = lines_of(text[:at])
    return len(lines), len(lines[-1]) + 1
