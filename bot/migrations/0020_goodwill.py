from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise.fields.base import OnDelete
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0019_plans_asked")]

    initial = False

    operations = [
        ops.CreateModel(
            name="CaseGoodwill",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "case",
                    fields.ForeignKeyField(
                        "bote.Case",
                        source_field="case_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="goodwill",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("source", fields.CharField(unique=True, max_length=160)),
                ("points", fields.IntField(null=True)),
                ("code", fields.CharField(null=True, max_length=64)),
                ("staff_id", fields.BigIntField()),
                ("given_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "ticket_goodwill", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LoyaltyCoupon",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "customer",
                    fields.ForeignKeyField(
                        "bote.Customer",
                        source_field="customer_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="loyalty_coupons",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("code", fields.CharField(max_length=64)),
                ("source", fields.CharField(unique=True, max_length=160)),
                ("reason", fields.CharField(max_length=64)),
                (
                    "details",
                    fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads),
                ),
                (
                    "order",
                    fields.ForeignKeyField(
                        "bote.Order",
                        source_field="order_id",
                        null=True,
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="loyalty_coupons",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("issued_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "loyalty_coupon", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
    ]
