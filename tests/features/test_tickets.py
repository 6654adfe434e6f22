"""Cases: opened once, taken, answered, noted, closed and opened again; the person is left alone meanwhile."""

from datetime import timedelta
from typing import Any

import pytest

from bot.config import LOCALES, Settings
from bot.customers.holds import holds_of
from bot.customers.models import Hold, Link
from bot.i18n import plain
from bot.outbox.errors import Unreachable
from bot.outbox.models import Push
from bot.staff.models import AuditEntry
from bot.tickets.cards import find_case_at
from bot.tickets.cases import (
    HOLDS,
    NewCase,
    find_talk,
    open_case,
    open_human_case,
    resolve_case,
)
from bot.tickets.details import send_details
from bot.tickets.hearing import add_customer_message
from bot.tickets.marks import mark_answers
from bot.tickets.messages import Written
from bot.tickets.models import Case, CaseMessage
from bot.tickets.reminders import remind_staff
from bot.tickets.reopening import reopen_case
from bot.tickets.replies import note, reply
from bot.tickets.resolutions import Resolution
from bot.tickets.taking import take_case
from bot.tickets.talks import end_talk, give_feedback
from bot.tickets.turns import Turn, remember_turns
from tests.support.builders import a_customer, an_order, parcel
from tests.support.postman import NOON, Postman, a_chat, drained

STAFF_CHAT, ANNA, MIA = -100, 100, 790
ANSWERED = Resolution("question", "answered")


@pytest.fixture
async def shop(database: Settings) -> Settings:
    await a_chat(ANNA, first_name="Anna <b>", locale="de")
    return database.model_copy(update={"staff_chat_id": STAFF_CHAT, "default_locale": "de", "shop_name": "Laden"})


async def a_case(shop: Settings, **more: Any) -> int:
    erika = await a_customer()
    await Link.create(chat_id=ANNA, customer_id=erika.id, proof="order", linked_at=NOON)
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")])
    await remember_turns(ANNA, [Turn("customer", "wo ist <1001>?"), Turn("bot", "unterwegs")], now=NOON)
    options: dict[str, Any] = {"order_id": None, "locale": "de"} | more
    return await open_human_case(ANNA, settings=shop, now=NOON, **options)


def says(text: str, message_id: int = 5) -> Written:
    return Written("text", text, message_id)


async def test_the_card_tells_order_language_and_what_was_said_before_anybody_answers(shop: Settings) -> None:
    postman = Postman()
    case_id = await a_case(shop)
    await drained(shop, postman)

    [card] = postman.texts_to(STAFF_CHAT)
    for told in (f"Fall {case_id}", "Anna &lt;b&gt;", "Sprache: Deutsch", "1001", "wo ist &lt;1001&gt;?", "unterwegs"):
        assert told in card
    assert "@example.org" not in card
    assert await find_case_at(STAFF_CHAT, 1) == case_id
    assert await find_case_at(ANNA, 1) is None


async def test_asking_twice_is_one_case_and_one_card(shop: Settings) -> None:
    first = await a_case(shop)
    again = await open_human_case(ANNA, order_id=None, locale="de", settings=shop, now=NOON)
    assert again == first
    assert await Push.filter(chat_id=STAFF_CHAT).count() == 1


async def test_somebody_elses_order_is_not_put_on_the_card(shop: Settings) -> None:
    foreign = await an_order("6666")
    case = await Case.get(id=await a_case(shop, order_id=foreign.id))
    assert case.order_id not in {None, foreign.id}


async def test_the_person_is_held_while_the_case_is_open(shop: Settings) -> None:
    case_id = await a_case(shop)
    customer = (await Case.get(id=case_id)).customer_id
    assert customer is not None
    assert [hold.reason for hold in (await holds_of([customer], now=NOON))[customer]] == ["human"]

    assert await resolve_case(case_id, ANSWERED, staff_id=MIA, settings=shop, now=NOON)
    assert await holds_of([customer], now=NOON) == {}
    assert await find_talk(ANNA) is None

    assert await reopen_case(case_id, staff_id=MIA, settings=shop, now=NOON + timedelta(days=7))
    assert customer in await holds_of([customer], now=NOON)
    assert await find_talk(ANNA) == case_id


