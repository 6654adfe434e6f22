"""Tables of the demo: the mark that a database is a demo, and the scans still to come."""

from tortoise import fields
from tortoise.models import Model

from bot.shop.models import Shipment


class DemoWorld(Model):
    """The mark of a demo database and how far its clock runs ahead."""

    id = fields.IntField(primary_key=True)
    seeded_at = fields.DatetimeField()
    ahead_s = fields.BigIntField(default=0)

    class Meta:
        table = "demo_world"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id seeded_at ahead_s"


class DemoScan(Model):
    """A scan that will happen when the shop's clock gets there."""

    id = fields.BigIntField(primary_key=True)
    shipment: fields.ForeignKeyRelation[Shipment] = fields.ForeignKeyField(
        "bote.Shipment", related_name="demo_scans", db_index=True
    )
    shipment_id: int
    due_at = fields.DatetimeField(db_index=True)
    status = fields.CharField(32)
    text = fields.CharField(1024, null=True)
    place = fields.CharField(256, default="")
    expected_on = fields.DateField(null=True, description="a new expected day that comes with the scan")

    class Meta:
        table = "demo_scan"

    class Columns:
        personal = "text place"
        sensitive = ""
        neither = "id shipment_id due_at status expected_on"
