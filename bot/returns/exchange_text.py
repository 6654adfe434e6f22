"""An exchange in words for its customer: which article at which price, what that leaves, and how that is paid."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.config import Locale
from bot.i18n import Markup, Money, html
from bot.returns.difference import NOTHING, Difference
from bot.returns.given_text import given_lines
from bot.returns.machine import OVER, SETTLED, Status
from bot.returns.pieces import PieceBack
from bot.returns.rethinkable import may_rethink
from bot.returns.sheet import ReturnSheet
from bot.shop.facts import Texts
from bot.shop.products import localised

LONGEST_NAME = 60
MOST_ARTICLES = 8
# Messages that tell of the exchange itself.
SENT = frozenset({"sent", "exchanged"})
TOLD_WITH = frozenset(
    {"requested", "approved", "keeps", "owed", "topped", "free", "fee", "sent", "exchanged", "unpaid", "sold_out"}
)


@dataclass(frozen=True, slots=True)
class Article:
    """So many of an article in exchange, and what they cost together; None where the shop does not tell it."""

    name: str
    pieces: int
    price: Money | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What an exchange leaves, and what of it is the delivery, the way back and the goods' loss of value; `off_bill` of
    it was never paid."""

    difference: Difference
    shipping: Money
    fee: Money
    loss: Money | None = None
    off_bill: Decimal = NOTHING


def article_name(name: Texts | None, sku: str, locale: Locale) -> str:
    """As the shop calls it, on one line; its number where it has no name."""
    return " ".join((localised(name, locale)[0] or sku).split())[:LONGEST_NAME]


def articles_of(pieces: Sequence[PieceBack], locale: Locale) -> list[Article]:
    """What is wanted instead of these, each article once."""
    found: dict[str, Article] = {}
    for piece in pieces:
        if piece.instead and piece.counted:
            other = piece.instead
            price = other.price and Money(other.price.amount * piece.counted, other.price.currency)
            known = found.get(other.sku)
            if known and known.price and price:
                price = Money(known.price.amount + price.amount, price.currency)
            count = piece.counted + (known.pieces if known else 0)
            found[other.sku] = Article(article_name(other.name, other.sku, locale), count, price)
    return list(found.values())


def article_lines(articles: Iterable[Article], locale: Locale, *, is_sure: bool) -> list[Markup]:
    """A line each; a wish that somebody still has to decide about is told as a wish."""
    key, told = "return-instead" if is_sure else "return-wished-instead", []
    for article in list(articles)[:MOST_ARTICLES]:
        item = html(locale, "order-item", quantity=article.pieces, name=article.name)
        priced = html(locale, "return-instead-price", item=item, total=article.price) if article.price else item
        told.append(html(locale, key, item=priced))
    return told


def left_lines(left: Left, locale: Locale, *, is_sure: bool = True) -> list[Markup]:
    """Who pays how much, to the cent, and what is in it; what somebody still has to decide about is told so."""
    found, currency = left.difference, left.fee.currency
    if not is_sure:
        return [html(locale, "return-difference-if"), *left_lines(left, locale)]
    off_bill = min(found.back, left.off_bill)
    told = [html(locale, "return-difference-bill", total=Money(off_bill, currency))] if off_bill else []
    if not off_bill or found.back > off_bill:
        total = Money(found.back - off_bill or found.owed, currency)
        told.insert(0, html(locale, f"return-difference-{kind_of(found)}", total=total))
    if found.fee:
        told.append(html(locale, "return-difference-fee", total=Money(found.fee, currency)))
    if found.borne > found.fee:
        told.append(html(locale, "return-difference-rest", total=Money(found.borne - found.fee, currency)))
    fee = Money(left.fee.amount - found.fee, currency)
    if left.shipping.amount:
        told.append(html(locale, "return-of-shipping", total=left.shipping))
    for name, money in (("fee", fee), ("loss", left.loss)):
        if money and money.amount:
            told.append(html(locale, f"return-with-{name}" if found.owed else f"return-of-{name}", total=money))
    return told


