from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0030_inbox_outcome")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Return",
            name="send_by",
            field=fields.DateField(null=True),
        ),
    ]
