"""Whatever anybody types, the real bot answers, with a way on: any Unicode, 4,096 characters, right to left, emoji."""

import os

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from benchmarks.slow_texts import SLOW_TEXTS
from bot.i18n import plain
from tests.support.builders import a_customer, a_product, an_order, parcel
from tests.support.chat import Person
from tests.support.staffed import Shop

# What Telegram counts are UTF-16 units, and it sends no message without a visible character.
LONGEST = 4_096
PIECES = (
    *("wo ist", "1001", "my order", "colis", "retour", "zwee dovun", "bis Freitag", "bei der 24.12.", "100%", "_%_"),
    *(
        "أين طلبي؟",
        "\u202e",
        "\u200f",
        "\u0301",
        "👩‍👩‍👧‍👦",
        "🇱🇺",
        "ﷺ",
        "İ",
        "ß",
        "\n",
        "\t",
        "{ $x }",
        "</b>",
        "&lt;",
    ),
    *("a@b.lu", "00340434161094000012", "²³", "Ⅳ", "٤٥٦", "-1", "9" * 30, "'; DROP TABLE chat;--", "\\", "no", "ja"),
)


def fits(text: str) -> bool:
    is_seen = any(sign.isprintable() and not sign.isspace() for sign in text)
    return is_seen and "\x00" not in text and len(text.encode("utf-16-le")) // 2 <= LONGEST


texts = st.one_of(
    st.text(max_size=200),
    st.text(min_size=1_000, max_size=4_096),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=400).map("".join),
).filter(fits)


async def a_stranger_or_anna(shop: Shop, *, linked: bool) -> Person:
    """Somebody new each time, so that nobody takes many messages for a flood."""
    erika = await a_customer()
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    return await shop.town.customer("de", owns=[erika] if linked else [])


# PostgreSQL's round trips take their time.
@hypothesis_settings(
    max_examples=10 if os.environ.get("BOTE_TEST_DATABASE_URL") else 20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(texts, st.booleans())
@example("\u202eأين طلبي\u202c 1001", True)
@example("🦆" * 2_048, False)
@example("1001 " * 819, True)
async def test_whatever_is_typed_is_answered(shop: Shop, text: str, linked: bool) -> None:
    anna = await a_stranger_or_anna(shop, linked=linked)
    await anna.says(text)
    anna.has_a_way_on()
    anna.does_not_read(plain("de", "error-unexpected")[:20])


@pytest.mark.parametrize("name", SLOW_TEXTS)
async def test_what_takes_longest_to_understand_is_answered(shop: Shop, name: str) -> None:
    await a_product("KANNE", name={"de": "Teekanne"})
    anna = await a_stranger_or_anna(shop, linked=True)
    await anna.says(SLOW_TEXTS[name].encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore"))
    anna.has_a_way_on()
    anna.does_not_read(plain("de", "error-unexpected")[:20])
