from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0018_forecasts")]

    initial = False

    operations = [
        ops.AddIndex(
            model_name="SurveyPlan",
            index=Index(fields=["customer_id", "invited_at"], name="ix_plan_asked"),
        ),
    ]
