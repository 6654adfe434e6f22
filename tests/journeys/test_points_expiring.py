"""A warning of expiry rings in the daytime, opens the points, and ends all offers with one tap."""

from collections.abc import AsyncIterator
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock, real_now
from bot.config import LOCALES, Locale, Settings
from bot.customers.consents import consents_of
from bot.i18n import plain
from bot.loyalty.expiring import find_next_expiry
from bot.loyalty.ledger import book
from bot.loyalty.warning import warn_of_expiry
from tests.support.builders import a_customer
from tests.support.loyalty import ruled
from tests.support.offers import consents
from tests.support.staffed import Shop, eventually, open_shop, seen

NOON_UTC = 11


@pytest.fixture
async def shop(database: Settings) -> AsyncIterator[Shop]:
    """At noon of a working day, when advertising may ring."""
    now = real_now()
    ahead = now.replace(hour=NOON_UTC, minute=0) + timedelta(days=1)
    while ahead.isoweekday() != 3:
        ahead += timedelta(days=1)
    async with open_shop(database, Clock(ahead=ahead - now)) as shop:
        yield shop


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_warning_opens_the_points_and_a_tap_ends_all_offers(shop: Shop, locale: Locale) -> None:
    owner, now = await a_customer(), shop.town.clock.now()
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("/start")
    await consents(anna.id, now=now)
    await ruled(validity={"months": 1, "warn_days": [60]})
    await book(owner.id, 40, kind="survey", source="a", reason="survey", now=now)
    expiry = await find_next_expiry([owner.id], zone=ZoneInfo("UTC"), now=now)
    assert expiry
    told = plain(locale, "points-warning", count=40, day=expiry.last_day).replace("\xa0", " ")

    await warn_of_expiry(shop.town.settings, now=now)

    await eventually(lambda: seen(anna, told))
    stop = anna.data_of(plain(locale, "campaign-stop-button"))
    await anna.taps(plain(locale, "menu-points-button"))
    anna.reads(plain(locale, "points-expiring", count=40, day=expiry.last_day).replace("\xa0", " "))
    await anna.taps_data(*stop)
    assert (await consents_of([anna.id])).get(anna.id, frozenset()) == frozenset()
