"""Sending something back from the chat: items, reason, photos, what is wanted for it, and what it brings beforehand."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock, real_now
from bot.config import LOCALES, Locale
from bot.customers.holds import holds_of
from bot.i18n import plain
from bot.outbox.models import Push
from bot.returns.labels import without_label
from bot.returns.models import Return, ReturnItem, ReturnPhoto
from bot.returns.policy import Policy
from bot.shop.models import Customer, Order, Product
from tests.support.builders import Item, a_customer, a_product, an_order, parcel, scan
from tests.support.chat import Person
from tests.support.staffed import Shop, eventually, seen
from tests.support.webchat import png

MUG = Item("Kaffeebecher", 2, "19.90")


@pytest.fixture
def clock() -> Clock:
    """Noon in Berlin: at night nothing rings."""
    now = real_now()
    return Clock(now.astimezone(ZoneInfo("Europe/Berlin")).replace(hour=12, minute=0) + timedelta(days=1) - now)


async def delivered(
    shop: Shop, locale: Locale = "de", *, days_ago: int = 3, owner: Customer | None = None, **more: Any
) -> tuple[Person, Order]:
    owner = owner or await a_customer()
    at = shop.town.clock.now() - timedelta(days=days_ago)
    columns: dict[str, Any] = {"lines": (MUG,), "ship_country": "DE", "placed_at": at - timedelta(days=2)} | more
    order = await an_order("1001", customer=owner, parcels=[parcel(scan("delivered", at=at))], **columns)
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("1001")
    return anna, order


async def chooses(anna: Person, locale: Locale, reason: str, outcome: str, *, pieces: int = 1) -> None:
    """Up to the summary; a reason that asks for pictures is left without."""
    await anna.taps(plain(locale, "return-start-button"))
    for _ in range(pieces):
        await anna.taps("Kaffeebecher")
    await anna.taps(plain(locale, "withdraw-chosen-button"))
    await anna.taps(plain(locale, f"return-why-{reason}"))
    if reason in {"defective", "wrong_item", "not_as_described"}:
        await anna.taps(plain(locale, "withdraw-chosen-button"))
    await anna.taps(plain(locale, f"return-want-{outcome}"))


@pytest.mark.parametrize("locale", LOCALES)
async def test_after_the_withdrawal_period_it_goes_back_by_the_shops_own_window(shop: Shop, locale: Locale) -> None:
    anna, _ = await delivered(shop, locale, days_ago=20)
    await chooses(anna, locale, "unwanted", "refund", pieces=2)
    anna.reads(plain(locale, "return-why-unwanted"), "39")
    await anna.taps(plain(locale, "return-send-button"))

    made = await Return.get()
    assert (made.way, made.status, made.outcome, made.goods) == ("goodwill", "approved", "refund", Decimal("39.80"))
    item = await ReturnItem.get()
    assert (item.quantity, item.reason) == (2, "unwanted")
    await eventually(lambda: seen(anna, made.number, times=2))
    assert await holds_of([made.customer_id], now=shop.town.clock.now())


async def test_within_the_period_wanting_the_money_is_a_withdrawal_and_needs_no_reason(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await anna.taps("Rückgabe oder Reklamation")
    anna.reads("Widerruf bis", "Unsere freiwillige Rücknahme bis", "Defekt oder falsch: bis")
    await anna.taps("Kaffeebecher")
    await anna.taps("Weiter")
    await anna.taps("Ohne Angabe")
    await anna.taps("Geld zurück")
    anna.reads("Sie bekommen zurück: 19,90 €", "widerrufen Sie den Kauf", "Die Rücksendung kostet Sie nichts")
    await anna.taps("Widerruf bestätigen")

    made = await Return.get()
    assert (made.way, made.status, (await ReturnItem.get()).reason) == ("withdrawal", "approved", None)
    assert await Push.filter(once=f"return:{made.id}:receipt:chat:{anna.id}").exists()


async def test_a_defect_long_after_every_window_goes_to_the_warranty_with_its_album(shop: Shop) -> None:
    await a_product(stock=4)
    anna, _ = await delivered(shop, days_ago=300)
    await anna.taps("Rückgabe oder Reklamation")
    await anna.taps("Kaffeebecher")
    await anna.taps("Weiter")
    anna.reads("Die Rückgabefrist ist vorbei")
    assert "Nicht mehr gewünscht" not in anna.buttons
    await anna.taps("Defekt")
    anna.reads("Zeigen Sie uns, was los ist")
    await anna.says("Seit gestern")
    await anna.visitor.sends(("vorn.png", png()), ("hinten.png", png(50, 50)), caption="Der Henkel ist ab")
    await eventually(lambda: seen(anna, "2 Fotos liegen bei"))
    anna.has_read("Der Henkel ist ab")
    await anna.taps("Weiter")
    await anna.taps("Zurück")
    anna.reads("Zeigen Sie uns, was los ist", "2 Fotos liegen bei")
    await anna.taps("Weiter")
    await anna.taps("Denselben noch einmal")
    anna.reads("ohne Kosten für Sie", "2 Fotos liegen bei")
    await anna.taps("Abschicken")

    made = await Return.get()
    assert (made.way, made.status, made.outcome, made.why) == ("warranty", "requested", "replacement", "defect")
    assert (made.note, await ReturnPhoto.all().count()) == ("Seit gestern\nDer Henkel ist ab", 2)
    anna.has_read("sieht sich Ihre Anfrage an")


@pytest.mark.parametrize("locale", LOCALES)
async def test_who_would_like_the_same_again_reads_that_there_is_none_and_who_can_wait_for_it(
    shop: Shop, locale: Locale
) -> None:
    await a_product(stock=0)
    anna, _ = await delivered(shop, locale, days_ago=60)
    await anna.taps(plain(locale, "return-start-button"))
    await anna.taps("Kaffeebecher")
    await anna.taps(plain(locale, "withdraw-chosen-button"))
    await anna.taps(plain(locale, "return-why-defective"))
    await anna.taps(plain(locale, "withdraw-chosen-button"))
    assert plain(locale, "return-want-replacement") not in anna.buttons
    anna.reads(plain(locale, "return-want-no-same").replace("\u00a0", " "))


async def test_another_item_is_chosen_from_what_is_in_stock(shop: Shop) -> None:
    await a_product(category="becher", stock=3)
    await a_product("TASSE", name={"de": "Teetasse"}, category="becher", stock=1)
    await a_product("LEER", name={"de": "Ausverkauftes"}, category="becher", stock=0)
    anna, _ = await delivered(shop)
    await chooses(anna, "de", "style", "exchange")
    anna.can_tap("Teetasse")
    anna.reads("Teetasse · 19,90 € · gleicher Preis")
    assert "Ausverkauftes" not in str(anna.buttons)
    await anna.taps("Teetasse")
    anna.reads("Im Tausch: 1 \N{MULTIPLICATION SIGN} Teetasse · 19,90 €", "Gleicher Preis: Sie zahlen nichts dazu")
    await Product.filter(sku="TASSE").update(stock=0)
    await anna.taps("Abschicken")

    anna.reads("gerade ausverkauft")
    assert await Return.all().count() == 0
    await anna.taps("Anderen wählen")
    anna.reads("nichts Vergleichbares")
    await anna.taps("Lieber Geld zurück")
    await anna.taps("Widerruf bestätigen")
    assert (await Return.get()).outcome == "refund"


async def test_something_else_needs_a_few_words_and_a_voice_message_is_none(shop: Shop) -> None:
    anna, _ = await delivered(shop, days_ago=20)
    await anna.taps("Rückgabe oder Reklamation")
    await anna.taps("Kaffeebecher")
    await anna.taps("Weiter")
    await anna.taps("Etwas anderes")
    assert "ein paar Worte" in str(await anna.taps("Weiter"))
    await anna.says("Doppelt geschenkt bekommen")
    anna.reads("Doppelt geschenkt bekommen")
    await anna.taps("Weiter")
    await anna.taps("Guthaben")
    anna.reads("als Guthaben: 19,90 €")
    await anna.taps("Abschicken")

    assert (await Return.get()).note == "Doppelt geschenkt bekommen"


async def test_the_form_survives_a_restart_and_a_double_tap_sends_it_once(shop: Shop) -> None:
    anna, _ = await delivered(shop, days_ago=20)
    await chooses(anna, "de", "unwanted", "refund")
    await shop.town.restart_bot()
    message_id, data = anna.data_of("Abschicken")
    await asyncio.gather(*(anna.taps_data(message_id, data) for _ in range(3)))
    await shop.town.settle()

    assert await Return.all().count() == 1


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("de", "Ich möchte den Artikel zurückschicken"),
        ("en", "How do I return an item?"),
        ("fr", "Je souhaite renvoyer un article"),
        ("lb", "Ech wëll den Artikel zréckschécken"),
    ],
)
async def test_words_lead_to_the_items_of_the_order(shop: Shop, locale: Locale, words: str) -> None:
    anna, _ = await delivered(shop, locale)
    await anna.says(words)
    anna.can_tap("Kaffeebecher", plain(locale, "withdraw-chosen-button"))


async def test_all_returns_are_listed_under_the_orders(shop: Shop) -> None:
    anna, _ = await delivered(shop, days_ago=20)
    await chooses(anna, "de", "unwanted", "refund")
    await anna.taps("Abschicken")
    made = await Return.get()
    await anna.says("/orders")
    await anna.taps("Meine Rückgaben")
    anna.has_read("Ihre Rückgaben")
    await anna.taps(made.number)
    anna.has_read(f"Rückgabe {made.number}", "angenommen")


async def test_a_withdrawal_typed_where_words_are_asked_for_is_one(shop: Shop) -> None:
    anna, order = await delivered(shop)
    await an_order("1002", customer=await Customer.get(id=order.customer_id), parcels=[parcel("in_transit")])
    await anna.taps("Rückgabe oder Reklamation")
    for tapped in ("Kaffeebecher", "Weiter", "Defekt"):
        await anna.taps(tapped)
    await anna.says("Ich habe nie widerrufen, der Henkel ist ab")
    anna.reads("Ihre Worte:", "nie widerrufen")
    await anna.says("Ich widerrufe den Kauf")

    anna.reads("Vertrag widerrufen", "Bestellung 1001", "zählt als Zeitpunkt")
    await anna.taps("Widerruf bestätigen")
    made = await Return.get()
    assert (made.way, made.order_id) == ("withdrawal", order.id)


async def test_who_has_handed_the_parcel_in_says_so_with_two_taps_and_can_add_the_proof(shop: Shop) -> None:
    settings, now = shop.town.settings, shop.town.clock.now()
    anna, _ = await delivered(shop, days_ago=20)
    await chooses(anna, "de", "unwanted", "refund")
    await anna.taps("Abschicken")
    made = await Return.get()
    await without_label(made.id, staff_id=1, policy=Policy(address=("Lager",)), settings=settings, now=now)
    await eventually(lambda: seen(anna, "Sie können jetzt verschicken"))
    await anna.taps("Alles dazu")
    anna.reads("Abschicken bis", "Lager")
    await anna.taps("Ich habe es abgeschickt")
    anna.reads(made.number, "Einlieferungsbeleg")
    await anna.taps("Ja, abgegeben")
    anna.reads("unterwegs zu uns")
    anna.can_tap("Foto")
    assert not [label for label in anna.buttons if "Ich habe" in label or "Zurückziehen" in label]
    await anna.taps("Doch noch nicht abgeschickt")
    anna.reads("Abschicken bis")
    anna.can_tap("Zurückziehen")
    await anna.taps("Ich habe es abgeschickt")
    await anna.taps("Ja, abgegeben")
