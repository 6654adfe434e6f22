"""What customers type about products and what they may cost; words that only resemble a product's name show none."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.clock import Clock
from bot.config import LOCALES, Locale, Settings
from bot.i18n import Money, plain
from bot.support.products_meant import ProductSought
from bot.support.questions import answer
from bot.support.results import DidYouMean, TopicWanted
from bot.support.stock_wishes import LASTS, own_wishes
from tests.support.builders import TODAY, Item, a_customer, a_product, an_order, parcel
from tests.support.stage import Stage, on_stage

NOON = datetime(2026, 11, 9, 11, tzinfo=UTC)
TABLE = {"de": "Tischlampe Nordlicht", "en": "Northern Light table lamp", "fr": "Lampe de table", "lb": "Dëschluucht"}
FLOOR = {"de": "Stehlampe Mond", "en": "Moon floor lamp", "fr": "Lampe sur pied Lune", "lb": "Stoluucht"}
BAG = {"de": "Rucksack", "en": "Backpack", "fr": "Sac à dos", "lb": "Rucksak"}
PRICED: dict[Locale, list[str]] = {
    "de": ["Lampe bis 39 Euro", "habt ihr Lampen unter 50 €?"],
    "en": ["lamp under 50", "do you have lamps for up to 39 euros"],
    "fr": ["lampes à moins de 100 euros", "une lampe entre 20 et 50 €"],
    "lb": ["Luucht ënner 100 Euro", "hutt dir eng Luucht bis 39 €"],
}

# A price that is only named, without "up to" or "under".
NAMED_PRICE: dict[Locale, str] = {
    "de": "eine Lampe für 50 Euro",
    "en": "a lamp 50 euros",
    "fr": "une lampe 50 €",
    "lb": "eng Luucht fir 50 Euro",
}


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON - datetime.now(UTC))


async def looks_around(settings: Settings, clock: Clock, locale: Locale = "de") -> Stage:
    """Anna in a shop with two lamps and a bag, one of which she has."""
    for sku, name, price in (("TABLE", TABLE, 39), ("FLOOR", FLOOR, 129), ("BAG", BAG, 59)):
        await a_product(sku, name=name, price=Decimal(price))
    erika = await a_customer()
    await an_order(
        "1001", customer=erika, lines=[Item(TABLE["de"], sku="TABLE")], parcels=[parcel("in_transit", "delivered")]
    )
    return await on_stage(settings, clock, locale, owns=[erika])


@pytest.mark.parametrize(("locale", "text"), [(locale, text) for locale in LOCALES for text in PRICED[locale]])
async def test_a_price_in_a_sentence_is_the_filter_and_can_be_taken_away(
    database: Settings, clock: Clock, locale: Locale, text: str
) -> None:
    anna = await looks_around(database, clock, locale)
    await anna.says(text)
    anna.can_tap(TABLE[locale])
    anna.cannot_tap(FLOOR[locale], BAG[locale])
    await anna.taps(plain(locale, "product-all-button"))
    anna.can_tap(TABLE[locale], FLOOR[locale])
    anna.cannot_tap(BAG[locale])


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_price_that_is_only_named_is_the_most_it_may_cost(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    anna = await looks_around(database, clock, locale)
    await anna.says(NAMED_PRICE[locale])
    anna.can_tap(TABLE[locale], plain(locale, "product-all-button"))
    anna.cannot_tap(FLOOR[locale], BAG[locale])
    anna.reads(plain(locale, "product-price-upto-button", most=Money(Decimal(50), "EUR")))
    await anna.taps(plain(locale, "product-all-button"))
    anna.can_tap(TABLE[locale], FLOOR[locale])
    await anna.says("40 €")
    anna.can_tap(TABLE[locale])
    anna.cannot_tap(FLOOR[locale], BAG[locale])


async def test_the_one_product_that_is_named_is_shown_whatever_price_somebody_remembers(
    database: Settings, clock: Clock
) -> None:
    anna = await looks_around(database, clock)
    await anna.says("Tischlampe Nordlicht 20 Euro")
    anna.reads(TABLE["de"], "TABLE")


@pytest.mark.parametrize(
    "text",
    [
        "Ich habe 50 Euro für die Lampe bezahlt",
        "I paid 50 euros for the lamp",
        "j'ai payé 50 euros pour la lampe",
        "ech hu 50 Euro fir d'Luucht bezuelt",
        "50 Euro Gutschein",
        "50 €",
    ],
)
async def test_an_amount_that_was_paid_or_given_looks_for_nothing(database: Settings, clock: Clock, text: str) -> None:
    await looks_around(database, clock)
    found = await answer(text, customer_ids=[], today=TODAY)
    assert not isinstance(found.result, ProductSought), found


async def test_the_price_is_told_as_it_was_meant(database: Settings, clock: Clock) -> None:
    anna = await looks_around(database, clock)
    for text, key in (("Lampe bis 39 Euro", "upto"), ("Lampe unter 40 Euro", "below")):
        await anna.says(text)
        most = Money(Decimal(39 if key == "upto" else 40), "EUR")
        anna.reads(plain("de", f"product-price-{key}-button", most=most))
    await anna.says("Lampe ab 100 Euro")
    anna.can_tap(FLOOR["de"])
    anna.cannot_tap(TABLE["de"])


async def test_a_price_alone_narrows_the_list_that_is_open_and_else_the_catalogue(
    database: Settings, clock: Clock
) -> None:
    anna = await looks_around(database, clock)
    await anna.says("habt ihr etwas unter 60 Euro?")
    anna.can_tap(TABLE["de"], BAG["de"])
    anna.cannot_tap(FLOOR["de"])
    await anna.says("Lampe")
    anna.can_tap(TABLE["de"], FLOOR["de"])
    await anna.says("unter 60 Euro")
    anna.can_tap(TABLE["de"])
    anna.cannot_tap(FLOOR["de"], BAG["de"])


async def test_nothing_for_so_little_is_said_with_the_way_back_to_all(database: Settings, clock: Clock) -> None:
    anna = await looks_around(database, clock)
    await anna.says("Lampe bis 10 Euro")
    anna.reads(plain("de", "product-none-fits"))
    await anna.taps(plain("de", "product-all-button"))
    anna.can_tap(TABLE["de"], FLOOR["de"])


async def test_a_price_is_about_something_to_buy_also_after_a_return(database: Settings, clock: Clock) -> None:
    anna = await looks_around(database, clock, "fr")
    await anna.says("je veux retourner un article")
    await anna.says("lampes à moins de 100 euros")
    anna.can_tap(TABLE["fr"], plain("fr", "product-all-button"))


@pytest.mark.parametrize(
    "text",
    [
        "doesn't fit, want my money back",
        "passt nicht, will mein Geld zurück",
        "ça ne va pas, je veux être remboursé",
        "et passt net, ech wëll meng Suen zréck",
        "the lamp broke, money back please",
        "Rucksack kaputt, Geld zurück bitte",
    ],
)
async def test_who_wants_their_money_back_is_shown_no_product(database: Settings, clock: Clock, text: str) -> None:
    anna = await looks_around(database, clock)
    found = await answer(text, customer_ids=[], today=TODAY)
    assert found.intent != "product", found
    assert not isinstance(found.result, TopicWanted) or found.result.intent != "product_info"
    await anna.says(text)
    anna.does_not_read("BAG", "TABLE")


async def test_the_name_of_a_product_beside_such_words_is_asked_about(database: Settings, clock: Clock) -> None:
    await looks_around(database, clock)
    found = await answer("my backpack is broken", customer_ids=[], today=TODAY)
    assert isinstance(found.result, DidYouMean)
    assert "damaged_item" in found.result.intents


TELL: dict[Locale, str] = {
    "de": "Sag mir Bescheid, wenn es wieder da ist",
    "en": "tell me when it is back",
    "fr": "Prévenez-moi quand il est de retour",
    "lb": "Sot mer Bescheed wann et nees do ass",
}


@pytest.mark.parametrize("locale", LOCALES)
async def test_who_asks_to_be_told_of_the_product_on_the_screen_is_noted_at_once(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    anna = await looks_around(database, clock, locale)
    pot = await a_product("POT", name={locale: "Samowar"}, stock=0)
    await anna.says("POT")
    await anna.says(TELL[locale])
    anna.reads("Samowar", plain(locale, "product-wished", until=(clock.now() + LASTS).date())[:20])
    anna.can_tap(plain(locale, "product-unwish-button"))
    assert [wish.product_id for wish in await own_wishes(anna.id)] == [pot.id]


ASIDE: dict[Locale, str] = {
    "de": "Wie kann ich bezahlen?",
    "en": "How can I pay?",
    "fr": "Comment puis-je payer ?",
    "lb": "Wéi kann ech bezuelen?",
}


@pytest.mark.parametrize("locale", LOCALES)
async def test_it_is_the_product_last_shown_also_after_another_question(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    anna = await looks_around(database, clock, locale)
    pot = await a_product("POT", name={locale: "Samowar"}, stock=0)
    await anna.says("POT")
    await anna.says(ASIDE[locale])
    await anna.says(TELL[locale])
    assert [wish.product_id for wish in await own_wishes(anna.id)] == [pot.id]


async def test_before_a_list_of_other_products_it_may_be_any(database: Settings, clock: Clock) -> None:
    anna = await looks_around(database, clock)
    await a_product("POT", name={"de": "Samowar"}, stock=0)
    await anna.says("POT")
    await anna.says("Lampe bis 200 Euro")
    await anna.says(TELL["de"])
    anna.reads(plain("de", "product-wish-which"))
    assert not await own_wishes(anna.id)


@pytest.mark.parametrize("locale", LOCALES)
async def test_without_a_product_it_is_asked_which_and_its_name_is_enough(
    database: Settings, clock: Clock, locale: Locale
) -> None:
    anna = await looks_around(database, clock, locale)
    pot = await a_product("POT", name={locale: "Samowar"}, stock=0)
    await anna.says(TELL[locale])
    anna.reads(plain(locale, "product-wish-which"))
    assert not await own_wishes(anna.id)
    await anna.says("Samowar")
    assert [wish.product_id for wish in await own_wishes(anna.id)] == [pot.id]


async def test_a_product_that_is_named_or_there_is_told_so(database: Settings, clock: Clock) -> None:
    anna = await looks_around(database, clock)
    pot = await a_product("POT", name={"de": "Samowar"}, stock=0)
    await a_product("CUP", name={"de": "Henkeltasse"}, stock=4)
    await anna.says("Bitte Bescheid sagen, wenn der Samowar wieder da ist")
    assert [wish.product_id for wish in await own_wishes(anna.id)] == [pot.id]
    await anna.says("benachrichtigt mich, wenn die Henkeltasse wieder lieferbar ist")
    anna.reads("Henkeltasse", plain("de", "product-wish-there"))
    assert len(await own_wishes(anna.id)) == 1


async def test_a_parcel_is_no_product_to_be_told_of(database: Settings, clock: Clock) -> None:
    anna = await looks_around(database, clock)
    await anna.says("Sag mir Bescheid, wenn mein Paket wieder unterwegs ist")
    anna.does_not_read(plain("de", "product-wish-which"))
