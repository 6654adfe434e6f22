"""Tables of invitations: whose link it is, who came by it, and what became of that."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from bot.shop.models import Customer, Order


class Invitation(Model):
    """The personal link of a customer; that of an erased one leads nowhere, and who came by it keeps the promise."""

    id = fields.BigIntField(primary_key=True)
    customer: fields.OneToOneNullableRelation[Customer] = fields.OneToOneField(
        "bote.Customer", related_name="invitation", null=True
    )
    customer_id: int | None
    code = fields.CharField(16, null=True, unique=True)
    made_at = fields.DatetimeField()

    class Meta:
        table = "loyalty_invitation"

    class Columns:
        personal = "customer_id code"
        sensitive = ""
        neither = "id made_at"


class Referral(Model):
    """Somebody who came by such a link, once a chat: the first link wins. What was promised then stays promised."""

    id = fields.BigIntField(primary_key=True)
    invitation: fields.ForeignKeyRelation[Invitation] = fields.ForeignKeyField(
        "bote.Invitation", related_name="referrals", db_index=True
    )
    invitation_id: int
    chat_id = fields.BigIntField(null=True, unique=True, description="of whoever came; null: erased")
    came_at = fields.DatetimeField()
    order_until = fields.DatetimeField(description="the first order is placed before then")
    inviter_points = fields.IntField()
    invited_points = fields.IntField()
    minimums: Any = fields.JSONField(description="least value of the goods of that order, by currency")
    status = fields.CharField(16, description="came, review, pending, counted, revoked or refused")
    why = fields.CharField(24, null=True, description="why it was refused or revoked")
    customer: fields.OneToOneNullableRelation[Customer] = fields.OneToOneField(
        "bote.Customer", related_name="referral", null=True
    )
    customer_id: int | None
    order: fields.OneToOneNullableRelation[Order] = fields.OneToOneField(
        "bote.Order", related_name="referral", null=True, on_delete=fields.SET_NULL
    )
    order_id: int | None
    judged_at = fields.DatetimeField(null=True, description="when its order was found to count")
    available_at = fields.DatetimeField(null=True, description="nothing of the order can be sent back any more")
    decided_by = fields.BigIntField(null=True, description="who of the staff looked at it")
    decided_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True, description="counted, refused or revoked since")

    class Meta:
        table = "loyalty_referral"
        indexes = (
            Index(fields=("status", "available_at"), name="ix_referral_status"),
            Index(fields=("invitation_id", "judged_at"), name="ix_referral_pace"),
        )

    class Columns:
        personal = "invitation_id chat_id customer_id order_id decided_by"
        sensitive = ""
        neither = (
            "id came_at order_until inviter_points invited_points minimums status why judged_at available_at "
            "decided_at ended_at"
        )
