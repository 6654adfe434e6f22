"""Tables of what carriers said about a parcel, of what worries us about it, and of when to ask its carrier."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from bot.shop.models import Shipment


class TrackingEvent(Model):
    """One scan or message of a carrier; the same one twice is one row (TRK-06)."""

    id = fields.BigIntField(primary_key=True)
    shipment: fields.ForeignKeyRelation[Shipment] = fields.ForeignKeyField(
        "bote.Shipment", related_name="events", db_index=True
    )
    shipment_id: int
    occurred_at = fields.DatetimeField()
    code = fields.CharField(64, default="", description="the carrier's own code, else our status")
    status = fields.CharField(32)
    reason = fields.CharField(64, null=True)
    text = fields.CharField(1024, null=True)
    place = fields.CharField(256, default="")

    class Meta:
        table = "shipping_event"
        unique_together = (("shipment", "occurred_at", "code", "place"),)

    class Columns:
        personal = "text place"
        sensitive = ""
        neither = "id shipment_id occurred_at code status reason"


class Alert(Model):
    """Trouble seen ahead of the customer; the same cause is announced once and closed when the parcel recovers."""

    id = fields.BigIntField(primary_key=True)
    shipment: fields.ForeignKeyRelation[Shipment] = fields.ForeignKeyField(
        "bote.Shipment", related_name="alerts", db_index=True
    )
    shipment_id: int
    kind = fields.CharField(24, description="no_first_scan_2, no_first_scan_5, silence, late, lost or action")
    cause_at = fields.DatetimeField(description="when the cause began: the last scan, the expected day")
    opened_at = fields.DatetimeField()
    closed_at = fields.DatetimeField(null=True)
    announced = fields.BooleanField(default=False)

    class Meta:
        table = "shipping_alert"
        unique_together = (("shipment", "kind", "cause_at"),)
        indexes = (Index(fields=("closed_at", "kind"), name="ix_alert_open"),)

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id shipment_id kind cause_at opened_at closed_at announced"


class Watch(Model):
    """A parcel that was heard of live, by webhook, poll or demo; imported history is never watched or warned about."""

    id = fields.BigIntField(primary_key=True)
    shipment: fields.OneToOneRelation[Shipment] = fields.OneToOneField("bote.Shipment", related_name="watch")
    shipment_id: int
    since = fields.DatetimeField()

    class Meta:
        table = "shipping_watch"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id shipment_id since"


class Poll(Model):
    """When to ask the carrier of an open shipment next."""

    id = fields.BigIntField(primary_key=True)
    shipment: fields.OneToOneRelation[Shipment] = fields.OneToOneField("bote.Shipment", related_name="poll")
    shipment_id: int
    due_at = fields.DatetimeField(db_index=True)
    failures = fields.IntField(default=0)
    leased_until = fields.DatetimeField(null=True, description="real time; somebody is asking")
    retry_at = fields.DatetimeField(null=True, description="real time; not asked again before")

    class Meta:
        table = "shipping_poll"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id shipment_id due_at failures leased_until retry_at"
