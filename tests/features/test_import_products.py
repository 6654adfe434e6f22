"""Products and past answers of an import file, and what a dry run says of them."""

from pathlib import Path

import pytest

from bot.shop.incoming import Outcome
from bot.shop.models import Order, Product
from bot.shop.products import find_by_sku
from bot.surveys.models import Answer
from tests.support.import_files import FULL_ORDER, Json, answer, everything, import_lines, order, product

pytestmark = pytest.mark.usefixtures("database")


class TestProducts:
    async def test_a_product_is_stored_with_all_it_tells(self, tmp_path: Path) -> None:
        told: Json = {
            "name": {"de": "Becher", "fr": "Gobelet"},
            "description": {"de": "Ein Becher."},
            "category": "Küche",
            "family": "becher",
            "price": "19.90",
            "currency": "EUR",
            "stock": -2,
            "facts": {"Inhalt": "300 ml", "Farbe": {"de": "blau", "fr": "bleu"}},
            "images": ["https://shop.example/becher.jpg", "becher.png"],
            "manual_url": "https://shop.example/becher.pdf",
            "returnable": False,
            "not_returnable_because": "Hygiene",
            "return_exclusion": "sealed_hygiene",
        }
        await import_lines(tmp_path, product(**told))

        stored = await find_by_sku("BECHER")
        assert stored
        assert stored.price
        assert str(stored.price.amount) == "19.90"
        names = [name for name in told if name not in {"price", "currency", "images"}]
        assert {name: getattr(stored, name) for name in names} == {name: told[name] for name in names}
        assert stored.images == tuple(told["images"])

    async def test_a_product_told_again_is_completed_and_what_is_left_out_stays(self, tmp_path: Path) -> None:
        await import_lines(tmp_path, product(stock=5, category="Küche"), product("KANNE"))
        again = await import_lines(tmp_path, product(stock=4), product("KANNE"))

        stored = await Product.get(sku="BECHER")
        assert (stored.stock, stored.category, stored.returnable) == (4, "Küche", True)
        assert (again.counts["product"][Outcome.UPDATED], again.counts["product"][Outcome.UNCHANGED]) == (1, 1)
        assert await Product.all().count() == 2


class TestAnswers:
    async def test_an_answer_is_kept_once_and_belongs_to_its_order(self, tmp_path: Path) -> None:
        lines: list[Json | str | bytes] = [answer(9, order="#1001", comment="Gut", locale="de"), order("1001")]
        await import_lines(tmp_path, *lines)
        again = await import_lines(tmp_path, *lines)

        [stored] = await Answer.all()
        assert stored.order_id == (await Order.get()).id
        assert (stored.survey, stored.score, stored.comment, stored.locale, stored.imported) == (
            "nps",
            9,
            "Gut",
            "de",
            True,
        )
        assert again.counts["answer"][Outcome.UNCHANGED] == 1

    async def test_equal_answers_are_as_many_as_the_file_tells(self, tmp_path: Path) -> None:
        lines = [answer(9), answer(9), answer(9), answer(8)]
        await import_lines(tmp_path, *lines)
        again = await import_lines(tmp_path, *reversed(lines))

        assert sorted(each.score for each in await Answer.all()) == [8, 9, 9, 9]
        assert again.counts["answer"][Outcome.NEW] == 0

    async def test_an_answer_finds_its_order_when_that_comes_later(self, tmp_path: Path) -> None:
        early = await import_lines(tmp_path, answer(order="1001"))
        await import_lines(tmp_path, order("1001"))
        late = await import_lines(tmp_path, answer(order="1001"))

        [stored] = await Answer.all()
        assert (stored.order_number, stored.order_id) == ("1001", (await Order.get()).id)
        assert (early.doubts["answer_without_order"], late.doubts["answer_without_order"]) == (1, 0)

    async def test_a_number_of_two_sources_needs_the_source(self, tmp_path: Path) -> None:
        orders = [order("1001", source="web"), order("1001", source="till")]
        summary = await import_lines(tmp_path, *orders, answer(1, order="1001"), answer(2, order="1001", source="web"))

        assert sorted((each.score, each.order_id is None) for each in await Answer.all()) == [(1, True), (2, False)]
        assert summary.doubts["answer_without_order"] == 1


class TestDryRun:
    async def test_it_reports_all_and_writes_nothing(self, tmp_path: Path) -> None:
        await import_lines(tmp_path, FULL_ORDER, product(), order("1003"))
        before = await everything()
        orders = [FULL_ORDER, FULL_ORDER | {"status": "refunded"}, order("1002"), order("1002", status="paid")]
        others = [product(), product(stock=1), product("KANNE"), answer(order="1002"), answer(order="1009")]

        summary = await import_lines(tmp_path, *orders, *others, "{", dry_run=True)

        report = summary.as_json()
        assert await everything() == before
        assert report["orders"] == {"new": 1, "updated": 2, "unchanged": 1}
        assert report["products"] == {"new": 1, "updated": 1, "unchanged": 1}
        assert report["answers"] == {"new": 2, "updated": 0, "unchanged": 0}
        assert (report["bad_lines"], report["dry_run"]) == (1, True)
        assert report["warnings"]["answer_without_order"]["count"] == 1
        assert report["warnings"]["repeated_in_this_import"]["count"] == 3
