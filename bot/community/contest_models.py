"""Tables of contests: what can be won and until when, who takes part, and who has which place of the draw."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model


class Contest(Model):
    """One contest of the channel: draft, open, drawn or cancelled. Once open it says what it says.

    The seed is made as it opens; until the draw nobody but this row knows it.
    """

    id = fields.BigIntField(primary_key=True)
    status = fields.CharField(12, default="draft", description="draft, open, drawn or cancelled")
    texts: Any = fields.JSONField(description='{locale: {"title", "prize", "terms"}}, as typed')
    winners = fields.IntField(default=1)
    deadline = fields.DatetimeField(null=True, description="who takes part does so before it")
    seed = fields.CharField(64, null=True, description="32 random bytes in hexadecimal; published with the draw")
    commitment = fields.CharField(64, null=True, description="SHA-256 of the seed; published as it opens")
    digest = fields.CharField(64, null=True, description="SHA-256 of the frozen list of tickets")
    frozen = fields.IntField(null=True, description="how many tickets were in the draw")
    author_id = fields.BigIntField(null=True)
    created_at = fields.DatetimeField()
    opened_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True, description="drawn or cancelled")

    class Meta:
        table = "community_contest"
        indexes = (Index(fields=("status", "deadline"), name="ix_contest_due"),)

    class Columns:
        personal = "author_id"
        sensitive = "seed"
        neither = "id status texts winners deadline commitment digest frozen created_at opened_at ended_at"


class ContestEntry(Model):
    """That somebody takes part, once a chat; who withdraws in time leaves no row.

    The ticket is random, so that it tells nobody whose it is; without the chat it is nobody's.
    """

    id = fields.BigIntField(primary_key=True)
    contest_id = fields.BigIntField()
    chat_id = fields.BigIntField(null=True, db_index=True, description="null: erased; not in a draw to come")
    ticket = fields.CharField(16, unique=True)
    locale = fields.CharField(8, null=True, description="in which language the terms were agreed to")
    entered_at = fields.DatetimeField()

    class Meta:
        table = "community_contest_entry"
        unique_together = (("contest_id", "chat_id"),)

    class Columns:
        personal = "chat_id locale"
        sensitive = ""
        neither = "id contest_id ticket entered_at"


class ContestPlace(Model):
    """A place of the draw that has come up: a winner, until they are replaced by the next place."""

    id = fields.BigIntField(primary_key=True)
    contest_id = fields.BigIntField()
    place = fields.IntField(description="counted from 1, in the order that seed and list lead to")
    entry: fields.ForeignKeyRelation[ContestEntry] = fields.ForeignKeyField(
        "bote.ContestEntry", related_name="places", db_index=True
    )
    entry_id: int
    drawn_at = fields.DatetimeField()
    drawn_by = fields.BigIntField(null=True, description="who of the staff had it drawn again; null: the deadline")
    answer = fields.CharField(12, null=True, description="accepted or declined")
    answered_at = fields.DatetimeField(null=True)
    replaced_at = fields.DatetimeField(null=True)
    replaced_by = fields.BigIntField(null=True, description="who of the staff; null: erased before it came up")
    why = fields.CharField(16, null=True, description="no_answer, not_entitled, declined or erased")

    class Meta:
        table = "community_contest_place"
        unique_together = (("contest_id", "place"),)

    class Columns:
        personal = "entry_id drawn_by answer replaced_by"
        sensitive = ""
        neither = "id contest_id place drawn_at answered_at replaced_at why"
