"""What the shop's own system has to do reaches it signed, in order, once for each key, however often it fails."""

import asyncio
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.clock import real_now
from bot.config import Settings, load_settings
from bot.errors import OperatorError
from bot.outbox.models import Push
from bot.privacy.erasure import erase
from bot.privacy.subject import subject_of
from bot.returns.calling import MOST_ATTEMPTS, call_due, call_figures, forget_calls, reopen_calls
from bot.returns.calls import instruct_change, instruct_payment, instruct_step
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnPayment, ReturnStep, ShopCall
from bot.returns.moving import cancel
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.requests import Piece
from bot.returns.settling import close, settle
from bot.tickets.cases import NewCase, open_case
from bot.tickets.models import Case, CaseMessage
from tests.support.builders import Item, a_return, an_order
from tests.support.called_shop import SECRET, CalledShop, open_called_shop
from tests.support.returns import SOON, a_delivered_order, asked

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
TEAM = -100790


@pytest.fixture
async def shop() -> AsyncIterator[CalledShop]:
    async with open_called_shop() as opened:
        yield opened


def calling_to(settings: Settings, shop: CalledShop) -> Settings:
    secret = SecretStr(SECRET)
    return settings.model_copy(
        update={"shop_callback_url": shop.url, "shop_callback_secret": secret, "staff_chat_id": TEAM}
    )


async def an_approved_return(**columns: Any) -> Return:
    order = await an_order("1001", lines=[Item(quantity=2, unit_price="10.00")], external_id="77", source="shopify")
    made = await Return.get(id=await a_return(order, status="approved", **columns))
    await ReturnStep.create(request_id=made.id, status="approved", actor="rules", at=NOON)
    return made


async def queued(settings: Settings, row: Return, *steps: Status) -> None:
    for step in steps:
        await instruct_step(row.id, step, by=Actor.STAFF, settings=settings, now=NOON)


async def let_all_be_due() -> None:
    await ShopCall.exclude(retry_at=None).update(retry_at=real_now())


async def sent(settings: Settings, patience: float = 5) -> None:
    while await call_due(settings, now=NOON, patience=patience):
        pass


async def topics() -> list[str]:
    return [call.topic for call in await ShopCall.all().order_by("id")]


async def test_the_shop_hears_what_it_has_to_do_with_every_amount_as_text(database: Settings, shop: CalledShop) -> None:
    settings, row = calling_to(database, shop), await an_approved_return()
    payment = await ReturnPayment.create(
        request_id=row.id, kind="refund", amount=Decimal(20), currency="EUR", once="staff:1", at=NOON
    )
    await queued(settings, row, Status.APPROVED)
    await instruct_payment(row.id, payment.id, settings=settings, now=NOON)
    await sent(settings)

    approved, refund = shop.heard
    assert approved["order"] == {"number": "1001", "source": "shopify", "external_id": "77"}
    money = {
        "goods": "20.00",
        "shipping": "0.00",
        "fee": "0.00",
        "total": "20.00",
        "off_bill": "0.00",
        "waived": "0.00",
    }
    assert (approved["return"]["estimate"], approved["return"]["exchange"]) == (money, None)
    [item] = approved["return"]["items"]
    assert (item["sku"], item["quantity"], item["accepted"]) == ("BECHER", 2, None)
    assert (approved["at"], approved["return"]["number"]) == ("2026-11-20T12:00:00Z", row.number)
    assert refund["payment"] == {"amount": "20.00", "currency": "EUR"}
    assert await ShopCall.filter(done_at=None).count() == 0
    assert (await call_figures())["bote_shop_calls_waiting"][1] == 0


async def test_the_same_deed_is_queued_once_and_the_platforms_own_not_at_all(
    database: Settings, shop: CalledShop
) -> None:
    settings, row = calling_to(database, shop), await an_approved_return()
    await queued(settings, row, Status.APPROVED, Status.APPROVED)
    await instruct_step(row.id, Status.CLOSED, by=Actor.PLATFORM, settings=settings, now=NOON)
    await sent(settings)

    assert shop.keys == [f"{row.number}:return.approved"]


