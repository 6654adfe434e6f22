from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0012_privacy")]

    initial = False

    operations = [
        ops.AddIndex(
            model_name="Push",
            index=Index(fields=["chat_id", "message_id"], name="ix_push_message"),
        ),
        ops.AddIndex(
            model_name="Slot",
            index=Index(fields=["chat_id", "message_id"], name="ix_slot_message"),
        ),
    ]
