"""It says delivered, but it is not there (N4): looks with the customer, then opens a case; ends when it turns up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.config import Locale, Settings
from bot.customers.holds import open_hold, release_hold
from bot.db import document, unit_of_work
from bot.errors import NotFoundError
from bot.i18n import Markup, html, lines, plain
from bot.outbox.messages import Button, callback_button
from bot.shipping.cards import Rows
from bot.shipping.proof import Proof, picture_link, read_proof, signed_line
from bot.shop.carriers import carrier_name
from bot.shop.rows import amount, fetch
from bot.tickets.cases import NewCase, missing_once, open_case
from bot.tickets.models import Case
from bot.tickets.recovery import Ending, recover_case
from bot.tickets.turns import Turn

PARCEL = """
SELECT s.id, s.order_id, s.carrier, s.tracking_number, s.proof, o.customer_id, o.number, o.total, o.currency
FROM shop_shipment s JOIN shop_order o ON o.id = s.order_id
WHERE s.id = ? AND o.customer_id IN ? AND NOT o.is_hidden"""

# So long surveys and offers keep quiet while somebody asks the neighbours.
LOOKING = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Missing:
    """A parcel that somebody is looking for, in its case."""

    shipment_id: int
    case_id: int


@unit_of_work
async def begin_search(shipment_id: int, *, customer_ids: Sequence[int], now: datetime) -> Proof:
    """Leave the customer alone while they look; NotFoundError for a foreign parcel."""
    row = await _parcel(shipment_id, customer_ids)
    await open_hold(row["customer_id"], reason="lost", subject=_subject(row), now=now, until=now + LOOKING)
    return read_proof(row["proof"])


@unit_of_work
async def end_search(
    shipment_id: int, *, customer_ids: Sequence[int], settings: Settings, now: datetime
) -> Ending | None:
    """It was found, now or after its case was opened; what became of the case, None when there is none."""
    row = await _parcel(shipment_id, customer_ids)
    await release_hold(row["customer_id"], reason="lost", subject=_subject(row), now=now)
    return await recover_case(missing_once(shipment_id), told="case-turned-up", settings=settings, now=now)


async def find_missing(customer_ids: Sequence[int]) -> Missing | None:
    """The parcel that is being looked for in the newest open case, of these customers."""
    open_ = Case.filter(cause="missing", customer_id__in=list(customer_ids), status__in=("open", "pending_customer"))
    case = await open_.exclude(shipment_id=None).order_by("-id").first()
    return Missing(case.shipment_id, case.id) if case and case.shipment_id is not None else None


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
        once=missing_once(shipment_id),
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


def search_text(proof: Proof, locale: Locale) -> Markup:
    """Three quick questions, and who took it in according to the carrier."""
    questions = [html(locale, f"missing-ask-{place}") for place in ("neighbour", "place", "household")]
    return lines([html(locale, "missing-ask"), *questions, signed_line(proof, locale)])


def search_keyboard(shipment_id: int, locale: Locale, *, links: Sequence[str] = ()) -> Rows:
    """What came of looking; `links` are pictures of the delivery that could not be shown."""
    from bot.callbacks import NotReceived

    nowhere = NotReceived(shipment_id=shipment_id, step="nowhere").pack()
    return [
        *[[picture_link(url, locale)] for url in links],
        [found_button(shipment_id, locale)],
        [callback_button(plain(locale, "missing-nowhere-button"), nowhere)],
    ]


def found_button(shipment_id: int, locale: Locale) -> Button:
    from bot.callbacks import NotReceived

    return callback_button(
        plain(locale, "missing-found-button"), NotReceived(shipment_id=shipment_id, step="found").pack()
    )


def found_text(ending: Ending | None, locale: Locale) -> Markup:
    """Good; and what that means for the case, if there is one."""
    if ending is None:
        return html(locale, "missing-found")
    return html(locale, "missing-found-closed" if ending.is_closed else "missing-found-told", case=str(ending.case_id))


async def _parcel(shipment_id: int, customer_ids: Sequence[int]) -> dict[str, Any]:
    rows = await fetch(PARCEL, shipment_id, tuple(customer_ids))
    if not rows:
        raise NotFoundError
    return rows[0]


def _subject(row: dict[str, Any]) -> str:
    return f"search:{row['id']}"


def _report(row: dict[str, Any], locale: Locale) -> str:
    """What the staff read first: the parcel and the proof, as the carrier told it."""
    told = [f"{carrier_name(row['carrier'], locale)} {row['tracking_number'] or ''}".strip()]
    proof = document(row["proof"]) or {}
    if signed_by := proof.get("signed_by"):
        told.append(plain(locale, "missing-proof", name=signed_by))
    return "\n".join([*told, *(proof.get("images") or ())])
