from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0022_comment_parts")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Case",
            name="order_guessed",
            field=fields.BooleanField(db_default=False),
        ),
    ]
