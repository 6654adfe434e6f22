from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0005_inbox_waits_for")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Return",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("number", fields.CharField(unique=True, max_length=16)),
                (
                    "customer",
                    fields.ForeignKeyField(
                        "bote.Customer",
                        source_field="customer_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="returns",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("chat_id", fields.BigIntField(null=True)),
                (
                    "order",
                    fields.ForeignKeyField(
                        "bote.Order",
                        source_field="order_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="returns",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("source", fields.CharField(default="", max_length=64)),
                ("external_id", fields.CharField(null=True, max_length=128)),
                ("way", fields.CharField(max_length=16)),
                ("status", fields.CharField(default="draft", max_length=24)),
                ("outcome", fields.CharField(default="refund", max_length=16)),
                ("revision", fields.IntField(default=0)),
                ("goods", fields.DecimalField(max_digits=14, decimal_places=4)),
                ("shipping", fields.DecimalField(default=0, max_digits=14, decimal_places=4)),
                ("fee", fields.DecimalField(default=0, max_digits=14, decimal_places=4)),
                ("currency", fields.CharField(max_length=3)),
                ("note", fields.TextField(null=True, unique=False)),
                ("why", fields.CharField(null=True, max_length=255)),
                ("locale", fields.CharField(max_length=8)),
                ("sends_itself", fields.BooleanField(default=False)),
                (
                    "label",
                    fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads),
                ),
                ("label_key", fields.CharField(null=True, db_index=True, max_length=128)),
                ("label_expires_on", fields.DateField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("declared_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("remind_at", fields.DatetimeField(null=True, db_index=True, auto_now=False, auto_now_add=False)),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "return_request",
                "app": "bote",
                "unique_together": (("source", "external_id"),),
                "indexes": [Index(fields=["status", "created_at"], name="ix_return_status")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ReturnItem",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "request",
                    fields.ForeignKeyField(
                        "bote.Return",
                        source_field="request_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="items",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "line",
                    fields.ForeignKeyField(
                        "bote.Line",
                        source_field="line_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="return_items",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("quantity", fields.IntField()),
                ("received", fields.IntField(default=0)),
                ("accepted", fields.IntField(null=True)),
                ("reason", fields.CharField(null=True, max_length=32)),
                ("exchange_sku", fields.CharField(null=True, max_length=128)),
            ],
            options={"table": "return_item", "app": "bote", "unique_together": (("request", "line"),), "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ReturnPayment",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "request",
                    fields.ForeignKeyField(
                        "bote.Return",
                        source_field="request_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="payments",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("kind", fields.CharField(max_length=16)),
                ("amount", fields.DecimalField(max_digits=14, decimal_places=4)),
                ("currency", fields.CharField(max_length=3)),
                ("once", fields.CharField(unique=True, max_length=160)),
                ("staff_id", fields.BigIntField(null=True)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "return_payment", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ReturnPhoto",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "request",
                    fields.ForeignKeyField(
                        "bote.Return",
                        source_field="request_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="photos",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("file_id", fields.CharField(max_length=255)),
                ("unique_id", fields.CharField(max_length=64)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "return_photo",
                "app": "bote",
                "unique_together": (("request", "unique_id"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ReturnStep",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "request",
                    fields.ForeignKeyField(
                        "bote.Return",
                        source_field="request_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="steps",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("status", fields.CharField(max_length=24)),
                ("actor", fields.CharField(max_length=16)),
                ("staff_id", fields.BigIntField(null=True)),
                ("why", fields.CharField(null=True, max_length=255)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "return_step", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ShopCall",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("key", fields.CharField(unique=True, max_length=96)),
                ("topic", fields.CharField(max_length=32)),
                ("body", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("attempts", fields.IntField(default=0)),
                ("retry_at", fields.DatetimeField(null=True, db_index=True, auto_now=False, auto_now_add=False)),
                ("leased_until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("error", fields.CharField(null=True, max_length=255)),
                ("done_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={"table": "return_shop_call", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Product",
            name="return_exclusion",
            field=fields.CharField(null=True, max_length=32),
        ),
    ]
