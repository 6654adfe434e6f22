"""The table of what customers have paid on top for a dearer article."""

from tortoise import fields
from tortoise.models import Model

from bot.returns.models import Return


class ReturnSurcharge(Model):
    """Money that the customer has paid on top, since another article costs more than goes back; once per source."""

    id = fields.BigIntField(primary_key=True)
    request: fields.ForeignKeyRelation[Return] = fields.ForeignKeyField(
        "bote.Return", related_name="surcharges", db_index=True
    )
    request_id: int
    amount = fields.DecimalField(14, 4)
    currency = fields.CharField(3)
    once = fields.CharField(160, unique=True, description="staff:17:0")
    staff_id = fields.BigIntField(null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "return_surcharge"

    class Columns:
        personal = "once staff_id"
        sensitive = ""
        neither = "id request_id amount currency at"
