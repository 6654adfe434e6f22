"""Tables of what platforms sent: bodies kept as they came until they are processed, and their legal requests."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

# With the delays between them a body is tried for about three days; after that it waits for `main.py replay`.
MOST_ATTEMPTS = 20


class InboxBody(Model):
    """One genuine body of a webhook, stored before anything is made of it.

    The same body to the same topic is a repetition; of a deletion or a legal request, whose body looks the same each
    time, the same delivery of it. The delivery's id alone would not do: WooCommerce makes it of the webhook and the
    second, so two different bodies may share one.
    """

    id = fields.BigIntField(primary_key=True)
    platform = fields.CharField(32)
    topic = fields.CharField(64)
    delivery_id = fields.CharField(128, null=True, description="the platform's own id of the delivery")
    digest = fields.CharField(64, description="of the raw body, and of the delivery where that is all that differs")
    shop_domain = fields.CharField(255, null=True)
    body = fields.BinaryField()
    received_at = fields.DatetimeField()
    processed_at = fields.DatetimeField(null=True)
    attempts = fields.IntField(default=0)
    error = fields.CharField(1024, null=True)
    outcome = fields.CharField(255, null=True, description="what became of it, where that is not what it says itself")
    leased_until = fields.DatetimeField(null=True, description="real time; somebody is processing it")
    retry_at = fields.DatetimeField(
        null=True, description="real time; tried from then on. Null: processed, or given up, so that no scan meets it"
    )
    waits_for = fields.CharField(255, null=True, db_index=True, description="what has to come first (waiting.py)")

    class Meta:
        table = "connector_inbox"
        unique_together = (("platform", "topic", "digest"),)
        indexes = (
            Index(fields=("processed_at", "id"), name="ix_inbox_due"),
            Index(fields=("retry_at", "id"), name="ix_inbox_retry"),
        )

    class Columns:
        personal = "body error outcome"
        sensitive = ""
        neither = (
            "id platform topic delivery_id digest shop_domain received_at processed_at attempts leased_until retry_at "
            "waits_for"
        )


class DataRequest(Model):
    """A platform asks for a customer's data, or to erase a customer or a shop, until a deadline."""

    id = fields.BigIntField(primary_key=True)
    platform = fields.CharField(32)
    kind = fields.CharField(16, description="data_request, redact or shop_redact")
    digest = fields.CharField(64)
    ids: Any = fields.JSONField(description="whom it is about: the platform's ids")
    received_at = fields.DatetimeField()
    due_at = fields.DatetimeField(db_index=True)
    done_at = fields.DatetimeField(null=True)
    answer: Any = fields.JSONField(null=True, description="the export that was asked for, until it is old")

    class Meta:
        table = "connector_data_request"
        unique_together = (("platform", "kind", "digest"),)

    class Columns:
        personal = "ids answer"
        sensitive = ""
        neither = "id platform kind digest received_at due_at done_at"
