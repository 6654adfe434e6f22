from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0042_exchanges")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Return",
            name="even",
            field=fields.BooleanField(db_default=False),
        ),
    ]
