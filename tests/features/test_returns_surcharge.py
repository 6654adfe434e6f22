"""What another article costs more is asked for when the sum is sure, paid or waived, and then the article leaves."""

import os
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.config import Settings
from bot.customers.models import Link
from bot.errors import NotFoundError
from bot.i18n import Money
from bot.outbox.models import Push
from bot.returns.acts import Act, Task, acts_of, kinds_of, tasks_of
from bot.returns.billing import left_of_order
from bot.returns.given import list_given
from bot.returns.listing import describe_return
from bot.returns.looking import read_sheet
from bot.returns.machine import Status, Step
from bot.returns.models import Return, ReturnPayment, ReturnStep, ShopCall
from bot.returns.moving import MovedOnError, cancel
from bot.returns.paths import Way
from bot.returns.policy import Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import Piece, Wish, ask
from bot.returns.rethinking import rather_money
from bot.returns.settling import DifferenceUnpaidError, close, left_to_give, settle
from bot.returns.surcharge import HowPaidError, record_difference, waive_difference
from bot.returns.surcharge_models import ReturnSurcharge
from bot.returns.unpaid_difference import mind_differences
from bot.returns.verdicts import approve_without_return, waive_fee
from bot.returns.wanted import SoldOutError
from bot.shop.models import Line, Order, Product
from bot.tickets.models import CaseMessage
from tests.support.builders import a_product
from tests.support.postman import a_chat
from tests.support.returns import SOON, a_delivered_order, asked

PAYING = Policy(pays_difference=True, exchange_within=100)


def by_mia(settings: Settings) -> dict[str, Any]:
    return {"staff_id": 501, "settings": settings, "now": SOON}


async def exchanged(
    order: Order, line: Line, settings: Settings, *, pieces: int = 1, policy: Policy = PAYING
) -> Requested:
    """Mugs of 10.00 each for as many jugs."""
    piece = Piece(line.id, pieces, "style", "KRUG")
    wish = Wish(order_id=order.id, pieces=(piece,), way=Way.GOODWILL, outcome="exchange")
    owner = [order.customer_id or 0]
    return await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=policy, settings=settings, now=SOON)


async def a_dearer_exchange(settings: Settings, *, price: str = "18.00", **more: Any) -> tuple[Order, Line, Requested]:
    """Up to its check; two mugs of the order stay with the customer."""
    await a_product("KRUG", name={"de": "Krug"}, stock=9, price=Decimal(price))
    order, line = await a_delivered_order(total=Decimal(30))
    await a_chat(7, locale="de")
    await Link.create(chat_id=7, customer_id=order.customer_id, proof="order", linked_at=SOON)
    return order, line, await exchanged(order, line, settings, **more)


async def checked(made: Requested, settings: Settings, finding: Finding | None = None) -> None:
    await receive(made.id, **by_mia(settings))
    await check(made.id, finding or Finding(), policy=PAYING, **by_mia(settings))


async def rung(made: Requested, kind: str) -> str:
    told = await Push.filter(once__startswith=f"return:{made.id}:{kind}-").order_by("-id").first()
    assert told is not None
    return str(told.params["text"]).replace("\u00a0", " ")


async def test_it_is_asked_for_after_the_check_and_the_article_leaves_when_it_is_paid(database: Settings) -> None:
    _, _, made = await a_dearer_exchange(database)
    assert (await read_sheet(made.id)).owes == Money(Decimal("8.00"), "EUR")
    assert Task.TOPUP not in tasks_of(await read_sheet(made.id)), "nobody pays before the sum is sure"
    with pytest.raises(MovedOnError):
        await record_difference(made.id, "bar", **by_mia(database))
    await checked(made, database)
    text = await rung(made, "owed")
    assert "Im Tausch: 1 \N{MULTIPLICATION SIGN} Krug · 18,00 €" in text
    assert "Sie zahlen <b>8,00 €</b> dazu" in text
    assert "schickt Ihnen dafür eine Zahlungsaufforderung" in text

    sheet = await read_sheet(made.id)
    assert (sheet.step, Task.TOPUP in tasks_of(sheet), kinds_of(sheet)) == (
        *(Step.CUSTOMER_PAYS, True),
        ("refund", "credit"),
    )
    with pytest.raises(DifferenceUnpaidError):
        await settle(made.id, "exchange", **by_mia(database))
    with pytest.raises(HowPaidError):
        await record_difference(made.id, " ", **by_mia(database))
    assert await record_difference(made.id, "Überweisung vom 17.11.", **by_mia(database)) == Money(Decimal(8), "EUR")
    with pytest.raises(MovedOnError):
        await record_difference(made.id, "noch einmal", **by_mia(database))
    step = await ReturnStep.get(request_id=made.id, act="topped")
    assert (step.staff_id, step.why) == (501, "Überweisung vom 17.11.")
    assert "Von Ihnen dazugezahlt: <b>8,00 €</b>" in await rung(made, "topped")

    sent = await settle(made.id, "exchange", tracking="00340434161094042557", **by_mia(database))
    assert (sent.amount, sent.status) == (Decimal("18.00"), Status.EXCHANGED)
    told = await describe_return(made.number, tz=database.time_zone)
    assert told["exchange"] == {
        "price": "18.00",
        "back": "0.00",
        "owed": "8.00",
        "borne": "0.00",
        "paid_on_top": "8.00",
    }
    assert (told["items"][0]["exchange_name"], told["payments"][0]["tracking"]) == ("Krug", "00340434161094042557")
    push = await Push.filter(once__startswith=f"return:{made.id}:exchanged").first()
    assert push is not None
    assert "Krug" in push.params["text"]
    assert "00340434161094042557" in push.params["text"]


