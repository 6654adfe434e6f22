"""Tables of the demo: the mark that a database is a demo, and the scans still to come."""

from tortoise import fields
from tortoise.models import Model

from bot.shop.models import Shipment


class DemoWorld(Model):
    """The mark of a demo database (one row, made before anything else) and how far its clock runs ahead."""

    id = fields.IntField(primary_key=True)
    opened_at = fields.DatetimeField(description="what the times of the data files are relative to")
    seeded_at = fields.DatetimeField(null=True, description="null: seeding has not ended yet")
    ahead_s = fields.BigIntField(default=0)
    pages = fields.CharField(255, description="where links of the demo lead to")

    class Meta:
        table = "demo_world"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id opened_at seeded_at ahead_s pages"


class DemoScan(Model):
    """A scan that will happen when the shop's clock gets there."""

    id = fields.BigIntField(primary_key=True)
    shipment: fields.ForeignKeyRelation[Shipment] = fields.ForeignKeyField(
        "bote.Shipment", related_name="demo_scans", db_index=True
    )
    shipment_id: int
    due_at = fields.DatetimeField(db_index=True)
    status = fields.CharField(32)
    reason = fields.CharField(64, null=True)
    text = fields.CharField(1024, null=True)
    place = fields.CharField(256, default="")
    expected_on = fields.DateField(null=True, description="a new expected day that comes with the scan")

    class Meta:
        table = "demo_scan"
        unique_together = (("shipment", "due_at"),)

    class Columns:
        personal = "text place"
        sensitive = ""
        neither = "id shipment_id due_at status reason expected_on"