async def test_what_nobody_told_the_shop_of_is_not_taken_back(database: Settings, shop: CalledShop) -> None:
    settings, row = calling_to(database, shop), await an_approved_return()
    await queued(settings, row, Status.CANCELLED)
    await ReturnStep.all().delete()
    await queued(settings, row, Status.EXPIRED)

    assert await topics() == ["return.cancelled"]


async def test_what_has_not_left_is_an_order_to_be_cancelled(database: Settings, shop: CalledShop) -> None:
    settings, row = calling_to(database, shop), await an_approved_return(way="cancel")
    await queued(settings, row, Status.APPROVED)
    await instruct_change(row.order_id, "address", "Bitte an die Arbeit", once="change:1", settings=settings, now=NOON)
    await sent(settings)

    assert sorted(shop.topics) == ["order.cancel", "order.change"]
    [wish] = [heard for heard in shop.heard if heard["topic"] == "order.change"]
    assert (wish["wish"], wish["words"]) == ("address", "Bitte an die Arbeit")


async def hang_up(request: web.Request) -> int:
    assert request.transport is not None
    request.transport.abort()
    return 200 + 400


async def dawdle(_: web.Request) -> int:
    await asyncio.sleep(5)
    return 503


async def talk_nonsense(request: web.Request) -> int:
    assert request.transport is not None
    request.transport.write(b"SSH-2.0-OpenSSH_9.2\r\n")
    request.transport.close()
    return 600


@pytest.mark.parametrize("trouble", [500, 503, 302, 409, 425, 429, hang_up, talk_nonsense, dawdle])
async def test_it_is_tried_again_after_trouble_with_the_same_key(
    database: Settings, shop: CalledShop, trouble: Any
) -> None:
    settings, row = calling_to(database, shop), await an_approved_return()
    await queued(settings, row, Status.APPROVED)
    shop.answers = [trouble]
    await sent(settings, patience=0.4)

    waits = await ShopCall.get()
    assert (waits.attempts, waits.done_at, bool(waits.error)) == (1, None, True)
    assert waits.retry_at is not None
    assert waits.retry_at > real_now() + timedelta(seconds=20)
    await sent(settings)
    assert len(shop.keys) == 1  # not before it is due

    await let_all_be_due()
    await sent(settings)
    assert shop.keys == [f"{row.number}:return.approved"] * 2
    assert shop.topics == ["return.approved"]


async def test_where_nobody_listens_it_is_tried_again(database: Settings, shop: CalledShop) -> None:
    settings, row = calling_to(database, shop), await an_approved_return()
    await queued(settings, row, Status.APPROVED)
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        host, port = nobody.getsockname()
        await sent(settings.model_copy(update={"shop_callback_url": f"http://{host}:{port}/deeds"}))
    waits = await ShopCall.get()
    assert (waits.attempts, waits.done_at, waits.error) == (1, None, "ClientConnectorError")


async def test_the_shop_may_ask_for_more_time(database: Settings, shop: CalledShop) -> None:
    settings, row = calling_to(database, shop), await an_approved_return()
    await queued(settings, row, Status.APPROVED)
    shop.answers = [503]
    await sent(settings)
    waits = await ShopCall.get()
    assert waits.retry_at is not None
    assert waits.retry_at > real_now() + timedelta(seconds=80), "Retry-After says 90"


async def test_what_follows_waits_for_what_went_before_and_others_do_not(database: Settings, shop: CalledShop) -> None:
    settings, row = calling_to(database, shop), await an_approved_return()
    other = await Return.get(id=await a_return(await an_order(), status="approved"))
    await queued(settings, row, Status.APPROVED, Status.INSPECTED, Status.CLOSED)
    await queued(settings, other, Status.APPROVED)
    shop.answers = [500]
    await sent(settings)
    assert shop.topics == ["return.approved"]

    await let_all_be_due()
    await sent(settings)
    mine = [heard["topic"] for heard in shop.heard if heard["return"]["number"] == row.number]
    assert mine == ["return.approved", "return.checked", "return.closed"]


