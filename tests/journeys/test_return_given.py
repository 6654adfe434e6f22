"""What was given in exchange or as a replacement is returned from the chat, as what was bought is."""

from datetime import timedelta
from decimal import Decimal

import pytest

from bot.config import Locale
from bot.i18n import plain
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


async def with_a_cup(shop: Shop, locale: Locale, *, mugs: int = 1) -> tuple[Person, Order, Requested]:
    """A mug was exchanged for a cup twenty days ago, long after it was bought."""
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
        parcels=[parcel(scan("delivered", at=now - 300 * DAYS))],
        ship_country="DE",
        placed_at=now - 302 * DAYS,
        total=Decimal("19.90") * mugs,
    )
    made = await _exchanged(order, shop, locale)
    anna = await shop.town.customer(locale, owns=[owner])
    await anna.says("1001")
    return anna, order, made


async def _exchanged(order: Order, shop: Shop, locale: Locale) -> Requested:
    line, then = await Line.get(order_id=order.id), shop.town.clock.now() - 20 * DAYS
    settings = shop.town.settings
    pieces = (Piece(line.id, 1, "defective", "TASSE"),)
    made = await ask(
        Wish(order_id=order.id, pieces=pieces, way=Way.WARRANTY, outcome="exchange"),
        customer_ids=[order.customer_id or 0], chat_id=None, locale=locale, policy=DEFAULT, settings=settings, now=then,
    )  # fmt: skip
    by_mia = {"staff_id": 501, "settings": settings, "now": then}
    await approve(made.id, policy=DEFAULT, **by_mia)  # type: ignore[arg-type]  # by name
    await receive(made.id, **by_mia)  # type: ignore[arg-type]  # by name
    await check(made.id, Finding(), policy=DEFAULT, **by_mia)  # type: ignore[arg-type]  # by name
    await settle(made.id, "exchange", **by_mia)  # type: ignore[arg-type]  # by name
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
