from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0058_polls")]

    initial = False

    operations = [
        ops.CreateModel(
            name="PersonalLink",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("group_id", fields.BigIntField()),
                ("chat_id", fields.BigIntField(null=True, db_index=True)),
                ("customer_id", fields.BigIntField(null=True, db_index=True)),
                ("link", fields.CharField(null=True, unique=True, max_length=128)),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("why", fields.CharField(null=True, max_length=12)),
            ],
            options={
                "table": "community_personal_link",
                "app": "bote",
                "indexes": [Index(fields=["ended_at", "expires_at"], name="ix_personal_link_open")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
    ]
