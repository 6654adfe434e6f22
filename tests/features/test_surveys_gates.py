"""Each gate holds, in its order, with its own reason; what passes is asked once, whoever else asks at the same time."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.holds import open_hold, release_hold
from bot.customers.models import Chat, Link
from bot.outbox.consent import revoke
from bot.outbox.errors import Unreachable
from bot.outbox.models import Push
from bot.shop.models import Order, Refund
from bot.shop.platform_models import PlatformReturn
from bot.surveys.followups import follow_up
from bot.surveys.invitations import send_due
from bot.surveys.launches import launch
from bot.surveys.models import SurveyContact, SurveyPlan
from tests.support.builders import a_customer
from tests.support.postman import NOON, Postman, a_chat, drained, push
from tests.support.surveys import ANNA, Asked, agree, arrives, content, plans, somebody, the_plan

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# A Friday noon in Berlin, when everything about deliveries of Wednesday noon is due.
THEN = NOON + 2 * DAY


@pytest.fixture
async def shop(database: Settings) -> Settings:
    """A shop that asks about deliveries only, so that a test sees one plan."""
    await launch(content("nps", active=False), name="nps.toml", now=NOON)
    return database


async def delivered(settings: Settings, chat_id: int = 701, **more: object) -> Asked:
    asked = await somebody(chat_id, number=str(chat_id), **more)  # type: ignore[arg-type]  # as somebody takes them
    await arrives(asked, settings=settings)
    return asked


async def test_who_passes_every_gate_is_asked_once(shop: Settings) -> None:
    anna = await delivered(shop)

    rounds = [await send_due(THEN, shop) for _ in range(2)]

    plan, invitation = await the_plan(), await Push.get(purpose="survey")
    assert [each.asked for each in rounds] == [1, 0]
    assert (plan.status, plan.chat_id, plan.invited_at, plan.push_id) == ("invited", 701, THEN, invitation.id)
    assert plan.expires_at == THEN + 14 * DAY
    assert plan.remind_at is not None
    assert THEN + 48 * HOUR <= plan.remind_at < THEN + 72 * HOUR
    assert "Wie zufrieden sind Sie mit der Lieferung Ihrer Bestellung 701?" in invitation.params["text"]
    assert (invitation.once, invitation.customer_id, invitation.order_id) == (
        *(f"survey:plan:{plan.id}", anna.customer.id, anna.order.id),
    )
    assert {contact.person for contact in await SurveyContact.filter(last_invited_at=THEN)} == {
        *("chat:701", f"customer:{anna.customer.id}"),
    }


async def test_nobody_is_asked_before_their_time(shop: Settings) -> None:
    await delivered(shop)

    assert (await send_due(NOON + 23 * HOUR, shop)).judged == 0


@pytest.mark.parametrize("account", [None, "c-1"])
async def test_a_person_with_two_chats_at_two_postcodes_is_asked_once(shop: Settings, account: str | None) -> None:
    """They are two customers, each linked to a chat of its own by number and postcode; one mailbox, or one account."""
    told: dict[str, Any] = {"external_id": account, "email": "erika@example.org", "source": "web"}
    chats = {ANNA: "53113", 702: "10115"}
    for number, (chat_id, postal_key) in enumerate(chats.items(), 1001):
        customer = await a_customer(**told, postal_key=postal_key)
        await a_chat(chat_id, locale="de")
        await Link.create(chat_id=chat_id, customer_id=customer.id, proof="order", linked_at=NOON)
        await agree(chat_id)
        await arrives(await somebody(number=str(number), customer=customer), settings=shop)

    for hours in range(0, 96, 4):
        await send_due(NOON + hours * HOUR, shop)

    assert await Push.filter(purpose="survey").count() == 1
    assert [plan.why for plan in await plans() if plan.status == "withheld"] == ["asked_same"]


async def no_order_any_more(asked: Asked) -> None:
    await Order.filter(id=asked.order.id).update(is_hidden=True)


async def cancelled(asked: Asked) -> None:
    await Order.filter(id=asked.order.id).update(status="cancelled")


async def refunded(asked: Asked) -> None:
    await Refund.create(order_id=asked.order.id, external_id="r", refunded_at=NOON)


async def unlinked(asked: Asked) -> None:
    await Link.all().delete()


async def blocked(asked: Asked) -> None:
    await Chat.all().update(unreachable_because="blocked")


async def switched_off(_: Asked) -> None:
    await launch(content(active=False), name="own.toml", now=NOON)


async def on_its_way_back(asked: Asked) -> None:
    await Order.filter(id=asked.order.id).update(state="returning")


async def not_in_the_sample(_: Asked) -> None:
    await launch(content(sample_percent=0), name="own.toml", now=NOON)


async def withdrawn(asked: Asked) -> None:
    await revoke(asked.chat_id, "survey", now=NOON)


async def asked_about_another_order(asked: Asked) -> None:
    more: dict[str, Any] = {
        "metric": "csat",
        "version": 0,
        "created_at": NOON,
        "due_at": NOON,
        "expires_at": NOON + 14 * DAY,
    }
    await SurveyPlan.create(
        once="x", survey="support_csat", customer_id=asked.customer.id, status="expired",
        invited_at=NOON - 20 * DAY, **more,
    )  # fmt: skip


async def asked_the_same(asked: Asked) -> None:
    await asked_about_another_order(asked)
    await SurveyPlan.filter(once="x").update(survey="delivery_csat", customer_id=asked.customer.id)


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        (no_order_any_more, "order_hidden"),
        (cancelled, "order_cancelled"),
        (refunded, "order_refunded"),
        (unlinked, "no_chat"),
        (blocked, "blocked"),
        (switched_off, "survey_off"),
        (on_its_way_back, "not_delivered"),
        (not_in_the_sample, "not_sampled"),
        (withdrawn, "no_consent"),
        (asked_about_another_order, "asked_other"),
        (asked_the_same, "asked_same"),
    ],
)
async def test_what_closes_a_gate_for_good_withholds_the_invitation(
    shop: Settings, happens: Callable[[Asked], Awaitable[None]], why: str
) -> None:
    anna = await delivered(shop)
    await happens(anna)

    assert (await send_due(THEN, shop)).asked == 0

    plan = await SurveyPlan.exclude(once="x").get()
    assert (plan.status, plan.why, plan.judged_at) == ("withheld", why, THEN)
    assert await Push.filter(purpose="survey").count() == 0


@pytest.mark.parametrize("reason", ["case", "return", "late", "lost", "damaged", "complaint", "human", "erasure"])
async def test_who_is_to_be_left_alone_is_asked_when_that_is_over(shop: Settings, reason: str) -> None:
    anna = await delivered(shop)
    await open_hold(anna.customer.id, reason=reason, subject="case:1", now=NOON - 8 * DAY)

    await send_due(THEN, shop)
    plan = await the_plan()
    assert (plan.status, plan.why) == ("planned", f"hold_{reason}")

    await release_hold(anna.customer.id, reason=reason, subject="case:1", now=THEN)
    assert (await send_due(plan.due_at, shop)).later == 1  # at night
    assert (await send_due((await the_plan()).due_at, shop)).asked == 1


async def test_a_hold_that_lasts_too_long_is_the_reason_for_not_asking(shop: Settings) -> None:
    anna = await delivered(shop)
    await open_hold(anna.customer.id, reason="case", subject="case:1", now=NOON)

    now = THEN
    while (await the_plan()).status == "planned":
        await send_due(now, shop)
        now = max((await the_plan()).due_at, now + HOUR)

    assert (await the_plan()).why == "hold_case"
    assert now < NOON + 7 * DAY + 13 * HOUR


async def test_a_return_that_the_platform_tells_of_is_waited_for(shop: Settings) -> None:
    anna = await delivered(shop)
    await PlatformReturn.create(order_id=anna.order.id, external_id="r", status="requested", revised_at=NOON)

    await send_due(THEN, shop)

    assert ((await the_plan()).status, (await the_plan()).why) == ("planned", "hold_return")


async def test_a_complaint_echoes_for_seven_days(shop: Settings) -> None:
    anna = await delivered(shop)
    await open_hold(anna.customer.id, reason="complaint", subject="case:1", now=NOON - 4 * DAY)
    await release_hold(anna.customer.id, reason="complaint", subject="case:1", now=NOON)

    await send_due(THEN, shop)

    plan = await the_plan()
    assert (plan.status, plan.why, plan.due_at) == ("planned", "recent_complaint", NOON + 3 * DAY)


async def test_the_contact_budget_over_all_messages_is_waited_for(shop: Settings) -> None:
    anna = await delivered(shop)
    offer = await push(anna.chat_id, purpose="offer", now=THEN - 2 * HOUR)
    await Push.filter(id=offer).update(status="sent", settled_at=THEN - 2 * HOUR)

    await send_due(THEN, shop)

    plan = await the_plan()
    assert (plan.status, plan.why, plan.due_at) == ("planned", "contact_day", THEN + 22 * HOUR)


async def test_after_a_problem_message_it_waits_twelve_hours(shop: Settings) -> None:
    anna = await delivered(shop)
    problem = await push(anna.chat_id, purpose="problem", now=THEN - 2 * HOUR)
    await Push.filter(id=problem).update(status="sent", settled_at=THEN - 2 * HOUR)

    await send_due(THEN, shop)

    assert ((await the_plan()).why, (await the_plan()).due_at) == ("after_problem", THEN + 10 * HOUR)


@pytest.mark.parametrize(
    ("country", "hours", "why"), [("DE", 10, "quiet_hours"), ("FR", 11, "quiet_hours"), ("FR", 2 * 24, "sunday")]
)
async def test_nobody_is_asked_at_night_or_where_sundays_are_for_rest(
    shop: Settings, country: str, hours: int, why: str
) -> None:
    await delivered(shop, ship_country=country)

    await send_due(THEN + hours * HOUR, shop)

    plan = await the_plan()
    assert (plan.status, plan.why) == ("planned", why)
    assert plan.due_at.hour == 7  # eight in the morning there
    assert (await send_due(plan.due_at, shop)).asked == 1


async def test_the_first_gate_that_is_closed_gives_the_reason(shop: Settings) -> None:
    anna = await delivered(shop)
    for happens in (asked_the_same, withdrawn, not_in_the_sample, no_order_any_more):
        await happens(anna)
    await open_hold(anna.customer.id, reason="case", subject="case:1", now=NOON)

    reasons = []
    for undo in (
        Order.all().update(is_hidden=False),
        launch(content(), name="own.toml", now=NOON),
        None,
    ):
        await SurveyPlan.exclude(once="x").update(status="planned", due_at=THEN)
        await send_due(THEN, shop)
        reasons.append((await SurveyPlan.exclude(once="x").get()).why)
        if undo is not None:
            await undo
    assert reasons == ["order_hidden", "not_sampled", "no_consent"]


async def test_a_consent_withdrawn_while_the_invitation_waits_stops_it(shop: Settings) -> None:
    anna = await delivered(shop)
    await send_due(THEN, shop)
    await revoke(anna.chat_id, "survey", now=THEN)
    postman = Postman()

    await drained(shop, postman, THEN)
    await follow_up(THEN, shop)

    plan = await the_plan()
    assert [call for call in postman.calls if "zufrieden" in call.text] == []
    assert (plan.status, plan.why, plan.remind_at) == ("withheld", "no_consent", None)


async def test_a_new_problem_stops_a_waiting_invitation(shop: Settings) -> None:
    anna = await delivered(shop)
    await send_due(THEN, shop)
    await open_hold(anna.customer.id, reason="damaged", subject="shipment:1", now=THEN)
    postman = Postman()

    await drained(shop, postman, THEN)
    await follow_up(THEN, shop)

    assert [call for call in postman.calls if "zufrieden" in call.text] == []
    assert ((await the_plan()).status, (await the_plan()).why) == ("withheld", "hold_damaged")


async def test_who_was_not_reached_has_not_been_asked(shop: Settings) -> None:
    anna = await delivered(shop)
    await Push.all().update(status="sent", settled_at=NOON)
    await send_due(THEN, shop)
    await drained(shop, Postman().says(anna.chat_id, Unreachable("blocked")), THEN)
    await follow_up(THEN, shop)
    assert ((await the_plan()).status, (await the_plan()).why) == ("withheld", "blocked")

    await Chat.all().update(unreachable_because=None)
    again = await somebody(customer=anna.customer, number="1002")
    await arrives(again, at=THEN, settings=shop)
    assert (await send_due(THEN + 2 * DAY, shop)).asked == 1


async def test_two_rounds_at_once_ask_each_person_once(shop: Settings) -> None:
    for number in range(30):
        await delivered(shop, 800 + number)

    rounds = await asyncio.gather(*(send_due(THEN, shop) for _ in range(8)))

    assert sum(each.asked for each in rounds) == 30
    assert await Push.filter(purpose="survey").count() == 30


async def test_one_person_with_many_plans_is_asked_once_however_many_ask(shop: Settings) -> None:
    anna = await delivered(shop)
    for number in range(12):
        await arrives(await somebody(customer=anna.customer, number=f"more-{number}"), settings=shop)

    rounds = await asyncio.gather(*(send_due(THEN, shop) for _ in range(8)))

    assert sum(each.asked for each in rounds) == 1
    assert sorted({str(plan.why) for plan in await plans() if plan.status == "withheld"}) == ["asked_same"]


async def test_a_customer_with_two_chats_is_asked_in_one_of_them(shop: Settings) -> None:
    anna = await delivered(shop)
    await Chat.create(id=702, locale="fr", created_at=NOON)
    await Link.create(chat_id=702, customer_id=anna.customer.id, proof="order", linked_at=NOON)

    await send_due(THEN, shop)

    assert [each.chat_id for each in await Push.filter(purpose="survey")] == [701]


async def test_of_two_chats_the_one_that_agrees_is_asked(shop: Settings) -> None:
    anna = await delivered(shop, agrees=False)
    await Chat.create(id=702, locale="fr", created_at=NOON)
    await Link.create(chat_id=702, customer_id=anna.customer.id, proof="order", linked_at=NOON)
    await agree(702)

    await send_due(THEN, shop)

    [invitation] = await Push.filter(purpose="survey")
    assert (invitation.chat_id, "Êtes-vous satisfait" in invitation.params["text"]) == (702, True)


async def test_nps_waits_until_the_throttle_is_over_and_is_asked_then(database: Settings) -> None:
    await delivered(database)
    await send_due(THEN, database)
    assert (await the_plan()).status == "invited"

    week = NOON + 8 * DAY
    await send_due(week, database)
    nps = await the_plan("nps")
    assert (nps.status, nps.why, nps.due_at) == ("planned", "asked_other", THEN + 30 * DAY)

    assert (await send_due(THEN + 30 * DAY, database)).judged == 1


async def test_an_invitation_that_waited_on_its_way_asked_when_it_arrived(shop: Settings) -> None:
    anna = await delivered(shop)
    await send_due(THEN, shop)
    await push(anna.chat_id, purpose="problem", now=THEN, customer_id=anna.customer.id)
    await drained(shop, Postman(), THEN)
    assert await Push.filter(purpose="survey", status="sent").count() == 0
    await drained(shop, Postman(), arrived := THEN + 3 * DAY)

    again = await somebody(customer=anna.customer, number="1002")
    await arrives(again, at=THEN + 28 * DAY, settings=shop)
    await send_due(THEN + 30 * DAY + HOUR, shop)

    assert (await Push.get(purpose="survey")).settled_at == arrived
    assert [(plan.status, plan.why) for plan in await plans()] == [("invited", None), ("withheld", "asked_same")]
