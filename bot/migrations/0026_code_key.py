from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0025_return_desk")]

    initial = False

    operations = [
        ops.AddField(
            model_name="LoyaltyCoupon",
            name="code_key",
            field=fields.CharField(null=True, unique=True, max_length=64),
        ),
    ]
