"""Tables of surveys: what is asked, who is to be asked when and why not, and what they answered."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index, PartialIndex
from tortoise.models import Model

from bot.shop.models import Customer, Order, Shipment
from bot.tickets.models import Case


class SurveyDefinition(Model):
    """A survey of the shop's own, as imported; it takes the place of a shipped one with the same key."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(32)
    version = fields.IntField()
    active = fields.BooleanField(default=True, description="False: nobody is asked any more")
    document: Any = fields.JSONField(description="the checked content of its TOML file")
    imported_at = fields.DatetimeField()

    class Meta:
        table = "survey_definition"
        unique_together = (("key", "version"),)

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id key version active document imported_at"


class SurveyPlan(Model):
    """One person to be asked one survey about one thing, and what became of it.

    `planned` waits (`why`: what keeps it back at the moment), `withheld` is not sent (`why`: never), `invited` was
    handed to the outbox (push_id says what became of that), `answered`, `expired` (invited, no answer in time) and
    `cancelled` are ends.
    """

    id = fields.BigIntField(primary_key=True)
    once = fields.CharField(96, unique=True, description="nps:order:7; the same cause twice is one plan")
    survey = fields.CharField(32, description="key of the definition")
    version = fields.IntField(description="of the definition, when it was planned")
    metric = fields.CharField(8, description="nps, csat or ces")
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "bote.Customer", related_name="survey_plans", db_index=True
    )
    customer_id: int
    chat_id = fields.BigIntField(null=True, description="where it was asked, or rated from the order card")
    order: fields.ForeignKeyNullableRelation[Order] = fields.ForeignKeyField(
        "bote.Order", related_name="survey_plans", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    order_id: int | None
    shipment: fields.ForeignKeyNullableRelation[Shipment] = fields.ForeignKeyField(
        "bote.Shipment", related_name="survey_plans", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    shipment_id: int | None
    case: fields.ForeignKeyNullableRelation[Case] = fields.ForeignKeyField(
        "bote.Case", related_name="survey_plans", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    case_id: int | None
    source = fields.CharField(8, default="trigger", description="trigger, or card: rated from the order card")
    status = fields.CharField(12, default="planned")
    why = fields.CharField(32, null=True, description="code of surveys/reasons.py")
    created_at = fields.DatetimeField()
    due_at = fields.DatetimeField(description="judged then (again)")
    expires_at = fields.DatetimeField(description="not sent from then on; once sent, not answered from then on")
    judged_at = fields.DatetimeField(null=True)
    invited_at = fields.DatetimeField(null=True)
    push_id = fields.BigIntField(null=True, db_index=True, description="the outbox row of the invitation")
    delivered_at = fields.DatetimeField(null=True, description="when Telegram took the invitation; null: not (yet)")
    remind_at = fields.DatetimeField(null=True, description="null: no reminder, or none any more")
    reminder_push_id = fields.BigIntField(null=True)
    reminder_why = fields.CharField(32, null=True, description="why the reminder was not sent")
    message_id = fields.BigIntField(null=True, description="the message it was tapped in last")
    tapped_at = fields.DatetimeField(null=True, description="when it was tapped last")

    class Meta:
        table = "survey_plan"
        indexes = (
            PartialIndex(fields=("due_at", "id"), name="ix_plan_due", condition={"status": "planned"}),
            PartialIndex(fields=("expires_at", "id"), name="ix_plan_open", condition={"status": "invited"}),
            PartialIndex(fields=("remind_at", "id"), name="ix_plan_remind", condition={"status": "invited"}),
            PartialIndex(fields=("delivered_at", "id"), name="ix_plan_sending", condition={"status": "invited"}),
            Index(fields=("chat_id", "invited_at"), name="ix_plan_chat"),
            Index(fields=("customer_id", "invited_at"), name="ix_plan_asked"),
        )

    class Columns:
        personal = "once customer_id chat_id order_id shipment_id case_id message_id"
        sensitive = ""
        neither = (
            "id survey version metric source status why created_at due_at expires_at judged_at invited_at push_id "
            "delivered_at remind_at reminder_push_id reminder_why tapped_at"
        )


class SurveyContact(Model):
    """The row of a person (`chat:701`, `customer:5`) that whoever invites them locks: two never pass at once."""

    id = fields.BigIntField(primary_key=True)
    person = fields.CharField(32, unique=True)
    last_invited_at = fields.DatetimeField(null=True)
    asked_elsewhere_at = fields.DatetimeField(
        null=True, description="for a review: one question among those of surveys"
    )

    class Meta:
        table = "survey_contact"

    class Columns:
        personal = "person"
        sensitive = ""
        neither = "id last_invited_at asked_elsewhere_at"


class SurveyDay(Model):
    """The row of a survey's day in the shop's time zone that whoever invites locks, and that counts whom it asked."""

    id = fields.BigIntField(primary_key=True)
    survey = fields.CharField(32, description="key of a definition with a daily_limit")
    day = fields.DateField()
    asked = fields.IntField(default=0)

    class Meta:
        table = "survey_day"
        unique_together = (("survey", "day"),)

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id survey day asked"


class Answer(Model):
    """One answer to nps (0 to 10), csat (1 to 5) or ces (1 to 7); `once` keeps a repetition from counting twice."""

    id = fields.BigIntField(primary_key=True)
    once = fields.CharField(64, unique=True, description="plan:17, or a digest of an imported answer")
    survey = fields.CharField(16, db_index=True, description="the metric: nps, csat or ces")
    order: fields.ForeignKeyNullableRelation[Order] = fields.ForeignKeyField(
        "bote.Order", related_name="answers", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    order_id: int | None
    order_number = fields.CharField(64, null=True)
    score = fields.IntField()
    comment = fields.TextField(null=True)
    locale = fields.CharField(16, null=True)
    answered_at = fields.DatetimeField(description="of the score that counts, the last one")
    imported = fields.BooleanField(default=False)
    plan: fields.ForeignKeyNullableRelation[SurveyPlan] = fields.ForeignKeyField(
        "bote.SurveyPlan", related_name="answers", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    plan_id: int | None
    customer: fields.ForeignKeyNullableRelation[Customer] = fields.ForeignKeyField(
        "bote.Customer", related_name="answers", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    customer_id: int | None
    chat_id = fields.BigIntField(null=True)
    definition = fields.CharField(32, null=True, description="key of the definition; null: imported")
    definition_version = fields.IntField(null=True)
    reasons: Any = fields.JSONField(null=True, description='quick reasons: ["late", "packaging"]')
    comment_parts: Any = fields.JSONField(
        null=True, description='messages that make the comment: [{"message", "text", "before": [what it said]}]'
    )
    photos: Any = fields.JSONField(null=True, description="[file id]")
    first_answered_at = fields.DatetimeField(null=True)
    commented_at = fields.DatetimeField(null=True)

    class Meta:
        table = "survey_answer"
        indexes = (Index(fields=("survey", "answered_at"), name="ix_answer_period"),)

    class Columns:
        personal = (
            "once order_id order_number score comment locale plan_id customer_id chat_id reasons comment_parts photos"
        )
        sensitive = ""
        neither = "id survey answered_at imported definition definition_version first_answered_at commented_at"


class AnswerChange(Model):
    """Every score that was given, also those that a later one replaced."""

    id = fields.BigIntField(primary_key=True)
    answer: fields.ForeignKeyRelation[Answer] = fields.ForeignKeyField(
        "bote.Answer", related_name="changes", db_index=True
    )
    answer_id: int
    score = fields.IntField()
    at = fields.DatetimeField()

    class Meta:
        table = "survey_answer_change"

    class Columns:
        personal = "answer_id score"
        sensitive = ""
        neither = "id at"
