"""The order card in words: where it stands first, then what is in it and where it goes; costs have their own screen."""

from collections.abc import Iterator

from bot.customers.masking import mask_address
from bot.customers.profile import Profile
from bot.i18n import Markup, has_text, html, lines, plain
from bot.returns.declarations import NONE, Declarations
from bot.shop.carriers import carrier_name
from bot.shop.facts import OrderCard, ParcelFacts
from bot.shop.states import is_collected, is_coming, is_used_up
from bot.shop.statuses import ShipmentStatus
from dialogs.order_bill import item_lines, sum_line
from dialogs.order_declared import declared_text
from dialogs.widgets import LONGEST_MESSAGE, LONGEST_NOTICE, fit, shorten

LONGEST_CONTENT = 40
LONGEST_ADDRESS = 80
# More would push where the parcel is off a phone's screen; the items have a screen of their own.
MOST_ITEMS = 4
MOST_PARCELS = 6
MOST_CONTENTS = 3


def order_text(
    order: OrderCard,
    profile: Profile,
    *,
    given: Markup = Markup(),  # noqa: B008  # immutable
    declared: Declarations = NONE,
) -> Markup:
    """At most 4,096 characters together with a notice above, whatever the shop put into the order.

    `given` is what returns have brought in place of some of it, `declared` what was withdrawn from.
    """
    sections = [
        _standing(order, profile, declared),
        Markup() if declared.is_whole else declared_text(declared, profile),
        *(_parcels(order, profile) if len(order.parcels) > 1 else _carriage(order, profile, declared)),
        _goods(order, profile),
        given,
    ]
    limit = LONGEST_MESSAGE - LONGEST_NOTICE
    return fit(sections, html(profile.locale, "error-cut"), limit=limit, separator="\n\n")


def state_label(state: str, profile: Profile) -> str:
    """`🚚 unterwegs`: the state in a few words, for buttons and headings."""
    return plain(profile.locale, f"state-{state}")


def _standing(order: OrderCard, profile: Profile, declared: Declarations) -> Markup:
    """What was withdrawn from as a whole is not waited for, wherever the shop or a carrier says that it is."""
    locale = profile.locale
    title = html(locale, "order-title", number=order.number)
    withdrawn = declared_text(declared, profile) if declared.is_whole else Markup()
    if declared.is_stopped:
        return lines([title, withdrawn])
    if len(order.parcels) > 1:  # each parcel tells its own state and day
        return lines([title, *(_partly(order, profile) or [_state(order.state, None, profile)]), withdrawn])
    only = order.parcels[0] if order.parcels else None
    return lines(
        [
            title,
            _state(order.state, only, profile),
            withdrawn or _meaning(order, profile),
            _reason(only, profile),
            _arrival(only or order, profile),
        ]
    )


def _state(state: str, parcel: ParcelFacts | None, profile: Profile) -> Markup:
    return html(profile.locale, "order-state", state=_label(state, parcel, profile))


def _label(state: str, parcel: ParcelFacts | None, profile: Profile) -> str:
    """The state in a few words; of a parcel that was fetched, that."""
    fetched = parcel is not None and is_collected(state, parcel.reason)
    return plain(profile.locale, "order-collected") if fetched else state_label(state, profile)


def _partly(order: OrderCard, profile: Profile) -> list[Markup]:
    """How many parcels of several have arrived, and when the others are expected; nothing where none or all have."""
    arrived, count = order.arrived_count, order.parcel_count
    if not 0 < arrived < count:
        return []
    awaited = [parcel.expected_on for parcel in order.parcels if parcel.expected_on and _is_awaited(parcel, profile)]
    head = html(profile.locale, "order-partly", arrived=arrived, count=count)
    if len(awaited) < count - arrived or order.late:
        return [head]
    return [head, html(profile.locale, "order-partly-expected", count=len(awaited), day=max(awaited))]


def _meaning(order: OrderCard, profile: Profile) -> Markup:
    """What the state means and what comes next; without parcels it is the shop that has not told yet."""
    untold = order.state == ShipmentStatus.UNKNOWN and not order.parcels
    return html(profile.locale, "order-untold" if untold else f"status-{order.state}")


def _reason(parcel: ParcelFacts | None, profile: Profile) -> Markup:
    key = f"reason-{parcel.reason}" if parcel and parcel.reason else ""
    return html(profile.locale, key) if key and has_text(key) else Markup()


