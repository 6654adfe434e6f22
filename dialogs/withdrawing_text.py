"""The withdrawal in words: what is declared, what it brings, and where it is over what else there is."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.config import Locale
from bot.customers.profile import Profile
from bot.i18n import Markup, Money, html, lines, plain
from bot.returns.identity import Identity
from bot.returns.overtaking import GivesWay
from bot.returns.paths import Closed, Shut, Way
from bot.returns.reading import LineBack
from bot.returns.receipts import when
from bot.returns.sheet import ReturnSheet
from bot.returns.withdrawing import Part, Withdrawal, excluded_because
from bot.returns.wording import Reader, deadlines, next_line, title
from dialogs.widgets import LONGEST_MESSAGE, LONGEST_NOTICE, fit, shorten

LONGEST_NAME = 60
MOST_LINES = 12
ROOM = LONGEST_MESSAGE - LONGEST_NOTICE


def confirm_text(
    offer: Withdrawal, identity: Identity, profile: Profile, *, shop: str, written_at: datetime | None
) -> Markup:
    """The second step: name, contract and contact, the items, until when, and what it brings."""
    locale = profile.locale
    written = html(locale, "withdraw-since-written", **when(written_at, profile.tz)) if written_at else Markup()
    contact = (
        html(locale, "withdraw-contact", contact=identity.contact)
        if identity.contact
        else html(locale, "withdraw-contact-chat")
    )
    parts = [
        lines([html(locale, "withdraw-title"), written, html(locale, "withdraw-ask")]),
        *_chosen(offer, profile),
        lines(
            [
                html(locale, "withdraw-name", name=shorten(identity.name, LONGEST_NAME)) if identity.name else Markup(),
                html(locale, "withdraw-contract", number=offer.number, shop=shop),
                contact,
            ]
        ),
        _brings(offer, profile),
        lines(
            [
                html(locale, "withdraw-until", day=offer.until) if offer.until else Markup(),
                html(locale, "withdraw-unshipped") if offer.unshipped else Markup(),
                html(locale, "withdraw-lost") if offer.lost else Markup(),
                html(locale, "withdraw-sealed") if offer.if_sealed else Markup(),
                *(_overtaken(each, locale) for each in offer.overtakes[:MOST_LINES]),
                html(locale, "withdraw-digital") if offer.until_provided else Markup(),
            ]
        ),
        _not_these(offer, profile),
    ]
    return fit(parts, html(locale, "error-cut"), limit=ROOM, separator="\n\n")


def which_text(written_at: datetime | None, profile: Profile, *, is_any: bool) -> Markup:
    """Which contract they mean; what they have written is kept, whatever they tap."""
    if not is_any:
        kept = html(profile.locale, "withdraw-words-none") if written_at else Markup()
        return lines([html(profile.locale, "withdraw-none"), kept], "\n\n")
    asked = html(profile.locale, "withdraw-which")
    if written_at is None:
        return asked
    return lines([asked, html(profile.locale, "withdraw-which-written", **when(written_at, profile.tz))])


def closed_text(offer: Withdrawal, profile: Profile, *, is_written: bool = False) -> Markup:
    """Never a bare no: why it is over, what else is open and until when, and who helps; what was written is kept."""
    locale = profile.locale
    if is_written:
        return lines([closed_text(offer, profile), html(locale, "withdraw-words-none")], "\n\n")
    if not offer.shut:  # the shop has not told what is in it
        return lines([html(locale, "order-items-unknown"), html(locale, "withdraw-closed-help")], "\n\n")
    others = [line for line, _ in offer.shut]
    parts = [
        html(locale, "withdraw-closed-title"),
        lines([_shut(line, shut, profile) for line, shut in offer.shut[:MOST_LINES]]),
        lines([_goodwill(others, profile), _warranty(others, profile)]),
        html(locale, "withdraw-closed-help"),
    ]
    return fit(parts, html(locale, "error-cut"), limit=ROOM, separator="\n\n")


def is_back_open(offer: Withdrawal) -> bool:
    """Whether something may go back by another way."""
    return any(line.eligibility.open for line, _ in offer.shut)


def done_text(sheets: Sequence[ReturnSheet], profile: Profile, *, shop: str) -> Markup:
    """That it came in, and what happens now with each part of it."""
    locale, reader = profile.locale, Reader(profile.locale, profile.tz, shop)
    head = lines([html(locale, "withdraw-done-title"), html(locale, "withdraw-done-receipt")])
    each = [lines([title(sheet, locale), next_line(sheet, reader), *deadlines(sheet, reader)]) for sheet in sheets]
    return lines([head, *each], "\n\n")


def name_of(line: LineBack) -> str:
    return shorten(line.name or line.sku or "?", LONGEST_NAME)


def _overtaken(given: GivesWay, locale: Locale) -> Markup:
    """What becomes of a wish that they have told before."""
    return html(locale, "withdraw-ends" if given.is_over else "withdraw-shrinks", number=given.favour.number)


def _chosen(offer: Withdrawal, profile: Profile) -> list[Markup]:
    """The items; where some are cancelled and some come back, each with what it brings."""
    if len(offer.parts) < 2:
        return [_items(offer, offer.chosen, profile)]
    return [_part(part, offer, profile) for part in offer.parts]


def _part(part: Part, offer: Withdrawal, profile: Profile) -> Markup:
    total = Money(part.estimate.total, part.estimate.currency)
    brings = Markup() if offer.unpaid else html(profile.locale, "withdraw-part-brings", total=total)
    return lines(
        [
            html(profile.locale, "withdraw-part-lost" if part.lost else f"withdraw-part-{part.way}"),
            _items(offer, part.pieces, profile),
            brings,
        ]
    )


def _items(offer: Withdrawal, pieces: Mapping[int, int], profile: Profile) -> Markup:
    taken = [line for line in offer.lines if line.id in pieces]
    left = len(taken[MOST_LINES:])
    return lines(
        [
            *(
                html(profile.locale, "order-item", quantity=pieces[line.id], name=name_of(line))
                for line in taken[:MOST_LINES]
            ),
            html(profile.locale, "order-items-more", count=left) if left else Markup(),
        ]
    )


def _brings(offer: Withdrawal, profile: Profile) -> Markup:
    locale, money = profile.locale, offer.estimate
    if offer.unpaid:
        return html(locale, "return-unpaid")
    return lines(
        [
            html(locale, "return-brings-refund", total=Money(money.total, money.currency)),
            html(locale, "return-of-shipping", total=Money(money.shipping, money.currency))
            if money.shipping
            else Markup(),
            html(locale, "return-of-fee", total=Money(money.fee, money.currency)) if money.fee else Markup(),
        ]
    )


def _not_these(offer: Withdrawal, profile: Profile) -> Markup:
    if not offer.shut:
        return Markup()
    told = [_shut(line, shut, profile) for line, shut in offer.shut[:MOST_LINES]]
    return lines([html(profile.locale, "withdraw-not-these"), *told])


def _shut(line: LineBack, shut: Shut, profile: Profile) -> Markup:
    locale, name = profile.locale, name_of(line)
    if reason := excluded_because(shut):
        return html(locale, "withdraw-shut-excluded", name=name, reason=plain(locale, f"withdraw-law-{reason}"))
    if shut.why is Closed.OVER and shut.ended_on:
        return html(locale, "withdraw-shut-over", name=name, day=shut.ended_on)
    return html(locale, "withdraw-shut-nothing_left", name=name)


def _goodwill(lines_: list[LineBack], profile: Profile) -> Markup:
    days = [found.until for line in lines_ if (found := line.eligibility.find(Way.GOODWILL)) and found.until]
    return html(profile.locale, "withdraw-goodwill-until", day=max(days)) if days else Markup()


def _warranty(lines_: list[LineBack], profile: Profile) -> Markup:
    found = [each for line in lines_ if (each := line.eligibility.find(Way.WARRANTY))]
    days = [each.until for each in found if each.until]
    if days:
        return html(profile.locale, "withdraw-warranty-until", day=max(days))
    return html(profile.locale, "withdraw-warranty-open") if found else Markup()
