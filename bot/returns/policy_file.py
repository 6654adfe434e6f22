"""The file of a return policy: which keys there are, what each may say, and what is wrong with it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.errors import OperatorError
from bot.returns.policy import DEFAULT, Policy
from bot.returns.windows import STATUTORY, Periods

KIND = "return_policy"
MOST_FAULTS = 5
STATUTORY_DAYS, STATUTORY_MONTHS = STATUTORY.withdrawal_days, STATUTORY.warranty_months


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


def _day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise ValueError('is no day; write it as "2026-01-31"') from None
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
    after_exchange: bool = DEFAULT.goodwill_after_exchange


class _Exchange(_Table):
    pays_difference: bool = DEFAULT.pays_difference
    within: Annotated[int, Field(ge=0, le=100)] = DEFAULT.exchange_within


class _Cost(_Table):
    customer_pays: bool = DEFAULT.customer_pays
    fee: Amount = "0"
    countries: dict[Country, Amount] = {}


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
    valid_from: Annotated[str, AfterValidator(_day)] | None = None
    withdrawal: _Withdrawal = _Withdrawal()
    warranty: _Warranty = _Warranty()
    goodwill: _Goodwill = _Goodwill()
    exchange: _Exchange = _Exchange()
    cost: _Cost = _Cost()
    approval: _Approval = _Approval()
    label: _Label = _Label()
    address: _Address = _Address()
    instruction: _Instruction = _Instruction()


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
        goodwill_after_exchange=told.goodwill.after_exchange,
        pays_difference=told.exchange.pays_difference,
        exchange_within=told.exchange.within,
        by_category=told.goodwill.categories,
        by_country={country.upper(): days for country, days in told.goodwill.countries.items()},
        by_product=told.goodwill.products,
        customer_pays=told.cost.customer_pays,
        fee=Decimal(told.cost.fee),
        fee_by_country={country.upper(): Decimal(fee) for country, fee in told.cost.countries.items()},
        approves_up_to=Decimal(told.approval.up_to),
        approves_in_90_days=told.approval.most_in_90_days,
        label_days=told.label.days,
        label_by_shop=told.label.by_shop,
        address=tuple(told.address.lines),
        instruction_given=told.instruction.given,
    )


def _fault(key: str, kind: str, said: str) -> str:
    if kind == "extra_forbidden":
        return f"{key}: is no key of a return policy; take it out (MANUAL.md lists all there are)"
    return f"{key}: {said.removeprefix('Value error, ')}; mend it"
