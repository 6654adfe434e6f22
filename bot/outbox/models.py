"""Tables of the outbox: what is to be sent, where edits go, who sends at the moment.

`leased_until` and `retry_at` are real time; every other time is the shop's.
"""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index, PartialIndex
from tortoise.models import Model

from bot.shop.models import Customer


class Push(Model):
    """One Bot API call to make; `params` is everything but the chat, its text is emptied after a while."""

    id = fields.BigIntField(primary_key=True)
    once = fields.CharField(160, null=True, unique=True, description="the same news twice is one row")
    chat_id = fields.BigIntField()
    customer: fields.ForeignKeyNullableRelation[Customer] = fields.ForeignKeyField(
        "bote.Customer", related_name="pushes", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    customer_id: int | None
    order_id = fields.BigIntField(null=True, db_index=True)
    purpose = fields.CharField(16, description="see outbox/purposes.py")
    urgency = fields.SmallIntField(description="0 goes first; follows from the purpose")
    method = fields.CharField(32)
    params: Any = fields.JSONField()
    slot = fields.CharField(64, null=True, description="its place in the chat: sent once, then edited")
    receipt: Any = fields.JSONField(null=True, description="the message to edit when this is settled")
    due_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(null=True, description="not sent from then on")
    status = fields.CharField(12, default="waiting", description="waiting, sent, skipped, failed or superseded")
    why = fields.CharField(32, null=True, description="code of outbox/reasons.py: why it waits or was not sent")
    detail = fields.CharField(255, null=True, description="what Telegram said, for the operator")
    attempts = fields.IntField(default=0)
    doubtful = fields.IntField(default=0, description="attempts that may have arrived: time-outs, lost leases")
    leased_until = fields.DatetimeField(null=True, description="real time; somebody is sending it")
    retry_at = fields.DatetimeField(null=True, description="real time; not tried again before")
    message_id = fields.BigIntField(null=True)
    created_at = fields.DatetimeField()
    settled_at = fields.DatetimeField(null=True, description="none as long as it waits, and never after")
    has_text = fields.BooleanField(default=True)
    template_id = fields.BigIntField(null=True, description="what it says to many; `params` fill it in")

    class Meta:
        table = "outbox_push"
        indexes = (
            PartialIndex(fields=("urgency", "due_at", "id"), name="ix_push_due", condition={"status": "waiting"}),
            Index(fields=("chat_id", "settled_at", "urgency", "due_at"), name="ix_push_chat"),
            Index(fields=("has_text", "settled_at"), name="ix_push_text"),
            Index(fields=("chat_id", "message_id"), name="ix_push_message"),
            PartialIndex(
                fields=("template_id", "status", "why"), name="ix_push_template", condition={"purpose": "offer"}
            ),
            PartialIndex(
                fields=("template_id", "status", "why"), name="ix_push_once", condition={"purpose": "offer_once"}
            ),
        )

    class Columns:
        personal = "once chat_id customer_id order_id params receipt message_id"
        sensitive = ""
        neither = (
            "id purpose urgency method slot due_at expires_at status why detail attempts doubtful leased_until "
            "retry_at created_at settled_at has_text template_id"
        )


class Template(Model):
    """What many pushes say alike: written once, never changed, and filled in as each of them is sent.

    Where `params` hold `{token}`, each push has its own. Without it a hundred thousand rows would hold the text.
    """

    id = fields.BigIntField(primary_key=True)
    method = fields.CharField(32)
    params: Any = fields.JSONField()
    then_id = fields.BigIntField(null=True, description="the template that follows in the chat once this arrived")
    created_at = fields.DatetimeField()

    class Meta:
        table = "outbox_template"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id method params then_id created_at"


class Slot(Model):
    """The message of a chat that is edited in place: the card of a parcel, of a case."""

    id = fields.BigIntField(primary_key=True)
    chat_id = fields.BigIntField()
    name = fields.CharField(64)
    message_id = fields.BigIntField()
    updated_at = fields.DatetimeField()

    class Meta:
        table = "outbox_slot"
        unique_together = (("chat_id", "name"),)
        indexes = (Index(fields=("chat_id", "message_id"), name="ix_slot_message"),)

    class Columns:
        personal = "chat_id message_id"
        sensitive = ""
        neither = "id name updated_at"


class SentPoll(Model):
    """A poll that has arrived, and by which name Telegram tells of it from then on."""

    id = fields.BigIntField(primary_key=True)
    push_id = fields.BigIntField(unique=True)
    poll_id = fields.CharField(32, unique=True)

    class Meta:
        table = "outbox_poll"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id push_id poll_id"


class MovedChat(Model):
    """A group that became a supergroup: what is addressed to the old id goes to the new one."""

    id = fields.BigIntField(primary_key=True)
    moved_to = fields.BigIntField()
    moved_at = fields.DatetimeField()

    class Meta:
        table = "outbox_moved_chat"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id moved_to moved_at"


class Drain(Model):
    """Who drains for a bot (its id is the row's), until when, and what drains have done so far."""

    id = fields.BigIntField(primary_key=True)
    owner = fields.CharField(128)
    leased_until = fields.DatetimeField(description="real time")
    sent = fields.BigIntField(default=0)
    failed = fields.BigIntField(default=0)
    floods = fields.BigIntField(default=0, description="answers 429")
    doubtful = fields.BigIntField(default=0)

    class Meta:
        table = "outbox_drain"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id owner leased_until sent failed floods doubtful"
