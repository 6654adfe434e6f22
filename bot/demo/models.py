"""The demo's table: the mark that a database is a demo, and how far its story has got."""

from tortoise import fields
from tortoise.models import Model


class DemoWorld(Model):
    """The mark of a demo database (one row, made before anything else) and how far its clock runs ahead."""

    id = fields.IntField(primary_key=True)
    opened_at = fields.DatetimeField(description="what the times of the data files are relative to")
    seeded_at = fields.DatetimeField(null=True, description="null: seeding has not ended yet")
    ahead_s = fields.BigIntField(default=0)
    pages = fields.CharField(255, description="where links of the demo lead to")
    story = fields.CharField(64, null=True, description="digest of the data files it was opened with")
    turns_told = fields.IntField(default=0, db_default=0, description="how much of the story has happened")

    class Meta:
        table = "demo_world"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id opened_at seeded_at ahead_s pages story turns_told"
