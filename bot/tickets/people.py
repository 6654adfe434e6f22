"""Who of the staff answers customers, and what they are called on cards and screens."""

from collections.abc import Collection
from dataclasses import replace
from typing import cast

from bot.config import Settings
from bot.customers.models import Chat
from bot.staff.models import StaffMember
from bot.staff.roles import RIGHTS, Member, Right, list_staff

Names = list[tuple[int, str | None]]


async def names_of(staff_ids: Collection[int]) -> dict[int, str]:
    """As they were entered, else as their own app calls them, else their number."""
    wanted = set(staff_ids)
    if not wanted:
        return {}
    entered = cast(Names, await StaffMember.filter(id__in=wanted).values_list("id", "name"))
    called = cast(Names, await Chat.filter(id__in=wanted).values_list("id", "first_name"))
    names = {staff_id: name for staff_id, name in (*called, *entered) if name}
    return {staff_id: names.get(staff_id, str(staff_id)) for staff_id in wanted}


async def list_answering(settings: Settings) -> list[Member]:
    """Everybody who may answer, with the names they go by."""
    return [member for member in await list_members(settings) if Right.ANSWER in RIGHTS[member.role]]


async def list_members(settings: Settings) -> list[Member]:
    """Everybody who works here, with the names they go by."""
    members = await list_staff(settings)
    names = await names_of([member.id for member in members])
    return [replace(member, name=names[member.id]) for member in members]


async def describe_member(staff_id: int, settings: Settings) -> Member | None:
    """One of them; None for whoever does not work here."""
    return next((member for member in await list_members(settings) if member.id == staff_id), None)


async def name_of_chat(chat_id: int) -> str | None:
    """What somebody's own app calls them, if they have ever written to the bot."""
    chat = await Chat.get_or_none(id=chat_id)
    return chat.first_name if chat else None