async def test_a_case_is_not_reopened_after_a_week_or_beside_a_newer_one(shop: Settings) -> None:
    case_id = await a_case(shop)
    await resolve_case(case_id, ANSWERED, staff_id=MIA, settings=shop, now=NOON)
    assert not await reopen_case(case_id, staff_id=MIA, settings=shop, now=NOON + timedelta(days=7, seconds=1))
    newer = await open_human_case(ANNA, order_id=None, locale="de", settings=shop, now=NOON)
    assert newer != case_id
    assert not await reopen_case(case_id, staff_id=MIA, settings=shop, now=NOON)


async def test_an_answer_arrives_and_the_card_shows_it(shop: Settings) -> None:
    postman = Postman()
    case_id = await a_case(shop)
    await drained(shop, postman)
    for _ in range(2):
        assert await reply(case_id, says("Es ist <morgen> da"), staff_id=MIA, settings=shop, now=NOON) == "queued"
    await drained(shop, postman)
    assert await mark_answers(shop, now=NOON) == 1
    assert await mark_answers(shop, now=NOON) == 0
    await drained(shop, postman)

    [answer] = postman.texts_to(ANNA)
    assert "Es ist &lt;morgen&gt; da" in answer
    assert "💬 Es ist &lt;morgen&gt; da ✓ Zugestellt" in postman.texts_to(STAFF_CHAT)[-1]
    case = await Case.get(id=case_id)
    assert (case.owner_id, case.first_answer_at) == (MIA, NOON)


async def test_an_answer_that_does_not_arrive_says_why_on_the_card(shop: Settings) -> None:
    postman = Postman()
    case_id = await a_case(shop)
    await drained(shop, postman)
    postman.says(ANNA, Unreachable("blocked"))
    await reply(case_id, says("Hallo"), staff_id=MIA, settings=shop, now=NOON)
    await drained(shop, postman)
    await mark_answers(shop, now=NOON)
    await drained(shop, postman)

    assert "✗ Nicht zugestellt: der Bot wurde in diesem Chat gestoppt" in postman.texts_to(STAFF_CHAT)[-1]


async def test_a_note_stays_among_the_staff(shop: Settings) -> None:
    postman = Postman()
    case_id = await a_case(shop)
    await note(case_id, says("Kundin ist verärgert"), staff_id=MIA, settings=shop, now=NOON)
    await reply(case_id, says("Guten Tag", 6), staff_id=MIA, settings=shop, now=NOON)
    await resolve_case(case_id, ANSWERED, staff_id=MIA, settings=shop, now=NOON)
    await drained(shop, postman, ticks=3)

    assert any("verärgert" in text for text in postman.texts_to(STAFF_CHAT))
    assert [text for text in postman.texts_to(ANNA) if "verärgert" in text] == []
    assert any("Guten Tag" in text for text in postman.texts_to(ANNA))


async def test_what_the_customer_writes_is_kept_and_shown_below_the_card(shop: Settings) -> None:
    postman = Postman()
    case_id = await a_case(shop)
    await drained(shop, postman)
    await add_customer_message(case_id, says("noch etwas & mehr"), settings=shop, now=NOON)
    await add_customer_message(case_id, Written("photo", "", 7, "file-1"), settings=shop, now=NOON)
    await drained(shop, postman)

    words, photo = postman.calls[-2:]
    assert "noch etwas &amp; mehr" in words.text
    assert words.params["reply_parameters"]["message_id"] == 1
    assert (photo.method, photo.params["photo"]) == ("sendPhoto", "file-1")
    assert await CaseMessage.filter(case_id=case_id, author="customer").count() == 3
    assert await find_case_at(STAFF_CHAT, 2) == case_id


async def test_a_closed_case_takes_no_answer(shop: Settings) -> None:
    case_id = await a_case(shop)
    await resolve_case(case_id, ANSWERED, staff_id=MIA, settings=shop, now=NOON)
    assert await reply(case_id, says("zu spät"), staff_id=MIA, settings=shop, now=NOON) == "closed"
    assert not await resolve_case(case_id, ANSWERED, staff_id=MIA, settings=shop, now=NOON)


