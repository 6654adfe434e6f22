"""Tables of chats and of whose purchases they may see."""

from tortoise import fields
from tortoise.models import Model

from bot.shop.models import Customer, Order


class Chat(Model):
    """A private chat with the bot; its id is the id of the person's account."""

    id = fields.BigIntField(primary_key=True)
    locale = fields.CharField(8, null=True, description="chosen by the person; null: not chosen yet")
    time_zone = fields.CharField(64, null=True, description="chosen by the person; null: derived")
    first_name = fields.CharField(256, null=True)
    blocked_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "customer_chat"

    class Columns:
        personal = "id locale time_zone first_name"
        sensitive = ""
        neither = "blocked_at created_at"


class Link(Model):
    """This chat may see this customer's orders."""

    id = fields.BigIntField(primary_key=True)
    chat: fields.ForeignKeyRelation[Chat] = fields.ForeignKeyField("bote.Chat", related_name="links", db_index=True)
    chat_id: int
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "bote.Customer", related_name="links", db_index=True
    )
    customer_id: int
    proof = fields.CharField(16, description="link, contact or order")
    linked_at = fields.DatetimeField()

    class Meta:
        table = "customer_link"
        unique_together = (("chat", "customer"),)

    class Columns:
        personal = "chat_id customer_id"
        sensitive = ""
        neither = "id proof linked_at"


class LinkToken(Model):
    """A single-use deep link of an order mail; only the digest of the token is kept."""

    id = fields.BigIntField(primary_key=True)
    digest = fields.CharField(64, unique=True)
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField("bote.Order", related_name="tokens", db_index=True)
    order_id: int
    expires_at = fields.DatetimeField(db_index=True)
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "customer_link_token"

    class Columns:
        personal = "order_id"
        sensitive = "digest"
        neither = "id expires_at used_at"


class LinkAttempt(Model):
    """One try to link by order number, for the throttle of five in fifteen minutes (ID-03)."""

    id = fields.BigIntField(primary_key=True)
    chat: fields.ForeignKeyRelation[Chat] = fields.ForeignKeyField("bote.Chat", related_name="attempts", db_index=True)
    chat_id: int
    tried_at = fields.DatetimeField(db_index=True, description="real time")

    class Meta:
        table = "customer_link_attempt"

    class Columns:
        personal = "chat_id"
        sensitive = ""
        neither = "id tried_at"
