from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("bote", "0027_shop_call_words")]

    initial = False

    operations = [
        ops.CreateModel(
            name="SurveyDay",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("survey", fields.CharField(max_length=32)),
                ("day", fields.DateField()),
                ("asked", fields.IntField(default=0)),
            ],
            options={"table": "survey_day", "app": "bote", "unique_together": (("survey", "day"),), "pk_attr": "id"},
            bases=["Model"],
        ),
    ]
