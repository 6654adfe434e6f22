from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0031_returns_send_by")]

    initial = False

    operations = [
        ops.CreateModel(
            name="FaqEntry",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("key", fields.CharField(max_length=32)),
                ("version", fields.IntField()),
                ("document", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("staff_id", fields.BigIntField(null=True)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "support_faq", "app": "bote", "unique_together": (("key", "version"),), "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Question",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("chat_id", fields.BigIntField(null=True, db_index=True)),
                ("text", fields.CharField(null=True, max_length=300)),
                ("locale", fields.CharField(max_length=8)),
                ("intent", fields.CharField(max_length=32)),
                ("faq", fields.CharField(null=True, max_length=32)),
                ("outcome", fields.CharField(max_length=16)),
                ("tapped", fields.CharField(null=True, max_length=40)),
                ("helpful", fields.BooleanField(null=True)),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "support_question",
                "app": "bote",
                "indexes": [Index(fields=["asked_at"], name="ix_question_asked")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
    ]
