"""Two `main.py run --role jobs` on one PostgreSQL tell the shop's own system every deed once, and one alone goes on."""

import asyncio
from collections import Counter
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.clock import real_now
from bot.config import Settings
from bot.db import open_database
from bot.returns.calls import instruct_step
from bot.returns.machine import Actor, Status
from bot.returns.models import ShopCall
from tests.support.builders import PLACED, a_return, an_order
from tests.support.called_shop import SECRET, CalledShop, open_called_shop
from tests.support.running import running

pytestmark = pytest.mark.postgres

RETURNS = 40
PATIENCE_S = 120
JOBS = ("--role", "jobs")
TOLD = "shop call taken"


async def all_told() -> None:
    async with asyncio.timeout(PATIENCE_S):
        while await ShopCall.filter(done_at=None).exists():  # noqa: ASYNC110  # other processes do it
            await asyncio.sleep(0.1)


async def deeds(settings: Settings, count: int) -> None:
    for _ in range(count):
        return_id = await a_return(await an_order(), status="approved")
        for step in (Status.APPROVED, Status.INSPECTED):
            await instruct_step(return_id, step, by=Actor.STAFF, settings=settings, now=PLACED)


async def more_and_more(settings: Settings) -> None:
    while True:
        await deeds(settings, 1)
        await asyncio.sleep(0.1)


def in_order(shop: CalledShop) -> bool:
    """Whether each return was told in its order."""
    seen: dict[str, list[str]] = {}
    for key in shop.keys:
        number, _, topic = key.partition(":")
        seen.setdefault(number, []).append(topic)
    return all(topics == ["return.approved", "return.checked"] for topics in seen.values())


async def test_two_processes_send_nothing_twice_and_whoever_dies_leaves_its_calls_to_the_other(
    settings: Settings, tables: None, environment: dict[str, str], tmp_path: Path
) -> None:
    async with AsyncExitStack() as stack:
        shop = await stack.enter_async_context(open_called_shop())
        environment |= {"BOTE_SHOP_CALLBACK_URL": shop.url, "BOTE_SHOP_CALLBACK_SECRET": SECRET}
        settings = settings.model_copy(
            update={"shop_callback_url": shop.url, "shop_callback_secret": SecretStr(SECRET)}
        )
        await stack.enter_async_context(open_database(settings))
        feeding = asyncio.create_task(more_and_more(settings))
        one, _ = [await stack.enter_async_context(running(environment, tmp_path, *JOBS, says=TOLD)) for _ in range(2)]
        feeding.cancel()
        await deeds(settings, RETURNS)
        await all_told()

        await one.kill()
        await deeds(settings, RETURNS)
        await ShopCall.filter(done_at=None).update(retry_at=real_now())  # leases of the dead are over
        await all_told()
        keys = set(await ShopCall.all().values_list("key", flat=True))
    assert Counter(shop.keys) == Counter(keys)
    assert len(keys) > 4 * RETURNS
    assert in_order(shop)
