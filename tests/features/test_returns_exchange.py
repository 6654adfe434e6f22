"""An exchange: what is offered for it, what is agreed, and that both hold until it is over."""

from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.i18n import Money
from bot.returns.desk import desk_text, last_steps
from bot.returns.looking import read_sheet
from bot.returns.models import Return, ReturnItem
from bot.returns.moving import cancel
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.requested import Requested
from bot.returns.requests import Piece, Wish, ask, preview
from bot.returns.swaps import list_swaps
from bot.returns.wanted import PriceChangedError, SoldOutError
from bot.returns.wording import Reader, card_text
from bot.shop.models import Line, Order, Product
from tests.support.builders import Item, a_product
from tests.support.returns import SOON, a_delivered_order

PAYING = Policy(pays_difference=True)
COSTLY = Policy(customer_pays=True, fee=Decimal("4.90"))


async def a_shelf() -> None:
    """Mugs in two colours, a red one sold out, and other vessels around their price of 10.00."""
    told: dict[str, Any] = {"category": "becher", "stock": 3}
    await a_product("BECHER", price=Decimal(10), family="becher", **told)
    await a_product("BLAU", price=Decimal(10), family="becher", **told)
    await a_product("ROT", price=Decimal(10), family="becher", **told | {"stock": 0})
    for sku, price in (("KRUG", "14.99"), ("TASSE", "6.00"), ("GLAS", "4.99"), ("VASE", "15.01")):
        await a_product(sku, name={"de": sku.title()}, price=Decimal(price), **told)
    await a_product("KANNE", price=Decimal(10), category="kannen", stock=3)


async def offered(policy: Policy, *, pieces: int = 1, worth: str = "10.00") -> list[str]:
    found = await list_swaps(["BECHER"], worth=Money(Decimal(worth), "EUR"), pieces=pieces, policy=policy)
    return [each.product.sku for each in found]


async def exchanged(
    order: Order, line: Line, sku: str, settings: Settings, *, policy: Policy = DEFAULT, pieces: int = 1, seen: str = ""
) -> Requested:
    piece = Piece(line.id, pieces, "color", sku, Decimal(seen) if seen else None)
    wish = Wish(order_id=order.id, pieces=(piece,), way=Way.GOODWILL, outcome="exchange")
    given: dict[str, Any] = {"customer_ids": [order.customer_id or 0], "policy": policy, "settings": settings}
    promised = await preview(wish, now=SOON, **given)
    made = await ask(wish, chat_id=7, locale="de", now=SOON, **given)
    assert made.estimate == promised
    return made


def reader(settings: Settings) -> Reader:
    return Reader("de", settings.time_zone, "Laden")


async def card(made: Requested, settings: Settings) -> str:
    return str(card_text(await read_sheet(made.id), reader(settings))).replace("\u00a0", " ")


async def desk(made: Requested, settings: Settings) -> str:
    text = desk_text(await read_sheet(made.id), await last_steps(made.id), reader(settings))
    return str(text).replace("\u00a0", " ")


async def test_variants_come_first_then_what_is_comparable_and_nothing_that_is_out_of_reach(database: Settings) -> None:
    await a_shelf()
    assert await offered(DEFAULT) == ["BLAU", "TASSE"]
    assert await offered(PAYING) == ["BLAU", "TASSE", "KRUG"], "no more than half as much more or less"
    assert await offered(Policy(exchange_within=0)) == ["BLAU"]
    assert await offered(PAYING, pieces=4) == [], "not in stock for so many"


async def test_what_is_in_no_category_and_no_family_has_nothing_comparable(database: Settings) -> None:
    await a_shelf()
    await Product.filter(sku="BECHER").update(category=None, family=None)
    assert await offered(PAYING) == []


async def test_the_agreed_price_holds_whatever_the_article_costs_later(database: Settings) -> None:
    await a_shelf()
    order, line = await a_delivered_order(total=Decimal(30))
    made = await exchanged(order, line, "TASSE", database)
    await Product.filter(sku="TASSE").update(price=Decimal(99), stock=0)

    told = await card(made, database)
    assert "Im Tausch: 1 \N{MULTIPLICATION SIGN} Tasse · 6,00 €" in told
    assert "Sie bekommen <b>4,00 €</b> zurück" in told
    assert "stattdessen: Tasse (TASSE) · 6,00 €" in await desk(made, database)
    assert (await ReturnItem.get(request_id=made.id)).exchange_price == Decimal(6)


async def test_it_is_reserved_until_the_return_is_cancelled(database: Settings) -> None:
    await a_shelf()
    order, line = await a_delivered_order(total=Decimal(30))
    made = await exchanged(order, line, "TASSE", database, pieces=3)
    assert await offered(DEFAULT) == ["BLAU"]
    with pytest.raises(SoldOutError):
        await exchanged(*await a_delivered_order(total=Decimal(30)), "TASSE", database)
    await cancel(made.id, customer_ids=[order.customer_id or 0], settings=database, now=SOON)
    assert await offered(DEFAULT) == ["BLAU", "TASSE"]