async def test_the_rest_of_the_order_is_worth_what_it_was(database: Settings) -> None:
    order, line, made = await a_dearer_exchange(database)
    await checked(made, database)
    await record_difference(made.id, "bar", **by_mia(database))
    await settle(made.id, "exchange", **by_mia(database))
    assert await left_of_order(order.id) == Decimal("20.00")
    rest = await asked(order, Piece(line.id, 2), way=Way.WITHDRAWAL, settings=database)
    assert (await left_to_give(await read_sheet(rest.id))).amount == Decimal("20.00")


async def test_who_gives_the_dearer_article_back_gets_all_that_they_have_paid_for_it(database: Settings) -> None:
    order, line, made = await a_dearer_exchange(database)
    await checked(made, database)
    await record_difference(made.id, "bar", **by_mia(database))
    await settle(made.id, "exchange", **by_mia(database))
    owner = [order.customer_id or 0]
    [jug] = await list_given(order.id, customer_ids=owner, policy=PAYING, settings=database, now=SOON)
    assert jug.order.bill.total == Decimal("18.00")
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1),), way=Way.WITHDRAWAL, follows=made.id)
    back = await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=PAYING, settings=database, now=SOON)
    paid = await settle(back.id, "refund", **by_mia(database))
    assert (paid.amount, await left_of_order(order.id)) == (Decimal("18.00"), Decimal("20.00"))


async def test_who_would_rather_have_the_money_gets_back_what_they_have_paid_on_top(database: Settings) -> None:
    _, _, made = await a_dearer_exchange(database)
    await checked(made, database)
    await record_difference(made.id, "bar", **by_mia(database))
    paid = await settle(made.id, "refund", **by_mia(database))
    assert (paid.amount, paid.status) == (Decimal("18.00"), Status.REFUNDED)


async def test_the_difference_may_be_waived_and_both_sides_read_it(database: Settings) -> None:
    _, _, made = await a_dearer_exchange(database)
    await checked(made, database)
    assert Act.FREE in acts_of(await read_sheet(made.id))
    await waive_difference(made.id, **by_mia(database))
    assert "Den Unterschied von 8,00 € übernehmen wir" in await rung(made, "free")
    sent = await settle(made.id, "exchange", **by_mia(database))
    assert (sent.amount, sent.status) == (Decimal("10.00"), Status.EXCHANGED)
    with pytest.raises(MovedOnError):
        await waive_difference(made.id, **by_mia(database))


async def test_the_waived_cost_of_the_way_back_stays_visible_and_is_told(database: Settings) -> None:
    costly = Policy(pays_difference=True, exchange_within=100, customer_pays=True, fee=Decimal("4.90"))
    _, _, made = await a_dearer_exchange(database, policy=costly, price="10.00")
    assert (await read_sheet(made.id)).owes == Money(Decimal("4.90"), "EUR")
    await waive_fee(made.id, **by_mia(database))
    assert "Die Rücksendekosten von 4,90 € übernehmen wir" in await rung(made, "fee")
    sheet = await read_sheet(made.id)
    assert (sheet.owes, sheet.waived) == (None, Money(Decimal("4.90"), "EUR"))
    assert (await describe_return(made.number, tz=database.time_zone))["money"]["waived"] == "4.90"


async def test_where_nothing_comes_back_it_is_asked_for_at_once_and_nobody_cancels_what_was_paid(
    database: Settings,
) -> None:
    order, _, made = await a_dearer_exchange(database)
    await approve_without_return(made.id, **by_mia(database))
    assert "Sie zahlen" in await rung(made, "owed")
    await record_difference(made.id, "bar", **by_mia(database))
    assert not (await read_sheet(made.id)).may_be_cancelled
    with pytest.raises(MovedOnError):
        await cancel(made.id, customer_ids=[order.customer_id or 0], settings=database, now=SOON)
    assert (await settle(made.id, "exchange", **by_mia(database))).amount == Decimal("18.00")


