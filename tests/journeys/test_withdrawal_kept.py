"""What declares a withdrawal is kept with its time whoever writes it, and however many contracts it is about."""

import asyncio
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.outbox.models import Push
from bot.returns.models import Return
from bot.returns.moving import cancel
from bot.returns.wording import Reader
from bot.returns.written import RECEIPT_AFTER, Said, counts_from, keep_declaration
from bot.shop.models import Customer, Order
from bot.tickets.models import Case, CaseMessage
from tests.journeys.test_withdrawal import TWO, delivered
from tests.support.builders import an_order, parcel, scan
from tests.support.chat import Person
from tests.support.staffed import Shop, eventually, seen

SAID: dict[Locale, str] = {
    "de": "Hiermit widerrufe ich meine Bestellung 1001. Anna Muster, anna@example.org",
    "en": "I hereby withdraw from the contract 1001. Anna Muster, anna@example.org",
    "fr": "Par la présente, je me rétracte de ma commande 1001. Anna Muster, anna@example.org",
    "lb": "Hiermat widderruffen ech meng Bestellung 1001. Anna Muster, anna@example.org",
}


async def another(shop: Shop, order: Order, number: str, *, days_ago: int = 2) -> Order:
    at = shop.town.clock.now() - timedelta(days=days_ago)
    owner = await Customer.get(id=order.customer_id)
    parcels = [parcel(scan("delivered", at=at))]
    return await an_order(
        number, customer=owner, lines=TWO, ship_country="DE", placed_at=at - timedelta(days=2), parcels=parcels
    )


async def kept() -> list[tuple[str, list[str]]]:
    """The cases of written withdrawals: their status, and the words."""
    cases = await Case.filter(once__startswith="written:").order_by("id")
    words = [[each.text for each in await CaseMessage.filter(case_id=case.id)] for case in cases]
    return [(case.status, said) for case, said in zip(cases, words, strict=True)]


async def test_two_orders_in_one_sentence_are_kept_until_each_is_confirmed(shop: Shop) -> None:
    anna, order = await delivered(shop)
    await another(shop, order, "1002")
    words = "Ich widerrufe die Bestellungen 1001 und 1002"
    await anna.says(words)
    await anna.taps("1001")
    await anna.taps("Widerruf bestätigen")
    assert await kept() == [("open", [words])]

    await anna.says(words)
    assert len(await kept()) == 1, "the same words of the same person are one case"
    await anna.taps("Widerruf bestätigen")
    assert await Return.all().count() == 2
    assert [status for status, _ in await kept()] == ["closed"]


async def test_all_orders_are_all_of_them_though_none_is_named(shop: Shop) -> None:
    anna, order = await delivered(shop)
    await another(shop, order, "1002")
    await anna.says("Ich widerrufe alle meine Bestellungen")
    await anna.taps("1002")
    await anna.taps("Widerruf bestätigen")
    assert [status for status, _ in await kept()] == ["open"]


@pytest.mark.parametrize("locale", LOCALES)
async def test_who_is_not_known_yet_has_declared_all_the_same(shop: Shop, locale: Locale) -> None:
    await delivered(shop)
    bob = await shop.town.stranger(locale)
    await bob.says("/start")
    await bob.says(SAID[locale])

    bob.reads(plain(locale, "withdraw-words-unlinked")[:40])
    assert any(message.get("reply_to_message") for message in bob.seen), "the receipt answers the words"
    [case] = await Case.filter(once__startswith="written:")
    assert (case.order_id, case.customer_id, case.chat_id) == (None, None, bob.id), "nobody has proved anything"
    assert await kept() == [("open", [SAID[locale]])]


async def test_a_question_of_somebody_unknown_is_answered_with_the_way_to_link(shop: Shop) -> None:
    bob = await shop.town.stranger("de")
    await bob.says("/start")
    await bob.says("Wie widerrufe ich?")
    bob.reads(plain("de", "question-link-first")[:40])
    assert await kept() == []


async def test_where_no_contract_seems_open_the_words_are_kept_for_the_staff(shop: Shop) -> None:
    anna, _ = await delivered(shop, days_ago=60)
    await anna.says("Hiermit widerrufe ich den Vertrag")
    anna.reads(plain("de", "withdraw-words-none"))
    assert await kept() == [("open", ["Hiermit widerrufe ich den Vertrag"])]
    await shop.card("jetzt widerrufen lässt")


async def test_more_words_are_added_to_what_is_kept_and_each_has_its_receipt(shop: Shop) -> None:
    anna, order = await delivered(shop)
    await another(shop, order, "1002")
    first, second = "Ich widerrufe den Vertrag", "Hiermit widerrufe ich, die Tasse ist zu klein"
    await anna.says(first)
    await anna.says(second)
    assert await kept() == [("open", [first, second])]
    assert len([message for message in anna.seen if message.get("reply_to_message")]) == 2
    receipts = await Push.filter(chat_id=anna.id, once__startswith="written:")
    assert [push.status for push in receipts] == ["superseded"] * 2, "each was given at once, and waits no longer"


