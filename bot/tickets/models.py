"""Tables of cases and of what was said in them."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from bot.shop.models import Customer, Order, Shipment


class Case(Model):
    """Something a human has to look after, with an owner and a clock."""

    id = fields.BigIntField(primary_key=True)
    once = fields.CharField(160, null=True, unique=True, description="the same cause twice is one case")
    customer: fields.ForeignKeyNullableRelation[Customer] = fields.ForeignKeyField(
        "bote.Customer", related_name="cases", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    customer_id: int | None
    chat_id = fields.BigIntField(null=True, description="the customer's chat; null: nobody has written")
    order: fields.ForeignKeyNullableRelation[Order] = fields.ForeignKeyField(
        "bote.Order", related_name="cases", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    order_id: int | None
    shipment: fields.ForeignKeyNullableRelation[Shipment] = fields.ForeignKeyField(
        "bote.Shipment", related_name="cases", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    shipment_id: int | None
    cause = fields.CharField(16, description="human, missing, lost, damaged, late, exception or complaint")
    value = fields.DecimalField(14, 4, null=True)
    currency = fields.CharField(3, null=True)
    locale = fields.CharField(8, null=True)
    status = fields.CharField(16, default="open", description="open, pending_customer, resolved or closed")
    opened_at = fields.DatetimeField()
    owner_id = fields.BigIntField(null=True, db_index=True, description="who took it; staff")
    taken_at = fields.DatetimeField(null=True)
    first_answer_at = fields.DatetimeField(null=True)
    reminded_at = fields.DatetimeField(null=True)
    closed_at = fields.DatetimeField(null=True)
    closed_because = fields.CharField(64, null=True)
    card_chat = fields.BigIntField(null=True)
    card_message = fields.BigIntField(null=True)

    class Meta:
        table = "ticket_case"
        indexes = (
            Index(fields=("status", "opened_at"), name="ix_case_queue"),
            Index(fields=("chat_id", "status"), name="ix_case_chat"),
        )

    class Columns:
        personal = "once customer_id chat_id order_id shipment_id value locale"
        sensitive = ""
        neither = (
            "id cause currency status opened_at owner_id taken_at first_answer_at reminded_at closed_at "
            "closed_because card_chat card_message"
        )


class CaseMessage(Model):
    """What customer, staff or bot said in a case; a note stays among the staff."""

    id = fields.BigIntField(primary_key=True)
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField("bote.Case", related_name="messages", db_index=True)
    case_id: int
    author = fields.CharField(16, description="customer, staff, bot or note")
    staff_id = fields.BigIntField(null=True)
    kind = fields.CharField(16, default="text", description="text, photo, document or note")
    text = fields.TextField(null=True)
    file_id = fields.CharField(255, null=True)
    at = fields.DatetimeField()
    push_id = fields.BigIntField(null=True, db_index=True, description="the outbox row that carries it")
    chat_message = fields.BigIntField(null=True, description="id of the message where it was written")

    class Meta:
        table = "ticket_message"

    class Columns:
        personal = "text file_id chat_message"
        sensitive = ""
        neither = "id case_id author staff_id kind at push_id"
