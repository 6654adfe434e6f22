"""Products are found by article number, by name in any language, and nearly; texts fall back to the next language."""

from decimal import Decimal

import pytest

from bot.config import Locale
from bot.errors import NotFoundError
from bot.i18n import Money
from bot.shop.products import find_by_sku, get_product, list_products, localised, search_products
from tests.support.builders import a_product

pytestmark = pytest.mark.usefixtures("database")


async def test_a_product_is_found_by_id_and_by_article_number() -> None:
    product = await a_product("BECHER", facts={"Inhalt": "300 ml"}, stock=3)

    found = await get_product(product.id)

    assert found == await find_by_sku("BECHER")
    assert (found.price, found.stock, found.facts) == (Money(Decimal("19.90"), "EUR"), 3, {"Inhalt": "300 ml"})
    assert (found.description, found.images, found.returnable) == ({}, (), True)
    assert await find_by_sku("becher") is None
    with pytest.raises(NotFoundError):
        await get_product(product.id + 1)


async def test_the_catalogue_is_paged_and_may_be_one_category() -> None:
    for number in range(5):
        await a_product(f"P{number}", category="gerade" if number % 2 == 0 else "ungerade")

    assert [each.sku for each in await list_products(offset=2, limit=2)] == ["P2", "P3"]
    assert [each.sku for each in await list_products(category="gerade")] == ["P0", "P2", "P4"]


@pytest.mark.parametrize(
    ("text", "skus"),
    [
        ("k-300", ["K-300"]),
        ("Thermoskanne", ["K-300"]),
        ("thermo", ["K-300"]),
        ("die blaue Thermoskanne", ["K-300"]),
        ("Thermoskane", ["K-300"]),
        ("bouteille isotherme", ["K-300"]),
        ("becher", ["B-1", "B-2"]),
        ("wie ist das Wetter", []),
        ("?!", []),
        ("", []),
    ],
)
async def test_a_search_finds_what_is_meant_and_nothing_else(text: str, skus: list[str]) -> None:
    await a_product("B-1", name={"de": "Kaffeebecher"})
    await a_product("B-2", name={"de": "Teebecher", "en": "Tea mug"})
    await a_product("K-300", name={"de": "Thermoskanne", "fr": "Bouteille isotherme"})

    assert [each.sku for each in await search_products(text)] == skus


@pytest.mark.parametrize(
    ("texts", "locale", "told"),
    [
        ({"de": "Becher", "lb": "Becher lb"}, "lb", ("Becher lb", "lb")),
        ({"de": "Becher", "fr": "Gobelet"}, "lb", ("Becher", "de")),
        ({"fr": "Gobelet", "en": "Mug"}, "de", ("Gobelet", "fr")),
        ({"en": "Mug", "lb": ""}, "lb", ("Mug", "en")),
        ({"nl": "Mok"}, "en", ("Mok", "nl")),
        ("Becher", "fr", ("Becher", "fr")),
        ({}, "de", ("", "de")),
        (None, "de", ("", "de")),
    ],
)
def test_a_text_falls_back_to_the_next_language(
    texts: dict[str, str] | str | None, locale: Locale, told: tuple[str, str]
) -> None:
    assert localised(texts, locale) == told
