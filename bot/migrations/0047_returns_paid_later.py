from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0046_offers_followed")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Return",
            name="came",
            field=fields.DecimalField(db_default=0, max_digits=14, decimal_places=4),
        ),
        ops.AddField(
            model_name="Return",
            name="came_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
