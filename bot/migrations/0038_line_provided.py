from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0037_stock_wishes")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Line",
            name="provided",
            field=fields.BooleanField(null=True),
        ),
    ]
