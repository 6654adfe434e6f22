"""A withdrawal that names items takes these: they are chosen on the screen, and nothing else is declared."""

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.returns.models import ReturnItem
from bot.tickets.models import Case
from tests.journeys.test_withdrawal import delivered
from tests.journeys.test_withdrawal_parts import half_sent, told
from tests.support.builders import Item, a_customer, a_product, an_order, parcel
from tests.support.chat import Person
from tests.support.staffed import Shop

LINES = (Item("Kaffeebecher", 2, "10.00", "MUG"), Item("Teekanne", 1, "25.00", "POT"), Item("Rote Lampe", 1, "39.00"))
PART: dict[Locale, str] = {
    "de": "ich widerrufe die Teekanne aus 1001",
    "en": "I withdraw from the Teekanne of order 1001",
    "fr": "je me rétracte pour la Teekanne de la commande 1001",
    "lb": "ech widderruffen d'Teekanne aus 1001",
}
CANCELS: dict[Locale, str] = {
    "de": "Teekanne stornieren 1001",
    "en": "cancel the Teekanne from 1001",
    "fr": "annuler la Teekanne 1001",
    "lb": "annuléiert d'Teekanne 1001",
}


async def declared_pieces() -> dict[str, int]:
    return {str(each.line.name): each.quantity for each in await ReturnItem.all().prefetch_related("line")}


async def confirms(anna: Person, locale: Locale = "de") -> None:
    await anna.taps(plain(locale, "withdraw-chosen-button"))
    await anna.taps(plain(locale, "withdraw-confirm-button"))


@pytest.mark.parametrize("locale", LOCALES)
async def test_an_item_that_is_named_is_chosen_and_nothing_else_is_declared(shop: Shop, locale: Locale) -> None:
    anna, _ = await delivered(shop, locale, lines=LINES)
    await anna.says(PART[locale])
    anna.reads(plain(locale, "withdraw-pieces-named").split("</b>")[0].removeprefix("<b>"))
    anna.can_tap("☑️ Teekanne", "⬜ Kaffeebecher", "⬜ Rote Lampe")
    await anna.taps(plain(locale, "withdraw-chosen-button"))
    anna.reads("Teekanne")
    anna.does_not_read("Kaffeebecher")
    await anna.taps(plain(locale, "withdraw-some-button"))
    anna.can_tap("☑️ Teekanne")
    await confirms(anna, locale)
    assert await declared_pieces() == {"Teekanne": 1}
    assert not await Case.filter(status="open", once__startswith="written:").exists()


@pytest.mark.parametrize("locale", LOCALES)
async def test_so_is_one_that_is_cancelled_before_it_is_sent(shop: Shop, locale: Locale) -> None:
    anna, _ = await half_sent(shop, locale)
    await anna.says(CANCELS[locale])
    anna.can_tap("☑️ Teekanne", "⬜ Kaffeebecher")
    await confirms(anna, locale)
    assert await declared_pieces() == {"Teekanne": 1}


async def test_several_and_how_many_are_read_from_the_words(shop: Shop) -> None:
    anna, _ = await delivered(shop, lines=LINES)
    await anna.says("Ich widerrufe die rote Lampe und die Teekanne aus 1001")
    anna.can_tap("☑️ Teekanne", "☑️ Rote Lampe", "⬜ Kaffeebecher")
    await anna.says("Ich widerrufe einen Kaffeebecher aus 1001")
    anna.can_tap("☑️ Kaffeebecher · 1 von 2", "⬜ Teekanne", "⬜ Rote Lampe")


@pytest.mark.parametrize(
    "words", ["ich widerrufe 1001", "ich widerrufe die ganze Bestellung 1001", "Widerruf: alles aus 1001"]
)
async def test_without_an_item_it_is_about_the_order(shop: Shop, words: str) -> None:
    anna, _ = await delivered(shop, lines=LINES)
    await anna.says(words)
    await anna.taps(plain("de", "withdraw-confirm-button"))
    assert await declared_pieces() == {"Kaffeebecher": 2, "Teekanne": 1, "Rote Lampe": 1}


