from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0063_review_asks")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Improvement",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("cause", fields.CharField(db_index=True, max_length=32)),
                ("author_id", fields.BigIntField()),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("post_id", fields.BigIntField(null=True)),
                ("letter_id", fields.BigIntField(null=True)),
            ],
            options={"table": "broadcast_improvement", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Voice",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("improvement_id", fields.BigIntField(db_index=True)),
                ("source", fields.CharField(unique=True, max_length=64)),
                ("chat_id", fields.BigIntField(null=True, db_index=True)),
                ("customer_id", fields.BigIntField(null=True, db_index=True)),
                ("said_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "broadcast_voice", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Campaign",
            name="improvement_id",
            field=fields.BigIntField(null=True, db_index=True),
        ),
    ]
