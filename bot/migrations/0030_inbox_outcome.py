from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0029_label_polls")]

    initial = False

    operations = [
        ops.AddField(
            model_name="InboxBody",
            name="outcome",
            field=fields.CharField(null=True, max_length=255),
        ),
    ]
