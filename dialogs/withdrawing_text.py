"""The withdrawal in words: what is declared, what it brings, and where it is over what else there is."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from bot.config import Locale
from bot.customers.profile import Profile
from bot.i18n import Markup, Money, html, lines, plain
from bot.returns.favours import GivesWay
from bot.returns.identity import Identity
from bot.returns.line import LineBack
from bot.returns.looking import numbers_with
from bot.returns.money import NOTHING
from bot.returns.money_text import estimate_lines
from bot.returns.parts import Part
from bot.returns.paths import Closed, Shut, Way
from bot.returns.receipts import when
from bot.returns.sheet import ReturnSheet
from bot.returns.withdrawing import Withdrawal, excluded_because
from bot.returns.wording import Reader, deadlines, next_line, state_label, title
from dialogs.item_names import LONGEST_NAME, item_name
from dialogs.widgets import LONGEST_MESSAGE, LONGEST_NOTICE, fit, shorten

MOST_LINES = 12
MOST_NUMBERS = 3
ROOM = LONGEST_MESSAGE - LONGEST_NOTICE


def confirm_text(
    offer: Withdrawal,
    identity: Identity,
    profile: Profile,
    *,
    shop: str,
    written_at: datetime | None,
    held_by: Sequence[ReturnSheet] = (),
    rest: Markup,
) -> Markup:
    """The second step: name, contract and contact, the items, until when, and what it brings; `held_by` are the
    returns that have the items which it does not take, `rest` says what is asked of the shop beside it."""
    locale = profile.locale
    written = html(locale, "withdraw-since-written", **when(written_at, profile.tz)) if written_at else Markup()
    known = html(locale, "withdraw-contact", contact=identity.contact) if identity.contact else Markup()
    contact = known or html(locale, "withdraw-contact-chat")
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
                _from_neighbour(offer, locale),
                html(locale, "withdraw-unshipped") if offer.unshipped else Markup(),
                html(locale, "withdraw-lost") if offer.lost else Markup(),
                html(locale, "withdraw-sent") if offer.sent else Markup(),
                _away(offer, locale),
                html(locale, "withdraw-sealed") if offer.if_sealed else Markup(),
                *(_overtaken(each, locale) for each in offer.overtakes[:MOST_LINES]),
                *(html(locale, "withdraw-leaves", number=number) for number in offer.leaves[:MOST_LINES]),
                html(locale, "withdraw-digital") if offer.until_provided else Markup(),
            ]
        ),
        not_these(offer, held_by, profile),
        rest,
    ]
    return fit(parts, html(locale, "error-cut"), limit=ROOM, separator="\n\n")


def which_text(
    written_at: datetime | None,
    profile: Profile,
    *,
    is_any: bool,
    is_made: bool = False,
    since: Collection[datetime | None] = (),
) -> Markup:
    """Which contract they mean; what they have written is kept, whatever they tap. `is_made`: none is left, but they
    have withdrawn before. `since`: when they first wrote so, of each contract that may be meant."""
    if not is_any:
        made = html(profile.locale, "withdraw-made") if is_made else Markup()
        kept = html(profile.locale, "withdraw-words-none") if written_at else Markup()
        return lines([html(profile.locale, "withdraw-none"), made, kept], "\n\n")
    asked = html(profile.locale, "withdraw-which")
    if written_at is None:
        return asked
    times = {each for each in since if each} or {written_at}
    if len(times) > 1:
        return lines([asked, html(profile.locale, "withdraw-which-times")])
    return lines([asked, html(profile.locale, "withdraw-which-written", **when(times.pop(), profile.tz))])


def closed_text(
    offer: Withdrawal, profile: Profile, *, held_by: Sequence[ReturnSheet] = (), is_written: bool = False
) -> Markup:
    """Never a bare no: why it is over, what else is open and until when, and who helps; what was written is kept."""
    locale = profile.locale
    if is_written:
        kept = html(locale, "withdraw-words-none")
        return lines([closed_text(offer, profile, held_by=held_by), kept], "\n\n")
    if not offer.shut:  # the shop has not told what is in it
        return lines([html(locale, "order-items-unknown"), html(locale, "withdraw-closed-help")], "\n\n")
    others = [line for line, _ in offer.shut]
    made = [sheet for sheet in held_by if sheet.is_declared]
    parts = [
        lines([_registered(sheet, profile) for sheet in made]) or html(locale, "withdraw-closed-title"),
        lines(
            [_shut(line, shut, held_by, profile) for line, shut in offer.shut[:MOST_LINES] if not _in(made, line, shut)]
        ),
        html(locale, "withdraw-see-number") if held_by else Markup(),
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


def name_of(line: LineBack, locale: Locale, name: str | None = None) -> str:
    """What was given for something that went back says so: it may have the `name` of that."""
    name = name or item_name(line)
    return plain(locale, f"withdraw-given-{line.given_as}", name=name) if line.given_as else name


def _away(offer: Withdrawal, locale: Locale) -> Markup:
    """What of it they need not send: it is not with them."""
    if offer.away.coming and offer.away.beside:
        return html(locale, "return-next-coming-some")
    if not offer.is_away:
        places = ("coming", offer.away.coming), ("back", offer.away.back)
        return lines([html(locale, f"return-next-{where}-part") for where, count in places if count])
    return html(locale, "withdraw-coming" if offer.away.coming else "withdraw-back")


def _from_neighbour(offer: Withdrawal, locale: Locale) -> Markup:
    """From which scan its time is counted, where they may have got it later."""
    found = [each for line in offer.lines if (each := line.eligibility.find(Way.WITHDRAWAL))]
    days = [each.from_neighbour for each in found if each.from_neighbour]
    return html(locale, "return-from-neighbour", day=max(days)) if days else Markup()


def _overtaken(given: GivesWay, locale: Locale) -> Markup:
    """What becomes of a wish that they have told before."""
    ends = "withdraw-ends-labelled" if given.favour.label_until else "withdraw-ends"
    told = html(locale, ends if given.is_over else "withdraw-shrinks", number=given.favour.number)
    return lines([told, html(locale, "withdraw-kept-back")]) if given.favour.keeps else told


def _chosen(offer: Withdrawal, profile: Profile) -> list[Markup]:
    """The items; where some are cancelled and some come back, each with what it brings."""
    kinds = defaultdict[str, list[Part]](list)
    for part in offer.parts:
        kinds["lost" if part.lost else "sent" if part.is_sent else part.way].append(part)
    if len(kinds) < 2:
        return [_items(offer, offer.parts, profile)]
    return [_kind(kind, parts, offer, profile) for kind, parts in kinds.items()]


def _kind(kind: str, parts: Sequence[Part], offer: Withdrawal, profile: Profile) -> Markup:
    total = Money(sum((part.estimate.total for part in parts), NOTHING), offer.currency)
    brings = Markup() if offer.unpaid else html(profile.locale, "withdraw-part-brings", total=total)
    return lines([html(profile.locale, f"withdraw-part-{kind}"), _items(offer, parts, profile), brings])


def _items(offer: Withdrawal, parts: Sequence[Part], profile: Profile) -> Markup:
    names = {(line.follows, line.id): name_of(line, profile.locale) for line in offer.lines}
    taken = [(count, names[part.follows, line_id]) for part in parts for line_id, count in part.pieces.items()]
    left = len(taken[MOST_LINES:])
    return lines(
        [
            *(html(profile.locale, "order-item", quantity=count, name=name) for count, name in taken[:MOST_LINES]),
            html(profile.locale, "order-items-more", count=left) if left else Markup(),
        ]
    )


def _brings(offer: Withdrawal, profile: Profile) -> Markup:
    paid: dict[str, Any] = {"is_unpaid": offer.unpaid, "is_reserved": offer.is_reserved}
    told = estimate_lines(offer.estimate, "refund", profile.locale, **paid, counts=offer.money)
    return lines([told, Markup() if offer.estimate.fee else _postage(offer, profile.locale)])


def _postage(offer: Withdrawal, locale: Locale) -> Markup:
    """Who pays for sending it back, where something has to be sent."""
    is_sent = any(part.way is Way.WITHDRAWAL and not part.lost for part in offer.parts) and not offer.is_away
    return html(locale, f"return-postage-{offer.postage}") if is_sent else Markup()


def not_these(offer: Withdrawal, held_by: Sequence[ReturnSheet], profile: Profile) -> Markup:
    if not offer.shut:
        return Markup()
    told = [_shut(line, shut, held_by, profile) for line, shut in offer.shut[:MOST_LINES]]
    return lines([html(profile.locale, "withdraw-not-these"), *told])


def _registered(sheet: ReturnSheet, profile: Profile) -> Markup:
    came = when(sheet.declared_at or sheet.created_at, profile.tz)
    state = state_label(sheet.way, sheet.status, profile.locale)
    return html(profile.locale, "withdraw-registered", number=sheet.number, state=state, **came)


def _in(sheets: Sequence[ReturnSheet], line: LineBack, shut: Shut) -> list[str]:
    """The numbers of those that hold what is not left of it."""
    if shut.why is not Closed.NOTHING_LEFT:
        return []
    return numbers_with(sheets, line.id)


def _shut(line: LineBack, shut: Shut, held_by: Sequence[ReturnSheet], profile: Profile) -> Markup:
    locale, name = profile.locale, name_of(line, profile.locale)
    if reason := excluded_because(shut):
        return html(locale, "withdraw-shut-excluded", name=name, reason=plain(locale, f"withdraw-law-{reason}"))
    if shut.why is Closed.OVER and shut.ended_on:
        return html(locale, "withdraw-shut-over", name=name, day=shut.ended_on)
    if numbers := _in(held_by, line, shut):
        return html(locale, "withdraw-shut-in", name=name, numbers=", ".join(numbers[:MOST_NUMBERS]))
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
