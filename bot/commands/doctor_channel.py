"""Whether the bot may do in the channel what offers need, and in the customers' group what requests to join need."""

from bot.commands.bot_api import Ask, RefusedError
from bot.commands.findings import Finding, fail, ok, warn

# What a post needs, and in which words Telegram's apps ask an owner for it.
NEEDED = {"can_post_messages": "Post Messages", "can_edit_messages": "Edit Messages of Others"}


async def check_channel(chat_id: int | None, ask: Ask, *, bot_id: int) -> Finding:
    """The finding about the channel, with what its owner has to do."""
    if chat_id is None:
        return ok("channel", "no community channel; offers go to single chats only (BOTE_COMMUNITY_CHAT_ID)")
    try:
        chat = await ask("getChat", chat_id=chat_id)
        if chat["type"] != "channel":
            return fail("channel", f"{chat_id} is a {chat['type']} chat; BOTE_COMMUNITY_CHAT_ID must name a channel")
        member = await ask("getChatMember", chat_id=chat_id, user_id=bot_id)
    except RefusedError as error:
        told = f"{chat_id} cannot be posted in ({error}); make the bot an administrator there"
        return fail("channel", f"{told}, or see BOTE_COMMUNITY_CHAT_ID")
    missing = [words for right, words in NEEDED.items() if not member.get(right)]
    if "Post Messages" in missing:
        return fail("channel", f"the bot may not post in {chat['title']}; give it the right: {', '.join(missing)}")
    if missing:
        return warn("channel", f"in {chat['title']} posts cannot be pinned; give the bot the right: {missing[0]}")
    return ok("channel", f"the bot posts in {chat['title']}")


async def check_group(chat_id: int | None, ask: Ask, *, bot_id: int) -> Finding:
    """The finding about the customers' group: without the right to invite, requests to join wait for ever."""
    if chat_id is None:
        return ok("group", "no group for customers (BOTE_COMMUNITY_GROUP_ID)")
    try:
        chat = await ask("getChat", chat_id=chat_id)
        member = await ask("getChatMember", chat_id=chat_id, user_id=bot_id)
    except RefusedError as error:
        return fail("group", f"{chat_id} is not seen ({error}); add the bot there, or see BOTE_COMMUNITY_GROUP_ID")
    if chat["type"] != "supergroup":
        return fail("group", f"{chat_id} is a {chat['type']} chat; BOTE_COMMUNITY_GROUP_ID must name a supergroup")
    if not member.get("can_invite_users"):
        return fail("group", f"the bot lets nobody into {chat['title']}; give it the right: Invite Users via Link")
    return ok("group", f"the bot lets customers into {chat['title']}")
