from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0023_order_guessed"), ("bote", "0024_shop_calls_and_line_ids")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Case",
            name="buttons",
            field=fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads),
        ),
        ops.AddField(
            model_name="Case",
            name="facts",
            field=fields.TextField(null=True, unique=False),
        ),
        ops.AddField(
            model_name="Return",
            name="finding",
            field=fields.CharField(null=True, max_length=255),
        ),
        ops.AddField(
            model_name="Return",
            name="keeps",
            field=fields.BooleanField(default=False),
        ),
        ops.AddField(
            model_name="Return",
            name="loss",
            field=fields.DecimalField(default=0, max_digits=14, decimal_places=4),
        ),
        ops.AddField(
            model_name="Return",
            name="photo_asked_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="ReturnStep",
            name="act",
            field=fields.CharField(null=True, max_length=24),
        ),
    ]
