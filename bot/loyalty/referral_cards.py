"""The card by which the staff look at an invitation that came too fast; it names nobody who was invited."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from bot.callbacks.referrals import ReferralAct
from bot.config import Locale, Settings
from bot.customers.masking import mask_name
from bot.i18n import Markup, Money, html, lines, plain
from bot.loyalty.referral_rules import DAY, MONTH
from bot.loyalty.referrals import PACE, STAFF_WHYS
from bot.outbox.messages import Keyboard, callback_button, text_message
from bot.outbox.queue import enqueue
from bot.shop.rows import Row, amount, fetch, moment

COLUMNS = """
SELECT r.id, r.status, r.why, r.came_at, r.judged_at, r.inviter_points, r.invited_points, r.decided_by,
  i.customer_id AS inviter_id, c.name, o.number, o.total, o.currency, o.placed_at
FROM loyalty_referral r JOIN loyalty_invitation i ON i.id = r.invitation_id
LEFT JOIN shop_customer c ON c.id = i.customer_id LEFT JOIN shop_order o ON o.id = r.order_id"""
WAITING = f"{COLUMNS} WHERE r.status = 'review' ORDER BY r.id"
ONE = f"{COLUMNS} WHERE r.id = ?"
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Card:
    """What the staff read, and what became of it: by whom it was decided, and why not."""

    text: Markup
    status: str
    decided_by: int | None
    why: str | None


async def tell_of_reviews(settings: Settings, *, now: datetime) -> int:
    """Show the staff what waits for them, each once; how many cards that made."""
    made = 0
    if settings.staff_chat_id is None:
        return made
    for row in await fetch(WAITING):
        text = await _text(row, settings.default_locale)
        params = text_message(text, keyboard=decide_keyboard(row["id"], settings.default_locale))
        about: dict[str, Any] = {"once": f"referral-review:{row['id']}", "customer_id": row["inviter_id"]}
        made += bool(await enqueue(settings.staff_chat_id, "sendMessage", params, purpose="staff", now=now, **about))
    return made


async def read_card(referral_id: int, locale: Locale) -> Card | None:
    """The card as it stands."""
    rows = await fetch(ONE, referral_id)
    if not rows:
        return None
    [row] = rows
    return Card(await _text(row, locale), row["status"], row["decided_by"], row["why"])


def decide_keyboard(referral_id: int, locale: Locale) -> Keyboard:
    """Whether it counts."""
    return [
        [
            callback_button(plain(locale, f"referral-{label}-button"), _act(referral_id, act))
            for label, act in (("approve", "approve"), ("decline", "ask"))
        ]
    ]


def why_keyboard(referral_id: int, locale: Locale) -> Keyboard:
    """Why it does not."""
    whys = [
        [callback_button(plain(locale, f"referral-why-{why}-button"), _act(referral_id, why))] for why in STAFF_WHYS
    ]
    return [*whys, [callback_button(plain(locale, "referral-keep-button"), _act(referral_id, "keep"))]]


def _act(referral_id: int, act: str) -> str:
    return ReferralAct.model_validate({"referral_id": referral_id, "act": act}).pack()


async def _text(row: Row, locale: Locale) -> Markup:
    """Its pace as it was when it was judged; an order that was erased is not told any more."""
    judged_at = cast(datetime, moment(row["judged_at"]))
    ids = [row["inviter_id"]] if row["inviter_id"] else []
    [pace] = await fetch(PACE, judged_at - DAY, ids, judged_at - MONTH)
    told = html(
        locale,
        "referral-card",
        inviter=mask_name(row["name"]) or plain(locale, "referral-card-nobody"),
        day=int(pace["day"]),
        month=int(pace["month"]),
    )
    points = html(locale, "referral-card-points", one=row["inviter_points"], other=row["invited_points"])
    return lines([told, _order(row, locale), points])


def _order(row: Row, locale: Locale) -> Markup:
    total, placed_at, came_at = amount(row["total"]), moment(row["placed_at"]), moment(row["came_at"])
    if row["number"] is None or placed_at is None or came_at is None or total is None:
        return Markup()
    hours = int((placed_at - came_at) / HOUR)
    return html(locale, "referral-card-order", number=row["number"], total=Money(total, row["currency"]), hours=hours)
