from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0040_orders_paid_total")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Return",
            name="follows",
            field=fields.BigIntField(null=True, db_index=True),
        ),
        ops.AddField(
            model_name="Return",
            name="late_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Return",
            name="lost",
            field=fields.BooleanField(db_default=False),
        ),
        ops.AddField(
            model_name="ReturnItem",
            name="article",
            field=fields.CharField(null=True, max_length=128),
        ),
        ops.AddField(
            model_name="ReturnItem",
            name="given",
            field=fields.IntField(null=True),
        ),
        ops.AddField(
            model_name="ReturnItem",
            name="listed",
            field=fields.IntField(null=True),
        ),
    ]
