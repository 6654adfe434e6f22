from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0023_return_policy")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Line",
            name="external_id",
            field=fields.CharField(null=True, max_length=128),
        ),
        ops.AddField(
            model_name="ShopCall",
            name="subject",
            field=fields.CharField(default="", db_index=True, db_default="", max_length=96),
        ),
    ]
