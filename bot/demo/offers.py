"""What the demo shop sends of its own accord: posts of its channel, campaigns past, of today and to come.

Everything is done by the verbs that staff use, at the times at which they would have: only who got last week's offer
does not sit in the chat, so that a postman who always arrives delivers it.
"""

import tomllib
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from bot.broadcasts.automatic import switch_on
from bot.broadcasts.buttons import Button, new_button_id
from bot.broadcasts.campaigns import create, list_campaigns
from bot.broadcasts.channel import find_post, put_up
from bot.broadcasts.expanding import mind_campaigns
from bot.broadcasts.reactions import note_tap, stop_offers
from bot.broadcasts.rules import Status
from bot.broadcasts.running import begin, schedule
from bot.config import LOCALES, Locale, Settings
from bot.customers.audience import mark_unreachable
from bot.customers.consents import give
from bot.customers.profile import choose_locale, ensure_chat
from bot.demo.content import SHOP, Json, list_seats, product_names
from bot.demo.facts import Marketer
from bot.i18n import plain
from bot.outbox.drain import Terms, drain
from bot.outbox.errors import Delivered, Outcome
from bot.shop.models import Product
from bot.staff.roles import Role, appoint

# They follow the shop, and no one of the seats is they.
FIRST_FOLLOWER = 9_000_001
TAPPED_BY, STOPPED_BY = 7, 2
NOBODY_ASKS = 1_000_000


def find_marketer(language: Locale) -> Marketer:
    """Who writes the offers, described in the language of the staff."""
    told = _told()["marketer"]
    return Marketer(told["id"], told["name"], language, told["about"][language])


def channel_title() -> str:
    return str(_told()["channel"]["title"])


def channel_greeting() -> str:
    """What its owner says in the channel whenever the room opens."""
    return str(_told()["greeting"])


async def plan_offers(settings: Settings, *, opened_at: datetime) -> None:
    """All of it, when the demo opens; a second time changes nothing."""
    if await list_campaigns(limit=1):
        return
    # There is nobody yet who could look at them: four eyes are for what visitors write.
    settings = settings.model_copy(update={"approval_above": NOBODY_ASKS})
    marketer = find_marketer(settings.default_locale)
    await appoint(marketer.id, Role.MARKETER, name=marketer.name, now=opened_at)
    told = _told()
    await _send_past(told["campaigns"]["past"], marketer.id, settings, opened_at)
    await _agree(opened_at)
    for campaign in (told["campaigns"]["today"], told["campaigns"]["soon"]):
        await _plan(campaign, marketer.id, settings, opened_at)
    for post in told["posts"].values():
        await _plan(post, marketer.id, settings, opened_at, kind="channel")
    template = await _write(told["campaigns"]["winback"], marketer.id, opened_at)
    await switch_on("winback", campaign_id=template, by=marketer.id, settings=settings, now=opened_at)


async def post_again(settings: Settings, *, now: datetime) -> int:
    """The room opens empty at each start: what stood in its channel is put up once more; how many posts that are."""
    shown = await list_campaigns(statuses=(Status.RUNNING, Status.FINISHED), kind="channel")
    stood = []
    for post in reversed(shown):
        push = await find_post(post.id, settings=settings)
        if push and push.status == "sent" and not post.is_over(now):
            stood.append(post)
    for post in stood:
        await put_up(post, settings=settings, now=now)
    return len(stood)


