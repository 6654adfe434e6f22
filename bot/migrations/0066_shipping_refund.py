from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0065_return_why")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Refund",
            name="shipping",
            field=fields.DecimalField(null=True, max_digits=14, decimal_places=4),
        ),
    ]
