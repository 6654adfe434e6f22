"""A customer withdraws while the staff decide about the favour for the same goods: the withdrawal is never lost."""

import asyncio
from collections.abc import Callable, Coroutine
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.errors import CustomerError
from bot.returns.acts import acts_of, tasks_of
from bot.returns.billing import left_of_order
from bot.returns.labels import NewLabel, send_label, without_label
from bot.returns.looking import read_sheet
from bot.returns.machine import HOLDS_ITEMS, OVER, Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnStep
from bot.returns.moving import cancel, move
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.requests import NothingLeftError, Piece
from bot.returns.settling import settle
from bot.returns.verdicts import approve, approve_without_return, ask_for_photo, decline
from bot.returns.withdrawing import withdraw
from bot.shop.models import Line, Order
from tests.support.returns import SOON, a_delivered_order, asked

ROUNDS = 2
STRICT = Policy(approves_up_to=Decimal())
WAITING = ("approve", "decline", "keep", "photo", "cancel", "withdraw")
APPROVED = ("label", "itself", "keep", "scan", "receive", "cancel", "withdraw")
HERE = ("check", "withdraw")
Deed = Coroutine[Any, Any, Any]


def declared(order: Order, line: Line, pieces: int, settings: Settings) -> Deed:
    who: dict[str, Any] = {"customer_ids": [order.customer_id or 0], "policy": DEFAULT, "settings": settings}
    return withdraw(order.id, {line.id: pieces}, chat_id=7, locale="de", now=SOON, **who)


def deed_of(name: str, made_id: int, order: Order, line: Line, settings: Settings) -> Deed:
    here: dict[str, Any] = {"settings": settings, "now": SOON}
    mia = here | {"staff_id": 790}
    deeds: dict[str, Callable[[], Deed]] = {
        "approve": lambda: approve(made_id, policy=DEFAULT, **mia),
        "decline": lambda: decline(made_id, "Getragen", **mia),
        "keep": lambda: approve_without_return(made_id, **mia),
        "photo": lambda: ask_for_photo(made_id, **mia),
        "cancel": lambda: cancel(made_id, customer_ids=[order.customer_id or 0], **here),
        "withdraw": lambda: declared(order, line, 3, settings),
        "label": lambda: send_label(made_id, NewLabel(code="X"), by=Actor.STAFF, policy=DEFAULT, **mia),
        "itself": lambda: without_label(made_id, policy=DEFAULT, **mia),
        "scan": lambda: move(made_id, Status.IN_TRANSIT, by=Actor.CARRIER, **here),
        "receive": lambda: receive(made_id, **mia),
        "check": lambda: check(made_id, Finding(), policy=DEFAULT, **mia),
        "settle": lambda: settle(made_id, "refund", **mia),
    }
    return deeds[name]()


async def a_favour(settings: Settings, stands: str) -> tuple[Order, Line, int]:
    order, line = await a_delivered_order(total=Decimal("34.90"), shipping_total=Decimal("4.90"))
    policy = STRICT if stands == "waiting" else DEFAULT
    made = await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=settings, policy=policy)
    if stands in {"here", "checked"}:
        await receive(made.id, settings=settings, now=SOON, staff_id=790)
    if stands == "checked":
        await check(made.id, Finding(), policy=DEFAULT, settings=settings, now=SOON, staff_id=790)
    return order, line, made.id


async def both(first: Deed, second: Deed) -> list[Any]:
    """No fault but a word to whoever came second."""
    results = await asyncio.gather(first, second, return_exceptions=True)
    faults = [each for each in results if isinstance(each, BaseException) and not isinstance(each, CustomerError)]
    assert not faults
    return list(results)


async def held(order: Order) -> int:
    items = await ReturnItem.filter(request__order_id=order.id, request__status__in=[*HOLDS_ITEMS])
    return sum(item.quantity for item in items)


@pytest.mark.parametrize(
    ("stands", "name"),
    [
        *(("waiting", name) for name in WAITING),
        *(("approved", name) for name in APPROVED),
        *(("here", name) for name in HERE),
    ],
)
@pytest.mark.parametrize("pieces", [1, 3])
async def test_whoever_withdraws_while_the_favour_is_decided_has_withdrawn(
    database: Settings, stands: str, name: str, pieces: int
) -> None:
    for turn in range(ROUNDS):
        order, line, favour_id = await a_favour(database, stands)
        deeds = [declared(order, line, pieces, database), deed_of(name, favour_id, order, line, database)]
        results = await both(*(deeds if turn % 2 else reversed(deeds)))

        withdrawn = ReturnItem.filter(request__order_id=order.id, request__way="withdrawal")
        items = await withdrawn.exclude(request__status="cancelled")
        assert sum(item.quantity for item in items) >= pieces, results
        assert await held(order) <= 3
        favour = await read_sheet(favour_id)
        assert favour.status != "cancelled" or favour.overtaken_by or name == "cancel"
        if pieces == 3:
            assert favour.status in {"cancelled", "rejected"}
        for row in await Return.filter(order_id=order.id):
            sheet = await read_sheet(row.id)
            assert sheet.status in OVER or acts_of(sheet) or tasks_of(sheet)  # there is a way on
            steps = await ReturnStep.filter(request_id=row.id, act=None).order_by("id")
            assert steps[-1].status == sheet.status


async def test_whoever_withdraws_while_it_is_paid_has_the_rest_or_all_of_it_once(database: Settings) -> None:
    """Paid first, the favour is settled; withdrawn from first, nothing is paid for the favour."""
    for turn in range(2 * ROUNDS):
        order, line, favour_id = await a_favour(database, "checked")
        deeds = [declared(order, line, 3, database), deed_of("settle", favour_id, order, line, database)]
        results = await both(*(deeds if turn % 2 else reversed(deeds)))
        lost = [each for each in results if isinstance(each, CustomerError)]
        assert len(lost) == 1, results
        is_settled = isinstance(lost[0], NothingLeftError)
        assert (await read_sheet(favour_id)).status == ("refunded" if is_settled else "cancelled")
        assert await left_of_order(order.id) == Decimal("4.90" if is_settled else "34.90")
        assert await held(order) == 3
