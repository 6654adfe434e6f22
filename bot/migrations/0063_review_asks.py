from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0062_case_talks")]

    initial = False

    operations = [
        ops.CreateModel(
            name="ReviewAsk",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("order_id", fields.BigIntField(unique=True)),
                ("customer_id", fields.BigIntField()),
                ("product_id", fields.BigIntField(null=True)),
                ("chat_id", fields.BigIntField(null=True, db_index=True)),
                ("status", fields.CharField(default="planned", max_length=12)),
                ("why", fields.CharField(null=True, max_length=32)),
                ("due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("asked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "community_review_ask",
                "app": "bote",
                "unique_together": (("customer_id", "product_id"),),
                "indexes": [Index(fields=["status", "due_at"], name="ix_review_ask_due")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="SurveyContact",
            name="asked_elsewhere_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
