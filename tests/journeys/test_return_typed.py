"""What the staff type on the screens of a return: sums, numbers, labels and whatever else comes; nothing is guessed."""

from datetime import timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock, real_now
from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.returns.models import Return, ReturnItem, ReturnPayment
from bot.shop.models import Line, Order, Product, Refund
from tests.support.builders import Item, a_product
from tests.support.chat import Person
from tests.support.desk import asks, card_with, draws, follows, taps
from tests.support.staffed import Shop, eventually, seen
from tests.support.webchat import png

LAMP = Item("Lampe", 1, "39.00", sku="LAMP")


@pytest.fixture
def clock() -> Clock:
    """Noon in Berlin: at night nothing rings."""
    now = real_now()
    return Clock(now.astimezone(ZoneInfo("Europe/Berlin")).replace(hour=12, minute=0) + timedelta(days=1) - now)


async def checked(shop: Shop) -> None:
    """Everything is here and all fine."""
    for key in ("rma-approve-button", "rma-here-button", "rma-fine-button"):
        await taps(shop, key)


async def has_papers(person: Person, count: int) -> bool:
    await person.looks()
    return sum("photo" in message or "document" in message for message in person.seen) == count


async def test_a_sum_is_what_was_typed_and_never_more_than_is_left(shop: Shop) -> None:
    await asks(shop, "unwanted", "refund")
    await checked(shop)
    mia = await follows(shop, "Auszahlen")
    for wrong in ("viel", "-5", "0", "5 $", "1,2345"):
        await mia.says(wrong)
        mia.reads("Das ist kein Betrag", "Noch zu geben: 399,00")
        mia.can_tap("399,00\u00a0€ erstatten")
    for too_much in ("399,01", "1.000", "999 EUR"):
        await mia.says(too_much)
        mia.reads("mehr, als noch zu zahlen ist")
        mia.can_tap("399,00\u00a0€ erstatten")
    await mia.says("1,5")
    await mia.taps("1,50\u00a0€ erstatten")
    assert (await ReturnPayment.get()).amount == Decimal("1.50")


async def test_what_went_back_meanwhile_is_not_paid_again_by_a_screen_that_is_still_open(shop: Shop) -> None:
    _, made = await asks(shop, "unwanted", "refund")
    await checked(shop)
    mia = await follows(shop, "Auszahlen")
    await Refund.create(order_id=made.order_id, external_id="9", amount=Decimal(300), refunded_at=made.created_at)
    alert = await mia.taps("399,00\u00a0€ erstatten")
    assert "mehr, als noch zu zahlen ist" in str(alert)
    assert not await ReturnPayment.exists()
    await mia.taps("Auszahlen")
    mia.reads("Noch zu geben: 99,00")
    await mia.taps("99,00\u00a0€ erstatten")
    assert (await Return.get()).status == "refunded"


async def test_no_word_is_taken_for_a_label_and_it_is_seen_before_it_goes(shop: Shop) -> None:
    anna, _ = await asks(shop, "unwanted", "refund")
    await taps(shop, "rma-approve-button")
    mia = await follows(shop, "Rücksendeschein")
    for words in ("hallo", "das weiß ich gerade nicht"):
        await mia.says(words)
        mia.reads("weder eine Adresse noch eine Sendungsnummer")
    assert (await Return.get()).status == "approved"
    await mia.says("RR 123 456 785 DE")
    mia.reads("Sendungsnummer RR123456785DE")
    await mia.taps("Von vorn")
    await mia.says("00340434161094042557")
    await mia.sends_file("schein.png", png())
    mia.reads("Sendungsnummer 00340434161094042557", "die Datei")
    await mia.taps("So schicken")
    await eventually(lambda: has_papers(anna, 2))  # the file, and the code to be shown

    row = await Return.get()
    assert (row.status, row.label_key) == ("label_sent", "00340434161094042557")
    assert await seen(anna, "Ihr Rücksendeschein ist da")
    await anna.says("/start")
    await anna.taps("Alles dazu")
    assert "kommt gleich" in str(await anna.taps("Rücksendeschein noch einmal"))
    await eventually(lambda: has_papers(anna, 4))


