"""What the staff write: answers that reach the customer, wherever they are, and notes that never do."""

import pytest

from bot.config import Settings
from bot.customers.models import Link
from bot.outbox.errors import Unreachable
from bot.outbox.models import Push
from bot.outbox.receipts import Receipt
from bot.tickets.cases import NewCase, close_case, find_talk, open_case, open_human_case
from bot.tickets.marks import mark_answers
from bot.tickets.messages import Written
from bot.tickets.models import Case, CaseMessage
from bot.tickets.replies import note, reply, was_sent
from tests.support.builders import a_customer, an_order, parcel
from tests.support.postman import NOON, Postman, a_chat, drained, let_time_pass

STAFF_CHAT, ANNA, MIA = -100, 100, 790


@pytest.fixture
async def shop(database: Settings) -> Settings:
    await a_chat(ANNA, first_name="Anna", locale="fr")
    return database.model_copy(update={"staff_chat_id": STAFF_CHAT, "default_locale": "de", "shop_name": "Laden"})


async def a_talk(shop: Settings) -> int:
    return await open_human_case(ANNA, order_id=None, locale="fr", settings=shop, now=NOON)


async def a_lost_parcel(shop: Settings, *, linked: bool) -> int:
    """A case that nobody has written in, as the watch over parcels opens it."""
    erika = await a_customer()
    order = await an_order("1001", customer=erika, parcels=[parcel("lost")])
    if linked:
        await Link.create(chat_id=ANNA, customer_id=erika.id, proof="order", linked_at=NOON)
    new = NewCase(cause="lost", once="shipment:1:lost", customer_id=erika.id, order_id=order.id)
    return await open_case(new, settings=shop, now=NOON)


async def answers(shop: Settings, case_id: int, text: str, message_id: int | None = 5) -> str:
    return await reply(case_id, Written("text", text, message_id), staff_id=MIA, settings=shop, now=NOON)


async def test_a_case_about_a_parcel_is_answered_in_the_customers_chat(shop: Settings) -> None:
    case_id, postman = await a_lost_parcel(shop, linked=True), Postman()
    assert await answers(shop, case_id, "Wir schicken ein neues Paket") == "queued"
    await drained(shop, postman, ticks=2)

    [told] = postman.texts_to(ANNA)
    assert "Équipe Laden" in told
    assert "neues Paket" in told
    assert await find_talk(ANNA) == case_id, "what the customer writes back belongs to the case"


async def test_without_a_chat_that_can_be_reached_the_staff_are_told_so(shop: Settings) -> None:
    case_id = await a_lost_parcel(shop, linked=False)
    assert await answers(shop, case_id, "Hallo?") == "no_chat"
    assert (await Case.get(id=case_id)).owner_id is None
    assert await CaseMessage.filter(case_id=case_id).count() == 0


async def test_an_album_of_the_staff_arrives_as_one_and_is_marked_once(shop: Settings) -> None:
    case_id, postman = await a_talk(shop), Postman()
    for number in (5, 6):
        written = Written("photo", "so" if number == 5 else "", number, f"file-{number}", "a")
        assert await reply(case_id, written, staff_id=MIA, settings=shop, now=NOON) == "queued"
    await let_time_pass()
    await drained(shop, postman, ticks=3)

    [album] = [call for call in postman.calls if call.chat_id == ANNA and call.method == "sendMediaGroup"]
    assert [item["media"] for item in album.params["media"]] == ["file-5", "file-6"]
    assert "reply_markup" not in album.params
    assert await mark_answers(shop, now=NOON) == 1


async def test_a_corrected_answer_is_corrected_for_the_customer(shop: Settings) -> None:
    case_id, postman = await a_talk(shop), Postman()
    await answers(shop, case_id, "morgn")
    await drained(shop, postman, ticks=2)
    assert await answers(shop, case_id, "morgen") == "corrected"
    await drained(shop, postman, ticks=2)

    edit = [call for call in postman.calls if call.chat_id == ANNA][-1]
    assert edit.method == "editMessageText"
    assert "morgen" in edit.text
    assert edit.params["reply_markup"]["inline_keyboard"], "the button to end the talk stays"
    assert "morgen ✎" in postman.texts_to(STAFF_CHAT)[-1]


async def test_an_answer_that_never_arrived_is_sent_anew_when_it_is_corrected(shop: Settings) -> None:
    case_id, postman = await a_talk(shop), Postman()
    await answers(shop, case_id, "Hallo")
    postman.says(ANNA, Unreachable("blocked"), Unreachable("blocked"))
    await drained(shop, postman, ticks=2)
    assert await Push.filter(chat_id=ANNA, status="waiting").count() == 0

    assert await answers(shop, case_id, "Hallo!") == "corrected"
    assert await Push.filter(chat_id=ANNA, status="waiting").count() == 1


async def test_a_closed_case_corrects_nothing(shop: Settings) -> None:
    case_id = await a_talk(shop)
    await answers(shop, case_id, "eins")
    await close_case(case_id, because="customer", settings=shop, now=NOON)
    assert await answers(shop, case_id, "zwei") == "closed"
    assert "zwei" not in str([push.params for push in await Push.filter(chat_id=ANNA)])


async def test_a_note_stays_a_note_whatever_it_is_edited_into(shop: Settings) -> None:
    case_id = await a_talk(shop)
    written = Written("text", "ungeduldig", 7)
    await note(case_id, written, staff_id=MIA, settings=shop, now=NOON)
    assert await answers(shop, case_id, "sehr ungeduldig", 7) == "noted"
    await note(case_id, Written("text", "äußerst ungeduldig", 7), staff_id=MIA, settings=shop, now=NOON)

    assert [each.text for each in await CaseMessage.filter(case_id=case_id)] == ["äußerst ungeduldig"]
    assert "ungeduldig" not in str([push.params for push in await Push.filter(chat_id=ANNA)])
    assert not await was_sent(case_id, 7)


async def test_an_answer_from_the_private_chat_tells_there_what_became_of_it(shop: Settings) -> None:
    case_id, postman = await a_talk(shop), Postman()
    receipt = Receipt(MIA, 33, "de")
    written = Written("text", "Hallo")
    await reply(case_id, written, staff_id=MIA, settings=shop, now=NOON, receipt=receipt)
    await drained(shop, postman, ticks=3)
    told = [call for call in postman.calls if call.chat_id == MIA]
    assert [(call.method, call.params["message_id"], call.text) for call in told] == [
        ("editMessageText", 33, "✓ Zugestellt")
    ]