async def test_what_is_refused_for_good_is_given_to_the_staff_and_holds_up_nothing(
    database: Settings, shop: CalledShop
) -> None:
    settings, row = calling_to(database, shop), await an_approved_return()
    case = await open_case(NewCase(cause="return", once=f"return:{row.id}:return"), settings=settings, now=NOON)
    await queued(settings, row, Status.APPROVED, Status.INSPECTED)
    shop.answers = [422]
    await sent(settings)

    assert shop.topics == ["return.checked"]
    told = await CaseMessage.get(case_id=case)
    assert "return.approved" in told.text
    assert "HTTP 422" in told.text
    rings = await Push.get(chat_id=TEAM, once__startswith="call:")
    assert row.number in rings.params["text"]
    assert (await call_figures())["bote_shop_calls_given_up"][1] == 1

    assert await reopen_calls() == 1
    await sent(settings)
    assert shop.topics == ["return.checked", "return.approved"]


async def test_after_three_days_of_trouble_the_staff_do_it_even_where_the_case_is_closed(
    database: Settings, shop: CalledShop
) -> None:
    settings, row = calling_to(database, shop), await an_approved_return()
    await queued(settings, row, Status.APPROVED)
    await ShopCall.all().update(attempts=MOST_ATTEMPTS - 1)
    shop.answers = [500]
    await sent(settings)

    call = await ShopCall.get()
    assert (call.retry_at, call.error) == (None, "HTTP 500")
    assert "return.approved" in (await CaseMessage.get(case__once=f"call:{call.id}")).text


async def test_whoever_dies_of_it_again_and_again_ends_it(database: Settings, shop: CalledShop) -> None:
    settings, row = calling_to(database, shop), await an_approved_return()
    await queued(settings, row, Status.APPROVED)
    await ShopCall.all().update(attempts=MOST_ATTEMPTS)
    await sent(settings)

    assert (shop.keys, (await ShopCall.get()).retry_at) == ([], None)


async def test_without_an_address_nothing_is_queued_and_the_case_says_what_to_do(database: Settings) -> None:
    row = await an_approved_return()
    case = await open_case(NewCase(cause="return", once=f"return:{row.id}:return"), settings=database, now=NOON)
    await queued(database, row, Status.APPROVED, Status.INSPECTED, Status.INSPECTED, Status.CLOSED)
    await sent(database)

    assert await ShopCall.all().count() == 0
    [told] = await CaseMessage.filter(case_id=case)
    assert row.number in told.text
    assert "stock" in told.text


@pytest.mark.parametrize(
    ("url", "is_fit"),
    [
        ("https://shop.example/bote?x=1", True),
        ("http://127.0.0.1:9000/x", True),
        ("http://[::1]:9000/x", True),
        ("http://localhost/x", True),
        ("http://shop.example/x", False),
        ("http://localhost.shop.example/x", False),
        ("https://me:hunter2@shop.example/x", False),
        ("https:///x", False),
        ("ftp://127.0.0.1/x", False),
        ("https://shop.example:port/x", False),
    ],
)
def test_only_an_address_that_nobody_listens_on_is_taken(url: str, is_fit: bool) -> None:
    if is_fit:
        assert load_settings(_env_file=None, shop_callback_url=url).shop_callback_url == url
        return
    with pytest.raises(OperatorError, match="BOTE_SHOP_CALLBACK_URL") as error:
        load_settings(_env_file=None, shop_callback_url=url)
    assert "hunter2" not in str(error.value)


