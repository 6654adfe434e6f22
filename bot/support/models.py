"""Tables of what is asked and of what the shop answers itself."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model


class Question(Model):
    """One typed question that the bot judged, and what came of it; without the numbers and addresses it named."""

    id = fields.BigIntField(primary_key=True)
    chat_id = fields.BigIntField(null=True, db_index=True, description="null: forgotten, or imported")
    text = fields.CharField(300, null=True, description="null: forgotten")
    locale = fields.CharField(8, description="the language of the chat")
    intent = fields.CharField(32, description="one of results.Intent")
    faq = fields.CharField(32, null=True, description="key of the entry that answered")
    outcome = fields.CharField(16, description="answer, did_you_mean, fallback or human")
    tapped = fields.CharField(40, null=True, description='after did_you_mean: the intent, or "faq:" and the key')
    helpful = fields.BooleanField(null=True, description="the last tap below the answer")
    asked_at = fields.DatetimeField()

    class Meta:
        table = "support_question"
        indexes = (Index(fields=("asked_at",), name="ix_question_asked"),)

    class Columns:
        personal = "chat_id text"
        sensitive = ""
        neither = "id locale intent faq outcome tapped helpful asked_at"


class FaqEntry(Model):
    """One version of an entry; the newest of its key holds, those before tell who changed what, and when.

    A key that is the name of an intent adds ways to ask for it, or an answer of the shop's own.
    """

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(32)
    version = fields.IntField()
    document: Any = fields.JSONField(description="entries.Entry without its key")
    staff_id = fields.BigIntField(null=True, description="null: from a file")
    at = fields.DatetimeField()

    class Meta:
        table = "support_faq"
        unique_together = (("key", "version"),)

    class Columns:
        personal = "staff_id"
        sensitive = ""
        neither = "id key version document at"


class StockWish(Model):
    """Somebody wants to be told, once, when a product is there again; gone when they were, an hour after.

    `push_id` is the message on its way, `told_at` when it had gone out.
    """

    id = fields.BigIntField(primary_key=True)
    chat_id = fields.BigIntField()
    product_id = fields.BigIntField(db_index=True)
    wished_at = fields.DatetimeField(db_index=True)
    push_id = fields.BigIntField(null=True)
    told_at = fields.DatetimeField(null=True)

    class Meta:
        table = "support_stock_wish"
        unique_together = (("chat_id", "product_id"),)

    class Columns:
        personal = "chat_id product_id"
        sensitive = ""
        neither = "id wished_at push_id told_at"
