"""An article that was promised and is sold out since is told to its customer and the staff, once, and so is its end."""

from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.models import Chat, Link
from bot.i18n import plain
from bot.outbox.models import Push
from bot.returns.looking import read_sheet
from bot.returns.models import ReturnStep
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import Piece, Wish, ask
from bot.returns.rethinking import rather_money
from bot.returns.settling import settle
from bot.returns.sold_out import mind_sold_out
from bot.returns.verdicts import approve
from bot.shop.models import Line, Order, Product
from bot.tickets.models import CaseMessage
from tests.support.builders import a_product
from tests.support.returns import DELIVERED, SOON, a_delivered_order

ANNA = 7


@pytest.fixture
def shop(database: Settings) -> Settings:
    return database.model_copy(update={"staff_chat_id": -100, "default_locale": "de"})


async def bought() -> tuple[Order, Line]:
    """Three mugs, of which cups can be had instead."""
    await a_product("TASSE", stock=2, price=Decimal("10.00"))
    await a_product("BECHER", stock=2, price=Decimal("10.00"))
    order, line = await a_delivered_order(total=Decimal(30))
    await Chat.create(id=ANNA, locale="de", first_name="Anna", created_at=DELIVERED)
    await Link.create(chat_id=ANNA, customer_id=order.customer_id, proof="order", linked_at=DELIVERED)
    return order, line


async def wished(order: Order, line: Line, shop: Settings, *, outcome: str = "exchange") -> Requested:
    sku = "TASSE" if outcome == "exchange" else None
    way = Way.GOODWILL if outcome == "exchange" else Way.WARRANTY
    piece = Piece(line.id, 1, "style" if sku else "defective", sku)
    wish = Wish(order_id=order.id, pieces=(piece,), way=way, outcome=outcome)
    given: dict[str, Any] = {"settings": shop, "now": SOON}
    made = await ask(wish, customer_ids=[order.customer_id or 0], chat_id=ANNA, locale="de", policy=DEFAULT, **given)
    if way is Way.WARRANTY:
        await approve(made.id, policy=DEFAULT, staff_id=501, **given)
    return made


async def rung() -> list[str]:
    told = await Push.filter(chat_id=ANNA, once__contains=":sold_out-").order_by("id")
    return [each.params["text"] for each in told]


async def has(stock: int | None, shop: Settings, *, sku: str = "TASSE") -> int:
    await Product.filter(sku=sku).update(stock=stock)
    return await mind_sold_out(shop, now=SOON)


async def test_nobody_hears_anything_while_it_is_there_or_nobody_counts(shop: Settings) -> None:
    order, line = await bought()
    await wished(order, line, shop)
    assert [await has(stock, shop) for stock in (1, 5, None)] == [0, 0, 0]
    assert await rung() == []


async def test_whoever_asked_last_reads_that_it_is_sold_out_and_what_can_be_done(shop: Settings) -> None:
    order, line = await bought()
    first, last = [await wished(order, line, shop) for _ in range(2)]
    assert [await has(1, shop), await has(1, shop)] == [1, 0]
    [told] = await rung()
    assert last.number in told
    assert "zurzeit ausverkauft" in told
    assert "das Geld dafür nehmen" in told
    assert [(await read_sheet(each.id)).is_sold_out for each in (first, last)] == [False, True]
    assert await CaseMessage.filter(text__contains=plain("de", "call-sold-out", number=last.number)).count() == 1
    card = await Push.filter(slot=f"return:{last.id}").order_by("-id").first()
    assert card is not None
    assert "Zurzeit ausverkauft" in card.params["text"]


async def test_it_is_there_again_and_rings_no_second_time(shop: Settings) -> None:
    order, line = await bought()
    made = await wished(order, line, shop)
    assert [await has(stock, shop) for stock in (0, 1, 0, 0, 1)] == [1, 1, 1, 0, 1]
    assert len(await rung()) == 1
    assert not (await read_sheet(made.id)).is_sold_out
    steps = await ReturnStep.filter(request_id=made.id, act__not_isnull=True).order_by("id")
    assert [step.act for step in steps] == ["sold_out", "stocked"] * 2


async def test_with_the_money_instead_it_is_over(shop: Settings) -> None:
    order, line = await bought()
    made = await wished(order, line, shop)
    await has(0, shop)
    await rather_money(made.id, customer_ids=[order.customer_id or 0], settings=shop, now=SOON)
    assert await has(0, shop) == 0
    card = await Push.filter(slot=f"return:{made.id}").order_by("-id").first()
    assert card is not None
    assert "ausverkauft" not in card.params["text"]


async def test_what_has_gone_out_cannot_be_sold_out(shop: Settings) -> None:
    order, line = await bought()
    made = await wished(order, line, shop)
    by_mia: dict[str, Any] = {"staff_id": 501, "settings": shop, "now": SOON}
    await receive(made.id, **by_mia)
    await check(made.id, Finding(), policy=DEFAULT, **by_mia)
    assert await has(0, shop) == 1
    next_line = (await Push.filter(slot=f"return:{made.id}").order_by("-id").first() or Push()).params["text"]
    assert "Sobald der Artikel wieder da ist" in next_line
    await has(1, shop)
    await settle(made.id, "exchange", **by_mia)
    assert await has(0, shop) == 0


async def test_the_same_again_is_promised_likewise_and_the_staff_look_for_a_way(shop: Settings) -> None:
    order, line = await bought()
    await Line.filter(id=line.id).update(sku="BECHER")
    made = await wished(order, line, shop, outcome="replacement")
    assert await has(0, shop, sku="BECHER") == 1
    [told] = await rung()
    assert made.number in told
    assert "sieht nach, was anders geht" in told