async def test_what_is_doubtful_after_a_declaration_leaves_it_standing_and_nobody_reads_otherwise(shop: Shop) -> None:
    anna, order = await delivered(shop)
    await another(shop, order, "1002")
    await anna.says("Ich widerrufe")
    await anna.says("ich widerrufe 1002 doch nicht")
    anna.reads(plain("de", "withdraw-doubt-kept"), "zählt als Zeitpunkt", "1002")
    anna.does_not_read("nichts erklärt")


async def test_what_a_message_says_since_it_was_edited_is_a_declaration_with_a_time_of_its_own(shop: Shop) -> None:
    anna, order = await delivered(shop)
    await another(shop, order, "1002")
    sent = await anna.visitor.says("Ich widerrufe die Bestellung 1001")
    await anna.sees_after(sent)
    shop.town.clock.advance(timedelta(minutes=10))
    await anna.visitor.edits(sent["message_id"], "Ich widerrufe die Bestellung 1002")
    await eventually(lambda: seen(anna, "Inhalt: „Ich widerrufe die Bestellung 1002“"))

    receipts = await Push.filter(chat_id=anna.id, once__startswith="written:").order_by("id")
    first, second = [push.params["text"].splitlines()[1] for push in receipts]
    assert first != second, "each is received when it was written"
    assert [case.order_id for case in await Case.filter(once__startswith="written:").order_by("id")] == [
        order.id,
        (await Order.get(number="1002")).id,
    ]


async def test_words_that_were_taken_back_count_for_nobody_later(shop: Shop) -> None:
    anna, order = await delivered(shop)
    owner = await Customer.get(id=order.customer_id)
    bob = await shop.town.customer("de", owns=[owner], name="Bob")
    await bob.says("Ich widerrufe den Vertrag 1001")
    assert [status for status, _ in await kept()] == ["open"]
    await anna.says("Ich widerrufe den Vertrag 1001")
    await anna.taps("Widerruf bestätigen")
    assert {status for status, _ in await kept()} == {"closed"}, "one contract, one withdrawal"
    made = await Return.get()
    now = shop.town.clock.now() + timedelta(days=40)
    await cancel(made.id, customer_ids=[owner.id], settings=shop.town.settings, now=now)
    assert await counts_from(made.declared_at, order.id, now=now) == now


async def test_a_receipt_that_could_not_be_given_at_once_waits_in_the_outbox(shop: Shop) -> None:
    anna, order = await delivered(shop)
    now = shop.town.clock.now()
    reader = Reader("de", ZoneInfo("Europe/Berlin"), shop.town.settings.shop_name)
    said: dict[str, Any] = {"each": False, "chat_id": anna.id, "reader": reader}
    for _ in range(2):  # the same update comes again after a crash
        await keep_declaration(Said("Ich widerrufe", 7, now), [order.id], settings=shop.town.settings, now=now, **said)
    [push] = await Push.filter(once__startswith="written:")
    assert (push.status, push.due_at) == ("waiting", now + RECEIPT_AFTER)
    assert "Ich widerrufe" in push.params["text"]


BERLIN = ZoneInfo("Europe/Berlin")


async def on_the_last_evening(shop: Shop) -> tuple[Person, datetime]:
    """Anna, and when the period of her orders ends: on a Monday in February, when no holiday moves it."""
    year = shop.town.clock.now().year + 1
    arrived = next(datetime(year, 2, day, 12, tzinfo=BERLIN) for day in range(1, 8) if is_monday(year, day))
    midnight = (arrived + timedelta(days=15)).replace(hour=0)
    shop.town.clock.advance(midnight - timedelta(hours=2) - shop.town.clock.now())
    anna, order = await delivered(shop, days_ago=14)
    await another(shop, order, "1002", days_ago=14)
    return anna, midnight


def wait_until(moment: datetime, shop: Shop) -> None:
    shop.town.clock.advance(moment - shop.town.clock.now())


def is_monday(year: int, day: int) -> bool:
    return datetime(year, 2, day, tzinfo=BERLIN).isoweekday() == 1


async def test_what_was_written_before_midnight_and_read_after_it_is_in_time(shop: Shop) -> None:
    anna, midnight = await on_the_last_evening(shop)
    await shop.town.stop_bot()
    wait_until(midnight - timedelta(seconds=3), shop)
    sent = await anna.visitor.says("Ich widerrufe meine Bestellungen")
    await asyncio.sleep(5)
    await shop.town.start_bot()
    await anna.sees_after(sent)
    anna.can_tap("1001", "1002")
    assert [status for status, _ in await kept()] == ["open"]


async def test_what_was_edited_after_midnight_was_not_written_before(shop: Shop) -> None:
    anna, midnight = await on_the_last_evening(shop)
    wait_until(midnight - timedelta(seconds=3), shop)
    sent = await anna.visitor.says("wie geht es")
    await asyncio.sleep(5)
    await anna.visitor.edits(sent["message_id"], "Ich widerrufe die Bestellung 1001")
    await eventually(lambda: seen(anna, "trotzdem"))
    assert plain("de", "withdraw-confirm-button") not in anna.buttons
