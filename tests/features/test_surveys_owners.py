"""An order changes hands: its former customer is asked about it no more, the new one as if it had been theirs."""

from datetime import timedelta

import pytest

from bot.config import Settings
from bot.customers.models import Chat, Link
from bot.outbox.models import Push
from bot.shipping.owners import hand_over_silently
from bot.shop.models import Customer, Order
from bot.surveys.answers import record_score
from bot.surveys.invitations import send_due
from bot.surveys.launches import launch
from bot.surveys.models import Answer, SurveyPlan
from bot.surveys.ratings import find_rating, rate_order
from bot.surveys.rounds import go_round
from tests.support.builders import a_customer
from tests.support.postman import NOON, Postman, drained
from tests.support.surveys import ANNA, Asked, agree, arrives, content, plans, somebody, the_plan

DAY = timedelta(days=1)
THEN, BEN = NOON + 2 * DAY, 802


async def delivered_to_anna(settings: Settings) -> Asked:
    await launch(content("nps", active=False), name="nps.toml", now=NOON)
    anna = await somebody()
    await arrives(anna, settings=settings)
    return anna


async def goes_to_ben(anna: Asked, *, agrees: bool = True) -> Customer:
    """The order is another customer's from now on, who has a chat of his own."""
    ben = await a_customer()
    await Chat.create(id=BEN, locale="de", first_name="Ben", created_at=NOON)
    await Link.create(chat_id=BEN, customer_id=ben.id, proof="order", linked_at=NOON)
    if agrees:
        await agree(BEN)
    await Order.filter(id=anna.order.id).update(customer_id=ben.id)
    await hand_over_silently(anna.order.id, before=anna.customer.id, now=THEN)
    return ben


async def test_what_was_planned_is_asked_of_the_new_customer(database: Settings) -> None:
    anna = await delivered_to_anna(database)
    ben = await goes_to_ben(anna)

    await send_due(THEN, database)

    assert [push.chat_id for push in await Push.filter(purpose="survey")] == [BEN]
    plan = await the_plan()
    assert (plan.status, plan.customer_id, plan.chat_id) == ("invited", ben.id, BEN)


async def test_who_has_not_agreed_is_not_asked_and_rates_from_the_card(database: Settings) -> None:
    anna = await delivered_to_anna(database)
    ben = await goes_to_ben(anna, agrees=False)
    await send_due(THEN, database)
    assert await Push.filter(purpose="survey").count() == 0

    rating = await find_rating(anna.order.id, customer_ids=[ben.id], now=THEN, settings=database)
    assert rating
    _, scored = await rate_order(anna.order.id, 4, customer_ids=[ben.id], chat_id=BEN, now=THEN, settings=database)

    assert scored.is_first
    assert (await Answer.get()).customer_id == ben.id


@pytest.mark.parametrize("has_left", [False, True])
async def test_an_invitation_of_the_former_customer_ends_and_the_new_one_can_rate(
    database: Settings, has_left: bool
) -> None:
    anna = await delivered_to_anna(database)
    await send_due(THEN, database)
    invited = await the_plan()
    if has_left:
        await drained(database, Postman(), THEN, ticks=2)
    ben = await goes_to_ben(anna)

    [push] = await Push.filter(purpose="survey")
    assert push.status == ("sent" if has_left else "skipped")
    plan = await SurveyPlan.get(id=invited.id)
    assert (plan.status, plan.customer_id) == ("expired" if has_left else "withheld", anna.customer.id)
    for after in range(20):
        await go_round(THEN + after * DAY / 4, database)
    assert await Push.filter(chat_id=ANNA, purpose="survey").count() == 1, "nobody is reminded"
    if has_left:
        late = await record_score(invited.id, 5, chat_id=ANNA, now=THEN + DAY, settings=database)
        assert not late.counted
    _, scored = await rate_order(
        anna.order.id, 4, customer_ids=[ben.id], chat_id=BEN, now=THEN + DAY, settings=database
    )
    assert scored.is_first


async def test_an_answer_stays_with_who_gave_it(database: Settings) -> None:
    anna = await delivered_to_anna(database)
    await send_due(THEN, database)
    await record_score((await the_plan()).id, 5, chat_id=ANNA, now=THEN, settings=database)
    ben = await goes_to_ben(anna)

    rating = await find_rating(anna.order.id, customer_ids=[ben.id], now=THEN, settings=database)
    assert rating
    assert not rating.is_given, "Ben has given none"
    await rate_order(anna.order.id, 2, customer_ids=[ben.id], chat_id=BEN, now=THEN, settings=database)

    assert {(answer.customer_id, answer.score) for answer in await Answer.all()} == {
        (anna.customer.id, 5),
        (ben.id, 2),
    }
    assert len(await plans()) == 2
