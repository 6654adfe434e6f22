from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0064_improvements")]

    initial = False

    operations = [
        ops.AddField(
            model_name="PlatformReturn",
            name="why",
            field=fields.TextField(null=True, unique=False),
        ),
    ]
