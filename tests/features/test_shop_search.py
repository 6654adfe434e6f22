"""The product search: words in any language and spelling, compounds, typos; its index follows every change."""

from decimal import Decimal

import pytest

from bot.config import Settings
from bot.db import connection, unit_of_work
from bot.shop.by_platform import delist_product
from bot.shop.catalogue import save_products
from bot.shop.incoming import IncomingProduct
from bot.shop.models import Product
from bot.shop.products import get_products
from bot.shop.search import Filters, search, search_near
from bot.shop.search_models import ProductWord, Word
from bot.shop.word_index import VERSION, index_due
from bot.shop.wording import sku_key, spell, words_of
from tests.support.builders import PLACED, a_product

POT = {"de": "Teekanne „Nebel“ blau", "en": "Teapot “Mist” blue", "fr": "Théière « Brume » bleue", "lb": "Téikan blo"}
MUG = {"de": "Kaffeebecher Bücherwurm, 350 ml", "en": "Coffee mug Bookworm", "fr": "Tasse à café Rat"}


async def skus(text: str, filters: Filters | None = None) -> list[str]:
    found = await search(words_of(text), filters or Filters())
    return [product.sku for product in await get_products(found.ids)] if found.is_exact else []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Grüne", "gruener"), ("THÉIÈRE", "theiere"), ("Bücher", "Buecher"), ("Straße", "STRASSE"), ("mugs", "Mug")],
)
def test_spellings_of_a_word_are_one(one: str, other: str) -> None:
    assert spell(one) == spell(other)


def test_a_percent_sign_is_no_wildcard_and_numbers_stay_as_they_are() -> None:
    assert words_of("100% Wolle, 350ml") == ["100", "woll", "350ml"]
    assert sku_key(" DL-Lamp 2 ") == "dllamp2"


async def test_products_are_found_however_they_are_asked_for(database: Settings) -> None:
    await a_product("POT", name=POT, category="kitchen", facts={"material": {"de": "Steingut", "en": "stoneware"}})
    await a_product("MUG", name=MUG, category="kitchen")
    await a_product("CAN", name={"de": "Gießkanne grün"}, category="garden")
    asked = {
        "Teekanne": ["POT"],
        "blaue Teekannen": ["POT"],
        "Nebel Teekanne": ["POT"],
        "teekane": ["POT"],
        "Tekanne": ["POT"],
        "tee kanne": ["POT"],
        "Kanne": ["POT", "CAN"],
        "theiere bleu": ["POT"],
        "blue teapots": ["POT"],
        "téikan": ["POT"],
        "giesskanne": ["CAN"],
        "Gruene Kanne": ["CAN"],
        "Kaffee": ["MUG"],
        "Buecherwurm 350 ml": ["MUG"],
        "Steingut": ["POT"],
        "kitchen": ["POT", "MUG"],
        "garden Kanne": ["CAN"],
        "100%": [],
        "35": [],
        "Wetter": [],
        "": [],
    }

    assert {text: await skus(text) for text in asked} == asked


async def test_a_compound_that_nobody_sells_is_taken_apart(database: Settings) -> None:
    await a_product("CUP", name={"de": "Tasse für Kaffee"})
    await a_product("TEA", name={"de": "Tasse für Tee"})

    assert await skus("Kaffeetasse") == ["CUP"]


async def test_a_percent_sign_finds_that_number_and_no_other(database: Settings) -> None:
    await a_product("JUICE", name={"de": "Apfelsaft 100%"})
    await a_product("MORE", name={"de": "Apfelsaft 1000"})

    assert await skus("100%") == ["JUICE"]
    assert await skus("Apfelsaft %") == ["JUICE", "MORE"]


async def test_what_has_only_some_of_the_words_is_near_and_not_found(database: Settings) -> None:
    await a_product("POT", name=POT)
    await a_product("RED", name={"de": "Teekanne rot"})

    red = await search(words_of("rote Teekanne Winterfeld"))
    assert ((await get_products(red.ids))[0].sku, red.is_exact) == ("RED", False)
    assert red.missing == ("winterfeld",)

    far = await search_near(words_of("Theekenner"))
    assert (await search(words_of("Theekenner"))).ids == ()
    assert {each.sku for each in await get_products(far.ids)} == {"POT", "RED"}


async def test_filters_leave_out_what_does_not_fit(database: Settings) -> None:
    await a_product("CHEAP", name={"de": "Kanne"}, category="kitchen", price=Decimal("5.00"), stock=0)
    await a_product("DEAR", name={"de": "Kanne"}, category="kitchen", price=Decimal("50.00"), stock=3)
    await a_product("CAN", name={"de": "Kanne"}, category="garden", price=Decimal("20.00"), stock=None)

    assert await skus("Kanne", Filters(category="kitchen")) == ["CHEAP", "DEAR"]
    assert await skus("Kanne", Filters(lowest=Decimal(20), highest=Decimal(50))) == ["CAN"]
    assert await skus("Kanne", Filters(in_stock=True)) == ["DEAR", "CAN"]


async def test_each_change_of_a_product_is_found_at_once_and_what_it_was_no_more(database: Settings) -> None:
    told = {"name": {"de": "Teekanne"}, "category": "kitchen", "external_id": "shop:1", "stock": 1}
    await _save("X-1", told)
    assert await skus("Teekanne") == ["X-1"]

    await _save("X-1", {"name": {"de": "Kaffeekanne"}})
    assert (await skus("Teekanne"), await skus("Kaffeekanne"), await skus("kitchen")) == ([], ["X-1"], ["X-1"])

    before = await ProductWord.all().order_by("id").values()
    await _save("X-1", {"stock": 0, "price": Decimal(3)})
    assert await ProductWord.all().order_by("id").values() == before

    await unit_of_work(delist_product)("shop:1", at=PLACED)
    assert (await skus("Kaffeekanne"), await ProductWord.all().count()) == ([], 0)
    assert sum(await Word.all().values_list("products", flat=True)) == 0  # type: ignore[arg-type]  # Tortoise's stubs


async def test_products_from_before_the_index_are_taken_up_once(database: Settings) -> None:
    for number in range(3):
        await Product.create(sku=f"OLD-{number}", name={"de": f"Laterne {number}"})
    await a_product("NEW", name={"de": "Laterne neu"})
    await Product.filter(sku="OLD-2").update(indexed="00")

    assert await skus("Laterne") == ["NEW"]
    assert (await index_due(), await index_due()) == (3, 0)
    assert len(await skus("Laterne")) == 4
    assert all((each.indexed or "").startswith(VERSION) for each in await Product.all())


async def test_a_common_word_is_found_among_many_and_the_rare_one_beside_it(database: Settings) -> None:
    rows = [("X", {"de": f"Becher {'rot' if number % 2 else 'blau'}"}) for number in range(40)]
    for number, (_, name) in enumerate(rows):
        await a_product(f"B-{number:02}", name=name)
    await connection().execute_query("UPDATE shop_word SET products = 50000 WHERE word IN ('bech', 'rot', 'blau')")

    assert len(await skus("Becher")) == 40
    assert len(await skus("roter Becher")) == 20


async def _save(sku: str, told: dict[str, object]) -> None:
    await unit_of_work(save_products)([IncomingProduct(sku, told)])
