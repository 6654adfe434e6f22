"""When a survey is due by what was ordered: the longest delay of the order's categories, else the usual one."""

from datetime import timedelta

import pytest

from bot.config import Settings
from bot.errors import OperatorError
from bot.shop.models import Shipment
from bot.surveys.definitions import check_definition
from bot.surveys.delays import longest_delay
from bot.surveys.launches import launch
from tests.support.builders import Item, a_customer, a_product, an_order, parcel
from tests.support.postman import NOON
from tests.support.surveys import Asked, arrives, content, the_plan

HOUR = timedelta(hours=1)
USUAL = (24.0, 48.0)
DELAYS = {"Furniture": (72.0, 96.0), "Fresh": (2.0, 6.0), "Lamps": (60.0, 80.0)}


@pytest.mark.parametrize(
    ("categories", "delay"),
    [
        ([], USUAL),
        ([None], USUAL),
        (["Books"], USUAL),
        (["Furniture"], (72, 96)),
        ([" furniture"], (72, 96)),
        (["Lamps", "Furniture", "Fresh"], (72, 96)),
        (["Fresh"], (2, 6)),
        (["Fresh", "Books"], USUAL),
        (["Fresh", None], USUAL),
    ],
)
def test_the_longest_delay_of_an_order_counts(categories: list[str | None], delay: tuple[float, float]) -> None:
    assert longest_delay(USUAL, DELAYS, categories) == delay


@pytest.mark.parametrize(
    ("skus", "first", "last"),
    [
        (["SOFA", "TEA"], 72, 96),
        (["FISH"], 2, 6),
        (["FISH", "TEA"], 24, 48),
        (["TEA"], 24, 48),
        (["GONE", None], 24, 48),
        ([], 24, 48),
    ],
)
async def test_a_delivery_is_asked_about_after_the_delay_of_its_goods(
    database: Settings, skus: list[str | None], first: int, last: int
) -> None:
    for sku, category in {"SOFA": "Furniture", "FISH": "Fresh", "TEA": None}.items():
        await a_product(sku, category=category)
    delays = {category: list(span) for category, span in DELAYS.items()}
    await launch(content(delay_by_category=delays), name="own.toml", now=NOON)
    customer = await a_customer()
    lines = [Item(sku=sku) for sku in skus]
    order = await an_order("1001", customer=customer, lines=lines, parcels=[parcel("in_transit")])

    await arrives(Asked(customer, order, await Shipment.get(order_id=order.id), 701), settings=database)

    plan, nps = await the_plan(), await the_plan("nps")
    assert NOON + first * HOUR <= plan.due_at < NOON + last * HOUR
    assert NOON + 168 * HOUR <= nps.due_at < NOON + 192 * HOUR, "another survey has delays of its own"
    assert plan.expires_at == NOON + 7 * 24 * HOUR


def test_a_survey_about_a_conversation_has_no_goods() -> None:
    values = content("support_csat", delay_by_category={"Furniture": [1, 2]})

    with pytest.raises(OperatorError, match="delay_by_category: has no meaning after a conversation"):
        check_definition(values, name="own.toml")
