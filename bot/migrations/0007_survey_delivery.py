from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index, PartialIndex


class Migration(migrations.Migration):
    dependencies = [("bote", "0006_returns")]

    initial = False

    operations = [
        ops.AddIndex(
            model_name="Case",
            index=Index(fields=["closed_at"], name="ix_case_closed"),
        ),
        ops.AddIndex(
            model_name="PlatformReturn",
            index=Index(fields=["status", "revised_at"], name="ix_return_news"),
        ),
        ops.AddField(
            model_name="SurveyPlan",
            name="delivered_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddIndex(
            model_name="SurveyPlan",
            index=PartialIndex(fields=["delivered_at", "id"], name="ix_plan_sending", condition={"status": "invited"}),
        ),
    ]
