"""A withdrawal that was written and left is told at home, on the list and on the card, and is a tap from its end."""

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.returns.models import Return, ReturnItem
from tests.journeys.test_withdrawal import delivered
from tests.journeys.test_withdrawal_kept import SAID, another
from tests.support.chat import Person
from tests.support.staffed import Shop


async def goes_away(person: Person) -> None:
    await person.says("/start")


@pytest.mark.parametrize("locale", LOCALES)
async def test_it_is_found_again_and_confirmed(shop: Shop, locale: Locale) -> None:
    anna, _ = await delivered(shop, locale)
    await anna.says("/start")
    assert plain(locale, "withdraw-kept-button") not in anna.buttons
    await anna.says(SAID[locale])
    await goes_away(anna)
    anna.reads("✍️", "(CET)")
    await anna.says("1001")
    anna.reads("✍️", "(CET)")
    await goes_away(anna)
    await anna.taps(plain(locale, "withdraw-kept-button"))
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    made = await Return.get()
    assert made.declared_at is not None
    assert made.declared_at < made.created_at
    await goes_away(anna)
    anna.does_not_read("✍️")
    assert plain(locale, "withdraw-kept-button") not in anna.buttons


async def test_the_list_of_returns_tells_it_where_there_is_none(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await anna.says(SAID["de"])
    await anna.says("meine Rückgaben")
    anna.reads("✍️ Ihr Widerruf vom")
    anna.does_not_read(plain("de", "return-list-none"))
    await anna.taps(plain("de", "withdraw-kept-button"))
    anna.can_tap(plain("de", "withdraw-confirm-button"))


async def test_no_more_is_chosen_than_was_said(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await anna.says("Ich widerrufe den Becher aus der Bestellung 1001")
    await goes_away(anna)
    await anna.taps(plain("de", "withdraw-kept-button"))
    await anna.taps(plain("de", "withdraw-chosen-button"))
    await anna.taps(plain("de", "withdraw-confirm-button"))
    assert await ReturnItem.all().count() == 1


async def test_of_several_the_customer_says_which(shop: Shop) -> None:
    anna, order = await delivered(shop)
    await another(shop, order, "1002")
    await anna.says("Hiermit widerrufe ich meinen Kaufvertrag")
    await goes_away(anna)
    await anna.taps(plain("de", "withdraw-kept-button"))
    anna.can_tap("1001", "1002")
    await anna.taps("1002")
    await anna.taps(plain("de", "withdraw-confirm-button"))
    assert await Return.all().count() == 1
