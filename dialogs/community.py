"""The community of the shop's customers: what it brings, the way in by a link of one's own, the contest that runs."""

from typing import Any

from aiogram import Bot
from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Column, ListGroup, Select, Start, Url
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.community.contest_wording import contest_link, is_open
from bot.community.contests import ContestFacts, list_contests
from bot.community.doors import community_of
from bot.community.personal_links import Order, keep_link, open_links, order_link
from bot.config import Settings
from bot.conversations.account import find_link_base
from bot.customers.profile import Profile
from bot.i18n import plain
from dialogs.community_text import community_text, door_name
from dialogs.states import Asking, Community, Linking, Points
from dialogs.widgets import Block, Label, Notice, footer, toast

INSIDE = frozenset({ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.CREATOR})


async def card_getter(profile: Profile, settings: Settings, clock: Clock, **_: Any) -> dict[str, Any]:
    now, locale = clock.now(), profile.locale
    community = await community_of(profile.customer_ids, settings=settings, now=now)
    links = await open_links(profile.chat_id, now=now) if profile.is_linked else {}
    contest, base = await _running_contest(clock), await find_link_base()
    names = {door.chat_id: door_name(door, profile) for door in community.doors}
    return {
        "text": community_text(community, links, contest, profile, settings),
        "doors": [
            {"id": str(door.chat_id), "label": plain(locale, "community-open-button", name=names[door.chat_id])}
            for door in community.doors
            if door.is_open and door.chat_id not in links
        ],
        "links": [
            {"id": str(each.group_id), "label": plain(locale, "community-join-button", name=names[each.group_id])}
            | {"url": each.link}
            for each in links.values()
            if each.group_id in names
        ],
        "contest": contest_link(base, contest.id) if contest and base else "",
        "linked": profile.is_linked,
        "unlinked": not profile.is_linked,
    }


async def on_door(callback: CallbackQuery, _: Select[str], manager: DialogManager, door: str) -> None:
    """A link of one's own, unless one is inside already; the screen shows it."""
    given = manager.middleware_data
    profile, settings, clock, bot = given["profile"], given["settings"], given["clock"], given["bot"]
    community = await community_of(profile.customer_ids, settings=settings, now=clock.now())
    found = next((each for each in community.doors if str(each.chat_id) == door and each.is_open), None)
    if found is None or not given["is_live"]:
        return
    if await _is_inside(bot, found.chat_id, profile.chat_id):
        await toast(callback, plain(profile.locale, "community-inside-alert"), alert=True)
        return
    order = await order_link(profile.chat_id, found.chat_id, now=clock.now())
    if order is None or not await _give(bot, found.chat_id, order, clock):
        await toast(callback, plain(profile.locale, "community-no-link-alert"), alert=True)


async def _give(bot: Bot, group_id: int, order: Order, clock: Clock) -> bool:
    """Make it and keep it; what is nobody's any more by then (erased meanwhile) is taken back at once."""
    made = await _make(bot, group_id, order)
    is_kept = await keep_link(order.id, made, now=clock.now())
    if made and not is_kept:
        await bot.revoke_chat_invite_link(group_id, made)
    return is_kept


async def _is_inside(bot: Bot, group_id: int, user_id: int) -> bool:
    try:
        return (await bot.get_chat_member(group_id, user_id)).status in INSIDE
    except TelegramAPIError:
        return False


async def _make(bot: Bot, group_id: int, order: Order) -> str | None:
    """Lost when the bot dies right here: then nobody knows the link, and it is over in a day."""
    try:
        made = await bot.create_chat_invite_link(
            group_id, name=order.name, expire_date=order.expires_at, member_limit=1
        )
    except TelegramAPIError:
        return None
    return made.invite_link


async def _running_contest(clock: Clock) -> ContestFacts | None:
    """The one that ends first of those that can still be entered."""
    now = clock.now()
    running = [each for each in await list_contests(status="open") if is_open(each, now)]
    return min(running, key=lambda each: each.deadline or now, default=None)


card_window = Window(
    Notice(),
    Block("text"),
    ListGroup(
        Url(Format("{item[label]}"), Format("{item[url]}")),
        id="links",
        item_id_getter=lambda item: item["id"],
        items="links",
    ),
    Column(
        Select(
            Format("{item[label]}"),
            id="doors",
            item_id_getter=lambda item: item["id"],
            items="doors",
            on_click=on_door,
        )
    ),
    Url(Label("community-contest-button"), Format("{contest}"), when="contest"),
    Start(Label("menu-link-button"), id="club_link", state=Linking.ways, when="unlinked"),
    Start(Label("menu-points-button"), id="club_points", state=Points.card, when="linked"),
    Start(Label("community-feedback-button"), id="club_box", state=Asking.about, data={"wish": "feedback"}),
    footer("community"),
    state=Community.card,
    getter=card_getter,
)


def build() -> Dialog:
    return Dialog(card_window)
