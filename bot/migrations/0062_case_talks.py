from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0061_product_reviews")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Case",
            name="talks_since",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
