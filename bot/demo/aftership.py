"""AfterShip as the demo's parcels need it: a tracking update with all that its carrier has said so far."""

from collections.abc import Mapping
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from bot.demo.content import Json
from bot.demo.facts import Parcel, Purchase, Scan
from bot.shipping.carriers.aftership import SUBTAGS

# AfterShip's own texts of its tags; those of subtags differ from version to version, and nobody reads them.
TITLES = {
    "InfoReceived": "Info Received",
    "InTransit": "In Transit",
    "OutForDelivery": "Out for Delivery",
    "AvailableForPickup": "Available for Pickup",
    "AttemptFail": "Failed Attempt",
}


def tracking_update(purchase: Purchase, parcel: Parcel, at: datetime, zone: ZoneInfo) -> Json:
    """The body about the scan at this time, which is the last that it tells."""
    told = [scan for scan in parcel.scans if scan.at <= at]
    scan, checkpoints = told[-1], [_checkpoint(each, parcel, zone) for each in told]
    tag = checkpoints[-1]["tag"]
    tracking = {
        "id": uuid5(NAMESPACE_URL, parcel.tracking_url).hex,
        "tracking_number": parcel.tracking_number,
        "slug": _slug(parcel),
        "title": parcel.tracking_number,
        "order_id": str(purchase.external_id),
        "order_number": f"#{purchase.number}",
        "courier_tracking_link": parcel.tracking_url,
        "destination_country_region": purchase.ship_to["country"],
        "active": tag not in {"Delivered", "Expired"},
        "created_at": checkpoints[0]["checkpoint_time"],
        "updated_at": _time(at, zone),
        "tag": tag,
        "subtag": checkpoints[-1]["subtag"],
        "subtag_message": checkpoints[-1]["subtag_message"],
        "signed_by": scan.signed_by,
        "return_to_sender": False,
        "tracked_count": len(told),
        "checkpoints": checkpoints,
    }
    days = [each.expected_on for each in told if each.expected_on]
    if days:
        tracking["latest_estimated_delivery"] = {"type": "specific", "source": "carrier", "datetime": f"{days[-1]}"}
    return {
        "event": "tracking_update",
        "event_id": str(uuid5(NAMESPACE_URL, f"{parcel.tracking_url}#{len(told)}")),
        "is_tracking_first_tag": tag not in {each["tag"] for each in checkpoints[:-1]},
        "msg": tracking,
        "ts": int(at.timestamp()),
    }


def subtag_of(scan: Scan) -> str:
    """AfterShip's word for what happened; it knows fewer reasons than we do."""
    return SUBTAG_OF.get((scan.status, scan.reason)) or SUBTAG_OF[scan.status, None]


def _checkpoint(scan: Scan, parcel: Parcel, zone: ZoneInfo) -> Json:
    subtag = subtag_of(scan)
    tag = subtag.partition("_")[0]
    return {
        "checkpoint_time": _time(scan.at, zone),
        "created_at": _time(scan.at, zone),
        "slug": _slug(parcel),
        "message": scan.text,
        "tag": tag,
        "subtag": subtag,
        "subtag_message": TITLES.get(tag, tag),
        "city": scan.place or None,
        "location": scan.place or None,
    }


def _slug(parcel: Parcel) -> str:
    return parcel.carrier.replace("_", "-")


def _time(at: datetime, zone: ZoneInfo) -> str:
    return at.astimezone(zone).isoformat(timespec="seconds")


def _inverted() -> Mapping[tuple[str, str | None], str]:
    """The first subtag of each status and reason, and of each status for reasons that AfterShip has not."""
    found: dict[tuple[str, str | None], str] = {}
    for subtag, (status, reason) in SUBTAGS.items():
        found.setdefault((str(status), reason), subtag)
    for subtag, (status, _) in SUBTAGS.items():
        found.setdefault((str(status), None), subtag)
    return found


SUBTAG_OF = _inverted()
