"""A parcel told as delivered: shows the proof; asks where one that is not there may be, then opens a case (N4)."""

from typing import Any

from aiogram import Bot, F, Router
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram_dialog.utils import CB_SEP

from bot.callbacks import NotReceived, ShowProof
from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.errors import NotFoundError
from bot.i18n import Markup, html, plain
from bot.shipping.cards import Rows
from bot.shipping.missing import (
    Missing,
    end_search,
    find_missing,
    found_button,
    found_text,
    report_missing,
)
from bot.shipping.proof import find_proof, picture_link, signed_line
from bot.support.found import says_found
from dialogs.order_missing import look_together, show_pictures
from handlers.conditions import Fits
from handlers.questions import NoScreenWaits
from handlers.tapped import answer_below, turn_into


class SaysFound(BaseFilter):
    """Whether somebody who misses a parcel writes that it is there; gives the handler `missing`."""

    async def __call__(self, message: Message, profile: Profile) -> bool | dict[str, Any]:
        if not profile.customer_ids or not says_found(message.text or ""):
            return False
        missing = await find_missing(profile.customer_ids)
        return {"missing": missing} if missing else False


def build() -> Router:
    router = Router(name="missing")
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.callback_query.register(show_proof, ShowProof.filter())
    router.callback_query.register(ask_where, NotReceived.filter(F.step == "asked"))
    router.callback_query.register(note_found, NotReceived.filter(F.step == "found"))
    router.callback_query.register(open_case, NotReceived.filter(F.step == "nowhere"))
    router.message.filter(Fits(F.chat.type == "private", F.text), NoScreenWaits())
    router.message.register(ask_whether_found, SaysFound())
    return router


async def show_proof(callback: CallbackQuery, callback_data: ShowProof, bot: Bot, profile: Profile) -> None:
    try:
        proof = await find_proof(callback_data.shipment_id, customer_ids=profile.customer_ids)
    except NotFoundError:
        await callback.answer(plain(profile.locale, "missing-gone-toast"))
        return
    await callback.answer()
    links = await show_pictures(proof.pictures, bot, profile)
    told = signed_line(proof, profile.locale) or (html(profile.locale, "proof-link") if links else Markup())
    if told:
        await answer_below(callback, told, _keyboard([[picture_link(url, profile.locale)] for url in links]))


async def ask_where(
    callback: CallbackQuery, callback_data: NotReceived, bot: Bot, profile: Profile, clock: Clock
) -> None:
    try:
        await look_together(callback_data.shipment_id, bot, profile, now=clock.now())
    except NotFoundError:
        await callback.answer(plain(profile.locale, "missing-gone-toast"))
    else:
        await callback.answer()


async def note_found(
    callback: CallbackQuery, callback_data: NotReceived, profile: Profile, clock: Clock, settings: Settings
) -> None:
    try:
        ending = await end_search(
            callback_data.shipment_id, customer_ids=profile.customer_ids, settings=settings, now=clock.now()
        )
    except NotFoundError:
        await callback.answer(plain(profile.locale, "missing-gone-toast"))
        return
    await callback.answer()
    await turn_into(callback, found_text(ending, profile.locale))


async def open_case(
    callback: CallbackQuery, callback_data: NotReceived, profile: Profile, clock: Clock, settings: Settings
) -> None:
    shipment_id = callback_data.shipment_id
    try:
        case_id = await report_missing(
            shipment_id,
            customer_ids=profile.customer_ids,
            chat_id=profile.chat_id,
            locale=profile.locale,
            settings=settings,
            now=clock.now(),
        )
    except NotFoundError:
        await callback.answer(plain(profile.locale, "missing-gone-toast"))
        return
    await callback.answer()
    text = html(profile.locale, "missing-opened", case=str(case_id))
    await turn_into(callback, text, _keyboard([[found_button(shipment_id, profile.locale)]]))


async def ask_whether_found(message: Message, missing: Missing, profile: Profile) -> None:
    """Words may be misread, and a case be closed by them: a tap says it for certain."""
    text = html(profile.locale, "missing-found-ask", case=str(missing.case_id))
    await message.answer(text, reply_markup=_keyboard([[found_button(missing.shipment_id, profile.locale)]]))


def _keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    return InlineKeyboardMarkup.model_validate({"inline_keyboard": rows}) if rows else None