async def test_nobody_agrees_to_a_higher_price_than_they_have_read(database: Settings) -> None:
    await a_shelf()
    order, line = await a_delivered_order(total=Decimal(30))
    with pytest.raises(PriceChangedError):
        await exchanged(order, line, "KRUG", database, policy=PAYING, seen="14.98")
    assert not await Return.exists()
    await exchanged(order, line, "KRUG", database, policy=PAYING, seen="15.50")
    assert (await ReturnItem.get()).exchange_price == Decimal("14.99"), "the lower one holds"


async def test_another_colour_of_what_was_bought_at_a_discount_is_the_same_price(database: Settings) -> None:
    await a_shelf()
    order, line = await a_delivered_order(total=Decimal("20.00"))  # a third off
    await Line.filter(id=line.id).update(sku="BECHER")
    made = await exchanged(order, line, "BLAU", database, pieces=2)
    assert made.estimate.instead == made.estimate.goods == Decimal("13.33")
    told = await card(made, database)
    assert "2 \N{MULTIPLICATION SIGN} Kaffeebecher · 20,00 €" in told
    assert "Gleicher Preis" in told


async def test_where_nobody_pays_on_top_the_shop_bears_the_way_back_and_says_so(database: Settings) -> None:
    await a_shelf()
    order, line = await a_delivered_order(total=Decimal(30))
    await Line.filter(id=line.id).update(sku="BECHER")
    made = await exchanged(order, line, "BLAU", database, policy=COSTLY)
    told = await card(made, database)
    assert "Sie zahlen nichts dazu" in told
    assert "Von der Rücksendung übernehmen wir 4,90 €" in told
    cheaper = await exchanged(order, line, "TASSE", database, policy=COSTLY)
    told = await card(cheaper, database)
    assert "Sie zahlen nichts dazu" in told, "10.00 - 4.90 is less than 6.00"
    assert "Von der Rücksendung übernehmen wir 0,90 €" in told
    assert "Abgezogen: 4,00 € für die Rücksendung" in told


async def test_what_costs_more_is_told_with_how_it_is_paid(database: Settings) -> None:
    await a_shelf()
    order, line = await a_delivered_order(total=Decimal(30))
    made = await exchanged(order, line, "KRUG", database, policy=PAYING)
    told = await card(made, database)
    assert "Sie zahlen <b>4,99 €</b> dazu" in told
    assert "Laden schickt Ihnen dann eine Zahlungsaufforderung" in told
    assert "Die Person zahlt 4,99 € dazu" in await desk(made, database)
    assert (await read_sheet(made.id)).owes == Money(Decimal("4.99"), "EUR")


async def test_a_wish_that_waits_is_told_as_a_wish(database: Settings) -> None:
    await a_shelf()
    order, line = await a_delivered_order(total=Decimal(30))
    made = await exchanged(order, line, "TASSE", database, policy=Policy(approves_up_to=Decimal(1)))
    assert "Ihr Wunsch im Tausch: 1 \N{MULTIPLICATION SIGN} Tasse · 6,00 €" in await card(made, database)
    assert "value" in ((await Return.get(id=made.id)).why or "")


async def test_what_nobody_has_decided_is_no_sum_to_be_paid(database: Settings) -> None:
    await a_shelf()
    order, line = await a_delivered_order(total=Decimal(30))
    policy = Policy(pays_difference=True, approves_up_to=Decimal(1))
    told = await card(await exchanged(order, line, "KRUG", database, policy=policy), database)
    assert "Wenn der Shop zustimmt:\nSie zahlen <b>4,99 €</b> dazu" in told


async def test_an_article_of_an_order_with_two_prices_is_compared_with_the_cheaper(database: Settings) -> None:
    await a_shelf()
    items = [Item("Becher", 1, "10.00", sku="BECHER"), Item("Vase", 1, "15.01", sku="VASE")]
    order, _ = await a_delivered_order(total=Decimal("25.01"))
    await Line.filter(order_id=order.id).delete()
    for position, item in enumerate(items, 1):
        told: dict[str, Any] = {
            "sku": item.sku,
            "name": item.name,
            "quantity": 1,
            "unit_price": Decimal(item.unit_price or 0),
        }
        await Line.create(order_id=order.id, position=position, **told)
    lines = await Line.filter(order_id=order.id).order_by("position")
    pieces = tuple(Piece(each.id, 1, "color", "TASSE") for each in lines)
    wish = Wish(order_id=order.id, pieces=pieces, way=Way.GOODWILL, outcome="exchange")
    given: dict[str, Any] = {"customer_ids": [order.customer_id or 0], "policy": DEFAULT, "settings": database}
    made = await ask(wish, chat_id=7, locale="de", now=SOON, **given)
    told_card = await card(made, database)
    assert "2 \N{MULTIPLICATION SIGN} Tasse · 12,00 €" in told_card
    assert "Sie bekommen <b>13,01 €</b> zurück" in told_card
