"""Tables of campaigns: what is offered, to whom exactly, and what came of it.

A campaign is written while it is a draft, its audience is frozen into rows when it starts, and what became of each
message stands in the outbox, under the template of the campaign's text.
"""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model


class Campaign(Model):
    """One offer to customers or one post of the channel; see broadcasts/rules.py for what may follow what.

    Every edit adds one to `version`, and what was approved is one version.
    """

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharField(12, default="customers", description="customers or channel")
    title = fields.CharField(128, description="for the staff")
    status = fields.CharField(12, default="draft", description="see broadcasts/rules.py")
    origin = fields.CharField(16, null=True, description="null: by hand; winback, anniversary, after_purchase")
    author_id = fields.BigIntField(null=True, description="null: the bot itself")
    segment: Any = fields.JSONField(description="see broadcasts/segments.py")
    when_kind = fields.CharField(8, default="now", description="now, at (send_at) or local (local_on and local_at)")
    send_at = fields.DatetimeField(null=True)
    local_on = fields.DateField(null=True)
    local_at = fields.CharField(5, null=True, description="08:30, by the clock of whoever gets it")
    expires_at = fields.DatetimeField(null=True, description="not sent from then on; set at the start at the latest")
    missing = fields.CharField(8, default="fallback", description="languages without a text: fallback or hold")
    silent = fields.BooleanField(default=False)
    pin = fields.BooleanField(default=False, description="channel posts only")
    labelled = fields.BooleanField(
        default=True, description="the bot says that this is advertising; False: the text does"
    )
    never_twice = fields.BooleanField(
        default=False, db_default=False, description="whose arrival is in doubt does not get it again; else they do"
    )
    reduction: Any = fields.JSONField(null=True, description='{"price", "lowest_30_days", "currency"}: a price cut')
    media: Any = fields.JSONField(description='[{"kind": "photo" or "video", "file_id"}], ten at most')
    buttons: Any = fields.JSONField(description='[{"id", "kind", "target", "labels": {locale: text}}]')
    version = fields.IntField(default=1)
    approved_by = fields.BigIntField(null=True)
    approved_at = fields.DatetimeField(null=True)
    approved_version = fields.IntField(null=True)
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()
    started_at = fields.DatetimeField(null=True, description="when its audience was frozen")
    frozen = fields.IntField(null=True, description="how many were to get it then")
    templates: Any = fields.JSONField(null=True, description="{locale: id in the outbox}, once started")
    tested: Any = fields.JSONField(null=True, description="{locale: digest of what was last sent as a test}")
    freezing: Any = fields.JSONField(null=True, description="how far its audience is written down; null: all of it")
    checkpoint = fields.BigIntField(default=0, description="the last recipient that the outbox has")
    finished_at = fields.DatetimeField(null=True)
    paused_because = fields.CharField(16, null=True, description="staff or errors")
    late_because = fields.CharField(12, null=True, description="scheduled, and held since its time passed: Late")
    tried_before = fields.IntField(default=0, description="attempts when it was last resumed: errors count from there")
    failed_before = fields.IntField(default=0)
    progress_chat_id = fields.BigIntField(null=True, description="where the staff see how far it is")
    copied_from = fields.BigIntField(null=True)
    improvement_id = fields.BigIntField(null=True, db_index=True, description="what it tells those who complained of")

    class Meta:
        table = "broadcast_campaign"
        indexes = (Index(fields=("status", "send_at"), name="ix_campaign_status"),)

    class Columns:
        personal = "author_id approved_by progress_chat_id"
        sensitive = ""
        neither = (
            "id kind title status origin segment when_kind send_at local_on local_at expires_at missing silent pin "
            "labelled never_twice reduction media buttons version approved_at approved_version created_at updated_at "
            "started_at frozen templates tested freezing checkpoint finished_at paused_because late_because "
            "tried_before failed_before copied_from improvement_id"
        )


class Watcher(Model):
    """Somebody of the staff who follows how far a campaign is, beside whoever began it."""

    id = fields.BigIntField(primary_key=True)
    campaign_id = fields.BigIntField()
    chat_id = fields.BigIntField()
    since = fields.DatetimeField()

    class Meta:
        table = "broadcast_watcher"
        unique_together = (("campaign_id", "chat_id"),)

    class Columns:
        personal = "chat_id"
        sensitive = ""
        neither = "id campaign_id since"


