"""Tables of what customers have collected: entries that are never changed, one row a customer to lock, and codes."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from bot.shop.models import Customer, Order


class LoyaltyAccount(Model):
    """The row that whoever spends a customer's points locks; the balance is never stored, it is the sum."""

    id = fields.BigIntField(primary_key=True)
    customer: fields.OneToOneRelation[Customer] = fields.OneToOneField("bote.Customer", related_name="loyalty_account")
    customer_id: int
    opened_at = fields.DatetimeField()
    expired_until = fields.DatetimeField(null=True, description="what was over by then is booked off")
    checked_at = fields.DatetimeField(null=True)
    checked_id = fields.BigIntField(null=True, description="up to this entry, when all was well last")
    checked_points = fields.BigIntField(null=True, description="what the entries came to then")
    fault = fields.CharField(255, null=True, description="what the last check found to be wrong")

    class Meta:
        table = "loyalty_account"

    class Columns:
        personal = "customer_id"
        sensitive = ""
        neither = "id opened_at expired_until checked_at checked_id checked_points fault"


class LoyaltyEntry(Model):
    """Points that came or went, and why; written once and never changed."""

    id = fields.BigIntField(primary_key=True)
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "bote.Customer", related_name="loyalty_entries", db_index=True
    )
    customer_id: int
    points = fields.IntField(description="signed: what was spent is below zero")
    kind = fields.CharField(16, description="purchase, survey, goodwill, spend, clawback, expire …")
    source = fields.CharField(160, unique=True, description="survey:plan:17; the same source twice is one entry")
    reason = fields.CharField(64, description="which text of locales/*/points.ftl tells why: points-reason-…")
    details: Any = fields.JSONField(null=True, description="what that text needs to know")
    order: fields.ForeignKeyNullableRelation[Order] = fields.ForeignKeyField(
        "bote.Order", related_name="loyalty_entries", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    order_id: int | None
    rate = fields.DecimalField(14, 4, null=True, description="points a unit of money when they were earned")
    available_at = fields.DatetimeField(null=True, description="pending until then; null: counts at once")
    expires_at = fields.DatetimeField(null=True, db_index=True, description="of points that came; null: never")
    created_at = fields.DatetimeField()

    class Meta:
        table = "loyalty_entry"
        indexes = (Index(fields=("customer_id", "available_at"), name="ix_loyalty_balance"),)

    class Columns:
        personal = "customer_id points source reason details order_id"
        sensitive = ""
        neither = "id kind rate available_at expires_at created_at"


class LoyaltyCoupon(Model):
    """A code that a customer was given, and why.

    With a `currency` it is a coupon of ours: what it is worth stands here, and the checkout redeems it here. Without
    one the shop's checkout knows it, and nobody else.
    """

    id = fields.BigIntField(primary_key=True)
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "bote.Customer", related_name="loyalty_coupons", db_index=True
    )
    customer_id: int
    code = fields.CharField(64)
    code_key = fields.CharField(64, null=True, unique=True, description="in capitals; a code is given to one customer")
    source = fields.CharField(160, unique=True, description="goodwill:case:4:1; the same source twice is one code")
    reason = fields.CharField(64, description="which text of locales/*/points.ftl tells why: points-reason-…")
    details: Any = fields.JSONField(null=True, description="what that text needs to know")
    order: fields.ForeignKeyNullableRelation[Order] = fields.ForeignKeyField(
        "bote.Order", related_name="loyalty_coupons", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    order_id: int | None
    issued_at = fields.DatetimeField()
    currency = fields.CharField(3, null=True, description="of amount and minimum; null: the shop's own code")
    amount = fields.DecimalField(14, 4, null=True)
    percent = fields.SmallIntField(null=True)
    minimum = fields.DecimalField(14, 4, null=True, description="of the whole basket")
    sku = fields.CharField(128, null=True, description="for this article only")
    category = fields.CharField(128, null=True, description="for these articles only")
    expires_at = fields.DatetimeField(null=True)
    redeemed_at = fields.DatetimeField(null=True)
    redeemed_for = fields.CharField(64, null=True, description="the order, as the shop's checkout calls it")

    class Meta:
        table = "loyalty_coupon"

    class Columns:
        personal = "customer_id code code_key source reason details order_id redeemed_at redeemed_for"
        sensitive = ""
        neither = "id issued_at currency amount percent minimum sku category expires_at"


class LoyaltyWarning(Model):
    """How far ahead a customer was last told what expires: at each of the distances of the rules."""

    id = fields.BigIntField(primary_key=True)
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "bote.Customer", related_name="loyalty_warnings", db_index=True
    )
    customer_id: int
    days = fields.IntField(description="so many days ahead")
    covered_until = fields.DatetimeField(description="what expires by then was told")

    class Meta:
        table = "loyalty_warning"
        unique_together = (("customer_id", "days"),)

    class Columns:
        personal = "customer_id"
        sensitive = ""
        neither = "id days covered_until"


class LoyaltyRules(Model):
    """How points come, how long they last and what they lead to, as imported; the newest version holds."""

    id = fields.BigIntField(primary_key=True)
    version = fields.IntField(unique=True)
    document: Any = fields.JSONField(description="the checked content of its TOML file")
    imported_at = fields.DatetimeField()

    class Meta:
        table = "loyalty_rules"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id version document imported_at"
