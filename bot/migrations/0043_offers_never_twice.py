from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import PartialIndex


class Migration(migrations.Migration):
    dependencies = [("bote", "0042_exchanges")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Campaign",
            name="never_twice",
            field=fields.BooleanField(default=False, db_default=False),
        ),
        ops.AddIndex(
            model_name="Push",
            index=PartialIndex(
                fields=["template_id", "status", "why"], name="ix_push_once", condition={"purpose": "offer_once"}
            ),
        ),
    ]
