"""Tables of product reviews: what customers say of what they bought, and what the staff decided about their words."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model


class Review(Model):
    """One customer's stars for one product, with their words and picture where they added some.

    The stars count at once. Words wait to be read: `counted` (stars alone), `waiting`, `shown` or `declined`; `why` is
    the reason of the last refusal. Only what was declined as `fake` does not count, until it is found true.
    """

    id = fields.BigIntField(primary_key=True)
    product_id = fields.BigIntField()
    customer_id = fields.BigIntField()
    chat_id = fields.BigIntField(null=True, db_index=True, description="where they are told what came of it")
    order_id = fields.BigIntField(description="the delivered order that proves the purchase")
    stars = fields.IntField(description="1 to 5")
    words = fields.TextField(null=True)
    photo = fields.CharField(256, null=True, description="file id")
    locale = fields.CharField(8, null=True)
    status = fields.CharField(12, default="counted")
    version = fields.IntField(default=1, description="of words and picture: what was read is what is decided about")
    why = fields.CharField(16, null=True)
    given_at = fields.DatetimeField()
    changed_at = fields.DatetimeField(description="of words and picture, else of the stars")

    class Meta:
        table = "community_review"
        unique_together = (("customer_id", "product_id"),)
        indexes = (Index(fields=("product_id", "status", "changed_at"), name="ix_review_shown"),)

    class Columns:
        personal = "customer_id chat_id order_id words photo locale"
        sensitive = ""
        neither = "id product_id stars status version why given_at changed_at"


class ReviewAsk(Model):
    """An order's customer to be asked once for a review of one of its products, judged again when it is due.

    `planned` waits (`why`: what keeps it back), `withheld` is never sent (`why`), `asked` was handed to the outbox.
    """

    id = fields.BigIntField(primary_key=True)
    order_id = fields.BigIntField(unique=True)
    customer_id = fields.BigIntField()
    product_id = fields.BigIntField(null=True, description="null: nothing of the order is to be asked about")
    chat_id = fields.BigIntField(null=True, db_index=True)
    status = fields.CharField(12, default="planned")
    why = fields.CharField(32, null=True, description="code of surveys/reasons.py")
    due_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    asked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "community_review_ask"
        unique_together = (("customer_id", "product_id"),)
        indexes = (Index(fields=("status", "due_at"), name="ix_review_ask_due"),)

    class Columns:
        personal = "order_id customer_id chat_id"
        sensitive = ""
        neither = "id product_id status why due_at expires_at asked_at"


class ReviewDecision(Model):
    """What somebody of the staff decided about the words of a review, once a version; it outlives the review."""

    id = fields.BigIntField(primary_key=True)
    review_id = fields.BigIntField()
    version = fields.IntField()
    stars = fields.IntField(description="as they were then")
    verdict = fields.CharField(12, description="shown or declined")
    why = fields.CharField(16, null=True)
    decided_by = fields.BigIntField(null=True)
    decided_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "community_review_decision"
        unique_together = (("review_id", "version"),)

    class Columns:
        personal = "decided_by"
        sensitive = ""
        neither = "id review_id version stars verdict why decided_at"
