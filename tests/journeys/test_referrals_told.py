"""When an invitation counts, the inviter is told in the daytime, reads why under the points, and may end offers."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.clock import Clock, real_now
from bot.config import LOCALES, Locale, Settings
from bot.customers.consents import consents_of
from bot.i18n import plain
from bot.loyalty.inviting import get_code
from bot.returns.referring import mind_referrals
from tests.support.builders import a_customer
from tests.support.offers import consents
from tests.support.referrals import arrives, bought, came, linked, switched_on
from tests.support.staffed import Shop, eventually, open_shop, seen

NOON_UTC = 11
AGO = timedelta(days=35)


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
async def test_the_inviter_is_told_and_the_invited_is_not_written_to(shop: Shop, locale: Locale) -> None:
    settings, now = shop.town.settings, shop.town.clock.now()
    await switched_on()
    owner, friend = await a_customer(), await a_customer()
    ina = await shop.town.customer(locale, owns=[owner], name="Ina")
    await ina.says("/start")
    await consents(ina.id, now=now)
    fred = await shop.town.stranger(locale, name="Fred")
    await came(fred.id, await get_code([owner.id], now=now - AGO), at=now - AGO)
    order = await bought(friend, at=now - AGO + timedelta(hours=1))
    await linked(fred.id, friend, at=now - AGO + timedelta(hours=2))
    await arrives(order, settings, at=now - AGO + timedelta(hours=20))
    await mind_referrals(settings, now=now - AGO + timedelta(days=1))

    await mind_referrals(settings, now=now)

    told = re.sub(r"[\u00a0\u202f]", " ", plain(locale, "referral-counted", count=100))
    await eventually(lambda: seen(ina, told))
    stop = ina.data_of(plain(locale, "campaign-stop-button"))
    await ina.taps(plain(locale, "menu-points-button"))
    ina.reads(plain(locale, "points-available", count=100).replace("\xa0", " "))
    ina.does_not_read(order.number, "Fred")
    await ina.taps_data(*stop)
    assert (await consents_of([ina.id])).get(ina.id, frozenset()) == frozenset()
    await fred.looks()
    assert not fred.seen
