"""Everything that somebody may do about the returns of one customer: customer, staff, carrier, shop and clock."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from bot.config import Settings
from bot.db import unit_of_work
from bot.returns.booking import answer_refund
from bot.returns.following import catch_up
from bot.returns.labels import NewLabel
from bot.returns.late import book_late
from bot.returns.leaving import mind_leaving
from bot.returns.looking import read_sheet
from bot.returns.lost import NEVER_CAME
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnPayment
from bot.returns.moving import cancel, move, tell_sent
from bot.returns.parts import Choice
from bot.returns.paths import Way
from bot.returns.platform_labels import take_label
from bot.returns.policy import Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.refund_question import find_question
from bot.returns.refusing import Refusal
from bot.returns.requests import Piece, Wish, ask
from bot.returns.scanning import follow_label
from bot.returns.settling import close, record_platform_payment, send_back, settle
from bot.returns.surcharge import record_difference, waive_difference
from bot.returns.surcharge_models import ReturnSurcharge
from bot.returns.together import ask_together, receive_parcel, send_one_label, without_one_label
from bot.returns.unreported import Paid, unreported
from bot.returns.unsent import mind_unsent
from bot.returns.verdicts import approve, approve_without_return, ask_for_photo, decline, tell_gone
from bot.returns.withdrawing import read_withdrawal, withdraw
from bot.shipping.progress import ParcelEvent
from bot.shop.by_platform import mark_items, note_return
from bot.shop.incoming import IncomingLine
from bot.shop.intake_contents import open_contents
from bot.shop.models import Line, Order, Refund, Shipment
from bot.shop.platform_models import PlatformReturn
from bot.shop.statuses import NOT_YET_MOVING, ShipmentStatus
from tests.support.returns import SOON

MIA, POINTS = 501, 37
# Something waits for the staff, so that their verdicts have something to do; whoever withdraws bears the way back.
POLICY = Policy(
    approves_up_to=Decimal("12.00"),
    approves_in_90_days=99,
    customer_pays=True,
    address=("Shop", "Weg 1"),
    fee=Decimal("2.49"),
    pays_difference=True,
)
WAYS = (Way.WITHDRAWAL, Way.GOODWILL, Way.WARRANTY, Way.CANCEL)
TOLD = ("requested", "approved", "approved", "rejected", "cancelled", "closed")
# In exchange: none in particular, one that is cheaper than what was bought and one that is dearer.
INSTEAD = (None, "CUP", "JUG")
OUTCOMES = ("refund", "credit", "exchange", "replacement")
REASONS = ("defective", "unwanted", None)


@dataclass(slots=True)
class World:
    """One customer, four orders with a discount and delivery costs: two delivered, one still in the shop, one of which
    a piece has left."""

    settings: Settings
    customer_id: int
    orders: Sequence[Order]
    lines: dict[int, list[Line]]
    now: Any = SOON
    refunds: Any = field(default_factory=count)

    @property
    def staff(self) -> dict[str, Any]:
        return {"staff_id": MIA, "settings": self.settings, "now": self.now}


Deed = Callable[[World, int, int, int], Awaitable[Any]]
"""What somebody does; the numbers choose which return (its id), how many, and what of several."""


async def wish(world: World, _: int, many: int, which: int) -> None:
    await ask(a_wish(world, world.orders[which % 2], many, which), policy=POLICY, **asking(world))


async def withdraw_it(world: World, _: int, many: int, which: int) -> None:
    """By two taps: everything, what was given too, or a piece of each; whatever waits or was approved gives way."""
    order = world.orders[(3, 0, 3, 1, 2)[many % 5]]
    reading: dict[str, Any] = {"customer_ids": [world.customer_id], "settings": world.settings, "now": world.now}
    everything = (await read_withdrawal(order.id, policy=POLICY, **reading)).choice
    chosen = everything if which % 3 else Choice(*(_one_each(part) for part in (everything.bought, everything.given)))
    seen = await read_withdrawal(order.id, chosen=chosen, policy=POLICY, **reading)
    made = await withdraw(order.id, chosen, policy=POLICY, **asking(world))
    promised = [part.estimate for part in seen.parts]
    assert [each.estimate for each in (made, *made.beside)] == promised, "not what the second step has told"


def _one_each(pieces: Any) -> Any:
    return {key: _one_each(each) if isinstance(each, dict) else 1 for key, each in pieces.items()}


async def rest_leaves(world: World, *_: int) -> None:
    """The second parcel of the order of which a part has left is scanned."""
    order = world.orders[3]
    await Shipment.filter(order_id=order.id, position=2).update(status="in_transit", rank=30)
    await mind_leaving(order.id, settings=world.settings, now=world.now)


async def parcel_strays(world: World, _: int, many: int, how: int) -> None:
    """One that has left gets lost, or comes back to the shop, or one that did turns up."""
    order = world.orders[(1, 3, 3)[many % 3]]
    shipment = await Shipment.get(order_id=order.id, position=min(1 + how % 2, await _parcels(order)))
    if shipment.status in NOT_YET_MOVING:
        return
    on_the_way = shipment.status in {ShipmentStatus.LOST, ShipmentStatus.RETURNED}
    status = (ShipmentStatus.IN_TRANSIT, ShipmentStatus.DELIVERED) if on_the_way else NEVER_CAME
    await Shipment.filter(id=shipment.id).update(status=sorted(status)[how % 2], rank=30)
    await mind_leaving(order.id, settings=world.settings, now=world.now)


async def _parcels(order: Order) -> int:
    return await Shipment.filter(order_id=order.id).count()


async def item_is_edited_out(world: World, _: int, many: int, how: int) -> None:
    """A piece that lies in the shop is taken out of the order, which costs so much less; the money is not back yet."""
    order = await Order.get(id=world.orders[(1, 3)[how % 2]].id)
    if (
        await Shipment.filter(order_id=order.id, position=await _parcels(order))
        .exclude(status="label_created")
        .exists()
    ):
        return
    rows = await Line.filter(order_id=order.id, quantity__gt=0).order_by("position")
    if len(rows) < 2 or order.total is None:
        return
    told = [IncomingLine(row.sku, row.name, row.variant, row.quantity, row.unit_price) for row in rows]
    place = many % len(told)
    told[place] = told[place]._replace(quantity=told[place].quantity - 1)
    await is_edited(order.id, [line for line in told if line.quantity])
    less = max(order.total - (told[place].unit_price or 0), Decimal())
    await Order.filter(id=order.id).update(total=less, paid_total=order.paid_total or order.total)


@unit_of_work
async def is_edited(order_id: int, lines: Sequence[IncomingLine]) -> None:
    contents = await open_contents([order_id])
    contents.put_lines(order_id, lines)
    await contents.save()


async def wish_for_given(world: World, which: int, many: int, how: int) -> None:
    """Of what a return has given, wherever that stands."""
    row = await Return.get_or_none(id=which)
    order = await Order.get(id=row.order_id) if row else world.orders[0]
    plain = a_wish(world, world.orders[0] if order.id == world.orders[1].id else order, many, how)
    await ask(replace(plain, follows=which), policy=POLICY, **asking(world))


async def wish_for_two(world: World, _: int, many: int, which: int) -> None:
    """Of both delivered orders at once, in one parcel."""
    wishes = [a_wish(world, world.orders[place], many + place, which) for place in (0, 2)]
    await ask_together(wishes, policy=POLICY, **asking(world))


def a_wish(world: World, order: Order, many: int, which: int) -> Wish:
    lines = world.lines[order.id]
    chosen = lines if which % 3 == 0 else lines[which % 2 :][:1]
    sku = INSTEAD[many % 3] if OUTCOMES[which % 4] == "exchange" else None
    pieces = tuple(Piece(line.id, 1 + many % line.quantity, REASONS[which % 3], sku) for line in chosen)
    way = Way.CANCEL if order is world.orders[1] else WAYS[many % 3]
    return Wish(order_id=order.id, pieces=pieces, way=way, outcome=OUTCOMES[which % 4])


def asking(world: World) -> dict[str, Any]:
    told = {"customer_ids": [world.customer_id], "chat_id": 7, "locale": "de"}
    return told | {"settings": world.settings, "now": world.now}


async def think_again(world: World, which: int, *_: int) -> None:
    await cancel(which, customer_ids=[world.customer_id], settings=world.settings, now=world.now)


async def say_yes(world: World, which: int, many: int, _: int) -> None:
    if many % 2:
        await approve(which, policy=POLICY, **world.staff)
    else:
        await approve_without_return(which, **world.staff)


async def say_no(world: World, which: int, many: int, _: int) -> None:
    if many % 2:
        await decline(which, "worn", **world.staff)
    else:
        await ask_for_photo(which, **world.staff)


async def label(world: World, which: int, many: int, _: int) -> None:
    if many % 3:
        new = NewLabel(code="L", tracking_number=f"T{which}")
        await send_one_label(which, new, by=Actor.STAFF, policy=POLICY, **world.staff)
    else:
        await without_one_label(which, policy=POLICY, **world.staff)


async def has_left(world: World, which: int, *_: int) -> None:
    await tell_gone(which, policy=POLICY, **world.staff)


async def scanned(world: World, which: int, many: int, _: int) -> None:
    carrier: dict[str, Any] = {"by": Actor.CARRIER, "settings": world.settings, "now": world.now}
    if many % 2:
        await move(which, Status.IN_TRANSIT, **carrier)
    else:
        await receive(which, **carrier)


async def is_handed_in(world: World, which: int, *_: int) -> None:
    await tell_sent(which, customer_ids=[world.customer_id], settings=world.settings, now=world.now)


async def label_scanned(world: World, which: int, many: int, _: int) -> None:
    """By the number on it: whatever is in the same parcel goes along, and what is over stays so."""
    word = (ShipmentStatus.IN_TRANSIT, ShipmentStatus.DELIVERED, ShipmentStatus.LOST)[many % 3]
    event = ParcelEvent(world.now, word.value, word, None, word.value, "")
    await follow_label(which, [event], settings=world.settings, now=world.now)


async def parcel_arrives(world: World, which: int, *_: int) -> None:
    await receive_parcel(which, **world.staff)


async def arrives(world: World, which: int, many: int, how: int) -> None:
    items = await ReturnItem.filter(request_id=which).order_by("id")
    part = {item.line_id: many % (item.quantity + 1) for item in items}
    await receive(which, None if how % 3 == 0 else part, is_all=how % 4 == 0, **world.staff)


async def checked(world: World, which: int, many: int, how: int) -> None:
    items = await ReturnItem.filter(request_id=which).order_by("id")
    accepted = {} if how % 2 else {item.line_id: many % (item.quantity + 1) for item in items}
    loss = Decimal(many) if how % 3 == 0 else Decimal()
    because = (Refusal.OTHER, Refusal.SEAL, None)[many % 3]
    await check(which, Finding(accepted, loss, "worn", because=because), policy=POLICY, **world.staff)


async def pays(world: World, which: int, many: int, how: int) -> None:
    amount = None if how % 2 else Decimal(many) / 3
    await settle(which, OUTCOMES[how % 4], amount=amount, **world.staff)


async def pays_on_top(world: World, which: int, many: int, _: int) -> None:
    if many % 3:
        await record_difference(which, "cash", **world.staff)
    else:
        await waive_difference(which, **world.staff)


async def rest_comes(world: World, which: int, many: int, how: int) -> None:
    """After the end, as it should be or not."""
    sheet = await read_sheet(which)
    came = {line: 1 + many % most for line, most in sheet.outstanding.items()} or {0: 1}
    await book_late(which, came, why="second parcel", is_fine=how % 4 > 0, **world.staff)


async def goes_back(world: World, which: int, *_: int) -> None:
    await send_back(which, **world.staff)


async def ends(world: World, which: int, *_: int) -> None:
    await close(which, **world.staff)


async def shop_refunds(world: World, which: int, many: int, how: int) -> None:
    """By the shop's own system: what is left, or some of it; about a return of ours, or nothing to do with it."""
    row = await Return.get_or_none(id=which)
    order = await Order.get(id=row.order_id) if row else world.orders[how % 2]
    left = await left_of(order)
    amount = left if how % 5 == 0 else min(left, Decimal(many))
    if amount <= 0:
        return
    number = f"r-{next(world.refunds)}"
    await Refund.create(order_id=order.id, external_id=number, refunded_at=world.now, amount=amount, items=[])
    if row and how % 2:
        once = f"shop:refund:{number}"
        await record_platform_payment(which, amount, once=once, settings=world.settings, now=world.now)


