"""AfterShip's tracking webhooks (tags and subtags: vocabularies.md 4.1, its list of 2026-07)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from bot.shipping.carriers.names import carrier_word
from bot.shipping.carriers.reports import Report, Scan, proof
from bot.shop.reading import Json, day, local_moment, member, members, moment, required, text, web_address
from bot.shop.statuses import ShipmentStatus as S

# Status, and the reason that customers are told where there is one. There is no tag "returned": a parcel on its
# way back is Exception_010, one that is back Exception_011. InTransit_008 ends whatever trouble there was.
SUBTAGS: dict[str, tuple[S, str | None]] = {
    "Pending_001": (S.UNKNOWN, None),
    "Pending_002": (S.UNKNOWN, None),
    "Pending_003": (S.UNKNOWN, None),
    "Pending_004": (S.UNKNOWN, None),
    "Pending_005": (S.UNKNOWN, None),
    "Pending_006": (S.UNKNOWN, None),
    "InfoReceived_001": (S.LABEL_CREATED, None),
    "InTransit_001": (S.IN_TRANSIT, None),
    "InTransit_002": (S.PICKED_UP, None),
    "InTransit_003": (S.IN_TRANSIT, None),
    "InTransit_004": (S.IN_TRANSIT, None),
    "InTransit_005": (S.CUSTOMS, "customs_cleared"),
    "InTransit_006": (S.CUSTOMS, None),
    "InTransit_007": (S.IN_TRANSIT, None),
    "InTransit_008": (S.IN_TRANSIT, "problem_resolved"),
    "InTransit_009": (S.IN_TRANSIT, "forwarded"),
    "OutForDelivery_001": (S.OUT_FOR_DELIVERY, None),
    "OutForDelivery_003": (S.OUT_FOR_DELIVERY, None),
    "OutForDelivery_004": (S.OUT_FOR_DELIVERY, None),
    "AvailableForPickup_001": (S.AVAILABLE_FOR_PICKUP, None),
    "AttemptFail_001": (S.ATTEMPT_FAILED, None),
    "AttemptFail_002": (S.ATTEMPT_FAILED, "consignee_not_home"),
    "AttemptFail_003": (S.ATTEMPT_FAILED, "consignee_business_closed"),
    "Delivered_001": (S.DELIVERED, None),
    "Delivered_002": (S.DELIVERED, "collected"),
    "Delivered_003": (S.DELIVERED, "signed"),
    "Delivered_004": (S.DELIVERED, None),
    "Delivered_005": (S.DELIVERED, "neighbour"),
    "Exception_001": (S.EXCEPTION, None),
    "Exception_002": (S.EXCEPTION, "consignee_incorrect_address"),
    "Exception_003": (S.EXCEPTION, "consignee_refused"),
    "Exception_004": (S.CUSTOMS, "customs_delay"),
    "Exception_005": (S.DELAYED, None),
    "Exception_006": (S.ON_HOLD, "payment_due"),
    "Exception_007": (S.EXCEPTION, "consignee_incorrect_address"),
    "Exception_008": (S.EXCEPTION, "pickup_missed"),
    "Exception_009": (S.EXCEPTION, "rejected_by_carrier"),
    "Exception_010": (S.RETURNING, None),
    "Exception_011": (S.RETURNED, None),
    "Exception_012": (S.DAMAGED, "carrier_damaged_parcel"),
    "Exception_013": (S.LOST, "carrier_parcel_lost"),
    "Exception_016": (S.DELAYED, "carrier_sorting_error"),
    "Exception_017": (S.DELAYED, "weather_delay"),
    "Exception_018": (S.ON_HOLD, "customs_documentation"),
    "Exception_019": (S.DELAYED, None),
    "Exception_020": (S.CANCELLED, None),
    # Destroyed or thrown away: it will not come any more, which customers are told as they are told of a loss.
    "Exception_021": (S.LOST, None),
    "Expired_001": (S.EXPIRED, None),
}
# Where a source sends no subtag. A bare Exception says nothing more.
TAGS: dict[str, S] = {
    "Pending": S.UNKNOWN,
    "InfoReceived": S.LABEL_CREATED,
    "InTransit": S.IN_TRANSIT,
    "OutForDelivery": S.OUT_FOR_DELIVERY,
    "AttemptFail": S.ATTEMPT_FAILED,
    "Delivered": S.DELIVERED,
    "AvailableForPickup": S.AVAILABLE_FOR_PICKUP,
    "Exception": S.EXCEPTION,
    "Expired": S.EXPIRED,
}
EXPECTED = (
    "expected_delivery",
    "courier_estimated_delivery_date",
    "latest_estimated_delivery",
    "aftership_estimated_delivery_date",
)


def parse(body: Json) -> Report:
    """The report of one tracking; UnreadableError where there is none."""
    tracking = member(body, "msg")
    tracking_number = required(text(tracking.get("tracking_number"), 128), "msg.tracking_number")
    told_at = _second(body.get("ts")) or moment(tracking.get("updated_at"))
    scans = list(_scans(tracking))
    scans += _word_of(tracking, told_at, {scan.code for scan in scans})
    return Report(
        tracking_number,
        carrier_word(text(tracking.get("slug"), 64)),
        tuple(_seen_from_us(scan, tracking) for scan in scans),
        _expected_on(tracking),
        told_at,
        proof(text(tracking.get("signed_by"), 256), tuple(_images(tracking))),
    )


def _scans(tracking: Json) -> Iterator[Scan]:
    for checkpoint in members(tracking, "checkpoints"):
        at = local_moment(checkpoint.get("checkpoint_time")) or moment(checkpoint.get("created_at"))
        if at:
            yield _scan(checkpoint, at, text(checkpoint.get("message"), 1024), _place(checkpoint))


def _word_of(tracking: Json, told_at: datetime | None, scanned: set[str]) -> Iterator[Scan]:
    """What the tracking says of itself and none of its checkpoints does: a time-out, or a source without scans."""
    scan = _scan(tracking, told_at, None, "") if told_at else None
    if scan and scan.code and scan.code not in scanned and (not scanned or scan.status == S.EXPIRED):
        yield scan


def _scan(told: Json, at: datetime, message: str | None, place: str) -> Scan:
    tag, subtag = text(told.get("tag"), 64) or "", text(told.get("subtag"), 64) or ""
    if subtag:
        status, reason = SUBTAGS.get(subtag, (S.UNKNOWN, None))
        return Scan(at, subtag, status, reason, message, place, is_known=subtag in SUBTAGS)
    return Scan(at, tag, TAGS.get(tag, S.UNKNOWN), None, message, place, is_known=tag in TAGS)


def _seen_from_us(scan: Scan, tracking: Json) -> Scan:
    """On a tracking that goes back to its sender, delivered means delivered to the sender."""
    if scan.status == S.DELIVERED and tracking.get("return_to_sender") is True and not _went_back_later(tracking):
        return replace(scan, status=S.RETURNED, reason=None)
    return scan


def _went_back_later(tracking: Json) -> bool:
    """Whether its scans tell the way back themselves, so that the order of events says which delivery was whose."""
    return any(each.get("subtag") in {"Exception_010", "Exception_011"} for each in members(tracking, "checkpoints"))


def _place(checkpoint: Json) -> str:
    keys = ("city", "location", "state", "country_region_name", "country_name")
    return next(filter(None, (text(checkpoint.get(key), 256) for key in keys)), "")


def _expected_on(tracking: Json) -> date | None:
    return next(filter(None, (_day(tracking.get(key)) for key in EXPECTED)), None)


def _day(value: Any) -> date | None:
    """A date or time as it is written, or an object that holds one; the last day of a span."""
    if not isinstance(value, dict):
        return day(value)
    keys = ("estimated_delivery_date_max", "datetime_max", "estimated_delivery_date", "datetime")
    return next(filter(None, (day(value.get(key)) for key in keys)), None)


def _images(tracking: Json) -> Iterator[str]:
    for each in members(tracking, "proof_of_delivery"):
        if address := web_address(each.get("url")):
            yield address


def _second(value: Any) -> datetime | None:
    """A time in seconds since 1970, as `ts` has it."""
    seconds = value if isinstance(value, int) and not isinstance(value, bool) else 0
    return datetime.fromtimestamp(seconds, UTC) if 0 < seconds < 7_000_000_000 else moment(value)
