"""Return labels: reminded of on day 7 and three days before the end, then expired, and the items are free again."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.config import Settings
from bot.customers.models import Chat, Hold, Link
from bot.db import connection
from bot.errors import NotFoundError
from bot.outbox.models import Push
from bot.returns.closing import close_settled
from bot.returns.doors import doors_of
from bot.returns.labels import NewLabel, send_label
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnPayment, ReturnStep
from bot.returns.moving import MovedOnError, move, tell_sent
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import receive
from bot.returns.refund_clock import mind_clocks
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import record_platform_payment
from bot.returns.unsent import mind_unsent
from bot.shop.models import Line
from bot.shop.orders import get_order
from bot.tickets.models import CaseMessage
from tests.support.builders import an_order, parcel, scan

DELIVERED = datetime(2026, 11, 4, 10, tzinfo=UTC)
SENT = datetime(2026, 11, 6, 10, tzinfo=UTC)
ANNA = 7
BY_THEMSELVES = Policy(label_by_shop=False, address=("Lager", "10115 Berlin"))


async def a_labelled_return(settings: Settings, way: Way, label: NewLabel | None = None) -> Return:
    order = await an_order("1001", parcels=[parcel(scan("delivered", at=DELIVERED))], ship_country="DE")
    owner = order.customer_id or 0
    await Chat.create(id=ANNA, locale="de", first_name="Anna", created_at=DELIVERED)
    await Link.create(chat_id=ANNA, customer_id=owner, proof="order", linked_at=DELIVERED)
    wish = Wish(order_id=order.id, pieces=(Piece((await Line.get()).id, 1, "unwanted"),), way=way)
    made = await ask(wish, customer_ids=[owner], chat_id=ANNA, locale="de", policy=DEFAULT, settings=settings, now=SENT)
    label = label or NewLabel(url="https://carrier.example/label/1", code="DHL-123", tracking_number="0034 0434")
    await send_label(made.id, label, by=Actor.STAFF, policy=DEFAULT, settings=settings, now=SENT)
    return await Return.get(id=made.id)


async def reminders() -> list[str]:
    told = [str(push.once).split(":")[2] for push in await Push.filter(once__startswith="return:").order_by("id")]
    return [each.removeprefix("remind-") for each in told if each.startswith(("remind-", "overdue-", "waiting-"))]


async def minded_daily(settings: Settings, days: int) -> None:
    """The tick of every day at noon, twice, since two processes may run it."""
    for day in range(1, days + 1):
        for _ in range(2):
            await mind_unsent(settings, now=SENT + timedelta(days=day, hours=2))


async def test_the_label_comes_as_a_code_with_what_to_do_and_until_when(database: Settings) -> None:
    made = await a_labelled_return(database, Way.GOODWILL)

    assert (made.status, made.label_key, made.label_expires_on) == ("label_sent", "00340434", date(2026, 12, 4))
    push = await Push.get(once=f"return:{made.id}:label_sent:chat:{ANNA}")
    assert (push.method, push.params["photo"]) == ("sendPhoto", {"qr": "DHL-123"})
    assert "Abschicken bis" in push.params["caption"]
    assert "4. Dezember" in push.params["caption"]
    assert "https://carrier.example/label/1" in str(push.params["reply_markup"])


async def test_an_unused_label_is_reminded_of_twice_and_then_expires_and_frees_the_items(database: Settings) -> None:
    made = await a_labelled_return(database, Way.GOODWILL)
    await minded_daily(database, 40)

    assert await reminders() == ["2026-11-13", "2026-12-01"]
    over = await Return.get(id=made.id)
    assert (over.status, over.remind_at) == ("expired", None)
    assert await Push.filter(once=f"return:{made.id}:expired:chat:{ANNA}").count() == 1
    assert (await Hold.get(reason="return")).released_at is not None
    order = await get_order(made.order_id, customer_ids=[made.customer_id], today=SENT.date())
    doors = await doors_of(order, settings=database, now=SENT + timedelta(days=1))
    assert (doors.send_back, doors.returns) == (True, ())


async def test_a_withdrawal_is_reminded_of_and_never_expires_but_once_its_days_are_over_the_staff_know(
    database: Settings,
) -> None:
    made = await a_labelled_return(database, Way.WITHDRAWAL)
    await minded_daily(database, 40)

    assert await reminders() == ["2026-11-13", "2026-11-17", "overdue-2026-11-21"]
    assert (await Return.get(id=made.id)).status == "label_sent"
    assert await CaseMessage.filter(text__contains=made.number, text__startswith="📮").count() == 1


async def test_what_is_on_its_way_is_not_reminded_of(database: Settings) -> None:
    made = await a_labelled_return(database, Way.GOODWILL)
    await move(made.id, Status.IN_TRANSIT, by=Actor.CARRIER, settings=database, now=SENT)
    await minded_daily(database, 40)

    assert await reminders() == []
    assert (await Return.get(id=made.id)).status == "in_transit"


async def test_a_label_for_what_was_cancelled_changes_nothing(database: Settings) -> None:
    made = await a_labelled_return(database, Way.GOODWILL)
    await move(made.id, Status.CANCELLED, by=Actor.CUSTOMER, settings=database, now=SENT)
    with pytest.raises(MovedOnError):
        await send_label(made.id, NewLabel(code="X"), by=Actor.STAFF, policy=DEFAULT, settings=database, now=SENT)

    assert (await Return.get(id=made.id)).label["code"] == "DHL-123"


@pytest.mark.sqlite
async def test_the_tick_reads_an_index(database: Settings) -> None:
    asked = "SELECT * FROM return_request WHERE remind_at <= ? ORDER BY remind_at LIMIT 100"
    plan = await connection().execute_query_dict(f"EXPLAIN QUERY PLAN {asked}", ["2026-11-13"])
    assert all("USING INDEX" in row["detail"] and "remind_at" in row["detail"] for row in plan), plan


async def test_what_was_paid_already_does_not_expire_and_the_staff_hear_of_it(database: Settings) -> None:
    made = await a_labelled_return(database, Way.GOODWILL)
    await ReturnPayment.create(request_id=made.id, kind="refund", amount=5, currency="EUR", once="staff:1:0", at=SENT)
    await minded_daily(database, 40)

    assert (await Return.get(id=made.id)).status == "label_sent"
    assert await CaseMessage.filter(text__contains=made.number, text__startswith="⚠️").count() == 1


async def test_the_same_label_twice_is_once_and_another_one_is_refused(database: Settings) -> None:
    made = await a_labelled_return(database, Way.GOODWILL, NewLabel(code="X"))
    await send_label(made.id, NewLabel(code="X"), by=Actor.STAFF, policy=DEFAULT, settings=database, now=SENT)
    with pytest.raises(MovedOnError):
        await send_label(made.id, NewLabel(code="Y"), by=Actor.STAFF, policy=DEFAULT, settings=database, now=SENT)
    assert (await Return.get(id=made.id)).label["code"] == "X"


async def test_what_is_settled_is_closed_three_days_later_and_called_off_only_once(database: Settings) -> None:
    made = await a_labelled_return(database, Way.GOODWILL)
    await move(made.id, Status.REFUNDED, by=Actor.PLATFORM, settings=database, now=SENT)
    early, due = SENT + timedelta(days=2, hours=23), SENT + timedelta(days=3)

    assert await close_settled(database, now=early) == 0
    assert [await close_settled(database, now=due) for _ in range(2)] == [1, 0]
    row = await Return.get(id=made.id)
    assert (row.status, row.closed_at) == ("closed", due)
    assert (await Hold.get(reason="return")).released_at == due


@pytest.mark.sqlite
async def test_closing_reads_indexes(database: Settings) -> None:
    asked = "SELECT r.id FROM return_request r WHERE r.status IN ('refunded', 'credited') AND NOT EXISTS ("
    asked += "SELECT 1 FROM return_step s WHERE s.request_id = r.id AND s.at > ?)"
    plan = await connection().execute_query_dict(f"EXPLAIN QUERY PLAN {asked}", ["2026-11-13"])
    assert not [row["detail"] for row in plan if row["detail"].startswith("SCAN")], plan


async def without_a_label(settings: Settings, way: Way, policy: Policy = BY_THEMSELVES) -> Return:
    """Where the shop sends none, or has not yet."""
    order = await an_order("1001", parcels=[parcel(scan("delivered", at=DELIVERED))], ship_country="DE")
    owner = order.customer_id or 0
    await Chat.create(id=ANNA, locale="de", first_name="Anna", created_at=DELIVERED)
    await Link.create(chat_id=ANNA, customer_id=owner, proof="order", linked_at=DELIVERED)
    wish = Wish(order_id=order.id, pieces=(Piece((await Line.get()).id, 1, "unwanted"),), way=way)
    made = await ask(wish, customer_ids=[owner], chat_id=ANNA, locale="de", policy=policy, settings=settings, now=SENT)
    return await Return.get(id=made.id)


async def test_who_sends_without_a_label_is_reminded_and_what_never_comes_ends_and_frees_its_items(
    database: Settings,
) -> None:
    made = await without_a_label(database, Way.GOODWILL)
    assert (made.status, made.send_by) == ("approved", date(2026, 12, 4))
    await minded_daily(database, 37)
    assert (await Return.get(id=made.id)).status == "approved", "it may still be on its way"
    await minded_daily(database, 40)

    assert await reminders() == ["2026-11-13", "2026-12-01"]
    assert (await Return.get(id=made.id)).status == "expired"
    told = await Push.get(once=f"return:{made.id}:expired:chat:{ANNA}")
    assert "Rücksendeschein" not in told.params["text"]
    order = await get_order(made.order_id, customer_ids=[made.customer_id], today=SENT.date())
    assert (await doors_of(order, settings=database, now=SENT + timedelta(days=1))).send_back


async def test_a_withdrawal_that_somebody_sends_without_a_label_never_ends_by_itself(database: Settings) -> None:
    made = await without_a_label(database, Way.WITHDRAWAL)
    assert made.send_by == date(2026, 11, 20)
    await minded_daily(database, 60)

    assert await reminders() == ["2026-11-13", "2026-11-17", "overdue-2026-11-21"]
    assert (await Return.get(id=made.id)).status == "approved"
    assert await CaseMessage.filter(text__contains=made.number, text__startswith="📮").count() == 1


@pytest.mark.parametrize("way", [Way.GOODWILL, Way.WITHDRAWAL])
async def test_while_the_shop_owes_its_label_the_shop_is_reminded_and_the_days_of_the_customer_wait(
    database: Settings, way: Way
) -> None:
    made = await without_a_label(database.model_copy(update={"staff_chat_id": -100}), way, DEFAULT)
    assert made.send_by is None
    await minded_daily(database.model_copy(update={"staff_chat_id": -100}), 21)

    assert await reminders() == ["waiting-2026-11-13"]
    assert await Push.filter(chat_id=-100, once__contains="call-label-missing").count() == 3
    late = SENT + timedelta(days=20)
    await send_label(made.id, NewLabel(code="X"), by=Actor.STAFF, policy=DEFAULT, settings=database, now=late)
    sent = await Return.get(id=made.id)
    assert sent.send_by == (date(2026, 12, 24) if way is Way.GOODWILL else date(2026, 12, 10))


async def test_who_says_that_it_is_handed_in_is_left_alone_and_the_staff_look_for_what_does_not_come(
    database: Settings,
) -> None:
    made = await without_a_label(database, Way.WITHDRAWAL)
    owner = [made.customer_id]
    with pytest.raises(NotFoundError):
        await tell_sent(made.id, customer_ids=[made.customer_id + 1], settings=database, now=SENT)
    await tell_sent(made.id, customer_ids=owner, settings=database, now=SENT + timedelta(days=2))
    await minded_daily(database, 25)

    assert await reminders() == []
    assert (await Return.get(id=made.id)).status == "in_transit"
    assert await CaseMessage.filter(text__contains=made.number, text__startswith="🔎").count() == 1
    await minded_daily(database, 40)
    row = await Return.get(id=made.id)
    assert (row.status, row.send_by) == ("approved", date(2026, 12, 21)), "a word alone does not hold for ever"
    assert await ReturnStep.filter(request_id=made.id, act="unsent", actor="clock").count() == 1


async def test_what_waits_for_the_shops_label_cannot_have_been_handed_in(database: Settings) -> None:
    made = await without_a_label(database, Way.WITHDRAWAL, DEFAULT)
    with pytest.raises(MovedOnError):
        await tell_sent(made.id, customer_ids=[made.customer_id], settings=database, now=SENT)


async def test_what_comes_in_after_the_laws_last_day_rings_at_once_and_says_that_it_is_over(database: Settings) -> None:
    made = await a_labelled_return(database, Way.WITHDRAWAL)
    settings = database.model_copy(update={"staff_chat_id": -100})
    late = SENT + timedelta(days=16)
    await receive(made.id, settings=settings, now=late, staff_id=790)

    assert [await mind_clocks(settings, now=late) for _ in range(2)] == [1, 1]
    assert await Push.filter(chat_id=-100, once__contains="call-clock-over").count() == 1


async def test_four_days_before_the_laws_last_day_the_staff_hear_of_money_that_is_due_once(database: Settings) -> None:
    made = await a_labelled_return(database, Way.WITHDRAWAL)
    settings = database.model_copy(update={"staff_chat_id": -100})
    red = SENT + timedelta(days=10)
    assert await mind_clocks(settings, now=red) == 0  # the shop may wait for the goods

    await receive(made.id, settings=settings, now=SENT + timedelta(days=9), staff_id=790)
    early = datetime(2026, 11, 15, 22, 59, tzinfo=UTC)  # a minute before that day begins in Berlin
    assert [await mind_clocks(settings, now=at) for at in (early, red, red + timedelta(days=1))] == [0, 1, 1]
    [told] = await CaseMessage.filter(text__startswith="⏰")
    assert "20 November" in told.text
    assert await Push.filter(chat_id=-100, once__contains="call-clock-red").count() == 1

    await record_platform_payment(made.id, made.goods, once="shopify:refund:1", settings=settings, now=red)
    assert await mind_clocks(settings, now=red) == 0
