"""On the card of an exchange: the money instead of the other article, asked for once more before it is so."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.customers.profile import Profile
from bot.i18n import html, lines, plain
from bot.returns.exchange_text import article_lines, articles_of
from bot.returns.looking import read_sheet
from bot.returns.moving import MovedOnError
from bot.returns.rethinking import rather_money
from dialogs.states import Returned
from dialogs.widgets import Block, Label, started_with, toast


def money_button() -> SwitchTo:
    """For the card."""
    return SwitchTo(Label("return-money-button"), id="rather", state=Returned.money, when="may_rethink")


async def money_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    sheet = await read_sheet(_return_id(dialog_manager), customer_ids=profile.customer_ids)
    ask = html(profile.locale, "return-rather-ask", number=sheet.number, total=sheet.due)
    wanted = article_lines(articles_of(sheet.pieces, profile.locale), profile.locale, is_sure=True)
    return {"text": lines([ask, *wanted])}


async def on_money(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """What has left meanwhile stays as it is; the card tells where it stands."""
    given = manager.middleware_data
    profile = given["profile"]
    try:
        await rather_money(
            _return_id(manager),
            customer_ids=profile.customer_ids,
            settings=given["settings"],
            now=given["clock"].now(),
        )
    except MovedOnError:
        await toast(callback, plain(profile.locale, "return-rather-late-alert"), alert=True)
    await manager.switch_to(Returned.card)


def _return_id(manager: DialogManager) -> int:
    return_id = started_with(manager).get("return_id")
    return return_id if isinstance(return_id, int) else 0


money_window = Window(
    Block("text"),
    Button(Label("return-rather-yes-button"), id="yes_money", on_click=on_money),
    SwitchTo(Label("menu-back-button"), id="keep_article", state=Returned.card),
    state=Returned.money,
    getter=money_getter,
)
