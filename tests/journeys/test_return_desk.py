"""A return from the chat to the refund, through both seats: the customer asks, Mia decides, receives, checks, pays."""

import asyncio
import re
from datetime import timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock, real_now
from bot.config import LOCALES, Locale
from bot.i18n import Money, html, plain
from bot.returns.models import Return, ReturnPayment, ReturnPhoto, ReturnStep
from bot.returns.policies import adopt
from bot.shop.models import Order, Product
from bot.staff.models import AuditEntry
from bot.staff.roles import Right, may
from bot.tickets.models import Case
from tests.support.builders import a_customer, a_product, an_order, parcel
from tests.support.chat import Person
from tests.support.desk import DEAR, asks, card_with, follows, private, taps
from tests.support.staffed import Shop, eventually, seen
from tests.support.webchat import png

DEAR_PRICE = Money(Decimal(399), "EUR")


@pytest.fixture
def clock() -> Clock:
    """Noon in Berlin: at night nothing rings."""
    now = real_now()
    return Clock(now.astimezone(ZoneInfo("Europe/Berlin")).replace(hour=12, minute=0) + timedelta(days=1) - now)


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_whole_way_in_each_language(shop: Shop, locale: Locale) -> None:
    shop.town.settings.default_locale = locale
    anna, made = await asks(shop, "unwanted", "refund", locale)
    card = await card_with(shop, plain(locale, "rma-approve-button"))
    told = card["text"]
    assert made.number in told
    assert plain(locale, "rma-why-value") in told
    assert plain(locale, "return-why-unwanted") in told

    assert plain(locale, "rma-approve-toast") in await taps(shop, "rma-approve-button", locale)
    await eventually(lambda: seen(anna, text_in(locale, "return-push-approved")))
    mia = await follows(shop, plain(locale, "rma-label-button"), locale)
    await mia.says("https://labels.example.org/1 RR123456785DE")
    mia.has_read("labels.example.org", "RR123456785DE")
    await mia.taps(plain(locale, "rma-label-send-button"))
    await eventually(lambda: seen(anna, text_in(locale, "return-push-label_sent")))
    await taps(shop, "rma-here-button", locale)
    await eventually(lambda: seen(anna, text_in(locale, "return-push-received")))
    await taps(shop, "rma-fine-button", locale)
    mia = await follows(shop, private("rma-settle-button", locale), locale)
    await mia.taps(private("rma-refund-button", locale))
    await eventually(lambda: seen(anna, text_in(locale, "return-push-refunded")))

    await eventually(lambda: seen(anna, plain(locale, "return-state-refunded")))
    assert (await Return.get()).status == "refunded"
    assert (await Case.get()).status == "closed"
    assert await AuditEntry.filter(action="view", subject=f"return:{made.id}", staff_id=shop.mia.id).count() == 2


async def test_a_favour_is_declined_with_the_reason_that_the_customer_reads(shop: Shop) -> None:
    anna, made = await asks(shop, "unwanted", "refund")
    mia = await follows(shop, "Ablehnen")
    mia.reads(f"{made.number} ablehnen")
    await mia.says("Die Maschine ist benutzt & verkalkt")
    # Rung once, and on the card for whoever looks at it later.
    await eventually(lambda: seen(anna, "Grund: Die Maschine ist benutzt & verkalkt", times=2))
    mia.has_read("nicht angenommen", "Mia: „Die Maschine ist benutzt & verkalkt“")
    assert (await Return.get()).status == "rejected"


async def test_a_second_tap_that_left_before_the_first_was_shown_does_nothing_in_private(shop: Shop) -> None:
    await asks(shop, "unwanted", "refund")
    mia = await follows(shop, "Ablehnen")
    await mia.taps(plain("de", "menu-back-button"))
    taps_at_once = [mia.data_of(plain("de", f"rma-{each}-button")) for each in ("approve", "keep")]
    told = await asyncio.gather(*(mia.taps_data(*each) for each in taps_at_once))
    await shop.town.settle()
    assert plain("de", "rma-moved-on-alert") in str(told)
    row = await Return.get()
    assert (row.status, row.keeps) == ("approved", False)


