"""Who sits in the demo's web chat: the customers, somebody of the shop's staff, and the bot."""

import tomllib

from bot.clock import Clock
from bot.config import Locale
from bot.demo.content import SHOP, SHOP_NAME, find_team, list_seats
from bot.demo.offers import channel_greeting, channel_title, find_marketer
from bot.demo.pages import PREFIX
from bot.webchat.joining import add_link
from bot.webchat.people import write
from bot.webchat.state import Chatroom, Person

# The web chat runs on this machine only, so that its token is no secret.
TOKEN = "7000001:demo-demo-demo-demo-demo-demo-demo-demo"  # noqa: S105
BOT_USERNAME = "bote_demo_bot"
# The ids of the first group and channel of a room: known before there is one, since the settings name them.
GROUP_ID = -1_000_000_001_001
CHANNEL_ID = -1_000_000_001_002
CUSTOMERS_ID, CIRCLE_ID = -1_000_000_001_003, -1_000_000_001_004


def furnish_room(clock: Clock, language: Locale) -> Chatroom:
    """The room with everybody in their seats; its messages carry the shop's time, so that days pass in the chat.

    `language` is the staff's, as on the cards in their group.
    """
    room = Chatroom(wall=lambda: clock.now().timestamp())
    bot = room.add_bot(TOKEN, BOT_USERNAME, SHOP_NAME, photo=f"{PREFIX}/logo.svg")
    for seat in list_seats():
        room.add_user(seat.first_name, id=seat.id, language_code=seat.language, about=seat.about)
    team = find_team(language)
    room.add_user(team.name, id=team.id, language_code=team.language, about=team.about)
    group = room.add_group(team.group, [team.id], bot=bot, bot_is_admin=True)
    if group.id != GROUP_ID:
        raise ValueError(f"the staff's group is {group.id}, and the settings say {GROUP_ID}")
    marketer = find_marketer(language)
    room.add_user(marketer.name, id=marketer.id, language_code=marketer.language, about=marketer.about)
    followers = [*(seat.id for seat in list_seats()), team.id]
    channel = room.add_channel(channel_title(), followers, owners=[marketer.id], bot=bot)
    if channel.id != CHANNEL_ID:
        raise ValueError(f"the channel is {channel.id}, and the settings say {CHANNEL_ID}")
    _open_groups(room, language, [team.id, marketer.id])
    return room


def knock(room: Chatroom, language: Locale) -> None:
    """Everybody opens their chat, so that the visitor finds the home screen there, and that the bot may write to the
    team in private, too; the team says good morning.
    """
    bot, team = room.first_bot(), find_team(language)
    marketer = room.persons[find_marketer(language).id]
    for id_ in (*(seat.id for seat in list_seats()), team.id, marketer.id):
        person: Person = room.persons[id_]
        write(room, room.private_chat(bot, person), person, "/start")
    write(room, bot.chats[GROUP_ID], room.persons[team.id], team.greeting)
    write(room, bot.chats[CHANNEL_ID], marketer, channel_greeting())
    told = _groups(language)
    write(room, bot.chats[CUSTOMERS_ID], room.persons[team.id], told["greeting"])
    links = [next(iter(bot.chats[each].links)) for each in (CUSTOMERS_ID, CIRCLE_ID)]
    write(room, bot.chats[CHANNEL_ID], marketer, told["invite"].format(group=links[0], circle=links[1]))


def _open_groups(room: Chatroom, language: Locale, hosts: list[int]) -> None:
    """For all customers and for a tier, each with a link by which one asks to be let in."""
    told = _groups(language)
    for chat_id, name in ((CUSTOMERS_ID, "group"), (CIRCLE_ID, "circle")):
        group = room.add_group(told[name], hosts, bot_is_admin=True)
        if group.id != chat_id:
            raise ValueError(f"the group is {group.id}, and the settings say {chat_id}")
        add_link(group, room.persons[hosts[0]].as_user, creates_join_request=True)


def _groups(language: Locale) -> dict[str, str]:
    told: dict[str, str] = tomllib.loads((SHOP / "community.toml").read_text("utf-8"))[language]
    return told
