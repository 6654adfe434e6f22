from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0001_initial")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Consent",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("chat_id", fields.BigIntField()),
                ("purpose", fields.CharField(max_length=16)),
                ("version", fields.IntField()),
                ("locale", fields.CharField(max_length=8)),
                ("wording", fields.TextField(unique=False)),
                ("request_message_id", fields.BigIntField()),
                ("confirm_message_id", fields.BigIntField()),
                ("given_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("withdrawn_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("withdrawn_by", fields.CharField(null=True, max_length=16)),
                ("active", fields.BooleanField(null=True, default=True)),
            ],
            options={
                "table": "customer_consent",
                "app": "bote",
                "unique_together": (("chat_id", "purpose", "active"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ConsentAsk",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "chat",
                    fields.ForeignKeyField(
                        "bote.Chat",
                        source_field="chat_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="consent_asks",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("purpose", fields.CharField(max_length=16)),
                ("moment", fields.CharField(max_length=16)),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("times", fields.IntField(default=1)),
                ("answer", fields.CharField(null=True, max_length=8)),
                ("answered_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "customer_consent_ask",
                "app": "bote",
                "unique_together": (("chat", "purpose"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
    ]