async def test_a_right_has_no_button_to_decline_it(shop: Shop) -> None:
    _, made = await asks(shop, "defective", "refund")
    card = await card_with(shop, "Annehmen")
    assert "Ablehnen" not in str(card["reply_markup"])
    mia = Person(shop.town, shop.mia)
    await mia.says("/language")
    await mia.taps("Deutsch")
    await mia.says(f"/start rmadecline_{made.id}")
    await mia.says("Nein")
    mia.has_read("gesetzliches Recht")
    assert (await Return.get()).status == "requested"


async def test_the_order_on_the_card_has_the_sum_that_its_customer_reads(shop: Shop) -> None:
    await asks(shop, "unwanted", "refund", total=Decimal("403.90"), shipping_total=Decimal("4.90"))
    card = await card_with(shop, "Annehmen")
    [order] = [line for line in card["text"].splitlines() if line.startswith("Bestellung 1001")]
    assert order.endswith("403,90\u00a0€")
    assert "Geld zurück · 399,00\u00a0€" in card["text"]


async def test_a_photo_that_was_asked_for_stands_below_the_card(shop: Shop) -> None:
    anna, _ = await asks(shop, "defective", "refund")
    await taps(shop, "rma-photo-button")
    await eventually(lambda: seen(anna, "Bitte schicken Sie uns ein Foto"))
    await anna.taps("Foto hinzufügen", message_id=await newest(anna, "Bitte schicken Sie uns ein Foto"))
    anna.has_read("Schicken Sie jetzt ein Foto")
    await anna.sends_file("kratzer.png", png())
    picture = await shop.sees(lambda message: "photo" in message)
    assert "Anna" in picture["caption"]
    card = await shop.sees(lambda message: "📷 ein Foto" in message.get("text", ""))
    assert "Foto erbeten" in card["text"]  # among the steps
    assert "📎" not in card["text"]  # the picture itself stands below
    assert (await Return.get()).photo_asked_at is None


async def test_a_photo_that_was_asked_for_needs_no_tap_before(shop: Shop) -> None:
    anna, made = await asks(shop, "defective", "refund")
    await taps(shop, "rma-photo-button")
    await eventually(lambda: seen(anna, "Bitte schicken Sie uns ein Foto"))
    await anna.visitor.sends(("vorn.png", png()), ("hinten.png", png(50, 50)), caption="Hier sieht man es")
    await eventually(lambda: seen(anna, "2 Fotos liegen bei"))
    anna.has_read("Hier sieht man es")
    assert "nur Text lesen" not in str(anna.seen)
    await shop.sees(lambda message: "photo" in message and "Hier sieht man es" in message.get("caption", ""))
    kept = await Return.get(id=made.id)
    assert (kept.photo_asked_at, (kept.note or "").splitlines()[-1]) == (None, "Hier sieht man es")
    assert await ReturnPhoto.filter(request_id=made.id).count() == 2


async def test_words_below_a_photo_reach_the_staff_and_a_withdrawal_there_is_one(shop: Shop) -> None:
    anna, made = await asks(shop, "defective", "refund")
    await anna.taps("Alles dazu")
    await anna.taps("Foto hinzufügen")
    await anna.visitor.sends(("henkel.png", png()), caption="Der Henkel ist ab, Nummer 4711")
    await eventually(lambda: seen(anna, "Ihre Worte:"))
    await shop.sees(lambda message: "photo" in message and "4711" in message.get("caption", ""))
    await shop.sees(lambda message: "4711" in message.get("text", ""))
    await anna.says("Er war schon beim Auspacken ab")
    anna.has_read("Ihre Worte:", "beim Auspacken")
    await anna.visitor.sends(("karton.png", png(50, 50)), caption="Hiermit widerrufe ich den Vertrag")
    await eventually(lambda: seen(anna, "keinen Vertrag, den Sie hier widerrufen können"))  # the window is over

    kept = await Return.get(id=made.id)
    said = ["Der Henkel ist ab, Nummer 4711", "Er war schon beim Auspacken ab", "Hiermit widerrufe ich den Vertrag"]
    assert (kept.note or "").splitlines() == said
    assert await ReturnPhoto.filter(request_id=made.id).count() == 2


