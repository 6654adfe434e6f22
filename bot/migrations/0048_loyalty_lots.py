from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0047_returns_paid_later")]

    initial = False

    operations = [
        ops.CreateModel(
            name="LoyaltyRules",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("version", fields.IntField(unique=True)),
                ("document", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("imported_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "loyalty_rules", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.AddField(
            model_name="LoyaltyAccount",
            name="expired_until",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="LoyaltyEntry",
            name="expires_at",
            field=fields.DatetimeField(null=True, db_index=True, auto_now=False, auto_now_add=False),
        ),
    ]