def exchange_lines(sheet: ReturnSheet, locale: Locale, *, shop: str, briefly: bool = False) -> list[Markup]:
    """Of a return: what is wanted instead as long as it is to come, then what was paid on top; `briefly` where the card
    stands below."""
    topped, sold_out = topped_line(sheet, locale), sold_out_line(sheet, locale)
    articles = articles_of(sheet.pieces, locale)
    if sheet.has_article or sheet.status in SETTLED | OVER or not articles:
        is_due = sheet.payable.amount and sheet.is_checked
        left = html(locale, "return-left", total=sheet.payable) if is_due else Markup()
        return [each for each in (sold_out, topped, left) if each]
    is_sure = sheet.status is not Status.REQUESTED
    told = article_lines(articles, locale, is_sure=is_sure)
    told += [sold_out] if sold_out else []
    if (found := sheet.difference) and (sheet.owes or not topped):
        parts = {"shipping": sheet.shipping, "fee": sheet.fee, "loss": sheet.loss}
        told += left_lines(Left(difference=found, off_bill=sheet.off_bill.amount, **parts), locale, is_sure=is_sure)
    if sheet.owes and not briefly:
        told.append(how_to_pay(locale, shop, is_checked=sheet.is_checked))
    return [*told, topped] if topped else told


def push_lines(kind: str, sheet: ReturnSheet, locale: Locale, *, shop: str) -> list[Markup]:
    """What a message that rings says about an exchange: what it is about, or what has left and what is to come; and
    about a replacement what has left."""
    if sheet.outcome == "replacement" and kind in SENT:
        return given_lines(sheet, locale)
    if sheet.outcome == "replacement" and kind == "sold_out":
        return [sold_out_line(sheet, locale)]
    if sheet.outcome != "exchange" or kind not in TOLD_WITH:
        return []
    return [*given_lines(sheet, locale), *exchange_lines(sheet, locale, shop=shop)]


def next_key(sheet: ReturnSheet) -> str | None:
    """What happens next, where an exchange has words of its own for it."""
    if sheet.outcome != "exchange":
        return None
    if sheet.status is Status.EXCHANGED:
        return "return-next-swapped" if sheet.has_article else None
    if sheet.status is not Status.INSPECTED:
        return None
    if sheet.is_sold_out and not sheet.has_article:
        return "return-next-sold-out"
    return "return-next-rest" if sheet.has_article else "return-next-owed" if sheet.owes else "return-next-exchange"


def push_key(kind: str, sheet: ReturnSheet) -> str:
    """The first line of a message that rings."""
    is_other = kind in SENT and sheet.outcome == "exchange" and sheet.has_article
    return "return-push-swapped" if is_other else f"return-push-{kind}"


def sold_out_line(sheet: ReturnSheet, locale: Locale) -> Markup:
    """That what they were to get is not there now, and what can be done; nothing where it is, or has gone out."""
    if not sheet.is_sold_out or sheet.has_article or sheet.status in SETTLED | OVER:
        return Markup()
    return html(locale, "return-instead-gone", money="yes" if may_rethink(sheet) else "no")


def topped_line(sheet: ReturnSheet, locale: Locale) -> Markup:
    """What they have paid on top."""
    return html(locale, "return-topped", total=sheet.topped) if sheet.topped and sheet.is_topped else Markup()


def how_to_pay(locale: Locale, shop: str, *, is_checked: bool) -> Markup:
    """Nobody pays before the goods were checked: only then the sum is sure."""
    return html(locale, "return-difference-now" if is_checked else "return-difference-then", shop=shop)


def kind_of(found: Difference) -> str:
    """back, owed, borne or same."""
    if found.owed:
        return "owed"
    return "back" if found.back else "borne" if found.borne else "same"