async def test_without_a_return_the_money_comes_and_nothing_has_to_go_back(shop: Shop) -> None:
    anna, made = await asks(shop, "defective", "refund")
    mia = await follows(shop, "Ohne Rücksendung")
    await mia.says("…")
    assert (await Return.get()).status == "requested", "the reason is kept (RET-11)"
    await mia.says("Der Versand kostet mehr als der Artikel")
    await eventually(lambda: seen(anna, "Sie dürfen es behalten"))
    assert (await ReturnStep.filter(request_id=made.id, why__startswith="Der Versand").count()) == 1
    mia = await follows(shop, "Auszahlen")
    await mia.taps("erstatten")
    await eventually(lambda: seen(anna, "Ihr Geld ist unterwegs"))
    assert (await Return.get()).status == "refunded"


async def test_money_before_the_goods_is_given_for_a_reason(shop: Shop) -> None:
    anna, made = await asks(shop, "unwanted", "refund")
    await taps(shop, "rma-approve-button")
    mia = await follows(shop, "Auszahlen")
    await mia.taps("erstatten")
    assert not await ReturnPayment.exists()
    await mia.says("Stammkundin, hat den Beleg geschickt")
    await eventually(lambda: seen(anna, "Ihr Geld ist unterwegs"))
    [paid] = await ReturnStep.filter(request_id=made.id, act="paid")
    assert (paid.why, paid.staff_id) == ("Stammkundin, hat den Beleg geschickt", shop.mia.id)


async def test_another_item_goes_out_once_the_first_is_back_unless_it_is_sold_out(shop: Shop) -> None:
    await a_product("ESPRESSO", category="kaffee", stock=3)
    await a_product("MOKKA", name={"de": "Mokkakanne"}, category="kaffee", stock=1, price=Decimal("399.00"))
    anna, _ = await asks(shop, "style", "exchange")
    await taps(shop, "rma-approve-button")
    await taps(shop, "rma-here-button")
    await taps(shop, "rma-fine-button")
    mia = await follows(shop, "Artikel schicken")
    await Product.filter(sku="MOKKA").update(stock=0)
    await mia.taps("Anderer Artikel ist verschickt")
    alert = await mia.taps("Ohne Nummer verschickt")
    assert "ausverkauft" in str(alert)
    await Product.filter(sku="MOKKA").update(stock=1)
    await mia.taps("Artikel schicken")
    await mia.taps("Anderer Artikel ist verschickt")
    await mia.taps("Ohne Nummer verschickt")
    await eventually(lambda: seen(anna, "Ihr neuer Artikel ist unterwegs"))
    assert ((await Return.get()).status, (await ReturnPayment.get()).kind) == ("exchanged", "exchange")


@pytest.mark.parametrize("locale", LOCALES)
async def test_store_credit_that_was_wished_for_is_given_and_told_with_its_sum(shop: Shop, locale: Locale) -> None:
    shop.town.settings.default_locale = locale
    anna, _ = await asks(shop, "unwanted", "credit", locale)
    for key in ("rma-approve-button", "rma-here-button", "rma-fine-button"):
        await taps(shop, key, locale)
    mia = await follows(shop, private("rma-settle-button", locale), locale)
    await mia.taps(private("rma-credit-button", locale))

    given = await ReturnPayment.get()
    assert ((await Return.get()).status, given.kind, given.amount) == ("credited", "credit", Decimal(399))
    await eventually(lambda: seen(anna, text_in(locale, "return-push-credited")))
    # In the message that rings and on the card.
    await eventually(lambda: seen(anna, text_in(locale, "return-paid-credit", total=DEAR_PRICE), times=2))


async def test_the_cost_of_the_way_back_is_waived_with_a_tap_and_the_customer_gets_all_of_it(shop: Shop) -> None:
    now = shop.town.clock.now()
    document = {"kind": "return_policy", "cost": {"customer_pays": True, "fee": "6.00"}}
    await adopt(document, name="1", now=now - timedelta(days=60))
    anna, _ = await asks(shop, "unwanted", "refund")
    await eventually(lambda: seen(anna, "Ihr Wunsch: 393,00 € zurück\nAbgezogen: 6,00 € für die Rücksendung"))
    for key in ("rma-approve-button", "rma-here-button", "rma-fine-button"):
        await taps(shop, key)
    card = await card_with(shop, private("rma-settle-button", "de"))  # as it stands after the check
    waive = plain("de", "rma-fee-button", total=Money(Decimal(6), "EUR"))
    assert plain("de", "rma-fee-toast") in str(await shop.taps(shop.mia, waive, card))

    await eventually(lambda: seen(anna, "Sie bekommen zurück: 399,00 €"))
    assert not await seen(anna, "Abgezogen")
    mia = await follows(shop, "Auszahlen")
    await mia.taps("erstatten")
    await eventually(lambda: seen(anna, "An Sie gezahlt: 399,00 €", times=2))
    row = await Return.get()
    assert (row.status, row.fee, (await ReturnPayment.get()).amount) == ("refunded", Decimal(0), Decimal(399))


