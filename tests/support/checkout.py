"""A shop's checkout that asks the bot about coupons, and coupons to ask about."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

import aiohttp
from pydantic import SecretStr

from bot.clock import Clock
from bot.config import Settings
from bot.loyalty.coupons import issue, new_code
from bot.loyalty.worth import Terms
from bot.web import serving
from tests.support.builders import a_customer

TOKEN = "t0ken-of-the-checkout"
FIVE_OFF = Terms("EUR", amount=Decimal("5.00"), minimum=Decimal("30.00"))
BASKET = {"currency": "EUR", "items": [{"sku": "TEA-1", "quantity": 1, "unit_price": "45.00"}]}
LONG = timedelta(days=90)
_running = count(1)


async def a_coupon(
    now: datetime, terms: Terms = FIVE_OFF, *, customer_id: int | None = None, lasts: timedelta = LONG
) -> str:
    """A coupon of somebody, by its code."""
    owner, code = customer_id or (await a_customer()).id, new_code()
    source = f"test:{next(_running)}"
    assert await issue(owner, code, terms, source=source, reason="goodwill", expires_at=now + lasts, now=now)
    return code


@dataclass(slots=True)
class Checkout:
    base: str
    session: aiohttp.ClientSession

    async def sends(
        self, body: Any, *, key: str | None = None, token: str = TOKEN, **options: Any
    ) -> tuple[int, dict[str, Any]]:
        headers = {"Authorization": f"Bearer {token}"} | ({"Idempotency-Key": key} if key else {})
        url = f"{self.base}/shop/coupons/redeem"
        given = options or {"json": body}
        async with self.session.post(url, headers=headers | given.pop("headers", {}), **given) as answer:
            return answer.status, await answer.json()

    async def checks(self, code: str, **fields: Any) -> tuple[int, dict[str, Any]]:
        return await self.sends({"action": "check", "code": code, "visitor": "visitor-1", "basket": BASKET} | fields)

    async def redeems(
        self, code: str, order: str = "A-1", *, key: str | None = None, **fields: Any
    ) -> tuple[int, dict[str, Any]]:
        body = {"action": "redeem", "code": code, "visitor": "visitor-1", "basket": BASKET, "order": order}
        return await self.sends(body | fields, key=key or f"key-{next(_running)}")

    async def releases(self, code: str, order: str = "A-1", *, key: str | None = None) -> tuple[int, dict[str, Any]]:
        body = {"action": "release", "code": code, "order": order}
        return await self.sends(body, key=key or f"key-{next(_running)}")


@asynccontextmanager
async def open_checkout(settings: Settings, clock: Clock) -> AsyncIterator[Checkout]:
    listening = settings.model_copy(update={"web_port": 0, "shop_api_token": SecretStr(TOKEN)})
    async with serving(listening, clock=clock) as base, aiohttp.ClientSession() as session:
        yield Checkout(base, session)
