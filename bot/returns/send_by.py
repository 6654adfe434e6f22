"""By when a customer has to send what goes back, and when somebody looks at it again (RET-10).

Source: § 355 (3), § 357 (1) BGB, Art. 14 (1) Directive 2011/83/EU: fourteen days after a withdrawal. Here they run from
the moment at which the customer can send: nobody loses days while the shop prepares its label, or while the goods are
still on their way.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.config import Settings
from bot.returns.free_days import regions_of
from bot.returns.looking import read_sheet
from bot.returns.machine import Status
from bot.returns.models import Return
from bot.returns.paths import DECLARED, Way
from bot.returns.policies import current_policy
from bot.returns.policy import Policy
from bot.returns.windows import CLOCK, next_working_day
from bot.shop.rows import fetch

S = Status
FIRST_REMINDER = timedelta(days=7)
LAST_REMINDER = timedelta(days=3)
# A parcel that was handed over has arrived by then, or somebody has to look for it.
ON_THE_ROAD = timedelta(days=14)
DAY = timedelta(days=1)
MORNING = time(9)
PLACE = "SELECT ship_country, ship_postal_code FROM shop_order WHERE id = ?"


async def await_parcel(
    return_id: int, *, settings: Settings, now: datetime, could_send_at: datetime | None = None
) -> None:
    """To be called in the transaction of whatever lets the customer send, or tells that they have sent.

    `could_send_at`: since when they can, if before now; no day that is over is named for that.
    """
    row = await Return.get(id=return_id)
    looks: datetime | None = None
    if row.status == S.IN_TRANSIT:
        looks = now + ON_THE_ROAD
    elif row.status in {S.APPROVED, S.LABEL_SENT} and not row.keeps and row.way != Way.CANCEL:
        is_away = (await read_sheet(return_id)).is_away
        row.send_by = None if is_away else await _last_day(row, settings, now, could_send_at or now)
        looks = first_look(row.send_by, settings, now)
    row.remind_at = looks
    await row.save(update_fields=["send_by", "remind_at"])


def first_look(last: date | None, settings: Settings, now: datetime) -> datetime:
    """After a week, or before the end where that is sooner; without an end the shop still owes its label."""
    week = now + FIRST_REMINDER
    return week if last is None else min(week, next_look(last, settings, now))


def next_look(last: date, settings: Settings, now: datetime) -> datetime:
    """Three days before the end, and after it on the day that follows."""
    warning = morning_of(last - LAST_REMINDER, settings)
    return warning if warning > now else morning_of(last + DAY, settings)


def morning_of(day: date, settings: Settings) -> datetime:
    return datetime.combine(day, MORNING, settings.time_zone).astimezone(UTC)


def sent_by(way: Way, policy: Policy) -> dict[str, Any]:
    """Where the shop sends no labels the customer sends it, to the address of that day."""
    if policy.label_by_shop or way is Way.CANCEL:
        return {}
    return {"sends_itself": True, "label": {"address": list(policy.address)}}


async def _last_day(row: Return, settings: Settings, now: datetime, since: datetime) -> date | None:
    """None while the shop has still to send its label."""
    if row.status == S.APPROVED and not row.sends_itself:
        return None
    today = now.astimezone(settings.time_zone).date()
    if row.way not in DECLARED:
        return row.label_expires_on or today + timedelta(days=(await current_policy()).label_days)
    [order] = await fetch(PLACE, row.order_id)
    regions = regions_of(order["ship_country"], order["ship_postal_code"], settings.business_holidays)
    lawful = next_working_day(since.astimezone(settings.time_zone).date() + CLOCK, regions)
    if lawful < today:
        lawful = next_working_day(today + CLOCK, regions)
    return min(lawful, row.label_expires_on) if row.label_expires_on else lawful
