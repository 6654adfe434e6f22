"""Table of survey answers; `once` keeps a repeated import from counting twice."""

from tortoise import fields
from tortoise.models import Model

from bot.shop.models import Order


class Answer(Model):
    """One answer to nps (0 to 10), csat (1 to 5) or ces (1 to 7)."""

    id = fields.BigIntField(primary_key=True)
    once = fields.CharField(64, unique=True)
    survey = fields.CharField(16, db_index=True)
    order: fields.ForeignKeyNullableRelation[Order] = fields.ForeignKeyField(
        "bote.Order", related_name="answers", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    order_id: int | None
    order_number = fields.CharField(64, null=True)
    score = fields.IntField()
    comment = fields.TextField(null=True)
    locale = fields.CharField(16, null=True)
    answered_at = fields.DatetimeField()
    imported = fields.BooleanField(default=False)

    class Meta:
        table = "survey_answer"

    class Columns:
        personal = "order_id order_number score comment locale"
        sensitive = ""
        neither = "id once survey answered_at imported"
