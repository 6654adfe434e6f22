from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index, PartialIndex


class Migration(migrations.Migration):
    dependencies = [("bote", "0037_stock_wishes")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Campaign",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("kind", fields.CharField(default="customers", max_length=12)),
                ("title", fields.CharField(max_length=128)),
                ("status", fields.CharField(default="draft", max_length=12)),
                ("origin", fields.CharField(null=True, max_length=16)),
                ("author_id", fields.BigIntField(null=True)),
                ("segment", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("when_kind", fields.CharField(default="now", max_length=8)),
                ("send_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("local_on", fields.DateField(null=True)),
                ("local_at", fields.CharField(null=True, max_length=5)),
                ("expires_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("missing", fields.CharField(default="fallback", max_length=8)),
                ("silent", fields.BooleanField(default=False)),
                ("pin", fields.BooleanField(default=False)),
                ("labelled", fields.BooleanField(default=True)),
                (
                    "reduction",
                    fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads),
                ),
                ("media", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("buttons", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("version", fields.IntField(default=1)),
                ("approved_by", fields.BigIntField(null=True)),
                ("approved_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("approved_version", fields.IntField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("updated_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("started_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("frozen", fields.IntField(null=True)),
                (
                    "templates",
                    fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads),
                ),
                ("checkpoint", fields.BigIntField(default=0)),
                ("finished_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("paused_because", fields.CharField(null=True, max_length=16)),
                ("tried_before", fields.IntField(default=0)),
                ("failed_before", fields.IntField(default=0)),
                ("progress_chat_id", fields.BigIntField(null=True)),
                ("copied_from", fields.BigIntField(null=True)),
            ],
            options={
                "table": "broadcast_campaign",
                "app": "bote",
                "indexes": [Index(fields=["status", "send_at"], name="ix_campaign_status")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="CampaignText",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "campaign",
                    fields.ForeignKeyField(
                        "bote.Campaign",
                        source_field="campaign_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="texts",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("locale", fields.CharField(max_length=8)),
                ("text", fields.TextField(unique=False)),
            ],
            options={
                "table": "broadcast_text",
                "app": "bote",
                "unique_together": (("campaign", "locale"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Click",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("recipient_id", fields.BigIntField()),
                ("campaign_id", fields.BigIntField(db_index=True)),
                ("button", fields.CharField(max_length=16)),
                ("first_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("last_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("times", fields.IntField(default=1)),
            ],
            options={
                "table": "broadcast_click",
                "app": "bote",
                "unique_together": (("recipient_id", "button"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Recipient",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("campaign_id", fields.BigIntField()),
                ("chat_id", fields.BigIntField(db_index=True)),
                ("customer_id", fields.BigIntField(null=True, db_index=True)),
                ("locale", fields.CharField(max_length=8)),
                ("country", fields.CharField(null=True, max_length=2)),
                ("due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("token", fields.CharField(unique=True, max_length=32)),
                ("template_id", fields.BigIntField(null=True)),
                ("held_because", fields.CharField(null=True, max_length=32)),
                ("stopped_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "broadcast_recipient",
                "app": "bote",
                "unique_together": (("campaign_id", "chat_id"),),
                "indexes": [Index(fields=["campaign_id", "id"], name="ix_recipient_page")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RecurringSend",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("key", fields.CharField(unique=True, max_length=32)),
                ("kind", fields.CharField(max_length=16)),
                ("active", fields.BooleanField(default=False)),
                ("days", fields.IntField(null=True)),
                ("campaign_id", fields.BigIntField(null=True, db_index=True)),
                ("last_run_on", fields.DateField(null=True)),
                ("author_id", fields.BigIntField(null=True)),
                ("updated_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "broadcast_recurring", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Template",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("method", fields.CharField(max_length=32)),
                ("params", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("then_id", fields.BigIntField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "outbox_template", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Push",
            name="template_id",
            field=fields.BigIntField(null=True),
        ),
        ops.AddIndex(
            model_name="Push",
            index=PartialIndex(
                fields=["template_id", "status", "why"], name="ix_push_template", condition={"purpose": "offer"}
            ),
        ),
    ]