class CampaignText(Model):
    """What a campaign says in one language, in the HTML that Telegram takes."""

    id = fields.BigIntField(primary_key=True)
    campaign: fields.ForeignKeyRelation[Campaign] = fields.ForeignKeyField(
        "bote.Campaign", related_name="texts", db_index=True
    )
    campaign_id: int
    locale = fields.CharField(8)
    text = fields.TextField()

    class Meta:
        table = "broadcast_text"
        unique_together = (("campaign", "locale"),)

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id campaign_id locale text"


class Recipient(Model):
    """One chat that was to get a campaign when it started, in the order in which they get it.

    No foreign keys: a hundred thousand of them are written in one statement, and who is erased leaves it.
    """

    id = fields.BigIntField(primary_key=True)
    campaign_id = fields.BigIntField()
    chat_id = fields.BigIntField(db_index=True)
    customer_id = fields.BigIntField(null=True, db_index=True)
    locale = fields.CharField(8)
    country = fields.CharField(2, null=True)
    due_at = fields.DatetimeField(description="never falls from one row of a campaign to the next")
    token = fields.CharField(32, unique=True, description="random; stands in the links of this message")
    template_id = fields.BigIntField(null=True)
    held_because = fields.CharField(32, null=True, description="why the outbox never got it: rules.Held")
    stopped_at = fields.DatetimeField(null=True, description="unsubscribed by the button of this message")

    class Meta:
        table = "broadcast_recipient"
        unique_together = (("campaign_id", "chat_id"),)
        indexes = (Index(fields=("campaign_id", "id"), name="ix_recipient_page"),)

    class Columns:
        personal = "chat_id customer_id locale country"
        sensitive = "token"
        neither = "id campaign_id due_at template_id held_because stopped_at"


class Click(Model):
    """That somebody followed a link or tapped a button of a campaign, and how often."""

    id = fields.BigIntField(primary_key=True)
    recipient_id = fields.BigIntField()
    campaign_id = fields.BigIntField(db_index=True)
    button = fields.CharField(16)
    first_at = fields.DatetimeField()
    last_at = fields.DatetimeField()
    times = fields.IntField(default=1)

    class Meta:
        table = "broadcast_click"
        unique_together = (("recipient_id", "button"),)

    class Columns:
        personal = "recipient_id"
        sensitive = ""
        neither = "id campaign_id button first_at last_at times"


class RecurringSend(Model):
    """A campaign that sends itself: each run is a copy of `campaign_id`, to those whose day it is."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(32, unique=True)
    kind = fields.CharField(16, description="winback, anniversary or after_purchase")
    active = fields.BooleanField(default=False)
    days = fields.IntField(null=True, description="since what the kind says")
    campaign_id = fields.BigIntField(null=True, db_index=True, description="the draft it copies")
    last_run_on = fields.DateField(null=True)
    author_id = fields.BigIntField(null=True)
    updated_at = fields.DatetimeField()

    class Meta:
        table = "broadcast_recurring"

    class Columns:
        personal = "author_id"
        sensitive = ""
        neither = "id key kind active days campaign_id last_run_on updated_at"


class Improvement(Model):
    """What the shop has changed because customers complained: the post and the message that tell of it (LOOP-04)."""

    id = fields.BigIntField(primary_key=True)
    cause = fields.CharField(32, db_index=True, description="of broadcasts/causes.py")
    author_id = fields.BigIntField()
    created_at = fields.DatetimeField()
    post_id = fields.BigIntField(null=True, description="the campaign for the channel; null: there was none")
    letter_id = fields.BigIntField(null=True, description="the one for who complained; null: nobody had")

    class Meta:
        table = "broadcast_improvement"

    class Columns:
        personal = "author_id"
        sensitive = ""
        neither = "id cause created_at post_id letter_id"


class Voice(Model):
    """One answer or case that an improvement is the answer to; it is the answer to none other."""

    id = fields.BigIntField(primary_key=True)
    improvement_id = fields.BigIntField(db_index=True)
    source = fields.CharField(64, unique=True, description="answer:17:late or case:5:late")
    chat_id = fields.BigIntField(null=True, db_index=True)
    customer_id = fields.BigIntField(null=True, db_index=True)
    said_at = fields.DatetimeField()

    class Meta:
        table = "broadcast_voice"

    class Columns:
        personal = "source chat_id customer_id"
        sensitive = ""
        neither = "id improvement_id said_at"
