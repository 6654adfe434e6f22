from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0035_return_policy_since")]

    initial = False

    operations = [
        ops.AddField(
            model_name="ReturnPolicy",
            name="told_from",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
