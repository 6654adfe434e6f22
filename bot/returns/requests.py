"""The customer's side of a return: asked for or declared, once for each piece, cancelled while nothing has left."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal
from typing import Any

import structlog

from bot.config import Locale, Settings
from bot.customers.holds import open_hold
from bot.db import unit_of_work
from bot.returns.calls import instruct_step
from bot.returns.deciding import decide
from bot.returns.doubts import facts_about
from bot.returns.first_words import declared_since
from bot.returns.given import read_goods
from bot.returns.looking import behind_others
from bot.returns.machine import Actor, Status
from bot.returns.missing import missing_of
from bot.returns.models import Return, ReturnItem
from bot.returns.money import NOTHING, Estimate
from bot.returns.moving import begin, subject_of
from bot.returns.news import announce_new
from bot.returns.numbers import free_number
from bot.returns.paths import DECLARED
from bot.returns.photos import keep_photos
from bot.returns.policy import Policy
from bot.returns.requested import Before, Parcel, Requested
from bot.returns.send_by import await_parcel, sent_by
from bot.returns.telling import tell_staff
from bot.returns.wishes import NothingLeftError, Piece, WayClosedError, Wish, agree_on, money_of, ways_of_wish
from bot.returns.written import counts_from, end_declaration
from bot.shipping.events import retell_order

__all__ = ["NothingLeftError", "Piece", "WayClosedError", "Wish", "ask", "make", "preview"]

LONGEST_NOTE = 2_000

log = structlog.get_logger(__name__)


async def preview(
    wish: Wish,
    *,
    customer_ids: Sequence[int],
    policy: Policy,
    settings: Settings,
    now: datetime,
    borne: Decimal = NOTHING,
) -> Estimate:
    """What the wish brings and costs, `borne` of it by others in the parcel; the errors are those of `ask`."""
    order = await read_goods(
        wish.order_id, follows=wish.follows, customer_ids=customer_ids, policy=policy, settings=settings, now=now
    )
    ways_of_wish(wish, order)
    order = await behind_others(order, wish.way)
    return money_of(wish, order, await agree_on(wish, order), borne=borne)


@unit_of_work
async def ask(
    wish: Wish,
    *,
    customer_ids: Sequence[int],
    chat_id: int | None,
    locale: Locale,
    policy: Policy,
    settings: Settings,
    now: datetime,
    declared_at: datetime | None = None,
    parcel: Parcel | None = None,
) -> Requested:
    """Ask for a return, or declare a withdrawal, which nobody has to approve; its receipt leaves at once.

    The order is locked meanwhile: no piece is in two returns, whoever taps at the same time. NothingLeftError,
    WayClosedError, SoldOutError, TooDearError and PriceChangedError say what has changed since the screen was drawn,
    NotFoundError is for foreign orders. `declared_at`: when they wrote it, if before the tap; then that day counts.
    `parcel`: what it comes in with others (together.py).
    """
    who: dict[str, Any] = {"customer_ids": customer_ids, "policy": policy, "settings": settings}
    if wish.way in DECLARED and chat_id is not None:
        declared_at = await declared_since(wish.order_id, declared_at, chat_id=chat_id, **who)
    made = await make(wish, chat_id=chat_id, locale=locale, now=now, declared_at=declared_at, along=parcel, **who)
    if wish.way in DECLARED and chat_id is not None:
        await end_declaration(chat_id, wish.order_id, settings=settings, now=now)
    if wish.way in DECLARED:
        await retell_order(wish.order_id, settings=settings, now=now)
    await announce_new(made.id, settings=settings, now=now)
    return made


@unit_of_work
async def make(
    wish: Wish,
    *,
    customer_ids: Sequence[int],
    chat_id: int | None,
    locale: Locale,
    policy: Policy,
    settings: Settings,
    now: datetime,
    declared_at: datetime | None = None,
    along: Parcel | Before | None = None,
) -> Requested:
    """The same without a word to its customer, for what is told together with something else.

    `along` is what it comes in with others, or what the same declaration has made `Before`.
    """
    parcel = along if isinstance(along, Parcel) else None
    before = along if isinstance(along, Before) else None
    declared_at = await counts_from(declared_at, wish.order_id, now=now)
    order = await read_goods(
        wish.order_id,
        follows=wish.follows,
        ahead=wish.way in DECLARED,
        customer_ids=customer_ids,
        policy=policy,
        settings=settings,
        now=declared_at,
        for_update=True,
    )
    ways, agreed = ways_of_wish(wish, order), await agree_on(wish, order)
    order = await behind_others(order, wish.way)
    money = money_of(wish, order, agreed, borne=along.borne if along else NOTHING)
    facts = await facts_about(
        order,
        ways,
        line_ids=wish.wanted.keys(),
        reasons=[piece.reason for piece in wish.pieces],
        has_photo=bool(wish.photos),
        worth=money.goods + (parcel.beside if parcel else NOTHING),
        now=now,
    )
    review = decide(policy, facts, way=wish.way)
    made = await Return.create(
        number=await free_number(),
        customer_id=order.customer_id,
        chat_id=chat_id,
        order_id=order.id,
        follows=wish.follows,
        **({"lost": True, "keeps": True} if wish.lost else sent_by(wish.way, policy)),
        source=order.source,
        way=wish.way.value,
        status=Status.DRAFT.value,
        outcome=wish.outcome,
        goods=money.goods,
        shipping=money.shipping,
        fee=money.fee,
        currency=money.currency,
        note=(wish.note or "")[:LONGEST_NOTE] or None,
        why=review.why,
        locale=locale,
        pays_difference=money.pays_difference,
        even=agreed.is_even,
        carried=before.money.given if before else NOTHING,
        carried_topped=before.money.topped if before else NOTHING,
        **missing_of(order.cost),
        created_at=now,
        declared_at=declared_at if wish.way in DECLARED else None,
        together=parcel.first if parcel else None,
        declared_with=before.first if before else None,
    )
    if parcel and parcel.first is None:
        await Return.filter(id=made.id).update(together=made.id)
    given = {line.id: line.sku for line in order.lines} if wish.follows else {}
    await ReturnItem.bulk_create(
        ReturnItem(
            request_id=made.id,
            article=given.get(piece.line_id),
            **asdict(piece) | {"exchange_price": agreed.prices.get(piece.exchange_sku or "")},
        )
        for piece in wish.pieces
    )
    await keep_photos(made.id, wish.photos, now=now)
    status = await begin(made.id, wish.way, needs_review=review.is_needed, now=now)
    await await_parcel(made.id, settings=settings, now=now)
    await open_hold(order.customer_id, reason="return", subject=subject_of(made.id), now=now)
    await tell_staff(made.id, wish.photos, chat_id=chat_id, locale=locale, settings=settings, now=now)
    await instruct_step(made.id, status, by=Actor.RULES, settings=settings, now=now)
    log.info("return asked for", id=made.id, way=wish.way.value, status=status.value, why=review.why)
    return Requested(made.id, made.number, status, money, review.why)
