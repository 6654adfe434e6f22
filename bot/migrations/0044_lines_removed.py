from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0043_exchange_even")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Line",
            name="removed",
            field=fields.IntField(db_default=0),
        ),
    ]
