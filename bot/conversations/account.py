"""The bot's own name as its server tells it, kept for commands that talk to no server."""

from bot.conversations.models import BotAccount
from bot.db import unit_of_work


@unit_of_work
async def remember_account(bot_id: int, username: str, *, link_base: str) -> None:
    """Keep the name; `link_base` is what a deep link begins with, up to and with `start=`."""
    await BotAccount.filter(id__not=bot_id).delete()
    await BotAccount.update_or_create({"username": username, "link_base": link_base}, id=bot_id)


async def find_link_base() -> str | None:
    """What a deep link begins with, or None before the bot ran for the first time."""
    account = await BotAccount.first()
    return account.link_base if account else None
