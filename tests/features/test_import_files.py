"""Whatever a file holds: good lines go in, bad ones are told with place and reason, odd ones are kept and listed."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.connectors import files_lines
from bot.connectors.files import import_files
from bot.connectors.files_lines import Entry, read_entries
from bot.connectors.files_schema import OBJECTS, SHAPES, json_schema
from bot.errors import OperatorError
from bot.shop.incoming import Outcome
from bot.shop.models import Order
from tests.support.import_files import (
    FULL_ORDER,
    Json,
    answer,
    event,
    everything,
    import_lines,
    order,
    product,
    write_lines,
)


@pytest.mark.usefixtures("database")
class TestBadLines:
    @pytest.mark.parametrize(
        ("line", "field", "reason"),
        [
            ("{", "line", "is not JSON"),
            ("[]", "line", "must be a JSON object"),
            ("[" * 100_000, "line", "is nested too deeply"),
            ('{"type": NaN}', "line", "NaN is no JSON number"),
            (b'{"type": "order", "number": "\xff"}', "line", "is not UTF-8"),
            (r'{"type": "order", "number": "a\u0000"}', "line", "contains the character U+0000"),
            (json.dumps(order(status="x" * files_lines.LONGEST_LINE)), "line", "is longer than 1024 KiB"),
            (
                r'{"type": "product", "sku": "a", "name": {"de": "Tasse \ud83d"}}',
                "line",
                "half of a character pair (U+D83D)",
            ),
            (json.dumps(order() | {"\udc00": 1}), "line", "half of a character pair (U+DC00)"),
            (
                '{"type":"order","number":"1","placed_at":"2026-11-01T10:00Z","currency":"EUR","total":1e999999999}',
                "total",
                "at most ten digits",
            ),
            (order(placed_at="0001-01-01T00:00:00Z"), "placed_at", "must lie between 1970 and 2199"),
            (order(placed_at="9999-12-31T23:59:59-12:00"), "placed_at", "must lie between 1970 and 2199"),
            (
                order(shipments=[{"expected_on": "0001-01-01"}]),
                "shipments[0].expected_on",
                "must lie between 1970 and 2199",
            ),
            ('{"number": "1"}', "type", "Field required"),
            ({"type": "customer"}, "type", "must be order, product or answer"),
            ({"type": ["order"]}, "type", "must be order, product or answer"),
            (order(number=1001), "number", "valid string"),
            (order(number="  "), "number", "at least 1 character"),
            (order(number="1" * 65), "number", "at most 64 characters"),
            (order(number="\ud800"), "number", "unicode"),
            (order(placed_at=None), "placed_at", "must be a time such as"),
            (order(placed_at=1_793_000_000), "placed_at", "must be a time such as"),
            (order(placed_at="yesterday"), "placed_at", "must be a time such as"),
            (order(placed_at="0001-01-01T00:00:00+14:00"), "placed_at", "must lie between 1970 and 2199"),
            (order(currency="EURO"), "currency", "pattern"),
            (order(total="19,90"), "total", "must be an amount such as"),
            (order(total="1_000"), "total", "must be an amount such as"),
            (order(total=True), "total", "must be an amount such as"),
            (order(total="12345678901"), "total", "ten digits before the point"),
            (
                '{"type":"order","number":"1","placed_at":"2026-11-02","currency":"EUR","total":1e999999}',
                "total",
                "ten digits",
            ),
            (order(total="0.00001"), "total", "four digits after the point"),
            (order(ship_to={"country": "Germany"}), "ship_to.country", "pattern"),
            (order(customer=[]), "customer", "valid dictionary"),
            (order(lines=[{}, {"quantity": "2"}]), "lines[1].quantity", "valid integer"),
            (order(lines=[{"quantity": True}]), "lines[0].quantity", "valid integer"),
            (order(lines=[{"quantity": -1}]), "lines[0].quantity", "greater than or equal to 0"),
            (order(shipments=[{"events": [{}]}]), "shipments[0].events[0].occurred_at", "Field required"),
            (order(shipments=[{"expected_on": "24.11.2026"}]), "shipments[0].expected_on", "must be a day such as"),
            (product(name="Becher"), "name", "valid dictionary"),
            (product(name={}), "name", "at least 1"),
            (product(stock="5"), "stock", "valid integer"),
            (answer(11), "score", "less than or equal to 10"),
            (answer(6, survey="csat"), "score", "must be 1 to 5 for csat"),
            (answer(0, survey="ces"), "score", "must be 1 to 7 for ces"),
            (answer(survey="stars"), "survey", "'nps', 'csat' or 'ces'"),
        ],
    )
    async def test_a_bad_line_is_told_with_field_and_reason_and_the_others_go_in(
        self, tmp_path: Path, line: Json | str | bytes, field: str, reason: str
    ) -> None:
        heard: list[str] = []
        raw = json.dumps(line) if isinstance(line, dict) else line

        summary = await import_lines(
            tmp_path, order("before"), raw, order("after"), on_fault=lambda fault: heard.append(str(fault))
        )

        assert sorted(each.number for each in await Order.all()) == ["after", "before"]
        assert heard[0].startswith(f"{tmp_path / 'shop.jsonl'}:2: {field}: ")
        assert reason in heard[0]
        assert summary.bad_lines == 1
        assert summary.as_json()["errors"][0]["line"] == 2

    async def test_all_that_is_wrong_with_a_line_is_told_at_once(self, tmp_path: Path) -> None:
        summary = await import_lines(tmp_path, {"type": "order", "number": 5})

        assert [fault.field for fault in summary.faults] == ["number", "placed_at", "currency"]
        assert summary.bad_lines == 1

    async def test_no_reason_repeats_what_the_line_says(self, tmp_path: Path) -> None:
        secret = "erika@example.org"
        bad = order(lines=[{"quantity": secret}], placed_at=secret, total=secret, customer=secret, currency=secret)

        summary = await import_lines(tmp_path, bad, json.dumps({"type": secret}), f'{{"{secret}')

        assert summary.bad_lines == 3
        assert secret not in json.dumps(summary.as_json())

    async def test_a_file_that_is_not_there_is_told_before_anything_is_written(self, tmp_path: Path) -> None:
        good = write_lines(tmp_path / "good.jsonl", order())

        for bad in (tmp_path / "nowhere.jsonl", tmp_path):
            with pytest.raises(OperatorError, match="cannot read"):
                await import_files([good, bad])
        assert await Order.all().count() == 0


@pytest.mark.usefixtures("database")
class TestLenience:
    async def test_blank_lines_a_byte_order_mark_and_windows_line_ends_are_no_fault(self, tmp_path: Path) -> None:
        lines = b"\xef\xbb\xbf" + json.dumps(order("1")).encode() + b"\r\n\r\n  \n" + json.dumps(order("2")).encode()
        (tmp_path / "shop.jsonl").write_bytes(lines)

        summary = await import_files([tmp_path / "shop.jsonl"])

        assert (summary.bad_lines, summary.counts["order"][Outcome.NEW]) == (0, 2)

    async def test_amounts_as_json_numbers_are_taken_digit_by_digit(self, tmp_path: Path) -> None:
        line = (
            '{"type":"order","number":"1","placed_at":"2026-11-02T09:30:00Z","currency":"eur","total":1234567890.1234}'
        )

        await import_lines(tmp_path, line)

        [stored] = await Order.all()
        assert (str(stored.total), stored.currency) == ("1234567890.1234", "EUR")

    async def test_an_escaped_backslash_before_u0000_is_text(self, tmp_path: Path) -> None:
        await import_lines(tmp_path, order(status=r"\u0000"))

        assert (await Order.get()).status == r"\u0000"

    async def test_empty_texts_are_none(self, tmp_path: Path) -> None:
        empty = {"external_id": "", "source": "", "status": "", "total": "", "ship_to": {"country": "", "city": " "}}
        await import_lines(tmp_path, order("1", **empty, customer={"email": ""}), order("2", **empty))

        assert {(each.external_id, each.source, each.status, each.ship_city) for each in await Order.all()} == {
            (None, "", None, None)
        }
        assert (await Order.get(number="1")).customer_id is None

    async def test_several_files_and_standard_input_are_one_import(self, tmp_path: Path) -> None:
        first = write_lines(tmp_path / "first.jsonl", order("1"), order("2"))
        piped = write_lines(tmp_path / "piped.jsonl", order("3"))
        stdin = os.dup(0)
        try:
            os.dup2(os.open(piped, os.O_RDONLY), 0)
            summary = await import_files([first, Path("-")])
        finally:
            os.dup2(stdin, 0)

        assert summary.counts["order"][Outcome.NEW] == 3


@pytest.mark.usefixtures("database")
class TestDoubts:
    @pytest.mark.parametrize(
        ("line", "kind"),
        [
            (order(lines=[{"name": "Becher"}]), "no_total"),
            (order(total="5.00"), "no_items"),
            (order(total="50.00", lines=[{"quantity": 2, "unit_price": "19.90"}]), "sums_do_not_add_up"),
            (order(status="im Zulauf"), "unknown_status"),
            (order(shipments=[{"events": [event("teleported")]}]), "unknown_status"),
            (order(placed_at="2026-11-02T09:30:00"), "time_without_offset"),
            (order(shipments=[{"events": [event("in_transit", "2026-11-03")]}]), "time_without_offset"),
            (order(shipments=[{"tracking_url": "javascript:alert(1)"}]), "not_a_web_address"),
            (
                order(shipments=[{"events": [event("delivered", "2026-11-01T00:00:00Z")]}]),
                "delivered_before_dispatched",
            ),
            (
                order(shipments=[{"events": [event("delivered", "2026-11-03T00:00:00Z"), event("in_transit")]}]),
                "delivered_before_dispatched",
            ),
            (order(colour="red"), "unknown_key"),
            (product(price="5.00"), "price_without_currency"),
            (product(manual_url="see box"), "not_a_web_address"),
            (answer(order="4711"), "answer_without_order"),
        ],
    )
    async def test_what_is_odd_is_kept_and_listed(self, tmp_path: Path, line: Json, kind: str) -> None:
        summary = await import_lines(tmp_path, line)

        assert summary.bad_lines == 0
        assert summary.counts[line["type"]][Outcome.NEW] == 1
        assert summary.as_json()["warnings"][kind]["count"] == 1
        assert summary.examples[kind][0].startswith(f"{tmp_path / 'shop.jsonl'}:1: ")

    @pytest.mark.parametrize(
        "told",
        [
            {"total": "39.80"},
            {"total": "44.70", "shipping_total": "4.90"},
            {"total": "34.80", "discount_total": "5.00"},
            {"total": "34.80", "discount_total": "-5.00"},
            {"total": "47.36", "tax_total": "7.56"},
            {"total": "39.80", "tax_total": "6.35"},
            {"total": "39.82"},
        ],
    )
    async def test_sums_add_up_in_the_ways_of_shops(self, tmp_path: Path, told: Json) -> None:
        summary = await import_lines(tmp_path, order(lines=[{"quantity": 2, "unit_price": "19.90"}], **told))

        assert summary.as_json()["warnings"] == {}

    async def test_of_many_doubts_some_are_named_and_all_are_counted(self, tmp_path: Path) -> None:
        summary = await import_lines(tmp_path, *(order(str(number)) for number in range(20)))

        assert summary.doubts["no_total"] == 20
        assert len(summary.examples["no_total"]) == 5

    async def test_an_unknown_status_is_told_as_unknown_and_its_word_is_kept(self, tmp_path: Path) -> None:
        await import_lines(tmp_path, order(shipments=[{"events": [event("Teleported")]}]))

        [stored] = (await everything())["shipping_event"]
        assert (stored["status"], stored["code"]) == ("unknown", "Teleported")

    async def test_unknown_keys_are_named_with_their_place(self, tmp_path: Path) -> None:
        line = order(
            lines=[{}, {"x": 1}], shipments=[{"events": [event("lost", y=1)], "lines": [{"sku": "A", "z": 1}]}]
        )

        summary = await import_lines(tmp_path, line)

        named = {example.rpartition(": ")[2] for example in summary.examples["unknown_key"]}
        assert named == {"lines.x", "shipments.events.y", "shipments.lines.z"}


class TestSchema:
    def test_it_names_every_key_that_is_read(self) -> None:
        schema = json_schema()

        titles = {each["$ref"].rpartition("/")[2] for each in schema["oneOf"]}
        assert titles == {"OrderObject", "ProductObject", "AnswerObject"}
        for kind, shape in SHAPES.items():
            assert set(schema["$defs"][f"{kind.title()}Object"]["properties"]) == shape.keys

    def test_only_four_keys_of_an_order_are_required(self) -> None:
        assert set(json_schema()["$defs"]["OrderObject"]["required"]) == {"type", "number", "placed_at", "currency"}

    def test_everything_else_of_an_order_may_be_null(self) -> None:
        nulls = dict.fromkeys(SHAPES["order"].keys - {"type", "number", "placed_at", "currency"})

        assert OBJECTS["order"].validate_python(order(**nulls))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["order", "EUR"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(FULL_ORDER)), inner, max_size=5),
    max_leaves=12,
)


@given(json_values, st.sampled_from(sorted(FULL_ORDER)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
def test_no_line_whatever_it_holds_stops_the_reading(tmp_path: Path, value: Any, key: str) -> None:
    broken = json.dumps(FULL_ORDER | {key: value}).encode()
    file = write_lines(
        tmp_path / "shop.jsonl", broken, broken[: len(broken) // 2], json.dumps(value).encode(), order("9")
    )

    read = list(read_entries([file], on_bytes=lambda _: None))

    assert len(read) == 4
    assert isinstance(read[-1], Entry)


def test_reading_keeps_no_line_that_is_done(tmp_path: Path) -> None:
    """What memory is for: `import` takes files of any size."""
    import tracemalloc

    file = write_lines(tmp_path / "shop.jsonl", *([FULL_ORDER] * 3_000))
    tracemalloc.start()
    try:
        for _ in read_entries([file], on_bytes=lambda _: None):
            pass
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < file.stat().st_size / 3, sys.getsizeof(FULL_ORDER)
