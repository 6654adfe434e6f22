"""News of parcels reach the outbox with the fact, once, in the customer's language, and only while they are news."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bot.config import Settings, load_settings
from bot.customers.models import Chat, Link, Mute
from bot.outbox.models import Push
from bot.shipping.events import ParcelHistory, record_event, record_history
from bot.shipping.models import Watch
from bot.shipping.progress import ParcelEvent
from bot.shop.models import Order, Shipment
from bot.shop.statuses import ShipmentStatus
from tests.support.builders import Item, a_customer, an_order, parcel, scan

NOW = datetime(2026, 11, 18, 11, tzinfo=UTC)  # a Wednesday, noon in Berlin
ANNA, BOB = 701, 702


async def a_parcel(*scans: str, chats: Sequence[int] = (ANNA,), locale: str = "de", **columns: Any) -> Shipment:
    """The only parcel of a customer with these chats."""
    customer = await a_customer()
    order = await an_order("1001", customer=customer, parcels=[parcel(*scans)], **columns)
    for chat_id in chats:
        await Chat.create(id=chat_id, locale=locale, created_at=NOW)
        await Link.create(chat_id=chat_id, customer_id=customer.id, proof="order", linked_at=NOW)
    return await Shipment.get(order_id=order.id)


async def happens(shipment: Shipment, *statuses: str, at: datetime = NOW, **values: Any) -> None:
    """These scans, a minute apart, each told when it happens."""
    settings = load_settings(_env_file=None)
    expected_on = values.pop("expected_on", None)
    for minute, status in enumerate(statuses):
        moment = at + timedelta(minutes=minute)
        await record_event(
            shipment.id, scan(status, at=moment, **values), now=moment, settings=settings, expected_on=expected_on
        )


async def waiting(chat_id: int = ANNA, *, cards: bool = False) -> list[Push]:
    rows = await Push.filter(chat_id=chat_id, status="waiting").order_by("id")
    return [row for row in rows if (row.purpose == "card") == cards]


async def heard(chat_id: int = ANNA) -> list[str]:
    """The milestones that wait to be sent to a chat."""
    return [str(row.once).split(":", 2)[2].rpartition(":chat:")[0] for row in await waiting(chat_id)]


@pytest.mark.usefixtures("database")
async def test_a_scan_makes_a_card_and_a_ringing_message() -> None:
    shipment = await a_parcel("label_created")

    await happens(shipment, "in_transit", place="Leipzig")

    [card], [push] = await waiting(cards=True), await waiting()
    assert (card.slot, card.params["disable_notification"]) == (f"parcel:{shipment.id}", True)
    assert "Unterwegs" in card.params["text"]
    assert "Leipzig" in card.params["text"]
    assert str(shipment.tracking_number) in card.params["text"]
    assert (push.purpose, push.slot) == ("milestone", None)
    assert "disable_notification" not in push.params
    assert "Ihr Paket ist unterwegs" in push.params["text"]
    assert "Kaffeebecher" in push.params["text"]


@pytest.mark.usefixtures("database")
async def test_each_chat_hears_in_its_own_language() -> None:
    shipment = await a_parcel(chats=[ANNA])
    link = await Link.get()
    await Chat.create(id=BOB, locale="fr", created_at=NOW)
    await Link.create(chat_id=BOB, customer_id=link.customer_id, proof="order", linked_at=NOW)

    await happens(shipment, "out_for_delivery")

    assert "kommt heute" in (await waiting(ANNA))[0].params["text"]
    assert "Votre colis arrive" in (await waiting(BOB))[0].params["text"]


@pytest.mark.usefixtures("database")
async def test_a_milestone_is_told_once_ever() -> None:
    shipment = await a_parcel()

    await happens(shipment, "out_for_delivery")
    await Push.filter(purpose="milestone").update(status="sent")
    await happens(shipment, "in_transit", "out_for_delivery", "out_for_delivery", at=NOW + timedelta(days=1))

    assert await heard() == []


@pytest.mark.usefixtures("database")
async def test_what_still_waits_is_overtaken_by_what_came_after() -> None:
    shipment = await a_parcel()

    await happens(shipment, "in_transit", "out_for_delivery", "delivered")

    assert await heard() == ["delivered"]
    assert await Push.filter(status="superseded", purpose="milestone").count() == 2
    assert len(await waiting(cards=True)) == 1


@pytest.mark.usefixtures("database")
async def test_twenty_scans_are_one_card_and_at_most_five_rings() -> None:
    shipment = await a_parcel()
    way = ["label_created", "picked_up", *["in_transit"] * 15, "out_for_delivery", "attempt_failed", "delivered"]

    for hour, status in enumerate(way):
        await happens(shipment, status, at=NOW + timedelta(hours=2 * hour), place=f"Ort {hour}")
        await Push.filter(status="waiting").update(status="sent")  # as if the drain ran after every scan

    rows = await Push.filter(chat_id=ANNA)
    assert len(way) == 20
    assert {row.slot for row in rows if row.purpose == "card"} == {f"parcel:{shipment.id}"}
    assert len([row for row in rows if row.purpose != "card"]) <= 5


@pytest.mark.usefixtures("database")
async def test_old_stories_and_late_reports_are_no_news() -> None:
    shipment = await a_parcel()

    for days, status in ((9, "in_transit"), (7, "delivered"), (8, "out_for_delivery")):
        report = scan(status, at=NOW - timedelta(days=days))
        await record_event(shipment.id, report, now=NOW, settings=load_settings(_env_file=None))

    assert await Push.all().count() == 0


@pytest.mark.usefixtures("database")
async def test_a_late_scan_after_delivery_sends_nothing() -> None:
    shipment = await a_parcel()
    await happens(shipment, "delivered")
    await Push.filter(purpose="milestone").update(status="sent")

    await happens(shipment, "in_transit", at=NOW - timedelta(hours=3))

    assert await heard() == []


@pytest.mark.usefixtures("database")
async def test_back_at_the_shop_is_never_told_as_delivered() -> None:
    shipment = await a_parcel("in_transit")

    await happens(shipment, "returning", "delivered")

    assert await heard() == ["returned"]
    assert "zugestellt" not in (await waiting())[0].params["text"]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("columns", [{"is_test": True}, {"is_hidden": True}])
async def test_test_orders_and_hidden_ones_are_never_told(columns: dict[str, Any]) -> None:
    shipment = await a_parcel(**columns)

    await happens(shipment, "in_transit", "lost")

    assert await Push.all().count() == 0


@pytest.mark.usefixtures("database")
async def test_imported_history_tells_nothing_and_watches_nothing() -> None:
    shipment = await a_parcel()

    await record_history([ParcelHistory(shipment.id, [ParcelEvent(NOW, "in_transit", "x")], is_new=False)])

    assert (await Push.all().count(), await Watch.all().count()) == (0, 0)


@pytest.mark.usefixtures("database")
async def test_a_later_day_is_told_once_with_the_old_one_and_an_earlier_one_is_not() -> None:
    shipment = await a_parcel("in_transit")
    await Shipment.all().update(expected_on=date(2026, 11, 20))
    await happens(shipment, "in_transit", expected_on=date(2026, 11, 23))
    await happens(shipment, "in_transit", at=NOW + timedelta(hours=1), expected_on=date(2026, 11, 23))

    [moved] = await waiting()
    assert "Montag, 23. November" in moved.params["text"]
    assert "Freitag, 20. November" in moved.params["text"]

    await happens(shipment, "in_transit", at=NOW + timedelta(hours=2), expected_on=date(2026, 11, 19))
    assert await heard() == ["expected_moved:2026-11-23"]


@pytest.mark.usefixtures("database")
async def test_a_delay_tells_the_new_day_in_one_message() -> None:
    shipment = await a_parcel("in_transit")
    await Shipment.all().update(expected_on=date(2026, 11, 20))

    await happens(shipment, "delayed", expected_on=date(2026, 11, 23), reason="weather_delay")

    [push] = await waiting()
    assert push.purpose == "problem"
    assert "schlechtes Wetter" in push.params["text"]
    assert "Montag, 23. November" in push.params["text"]


@pytest.mark.usefixtures("database")
async def test_an_all_clear_follows_trouble_that_was_told() -> None:
    shipment = await a_parcel("in_transit")
    await happens(shipment, "delayed")
    await Push.filter(purpose="problem").update(status="sent")

    await happens(shipment, "in_transit", at=NOW + timedelta(hours=5))

    assert await heard() == ["all_clear:delayed"]


@pytest.mark.usefixtures("database")
async def test_a_neighbour_is_named_and_one_tap_says_that_it_is_not_there() -> None:
    shipment = await a_parcel("in_transit")

    await happens(shipment, "delivered", reason="neighbour")

    [push] = await waiting()
    assert "Nachbarschaft" in push.params["text"]
    labels = [key["text"] for row in push.params["reply_markup"]["inline_keyboard"] for key in row]
    assert labels == ["Ich habe es nicht", "Details"]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("status", "reason", "read"),
    [
        ("on_hold", "payment_due", ["noch etwas zu bezahlen", "Bitte zahlen Sie es so"]),
        ("exception", "pickup_missed", ["nicht rechtzeitig abgeholt", "Möchten Sie es noch haben"]),
        ("exception", "rejected_by_carrier", ["nicht angenommen"]),
        ("delivered", "signed", ["unterschrieben"]),
        ("delivered", "collected", ["am Abholort abgeholt"]),
    ],
)
async def test_the_reason_is_told_in_words(status: str, reason: str, read: list[str]) -> None:
    shipment = await a_parcel("in_transit")

    await happens(shipment, status, reason=reason)

    [push], [card] = await waiting(), await waiting(cards=True)
    assert all(words in push.params["text"] for words in read)
    assert read[0] in card.params["text"]


@pytest.mark.usefixtures("database")
async def test_customs_that_have_released_a_parcel_are_no_trouble() -> None:
    shipment = await a_parcel("in_transit")

    await happens(shipment, "customs", reason="customs_cleared")

    assert await heard() == []
    assert "freigegeben" in (await waiting(cards=True))[0].params["text"]


@pytest.mark.usefixtures("database")
async def test_foreign_words_cannot_break_a_message_and_buttons_fit() -> None:
    shipment = await a_parcel(lines=[Item(name="<b>Tasse & Co")])
    await Shipment.all().update(tracking_url="javascript:alert(1)")
    await Mute.create(chat_id=ANNA, order_id=(await Order.get()).id, level="problems")

    await happens(shipment, "in_transit", place="<Bonn>")

    [card] = await waiting(cards=True)
    assert "&lt;Bonn&gt;" in card.params["text"]
    assert "&lt;b&gt;Tasse &amp; Co" in card.params["text"]
    keys = [key for row in card.params["reply_markup"]["inline_keyboard"] for key in row]
    assert all(len(key.get("callback_data", "").encode()) <= 64 for key in keys)
    assert not any("url" in key for key in keys)
    assert "🔔 Wieder alles melden" in [key["text"] for key in keys]


@pytest.mark.parametrize(
    ("locale", "second", "last"),
    [
        ("de", "der zweite Zustellversuch", "der letzte Zustellversuch"),
        ("en", "the second delivery attempt", "the last delivery attempt"),
        ("fr", "la deuxième tentative de livraison", "la dernière tentative de livraison"),
        ("lb", "den zweete Liwwerversuch", "de leschte Liwwerversuch"),
    ],
)
@pytest.mark.usefixtures("database")
async def test_a_failed_attempt_is_told_with_its_number_and_the_last_one_when_the_carrier_says_so(
    locale: str, second: str, last: str
) -> None:
    shipment = await a_parcel("in_transit", locale=locale)
    await happens(shipment, "attempt_failed", at=NOW - timedelta(days=1))
    await Push.all().update(status="sent")

    await happens(shipment, "attempt_failed", at=NOW)
    [push] = await waiting()
    assert second in push.params["text"]
    assert last not in push.params["text"]

    await Push.all().update(status="sent")
    await happens(shipment, "attempt_failed", at=NOW + timedelta(days=1), text="Final delivery attempt made")
    [push] = await waiting()
    assert last in push.params["text"]


# Not only alphabetical order: the same events, told again and again, in any order.
@hypothesis_settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(sorted(set(ShipmentStatus) - {ShipmentStatus.UNKNOWN})), min_size=2, max_size=5),
    st.integers(0, 2**16),
)
async def test_any_order_and_repetition_ends_in_the_same_state_and_the_same_news(
    database: Settings, statuses: list[str], seed: int
) -> None:
    chance, ends = random.Random(seed), []
    events = [
        scan(status, at=NOW - timedelta(hours=2) + timedelta(minutes=10 * number), place=f"Ort {number}")
        for number, status in enumerate(statuses)
    ]
    for attempt in range(2):
        shipment = await a_parcel()
        told = events if attempt == 0 else chance.sample(events * 2, len(events) * 2)
        for event in told:
            await record_event(shipment.id, event, now=NOW, settings=database)
        now = await Shipment.get(id=shipment.id)
        [card] = [row.params["text"].replace(str(now.tracking_number), "#") for row in await waiting(cards=True)] or [
            ""
        ]
        ends.append((now.status, now.status_at, now.rank, now.delivered_at, await heard(), card))
        for table in (Push, Link, Chat):
            await table.all().delete()

    assert ends[0] == ends[1]
