"""What was left next door: from which scan the days are counted is said, and who got it later loses no right."""

from datetime import timedelta

import pytest

from bot.clock import Clock
from bot.config import LOCALES, Locale, Settings
from bot.i18n import plain
from tests.support.builders import Item, a_customer, an_order, parcel, scan
from tests.support.stage import on_stage


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("days", [3, 20])
async def test_the_screens_name_the_day_of_that_scan(
    database: Settings, clock: Clock, locale: Locale, days: int
) -> None:
    at = clock.now() - timedelta(days=days)
    erika = await a_customer()
    left = parcel(scan("delivered", reason="neighbour", at=at))
    await an_order("1001", customer=erika, lines=(Item("Kaffeebecher", 1, "10.00"),), parcels=[left], ship_country="DE")
    anna = await on_stage(database, clock, locale, owns=[erika])
    said = plain(locale, "return-from-neighbour", day=at.date()).split(":")[0].split(",")[0][:12]
    await anna.says("1001")
    await anna.taps(plain(locale, "withdraw-button"))
    anna.reads(said)
    anna.can_tap(plain(locale, "withdraw-confirm-button"))
    await anna.says("1001")
    await anna.taps(plain(locale, "return-start-button"))
    anna.reads(said)
