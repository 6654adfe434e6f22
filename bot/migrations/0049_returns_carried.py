from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bote", "0048_loyalty_lots")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Return",
            name="carried",
            field=fields.DecimalField(db_default=0, max_digits=14, decimal_places=4),
        ),
        ops.AddField(
            model_name="Return",
            name="carried_topped",
            field=fields.DecimalField(db_default=0, max_digits=14, decimal_places=4),
        ),
    ]
