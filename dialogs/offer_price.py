"""A price reduction that a campaign announces: the price, and the lowest of the last thirty days (§ 11 PAngV)."""

from decimal import Decimal
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.i18n import html, lines
from bot.shop.shelves import price_steps
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_draft import look, refuse, save
from dialogs.offer_moments import read_sums
from dialogs.offer_states import OfferPrice
from dialogs.offer_wording import price_text
from dialogs.staff_door import behind_door
from dialogs.widgets import Block, Label, go_back

MOST_SUMS = 2
DEFAULT_CURRENCY = "EUR"


async def write_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    campaign, locale = await look(dialog_manager), reader.locale
    told = price_text(campaign.reduction, reader) or html(locale, "offer-price-none")
    return {"text": lines([html(locale, "offer-price-ask"), told], "\n\n"), "has_price": bool(campaign.reduction)}


async def on_sums(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """`19,90 24,90`; the first alone is kept, and the check will say what the law wants beside it."""
    sums = read_sums(message.text or "")
    if sums is None or len(sums) > MOST_SUMS:
        await refuse(manager, message, "offer-price-unread")
        return
    price, lowest = sums[0], sums[1] if len(sums) == MOST_SUMS else None
    if lowest is not None and lowest <= price:
        await refuse(manager, message, "offer-price-no-reduction")
        return
    currency = (await price_steps(None))[1]
    reduction = {"price": _written(price), "currency": currency or DEFAULT_CURRENCY}
    await save(manager, message, reduction=reduction | ({"lowest_30_days": _written(lowest)} if lowest else {}))


async def on_uncut(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """The words sound like a lower price, and none is."""
    await save(manager, callback, reduction={"none": True})


async def on_none(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await save(manager, callback, reduction=None)


def _written(amount: Decimal) -> str:
    return f"{amount:.2f}"


write_window = Window(
    Block("text"),
    MessageInput(on_sums, content_types=[ContentType.TEXT]),
    Button(Label("offer-price-uncut-button"), id="uncut", on_click=on_uncut),
    Button(Label("offer-price-none-button"), id="no_price", on_click=on_none, when="has_price"),
    Button(Label("menu-back-button"), id="price_back", on_click=lambda _, __, manager: go_back(manager)),
    state=OfferPrice.write,
    getter=write_getter,
)


def build() -> Dialog:
    return behind_door(write_window, right=Right.MARKET)