async def test_only_one_takes_a_case(shop: Settings) -> None:
    case_id = await a_case(shop)
    taken = [await take_case(case_id, staff_id=who, settings=shop, now=NOON) for who in (MIA, MIA, 791)]
    assert taken == [True, False, False]


async def test_every_look_at_personal_data_is_on_record_and_goes_to_the_private_chat(shop: Settings) -> None:
    postman = Postman()
    case_id = await a_case(shop)
    assert await send_details(case_id, staff_id=MIA, settings=shop, now=NOON)
    await drained(shop, postman)

    assert "@example.org" in postman.texts_to(MIA)[0]
    customer = (await Case.get(id=case_id)).customer_id
    assert await AuditEntry.filter(staff_id=MIA, action="view", subject=f"customer:{customer}").count() == 1


async def test_only_the_customer_themselves_ends_their_talk(shop: Settings) -> None:
    case_id = await a_case(shop)
    assert not await end_talk(case_id, chat_id=999, settings=shop, now=NOON)
    assert await find_talk(ANNA) == case_id
    assert await end_talk(case_id, chat_id=ANNA, settings=shop, now=NOON)
    assert (await Case.get(id=case_id)).closed_because == "customer"


async def test_a_case_about_a_parcel_silences_the_bot_only_once_a_human_has_written(shop: Settings) -> None:
    new = NewCase(cause="missing", once="shipment:1:missing", chat_id=ANNA)
    case_id = await open_case(new, settings=shop, now=NOON)
    assert await find_talk(ANNA) is None
    await reply(case_id, says("Wir fragen beim Fahrer nach"), staff_id=MIA, settings=shop, now=NOON)
    assert await find_talk(ANNA) == case_id


async def test_the_same_cause_twice_is_one_case_and_without_staff_chat_nothing_is_posted(database: Settings) -> None:
    order = await an_order("1001", parcels=[parcel("delivered")])
    new = NewCase(cause="missing", once="shipment:1:missing", order_id=order.id, customer_id=order.customer_id)
    ids = {await open_case(new, settings=database, now=NOON) for _ in range(2)}
    assert len(ids) == 1
    assert await Push.all().count() == 0


@pytest.mark.parametrize("cause", sorted({*HOLDS}))
def test_every_cause_has_its_words_on_cards_and_in_the_queue(cause: str) -> None:
    for locale in LOCALES:
        assert plain(locale, f"case-cause-{cause}")
        assert plain(locale, f"desk-cause-{cause}-button")


async def test_nobody_is_reminded_of_praise(shop: Settings) -> None:
    written = Written("text", "Schön!", 5)
    case_id = await give_feedback(ANNA, written, locale="de", settings=shop, now=NOON)
    assert await give_feedback(ANNA, written, locale="de", settings=shop, now=NOON) == case_id
    assert await CaseMessage.filter(case_id=case_id).count() == 1
    assert await remind_staff(shop, now=NOON + timedelta(days=2)) == 0
    assert not await Hold.filter(subject=f"case:{case_id}").exists()


async def test_more_feedback_is_said_in_the_case_that_is_open_and_nobody_is_told_to_wait(shop: Settings) -> None:
    night = NOON + timedelta(hours=11)
    case_id = await give_feedback(ANNA, Written("photo", "", 5, "AgAC"), locale="de", settings=shop, now=night)
    assert (
        await give_feedback(ANNA, Written("text", "So kam es an.", 6), locale="de", settings=shop, now=night) == case_id
    )
    assert await CaseMessage.filter(case_id=case_id).values_list("kind", "text") == [
        ("photo", ""),
        ("text", "So kam es an."),
    ]
    assert not await Push.filter(chat_id=ANNA).exists()
    await Case.filter(id=case_id).update(status="closed")
    assert await give_feedback(ANNA, Written("text", "Noch etwas", 7), locale="de", settings=shop, now=night) != case_id
