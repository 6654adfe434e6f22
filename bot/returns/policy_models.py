"""The table of the shop's return policies, a row for each version."""

from typing import Any

from tortoise import fields
from tortoise.models import Model


class ReturnPolicy(Model):
    """The shop's own rules for returns, as imported; the newest version holds."""

    id = fields.BigIntField(primary_key=True)
    version = fields.IntField(unique=True)
    document: Any = fields.JSONField(description="the checked content of its TOML file")
    imported_at = fields.DatetimeField()
    valid_from = fields.DatetimeField(
        null=True, description="orders placed before keep what was better; null: imported_at"
    )
    told_from = fields.DatetimeField(
        null=True, description="customers of before were not told of their right; a version before said so"
    )

    class Meta:
        table = "return_policy"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id version document imported_at valid_from told_from"
