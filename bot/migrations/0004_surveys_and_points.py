from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index, PartialIndex


class Migration(migrations.Migration):
    dependencies = [("bote", "0003_cases_closed_with_cause")]

    initial = False

    operations = [
        ops.CreateModel(
            name="AnswerChange",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "answer",
                    fields.ForeignKeyField(
                        "bote.Answer",
                        source_field="answer_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="changes",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("score", fields.IntField()),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "survey_answer_change", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LoyaltyAccount",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "customer",
                    fields.OneToOneField(
                        "bote.Customer",
                        source_field="customer_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="loyalty_account",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("opened_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "loyalty_account", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LoyaltyEntry",
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
                        related_name="loyalty_entries",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("points", fields.IntField()),
                ("kind", fields.CharField(max_length=16)),
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
                        related_name="loyalty_entries",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("rate", fields.DecimalField(null=True, max_digits=14, decimal_places=4)),
                ("available_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "loyalty_entry",
                "app": "bote",
                "indexes": [Index(fields=["customer_id", "available_at"], name="ix_loyalty_balance")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SurveyContact",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("person", fields.CharField(unique=True, max_length=32)),
                ("last_invited_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={"table": "survey_contact", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SurveyDefinition",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("key", fields.CharField(max_length=32)),
                ("version", fields.IntField()),
                ("active", fields.BooleanField(default=True)),
                ("document", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("imported_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "survey_definition",
                "app": "bote",
                "unique_together": (("key", "version"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SurveyPlan",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("once", fields.CharField(unique=True, max_length=96)),
                ("survey", fields.CharField(max_length=32)),
                ("version", fields.IntField()),
                ("metric", fields.CharField(max_length=8)),
                (
                    "customer",
                    fields.ForeignKeyField(
                        "bote.Customer",
                        source_field="customer_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="survey_plans",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("chat_id", fields.BigIntField(null=True)),
                (
                    "order",
                    fields.ForeignKeyField(
                        "bote.Order",
                        source_field="order_id",
                        null=True,
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="survey_plans",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                (
                    "shipment",
                    fields.ForeignKeyField(
                        "bote.Shipment",
                        source_field="shipment_id",
                        null=True,
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="survey_plans",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                (
                    "case",
                    fields.ForeignKeyField(
                        "bote.Case",
                        source_field="case_id",
                        null=True,
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="survey_plans",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("source", fields.CharField(default="trigger", max_length=8)),
                ("status", fields.CharField(default="planned", max_length=12)),
                ("why", fields.CharField(null=True, max_length=32)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("judged_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("invited_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("push_id", fields.BigIntField(null=True, db_index=True)),
                ("remind_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("reminder_push_id", fields.BigIntField(null=True)),
                ("reminder_why", fields.CharField(null=True, max_length=32)),
                ("message_id", fields.BigIntField(null=True)),
                ("tapped_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "survey_plan",
                "app": "bote",
                "indexes": [
                    PartialIndex(fields=["due_at", "id"], name="ix_plan_due", condition={"status": "planned"}),
                    PartialIndex(fields=["expires_at", "id"], name="ix_plan_open", condition={"status": "invited"}),
                    PartialIndex(fields=["remind_at", "id"], name="ix_plan_remind", condition={"status": "invited"}),
                    Index(fields=["chat_id", "invited_at"], name="ix_plan_chat"),
                ],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Answer",
            name="chat_id",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="Answer",
            name="commented_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Answer",
            name="customer",
            field=fields.ForeignKeyField(
                "bote.Customer",
                source_field="customer_id",
                null=True,
                db_index=True,
                db_constraint=True,
                to_field="id",
                related_name="answers",
                on_delete=OnDelete.SET_NULL,
            ),
        ),
        ops.AddField(
            model_name="Answer",
            name="definition",
            field=fields.CharField(null=True, max_length=32),
        ),
        ops.AddField(
            model_name="Answer",
            name="definition_version",
            field=fields.IntField(null=True),
        ),
        ops.AddField(
            model_name="Answer",
            name="first_answered_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Answer",
            name="photos",
            field=fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads),
        ),
        ops.AddField(
            model_name="Answer",
            name="plan",
            field=fields.ForeignKeyField(
                "bote.SurveyPlan",
                source_field="plan_id",
                null=True,
                db_index=True,
                db_constraint=True,
                to_field="id",
                related_name="answers",
                on_delete=OnDelete.SET_NULL,
            ),
        ),
        ops.AddField(
            model_name="Answer",
            name="reasons",
            field=fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads),
        ),
        ops.AddIndex(
            model_name="Answer",
            index=Index(fields=["survey", "answered_at"], name="ix_answer_period"),
        ),
    ]
