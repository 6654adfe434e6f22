from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0051_loyalty_coupons")]

    initial = False

    operations = [
        ops.AddField(
            model_name="LoyaltyAccount",
            name="checked_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="LoyaltyAccount",
            name="checked_id",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="LoyaltyAccount",
            name="checked_points",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="LoyaltyAccount",
            name="fault",
            field=fields.CharField(null=True, max_length=255),
        ),
    ]
