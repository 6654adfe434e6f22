from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0050_loyalty_warnings")]

    initial = False

    operations = [
        ops.CreateModel(
            name="CheckoutCall",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("key", fields.CharField(null=True, unique=True, max_length=64)),
                ("body", fields.CharField(max_length=64)),
                ("status", fields.SmallIntField()),
                (
                    "answer",
                    fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads),
                ),
                ("visitor", fields.CharField(null=True, max_length=64)),
                (
                    "coupon",
                    fields.ForeignKeyField(
                        "bote.LoyaltyCoupon",
                        source_field="coupon_id",
                        null=True,
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="calls",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("called_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "loyalty_checkout_call",
                "app": "bote",
                "indexes": [Index(fields=["visitor", "called_at"], name="ix_loyalty_checkout_visitor")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LoyaltyRewards",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("version", fields.IntField(unique=True)),
                ("document", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("imported_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "loyalty_rewards", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.AddField(
            model_name="LoyaltyCoupon",
            name="amount",
            field=fields.DecimalField(null=True, max_digits=14, decimal_places=4),
        ),
        ops.AddField(
            model_name="LoyaltyCoupon",
            name="category",
            field=fields.CharField(null=True, max_length=128),
        ),
        ops.AddField(
            model_name="LoyaltyCoupon",
            name="currency",
            field=fields.CharField(null=True, max_length=3),
        ),
        ops.AddField(
            model_name="LoyaltyCoupon",
            name="expires_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="LoyaltyCoupon",
            name="minimum",
            field=fields.DecimalField(null=True, max_digits=14, decimal_places=4),
        ),
        ops.AddField(
            model_name="LoyaltyCoupon",
            name="percent",
            field=fields.SmallIntField(null=True),
        ),
        ops.AddField(
            model_name="LoyaltyCoupon",
            name="redeemed_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="LoyaltyCoupon",
            name="redeemed_for",
            field=fields.CharField(null=True, max_length=64),
        ),
        ops.AddField(
            model_name="LoyaltyCoupon",
            name="sku",
            field=fields.CharField(null=True, max_length=128),
        ),
    ]
