from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0033_product_words")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Return",
            name="unpaid",
            field=fields.BooleanField(db_default=False),
        ),
    ]
