"""The shop's return policy: a TOML file checked as a whole, kept in versions, the newest of which holds everywhere."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal

import structlog
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.db import document, unit_of_work
from bot.errors import OperatorError
from bot.returns.models import ReturnPolicy
from bot.returns.policy import DEFAULT, Policy
from bot.returns.windows import STATUTORY, Periods
from bot.shop.rows import fetch, iso

KIND = "return_policy"
MOST_FAULTS = 5
NEWEST = "SELECT version, document FROM return_policy ORDER BY version DESC LIMIT 1"
IMPORTED = "SELECT imported_at FROM return_policy ORDER BY version DESC LIMIT 1"
STATUTORY_DAYS, STATUTORY_MONTHS = STATUTORY.withdrawal_days, STATUTORY.warranty_months

log = structlog.get_logger(__name__)


def _at_least_fourteen_days(days: int) -> int:
    if days < STATUTORY_DAYS:
        raise ValueError(f"the law gives {STATUTORY_DAYS} days (§ 355 BGB); a shop may give more, not less")
    return days


def _at_least_two_years(months: int) -> int:
    if months < STATUTORY_MONTHS:
        raise ValueError(f"the law gives {STATUTORY_MONTHS} months (§ 438 BGB); a shop may give more, not less")
    return months


def _money(text: str) -> str:
    if not text.replace(".", "", 1).isdecimal() or len(text.partition(".")[2]) > 3 or len(text) > 13:
        raise ValueError('is no amount of money; write it as "4.90"')
    return text


Days = Annotated[int, Field(ge=0, le=3650)]
Amount = Annotated[str, AfterValidator(_money)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2}$")]
AddressLine = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Withdrawal(_Table):
    days: Annotated[int, Field(le=365), AfterValidator(_at_least_fourteen_days)] = STATUTORY_DAYS


class _Warranty(_Table):
    months: Annotated[int, Field(le=120), AfterValidator(_at_least_two_years)] = STATUTORY_MONTHS


class _Goodwill(_Table):
    days: Days = DEFAULT.goodwill_days
    categories: dict[str, Days] = {}
    countries: dict[Country, Days] = {}
    products: dict[str, Days] = {}


class _Cost(_Table):
    customer_pays: bool = DEFAULT.customer_pays
    fee: Amount = "0"


class _Approval(_Table):
    up_to: Amount = str(DEFAULT.approves_up_to)
    most_in_90_days: Annotated[int, Field(ge=0)] = DEFAULT.approves_in_90_days


class _Label(_Table):
    days: Annotated[int, Field(ge=1, le=365)] = DEFAULT.label_days
    by_shop: bool = DEFAULT.label_by_shop


class _Address(_Table):
    lines: Annotated[list[AddressLine], Field(max_length=6)] = []


class _Instruction(_Table):
    given: bool = DEFAULT.instruction_given


class _File(_Table):
    withdrawal: _Withdrawal = _Withdrawal()
    warranty: _Warranty = _Warranty()
    goodwill: _Goodwill = _Goodwill()
    cost: _Cost = _Cost()
    approval: _Approval = _Approval()
    label: _Label = _Label()
    address: _Address = _Address()
    instruction: _Instruction = _Instruction()


@dataclass(frozen=True, slots=True)
class Adopted:
    """What became of a file with a return policy."""

    version: int
    outcome: Literal["new", "updated", "unchanged"]


async def current_policy() -> Policy:
    """The rules that hold now: those imported last, else the defaults. One query, the same for every process."""
    newest = next(iter(await fetch(NEWEST)), None)
    return DEFAULT if newest is None else policy_of(newest["version"], newest["document"])


def policy_of(version: int | None, stored: str) -> Policy:
    """The rules of a row of return_policy; the defaults where there is none."""
    return DEFAULT if version is None else _stored(version, stored)


async def describe_policy() -> dict[str, Any]:
    """The rules that hold, as JSON has them: money as text, days as numbers; `version` 0 are the defaults."""
    newest = next(iter(await fetch(IMPORTED)), None)
    policy = await current_policy()
    return {
        "version": policy.version,
        "imported_at": iso(newest["imported_at"]) if newest and policy.version else None,
        "withdrawal_days": policy.periods.withdrawal_days,
        "warranty_months": policy.periods.warranty_months,
        "goodwill_days": policy.goodwill_days,
        "goodwill_by_category": dict(policy.by_category),
        "goodwill_by_country": dict(policy.by_country),
        "goodwill_by_product": dict(policy.by_product),
        "customer_pays": policy.customer_pays,
        "fee": str(policy.fee),
        "approves_up_to": str(policy.approves_up_to),
        "approves_in_90_days": policy.approves_in_90_days,
        "label_days": policy.label_days,
        "label_by_shop": policy.label_by_shop,
        "address": list(policy.address),
        "instruction_given": policy.instruction_given,
    }


def is_policy(content: Mapping[str, Any]) -> bool:
    """Whether a TOML file means to be a return policy."""
    return content.get("kind") == KIND


def read_policy(content: Mapping[str, Any], *, file: str) -> Policy:
    """The rules of a file; OperatorError names the file, each key and what is wrong with it."""
    tables = {key: value for key, value in content.items() if key != "kind"}
    try:
        told = _File.model_validate(tables)
    except ValidationError as error:
        faults = [_fault(".".join(map(str, each["loc"])), each["type"], each["msg"]) for each in error.errors()]
        raise OperatorError("; ".join(f"{file}: {fault}" for fault in faults[:MOST_FAULTS])) from None
    if not told.label.by_shop and not told.address.lines:
        raise OperatorError(f"{file}: address.lines: is missing; without labels of yours customers need to know where")
    return Policy(
        periods=Periods(told.withdrawal.days, told.warranty.months),
        goodwill_days=told.goodwill.days,
        by_category=told.goodwill.categories,
        by_country={country.upper(): days for country, days in told.goodwill.countries.items()},
        by_product=told.goodwill.products,
        customer_pays=told.cost.customer_pays,
        fee=Decimal(told.cost.fee),
        approves_up_to=Decimal(told.approval.up_to),
        approves_in_90_days=told.approval.most_in_90_days,
        label_days=told.label.days,
        label_by_shop=told.label.by_shop,
        address=tuple(told.address.lines),
        instruction_given=told.instruction.given,
    )


async def adopt(content: Mapping[str, Any], *, name: str, now: datetime, dry_run: bool = False) -> Adopted:
    """Let these rules hold from now on; OperatorError tells what is wrong with them."""
    read_policy(content, file=name)
    newest = await ReturnPolicy.all().order_by("-version").first()
    if newest and _same(newest.document, content):
        return Adopted(newest.version, "unchanged")
    version = (newest.version if newest else DEFAULT.version) + 1
    if not dry_run:
        await _keep(content, version, now)
    return Adopted(version, "updated" if newest else "new")


@unit_of_work
async def _keep(content: Mapping[str, Any], version: int, now: datetime) -> None:
    await ReturnPolicy.create(version=version, document=dict(content), imported_at=now)


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


def _fault(key: str, kind: str, said: str) -> str:
    if kind == "extra_forbidden":
        return f"{key}: is no key of a return policy; take it out (README lists all there are)"
    return f"{key}: {said.removeprefix('Value error, ')}; mend it"
