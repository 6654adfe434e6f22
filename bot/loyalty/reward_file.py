"""The file of rewards: what points are exchanged for, what each key may say, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.errors import OperatorError
from bot.loyalty.worth import Terms

KIND = "rewards"
MOST_FAULTS = 5


def _money(text: str) -> str:
    whole, _, cents = text.partition(".")
    if not whole.isdecimal() or len(whole) > 9 or (cents and not cents.isdecimal()) or len(cents) > 2:
        raise ValueError('is no amount of money; write it as "5.00"')
    return text


Amount = Annotated[str, AfterValidator(_money)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=128)]
# It goes into the data of a button.
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,31}$")]


@dataclass(frozen=True, slots=True)
class Reward:
    """A coupon with these terms, valid for so long, for so many points."""

    key: str
    points: int
    terms: Terms
    lasts: timedelta


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Reward(_Table):
    points: Annotated[int, Field(ge=1, le=1_000_000)]
    amount: Amount | None = None
    percent: Annotated[int, Field(ge=1, le=100)] | None = None
    minimum: Amount = "0"
    product: Name | None = None
    category: Name | None = None
    days: Annotated[int, Field(ge=1, le=1_096)] = 90


class _File(_Table):
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    rewards: Annotated[dict[Key, _Reward], Field(max_length=12)] = {}


def is_rewards(content: Mapping[str, Any]) -> bool:
    """Whether a TOML file means to be rewards."""
    return content.get("kind") == KIND


def read_rewards(content: Mapping[str, Any], *, file: str) -> tuple[Reward, ...]:
    """The rewards of a file, the cheapest first; OperatorError names the file, each key and what is wrong with it."""
    try:
        told = _File.model_validate({key: value for key, value in content.items() if key != "kind"})
    except ValidationError as error:
        faults = [_fault(".".join(map(str, each["loc"])), each["type"], each["msg"]) for each in error.errors()]
        raise OperatorError("; ".join(f"{file}: {fault}" for fault in faults[:MOST_FAULTS])) from None
    for key, each in told.rewards.items():
        if fault := _contradiction(each):
            raise OperatorError(f"{file}: rewards.{key}: {fault}")
    rewards = (_reward(key, each, told.currency) for key, each in told.rewards.items())
    return tuple(sorted(rewards, key=lambda reward: reward.points))


def _contradiction(told: _Reward) -> str | None:
    if (told.amount is None) is (told.percent is None):
        return 'says either amount = "5.00" or percent = 10'
    if told.amount is not None and Decimal(told.amount) <= 0:
        return "amount: is nothing; say how much it is worth"
    if told.product and told.category:
        return "is either for a product or for a category"
    return None


def _reward(key: str, told: _Reward, currency: str) -> Reward:
    amount = Decimal(told.amount) if told.amount is not None else None
    terms = Terms(currency, amount, told.percent, Decimal(told.minimum), told.product, told.category)
    return Reward(key, told.points, terms, timedelta(days=told.days))


def _fault(key: str, kind: str, said: str) -> str:
    if kind == "extra_forbidden":
        return f"{key}: is no key of a reward; there are points, amount, percent, minimum, product, category and days"
    if kind == "missing":
        return f"{key}: is missing; add it"
    return f"{key}: {said.removeprefix('Value error, ')}; mend it"
