"""Tables of the shop database; every column is classed beside its model (privacy of `bot/privacy`)."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model


class Customer(Model):
    """Who bought to one postcode: found by source, by external id or else e-mail, and by where the order goes."""

    # A number and a postcode prove one delivery, not whose e-mail a guest typed: their mailbox or telephone opens all.
    id = fields.BigIntField(primary_key=True)
    source = fields.CharField(64, default="")
    external_id = fields.CharField(128, null=True)
    email = fields.CharField(320, null=True)
    email_key = fields.CharField(320, null=True, db_index=True)
    phone = fields.CharField(64, null=True)
    phone_key = fields.CharField(32, null=True, db_index=True)
    name = fields.CharField(256, null=True)
    locale = fields.CharField(16, null=True)
    postal_key = fields.CharField(32, default="", description="where their orders go; empty: orders without postcode")
    erased_at = fields.DatetimeField(null=True, description="only what the law keeps is left, see shop/erased.py")

    class Meta:
        table = "shop_customer"
        unique_together = (("source", "external_id", "postal_key"),)

    class Columns:
        personal = "external_id email email_key phone phone_key name locale postal_key"
        sensitive = ""
        neither = "id source erased_at"


class ErasedIdentity(Model):
    """What an erased customer is recognised by when the shop tells of them again: digests, nothing else."""

    id = fields.BigIntField(primary_key=True)
    customer_id = fields.BigIntField(db_index=True)
    digest = fields.CharField(64, db_index=True)
    erased_at = fields.DatetimeField()

    class Meta:
        table = "shop_erased"

    class Columns:
        personal = "customer_id digest"
        sensitive = ""
        neither = "id erased_at"


class Order(Model):
    """One purchase; `state`, `is_open`, `expected_on` and `delivered_at` follow its shipments."""

    id = fields.BigIntField(primary_key=True)
    source = fields.CharField(64, default="")
    external_id = fields.CharField(128, null=True)
    number = fields.CharField(64)
    number_key = fields.CharField(64, db_index=True)
    customer: fields.ForeignKeyNullableRelation[Customer] = fields.ForeignKeyField(
        "bote.Customer", related_name="orders", null=True, db_index=True, on_delete=fields.SET_NULL
    )
    customer_id: int | None
    placed_at = fields.DatetimeField()
    status = fields.CharField(64, null=True, description="the shop's own word, as it came")
    currency = fields.CharField(3)
    total = fields.DecimalField(14, 4, null=True)
    shipping_total = fields.DecimalField(14, 4, null=True)
    discount_total = fields.DecimalField(14, 4, null=True)
    tax_total = fields.DecimalField(14, 4, null=True)
    payment_method = fields.CharField(128, null=True)
    ship_name = fields.CharField(256, null=True)
    ship_street = fields.CharField(256, null=True)
    ship_postal_code = fields.CharField(32, null=True)
    ship_city = fields.CharField(128, null=True)
    ship_country = fields.CharField(2, null=True)
    state = fields.CharField(32, description="what the customer is told, see shop/states.py")
    is_open = fields.BooleanField(default=True)
    expected_on = fields.DateField(null=True)
    delivered_at = fields.DatetimeField(null=True)
    fingerprint = fields.CharField(64, null=True, description="digest of the last imported line")
    original_total = fields.DecimalField(14, 4, null=True, description="before edits and refunds; null: as the total")
    paid_total = fields.DecimalField(14, 4, null=True, description="what has come in for it; null: all, or not told")
    is_test = fields.BooleanField(default=False, description="placed to try the shop out: never announced")
    is_hidden = fields.BooleanField(default=False, description="draft, deleted or blocked: shown to no customer")
    revised_at = fields.DatetimeField(null=True, description="the shop's time of what is stored; older is ignored")

    class Meta:
        table = "shop_order"
        unique_together = (("source", "external_id"),)
        indexes = (Index(fields=("customer_id", "is_open", "placed_at"), name="ix_order_list"),)

    class Columns:
        personal = "external_id customer_id ship_name ship_street ship_postal_code ship_city ship_country fingerprint"
        sensitive = "payment_method"
        neither = (
            "id source number number_key placed_at status currency total shipping_total discount_total tax_total "
            "state is_open expected_on delivered_at original_total paid_total is_test is_hidden revised_at"
        )


class Line(Model):
    """One item of an order, as it was bought; one that the shop takes out again stays, with a `quantity` of 0."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField("bote.Order", related_name="lines", db_index=True)
    order_id: int
    position = fields.IntField()
    sku = fields.CharField(128, null=True)
    name = fields.CharField(512, null=True)
    variant = fields.CharField(256, null=True)
    quantity = fields.IntField(default=1)
    refunded = fields.IntField(default=0, description="how many of them the money went back for")
    removed = fields.IntField(db_default=0, description="how many more there were before the shop took them out")
    unit_price = fields.DecimalField(14, 4, null=True)
    external_id = fields.CharField(128, null=True, description="the source's own id of the item")
    provided = fields.BooleanField(null=True, description="of a download: whether it is with them; null: not told")

    class Meta:
        table = "shop_line"
        unique_together = (("order", "position"),)

    class Columns:
        personal = "sku name variant quantity refunded removed external_id"
        sensitive = ""
        neither = "id order_id position unit_price provided"