async def test_pieces_are_counted_by_taps_and_a_number_counts_where_there_is_one_item(shop: Shop) -> None:
    _, row = await asks(shop, "unwanted", "refund", lines=(Item("Becher", 1, "20.00", sku="BECHER"),))
    await Line.all().update(quantity=12)
    await ReturnItem.filter(request_id=row.id).update(quantity=12)
    mia = await follows(shop, "Nur ein Teil")
    await mia.says("ein paar")
    mia.reads("Bitte tippen Sie auf die Knöpfe")
    await mia.says("13")
    mia.reads("mehr Stücke, als kommen sollten")
    await mia.says("11")
    mia.can_tap("Becher: 11 von 12")
    await mia.taps("Eintragen")
    assert (await ReturnItem.get(request_id=row.id)).received == 11
    await mia.taps("Nur ein Teil")
    await mia.taps("Mehr kommt nicht")
    await mia.taps("Etwas stimmt nicht")
    await mia.says("zwei sind kaputt")
    mia.reads("Bitte tippen Sie auf die Knöpfe")


async def test_no_loss_is_more_than_the_goods_are_worth(shop: Shop) -> None:
    await asks(shop, "unwanted", "refund")
    await taps(shop, "rma-approve-button")
    await taps(shop, "rma-here-button")
    mia = await follows(shop, "Etwas stimmt nicht")
    await mia.taps("Wertverlust abziehen")
    await mia.says("399,01")
    mia.reads("mehr, als die angenommenen Artikel wert sind")
    await mia.says("49,5")
    mia.reads("Wertverlust wird abgezogen: 49,50")
    await mia.taps("Wertverlust abziehen")
    await mia.says("0")
    mia.does_not_read("Wertverlust wird abgezogen")


async def test_the_card_of_an_exchange_tells_what_was_agreed_and_what_is_left_of_it(shop: Shop) -> None:
    await a_product("LAMP", category="licht", stock=9)
    await a_product("MOKKA", name={"de": "Mokkakanne"}, category="licht", stock=9, price=Decimal("30.00"))
    await asks(shop, "style", "exchange", lines=(LAMP,))
    card = await card_with(shop, "Alles da")
    told = card["text"].replace("\u00a0", " ")
    assert "stattdessen: Mokkakanne (MOKKA) · 30,00 €" in told
    assert "Danach bekommt die Person noch 9,00 € zurück" in told
    await Product.filter(sku="MOKKA").update(price=Decimal("41.50"))
    await taps(shop, "rma-here-button")
    await taps(shop, "rma-fine-button")
    mia = await follows(shop, "Artikel schicken")
    mia.reads("Mokkakanne (MOKKA) · 30,00", "Danach bekommt die Person noch 9,00 € zurück")
    await mia.taps("Anderer Artikel ist verschickt")
    await mia.says("gestern")
    mia.reads("Das ist keine Sendungsnummer")
    await mia.taps("Ohne Nummer verschickt")
    assert (await ReturnPayment.get()).amount == Decimal("30.00")


async def test_who_waits_too_long_is_told_that_the_other_item_costs_more_by_now(shop: Shop) -> None:
    await a_product("LAMP", category="licht", stock=9)
    await a_product("MOKKA", name={"de": "Mokkakanne"}, category="licht", stock=9, price=Decimal("39.00"))
    anna = await draws(shop, "style", "exchange", lines=(LAMP,))
    await Product.filter(sku="MOKKA").update(price=Decimal("39.01"))
    await anna.taps(plain("de", "return-send-button"))
    anna.reads("kostet inzwischen mehr, als Sie gezahlt haben")
    assert not await Return.exists()
    await Product.filter(sku="MOKKA").update(price=Decimal("38.00"))
    await anna.taps(plain("de", "return-again-button"))
    await anna.taps("Mokkakanne")
    await anna.taps(plain("de", "return-send-button"))
    assert await Return.exists()


async def test_of_a_part_each_piece_is_fine_or_not_or_missing_and_the_rest_is_paid(shop: Shop) -> None:
    anna, row = await asks(shop, "unwanted", "refund", lines=(Item("Becher", 1, "20.00", sku="BECHER"),))
    await Line.all().update(quantity=3)
    await ReturnItem.filter(request_id=row.id).update(quantity=3)
    await Return.filter(id=row.id).update(goods=60)
    await Order.all().update(total=60)
    mia = await follows(shop, "Nur ein Teil")
    await mia.says("2")
    await mia.taps("Eintragen")
    mia.can_tap("Auszahlen: 40,00")
    await mia.taps("Prüfen, Rest fehlt")
    mia.reads("2 in Ordnung", "1 fehlt")
    await mia.taps("Nicht in Ordnung: Becher")
    mia.reads("1 in Ordnung · ⚠️ 1 nicht in Ordnung · ❓ 1 fehlt")
    await mia.taps("So eintragen")
    await mia.says("Einer hat einen Sprung")
    await eventually(lambda: seen(anna, "Nicht im Paket war: 1 × Becher"))  # noqa: RUF001  # as it is shown
    await mia.taps("Auszahlen: 20,00")
    await mia.taps("20,00")
    await eventually(lambda: seen(anna, "An Sie gezahlt: 20,00"))


