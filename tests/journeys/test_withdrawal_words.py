"""A withdrawal in writing that is confirmed late, or never: the words count, and the days that are told lie ahead."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.outbox.models import Push
from bot.returns.labels import without_label
from bot.returns.listing import describe_return
from bot.returns.models import Return
from bot.returns.policy import Policy
from bot.shop.models import Customer
from bot.tickets.models import Case, CaseMessage
from tests.journeys.test_withdrawal import delivered, has_file
from tests.support.builders import an_order, parcel
from tests.support.chat import text_of
from tests.support.staffed import Shop, eventually, seen
from tests.support.webchat import png

SAID = {"de": "ich widerrufe", "en": "I withdraw from it", "fr": "Je me rétracte", "lb": "ech widderruffen"}
LATER = timedelta(days=200)


async def test_what_is_confirmed_long_after_it_was_written_is_in_time_and_has_days_that_lie_ahead(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await anna.says("ich widerrufe")
    shop.town.clock.advance(LATER)
    today = shop.town.clock.now()
    await anna.taps("Widerruf bestätigen")

    made = await Return.get()
    assert made.declared_at is not None
    assert made.declared_at < today - timedelta(days=199), "the words count from when they were written"
    told = await describe_return(made.number, tz=shop.town.settings.time_zone)
    assert datetime.fromisoformat(told["money_due_at"]) < today, "the law counts from the words"
    assert "unverzüglich" in (await Push.get(slot=f"return:{made.id}", chat_id=anna.id)).params["text"]

    await without_label(made.id, staff_id=1, policy=Policy(address=("Lager",)), settings=shop.town.settings, now=today)
    told = await describe_return(made.number, tz=shop.town.settings.time_zone)
    assert date.fromisoformat(told["send_by"]) >= (today + timedelta(days=14)).date()


async def test_who_changes_the_language_before_confirming_confirms_in_the_new_one(shop: Shop) -> None:
    anna, order = await delivered(shop)
    await anna.says("ich widerrufe")
    await anna.says("/language")
    await anna.taps("English")
    anna.reads("You need not give a reason", "counts as the time of your withdrawal")
    await anna.taps("Confirm withdrawal")
    made = await Return.get()
    assert (made.order_id, made.way, made.status) == (order.id, "withdrawal", "approved")


async def test_what_is_never_confirmed_is_kept_with_its_time_and_the_staff_read_it(shop: Shop) -> None:
    anna, order = await delivered(shop)
    words = "Hiermit widerrufe ich den Vertrag über Bestellung 1001."
    await anna.says(words)
    anna.reads("festgehalten")
    await anna.says("/start")
    await anna.says(words)

    case = await Case.get()
    assert (case.cause, case.status, case.order_id, case.chat_id) == ("return", "open", order.id, anna.id)
    assert [(each.author, each.text) for each in await CaseMessage.filter(case_id=case.id)] == [("customer", words)]
    card = await shop.card("Schriftlicher Widerruf")
    assert words in text_of(card)


async def test_what_is_confirmed_leaves_the_return_alone_to_be_worked_on(shop: Shop) -> None:
    anna, order = await delivered(shop)
    await an_order("1002", customer=await Customer.get(id=order.customer_id), parcels=[parcel("in_transit")])
    await anna.says("ich widerrufe")
    assert (await Case.get()).order_id is None, "nobody knows yet which"
    await anna.taps("1002")
    await anna.taps("Widerruf bestätigen")

    made = await Return.get()
    assert [case.once for case in await Case.filter(status="open")] == [f"return:{made.id}:return"]


async def test_words_that_do_not_declare_leave_no_case(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await anna.says("Ich möchte nicht widerrufen")
    assert not await Case.exists()


async def test_what_stands_below_a_picture_declares_like_any_other_words(shop: Shop) -> None:
    anna, order = await delivered(shop)
    words = "Ich widerrufe, es ist zu klein"
    await anna.visitor.sends(("1.png", png()), ("2.png", png(50, 50)), caption=words)
    await eventually(lambda: seen(anna, "Vertrag widerrufen"))

    assert [(case.order_id, case.cause) for case in await Case.all()] == [(order.id, "return")]
    assert await CaseMessage.filter(author="customer", text=words).exists()
    await anna.taps("Widerruf bestätigen")
    assert (await Return.get()).way == "withdrawal"
    assert not any("nur Text" in text_of(message) for message in anna.seen)


async def test_a_picture_whose_words_mean_nothing_to_us_is_answered_as_a_picture(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await anna.sees_after(await anna.visitor.sends(("1.png", png()), caption="xqzt vrrmp"))
    anna.reads(plain("de", "question-not-text").splitlines()[0])


@pytest.mark.parametrize("locale", LOCALES)
async def test_words_are_receipted_with_content_date_time_and_zone_also_before_anybody_knows_the_contract(
    shop: Shop, locale: Locale
) -> None:
    anna, order = await delivered(shop, locale)
    await an_order("1002", customer=await Customer.get(id=order.customer_id), parcels=[parcel("in_transit")])
    words = SAID[locale]
    await anna.says(words)
    zone = shop.town.clock.now().astimezone(ZoneInfo("Europe/Berlin")).strftime("%Z")
    [receipt] = [text_of(message) for message in anna.seen if message.get("reply_to_message")]
    year = str(shop.town.clock.now().year)
    assert all(told in receipt for told in (words, zone, year)), receipt
    anna.reads(zone, year)
    anna.can_tap("1001", "1002")


async def test_the_staff_enter_for_a_contract_what_was_written_and_the_customer_has_the_receipt(shop: Shop) -> None:
    anna, order = await delivered(shop)
    await an_order("1002", customer=await Customer.get(id=order.customer_id), parcels=[parcel("in_transit")])
    await anna.says("ich widerrufe")
    card = await shop.card("Schriftlicher Widerruf")
    await shop.taps(shop.mia, "Widerruf zu 1001 eintragen", card)
    place = card["message_id"]
    card = await shop.sees(lambda each: each["message_id"] == place and "Alles zu 1001" in str(each))
    assert not await Return.exists(), "nothing is entered before its items were seen"
    await shop.taps(shop.mia, "Alles zu 1001 eintragen", card)

    made = await Return.get()
    assert (made.way, made.order_id, made.chat_id) == ("withdrawal", order.id, anna.id)
    assert made.declared_at is not None
    assert made.declared_at <= made.created_at
    await eventually(lambda: seen(anna, made.number))
    assert [case.once for case in await Case.filter(status="open")] == [f"return:{made.id}:return"]
    # What was written is dealt with: nobody is offered the other contract any more.
    settled = await shop.sees(lambda each: each["message_id"] == card["message_id"] and "eintragen" not in str(each))
    assert settled
    assert await Return.all().count() == 1


async def test_a_button_that_was_drawn_before_the_customer_confirmed_names_what_they_have_made(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await anna.says("ich widerrufe")
    card = await shop.card("Schriftlicher Widerruf")
    await anna.taps("Widerruf bestätigen")
    made = await Return.get()
    case = await Case.get(once__startswith="written:")
    assert (case.status, case.closed_because, case.buttons) == ("closed", "declared", [])
    place = card["message_id"]
    await shop.sees(lambda each: each["message_id"] == place and "eintragen" not in str(each))
    drawn = {"chat_id": shop.group, "message_id": place, "reply_markup": card["reply_markup"]}
    await shop.town.web.call("editMessageReplyMarkup", **drawn)
    told = await shop.taps(shop.mia, "Widerruf zu 1001 eintragen", card)
    assert told["text"] == plain("de", "withdraw-enter-made-alert", number="1001", returns=made.number)
    assert await Return.all().count() == 1


MADE_BEFORE = {
    "de": "ich möchte den Widerruf zurücknehmen",
    "en": "please cancel my withdrawal",
    "fr": "je voudrais annuler ma rétractation",
    "lb": "ech wëll mäi Widderruff zréckzéien",
}


@pytest.mark.parametrize("locale", LOCALES)
async def test_who_speaks_of_a_withdrawal_that_was_made_is_led_to_it(shop: Shop, locale: Locale) -> None:
    anna, _ = await delivered(shop, locale)
    await anna.says(SAID[locale])
    await anna.taps(plain(locale, "withdraw-confirm-button"))
    made = await Return.get()
    # The done screen, the receipt and its card: whatever is pushed has come.
    await eventually(lambda: has_file(anna))
    await eventually(lambda: seen(anna, made.number, times=3))

    await anna.says(MADE_BEFORE[locale])

    anna.reads(plain(locale, "withdraw-made")[:20])
    await anna.taps(made.number)
    anna.has_read(made.number)
    assert await Return.all().count() == 1


async def test_a_consent_that_is_withdrawn_is_no_contract(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await anna.says("Ich widerrufe meine Einwilligung")
    assert await Case.all().count() == 0
    assert await Return.all().count() == 0
