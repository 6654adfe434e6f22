"""It says delivered, but it is not there (N4): looks with the customer, then opens a case with the proof."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.config import Locale, Settings
from bot.customers.holds import open_hold, release_hold
from bot.db import unit_of_work
from bot.errors import NotFoundError
from bot.i18n import Markup, html, lines, plain
from bot.outbox.messages import callback_button, link_button
from bot.shipping.cards import Rows, carrier_name
from bot.shop.rows import amount, document, fetch
from bot.tickets.cases import NewCase, Turn, open_case

PARCEL = """
SELECT s.id, s.order_id, s.carrier, s.tracking_number, s.proof, o.customer_id, o.number, o.total, o.currency
FROM shop_shipment s JOIN shop_order o ON o.id = s.order_id
WHERE s.id = ? AND o.customer_id IN ? AND NOT o.is_hidden"""

# So long surveys and offers keep quiet while somebody asks the neighbours.
LOOKING = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the carrier says of the handover."""

    shipment_id: int
    signed_by: str | None
    images: tuple[str, ...]


@unit_of_work
async def begin_search(shipment_id: int, *, customer_ids: Sequence[int], now: datetime) -> Delivery:
    """Leave the customer alone while they look; NotFoundError for a foreign parcel."""
    row = await _parcel(shipment_id, customer_ids)
    await open_hold(row["customer_id"], reason="lost", subject=_subject(row), now=now, until=now + LOOKING)
    return _delivery(row)


@unit_of_work
async def end_search(shipment_id: int, *, customer_ids: Sequence[int], now: datetime) -> None:
    """It was found."""
    row = await _parcel(shipment_id, customer_ids)
    await release_hold(row["customer_id"], reason="lost", subject=_subject(row), now=now)


@unit_of_work
async def report_missing(
    shipment_id: int, *, customer_ids: Sequence[int], chat_id: int, locale: Locale, settings: Settings, now: datetime
) -> int:
    """Open the case, with what the carrier says of the handover; its id. The same parcel twice is one case.

    The case holds surveys, points and offers from now on.
    """
    row = await _parcel(shipment_id, customer_ids)
    new = NewCase(
        cause="missing",
        once=f"shipment:{shipment_id}:missing",
        customer_id=row["customer_id"],
        chat_id=chat_id,
        order_id=row["order_id"],
        shipment_id=shipment_id,
        value=amount(row["total"]),
        currency=row["currency"],
        locale=locale,
        turns=(Turn("customer", plain(locale, "missing-button")), Turn("bot", _report(row, locale))),
    )
    return await open_case(new, settings=settings, now=now)


def search_text(delivery: Delivery, locale: Locale) -> Markup:
    """Three quick questions, and who took it in according to the carrier."""
    proof = html(locale, "missing-proof", name=delivery.signed_by) if delivery.signed_by else Markup()
    questions = [html(locale, f"missing-ask-{place}") for place in ("neighbour", "place", "household")]
    return lines([html(locale, "missing-ask"), *questions, proof])


def search_keyboard(delivery: Delivery, locale: Locale) -> Rows:
    from bot.callbacks import NotReceived

    found = NotReceived(shipment_id=delivery.shipment_id, step="found").pack()
    nowhere = NotReceived(shipment_id=delivery.shipment_id, step="nowhere").pack()
    photo = [image for image in delivery.images if image.startswith("https://")][:1]
    return [
        *[[link_button(plain(locale, "missing-photo-button"), url)] for url in photo],
        [callback_button(plain(locale, "missing-found-button"), found)],
        [callback_button(plain(locale, "missing-nowhere-button"), nowhere)],
    ]


async def _parcel(shipment_id: int, customer_ids: Sequence[int]) -> dict[str, Any]:
    rows = await fetch(PARCEL, shipment_id, tuple(customer_ids))
    if not rows:
        raise NotFoundError
    return rows[0]


def _delivery(row: dict[str, Any]) -> Delivery:
    proof = document(row["proof"]) or {}
    return Delivery(row["id"], proof.get("signed_by"), tuple(proof.get("images") or ()))


def _subject(row: dict[str, Any]) -> str:
    return f"search:{row['id']}"


def _report(row: dict[str, Any], locale: Locale) -> str:
    """What the staff read first: the parcel and the proof, as the carrier told it."""
    delivery = _delivery(row)
    told = [f"{carrier_name(row['carrier'], locale)} {row['tracking_number'] or ''}".strip()]
    if delivery.signed_by:
        told.append(plain(locale, "missing-proof", name=delivery.signed_by))
    return "\n".join([*told, *delivery.images])
