from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0036_return_policy_told_from")]

    initial = False

    operations = [
        ops.CreateModel(
            name="StockWish",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("chat_id", fields.BigIntField()),
                ("product_id", fields.BigIntField(db_index=True)),
                ("wished_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("push_id", fields.BigIntField(null=True)),
                ("told_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "support_stock_wish",
                "app": "bote",
                "unique_together": (("chat_id", "product_id"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
    ]
