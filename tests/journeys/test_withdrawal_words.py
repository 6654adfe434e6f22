"""A withdrawal in writing that is confirmed late, or never: the words count, and the days that are told lie ahead."""

from datetime import timedelta

from bot.returns.listing import describe_return
from bot.returns.looking import read_sheet
from bot.returns.models import Return
from tests.journeys.test_withdrawal import delivered
from tests.support.staffed import Shop

LATER = timedelta(days=200)


async def test_what_is_confirmed_long_after_it_was_written_is_in_time_and_has_days_that_lie_ahead(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await anna.says("ich widerrufe")
    shop.town.clock.advance(LATER)
    today = shop.town.clock.now()
    await anna.taps("Widerruf bestätigen")

    made = await Return.get()
    assert made.declared_at is not None
    assert made.declared_at < today - timedelta(days=199), "the words count from when they were written"
    sheet = await read_sheet(made.id)
    assert sheet.due_at is not None
    assert sheet.due_at >= today + timedelta(days=14)
    told = await describe_return(made.number, tz=shop.town.settings.time_zone)
    assert told["money_due_at"] == sheet.due_at.isoformat()
    assert told["send_by"] == sheet.due_at.astimezone(shop.town.settings.time_zone).date().isoformat()
