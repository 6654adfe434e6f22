"""What rings when something is given for a return: credit is called credit, what is left of an exchange is money."""

from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.models import Chat, Link
from bot.i18n import html
from bot.outbox.models import Push
from bot.returns.looking import read_sheet
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import record_platform_payment, settle
from bot.returns.verdicts import approve_without_return
from bot.returns.wording import Reader, card_text
from bot.shop.models import Line, Order
from tests.support.builders import a_product
from tests.support.returns import SOON, a_delivered_order

ANNA, MIA = 7, 501


async def wished(settings: Settings, outcome: str, sku: str | None = None, *, way: Way = Way.GOODWILL) -> int:
    """One cup of 10.00, and what she would have for it; she reads German."""
    order, line = await a_delivered_order()
    await Chat.create(id=ANNA, locale="de", first_name="Anna", created_at=SOON)
    await Link.create(chat_id=ANNA, customer_id=order.customer_id, proof="order", linked_at=SOON)
    return await ask_for(settings, order, line, outcome, sku, way=way)


async def ask_for(settings: Settings, order: Order, line: Line, outcome: str, sku: str | None, *, way: Way) -> int:
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1, "color", sku),), way=way, outcome=outcome)
    given: dict[str, Any] = {"customer_ids": [order.customer_id or 0], "policy": DEFAULT, "settings": settings}
    return (await ask(wish, chat_id=ANNA, locale="de", now=SOON, **given)).id


async def rung() -> list[str]:
    pushes = await Push.filter(once__startswith="return:", purpose="milestone", chat_id=ANNA).order_by("id")
    return [str(push.params["text"]).replace("\u00a0", " ") for push in pushes]


@pytest.mark.parametrize(("kind", "told"), [("credit", "Ihr Guthaben ist da"), ("refund", "Ihr Geld ist unterwegs")])
async def test_credit_that_is_given_before_the_goods_are_back_is_not_called_money(
    database: Settings, kind: str, told: str
) -> None:
    made = await wished(database, "credit")
    await settle(made, kind, staff_id=MIA, settings=database, now=SOON)

    [text] = await rung()
    assert told in text
    assert "10,00 €" in text


@pytest.mark.parametrize(("kind", "told"), [("credit", "Ihr Guthaben ist da"), ("refund", "Ihr Geld ist unterwegs")])
async def test_what_is_left_of_an_exchange_is_told_when_it_comes(database: Settings, kind: str, told: str) -> None:
    await a_product("BECHER", price=Decimal(10), family="becher", category="becher", stock=3)
    await a_product("TASSE", price=Decimal(6), family="becher", category="becher", stock=3)
    made = await wished(database, "exchange", "TASSE")
    given: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": SOON}
    await approve_without_return(made, **given)
    await settle(made, "exchange", **given)
    assert not any(told in text for text in await rung())
    await settle(made, kind, **given)

    text = (await rung())[-1]
    assert told in text
    assert "4,00 €" in text
    assert sum("Ihr neuer Artikel ist unterwegs" in each for each in await rung()) == 1


@pytest.mark.parametrize("way", [Way.WITHDRAWAL, Way.GOODWILL])
async def test_who_is_paid_a_part_reads_how_much_is_left_and_until_when(database: Settings, way: Way) -> None:
    made = await wished(database, "refund", way=way)
    await settle(made, "refund", amount=Decimal("3.34"), staff_id=MIA, settings=database, now=SOON)
    await record_platform_payment(made, Decimal("2.00"), once="shopify:refund:17", settings=database, now=SOON)

    first, second = [text for text in await rung() if "Ihres Geldes" in text]
    assert "Ein Teil Ihres Geldes ist unterwegs" in first
    assert "An Sie gezahlt: <b>3,34 €</b>\nSie bekommen noch <b>6,66 €</b> zurück." in first
    assert "An Sie gezahlt: <b>5,34 €</b>\nSie bekommen noch <b>4,66 €</b> zurück." in second
    due = (await read_sheet(made)).money_due_on(database.time_zone)
    # Only a withdrawal has a day by law; of a favour the shop has named none.
    assert (due is None) == (way is Way.GOODWILL)
    clock = html("de", "return-clock", day=due).replace("\u00a0", " ") if due else "Geld zurück spätestens"
    assert [clock in text for text in (first, second)] == [due is not None] * 2
    card = str(card_text(await read_sheet(made), Reader("de", database.time_zone, "Laden"))).replace("\u00a0", " ")
    assert "Sie bekommen noch <b>4,66 €</b> zurück." in card

    await receive(made, staff_id=MIA, settings=database, now=SOON)
    await check(made, Finding(), policy=DEFAULT, staff_id=MIA, settings=database, now=SOON)
    await settle(made, "refund", staff_id=MIA, settings=database, now=SOON)
    last = (await rung())[-1]
    assert "<b>✅ Ihr Geld ist unterwegs</b>" in last
    assert "An Sie gezahlt: <b>10,00 €</b>" in last
    assert "noch" not in last


async def test_a_part_of_the_credit_is_told_as_a_part(database: Settings) -> None:
    made = await wished(database, "credit")
    await settle(made, "credit", amount=Decimal("3.34"), staff_id=MIA, settings=database, now=SOON)

    [text] = await rung()
    assert "Ein Teil Ihres Guthabens ist da" in text
    assert "Sie bekommen noch <b>6,66 €</b> zurück." in text


async def test_the_rest_of_an_exchange_that_is_still_to_come_is_no_money(database: Settings) -> None:
    await a_product("TASSE", price=Decimal(10), family="becher", category="becher", stock=3)
    made = await wished(database, "exchange", "TASSE")
    await settle(made, "refund", amount=Decimal("3.34"), staff_id=MIA, settings=database, now=SOON)

    assert "noch" not in (await rung())[-1]
