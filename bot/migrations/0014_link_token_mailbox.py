from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0013_messages_found")]

    initial = False

    operations = [
        ops.AddField(
            model_name="LinkToken",
            name="mailed_to",
            field=fields.CharField(null=True, max_length=64),
        ),
    ]
