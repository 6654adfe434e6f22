"""Whatever happens in whatever order: nobody invites themselves, nothing counts twice, and nothing before its time."""

from collections import Counter
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.config import Settings
from bot.customers.models import Link
from bot.loyalty.checking import check_accounts, describe_checks
from bot.loyalty.ledger import balance_of
from bot.loyalty.models import LoyaltyEntry
from bot.loyalty.referral_models import Referral
from bot.loyalty.referrals import approve, decline
from bot.returns.clawback import claw_back_refunded
from bot.returns.models import Return
from bot.returns.referring import mind_referrals
from bot.shop.models import Customer, Line, Order, Shipment
from tests.support.builders import Item, a_customer, a_return
from tests.support.postman import NOON
from tests.support.referrals import an_inviter, arrives, bought, came, linked, switched_on

SLOW = settings(
    max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
DAY = timedelta(days=1)
# From the delivery on it can be sent back for 30 days, by the shop's own terms; the law's 14 end before.
WINDOW = timedelta(days=30)
CHATS = (500, 501, 601, 602)
WHO = st.integers(0, 3)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("come"), WHO, st.integers(0, 1)),
        st.tuples(st.just("link"), WHO, WHO),
        st.tuples(st.just("buy"), WHO, st.booleans()),
        st.tuples(st.just("deliver"), st.integers(0, 5), st.none()),
        st.tuples(st.just("return"), st.integers(0, 5), st.sampled_from(["label_sent", "cancelled"])),
        st.tuples(st.just("refund"), st.integers(0, 5), st.none()),
        st.tuples(st.just("decide"), st.integers(0, 2), st.booleans()),
        st.tuples(st.just("wait"), st.sampled_from([1, 13, 31]), st.none()),
    ),
    max_size=16,
)
KNOWN: list[tuple[str, Any, Any]] = [("buy", 3, True)]
# Somebody comes by a link, orders, links the order and gets it: two of them, around whatever else happens.
BEGUN: list[tuple[str, Any, Any]] = [("come", 2, 0), ("buy", 2, True), ("link", 2, 2), ("deliver", -1, None)]
MORE: list[tuple[str, Any, Any]] = [("come", 3, 0), ("buy", 3, True), ("link", 3, 3), ("deliver", -1, None)]


class World:
    """Two who invite, in chats of their own, and two others; all of them may do everything."""

    def __init__(self, database: Settings) -> None:
        self.settings, self.now = database, NOON
        self.customers: list[Customer] = []
        self.codes: list[str] = []
        self.orders: list[Order] = []

    async def open(self) -> None:
        await Referral.all().delete()
        await Link.all().delete()
        for chat in CHATS[:2]:
            customer, code = await an_inviter(chat)
            self.customers.append(customer)
            self.codes.append(code)
        self.customers += [await a_customer(), await a_customer()]

    async def does(self, verb: str, what: Any, how: Any) -> None:
        match verb:
            case "come":
                await came(CHATS[what], self.codes[how], at=self.now)
            case "link":
                if not await Link.filter(chat_id=CHATS[what], customer_id=self.customers[how].id).exists():
                    await linked(CHATS[what], self.customers[how], at=self.now)
            case "buy":
                price = {"total": "40.00"} if how else {"total": "20.00", "lines": [Item(unit_price="20.00")]}
                self.orders.append(await bought(self.customers[what], at=self.now, **price))
            case "wait":
                self.now += what * DAY
            case "decide":
                await self._decide(what, how)
            case _ if -len(self.orders) <= what < len(self.orders):
                await self._happens(verb, self.orders[what], how)

    async def ticks(self) -> None:
        """A moment later, since no two things happen at the same one."""
        self.now += timedelta(minutes=5)
        await mind_referrals(self.settings, now=self.now)

    async def _decide(self, which: int, counts: bool) -> None:
        for row in (await Referral.filter(status="review").order_by("id"))[which : which + 1]:
            if counts:
                await approve(row.id, staff_id=7, now=self.now)
            else:
                await decline(row.id, "made_up", staff_id=7, now=self.now)

    async def _happens(self, verb: str, order: Order, how: Any) -> None:
        if verb == "deliver" and not await Shipment.filter(order_id=order.id, status="delivered").exists():
            await arrives(order, self.settings, at=self.now)
        if verb == "return" and not await Return.filter(order_id=order.id).exists():
            await a_return(order)
        elif verb == "return":
            await Return.filter(order_id=order.id).update(status=how)
        if verb == "refund":
            await Line.filter(order_id=order.id, sku="TASSE").update(refunded=1)
            await claw_back_refunded(order.id, now=self.now)

    async def holds(self) -> None:
        """What must be true at every moment."""
        rows = await Referral.all().select_related("invitation", "order")
        live = [row for row in rows if row.status in {"review", "pending", "counted"}]
        assert max(Counter(row.customer_id for row in live).values(), default=0) <= 1
        for row in live:
            assert row.customer_id not in {row.invitation.customer_id, None}
            assert row.order
            assert row.order.delivered_at
            assert row.available_at
            assert row.available_at >= row.order.delivered_at + WINDOW
            assert row.order.placed_at > row.came_at
            assert not await Order.filter(customer_id=row.customer_id, placed_at__lte=row.came_at).exists()
            assert row.status != "counted" or self.now >= row.available_at
        await self._points_hold(rows)

    async def _points_hold(self, rows: list[Referral]) -> None:
        for customer in self.customers:
            spendable = (await balance_of([customer.id], now=self.now)).available
            booked = [row for row in rows if row.status in {"pending", "counted"}]
            mine = [row for row in booked if row.available_at and row.available_at <= self.now]
            due = sum(row.inviter_points for row in mine if row.invitation.customer_id == customer.id)
            due += sum(row.invited_points for row in mine if row.customer_id == customer.id)
            assert 0 <= spendable <= due
        entries = await LoyaltyEntry.filter(kind="referral").values_list("source", flat=True)
        assert len(set(entries)) == len(entries)


@given(STEPS, STEPS, st.booleans(), st.booleans())
@SLOW
async def test_no_order_of_events_lets_anybody_count_twice_or_early_or_for_themselves(
    database: Settings,
    before: list[tuple[str, Any, Any]],
    after: list[tuple[str, Any, Any]],
    begins: bool,
    is_known: bool,
) -> None:
    await switched_on(per_day=1)
    world = World(database)
    await world.open()

    for step in [*(BEGUN if begins else ()), *(KNOWN if is_known else before), *MORE, *after]:
        await world.does(*step)
        await world.ticks()
        await world.holds()
    await check_accounts(database, now=world.now + DAY)
    assert (await describe_checks(most=5)).faults == ()
