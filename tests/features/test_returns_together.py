"""Several orders in one parcel: a return for each contract with its own right and money, one label, one arrival."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.customers.models import Chat, Link
from bot.i18n import html
from bot.outbox.models import Push
from bot.returns.labels import NewLabel
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnPayment, ShopCall
from bot.returns.moving import MovedOnError, cancel
from bot.returns.owners import hand_over_returns
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import NothingLeftError, Piece, Wish
from bot.returns.scanning import find_label, follow_label
from bot.returns.settling import settle
from bot.returns.together import ask_together, list_others, preview_together, receive_parcel, send_one_label
from bot.returns.unsent import mind_unsent
from bot.returns.verdicts import approve
from bot.returns.wording import Reader, deadlines
from bot.shipping.progress import ParcelEvent
from bot.shop.models import Customer, Line, Order
from bot.shop.statuses import ShipmentStatus
from bot.tickets.models import CaseMessage
from tests.support.builders import Item, a_customer, a_product, an_order, parcel, scan
from tests.support.returns import DELIVERED, SOON

ANNA, MIA = 7, 501
PAYS = replace(DEFAULT, customer_pays=True, fee=Decimal("4.90"))
LABEL = NewLabel(code="X", tracking_number="0034 0434", carrier="dhl")


async def an_owner() -> Customer:
    owner = await a_customer()
    await Chat.create(id=ANNA, locale="de", first_name="Anna", created_at=DELIVERED)
    await Link.create(chat_id=ANNA, customer_id=owner.id, proof="order", linked_at=DELIVERED)
    return owner


async def delivered(owner: Customer, price: str, *, days_before: int = 0) -> tuple[Order, Line]:
    at = DELIVERED - timedelta(days=days_before)
    order = await an_order(
        lines=[Item(quantity=2, unit_price=price)],
        parcels=[parcel(scan("delivered", at=at))],
        ship_country="DE",
        customer=owner,
        total=2 * Decimal(price),
        placed_at=at - timedelta(days=2),
    )
    return order, await Line.get(order_id=order.id)


def a_wish(order: Order, line: Line, way: Way, *, pieces: int = 1) -> Wish:
    return Wish(order_id=order.id, pieces=(Piece(line.id, pieces),), way=way)


async def together(settings: Settings, *wishes: Wish, policy: Policy = DEFAULT) -> list[Requested]:
    owner = await Order.get(id=wishes[0].order_id)
    given: dict[str, Any] = {"customer_ids": [owner.customer_id or 0], "settings": settings, "now": SOON}
    return await ask_together(wishes, chat_id=ANNA, locale="de", policy=policy, **given)


async def two(settings: Settings, *, policy: Policy = DEFAULT) -> tuple[Return, Return]:
    """A withdrawal from what came lately, and a favour for what came three weeks before."""
    owner = await an_owner()
    new, old = await delivered(owner, "10.00"), await delivered(owner, "7.50", days_before=20)
    made = await together(settings, a_wish(*new, Way.WITHDRAWAL), a_wish(*old, Way.GOODWILL), policy=policy)
    first, second = [await Return.get(id=each.id) for each in made]
    return first, second


def by_mia(settings: Settings) -> dict[str, Any]:
    return {"settings": settings, "now": SOON, "staff_id": MIA}


async def rung(kind: str) -> int:
    return await Push.filter(once__contains=f":{kind}:", purpose="milestone").count()


async def scanned(word: ShipmentStatus, settings: Settings) -> None:
    label = await find_label("00340434")
    assert label is not None
    at = SOON + timedelta(hours=1)
    event = ParcelEvent(at, word.value, word, None, word.value, "")
    await follow_label(label.return_id, [event], settings=settings, now=at)


async def test_each_order_has_its_own_return_and_they_know_of_each_other(database: Settings) -> None:
    first, second = await two(database)

    assert (first.way, second.way, first.status, second.status) == ("withdrawal", "goodwill", "approved", "approved")
    assert (first.goods, second.goods) == (Decimal(10), Decimal("7.50"))
    assert first.together == second.together == first.id
    assert (first.declared_at is not None, second.declared_at) == (True, None)
    receipts = await Push.filter(once__contains=":receipt:").count()
    assert receipts == 1, "each contract has a receipt of its own"
    for row, other in ((first, second), (second, first)):
        [card] = await Push.filter(slot=f"return:{row.id}", settled_at=None)
        assert other.number in str(card.params)
        assert [each.number for each in (await read_sheet(row.id)).beside] == [other.number]


async def test_all_of_it_is_asked_for_or_nothing(database: Settings) -> None:
    owner = await an_owner()
    new, old = await delivered(owner, "10.00"), await delivered(owner, "7.50")
    with pytest.raises(NothingLeftError):
        await together(database, a_wish(*new, Way.WITHDRAWAL), a_wish(*old, Way.WITHDRAWAL, pieces=3))
    assert (await Return.all().count(), await Push.all().count()) == (0, 0)


async def test_one_parcel_is_paid_for_once_as_it_was_told_before(database: Settings) -> None:
    owner = await an_owner()
    orders = [await delivered(owner, "10.00"), await delivered(owner, "7.50"), await delivered(owner, "8.00")]
    wishes = [a_wish(*each, way) for each, way in zip(orders, (Way.WARRANTY, Way.GOODWILL, Way.GOODWILL), strict=True)]
    told = await preview_together(wishes, customer_ids=[owner.id], policy=PAYS, settings=database, now=SOON)
    made = await together(database, *wishes, policy=PAYS)
    fees = [Decimal(), Decimal("4.90"), Decimal()]
    assert [told[wish.order_id].fee for wish in wishes] == [each.estimate.fee for each in made] == fees


async def test_a_label_is_that_of_all_and_rings_once(database: Settings) -> None:
    first, second = await two(database)
    await send_one_label(second.id, LABEL, by=Actor.STAFF, policy=DEFAULT, **by_mia(database))

    rows = await Return.all().order_by("id")
    assert [(row.status, row.label_key, row.label_carrier) for row in rows] == [("label_sent", "00340434", "dhl")] * 2
    assert rows[0].label == rows[1].label
    assert await rung("label_sent") == 1
    [news] = await Push.filter(once__contains=":label_sent:")
    assert first.number in str(news.params), "whoever packs knows what goes in"


async def test_what_is_granted_later_takes_the_label_that_is_there(database: Settings) -> None:
    first, second = await two(database, policy=Policy(approves_up_to=Decimal()))
    assert second.status == "requested"
    await send_one_label(first.id, LABEL, by=Actor.STAFF, policy=DEFAULT, **by_mia(database))
    assert (await Return.get(id=second.id)).status == "requested"

    await approve(second.id, policy=DEFAULT, **by_mia(database))
    row = await Return.get(id=second.id)
    assert (row.status, row.label_key) == ("label_sent", "00340434")


async def test_scans_move_all_of_the_parcel_and_its_arrival_rings_once(database: Settings) -> None:
    first, _ = await two(database)
    await send_one_label(first.id, LABEL, by=Actor.STAFF, policy=DEFAULT, **by_mia(database))
    await scanned(ShipmentStatus.IN_TRANSIT, database)
    assert [row.status for row in await Return.all()] == ["in_transit"] * 2
    await scanned(ShipmentStatus.DELIVERED, database)
    assert [row.status for row in await Return.all()] == ["received"] * 2
    assert await rung("received") == 1


async def test_a_label_of_several_is_reminded_of_once(database: Settings) -> None:
    first, _ = await two(database)
    await send_one_label(first.id, LABEL, by=Actor.STAFF, policy=DEFAULT, **by_mia(database))
    await mind_unsent(database, now=SOON + timedelta(days=7))
    reminders = await Push.filter(once__contains=":remind-")
    assert [str(push.once).split(":")[1] for push in reminders] == [str(first.id)]


async def test_a_parcel_has_one_last_day_and_what_leaves_first_speaks_of_it(database: Settings) -> None:
    """The favour, asked for before in the parcel, could wait for a month; the withdrawal beside it for two weeks."""
    owner = await an_owner()
    old, new = await delivered(owner, "7.50", days_before=20), await delivered(owner, "10.00")
    made = await together(database, a_wish(*old, Way.GOODWILL), a_wish(*new, Way.WITHDRAWAL))
    favour, withdrawal = [each.id for each in made]
    await send_one_label(favour, LABEL, by=Actor.STAFF, policy=DEFAULT, **by_mia(database))
    days = [(await Return.get(id=each)).send_by for each in (favour, withdrawal)]
    assert None not in days
    assert days[0] != days[1]
    reader = Reader("en", database.time_zone, "Shop", today=SOON.date())
    for each in (favour, withdrawal):
        told = deadlines(await read_sheet(each), reader)
        assert html("en", "return-send-by", day=min(filter(None, days))) in told
    for day in range(40):
        await mind_unsent(database, now=SOON + timedelta(days=day))
    reminded = [str(push.once).split(":")[1] for push in await Push.filter(once__contains=":remind-").order_by("id")]
    assert reminded == [str(withdrawal)] * 2 + [str(favour)], "after a week, and before each of the two ends"


async def test_whoever_stays_out_of_the_parcel_does_not_arrive_with_it(database: Settings) -> None:
    first, second = await two(database)
    await send_one_label(first.id, LABEL, by=Actor.STAFF, policy=DEFAULT, **by_mia(database))
    await cancel(first.id, customer_ids=[first.customer_id], settings=database, now=SOON)
    await receive_parcel(second.id, **by_mia(database))

    assert [row.status for row in await Return.all().order_by("id")] == ["cancelled", "received"]
    card = await Push.filter(slot=f"return:{second.id}").order_by("-id").first()
    assert card is not None
    assert first.number not in str(card.params)


async def test_each_order_is_paid_by_itself_and_the_shop_is_told_by_order(database: Settings) -> None:
    shop = database.model_copy(
        update={"shop_callback_url": "https://shop.example/bote", "shop_callback_secret": SecretStr("s" * 32)}
    )
    first, second = await two(shop)
    await receive_parcel(first.id, **by_mia(shop))
    assert [item.received for item in await ReturnItem.all()] == [1, 1]
    for row in (first, second):
        await check(row.id, Finding(), policy=DEFAULT, **by_mia(shop))
        await settle(row.id, "refund", **by_mia(shop))

    assert [row.status for row in await Return.all()] == ["refunded", "refunded"]
    paid = await ReturnPayment.all().order_by("id").values_list("request_id", "amount")
    assert paid == [(first.id, Decimal("10.0000")), (second.id, Decimal("7.5000"))]
    calls = await ShopCall.filter(topic="return.refund").order_by("id")
    orders = [(await Order.get(id=row.order_id)).number for row in (first, second)]
    assert [call.body["order"]["number"] for call in calls] == orders
    assert [call.body["payment"]["amount"] for call in calls] == ["10.00", "7.50"]
    approved = await ShopCall.filter(topic="return.approved").order_by("id")
    assert [call.body["return"]["parcel"] for call in approved] == [first.number] * 2


async def test_taps_on_both_cards_at_once_end_in_one_arrival(database: Settings) -> None:
    first, second = await two(database)
    taps = [receive_parcel(each, **by_mia(database)) for each in (first.id, second.id) * 3]
    done = await asyncio.gather(*taps, return_exceptions=True)
    refused = [each for each in done if each is not Status.RECEIVED]
    assert (len(refused), {type(each) for each in refused}) == (5, {MovedOnError})
    assert [item.received for item in await ReturnItem.all()] == [1, 1]


async def test_a_part_of_one_order_is_received_by_itself(database: Settings) -> None:
    first, second = await two(database)
    await receive(first.id, **by_mia(database))
    assert [row.status for row in await Return.all().order_by("id")] == ["received", "approved"]
    assert second.status == "approved"


async def test_an_order_that_changes_hands_leaves_the_parcel(database: Settings) -> None:
    first, second = await two(database)
    bert = await a_customer()
    await Order.filter(id=second.order_id).update(customer_id=bert.id)
    await hand_over_returns(second.order_id, before=first.customer_id, now=SOON, settings=database)
    assert (await read_sheet(first.id)).beside == (await read_sheet(second.id)).beside == ()


async def test_only_other_orders_of_the_same_customer_of_which_something_may_go_are_offered(
    database: Settings,
) -> None:
    owner, other = await an_owner(), await a_customer()
    (new, _), (old, _) = await delivered(owner, "10.00"), await delivered(owner, "7.50", days_before=20)
    await delivered(owner, "5.00", days_before=1000)
    await delivered(other, "5.00")
    given: dict[str, Any] = {"customer_ids": [owner.id, other.id], "policy": DEFAULT, "settings": database, "now": SOON}
    assert [each.number for each in await list_others([new.id], **given)] == [old.number]
    assert await list_others([new.id, old.id], **given) == []


async def test_the_rules_look_at_the_favours_of_a_parcel_as_one(database: Settings) -> None:
    owner = await an_owner()
    orders = [await delivered(owner, "90.00") for _ in range(2)]
    made = await together(database, *(a_wish(*each, Way.GOODWILL) for each in orders))
    assert [each.status for each in made] == [Status.REQUESTED] * 2, "180 in all, and the rules end at 150"


async def test_who_bore_the_way_back_and_comes_to_nothing_leaves_it_to_the_others(database: Settings) -> None:
    owner = await an_owner()
    orders = [await delivered(owner, price) for price in ("0.50", "50.00", "50.00")]
    made = await together(database, *(a_wish(*each, Way.WITHDRAWAL) for each in orders), policy=PAYS)
    assert [each.estimate.fee for each in made] == [Decimal("0.50"), Decimal("4.40"), Decimal()]

    for each in made[:2]:
        await cancel(each.id, customer_ids=[owner.id], settings=database, now=SOON)
    fees = [(await read_sheet(each.id)).fee.amount for each in made]
    assert fees == [Decimal(), Decimal(), Decimal("4.90")]


async def test_what_was_taken_out_of_the_parcel_hears_nothing_of_it(database: Settings) -> None:
    first, second = await two(database)
    await send_one_label(first.id, LABEL, by=Actor.STAFF, policy=DEFAULT, **by_mia(database))
    await cancel(second.id, customer_ids=[second.customer_id], settings=database, now=SOON)
    await scanned(ShipmentStatus.DELIVERED, database)
    assert [row.status for row in await Return.all().order_by("id")] == ["received", "cancelled"]
    assert (await ReturnItem.get(request_id=second.id)).received == 0
    assert await CaseMessage.filter(text__contains="although").count() == 0


async def test_what_is_granted_after_the_parcel_has_left_is_looked_for_by_the_staff(database: Settings) -> None:
    first, second = await two(database, policy=Policy(approves_up_to=Decimal()))
    await send_one_label(first.id, LABEL, by=Actor.STAFF, policy=DEFAULT, **by_mia(database))
    await scanned(ShipmentStatus.DELIVERED, database)
    assert (await ReturnItem.get(request_id=second.id)).received == 0

    await approve(second.id, policy=DEFAULT, **by_mia(database))
    assert (await Return.get(id=second.id)).status == "approved"
    assert await CaseMessage.filter(text__contains=first.number).count() == 1


async def test_the_last_article_goes_to_one_of_many_parcels_that_ask_at_once(database: Settings) -> None:
    """Each wants both articles, in another order of its orders: nobody waits for somebody who waits for them."""
    owner, asking = await an_owner(), []
    for sku in ("ROT", "BLAU"):
        await a_product(sku, category="becher", stock=1, price=Decimal("5.00"), currency="EUR")
    for number in range(6):
        orders = [await delivered(owner, "10.00") for _ in range(2)]
        skus = ("ROT", "BLAU") if number % 2 else ("BLAU", "ROT")
        asking.append(
            together(
                database,
                *(
                    replace(
                        a_wish(order, line, Way.GOODWILL),
                        outcome="exchange",
                        pieces=(Piece(line.id, 1, "unwanted", sku),),
                    )
                    for (order, line), sku in zip(orders, skus, strict=True)
                ),
            )
        )
    done = await asyncio.gather(*asking, return_exceptions=True)
    assert sorted(type(each).__name__ for each in done) == ["SoldOutError"] * 5 + ["list"]
    assert await Return.all().count() == 2
