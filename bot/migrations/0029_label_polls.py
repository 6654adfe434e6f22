from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0028_survey_day")]

    initial = False

    operations = [
        ops.CreateModel(
            name="LabelPoll",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "request",
                    fields.OneToOneField(
                        "bote.Return",
                        source_field="request_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="poll",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("carrier", fields.CharField(max_length=64)),
                ("due_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("failures", fields.IntField(default=0)),
                ("leased_until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("retry_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("asked_at", fields.DatetimeField(null=True, db_index=True, auto_now=False, auto_now_add=False)),
            ],
            options={"table": "return_label_poll", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Return",
            name="label_carrier",
            field=fields.CharField(null=True, max_length=64),
        ),
        ops.AddField(
            model_name="Return",
            name="together",
            field=fields.BigIntField(null=True, db_index=True),
        ),
    ]
