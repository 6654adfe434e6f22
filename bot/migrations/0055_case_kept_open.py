from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bote", "0054_case_rests")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Case",
            name="kept_open",
            field=fields.BooleanField(db_default=False),
        ),
    ]
