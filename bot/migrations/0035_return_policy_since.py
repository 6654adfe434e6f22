from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0034_returns_unpaid")]

    initial = False

    operations = [
        ops.AddField(
            model_name="ReturnPolicy",
            name="valid_from",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
