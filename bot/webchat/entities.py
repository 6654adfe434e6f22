"""Turns HTML into text and Bot API entities as Telegram does: same tags, UTF-16 offsets, same complaints."""

from __future__ import annotations

import re
from typing import Any

from .markup_scanner import Scanner, unparsable

Json = dict[str, Any]

SIMPLE_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = {*SIMPLE_TAGS, "a", "code", "pre", "blockquote", "tg-emoji"}
MARKUP = re.compile("[<&]")
USER_LINK = re.compile(r"tg:(?://)?user\?id=(\d{1,18})\Z")
EMOJI_ID = re.compile(r"0*[1-9]\d{0,18}", re.ASCII)
WEB_LINK = re.compile(r"(?:(?:https?|tg|ton|mailto|tel):\S+|[\w-]+(?:\.[\w-]+)+(?:[:/?#]\S*)?)\Z", re.IGNORECASE)


def utf16_length(text: str) -> int:
    """The length Telegram counts: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(text: str) -> tuple[str, list[Json]]:
    """(plain text, entities in the order of their ends); raises "can't parse entities: …" with the byte offset.

    A link to a person is {"type": "text_mention", "user_id": …}: only the caller knows who that is.
    """
    if MARKUP.search(text) is None:
        return text, []
    parser = _HtmlParser(text)
    parser.run()
    return "".join(parser.plain), parser.entities


class _Open:
    """A start tag that waits for its end."""

    __slots__ = ("argument", "offset", "part", "tag")

    def __init__(self, tag: str, argument: str, offset: int, part: int) -> None:
        self.tag, self.argument, self.offset, self.part = tag, argument, offset, part


class _HtmlParser:
    def __init__(self, text: str) -> None:
        self.scanner = Scanner(text)
        self.offset = 0  # in the plain text, in UTF-16 units
        self.plain: list[str] = []
        self.entities: list[Json] = []
        self.open: list[_Open] = []

    def run(self) -> None:
        scanner = self.scanner
        while not scanner.is_done:
            self._add(scanner.plain())
            if scanner.sees("&"):
                self._add(scanner.reference())
            elif scanner.sees("</"):
                self._end_tag()
            elif scanner.sees("<"):
                self._start_tag()
        if self.open:
            raise unparsable(f"Can't find end tag corresponding to start tag {self.open[-1].tag}")
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)

    def _add(self, plain: str) -> None:
        if plain:
            self.plain.append(plain)
            self.offset += utf16_length(plain)

    def _start_tag(self) -> None:
        scanner = self.scanner
        start = scanner.position
        scanner.position += 1
        tag = scanner.word(">").lower()
        if scanner.is_done:
            raise scanner.complaint("Unclosed start tag", start)
        if tag not in TAGS:
            raise scanner.complaint(f'Unsupported start tag "{tag}"', start)
        argument = self._argument(tag, start)
        if tag == "span" and argument != "spoiler":
            raise scanner.complaint('Tag "span" must have class "tg-spoiler"', start)
        self.open.append(_Open(tag, argument, self.offset, len(self.plain)))

    def _argument(self, tag: str, start: int) -> str:
        """What the attributes say that matters: address, language, class, emoji, expandable."""
        argument = ""
        scanner = self.scanner
        scanner.skip_spaces()
        while not scanner.sees(">"):
            name, value = scanner.attribute(tag, start)
            match tag, name:
                case ("a", "href") | ("tg-emoji", "emoji-id"):
                    argument = value
                case "code", "class" if value.startswith("language-"):
                    argument = value.removeprefix("language-")
                case "span", "class" if value.startswith("tg-"):
                    argument = value.removeprefix("tg-")
                case "blockquote", "expandable":
                    argument = name
            scanner.skip_spaces()
        scanner.position += 1
        return argument

    def _end_tag(self) -> None:
        scanner = self.scanner
        start = scanner.position
        if not self.open:
            raise scanner.complaint("Unexpected end tag", start)
        scanner.position += 2
        found = scanner.word(">").lower()
        scanner.skip_spaces()
        if not scanner.sees(">"):
            raise scanner.complaint("Unclosed end tag", start)
        scanner.position += 1
        opened = self.open.pop()
        if found not in {"", opened.tag}:
            raise scanner.complaint("Unmatched end tag", start, f', expected "</{opened.tag}>", found "</{found}>"')
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity: Json = {"type": SIMPLE_TAGS.get(opened.tag, opened.tag), "offset": opened.offset}
        entity["length"] = self.offset - opened.offset
        match opened.tag:
            case "a":
                self._close_link(entity, opened)
            case "pre" | "code":
                self._close_code(entity, opened)
            case "blockquote":
                self.entities.append(entity | {"type": "expandable_blockquote" if opened.argument else "blockquote"})
            case "tg-emoji":
                if not EMOJI_ID.fullmatch(opened.argument):
                    raise unparsable("Invalid custom emoji identifier specified")
                self.entities.append(entity | {"type": "custom_emoji", "custom_emoji_id": opened.argument})
            case _:
                self.entities.append(entity)

    def _close_link(self, entity: Json, opened: _Open) -> None:
        url = opened.argument or "".join(self.plain[opened.part :])
        if user := USER_LINK.match(url):
            self.entities.append(entity | {"type": "text_mention", "user_id": int(user[1])})
        elif WEB_LINK.match(url):
            self.entities.append(entity | {"type": "text_link", "url": url if ":" in url else f"http://{url}/"})

    def _close_code(self, entity: Json, opened: _Open) -> None:
        """`<pre><code class="language-x">` is one "pre" with a language, whichever of the two is inside."""
        inner = self.entities[-1] if self.entities else {}
        same_place = (inner.get("offset"), inner.get("length")) == (entity["offset"], entity["length"])
        language = opened.argument or (inner.get("language") if same_place else None)
        if same_place and {inner["type"], opened.tag} == {"pre", "code"} and language:
            self.entities[-1] = entity | {"type": "pre", "language": language}
        else:
            self.entities.append(entity | ({"language": opened.argument} if opened.argument else {}))
