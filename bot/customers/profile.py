"""Who is writing: language, time zone and purchases of a chat, and what the person may change about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from bot.clock import real_now
from bot.config import LOCALES, Locale, Settings
from bot.customers.models import Chat
from bot.customers.time_zones import known_zone, zone_of_country
from bot.customers.wordings import version_of
from bot.db import connection, placeholders, unit_of_work
from bot.errors import NotFoundError
from bot.i18n import guess_locale

# One row a linked customer, one with nulls when nothing is linked, none before the first contact.
# The country is looked up only where it decides: a zone the person chose stands.
PROFILE = """
SELECT chat.locale, chat.time_zone, chat.first_name, chat.language_code, chat.unreachable_at, link.customer_id,
  customer.locale AS spoken,
  CASE WHEN chat.time_zone IS NULL THEN (
    SELECT "order".ship_country FROM customer_link AS own
    JOIN shop_order AS "order" ON "order".customer_id = own.customer_id
    WHERE own.chat_id = chat.id AND "order".ship_country IS NOT NULL
    ORDER BY "order".placed_at DESC, "order".id DESC LIMIT 1
  ) END AS country
FROM customer_chat AS chat
LEFT JOIN customer_link AS link ON link.chat_id = chat.id
LEFT JOIN shop_customer AS customer ON customer.id = link.customer_id
WHERE chat.id = {id} ORDER BY link.id
"""


@dataclass(frozen=True, slots=True)
class Profile:
    """What every screen needs to know about the person it is for."""

    chat_id: int
    locale: Locale
    locale_chosen: bool
    tz: ZoneInfo
    time_zone_chosen: bool
    customer_ids: tuple[int, ...]
    first_name: str

    @property
    def is_linked(self) -> bool:
        return bool(self.customer_ids)


async def load_profile(chat_id: int, *, language_code: str | None, first_name: str, settings: Settings) -> Profile:
    """The profile of a chat, in one query unless something about the person is new."""
    rows = await connection().execute_query_dict(PROFILE.format(id=placeholders(1)), [chat_id])
    seen = (first_name[:256], (language_code or "")[:16] or None, None)
    if not rows or (rows[0]["first_name"], rows[0]["language_code"], rows[0]["unreachable_at"]) != seen:
        await _greet(chat_id, first_name, language_code)
    return _profile(chat_id, rows or [{}], language_code, first_name, settings)


async def known_profile(chat_id: int, *, settings: Settings) -> Profile | None:
    """The profile of somebody who has written to the bot before; None for a stranger, of whom nothing is noted."""
    rows = await connection().execute_query_dict(PROFILE.format(id=placeholders(1)), [chat_id])
    return _profile(chat_id, rows, rows[0]["language_code"], rows[0]["first_name"] or "", settings) if rows else None


async def choose_locale(chat_id: int, locale: Locale) -> None:
    """Speak this language from now on; ValueError on one we do not speak."""
    if locale not in LOCALES:
        raise ValueError(f"not a language of ours: {locale!r}")
    await _change(chat_id, locale=locale)


async def choose_time_zone(chat_id: int, name: str | None) -> None:
    """Show times in this zone from now on, or again in that of the delivery country (None)."""
    if name is not None and known_zone(name) is None:
        raise NotFoundError(what="time zone")
    await _change(chat_id, time_zone=name)


async def mark_blocked(chat_id: int, *, now: datetime) -> None:
    """The person has stopped the bot: nothing can be delivered until they write again."""
    await _change(chat_id, unreachable_at=now, unreachable_because="blocked")


async def mark_reachable(chat_id: int) -> None:
    await _change(chat_id, unreachable_at=None, unreachable_because=None)


@unit_of_work
async def _change(chat_id: int, **columns: object) -> None:
    await Chat.filter(id=chat_id).update(**columns)


@unit_of_work
async def _greet(chat_id: int, first_name: str, language_code: str | None) -> None:
    """Note a first contact, a new name or language, or somebody who is back after blocking the bot."""
    await ensure_chat(chat_id, now=real_now())
    await Chat.filter(id=chat_id).update(
        first_name=first_name[:256],
        language_code=(language_code or "")[:16] or None,
        unreachable_at=None,
        unreachable_because=None,
    )


async def ensure_chat(chat_id: int, *, now: datetime) -> None:
    """Make sure that rows may point at this chat; a repetition changes nothing."""
    chat = Chat(id=chat_id, created_at=now, privacy_version=version_of("privacy").version)
    await Chat.bulk_create([chat], ignore_conflicts=True)


def _profile(
    chat_id: int, rows: Sequence[dict[str, Any]], language_code: str | None, first_name: str, settings: Settings
) -> Profile:
    first = rows[0]
    chosen = first.get("locale") if first.get("locale") in LOCALES else None
    chosen_zone = known_zone(first.get("time_zone") or "")
    bought_in = next((row["spoken"] for row in rows if row.get("spoken")), None)
    guessed = guess_locale(language_code, guess_locale(bought_in, settings.default_locale))
    return Profile(
        chat_id=chat_id,
        locale=cast(Locale, chosen) if chosen else guessed,
        locale_chosen=chosen is not None,
        tz=chosen_zone or zone_of_country(first.get("country") or "") or settings.time_zone,
        time_zone_chosen=chosen_zone is not None,
        customer_ids=tuple(row["customer_id"] for row in rows if row.get("customer_id") is not None),
        first_name=first_name,
    )
