"""Reads HTML the way Telegram's parser walks over it: names, attributes, character references, places of errors."""

from __future__ import annotations

import re

from .errors import ApiError, bad_request

SPACES = " \t\r\n\0\v"
MARKUP = re.compile(r"[<&]")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([a-zA-Z]*))")
NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")


def unparsable(complaint: str) -> ApiError:
    return bad_request(f"can't parse entities: {complaint}")


class Scanner:
    """A position in a text; offsets in complaints count bytes of UTF-8, as Telegram's do."""

    __slots__ = ("position", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    @property
    def is_done(self) -> bool:
        return self.position >= len(self.text)

    def sees(self, expected: str) -> bool:
        return self.text.startswith(expected, self.position)

    def plain(self) -> str:
        """Everything up to the next `<` or `&`."""
        match = MARKUP.search(self.text, self.position)
        return self._take(match.start() if match else len(self.text))

    def reference(self) -> str:
        """The character a reference stands for; what is none stays as it is, as at Telegram."""
        character, self.position = _reference_at(self.text, self.position)
        return character

    def word(self, ends: str) -> str:
        end = self.position
        while end < len(self.text) and self.text[end] not in SPACES and self.text[end] not in ends:
            end += 1
        return self._take(end)

    def skip_spaces(self) -> None:
        while not self.is_done and self.text[self.position] in SPACES:
            self.position += 1

    def attribute(self, tag: str, start: int) -> tuple[str, str]:
        """Name and value of the next attribute of the tag that began at `start`."""
        name = self.word("=>")
        if not name:
            raise self.complaint(f'Empty attribute name in the tag "{tag}"', start)
        self.skip_spaces()
        if not self.sees("="):
            if (tag, name) == ("blockquote", "expandable"):
                return name, ""
            raise self.complaint(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', start)
        self.position += 1
        self.skip_spaces()
        if self.is_done:
            raise self.complaint(f'Unclosed start tag "{tag}"', start)
        value = self._quoted() if self.text[self.position] in "'\"" else self._token()
        if self.is_done:
            raise self.complaint("Unclosed start tag", start)
        return name, value

    def complaint(self, what: str, position: int, more: str = "") -> ApiError:
        offset = len(self.text[:position].encode("utf-8", "surrogatepass"))
        return unparsable(f"{what} at byte offset {offset}{more}")

    def _take(self, end: int) -> str:
        taken = self.text[self.position : end]
        self.position = end
        return taken

    def _quoted(self) -> str:
        quote = self.text[self.position]
        end = self.text.find(quote, self.position + 1)
        end = len(self.text) if end < 0 else end
        self.position += 1
        value = _unescape(self._take(end))
        self.position = min(end + 1, len(self.text))
        return value

    def _token(self) -> str:
        begin = self.position
        match = NAME_TOKEN.match(self.text, begin)
        token = self._take(match.end() if match else begin)
        if not self.is_done and self.text[self.position] not in SPACES + ">":
            raise self.complaint("Unexpected end of name token", begin)
        return token.lower()


def _unescape(value: str) -> str:
    parts, position = [], 0
    while (found := value.find("&", position)) >= 0:
        parts.append(value[position:found])
        character, position = _reference_at(value, found)
        parts.append(character)
    return "".join(parts) + value[position:]


def _reference_at(text: str, position: int) -> tuple[str, int]:
    match = REFERENCE.match(text, position)
    if match is None:
        return "&", position + 1
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        character = NAMED.get(name, "")
    else:
        digits, base = (hexadecimal, 16) if hexadecimal is not None else (decimal, 10)
        code = int(digits, base) if digits else 0
        too_long = match.end() - position >= 10
        half = 0xD800 <= code <= 0xDFFF
        character = "" if code == 0 or code >= 0x10FFFF or half or too_long else chr(code)
    if not character:
        return "&", position + 1
    return character, match.end() + text.startswith(";", match.end())
