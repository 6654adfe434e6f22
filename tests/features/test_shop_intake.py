"""An intake stays as fast as the shop grows: every question it asks is answered by an index."""

import pytest

from bot.db import unit_of_work
from bot.returns.models import ReturnItem
from bot.shipping.events import EVENTS
from bot.shop import catalogue, intake, intake_contents, intake_customers, intake_lines, parcels
from bot.shop.incoming import IncomingLine
from bot.shop.models import Line, Order
from bot.shop.rows import fetch
from bot.surveys import history
from tests.support.builders import Item, a_return, an_order, parcel

KEYS = [str(number) for number in range(130)]
IDS = list(range(130))


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("statement", "values"),
    [
        (intake.BY_EXTERNAL_ID, ("web", KEYS)),
        (intake.BY_NUMBER, (KEYS,)),
        (intake_customers.BY_EXTERNAL_ID, ("web", KEYS)),
        (intake_customers.BY_EMAIL, (KEYS,)),
        (intake_customers.BY_ID, (IDS,)),
        (intake_lines.SELECT_LINES, (IDS,)),
        (intake_contents.SELECT_PARCELS, (IDS,)),
        (parcels.STANDING_OF_ORDERS, (IDS,)),
        (EVENTS, (IDS,)),
        (catalogue.SELECT, (KEYS,)),
        (history.KNOWN, (KEYS,)),
        (history.BY_NUMBER, (KEYS,)),
    ],
    ids=lambda each: each.split("FROM ")[-1][:60] if isinstance(each, str) else "",
)
async def test_no_question_looks_through_a_whole_table(
    database: object, statement: str, values: tuple[object, ...]
) -> None:
    await an_order("1001", source="web", external_id="a", parcels=[parcel("in_transit")])

    plan = [row["detail"] for row in await fetch(f"EXPLAIN QUERY PLAN {statement}", *values)]

    assert not [step for step in plan if step.startswith("SCAN")]
    # "source" alone would be every order of the shop.
    assert not [step for step in plan if step.endswith("(source=?)")]


async def test_an_item_that_is_told_again_keeps_its_row_and_with_it_its_return(database: object) -> None:
    order = await an_order(lines=[Item(sku="MUG", quantity=2), Item(sku="LAMP")])
    return_id = await a_return(order)
    mug, lamp = await Line.filter(order_id=order.id).order_by("position")
    told = (IncomingLine("LAMP", "Lamp", None, 1, None, 0, "12"), IncomingLine("MUG", "Mug", None, 2, None, 1, "11"))

    assert await put_lines(order, *told)
    assert not await put_lines(order, *(line._replace(external_id=None) for line in told))

    kept = await Line.filter(order_id=order.id).order_by("position").values_list("id", "refunded", "external_id")
    assert kept == [(lamp.id, 0, "12"), (mug.id, 1, "11")]
    assert await ReturnItem.filter(request_id=return_id).count() == 2


async def test_an_item_that_is_not_told_any_more_is_empty_and_another_one_is_new(database: object) -> None:
    order = await an_order(lines=[Item(sku="MUG"), Item(sku="LAMP")])
    await put_lines(order, IncomingLine("MUG", "Mug", None, 1, None, 0, "1"), IncomingLine("X", "X", None, 1, None))
    lamp = await Line.get(order_id=order.id, position=2)
    assert (lamp.sku, lamp.external_id) == ("X", None)  # corrected where it stood

    await put_lines(order, IncomingLine("MUG", "Mug", None, 1, None, 0, "2"))
    rows = Line.filter(order_id=order.id).order_by("position")
    kept = [("MUG", "2", 1, 0), ("MUG", "1", 0, 1), ("X", None, 0, 1)]
    assert await rows.values_list("sku", "external_id", "quantity", "removed") == kept


async def test_an_item_that_is_taken_out_and_put_in_again_is_the_same(database: object) -> None:
    order = await an_order(lines=[Item(sku="MUG", quantity=2), Item(sku="LAMP")])
    return_id = await a_return(order)
    mug, lamp = [IncomingLine(sku, sku, None, count, None) for sku, count in (("MUG", 2), ("LAMP", 1))]
    assert await put_lines(order, lamp)
    assert not await put_lines(order, lamp)
    assert await Line.get(sku="MUG").values_list("position", "quantity", "removed") == (2, 0, 2)

    other = IncomingLine("POT", "Pot", None, 1, None)
    assert await put_lines(order, lamp, other)  # where it stood before comes something else, and it stays what it was
    assert await put_lines(order, mug, lamp)
    rows = Line.filter(order_id=order.id).order_by("position")
    assert await rows.values_list("sku", "quantity", "removed") == [("MUG", 2, 0), ("LAMP", 1, 0), ("POT", 0, 1)]
    assert await ReturnItem.filter(request_id=return_id).count() == 2


@unit_of_work
async def put_lines(order: Order, *lines: IncomingLine) -> bool:
    contents = await intake_contents.open_contents([order.id])
    changed = contents.put_lines(order.id, lines)
    await contents.save()
    return changed
