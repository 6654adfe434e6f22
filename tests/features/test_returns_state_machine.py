"""Customer, staff, carrier, shop and clock in any order: never too many pieces nor too much money, always a way on."""

import os
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.config import Settings
from bot.customers.models import Hold
from bot.errors import CustomerError
from bot.loyalty.ledger import balance_of, book_purchase
from bot.loyalty.models import LoyaltyAccount, LoyaltyEntry
from bot.outbox.models import Push
from bot.returns.billing import PROMISED
from bot.returns.looking import read_sheet
from bot.returns.lost import lost_pieces
from bot.returns.machine import AFTER_ALL, HOLDS_ITEMS, NEXT, OF_PLATFORM, OVER, OVERTAKEN, SETTLED, Status, Step
from bot.returns.models import Return, ReturnItem, ReturnPayment, ReturnPhoto, ReturnStep, ShopCall
from bot.returns.receiving import Finding, check, receive
from bot.returns.settling import send_back, settle
from bot.returns.shipped import contents_of
from bot.returns.surcharge import record_difference
from bot.returns.surcharge_models import ReturnSurcharge
from bot.returns.verdicts import GOES_ON, approve
from bot.shipping.models import TrackingEvent
from bot.shop.models import Customer, Line, Order, Product, Refund, Shipment
from bot.shop.platform_models import PlatformReturn
from bot.staff.models import AuditEntry
from bot.tickets.models import Case, CaseClock, CaseMessage
from tests.support.builders import Item, a_customer, an_order, parcel, scan
from tests.support.return_deeds import (
    DEEDS,
    POINTS,
    POLICY,
    Deed,
    World,
    ends,
    item_is_edited_out,
    label,
    left_of,
    parcel_strays,
    rest_leaves,
    wish,
    withdraw_it,
)
from tests.support.returns import DELIVERED

TABLES = (
    *(Push, Hold, CaseMessage, CaseClock, Case, AuditEntry, ReturnPayment, ReturnStep, ReturnPhoto, ReturnItem),
    ReturnSurcharge,
    *(
        ShopCall,
        Return,
        LoyaltyEntry,
        LoyaltyAccount,
        Refund,
        PlatformReturn,
        TrackingEvent,
        Shipment,
        Line,
        Order,
        Customer,
    ),
)
STRAYING = (parcel_strays, rest_leaves, item_is_edited_out)
MOVES_PARCELS = {withdraw_it, *STRAYING}
# What was cancelled, or got lost, is there: from wherever it stood the goods come back.
LEFT_AFTER_ALL = frozenset({"gone", "found"})
MOST_STEPS_TO_THE_END = 12
ONE, REST = [{"sku": "MUG", "quantity": 1}], [{"sku": "MUG", "quantity": 1}, {"sku": "TEA", "quantity": 1}]


events = st.lists(
    st.tuples(st.sampled_from(DEEDS), st.integers(0, 5), st.integers(0, 9), st.integers(0, 11)), min_size=3, max_size=22
)


