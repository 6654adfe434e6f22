"""Looking for a product: a list that is narrowed down by words and buttons, what comes near, and a way to a human."""

import re
from decimal import Decimal

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from tests.support.builders import a_product
from tests.support.chat import Town

POTS = {
    "de": "Teekanne „Nebel“ blau",
    "en": "Teapot “Mist” blue",
    "fr": "Théière « Brume » bleue",
    "lb": "Téikan „Niwwel“ blo",
}
ASKED = {
    "de": "habt ihr die blaue Tekanne noch?",
    "en": "do you still have the blue teapott?",
    "fr": "avez-vous encore la theiere bleue ?",
    "lb": "hutt dir déi blo Teikan nach?",
}


def shown(text: str) -> str:
    """As it is read: without tags, and each blank is one."""
    return re.sub("<[^>]*>", "", text).replace("\u00a0", " ")


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_product_in_a_sentence_with_a_typo_opens_its_card(town: Town, locale: Locale) -> None:
    await a_product("POT", name=POTS, category="kitchen")
    await a_product("LAMP", name={"de": "Lampe"}, category="home")
    anna = await town.customer(locale)
    await anna.says(ASKED[locale])
    anna.reads(POTS[locale], "POT")


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_list_is_narrowed_down_by_buttons_and_opened_up_again(town: Town, locale: Locale) -> None:
    for number in range(9):
        stock = 0 if number == 2 else None
        await a_product(f"K{number}", name={"de": f"Kanne {number}"}, price=Decimal(10 + number), stock=stock)
    for number in range(3):
        await a_product(f"G{number}", name={"de": f"Kanne G{number}"}, category="garden", price=Decimal(90))
    anna = await town.customer(locale)
    await anna.says("Kanne")
    anna.reads(shown(plain(locale, "product-found", count=12, words="Kanne")))
    anna.can_tap("Kanne 0", plain(locale, "product-sold-out-button"), plain(locale, "product-next-button"))

    await anna.taps(plain(locale, "product-category-button"))
    await anna.taps(plain(locale, "category-garden"))
    anna.reads(shown(plain(locale, "product-only", told=plain(locale, "category-garden"))))
    assert sum("Kanne" in button for button in anna.buttons) == 3

    await anna.taps(plain(locale, "product-all-button"))
    await anna.taps(plain(locale, "product-stock-button"))
    assert not any("Kanne 2" in button for button in anna.buttons)
    await anna.taps(plain(locale, "product-all-button"))
    await anna.taps(plain(locale, "product-price-filter-button"))
    await anna.taps(plain(locale, "menu-back-button"))
    anna.can_tap("Kanne 0")


async def test_a_price_range_leaves_out_what_is_dearer(town: Town) -> None:
    for price in (5, 6, 30, 31, 90, 95):
        await a_product(f"P{price}", name={"de": f"Becher {price}"}, price=Decimal(price))
    anna = await town.customer("de")
    await anna.says("Becher")
    await anna.taps("Preis")
    cheapest = next(button for button in anna.buttons if button.startswith("unter"))
    await anna.taps(cheapest)
    assert [button for button in anna.buttons if "Becher 9" in button] == []
    anna.can_tap("Becher 5")
    anna.reads(shown(f"Nur: {cheapest}"))


async def test_words_typed_on_the_list_refine_it_and_others_begin_anew(town: Town) -> None:
    for sku, name in (("T1", "Teekanne rot"), ("T2", "Teekanne blau"), ("S1", "Schal blau"), ("S2", "Schal grün")):
        await a_product(sku, name={"de": name})
    anna = await town.customer("de")
    await anna.says("Teekanne")
    anna.can_tap("Teekanne rot", "Teekanne blau")
    await anna.says("blau")
    anna.reads("Teekanne blau")
    assert not any("Schal" in button or "rot" in button for button in anna.buttons)
    await anna.says("Schal")
    anna.can_tap("Schal blau", "Schal grün")
    await anna.taps("Schal grün")
    anna.reads("S2")
    await anna.taps("Zurück")
    anna.can_tap("Schal blau")


async def test_what_nobody_sells_is_said_with_what_comes_near_and_a_way_to_a_human(town: Town) -> None:
    await a_product("T1", name={"de": "Teekanne rot"})
    await a_product("T2", name={"de": "Teekanne blau"})
    anna = await town.customer("de")
    await anna.says("/products")
    await anna.says("Theekenner")
    anna.reads("Genau das haben wir nicht gefunden", "Unser Team")
    anna.can_tap("Teekanne rot", "Teekanne blau")
    await anna.says("Xylophonverstärker")
    anna.reads("„Xylophonverstärker“ haben wir nichts gefunden", "Unser Team")


async def test_who_asks_for_what_nobody_sells_gets_no_guess_at_other_wishes(town: Town) -> None:
    await a_product("T1", name={"de": "Teekanne rot"})
    anna = await town.customer("de")
    await anna.says("habt ihr Schneeschuhe?")
    anna.reads("haben wir nichts gefunden", "Unser Team")


async def test_signs_that_mean_something_elsewhere_are_taken_literally(town: Town) -> None:
    await a_product("J1", name={"de": "Apfelsaft <b>100%</b>"})
    await a_product("J2", name={"de": "Apfelsaft 1000"})
    anna = await town.customer("de")
    await anna.says("/products")
    await anna.says("100%")
    anna.reads("Apfelsaft <b>100%</b>", "J1")
    await anna.says("/products")
    await anna.says("<i>%_\\'; --")
    anna.reads("<i>%_\\'; --")
