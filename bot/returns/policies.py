"""The shop's return policy: a TOML file checked as a whole, kept in versions, the newest of which holds everywhere."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any, Literal

import structlog

from bot.db import document, unit_of_work
from bot.errors import OperatorError
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.policy_file import read_policy
from bot.returns.policy_models import ReturnPolicy
from bot.shop.rows import Row, fetch, iso, moment

NEWEST = "SELECT version, document, told_from FROM return_policy ORDER BY version DESC LIMIT 1"
IMPORTED = "SELECT imported_at, valid_from FROM return_policy ORDER BY version DESC LIMIT 1"
# The version that held when an order was placed stands beside it as `past`, here and in reading.py and doors.py.
OF_ORDER = """
SELECT o.ship_country, o.placed_at, past.version AS then_version, past.document AS then_document FROM shop_order o
LEFT JOIN return_policy past ON past.version = (
  SELECT max(p.version) FROM return_policy p WHERE coalesce(p.valid_from, p.imported_at) <= o.placed_at)
WHERE o.id = ?"""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Adopted:
    """What became of a file with a return policy."""

    version: int
    outcome: Literal["new", "updated", "unchanged"]


async def current_policy() -> Policy:
    """The rules that hold now: those imported last, else the defaults. One query, the same for every process."""
    newest = next(iter(await fetch(NEWEST)), None)
    return DEFAULT if newest is None else policy_of(newest["version"], newest["document"], newest["told_from"])


def policy_of(version: int | None, stored: str, told_from: Any = None) -> Policy:
    """The rules of a row of return_policy; the defaults where there is none."""
    if version is None:
        return DEFAULT
    return replace(_stored(version, stored), told_from=moment(told_from)) if told_from else _stored(version, stored)


def terms_of(policy: Policy, order: Row) -> Policy:
    """The rules for an order: today's, and where those of the day it was placed were better for the customer, those.

    The defaults held before the first file. `order` tells when it was placed and, as the statement above, what held.
    """
    placed_at, then_version = moment(order["placed_at"]), order["then_version"]
    if policy.told_from and placed_at and placed_at < policy.told_from:
        policy = replace(policy, instruction_given=False)
    if then_version == policy.version or not policy.version:
        return policy
    return policy.beside(policy_of(then_version, order["then_document"] or ""))


async def terms_of_order(order_id: int, policy: Policy) -> Policy:
    """The same for an order by its id."""
    row = next(iter(await fetch(OF_ORDER, order_id)), None)
    return terms_of(policy, row) if row else policy


async def fee_of_order(order_id: int, way: Way) -> Decimal:
    """What its customer bears of the way back."""
    policy, row = await current_policy(), next(iter(await fetch(OF_ORDER, order_id)), None)
    country = row["ship_country"] if row else None
    return (await terms_of_order(order_id, policy)).fee_of(way, country)


async def describe_policy() -> dict[str, Any]:
    """The rules that hold, as JSON has them: money as text, days as numbers; `version` 0 are the defaults."""
    newest = next(iter(await fetch(IMPORTED)), None)
    policy = await current_policy()
    return {
        "version": policy.version,
        "imported_at": iso(newest["imported_at"]) if newest and policy.version else None,
        "valid_from": iso(newest["valid_from"] or newest["imported_at"]) if newest and policy.version else None,
        "withdrawal_days": policy.periods.withdrawal_days,
        "warranty_months": policy.periods.warranty_months,
        "goodwill_days": policy.goodwill_days,
        "goodwill_after_exchange": policy.goodwill_after_exchange,
        "goodwill_by_category": dict(policy.by_category),
        "goodwill_by_country": dict(policy.by_country),
        "goodwill_by_product": dict(policy.by_product),
        "pays_difference": policy.pays_difference,
        "exchange_within": policy.exchange_within,
        "customer_pays": policy.customer_pays,
        "fee": str(policy.fee),
        "fee_by_country": {country: str(fee) for country, fee in policy.fee_by_country.items()},
        "approves_up_to": str(policy.approves_up_to),
        "approves_in_90_days": policy.approves_in_90_days,
        "label_days": policy.label_days,
        "label_by_shop": policy.label_by_shop,
        "address": list(policy.address),
        "instruction_given": policy.instruction_given,
    }


async def adopt(content: Mapping[str, Any], *, name: str, now: datetime, dry_run: bool = False) -> Adopted:
    """Let these rules hold from now on; OperatorError tells what is wrong with them."""
    read_policy(content, file=name)
    newest = await ReturnPolicy.all().order_by("-version").first()
    if newest and _same(newest.document, content):
        return Adopted(newest.version, "unchanged")
    version = (newest.version if newest else DEFAULT.version) + 1
    if not dry_run:
        await _keep(content, version, newest, now=now)
    return Adopted(version, "updated" if newest else "new")


@unit_of_work
async def _keep(content: Mapping[str, Any], version: int, before: ReturnPolicy | None, *, now: datetime) -> None:
    since, told_from = _since(content, before, now), before.told_from if before else None
    if before and not read_policy(before.document, file="the version before").instruction_given:
        told_from = now
    await ReturnPolicy.create(
        version=version, document=dict(content), imported_at=now, valid_from=since, told_from=told_from
    )


def _since(content: Mapping[str, Any], before: ReturnPolicy | None, now: datetime) -> datetime:
    """As the file says, but never from a time when the version before was what customers were told."""
    told = content.get("valid_from")
    since = datetime.combine(date.fromisoformat(told), time(), UTC) if told else now
    return now if since > now or (before and since <= before.imported_at) else since


def _same(stored: Any, content: Mapping[str, Any]) -> bool:
    return json.dumps(stored, sort_keys=True) == json.dumps(content, sort_keys=True)


@cache
def _stored(version: int, text: str) -> Policy:
    """The defaults when this version of Bote no longer understands it: no right waits for a file."""
    try:
        return replace(read_policy(document(text), file=f"version {version}"), version=version)
    except OperatorError as error:
        log.error("return policy not understood", version=version, faults=str(error))
        return DEFAULT
