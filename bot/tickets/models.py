"""Tables of cases, of what was said in them and before them, of plans, and of who reaches no human any more."""

from typing import Any

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
    order_guessed = fields.BooleanField(db_default=False, description="the newest one of somebody who named none")
    shipment: fields.ForeignKeyNullableRelation[Shipment] = fields.ForeignKeyField(
        "bote.Shipment", related_name="cases", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    shipment_id: int | None
    cause = fields.CharField(16, description="human, missing, lost, …: Cause of tickets/cases.py")
    rating = fields.CharField(8, null=True, description="what the unhappy answer was: 2/5")
    reasons: Any = fields.JSONField(null=True, description='quick reasons of that answer: ["late", "courier"]')
    value = fields.DecimalField(14, 4, null=True)
    currency = fields.CharField(3, null=True)
    locale = fields.CharField(8, null=True)
    status = fields.CharField(16, default="open", description="open, pending_customer, resolved or closed")
    opened_at = fields.DatetimeField()
    facts = fields.TextField(null=True, description="what a room above has to tell on the card, as HTML")
    buttons: Any = fields.JSONField(null=True, description="its buttons, rows of them as the Bot API has them")
    owner_id = fields.BigIntField(null=True, db_index=True, description="who took it; staff")
    taken_at = fields.DatetimeField(null=True)
    first_answer_at = fields.DatetimeField(null=True)
    talks_since = fields.DatetimeField(null=True, description="they asked for a human in a case of another cause")
    reminded_at = fields.DatetimeField(null=True)
    rests = fields.BooleanField(db_default=False, description="somebody else has to act before the staff can")
    staff_since = fields.DatetimeField(null=True, description="since when they can again; null: since it was opened")
    kept_open = fields.BooleanField(db_default=False, description="it ends with what it is about, by no tap of its own")
    closed_at = fields.DatetimeField(null=True)
    closed_because = fields.CharField(64, null=True)
    resolved_cause = fields.CharField(32, null=True, description="what it was, of tickets/resolutions.py")
    resolved_action = fields.CharField(32, null=True, description="what was done about it, likewise")
    resolved_words = fields.TextField(null=True)
    escalated_at = fields.DatetimeField(null=True, description="the owners were told that nobody reacts")
    nudged_at = fields.DatetimeField(null=True, description="who took it was told that the customer waits")
    away_told_at = fields.DatetimeField(null=True, description="the customer was told when somebody is there")
    asked_at = fields.DatetimeField(null=True, description="when the customer was asked whether it is solved; once")
    solved = fields.BooleanField(null=True, description="what they said; null: nothing yet")
    solved_at = fields.DatetimeField(null=True)
    card_chat = fields.BigIntField(null=True)
    card_message = fields.BigIntField(null=True)

    class Meta:
        table = "ticket_case"
        indexes = (
            Index(fields=("status", "opened_at"), name="ix_case_queue"),
            Index(fields=("chat_id", "status"), name="ix_case_chat"),
            Index(fields=("closed_at",), name="ix_case_closed"),
            Index(fields=("asked_at",), name="ix_case_asked"),
        )

    class Columns:
        personal = (
            "once customer_id chat_id order_id shipment_id rating reasons solved value locale facts buttons "
            "resolved_words"
        )
        sensitive = ""
        neither = (
            "id order_guessed cause currency status opened_at owner_id taken_at first_answer_at talks_since "
            "reminded_at rests staff_since kept_open closed_at closed_because resolved_cause resolved_action "
            "escalated_at nudged_at away_told_at asked_at solved_at card_chat card_message"
        )


class CaseClock(Model):
    """By when an unhappy customer hears from somebody and by when it is solved, and what was told about that."""

    id = fields.BigIntField(primary_key=True)
    case: fields.OneToOneRelation[Case] = fields.OneToOneField("bote.Case", related_name="clock")
    case_id: int
    started_at = fields.DatetimeField(description="when the case was opened, or opened again")
    contact_warn_at = fields.DatetimeField()
    contact_due_at = fields.DatetimeField()
    resolve_warn_at = fields.DatetimeField()
    resolve_due_at = fields.DatetimeField()
    contacted_at = fields.DatetimeField(null=True, description="when somebody first wrote to the customer since then")
    contact_alarm = fields.CharField(8, null=True, description="told of the first contact so far: warned or missed")
    resolve_alarm = fields.CharField(8, null=True, description="told of the resolution so far: warned or missed")
    alarm_at = fields.DatetimeField(null=True, description="when somebody has to be told next; null: never")

    class Meta:
        table = "ticket_clock"
        indexes = (Index(fields=("alarm_at", "id"), name="ix_clock_alarm"),)

    class Columns:
        personal = ""
        sensitive = ""
        neither = (
            "id case_id started_at contact_warn_at contact_due_at resolve_warn_at resolve_due_at contacted_at "
            "contact_alarm resolve_alarm alarm_at"
        )


class CaseGoodwill(Model):
    """What the staff gave the customer of a case; `source` names the tap and the booking that it made."""

    id = fields.BigIntField(primary_key=True)
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField("bote.Case", related_name="goodwill", db_index=True)
    case_id: int
    source = fields.CharField(160, unique=True)
    points = fields.IntField(null=True)
    code = fields.CharField(64, null=True)
    staff_id = fields.BigIntField()
    given_at = fields.DatetimeField()

    class Meta:
        table = "ticket_goodwill"

    class Columns:
        personal = "source points code"
        sensitive = ""
        neither = "id case_id staff_id given_at"


class CaseMessage(Model):
    """What customer, staff or bot said in a case; a note stays among the staff."""

    id = fields.BigIntField(primary_key=True)
    case: fields.ForeignKeyRelation[Case] = fields.ForeignKeyField("bote.Case", related_name="messages", db_index=True)
    case_id: int
    author = fields.CharField(16, description="customer, staff, bot or note")
    staff_id = fields.BigIntField(null=True)
    kind = fields.CharField(16, default="text", description="text, or the kind of file")
    text = fields.TextField(null=True)
    file_id = fields.CharField(255, null=True)
    at = fields.DatetimeField()
    push_id = fields.BigIntField(null=True, db_index=True, description="the outbox row that carries it")
    marked_at = fields.DatetimeField(null=True, description="since when the card tells what became of it")
    chat_message = fields.BigIntField(null=True, description="id of the message where it was written")
    album = fields.CharField(64, null=True, description="what was sent together arrives together")
    edited_at = fields.DatetimeField(null=True)

    class Meta:
        table = "ticket_message"
        indexes = (Index(fields=("marked_at", "author", "push_id"), name="ix_message_mark"),)

    class Columns:
        personal = "text file_id chat_message album"
        sensitive = ""
        neither = "id case_id author staff_id kind at push_id marked_at edited_at"


class ChatTurn(Model):
    """Something said between a chat and the bot lately, for the card of a case; forgotten after a day."""

    id = fields.BigIntField(primary_key=True)
    chat_id = fields.BigIntField(db_index=True)
    author = fields.CharField(16, description="customer or bot")
    text = fields.TextField()
    at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "ticket_turn"

    class Columns:
        personal = "chat_id text"
        sensitive = ""
        neither = "id author at"


class Ban(Model):
    """A chat that reaches no human any more; the bot itself goes on answering it."""

    id = fields.BigIntField(primary_key=True, description="of the chat")
    banned_by = fields.BigIntField(null=True)
    banned_at = fields.DatetimeField()

    class Meta:
        table = "ticket_ban"

    class Columns:
        personal = "id banned_by"
        sensitive = ""
        neither = "banned_at"


class CasePlans(Model):
    """The shop's own plans for cases, as imported; the newest version takes the place of those shipped."""

    id = fields.BigIntField(primary_key=True)
    version = fields.IntField(unique=True)
    document: Any = fields.JSONField(description="the checked content of its TOML file")
    imported_at = fields.DatetimeField()

    class Meta:
        table = "ticket_plans"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id version document imported_at"
