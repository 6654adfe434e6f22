"""Tables of what carriers said about a parcel, of what worries us, of what to expect, of when to ask its carrier."""

from typing import Any

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
    heard_at = fields.DatetimeField(null=True, description="when we were told; null: history that was imported")

    class Meta:
        table = "shipping_event"
        unique_together = (("shipment", "occurred_at", "code", "place"),)

    class Columns:
        personal = "text place"
        sensitive = ""
        neither = "id shipment_id occurred_at code status reason heard_at"


class ExpectedDay(Model):
    """Since when a parcel was expected on which day: what was known at any moment of its way."""

    id = fields.BigIntField(primary_key=True)
    shipment: fields.ForeignKeyRelation[Shipment] = fields.ForeignKeyField(
        "bote.Shipment", related_name="expected_days", db_index=True
    )
    shipment_id: int
    expected_on = fields.DateField()
    told_at = fields.DatetimeField()

    class Meta:
        table = "shipping_expected_day"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id shipment_id expected_on told_at"


class Forecast(Model):
    """What a carrier's past parcels teach about those under way, and how well that would have predicted delays."""

    id = fields.BigIntField(primary_key=True)
    carrier = fields.CharField(64)
    country = fields.CharField(2, description="where they went; empty: anywhere")
    stages: Any = fields.JSONField(description='{"days gone:rank": {"days until arrival": parcels}}')
    learned = fields.IntField(description="parcels that arrived, or were lost, of which `stages` is made")
    judged = fields.IntField(description="parcels of which the expected day was known on the way")
    late = fields.IntField(description="of those judged")
    warned = fields.IntField(description="of those judged: predicted to be late, in the replay")
    hits = fields.IntField(description="of those warned: late indeed")
    is_on = fields.BooleanField(description="precise enough to tell customers")
    computed_at = fields.DatetimeField()

    class Meta:
        table = "shipping_forecast"
        unique_together = (("carrier", "country"),)

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id carrier country stages learned judged late warned hits is_on computed_at"


class Alert(Model):
    """Trouble seen ahead of the customer; the same cause is announced once and closed when the parcel recovers."""

    id = fields.BigIntField(primary_key=True)
    shipment: fields.ForeignKeyRelation[Shipment] = fields.ForeignKeyField(
        "bote.Shipment", related_name="alerts", db_index=True
    )
    shipment_id: int
    kind = fields.CharField(24, description="of worries.py: silence, predicted, late, lost, …")
    cause_at = fields.DatetimeField(description="when the cause began: the last scan, the expected day")
    opened_at = fields.DatetimeField()
    closed_at = fields.DatetimeField(null=True)
    announced = fields.BooleanField(default=False)
    told_as = fields.CharField(
        96, null=True, db_index=True, description="the warning that told it: what `once` of its pushes begins with"
    )

    class Meta:
        table = "shipping_alert"
        unique_together = (("shipment", "kind", "cause_at"),)
        indexes = (Index(fields=("closed_at", "kind"), name="ix_alert_open"),)

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id shipment_id kind cause_at opened_at closed_at announced told_as"


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
    asked_at = fields.DatetimeField(
        null=True, db_index=True, description="real time; what was asked in the last minute is the carrier's rate"
    )

    class Meta:
        table = "shipping_poll"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id shipment_id due_at failures leased_until retry_at asked_at"
