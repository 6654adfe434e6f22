"""A day for the money that is over is never promised again: the card says so, by itself and to whoever opens it."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.customers.models import Link
from bot.outbox.models import Push
from bot.returns.looking import read_sheet
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.refund_clock import mind_clocks
from bot.returns.requests import Piece
from bot.returns.wording import Reader, card_text, slot_of
from tests.support.postman import a_chat
from tests.support.returns import SOON, a_delivered_order, asked

DAY = timedelta(days=1)
LAST = SOON + 14 * DAY


async def cards(return_id: int) -> list[str]:
    return [push.params["text"] for push in await Push.filter(slot=slot_of(return_id)).order_by("id")]


async def test_the_card_in_the_chat_admits_once_that_the_day_is_over(database: Settings) -> None:
    settings = database.model_copy(update={"staff_chat_id": -100})
    order, line = await a_delivered_order()
    await a_chat(7, locale="de")
    await Link.create(chat_id=7, customer_id=order.customer_id, proof="order", linked_at=SOON)
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=settings)
    await receive(made.id, staff_id=501, settings=settings, now=SOON)
    assert "Geld zurück spätestens" in (await cards(made.id))[-1]
    await mind_clocks(settings, now=LAST)
    assert "spätestens" in (await cards(made.id))[-1], "the last day is one of them"
    await mind_clocks(settings, now=LAST + DAY)
    told = await cards(made.id)
    assert "Geld zurück: <b>unverzüglich</b>" in told[-1]
    assert "spätestens" not in told[-1]
    await mind_clocks(settings, now=LAST + DAY)
    assert await cards(made.id) == told

    # What rings and changes the card later does not promise it either.
    await check(made.id, Finding(), policy=DEFAULT, staff_id=501, settings=settings, now=LAST + 2 * DAY)
    assert "spätestens" not in (await cards(made.id))[-1]


async def test_whoever_opens_it_reads_the_same(database: Settings) -> None:
    order, line = await a_delivered_order()
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database)
    await receive(made.id, staff_id=501, settings=database, now=SOON)
    sheet, here = await read_sheet(made.id), ZoneInfo("Europe/Berlin")
    for day, says in ((LAST, "spätestens"), (LAST + DAY, "unverzüglich")):
        assert says in card_text(sheet, Reader("de", here, "Shop", day.date()))
