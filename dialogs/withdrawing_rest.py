"""Beside a cancellation: what the law excludes and has not left is asked of the shop, and said so."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines
from bot.returns.cancel_asked import Rest, ask_for_rest, named, read_rest
from bot.returns.withdrawing import Withdrawal as Offer
from dialogs.states import Changing
from dialogs.widgets import Label, shorten, started_with

LONGEST_ITEMS = 400


async def rest_of(order_id: int, profile: Profile, clock: Clock, settings: Settings) -> Rest:
    """What may be asked for, and whether it was."""
    return await read_rest(order_id, customer_ids=profile.customer_ids, settings=settings, now=clock.now())


async def beside_text(
    offer: Offer, manager: DialogManager, profile: Profile, clock: Clock, settings: Settings
) -> Markup:
    """What is asked of the shop together with the declaration, where somebody cancels all of it."""
    if not is_beside(offer, manager):
        return Markup()
    return rest_text(await rest_of(offer.order_id, profile, clock, settings), profile)


async def alone_view(
    offer: Offer, shown: dict[str, Any], profile: Profile, clock: Clock, settings: Settings
) -> dict[str, Any]:
    """Where nothing can be declared: what can be asked for, below what is `shown`, as values of the screen."""
    rest = await rest_of(offer.order_id, profile, clock, settings)
    text = lines([shown["text"], rest_text(rest, profile)], "\n\n")
    return {**shown, "text": text, "rest": bool(rest.lines)}


def rest_text(rest: Rest, profile: Profile) -> Markup:
    """The items and who decides; or that the answer is awaited."""
    if rest.is_waiting:
        return html(profile.locale, "change-rest-waiting")
    if not rest.lines:
        return Markup()
    items = shorten(named(rest.lines, profile.locale), LONGEST_ITEMS)
    return lines([html(profile.locale, "change-rest-ask"), html(profile.locale, "change-rest-items", items=items)])


def is_beside(offer: Offer, manager: DialogManager) -> bool:
    """Only who came to cancel, and has not picked some of it."""
    return bool(started_with(manager).get("cancel")) and offer.is_whole


async def ask_rest(order_id: int, profile: Profile, clock: Clock, settings: Settings) -> bool:
    """False when there is nothing to ask for any more."""
    return await ask_for_rest(
        order_id,
        customer_ids=profile.customer_ids,
        chat_id=profile.chat_id,
        locale=profile.locale,
        settings=settings,
        now=clock.now(),
    )


def asked_text(told: Markup, manager: DialogManager, profile: Profile) -> Markup:
    """Below what was `told`, that the answer is awaited."""
    waiting = html(profile.locale, "change-rest-waiting") if manager.dialog_data.get("rest") else Markup()
    return lines([told, waiting], "\n\n")


async def _on_rest(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    order_id = manager.dialog_data.get("order_id") or started_with(manager).get("order_id")
    await manager.start(Changing.cancel, {"order_id": order_id})


def rest_button(place: str) -> Button:
    """For a getter that has `rest`: where nothing can be declared, it can be asked for."""
    return Button(Label("change-cancel-button"), id=f"{place}_rest", on_click=_on_rest, when="rest")
