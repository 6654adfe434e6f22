from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0049_returns_carried")]

    initial = False

    operations = [
        ops.CreateModel(
            name="LoyaltyWarning",
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
                        related_name="loyalty_warnings",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("days", fields.IntField()),
                ("covered_until", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "loyalty_warning",
                "app": "bote",
                "unique_together": (("customer_id", "days"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
    ]
