"""Warnings reach customers before they ask: once a cause, merged when there are many, with a clear when it is over."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.config import Settings
from bot.customers.holds import holds_of
from bot.customers.models import Link
from bot.outbox.models import Push
from bot.shipping.alerts import watch
from bot.shipping.events import ParcelHistory, record_history
from bot.shipping.models import Alert
from bot.shipping.progress import ParcelEvent
from bot.shop.models import Shipment
from bot.tickets.models import Case
from tests.features.test_news import ANNA, a_parcel, happens, heard, waiting
from tests.support.builders import an_order, parcel

MONDAY = datetime(2026, 11, 16, 9, tzinfo=UTC)


async def everything_sent() -> None:
    await Push.filter(status="waiting").update(status="sent")


async def reasons(now: datetime) -> set[str]:
    holds = await holds_of([(await Link.get()).customer_id], now=now)
    return {hold.reason for found in holds.values() for hold in found}


async def test_a_parcel_that_goes_silent_is_told_once_and_cleared_when_it_moves(database: Settings) -> None:
    shipment = await a_parcel(ship_country="DE")
    await happens(shipment, "in_transit", at=MONDAY)
    await everything_sent()

    for hours in (0, 1, 24):
        await watch(MONDAY + timedelta(days=3, hours=hours), database)

    [push] = await waiting()
    assert push.purpose == "problem"
    assert "Montag, 16. November" in push.params["text"]
    assert "Spätestens Freitag, 27. November" in push.params["text"]
    assert await reasons(MONDAY + timedelta(days=4)) == {"late"}

    await everything_sent()
    await happens(shipment, "in_transit", at=MONDAY + timedelta(days=4, hours=3), place="Bonn")

    [clear] = await waiting()
    assert "Es geht weiter" in clear.params["text"]
    assert await reasons(MONDAY + timedelta(days=5)) == set()
    assert await Alert.filter(closed_at=None).count() == 0


async def test_no_first_scan_is_told_on_day_two_and_a_case_on_day_five(database: Settings) -> None:
    shipment = await a_parcel()
    await happens(shipment, "label_created", at=MONDAY)

    await watch(MONDAY + timedelta(days=2), database)
    assert len(await waiting()) == 1
    assert await Case.all().count() == 0
    await everything_sent()
    await watch(MONDAY + timedelta(days=5), database)

    [push] = await waiting()
    assert "noch immer nicht erfasst" in push.params["text"]
    assert (await Case.get()).shipment_id == shipment.id

    await everything_sent()
    await happens(shipment, "in_transit", at=MONDAY + timedelta(days=5, hours=2))
    assert await heard() == ["shipped"]


async def test_late_from_midnight_then_lost_with_a_case(database: Settings) -> None:
    shipment = await a_parcel(ship_country="DE")
    await happens(shipment, "in_transit", at=MONDAY, expected_on=date(2026, 11, 17))
    await everything_sent()

    await watch(datetime(2026, 11, 17, 22, 30, tzinfo=UTC), database)
    assert await waiting() == []
    await watch(datetime(2026, 11, 17, 23, 30, tzinfo=UTC), database)
    [late] = await waiting()
    assert "ist verspätet" in late.params["text"]

    await everything_sent()
    await watch(datetime(2026, 11, 25, 9, tzinfo=UTC), database)
    [lost], case = await waiting(), await Case.get()
    assert "vielleicht verloren" in lost.params["text"]
    assert f"Fall {case.id}" in lost.params["text"]
    assert case.cause == "lost"
    assert await reasons(datetime(2026, 11, 25, 9, tzinfo=UTC)) == {"lost"}


async def test_a_mass_delay_is_one_message_to_a_customer(database: Settings) -> None:
    shipment = await a_parcel(ship_country="DE")
    link = await Link.get().select_related("customer")
    for number in ("1002", "1003"):
        await an_order(number, customer=link.customer, parcels=[parcel()], ship_country="DE")
    for each in await Shipment.all():
        await happens(each, "in_transit", at=MONDAY)
    await everything_sent()

    for hours in (0, 2):
        assert await watch(MONDAY + timedelta(days=3, hours=hours), database) == (3 if hours == 0 else 0)

    [push] = await waiting()
    assert all(number in push.params["text"] for number in ("1001", "1002", "1003"))
    assert shipment.order_id


async def test_what_the_carrier_calls_lost_is_a_hold_and_a_case_and_one_message(database: Settings) -> None:
    shipment = await a_parcel("in_transit")

    await happens(shipment, "lost", at=MONDAY)
    await watch(MONDAY + timedelta(hours=1), database)

    assert await heard() == ["lost"]
    assert (await Case.get()).cause == "lost"
    assert await reasons(MONDAY) == {"lost"}

    await happens(shipment, "in_transit", at=MONDAY + timedelta(hours=3))
    assert await reasons(MONDAY) == set()


async def test_something_only_the_customer_can_do_is_a_task_for_the_staff_too(database: Settings) -> None:
    shipment = await a_parcel("in_transit")

    await happens(shipment, "exception", at=MONDAY, reason="consignee_incorrect_address")

    [push] = await waiting()
    assert "die richtige Adresse" in push.params["text"]
    assert (await Case.get()).cause == "exception"


@pytest.mark.parametrize("columns", [{"is_test": True}, {"is_hidden": True}])
async def test_test_orders_and_hidden_ones_warn_nobody(database: Settings, columns: dict[str, bool]) -> None:
    shipment = await a_parcel()
    await happens(shipment, "label_created", at=MONDAY)
    order = await shipment.order
    await order.update_from_dict(columns).save()

    assert await watch(MONDAY + timedelta(days=9), database) == 0


async def test_imported_history_warns_nobody(database: Settings) -> None:
    shipment = await a_parcel()
    event = ParcelEvent(MONDAY, "in_transit", "x")
    await record_history([ParcelHistory(shipment.id, [event], is_new=False)])
    await Shipment.all().update(status="in_transit", rank=30, expected_on=date(2026, 11, 17))

    assert await watch(MONDAY + timedelta(days=20), database) == 0
    assert (await Push.all().count(), await Alert.all().count(), await Case.all().count()) == (0, 0, 0)


async def test_tomorrow_is_announced_in_the_afternoon_before_and_not_late(database: Settings) -> None:
    shipment = await a_parcel(ship_country="DE")
    await happens(shipment, "in_transit", at=MONDAY, expected_on=date(2026, 11, 18))
    await everything_sent()

    await watch(datetime(2026, 11, 17, 14, 30, tzinfo=UTC), database)
    assert await heard() == []
    for minutes in (0, 30):
        await watch(datetime(2026, 11, 17, 15, minutes, tzinfo=UTC), database)

    [push] = await waiting()
    assert "kommt morgen" in push.params["text"]
    assert push.expires_at == datetime(2026, 11, 17, 23, tzinfo=UTC)


async def test_a_parcel_nobody_fetches_is_reminded_of_before_it_goes_back(database: Settings) -> None:
    shipment = await a_parcel("in_transit", ship_country="DE")
    await happens(shipment, "available_for_pickup", at=MONDAY, place="Filiale 7")
    await everything_sent()

    await watch(MONDAY + timedelta(days=4), database)
    assert await heard(ANNA) == []
    for days in (5, 6):
        await watch(MONDAY + timedelta(days=days), database)

    [push] = await waiting()
    assert "wartet noch auf Sie" in push.params["text"]
    assert "Montag, 23. November" in push.params["text"]
