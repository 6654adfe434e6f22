from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0007_survey_delivery")]

    initial = False

    operations = [
        ops.AddField(
            model_name="CaseMessage",
            name="marked_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddIndex(
            model_name="CaseMessage",
            index=Index(fields=["marked_at", "author", "push_id"], name="ix_message_mark"),
        ),
    ]
