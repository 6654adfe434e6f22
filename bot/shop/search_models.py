"""Tables of the product search: the words of the catalogue, and which product has which (bot/shop/word_index.py)."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model


class Word(Model):
    """A word of some product as `wording.spell` writes it; never deleted, so that whoever has read some reads the rest.

    `products` says how common it is.
    """

    id = fields.BigIntField(primary_key=True)
    word = fields.CharField(64, unique=True)
    products = fields.IntField(default=0)

    class Meta:
        table = "shop_word"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id word products"


class ProductWord(Model):
    """A word of a product on sale, and where it stands: 0 in its name, 1 in its category or facts.

    Plain ids, since a foreign key would need a third index on the largest table there is.
    """

    id = fields.BigIntField(primary_key=True)
    word_id = fields.BigIntField()
    product_id = fields.BigIntField(db_index=True)
    place = fields.SmallIntField(default=0)

    class Meta:
        table = "shop_product_word"
        indexes = (Index(fields=("word_id", "place", "product_id"), name="ix_word_products"),)

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id word_id product_id place"
