"""Every kind of trouble that a carrier tells is looked after, in whatever order it comes, in one open case a cause."""

from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest

from bot.config import Settings
from bot.outbox.models import Push
from bot.shipping.alerts import watch
from bot.shipping.events import ParcelHistory, record_event, record_history
from bot.shipping.models import ExpectedDay
from bot.shipping.progress import ParcelEvent
from bot.shipping.troubles import troubles_of
from bot.tickets.models import Case, CaseMessage
from tests.features.test_news import a_parcel, happens, waiting
from tests.support.builders import scan

NOON = datetime(2026, 11, 18, 11, tzinfo=UTC)


def at(hours: float, status: str, **values: Any) -> ParcelEvent:
    return scan(status, at=NOON + timedelta(hours=hours), **values)


async def causes() -> list[str]:
    return sorted([case.cause for case in await Case.filter(status="open")])


async def told(database: Settings, *events: ParcelEvent) -> None:
    shipment = await a_parcel("in_transit")
    for event in events:
        await record_event(shipment.id, event, now=NOON + timedelta(hours=5), settings=database)


TROUBLES = (
    at(0, "exception", reason="consignee_incorrect_address"),
    at(1, "damaged"),
    at(2, "lost"),
)


@pytest.mark.parametrize("order", list(permutations(TROUBLES)), ids=lambda told: "-".join(each.status for each in told))
async def test_address_damage_and_loss_are_three_cases_in_any_order(
    database: Settings, order: tuple[ParcelEvent, ...]
) -> None:
    await told(database, *order, *order)

    assert await causes() == ["damaged", "exception", "lost"]


async def test_what_is_lost_and_found_needs_nobody_and_what_is_damaged_still_does(database: Settings) -> None:
    await told(database, *TROUBLES, at(3, "in_transit"))

    assert await causes() == ["damaged"]


async def test_damage_told_after_the_delivery_is_looked_after(database: Settings) -> None:
    await told(database, at(1, "delivered"), at(0, "damaged"))

    assert await causes() == ["damaged"]


async def test_a_loss_told_twice_is_one_case(database: Settings) -> None:
    await told(database, at(0, "lost"), at(1, "lost"), at(0.5, "lost"))

    assert await causes() == ["lost"]
    assert await Case.all().count() == 1


async def test_the_carriers_word_completes_the_case_of_what_we_had_seen_ourselves(database: Settings) -> None:
    shipment = await a_parcel(ship_country="DE")
    await happens(shipment, "in_transit", at=NOON, expected_on=date(2026, 11, 19))
    later = NOON + timedelta(days=10)
    await watch(later, database)
    assert await causes() == ["lost"]

    for _ in range(2):
        await happens(shipment, "lost", at=later)

    case = await Case.get()
    [message] = await CaseMessage.filter(case_id=case.id)
    assert "The carrier reports the parcel as lost" in (message.text or "")


async def test_a_case_that_was_closed_is_not_opened_by_the_same_trouble(database: Settings) -> None:
    shipment = await a_parcel("in_transit")
    await happens(shipment, "damaged", at=NOON)
    await Case.all().update(status="closed")

    await happens(shipment, "in_transit", "in_transit", at=NOON + timedelta(hours=1))
    assert await causes() == []

    await happens(shipment, "damaged", at=NOON + timedelta(days=1))
    assert await causes() == []


async def test_imported_damage_opens_nothing_when_the_parcel_is_heard_of_again(database: Settings) -> None:
    shipment = await a_parcel()
    await record_history([ParcelHistory(shipment.id, [at(0, "damaged")], is_new=False)])

    await happens(shipment, "in_transit", at=NOON + timedelta(hours=1))

    assert await Case.all().count() == 0


async def test_what_waits_says_what_is_known_now(database: Settings) -> None:
    shipment = await a_parcel("in_transit")
    await happens(shipment, "damaged", at=NOON)
    [before] = await waiting()

    await happens(shipment, "damaged", at=NOON + timedelta(hours=1), reason="retailer_packaging_issue")

    [after] = await waiting()
    assert after.id == before.id
    assert "Die Verpackung" in after.params["text"]
    assert "Die Verpackung" not in before.params["text"]


async def test_what_was_sent_is_not_sent_again_for_better_words(database: Settings) -> None:
    shipment = await a_parcel("in_transit")
    await happens(shipment, "damaged", at=NOON)
    await Push.all().update(status="sent", settled_at=NOON)

    await happens(shipment, "damaged", at=NOON + timedelta(hours=1), reason="retailer_packaging_issue")

    assert await waiting() == []


async def test_a_new_day_that_was_told_stays_told_when_the_words_change(database: Settings) -> None:
    shipment = await a_parcel("in_transit", ship_country="DE")
    await happens(shipment, "in_transit", at=NOON - timedelta(days=1), expected_on=date(2026, 11, 19))
    await Push.all().update(status="sent", settled_at=NOON)
    await happens(shipment, "delayed", at=NOON, expected_on=date(2026, 11, 21))

    await happens(shipment, "delayed", at=NOON + timedelta(hours=1), place="Köln")
    await happens(shipment, "delayed", at=NOON - timedelta(minutes=5), reason=None, code="d0")

    [push] = await waiting()
    assert "statt Donnerstag, 19. November" in push.params["text"]
    days = await ExpectedDay.filter(shipment_id=shipment.id).order_by("id").values_list("expected_on", flat=True)
    assert days == [date(2026, 11, 19), date(2026, 11, 21)]


def test_troubles_are_counted_by_what_happened_and_not_by_what_came_first() -> None:
    events = [at(0, "lost"), at(1, "in_transit"), at(2, "lost"), at(3, "lost")]

    for told_as in permutations(events):
        first, second = troubles_of(told_as)
        assert (first.kind, first.number, first.is_over) == ("lost", 1, True)
        assert (second.number, second.is_over, len(second.times)) == (2, False, 2)
