from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0057_join_requests"), ("bote", "0059_personal_links")]

    initial = False

    operations = [
        ops.CreateModel(
            name="GroupAnswer",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("answered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "community_group_answer", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
    ]
