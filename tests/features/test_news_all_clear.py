"""Who read a warning reads its all clear: once, of all its parcels together, and not where other news say it anyway."""

from datetime import UTC, date, datetime, timedelta

from bot.config import Settings
from bot.customers.holds import holds_of
from bot.customers.models import Chat, Link, Mute
from bot.outbox.models import Push
from bot.shipping.alerts import watch
from bot.shipping.models import Alert
from bot.shop.models import Shipment
from tests.features.test_news import ANNA, BOB, a_parcel, happens, heard, waiting
from tests.support.builders import an_order, parcel

MONDAY = datetime(2026, 11, 16, 9, tzinfo=UTC)
THURSDAY = MONDAY + timedelta(days=3)


async def everything_sent() -> None:
    await Push.filter(status="waiting").update(status="sent")


async def three_parcels() -> list[Shipment]:
    """Of one customer, in orders 1001 to 1003, all on their way and heard of for the last time on Monday."""
    await a_parcel(ship_country="DE")
    link = await Link.get().select_related("customer")
    for number in ("1002", "1003"):
        await an_order(number, customer=link.customer, parcels=[parcel()], ship_country="DE")
    shipments = await Shipment.all().order_by("id")
    for each in shipments:
        await happens(each, "in_transit", at=MONDAY)
    await everything_sent()
    return shipments


async def three_warned(database: Settings) -> list[Shipment]:
    """The same, silent for so long that the customer has read one warning about all of them."""
    shipments = await three_parcels()
    await watch(THURSDAY, database)
    [warning] = await waiting()
    assert all(number in warning.params["text"] for number in ("1001", "1002", "1003"))
    assert "Spätestens Freitag, 27. November" in warning.params["text"]
    await everything_sent()
    return shipments


async def test_a_merged_warning_gets_one_all_clear_when_the_last_of_its_parcels_moves(database: Settings) -> None:
    first, second, third = await three_warned(database)

    await happens(first, "in_transit", at=THURSDAY + timedelta(hours=1))
    await happens(second, "in_transit", at=THURSDAY + timedelta(hours=2))
    assert await waiting() == []
    await happens(third, "in_transit", at=THURSDAY + timedelta(hours=3))

    [clear] = await waiting()
    assert "Ihre Pakete sind wieder unterwegs" in clear.params["text"]
    assert all(number in clear.params["text"] for number in ("1001", "1002", "1003"))
    await everything_sent()
    await happens(first, "in_transit", at=THURSDAY + timedelta(hours=5))
    await watch(THURSDAY + timedelta(hours=6), database)
    assert await waiting() == []


async def test_every_chat_that_read_the_warning_reads_the_all_clear_and_no_other(database: Settings) -> None:
    await three_parcels()
    customer_id = (await Link.get()).customer_id
    await Chat.create(id=BOB, locale="fr", created_at=MONDAY)
    await Link.create(chat_id=BOB, customer_id=customer_id, proof="order", linked_at=MONDAY)
    await watch(THURSDAY, database)
    await everything_sent()
    await Chat.create(id=703, locale="en", created_at=THURSDAY)
    await Link.create(chat_id=703, customer_id=customer_id, proof="order", linked_at=THURSDAY)

    for shipment in await Shipment.all():
        await happens(shipment, "in_transit", at=THURSDAY + timedelta(hours=1))

    assert "wieder unterwegs" in (await waiting(ANNA))[0].params["text"]
    assert "Vos colis repartent" in (await waiting(BOB))[0].params["text"]
    assert [row.purpose for row in await waiting(703)] == []


async def test_what_a_milestone_says_the_all_clear_does_not_say_again(database: Settings) -> None:
    first, second, third = await three_warned(database)

    await happens(first, "out_for_delivery", at=THURSDAY + timedelta(hours=1))
    await happens(second, "delivered", at=THURSDAY + timedelta(hours=2))
    await everything_sent()
    await happens(third, "in_transit", at=THURSDAY + timedelta(hours=3))

    [clear] = await waiting()
    assert "1003" in clear.params["text"]
    assert not [number for number in ("1001", "1002") if number in clear.params["text"]]


async def test_when_milestones_say_all_of_it_there_is_no_all_clear(database: Settings) -> None:
    shipments = await three_warned(database)

    for shipment in shipments:
        await happens(shipment, "out_for_delivery", at=THURSDAY + timedelta(hours=1))

    assert [push.params["text"].splitlines()[0] for push in await waiting()] == ["<b>🛵 Ihr Paket kommt heute</b>"] * 3


