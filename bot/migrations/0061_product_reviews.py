from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0060_group_answers")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Review",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("product_id", fields.BigIntField()),
                ("customer_id", fields.BigIntField()),
                ("chat_id", fields.BigIntField(null=True, db_index=True)),
                ("order_id", fields.BigIntField()),
                ("stars", fields.IntField()),
                ("words", fields.TextField(null=True, unique=False)),
                ("photo", fields.CharField(null=True, max_length=256)),
                ("locale", fields.CharField(null=True, max_length=8)),
                ("status", fields.CharField(default="counted", max_length=12)),
                ("version", fields.IntField(default=1)),
                ("why", fields.CharField(null=True, max_length=16)),
                ("given_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("changed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "community_review",
                "app": "bote",
                "unique_together": (("customer_id", "product_id"),),
                "indexes": [Index(fields=["product_id", "status", "changed_at"], name="ix_review_shown")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ReviewDecision",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("review_id", fields.BigIntField()),
                ("version", fields.IntField()),
                ("stars", fields.IntField()),
                ("verdict", fields.CharField(max_length=12)),
                ("why", fields.CharField(null=True, max_length=16)),
                ("decided_by", fields.BigIntField(null=True)),
                ("decided_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "community_review_decision",
                "app": "bote",
                "unique_together": (("review_id", "version"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
    ]
