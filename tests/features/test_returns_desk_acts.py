"""Acts at the desk: what a label may be, what is waived and taken off, and what the price of another article does."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.models import Link
from bot.i18n import plain
from bot.outbox.models import Push
from bot.returns.acts import Act, acts_of
from bot.returns.desk import desk_text, last_steps
from bot.returns.label import LabelFile
from bot.returns.labels import NewLabel, send_label
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnStep
from bot.returns.moving import MovedOnError
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import Finding, LossTooMuchError, check, receive, undo_receipt
from bot.returns.refund_clock import mind_clocks
from bot.returns.refusing import Refusal
from bot.returns.requested import Requested
from bot.returns.requests import Piece, Wish, ask, preview
from bot.returns.settling import settle
from bot.returns.verdicts import approve, ask_for_photo, tell_on_way, waive_fee
from bot.returns.wanted import TooDearError
from bot.returns.wording import Reader
from bot.shop.models import Line, Order, Product
from tests.support.builders import a_product
from tests.support.postman import a_chat
from tests.support.returns import SOON, a_delivered_order, asked

COSTLY = Policy(customer_pays=True, fee=Decimal("4.90"))


def by_mia(settings: Settings) -> dict[str, Any]:
    return {"staff_id": 501, "settings": settings, "now": SOON}


async def exchanged(order: Order, line: Line, settings: Settings, *, pieces: int = 1) -> Requested:
    """Mugs of 10.00 each, for as many cups."""
    wish = Wish(
        order_id=order.id, pieces=(Piece(line.id, pieces, "style", "TASSE"),), way=Way.GOODWILL, outcome="exchange"
    )
    given: dict[str, Any] = {"customer_ids": [order.customer_id or 0], "policy": DEFAULT, "settings": settings}
    await preview(wish, now=SOON, **given)
    return await ask(wish, chat_id=7, locale="de", now=SOON, **given)


async def test_the_price_of_the_other_article_is_looked_at_again_when_it_is_asked_for(database: Settings) -> None:
    await a_product("TASSE", stock=9, price=Decimal("10.01"))
    order, line = await a_delivered_order(total=Decimal(30))
    with pytest.raises(TooDearError):
        await exchanged(order, line, database)
    await Product.filter(sku="TASSE").update(price=Decimal(9), currency="CHF")
    with pytest.raises(TooDearError):
        await exchanged(order, line, database)
    await Product.filter(sku="TASSE").update(price=Decimal("10.00"), currency="EUR")
    assert (await exchanged(order, line, database)).status is Status.APPROVED
    assert await Return.all().count() == 1


async def test_only_accepted_pieces_are_exchanged_and_the_rest_of_their_worth_is_money(database: Settings) -> None:
    await a_product("TASSE", stock=9, price=Decimal("6.00"))
    order, line = await a_delivered_order(total=Decimal(30))
    made = await exchanged(order, line, database, pieces=2)
    await receive(made.id, **by_mia(database))
    await check(made.id, Finding({line.id: 1}, why="Einer ist zerbrochen"), policy=DEFAULT, **by_mia(database))
    sent = await settle(made.id, "exchange", **by_mia(database))
    paid = await settle(made.id, "refund", **by_mia(database))
    assert (sent.amount, paid.amount, paid.status) == (Decimal("6.00"), Decimal("4.00"), Status.EXCHANGED)


async def test_the_card_says_what_the_check_found_once(database: Settings) -> None:
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 2), way=Way.WITHDRAWAL, settings=database)
    await receive(made.id, **by_mia(database))
    await check(made.id, Finding({}, Decimal(1), "Kratzer am Boden"), policy=DEFAULT, **by_mia(database))
    text = desk_text(await read_sheet(made.id), await last_steps(made.id), Reader("de", database.time_zone, "Laden"))
    assert text.count("Kratzer am Boden") == 1


async def test_wear_takes_off_no_more_than_the_accepted_goods_are_worth(database: Settings) -> None:
    order, line = await a_delivered_order(total=Decimal("34.90"), shipping_total=Decimal("4.90"))
    made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=database)
    await receive(made.id, **by_mia(database))
    worn = Finding({line.id: 1}, Decimal("10.01"), "Verbrannt", because=Refusal.OTHER)
    with pytest.raises(LossTooMuchError):
        await check(made.id, worn, policy=DEFAULT, **by_mia(database))
    worn = Finding({line.id: 1}, Decimal("10.00"), "Verbrannt", because=Refusal.OTHER)
    await check(made.id, worn, policy=DEFAULT, **by_mia(database))
    assert (await settle(made.id, "refund", **by_mia(database))).amount == Decimal("4.90")  # the delivery


async def test_the_way_back_may_be_given_away_also_after_the_money_has_gone(database: Settings) -> None:
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 2), way=Way.WITHDRAWAL, settings=database, policy=COSTLY)
    first = await settle(made.id, "refund", **by_mia(database))
    assert Act.FEE in acts_of(await read_sheet(made.id))
    await waive_fee(made.id, **by_mia(database))
    with pytest.raises(MovedOnError):
        await waive_fee(made.id, **by_mia(database))

    rest = await settle(made.id, "refund", **by_mia(database))
    assert (first.amount, rest.amount) == (Decimal("15.10"), Decimal("4.90"))
    assert Act.FEE not in acts_of(await read_sheet(made.id))
    step = await ReturnStep.get(request_id=made.id, act="fee")
    assert (step.actor, step.staff_id) == ("staff", 501)


async def test_what_is_over_has_nothing_to_waive(database: Settings) -> None:
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database, policy=COSTLY)
    await Return.filter(id=made.id).update(status=Status.CANCELLED)
    assert acts_of(await read_sheet(made.id)) == ()
    with pytest.raises(MovedOnError):
        await waive_fee(made.id, **by_mia(database))


@pytest.mark.parametrize(("kind", "method"), [("document", "sendDocument"), ("photo", "sendPhoto")])
async def test_a_label_that_is_a_file_reaches_the_customer_as_it_is(database: Settings, kind: str, method: str) -> None:
    order, line = await a_delivered_order()
    await a_chat(7, locale="de")
    await Link.create(chat_id=7, customer_id=order.customer_id, proof="order", linked_at=SOON)
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    label = NewLabel(code="RR123456785DE", tracking_number="RR123456785DE", file=LabelFile("FILE-1", kind))
    for _ in range(2):
        await send_label(made.id, label, by=Actor.STAFF, policy=DEFAULT, **by_mia(database))

    pushes = await Push.filter(once__startswith=f"return:{made.id}:label_sent").order_by("id")
    assert [(push.method, push.params.get(kind)) for push in pushes[:1]] == [(method, "FILE-1")]
    assert len(pushes) == 2  # the code to be shown comes below it
    kept = (await read_sheet(made.id)).label
    assert kept is not None
    assert kept.file == LabelFile("FILE-1", kind)


@pytest.mark.parametrize("labelled", [True, False])
async def test_a_receipt_of_the_wrong_return_is_taken_back_and_the_customer_hears(
    database: Settings, *, labelled: bool
) -> None:
    order, line = await a_delivered_order()
    await a_chat(7, locale="de")
    await Link.create(chat_id=7, customer_id=order.customer_id, proof="order", linked_at=SOON)
    made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=database)
    if labelled:
        label = NewLabel(code="RR123456785DE")
        await send_label(made.id, label, by=Actor.STAFF, policy=DEFAULT, **by_mia(database))
    for arrived in (None, {line.id: 1}):
        await receive(made.id, arrived, **by_mia(database))
        assert Act.UNDO in acts_of(await read_sheet(made.id))
        await undo_receipt(made.id, **by_mia(database))
        sheet = await read_sheet(made.id)
        assert (sheet.status, sheet.pieces[0].received) == ("label_sent" if labelled else "approved", 0)

    with pytest.raises(MovedOnError):
        await undo_receipt(made.id, **by_mia(database))
    rung = await Push.filter(once__startswith=f"return:{made.id}:undo-").order_by("id")
    assert "war ein Irrtum von uns" in rung[0].params["text"]
    await receive(made.id, **by_mia(database))
    assert await Push.filter(once__startswith=f"return:{made.id}:received").count() == 2  # the mistake, and this
    await check(made.id, Finding(), policy=DEFAULT, **by_mia(database))
    with pytest.raises(MovedOnError):
        await undo_receipt(made.id, **by_mia(database))


async def test_whoever_shows_that_the_parcel_has_left_is_believed_and_the_money_comes_due(database: Settings) -> None:
    order, line = await a_delivered_order()
    own_label = Policy(label_by_shop=False, address=("Laden", "Weg 1"))
    made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=database, policy=own_label)
    assert Act.ON_WAY in acts_of(await read_sheet(made.id))
    await tell_on_way(made.id, **by_mia(database))
    assert (await read_sheet(made.id)).status is Status.IN_TRANSIT
    with pytest.raises(MovedOnError):
        await tell_on_way(made.id, **by_mia(database))
    assert await mind_clocks(database, now=SOON + timedelta(days=11)) == 1


async def test_the_card_says_that_a_photo_was_asked_for_only_until_it_is_decided(database: Settings) -> None:
    order, line = await a_delivered_order("1001")
    strict = Policy(approves_up_to=Decimal())
    made = await asked(order, Piece(line.id, 1, "unwanted"), way=Way.GOODWILL, settings=database, policy=strict)
    reader, told = Reader("de", database.time_zone, "Laden"), []
    deciding: tuple[Callable[..., Awaitable[Any]], ...] = (ask_for_photo, partial(approve, policy=DEFAULT))
    for verb in deciding:
        await verb(made.id, **by_mia(database))
        text = desk_text(await read_sheet(made.id), await last_steps(made.id), reader)
        told.append(text.count(plain("de", "rma-photo-asked")))
    assert told == [2, 1], "what was done and when stands there for good"
