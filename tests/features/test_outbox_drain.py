"""How the outbox empties: in which order, and what each answer of Telegram leads to."""

import asyncio
from datetime import timedelta

import pytest

from bot.clock import real_now
from bot.config import Settings
from bot.customers.models import Chat
from bot.customers.profile import mark_reachable
from bot.i18n import Markup, plain
from bot.outbox.doubts import SUSPECT_FROM
from bot.outbox.errors import Broken, Delivered, Gone, Later, Moved, Outcome, Refused, Unknown, Unreachable
from bot.outbox.flight import IN_FLIGHT
from bot.outbox.models import Drain, Push, Slot
from bot.outbox.receipts import Receipt
from bot.outbox.settle import ATTEMPTS, back_off
from bot.pacing import LONGEST_PAUSE_S
from tests.support.postman import NOON, Call, Postman, a_chat, drained, let_time_pass, push, row, statuses


@pytest.fixture
def postman() -> Postman:
    return Postman()


async def test_what_is_due_is_sent_and_written_down(database: Settings, postman: Postman) -> None:
    push_id = await push(7, "hello")
    await push(7, "tomorrow", due_at=NOON + timedelta(days=1))

    tally = await drained(database, postman)

    sent = await row(push_id)
    assert (sent.status, sent.message_id, sent.settled_at, sent.attempts) == ("sent", 1, NOON, 1)
    assert sent.leased_until is None
    assert postman.calls == [Call("sendMessage", {"chat_id": 7, "text": "hello"})]
    assert (tally.sent, await statuses()) == (1, {"hello": "sent", "tomorrow": "waiting"})


async def test_service_goes_before_the_loop_before_surveys_before_points(database: Settings, postman: Postman) -> None:
    for chat, purpose in enumerate(["requested", "loop", "milestone", "answer"], 1):
        await push(chat, purpose, purpose=purpose)

    await drained(database, postman)

    assert postman.texts == ["answer", "milestone", "loop", "requested"]


async def test_service_that_comes_up_meanwhile_overtakes_what_has_waited_long(
    database: Settings, postman: Postman
) -> None:
    for chat in range(1, 101):
        await push(chat, f"small {chat}", purpose="requested")

    async def interrupt() -> None:
        await postman.has_called(20)
        await push(900, "urgent")

    postman.travel = lambda _: 0.005
    await asyncio.gather(drained(database, postman), interrupt())

    assert len(postman.calls) == 101
    assert postman.texts.index("urgent") <= 20 + 3 * IN_FLIGHT


async def test_a_chat_is_written_to_in_order_and_one_message_at_a_time(database: Settings, postman: Postman) -> None:
    for number in range(12):
        await push(number % 3, f"{number:02}")
    postman.travel = lambda call: 0.01 if call.chat_id == 1 else 0.001

    await drained(database, postman)

    for chat in range(3):
        assert postman.texts_to(chat) == sorted(postman.texts_to(chat))
    assert postman.most_at_once == 3


async def test_at_most_sixteen_are_in_flight(database: Settings, postman: Postman) -> None:
    for chat in range(50):
        await push(chat)
    postman.travel = lambda _: 0.01

    tally = await drained(database, postman)

    assert (tally.sent, postman.most_at_once) == (50, IN_FLIGHT)


async def test_a_message_that_fails_holds_back_its_chat_and_no_other(database: Settings, postman: Postman) -> None:
    await push(1, "first")
    await push(1, "second")
    await push(2, "elsewhere")
    postman.says(1, Broken("server_error"))

    await drained(database, postman)
    assert await statuses() == {"first": "waiting: server_error", "second": "waiting", "elsewhere": "sent"}

    await let_time_pass()
    await drained(database, postman)
    assert postman.texts_to(1) == ["first", "first", "second"]


async def test_a_survey_that_has_to_wait_holds_back_no_service(database: Settings, postman: Postman) -> None:
    await push(1, "survey", purpose="requested", due_at=NOON + timedelta(hours=3))
    await push(1, "service", purpose="milestone")

    await drained(database, postman)

    assert await statuses() == {"survey": "waiting", "service": "sent"}


async def test_a_service_message_does_not_wait_for_a_small_one_in_trouble(database: Settings, postman: Postman) -> None:
    await push(1, "small", purpose="requested")
    postman.says(1, Broken("server_error"))
    await drained(database, postman)
    await push(1, "service", purpose="milestone")

    await drained(database, postman)

    assert await statuses() == {"small": "waiting: server_error", "service": "sent"}


async def test_429_waits_as_long_as_told_and_is_no_attempt(database: Settings, postman: Postman) -> None:
    push_id = await push(1, "patience")
    postman.says(1, Later(7))

    tally = await drained(database, postman, ticks=3)

    waiting = await row(push_id)
    assert waiting.retry_at is not None
    assert 6 < (waiting.retry_at - real_now()).total_seconds() <= 7
    assert (waiting.attempts, waiting.why, tally.floods, len(postman.calls)) == (0, "flood", 1, 1)
    await let_time_pass()
    await drained(database, postman)
    assert await statuses() == {"patience": "sent"}


