"""Pictures show what the figures say and hide what they cannot, and nobody waits while they are drawn."""

import asyncio
import io
import json
import subprocess
import sys
import time
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from bot.config import LOCALES, Locale, Settings
from bot.reports.charts import MOST_POINTS, MOST_ROWS, ROOT, Chart, Row, chart, draw, picture
from bot.reports.fonts import families, known_by, legible
from bot.reports.periods import Period
from bot.reports.satisfaction import report
from bot.reports.segments import SEGMENTS, By
from tests.support.answers import ANSWERED, given
from tests.support.builders import Item, a_product, an_order

BERLIN = ZoneInfo("Europe/Berlin")
NASTY = "$x^{$ <b>&amp; 茶壺 \\alpha \n" * 9


async def charted(by: By | None = None, *, locale: Locale = "en", period: Period | None = None) -> Chart:
    return await chart(await report("nps", period=period or Period(), by=by, tz=BERLIN), locale)


async def test_without_groups_the_answers_to_each_score_are_shown(database: Settings) -> None:
    await given("nps", {10: 50, 7: 30, 3: 20})

    shown = await charted()

    assert (shown.kind, shown.rows) == ("scores", ())
    assert (shown.whole.text, shown.whole.interval, shown.whole.n) == ("30", "14 to 44", "n=100")
    assert [(bar.label, bar.n, bar.tone) for bar in shown.bars if bar.n] == [
        ("3", 20, "low"), ("7", 30, "middle"), ("10", 50, "high"),
    ]  # fmt: skip


async def test_few_answers_have_no_figure_and_some_are_marked_as_unsure(database: Settings) -> None:
    for country, number in (("DE", 30), ("LU", 29), ("FR", 9)):
        order = await an_order(ship_country=country)
        await given("nps", {10: number}, order_id=order.id)

    germany, luxembourg, france = (await charted("country")).rows

    assert (germany.score, germany.unsure) == (100, False)
    assert (luxembourg.score, luxembourg.unsure) == (100, True)
    assert (france.score, france.text, france.n) == (None, "too few", "n=9")


async def test_as_many_groups_as_a_phone_shows_the_largest_or_the_latest(database: Settings) -> None:
    for month in range(14):
        await given("nps", {10: 20 - month}, at=ANSWERED - timedelta(days=31 * month), locale=f"x{month:02}")

    languages, months = await charted("language"), await charted("month")

    assert [row.label for row in languages.rows] == [f"x{month:02}" for month in range(MOST_ROWS)]
    assert "6 more groups" in languages.note.replace("\u00a0", " ")
    assert len(months.rows) == MOST_POINTS
    assert [row.label for row in (await charted("quarter")).rows][-2:] == ["Q3\n51\n", "Q4\n39\n"]
    assert months.rows[-1].label == "Nov\n20\n"
    assert [row.label.splitlines()[2] for row in months.rows if row.label.splitlines()[2:]] == ["2025", "2026"]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("by", [None, "month", "quarter", "product"])
async def test_every_kind_can_be_drawn_whatever_the_shop_wrote(
    database: Settings, by: By | None, locale: Locale
) -> None:
    for number in range(MOST_ROWS):
        sku = f"{number}{NASTY}"[:128]
        await a_product(sku, name=dict.fromkeys(LOCALES, sku))
        order = await an_order(lines=[Item(sku=sku)])
        at = datetime(2026, number + 1, 5, tzinfo=UTC)
        await given("nps", {10: 5 * number, 0: 4 * number}, at=at, order_id=order.id)

    drawn = await picture(await report("nps", period=Period(date(2026, 1, 1)), by=by, tz=BERLIN), locale)

    image = Image.open(io.BytesIO(drawn or b""))
    assert (image.format, image.width) == ("PNG", 1080)
    assert 700 < image.height < 1_600
    assert len(drawn or b"") < 500_000
    assert len(image.convert("RGB").getcolors(image.width * image.height) or ()) > 50, "nothing on it"


@pytest.mark.parametrize("by", SEGMENTS)
async def test_nothing_answered_can_be_drawn(database: Settings, by: By) -> None:
    shown = await charted(by)

    assert (shown.kind, shown.whole.text) == ("scores", "too few")


async def test_a_picture_of_nothing_answered_is_one(database: Settings) -> None:
    assert await draw(await charted()) is not None


async def test_nobody_waits_while_a_picture_is_drawn(database: Settings) -> None:
    await given("nps", {10: 50})
    shown = replace(await charted(), title="never drawn before")
    longest, ticking = 0.0, True

    async def tick() -> None:
        nonlocal longest
        while ticking:
            started = time.perf_counter()
            await asyncio.sleep(0.005)
            longest = max(longest, time.perf_counter() - started)

    ticker = asyncio.create_task(tick())
    assert await draw(shown)
    ticking = False
    await ticker

    assert longest < 0.2


async def test_what_cannot_be_drawn_is_no_error_of_the_reader(database: Settings) -> None:
    broken = replace(await charted(), kind="no such kind")  # type: ignore[arg-type]  # what cannot be drawn

    assert await draw(broken) is None


async def test_the_same_picture_is_drawn_once(database: Settings) -> None:
    row = Row("", "", "1", "", "n=1", None, 0, 0, unsure=True)
    shown = replace(await charted(), whole=row)

    first, again = await asyncio.gather(draw(shown), draw(shown))

    assert first is again


async def test_no_letter_of_a_product_becomes_a_box(database: Settings) -> None:
    names = ("茶壺 白", "☕\ufe0f Becher 🫖", "🫖🧋", "Чайник", "إبريق", "กาน้ำชา", "Kännchen „Nebel“")
    for number, name in enumerate(names):
        await a_product(f"SKU-{number}", name=dict.fromkeys(LOCALES, name))
        order = await an_order(lines=[Item(sku=f"SKU-{number}")])
        await given("nps", {10: 40 - number}, order_id=order.id)
    shown = await charted("product")

    assert [row.label for row in shown.rows] == list(names)
    assert [row.key for row in shown.rows] == [f"SKU-{number}" for number in range(len(names))]
    chosen = families(names)
    known = known_by(chosen)
    drawn = [legible(row.label, row.key, known) for row in shown.rows]
    assert all(letter in known for text in drawn for letter in text)
    assert drawn[1].endswith("Becher")
    assert drawn[2] == "SKU-2"
    assert [drawn[3], drawn[6]] == ["Чайник", "Kännchen „Nebel“"]
    errors = await asyncio.to_thread(complaints_about, shown)
    assert "missing from font" not in errors


def complaints_about(shown: Chart) -> str:
    """What matplotlib says while it draws: a letter that no font has is a warning."""
    command = [sys.executable, "-W", "always", "-m", "bot.reports.drawing"]
    drawn = subprocess.run(command, check=True, capture_output=True, cwd=ROOT, input=json.dumps(asdict(shown)).encode())
    assert drawn.stdout.startswith(b"\x89PNG")
    return drawn.stderr.decode()


def test_letters_no_font_knows_give_way_to_the_key_and_signs_are_left_out() -> None:
    known = frozenset("Becher SKU-1")
    assert legible("Becher 🫖", "SKU-1", known) == "Becher"
    assert legible("茶 Becher", "SKU-1", known) == "SKU-1"
    assert legible("🫖", "SKU-1", known) == "SKU-1"
    assert legible("茶", "壺-1", known) == "·-1"
