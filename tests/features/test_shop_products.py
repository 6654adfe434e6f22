"""Products are found by id and article number, and listed; texts fall back to the next language."""

from decimal import Decimal

import pytest

from bot.config import Locale
from bot.errors import NotFoundError
from bot.i18n import Money
from bot.shop.products import find_by_sku, get_product, list_products, localised
from bot.shop.search import Filters
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
    assert [each.sku for each in await list_products(filters=Filters(category="gerade"))] == ["P0", "P2", "P4"]


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