async def test_an_all_clear_that_waits_for_the_morning_leaves_out_what_is_told_meanwhile(database: Settings) -> None:
    shipments = await three_warned(database)
    for shipment in shipments:
        await happens(shipment, "in_transit", at=THURSDAY + timedelta(hours=14))

    await happens(shipments[0], "out_for_delivery", at=THURSDAY + timedelta(hours=20))
    [clear] = [push for push in await waiting() if "wieder unterwegs" in push.params["text"]]
    assert "1001" not in clear.params["text"]
    for shipment in shipments[1:]:
        await happens(shipment, "out_for_delivery", at=THURSDAY + timedelta(hours=21))

    assert not [push for push in await waiting() if "wieder unterwegs" in push.params["text"]]


async def test_a_muted_order_is_left_out_of_the_all_clear(database: Settings) -> None:
    shipments = await three_warned(database)
    await Mute.create(chat_id=ANNA, order_id=shipments[0].order_id, level="problems")

    for shipment in shipments:
        await happens(shipment, "in_transit", at=THURSDAY + timedelta(hours=1))

    [clear] = await waiting()
    assert "1001" not in clear.params["text"]
    assert "1002" in clear.params["text"]


async def test_a_warning_that_nobody_has_read_yet_speaks_of_what_is_left_or_not_at_all(database: Settings) -> None:
    first, second, third = await three_parcels()
    await watch(THURSDAY, database)

    await happens(first, "in_transit", at=THURSDAY + timedelta(hours=1))
    [warning] = await waiting()
    assert "1001" not in warning.params["text"]
    await happens(second, "in_transit", at=THURSDAY + timedelta(hours=2))
    [warning] = await waiting()
    assert "Von Ihrem Paket fehlt Neues" in warning.params["text"]
    assert "1003" in warning.params["text"]
    await happens(third, "in_transit", at=THURSDAY + timedelta(hours=3))

    assert await waiting() == []


async def test_one_that_is_lost_in_the_end_is_no_part_of_the_all_clear_of_the_others(database: Settings) -> None:
    first, second, third = await three_warned(database)
    for shipment in (first, second):
        await happens(shipment, "in_transit", at=THURSDAY + timedelta(hours=1))
    assert await waiting() == []

    await happens(third, "lost", at=THURSDAY + timedelta(hours=2))

    texts = [push.params["text"] for push in await waiting()]
    assert [text for text in texts if "gilt als verloren" in text and "1003" in text]
    [clear] = [text for text in texts if "wieder unterwegs" in text]
    assert "1003" not in clear


async def test_a_single_parcel_that_is_out_for_delivery_needs_no_all_clear(database: Settings) -> None:
    shipment = await a_parcel(ship_country="DE")
    await happens(shipment, "in_transit", at=MONDAY)
    await everything_sent()
    await watch(THURSDAY, database)
    await everything_sent()

    await happens(shipment, "out_for_delivery", at=THURSDAY + timedelta(hours=1))

    assert await heard() == ["out_for_delivery"]


async def test_a_single_warning_that_nobody_has_read_yet_is_taken_back_when_it_is_over(database: Settings) -> None:
    shipment = await a_parcel(ship_country="DE")
    await happens(shipment, "in_transit", at=MONDAY)
    await everything_sent()
    await watch(THURSDAY, database)
    assert len(await waiting()) == 1

    await happens(shipment, "in_transit", at=THURSDAY + timedelta(hours=1))

    assert await waiting() == []


async def test_a_parcel_thought_lost_that_is_scanned_again_is_cleared_once_and_not_called_lost(
    database: Settings,
) -> None:
    shipment = await a_parcel(ship_country="DE")
    await happens(shipment, "in_transit", at=MONDAY, expected_on=date(2026, 11, 17))
    for day in (18, 25):
        await watch(datetime(2026, 11, day, 9, tzinfo=UTC), database)
        await everything_sent()

    await happens(shipment, "in_transit", at=datetime(2026, 11, 26, 9, tzinfo=UTC))
    for hours in (1, 30):
        await watch(datetime(2026, 11, 26, 9, tzinfo=UTC) + timedelta(hours=hours), database)

    [clear] = await waiting()
    assert "Es geht weiter" in clear.params["text"]
    assert [alert.kind for alert in await Alert.filter(closed_at=None)] == ["late"]


async def test_nobody_is_left_alone_for_ever_because_a_delay_was_told_twice(database: Settings) -> None:
    """Late by its day, then late by the carrier's word, then late by its day again, then there."""
    shipment = await a_parcel(ship_country="DE")
    await happens(shipment, "in_transit", at=MONDAY, expected_on=date(2026, 11, 17))
    wednesday = MONDAY + timedelta(days=2)
    await watch(wednesday, database)
    await happens(shipment, "delayed", "in_transit", at=wednesday + timedelta(hours=1))
    await watch(wednesday + timedelta(hours=2), database)

    await happens(shipment, "delivered", at=wednesday + timedelta(hours=3))

    customer_id = (await Link.get()).customer_id
    assert await holds_of([customer_id], now=wednesday + timedelta(hours=4)) == {}
