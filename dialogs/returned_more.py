"""What a return's card offers besides: its label once more, and the withdrawal that a favour has left open."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from bot.i18n import plain
from bot.returns.label_again import label_papers, send_label_again
from bot.returns.looking import read_sheet
from bot.returns.machine import Status
from bot.returns.sheet import ReturnSheet
from dialogs.states import Withdrawal
from dialogs.widgets import Label, started_with, toast


def more_of(sheet: ReturnSheet) -> dict[str, Any]:
    """For the getter of the screen with `more_buttons`."""
    has_papers = bool(label_papers(sheet))
    return {
        "may_withdraw": sheet.right is not None and (sheet.status is Status.REQUESTED or not sheet.is_open),
        "label_again": has_papers and sheet.status is Status.LABEL_SENT,
    }


def more_buttons() -> Group:
    return Group(
        Button(Label("return-label-again-button"), id="label_again", on_click=_on_label, when="label_again"),
        Button(Label("withdraw-button"), id="withdraw", on_click=_on_withdraw, when="may_withdraw"),
    )


async def _on_label(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """It comes as a message of its own; the screen stays."""
    given, profile = manager.middleware_data, manager.middleware_data["profile"]
    is_sent = await send_label_again(
        started_with(manager)["return_id"],
        chat_id=profile.chat_id,
        customer_ids=profile.customer_ids,
        settings=given["settings"],
        now=given["clock"].now(),
    )
    key = "return-label-again-toast" if is_sent else "return-label-over-alert"
    await toast(callback, plain(profile.locale, key), alert=not is_sent)


async def _on_withdraw(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    owners = manager.middleware_data["profile"].customer_ids
    sheet = await read_sheet(started_with(manager)["return_id"], customer_ids=owners)
    await manager.start(Withdrawal.confirm, {"order_id": sheet.order_id})
