from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0056_contests")]

    initial = False

    operations = [
        ops.CreateModel(
            name="JoinRequest",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("group_id", fields.BigIntField()),
                ("title", fields.CharField(max_length=128)),
                ("chat_id", fields.BigIntField(db_index=True)),
                ("locale", fields.CharField(max_length=8)),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("noted_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("round", fields.IntField(default=1)),
                ("status", fields.CharField(max_length=12)),
                ("why", fields.CharField(max_length=16)),
                ("carded_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("decided_by", fields.BigIntField(null=True)),
            ],
            options={
                "table": "community_join_request",
                "app": "bote",
                "unique_together": (("group_id", "chat_id"),),
                "indexes": [Index(fields=["status", "noted_at"], name="ix_join_status")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
    ]
