from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0038_broadcasts"), ("bote", "0038_line_provided")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Return",
            name="declared_with",
            field=fields.BigIntField(null=True, db_index=True),
        ),
        ops.AddField(
            model_name="Return",
            name="overtaken_by",
            field=fields.BigIntField(null=True),
        ),
    ]