async def test_a_number_that_is_typed_is_how_many_are_here_in_all(shop: Shop) -> None:
    _, row = await asks(shop, "unwanted", "refund", lines=(Item("Becher", 1, "20.00", sku="BECHER"),))
    await Line.all().update(quantity=3)
    await ReturnItem.filter(request_id=row.id).update(quantity=3)
    mia = await follows(shop, "Nur ein Teil")
    mia.reads("wie viele da sind")
    await mia.says("1")
    await mia.taps("Eintragen")
    await mia.taps("Nur ein Teil")
    mia.reads("wie viele insgesamt da sind, die schon eingetragenen (1) mitgezählt")
    await mia.says("1")
    mia.reads("So viele sind schon eingetragen")
    await mia.says("4")
    mia.reads("mehr Stücke, als kommen sollten")
    await mia.says("2")
    mia.can_tap("Becher: 2 von 3")
    await mia.taps("Eintragen")
    assert (await ReturnItem.get(request_id=row.id)).received == 2
    assert (await Return.get(id=row.id)).status == "partially_received"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("words", ["👍", "❤️", "ok"])
async def test_an_emoji_on_a_return_that_is_looked_at_leaves_it_where_it_is(
    shop: Shop, locale: Locale, words: str
) -> None:
    await asks(shop, "unwanted", "refund")
    mia = await follows(shop, "Ablehnen", locale)
    await mia.taps(plain(locale, "menu-back-button"))
    offered = mia.buttons
    await mia.says(words)
    mia.has_read(plain(locale, "staff-tap").replace("\u00a0", " "))
    assert mia.buttons == offered
    mia.does_not_read(plain(locale, "question-not-understood"))


async def test_no_emoji_is_a_reason_to_decline(shop: Shop) -> None:
    _, made = await asks(shop, "unwanted", "refund")
    mia = await follows(shop, "Ablehnen")
    await mia.says("👍")
    await made.refresh_from_db()
    assert made.status == "requested"
    mia.has_read(plain("de", "rma-no-reason-alert"))


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_wrong_label_is_replaced_and_the_customer_reads_that_it_is_void(shop: Shop, locale: Locale) -> None:
    anna, made = await asks(shop, "unwanted", "refund", locale)
    await taps(shop, "rma-approve-button")
    mia = await follows(shop, "Rücksendeschein")
    await mia.says("RR123456785DE")
    await mia.sends_file("falsch.png", png())
    await mia.taps("So schicken")
    await eventually(lambda: has_papers(anna, 2))

    mia = await follows(shop, "Anderer Schein")
    mia.reads("Die Person hat schon einen Schein", "Der wird ungültig")
    assert plain("de", "rma-label-itself-button") not in mia.buttons
    await mia.says("RR123456799DE")
    await mia.sends_file("richtig.png", png(50, 50))
    await mia.taps("So schicken")
    await eventually(lambda: has_papers(anna, 4))
    told = plain(locale, "return-push-label_replaced").replace("<b>", "").replace("</b>", "").replace("\u00a0", " ")
    anna.has_read(*told.split("\n"), "RR123456799DE")
    await made.refresh_from_db()
    assert (made.status, made.label_key) == ("label_sent", "RR123456799DE")


async def test_what_is_on_its_way_keeps_its_label(shop: Shop) -> None:
    anna, made = await asks(shop, "unwanted", "refund")
    await taps(shop, "rma-approve-button")
    mia = await follows(shop, "Rücksendeschein")
    await mia.says("RR123456785DE")
    await mia.taps("So schicken")
    mia = await follows(shop, "Anderer Schein")
    await mia.says("RR123456799DE")
    await Return.filter(id=made.id).update(status="in_transit", revision=made.revision + 5)
    await mia.taps("So schicken")
    await made.refresh_from_db()
    assert made.label_key == "RR123456785DE"
    assert "Anderer Schein" not in str(mia.buttons)
    anna.does_not_read("gilt nicht mehr")


async def test_a_link_to_what_was_done_since_shows_where_the_return_stands(shop: Shop) -> None:
    _, row = await asks(shop, "unwanted", "refund")
    await taps(shop, "rma-approve-button")
    await taps(shop, "rma-here-button")
    mia = await follows(shop, "Etwas stimmt nicht")
    await mia.says(f"/start rmalabel_{row.id}")
    mia.reads("schon einen Schritt weiter", row.number)
    mia.can_tap("Etwas stimmt nicht")
    await mia.says(f"/start rmacheck_{row.id}")
    mia.reads("Tippen Sie auf das, was nicht in Ordnung ist")
