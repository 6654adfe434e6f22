"""HTML becomes text and entities as at Telegram, and what is wrong with it is said in Telegram's words."""

from __future__ import annotations

import html
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.webchat.detection import detect_entities
from bot.webchat.entities import parse_html, utf16_length
from bot.webchat.errors import ApiError
from bot.webchat.texts import message_caption, message_text, typed_text


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


def formatted(text: str) -> dict[str, Any]:
    return message_text({"text": text, "parse_mode": "HTML"}, lambda _id: None, too_long="message is too long")


WRITTEN = [
    ("plain", "plain", []),
    ("<b>a</b>", "a", [entity("bold", 0, 1)]),
    ("<strong>a</strong><em>b</em>", "ab", [entity("bold", 0, 1), entity("italic", 1, 1)]),
    ("<u>a</u><ins>b</ins>", "ab", [entity("underline", 0, 1), entity("underline", 1, 1)]),
    ("<s>a</s> <strike>b</strike> <del>c</del>", "a b c", [entity("strikethrough", at, 1) for at in (0, 2, 4)]),
    ("<tg-spoiler>a</tg-spoiler>", "a", [entity("spoiler", 0, 1)]),
    ('<span class="tg-spoiler">a</span>', "a", [entity("spoiler", 0, 1)]),
    ("<B>a</b>", "a", [entity("bold", 0, 1)]),
    ("<b >a</b >", "a", [entity("bold", 0, 1)]),
    ("<b>a</>", "a", [entity("bold", 0, 1)]),
    ("<b></b>a", "a", []),
    ("😀<b>a</b>", "😀a", [entity("bold", 2, 1)]),
    ("<b>😀</b>", "😀", [entity("bold", 0, 2)]),
    ("<b>a<i>b</i></b>", "ab", [entity("italic", 1, 1), entity("bold", 0, 2)]),
    ("<code>a</code>", "a", [entity("code", 0, 1)]),
    ("<pre>a</pre>", "a", [entity("pre", 0, 1)]),
    ('<pre><code class="language-py">a</code></pre>', "a", [entity("pre", 0, 1, language="py")]),
    ('<code class="language-py">a</code>', "a", [entity("code", 0, 1)]),
    (
        '<a href="https://a.example.org/?x=1&amp;y=2">l</a>',
        "l",
        [entity("text_link", 0, 1, url="https://a.example.org/?x=1&y=2")],
    ),
    ("<a href='tg://user?id=5'>l</a>", "l", [entity("text_mention", 0, 1, user_id=5)]),
    (
        "<a>https://a.example.org</a>",
        "https://a.example.org",
        [entity("text_link", 0, 21, url="https://a.example.org")],
    ),
    ('<a href="javascript:x">l</a>', "l", []),
    ("<blockquote>a</blockquote>", "a", [entity("blockquote", 0, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [entity("expandable_blockquote", 0, 1)]),
    ('<tg-emoji emoji-id="53">x</tg-emoji>', "x", [entity("custom_emoji", 0, 1, custom_emoji_id="53")]),
    ("&lt;b&gt; &amp; &quot;", '<b> & "', []),
    ("&#65;&#x42;&#128512;", "AB😀", []),
    ("&nbsp;&copy;&", "&nbsp;&copy;&", []),
    ("&lt", "<", []),
]


@pytest.mark.parametrize(("written", "text", "entities"), WRITTEN, ids=[w for w, _, _ in WRITTEN])
def test_html_becomes_text_and_entities(written: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert parse_html(written) == (text, entities)


BROKEN = [
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    ("ä<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
    ("<b", "Unclosed start tag at byte offset 0"),
    ('<a href="x', "Unclosed start tag at byte offset 0"),
    ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
    ("<b x>y</b>", 'Expected equal sign in declaration of an attribute of the tag "b" at byte offset 0'),
    ("<b =x>y</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
    ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<b>x", "Can't find end tag corresponding to start tag b"),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
]


@pytest.mark.parametrize(("written", "complaint"), BROKEN, ids=[w for w, _ in BROKEN])
def test_broken_html_is_refused_with_telegrams_words(written: str, complaint: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(written)
    assert caught.value.description == f"Bad Request: can't parse entities: {complaint}"


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text, quote=False)) == (text, [])
    plain, (bold,) = parse_html(f"<b>{html.escape(text)}x</b>".replace("&#x27;", "'"))
    assert (plain, bold) == (text + "x", entity("bold", 0, utf16_length(text) + 1))


@given(st.text(alphabet="<>/&;=\"' abipre#x1&lt", max_size=40))
def test_any_markup_is_parsed_or_refused(text: str) -> None:
    try:
        plain, entities = parse_html(text)
    except ApiError as error:
        assert error.description.startswith("Bad Request: can't parse entities: ")  # noqa: PT017
    else:
        assert all(0 <= e["offset"] < e["offset"] + e["length"] <= utf16_length(plain) for e in entities)


def test_white_space_around_a_text_is_cut_and_entities_move_along() -> None:
    assert formatted(" \n<b> a</b> \n") == {"text": "a", "entities": [entity("bold", 0, 1)]}


def test_neighbours_of_one_kind_become_one_and_code_keeps_its_inside_plain() -> None:
    assert formatted("<b>a</b><b>b</b>")["entities"] == [entity("bold", 0, 2)]
    assert formatted("<code>a<b>b</b> #c</code>")["entities"] == [entity("code", 0, 5)]


def test_limits_count_utf16_units_after_parsing() -> None:
    assert formatted("<b>" + "x" * 4096 + "</b>")["entities"] == [entity("bold", 0, 4096)]
    assert formatted("😀" * 2048)["text"]
    with pytest.raises(ApiError, match="message is too long"):
        formatted("😀" * 2048 + "x")
    assert message_caption({"caption": "x" * 1024}, lambda _id: None)
    with pytest.raises(ApiError, match="message caption is too long"):
        message_caption({"caption": "x" * 1025}, lambda _id: None)


MARKED = [
    ("/start abc", [("bot_command", "/start")]),
    ("see /help@bote_bot.", [("bot_command", "/help@bote_bot")]),
    ("and/or a/b </x", []),
    ("https://shop.example.org/a?b=1, then", [("url", "https://shop.example.org/a?b=1")]),
    ("shop.example.org", [("url", "shop.example.org")]),
    ("see shop.example for it", [("url", "shop.example")]),
    ("mail@shop.example", [("email", "mail@shop.example")]),
    ("#order #1001 #a1", [("hashtag", "#order"), ("hashtag", "#a1")]),
    ("@bote_bot and a@b", [("mention", "@bote_bot")]),
    ("wo ist 1001?", []),
]


@pytest.mark.parametrize(("text", "marked"), MARKED, ids=[t for t, _ in MARKED])
def test_commands_links_and_tags_are_marked_by_themselves(text: str, marked: list[tuple[str, str]]) -> None:
    found = [(e["type"], text[e["offset"] : e["offset"] + e["length"]]) for e in detect_entities(text, [])]
    assert found == marked


def test_a_typed_text_of_white_space_is_nothing() -> None:
    assert typed_text(" \n ") == {}
    assert typed_text(" /start ") == {"text": "/start", "entities": [entity("bot_command", 0, 6)]}