async def _send_past(told: Json, author_id: int, settings: Settings, opened_at: datetime) -> None:
    sent_at = opened_at - timedelta(days=told["days_ago"])
    sent_at = _workday(sent_at)
    followers = range(FIRST_FOLLOWER, FIRST_FOLLOWER + told["people"])
    for number, chat_id in enumerate(followers):
        await _follow(chat_id, LOCALES[number % len(LOCALES)], sent_at - timedelta(days=20))
    campaign_id = await _write(told, author_id, sent_at)
    await begin(campaign_id, by=author_id, settings=settings, now=sent_at)
    await mind_campaigns(settings, now=sent_at)
    await drain(lambda: sent_at, _Postman(), Terms(settings))
    await mind_campaigns(settings, now=sent_at)
    button = (await list_campaigns(limit=1))[0].buttons[0]
    for number, chat_id in enumerate(followers, 1):
        if number % TAPPED_BY == 0:
            await note_tap(campaign_id, chat_id, button.id, now=sent_at + timedelta(hours=number))
        if number <= STOPPED_BY:
            await stop_offers(campaign_id, chat_id, now=sent_at + timedelta(hours=number))
        await mark_unreachable(chat_id, because="blocked", now=opened_at)  # nobody sits there to write to


async def _agree(now: datetime) -> None:
    """Who is asked for no survey agrees to offers, so that neither comes in the way of the other."""
    for seat in list_seats():
        if not seat.agrees:
            await _consent(seat.id, seat.language, now - timedelta(days=20))


async def _follow(chat_id: int, locale: Locale, now: datetime) -> None:
    await ensure_chat(chat_id, now=now)
    await choose_locale(chat_id, locale)
    await _consent(chat_id, locale, now)


async def _consent(chat_id: int, locale: Locale, now: datetime) -> None:
    wording = plain(locale, "consent-name-promo")
    await give(
        chat_id,
        "promo",
        wording=wording,
        version=1,
        locale=locale,
        request_message_id=1,
        confirm_message_id=2,
        now=now,
    )


async def _plan(told: Json, author_id: int, settings: Settings, now: datetime, *, kind: str = "customers") -> None:
    """Begin it now, or schedule it where it has a time."""
    campaign_id = await _write(told, author_id, now, kind=kind, **_times(told, settings, now))
    if "in_days" in told:
        await schedule(campaign_id, by=author_id, settings=settings, now=now)
    else:
        await begin(campaign_id, by=author_id, settings=settings, now=now)


async def _write(told: Json, author_id: int, now: datetime, *, kind: str = "customers", **times: Any) -> int:
    texts: dict[Locale, str] = {locale: told[locale] for locale in LOCALES if locale in told}
    buttons = [_coupon(told["code"])] if "code" in told else []
    buttons += [await _product(told["sku"])] if "sku" in told else []
    options: dict[str, Any] = {name: told[name] for name in ("pin", "silent") if name in told}
    return await create(
        told["title"], author_id=author_id, now=now, kind=kind, texts=texts, buttons=buttons, **options, **times
    )


def _coupon(code: str) -> Button:
    return Button(new_button_id(), "coupon", code, dict.fromkeys(LOCALES, f"🎟 {code}"))


async def _product(sku: str) -> Button:
    product = await Product.get(sku=sku)
    return Button(
        new_button_id(), "product", str(product.id), {locale: product_names(sku)[locale] for locale in LOCALES}
    )


def _times(told: Json, settings: Settings, now: datetime) -> dict[str, Any]:
    today = now.astimezone(settings.time_zone).date()
    if "local_at" in told:
        return {"when_kind": "local", "local_on": today, "local_at": told["local_at"]}
    if "in_days" in told:
        return {"when_kind": "at", "send_at": _at(today + timedelta(days=told["in_days"]), told["hour"], settings)}
    return {}


def _at(day: date, hour: int, settings: Settings) -> datetime:
    return _workday(datetime.combine(day, time(hour), settings.time_zone))


def _workday(moment: datetime) -> datetime:
    """Advertising rests on Sundays."""
    return moment + timedelta(days=1) if moment.isoweekday() == 7 else moment


@cache
def _told() -> Json:
    return tomllib.loads((SHOP / "offers.toml").read_text("utf-8"))


class _Postman:
    """Delivers to people who do not sit in the chat."""

    @property
    def bot_id(self) -> int:
        return 0

    async def deliver(self, *_: Any, **__: Any) -> Outcome:
        return Delivered(None)
