"""Who is behind a case, in full: only for staff, only in private, and every look is on record (PRV-07)."""

from datetime import datetime

from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.i18n import Markup, html, lines
from bot.outbox.messages import text_message
from bot.outbox.queue import enqueue
from bot.shop.models import Customer, Order
from bot.staff.audit import record
from bot.tickets.models import Case


@unit_of_work
async def send_details(case_id: int, *, staff_id: int, settings: Settings, now: datetime) -> bool:
    """Send name, mail, telephone and address to the private chat of whoever asks; False: nobody knows any."""
    text = await look_at_details(case_id, staff_id=staff_id, locale=settings.default_locale, now=now)
    if text is None:
        return False
    case = await Case.get(id=case_id)
    message = text_message(text)
    await enqueue(staff_id, "sendMessage", message, once=None, purpose="staff", now=now, customer_id=case.customer_id)
    return True


@unit_of_work
async def look_at_details(case_id: int, *, staff_id: int, locale: Locale, now: datetime) -> Markup | None:
    """Name, mail, telephone and address, for the eyes of this one; None: nobody knows any."""
    case = await Case.get_or_none(id=case_id)
    customer = await Customer.get_or_none(id=case.customer_id) if case and case.customer_id else None
    if case is None or customer is None:
        return None
    await record(staff_id, "view", f"customer:{customer.id}", now=now, detail={"case": case.id})
    order = await Order.get_or_none(id=case.order_id) if case.order_id else None
    return _text(case, customer, order, locale)


def _text(case: Case, customer: Customer, order: Order | None, locale: Locale) -> Markup:
    none = "?"
    person = html(
        locale,
        "case-details",
        id=str(case.id),
        name=customer.name or none,
        email=customer.email or none,
        phone=customer.phone or none,
    )
    if order is None:
        return person
    street = ", ".join(filter(None, (order.ship_name, order.ship_street)))
    city = " ".join(filter(None, (order.ship_country, order.ship_postal_code, order.ship_city)))
    return lines([person, html(locale, "case-details-address", street=street or none, city=city or none)])
