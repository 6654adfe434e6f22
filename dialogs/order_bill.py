"""What an order consists of and what it cost, in words."""

from decimal import Decimal

from bot.customers.profile import Profile
from bot.i18n import Markup, Money, html, lines
from bot.shop.facts import LineFacts, MoneyBack, OrderCard, RefundFacts, ReturnFacts
from dialogs.widgets import LONGEST_MESSAGE, fit, shorten

LONGEST_NAME = 80
LONGEST_DETAIL = 40
MOST_ITEMS = 20
MOST_BACK = 5


def bill_text(order: OrderCard, back: MoneyBack, profile: Profile) -> Markup:
    """Every item with its price, the sums, what went back, how it was paid and when it was ordered."""
    sections = [
        html(profile.locale, "order-title", number=order.number),
        item_lines(order, profile, most=MOST_ITEMS, priced=True),
        lines([*_parts_of_the_sum(order, profile), sum_line(order, profile), _original(order, profile)]),
        _money_back(order, back, profile),
        _papers(order, profile),
    ]
    return fit(sections, html(profile.locale, "error-cut"), limit=LONGEST_MESSAGE, separator="\n\n")


def item_lines(order: OrderCard, profile: Profile, *, most: int, priced: bool = False) -> Markup:
    """A line an item; what is beyond `most` is counted."""
    if not order.lines:
        return html(profile.locale, "order-items-unknown")
    left = len(order.lines[most:])
    return lines(
        [
            html(profile.locale, "order-items"),
            *(_item(line, profile, priced=priced) for line in order.lines[:most]),
            html(profile.locale, "order-items-more", count=left) if left else Markup(),
        ]
    )


def sum_line(order: OrderCard, profile: Profile) -> Markup:
    if order.total is None:
        return html(profile.locale, "order-total-unknown")
    return html(profile.locale, "order-total", total=order.total)


def payment_line(order: OrderCard, profile: Profile) -> Markup:
    """Empty where the shop does not say how it was paid."""
    method = order.payment_method
    return html(profile.locale, "order-payment", method=shorten(method, LONGEST_DETAIL)) if method else Markup()


def _item(line: LineFacts, profile: Profile, *, priced: bool) -> Markup:
    locale, name = profile.locale, shorten(line.name or line.sku or "?", LONGEST_NAME)
    text = html(locale, "order-item", quantity=line.quantity, name=name)
    if line.variant:
        variant = shorten(line.variant, LONGEST_DETAIL)
        text = html(locale, "order-item-variant", quantity=line.quantity, name=name, variant=variant)
    if priced and line.unit_price:
        text = html(locale, "order-item-price", line=text, price=line.unit_price)
    return html(locale, "order-item-refunded", line=text, count=line.refunded) if priced and line.refunded else text


def _parts_of_the_sum(order: OrderCard, profile: Profile) -> list[Markup]:
    parts = {
        "order-shipping": order.shipping_total,
        "order-discount": order.discount_total if order.discount_total and order.discount_total.amount else None,
        "order-tax": order.tax_total,
    }
    return [html(profile.locale, key, total=amount) for key, amount in parts.items() if amount]


def _original(order: OrderCard, profile: Profile) -> Markup:
    """What it was before something was taken out or paid back; else the sum would not be that of the items."""
    if order.original_total is None or order.original_total == order.total:
        return Markup()
    return html(profile.locale, "order-original", total=order.original_total)


def _money_back(order: OrderCard, back: MoneyBack, profile: Profile) -> Markup:
    """The latest of what went back, with all of it together when it was more than one, and where returns stand."""
    return lines(
        [
            *(_refund(each, profile) for each in back.refunds[-MOST_BACK:]),
            _refunded_in_all(order, back, profile),
            *(_return(each, profile) for each in back.returns[-MOST_BACK:]),
        ]
    )


def _refund(refund: RefundFacts, profile: Profile) -> Markup:
    day = refund.refunded_at.astimezone(profile.tz).date()
    if refund.amount is None:
        return html(profile.locale, "order-refunded-some", day=day)
    return html(profile.locale, "order-refunded", total=refund.amount, day=day)


def _refunded_in_all(order: OrderCard, back: MoneyBack, profile: Profile) -> Markup:
    """Only where each amount is told."""
    told = [refund.amount.amount for refund in back.refunds if refund.amount]
    if len(told) < len(back.refunds) or len(told) < 2:
        return Markup()
    return html(profile.locale, "order-refunded-all", total=Money(sum(told, Decimal()), order.currency))


def _return(told: ReturnFacts, profile: Profile) -> Markup:
    return html(profile.locale, f"order-return-{told.status}", day=told.revised_at.astimezone(profile.tz).date())


def _papers(order: OrderCard, profile: Profile) -> Markup:
    placed = html(profile.locale, "order-placed", day=order.placed_at.astimezone(profile.tz).date())
    return lines([payment_line(order, profile), placed])
