from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0015_plans_for_cases")]

    initial = False

    operations = [
        ops.AddIndex(
            model_name="Return",
            index=Index(fields=["status", "closed_at"], name="ix_return_closed"),
        ),
    ]
