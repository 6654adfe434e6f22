"""Answering what a platform asks for on behalf of somebody: a copy of their data, the erasure of a customer or shop."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import structlog

from bot.config import Settings
from bot.db import unit_of_work
from bot.i18n import html
from bot.outbox.messages import text_message
from bot.outbox.queue import enqueue
from bot.privacy.erasure import erase
from bot.privacy.export import Json, export_data, note_export
from bot.privacy.subject import customers_of_platform, customers_of_source, subject_of
from bot.shop.erased import unknown_customer

CUSTOMERS_AT_ONCE = 100

log = structlog.get_logger(__name__)


async def answer_request(
    request_id: int, *, platform: str, kind: str, ids: Mapping[str, Any], settings: Settings, now: datetime
) -> Json | None:
    """Do what is asked (`data_request`, `redact`, `shop_redact`); the copy, where one was asked for.

    Doing it twice does no harm. The staff is told; a copy is theirs to hand on.
    """
    copy: Json | None = None
    match kind:
        case "shop_redact":
            await _erase_shop(platform, settings, now)
        case "redact":
            await _erase_customer(platform, ids, settings, now)
        case _:
            copy = await _copy(platform, ids, settings, now)
    await _tell_staff(request_id, kind, platform, settings, now)
    log.info("platform request answered", request=request_id, platform=platform, kind=kind)
    return copy


async def _copy(platform: str, ids: Mapping[str, Any], settings: Settings, now: datetime) -> Json:
    subject = await subject_of(await _meant(platform, ids))
    copy = await export_data(subject, settings=settings, locale=settings.default_locale, now=now)
    await note_export(subject, now=now)
    return copy


async def _erase_customer(platform: str, ids: Mapping[str, Any], settings: Settings, now: datetime) -> None:
    """Somebody of whom nothing is known yet is noted as erased, too: their old orders may still come in."""
    customers = await _meant(platform, ids)
    if not customers and (ids.get("customer") or ids.get("email")):
        unknown = await unknown_customer(platform, external_id=ids.get("customer"), email=ids.get("email"))
        customers = [unknown]
    await erase(await subject_of(customers), settings=settings, now=now)


async def _erase_shop(platform: str, settings: Settings, now: datetime) -> None:
    while customers := await customers_of_source(platform, limit=CUSTOMERS_AT_ONCE):
        await erase(await subject_of(customers), settings=settings, now=now)


async def _meant(platform: str, ids: Mapping[str, Any]) -> list[int]:
    return await customers_of_platform(
        platform, external_id=ids.get("customer"), email=ids.get("email"), order_ids=ids.get("orders") or ()
    )


@unit_of_work
async def _tell_staff(request_id: int, kind: str, platform: str, settings: Settings, now: datetime) -> None:
    if settings.staff_chat_id is None:
        return
    text = html(settings.default_locale, f"privacy-request-{kind}", platform=platform.capitalize(), id=str(request_id))
    once = f"request:{request_id}"
    await enqueue(settings.staff_chat_id, "sendMessage", text_message(text), once=once, purpose="staff", now=now)
