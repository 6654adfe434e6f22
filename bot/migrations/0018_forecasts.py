from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise.fields.base import OnDelete
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0017_case_clocks")]

    initial = False

    operations = [
        ops.CreateModel(
            name="ExpectedDay",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "shipment",
                    fields.ForeignKeyField(
                        "bote.Shipment",
                        source_field="shipment_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="expected_days",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("expected_on", fields.DateField()),
                ("told_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "shipping_expected_day", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Forecast",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("carrier", fields.CharField(max_length=64)),
                ("country", fields.CharField(max_length=2)),
                ("stages", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("learned", fields.IntField()),
                ("judged", fields.IntField()),
                ("late", fields.IntField()),
                ("warned", fields.IntField()),
                ("hits", fields.IntField()),
                ("is_on", fields.BooleanField()),
                ("computed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "shipping_forecast",
                "app": "bote",
                "unique_together": (("carrier", "country"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="TrackingEvent",
            name="heard_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
