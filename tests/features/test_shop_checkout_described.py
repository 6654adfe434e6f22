"""The checkout's endpoint does what its OpenAPI file says, whatever is sent: tried with schemathesis."""

import asyncio
import json
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from bot.clock import Clock
from bot.config import Settings
from tests.support.checkout import TOKEN, a_coupon, open_checkout

DOCUMENT = json.loads((Path(__file__).parents[2] / "bot" / "web" / "shop_api.json").read_text("utf-8"))
ENDPOINT = schemathesis.openapi.from_dict(DOCUMENT)["/shop/coupons/redeem"]["POST"]
CALLS = 40


@pytest.mark.sqlite
@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode), ids=lambda mode: mode.value)
async def test_every_answer_is_one_of_those_described(
    database: Settings, clock: Clock, mode: schemathesis.GenerationMode
) -> None:
    code = await a_coupon(clock.now())

    async with open_checkout(database, clock) as checkout:
        await asyncio.to_thread(call_it, checkout.base, code, mode)


def call_it(base: str, code: str, mode: schemathesis.GenerationMode) -> None:
    """In a thread, since the calls wait for their answers; every other one names a coupon that there is."""
    keys = count()

    @trying(
        max_examples=CALLS,
        deadline=None,
        database=None,
        derandomize=True,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=ENDPOINT.as_strategy(generation_mode=mode), known=st.booleans())
    def calls(case: Any, known: bool) -> None:
        if known and mode is schemathesis.GenerationMode.POSITIVE and isinstance(case.body, dict):
            case.body["code"] = code
        headers = {"Authorization": f"Bearer {TOKEN}"}
        if mode is schemathesis.GenerationMode.POSITIVE:  # whoever changes something names a key, a new one each time
            headers["Idempotency-Key"] = f"described-{next(keys)}"
        case.call_and_validate(base_url=base, headers=headers)

    calls()