async def test_every_step_that_asks_something_of_the_shop_is_told_with_it(database: Settings, shop: CalledShop) -> None:
    settings = calling_to(database, shop)
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=settings)
    again = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=settings)
    await cancel(again.id, customer_ids=[order.customer_id or 0], settings=settings, now=SOON)
    await receive(made.id, settings=settings, now=SOON, staff_id=790)
    await check(made.id, Finding(), policy=DEFAULT, settings=settings, now=SOON, staff_id=790)
    await settle(made.id, "refund", settings=settings, now=SOON, staff_id=790)
    await close(made.id, staff_id=790, settings=settings, now=SOON)
    await sent(settings)

    mine = [heard for heard in shop.heard if heard["return"]["number"] == made.number]
    assert [heard["topic"].partition(".")[2] for heard in mine] == ["approved", "checked", "refund", "closed"]
    assert mine[2]["payment"] == {"amount": "10.00", "currency": "EUR"}
    assert mine[1]["return"]["items"][0]["accepted"] == 1
    assert [heard["topic"] for heard in shop.heard if heard not in mine] == ["return.approved", "return.cancelled"]
    assert await CaseMessage.filter(text__contains="🛠").count() == 0


async def test_two_that_send_at_once_send_nothing_twice(database: Settings, shop: CalledShop) -> None:
    settings = calling_to(database, shop)
    for number in range(30):
        row = await Return.get(id=await a_return(await an_order(str(2000 + number)), status="approved"))
        await queued(settings, row, Status.APPROVED, Status.INSPECTED)
    await asyncio.gather(sent(settings), sent(settings), sent(settings))
    await sent(settings)

    assert len(shop.keys) == len(set(shop.keys)) == 60


async def test_a_lease_that_ran_out_meanwhile_leaves_the_call_to_whoever_has_it_now(
    database: Settings, shop: CalledShop
) -> None:
    settings, row = calling_to(database, shop), await an_approved_return()
    await queued(settings, row, Status.APPROVED)

    async def another_takes_it(_: web.Request) -> int:
        await ShopCall.all().update(leased_until=real_now() + timedelta(hours=1))
        return 500

    shop.answers = [another_takes_it]
    await sent(settings)
    call = await ShopCall.get()
    assert (call.error, call.done_at) == (None, None)
    assert call.leased_until is not None


async def test_what_was_taken_long_ago_is_forgotten(database: Settings, shop: CalledShop) -> None:
    settings, row = calling_to(database, shop), await an_approved_return()
    await queued(settings, row, Status.APPROVED, Status.INSPECTED)
    await call_due(settings, now=NOON)
    await forget_calls(NOON + timedelta(days=31))

    assert await topics() == ["return.checked"]
    assert await Case.all().count() == 0


async def test_nothing_of_it_is_in_the_log(
    database: Settings, shop: CalledShop, capsys: pytest.CaptureFixture[str]
) -> None:
    settings, row = calling_to(database, shop), await an_approved_return()
    await instruct_change(row.order_id, "address", "Bitte zur Nachbarin", once="change:1", settings=settings, now=NOON)
    shop.answers = [500]
    await sent(settings)
    await let_all_be_due()
    await sent(settings)

    log = capsys.readouterr().out
    assert "shop call failed" in log
    assert "shop call taken" in log
    assert not [leak for leak in ("Nachbarin", SECRET, shop.url, "127.0.0.1") if leak in log]


async def test_an_erasure_takes_the_words_and_what_waits_with_them(database: Settings, shop: CalledShop) -> None:
    settings, row = calling_to(database, shop), await an_approved_return()
    await queued(settings, row, Status.APPROVED)
    words = "Bitte an den Geheimweg 7"
    await instruct_change(row.order_id, "address", words, once="change:1", settings=settings, now=NOON)
    await erase(await subject_of([row.customer_id]), settings=settings, now=NOON)
    await sent(settings)

    assert shop.topics == ["return.approved"]
    assert not [call for call in await ShopCall.all() if call.words or call.done_at is None]
