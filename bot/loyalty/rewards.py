"""What points are exchanged for: the shop's file, in versions, and the exchange itself, once a tap."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Literal

import structlog

from bot.db import document, unit_of_work
from bot.errors import CustomerError, OperatorError
from bot.loyalty.coupon_models import LoyaltyRewards
from bot.loyalty.coupons import issue, new_code
from bot.loyalty.expiring import hold_account
from bot.loyalty.ledger import NotEnoughPointsError, balance_of, spend
from bot.loyalty.reward_file import Reward, read_rewards
from bot.shop.rows import fetch

NEWEST = "SELECT version, document FROM loyalty_rewards ORDER BY version DESC LIMIT 1"
BOUGHT = "SELECT count(*) AS bought FROM loyalty_coupon WHERE customer_id IN ? AND reason = 'reward'"
BY_SOURCE = "SELECT code FROM loyalty_coupon WHERE source = ?"

log = structlog.get_logger(__name__)


class RewardGoneError(CustomerError):
    """The shop does not offer this reward any more, or not for these points."""

    key = "rewards-gone"


@dataclass(frozen=True, slots=True)
class Offered:
    """What became of a file of rewards."""

    version: int
    outcome: Literal["new", "updated", "unchanged"]


async def current_rewards() -> tuple[Reward, ...]:
    """Those of the newest file, the cheapest first; a shop that has imported none offers none."""
    newest = next(iter(await fetch(NEWEST)), None)
    return _stored(newest["version"], newest["document"]) if newest else ()


async def find_reward(key: str) -> Reward | None:
    """The reward that is offered under this key."""
    return next((reward for reward in await current_rewards() if reward.key == key), None)


async def offer(content: Mapping[str, Any], *, name: str, now: datetime, dry_run: bool = False) -> Offered:
    """Offer these rewards from now on; OperatorError tells what is wrong with them."""
    read_rewards(content, file=name)
    newest = await LoyaltyRewards.all().order_by("-version").first()
    if newest and _same(newest.document, content):
        return Offered(newest.version, "unchanged")
    version = newest.version + 1 if newest else 1
    if not dry_run:
        await _keep(content, version, now)
    return Offered(version, "updated" if newest else "new")


async def count_bought(customer_ids: Sequence[int]) -> int:
    """How often this person has exchanged points; whoever exchanges names it, so that of two taps at once one does."""
    [row] = await fetch(BOUGHT, list(customer_ids))
    return int(row["bought"])


@unit_of_work
async def exchange(customer_ids: Sequence[int], key: str, *, points: int, serial: int, now: datetime) -> str:
    """Take the points and issue the coupon; its code comes back, for a second tap the same one.

    `points` is the price that was shown. RewardGoneError when it is another now, NotEnoughPointsError when there are
    too few; then nothing has happened.
    """
    reward = await find_reward(key)
    if reward is None or reward.points != points or not customer_ids:
        raise RewardGoneError
    owner = min(customer_ids)
    source = f"reward:{owner}:{serial}"
    code, terms = new_code(), reward.terms
    given: Any = {"expires_at": now + reward.lasts, "values": {"reward": key}, "now": now}
    # Before anything is paid: a second tap waits here for the first one's end, and pays nothing.
    if await issue(owner, code, terms, source=source, reason="reward", **given):
        await _pay(customer_ids, points, source, code, now)
        return code
    [first] = await fetch(BY_SOURCE, source)
    return str(first["code"])


async def _pay(customer_ids: Sequence[int], points: int, source: str, code: str, now: datetime) -> None:
    """A person who is several customers has one balance: each pays what it has, always in the same order.

    What each has is read while nobody else can take of it: otherwise one pays a part, and the coupon is given all the
    same.
    """
    for customer_id in sorted(customer_ids):
        await hold_account(customer_id, now=now)
    available = (await balance_of(customer_ids, now=now)).available
    if available < points:
        raise NotEnoughPointsError(available=max(0, available))
    for customer_id in sorted(customer_ids):
        share = min(points, (await balance_of([customer_id], now=now)).available)
        if share > 0:
            once, told = f"{source}:{customer_id}", {"code": code}
            await spend(customer_id, share, kind="spend", source=once, reason="reward", now=now, values=told)
            points -= share


@unit_of_work
async def _keep(content: Mapping[str, Any], version: int, now: datetime) -> None:
    await LoyaltyRewards.create(version=version, document=dict(content), imported_at=now)


def _same(stored: Any, content: Mapping[str, Any]) -> bool:
    return json.dumps(stored, sort_keys=True) == json.dumps(content, sort_keys=True)


@cache
def _stored(version: int, text: str) -> tuple[Reward, ...]:
    """None when this version of Bote no longer understands the file."""
    try:
        return read_rewards(document(text), file=f"version {version}")
    except OperatorError as error:
        log.error("rewards not understood", version=version, faults=str(error))
        return ()