async def test_the_shops_own_system_is_told_how_much_to_ask_for(database: Settings) -> None:
    told = {"shop_callback_url": "https://x.example", "shop_callback_secret": SecretStr("s" * 32)}
    _, _, made = await a_dearer_exchange(database.model_copy(update=told))
    await checked(made, database.model_copy(update=told))
    call = await ShopCall.get(topic="exchange.payment_due")
    assert call.body["payment"] == {"amount": "8.00", "currency": "EUR"}
    assert call.body["return"]["exchange"]["owed"] == "8.00"
    item = call.body["return"]["items"][0]
    assert (item["exchange_sku"], item["exchange_name"], item["exchange_price"]) == ("KRUG", "Krug", "18.00")


async def test_the_shops_own_system_hears_at_once_and_once_that_it_was_paid(database: Settings) -> None:
    told = {"shop_callback_url": "https://x.example", "shop_callback_secret": SecretStr("s" * 32)}
    settings = database.model_copy(update=told)
    _, _, made = await a_dearer_exchange(settings)
    await checked(made, settings)
    await record_difference(made.id, "bar", **by_mia(settings))
    with pytest.raises(MovedOnError):
        await record_difference(made.id, "bar", **by_mia(settings))
    [call] = await ShopCall.filter(topic="exchange.paid")
    assert call.key == f"{made.number}:exchange.paid:{(await ReturnSurcharge.get()).id}"
    assert call.body["payment"] == {"amount": "8.00", "currency": "EUR"}
    assert (call.body["return"]["paid_on_top"], call.body["return"]["exchange"]["paid_on_top"]) == ("8.00", "8.00")
    await settle(made.id, "exchange", **by_mia(settings))
    topics = [each.topic for each in await ShopCall.filter(subject=f"return:{made.id}").order_by("id")]
    assert topics[-3:] == ["exchange.payment_due", "exchange.paid", "return.exchange"]


async def test_the_shops_own_system_hears_that_nobody_has_to_pay_it(database: Settings) -> None:
    told = {"shop_callback_url": "https://x.example", "shop_callback_secret": SecretStr("s" * 32)}
    settings = database.model_copy(update=told)
    _, _, made = await a_dearer_exchange(settings)
    await checked(made, settings)
    await waive_difference(made.id, **by_mia(settings))
    [call] = await ShopCall.filter(topic="exchange.waived")
    assert call.body["payment"] == {"amount": "8.00", "currency": "EUR"}
    assert (call.body["return"]["paid_on_top"], call.body["return"]["exchange"]["borne"]) == ("0.00", "8.00")
    assert not await ShopCall.filter(topic="exchange.paid").exists()


async def test_without_one_the_staff_are_told_to_ask_for_it(database: Settings) -> None:
    settings = database.model_copy(update={"staff_chat_id": -100})
    _, _, made = await a_dearer_exchange(settings)
    await checked(made, settings)
    notes = [note.text for note in await CaseMessage.all() if note.text]
    assert any("ask the person to pay €8.00" in text for text in notes)
    assert not any("ask for it no more" in text for text in notes)


@pytest.mark.parametrize("how", ["waived", "paid"])
async def test_and_to_ask_for_it_no_more_once_it_is_settled(database: Settings, how: str) -> None:
    settings = database.model_copy(update={"staff_chat_id": -100})
    _, _, made = await a_dearer_exchange(settings)
    await checked(made, settings)
    if how == "waived":
        await waive_difference(made.id, **by_mia(settings))
    else:
        await record_difference(made.id, "Überweisung", **by_mia(settings))
    notes = [note.text for note in await CaseMessage.all() if note.text]
    [told] = [text for text in notes if "ask for it no more" in text]
    assert "€8.00" in told
    assert how in told


async def test_whoever_does_not_pay_is_reminded_once_and_then_the_staff_decide(database: Settings) -> None:
    settings = database.model_copy(update={"staff_chat_id": -100})
    _, _, made = await a_dearer_exchange(settings)
    await checked(made, settings)
    for days, reminded, alarmed in ((6, 0, 0), (7, 1, 0), (9, 1, 0), (14, 1, 1), (20, 1, 1)):
        await mind_differences(settings, now=SOON + timedelta(days=days))
        assert await Push.filter(once__startswith=f"return:{made.id}:unpaid").count() == reminded
        notes = [note.text or "" for note in await CaseMessage.filter(author="bot")]
        assert sum("for two weeks €8.00" in text for text in notes) == alarmed
    await record_difference(made.id, "bar", **by_mia(settings))
    assert await mind_differences(settings, now=SOON + timedelta(days=30)) == 0


