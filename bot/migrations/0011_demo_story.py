from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0010_push_turns")]

    initial = False

    operations = [
        ops.AddField(
            model_name="DemoWorld",
            name="story",
            field=fields.CharField(null=True, max_length=64),
        ),
        ops.AddField(
            model_name="DemoWorld",
            name="turns_told",
            field=fields.IntField(default=0, db_default=0),
        ),
        ops.DeleteModel(name="DemoScan"),
    ]
