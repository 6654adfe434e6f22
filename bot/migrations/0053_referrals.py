from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0052_loyalty_checks")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Invitation",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "customer",
                    fields.OneToOneField(
                        "bote.Customer",
                        source_field="customer_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="invitation",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("code", fields.CharField(null=True, unique=True, max_length=16)),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "loyalty_invitation", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Referral",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "invitation",
                    fields.ForeignKeyField(
                        "bote.Invitation",
                        source_field="invitation_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="referrals",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("chat_id", fields.BigIntField(null=True, unique=True)),
                ("came_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("order_until", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("inviter_points", fields.IntField()),
                ("invited_points", fields.IntField()),
                ("minimums", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("status", fields.CharField(max_length=16)),
                ("why", fields.CharField(null=True, max_length=24)),
                (
                    "customer",
                    fields.OneToOneField(
                        "bote.Customer",
                        source_field="customer_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="referral",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "order",
                    fields.OneToOneField(
                        "bote.Order",
                        source_field="order_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="referral",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("judged_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("available_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("decided_by", fields.BigIntField(null=True)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "loyalty_referral",
                "app": "bote",
                "indexes": [
                    Index(fields=["status", "available_at"], name="ix_referral_status"),
                    Index(fields=["invitation_id", "judged_at"], name="ix_referral_pace"),
                ],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
    ]