def _arrival(whole: OrderCard | ParcelFacts, profile: Profile) -> Markup:
    """The expected day always, where there is one (TRK-10); after the fact, when it came."""
    locale = profile.locale
    if whole.delivered_at:
        return html(locale, _arrived_key(whole), at=whole.delivered_at, tz=profile.tz)
    if whole.expected_on is None or (isinstance(whole, ParcelFacts) and not _is_awaited(whole, profile)):
        return Markup()
    if whole.late:
        return html(locale, "order-late", day=whole.expected_on)
    return (isinstance(whole, ParcelFacts) and _window(whole, profile)) or html(
        locale, "order-expected", day=whole.expected_on
    )


def _arrived_key(whole: OrderCard | ParcelFacts) -> str:
    fetched = isinstance(whole, ParcelFacts) and is_collected(whole.status, whole.reason)
    return "order-collected-at" if fetched else "order-delivered-at"


def _is_awaited(parcel: ParcelFacts, profile: Profile) -> bool:
    """Whether the expected day is still one to wait for."""
    if not is_coming(parcel.status) or parcel.expected_on is None:
        return False
    return not is_used_up(parcel.status, parcel.expected_on, parcel.status_at, profile.tz)


def _window(parcel: ParcelFacts, profile: Profile) -> Markup:
    """Hours are told only where both ends lie on one day of the customer's."""
    if not parcel.expected_from or not parcel.expected_until:
        return Markup()
    start, end = parcel.expected_from.astimezone(profile.tz), parcel.expected_until.astimezone(profile.tz)
    if start.date() != end.date():
        return Markup()
    return html(profile.locale, "order-expected-window", day=start.date(), start=start, end=end, tz=profile.tz)


def _carriage(order: OrderCard, profile: Profile, declared: Declarations) -> Iterator[Markup]:
    for parcel in order.parcels:
        yield _tracking(parcel, profile)
    is_awaited = order.is_open and not declared.is_stopped
    if not order.parcels and is_awaited and order.state != ShipmentStatus.UNKNOWN:
        yield html(profile.locale, "order-no-parcel")


def _tracking(parcel: ParcelFacts, profile: Profile) -> Markup:
    number = parcel.tracking_number
    return lines(
        [
            html(profile.locale, "order-carrier", carrier=carrier_name(parcel.carrier, profile.locale)),
            html(profile.locale, "order-tracking", number=number) if number else Markup(),
        ]
    )


def _parcels(order: OrderCard, profile: Profile) -> Iterator[Markup]:
    yield html(profile.locale, "order-split", count=len(order.parcels))
    for parcel in order.parcels[:MOST_PARCELS]:
        yield _parcel(parcel, len(order.parcels), profile)
    if left := len(order.parcels[MOST_PARCELS:]):
        yield html(profile.locale, "order-parcels-more", count=left)


def _parcel(parcel: ParcelFacts, count: int, profile: Profile) -> Markup:
    state = _label(parcel.status, parcel, profile)
    return lines(
        [
            html(profile.locale, "order-parcel", position=parcel.position, count=count, state=state),
            _reason(parcel, profile),
            _arrival(parcel, profile),
            _contents(parcel, profile),
            _tracking(parcel, profile),
        ]
    )


def _contents(parcel: ParcelFacts, profile: Profile) -> Markup:
    pieces = [
        html(profile.locale, "order-content", quantity=quantity, name=shorten(name, LONGEST_CONTENT))
        for name, quantity in parcel.contents
    ]
    if not pieces:
        return Markup()
    shown = lines([*pieces[:MOST_CONTENTS], Markup("…" if len(pieces) > MOST_CONTENTS else "")], ", ")
    return html(profile.locale, "order-parcel-contents", contents=shown)


def _goods(order: OrderCard, profile: Profile) -> Markup:
    """Of an order in several parcels, the parcels have named the items already."""
    named = len(order.parcels) > 1 and any(parcel.contents for parcel in order.parcels)
    return lines(
        [
            Markup() if named else item_lines(order, profile, most=MOST_ITEMS),
            sum_line(order, profile),
            _address(order, profile),
        ]
    )


def _address(order: OrderCard, profile: Profile) -> Markup:
    if order.address is None:
        return Markup()
    address = mask_address(
        street=order.address.street,
        postal_code=order.address.postal_code,
        city=order.address.city,
        country=order.address.country,
    )
    return html(profile.locale, "order-address", address=shorten(address, LONGEST_ADDRESS)) if address else Markup()
