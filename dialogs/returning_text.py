"""Sending something back in words: what may go and until when, by which right, what it costs and brings."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.customers.profile import Profile
from bot.i18n import Markup, Money, html, lines, plain
from bot.returns.money import Estimate
from bot.returns.paths import Closed, Shut, Way
from bot.returns.reading import LineBack
from bot.returns.sending_back import Offer
from bot.returns.sheet import ReturnSheet
from bot.returns.withdrawing import excluded_because
from bot.returns.wording import Reader, beside_line, brings_line, deadlines, next_line, title
from dialogs.returning_draft import Draft
from dialogs.widgets import LONGEST_MESSAGE, LONGEST_NOTICE, fit, shorten

LONGEST_NAME = 60
LONGEST_NOTE = 200
MOST_LINES = 10
ROOM = LONGEST_MESSAGE - LONGEST_NOTICE


@dataclass(frozen=True, slots=True)
class Part:
    """One order of a parcel, answered."""

    draft: Draft
    offer: Offer
    way: Way
    money: Estimate


def pieces_text(offer: Offer, profile: Profile, *, follows: bool = False, is_more: bool = False) -> Markup:
    """Each item with its ways and their last days, as dates (RET-01); what may not go with the reason.

    `follows`: they were given for something that went back; `is_more`: others may go besides these.
    """
    locale = profile.locale
    order = html(locale, "order-title", number=offer.order.number)
    shut = [_shut(line, why, profile) for line, why in offer.shut[:MOST_LINES]]
    none = lines([html(locale, "return-nothing-open"), html(locale, "withdraw-closed-help")])
    asks = [html(locale, "return-given-these") if follows else Markup(), html(locale, "withdraw-pieces-ask")]
    if not offer.lines and is_more:
        asks = [html(locale, "return-given-ask")]
    parts = [
        lines([order, *asks]) if offer.lines or is_more else lines([order, none]),
        *(_line(line, profile) for line in offer.lines[:MOST_LINES]),
        lines([html(locale, "withdraw-not-these"), *shut]) if shut else Markup(),
    ]
    return fit(parts, html(locale, "error-cut"), limit=ROOM, separator="\n\n")


def reason_text(offer: Offer, draft: Draft, profile: Profile) -> Markup:
    """After every window only what the shop answers for is left, and that is said."""
    ways = offer.ways(draft.chosen)
    only_defects = Way.WITHDRAWAL not in ways and Way.GOODWILL not in ways
    key = "return-why-only-defects" if only_defects else "return-why-ask"
    return html(profile.locale, key)


def summary_text(offer: Offer, draft: Draft, way: Way, money: Estimate, profile: Profile) -> Markup:
    locale = profile.locale
    taken = [line for line in offer.lines if line.id in draft.chosen][:MOST_LINES]
    parts = [
        html(locale, "return-summary"),
        lines([html(locale, "order-item", quantity=draft.chosen[line.id], name=_name(line)) for line in taken]),
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
        _brings(draft, way, money, profile),
        html(locale, f"return-then-{way}"),
    ]
    return fit(parts, html(locale, "error-cut"), limit=ROOM, separator="\n\n")


def parcel_text(parts: Sequence[Part], profile: Profile) -> Markup:
    """Several orders at once: each with its right and what it brings, then what that is together."""
    locale = profile.locale
    ways = dict.fromkeys(part.way for part in parts)
    # Where one is a declaration and the other a request, it stands with each what a tap does.
    each_then = {way: html(locale, f"return-then-{way}") for way in ways}
    told = [html(locale, "return-more-title")]
    told += [lines([_part(part, profile), each_then[part.way] if len(ways) > 1 else Markup()]) for part in parts]
    totals = [Money(part.money.total, part.money.currency) for part in parts]
    is_money = all(part.draft.outcome in {"refund", "credit"} for part in parts)
    if is_money and len({total.currency for total in totals}) == 1:
        total = Money(sum((total.amount for total in totals), Decimal()), totals[0].currency)
        told.append(html(locale, "return-more-total", total=total))
    told += list(each_then.values()) if len(ways) == 1 else []
    return fit(told, html(locale, "error-cut"), limit=ROOM, separator="\n\n")


def _part(part: Part, profile: Profile) -> Markup:
    locale, draft, offer = profile.locale, part.draft, part.offer
    taken = [line for line in offer.lines if line.id in draft.chosen][:MOST_LINES]
    why = plain(locale, f"return-why-{draft.reason}") if draft.reason else None
    return lines(
        [
            html(locale, "return-more-part", number=offer.order.number),
            lines([html(locale, "order-item", quantity=draft.chosen[line.id], name=_name(line)) for line in taken]),
            html(locale, "return-why", reason=why) if why else Markup(),
            _right(offer, draft, part.way, profile),
            *_sealed(offer, draft, part.way, profile),
            _brings(draft, part.way, part.money, profile),
        ]
    )


def done_text(sheet: ReturnSheet | None, profile: Profile, *, shop: str) -> Markup:
    """What to do now, and until when."""
    locale = profile.locale
    if sheet is None:
        return html(locale, "return-done")
    reader = Reader(locale, profile.tz, shop)
    now = lines([title(sheet, locale), beside_line(sheet, locale), next_line(sheet, reader), *deadlines(sheet, reader)])
    return lines([html(locale, "return-done"), now], "\n\n")


def _line(line: LineBack, profile: Profile) -> Markup:
    locale = profile.locale
    told = [html(locale, "return-line", name=_name(line))]
    for key, way in (("withdrawal", Way.WITHDRAWAL), ("goodwill", Way.GOODWILL), ("warranty", Way.WARRANTY)):
        found = line.eligibility.find(way)
        if found and found.until:
            told.append(html(locale, f"return-until-{key}", day=found.until))
    return lines(told)


def _shut(line: LineBack, shut: Shut, profile: Profile) -> Markup:
    locale, name = profile.locale, _name(line)
    if line.eligibility.lost:
        return html(locale, "return-shut-lost", name=name)
    if line.eligibility.find(Way.CANCEL):
        return html(locale, "return-shut-unshipped", name=name)
    if reason := excluded_because(shut):
        return html(locale, "withdraw-shut-excluded", name=name, reason=plain(locale, f"withdraw-law-{reason}"))
    if shut.why is Closed.OVER and shut.ended_on:
        return html(locale, "withdraw-shut-over", name=name, day=shut.ended_on)
    return html(locale, "withdraw-shut-nothing_left", name=name)


def _right(offer: Offer, draft: Draft, way: Way, profile: Profile) -> Markup:
    days = [found.until for found in offer.opened(draft.chosen, way) if found.until]
    if days:
        return html(profile.locale, f"return-until-{way}", day=min(days))
    return html(profile.locale, f"return-right-{way}")


def _sealed(offer: Offer, draft: Draft, way: Way, profile: Profile) -> list[Markup]:
    is_sealed = any(found.if_sealed for found in offer.opened(draft.chosen, way))
    return [html(profile.locale, "withdraw-sealed")] if is_sealed else []


def _brings(draft: Draft, way: Way, money: Estimate, profile: Profile) -> Markup:
    """About a complaint somebody decides first."""
    locale, total = profile.locale, Money(money.total, money.currency)
    brings = brings_line(draft.outcome, total, locale, is_sure=way is not Way.WARRANTY)
    if draft.outcome not in {"refund", "credit"}:
        return brings
    return lines(
        [
            brings,
            html(locale, "return-of-shipping", total=Money(money.shipping, money.currency))
            if money.shipping
            else Markup(),
            html(locale, "return-of-fee", total=Money(money.fee, money.currency)) if money.fee else Markup(),
        ]
    )


def _name(line: LineBack) -> str:
    return shorten(line.name or line.sku or "?", LONGEST_NAME)
