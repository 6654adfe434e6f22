"""Tables of chats, of whose purchases they may see, and of when somebody is to be left alone."""

from tortoise import fields
from tortoise.models import Model

from bot.shop.models import Customer, Order


class Chat(Model):
    """A private chat with the bot; its id is the id of the person's account."""

    id = fields.BigIntField(primary_key=True)
    locale = fields.CharField(8, null=True, description="chosen by the person; null: not chosen yet")
    time_zone = fields.CharField(64, null=True, description="chosen by the person; null: derived")
    first_name = fields.CharField(256, null=True)
    language_code = fields.CharField(16, null=True, description="of their app, as last seen")
    unreachable_at = fields.DatetimeField(null=True, description="nothing can be delivered since then")
    unreachable_because = fields.CharField(
        16, null=True, description="blocked, deactivated, not_found, kicked or cannot_initiate"
    )
    created_at = fields.DatetimeField()

    class Meta:
        table = "customer_chat"

    class Columns:
        personal = "id locale time_zone first_name language_code"
        sensitive = ""
        neither = "unreachable_at unreachable_because created_at"


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


class Hold(Model):
    """One reason why a person is to be left alone, opened and released by the room that knows the fact."""

    id = fields.BigIntField(primary_key=True)
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "bote.Customer", related_name="holds", db_index=True
    )
    customer_id: int
    reason = fields.CharField(16, description="case, return, late, lost, damaged, complaint, human or erasure")
    purposes = fields.CharField(64, default="advertising", description="what is held; everything: all but answers")
    subject = fields.CharField(64, description="shipment:9, case:4")
    since = fields.DatetimeField()
    until = fields.DatetimeField(null=True)
    released_at = fields.DatetimeField(null=True)

    class Meta:
        table = "customer_hold"
        unique_together = (("customer", "reason", "subject"),)

    class Columns:
        personal = "customer_id reason"
        sensitive = ""
        neither = "id purposes subject since until released_at"


class Mute(Model):
    """How much this chat still wants to hear about an order; no row: everything."""

    id = fields.BigIntField(primary_key=True)
    chat: fields.ForeignKeyRelation[Chat] = fields.ForeignKeyField("bote.Chat", related_name="mutes", db_index=True)
    chat_id: int
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField("bote.Order", related_name="mutes", db_index=True)
    order_id: int
    level = fields.CharField(16, description="what still comes: milestones, problems or nothing (but loss and return)")

    class Meta:
        table = "customer_mute"
        unique_together = (("chat", "order"),)

    class Columns:
        personal = "chat_id order_id level"
        sensitive = ""
        neither = "id"
