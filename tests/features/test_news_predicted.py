"""A delay is predicted from the shop's own past parcels, told only where that has proved right, and taken back."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.config import Settings
from bot.customers.holds import holds_of
from bot.customers.models import Link, Mute
from bot.outbox.models import Push
from bot.shipping.alerts import watch
from bot.shipping.learning import learn, list_forecasts
from bot.shipping.models import Alert, ExpectedDay, Forecast, TrackingEvent
from bot.shop.models import Customer, Order, Shipment
from tests.features.test_news import ANNA, BOB, a_parcel, happens, heard, waiting
from tests.support.builders import an_order, parcel
from tests.support.postman import Postman, drained
from tests.support.queries import counted_queries

MONDAY = datetime(2026, 11, 16, 9, tzinfo=UTC)
DUE = date(2026, 11, 18)
ON_TIME = ((0.0, "label_created"), (0.5, "in_transit"), (2.0, "out_for_delivery"), (2.2, "delivered"))
HELD_UP = ((0.0, "label_created"), (2.5, "in_transit"), (4.0, "out_for_delivery"), (4.2, "delivered"))
RELIED_ON = 45
TUESDAY = MONDAY + timedelta(days=1)


async def past(parcels: int, *, live: bool = True, held_up_come_late: bool = True, country: str = "DE") -> None:
    """So many parcels that were held up, and as many that were not, one a day each until a month ago."""
    orders, shipments, events, days = [], [], [], []
    first = await Shipment.all().order_by("-id").first()
    number = first.id + 1000 if first else 1000
    for index in range(parcels):
        for way in (ON_TIME, HELD_UP):
            number += 1
            start = MONDAY - timedelta(days=28 + 7 * (parcels - index))
            ways = [(start + timedelta(days=day), status) for day, status in way]
            if not held_up_come_late and way is HELD_UP:
                ways = [
                    *ways[:1],
                    (start + timedelta(days=2.1), "in_transit"),
                    (start + timedelta(days=2.2), "delivered"),
                ]
            named = {"number": f"{number}", "number_key": f"{number}", "placed_at": start, "currency": "EUR"}
            orders.append(Order(id=number, ship_country=country, state="delivered", **named))
            done = {"status": "delivered", "rank": 90, "status_at": ways[-1][0], "delivered_at": ways[-1][0]}
            shipments.append(Shipment(id=number, order_id=number, position=1, carrier="dhl", **done))
            events += [
                TrackingEvent(
                    shipment_id=number, occurred_at=at, code=status, status=status, heard_at=at if live else None
                )
                for at, status in ways
            ]
            due = (start + timedelta(days=2)).date()
            days.append(ExpectedDay(shipment_id=number, expected_on=due, told_at=start))
    await Order.bulk_create(orders)
    await Shipment.bulk_create(shipments)
    await TrackingEvent.bulk_create(events)
    await ExpectedDay.bulk_create(days)


async def labelled(*, locale: str = "de", chats: tuple[int, ...] = (ANNA,)) -> Shipment:
    """A parcel whose label was made on Monday, expected on Wednesday, not handed over yet; its card was sent."""
    shipment = await a_parcel(ship_country="DE", locale=locale, chats=chats)
    await happens(shipment, "label_created", at=MONDAY, expected_on=DUE)
    await Push.all().update(status="sent", settled_at=MONDAY)
    return shipment


async def test_a_parcel_that_will_probably_be_late_is_told_once_with_why_and_until_when(database: Settings) -> None:
    await past(RELIED_ON)
    await learn(MONDAY, database)
    await labelled()

    await watch(MONDAY, database)
    assert await waiting() == [], "nothing can be told on the first day"
    for hours in (0, 1, 5):
        await watch(TUESDAY + timedelta(hours=hours), database)

    [push] = await waiting()
    assert push.purpose == "problem"
    text = push.params["text"]
    assert "kommt wahrscheinlich später" in text
    assert "Mittwoch, 18. November" in text
    assert "nicht sicher" in text
    assert "Von 45 Paketen, die so weit waren wie Ihres, kamen 45 später an." in text
    assert "Spätestens Donnerstag, 19. November" in text
    assert push.expires_at == datetime(2026, 11, 18, 23, tzinfo=UTC)
    assert [alert.kind for alert in await Alert.all()] == ["predicted"]
    customer_id = (await Link.get()).customer_id
    assert [hold.reason for hold in (await holds_of([customer_id], now=TUESDAY))[customer_id]] == ["late"]


@pytest.mark.parametrize(
    ("locale", "title", "like"),
    [
        ("en", "will probably come later", "Of 45 parcels that were as far as yours, 45 came later."),
        ("fr", "arrivera probablement plus tard", "Sur 45 colis"),
        ("lb", "kënnt wahrscheinlech méi spéit", "Vun 45 Päck"),
    ],
)
async def test_it_is_told_in_every_language(database: Settings, locale: str, title: str, like: str) -> None:
    await past(RELIED_ON)
    await learn(MONDAY, database)
    await labelled(locale=locale)

    await watch(TUESDAY, database)

    [push] = await waiting()
    assert title in push.params["text"]
    assert like in push.params["text"]


@pytest.mark.parametrize(
    ("history", "why"),
    [
        ({"parcels": 39}, "19 warnings are too few to tell"),
        ({"parcels": RELIED_ON, "live": False}, "of imported parcels nobody knows what was known when"),
        ({"parcels": RELIED_ON, "held_up_come_late": False}, "they come in time"),
        ({"parcels": RELIED_ON, "country": "LU"}, ""),
    ],
)
async def test_it_stays_off_until_it_has_proved_itself(
    database: Settings, history: dict[str, int | bool | str], why: str
) -> None:
    await past(**history)  # type: ignore[arg-type]  # as its parameters are
    await learn(MONDAY, database)
    await labelled()

    await watch(TUESDAY, database)

    assert bool(await waiting()) is (not why), why


async def test_an_arrival_in_time_is_the_all_clear_by_itself(database: Settings) -> None:
    await past(RELIED_ON)
    await learn(MONDAY, database)
    shipment = await labelled()
    await watch(TUESDAY, database)
    await Push.all().update(status="sent", settled_at=TUESDAY)

    await happens(shipment, "out_for_delivery", "delivered", at=TUESDAY + timedelta(hours=22))

    assert await heard() == ["delivered"]
    assert await Alert.filter(closed_at=None).count() == 0


async def test_it_is_taken_back_when_things_look_well_again(database: Settings) -> None:
    await past(RELIED_ON)
    await learn(MONDAY, database)
    shipment = await labelled()
    await happens(shipment, "picked_up", at=MONDAY + timedelta(hours=1))
    await Forecast.all().update(stages={"1:20": {"4": 30}, "1:30": {"2": 30}, "2:30": {"2": 30}})
    await Push.all().update(status="sent", settled_at=MONDAY)
    await watch(TUESDAY, database)
    [told] = await waiting()
    assert "wahrscheinlich später" in told.params["text"]
    await Push.all().update(status="sent", settled_at=TUESDAY)

    await happens(shipment, "in_transit", at=TUESDAY + timedelta(hours=1))

    [clear] = await waiting()
    assert clear.purpose == "notice"
    assert "Es sieht wieder gut aus" in clear.params["text"]
    assert "Mittwoch, 18. November" in clear.params["text"]
    for hours in (2, 5):
        await watch(TUESDAY + timedelta(hours=hours), database)
    assert len(await waiting()) == 1


async def test_what_nobody_has_read_yet_is_not_sent_when_it_is_over(database: Settings) -> None:
    await past(RELIED_ON)
    await learn(MONDAY, database)
    shipment = await labelled()
    await happens(shipment, "picked_up", at=MONDAY + timedelta(hours=1))
    await Forecast.all().update(stages={"1:20": {"4": 30}, "1:30": {"2": 30}})
    await Push.all().update(status="sent", settled_at=MONDAY)
    await watch(TUESDAY, database)
    [told] = await waiting()

    await happens(shipment, "in_transit", at=TUESDAY + timedelta(hours=1))

    assert await waiting() == []
    assert (await Push.get(id=told.id)).status == "superseded"


async def test_a_later_day_that_the_carrier_tells_is_no_relief_and_no_second_prediction(database: Settings) -> None:
    await past(RELIED_ON)
    await learn(MONDAY, database)
    shipment = await labelled()
    await watch(TUESDAY, database)
    await Push.all().update(status="sent", settled_at=TUESDAY)

    await happens(
        shipment, "label_created", at=TUESDAY + timedelta(hours=2), code="again", expected_on=date(2026, 11, 19)
    )
    for hours in (3, 6):
        await watch(TUESDAY + timedelta(hours=hours), database)

    assert await heard() == ["expected_moved:2026-11-19"]
    assert await Alert.filter(kind="predicted").count() == 1


async def test_then_it_is_late_as_was_promised(database: Settings) -> None:
    await past(RELIED_ON)
    await learn(MONDAY, database)
    shipment = await labelled()
    await happens(shipment, "picked_up", at=MONDAY + timedelta(hours=1))
    await Forecast.all().update(stages={"1:20": {"4": 30}})
    await watch(TUESDAY, database)
    await Push.all().update(status="sent", settled_at=TUESDAY)

    await watch(datetime(2026, 11, 19, 6, tzinfo=UTC), database)

    [push] = await waiting()
    assert "ist verspätet" in push.params["text"]


async def test_a_mass_delay_is_one_message_that_says_what_is_only_probable(database: Settings) -> None:
    await past(RELIED_ON)
    await learn(MONDAY, database)
    shipment = await labelled()
    customer = await Customer.get(id=(await Order.get(id=shipment.order_id)).customer_id)
    await an_order("1002", customer=customer, parcels=[parcel()], ship_country="DE")
    second = await Shipment.get(order__number="1002", order__customer_id=customer.id)
    await happens(second, "label_created", at=MONDAY, expected_on=DUE)
    await Push.all().update(status="sent", settled_at=MONDAY)

    assert await watch(TUESDAY, database) == 2

    [push] = await waiting()
    assert "Mehrere Ihrer Pakete" in push.params["text"]
    assert push.params["text"].count("wahrscheinlich später als Mittwoch, 18. November") == 2
    assert "nicht sicher" in push.params["text"]


async def test_what_is_only_probable_honours_what_is_muted(database: Settings) -> None:
    """It is a problem, as the other warnings are: it comes at "problems only"."""
    await past(RELIED_ON)
    await learn(MONDAY, database)
    shipment = await labelled(chats=(ANNA, BOB))
    for chat_id, level in ((ANNA, "problems"), (BOB, "nothing")):
        await Mute.create(chat_id=chat_id, order_id=shipment.order_id, level=level)
    await watch(TUESDAY, database)

    await drained(database, Postman(), TUESDAY)

    told = {push.chat_id: (push.status, push.why) for push in await Push.filter(once__contains="alert-predicted")}
    assert told == {ANNA: ("sent", None), BOB: ("skipped", "muted")}


async def test_learning_reads_pages_off_the_way_of_scans_and_keeps_a_row_a_lane(database: Settings) -> None:
    await past(RELIED_ON)
    await past(5, country="AT")
    with counted_queries() as once:
        await learn(MONDAY, database)
    with counted_queries() as again:
        await learn(MONDAY + timedelta(hours=12), database)

    rows = {(row.carrier, row.country): row for row in await Forecast.all()}
    assert set(rows) == {("dhl", "DE"), ("dhl", "AT"), ("dhl", "")}
    german, anywhere = rows["dhl", "DE"], rows["dhl", ""]
    assert (german.learned, german.judged, german.late, german.warned, german.hits) == (90, 90, 45, 25, 25)
    assert (german.is_on, anywhere.is_on, rows["dhl", "AT"].is_on) == (True, True, True)
    assert anywhere.learned == 100
    assert len(once) == len(again) <= 8, "one page of parcels and the end of them, and what is stored"


async def test_a_scan_asks_for_what_was_learnt_only_if_a_delay_was_predicted(database: Settings) -> None:
    await past(RELIED_ON)
    await learn(MONDAY, database)
    shipment = await labelled()

    with counted_queries() as plain:
        await happens(shipment, "label_created", at=MONDAY + timedelta(hours=1), code="a")
    await watch(TUESDAY, database)
    with counted_queries() as after:
        await happens(shipment, "label_created", at=TUESDAY + timedelta(hours=1), code="b")

    assert sum("shipping_forecast" in each for each in plain) == 0
    assert sum("shipping_forecast" in each for each in after) >= 1


async def test_the_operator_sees_how_well_it_would_have_done_and_where_it_is_on(database: Settings) -> None:
    assert await list_forecasts() == {"computed_at": None, "lanes": []}
    await past(RELIED_ON)
    await past(5, country="AT")
    await past(25, country="LU", held_up_come_late=False)
    await learn(MONDAY, database)

    told = await list_forecasts()

    assert told["computed_at"] == "2026-11-16T09:00:00+00:00"
    lanes = {lane["country"]: lane for lane in told["lanes"]}
    german = {"parcels": 90, "judged": 90, "late": 45, "warned": 25, "right": 25, "precision": 1.0, "recall": 25 / 45}
    assert lanes["DE"] == {"carrier": "dhl", "country": "DE", **german, "is_on": True, "state": "on"}
    assert (lanes["AT"]["is_on"], lanes["AT"]["state"]) == (True, "on, by its carrier anywhere")
    assert lanes[None]["parcels"] == 150
