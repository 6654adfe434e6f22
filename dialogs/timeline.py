"""What happened to an order's parcels: newest first, in the customer's time, twelve at a time."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aiogram_dialog import Dialog, DialogManager, Window

from bot.clock import Clock
from bot.customers.profile import Profile
from bot.customers.time_zones import zone_name
from bot.i18n import Markup, has_text, html, lines, plain
from bot.shipping.timeline import EventFacts, list_events
from bot.shop.orders import get_order
from dialogs.states import Timeline
from dialogs.widgets import Block, current_page, fit, footer, page_buttons, page_turn, shorten, started_with

EVENTS_SHOWN = 12
LONGEST_WORDS = 140
LONGEST_PLACE = 60


async def events_getter(dialog_manager: DialogManager, profile: Profile, clock: Clock, **_: Any) -> dict[str, Any]:
    order_id = started_with(dialog_manager)["order_id"]
    today = clock.now().astimezone(profile.tz).date()
    order = await get_order(order_id, customer_ids=profile.customer_ids, today=today)
    events = await list_events(order_id, customer_ids=profile.customer_ids)
    page = min(current_page(dialog_manager), max(0, len(events) - 1) // EVENTS_SHOWN)
    positions = {parcel.id: parcel.position for parcel in order.parcels}
    shown = events[page * EVENTS_SHOWN : (page + 1) * EVENTS_SHOWN]
    older = len(events) - (page + 1) * EVENTS_SHOWN
    return {
        "text": timeline_text(order.number, shown, positions, profile),
        "turns": list(_turns(page, older, profile)),
    }


def _turns(page: int, older: int, profile: Profile) -> Iterator[dict[str, Any]]:
    if page > 0:
        yield page_turn(0, plain(profile.locale, "timeline-fewer-button"))
    if older > 0:
        yield page_turn(page + 1, plain(profile.locale, "timeline-older-button", count=older))


def timeline_text(number: str, events: Sequence[EventFacts], positions: Mapping[int, int], profile: Profile) -> Markup:
    """At most 4,096 characters: carriers' words are cut before whole scans are."""
    locale = profile.locale
    head = html(locale, "timeline-title", number=number)
    if not events:
        return lines([head, html(locale, "timeline-empty")], "\n\n")
    zone = html(locale, "timeline-zone", zone=zone_name(locale, profile.tz))
    return fit([head, *_entries(events, positions, profile), zone], html(locale, "error-cut"), separator="\n\n")


def _entries(events: Sequence[EventFacts], positions: Mapping[int, int], profile: Profile) -> Iterator[Markup]:
    """Scans of several parcels run into each other: each change of parcel is announced."""
    above: int | None = None
    for event in events:
        changed = len(positions) > 1 and event.shipment_id != above
        above = event.shipment_id
        position = positions.get(event.shipment_id, 0)
        parcel = html(profile.locale, "timeline-parcel", position=position, count=len(positions))
        yield lines([parcel if changed else Markup(), *_entry(event, profile)])


def _entry(event: EventFacts, profile: Profile) -> Iterator[Markup]:
    locale, at, tz = profile.locale, event.occurred_at, profile.tz
    state = plain(locale, f"state-{event.status}")
    place = shorten(event.place or "", LONGEST_PLACE)
    if place:
        yield html(locale, "timeline-entry-place", at=at, tz=tz, text=state, place=place)
    else:
        yield html(locale, "timeline-entry", at=at, tz=tz, text=state)
    if event.text:
        yield html(locale, "timeline-text", text=shorten(event.text, LONGEST_WORDS))
    elif event.reason and has_text(f"reason-{event.reason}"):
        yield html(locale, f"reason-{event.reason}")


events_window = Window(
    Block("text"),
    page_buttons("turn"),
    footer("timeline"),
    state=Timeline.events,
    getter=events_getter,
)


def build() -> Dialog:
    return Dialog(events_window)