async def test_it_backs_off_longer_and_longer_and_in_the_end_gives_up_and_says_why(
    database: Settings, postman: Postman
) -> None:
    push_id = await push(1, "stubborn")
    postman.is_down = True
    postman.says(1, *[Broken("server_error")] * ATTEMPTS)

    for attempt in range(1, ATTEMPTS):
        await drained(database, postman)
        assert ((await row(push_id)).attempts, (await row(push_id)).status) == (attempt, "waiting")
        await let_time_pass()
    tally = await drained(database, postman)

    assert await statuses() == {"stubborn": "failed: server_error"}
    assert (tally.failed, (await Drain.get(id=42)).failed) == (1, 1)


@pytest.mark.parametrize(("fault", "doubtful"), [(Broken("server_error"), 0), (Unknown("timed_out"), SUSPECT_FROM)])
async def test_one_message_that_telegram_chokes_on_holds_its_chat_up_for_a_minute_only(
    database: Settings, postman: Postman, fault: Broken | Unknown, doubtful: int
) -> None:
    push_id = await push(1, "poison")
    await push(1, "your parcel is there")
    postman.says(1, *[fault] * SUSPECT_FROM)

    for _ in range(SUSPECT_FROM):
        assert "your parcel is there" not in postman.texts, "the order of a chat holds as long as there is hope"
        await drained(database, postman)
        await let_time_pass()
    await drained(database, postman)

    assert await statuses() == {"poison": f"failed: {fault.why}", "your parcel is there": "sent"}
    assert (await row(push_id)).doubtful == doubtful
    assert sum(back_off(attempt).total_seconds() for attempt in range(1, SUSPECT_FROM)) < 90


@pytest.mark.parametrize("told", [10**9, 10**12, -5, float("inf"), float("nan")])
async def test_an_absurd_wait_told_by_telegram_is_an_hour_at_most(
    database: Settings, postman: Postman, told: float
) -> None:
    push_id = await push(1, "patience")
    postman.says(1, Later(told))

    await drained(database, postman)

    waiting = await row(push_id)
    assert waiting.status == "waiting"
    assert waiting.retry_at is not None
    assert 0 <= (waiting.retry_at - real_now()).total_seconds() <= LONGEST_PAUSE_S


def test_the_back_off_grows_to_a_quarter_of_an_hour_and_is_never_the_same_for_all() -> None:
    for attempt in range(1, 40):
        waits = {back_off(attempt).total_seconds() for _ in range(50)}
        longest = min(900, 2**attempt)
        assert longest / 2 <= min(waits) < max(waits) <= longest


async def test_a_time_out_may_have_arrived_and_is_counted(database: Settings, postman: Postman) -> None:
    push_id = await push(1, "news", purpose="milestone")
    postman.says(1, Unknown("timed_out"))

    tally = await drained(database, postman)

    assert ((await row(push_id)).doubtful, tally.doubtful) == (1, 1)
    await let_time_pass()
    await drained(database, postman)
    assert len(postman.calls) == 2
    assert ((await row(push_id)).status, (await row(push_id)).doubtful) == ("sent", 1)


async def test_who_is_gone_is_marked_and_written_to_no_more(database: Settings, postman: Postman) -> None:
    await a_chat(1)
    await push(1, "one")
    await push(1, "two")
    await push(1, "in three days", due_at=NOON + timedelta(days=3))
    await push(2, "elsewhere")
    postman.says(1, Unreachable("deactivated"))

    await drained(database, postman, ticks=2)

    chat = await Chat.get(id=1)
    assert (chat.unreachable_at, chat.unreachable_because) == (NOON, "deactivated")
    assert await statuses() == {
        "one": "failed: deactivated",
        "two": "skipped: deactivated",
        "in three days": "skipped: deactivated",
        "elsewhere": "sent",
    }


async def test_what_is_queued_for_somebody_gone_is_skipped_until_they_are_back(
    database: Settings, postman: Postman
) -> None:
    await a_chat(1, unreachable_at=NOON, unreachable_because="blocked")
    await push(1, "nobody there")
    await drained(database, postman)
    await mark_reachable(1)
    await push(1, "back again")
    await drained(database, postman)

    assert await statuses() == {"nobody there": "skipped: blocked", "back again": "sent"}
    assert postman.texts == ["back again"]


async def test_a_group_that_moved_is_followed_with_everything_that_waits(database: Settings, postman: Postman) -> None:
    await push(-5, "card", purpose="staff", slot="case:1")
    await drained(database, postman)
    await push(-5, "one", purpose="staff")
    await push(-5, "two", purpose="staff")
    postman.says(-5, Moved(-1005))

    await drained(database, postman)
    await let_time_pass()
    await push(-5, "card again", purpose="staff", slot="case:1")
    await drained(database, postman)

    assert postman.texts_to(-5) == ["card", "one"]
    assert postman.texts_to(-1005) == ["one", "two", "card again"]
    assert [call.method for call in postman.calls].count("editMessageText") == 0


