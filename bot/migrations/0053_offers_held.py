from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0052_loyalty_checks")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Campaign",
            name="late_because",
            field=fields.CharField(null=True, max_length=12),
        ),
    ]
