from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0002_consents")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Ban",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("banned_by", fields.BigIntField(null=True)),
                ("banned_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "ticket_ban", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ChatTurn",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("chat_id", fields.BigIntField(db_index=True)),
                ("author", fields.CharField(max_length=16)),
                ("text", fields.TextField(unique=False)),
                ("at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
            ],
            options={"table": "ticket_turn", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Case",
            name="away_told_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Case",
            name="escalated_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Case",
            name="nudged_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Case",
            name="resolved_action",
            field=fields.CharField(null=True, max_length=32),
        ),
        ops.AddField(
            model_name="Case",
            name="resolved_cause",
            field=fields.CharField(null=True, max_length=32),
        ),
        ops.AddField(
            model_name="Case",
            name="resolved_words",
            field=fields.TextField(null=True, unique=False),
        ),
        ops.AddField(
            model_name="CaseMessage",
            name="album",
            field=fields.CharField(null=True, max_length=64),
        ),
        ops.AddField(
            model_name="CaseMessage",
            name="edited_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
