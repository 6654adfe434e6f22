"""Whom a message of our own accord reaches: the chats of a customer, their language, their clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from bot.config import LOCALES, Locale, Settings
from bot.customers.models import Chat, Link
from bot.customers.time_zones import known_zone, zone_of_country, zones_of_country
from bot.db import among, connection, id_list, in_dialect, unit_of_work
from bot.i18n import guess_locale

CHATS = """
SELECT chat.id, chat.locale, chat.language_code, chat.time_zone, chat.unreachable_because,
  (SELECT customer.locale FROM customer_link AS own JOIN shop_customer AS customer ON customer.id = own.customer_id
   WHERE own.chat_id = chat.id AND customer.locale IS NOT NULL ORDER BY own.id LIMIT 1) AS spoken,
  (SELECT "order".ship_country FROM customer_link AS own
   JOIN shop_order AS "order" ON "order".customer_id = own.customer_id
   WHERE own.chat_id = chat.id AND "order".ship_country IS NOT NULL
   ORDER BY "order".placed_at DESC, "order".id DESC LIMIT 1) AS country
FROM customer_chat AS chat WHERE chat.id {among} ORDER BY chat.id
"""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A chat that news can be sent to, or why not (`unreachable`).

    `tz` shows times; `zones` are all that rules about hours of rest must hold in: the chosen one, else every zone of
    the delivery country, else the shop's.
    """

    chat_id: int
    locale: Locale
    tz: ZoneInfo
    zones: tuple[ZoneInfo, ...]
    country: str | None
    unreachable: str | None


async def chats_of(customer_id: int, *, settings: Settings) -> tuple[Recipient, ...]:
    """The chats linked to a customer that can be reached; none when nobody has linked."""
    ids = await Link.filter(customer_id=customer_id).order_by("id").values_list("chat_id", flat=True)
    found = await find_recipients(cast(list[int], ids), settings=settings)
    return tuple(recipient for recipient in found.values() if recipient.unreachable is None)


async def find_recipients(chat_ids: Iterable[int], *, settings: Settings) -> dict[int, Recipient]:
    """Those of the chats that we know, by id, in one query."""
    ids = list(dict.fromkeys(chat_ids))
    if not ids:
        return {}
    rows = await connection().execute_query_dict(in_dialect(CHATS.format(among=among())), [id_list(ids)])
    return {row["id"]: _recipient(row, settings) for row in rows}


async def customers_of(chat_ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The customers each chat is linked to; a chat without any is left out."""
    linked: dict[int, tuple[int, ...]] = {}
    for chat_id, customer_id in (
        await Link.filter(chat_id__in=chat_ids).order_by("id").values_list("chat_id", "customer_id")
    ):
        linked[chat_id] = (*linked.get(chat_id, ()), customer_id)
    return linked


@unit_of_work
async def mark_unreachable(chat_id: int, *, because: str, now: datetime) -> None:
    """Nothing can be delivered there any more; profile.mark_reachable, or a message of the person, undoes it."""
    await Chat.filter(id=chat_id).update(unreachable_at=now, unreachable_because=because)


def _recipient(row: dict[str, Any], settings: Settings) -> Recipient:
    chosen = known_zone(row["time_zone"] or "")
    country = (row["country"] or "").upper() or None
    of_country = zones_of_country(country) if country else ()
    guessed = guess_locale(row["language_code"], guess_locale(row["spoken"], settings.default_locale))
    return Recipient(
        chat_id=row["id"],
        locale=cast(Locale, row["locale"]) if row["locale"] in LOCALES else guessed,
        tz=chosen or zone_of_country(country or "") or settings.time_zone,
        zones=(chosen,) if chosen else of_country or (settings.time_zone,),
        country=country,
        unreachable=row["unreachable_because"],
    )
