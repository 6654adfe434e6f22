"""Asks for a review of what arrived a while ago: through the gates of surveys, once a product, never twice."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, cast

import structlog

from bot.callbacks import ConsentTap
from bot.callbacks.reviews import GiveStars
from bot.community.review_points import points_for_review
from bot.community.review_purchases import find_purchase, list_purchases
from bot.community.reviews import MOST_STARS
from bot.config import Locale, Settings
from bot.customers.audience import Recipient, find_recipients
from bot.customers.consents import consents_of
from bot.db import unit_of_work
from bot.i18n import Markup, html, lines, plain
from bot.outbox.messages import Keyboard, callback_button, text_message
from bot.outbox.queue import enqueue
from bot.shop.products import get_product, localised
from bot.shop.rows import Row, change, fetch, moment, skip_locked
from bot.surveys.definitions import Definition, Throttle, shipped_definitions
from bot.surveys.gates import Ask, Later, Never, Verdict, judge
from bot.surveys.reasons import NotAsked
from bot.surveys.situations import (
    People,
    PlanFacts,
    find_people,
    hold_people,
    note_asked_elsewhere,
    read_situations,
)

AFTER, LATEST, ANSWERED_WITHIN = timedelta(days=10), timedelta(days=60), timedelta(days=14)
AT_ONCE = 50
# A delivery that came as news has plans of surveys that wait; what was imported has none, and nobody is asked about it.
# The literal 'planned' lets both databases use the index of plans that wait.
NEW = """
SELECT DISTINCT o.id, o.customer_id, o.delivered_at FROM survey_plan p JOIN shop_order o ON o.id = p.order_id
WHERE p.status = 'planned' AND p.due_at > ? AND p.shipment_id IS NOT NULL AND o.customer_id IS NOT NULL
  AND o.delivered_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM community_review_ask a WHERE a.order_id = o.id)
