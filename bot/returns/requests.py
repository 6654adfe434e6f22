"""The customer's side of a return: asked for or declared, once for each piece, cancelled while nothing has left."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from decimal import Decimal

import structlog

from bot.config import Locale, Settings
from bot.customers.holds import open_hold
from bot.db import unit_of_work
from bot.errors import CustomerError, NotFoundError
from bot.returns.calls import instruct_step
from bot.returns.deciding import decide
from bot.returns.doubts import facts_about
from bot.returns.given import read_goods
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem
from bot.returns.money import NOTHING, Estimate, estimate
from bot.returns.moving import begin, subject_of
from bot.returns.news import announce_new
from bot.returns.numbers import new_number
from bot.returns.paths import DECLARED, Open, Way
from bot.returns.photos import Photo, keep_photos
from bot.returns.policy import Policy
from bot.returns.reading import LineBack, OrderBack
from bot.returns.requested import Parcel, Requested
from bot.returns.send_by import await_parcel, sent_by
from bot.returns.sending_back import worth_of
from bot.returns.telling import tell_staff
from bot.returns.wanted import check_wanted
from bot.returns.written import counts_from, end_declaration

LONGEST_NOTE = 2_000

log = structlog.get_logger(__name__)


class NothingLeftError(CustomerError):
    """Somebody else of the household was faster, or it is in another return."""

    key = "return-nothing-left"


class WayClosedError(CustomerError):
    """That way was open when the screen was drawn, and is not any more."""

    key = "return-way-closed"


@dataclass(frozen=True, slots=True)
class Piece:
    """So many of a line, and why they go back; `exchange_sku` is what is wanted instead."""

    line_id: int
    quantity: int
    reason: str | None = None
    exchange_sku: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to send back, by which way and for what; `follows` is the return that has given it;
    `lost`: it never came, so that nothing of it comes back."""

    order_id: int
    pieces: tuple[Piece, ...]
    way: Way
    outcome: str = "refund"
    note: str | None = None
    photos: tuple[Photo, ...] = ()
    follows: int | None = None
    lost: bool = False

    @property
    def wanted(self) -> Mapping[int, int]:
        return {piece.line_id: piece.quantity for piece in self.pieces}


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
    _check(wish, order)
    await _check_wanted(wish, order)
    return _estimate(wish, order, borne=borne)


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
    WayClosedError, SoldOutError and TooDearError say what has changed since the screen was drawn, NotFoundError is for
    foreign orders. `declared_at`: when they wrote it, if before the tap; then that day counts. `parcel`: what it
    comes in with others (together.py).
    """
    made = await make(
        wish,
        customer_ids=customer_ids,
        chat_id=chat_id,
        locale=locale,
        policy=policy,
        settings=settings,
        now=now,
        declared_at=declared_at,
        along=parcel,
    )
    if wish.way in DECLARED and chat_id is not None:
        await end_declaration(chat_id, wish.order_id, settings=settings, now=now)
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
    along: Parcel | Requested | None = None,
) -> Requested:
    """The same without a word to its customer, for what is told together with something else.

    `along` is what it comes in with others, or what the same declaration has made before: what that brings is not
    there twice.
    """
    parcel = along if isinstance(along, Parcel) else None
    beside = along if isinstance(along, Requested) else None
    declared_at = await counts_from(declared_at, wish.order_id, now=now)
    order = await read_goods(
        wish.order_id,
        follows=wish.follows,
        customer_ids=customer_ids,
        policy=policy,
        settings=settings,
        now=declared_at,
        for_update=True,
    )
    ways = _check(wish, order)
    await _check_wanted(wish, order)
    promised = beside.estimate.total if beside else NOTHING
    money = _estimate(wish, order, borne=parcel.borne if parcel else NOTHING, promised=promised)
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
        number=new_number(),
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
        unpaid=wish.way in DECLARED and order.is_unpaid,
        created_at=now,
        declared_at=declared_at if wish.way in DECLARED else None,
        together=parcel.first if parcel else None,
        declared_with=beside.id if beside else None,
    )
    if parcel and parcel.first is None:
        await Return.filter(id=made.id).update(together=made.id)
    given = {line.id: line.sku for line in order.lines} if wish.follows else {}
    await ReturnItem.bulk_create(
        ReturnItem(request_id=made.id, article=given.get(piece.line_id), **asdict(piece)) for piece in wish.pieces
    )
    await keep_photos(made.id, wish.photos, now=now)
    status = await begin(made.id, wish.way, needs_review=review.is_needed, now=now)
    await await_parcel(made.id, settings=settings, now=now)
    await open_hold(order.customer_id, reason="return", subject=subject_of(made.id), now=now)
    await tell_staff(made.id, wish.photos, chat_id=chat_id, locale=locale, settings=settings, now=now)
    await instruct_step(made.id, status, by=Actor.RULES, settings=settings, now=now)
    log.info("return asked for", id=made.id, way=wish.way.value, status=status.value, why=review.why)
    return Requested(made.id, made.number, status, money, review.why)


async def _check_wanted(wish: Wish, order: OrderBack) -> None:
    same = {line.id: line.sku for line in order.lines} if wish.outcome == "replacement" else {}
    wanted = [(piece.exchange_sku or same.get(piece.line_id), piece.quantity) for piece in wish.pieces]
    await check_wanted(wanted, at_most=worth_of(order.bill, wish.wanted) if wish.outcome == "exchange" else None)


def _check(wish: Wish, order: OrderBack) -> list[Open]:
    """The ways that the wish takes, one a piece; an error where one is closed or fewer are left."""
    lines = {line.id: line for line in order.lines}
    if not wish.pieces or len(wish.wanted) < len(wish.pieces):
        raise NothingLeftError
    return [_way_of(piece, lines.get(piece.line_id), wish) for piece in wish.pieces]


def _way_of(piece: Piece, line: LineBack | None, wish: Wish) -> Open:
    if line is None:
        raise NotFoundError
    if not 1 <= piece.quantity <= line.eligibility.left:
        raise NothingLeftError
    found = line.eligibility.find(wish.way)
    most = line.eligibility.lost if wish.lost else line.eligibility.most(wish.way)
    if found is None or piece.quantity > most:
        raise WayClosedError
    return found


def _estimate(wish: Wish, order: OrderBack, *, borne: Decimal, promised: Decimal = NOTHING) -> Estimate:
    fee = NOTHING if wish.lost else max(order.terms.fee_of(wish.way, order.country) - borne, NOTHING)
    bill = replace(order.bill, refunded=order.bill.refunded + promised)
    return estimate(bill, wish.wanted, way=wish.way, before=order.before, fee=fee, excluded=order.excluded)
