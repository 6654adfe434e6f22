"""RUNNING.md tells the calls to the shop's own system as they are: shapes, keys, the signature recipe, the retries."""

import hashlib
import hmac
import json
import re
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.returns.calling import FIRST_RETRY, LONGEST_RETRY, MOST_ATTEMPTS, NOT_FOR_EVER, PATIENCE_S, sign
from bot.returns.calls import Topic, instruct_change
from bot.returns.models import ShopCall
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import settle
from tests.support.builders import a_product
from tests.support.returns import SOON, a_delivered_order, asked

PAGE = (Path(__file__).parents[2] / "RUNNING.md").read_text()
PART = PAGE[PAGE.index("## Calls to the shop's own system") : PAGE.index("## PostgreSQL, Redis")]
EXAMPLES = {each["topic"]: each for each in map(json.loads, re.findall(r"```json\n(.*?)```", PART, re.DOTALL))}
MIA = 501


def shape(value: Any) -> Any:
    """Names all the way down; of a list that of its first entry."""
    match value:
        case dict():
            return {name: shape(each) for name, each in value.items()}
        case list():
            return [shape(each) for each in value[:1]]
    return None


async def test_a_call_has_the_shape_of_its_example(database: Settings) -> None:
    secret = SecretStr("s" * 32)
    shop = database.model_copy(update={"shop_callback_url": "https://x.example", "shop_callback_secret": secret})
    by_mia: dict[str, Any] = {"settings": shop, "now": SOON, "staff_id": MIA}
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=shop)
    await receive(made.id, **by_mia)
    await check(made.id, Finding(), policy=DEFAULT, **by_mia)
    await settle(made.id, "refund", **by_mia)
    await a_product("KRUG", name={"en": "Jug"}, price=Decimal("18.00"))
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1, "style", "KRUG"),), way=Way.GOODWILL, outcome="exchange")
    paying: dict[str, Any] = {
        "policy": Policy(pays_difference=True, exchange_within=100),
        "settings": shop,
        "now": SOON,
    }
    swap = await ask(wish, customer_ids=[order.customer_id or 0], chat_id=7, locale="en", **paying)
    await receive(swap.id, **by_mia)
    await check(swap.id, Finding(), policy=DEFAULT, **by_mia)
    await instruct_change(order.id, "address", "Bitte ins Büro", once="change:1", settings=shop, now=SOON)

    calls = {call.topic: call for call in await ShopCall.all().order_by("-id")}
    assert set(EXAMPLES) <= set(calls)
    for topic, example in EXAMPLES.items():
        told = calls[topic].body | ({"words": calls[topic].words} if calls[topic].words else {})
        assert shape(told) == shape(example), topic
    assert calls["return.approved"].key == f"{made.number}:return.approved"
    assert re.fullmatch(rf"{made.number}:return\.refund:\d+", calls["return.refund"].key)


def test_every_topic_is_told_and_no_other() -> None:
    [table] = re.findall(r"\| `topic` \| `key` \|.*?\n\n", PART, re.DOTALL)
    assert set(re.findall(r"`((?:return|order|exchange)\.\w+)`", table)) == {topic.value for topic in Topic}


@pytest.mark.parametrize(
    ("changed", "is_genuine"),
    [({}, True), ({"raw": b"{}"}, False), ({"now": 1_000.0}, False), ({"secret": "x"}, False)],
)
def test_the_recipe_tells_a_genuine_call_from_others(changed: dict[str, Any], is_genuine: bool) -> None:
    [recipe] = re.findall(r"```python\n(.*?)```", PART, re.DOTALL)
    known: dict[str, Any] = {"hmac": hmac, "hashlib": hashlib}
    exec(recipe, known)  # noqa: S102  # our own page
    raw, at = '{"topic": "ü"}'.encode(), 1_795_176_000
    given = {"secret": "s3cret-ß", "raw": raw, "signature": sign("s3cret-ß", raw, at), "now": at + 10.0} | changed
    assert known["is_genuine"](**given) is is_genuine


def test_the_retries_are_those_of_the_table() -> None:
    delays = [min(FIRST_RETRY * 2**each, LONGEST_RETRY) for each in range(MOST_ATTEMPTS - 1)]
    assert timedelta(days=2.4) < sum(delays, timedelta()) < timedelta(days=3.2)
    told = (FIRST_RETRY.total_seconds(), LONGEST_RETRY / timedelta(hours=1), MOST_ATTEMPTS, PATIENCE_S)
    assert told == (30, 6, 20, 15)
    assert all(str(status) in PART for status in NOT_FOR_EVER)
