"""Each condition of a segment lets through whom it says, and only them; several hold together."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.broadcasts.audience import count_audience
from bot.broadcasts.buttons import Button
from bot.broadcasts.reactions import note_tap
from bot.broadcasts.results import results
from bot.broadcasts.segments import EVERYBODY, Segment, WrongSegmentError, checked, read_segment
from bot.config import Settings
from bot.customers.holds import open_hold
from bot.loyalty.ledger import book
from bot.outbox.models import Push
from bot.surveys.models import Answer
from tests.support.builders import Item, a_product, an_order
from tests.support.offers import a_fan, begun, held, rounds, started
from tests.support.postman import NOON, Postman

pytestmark = pytest.mark.usefixtures("database")
DAY = timedelta(days=1)
SURVEY = Button("a1b2c3d6", "survey", "nps", {"de": "Umfrage"})


@pytest.fixture
async def people(settings: Settings) -> None:
    """Four who agree, with different pasts, and a fifth with the same past as the first who has not."""
    await a_product("SOCKE", name={"de": "Socke"}, category="socks")
    await a_product("HUT", name={"de": "Hut"}, category="hats")
    first = await a_fan(1)
    await an_order(customer=first, lines=[Item(sku="SOCKE")], placed_at=NOON - 10 * DAY, ship_country="DE")
    await an_order(customer=first, placed_at=NOON - 365 * DAY, ship_country="AT")
    await book(first.id, 120, kind="survey", source="a", reason="survey", now=NOON)
    second = await a_fan(2, locale="fr")
    await an_order(customer=second, lines=[Item(sku="HUT")], placed_at=NOON - 90 * DAY, ship_country="FR")
    await book(second.id, 30, kind="survey", source="b", reason="survey", now=NOON)
    third = await a_fan(3)
    await an_order(customer=third, lines=[Item(sku="SOCKE")], status="cancelled", placed_at=NOON - DAY)
    await a_fan(4, locale="lb")
    fifth = await a_fan(5, agrees=False)
    await an_order(customer=fifth, lines=[Item(sku="SOCKE")], placed_at=NOON - 10 * DAY, ship_country="DE")
    for number, (customer, score) in enumerate(((first, 3), (first, 9), (second, 6))):
        at = NOON - (9 - number) * DAY
        await Answer.create(once=f"x{number}", survey="nps", score=score, customer_id=customer.id, answered_at=at)


@pytest.mark.parametrize(
    ("conditions", "chats"),
    [
        ({}, {1, 2, 3, 4}),
        ({"languages": ("fr", "lb")}, {2, 4}),
        ({"countries": ("DE",)}, {1}),
        ({"countries": ("AT",)}, set()),
        ({"bought_products": ("SOCKE",)}, {1}),
        ({"bought_categories": ("hats",)}, {2}),
        ({"bought_products": ("SOCKE",), "bought_categories": ("hats",)}, {1, 2}),
        ({"ordered_within": 30}, {1}),
        ({"not_ordered_for": 30}, {2}),
        ({"not_ordered_for": 90, "ordered_within": 91}, {2}),
        ({"nps": ("promoter",)}, {1}),
        ({"nps": ("detractor", "passive")}, {2}),
        ({"points_from": 100}, {1}),
        ({"points_to": 50}, {2, 3, 4}),
        ({"points_from": 10, "points_to": 50}, {2}),
        ({"anniversary": ("11-18",)}, {1}),
        ({"languages": ("de",), "points_from": 1, "nps": ("promoter",)}, {1}),
        ({"languages": ("fr",), "nps": ("promoter",)}, set()),
    ],
)
async def test_a_condition_lets_through_whom_it_says(
    settings: Settings, people: None, conditions: dict[str, Any], chats: set[int]
) -> None:
    segment = Segment(**conditions)
    audience = await count_audience(segment, settings=settings, now=NOON)
    campaign_id = await begun(settings, segment=segment)

    assert set(await held(campaign_id)) == chats
    assert audience.total == len(chats)
    assert read_segment(segment.as_json()) == segment


async def test_who_reacted_to_an_earlier_campaign_is_found(settings: Settings) -> None:
    for chat_id in (1, 2):
        await a_fan(chat_id)
    earlier = await started(settings, buttons=[SURVEY])
    await rounds(settings, Postman())
    await note_tap(earlier, 2, SURVEY.id, now=NOON)

    assert (await count_audience(Segment(reacted_to=(earlier,)), settings=settings, now=NOON)).total == 1


async def test_the_breakdown_says_who_is_left_alone_and_who_will_have_to_wait(settings: Settings) -> None:
    _, troubled, _ = await a_fan(1), await a_fan(2), await a_fan(3)
    await open_hold(troubled.id, reason="late", subject="shipment:1", now=NOON)
    await started(settings, segment=Segment(languages=("de",)))
    await rounds(settings, Postman())
    audience = await count_audience(EVERYBODY, settings=settings, now=NOON + timedelta(hours=1))

    assert (audience.total, audience.withheld, audience.later) == (2, {"hold_late": 1}, {"contact_day": 2})


async def test_whose_budget_frees_only_after_the_end_is_told_to_get_nothing_and_gets_nothing(
    settings: Settings,
) -> None:
    """An offer an hour ago, three in six days, a hold as well, nothing, and trouble an hour ago."""
    for chat_id in (1, 2, 4, 5):
        await a_fan(chat_id)
    troubled = await a_fan(3)
    for hours in (6 * 24, 4 * 24, 2 * 24):
        await _contact(2, NOON - timedelta(hours=hours))
    for chat_id in (1, 3):
        await _contact(chat_id, NOON - timedelta(hours=1))
    await _contact(5, NOON - timedelta(hours=1), "problem")
    await open_hold(troubled.id, reason="late", subject="shipment:1", now=NOON)

    async def told(**when: Any) -> tuple[int, int, dict[str, int]]:
        found = await count_audience(EVERYBODY, settings=settings, now=NOON, **when)
        return found.total, found.too_late, found.later

    trouble, day, week = {"after_problem": 1}, {"contact_day": 1}, {"contact_week": 1}
    assert await told() == (4, 0, trouble | day | week)
    assert await told(expires=NOON + timedelta(hours=11)) == (4, 3, {})
    assert await told(expires=NOON + timedelta(hours=22)) == (4, 2, trouble)
    assert await told(expires=NOON + timedelta(hours=23, minutes=1)) == (4, 1, trouble | day)
    assert await told(expires=NOON + timedelta(hours=25)) == (4, 0, trouble | day | week)
    assert await told(begins=NOON + DAY, expires=NOON + 2 * DAY) == (4, 0, {})

    campaign_id = await started(settings, expires_at=NOON + timedelta(hours=22))
    for hours in (0, 20, 21, 23):
        await rounds(settings, Postman(), now=NOON + timedelta(hours=hours))
    came = await results(campaign_id)
    assert (came.audience, came.delivered, came.withheld) == (5, 2, {"expired": 2, "hold_late": 1})


async def _contact(chat_id: int, at: datetime, purpose: str = "survey") -> None:
    await Push.create(
        once=f"{chat_id}:{at}", chat_id=chat_id, purpose=purpose, urgency=3, method="sendMessage", params={},
        due_at=at, created_at=at, status="sent", settled_at=at,
    )  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        {"languages": ("es",)},
        {"countries": ("Deutschland",)},
        {"ordered_within": -1},
        {"ordered_within": 30, "not_ordered_for": 30},
        {"points_from": 50, "points_to": 10},
        {"nps": ("fan",)},
        {"anniversary": ("31.12.",)},
        {"bought_products": tuple(str(number) for number in range(51))},
    ],
)
def test_a_condition_that_nobody_can_mean_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(WrongSegmentError):
        checked(Segment(**wrong))


def test_a_stored_condition_of_another_kind_is_refused_and_not_left_out() -> None:
    with pytest.raises(WrongSegmentError):
        read_segment({"where": "1 = 1; DROP TABLE customer_chat"})


def test_only_what_was_chosen_is_stored() -> None:
    assert Segment(languages=("de",)).as_json() == {"languages": ("de",)}
