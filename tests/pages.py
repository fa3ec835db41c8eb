"""Reads a page of HTML strictly: whether its tags are closed in order, and stand where HTML lets them."""

from html.parser import HTMLParser

_VOID = {"meta", "br"}
_LOADS = {"script", "link", "iframe", "img", "object", "embed"}
# In which elements these may stand; all others may stand anywhere but in what holds words only.
_INSIDE = {
    "head": {"html"},
    "body": {"html"},
    "meta": {"head"},
    "title": {"head"},
    "style": {"head"},
    "li": {"ol", "ul"},
    "dt": {"dl"},
    "dd": {"dl"},
    "thead": {"table"},
    "tbody": {"table"},
    "tr": {"table", "thead", "tbody"},
    "th": {"tr"},
    "td": {"tr"},
}
_ONLY = {parent: {tag for tag in _INSIDE if parent in _INSIDE[tag]} for parent in ("ol", "ul", "dl", "tr")}
_WORDS = {"p", "h1", "h2", "th", "span", "b", "i", "code", "title", "pre"}
_BLOCKS = {"p", "div", "h1", "h2", "ol", "ul", "dl", "table", "section", "main", "pre"}


class Page(HTMLParser):
    """What stands on a page. tags: the elements it has; said: its texts; loads: what it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.said: list[str] = []
        self.loads: list[str] = []
        self._open: list[str] = []
        self._cells: list[list[int]] = []

    @property
    def text(self) -> str:
        """All its texts."""
        return "".join(self.said)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute of <{tag}> stands there twice"
        self.loads += [name for name in names if name in {"src", "href"} or name.startswith("on")]
        self.loads += [tag] if tag in _LOADS else []
        parent = self._open[-1] if self._open else "html"
        assert parent in _INSIDE.get(tag, {parent}), f"<{tag}> in <{parent}>"
        assert tag in _ONLY.get(parent, {tag}), f"<{tag}> in <{parent}>"
        assert not (tag in _BLOCKS and _WORDS & set(self._open)), f"<{tag}> among words"
        if tag == "table":
            self._cells.append([])
        elif tag == "tr":
            self._cells[-1].append(0)
        elif tag in {"td", "th"}:
            self._cells[-1][-1] += 1
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag == "table":
            assert len(set(self._cells.pop())) <= 1, "rows of a table have different numbers of cells"

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1] != "style":
            self.said.append(data)


def read(page: str) -> Page:
    """Return what stands on a page. Fails if it isn't sound, or loads anything."""
    assert page.lower().startswith("<!doctype html>")
    reader = Page()
    reader.feed(page)
    reader.close()
    assert not reader._open
    assert not reader.loads
    return reader
