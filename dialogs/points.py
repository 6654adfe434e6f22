"""My points and codes: what there is, what is still to come, and for every entry why (LOY-01)."""

from datetime import datetime
from typing import Any

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import CopyText, ListGroup, Start, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, has_text, html, lines, plain
from bot.loyalty.coupons import Coupon, codes_of
from bot.loyalty.inviting import current_terms
from bot.loyalty.ledger import Balance, Entry, balance_of, statement
from dialogs.coupon_text import coupon_text
from dialogs.helpful import helpful_row
from dialogs.points_text import how_text, outlook_text
from dialogs.states import Inviting, Linking, Points, Rewards
from dialogs.widgets import Block, Label, footer

ENTRIES_SHOWN = 20
CODES_SHOWN = 5
CODES_LISTED = 20
CODES_COPIED = 5


async def card_getter(profile: Profile, clock: Clock, **_: Any) -> dict[str, Any]:
    now = clock.now()
    balance = await balance_of(profile.customer_ids, now=now)
    entries = await statement(profile.customer_ids, limit=ENTRIES_SHOWN)
    told = [_line(entry, profile, is_pending=entry.is_pending(now)) for entry in entries]
    none = [] if told else [html(profile.locale, "points-none")]
    codes = [await _code(each, profile, now) for each in await codes_of(profile.customer_ids, limit=CODES_SHOWN)]
    head = [html(profile.locale, "points-codes")] if codes else []
    outlook = await outlook_text(profile, now)
    return {
        "text": lines([_sums(balance, profile), outlook, lines([*head, *codes]), lines([*told, *none])], "\n\n"),
        "invites": await current_terms() is not None,
    }


def _sums(balance: Balance, profile: Profile) -> Markup:
    locale, pending = profile.locale, Markup()
    if balance.pending and balance.pending_until:
        day = balance.pending_until.astimezone(profile.tz).date()
        pending = html(locale, "points-pending", count=balance.pending, day=day)
    key = "points-owed" if balance.available < 0 else "points-available"
    return lines([html(locale, "points-title"), html(locale, key, count=abs(balance.available)), pending])


def _line(entry: Entry, profile: Profile, *, is_pending: bool) -> Markup:
    locale = profile.locale
    at = entry.available_at if is_pending and entry.available_at else entry.at
    return html(
        locale,
        "points-entry-pending" if is_pending else "points-entry",
        points=f"{entry.points:+d}",
        reason=reason_text(entry, profile),
        day=at.astimezone(profile.tz).date(),
    )


async def _code(coupon: Coupon, profile: Profile, now: datetime) -> Markup:
    """A coupon of ours tells its terms, another code why it was given."""
    if coupon.terms:
        return await coupon_text(coupon, coupon.terms, profile, now=now)
    day = coupon.at.astimezone(profile.tz).date()
    return html(profile.locale, "points-code", code=coupon.code, reason=reason_text(coupon, profile), day=day)


def reason_text(entry: Entry | Coupon, profile: Profile) -> Markup:
    """Why the points came or went; a kind of entry that has no words yet is told as a booking."""
    key = f"points-reason-{entry.reason}"
    return html(profile.locale, key, **entry.details) if has_text(key) else html(profile.locale, "points-reason-other")


async def how_getter(profile: Profile, settings: Settings, clock: Clock, **_: Any) -> dict[str, Any]:
    return {"text": await how_text(profile, settings, clock.now())}


async def codes_getter(profile: Profile, clock: Clock, **_: Any) -> dict[str, Any]:
    """The codes that somebody was given, and where one is used."""
    locale, now = profile.locale, clock.now()
    codes = await codes_of(profile.customer_ids, limit=CODES_LISTED)
    if not profile.is_linked:
        told = [html(locale, "codes-unlinked")]
    elif codes:
        told = [lines([html(locale, "points-codes"), *[await _code(each, profile, now) for each in codes]])]
        told.append(html(locale, "codes-how"))
    else:
        told = [html(locale, "codes-none")]
    usable = [each.code for each in codes if each.state(now) == "open"] if profile.is_linked else []
    copied = [
        {"id": str(place), "code": code, "label": plain(locale, "coupon-copy-button", code=code)}
        for place, code in enumerate(usable[:CODES_COPIED])
    ]
    return {
        "text": lines(told, "\n\n"),
        "codes": copied,
        "linked": profile.is_linked,
        "unlinked": not profile.is_linked,
    }


card_window = Window(
    Block("text"),
    SwitchTo(Label("points-how-button"), id="to_how", state=Points.how),
    Start(Label("rewards-button"), id="rewards", state=Rewards.list),
    Start(Label("referral-button"), id="invite", state=Inviting.card, when="invites"),
    footer("points"),
    state=Points.card,
    getter=card_getter,
)

how_window = Window(
    Block("text"),
    SwitchTo(Label("menu-points-button"), id="how_to_points", state=Points.card),
    footer("how"),
    state=Points.how,
    getter=how_getter,
)

codes_window = Window(
    Block("text"),
    ListGroup(
        CopyText(Format("{item[label]}"), Format("{item[code]}")),
        id="codes",
        item_id_getter=lambda item: item["id"],
        items="codes",
    ),
    SwitchTo(Label("menu-points-button"), id="to_points", state=Points.card, when="linked"),
    Start(Label("menu-link-button"), id="to_link", state=Linking.ways, when="unlinked"),
    helpful_row("codes"),
    footer("codes"),
    state=Points.codes,
    getter=codes_getter,
)


def build() -> Dialog:
    return Dialog(card_window, how_window, codes_window)
