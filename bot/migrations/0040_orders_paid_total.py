from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0039_returns_declared_with")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Order",
            name="paid_total",
            field=fields.DecimalField(null=True, max_digits=14, decimal_places=4),
        ),
    ]
