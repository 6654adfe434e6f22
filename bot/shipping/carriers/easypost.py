"""EasyPost's tracker events: a status, and a detail that says more precisely what happened."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from bot.shipping.carriers.names import carrier_word
from bot.shipping.carriers.reports import Report, Scan, proof
from bot.shop.reading import Json, day, local_moment, member, members, moment, required, text
from bot.shop.statuses import OVERLAYS
from bot.shop.statuses import ShipmentStatus as S

STATUSES: dict[str, S] = {
    "unknown": S.UNKNOWN,
    "pre_transit": S.LABEL_CREATED,
    "in_transit": S.IN_TRANSIT,
    "out_for_delivery": S.OUT_FOR_DELIVERY,
    "delivered": S.DELIVERED,
    "available_for_pickup": S.AVAILABLE_FOR_PICKUP,
    "return_to_sender": S.RETURNING,
    "failure": S.EXCEPTION,
    "cancelled": S.CANCELLED,
    "error": S.UNKNOWN,
}
# None: the detail says no more than the status does.
DETAILS: dict[str, tuple[S | None, str | None]] = {
    "address_correction": (None, None),
    "arrived_at_destination": (None, None),
    "arrived_at_facility": (None, None),
    "arrived_at_pickup_location": (S.AVAILABLE_FOR_PICKUP, None),
    "awaiting_information": (S.ON_HOLD, None),
    "cancelled": (S.CANCELLED, None),
    "damaged": (S.DAMAGED, "carrier_damaged_parcel"),
    "delayed": (S.DELAYED, None),
    "delivered": (None, None),
    "delivery_exception": (S.ATTEMPT_FAILED, None),
    "departed_facility": (None, None),
    "departed_origin_facility": (None, None),
    "expired": (S.EXPIRED, None),
    "failure": (S.EXCEPTION, None),
    "held": (S.ON_HOLD, None),
    "in_transit": (None, None),
    "label_created": (None, None),
    "lost": (S.LOST, "carrier_parcel_lost"),
    "missorted": (S.DELAYED, "carrier_sorting_error"),
    "out_for_delivery": (None, None),
    "received_at_destination_facility": (None, None),
    "received_at_origin_facility": (S.PICKED_UP, None),
    "refused": (S.EXCEPTION, "consignee_refused"),
    "return": (S.RETURNING, None),
    "status_update": (None, None),
    "transferred_to_destination_carrier": (None, None),
    "transit_exception": (S.EXCEPTION, None),
    "unknown": (None, None),
    "weather_delay": (S.DELAYED, "weather_delay"),
}
# Details that speak of trouble win over any status: a parcel that is "delivered" and "refused" was not delivered.
DECISIVE = OVERLAYS | {S.RETURNING, S.CANCELLED}
TRACKER = "tracker."


def parse(body: Json) -> Report | None:
    """The report of one tracker, None for news about anything else; UnreadableError where it holds none."""
    if not (text(body.get("description"), 64) or "").startswith(TRACKER):
        return None
    tracker = member(body, "result")
    scans = tuple(_scans(tracker))
    return Report(
        required(text(tracker.get("tracking_code"), 128), "result.tracking_code"),
        carrier_word(text(tracker.get("carrier"), 64)),
        tuple(map(_on_the_way_back, scans)) if tracker.get("is_return") is True else scans,
        _expected_on(tracker),
        moment(tracker.get("updated_at")),
        proof(text(tracker.get("signed_by"), 256), ()),
    )


def _scans(tracker: Json) -> Iterator[Scan]:
    for detail in members(tracker, "tracking_details"):
        if at := local_moment(detail.get("datetime")):
            yield _scan(detail, at)


def _scan(told: Json, at: datetime) -> Scan:
    word, detail = (text(told.get(key), 64) or "" for key in ("status", "status_detail"))
    status, reason = _status(word, detail)
    place = member(told, "tracking_location")
    where = next(filter(None, (text(place.get(key), 256) for key in ("city", "state", "country"))), "")
    code = f"{word}/{detail}"[:64] if detail else word
    known = word in STATUSES and (not detail or detail in DETAILS)
    return Scan(at, code, status, reason, text(told.get("message"), 1024), where, known)


def _status(word: str, detail: str) -> tuple[S, str | None]:
    if word not in STATUSES or (detail and detail not in DETAILS):
        return S.UNKNOWN, None
    base = STATUSES[word]
    told, reason = DETAILS.get(detail, (None, None))
    if told in DECISIVE and base != S.RETURNING:
        return told, reason
    if told and base == S.IN_TRANSIT:
        return told, reason
    return base, None


def _on_the_way_back(scan: Scan) -> Scan:
    """The label of a return: what moves is on its way to us, and delivered is delivered to us."""
    if scan.status == S.DELIVERED:
        return replace(scan, status=S.RETURNED, reason=None)
    return scan if scan.status in {S.UNKNOWN, S.LABEL_CREATED} else replace(scan, status=S.RETURNING)


def _expected_on(tracker: Json) -> date | None:
    local = day(member(tracker, "carrier_detail").get("est_delivery_date_local"))
    return local or day(tracker.get("est_delivery_date"))
