"""Plans are made with the fact, once, only for news, and tell at once what is in the way."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.holds import open_hold
from bot.customers.models import Link
from bot.outbox.models import Push
from bot.shipping.events import ParcelHistory, record_event, record_history
from bot.shipping.progress import ParcelEvent
from bot.shop.models import Order, Shipment
from bot.surveys.invitations import send_due
from bot.surveys.launches import launch
from bot.surveys.models import SurveyDefinition, SurveyPlan
from bot.surveys.planning import plan_for_ended_talks
from bot.tickets.cases import close_case, open_human_case
from bot.tickets.models import Ban, Case
from bot.tickets.reopening import reopen_case
from tests.support.builders import a_customer, an_order, parcel, scan
from tests.support.postman import NOON, a_chat, push
from tests.support.surveys import ANNA, agree, arrives, content, plans, somebody, the_plan

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def test_a_delivery_plans_what_is_asked_after_it_in_its_delay(database: Settings) -> None:
    anna = await somebody()

    await arrives(anna, settings=database)

    csat, nps = await the_plan(), await the_plan("nps")
    assert (csat.once, csat.customer_id, csat.order_id, csat.shipment_id, csat.metric, csat.chat_id) == (
        *(f"delivery_csat:order:{anna.order.id}", anna.customer.id, anna.order.id),
        *(anna.shipment.id, "csat", None),
    )
    assert (csat.status, csat.why, csat.source) == ("planned", None, "trigger")
    assert NOON + 24 * HOUR <= csat.due_at < NOON + 48 * HOUR
    assert NOON + 7 * DAY <= nps.due_at < NOON + 8 * DAY
    assert csat.expires_at == NOON + 7 * DAY


async def test_the_same_delivery_plans_once(database: Settings) -> None:
    anna = await somebody()

    for minute in range(3):
        await arrives(anna, at=NOON + timedelta(minutes=minute), settings=database)
    await record_event(anna.shipment.id, scan("in_transit", at=NOON + HOUR), now=NOON + HOUR, settings=database)

    assert len(await SurveyPlan.all()) == 2


async def test_an_order_in_parcels_is_asked_about_when_the_last_one_is_there(database: Settings) -> None:
    customer = await a_customer()
    order = await an_order("1001", customer=customer, parcels=[parcel("in_transit"), parcel("in_transit")])
    first, second = await Shipment.filter(order_id=order.id).order_by("position")

    await record_event(first.id, scan("delivered", at=NOON), now=NOON, settings=database)
    assert await plans() == []

    later = NOON + 3 * DAY
    await record_event(second.id, scan("delivered", at=later), now=later, settings=database)
    assert later + DAY <= (await the_plan()).due_at < later + 2 * DAY


async def test_old_stories_and_imports_plan_nothing(database: Settings) -> None:
    anna = await somebody()
    await record_event(anna.shipment.id, scan("delivered", at=NOON - DAY), now=NOON, settings=database)
    ben = await somebody(702, number="1002")
    await record_history([ParcelHistory(ben.shipment.id, [ParcelEvent(NOON, "delivered", "x")], is_new=False)])

    assert await SurveyPlan.all().count() == 0


@pytest.mark.parametrize("columns", [{"is_test": True}, {"is_hidden": True}])
async def test_test_orders_and_hidden_ones_are_not_asked_about(database: Settings, columns: dict[str, Any]) -> None:
    await arrives(await somebody(**columns), settings=database)

    assert await SurveyPlan.all().count() == 0


async def test_an_order_without_customer_plans_nothing(database: Settings) -> None:
    order = await an_order("1001", customer_id=None, parcels=[parcel("in_transit")])
    shipment = await Shipment.get(order_id=order.id)

    await record_event(shipment.id, scan("delivered", at=NOON), now=NOON, settings=database)

    assert await SurveyPlan.all().count() == 0


async def test_what_is_in_the_way_is_told_at_once(database: Settings) -> None:
    anna = await somebody(agrees=False)
    await arrives(anna, settings=database)
    assert ((await the_plan()).status, (await the_plan()).why) == ("planned", "no_consent")

    ben = await somebody(702, number="1002")
    await open_hold(ben.customer.id, reason="return", subject="return:1", now=NOON)
    await arrives(ben, settings=database)
    assert (await plans())[1].why == "hold_return"

    kim = await somebody(703, number="1003")
    await Link.filter(chat_id=703).delete()
    await arrives(kim, settings=database)
    assert (await plans())[2].why == "no_chat"


async def test_who_is_not_in_the_sample_is_not_asked_and_it_is_told(database: Settings) -> None:
    await launch(content(sample_percent=0), name="own.toml", now=NOON)

    await arrives(await somebody(), settings=database)

    assert ((await the_plan()).status, (await the_plan()).why) == ("withheld", "not_sampled")


async def test_a_survey_that_is_switched_off_plans_nothing(database: Settings) -> None:
    await launch(content(active=False), name="own.toml", now=NOON)

    await arrives(await somebody(), settings=database)

    assert (await plans(), len(await plans("nps"))) == ([], 1)


async def test_deliveries_are_spread_over_the_day(database: Settings) -> None:
    for number in range(40):
        await arrives(await somebody(800 + number, number=str(2000 + number)), settings=database)

    hours = {(plan.due_at - NOON) // HOUR for plan in await plans()}
    assert len(hours) >= 12


async def a_talk(settings: Settings, *, answered: bool = True, closed: bool = True) -> Case:
    await a_chat(ANNA, locale="de")
    customer = await a_customer()
    await Link.create(chat_id=ANNA, customer_id=customer.id, proof="order", linked_at=NOON)
    await agree(ANNA)
    case_id = await open_human_case(ANNA, order_id=None, locale="de", settings=settings, now=NOON)
    if answered:
        await Case.filter(id=case_id).update(first_answer_at=NOON)
    if closed:
        await close_case(case_id, because="customer", settings=settings, now=NOON + HOUR)
    return await Case.get(id=case_id)


async def test_a_conversation_that_has_ended_is_asked_about_once(database: Settings) -> None:
    case = await a_talk(database)

    made = [await plan_for_ended_talks(NOON + 2 * HOUR, database) for _ in range(2)]

    plan = await the_plan("support_csat")
    assert made == [1, 0]
    assert (plan.case_id, plan.chat_id, plan.customer_id) == (case.id, ANNA, case.customer_id)
    assert NOON + HOUR + timedelta(minutes=15) <= plan.due_at < NOON + 4 * HOUR


async def test_a_conversation_is_asked_about_with_the_order_that_was_named_and_with_no_guessed_one(
    database: Settings,
) -> None:
    """The staff see the newest order of somebody who named none; the customer does not read it as what it was about."""
    anna = await somebody(number="1001")
    newest = await an_order("1002", customer=anna.customer)
    for named in (None, anna.order.id):
        case_id = await open_human_case(ANNA, order_id=named, locale="de", settings=database, now=NOON)
        await Case.filter(id=case_id).update(first_answer_at=NOON)
        await close_case(case_id, because="customer", settings=database, now=NOON + HOUR)
    await plan_for_ended_talks(NOON + 2 * HOUR, database)

    assert [case.order_id for case in await Case.all().order_by("id")] == [newest.id, anna.order.id]
    assert [plan.order_id for plan in await plans("support_csat")] == [None, anna.order.id]


@pytest.mark.parametrize(("answered", "closed"), [(False, True), (True, False)])
async def test_what_was_never_answered_or_goes_on_is_not_asked_about(
    database: Settings, answered: bool, closed: bool
) -> None:
    await a_talk(database, answered=answered, closed=closed)

    assert await plan_for_ended_talks(NOON + 2 * HOUR, database) == 0


async def test_who_reaches_no_human_any_more_is_not_asked_how_it_was(database: Settings) -> None:
    await a_talk(database)
    await Ban.create(id=ANNA, banned_at=NOON)

    assert await plan_for_ended_talks(NOON + 2 * HOUR, database) == 0


async def test_a_conversation_of_long_ago_is_not_asked_about(database: Settings) -> None:
    await a_talk(database)

    assert await plan_for_ended_talks(NOON + 26 * HOUR, database) == 0


async def test_trouble_that_was_looked_after_is_no_conversation_to_be_asked_about(database: Settings) -> None:
    case = await a_talk(database)
    await Case.filter(id=case.id).update(cause="detractor")

    assert await plan_for_ended_talks(NOON + 2 * HOUR, database) == 0


async def test_who_linked_a_purchase_while_they_talked_is_asked_and_who_has_none_is_not(database: Settings) -> None:
    case = await a_talk(database)
    await Case.filter(id=case.id).update(customer_id=None)
    await Link.all().delete()
    assert await plan_for_ended_talks(NOON + 2 * HOUR, database) == 0

    customer = await a_customer()
    await Link.create(chat_id=ANNA, customer_id=customer.id, proof="order", linked_at=NOON)
    assert await plan_for_ended_talks(NOON + 2 * HOUR, database) == 1
    assert (await the_plan("support_csat")).customer_id == customer.id


async def test_of_a_customer_with_two_chats_the_one_that_talked_is_asked(database: Settings) -> None:
    case = await a_talk(database)
    await a_chat(702, locale="fr")
    await Link.create(chat_id=702, customer_id=case.customer_id, proof="order", linked_at=NOON - DAY)
    await agree(702)
    await plan_for_ended_talks(NOON + 2 * HOUR, database)

    await send_due(NOON + 5 * HOUR, database)

    assert [push.chat_id for push in await Push.filter(purpose="survey")] == [ANNA]


async def test_two_conversations_within_a_week_are_one_question(database: Settings) -> None:
    await a_talk(database)
    await plan_for_ended_talks(NOON + 2 * HOUR, database)
    await send_due(NOON + 5 * HOUR, database)
    await talks_again(database, at=NOON + 3 * DAY)
    await plan_for_ended_talks(NOON + 3 * DAY + 2 * HOUR, database)
    await send_due(NOON + 3 * DAY + 5 * HOUR, database)

    first, second = await plans("support_csat")
    assert (first.status, second.status, second.why) == ("invited", "withheld", "asked_same")


async def talks_again(settings: Settings, *, at: datetime) -> None:
    case_id = await open_human_case(ANNA, order_id=None, locale="de", settings=settings, now=at)
    await Case.filter(id=case_id).update(first_answer_at=at)
    await close_case(case_id, because="customer", settings=settings, now=at + HOUR)


async def test_a_conversation_that_goes_on_is_asked_about_when_it_has_ended_again(database: Settings) -> None:
    case = await a_talk(database)
    await plan_for_ended_talks(NOON + 2 * HOUR, database)
    await reopen_case(case.id, staff_id=790, settings=database, now=NOON + 2 * HOUR)

    await send_due(NOON + 5 * HOUR, database)
    assert ((await the_plan("support_csat")).status, (await the_plan("support_csat")).why) == ("planned", "hold_human")

    await close_case(case.id, because="customer", settings=database, now=NOON + 6 * HOUR)
    await plan_for_ended_talks(NOON + 7 * HOUR, database)
    due_at = (await the_plan("support_csat")).due_at
    assert (await send_due(due_at, database)).later == 1  # at night
    assert (await send_due((await the_plan("support_csat")).due_at, database)).asked == 1


async def test_whether_it_is_solved_and_how_it_was_are_not_asked_within_half_a_day(database: Settings) -> None:
    await a_talk(database)
    await plan_for_ended_talks(NOON + 2 * HOUR, database)
    asked = await push(ANNA, purpose="loop", now=NOON + 3 * HOUR)
    await Push.filter(id=asked).update(status="sent", settled_at=NOON + 3 * HOUR)

    await send_due(NOON + 5 * HOUR, database)

    plan = await the_plan("support_csat")
    assert (plan.status, plan.why, plan.due_at) == ("planned", "after_problem", NOON + 15 * HOUR)


async def test_a_survey_nobody_understands_any_more_keeps_no_parcel_waiting(database: Settings) -> None:
    await launch(content(points=99), name="own.toml", now=NOON)
    await SurveyDefinition.all().update(document={"key": "broken"})

    anna = await somebody()
    await arrives(anna, settings=database)

    assert (await Order.get(id=anna.order.id)).state == "delivered"
    assert (await the_plan()).version == 0