async def test_what_telegram_will_never_take_fails_with_what_it_said(database: Settings, postman: Postman) -> None:
    push_id = await push(1, "<b>")
    postman.says(1, Refused("Bad Request: can't parse entities"))

    await drained(database, postman, ticks=2)

    failed = await row(push_id)
    assert (failed.status, failed.why, failed.detail) == ("failed", "refused", "Bad Request: can't parse entities")
    assert len(postman.calls) == 1


async def test_a_place_in_the_chat_is_sent_once_then_edited(database: Settings, postman: Postman) -> None:
    keyboard = {"inline_keyboard": [[{"text": "x", "url": "https://example.org"}]]}
    for text in ("packed", "in transit", "delivered"):
        push_id = await push(1, text, purpose="card", slot="parcel:9")
        await Push.filter(id=push_id).update(
            params={"text": text, "parse_mode": "HTML", "disable_notification": True, "reply_markup": keyboard}
        )
        await drained(database, postman)

    first, second, third = postman.calls
    assert (first.method, second.method, third.method) == ("sendMessage", "editMessageText", "editMessageText")
    assert second.params == {
        "chat_id": 1,
        "message_id": 1,
        "text": "in transit",
        "parse_mode": "HTML",
        "reply_markup": keyboard,
    }
    assert {each.message_id for each in await Push.all()} == {1}


async def test_an_edit_without_buttons_takes_away_those_of_before(database: Settings, postman: Postman) -> None:
    await push(1, "a", purpose="card", slot="parcel:9")
    await drained(database, postman)
    await push(1, "b", purpose="card", slot="parcel:9")
    await drained(database, postman)

    assert postman.calls[1].params["reply_markup"] == {"inline_keyboard": []}


async def test_an_edit_that_changes_nothing_counts_as_sent(database: Settings, postman: Postman) -> None:
    await Slot.create(chat_id=1, name="parcel:9", message_id=77, updated_at=NOON)
    push_id = await push(1, "same", purpose="card", slot="parcel:9")
    postman.says(1, Delivered(None))  # what the sender makes of "message is not modified"

    await drained(database, postman)

    assert ((await row(push_id)).status, (await row(push_id)).message_id) == ("sent", 77)


async def test_a_card_that_was_deleted_is_sent_anew(database: Settings, postman: Postman) -> None:
    await Slot.create(chat_id=1, name="parcel:9", message_id=77, updated_at=NOON)
    await push(1, "news", purpose="card", slot="parcel:9")
    postman.says(1, Gone(), Delivered(78))

    await drained(database, postman)

    assert [call.method for call in postman.calls] == ["editMessageText", "sendMessage"]
    assert (await Slot.get(name="parcel:9")).message_id == 78


async def test_a_card_that_failed_gives_way_to_a_newer_one(database: Settings, postman: Postman) -> None:
    await push(1, "old", purpose="card", slot="parcel:9")

    async def a_newer_one_comes(call: Call) -> None:
        if call.text == "old":
            await push(1, "new", purpose="card", slot="parcel:9")

    postman.on_the_way = a_newer_one_comes
    postman.says(1, Broken("server_error"))
    await drained(database, postman)

    assert await statuses() == {"old": "superseded: superseded", "new": "sent"}


async def test_the_message_to_edit_being_gone_is_the_end_of_an_edit(database: Settings, postman: Postman) -> None:
    push_id = await push(1, "edit")
    await Push.filter(id=push_id).update(method="editMessageText", params={"text": "edit", "message_id": 3})
    postman.says(1, Gone())

    await drained(database, postman)

    assert await statuses() == {"edit": "failed: message_gone"}


@pytest.mark.parametrize(
    ("outcome", "mark"),
    [(Delivered(1), "receipt-sent"), (Unreachable("blocked"), "why-blocked"), (Refused("no"), "why-refused")],
)
async def test_who_answered_a_customer_sees_what_became_of_it(
    database: Settings, postman: Postman, outcome: Outcome, mark: str
) -> None:
    keyboard = (({"text": "Take", "callback_data": "case:4:take"},),)
    await push(1, "reply", receipt=Receipt(-100, 5, "fr", text=Markup("<b>Cas 4</b>"), keyboard=keyboard))
    postman.says(1, outcome)

    await drained(database, postman)

    edit = postman.calls[-1]
    assert (edit.method, edit.chat_id, edit.params["message_id"]) == ("editMessageText", -100, 5)
    assert edit.text.startswith("<b>Cas 4</b>\n")
    assert plain("fr", mark) in edit.text
    assert edit.params["reply_markup"] == {"inline_keyboard": [[{"text": "Take", "callback_data": "case:4:take"}]]}


async def test_a_receipt_is_told_when_it_is_settled_not_while_it_is_tried_again(
    database: Settings, postman: Postman
) -> None:
    await push(1, "reply", receipt=Receipt(-100, 5, "en"))
    postman.says(1, Broken("server_error"))
    await drained(database, postman)
    assert [call.chat_id for call in postman.calls] == [1]

    await let_time_pass()
    await drained(database, postman)
    assert [call.chat_id for call in postman.calls] == [1, 1, -100]
