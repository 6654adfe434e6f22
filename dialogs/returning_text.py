"""Sending something back in words: what may go and until when, by which right, what it costs and brings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from bot.customers.profile import Profile
from bot.i18n import Markup, Money, html, lines, plain
from bot.returns.exchange_text import exchange_lines as told_of_exchange
from bot.returns.line import LineBack
from bot.returns.looking import numbers_with
from bot.returns.money import Estimate
from bot.returns.money_text import estimate_lines
from bot.returns.paths import Closed, Excluded, Shut, Way
from bot.returns.rights_text import or_withdraw
from bot.returns.sending_back import Offer
from bot.returns.sheet import ReturnSheet
from bot.returns.withdrawing import excluded_because
from bot.returns.wording import Reader, beside_line, deadlines, next_line, title
from bot.shop.facts import ProductFacts
from dialogs.item_names import item_name, item_names
from dialogs.product_terms_text import favour_line
from dialogs.returning_draft import Draft
from dialogs.returning_swap_text import exchange_lines
from dialogs.widgets import LONGEST_MESSAGE, LONGEST_NOTICE, fit, shorten

LONGEST_NOTE = 200
MOST_LINES = 10
MOST_NUMBERS = 3
ROOM = LONGEST_MESSAGE - LONGEST_NOTICE


@dataclass(frozen=True, slots=True)
class Part:
    """One order of a parcel, answered; `other` is the article in exchange."""

    draft: Draft
    offer: Offer
    way: Way
    money: Estimate
    other: ProductFacts | None = None


def pieces_text(
    offer: Offer,
    profile: Profile,
    *,
    held_by: Sequence[ReturnSheet] = (),
    follows: bool = False,
    is_more: bool = False,
) -> Markup:
    """Each item with its ways and their last days, as dates (RET-01); what may not go with the reason.

    `held_by` are the returns that have items already; `follows`: they were given for something that went back;
    `is_more`: others may go besides these.
    """
    locale = profile.locale
    order = html(locale, "order-title", number=offer.order.number)
    shut = [
        *(_away(line, profile) for line in offer.away),
        *(_unsent(line, profile) for line in offer.unsent),
        *(_shut(line, why, held_by, profile) for line, why in offer.shut),
    ][:MOST_LINES]
    asks = [html(locale, "return-given-these") if follows else Markup(), html(locale, "withdraw-pieces-ask")]
    if not offer.lines and is_more:
        asks = [html(locale, "return-given-ask")]
    parts = [
        lines([order, *asks]) if offer.lines or is_more else lines([order, _nothing(offer, profile)]),
        *(_line(*each, profile) for each in zip(offer.lines[:MOST_LINES], item_names(offer.lines), strict=False)),
        lines([html(locale, "withdraw-not-these") if offer.lines and shut else Markup(), *shut]),
    ]
    return fit(parts, html(locale, "error-cut"), limit=ROOM, separator="\n\n")


def reason_text(offer: Offer, draft: Draft, profile: Profile) -> Markup:
    """After every window, and of what the law excludes, only what the shop answers for is left, and that is said."""
    ways, locale = offer.ways(draft.chosen), profile.locale
    only_defects = Way.WITHDRAWAL not in ways and Way.GOODWILL not in ways
    asked = html(locale, "return-why-only-defects" if only_defects else "return-why-ask")
    chosen = [line for line in offer.lines if line.id in draft.chosen]
    if only_defects and (excluded := [reason for line in chosen if (reason := _excluded(line))]):
        asked = html(locale, "return-why-only-defects-law", reason=plain(locale, f"withdraw-law-{excluded[0]}"))
    note = html(profile.locale, "return-noted", note=shorten(draft.note, LONGEST_NOTE)) if draft.note else Markup()
    return lines([asked, note], "\n\n")


def reason_read(draft: Draft, profile: Profile) -> Markup:
    """What their own words were taken for; nothing where they have tapped."""
    if not draft.is_reason_read or not draft.reason:
        return Markup()
    return html(profile.locale, "return-why-read", reason=plain(profile.locale, f"return-why-{draft.reason}"))


def summary_text(part: Part, profile: Profile, *, shop: str) -> Markup:
    locale, offer, draft, way = profile.locale, part.offer, part.draft, part.way
    taken = [line for line in offer.lines if line.id in draft.chosen][:MOST_LINES]
    parts = [
        html(locale, "return-summary"),
        lines([html(locale, "order-item", quantity=draft.chosen[line.id], name=item_name(line)) for line in taken]),
        lines(
            [
                html(locale, "return-why", reason=plain(locale, f"return-why-{draft.reason}"))
                if draft.reason
                else Markup(),
                html(locale, "return-noted", note=shorten(draft.note, LONGEST_NOTE)) if draft.note else Markup(),
                html(locale, "return-photos", count=len(draft.photos)) if draft.photos else Markup(),
            ]
        ),
        lines([_right(offer, draft, way, profile), *_sealed(offer, draft, way, profile)]),
        or_withdraw(way, draft.outcome, offer.opened(draft.chosen, Way.WITHDRAWAL), locale),
        _brings(part, profile, shop=shop),
        html(locale, f"return-then-{way}"),
    ]
    return fit(parts, html(locale, "error-cut"), limit=ROOM, separator="\n\n")


def parcel_text(parts: Sequence[Part], profile: Profile, *, shop: str) -> Markup:
    """Several orders at once: each with its right and what it brings, then what that is together."""
    locale = profile.locale
    ways = dict.fromkeys(part.way for part in parts)
    # Where one is a declaration and the other a request, it stands with each what a tap does.
    each_then = {way: html(locale, f"return-then-{way}") for way in ways}
    told = [html(locale, "return-more-title")]
    several = len(ways) > 1
    told += [lines([_part(part, profile, shop=shop), each_then[part.way] if several else Markup()]) for part in parts]
    totals = [Money(part.money.total, part.money.currency) for part in parts]
    # Credit and money are not one sum.
    is_money = {part.draft.outcome for part in parts} in ({"refund"}, {"credit"})
    if is_money and len({total.currency for total in totals}) == 1:
        total = Money(sum((total.amount for total in totals), Decimal()), totals[0].currency)
        told.append(html(locale, "return-more-total", total=total))
    told += list(each_then.values()) if len(ways) == 1 else []
    return fit(told, html(locale, "error-cut"), limit=ROOM, separator="\n\n")


def _part(part: Part, profile: Profile, *, shop: str) -> Markup:
    locale, draft, offer = profile.locale, part.draft, part.offer
    taken = [line for line in offer.lines if line.id in draft.chosen][:MOST_LINES]
    why = plain(locale, f"return-why-{draft.reason}") if draft.reason else None
    return lines(
        [
            html(locale, "return-more-part", number=offer.order.number),
            lines([html(locale, "order-item", quantity=draft.chosen[line.id], name=item_name(line)) for line in taken]),
            html(locale, "return-why", reason=why) if why else Markup(),
            _right(offer, draft, part.way, profile),
            *_sealed(offer, draft, part.way, profile),
            _brings(part, profile, shop=shop),
        ]
    )


def done_text(sheet: ReturnSheet | None, profile: Profile, *, shop: str, at: datetime) -> Markup:
    """What to do now, and until when; as it stands `at` this time, for who reads it when it has changed."""
    locale = profile.locale
    if sheet is None:
        return html(locale, "return-done")
    reader = Reader(locale, profile.tz, shop)
    now = lines([title(sheet, locale), beside_line(sheet, locale), next_line(sheet, reader), *deadlines(sheet, reader)])
    instead = (
        lines(told_of_exchange(sheet, locale, shop=shop, briefly=True)) if sheet.outcome == "exchange" else Markup()
    )
    return lines(
        [html(locale, "return-done"), now, instead, html(locale, "return-done-then", at=at, tz=reader.tz)], "\n\n"
    )


def _line(line: LineBack, name: str, profile: Profile) -> Markup:
    locale = profile.locale
    told = [html(locale, "return-line", name=name)]
    for key, way in (("withdrawal", Way.WITHDRAWAL), ("goodwill", Way.GOODWILL), ("warranty", Way.WARRANTY)):
        found = line.eligibility.find(way)
        if found and found.until:
            told.append(html(locale, f"return-until-{key}", day=found.until))
    if reason := _excluded(line):
        told.append(html(locale, "return-line-excluded", reason=plain(locale, f"withdraw-law-{reason}")))
    # They are all counted from the same scan.
    if left_on := next((each.from_neighbour for each in line.eligibility.open if each.from_neighbour), None):
        told.append(html(locale, "return-from-neighbour", day=left_on))
    if line.is_barred and line.eligibility.find(Way.WITHDRAWAL):
        told.append(favour_line(line.why_not, locale))
    return lines(told)


def _excluded(line: LineBack) -> Excluded | None:
    """Why the law lets nobody withdraw from it."""
    reasons = (excluded_because(shut) for shut in line.eligibility.shut if shut.way is Way.WITHDRAWAL)
    return next(filter(None, reasons), None)


def _nothing(offer: Offer, profile: Profile) -> Markup:
    """Why nothing can be sent back now, and what can be done instead."""
    if any(line.away.coming for line in offer.away):
        return html(profile.locale, "return-not-there-yet")
    if offer.may_change:
        return html(profile.locale, "return-not-sent-yet")
    return lines([html(profile.locale, "return-nothing-open"), html(profile.locale, "withdraw-closed-help")])


def _unsent(line: LineBack, profile: Profile) -> Markup:
    """As many as are still in the shop, or never came."""
    where = "unshipped" if line.eligibility.unshipped else "lost"
    count = line.eligibility.unshipped or line.eligibility.lost
    item = html(profile.locale, "order-item", quantity=count, name=item_name(line))
    return html(profile.locale, f"return-shut-{where}", item=item)


def _away(line: LineBack, profile: Profile) -> Markup:
    """As many as are not with them."""
    where = "coming" if line.away.coming else "back"
    item = html(profile.locale, "order-item", quantity=line.away.coming or line.away.back, name=item_name(line))
    return html(profile.locale, f"return-shut-{where}", item=item)


def _shut(line: LineBack, shut: Shut, held_by: Sequence[ReturnSheet], profile: Profile) -> Markup:
    locale, name = profile.locale, item_name(line)
    if reason := excluded_because(shut):
        return html(locale, "withdraw-shut-excluded", name=name, reason=plain(locale, f"withdraw-law-{reason}"))
    if shut.why is Closed.OVER and shut.ended_on:
        return html(locale, "withdraw-shut-over", name=name, day=shut.ended_on)
    numbers = numbers_with(held_by, line.id) if shut.why is Closed.NOTHING_LEFT else []
    if numbers:
        return html(locale, "withdraw-shut-in", name=name, numbers=", ".join(numbers[:MOST_NUMBERS]))
    return html(locale, "withdraw-shut-nothing_left", name=name)


def _right(offer: Offer, draft: Draft, way: Way, profile: Profile) -> Markup:
    days = [found.until for found in offer.opened(draft.chosen, way) if found.until]
    if days:
        return html(profile.locale, f"return-until-{way}", day=min(days))
    return html(profile.locale, f"return-right-{way}")


def _sealed(offer: Offer, draft: Draft, way: Way, profile: Profile) -> list[Markup]:
    is_sealed = any(found.if_sealed for found in offer.opened(draft.chosen, way))
    return [html(profile.locale, "withdraw-sealed")] if is_sealed else []


def _brings(part: Part, profile: Profile, *, shop: str) -> Markup:
    """About a complaint somebody decides first."""
    locale, draft, money = profile.locale, part.draft, part.money
    if part.other and draft.outcome == "exchange":
        return lines(exchange_lines(part.other, draft, part.way, money, profile, shop=shop))
    order = part.offer.order
    paid: dict[str, Any] = {"is_unpaid": order.is_unpaid, "is_reserved": order.is_reserved}
    told = estimate_lines(money, draft.outcome, locale, **paid, is_sure=part.way is not Way.WARRANTY)
    return lines([told, Markup() if money.fee else html(locale, f"return-postage-{order.terms.postage(part.way)}")])
