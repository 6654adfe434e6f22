"""What the staff's screens of a return have in common: which one, as it was seen, and what to say when it moved on."""

from collections.abc import Awaitable
from decimal import Decimal
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.errors import CustomerError, NotFoundError
from bot.i18n import Markup, Money, html, plain
from bot.returns.amounts import read_amount
from bot.returns.looking import read_sheet
from bot.returns.moving import MovedOnError
from bot.returns.pieces import PieceBack
from bot.returns.sheet import ReturnSheet
from bot.tickets.wording import Reader
from dialogs.item_names import ON_BUTTON, item_name
from dialogs.staff_door import reader_of, staff_id_of
from dialogs.states import ReturnDesk
from dialogs.widgets import started_with, toast


def return_id_of(manager: DialogManager) -> int:
    """The return that the screen was opened for; 0, which there is not, without one."""
    return_id = started_with(manager).get("return_id")
    return return_id if isinstance(return_id, int) else 0


async def sheet_of(manager: DialogManager) -> ReturnSheet:
    """The return as it stands; its revision is kept, so that what is tapped counts for what was seen."""
    sheet = await read_sheet(return_id_of(manager))
    manager.dialog_data["seen"] = sheet.revision
    return sheet


def given_to(manager: DialogManager) -> dict[str, Any]:
    """What every verb wants to know."""
    given, seen = manager.middleware_data, manager.dialog_data.get("seen")
    return {
        "staff_id": staff_id_of(manager),
        "settings": given["settings"],
        "now": given["clock"].now(),
        "seen": seen if isinstance(seen, int) else None,
    }


async def done(event: CallbackQuery | Message, manager: DialogManager, verb: Awaitable[Any], toasted: str) -> None:
    """Let the verb happen and show the return as it is then; a refusal says why."""
    locale = reader_of(manager).locale
    try:
        await verb
        key = toasted
    except (MovedOnError, NotFoundError):
        key = "rma-moved-on-alert"
    except CustomerError as refusal:
        key = refusal.key
    if isinstance(event, CallbackQuery):
        await toast(event, plain(locale, key), alert=key.endswith("-alert"))
    elif key.endswith("-alert"):
        await event.answer(html(locale, "rma-refused", why=plain(locale, key)))
    manager.dialog_data.clear()
    await manager.switch_to(ReturnDesk.card)


def counts_of(manager: DialogManager, name: str) -> dict[int, int]:
    """Pieces by line as they were tapped."""
    told = manager.dialog_data.get(name)
    return {int(line): int(count) for line, count in told.items()} if isinstance(told, dict) else {}


def entry(piece: PieceBack, count: int, most: int) -> dict[str, Any]:
    """A piece as a button counts it."""
    return {"id": piece.line_id, "name": item_name(piece, ON_BUTTON), "count": count, "of": most}


def wrong_text(manager: DialogManager, reader: Reader) -> Markup:
    """Why what was typed is not taken, once; nothing where it was."""
    key = manager.dialog_data.pop("wrong", None)
    return html(reader.locale, key) if isinstance(key, str) else Markup()


def keep_amount(message: Message, manager: DialogManager, name: str, *, most: Money, too_much: str) -> bool:
    """Keep a typed sum; whatever is none, or too much, leaves none and is asked for again."""
    told = read_amount(message.text or "", most.currency)
    is_too_much = told is not None and told > most.amount
    manager.dialog_data.pop(name, None)
    if told is None or is_too_much or (name == "amount" and not told):
        manager.dialog_data["wrong"] = too_much if is_too_much else "rma-amount-wrong"
        return False
    manager.dialog_data[name] = str(told)
    return True


def amount_of(manager: DialogManager, name: str) -> Decimal | None:
    """A sum that was typed and kept."""
    told = manager.dialog_data.get(name)
    return Decimal(told) if isinstance(told, str) else None
