"""A parcel that is not there: looked for together, on the card of its order and below what told of its delivery."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramServerError
from aiogram.types import CallbackQuery, InlineKeyboardMarkup
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Column, Select
from aiogram_dialog.widgets.text import Format

from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines, plain
from bot.shipping.missing import begin_search, search_keyboard, search_text
from bot.shop.facts import OrderCard, ParcelFacts
from bot.shop.states import is_collected
from bot.shop.statuses import ShipmentStatus
from dialogs.widgets import as_id, started_with

MOST_PARCELS = 4
# Telegram could not fetch a picture, or not in time.
NOT_FETCHED = (TelegramBadRequest, TelegramNetworkError, TelegramServerError)


def missing_parcels(order: OrderCard, profile: Profile, manager: DialogManager) -> dict[str, Any]:
    """For a getter: what is said to whoever misses a parcel of this order, and a button for each that "arrived"."""
    if started_with(manager).get("wish") != "parcel_missing":
        return {"missing_text": Markup(), "missing": []}
    arrived = [parcel for parcel in order.parcels if _is_told_delivered(parcel)][:MOST_PARCELS]
    told = html(profile.locale, "order-missing-arrived" if arrived else "order-missing-coming")
    return {
        "missing_text": lines([told, Markup("\n")], ""),
        "missing": [{"id": parcel.id, "label": _label(parcel, order, profile)} for parcel in arrived],
    }


def missing_buttons() -> Column:
    """For a getter that has `missing`."""
    return Column(
        Select(
            Format("{item[label]}"),
            id="missing",
            item_id_getter=lambda parcel: parcel["id"],
            items="missing",
            type_factory=as_id,
            on_click=_on_missing,
        )
    )


async def look_together(shipment_id: int, bot: Bot, profile: Profile, *, now: datetime) -> None:
    """Ask where it may be, with what its carrier shows of the handover; NotFoundError for a foreign parcel."""
    proof = await begin_search(shipment_id, customer_ids=profile.customer_ids, now=now)
    links = await show_pictures(proof.pictures, bot, profile)
    rows = search_keyboard(shipment_id, profile.locale, links=links)
    keyboard = InlineKeyboardMarkup.model_validate({"inline_keyboard": rows})
    await bot.send_message(profile.chat_id, search_text(proof, profile.locale), reply_markup=keyboard)


async def show_pictures(pictures: Sequence[str], bot: Bot, profile: Profile) -> list[str]:
    """Show them so that they cannot be passed on; those that could not be fetched."""
    failed: list[str] = []
    caption = html(profile.locale, "proof-caption")
    for url in pictures:
        try:
            await bot.send_photo(profile.chat_id, url, caption=caption, protect_content=True)
        except NOT_FETCHED:
            failed.append(url)
    return failed


async def _on_missing(_: CallbackQuery, __: Any, manager: DialogManager, shipment_id: int) -> None:
    """The questions come as a message of their own, which stays."""
    manager.show_mode = ShowMode.NO_UPDATE
    given = manager.middleware_data
    await look_together(shipment_id, given["bot"], given["profile"], now=given["clock"].now())


def _is_told_delivered(parcel: ParcelFacts) -> bool:
    return parcel.status == ShipmentStatus.DELIVERED and not is_collected(parcel.status, parcel.reason)


def _label(parcel: ParcelFacts, order: OrderCard, profile: Profile) -> str:
    if len(order.parcels) == 1:
        return plain(profile.locale, "missing-button")
    return plain(profile.locale, "order-missing-parcel-button", position=parcel.position)
