"""What follows from a request to join: the answer to Telegram, word to whoever asks, the card of the staff.

All of it stands in the outbox in the transaction of the answer, so that a crash loses nothing of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.callbacks.joining import JoinAct
from bot.config import Locale, Settings
from bot.conversations.account import find_link_base
from bot.customers.models import Chat
from bot.i18n import Markup, html, plain
from bot.loyalty.rules import Tier
from bot.outbox.messages import Keyboard, callback_button, link_button, text_message
from bot.outbox.queue import enqueue

# How long Telegram lets a bot write to whoever asks, without having been started.
CONTACT = timedelta(minutes=5)
PAYLOAD = "community"
METHODS = {"staff_approve": "approveChatJoinRequest", "linked": "approveChatJoinRequest"}
METHODS |= {"tier": "approveChatJoinRequest", "below_tier": "declineChatJoinRequest"}
METHODS |= {"staff_decline": "declineChatJoinRequest"}
WORDS = {"linked": "join-in", "tier": "join-in", "staff_approve": "join-in"}
WORDS |= {"below_tier": "join-below-tier", "staff_decline": "join-declined", "not_linked": "join-link"}


@dataclass(frozen=True, slots=True)
class Request:
    """A request to join; who asks again begins the next round."""

    id: int
    group_id: int
    chat_id: int
    title: str
    locale: Locale
    round: int


async def tell_answer(
    request: Request,
    outcome: str,
    *,
    customer_ids: Sequence[int],
    settings: Settings,
    now: datetime,
    tier: Tier | None = None,
    earned: int = 0,
) -> None:
    """`outcome` is the rule's verdict, or staff_approve and staff_decline; who is banned hears nothing."""
    about: dict[str, Any] = {"customer_id": next(iter(customer_ids), None), "purpose": "answer", "now": now}
    once = f"join:{request.id}:{request.round}:{outcome}"
    if method := METHODS.get(outcome):
        await enqueue(request.group_id, method, {"user_id": request.chat_id}, once=once, **about)
    is_reached = outcome == "not_linked" or await Chat.filter(id=request.chat_id).exists()
    if outcome not in WORDS or not is_reached:
        return
    text = _words(request, outcome, tier, earned, settings)
    is_way = outcome == "not_linked"
    params = text_message(text, keyboard=await _way(request.locale) if is_way else ())
    about |= {"expires_at": now + CONTACT} if is_way else {}
    await enqueue(request.chat_id, "sendMessage", params, once=f"{once}:told", **about)


async def show_staff(request: Request, *, settings: Settings, now: datetime) -> None:
    """That somebody waits whom the rule does not let in. It names nobody: a button asks who it is."""
    if settings.staff_chat_id is None:
        return
    locale = settings.default_locale
    params = text_message(staff_text(request, locale), keyboard=staff_keyboard(request.id, locale))
    once = f"join:{request.id}:{request.round}:card"
    await enqueue(settings.staff_chat_id, "sendMessage", params, once=once, purpose="staff", now=now)


def staff_text(request: Request, locale: Locale) -> Markup:
    return html(locale, "join-card", title=request.title, id=str(request.id))


def staff_keyboard(request_id: int, locale: Locale) -> Keyboard:
    rows = (("approve", "decline"), ("who",))
    return [[_button(request_id, act, locale) for act in acts] for acts in rows]


async def _way(locale: Locale) -> Keyboard:
    """A link, not a tap: following it starts the bot, which may then write at any time."""
    base = await find_link_base()
    return [[link_button(plain(locale, "join-link-button"), f"{base}{PAYLOAD}")]] if base else ()


def _words(request: Request, outcome: str, tier: Tier | None, earned: int, settings: Settings) -> Markup:
    locale, key = request.locale, WORDS[outcome]
    values: dict[str, Any] = {"title": request.title}
    if outcome == "not_linked":
        values["shop"] = settings.shop_name
    elif tier and outcome == "below_tier":
        values |= {"tier": tier.names[locale], "earned": earned, "needed": tier.threshold}
    return html(locale, key, **values)


def _button(request_id: int, act: str, locale: Locale) -> dict[str, Any]:
    data = JoinAct.model_validate({"request_id": request_id, "act": act}).pack()
    return callback_button(plain(locale, f"join-{act}-button"), data)
