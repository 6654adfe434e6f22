"""What Telegram makes of a text that somebody has formatted: how long it is, and whether it takes it; pure."""

from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

Attributes = list[tuple[str, str | None]]
TAGS = frozenset(
    {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "a", "code", "pre", "blockquote"}
    | {"tg-spoiler", "tg-emoji"}
)


def visible_length(text: str) -> int:
    """The length as Telegram counts it: without markup, in units of UTF-16."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return len("".join(reader.said).encode("utf-16-le")) // 2


def faults_of(text: str) -> Iterator[str]:
    """Tags that Telegram does not take, that are never closed, or close what is not open."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    yield from reader.faults
    yield from (f"<{tag}>" for tag in reader.open)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.said: list[str] = []
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:  # noqa: ARG002  # named by the base class
        if tag not in TAGS:
            self.faults.append(f"<{tag}>")
        else:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:  # noqa: ARG002  # likewise
        self.faults.append(f"<{tag}/>")

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.said.append(data)
        if "<" in data:
            self.faults.append("<")

    def handle_entityref(self, name: str) -> None:
        self.said.append(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.said.append(unescape(f"&#{name};"))
