"""Customer, staff, carrier, shop and clock in any order: never too many pieces nor too much money, always a way on."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from itertools import count, pairwise
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.config import Settings
from bot.customers.models import Hold
from bot.errors import CustomerError
from bot.loyalty.ledger import balance_of, book_purchase
from bot.loyalty.models import LoyaltyAccount, LoyaltyEntry
from bot.outbox.models import Push
from bot.returns.labels import NewLabel, send_label, without_label
from bot.returns.looking import read_sheet
from bot.returns.machine import HOLDS_ITEMS, NEXT, OF_PLATFORM, OVER, SETTLED, Actor, Status, Step
from bot.returns.models import Return, ReturnItem, ReturnPayment, ReturnPhoto, ReturnStep, ShopCall
from bot.returns.money import Paid, unreported
from bot.returns.moving import cancel, move, tell_sent
from bot.returns.paths import Way
from bot.returns.policy import Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import close, record_platform_payment, send_back, settle
from bot.returns.unsent import mind_unsent
from bot.returns.verdicts import approve, approve_without_return, ask_for_photo, decline, tell_gone
from bot.shipping.models import TrackingEvent
from bot.shop.models import Customer, Line, Order, Refund, Shipment
from bot.staff.models import AuditEntry
from bot.tickets.models import Case, CaseClock, CaseMessage
from tests.support.builders import Item, a_customer, an_order, parcel, scan
from tests.support.returns import DELIVERED, SOON

MIA, POINTS = 501, 37
# Something waits for the staff, so that their verdicts have something to do; whoever withdraws bears the way back.
POLICY = Policy(approves_up_to=Decimal("12.00"), approves_in_90_days=99, customer_pays=True, fee=Decimal("2.49"))
TABLES = (
    *(Push, Hold, CaseMessage, CaseClock, Case, AuditEntry, ReturnPayment, ReturnStep, ReturnPhoto, ReturnItem),
    *(ShopCall, Return, LoyaltyEntry, LoyaltyAccount, Refund, TrackingEvent, Shipment, Line, Order, Customer),
)
WAYS = (Way.WITHDRAWAL, Way.GOODWILL, Way.WARRANTY, Way.CANCEL)
OUTCOMES = ("refund", "credit", "exchange", "replacement")
REASONS = ("defective", "unwanted", None)
MOST_STEPS_TO_THE_END = 12


@dataclass(slots=True)
class World:
    """One customer, two orders with a discount and delivery costs: one delivered, one still in the shop."""

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
    order = world.orders[which % 2]
    lines = world.lines[order.id]
    chosen = lines if which % 3 == 0 else lines[which % 2 :][:1]
    pieces = tuple(Piece(line.id, 1 + many % line.quantity, REASONS[which % 3]) for line in chosen)
    way = Way.CANCEL if order is world.orders[1] else WAYS[many % 3]
    await ask(
        Wish(order_id=order.id, pieces=pieces, way=way, outcome=OUTCOMES[which % 4]),
        customer_ids=[world.customer_id],
        chat_id=7,
        locale="de",
        policy=POLICY,
        settings=world.settings,
        now=world.now,
    )


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
        await send_label(which, NewLabel(code="L"), by=Actor.STAFF, policy=POLICY, **world.staff)
    else:
        await without_label(which, policy=POLICY, **world.staff)


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


async def arrives(world: World, which: int, many: int, how: int) -> None:
    items = await ReturnItem.filter(request_id=which).order_by("id")
    part = {item.line_id: many % (item.quantity + 1) for item in items}
    await receive(which, None if how % 3 == 0 else part, is_all=how % 4 == 0, **world.staff)


async def checked(world: World, which: int, many: int, how: int) -> None:
    items = await ReturnItem.filter(request_id=which).order_by("id")
    accepted = {} if how % 2 else {item.line_id: many % (item.quantity + 1) for item in items}
    loss = Decimal(many) if how % 3 == 0 else Decimal()
    await check(which, Finding(accepted, loss, "worn"), policy=POLICY, **world.staff)


async def pays(world: World, which: int, many: int, how: int) -> None:
    amount = None if how % 2 else Decimal(many) / 3
    await settle(which, OUTCOMES[how % 4], amount=amount, **world.staff)


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


async def time_passes(world: World, _: int, many: int, __: int) -> None:
    world.now += timedelta(days=many)
    await mind_unsent(world.settings, now=world.now)


DEEDS: tuple[Deed, ...] = (
    *(wish, wish, think_again, say_yes, say_no, label, has_left, scanned, is_handed_in, arrives, arrives, checked),
    *(pays, pays, goes_back, ends, shop_refunds, time_passes),
)
events = st.lists(
    st.tuples(st.sampled_from(DEEDS), st.integers(0, 3), st.integers(0, 9), st.integers(0, 11)), min_size=3, max_size=18
)


@settings(
    max_examples=60,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(told=events)
async def test_in_any_order_pieces_and_money_stay_within_what_was_bought_and_somebody_has_the_next_step(
    database: Settings, told: list[tuple[Deed, int, int, int]]
) -> None:
    world = await a_world(database)
    await wish(world, 0, 1, 0)
    for deed, which, many, how in told:
        ids = await Return.all().order_by("id").values_list("id", flat=True)
        world.now += timedelta(minutes=1)
        await tried(deed, world, int(ids[which % len(ids)]), many, how)  # type: ignore[call-overload]  # one column
        await everything_holds(world)

    for row in await Return.all().order_by("id"):
        await reaches_its_end(world, row.id)
    await everything_holds(world)


async def a_world(database: Settings) -> World:
    for model in TABLES:
        await model.all().delete()
    shop = database.model_copy(update={"staff_chat_id": -100})
    customer = await a_customer()
    items = [Item("Mug", 2, "10.00", "MUG"), Item("Tea", 1, "5.01", "TEA")]
    bought: dict[str, Any] = {
        "customer": customer, "lines": items, "ship_country": "DE",
        "total": Decimal("26.91"), "shipping_total": Decimal("4.90"), "discount_total": Decimal("3.00"),
    }  # fmt: skip
    orders = [
        await an_order(parcels=[parcel(scan("delivered", at=DELIVERED))], **bought),
        await an_order(parcels=[parcel("label_created")], **bought),
    ]
    for order in orders:
        await book_purchase(
            *(customer.id, POINTS),
            order_id=order.id,
            number=order.number,
            rate=Decimal(1),
            available_at=DELIVERED,
            now=DELIVERED,
        )
    lines = {order.id: await Line.filter(order_id=order.id).order_by("position") for order in orders}
    return World(shop, customer.id, orders, lines)


async def tried(deed: Deed, world: World, which: int, many: int, how: int) -> bool:
    """Whether it was allowed; whatever is refused is told to whoever did it, and changes nothing."""
    before = await standing()
    try:
        await deed(world, which, many, how)
    except CustomerError:
        assert await standing() == before
        return False
    return True


async def standing() -> list[Any]:
    rows = await Return.all().order_by("id").values_list("id", "status", "revision", "keeps", "way")
    items = await ReturnItem.all().order_by("id").values_list("id", "received", "accepted")
    return [rows, items, await ReturnPayment.all().count(), await ReturnStep.all().count()]


async def left_of(order: Order) -> Decimal:
    """What of its price is still with the shop."""
    told = [Paid(each.amount or Decimal(), each.refunded_at) for each in await Refund.filter(order_id=order.id)]
    payments = await ReturnPayment.filter(request__order_id=order.id, once__startswith="staff:")
    ours = [Paid(each.amount, each.at) for each in payments]
    assert order.total is not None
    return order.total - sum([each.amount for each in told], Decimal()) - unreported(ours, told)


async def everything_holds(world: World) -> None:
    for order in world.orders:
        assert await left_of(order) >= 0, "more went back than was paid"
        for line in world.lines[order.id]:
            items = await ReturnItem.filter(line_id=line.id, request__status__in=list(HOLDS_ITEMS))
            rows = {row.id: row for row in await Return.filter(id__in=[item.request_id for item in items])}
            pieces = [_pieces(item, rows[item.request_id]) for item in items]
            assert sum(pieces) <= line.quantity, "more pieces went back than were delivered"
            assert all(0 <= item.received <= item.quantity for item in items)
            assert all((item.accepted or 0) <= item.received for item in items)
    for row in await Return.all():
        await _holds(row, world)
    points = await balance_of([world.customer_id], now=world.now)
    assert 0 <= points.available <= POINTS * len(world.orders)


async def _holds(row: Return, world: World) -> None:
    status, sheet = Status(row.status), await read_sheet(row.id)
    assert (sheet.step is None) == (status in OVER), "nobody knows what comes next"
    paid = await ReturnPayment.filter(request_id=row.id)
    ours = sum((each.amount for each in paid if each.once.startswith("staff:")), Decimal())
    assert ours <= sheet.total.amount, "more than the return was ever worth"
    if status in {Status.CANCELLED, Status.REJECTED, Status.EXPIRED}:
        assert not ours, "money went for pieces that nobody has to send back"
    held = await Hold.filter(customer_id=world.customer_id, reason="return", subject=f"return:{row.id}").first()
    assert held is not None
    assert (held.released_at is not None) == (status in OVER)
    case = await Case.filter(once__startswith=f"return:{row.id}:").first()
    assert case is not None
    assert (case.status == "closed") == (status in SETTLED | OVER), "somebody has to have it on their desk"
    steps = [Status(step.status) for step in await ReturnStep.filter(request_id=row.id).order_by("id")]
    assert steps[-1] is status
    assert all(
        after in NEXT[before] | OF_PLATFORM.get(before, frozenset())
        for before, after in pairwise([Status.DRAFT, *steps])
        if before is not after
    )


def _pieces(item: ReturnItem, row: Return) -> int:
    """What was not accepted is the customer's again once it is settled."""
    settled = Status(row.status) in SETTLED | {Status.CLOSED}
    return item.accepted if settled and item.accepted is not None else item.quantity


