"""What rings when something is given for a return: credit is called credit, what is left of an exchange is money."""

from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.models import Chat, Link
from bot.outbox.models import Push
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import settle
from bot.returns.verdicts import approve_without_return
from bot.shop.models import Line, Order
from tests.support.builders import a_product
from tests.support.returns import SOON, a_delivered_order

ANNA, MIA = 7, 501


async def wished(settings: Settings, outcome: str, sku: str | None = None) -> int:
    """One cup of 10.00, and what she would have for it; she reads German."""
    order, line = await a_delivered_order()
    await Chat.create(id=ANNA, locale="de", first_name="Anna", created_at=SOON)
    await Link.create(chat_id=ANNA, customer_id=order.customer_id, proof="order", linked_at=SOON)
    return await ask_for(settings, order, line, outcome, sku)


async def ask_for(settings: Settings, order: Order, line: Line, outcome: str, sku: str | None) -> int:
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1, "color", sku),), way=Way.GOODWILL, outcome=outcome)
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
