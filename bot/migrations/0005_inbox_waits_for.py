from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index


# Bodies stored before: those to be tried get a time to be tried at, those given up none, and those that wait a name.
OPEN_BODIES = [
    """
    UPDATE connector_inbox SET retry_at = '1970-01-01 00:00:00+00:00'
    WHERE processed_at IS NULL AND retry_at IS NULL AND attempts < 20""",
    "UPDATE connector_inbox SET retry_at = NULL WHERE processed_at IS NULL AND attempts >= 20",
    """
    UPDATE connector_inbox SET waits_for = substr(substr(error, 4, length(error) - 9), 1, 255)
    WHERE processed_at IS NULL AND error LIKE 'no % (yet)'""",
]


class Migration(migrations.Migration):
    dependencies = [("bote", "0004_surveys_and_points")]

    initial = False

    operations = [
        ops.AddField(
            model_name="InboxBody",
            name="waits_for",
            field=fields.CharField(null=True, db_index=True, max_length=255),
        ),
        ops.AddIndex(
            model_name="InboxBody",
            index=Index(fields=["retry_at", "id"], name="ix_inbox_retry"),
        ),
        ops.AddField(
            model_name="Poll",
            name="asked_at",
            field=fields.DatetimeField(null=True, db_index=True, auto_now=False, auto_now_add=False),
        ),
        ops.RunSQL(OPEN_BODIES, reverse_sql=ops.RunSQL.noop),
    ]
