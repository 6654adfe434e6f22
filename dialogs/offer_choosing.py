"""What a tap or a word of the staff changes in the audience of a campaign; each change is kept at once."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.broadcasts.segments import MOST_CHOSEN, Segment
from bot.shop.products import get_products
from bot.support.products import browse
from dialogs.offer_draft import current, refuse, save
from dialogs.segment_words import month_days, read_countries, read_days, read_points, read_year_days
from dialogs.staff_door import reader_of

FOUND_SHOWN = 8


async def on_language(callback: CallbackQuery, _: Any, manager: DialogManager, language: str) -> None:
    await _toggle(callback, manager, "languages", language)


async def on_country(callback: CallbackQuery, _: Any, manager: DialogManager, country: str) -> None:
    await _toggle(callback, manager, "countries", country)


async def on_nps(callback: CallbackQuery, _: Any, manager: DialogManager, group: str) -> None:
    await _toggle(callback, manager, "nps", group)


async def on_category(callback: CallbackQuery, _: Any, manager: DialogManager, place: int) -> None:
    known = manager.dialog_data.get("categories") or []
    if place < len(known):
        await _toggle(callback, manager, "bought_categories", known[place])


async def on_product(callback: CallbackQuery, _: Any, manager: DialogManager, product_id: int) -> None:
    for product in await get_products([product_id]):
        await _toggle(callback, manager, "bought_products", product.sku)


async def on_campaign(callback: CallbackQuery, _: Any, manager: DialogManager, campaign_id: int) -> None:
    await _toggle(callback, manager, "reacted_to", campaign_id)


async def on_countries(message: Message, _: MessageInput, manager: DialogManager) -> None:
    countries = read_countries(message.text or "", reader_of(manager).locale)
    if not countries:
        await refuse(manager, message, "offer-countries-unread")
        return
    await _choose(message, manager, countries=countries)


async def on_search(message: Message, _: MessageInput, manager: DialogManager) -> None:
    shelf = await browse(message.text or "")
    manager.dialog_data["found"] = list(shelf.ids[:FOUND_SHOWN])
    if not shelf.ids:
        await refuse(manager, message, "offer-product-none")


async def on_days(message: Message, _: MessageInput, manager: DialogManager) -> None:
    days = read_days(message.text or "")
    if days is None:
        await refuse(manager, message, "offer-days-unread")
        return
    await _choose(message, manager, not_ordered_for=days[0], ordered_within=days[1])


async def on_points(message: Message, _: MessageInput, manager: DialogManager) -> None:
    points = read_points(message.text or "")
    if points is None:
        await refuse(manager, message, "offer-points-unread")
        return
    await _choose(message, manager, points_from=points[0], points_to=points[1])


async def on_month(callback: CallbackQuery, _: Any, manager: DialogManager, month: str) -> None:
    """A second tap takes it back."""
    if not month.isdecimal() or not 1 <= int(month) <= 12:
        return
    days = month_days(int(month))
    is_chosen = set((await current(manager)).segment.anniversary) == set(days)
    await _choose(callback, manager, anniversary=() if is_chosen else days)


async def on_year_days(message: Message, _: MessageInput, manager: DialogManager) -> None:
    days = read_year_days(message.text or "")
    if not days or len(days) > MOST_CHOSEN:
        await refuse(manager, message, "offer-year-days-unread", most=MOST_CHOSEN)
        return
    await _choose(message, manager, anniversary=days)


def clearing(**empty: Any) -> Any:
    async def on_click(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
        await _choose(callback, manager, **empty)

    return on_click


async def on_everybody(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Whom a message answers stays: it is for nobody else."""
    kept = (await current(manager)).segment.voices_of
    await save(manager, callback, segment=Segment(voices_of=kept))


async def _toggle(event: CallbackQuery, manager: DialogManager, name: str, value: str | int) -> None:
    before = getattr((await current(manager)).segment, name)
    after = tuple(each for each in before if each != value) if value in before else (*before, value)
    await _choose(event, manager, **{name: after})


async def _choose(event: CallbackQuery | Message, manager: DialogManager, **chosen: Any) -> None:
    campaign = await current(manager)
    await save(manager, event, segment=replace(campaign.segment, **chosen))
