from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0056_contests")]

    initial = False

    operations = [
        ops.CreateModel(
            name="ChannelPoll",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("status", fields.CharField(default="draft", max_length=12)),
                ("question", fields.CharField(max_length=300)),
                ("options", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("several", fields.BooleanField(default=False)),
                ("members_only", fields.BooleanField(default=False)),
                ("countries", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("post_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("deadline", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("author_id", fields.BigIntField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("opened_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "broadcast_poll",
                "app": "bote",
                "indexes": [Index(fields=["status", "deadline"], name="ix_poll_due")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PollFigures",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("poll_id", fields.CharField(unique=True, max_length=32)),
                ("update_id", fields.BigIntField()),
                ("counts", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("voters", fields.IntField()),
                ("closed", fields.BooleanField(default=False)),
                ("seen_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "broadcast_poll_figures", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SentPoll",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("push_id", fields.BigIntField(unique=True)),
                ("poll_id", fields.CharField(unique=True, max_length=32)),
            ],
            options={"table": "outbox_poll", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
    ]
