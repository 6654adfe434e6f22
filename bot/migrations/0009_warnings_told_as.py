from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0008_answers_marked")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Alert",
            name="told_as",
            field=fields.CharField(null=True, db_index=True, max_length=96),
        ),
    ]
