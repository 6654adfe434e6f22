"""Tables around coupons: the rewards that points are exchanged for, and what the shop's checkout has asked."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from bot.loyalty.models import LoyaltyCoupon


class LoyaltyRewards(Model):
    """The shop's rewards, as imported; the newest version holds."""

    id = fields.BigIntField(primary_key=True)
    version = fields.IntField(unique=True)
    document: Any = fields.JSONField(description="the checked content of its TOML file")
    imported_at = fields.DatetimeField()

    class Meta:
        table = "loyalty_rewards"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id version document imported_at"


class CheckoutCall(Model):
    """A call of the checkout: what was answered under its key, and which visitor named a code that there is not."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(64, null=True, unique=True, description="digest of its Idempotency-Key")
    body = fields.CharField(64, description="digest: the same key with another body is a mistake")
    status = fields.SmallIntField(description="of the answer; 0: not known yet")
    answer: Any = fields.JSONField(null=True)
    visitor = fields.CharField(64, null=True, description="digest of who named an unknown code")
    coupon: fields.ForeignKeyNullableRelation[LoyaltyCoupon] = fields.ForeignKeyField(
        "bote.LoyaltyCoupon", related_name="calls", null=True, db_index=True
    )
    coupon_id: int | None
    called_at = fields.DatetimeField(db_index=True, description="real time")

    class Meta:
        table = "loyalty_checkout_call"
        indexes = (Index(fields=("visitor", "called_at"), name="ix_loyalty_checkout_visitor"),)

    class Columns:
        personal = "visitor coupon_id answer"
        sensitive = ""
        neither = "id key body status called_at"
