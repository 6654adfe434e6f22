from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0020_goodwill")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Case",
            name="asked_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Case",
            name="solved",
            field=fields.BooleanField(null=True),
        ),
        ops.AddField(
            model_name="Case",
            name="solved_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddIndex(
            model_name="Case",
            index=Index(fields=["asked_at"], name="ix_case_asked"),
        ),
    ]
