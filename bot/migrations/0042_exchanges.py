from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0041_returns_given")]

    initial = False

    operations = [
        ops.CreateModel(
            name="ReturnSurcharge",
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
                        related_name="surcharges",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("amount", fields.DecimalField(max_digits=14, decimal_places=4)),
                ("currency", fields.CharField(max_length=3)),
                ("once", fields.CharField(unique=True, max_length=160)),
                ("staff_id", fields.BigIntField(null=True)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "return_surcharge", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Product",
            name="family",
            field=fields.CharField(null=True, db_index=True, max_length=128),
        ),
        ops.AddField(
            model_name="Return",
            name="pays_difference",
            field=fields.BooleanField(db_default=False),
        ),
        ops.AddField(
            model_name="Return",
            name="waived",
            field=fields.DecimalField(db_default=0, max_digits=14, decimal_places=4),
        ),
        ops.AddField(
            model_name="ReturnItem",
            name="exchange_price",
            field=fields.DecimalField(null=True, max_digits=14, decimal_places=4),
        ),
        ops.AddField(
            model_name="ReturnPayment",
            name="tracking",
            field=fields.CharField(null=True, max_length=128),
        ),
    ]
