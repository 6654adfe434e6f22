"""What a return brings in words for its customer: money, an article, or a smaller bill where it is not paid yet."""

from bot.config import Locale
from bot.i18n import Markup, Money, html, lines
from bot.returns.carried import NO_MONEY, Carried
from bot.returns.exchange_text import exchange_lines, topped_line
from bot.returns.machine import OVER, SETTLED, Status
from bot.returns.money import Estimate
from bot.returns.sheet import ReturnSheet

S = Status
MONEY = frozenset({"refund", "credit"})
# The money is still to come.
UNPAID = frozenset(S) - SETTLED - OVER


def money_lines(sheet: ReturnSheet, locale: Locale, *, shop: str) -> Markup:
    """What it brings, what of it is the delivery, what the way back costs; then what was paid."""
    if sheet.status in {S.CANCELLED, S.REJECTED, S.EXPIRED, S.SENT_BACK}:
        return Markup()
    if sheet.outcome in MONEY and sheet.paid is None and not sheet.payable.amount and _is_open_bill(sheet):
        return lines([_smaller_bill(sheet, locale), _postage(sheet, locale)])
    if sheet.paid is not None and not (sheet.status in UNPAID and sheet.payable.amount):
        return lines([topped_line(sheet, locale), paid_line(sheet, locale)])
    paid = paid_line(sheet, locale)
    brings = brings_line(sheet.outcome, sheet.promised, locale, is_sure=sheet.status is not S.REQUESTED)
    if sheet.outcome not in MONEY:
        told = exchange_lines(sheet, locale, shop=shop) if sheet.outcome == "exchange" else []
        is_told = told or sheet.has_article
        return lines([*(told if is_told else [brings]), waived_line(sheet, locale), paid])
    parts = (
        *(("shipping", sheet.shipping), ("topped", sheet.topped), ("fee", sheet.fee), ("loss", sheet.loss)),
        ("owed", sheet.off_bill),
    )
    return lines(
        [
            brings,
            *(html(locale, f"return-of-{name}", total=money) for name, money in parts if money and money.amount),
            _postage(sheet, locale),
            waived_line(sheet, locale),
            paid,
            rest_line(sheet, locale),
        ]
    )


def paid_line(sheet: ReturnSheet, locale: Locale) -> Markup:
    """What has gone to the customer by now: in money, or as credit of the shop."""
    key = "return-paid-credit" if sheet.is_credit else "return-paid"
    return html(locale, key, total=sheet.paid) if sheet.paid is not None else Markup()


def rest_line(sheet: ReturnSheet, locale: Locale) -> Markup:
    """What is still to come in money where a part has gone; nothing as long as it, or an article, is not sure."""
    is_sure = sheet.status in UNPAID and sheet.status is not S.REQUESTED
    is_money = sheet.outcome in MONEY or sheet.has_article
    if sheet.paid is None or not sheet.payable.amount or not (is_sure and is_money):
        return Markup()
    return html(locale, "return-left", total=sheet.payable)


def brings_line(outcome: str, total: Money, locale: Locale, *, is_sure: bool) -> Markup:
    """What the customer gets; a wish that somebody still has to decide about is told as a wish."""
    values = {"total": total} if outcome in MONEY else {}
    key = f"return-brings-{outcome}" if is_sure else f"return-wished-{outcome}"
    return html(locale, key, **values)


def estimate_lines(
    money: Estimate,
    outcome: str,
    locale: Locale,
    *,
    is_unpaid: bool,
    is_reserved: bool,
    is_sure: bool = True,
    counts: Carried = NO_MONEY,
) -> Markup:
    """Before it is asked for: what it would bring, and what of that is what; what was paid before `counts`."""
    total, off_bill = Money(money.total + counts.topped, money.currency), Money(money.off_bill, money.currency)
    brings = brings_line(outcome, total, locale, is_sure=is_sure)
    if outcome not in MONEY:
        return brings
    if is_unpaid and not counts:
        return unpaid_line(locale, is_reserved=is_reserved, is_sure=is_sure)
    if money.off_bill and not total.amount:
        return off_bill_line(off_bill, locale, is_sure=is_sure)
    parts = (("shipping", money.shipping), ("topped", counts.topped), ("fee", money.fee), ("owed", money.off_bill))
    told = [html(locale, f"return-of-{name}", total=Money(part, money.currency)) for name, part in parts if part]
    paid = html(locale, "return-paid", total=Money(counts.given, money.currency)) if counts.given else Markup()
    return lines([brings, *told, paid])


def unpaid_line(locale: Locale, *, is_reserved: bool, is_sure: bool = True) -> Markup:
    """Nothing was paid, so nothing goes back; `is_reserved`: it was authorised and not taken, so that it is let go."""
    if is_reserved:
        return html(locale, "return-reserved" if is_sure else "return-reserved-wished")
    return html(locale, "return-unpaid" if is_sure else "return-unpaid-wished")


def off_bill_line(total: Money, locale: Locale, *, is_sure: bool = True) -> Markup:
    """The order is paid in part, and all that it brings goes off what is open."""
    return html(locale, "return-off-bill" if is_sure else "return-off-bill-wished", total=total)


def waived_line(sheet: ReturnSheet, locale: Locale) -> Markup:
    """What the shop has let them off."""
    return html(locale, "return-waived", total=sheet.waived) if sheet.waived and sheet.waived.amount else Markup()


def _postage(sheet: ReturnSheet, locale: Locale) -> Markup:
    """With a label of the shop's and no fee the way back costs nothing."""
    is_to_send = sheet.status in {S.REQUESTED, S.APPROVED, S.LABEL_SENT} and not (sheet.needs_no_goods or sheet.is_away)
    is_free = is_to_send and not sheet.fee.amount and not sheet.sends_itself
    return html(locale, "return-postage-free") if is_free else Markup()


def _is_open_bill(sheet: ReturnSheet) -> bool:
    return bool(sheet.off_bill.amount) or sheet.unpaid


def _smaller_bill(sheet: ReturnSheet, locale: Locale) -> Markup:
    """With the sum where it is less than the price of the items."""
    is_sure, is_whole = sheet.status is not S.REQUESTED, sheet.due.amount == sheet.goods.amount + sheet.shipping.amount
    if sheet.unpaid and is_whole:
        return unpaid_line(locale, is_reserved=sheet.is_reserved, is_sure=is_sure)
    return off_bill_line(sheet.off_bill, locale, is_sure=is_sure) if sheet.off_bill.amount else Markup()
