from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0043_offers_never_twice"), ("bote", "0044_lines_removed")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Return",
            name="lost_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
