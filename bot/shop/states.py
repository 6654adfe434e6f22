"""What an order's customer is told about it, derived from its parcels and the shop's own word (TRK-07)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from bot.shop.statuses import NEVER_LATE, NOT_COMING, OVERLAYS, RANK, TERMINAL, ShipmentStatus

S = ShipmentStatus

PENDING, ON_HOLD_PAYMENT, PAID, PROCESSING = "pending", "on_hold_payment", "paid", "processing"
COMPLETED, FAILED, CANCELLED, REFUNDED = "completed", "failed", "cancelled", "refunded"
# The carriers' reason of a delivery that was fetched from a pick-up point.
COLLECTED = "collected"
# An order of which the shop has told nothing that we understand is waited for, too.
OPEN_WITHOUT_PARCELS = frozenset({PENDING, ON_HOLD_PAYMENT, PAID, PROCESSING, S.UNKNOWN})

# The words of WooCommerce, Shopify and Medusa (vocabularies.md 4.2, 4.3) and their plain English kin.
SHOP_WORDS = {
    PENDING: "pending pending_payment awaiting_payment unpaid partially_paid requires_action new draft checkout_draft",
    ON_HOLD_PAYMENT: "on_hold on_hold_payment",
    PAID: "paid partially_refunded",
    PROCESSING: "processing authorized open in_progress unfulfilled pending_fulfillment scheduled partially_fulfilled",
    COMPLETED: "completed complete fulfilled shipped delivered archived closed",
    FAILED: "failed expired",
    CANCELLED: "cancelled canceled voided trash",
    REFUNDED: "refunded",
}
STATE_OF_WORD = {word: state for state, words in SHOP_WORDS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class ParcelStanding:
    """As much of a parcel as its order follows."""

    status: str
    rank: int
    expected_on: date | None = None
    delivered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OrderStanding:
    """The columns of an order that follow its parcels."""

    state: str
    is_open: bool
    expected_on: date | None
    delivered_at: datetime | None


def order_standing(shop_word: str | None, parcels: Sequence[ParcelStanding]) -> OrderStanding:
    """Where the whole order stands.

    It is expected when the last parcel still coming is, as far as days are known; with none coming any more, it was
    expected when the last delivered one was. It was delivered when the last of its parcels was; cancelled parcels do
    not count.
    """
    state = order_state(shop_word, parcels)
    coming = [parcel for parcel in parcels if is_coming(parcel.status)]
    awaited = coming or [parcel for parcel in parcels if parcel.status == S.DELIVERED]
    days = [parcel.expected_on for parcel in awaited if parcel.expected_on]
    sent = [parcel for parcel in parcels if parcel.status != S.CANCELLED]
    arrivals = [parcel.delivered_at for parcel in sent if parcel.status == S.DELIVERED and parcel.delivered_at]
    return OrderStanding(
        state,
        is_open=_is_open(shop_word, state, parcels),
        expected_on=max(days, default=None) if state != CANCELLED else None,
        delivered_at=max(arrivals) if arrivals and len(arrivals) == len(sent) else None,
    )


def order_state(shop_word: str | None, parcels: Sequence[ParcelStanding]) -> str:
    """A canonical shipment status or, without parcels, one of the states above; `unknown` where nobody told one."""
    if not parcels:
        return STATE_OF_WORD.get(plain_word(shop_word), S.UNKNOWN)
    if STATE_OF_WORD.get(plain_word(shop_word)) == CANCELLED and not any(map(_has_moved, parcels)):
        return S.CANCELLED
    if on_the_way := [parcel for parcel in parcels if parcel.status not in TERMINAL]:
        return min(on_the_way, key=_progress).status
    return _settled_state(parcels)


def is_known_word(shop_word: str) -> bool:
    """Whether we know what the shop means; an unknown word is told as no word at all."""
    return plain_word(shop_word) in STATE_OF_WORD


def is_coming(status: str) -> bool:
    """Whether a parcel is still meant to reach the customer."""
    return status not in NOT_COMING


def is_late(status: str, expected_on: date | None, *, today: date) -> bool:
    """Whether a parcel has not arrived although its expected day, the last day of its window, is over."""
    return expected_on is not None and expected_on < today and status not in NEVER_LATE


def is_used_up(status: str, expected_on: date, status_at: datetime | None, tz: tzinfo) -> bool:
    """Whether the expected day was that of the attempt that has failed: it is no day to wait for any more."""
    return status == S.ATTEMPT_FAILED and status_at is not None and expected_on <= status_at.astimezone(tz).date()


def is_collected(status: str, reason: str | None) -> bool:
    """Whether the customer has fetched it from where it lay: to them that is no delivery."""
    return status == S.DELIVERED and reason == COLLECTED


def expected_day(expected_on: date | None, expected_until: datetime | None, tz: tzinfo) -> date | None:
    """The day to store as expected: the one that was told, else the day on which the window ends in `tz`."""
    if expected_on or expected_until is None:
        return expected_on
    return expected_until.astimezone(tz).date()


def plain_word(shop_word: str | None) -> str:
    return (shop_word or "").strip().casefold().removeprefix("wc-").replace("-", "_").replace(" ", "_")


def _has_moved(parcel: ParcelStanding) -> bool:
    return parcel.status != S.CANCELLED and parcel.rank >= RANK[S.PICKED_UP]


def _progress(parcel: ParcelStanding) -> tuple[int, bool]:
    """Of two equally far, the one in trouble is what the customer must hear of."""
    return parcel.rank, parcel.status not in OVERLAYS


def _settled_state(parcels: Sequence[ParcelStanding]) -> str:
    if any(parcel.status == S.LOST for parcel in parcels):
        return S.LOST
    sent = [parcel for parcel in parcels if parcel.status != S.CANCELLED]
    return min(sent, key=_progress).status if sent else S.CANCELLED


def _is_open(shop_word: str | None, state: str, parcels: Sequence[ParcelStanding]) -> bool:
    """Somebody still waits for something; a lost parcel is waited for until the shop has paid it back."""
    if not parcels:
        return state in OPEN_WITHOUT_PARCELS
    paid_back = STATE_OF_WORD.get(plain_word(shop_word)) in {CANCELLED, REFUNDED}
    over = TERMINAL if paid_back else TERMINAL - {S.LOST}
    return state != CANCELLED and any(parcel.status not in over for parcel in parcels)
