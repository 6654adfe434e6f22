"""Whoever taps at the same time about one return: each is done or told that it moved on, and nobody is lost."""

import asyncio
from collections.abc import Coroutine
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.errors import CustomerError
from bot.returns.machine import Actor
from bot.returns.models import ReturnPayment
from bot.returns.moving import cancel
from bot.returns.paths import Way
from bot.returns.receiving import receive
from bot.returns.requests import Piece
from bot.returns.settling import record_platform_payment, settle
from tests.support.returns import SOON, a_delivered_order, asked

ROUNDS = 4
Deed = Coroutine[Any, Any, Any]


@pytest.mark.parametrize("pair", ["settle+cancel", "settle+receive", "settle+platform", "receive+platform"])
async def test_of_two_deeds_at_once_none_is_lost(database: Settings, pair: str) -> None:
    for _ in range(ROUNDS):
        order, line = await a_delivered_order()
        made = await asked(order, Piece(line.id, 3), way=Way.WITHDRAWAL, settings=database)
        owner = [order.customer_id or 0]
        deeds: dict[str, Deed] = {
            "settle": settle(made.id, "refund", settings=database, now=SOON, staff_id=790),
            "receive": receive(made.id, settings=database, now=SOON, by=Actor.STAFF, staff_id=790),
            "cancel": cancel(made.id, customer_ids=owner, settings=database, now=SOON),
            "platform": record_platform_payment(
                made.id, Decimal(3), once=f"shopify:refund:{made.id}", settings=database, now=SOON
            ),
        }
        names = pair.split("+")
        for name in deeds.keys() - set(names):
            deeds[name].close()
        results = await asyncio.gather(*(deeds[name] for name in names), return_exceptions=True)

        faults = [result for result in results if isinstance(result, BaseException)]
        assert not [fault for fault in faults if not isinstance(fault, CustomerError)]
        assert len(faults) < len(names)
        paid = await ReturnPayment.filter(request_id=made.id)
        assert sum(payment.amount for payment in paid) <= 33