@settings(
    max_examples=10 if os.environ.get("BOTE_TEST_DATABASE_URL") else 40,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(told=events, begins=st.sampled_from(["asked", "exchanged", "withdrawn"]))
async def test_in_any_order_pieces_and_money_stay_within_what_was_bought_and_somebody_has_the_next_step(
    database: Settings, told: list[tuple[Deed, int, int, int]], begins: str
) -> None:
    world = await a_world(database)
    await wish(world, 0, 1, 2 if begins == "exchanged" else 0)
    if begins == "exchanged":
        await is_exchanged(world, await Return.all().first())
    if begins == "withdrawn":  # of an order of which a part has left, and that part may get lost
        told = [(withdraw_it, 0, 0, 1), (STRAYING[len(told) % len(STRAYING)], 0, 1, 0), *told]
    for deed, which, many, how in told:
        ids = await Return.all().order_by("id").values_list("id", flat=True)
        world.now += timedelta(minutes=1)
        await tried(deed, world, int(ids[which % len(ids)]), many, how)  # type: ignore[call-overload]  # one column
        await everything_holds(world)
        if deed in MOVES_PARCELS:
            for order in world.orders[1::2]:
                await nobody_is_asked_for_what_never_came(order)

    for row in await Return.all().order_by("id"):
        await reaches_its_end(world, row.id)
    await everything_holds(world)


async def a_world(database: Settings) -> World:
    for model in TABLES:
        await model.all().delete()
    shop = database.model_copy(update={"staff_chat_id": -100})
    customer = await a_customer()
    for sku, price in (("CUP", "7.00"), ("JUG", "12.50")):
        await Product.get_or_create(sku=sku, defaults={"name": {"de": sku}, "price": Decimal(price), "currency": "EUR"})
    items = [Item("Mug", 2, "10.00", "MUG"), Item("Tea", 1, "5.01", "TEA")]
    bought: dict[str, Any] = {
        "customer": customer, "lines": items, "ship_country": "DE",
        "total": Decimal("26.91"), "shipping_total": Decimal("4.90"), "discount_total": Decimal("3.00"),
    }  # fmt: skip
    orders = [
        await an_order(parcels=[parcel(scan("delivered", at=DELIVERED))], **bought),
        await an_order(parcels=[parcel("label_created")], **bought),
        await an_order(parcels=[parcel(scan("delivered", at=DELIVERED))], **bought),
        await an_order(parcels=[parcel("in_transit", contents=ONE), parcel("label_created", contents=REST)], **bought),
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


async def is_exchanged(world: World, row: Return | None) -> None:
    """What is given for it may come back as well."""
    assert row is not None
    await approve(row.id, policy=POLICY, **world.staff)
    await receive(row.id, **world.staff)
    await check(row.id, Finding(), policy=POLICY, **world.staff)
    await settle(row.id, "exchange", **world.staff)
    await everything_holds(world)


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
    return [
        rows,
        items,
        await ReturnPayment.all().count(),
        await ReturnStep.all().count(),
        await ReturnSurcharge.all().count(),
    ]


async def everything_holds(world: World) -> None:
    for order in world.orders:
        assert await left_of(order) >= 0, "more went back than was paid"
        for line in world.lines[order.id]:
            items = await ReturnItem.filter(line_id=line.id, request__status__in=list(HOLDS_ITEMS))
            rows = {row.id: row for row in await Return.filter(id__in=[item.request_id for item in items])}
            for follows in {row.follows for row in rows.values()}:
                mine = [item for item in items if rows[item.request_id].follows == follows]
                given = line.quantity if follows is None else await _given(follows, line.id)
                pieces = [_pieces(item, rows[item.request_id]) for item in mine]
                assert sum(pieces) <= given, "more pieces went back than were delivered"
            assert all(0 <= item.received <= item.quantity for item in items)
            assert all((item.accepted or 0) <= item.received for item in items)
    for row in await Return.all():
        await _holds(row, world)
    for order in world.orders:
        counted = await Return.filter(order_id=order.id).values_list("carried", "carried_topped")
        assert all(not sum(each) for each in zip(*counted, strict=True)), "money was lost or made on its way"
        promised = await Return.filter(order_id=order.id, status__in=PROMISED)
        assert sum(1 for row in promised if row.shipping) <= 1, "the delivery is promised twice"
    points = await balance_of([world.customer_id], now=world.now)
    assert 0 <= points.available <= POINTS * len(world.orders)


async def nobody_is_asked_for_what_never_came(order: Order) -> None:
    """As far as parcels tell; of some the staff have said where they are."""
    lines = await Line.filter(order_id=order.id).order_by("position")
    parcels = [
        (each.status, contents_of({"contents": each.contents})) for each in await Shipment.filter(order_id=order.id)
    ]
    lost = lost_pieces(
        [{"id": line.id, "sku": line.sku, "name": line.name, "quantity": line.quantity} for line in lines], parcels
    )
    for line in lines:
        items = ReturnItem.filter(line_id=line.id, request__follows=None, request__way="withdrawal")
        asked = items.filter(request__status__in=["approved", "label_sent"], request__keeps=False, received=0)
        said = {step.request_id for step in await ReturnStep.filter(act__in=["gone", "found"], actor="staff")}
        back = [item.quantity for item in await asked if item.request_id not in said]
        assert sum(back) <= line.quantity - lost[line.id], "somebody is asked for what never came"


async def _holds(row: Return, world: World) -> None:
    status, sheet = Status(row.status), await read_sheet(row.id)
    assert (sheet.step is None) == (status in OVER), "nobody knows what comes next"
    paid = await ReturnPayment.filter(request_id=row.id)
    ours = sum((each.amount for each in paid if each.once.startswith("staff:")), Decimal())
    topped = sum((each.amount for each in await ReturnSurcharge.filter(request_id=row.id)), Decimal())
    # What counts for a withdrawal does no longer for the wish that it was paid for.
    ours, topped = ours + min(row.carried, Decimal()), topped + row.carried_topped
    assert ours <= sheet.total.amount + topped, "more than the return was ever worth"
    if status in {Status.CANCELLED, Status.REJECTED, Status.EXPIRED}:
        assert ours <= 0, "money went for pieces that nobody has to send back"
        assert not topped, "money came for an article that nobody sends"
    held = await Hold.filter(customer_id=world.customer_id, reason="return", subject=f"return:{row.id}").first()
    assert held is not None
    assert (held.released_at is not None) == (status in OVER)
    case = await Case.filter(once__startswith=f"return:{row.id}:").first()
    assert case is not None or row.chat_id is None, "only the platform makes one without the staff"
    if case is not None:
        assert (case.status == "closed") == (status in SETTLED | OVER), "somebody has to have it on their desk"
    steps = [(Status(each.status), each.act) for each in await ReturnStep.filter(request_id=row.id).order_by("id")]
    assert steps[-1][0] is status
    assert all(
        after in NEXT[before].union(*(more.get(before, frozenset()) for more in (OF_PLATFORM, AFTER_ALL, OVERTAKEN)))
        or (act in LEFT_AFTER_ALL and before in GOES_ON)
        for (before, _), (after, act) in pairwise([(Status.DRAFT, None), *steps])
        if before is not after
    )


async def _given(return_id: int, line_id: int) -> int:
    """What that return has given for its pieces of a line; nothing where it was settled by money alone."""
    articles = ReturnPayment.filter(request_id=return_id, kind__in=["exchange", "replacement"])
    item = await ReturnItem.get_or_none(request_id=return_id, line_id=line_id)
    return (item.given or 0) if item and await articles.exists() else 0


def _pieces(item: ReturnItem, row: Return) -> int:
    """What was not accepted is the customer's again once it is settled."""
    settled = Status(row.status) in SETTLED | {Status.CLOSED} or row.late_at is not None
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

    async def on_top(world: World, which: int, *_: int) -> None:
        await record_difference(which, "bank transfer", **world.staff)

    natural: dict[Step, Deed] = {
        Step.CUSTOMER_PAYS: on_top,
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