async def test_what_is_not_in_order_is_taken_off_with_the_words_of_the_staff(shop: Shop) -> None:
    anna, _ = await asks(shop, "unwanted", "refund")
    await taps(shop, "rma-approve-button")
    await taps(shop, "rma-here-button")
    mia = await follows(shop, "Etwas stimmt nicht")
    await mia.taps("Wertverlust abziehen")
    await mia.says("viel")
    mia.reads("Das ist kein Betrag")
    await mia.says("49,50 €")
    mia.reads("Wertverlust wird abgezogen: 49,50 €")
    await mia.taps("So eintragen")
    await mia.says("Am Gehäuse ist ein Kratzer")
    mia = await follows(shop, "Auszahlen")
    await mia.taps("erstatten")
    await eventually(lambda: seen(anna, "Am Gehäuse ist ein Kratzer"))
    await eventually(lambda: seen(anna, "An Sie gezahlt: 349,50 €"))


async def test_whoever_may_not_answer_moves_nothing_and_an_old_button_says_so(shop: Shop) -> None:
    _, made = await asks(shop, "unwanted", "refund")
    card = await card_with(shop, "Annehmen")
    assert not await may(shop.tom.id, Right.ANSWER, settings=shop.town.settings)
    refused = await shop.taps(shop.tom, "Annehmen", card)
    assert refused["show_alert"]
    assert (await Return.get()).status == "requested"
    await shop.taps(shop.mia, "Annehmen", card)
    again = await shop.taps(shop.mia, "Foto", card)
    assert "einen Schritt weiter" in str(again)
    tom = Person(shop.town, shop.tom)
    await tom.says(f"/start rmadesk_{made.id}")
    assert made.number not in str(tom.messages)


@pytest.mark.parametrize(
    ("key", "told"), [("rma-change-done-button", "ist geändert"), ("rma-change-late-button", "zu spät")]
)
async def test_a_wish_to_change_an_order_is_answered_with_a_tap(shop: Shop, key: str, told: str) -> None:
    owner = await a_customer()
    await an_order("1001", customer=owner, parcels=[parcel("label_created")])
    anna = await shop.town.customer("de", owns=[owner])
    await anna.says("1001")
    await anna.taps("Ändern oder stornieren")
    await anna.taps("Andere Adresse")
    await anna.says("Anna Beispiel, Ring 5, 10115 Berlin")
    await taps(shop, key)
    await eventually(lambda: seen(anna, told))
    assert (await Case.get()).status == "closed"


async def test_a_cancelled_order_is_stopped_and_paid_back(shop: Shop) -> None:
    owner = await a_customer()
    await an_order("1001", customer=owner, parcels=[parcel("label_created")], lines=(DEAR,), ship_country="DE")
    anna = await shop.town.customer("de", owns=[owner])
    await anna.says("1001")
    await anna.taps("Ändern oder stornieren")
    await anna.taps("Stornieren")
    await anna.taps("Widerruf bestätigen")
    total = (await Order.get()).total
    mia = await follows(shop, "Auszahlen")
    await mia.taps("erstatten")
    await eventually(lambda: seen(anna, "Ihr Geld ist unterwegs"))
    assert ((await ReturnPayment.get()).amount, (await Return.get()).status) == (total, "refunded")


def text_in(locale: Locale, key: str, **values: Any) -> str:
    """A message of the bot as people compare it, without its markup."""
    return re.sub("[\u00a0\u202f]", " ", re.sub(r"<[^>]*>", "", html(locale, key, **values)))


async def newest(person: Person, text: str) -> int:
    await person.looks()
    return int(next(each for each in reversed(person.seen) if text in each.get("text", ""))["message_id"])
