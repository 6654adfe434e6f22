"""Tables of returns: what goes back and why, every step with who took it, and the money."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from bot.shop.models import Customer, Line, Order


class Return(Model):
    """Something sent back, or to be: one way for all its items. `status` is one of machine.Status.

    `revision` counts the changes: whoever changes it names the one they have seen.
    """

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(16, unique=True, description="R-7K3F: what customer and staff call it")
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "bote.Customer", related_name="returns", db_index=True
    )
    customer_id: int
    chat_id = fields.BigIntField(null=True, description="where it was asked for; null: by staff or the platform")
    order: fields.ForeignKeyRelation[Order] = fields.ForeignKeyField(
        "bote.Order", related_name="returns", db_index=True, description="of its first item"
    )
    order_id: int
    source = fields.CharField(64, default="", description="of the platform that keeps it too")
    external_id = fields.CharField(128, null=True, description="the platform's id of it")
    way = fields.CharField(16, description="withdrawal, warranty or goodwill")
    status = fields.CharField(24, default="draft")
    outcome = fields.CharField(16, default="refund", description="wanted: refund, exchange, replacement or credit")
    revision = fields.IntField(default=0)
    goods = fields.DecimalField(14, 4, description="estimate: what the items bring")
    shipping = fields.DecimalField(14, 4, default=0, description="estimate: of the delivery")
    fee = fields.DecimalField(14, 4, default=0, description="estimate: what the customer bears")
    currency = fields.CharField(3)
    note = fields.TextField(null=True, description="the customer's own words")
    why = fields.CharField(255, null=True, description="why it was rejected or set aside for the staff to look at")
    locale = fields.CharField(8)
    sends_itself = fields.BooleanField(default=False, description="without a label of the shop")
    keeps = fields.BooleanField(default=False, description="approved without a return: nothing has to come back")
    loss = fields.DecimalField(14, 4, default=0, description="after the check: what is taken off for the goods' state")
    finding = fields.CharField(255, null=True, description="what the check found, in the words of the staff")
    photo_asked_at = fields.DatetimeField(null=True, description="the staff want one; null: they have what they need")
    label: Any = fields.JSONField(null=True, description='{"url", "code", "file_id", "file_kind"}')
    label_key = fields.CharField(128, null=True, db_index=True, description="normalised tracking number of the label")
    label_carrier = fields.CharField(64, null=True, description="who brings it, as shipments name carriers")
    label_expires_on = fields.DateField(null=True)
    together = fields.BigIntField(
        null=True, db_index=True, description="id of the first of several that come in one parcel; null: by itself"
    )
    declared_with = fields.BigIntField(null=True, db_index=True, description="id of the first of one declaration")
    overtaken_by = fields.BigIntField(null=True, description="id of the withdrawal that took the place of this wish")
    follows = fields.BigIntField(
        null=True, db_index=True, description="id of the return by which these pieces were given; null: as bought"
    )
    send_by = fields.DateField(null=True, description="the last day for the parcel; null: the shop owes its label yet")
    waived = fields.DecimalField(14, 4, db_default=0, description="what the shop has let the customer off the fee")
    pays_difference = fields.BooleanField(
        db_default=False, description="what another article costs more is paid before it leaves"
    )
    even = fields.BooleanField(db_default=False, description="the other article counts for what was paid for these")
    carried = fields.DecimalField(
        14, 4, db_default=0, description="paid for a wish and counted for the withdrawal in its place; there below zero"
    )
    carried_topped = fields.DecimalField(14, 4, db_default=0, description="the same of what was paid on top")
    unpaid = fields.BooleanField(db_default=False, description="its order was not paid in full when made or over")
    came = fields.DecimalField(14, 4, db_default=0, description="unpaid: what has come in for the order by now")
    came_at = fields.DatetimeField(null=True, description="when money came in that had been missing")
    lost = fields.BooleanField(db_default=False, description="its parcel never came, so nothing can come back")
    lost_at = fields.DatetimeField(null=True, description="when that came to be known; null: before it was declared")
    late_at = fields.DatetimeField(null=True, description="when pieces came that nobody had waited for any more")
    created_at = fields.DatetimeField()
    declared_at = fields.DatetimeField(null=True, description="when a withdrawal was declared: the refund clock starts")
    remind_at = fields.DatetimeField(null=True, db_index=True, description="when to look at it again")
    closed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "return_request"
        unique_together = (("source", "external_id"),)
        indexes = (
            Index(fields=("status", "created_at"), name="ix_return_status"),
            Index(fields=("status", "closed_at"), name="ix_return_closed"),
        )

    class Columns:
        personal = "customer_id chat_id order_id external_id note why finding label label_key locale"
        sensitive = ""
        neither = (
            "id number source way status outcome revision goods shipping fee currency sends_itself keeps loss "
            "waived pays_difference even carried carried_topped came came_at "
            "photo_asked_at label_carrier label_expires_on together declared_with overtaken_by follows send_by unpaid "
            "lost lost_at late_at created_at declared_at remind_at closed_at"
        )


class ReturnItem(Model):
    """So many pieces of a line of an order; lines keep their order, so a return may be over several."""

    id = fields.BigIntField(primary_key=True)
    request: fields.ForeignKeyRelation[Return] = fields.ForeignKeyField(
        "bote.Return", related_name="items", db_index=True
    )
    request_id: int
    line: fields.ForeignKeyRelation[Line] = fields.ForeignKeyField(
        "bote.Line", related_name="return_items", db_index=True
    )
    line_id: int
    quantity = fields.IntField()
    received = fields.IntField(default=0)
    accepted = fields.IntField(null=True, description="after the check; null: not checked")
    reason = fields.CharField(32, null=True, description="one of reasons.REASONS; a withdrawal needs none")
    exchange_sku = fields.CharField(128, null=True, description="what is wanted instead")
    exchange_price = fields.DecimalField(
        14, 4, null=True, description="of a piece of it, as it was agreed; null: before this was kept"
    )
    article = fields.CharField(128, null=True, description="article number of what was given; null: as bought")
    given = fields.IntField(null=True, description="pieces given instead; null: none, or before this was kept")
    listed = fields.IntField(null=True, description="pieces of what was given that the order listed then as bought")

    class Meta:
        table = "return_item"
        unique_together = (("request", "line"),)

    class Columns:
        personal = "line_id reason exchange_sku article"
        sensitive = ""
        neither = "id request_id quantity received accepted exchange_price given listed"


class ReturnPhoto(Model):
    """A photo that the customer sent; Telegram keeps the picture."""

    id = fields.BigIntField(primary_key=True)
    request: fields.ForeignKeyRelation[Return] = fields.ForeignKeyField(
        "bote.Return", related_name="photos", db_index=True
    )
    request_id: int
    file_id = fields.CharField(255)
    unique_id = fields.CharField(64, description="of the file: the same picture twice is once")
    at = fields.DatetimeField()

    class Meta:
        table = "return_photo"
        unique_together = (("request", "unique_id"),)

    class Columns:
        personal = "file_id unique_id"
        sensitive = ""
        neither = "id request_id at"


class ReturnStep(Model):
    """One step of a return; never changed."""

    id = fields.BigIntField(primary_key=True)
    request: fields.ForeignKeyRelation[Return] = fields.ForeignKeyField(
        "bote.Return", related_name="steps", db_index=True
    )
    request_id: int
    status = fields.CharField(24, description="where it stood afterwards")
    act = fields.CharField(24, null=True, description="what was done, if the status does not tell: photo, keep, paid")
    actor = fields.CharField(16, description="machine.Actor")
    staff_id = fields.BigIntField(null=True)
    why = fields.CharField(255, null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "return_step"

    class Columns:
        personal = "staff_id why"
        sensitive = ""
        neither = "id request_id status act actor at"


class LabelPoll(Model):
    """When to ask a carrier about a label next, as shipping_poll has it for parcels that were sent out."""

    id = fields.BigIntField(primary_key=True)
    request: fields.OneToOneRelation[Return] = fields.OneToOneField("bote.Return", related_name="poll")
    request_id: int
    carrier = fields.CharField(64)
    due_at = fields.DatetimeField(db_index=True)
    failures = fields.IntField(default=0)
    leased_until = fields.DatetimeField(null=True, description="real time; somebody is asking")
    retry_at = fields.DatetimeField(null=True, description="real time; not asked again before")
    asked_at = fields.DatetimeField(null=True, db_index=True, description="real time; counts for the carrier's rate")

    class Meta:
        table = "return_label_poll"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id request_id carrier due_at failures leased_until retry_at asked_at"


class ReturnPayment(Model):
    """Money or its worth that went to the customer for a return, once per source."""

    id = fields.BigIntField(primary_key=True)
    request: fields.ForeignKeyRelation[Return] = fields.ForeignKeyField(
        "bote.Return", related_name="payments", db_index=True
    )
    request_id: int
    kind = fields.CharField(16, description="refund, credit, exchange or replacement")
    amount = fields.DecimalField(14, 4)
    currency = fields.CharField(3)
    once = fields.CharField(160, unique=True, description="shopify:refund:929361464, staff:17")
    staff_id = fields.BigIntField(null=True)
    tracking = fields.CharField(128, null=True, description="number of the parcel with the article")
    at = fields.DatetimeField()

    class Meta:
        table = "return_payment"

    class Columns:
        personal = "once staff_id tracking"
        sensitive = ""
        neither = "id request_id kind amount currency at"


class ShopCall(Model):
    """Something that the shop's own system has to do, to be told by a signed webhook until it is taken."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(96, unique=True, description="Idempotency-Key: the same deed twice is one")
    topic = fields.CharField(32, description="return.approved, return.refund, order.cancel, …")
    subject = fields.CharField(
        96, default="", db_default="", db_index=True, description="return:17 or order:5: what is told in its order"
    )
    body: Any = fields.JSONField()
    words = fields.TextField(null=True, description="of the customer, apart from the body: an erasure takes them")
    created_at = fields.DatetimeField()
    attempts = fields.IntField(default=0)
    retry_at = fields.DatetimeField(null=True, db_index=True, description="real time; null: done or given up")
    leased_until = fields.DatetimeField(null=True, description="real time")
    error = fields.CharField(255, null=True)
    done_at = fields.DatetimeField(null=True)

    class Meta:
        table = "return_shop_call"

    class Columns:
        personal = "subject body words"
        sensitive = ""
        neither = "id key topic created_at attempts retry_at leased_until error done_at"
