from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0009_warnings_told_as")]

    initial = False

    operations = [
        ops.RemoveIndex(
            model_name="Push",
            name="ix_push_chat",
            fields=None,
        ),
        ops.AddIndex(
            model_name="Push",
            index=Index(fields=["chat_id", "settled_at", "urgency", "due_at"], name="ix_push_chat"),
        ),
    ]
