from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("bote", "0032_questions_and_answers")]

    initial = False

    operations = [
        ops.CreateModel(
            name="ProductWord",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("word_id", fields.BigIntField()),
                ("product_id", fields.BigIntField(db_index=True)),
                ("place", fields.SmallIntField(default=0)),
            ],
            options={
                "table": "shop_product_word",
                "app": "bote",
                "indexes": [Index(fields=["word_id", "place", "product_id"], name="ix_word_products")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Word",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("word", fields.CharField(unique=True, max_length=64)),
                ("products", fields.IntField(default=0)),
            ],
            options={"table": "shop_word", "app": "bote", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Product",
            name="indexed",
            field=fields.CharField(null=True, db_index=True, max_length=32),
        ),
        ops.AddField(
            model_name="Product",
            name="sku_key",
            field=fields.CharField(null=True, db_index=True, max_length=128),
        ),
    ]
