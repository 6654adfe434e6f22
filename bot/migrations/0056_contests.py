from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0053_offers_held"), ("bote", "0055_case_kept_open")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Contest",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("status", fields.CharField(default="draft", max_length=12)),
                ("texts", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("winners", fields.IntField(default=1)),
                ("deadline", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("seed", fields.CharField(null=True, max_length=64)),
                ("commitment", fields.CharField(null=True, max_length=64)),
                ("digest", fields.CharField(null=True, max_length=64)),
                ("frozen", fields.IntField(null=True)),
                ("author_id", fields.BigIntField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("opened_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "community_contest",
                "app": "bote",
                "indexes": [Index(fields=["status", "deadline"], name="ix_contest_due")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ContestEntry",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("contest_id", fields.BigIntField()),
                ("chat_id", fields.BigIntField(null=True, db_index=True)),
                ("ticket", fields.CharField(unique=True, max_length=16)),
                ("locale", fields.CharField(null=True, max_length=8)),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "community_contest_entry",
                "app": "bote",
                "unique_together": (("contest_id", "chat_id"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ContestPlace",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("contest_id", fields.BigIntField()),
                ("place", fields.IntField()),
                (
                    "entry",
                    fields.ForeignKeyField(
                        "bote.ContestEntry",
                        source_field="entry_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="places",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("drawn_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("drawn_by", fields.BigIntField(null=True)),
                ("answer", fields.CharField(null=True, max_length=12)),
                ("answered_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("replaced_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("replaced_by", fields.BigIntField(null=True)),
                ("why", fields.CharField(null=True, max_length=16)),
            ],
            options={
                "table": "community_contest_place",
                "app": "bote",
                "unique_together": (("contest_id", "place"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
    ]
