"""Who works here: seen, entered, given another role or name, dismissed; for owners."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.config import Settings
from bot.i18n import Markup, html, lines, plain
from bot.staff.roles import LastOwnerError, Member, NotAllowedError, Right, Role, find_role, grant, grantable, revoke
from bot.tickets.people import describe_member, list_members, name_of_chat
from bot.tickets.wording import Reader
from dialogs.staff_commands import show_commands
from dialogs.staff_door import behind_door, reader_of, staff_footer, staff_id_of
from dialogs.states import Members
from dialogs.widgets import LONGEST_BUTTON, LONGEST_ID, Block, Label, T, as_id, shorten, toast

LONGEST_NAME = 60


async def list_getter(reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    members = await list_members(settings)
    return {
        "text": lines([html(reader.locale, "staff-list"), html(reader.locale, "desk-members-hint")]),
        "members": [{"id": each.id, "label": _label(each, reader)} for each in members],
    }


async def card_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    member = await describe_member(_member_id(dialog_manager), settings)
    return {
        "text": _text(member, reader) if member else html(reader.locale, "desk-member-gone"),
        "movable": member is not None and not member.by_settings,
    }


async def role_getter(
    dialog_manager: DialogManager, reader: Reader, staff_id: int, settings: Settings, **_: Any
) -> dict[str, Any]:
    own = await find_role(staff_id, settings=settings)
    roles = grantable(own) if own else ()
    return {
        "id": str(_member_id(dialog_manager)),
        "roles": [{"id": each.value, "label": plain(reader.locale, f"staff-role-{each.value}")} for each in roles],
    }


async def member_getter(dialog_manager: DialogManager, settings: Settings, **_: Any) -> dict[str, Any]:
    member = await describe_member(_member_id(dialog_manager), settings)
    return {
        "id": str(_member_id(dialog_manager)),
        "name": (member and member.name) or "?",
        "wrong": dialog_manager.dialog_data.get("wrong", False),
    }


async def on_member(_: CallbackQuery, __: Any, manager: DialogManager, member_id: int) -> None:
    manager.dialog_data["member_id"] = member_id
    await manager.switch_to(Members.card)


async def on_add(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data["wrong"] = False
    await manager.switch_to(Members.number)


async def on_number(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Typed as `/id` tells it, or the person's contact."""
    text = (message.text or "").strip()
    shared = message.contact.user_id if message.contact else None
    number = shared or (int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_ID else 0)
    manager.dialog_data["wrong"] = number == 0
    if number:
        manager.dialog_data["member_id"] = number
        await manager.switch_to(Members.role)


async def on_role(callback: CallbackQuery, _: Any, manager: DialogManager, role: str) -> None:
    """Who is entered for the first time has the name their own app tells, until an owner gives another."""
    member_id, settings = _member_id(manager), manager.middleware_data["settings"]
    known = await describe_member(member_id, settings)
    name = known.name if known else await name_of_chat(member_id)
    if role in set(Role):
        await _grant(callback, manager, Role(role), name)
    await manager.switch_to(Members.card)


async def on_name(message: Message, _: MessageInput, manager: DialogManager) -> None:
    member = await describe_member(_member_id(manager), manager.middleware_data["settings"])
    if member and (name := shorten(message.text or "", LONGEST_NAME)):
        await grant(staff_id_of(manager), member.id, member.role, name=name, **_given(manager))
    await manager.switch_to(Members.card)


