"""Opening the demo shop: once, marked, complete, and never in a real shop's database."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock, real_now
from bot.config import LOCALES, Settings
from bot.connectors.models import InboxBody
from bot.customers.models import Chat, Link
from bot.customers.profile import load_profile
from bot.db import close_database, open_database
from bot.demo.content import list_seats
from bot.demo.facts import Opening
from bot.demo.mark import is_another_story, is_demo, make_room, refuse_real_shop, start_over
from bot.demo.models import DemoWorld
from bot.demo.seeding import open_shop
from bot.demo.story import tell_story
from bot.errors import OperatorError
from bot.loyalty.coupons import codes_of
from bot.loyalty.ledger import balance_of
from bot.loyalty.models import LoyaltyEntry
from bot.loyalty.rewards import current_rewards
from bot.outbox.models import Push
from bot.reports.periods import Period
from bot.reports.questions import questions
from bot.reports.satisfaction import report
from bot.shipping.models import TrackingEvent
from bot.shop.models import Customer, Order, Product, Shipment
from bot.shop.orders import list_orders
from bot.shop.statuses import ShipmentStatus
from bot.support.entries import read_entries
from bot.support.models import Question
from bot.surveys.models import Answer, SurveyPlan
from bot.tickets.models import Case
from tests.support.builders import a_product, an_order
from tests.support.demo import open_world

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
PAGES = "http://127.0.0.1:8080/demo"
WITHOUT_PARCELS = {"pending", "on_hold_payment", "paid", "processing", "failed", "refunded"}
ENDS = {ShipmentStatus.DELIVERED, ShipmentStatus.RETURNED, ShipmentStatus.CANCELLED}


@pytest.fixture
async def shop(database: Settings) -> Settings:
    await open_shop(now=NOW, zone=BERLIN, pages=PAGES)
    return database


async def all_rows() -> dict[str, list[dict[str, object]]]:
    models = (Product, Customer, Order, Shipment, TrackingEvent, Chat, Link, DemoWorld)
    return {model.__name__: await model.all().order_by("id").values() for model in models}


async def test_somebody_has_a_coupon_and_points_for_another(shop: Settings) -> None:
    [emma] = [seat for seat in list_seats() if seat.first_name.startswith("Emma")]
    customer = await Customer.get(external_id=emma.customer)
    [coupon] = await codes_of([customer.id], limit=5)
    available = (await balance_of([customer.id], now=NOW)).available
    assert coupon.state(NOW) == "open"
    assert [reward.points <= available for reward in await current_rewards()] == [True, True, False]


async def test_every_status_there_is_occurs(shop: Settings) -> None:
    assert {parcel.status for parcel in await Shipment.all()} == set(ShipmentStatus)
    assert {order.state for order in await Order.all()} >= WITHOUT_PARCELS
    assert await Order.exclude(customer=None).count() == 42
    assert await Product.all().count() == 18


async def test_every_order_state_but_the_parcels_own_is_that_of_one_order_at_least(shop: Settings) -> None:
    states = {order.state for order in await Order.all()}
    assert states >= set(ShipmentStatus) | WITHOUT_PARCELS


async def test_some_order_is_late_and_some_comes_in_several_parcels(shop: Settings) -> None:
    anna = await Customer.get(external_id="7200000000701")
    page = await list_orders([anna.id], limit=25, today=NOW.date())
    assert any(order.late for order in page.orders)
    counts = [await Shipment.filter(order_id=order.id).count() for order in await Order.all()]
    assert {2, 3} <= set(counts)


async def test_answers_from_before_make_figures_and_nobody_is_asked_or_rewarded(shop: Settings) -> None:
    for metric in ("nps", "csat"):
        told = await report(metric, period=Period(), by="carrier", tz=BERLIN)
        assert told.estimate.n >= 100
        assert told.imported == told.estimate.n
        assert len([group for group in told.groups if group.estimate.n >= 10]) >= 4, "several groups"
        months = (await report(metric, period=Period(), by="month", tz=BERLIN)).groups
        assert len([group for group in months if group.estimate.n >= 10]) >= 3
    assert not await SurveyPlan.exists()
    assert not await LoyaltyEntry.filter(kind="survey").exists()
    assert not await Push.filter(purpose="survey").exists()
    assert not await Case.exists()
    comments = [answer.comment for answer in await Answer.filter(comment__not_isnull=True)]
    assert len(comments) > 20
    assert all(comment and comment.startswith("D") for comment in comments), "each says that it is a demo's"
    assert max(answer.answered_at for answer in await Answer.all()) < NOW


async def test_questions_from_before_make_a_report_and_the_shop_answers_in_four_languages(shop: Settings) -> None:
    told = await questions(Period(), tz=BERLIN)
    assert told.total >= 150
    assert len(told.weeks) >= 8
    assert set(told.languages) == set(LOCALES)
    assert all(told.languages.values())
    assert told.helpful > told.unhelpful > 0
    groups = {each.example: (each.count, len(each.texts)) for each in told.groups}
    assert max(groups.values()) == (9, 3), "one question in three wordings"
    assert max(question.asked_at for question in await Question.all()) < NOW
    entries = {each.key: each.entry for each in await read_entries()}
    assert {"payment_methods", "delivery_options", "contact", "gift-wrapping"} <= entries.keys()
    assert sum(set(entry.answer) == set(LOCALES) for entry in entries.values()) >= 6
    assert any(set(entry.answer) < set(LOCALES) for entry in entries.values()), "one that falls back"


async def test_seeding_again_changes_nothing(shop: Settings) -> None:
    before = await all_rows()
    await open_shop(now=NOW + timedelta(days=2), zone=BERLIN, pages=PAGES)
    assert await all_rows() == before


async def test_a_seeding_that_was_interrupted_is_completed(shop: Settings) -> None:
    before = await all_rows()
    await DemoWorld.all().update(seeded_at=None)
    await open_shop(now=NOW, zone=BERLIN, pages=PAGES)
    assert await all_rows() == before


async def test_whoever_opens_a_demo_whose_story_has_changed_is_told_why_it_begins_anew(shop: Settings) -> None:
    told: list[str] = []
    await make_room(fresh=False, tell=told.append)
    assert (told, await Order.exists()) == ([], True)
    await DemoWorld.all().update(story="another")
    await make_room(fresh=False, tell=told.append)
    assert ("begins anew" in told.pop(), await Order.exists(), told) == (True, False, [])


async def test_whoever_wants_it_fresh_is_told_nothing(shop: Settings) -> None:
    told: list[str] = []
    await make_room(fresh=True, tell=told.append)
    assert (told, await Order.exists()) == ([], False)


async def test_a_demo_opened_with_other_data_files_or_not_to_the_end_is_another_story(shop: Settings) -> None:
    assert not await is_another_story()
    await DemoWorld.all().update(story="0" * 64)
    assert await is_another_story()
    await DemoWorld.all().update(story=None, seeded_at=None)
    assert await is_another_story()
    await start_over()
    assert not await is_another_story()


async def test_every_seat_is_linked_to_its_purchases_and_speaks_its_language(shop: Settings) -> None:
    seats = list_seats()
    assert {seat.language for seat in seats} == set(LOCALES)
    for seat in seats:
        profile = await load_profile(seat.id, language_code="en", first_name=seat.first_name, settings=shop)
        [customer] = await Customer.filter(id__in=profile.customer_ids)
        assert (profile.locale, profile.locale_chosen) == (seat.language, True)
        assert customer.external_id == seat.customer


async def test_turned_to_the_end_every_body_was_understood_and_every_parcel_has_arrived_somewhere(
    shop: Settings,
) -> None:
    imported, story = await TrackingEvent.all().count(), tell_story(Opening(NOW, BERLIN, PAGES))
    customers = await Customer.all().count()
    clock = Clock(NOW - real_now())
    async with open_world(shop, clock, story) as world:
        shown = await world.advance({"advance_seconds": 14 * 86400})
    assert shown["next"] is None
    assert await InboxBody.all().count() == sum(len(turn.postings) for turn in story)
    assert [(body.topic, body.error) for body in await InboxBody.filter(processed_at=None)] == []
    assert {parcel.status for parcel in await Shipment.all()} == ENDS
    assert not await Order.filter(is_open=True, state__not_in=WITHOUT_PARCELS).exists()
    # Nothing is told twice: what was imported is continued, scan by scan, by the platforms' bodies.
    scans = [turn for turn in story if turn.what in set(ShipmentStatus) - {ShipmentStatus.CANCELLED}]
    packed = [turn for turn in story if turn.what == "packed"]
    assert await TrackingEvent.all().count() == imported + len(scans) + len(packed)
    assert (await Order.exclude(customer=None).count(), await Customer.all().count()) == (48, customers)


async def test_what_was_signed_for_left_with_a_neighbour_or_lost_and_found_is_known(shop: Settings) -> None:
    clock = Clock(NOW - real_now())
    async with open_world(shop, clock, tell_story(Opening(NOW, BERLIN, PAGES))) as world:
        await world.advance({"advance_seconds": 14 * 86400})
    signed, neighbour, found = [await Shipment.get(order__number=number) for number in ("1013", "1026", "1030")]
    assert signed.proof["signed_by"] == "A. Demo-Kundin"
    assert (neighbour.status, neighbour.reason) == ("delivered", "neighbour")
    way = TrackingEvent.filter(shipment_id=found.id).order_by("occurred_at")
    assert "lost in_transit out_for_delivery delivered" in " ".join([event.status for event in await way])
    assert await Case.filter(cause="lost", order__number="1030").exists()


async def test_links_follow_the_pages_to_another_port_and_parcels_stay_where_they_are(shop: Settings) -> None:
    clock, elsewhere = Clock(NOW - real_now()), "http://127.0.0.1:9999/demo"
    async with open_world(shop, clock, tell_story(Opening(NOW, BERLIN, PAGES))) as world:
        await world.advance({"advance_seconds": 86400})
    before = await Shipment.all().order_by("id").values("status", "expected_on")
    opening = await open_shop(now=NOW, zone=BERLIN, pages=elsewhere)
    links = [parcel.tracking_url for parcel in await Shipment.all()]
    links += [product.manual_url for product in await Product.filter(manual_url__isnull=False)]
    assert all(link is not None and link.startswith(f"{elsewhere}/") for link in links)
    assert await Shipment.all().order_by("id").values("status", "expected_on") == before
    assert PAGES not in str(tell_story(opening))


async def test_starting_over_empties_a_demo_database(shop: Settings) -> None:
    await start_over()
    assert not any((await all_rows()).values())
    assert not await is_demo()


async def test_starting_over_leaves_a_shop_alone(database: Settings) -> None:
    await an_order("4711")
    await start_over()
    assert await Order.filter(number="4711").exists()


@pytest.mark.parametrize("build", [an_order, a_product], ids=["orders", "products"])
async def test_the_demo_refuses_a_database_with_a_shops_data(database: Settings, build: object) -> None:
    await build()  # type: ignore[operator]  # one of two builders
    await close_database()
    with pytest.raises(OperatorError, match="holds the data of a shop"):
        await refuse_real_shop(database)


async def test_the_demo_accepts_an_empty_database_and_its_own(database: Settings) -> None:
    await close_database()
    await refuse_real_shop(database)
    async with open_database(database):
        await open_shop(now=NOW, zone=BERLIN, pages=PAGES)
    await refuse_real_shop(database)


async def test_the_demo_accepts_a_database_that_is_not_there_yet(settings: Settings) -> None:
    await refuse_real_shop(settings)