async def platform_tells(world: World, _: int, many: int, how: int) -> None:
    """A return that is made there, or goes on: granted, declined, called off or closed."""
    order = world.orders[how % 3]
    line = world.lines[order.id][many % 2]
    number, status = f"p-{order.id}-{many % 3}", TOLD[(many + how) % len(TOLD)]
    items = [{"sku": line.sku, "quantity": 1 + many % line.quantity, "reason": REASONS[how % 3], "item": "7"}]
    here: dict[str, Any] = {"settings": world.settings, "now": world.now}
    await tells(order, number, status, items, world)
    await catch_up(order.id, made=number, **here)


@unit_of_work
async def tells(order: Order, number: str, status: str, items: Any, world: World) -> None:
    await note_return(order.id, number, status=status, items=items, revised_at=world.now)


async def platform_goes_on(world: World, _: int, many: int, how: int) -> None:
    """What it says of a return that it knows: a label for it, pieces that it takes out, or has back."""
    told = await PlatformReturn.all().order_by("id")
    if not told:
        return
    known = told[how % len(told)]
    order = await Order.get(id=known.order_id)
    new = NewLabel(f"https://labels.example.org/{many % 3}", None, f"P{known.id}")
    if many % 3 == 0:
        await take_label(order.source, known.external_id, new, policy=POLICY, settings=world.settings, now=world.now)
    else:
        await marks(known.id, many)
        await catch_up(order.id, settings=world.settings, now=world.now)


