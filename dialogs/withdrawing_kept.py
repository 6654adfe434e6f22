"""A withdrawal that was written and not confirmed: told wherever its customer looks, with the way to confirm it."""

from datetime import datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html
from bot.returns.first_words import Unconfirmed, declared_since, unconfirmed
from bot.returns.policies import current_policy
from bot.returns.receipts import when
from bot.returns.written import kept_words
from bot.support.part_named import part_kept
from dialogs.states import Withdrawal
from dialogs.widgets import Label
from dialogs.withdrawing_choice import chosen_of


async def kept_view(profile: Profile, settings: Settings) -> dict[str, Any]:
    """Values of a screen with `kept_button`."""
    kept = await _kept(profile, settings)
    told = _told(kept.written_at, profile) if kept else Markup()
    return {"kept": told, "has_kept": kept is not None}


async def kept_line(order_id: int, profile: Profile, settings: Settings) -> Markup:
    """What the card of this order says of it; nothing where nothing was written."""
    who: dict[str, Any] = {"customer_ids": profile.customer_ids, "chat_id": profile.chat_id, "settings": settings}
    since = await declared_since(order_id, None, policy=await current_policy(), **who)
    return _told(since, profile) if since else Markup()


def kept_button(name: str) -> Button:
    """Where there is anything to confirm."""
    return Button(Label("withdraw-kept-button"), id=f"{name}_kept", on_click=_on_kept, when="has_kept")


async def _on_kept(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """To the contract that is meant, or to those that may be; what was named in the words is chosen."""
    given = manager.middleware_data
    profile, settings = given["profile"], given["settings"]
    kept = await _kept(profile, settings)
    if kept is None:  # somebody has confirmed or entered it since; the screen is drawn anew
        return
    since = {"written_at": kept.written_at.isoformat()}
    who: dict[str, Any] = {"chat_id": profile.chat_id, "customer_ids": profile.customer_ids, "settings": settings}
    named = {each: await part_kept(each, **who) for each in kept.order_ids}
    parts = {str(each): chosen_of(part) for each, part in named.items() if part is not None}
    if len(kept.order_ids) > 1:
        await manager.start(Withdrawal.which, {"order_ids": list(kept.order_ids), "parts": parts} | since)
        return
    [order_id] = kept.order_ids
    chosen = {"chosen": parts[str(order_id)]} if parts else {}
    await manager.start(Withdrawal.pieces if parts else Withdrawal.confirm, {"order_id": order_id} | chosen | since)


async def _kept(profile: Profile, settings: Settings) -> Unconfirmed | None:
    if not (profile.customer_ids and await kept_words(profile.chat_id)):
        return None
    who: dict[str, Any] = {"customer_ids": profile.customer_ids, "chat_id": profile.chat_id, "settings": settings}
    return await unconfirmed(policy=await current_policy(), **who)


def _told(at: datetime, profile: Profile) -> Markup:
    return html(profile.locale, "withdraw-kept-note", **when(at, profile.tz))
