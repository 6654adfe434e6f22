"""What else there is to know about a case: the answer it came from, the parcel's way, the person, the best plan."""

from datetime import datetime

from bot.config import Locale
from bot.i18n import Markup, has_text, html, lines, plain
from bot.loyalty.ledger import balance_of
from bot.shop.models import Order, Shipment
from bot.tickets.clock import missed
from bot.tickets.models import Case, CaseClock
from bot.tickets.past import last_scores, past_returns
from bot.tickets.plans import Trouble, plans, troubles_of
from bot.tickets.wording import Reader

# More than so many plans at once are no help.
MOST_PLANS = 2


async def context(case: Case, reader: Reader, now: datetime) -> list[Markup]:
    """A line each: the answer, the parcel's way, orders, points and cases of the person, how their last case ended."""
    answer, way = _answer(case, reader.locale), await _way(case, reader)
    return [answer, way, await _person(case, reader, now), await _before(case, reader)]


async def suggestion(case: Case, locale: Locale) -> Markup:
    """What is best done about what went wrong, step by step; nothing once the case is closed."""
    troubles = troubles_of(case)[:MOST_PLANS] if case.status != "closed" else ()
    known = await plans() if troubles else {}
    told = [_plan(trouble, known[trouble].steps(locale), locale) for trouble in troubles if trouble in known]
    return lines(told)


async def deadlines(case: Case, reader: Reader, now: datetime) -> Markup:
    """By when the customer hears from somebody and by when it is solved, and what is late; while it is open."""
    clock = await CaseClock.get_or_none(case_id=case.id) if case.status != "closed" else None
    if clock is None:
        return Markup()
    late = missed(clock, closed_at=None, now=now)
    parts = [
        html(reader.locale, _clock_key(aspect, clock, late=aspect in late), at=at, tz=reader.tz)
        for aspect, at in (("contact", clock.contact_due_at), ("resolve", clock.resolve_due_at))
    ]
    return lines(parts, " · ")


def trouble_name(trouble: str, locale: Locale) -> str:
    """In a word or two, as the staff call it."""
    key = f"case-trouble-{trouble}"
    return plain(locale, key) if has_text(key) else trouble


def _clock_key(aspect: str, clock: CaseClock, *, late: bool) -> str:
    if aspect == "contact" and clock.contacted_at:
        return "case-clock-contacted"
    return f"case-clock-{aspect}-missed" if late else f"case-clock-{aspect}"


def _plan(trouble: Trouble, steps: tuple[str, ...], locale: Locale) -> Markup:
    head = html(locale, "case-plan", trouble=trouble_name(trouble, locale))
    return lines([head, *(html(locale, "case-plan-step", step=step) for step in steps)])


def _answer(case: Case, locale: Locale) -> Markup:
    if case.rating is None:
        return Markup()
    reasons = ", ".join(trouble_name(reason, locale) for reason in case.reasons or ())
    if not reasons:
        return html(locale, "case-card-rating", rating=case.rating)
    return html(locale, "case-card-rating-because", rating=case.rating, reasons=reasons)


async def _way(case: Case, reader: Reader) -> Markup:
    """When it was ordered, expected and delivered, and how much too late that was."""
    order = await Order.get_or_none(id=case.order_id) if case.order_id else None
    parcel = await Shipment.get_or_none(id=case.shipment_id) if case.shipment_id else None
    if order is None:
        return Markup()
    expected = (parcel and parcel.expected_on) or order.expected_on
    delivered = (parcel and parcel.delivered_at) or order.delivered_at
    arrived = delivered.astimezone(reader.tz).date() if delivered else None
    locale, parts = reader.locale, []
    if order.placed_at:
        parts.append(html(locale, "case-way-ordered", day=order.placed_at.astimezone(reader.tz).date()))
    if expected:
        parts.append(html(locale, "case-way-expected", day=expected))
    if arrived:
        parts.append(html(locale, "case-way-delivered", day=arrived))
    if arrived and expected and arrived > expected:
        parts.append(html(locale, "case-way-late", days=(arrived - expected).days))
    return lines(parts, " · ")


async def _person(case: Case, reader: Reader, now: datetime) -> Markup:
    """What else there is about the person: orders, points, cases beside this one, last scores, returns."""
    if case.customer_id is None:
        return Markup()
    orders = Order.filter(customer_id=case.customer_id)
    counts = {
        "orders": await orders.count(),
        "open": await orders.filter(is_open=True).count(),
        "cases": await Case.filter(customer_id=case.customer_id).exclude(id=case.id).count(),
        "points": (await balance_of([case.customer_id], now=now)).available,
    }
    customer_id, locale = case.customer_id, reader.locale
    told = html(locale, "desk-surroundings", **counts)
    return lines([told, await last_scores(customer_id, locale), await past_returns(customer_id, locale)])


async def _before(case: Case, reader: Reader) -> Markup:
    """The person's case before this one, and what was done about it."""
    if case.customer_id is None:
        return Markup()
    last = await Case.filter(customer_id=case.customer_id, id__lt=case.id).order_by("-id").first()
    if last is None:
        return Markup()
    locale = reader.locale
    cause = html(locale, f"case-cause-{last.cause}")
    if last.resolved_action is None:
        return html(locale, "case-card-before", id=str(last.id), cause=cause)
    action = plain(locale, f"closing-action-{last.resolved_action}")
    return html(locale, "case-card-before-done", id=str(last.id), cause=cause, action=action)