@unit_of_work
async def marks(told_id: int, many: int) -> None:
    await mark_items(told_id, {"7": 1}, under="out" if many % 3 == 1 else "done", once=f"body-{many}")


async def platform_refunds(world: World, _: int, many: int, how: int) -> None:
    """With items, or without: then it is booked, or the staff are asked."""
    order = world.orders[many % 3]
    left = await left_of(order)
    amount = left if how % 4 == 0 else min(left, Decimal(many) + Decimal("0.02"))
    if amount <= 0:
        return
    line = world.lines[order.id][how % 2]
    items = [{"sku": line.sku, "quantity": 1}] if how % 3 == 0 else None
    number = f"r-{next(world.refunds)}"
    await Refund.create(order_id=order.id, external_id=number, refunded_at=world.now, amount=amount, items=items)
    await catch_up(order.id, settings=world.settings, now=world.now)


async def staff_say_which(world: World, which: int, many: int, _: int) -> None:
    for refund in await Refund.all().order_by("id"):
        if await find_question(refund.id):
            await answer_refund(refund.id, which if many % 2 else None, **world.staff)
            return


async def time_passes(world: World, _: int, many: int, __: int) -> None:
    world.now += timedelta(days=many)
    await mind_unsent(world.settings, now=world.now)


DEEDS: tuple[Deed, ...] = (
    *(wish, wish, think_again, say_yes, say_no, label, has_left, scanned, is_handed_in, arrives, arrives, checked),
    *(pays, pays, pays_on_top, pays_on_top, rest_comes, rest_comes, goes_back, ends, shop_refunds, time_passes),
    *(wish_for_given, wish_for_given, wish_for_two, label_scanned, parcel_arrives),
    *(platform_tells, platform_tells, platform_goes_on),
    *(platform_refunds, platform_refunds, staff_say_which, withdraw_it, withdraw_it, withdraw_it, rest_leaves),
    *(parcel_strays, parcel_strays, parcel_strays, item_is_edited_out),
)


async def left_of(order: Order) -> Decimal:
    """What of its price is still with the shop, neither in money nor in an article that stands for it with somebody.

    Goods that were given and come back are paid with what they had been given for.
    """
    told = [Paid(each.amount or Decimal(), each.refunded_at) for each in await Refund.filter(order_id=order.id)]
    payments = await ReturnPayment.filter(request__order_id=order.id, once__startswith="staff:")
    ours = [Paid(each.amount, each.at) for each in payments if each.kind in {"refund", "credit"}]
    gone = sum([each.amount for each in told], Decimal()) + unreported(ours, told)
    assert order.total is not None
    on_top = [each.amount for each in await ReturnSurcharge.filter(request__order_id=order.id)]
    came = order.total + sum(on_top, Decimal())
    assert gone <= came, "more money went back than was paid"
    articles = ReturnPayment.filter(request__order_id=order.id, kind__in=["exchange", "replacement"])
    standing = sum([each.amount for each in await articles], Decimal())
    for row in await Return.filter(order_id=order.id, follows__not_isnull=True):
        given = sum([each.amount for each in await ReturnPayment.filter(request_id=row.id)], Decimal())
        standing -= min(given + row.carried, row.goods)
    return came - gone - standing
