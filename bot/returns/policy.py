"""What the shop grants beyond the law, who bears the way back, and what it approves without looking; pure.

The shop's own rules are a TOML file (`main.py import returns.toml`); without one the defaults below hold.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.errors import OperatorError
from bot.returns.money import NOTHING
from bot.returns.paths import Way

LONGEST_WINDOW = 3650


class _Goodwill(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    days: int = Field(30, ge=0, le=LONGEST_WINDOW)
    categories: dict[str, int] = {}
    countries: dict[str, int] = {}
    products: dict[str, int] = {}


class _Cost(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    customer_pays: bool = False
    fee: str = Field("0", pattern=r"^\d{1,6}(\.\d{1,3})?$")


class _Approval(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    up_to: str = Field("150", pattern=r"^\d{1,9}(\.\d{1,3})?$")
    most_in_90_days: int = Field(3, ge=0)


class _Label(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    days: int = Field(28, ge=1, le=365)
    by_shop: bool = True


class _Instruction(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    given: bool = True


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    goodwill: _Goodwill = _Goodwill()
    cost: _Cost = _Cost()
    approval: _Approval = _Approval()
    label: _Label = _Label()
    instruction: _Instruction = _Instruction()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The shop's rules. The most generous window of product, category and country holds, else `goodwill_days`."""

    goodwill_days: int = 30
    by_category: Mapping[str, int] = field(default_factory=dict)
    by_country: Mapping[str, int] = field(default_factory=dict)
    by_product: Mapping[str, int] = field(default_factory=dict)
    customer_pays: bool = False
    fee: Decimal = NOTHING
    approves_up_to: Decimal = Decimal(150)
    approves_in_90_days: int = 3
    label_days: int = 28
    label_by_shop: bool = True
    instruction_given: bool = True

    def window(self, *, sku: str | None, category: str | None, country: str | None) -> int:
        """The shop's own window in days; a product's word stands above all others."""
        if sku is not None and sku in self.by_product:
            return self.by_product[sku]
        told = (self.by_category.get(category or ""), self.by_country.get((country or "").upper()))
        return max((days for days in told if days is not None), default=self.goodwill_days)

    def fee_of(self, way: Way) -> Decimal:
        """What the customer bears of the way back: never for a defect, else only where the shop has said so."""
        return self.fee if self.customer_pays and way in {Way.WITHDRAWAL, Way.GOODWILL} else NOTHING


DEFAULT = Policy()


def read_policy(document: Mapping[str, Any], *, file: str) -> Policy:
    """The rules of a file; OperatorError names the file, the key and what is wrong with it."""
    try:
        told = _File.model_validate(dict(document))
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        raise OperatorError(f"{file}: {wrong}") from None
    return Policy(
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
        instruction_given=told.instruction.given,
    )


@dataclass(frozen=True, slots=True)
class Review:
    """Whether the staff look at a request first, and why (RET-09)."""

    is_needed: bool
    why: str | None = None


def review_of(
    policy: Policy, *, way: Way, value: Decimal, in_90_days: int, is_doubtful: bool, has_photo: bool, needs_photo: bool
) -> Review:
    """A statutory right to withdraw is never reviewed; whatever else is clear goes through by itself."""
    if way in {Way.WITHDRAWAL, Way.CANCEL}:
        return Review(is_needed=False)
    if way is Way.WARRANTY:
        return Review(True, "defect" if has_photo or not needs_photo else "defect_without_photo")
    if is_doubtful:
        return Review(True, "date_unknown")
    if value > policy.approves_up_to:
        return Review(True, "value")
    if in_90_days >= policy.approves_in_90_days:
        return Review(True, "many_returns")
    return Review(is_needed=False)
