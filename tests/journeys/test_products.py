"""Products by name, by article number, from an order, or from the catalogue: facts, pictures, manual."""

from pathlib import Path

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from tests.support.builders import Item, a_customer, a_product, an_order
from tests.support.chat import Town
from tests.support.webchat import png

NAMES = {
    "de": "Tischlampe Nordlicht",
    "en": "Northern Light table lamp",
    "fr": "Lampe Aurore",
    "lb": "Dëschluucht Nordliicht",
}


@pytest.fixture
def pictures(tmp_path: Path) -> list[str]:
    files = [tmp_path / f"lamp{number}.png" for number in range(3)]
    for number, file in enumerate(files):
        file.write_bytes(png(40 + number, 30))
    return [str(file) for file in files]


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_name_in_a_question_opens_the_facts(town: Town, locale: Locale) -> None:
    await a_product("LAMPE-1", name=NAMES, stock=2, facts={"Watt": "7"})
    await a_product("BECHER")
    anna = await town.customer(locale)
    await anna.says(f"? {NAMES[locale].lower()} ?")
    anna.reads(NAMES[locale], "LAMPE-1", "Watt", plain(locale, "product-few", count=2))


@pytest.mark.parametrize("text", ["LAMPE-1", "was kostet lampe-1?", "Artikel LAMPE-1 bitte"])
async def test_an_article_number_opens_the_facts(town: Town, text: str) -> None:
    await a_product("LAMPE-1", name=NAMES)
    anna = await town.customer("de")
    await anna.says(text)
    anna.reads("Tischlampe Nordlicht", "19,90 €")


async def test_several_products_of_a_name_are_offered(town: Town) -> None:
    await a_product("T1", name={"de": "Teekanne rot"})
    await a_product("T2", name={"de": "Teekanne blau"})
    anna = await town.customer("de")
    await anna.says("Teekanne")
    anna.reads("Welches Produkt meinen Sie?")
    await anna.taps("Teekanne blau")
    anna.reads("T2")


@pytest.mark.parametrize("text", ["100%", "ein", "wo ist die toilette", "hallo lampenfieber", "und"])
async def test_words_that_name_no_product_open_none(town: Town, text: str) -> None:
    await a_product("LAMPE-1", name=NAMES)
    anna = await town.customer("de")
    await anna.says(text)
    anna.reads("nicht verstanden")


async def test_pictures_are_turned_over_in_one_message(town: Town, pictures: list[str]) -> None:
    await a_product("LAMPE-1", name=NAMES, images=pictures, manual_url="https://example.org/manual.pdf")
    anna = await town.customer("de")
    await anna.says("LAMPE-1")
    first = anna.screen
    assert first["photo"]
    await anna.taps(plain("de", "product-next-button"))
    assert anna.screen["message_id"] == first["message_id"]
    assert anna.screen["photo"][-1]["width"] == 41
    keys = [key for row in anna.screen["reply_markup"]["inline_keyboard"] for key in row]
    assert "https://example.org/manual.pdf" in [key.get("url") for key in keys]


async def test_what_a_caption_cannot_hold_is_one_tap_away(town: Town, pictures: list[str]) -> None:
    facts = {f"Angabe {number:02}": "viel zu erzählen " * 5 for number in range(15)}
    await a_product("LAMPE-1", name=NAMES, images=pictures[:1], facts=facts)
    anna = await town.customer("de")
    await anna.says("LAMPE-1")
    anna.does_not_read("Angabe 14")
    await anna.taps(plain("de", "product-facts-button"))
    anna.reads("Angabe 00", "Angabe 14")
    await anna.taps(plain("de", "product-pictures-button"))
    assert anna.screen["photo"]


async def test_a_picture_that_cannot_be_had_costs_only_the_picture(town: Town) -> None:
    await a_product("LAMPE-1", name=NAMES, images=["/nowhere/lamp.png", "/etc/passwd"])
    await a_product("LAMPE-2", name=NAMES, images=["https://127.0.0.1:1/lamp.png"])
    anna = await town.customer("de")
    for sku in ("LAMPE-1", "LAMPE-2"):
        await anna.says(sku)
        anna.reads("Tischlampe Nordlicht", sku)


async def test_an_ordered_item_leads_to_its_product_and_back(town: Town, pictures: list[str]) -> None:
    erika = await a_customer()
    await a_product("LAMPE-1", name=NAMES, images=pictures)
    lines = [Item("Lampe, damals", sku="LAMPE-1"), Item("Ausgelaufen", sku="WEG"), Item("Ohne Nummer", sku=None)]
    await an_order("1001", customer=erika, lines=lines)
    anna = await town.customer("de", owns=[erika])
    await anna.says("1001")
    await anna.taps(plain("de", "order-items-button"))
    assert not any("Ohne Nummer" in button for button in anna.buttons)
    answer = await anna.taps("Ausgelaufen")
    assert answer["text"] == plain("de", "product-unknown-toast")
    await anna.taps("Lampe, damals")
    anna.reads("Tischlampe Nordlicht")
    await anna.taps("Zurück")
    anna.can_tap("Lampe, damals")
    await anna.taps("Bestellung")
    anna.reads("Bestellung 1001", "Lampe, damals")


async def test_the_catalogue_is_paged(town: Town) -> None:
    for number in range(11):
        await a_product(f"P{number}", name={"de": f"Ding {number:02}"})
    anna = await town.customer("de")
    await anna.says("/products")
    anna.can_tap("Ding 00", "Ding 07")
    await anna.taps(plain("de", "product-next-button"))
    anna.can_tap("Ding 08", "Ding 10")
    await anna.taps("Ding 10")
    anna.reads("Ding 10")
    await anna.taps("Zurück")
    anna.can_tap("Ding 08")


async def test_markup_in_a_products_facts_is_shown_as_it_is(town: Town) -> None:
    await a_product(
        "X-1", name={"de": "<b>100 % & mehr</b>"}, description={"de": "</i><a href='x'>"}, facts={"<u>": "&lt;"}
    )
    anna = await town.customer("de")
    await anna.says("X-1")
    anna.reads("<b>100 % & mehr</b>", "</i><a href='x'>", "<u>", "&lt;")
