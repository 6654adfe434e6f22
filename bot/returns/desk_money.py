"""The money of a return as the staff see it: what it brings, what was paid or never was, what an exchange leaves."""

from bot.config import Locale
from bot.i18n import Markup, Money, html, lines
from bot.returns.machine import OVER, SETTLED
from bot.returns.money_text import MONEY, UNPAID
from bot.returns.sheet import ReturnSheet
from bot.returns.wording import Reader


def desk_money(sheet: ReturnSheet, reader: Reader) -> list[Markup]:
    """What was wished for, what it brings by now and of what that is made, what went back, by when it is due."""
    locale = reader.locale
    parts = [
        html(locale, f"rma-{name}", total=money)
        for name, money in (("shipping", sheet.shipping), ("fee", sheet.fee), ("loss", sheet.loss))
        if money.amount
    ]
    worth = sheet.back if sheet.outcome in MONEY else sheet.due
    told = [html(locale, f"rma-wish-{sheet.outcome}", total=worth), lines(parts, " · ")]
    if sheet.waived and sheet.waived.amount:
        told.append(html(locale, "rma-waived", total=sheet.waived))
    told.append(difference(sheet, locale))
    if sheet.keeps:
        told.append(html(locale, "rma-lost" if sheet.lost else "rma-keeps"))
    if sheet.away.coming:
        told.append(html(locale, "rma-coming"))
    elif sheet.away.back:
        told.append(html(locale, "rma-turned"))
    told.append(_missing(sheet, locale))
    if sheet.paid:
        told.append(html(locale, "rma-paid", total=sheet.paid))
    due = sheet.money_due_on(reader.tz)
    if due and sheet.status in UNPAID and sheet.payable.amount:
        told.append(html(locale, "rma-clock", day=due))
    return told


def difference(sheet: ReturnSheet, locale: Locale) -> Markup:
    """What an exchange leaves to be paid by either, or what the shop bears, and what was paid on top."""
    told = [html(locale, "rma-topped", total=sheet.topped)] if sheet.topped and sheet.topped.amount else []
    found = sheet.difference
    if (
        found is None or sheet.has_article or sheet.status in SETTLED | OVER
    ):  # gone: what is left is money like any other
        return lines(told)
    if sheet.owes:
        told.append(html(locale, "rma-exchange-owed", total=sheet.owes))
    for key, amount in (("rest", found.back), ("dearer", found.borne)):
        if amount:
            told.append(html(locale, f"rma-exchange-{key}", total=Money(amount, sheet.due.currency)))
    if not (found.back or found.owed or found.borne):
        told.append(html(locale, "rma-exchange-same"))
    return lines(told)


def _missing(sheet: ReturnSheet, locale: Locale) -> Markup:
    """What was not paid cannot be paid back: it goes off the bill, or is let go where it was only reserved."""
    if sheet.unpaid:
        return html(locale, "rma-reserved" if sheet.is_reserved else "rma-unpaid")
    return html(locale, "rma-owed", total=sheet.off_bill) if sheet.off_bill.amount else Markup()
