"""The table of the returns that a shop's platform keeps; its columns are classed as in bot/shop/models.py."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from bot.shop.models import Order


class PlatformReturn(Model):
    """A return as the shop's platform tells it; our own returns live in their own room."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField(
        "bote.Order", related_name="platform_returns", db_index=True
    )
    order_id: int
    external_id = fields.CharField(128)
    status = fields.CharField(32, description="requested, approved, rejected, cancelled or closed")
    items: Any = fields.JSONField(null=True, description='[{"sku", "quantity", "reason"}]')
    revised_at = fields.DatetimeField(description="the shop's time of what is stored; older is ignored")
    why = fields.TextField(null=True, description="why it was declined, as the shop tells its customer")

    class Meta:
        table = "shop_return"
        unique_together = (("order", "external_id"),)
        indexes = (Index(fields=("status", "revised_at"), name="ix_return_news"),)

    class Columns:
        personal = "order_id external_id items why"
        sensitive = ""
        neither = "id status revised_at"