async def test_who_would_rather_have_the_money_frees_the_article(database: Settings) -> None:
    told = {"shop_callback_url": "https://x.example", "shop_callback_secret": SecretStr("s" * 32)}
    settings = database.model_copy(update=told)
    order, line, made = await a_dearer_exchange(settings)
    await Product.filter(sku="KRUG").update(stock=1)
    mine: dict[str, Any] = {"customer_ids": [order.customer_id or 0], "settings": settings, "now": SOON}
    with pytest.raises(SoldOutError):
        await exchanged(order, line, settings)
    with pytest.raises(NotFoundError):
        await rather_money(made.id, **mine | {"customer_ids": [0]})
    await checked(made, settings)
    await rather_money(made.id, **mine)

    sheet = await read_sheet(made.id)
    assert (sheet.outcome, sheet.owes, sheet.instead, sheet.step) == ("refund", None, None, Step.SHOP_SETTLES)
    assert await ShopCall.filter(topic="return.changed").count() == 1
    assert (await exchanged(order, line, settings)).id != made.id, "the jug is free again"
    with pytest.raises(MovedOnError):
        await rather_money(made.id, **mine)
    assert (await settle(made.id, "refund", **by_mia(settings))).amount == Decimal("10.00")


async def test_what_is_paid_on_top_or_on_its_way_is_no_matter_of_thinking_again(database: Settings) -> None:
    order, _, made = await a_dearer_exchange(database)
    mine: dict[str, Any] = {"customer_ids": [order.customer_id or 0], "settings": database, "now": SOON}
    await checked(made, database)
    await record_difference(made.id, "bar", **by_mia(database))
    with pytest.raises(MovedOnError):
        await rather_money(made.id, **mine)
    await settle(made.id, "exchange", **by_mia(database))
    with pytest.raises(MovedOnError):
        await rather_money(made.id, **mine)


@examples(
    max_examples=10 if os.environ.get("BOTE_TEST_DATABASE_URL") else 40,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    cents=st.integers(1, 2500),
    total=st.integers(1000, 3000),
    pieces=st.integers(1, 3),
    refused=st.integers(0, 2),
    loss=st.integers(0, 300),
    fee=st.sampled_from(["0", "4.90"]),
    early=st.integers(0, 500),
)
async def test_refund_and_credit_and_article_less_what_was_paid_on_top_are_what_came_back_to_the_cent(
    database: Settings, cents: int, total: int, pieces: int, refused: int, loss: int, fee: str, early: int
) -> None:
    """Whatever the other article costs, however many are accepted, and whatever was refunded before."""
    await Product.get_or_create(sku="KRUG", defaults={"name": {"de": "Krug"}, "currency": "EUR"})
    await Product.filter(sku="KRUG").update(price=Decimal(cents) / 100)
    policy = Policy(pays_difference=True, exchange_within=100, customer_pays=fee != "0", fee=Decimal(fee))
    order, line = await a_delivered_order(total=Decimal(total) / 100)
    made = await exchanged(order, line, database, pieces=pieces, policy=policy)
    due = (await left_to_give(await read_sheet(made.id))).amount
    if early and due:
        await settle(made.id, "refund", amount=min(Decimal(early) / 100, due), **by_mia(database))
    await receive(made.id, **by_mia(database))
    worth = (await read_sheet(made.id)).worth.amount
    accepted = max(pieces - refused, 1)
    lost = min(Decimal(loss) / 100, worth * accepted / pieces).quantize(Decimal("0.01"), "ROUND_DOWN")
    finding = Finding({line.id: accepted}, lost, "benutzt")
    if await check(made.id, finding, policy=policy, **by_mia(database)) is Status.REFUNDED:
        return  # all that it brings by now had gone before
    if (await read_sheet(made.id)).owes:
        await record_difference(made.id, "bar", **by_mia(database))
    if "exchange" in kinds_of(await read_sheet(made.id)):
        await settle(made.id, "exchange", **by_mia(database))
    sheet = await read_sheet(made.id)
    if sheet.status is Status.INSPECTED:
        await settle(made.id, "credit" if cents % 2 else "refund", **by_mia(database))

    sheet = await read_sheet(made.id)
    gone = sum([each.amount for each in await ReturnPayment.filter(request_id=made.id)], Decimal())
    came = sum([each.amount for each in await ReturnSurcharge.filter(request_id=made.id)], Decimal())
    assert gone - came == sheet.due.amount
    assert sheet.instead is not None
    article = await ReturnPayment.get(request_id=made.id, kind="exchange")
    assert article.amount == sheet.instead.amount, "it stands for its whole price"
    assert all(each == each.quantize(Decimal("0.01")) for each in (gone, came))
    await close(made.id, **by_mia(database))
    assert (await Return.get(id=made.id)).status == "closed"
