"""Tables of membership: who asked to be let into a group, what came of it, and the personal links into groups."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model


class JoinRequest(Model):
    """That somebody asks to join a group or channel of ours, once each: who asks again begins a new round.

    Kept for a year, so that an answer can be explained; it is no profile of a member.
    """

    id = fields.BigIntField(primary_key=True)
    group_id = fields.BigIntField(description="Telegram id of the group as the request named it")
    title = fields.CharField(128, description="what the group was called")
    chat_id = fields.BigIntField(db_index=True, description="who asks")
    locale = fields.CharField(8, description="in which language they are answered")
    asked_at = fields.DatetimeField(description="by Telegram's clock: a repetition is told by it")
    noted_at = fields.DatetimeField()
    round = fields.IntField(default=1)
    status = fields.CharField(12, description="waiting, approved or declined")
    why = fields.CharField(16, description="linked, tier, not_linked, below_tier, banned or staff")
    carded_at = fields.DatetimeField(null=True, description="the staff were shown that it waits")
    decided_at = fields.DatetimeField(null=True)
    decided_by = fields.BigIntField(null=True, description="who of the staff; null: the rule")

    class Meta:
        table = "community_join_request"
        unique_together = (("group_id", "chat_id"),)
        indexes = (Index(fields=("status", "noted_at"), name="ix_join_status"),)

    class Columns:
        personal = "chat_id locale decided_by"
        sensitive = ""
        neither = "id group_id title asked_at noted_at round status why carded_at decided_at"


class PersonalLink(Model):
    """An invite link made for one customer: for one use and a day, and revoked once it is used or no longer theirs."""

    id = fields.BigIntField(primary_key=True)
    group_id = fields.BigIntField()
    chat_id = fields.BigIntField(null=True, db_index=True, description="whose it is; null: erased, to be revoked")
    customer_id = fields.BigIntField(null=True, db_index=True, description="by whose purchases they are let in")
    link = fields.CharField(128, null=True, unique=True, description="null: not made yet, or ended")
    made_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True, description="leads nowhere since")
    why = fields.CharField(12, null=True, description="used, passed_on, expired, unlinked, erased or not_made")

    class Meta:
        table = "community_personal_link"
        indexes = (Index(fields=("ended_at", "expires_at"), name="ix_personal_link_open"),)

    class Columns:
        personal = "chat_id customer_id"
        sensitive = "link"
        neither = "id group_id made_at expires_at ended_at why"


class GroupAnswer(Model):
    """When somebody's question in a group was answered without the bot being spoken to; forgotten after hours."""

    id = fields.BigIntField(primary_key=True, description="the chat of whoever asked")
    answered_at = fields.DatetimeField()

    class Meta:
        table = "community_group_answer"

    class Columns:
        personal = "id"
        sensitive = ""
        neither = "answered_at"