class Shipment(Model):
    """One parcel: who carries it, where it stands, when it is expected, what is in it."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField(
        "bote.Order", related_name="shipments", db_index=True
    )
    order_id: int
    position = fields.IntField()
    external_id = fields.CharField(128, null=True, db_index=True, description="the shop's id of the fulfilment")
    carrier = fields.CharField(64, null=True)
    tracking_number = fields.CharField(128, null=True)
    tracking_key = fields.CharField(128, null=True, db_index=True)
    tracking_url = fields.CharField(2048, null=True)
    expected_on = fields.DateField(null=True)
    expected_from = fields.DatetimeField(null=True)
    expected_until = fields.DatetimeField(null=True)
    contents: Any = fields.JSONField(null=True, description='[{"sku", "quantity"}]; null: not told')
    status = fields.CharField(32, default="unknown")
    reason = fields.CharField(64, null=True)
    status_at = fields.DatetimeField(null=True)
    rank = fields.IntField(default=0)
    delivered_at = fields.DatetimeField(null=True)
    proof: Any = fields.JSONField(null=True, description='{"signed_by", "images": [address]} of the delivery')
    revised_at = fields.DatetimeField(null=True, description="the shop's time of what is stored; older is ignored")
    expected_told_at = fields.DatetimeField(null=True, description="when its carrier told the expected day")

    class Meta:
        table = "shop_shipment"
        unique_together = (("order", "position"),)

    class Columns:
        personal = "external_id tracking_number tracking_key tracking_url contents proof"
        sensitive = ""
        neither = (
            "id order_id position carrier expected_on expected_from expected_until status reason status_at rank "
            "delivered_at revised_at expected_told_at"
        )


class Refund(Model):
    """Money that went back for an order, as the shop told it."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField(
        "bote.Order", related_name="refunds", db_index=True
    )
    order_id: int
    external_id = fields.CharField(128)
    refunded_at = fields.DatetimeField()
    amount = fields.DecimalField(14, 4, null=True, description="in the order's currency; null: not told")
    items: Any = fields.JSONField(null=True, description='[{"sku", "quantity"}]')
    shipping = fields.DecimalField(14, 4, null=True, description="what of the amount is the delivery")

    class Meta:
        table = "shop_refund"
        unique_together = (("order", "external_id"),)

    class Columns:
        personal = "order_id external_id items"
        sensitive = ""
        neither = "id refunded_at amount shipping"


class Product(Model):
    """Something the shop sells; texts by language."""

    id = fields.BigIntField(primary_key=True)
    sku = fields.CharField(128, unique=True)
    name: Any = fields.JSONField(description="{locale: text}")
    description: Any = fields.JSONField(null=True, description="{locale: text}")
    category = fields.CharField(128, null=True, db_index=True)
    price = fields.DecimalField(14, 4, null=True)
    currency = fields.CharField(3, null=True)
    stock = fields.IntField(null=True, description="null: not counted")
    facts: Any = fields.JSONField(null=True, description="{label: text} or {label: {locale: text}}")
    images: Any = fields.JSONField(null=True, description="[address or file]")
    manual_url = fields.CharField(2048, null=True)
    returnable = fields.BooleanField(default=True)
    not_returnable_because: Any = fields.JSONField(null=True, description="text or {locale: text}")
    return_exclusion = fields.CharField(32, null=True, description="why the law knows no withdrawal here")
    external_id = fields.CharField(128, null=True, db_index=True, description="source and id, as in woocommerce:93")
    family = fields.CharField(128, null=True, db_index=True, description="the same for all variants of one product")
    is_listed = fields.BooleanField(default=True, description="False: not sold any more, kept for orders of the past")
    revised_at = fields.DatetimeField(null=True, description="the shop's time of what is stored; older is ignored")
    sku_key = fields.CharField(128, null=True, db_index=True, description="see wording.sku_key")
    indexed = fields.CharField(32, null=True, db_index=True, description="version and digest of the words in the index")

    class Meta:
        table = "shop_product"

    class Columns:
        personal = ""
        sensitive = ""
        neither = (
            "id sku name description category price currency stock facts images manual_url returnable "
            "not_returnable_because return_exclusion external_id family is_listed revised_at sku_key indexed"
        )
