"""People who want offers, and campaigns for them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.broadcasts.buttons import Button, Kind
from bot.broadcasts.campaigns import create
from bot.broadcasts.expanding import mind_campaigns
from bot.broadcasts.models import Recipient
from bot.broadcasts.running import begin, start
from bot.broadcasts.segments import Segment
from bot.config import LOCALES, Locale, Settings
from bot.customers.consents import give
from bot.customers.models import Chat, Link
from bot.shop.models import Customer
from tests.support.builders import a_customer
from tests.support.postman import NOON, Postman, drained

MARKETER, APPROVER = 91, 92
TEXTS: Mapping[Locale, str] = {"de": "Neue <b>Socken</b> sind da", "en": "Socks", "fr": "Chaussettes", "lb": "Strëmp"}


async def consents(chat_id: int, purpose: str = "promo", *, now: datetime = NOON) -> None:
    await give(
        chat_id,
        purpose,
        wording="Ja, gern.",
        version=1,
        locale="de",
        request_message_id=1,
        confirm_message_id=2,
        now=now,
    )


async def a_fan(
    chat_id: int, *, locale: str | None = "de", customer: Customer | None = None, agrees: bool = True, **columns: Any
) -> Customer:
    """Somebody whose chat is linked and who has agreed to offers; whose purchases they are."""
    await Chat.create(id=chat_id, locale=locale, created_at=NOON, **columns)
    customer = customer or await a_customer()
    await Link.create(chat_id=chat_id, customer_id=customer.id, proof="link", linked_at=NOON)
    if agrees:
        await consents(chat_id)
    return customer


async def a_campaign(title: str = "Socken", *, now: datetime = NOON, **edits: Any) -> int:
    return await create(title, author_id=MARKETER, now=now, **({"texts": TEXTS} | edits))


async def an_offer(title: str, texts: Mapping[Locale, str], product_id: int, *, several: int = 1) -> int:
    """A draft with everything in it, and other campaigns beside it."""
    await a_campaign(title)
    kinds: Sequence[tuple[Kind, str]] = [
        ("product", str(product_id)),
        ("link", "https://shop.example.org/" + "9" * 900),
    ]
    buttons = [Button(f"a1b2c3{n:02}", *kinds[n % 2], dict.fromkeys(LOCALES, title[:64])) for n in range(several)]
    segment = Segment(("de", "fr"), ("DE", "LU"), ("MUG",) * several, (title[:64],) * several, 90, 30, ("promoter",))
    reduction = {"price": "9.90", "lowest_30_days": "12.90", "currency": "EUR"}
    media = [{"kind": "photo", "file_id": "AgAC"}] * several
    return await a_campaign(
        title, texts=texts, buttons=buttons, segment=segment, reduction=reduction, media=media, when_kind="local",
        local_on=NOON.date(), local_at="09:30", expires_at=NOON,
    )  # fmt: skip


async def started(settings: Settings, *, now: datetime = NOON, **edits: Any) -> int:
    """A campaign that has just begun, nothing of it sent."""
    campaign_id = await a_campaign(now=now, **edits)
    await start(campaign_id, by=MARKETER, settings=settings, now=now)
    return campaign_id


async def begun(settings: Settings, *, now: datetime = NOON, **edits: Any) -> int:
    """The same, whether anybody gets it or not."""
    campaign_id = await a_campaign(now=now, **edits)
    await begin(campaign_id, by=None, settings=settings, now=now)
    return campaign_id


async def rounds(settings: Settings, postman: Postman, *, now: datetime = NOON, times: int = 1) -> None:
    """Ticks and the drain in turn, all at the same time of day."""
    for _ in range(times):
        await mind_campaigns(settings, now=now)
        await drained(settings, postman, now)
    await mind_campaigns(settings, now=now)


async def held(campaign_id: int) -> dict[int, str | None]:
    """The rows of a campaign: chat and why it was never handed on."""
    rows = await Recipient.filter(campaign_id=campaign_id).order_by("id")
    return {row.chat_id: row.held_because for row in rows}


def callbacks_of(params: Mapping[str, Any]) -> Sequence[str]:
    """What the buttons of a message would send."""
    rows = params["reply_markup"]["inline_keyboard"]
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]
