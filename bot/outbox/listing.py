"""What was sent, what waits, what was not sent and why: for the operator, the customer, and the metrics (N7)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.expressions import Q

from bot.config import Locale
from bot.customers.models import Link
from bot.db import connection
from bot.errors import OperatorError
from bot.i18n import plain
from bot.outbox.models import Drain, Push
from bot.outbox.purposes import PURPOSES
from bot.outbox.templates import texts_of
from bot.shop.models import Customer, Order
from bot.shop.numbers import email_key

Json = dict[str, Any]

MOST_LISTED = 200
LEAST_SERVICE = 1
# Not what a customer means by "a message": notes among the staff, and the card that changes silently.
NOT_FOR_CUSTOMERS = ("staff", "receipt", "card")
WAITING = "SELECT urgency, count(*) AS rows FROM outbox_push WHERE status = 'waiting' GROUP BY urgency"


@dataclass(frozen=True, slots=True)
class PushFacts:
    """One push as people are told about it; `why` is the code, what it means is in `reason`."""

    id: int
    status: str
    purpose: str
    about: str
    why: str | None
    reason: str | None
    chat_id: int
    customer_id: int | None
    order_number: str | None
    method: str
    text: str | None
    detail: str | None
    created_at: datetime
    due_at: datetime
    expires_at: datetime | None
    settled_at: datetime | None
    attempts: int
    doubtful: int
    message_id: int | None


@dataclass(frozen=True, slots=True)
class QueueState:
    """For the metrics: rows that wait by urgency, age of the oldest service message due, and what drains have done."""

    waiting: dict[int, int]
    oldest_service_s: float
    sent: int
    failed: int
    floods: int
    doubtful: int


async def pushes(
    *, customer: str | None = None, status: str | None = None, limit: int = MOST_LISTED, locale: Locale = "en"
) -> list[Json]:
    """Newest first, with stable keys; `customer` is an id of ours or of the shop's, or an e-mail address."""
    wanted = Q()
    if customer is not None:
        ids = await get_customer_ids(customer)
        chats = await Link.filter(customer_id__in=ids).values_list("chat_id", flat=True)
        wanted &= Q(customer_id__in=ids) | Q(chat_id__in=list(chats))
    if status is not None:
        wanted &= Q(status=status)
    return [_as_json(facts) for facts in await _list(wanted, limit, locale)]


async def own_pushes(chat_id: int, *, locale: Locale, limit: int = 10) -> tuple[PushFacts, ...]:
    """What a customer may know about their own messages, newest first."""
    own = Q(chat_id=chat_id) & ~Q(purpose__in=NOT_FOR_CUSTOMERS) & ~Q(status="superseded")
    return tuple(await _list(own, limit, locale))


async def failed_pushes(*, after: int = 0, limit: int = MOST_LISTED, locale: Locale = "en") -> tuple[PushFacts, ...]:
    """Pushes given up on, oldest first, with ids above `after`: for whoever tells the staff."""
    rows = Push.filter(id__gt=after, status="failed").exclude(purpose="receipt").order_by("id").limit(limit)
    return tuple(await _facts(await rows, locale))


async def queue_state(now: datetime) -> QueueState:
    waiting = await connection().execute_query_dict(WAITING)
    oldest = await Push.filter(status="waiting", urgency__lte=LEAST_SERVICE, due_at__lte=now).order_by("due_at").first()
    drains = await Drain.all()
    return QueueState(
        waiting={row["urgency"]: row["rows"] for row in waiting},
        oldest_service_s=(now - oldest.due_at).total_seconds() if oldest else 0.0,
        sent=sum(drain.sent for drain in drains),
        failed=sum(drain.failed for drain in drains),
        floods=sum(drain.floods for drain in drains),
        doubtful=sum(drain.doubtful for drain in drains),
    )


async def outbox_figures(now: datetime) -> dict[str, tuple[str, float]]:
    """Name, meaning and value of what /metrics shows of the outbox."""
    state = await queue_state(now)
    service = sum(count for urgency, count in state.waiting.items() if urgency <= LEAST_SERVICE)
    return {
        "bote_outbox_waiting_service": ("Service messages not sent yet", float(service)),
        "bote_outbox_waiting_other": ("Other messages not sent yet", float(sum(state.waiting.values()) - service)),
        "bote_outbox_oldest_service_seconds": (
            "How long the oldest service message is overdue",
            state.oldest_service_s,
        ),
        "bote_outbox_sent": ("Messages sent since the database was made", float(state.sent)),
        "bote_outbox_failed": ("Messages given up on, likewise", float(state.failed)),
        "bote_outbox_429": ("Answers 429 of Telegram, likewise", float(state.floods)),
        "bote_outbox_doubtful": ("Attempts that may or may not have arrived, likewise", float(state.doubtful)),
    }


async def get_customer_ids(text: str) -> list[int]:
    """Whom an operator means by our id, the shop's id or an e-mail address; OperatorError when that is nobody."""
    known = Q(external_id=text) | Q(email_key=email_key(text))
    if text.isascii() and text.isdigit() and len(text) < 19:
        known |= Q(id=int(text))
    found = [customer.id for customer in await Customer.filter(known)]
    if not found:
        raise OperatorError(f"customer {text}: not found; say our id, the shop's id or an e-mail address")
    return found


async def _list(wanted: Q, limit: int, locale: Locale) -> list[PushFacts]:
    return await _facts(await Push.filter(wanted).order_by("-id").limit(limit), locale)


async def _facts(rows: list[Push], locale: Locale) -> list[PushFacts]:
    orders = Order.filter(id__in={row.order_id for row in rows if row.order_id})
    numbers = {order.id: order.number for order in await orders}
    said = await texts_of([row.template_id for row in rows if row.template_id and row.has_text])
    return [
        _describe(row, numbers.get(row.order_id or 0), said.get(row.template_id or 0) if row.has_text else None, locale)
        for row in rows
    ]


def _describe(row: Push, order_number: str | None, said: str | None, locale: Locale) -> PushFacts:
    return PushFacts(
        id=row.id,
        status=row.status,
        purpose=row.purpose,
        about=plain(locale, f"purpose-{row.purpose}") if row.purpose in PURPOSES else row.purpose,
        why=row.why,
        reason=plain(locale, f"why-{row.why}") if row.why else None,
        chat_id=row.chat_id,
        customer_id=row.customer_id,
        order_number=order_number,
        method=row.method,
        text=said or row.params.get("text") or row.params.get("caption"),
        detail=row.detail,
        created_at=row.created_at,
        due_at=row.due_at,
        expires_at=row.expires_at,
        settled_at=row.settled_at,
        attempts=row.attempts,
        doubtful=row.doubtful,
        message_id=row.message_id,
    )


def _as_json(facts: PushFacts) -> Json:
    values = {name: getattr(facts, name) for name in facts.__slots__}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}
