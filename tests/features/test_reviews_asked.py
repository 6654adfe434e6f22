"""Asked for a review: once a product, through the gates of surveys, and never where a survey has just asked."""

import asyncio
from datetime import timedelta

import pytest

from bot.community.review_asks import AFTER, LATEST, ask_for_reviews
from bot.community.review_models import ReviewAsk
from bot.community.reviews import rate
from bot.config import Settings
from bot.customers.holds import open_hold, release_hold
from bot.outbox.models import Push
from bot.surveys.invitations import send_due
from bot.surveys.launches import launch
from bot.surveys.models import SurveyPlan
from tests.support.postman import NOON
from tests.support.reviews import a_buyer, a_mug
from tests.support.surveys import ANNA, Asked, arrives, content, somebody

DAY = timedelta(days=1)
THEN = NOON + AFTER


@pytest.fixture
async def shop(database: Settings) -> Settings:
    """A shop that has mugs, and asks about deliveries."""
    await a_mug()
    await launch(content("nps", active=False), name="nps.toml", now=NOON)
    return database


async def delivered(settings: Settings, number: str = "701", **more: object) -> Asked:
    asked = await somebody(ANNA, number=number, **more)  # type: ignore[arg-type]  # as somebody takes them
    await arrives(asked, settings=settings)
    await ask_for_reviews(NOON, settings)
    return asked


async def test_who_passes_every_gate_is_asked_once_in_their_time(shop: Settings) -> None:
    anna = await delivered(shop)
    assert await ask_for_reviews(THEN - timedelta(minutes=1), shop) == 0

    assert [await ask_for_reviews(THEN, shop) for _ in range(2)] == [1, 0]

    push, mug = await Push.get(purpose="survey"), await a_mug()
    assert (push.chat_id, push.customer_id, push.order_id) == (ANNA, anna.customer.id, anna.order.id)
    stars, never = push.params["reply_markup"]["inline_keyboard"]
    assert [key["callback_data"] for key in stars] == [f"stars:{mug.id}:{number}" for number in range(1, 6)]
    assert "withdraw" in never[0]["callback_data"]
    assert (await ReviewAsk.get()).status == "asked"


async def test_several_at_once_ask_once(shop: Settings) -> None:
    await delivered(shop)

    asked = await asyncio.gather(*(ask_for_reviews(THEN, shop) for _ in range(6)))

    assert sum(asked) == 1
    assert await Push.filter(purpose="survey").count() == 1


async def test_nobody_is_asked_without_consent(shop: Settings) -> None:
    await delivered(shop, agrees=False)

    assert await ask_for_reviews(THEN, shop) == 0
    ask = await ReviewAsk.get()
    assert (ask.status, ask.why) == ("withheld", "no_consent")


async def test_an_open_case_holds_it_back_until_it_is_over_or_too_late(shop: Settings) -> None:
    anna = await delivered(shop)
    await open_hold(anna.customer.id, reason="case", subject="case:1", now=NOON)

    assert await ask_for_reviews(THEN, shop) == 0
    assert ((await ReviewAsk.get()).status, (await ReviewAsk.get()).why) == ("planned", "hold_case")
    await release_hold(anna.customer.id, reason="case", subject="case:1", now=THEN)
    assert await ask_for_reviews(THEN + DAY, shop) == 1


async def test_never_after_its_time(shop: Settings) -> None:
    await delivered(shop)

    assert await ask_for_reviews(NOON + LATEST, shop) == 0
    assert (await ReviewAsk.get()).why == "too_late"


async def test_after_a_survey_it_waits_as_a_survey_would(shop: Settings) -> None:
    await delivered(shop)
    assert (await send_due(NOON + 3 * DAY, shop)).asked == 1

    assert await ask_for_reviews(THEN, shop) == 0
    assert (await ReviewAsk.get()).why == "asked_other"
    assert await ask_for_reviews(NOON + 34 * DAY, shop) == 1


async def test_after_it_a_survey_waits(shop: Settings) -> None:
    anna = await delivered(shop)
    await SurveyPlan.all().update(status="withheld")
    assert await ask_for_reviews(THEN, shop) == 1

    await SurveyPlan.all().update(status="planned", due_at=THEN + DAY, expires_at=THEN + 9 * DAY)
    assert (await send_due(THEN + DAY, shop)).asked == 0
    assert (await SurveyPlan.get(customer_id=anna.customer.id)).why == "asked_other"


async def test_the_same_product_is_asked_about_once_whatever_was_ordered_since(shop: Settings) -> None:
    anna = await delivered(shop)
    await delivered(shop, "702", customer=anna.customer)

    assert await ask_for_reviews(NOON + LATEST - DAY, shop) == 1
    assert await ReviewAsk.filter(product_id=None, status="withheld").count() == 1


async def test_who_has_said_it_already_is_not_asked(shop: Settings) -> None:
    anna, mug = await delivered(shop), await a_mug()
    who = [anna.customer.id]
    await rate(mug.id, 2, chat_id=ANNA, customer_ids=who, locale="de", settings=shop, now=NOON)

    assert await ask_for_reviews(THEN, shop) == 0
    assert (await ReviewAsk.get()).why == "cancelled"


async def test_what_was_imported_is_history(shop: Settings) -> None:
    await a_buyer()

    await ask_for_reviews(NOON, shop)

    assert await ReviewAsk.all().count() == 0
