"""Who withdraws from what is in a return already reads which one that is, and gets to it with a tap."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.returns.models import Return
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.requests import Piece
from bot.returns.settling import settle
from bot.shop.models import Line
from bot.tickets.models import Case
from tests.journeys.test_withdrawal import delivered, has_file
from tests.support.returns import asked
from tests.support.staffed import Shop, eventually, seen

AGAIN: dict[Locale, str] = {
    "de": "ich widerrufe",
    "en": "I withdraw",
    "fr": "je me rétracte",
    "lb": "ech widderruffen",
}


@pytest.mark.parametrize(("locale", "named"), [("de", True), ("lb", False)])
async def test_a_withdrawal_that_was_made_is_named_with_its_day_and_its_card(
    shop: Shop, locale: Locale, named: bool
) -> None:
    anna, _ = await delivered(shop, locale)
    await anna.says(AGAIN[locale])
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    made = await Return.get()
    await eventually(lambda: has_file(anna))
    await eventually(lambda: seen(anna, made.number, times=3))

    await anna.says(f"{AGAIN[locale]} 1001" if named else AGAIN[locale])
    if named:
        anna.reads("Ihr Widerruf", made.number, "eingegangen am", "Tipp auf die Nummer")
        anna.does_not_read("Ein Widerruf ist hier nicht möglich")
    else:
        anna.reads(f"Äre Widderruff {made.number} ass agedroen")
    await anna.taps(made.number)
    anna.has_read(made.number)
    assert await Return.all().count() == 1


async def test_what_was_settled_as_a_favour_names_that_favour(shop: Shop) -> None:
    anna, order = await delivered(shop)
    here: dict[str, Any] = {"settings": shop.town.settings, "now": shop.town.clock.now()}
    pieces = [Piece(line.id, line.quantity, "unwanted") for line in await Line.filter(order_id=order.id)]
    favour = await asked(order, *pieces, way=Way.GOODWILL, **here)
    await receive(favour.id, staff_id=501, **here)
    await check(favour.id, Finding(), policy=DEFAULT, staff_id=501, **here)
    await settle(favour.id, "refund", staff_id=501, **here)

    await anna.says("ich widerrufe 1001")
    anna.reads("Ein Widerruf ist hier nicht möglich", f"Kaffeebecher: gehört schon zu {favour.number}")
    await anna.taps(favour.number)
    anna.has_read(favour.number)


@pytest.mark.parametrize("locale", LOCALES)
async def test_said_again_it_tells_what_came_in_when_and_how_it_stands_and_is_no_second_case(
    shop: Shop, locale: Locale
) -> None:
    anna, _ = await delivered(shop, locale)
    await anna.says(f"{AGAIN[locale]} 1001")
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    made, cases = await Return.get(), await Case.all().count()
    assert made.declared_at
    await anna.says(f"{AGAIN[locale]} 1001")
    state = plain(locale, "return-state-declared")
    zone: dict[str, Any] = {"at": made.declared_at, "tz": ZoneInfo("Europe/Berlin"), "zone": "CET", "state": state}
    told = plain(locale, "withdraw-registered", number=made.number, **zone)
    anna.reads(told.replace("<b>", "").replace("</b>", "").split("(")[0].strip(), state)
    anna.does_not_read(plain(locale, "withdraw-words-none"))
    await anna.says(AGAIN[locale])
    anna.reads(made.number)
    anna.can_tap(made.number)
    assert await Case.all().count() == cases
    assert not await Case.filter(status="open", once__startswith="written:").exists()


async def test_what_was_not_declared_of_it_is_still_kept_for_the_staff(shop: Shop) -> None:
    """Half of it was withdrawn from; the other half may be what is meant, although its time is over."""
    anna, order = await delivered(shop)
    here: dict[str, Any] = {"settings": shop.town.settings, "now": shop.town.clock.now()}
    [first, *_] = await Line.filter(order_id=order.id).order_by("position")
    await asked(order, Piece(first.id, 1, None), way=Way.WITHDRAWAL, **here)
    shop.town.clock.advance(timedelta(days=40))
    await anna.says("ich widerrufe 1001")
    assert await Case.filter(once__startswith="written:").count() == 1
