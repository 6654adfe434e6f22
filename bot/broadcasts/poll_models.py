"""Tables of polls: what is asked in the channel and until when, and the figures that Telegram tells of it."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model


class ChannelPoll(Model):
    """One poll of the channel: draft, scheduled, open, closed or cancelled. Once scheduled it says what it says."""

    id = fields.BigIntField(primary_key=True)
    status = fields.CharField(12, default="draft", description="draft, scheduled, open, closed or cancelled")
    question = fields.CharField(300)
    options: Any = fields.JSONField(description="the answers to choose from, as typed")
    several = fields.BooleanField(default=False, description="whether more than one may be chosen")
    members_only = fields.BooleanField(default=False, description="who has followed the channel for 24 hours")
    countries: Any = fields.JSONField(description="only people of these, as two letters; empty: of all")
    post_at = fields.DatetimeField(null=True, description="null: as soon as it is posted by hand")
    deadline = fields.DatetimeField(null=True, description="closed then; null: by hand")
    author_id = fields.BigIntField(null=True)
    created_at = fields.DatetimeField()
    opened_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True, description="closed or cancelled")

    class Meta:
        table = "broadcast_poll"
        indexes = (Index(fields=("status", "deadline"), name="ix_poll_due"),)

    class Columns:
        personal = "author_id"
        sensitive = ""
        neither = (
            "id status question options several members_only countries post_at deadline created_at opened_at ended_at"
        )


class PollFigures(Model):
    """The newest figures of a poll as Telegram has told them; who has chosen what, nobody tells us.

    They come by Telegram's name of the poll, sometimes before we know that it is ours.
    """

    id = fields.BigIntField(primary_key=True)
    poll_id = fields.CharField(32, unique=True, description="Telegram's name, as in outbox_poll")
    update_id = fields.BigIntField(description="the update that told it: an older one changes nothing")
    counts: Any = fields.JSONField(description="how often each answer was chosen, in their order")
    voters = fields.IntField()
    closed = fields.BooleanField(default=False)
    seen_at = fields.DatetimeField(description="real time")

    class Meta:
        table = "broadcast_poll_figures"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id poll_id update_id counts voters closed seen_at"