OTHERWISE: tuple[tuple[Locale, str], ...] = (
    ("de", "ich widerrufe die Schokolade aus 1001"),
    ("de", "ich widerrufe die Uhr aus 1001"),
    ("de", "Hiermit widerrufe ich den Kauf des blauen Krugs, Bestellung 1001"),
    ("en", "I withdraw from the jug from 1001"),
    ("fr", "je me rétracte pour l'horloge de la commande 1001"),
    ("lb", "ech widderruffen d'Auer aus 1001"),
)


@pytest.mark.parametrize(("locale", "words"), OTHERWISE)
async def test_what_is_called_otherwise_is_asked_for_and_not_taken_for_the_order(
    shop: Shop, locale: Locale, words: str
) -> None:
    anna, _ = await delivered(shop, locale, lines=LINES)
    await anna.says(words)
    anna.can_tap(plain(locale, "withdraw-everything-button"))
    anna.can_tap("⬜ Teekanne", "⬜ Kaffeebecher", "⬜ Rote Lampe")


@pytest.mark.parametrize("locale", LOCALES)
async def test_and_whoever_meant_all_of_it_says_so_with_one_tap(shop: Shop, locale: Locale) -> None:
    anna, _ = await delivered(shop, locale, lines=LINES)
    await anna.says(dict(OTHERWISE)[locale])
    await anna.taps(plain(locale, "withdraw-everything-button"))
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    assert await declared_pieces() == {"Kaffeebecher": 2, "Teekanne": 1, "Rote Lampe": 1}


@pytest.mark.parametrize("locale", LOCALES)
async def test_what_was_named_and_not_confirmed_is_chosen_on_the_way_by_the_order_as_well(
    shop: Shop, locale: Locale
) -> None:
    anna, _ = await delivered(shop, locale, lines=LINES)
    await anna.says(PART[locale])
    await anna.says("/start")
    await anna.says("1001")
    await anna.taps(plain(locale, "withdraw-button"))
    anna.can_tap("☑️ Teekanne", "⬜ Kaffeebecher", "⬜ Rote Lampe")
    await confirms(anna, locale)
    assert await declared_pieces() == {"Teekanne": 1}


@pytest.mark.parametrize("locale", LOCALES)
async def test_what_the_law_leaves_out_is_said_to_be_so_and_nothing_else_is_a_tap_away(
    shop: Shop, locale: Locale
) -> None:
    await a_product("SWEETS", return_exclusion="perishable")
    sweets = Item("Pralinen", 1, "18.50", "SWEETS")
    anna, _ = await delivered(shop, locale, lines=(*LINES[:1], sweets))
    await anna.says(PART[locale].replace("Teekanne", "Pralinen"))
    anna.reads("Pralinen", told(locale, "withdraw-pieces-shut"))
    anna.can_tap("⬜ Kaffeebecher")
    assert plain(locale, "withdraw-everything-button") not in anna.buttons


async def test_among_several_orders_it_is_still_the_item_that_was_named(shop: Shop) -> None:
    owner = await a_customer()
    anna, _ = await delivered(shop, lines=LINES, owner=owner)
    await an_order("1002", customer=owner, lines=LINES[:1] + LINES[2:], parcels=[parcel("in_transit")])
    await anna.says("ich widerrufe die Teekanne")
    await anna.taps("1001")
    anna.can_tap("☑️ Teekanne", "⬜ Kaffeebecher", "⬜ Rote Lampe")
    assert plain("de", "withdraw-everything-button") not in anna.buttons
    await anna.taps("Zurück")
    await anna.taps("1002")
    anna.reads("Was davon genau geht zurück?")
    await anna.taps("Zurück")
    await anna.taps("1001")
    await confirms(anna)
    assert await declared_pieces() == {"Teekanne": 1}


async def test_what_is_left_out_is_never_chosen_and_back_leads_to_no_more(shop: Shop) -> None:
    anna, _ = await delivered(shop, lines=LINES)
    await anna.says("ich widerrufe alles außer der Teekanne aus 1001")
    anna.reads("Was davon genau geht zurück?")
    anna.can_tap("⬜ Teekanne", "⬜ Kaffeebecher")
    await anna.taps("Zurück")
    assert plain("de", "withdraw-confirm-button") not in anna.buttons
