"""What was given in exchange or as a replacement is returned from the chat, as what was bought is."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from bot.config import Locale
from bot.i18n import plain
from bot.outbox.models import Push
from bot.returns.models import Return, ReturnItem
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import settle
from bot.returns.verdicts import approve
from bot.shop.models import Line, Order
from tests.support.builders import Item, a_customer, a_product, an_order, parcel, scan
from tests.support.chat import Person
from tests.support.staffed import Shop

DAYS = timedelta(days=1)


async def with_a_cup(
    shop: Shop, locale: Locale, *, mugs: int = 1, days_ago: int = 300, outcome: str = "exchange"
) -> tuple[Person, Order, Requested]:
    """A mug was exchanged for a cup twenty days ago, long after it was bought; what was bought lately was replaced."""
    await a_product("BECHER", category="becher", stock=5)
    await a_product(
        "TASSE", name={"de": "Teetasse", "fr": "Tasse à thé"}, category="becher", stock=5, price=Decimal("19.90"),
        currency="EUR",
    )  # fmt: skip
    owner, now = await a_customer(), shop.town.clock.now()
    order = await an_order(
        "1001",
        customer=owner,
        lines=[Item("Kaffeebecher", mugs, "19.90", "BECHER")],
        parcels=[parcel(scan("delivered", at=now - days_ago * DAYS))],
        ship_country="DE",
        placed_at=now - (days_ago + 2) * DAYS,
        total=Decimal("19.90") * mugs,
    )
    made = await _exchanged(order, shop, locale, outcome, now - min(20, days_ago - 1) * DAYS)
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("1001")
    return anna, order, made


async def _exchanged(order: Order, shop: Shop, locale: Locale, outcome: str, then: datetime) -> Requested:
    line = await Line.get(order_id=order.id)
    settings = shop.town.settings
    pieces = (Piece(line.id, 1, "defective", "TASSE" if outcome == "exchange" else None),)
    made = await ask(
        Wish(order_id=order.id, pieces=pieces, way=Way.WARRANTY, outcome=outcome),
        customer_ids=[order.customer_id or 0], chat_id=None, locale=locale, policy=DEFAULT, settings=settings, now=then,
    )  # fmt: skip
    by_mia = {"staff_id": 501, "settings": settings, "now": then}
    await approve(made.id, policy=DEFAULT, **by_mia)  # type: ignore[arg-type]  # by name
    await receive(made.id, **by_mia)  # type: ignore[arg-type]  # by name
    await check(made.id, Finding(), policy=DEFAULT, **by_mia)  # type: ignore[arg-type]  # by name
    await settle(made.id, outcome, **by_mia)  # type: ignore[arg-type]  # by name
    return made


@pytest.mark.parametrize(("locale", "name"), [("de", "Teetasse"), ("fr", "Tasse à thé")])
async def test_the_order_card_shows_the_cup_and_a_broken_one_is_claimed(shop: Shop, locale: Locale, name: str) -> None:
    anna, order, first = await with_a_cup(shop, locale)
    anna.reads(name, first.number)
    await anna.taps(plain(locale, "return-start-button"))
    anna.reads(plain(locale, "return-given-these"), name)
    await anna.taps(plain(locale, "withdraw-chosen-button"))
    await anna.taps(plain(locale, "return-why-defective"))
    await anna.taps(plain(locale, "withdraw-chosen-button"))
    await anna.taps(plain(locale, "return-want-refund"))
    anna.reads("19,90", name)
    await anna.taps(plain(locale, "return-send-button"))

    made = await Return.get(follows=first.id)
    assert (made.order_id, made.way, made.status, made.goods) == (order.id, "warranty", "requested", Decimal("19.90"))
    assert (await ReturnItem.get(request_id=made.id)).article == "TASSE"
    await anna.taps(plain(locale, "return-open-button"))
    anna.reads(name, plain(locale, "return-follows", number=first.number))


async def test_beside_what_was_bought_the_cup_is_one_tap_away_and_back(shop: Shop) -> None:
    anna, _, first = await with_a_cup(shop, "de", mugs=2)
    await anna.taps("Rückgabe oder Reklamation")
    anna.reads("Kaffeebecher")
    await anna.taps("Teetasse")
    anna.reads("Das haben Sie als Ersatz bekommen", "Teetasse")
    await anna.taps("Andere Artikel dieser Bestellung")
    anna.reads("Kaffeebecher", "Defekt oder falsch: bis")
    await anna.taps("Teetasse")
    await anna.taps("Weiter")
    anna.reads("Warum geht es zurück?")
    await anna.taps("Nicht mehr gewünscht")
    await anna.taps("Geld zurück")
    anna.reads("Teetasse", "19,90")
    await anna.taps("Widerruf bestätigen")
    assert (await Return.get(follows=first.id)).way == "withdrawal"


async def test_the_card_of_the_exchange_leads_to_what_it_has_given_and_on_to_its_own_return(shop: Shop) -> None:
    anna, _, first = await with_a_cup(shop, "de")
    await anna.taps(first.number)
    anna.reads("Dafür bekommen", "Teetasse")
    await anna.taps("Mit dem Ersatz stimmt etwas nicht")
    anna.reads("Das haben Sie als Ersatz bekommen", "Teetasse")
    await anna.taps("Weiter")
    await anna.taps("Defekt")
    await anna.taps("Weiter")
    await anna.taps("Denselben noch einmal")
    await anna.taps("Abschicken")

    made = await Return.get(follows=first.id)
    assert (made.way, made.outcome) == ("warranty", "replacement")
    await anna.says("1001")
    await anna.taps(first.number)
    anna.has_read(f"Der Ersatz geht weiter in {made.number}")
    assert "Mit dem Ersatz stimmt etwas nicht" not in str(anna.buttons)


@pytest.mark.parametrize(
    ("locale", "words", "name"),
    [
        ("de", "Ich widerrufe den Vertrag 1001", "Teetasse (im Tausch bekommen)"),
        ("fr", "Je me rétracte de ma commande 1001", "Tasse à thé (reçu en échange)"),
    ],
)
async def test_words_withdraw_from_what_took_the_place_of_the_goods(
    shop: Shop, locale: Locale, words: str, name: str
) -> None:
    anna, _, first = await with_a_cup(shop, locale)
    await anna.says(words)
    anna.reads(name, "19,90")
    anna.does_not_read(plain(locale, "withdraw-not-these"))
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    made = await Return.get(follows=first.id)
    assert (made.way, made.goods) == ("withdrawal", Decimal("19.90"))
    anna.has_read(made.number)


async def test_the_button_leads_to_the_replacement_beside_what_was_bought_and_some_of_it_may_go(shop: Shop) -> None:
    anna, _order, first = await with_a_cup(shop, "de", mugs=3, days_ago=5, outcome="replacement")
    await anna.taps("Vertrag widerrufen")
    anna.reads("2 \N{MULTIPLICATION SIGN} Kaffeebecher", "1 \N{MULTIPLICATION SIGN} Kaffeebecher (Ersatz)", "59,70")
    await anna.taps("Nur einzelne Artikel")
    await anna.taps("Kaffeebecher (Ersatz)")
    anna.is_offered("☑️ Kaffeebecher (Ersatz) · 1 von 1", "⬜ Kaffeebecher · 0 von 2")
    await anna.taps("⬜ Kaffeebecher ·")
    await anna.taps("Weiter")
    anna.reads("1 \N{MULTIPLICATION SIGN} Kaffeebecher", "1 \N{MULTIPLICATION SIGN} Kaffeebecher (Ersatz)", "39,80")
    await anna.taps("Widerruf bestätigen")

    rows = await Return.exclude(id=first.id).order_by("id")
    assert [(row.follows, row.goods) for row in rows] == [(None, Decimal("19.90")), (first.id, Decimal("19.90"))]
    receipt = (await Push.get(once=f"return:{rows[0].id}:receipt:chat:{anna.id}")).params["text"]
    assert "2 \N{MULTIPLICATION SIGN} Kaffeebecher" in receipt, "a replacement is what was bought"
    await anna.says("1001")
    assert "Vertrag widerrufen" in anna.buttons, "one mug is left"
