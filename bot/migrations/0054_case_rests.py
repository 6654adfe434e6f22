from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bote", "0053_referrals")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Case",
            name="rests",
            field=fields.BooleanField(db_default=False),
        ),
        ops.AddField(
            model_name="Case",
            name="staff_since",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
