"""Tables of membership: who asked to be let into a group, and what came of it."""

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
