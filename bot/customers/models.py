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
    privacy_version = fields.IntField(
        db_default=1, db_index=True, description="of the notice in force when they came, or last told of"
    )

    class Meta:
        table = "customer_chat"

    class Columns:
        personal = "id locale time_zone first_name language_code"
        sensitive = ""
        neither = "unreachable_at unreachable_because created_at privacy_version"


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
    mailed_to = fields.CharField(64, null=True, description="digest of the mailbox; null: from before this was kept")
    expires_at = fields.DatetimeField(db_index=True)
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "customer_link_token"

    class Columns:
        personal = "order_id mailed_to"
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


class Consent(Model):
    """What somebody has agreed to, in which words, and until when.

    No foreign key: the proof is kept after the chat is erased (rules.md 3.4). Of one purpose a chat has one active
    row; `active` is null in the others, and nulls differ from each other.
    """

    id = fields.BigIntField(primary_key=True)
    chat_id = fields.BigIntField()
    purpose = fields.CharField(16, description="survey, promo or community")
    version = fields.IntField(description="of the wording")
    locale = fields.CharField(8)
    wording = fields.TextField(description="as it was shown")
    request_message_id = fields.BigIntField(description="the message of the first tap")
    confirm_message_id = fields.BigIntField(description="the message of the second, by the same account")
    given_at = fields.DatetimeField()
    withdrawn_at = fields.DatetimeField(null=True)
    withdrawn_by = fields.CharField(16, null=True, description="settings, never_again or erasure")
    active = fields.BooleanField(null=True, default=True)

    class Meta:
        table = "customer_consent"
        unique_together = (("chat_id", "purpose", "active"),)

    class Columns:
        personal = "chat_id purpose locale wording request_message_id confirm_message_id given_at withdrawn_at"
        sensitive = ""
        neither = "id version withdrawn_by active"


class ConsentAsk(Model):
    """That this chat was asked for a consent, or refused one without being asked."""

    id = fields.BigIntField(primary_key=True)
    chat: fields.ForeignKeyRelation[Chat] = fields.ForeignKeyField(
        "bote.Chat", related_name="consent_asks", db_index=True
    )
    chat_id: int
    purpose = fields.CharField(16)
    moment = fields.CharField(16, description="linked, good_experience or never_again")
    asked_at = fields.DatetimeField()
    times = fields.IntField(default=1)
    answer = fields.CharField(8, null=True, description="yes, no or later; null: none yet")
    answered_at = fields.DatetimeField(null=True)

    class Meta:
        table = "customer_consent_ask"
        unique_together = (("chat", "purpose"),)

    class Columns:
        personal = "chat_id purpose answer asked_at answered_at"
        sensitive = ""
        neither = "id moment times"