async def reaches_its_end(world: World, return_id: int) -> None:
    """Whoever has the next step can take it, and after a few of them it is over."""
    for _ in range(MOST_STEPS_TO_THE_END):
        sheet = await read_sheet(return_id)
        if sheet.step is None:
            return
        assert await tried(_natural(sheet.step), world, return_id, 1, 3), f"{sheet.step} cannot be taken"
        await everything_holds(world)
    steps = await ReturnStep.filter(request_id=return_id).order_by("id").values_list("status", "act", "actor")
    money = await ReturnPayment.filter(request_id=return_id).values_list("kind", "amount")
    raise AssertionError(f"return {return_id} never ends: {steps} {money} {sheet}")


def _natural(step: Step) -> Deed:
    """What whoever has the turn does when nothing is odd."""

    async def decide(world: World, which: int, *_: int) -> None:
        await approve(which, policy=POLICY, **world.staff)

    async def settles(world: World, which: int, *_: int) -> None:
        sheet = await read_sheet(which)
        if sheet.is_accepted:
            await settle(which, "refund", **world.staff)
        else:
            await send_back(which, **world.staff)

    async def look(world: World, which: int, *_: int) -> None:
        await check(which, Finding(why="as it came"), policy=POLICY, **world.staff)

    async def send_it(world: World, which: int, *_: int) -> None:
        await receive(which, is_all=True, **world.staff)

    natural: dict[Step, Deed] = {
        Step.SHOP_DECIDES: decide,
        Step.SHOP_SENDS_LABEL: label,
        Step.CUSTOMER_SENDS: send_it,
        Step.CARRIER_BRINGS: send_it,
        Step.CUSTOMER_SENDS_REST: send_it,
        Step.SHOP_CHECKS: look,
        Step.SHOP_SETTLES: settles,
        Step.SHOP_CLOSES: ends,
    }
    return natural[step]
