"""Tables of the conversation: dialog state, handled updates, the bot's own name."""

from tortoise import fields
from tortoise.models import Model


class DialogState(Model):
    """State and data of one chat and destiny, as aiogram's storage sees it."""

    key = fields.CharField(255, primary_key=True)
    state = fields.CharField(255, null=True)
    data = fields.TextField(null=True)
    updated_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "conversation_state"

    class Columns:
        personal = "key state data"
        sensitive = ""
        neither = "updated_at"


class HandledUpdate(Model):
    """An update that was handled; a repeated delivery of it changes nothing (OPS-02)."""

    id = fields.BigIntField(primary_key=True)
    bot_id = fields.BigIntField()
    update_id = fields.BigIntField()
    handled_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "conversation_update"
        unique_together = (("bot_id", "update_id"),)

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id bot_id update_id handled_at"


class BotAccount(Model):
    """The bot as its server names it; `show link` needs the name without asking the server."""

    id = fields.BigIntField(primary_key=True)
    username = fields.CharField(64)
    link_base = fields.CharField(255, description="what a deep link begins with, up to start=")

    class Meta:
        table = "conversation_bot"

    class Columns:
        personal = ""
        sensitive = ""
        neither = "id username link_base"
