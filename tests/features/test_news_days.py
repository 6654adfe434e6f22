"""Which day a message names: none that is over, none twice in an afternoon, and a recovery is good news."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.config import Settings
from bot.outbox.models import Push
from bot.shipping.alerts import watch
from bot.shipping.events import ParcelHistory, record_history
from bot.shipping.progress import ParcelEvent
from bot.shop.models import Shipment
from tests.features.test_news import NOW, a_parcel, happens, heard, waiting

EVE = datetime(2026, 11, 18, 15, 30, tzinfo=UTC)
THURSDAY, FRIDAY = date(2026, 11, 19), date(2026, 11, 20)


async def everything_sent() -> None:
    await Push.filter(status="waiting").update(status="sent")


@pytest.mark.usefixtures("database")
async def test_a_day_on_which_the_attempt_failed_is_no_longer_told_as_expected() -> None:
    shipment = await a_parcel("in_transit")
    await Shipment.all().update(expected_on=NOW.date())

    await happens(shipment, "attempt_failed")

    [ring], [card] = await waiting(), await waiting(cards=True)
    assert "Erwartet" not in ring.params["text"] + card.params["text"]

    await everything_sent()
    await happens(shipment, "attempt_failed", at=NOW + timedelta(days=1), expected_on=FRIDAY)
    [ring], [card] = await waiting(), await waiting(cards=True)
    assert "Erwartet: <b>Freitag, 20. November</b> statt Mittwoch" in ring.params["text"]
    assert "Erwartet: <b>Freitag" in card.params["text"]


async def test_who_has_just_read_that_it_comes_tomorrow_is_not_told_so_again(database: Settings) -> None:
    shipment = await a_parcel("in_transit", ship_country="DE")
    await Shipment.all().update(expected_on=NOW.date())
    await happens(shipment, "in_transit", at=EVE - timedelta(minutes=40), expected_on=THURSDAY)
    assert await heard() == ["expected_moved:2026-11-19"]
    await everything_sent()

    await watch(EVE, database)

    assert await heard() == []


async def test_who_read_of_the_day_before_it_was_changed_is_told(database: Settings) -> None:
    shipment = await a_parcel("label_created", ship_country="DE")
    await Shipment.all().update(expected_on=FRIDAY)
    await happens(shipment, "in_transit", at=NOW - timedelta(hours=2))
    await happens(shipment, "in_transit", at=NOW, expected_on=THURSDAY)  # earlier: shown, and no message
    await everything_sent()

    await watch(EVE, database)

    assert await heard() == ["arrives_tomorrow"]


@pytest.mark.usefixtures("database")
async def test_the_end_of_an_imported_trouble_is_an_all_clear_when_it_brings_a_new_day_and_else_nothing() -> None:
    shipment = await a_parcel("in_transit")
    trouble = ParcelEvent(NOW - timedelta(days=2), "delayed", "x")
    await record_history([ParcelHistory(shipment.id, [trouble], is_new=False)])
    await Shipment.all().update(status="delayed", expected_on=NOW.date() - timedelta(days=1))

    await happens(shipment, "in_transit", expected_on=THURSDAY)

    [ring] = await waiting()
    assert "Es geht weiter" in ring.params["text"]
    assert "Donnerstag, 19. November</b> statt Dienstag" in ring.params["text"]

    await everything_sent()
    await happens(shipment, "in_transit", at=NOW + timedelta(hours=1), expected_on=FRIDAY)
    assert await heard() == ["expected_moved:2026-11-20"]


@pytest.mark.usefixtures("database")
async def test_what_was_fetched_is_told_as_collected() -> None:
    shipment = await a_parcel("in_transit", "available_for_pickup")

    await happens(shipment, "delivered", reason="collected")

    [ring], [card] = await waiting(), await waiting(cards=True)
    assert "Ihr Paket ist abgeholt" in ring.params["text"]
    assert "✅ Abgeholt" in card.params["text"]
    assert "ugestellt" not in ring.params["text"] + card.params["text"]
