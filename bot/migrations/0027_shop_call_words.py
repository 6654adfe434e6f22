from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0026_code_key")]

    initial = False

    operations = [
        ops.AddField(
            model_name="ShopCall",
            name="words",
            field=fields.TextField(null=True, unique=False),
        ),
    ]
