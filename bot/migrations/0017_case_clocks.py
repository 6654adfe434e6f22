from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0016_closed_returns")]

    initial = False

    operations = [
        ops.CreateModel(
            name="CaseClock",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "case",
                    fields.OneToOneField(
                        "bote.Case",
                        source_field="case_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="clock",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("started_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("contact_warn_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("contact_due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("resolve_warn_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("resolve_due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("contacted_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("contact_alarm", fields.CharField(null=True, max_length=8)),
                ("resolve_alarm", fields.CharField(null=True, max_length=8)),
                ("alarm_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "ticket_clock",
                "app": "bote",
                "indexes": [Index(fields=["alarm_at", "id"], name="ix_clock_alarm")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
    ]
