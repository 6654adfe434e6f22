"""What goes into the outbox: once, with its fact, superseded by what is newer, taken back when it no longer holds."""

import asyncio
from datetime import timedelta

import pytest

from bot.config import Settings
from bot.db import unit_of_work
from bot.i18n import Markup, plain
from bot.outbox.models import MovedChat, Push
from bot.outbox.queue import NewPush, cancel_waiting, current_chat, enqueue, enqueue_all
from bot.outbox.reasons import Why
from bot.outbox.receipts import Receipt
from bot.shop.models import Customer
from tests.support.builders import a_customer
from tests.support.postman import NOON, Postman, drained, push, row, statuses


async def test_the_same_news_twice_is_one_row(database: Settings) -> None:
    first = await enqueue(7, "sendMessage", {"text": "a"}, once="shipment:9:shipped", purpose="milestone", now=NOON)
    again = await enqueue(7, "sendMessage", {"text": "b"}, once="shipment:9:shipped", purpose="milestone", now=NOON)

    assert first is not None
    assert again is None
    assert await statuses() == {"a": "waiting"}


async def test_twenty_who_tell_the_same_news_at_once_make_one_row(database: Settings) -> None:
    calls = [enqueue(7, "sendMessage", {"text": "a"}, once="x", purpose="milestone", now=NOON) for _ in range(20)]
    ids = await asyncio.gather(*calls)

    assert sum(push_id is not None for push_id in ids) == 1
    assert await Push.all().count() == 1


async def test_a_push_is_there_only_if_the_fact_it_tells_about_is(database: Settings) -> None:
    @unit_of_work
    async def a_fact_that_fails() -> None:
        await Customer.create(name="Erika Beispiel")
        await push(7)
        raise LookupError

    with pytest.raises(LookupError):
        await a_fact_that_fails()

    assert await Push.all().count() == await Customer.all().count() == 0


async def test_many_are_queued_in_their_order_and_only_those_that_are_new(database: Settings) -> None:
    await push(1, once="offer:700")
    wanted = [NewPush(n, "sendMessage", {"text": str(n)}, "offer", once=f"offer:{n}") for n in range(1, 1201)]

    ids = await enqueue_all(wanted, now=NOON)

    assert len(ids) == 1199
    assert ids == sorted(ids)
    chats = [chat for (chat,) in await Push.filter(id__in=ids).order_by("id").values_list("chat_id")]
    assert chats == [n for n in range(1, 1201) if n != 700]


async def test_a_row_keeps_what_it_was_given(database: Settings) -> None:
    customer = await a_customer()
    keyboard = {"inline_keyboard": [[{"text": "Ü & <ö>", "callback_data": "x:1"}]]}
    push_id = await enqueue(
        7,
        "sendMessage",
        {"text": "„Grüße“ 📦", "reply_markup": keyboard},
        once=None,
        purpose="problem",
        now=NOON,
        due_at=NOON + timedelta(hours=1),
        expires_at=NOON + timedelta(hours=2),
        customer_id=customer.id,
        order_id=17,
    )

    assert push_id is not None
    kept = await row(push_id)
    assert kept.params == {"text": "„Grüße“ 📦", "reply_markup": keyboard}
    assert (kept.due_at, kept.expires_at) == (NOON + timedelta(hours=1), NOON + timedelta(hours=2))
    assert (kept.customer_id, kept.order_id, kept.urgency, kept.created_at) == (customer.id, 17, 1, NOON)


async def test_a_newer_card_takes_the_place_of_one_that_still_waits(database: Settings) -> None:
    await push(7, "in transit", purpose="card", slot="parcel:9")
    await push(7, "another parcel", purpose="card", slot="parcel:10")
    await push(8, "another chat", purpose="card", slot="parcel:9")
    await push(7, "out for delivery", purpose="card", slot="parcel:9")

    assert await statuses() == {
        "in transit": "superseded: superseded",
        "another parcel": "waiting",
        "another chat": "waiting",
        "out for delivery": "waiting",
    }


async def test_a_repetition_of_old_news_supersedes_nothing(database: Settings) -> None:
    await push(7, "old", purpose="card", slot="parcel:9", once="card:1")
    await push(7, "new", purpose="card", slot="parcel:9", once="card:2")
    await enqueue(7, "sendMessage", {"text": "old"}, once="card:1", purpose="card", now=NOON, slot="parcel:9")

    assert await statuses() == {"old": "superseded: superseded", "new": "waiting"}


async def test_what_waits_can_be_taken_back_by_what_it_is_about(database: Settings) -> None:
    await push(7, "order 1", purpose="milestone", order_id=1)
    await push(7, "order 2", purpose="milestone", order_id=2)
    await push(7, "offer", purpose="offer")
    await push(8, "other chat", purpose="offer")

    assert await cancel_waiting(order_id=1, now=NOON) == 1
    assert await cancel_waiting(chat_id=7, purpose="offer", why=Why.HOLD_LATE, now=NOON) == 1

    assert await statuses() == {
        "order 1": "skipped: cancelled",
        "order 2": "waiting",
        "offer": "skipped: hold_late",
        "other chat": "waiting",
    }


async def test_taking_back_everything_is_refused(database: Settings) -> None:
    with pytest.raises(ValueError, match="nobody's wish"):
        await cancel_waiting(now=NOON)


async def test_what_was_sent_cannot_be_taken_back(database: Settings) -> None:
    await push(7, "sent")
    await drained(database, Postman())

    assert await cancel_waiting(chat_id=7, now=NOON) == 0
    assert await statuses() == {"sent": "sent"}


async def test_taking_back_an_answer_tells_its_author(database: Settings) -> None:
    receipt = Receipt(-100, 5, "de", text=Markup("<b>Fall 4</b>"))
    await push(7, "reply", receipt=receipt)
    await cancel_waiting(chat_id=7, now=NOON)

    edit = await Push.get(chat_id=-100)
    assert (edit.method, edit.purpose, edit.params["message_id"]) == ("editMessageText", "receipt", 5)
    assert edit.params["text"].startswith("<b>Fall 4</b>\n✗ ")
    assert plain("de", "why-cancelled") in edit.params["text"]


async def test_what_is_addressed_to_a_group_that_moved_goes_to_its_new_id(database: Settings) -> None:
    await MovedChat.create(id=-5, moved_to=-1005, moved_at=NOON)
    push_id = await push(-5, purpose="staff")

    assert (await row(push_id)).chat_id == -1005
    assert await current_chat(-5) == -1005
    assert await current_chat(-6) == -6