async def on_revoke(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    key = "desk-revoked-toast"
    try:
        await revoke(staff_id_of(manager), _member_id(manager), **_given(manager))
    except (NotAllowedError, LastOwnerError) as refusal:
        key = refusal.key
    await _show_menu(manager)
    await toast(callback, plain(reader_of(manager).locale, key), alert=key.endswith("-alert"))
    await manager.switch_to(Members.list if key == "desk-revoked-toast" else Members.card)


async def _grant(callback: CallbackQuery, manager: DialogManager, role: Role, name: str | None) -> None:
    key = "desk-granted-toast"
    try:
        await grant(staff_id_of(manager), _member_id(manager), role, name=name, **_given(manager))
    except (NotAllowedError, LastOwnerError) as refusal:
        key = refusal.key
    await _show_menu(manager)
    await toast(callback, plain(reader_of(manager).locale, key), alert=key.endswith("-alert"))


async def _show_menu(manager: DialogManager) -> None:
    """Whoever this is about sees it in their own command menu."""
    given = manager.middleware_data
    await show_commands(given["bot"], _member_id(manager), settings=given["settings"])


def _given(manager: DialogManager) -> dict[str, Any]:
    given = manager.middleware_data
    return {"settings": given["settings"], "now": given["clock"].now()}


def _member_id(manager: DialogManager) -> int:
    member_id = manager.dialog_data.get("member_id")
    return member_id if isinstance(member_id, int) else 0


def _label(member: Member, reader: Reader) -> str:
    role = plain(reader.locale, f"staff-role-{member.role.value}")
    return shorten(f"{member.name or member.id} · {role}", LONGEST_BUTTON)


def _text(member: Member, reader: Reader) -> Markup:
    locale = reader.locale
    role = html(locale, f"staff-role-{member.role.value}")
    return lines(
        [
            html(locale, "desk-member", name=member.name or "?", id=str(member.id), role=role),
            html(locale, "desk-member-by-settings") if member.by_settings else Markup(),
            html(locale, "desk-member-since", at=member.since, tz=reader.tz) if member.since else Markup(),
        ]
    )


list_window = Window(
    Block("text"),
    Column(
        Select(
            Format("{item[label]}"),
            id="member",
            item_id_getter=lambda each: each["id"],
            items="members",
            type_factory=as_id,
            on_click=on_member,
        )
    ),
    Button(Label("desk-add-button"), id="add", on_click=on_add),
    staff_footer("members"),
    state=Members.list,
    getter=list_getter,
)

card_window = Window(
    Block("text"),
    Row(
        SwitchTo(Label("desk-role-button"), id="to_role", state=Members.role),
        SwitchTo(Label("desk-name-button"), id="to_name", state=Members.name),
        when="movable",
    ),
    SwitchTo(Label("desk-revoke-button"), id="to_revoke", state=Members.revoke, when="movable"),
    SwitchTo(Label("menu-back-button"), id="member_back", state=Members.list),
    state=Members.card,
    getter=card_getter,
)

number_window = Window(
    T("desk-number-wrong", when="wrong"),
    T("desk-number-ask"),
    MessageInput(on_number, content_types=[ContentType.TEXT, ContentType.CONTACT]),
    SwitchTo(Label("menu-back-button"), id="number_back", state=Members.list),
    state=Members.number,
    getter=member_getter,
)

role_window = Window(
    T("desk-role-ask", "id"),
    Column(
        Select(
            Format("{item[label]}"),
            id="role",
            item_id_getter=lambda each: each["id"],
            items="roles",
            on_click=on_role,
        )
    ),
    SwitchTo(Label("menu-back-button"), id="role_back", state=Members.list),
    state=Members.role,
    getter=role_getter,
)

name_window = Window(
    T("desk-name-ask", "id", "name"),
    MessageInput(on_name, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="name_back", state=Members.card),
    state=Members.name,
    getter=member_getter,
)

revoke_window = Window(
    T("desk-revoke-ask", "id", "name"),
    Button(Label("desk-revoke-confirm-button"), id="revoke", on_click=on_revoke),
    SwitchTo(Label("menu-back-button"), id="revoke_back", state=Members.card),
    state=Members.revoke,
    getter=member_getter,
)


def build() -> Dialog:
    windows = (list_window, card_window, number_window, role_window, name_window, revoke_window)
    return behind_door(*windows, right=Right.APPOINT)
