"""What people type as **bold** or __italic__ is formatted as in Telegram's apps, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.webchat.entities import utf16_length
from bot.webchat.texts import typed_text


def shown(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands there, and which words of it are how."""
    content = typed_text(text)
    found: list[dict[str, Any]] = content.get("entities", [])
    units = content["text"].encode("utf-16-le")
    words = [(each["type"], units[2 * each["offset"] :][: 2 * each["length"]].decode("utf-16-le")) for each in found]
    return content["text"], words


@pytest.mark.parametrize(
    ("typed", "text", "words"),
    [
        ("**Heute** billig", "Heute billig", [("bold", "Heute")]),
        ("**20 %** und __mehr__!", "20 % und mehr!", [("bold", "20 %"), ("italic", "mehr")]),
        ("~~19,90~~ ||geheim||", "19,90 geheim", [("strikethrough", "19,90"), ("spoiler", "geheim")]),
        ("Code `A**B**C`.", "Code A**B**C.", [("code", "A**B**C")]),
        ("a **b __c__** d", "a b c d", [("bold", "b c"), ("italic", "c")]),
        ("🧦 **s🧦**", "🧦 s🧦", [("bold", "s🧦")]),
        ("**zwei\nZeilen**", "zwei\nZeilen", [("bold", "zwei\nZeilen")]),
        ("  **vorn** ", "vorn", [("bold", "vorn")]),
        ("**https://shop.example**", "https://shop.example", [("bold", "https://shop.example"), ("url", "https://shop.example")]),
    ],
)  # fmt: skip
def test_marks_around_words_format_them(typed: str, text: str, words: list[tuple[str, str]]) -> None:
    assert shown(typed) == (text, words)


@pytest.mark.parametrize(
    "typed",
    [
        "**offen",
        "snake__case__x",
        "A**B**C",
        "5 ** 3 ** 2",
        "** a**",
        "**a **",
        "****",
        "**Fett**er",
        "`` ` ``",
        "*a* _b_",
    ],
)
def test_marks_that_belong_to_nothing_stay_as_they_are(typed: str) -> None:
    assert shown(typed) == (typed, [])


def test_an_address_with_such_signs_stays_an_address() -> None:
    typed = "https://shop.example/__a__/b"
    assert shown(typed) == (typed, [("url", typed)])


@given(st.text(alphabet="a *_~|`🧦\n/", max_size=40))
def test_whatever_is_typed_no_word_is_lost_and_no_entity_leaves_the_text(typed: str) -> None:
    content = typed_text(typed)
    text = content.get("text", "")

    assert [sign for sign in text if sign in "a🧦/"] == [sign for sign in typed if sign in "a🧦/"]
    for each in content.get("entities", []):
        assert 0 <= each["offset"] < each["offset"] + each["length"] <= utf16_length(text)
