"""Customers exchange points for a coupon in the chat and find it in their list, with what became of it."""

from decimal import Decimal

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import Money, plain
from bot.loyalty.coupons import codes_of
from bot.loyalty.ledger import book
from bot.loyalty.redeeming import redeem
from bot.loyalty.rewards import offer
from bot.loyalty.worth import Article, Basket
from tests.support.builders import a_customer
from tests.support.chat import Town

FIVE = {"points": 100, "amount": "5.00", "minimum": "30.00", "days": 60}
TEN = {"points": 500, "percent": 10, "category": "<Tee>"}
REWARDS = {"kind": "rewards", "currency": "EUR", "rewards": {"five": FIVE, "ten": TEN}}


@pytest.mark.parametrize("locale", LOCALES)
async def test_points_become_a_coupon_to_copy_that_says_when_it_was_used(town: Town, locale: Locale) -> None:
    owner, now = await a_customer(), town.clock.now()
    await offer(REWARDS, name="rewards.toml", now=now)
    await book(owner.id, 120, kind="survey", source="a", reason="survey", now=now)
    anna = await town.customer(locale, owns=[owner])
    worth = plain(locale, "coupon-worth-amount", amount=Money(Decimal(5), "EUR"))
    read = worth.replace("\xa0", " ")

    await anna.says("/points")
    await anna.taps(plain(locale, "rewards-button"))
    anna.reads(read, plain(locale, "rewards-missing", count=380), "<Tee>")
    await anna.taps(plain(locale, "rewards-choose-button", worth=read, points=100))
    await anna.taps(plain(locale, "rewards-exchange-button"))

    [coupon] = await codes_of([owner.id], limit=5)
    anna.reads(coupon.code, read)
    anna.can_tap(plain(locale, "coupon-copy-button", code=coupon.code))
    await anna.says("/points")
    anna.reads(plain(locale, "points-available", count=20), plain(locale, "points-reason-reward", code=coupon.code))

    basket = Basket("EUR", (Article("TEA", 1, Decimal(30)),))
    await redeem(coupon.code, basket, order="A-1", email=None, now=town.clock.now())
    await anna.says("/points")
    day = town.clock.now().astimezone(town.settings.time_zone).date()
    anna.reads(plain(locale, "coupon-redeemed", day=day))
