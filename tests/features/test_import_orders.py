"""Orders of an import file become the shop database's orders, once, however often they come."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.connectors.files_export import describe_order
from bot.db import connection
from bot.shipping.models import TrackingEvent
from bot.shop.incoming import Outcome
from bot.shop.models import Customer, Line, Order, Shipment
from bot.shop.orders import get_order
from tests.support.builders import a_customer, an_order, parcel
from tests.support.import_files import FULL_ORDER, Json, event, everything, import_lines, order

pytestmark = pytest.mark.usefixtures("database")

TODAY = date(2026, 11, 6)


async def described(number: str = "1001", **which: Any) -> Json:
    return await describe_order(await Order.get(number=number, **which), today=TODAY)


async def test_everything_an_order_tells_is_shown_again_with_what_follows_from_it(tmp_path: Path) -> None:
    summary = await import_lines(tmp_path, FULL_ORDER)

    shown = await described()
    follows = {"status": "in_transit", "shop_status": "paid", "late": True, "delivered_at": None}
    assert {key: shown[key] for key in follows} == follows
    assert shown["expected_on"] == "2026-11-05"
    told = {key: value for key, value in FULL_ORDER.items() if key not in {"status", "shipments"}}
    assert {key: shown[key] for key in told} == told
    [parcel_told], [parcel_shown] = FULL_ORDER["shipments"], shown["shipments"]
    assert {key: parcel_shown[key] for key in parcel_told if key != "events"} == {
        key: value for key, value in parcel_told.items() if key != "events"
    }
    assert [{key: each[key] for key in parcel_told["events"][0]} for each in parcel_shown["events"]] == parcel_told[
        "events"
    ]
    assert summary.as_json()["warnings"] == {}
    assert (summary.counts["order"][Outcome.NEW], summary.events) == (1, 2)


async def test_importing_again_changes_nothing(tmp_path: Path) -> None:
    lines = [FULL_ORDER, order("1002", shipments=[{"events": [event("lost")]}]), order("1003", customer={"name": "X"})]
    await import_lines(tmp_path, *lines)
    before = await everything()

    again = await import_lines(tmp_path, *lines)

    assert await everything() == before
    assert again.as_json()["orders"] == {"new": 0, "updated": 0, "unchanged": 3}


async def test_the_same_order_in_other_words_changes_nothing_but_its_fingerprint(tmp_path: Path) -> None:
    await import_lines(tmp_path, FULL_ORDER)
    before = await everything()

    again = await import_lines(tmp_path, dict(reversed(FULL_ORDER.items())))

    after = await everything()
    assert after["shop_order"][0].pop("fingerprint") != before["shop_order"][0].pop("fingerprint")
    assert after == before
    assert again.counts["order"][Outcome.UNCHANGED] == 1


async def test_an_order_needs_no_more_than_a_number_a_time_and_a_currency(tmp_path: Path) -> None:
    nulls = {key: None for key in FULL_ORDER if key not in {"type", "number", "placed_at", "currency"}}
    await import_lines(tmp_path, order("1001"), order("1002", **nulls))

    for number in ("1001", "1002"):
        shown = await described(number)
        assert (shown["status"], shown["total"], shown["customer"], shown["lines"], shown["shipments"]) == (
            "unknown",
            None,
            None,
            [],
            [],
        )


async def test_what_a_line_leaves_out_stays_and_what_it_tells_replaces(tmp_path: Path) -> None:
    await import_lines(tmp_path, FULL_ORDER)

    identity = {"external_id": "gid-1001", "source": "web"}
    summary = await import_lines(tmp_path, order(**identity, status="refunded", total=None, lines=[{"name": "Kanne"}]))

    shown = await described()
    assert (shown["shop_status"], shown["total"], shown["shipping_total"]) == ("refunded", None, "4.90")
    assert [(line["name"], line["quantity"], line["sku"]) for line in shown["lines"]] == [("Kanne", 1, None)]
    assert shown["customer"]["email"] == "Erika@Example.org"
    assert len(shown["shipments"][0]["events"]) == 2
    assert summary.counts["order"][Outcome.UPDATED] == 1


async def test_an_object_with_more_events_adds_them_and_the_order_moves(tmp_path: Path) -> None:
    await import_lines(tmp_path, FULL_ORDER)

    delivered = event("delivered", "2026-11-05T10:00:00Z", place="Bonn")
    news = {"tracking_number": "jjd0001", "events": [FULL_ORDER["shipments"][0]["events"][1], delivered]}
    summary = await import_lines(tmp_path, order(external_id="gid-1001", source="web", shipments=[news]))

    shown = await described()
    [parcel_shown] = shown["shipments"]
    assert [each["status"] for each in parcel_shown["events"]] == ["label_created", "in_transit", "delivered"]
    assert (shown["status"], shown["delivered_at"], shown["late"]) == ("delivered", "2026-11-05T10:00:00Z", False)
    assert (parcel_shown["carrier"], shown["expected_on"]) == ("dhl", parcel_shown["expected_on"])
    assert (summary.events, summary.counts["order"][Outcome.UPDATED]) == (1, 1)
    assert summary.as_json()["warnings"] == {}


async def test_events_that_come_late_change_nothing_of_where_the_parcel_stands(tmp_path: Path) -> None:
    told = {"tracking_number": "A", "events": [event("delivered", "2026-11-05T10:00:00Z")]}
    await import_lines(tmp_path, order(shipments=[told]))

    await import_lines(tmp_path, order(shipments=[{"tracking_number": "A", "events": [event("in_transit")]}]))

    shown = await described()
    assert (shown["status"], len(shown["shipments"][0]["events"])) == ("delivered", 2)


async def test_a_tracking_number_that_comes_later_completes_the_parcel(tmp_path: Path) -> None:
    await import_lines(tmp_path, order(shipments=[{"expected_on": "2026-11-09"}, {"carrier": "ups"}]))
    await import_lines(tmp_path, order(shipments=[{"tracking_number": "A"}, {"tracking_number": "B"}]))
    await import_lines(
        tmp_path, order(shipments=[{"tracking_number": "B", "carrier": "gls"}, {"tracking_number": "C"}])
    )

    parcels = (await described())["shipments"]
    assert [(each["tracking_number"], each["carrier"]) for each in parcels] == [("A", None), ("B", "gls"), ("C", None)]
    assert parcels[0]["expected_on"] == "2026-11-09"


async def test_two_parcels_of_one_tracking_number_stay_two(tmp_path: Path) -> None:
    twice = [
        {"tracking_number": "A", "expected_on": "2026-11-07"},
        {"tracking_number": "A", "expected_on": "2026-11-09"},
    ]
    await import_lines(tmp_path, order(shipments=twice))
    await import_lines(tmp_path, order(shipments=[*twice], status="paid"))

    assert [each["expected_on"] for each in (await described())["shipments"]] == ["2026-11-07", "2026-11-09"]


async def test_a_split_order_names_what_is_in_each_parcel(tmp_path: Path) -> None:
    lines = [{"sku": "A", "name": "Becher", "quantity": 2}, {"sku": "B", "name": "Kanne"}]
    first = {"lines": [{"sku": "A", "quantity": 2}], "events": [event("delivered")]}
    second = {"lines": [{"sku": "B"}], "events": [event("label_created")]}
    await import_lines(tmp_path, order(lines=lines, shipments=[first, second], customer={"external_id": "c"}))

    stored = await Order.get()
    card = await get_order(stored.id, customer_ids=[stored.customer_id or 0], today=TODAY)
    assert [each.contents for each in card.parcels] == [(("Becher", 2),), (("Kanne", 1),)]
    assert (card.state, card.delivered_at) == ("label_created", None)


async def test_a_window_is_expected_on_the_day_it_ends_in_the_shop(tmp_path: Path) -> None:
    window = {"expected_from": "2026-11-05T20:00:00Z", "expected_until": "2026-11-05T23:30:00Z"}
    await import_lines(tmp_path, order(shipments=[window]), tz=ZoneInfo("Europe/Berlin"))

    assert (await described())["expected_on"] == "2026-11-06"


async def test_orders_of_two_sources_are_two_orders(tmp_path: Path) -> None:
    await import_lines(tmp_path, order(source="web", status="paid"), order(source="till", status="pending"), order())

    assert await Order.filter(number="1001").count() == 3
    assert (await described(source="till"))["status"] == "pending"


async def test_an_external_id_counts_more_than_a_number(tmp_path: Path) -> None:
    await import_lines(tmp_path, order("1001", external_id="a"))
    await import_lines(tmp_path, order("1002", external_id="a"), order("1002", external_id="b"))

    assert sorted(await Order.all().values_list("external_id", "number")) == [("a", "1002"), ("b", "1002")]


async def test_an_order_without_an_external_id_takes_the_first_it_is_told(tmp_path: Path) -> None:
    await import_lines(tmp_path, order())
    await import_lines(tmp_path, order(external_id="a"))
    await import_lines(tmp_path, order(status="paid"))

    assert await Order.all().values_list("external_id", "status") == [("a", "paid")]


async def test_of_an_order_told_twice_in_a_file_the_later_counts_and_events_add_up(tmp_path: Path) -> None:
    first = order(status="paid", shipments=[{"tracking_number": "A", "events": [event("in_transit")]}])
    later = event("delivered", "2026-11-05T10:00:00Z")
    second = order(status="completed", shipments=[{"tracking_number": "A", "events": [later]}])
    summary = await import_lines(tmp_path, first, second)

    shown = await described()
    assert (shown["shop_status"], shown["status"], len(shown["shipments"][0]["events"])) == (
        "completed",
        "delivered",
        2,
    )
    assert summary.as_json()["warnings"]["repeated_in_this_import"]["count"] == 1


async def test_customers_are_known_by_external_id_else_by_e_mail_within_a_source(tmp_path: Path) -> None:
    by_id, by_mail = {"external_id": "c-1", "email": "a@example.org"}, {"email": "A@example.org "}
    await import_lines(
        tmp_path,
        order("1", source="web", customer=by_mail),
        order("2", source="web", customer=by_id),
        order("3", source="web", customer=by_mail | {"name": "Erika"}),
        order("4", source="till", customer=by_mail),
        order("5", source="web", customer={"external_id": "c-2", "email": "a@example.org"}),
        order("6", source="web", customer={"external_id": "c-1", "email": "new@example.org"}),
    )

    owners = [each.customer_id for each in await Order.all().order_by("number")]
    assert owners[0] == owners[1] == owners[2] == owners[5]
    assert len({owners[0], owners[3], owners[4]}) == 3
    erika = await Customer.get(id=owners[0])
    assert (erika.external_id, erika.name, erika.email, erika.email_key) == (
        "c-1",
        "Erika",
        "new@example.org",
        "new@example.org",
    )


async def test_a_customer_met_in_two_imports_is_one_customer(tmp_path: Path) -> None:
    await import_lines(tmp_path, order("1", customer={"email": "a@example.org", "name": "Erika"}))
    await import_lines(tmp_path, order("2", customer={"email": "a@example.org", "phone": "+49 151 1234567"}))

    [customer] = await Customer.all()
    assert (customer.name, customer.phone_key) == ("Erika", "491511234567")


async def test_a_national_telephone_number_is_completed_by_the_country_of_the_address(tmp_path: Path) -> None:
    await import_lines(tmp_path, FULL_ORDER)

    assert (await Customer.get()).phone_key == "491511234567"


async def test_customers_of_whom_nothing_identifies_them_are_not_thrown_together(tmp_path: Path) -> None:
    await import_lines(tmp_path, order("1", customer={"name": "Kunde"}), order("2", customer={"name": "Kunde"}))
    await import_lines(tmp_path, order("1", customer={"name": "Erika"}))

    assert sorted(each.name or "" for each in await Customer.all()) == ["Erika", "Kunde"]


async def test_an_order_linked_before_the_shop_told_who_bought_keeps_its_customer(tmp_path: Path) -> None:
    nobody = await Customer.create()
    await an_order("1001", customer=nobody)

    await import_lines(tmp_path, order(customer={"external_id": "c-1", "name": "Erika"}))
    await import_lines(tmp_path, order(customer=None, status="paid"))

    assert (await Order.get()).customer_id == nobody.id
    assert (await Customer.get(id=nobody.id)).name == "Erika"


async def test_an_import_moves_no_order_that_live_events_have_moved_on(tmp_path: Path) -> None:
    await import_lines(tmp_path, FULL_ORDER)
    shipment = await Shipment.get()
    await TrackingEvent.create(
        shipment_id=shipment.id, occurred_at=datetime(2026, 11, 5, tzinfo=UTC), code="delivered", status="delivered"
    )
    await Shipment.filter(id=shipment.id).update(status="delivered", rank=90)
    await Order.all().update(state="delivered", is_open=False)

    await import_lines(tmp_path, FULL_ORDER)
    assert (await described())["status"] == "delivered"
    await import_lines(tmp_path, FULL_ORDER | {"status": "completed"})
    assert (await described())["status"] == "delivered"


@pytest.mark.sqlite
async def test_imported_rows_are_written_exactly_as_the_models_write_them(tmp_path: Path) -> None:
    """SQLite compares times and amounts as text: another spelling would be invisible to filters."""
    address = {f"ship_{key}": value for key, value in FULL_ORDER["ship_to"].items()}
    customer = await a_customer()
    events = FULL_ORDER["shipments"][0]["events"]
    mine = await an_order(
        "1001",
        customer=customer,
        total=Decimal("44.7"),
        tax_total=Decimal("7.14"),
        parcels=[parcel(*(each["status"] for each in events), expected_on=date(2026, 11, 5), contents=[{"sku": "X"}])],
        **address,
    )
    await import_lines(tmp_path, FULL_ORDER)
    imported = await Order.get(source="web")

    for table, column in (("shop_order", "id"), ("shop_line", "order_id"), ("shop_shipment", "order_id")):
        built, read = [
            (await connection().execute_query_dict(f"SELECT * FROM {table} WHERE {column} = {each}"))[0]
            for each in (mine.id, imported.id)
        ]
        assert {key: _spelling(built[key]) for key in built if built[key] and read[key]} == {
            key: _spelling(read[key]) for key in built if built[key] and read[key]
        }


def _spelling(value: Any) -> Any:
    """The pattern of digits of a value, or its type."""
    if isinstance(value, str) and value[:1].isdigit() and ("." in value or ":" in value or "-" in value):
        return "".join("9" if character.isdigit() else character for character in value).lstrip("9")
    return type(value)


async def test_filters_find_imported_rows(tmp_path: Path) -> None:
    await import_lines(tmp_path, FULL_ORDER)
    placed = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)

    assert await Order.filter(placed_at=placed, total=Decimal("44.70"), is_open=True).count() == 1
    assert await Order.filter(placed_at__lt=placed + timedelta(seconds=1)).count() == 1
    assert await Order.filter(placed_at__gt=placed - timedelta(microseconds=1)).count() == 1
    assert await Shipment.filter(expected_on=date(2026, 11, 5), tracking_key="JJD0001").count() == 1
    assert await TrackingEvent.filter(occurred_at__lte=datetime(2026, 11, 3, 8, tzinfo=UTC)).count() == 1
    assert (await Line.get()).unit_price == Decimal("19.90")
    assert (await Shipment.get()).contents == [{"sku": "BECHER", "quantity": 2}]
