"""Table of what carriers said about a parcel."""

from tortoise import fields
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