ORDER BY o.id LIMIT ?"""
ASKED_ABOUT = "SELECT product_id FROM community_review_ask WHERE customer_id IN ?"
PLANNED = """
INSERT INTO community_review_ask (order_id, customer_id, product_id, status, due_at, expires_at)
VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"""
DUE = """
SELECT id, order_id, customer_id, product_id, due_at, expires_at FROM community_review_ask
WHERE status = 'planned' AND due_at <= ? ORDER BY due_at, id LIMIT ?"""
WAITS = "UPDATE community_review_ask SET due_at = ?, why = ? WHERE id = ?"
WITHHELD = "UPDATE community_review_ask SET status = 'withheld', why = ? WHERE id = ?"
ASKED = "UPDATE community_review_ask SET status = 'asked', why = NULL, chat_id = ?, asked_at = ? WHERE id = ?"

log = structlog.get_logger(__name__)


async def ask_for_reviews(now: datetime, settings: Settings) -> int:
    """Plan for what has just arrived, and ask whom no gate holds back; how many were asked."""
    while await _plan_some(now) == AT_ONCE:
        pass
    asked = 0
    while judged := await _ask_some(now, settings):
        asked += judged[1]
    return asked


async def invitation(product_id: int, locale: Locale) -> dict[str, Any]:
    """What is sent: the stars as buttons, so that one tap is the answer, and the way out of being asked."""
    return text_message(await _text(product_id, locale), keyboard=_keyboard(product_id, locale))


@unit_of_work
async def _plan_some(now: datetime) -> int:
    """One row an order, so that none is looked at twice; how many orders there were."""
    rows = await fetch(NEW, now - LATEST, AT_ONCE)
    for row in rows:
        at = cast(datetime, moment(row["delivered_at"]))
        plan = PlanFacts(row["id"], "review", row["customer_id"], None, row["id"], None, due_at=at, expires_at=at)
        owners = (await find_people([plan]))[row["id"]].customers
        known = {each["product_id"] for each in await fetch(ASKED_ABOUT, owners)}
        bought = await list_purchases(owners, order_id=row["id"], limit=AT_ONCE)
        wanted = next(
            (each.product_id for each in bought if not each.is_reviewed and each.product_id not in known), None
        )
        status = "planned" if wanted else "withheld"
        await change(PLANNED, row["id"], row["customer_id"], wanted, status, at + AFTER, at + LATEST)
    return len(rows)


@unit_of_work
async def _ask_some(now: datetime, settings: Settings) -> tuple[int, int] | None:
    """How many of a page were judged, and how many of them asked; of a person one, so that the next sees it."""
    rows = await fetch(DUE + skip_locked(), now, AT_ONCE)
    if not rows:
        return None
    plans = [_plan(row) for row in rows]
    people = await find_people(plans)
    await hold_people(people.values())
    known = {"review": _definition()}
    found = await read_situations(plans, people, known, now=now, settings=settings, consents=consents_of)
    recipients = await find_recipients([chat for each in people.values() for chat in each.chats], settings=settings)
    met, judged, asked = set[str](), 0, 0
    for plan, row in zip(plans, rows, strict=True):
        if not met.isdisjoint(people[plan.id].keys):
            continue
        met |= people[plan.id].keys
        judged += 1
        verdict: Verdict = Never(NotAsked.TOO_LATE if now >= plan.expires_at else NotAsked.CANCELLED)
        if now < plan.expires_at and await _is_wanted(row, people[plan.id].customers):
            verdict = judge(
                known["review"], found[plan.id].about, found[plan.id].people, now, expires_at=plan.expires_at
            )
        asked += await _settle(row, verdict, people[plan.id], recipients, now)
    return judged, asked


async def _settle(
    row: Row, verdict: Verdict, people: People, recipients: Mapping[int, Recipient], now: datetime
) -> bool:
    match verdict:
        case Ask(chat_id):
            await _invite(row, recipients[chat_id], now)
            await note_asked_elsewhere(people, now=now)
        case Later(until, why):
            await change(WAITS, until, str(why), row["id"])
        case Never(why):
            await change(WITHHELD, str(why), row["id"])
    log.info("review ask judged", ask=row["id"], why=getattr(verdict, "why", None))
    return isinstance(verdict, Ask)


async def _invite(row: Row, recipient: Recipient, now: datetime) -> None:
    await enqueue(
        recipient.chat_id,
        "sendMessage",
        await invitation(row["product_id"], recipient.locale),
        once=f"review:ask:{row['id']}",
        purpose="survey",
        now=now,
        expires_at=now + ANSWERED_WITHIN,
        customer_id=row["customer_id"],
        order_id=row["order_id"],
    )
    await change(ASKED, recipient.chat_id, now, row["id"])


async def _text(product_id: int, locale: Locale) -> Markup:
    product, points = await get_product(product_id), await points_for_review()
    name = localised(product.name, locale)[0] or product.sku
    told = [html(locale, "review-invite", product=name), html(locale, "review-invite-hint")]
    told += [html(locale, "review-points", count=points)] if points else []
    return lines([*told, html(locale, "survey-agreed")], "\n\n")


def _keyboard(product_id: int, locale: Locale) -> Keyboard:
    """The stars, and the way out that every message of ours has."""
    stars = [
        callback_button(f"{number} ⭐", GiveStars(product_id=product_id, stars=number).pack())
        for number in range(1, MOST_STARS + 1)
    ]
    never = ConsentTap(purpose="survey", step="withdraw")
    return [stars, [callback_button(plain(locale, "survey-never-button"), never.pack())]]


async def _is_wanted(row: Row, customer_ids: Sequence[int]) -> bool:
    """Whether it still is theirs, and they have said nothing of it by themselves."""
    purchase = await find_purchase(row["product_id"], customer_ids)
    return purchase is not None and not purchase.is_reviewed


def _definition() -> Definition:
    """What the gates go by: as the survey after a delivery, waiting where somebody was asked something before."""
    like = shipped_definitions()["delivery_csat"]
    throttle = Throttle(any_days=30, same_days=30, then="wait")
    return replace(like, key="review", throttle=throttle, sample_percent=100, active=True, daily_limit=None)


def _plan(row: Row) -> PlanFacts:
    times = {name: cast(datetime, moment(row[name])) for name in ("due_at", "expires_at")}
    return PlanFacts(row["id"], "review", row["customer_id"], None, row["order_id"], None, **times)
