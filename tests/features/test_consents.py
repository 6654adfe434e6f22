"""Consents: one in force per purpose, proven by its words, withdrawn with effect on what waits, asked for once."""

import asyncio
from datetime import timedelta

import pytest

from bot.config import Settings
from bot.customers.consents import answer_ask as answer
from bot.customers.consents import asks_of, consents_of, diary, give, may_ask, note_ask, refuse, withdraw
from bot.outbox.consent import never_again, revoke
from tests.support.postman import NOON, Postman, a_chat, drained, push, statuses

pytestmark = pytest.mark.usefixtures("database")

ANNA, BEN = 501, 502
LATER = NOON + timedelta(days=3)
WORDS = "Die Becherei darf mich nach einer Lieferung fragen, wie es war."


async def agrees(chat_id: int = ANNA, purpose: str = "survey", *, asked: int = 10, confirmed: int = 11) -> bool:
    return await give(
        chat_id,
        purpose,
        wording=WORDS,
        version=3,
        locale="de",
        request_message_id=asked,
        confirm_message_id=confirmed,
        now=NOON,
    )


async def test_a_consent_is_kept_with_all_that_proves_it() -> None:
    assert await agrees()

    [entry] = await diary(ANNA)
    assert (entry.purpose, entry.version, entry.locale, entry.wording) == ("survey", 3, "de", WORDS)
    assert (entry.request_message_id, entry.confirm_message_id, entry.given_at) == (10, 11, NOON)
    assert entry.is_active
    assert await consents_of([ANNA, BEN]) == {ANNA: {"survey"}}


async def test_each_purpose_is_agreed_to_by_itself() -> None:
    await agrees(purpose="promo")

    assert await consents_of([ANNA]) == {ANNA: {"promo"}}
    with pytest.raises(ValueError, match="everything"):
        await agrees(purpose="everything")


async def test_of_many_confirmations_at_once_one_counts() -> None:
    won = await asyncio.gather(*(agrees(confirmed=number) for number in range(20)))

    assert won.count(True) == 1
    assert len(await diary(ANNA)) == 1


async def test_who_withdraws_may_agree_again_and_the_diary_keeps_both() -> None:
    await agrees()
    assert await withdraw(ANNA, "survey", now=LATER)
    assert not await withdraw(ANNA, "survey", now=LATER)
    assert await consents_of([ANNA]) == {}
    assert await agrees()

    now, before = await diary(ANNA)
    assert (now.is_active, before.withdrawn_at, before.withdrawn_by) == (True, LATER, "settings")


async def test_consents_of_a_multitude_are_read_at_once() -> None:
    for chat_id in (1, 12_000):
        await agrees(chat_id)

    assert set(await consents_of(range(12_001))) == {1, 12_000}


async def test_advertising_goes_to_who_agreed_to_its_kind_alone(database: Settings) -> None:
    postman = Postman()
    await agrees(ANNA, "survey")
    await agrees(BEN, "promo")
    for chat_id in (ANNA, BEN):
        await push(chat_id, f"{chat_id} survey", purpose="survey")
        await push(chat_id, f"{chat_id} offer", purpose="offer")

    await drained(database, postman)

    told = await statuses()
    assert [text for text, status in told.items() if status == "sent"] == [f"{ANNA} survey", f"{BEN} offer"]
    assert told[f"{ANNA} offer"] == told[f"{BEN} survey"] == "skipped: no_consent"


async def test_withdrawing_takes_back_what_waits_and_nothing_else(database: Settings) -> None:
    await agrees(ANNA, "survey")
    await agrees(ANNA, "promo")
    await push(ANNA, "invitation", purpose="survey", due_at=LATER)
    await push(ANNA, "offer", purpose="offer", due_at=LATER)
    await push(ANNA, "points", purpose="loyalty", due_at=LATER)
    await push(ANNA, "parcel", purpose="milestone", due_at=LATER)

    assert await revoke(ANNA, "promo", now=NOON)

    assert await statuses() == {
        "invitation": "waiting",
        "offer": "skipped: no_consent",
        "points": "skipped: no_consent",
        "parcel": "waiting",
    }


async def test_a_consent_that_was_given_by_another_chat_of_the_customer_counts_there_alone(database: Settings) -> None:
    await agrees(ANNA)
    await push(BEN, "invitation", purpose="survey")

    await drained(database, Postman())

    assert await statuses() == {"invitation": "skipped: no_consent"}


async def test_never_again_ends_the_consent_and_all_asking() -> None:
    await agrees()

    assert await never_again(ANNA, "survey", now=LATER)
    assert not await never_again(ANNA, "survey", now=LATER)

    [entry] = await diary(ANNA)
    assert (entry.withdrawn_at, entry.withdrawn_by) == (LATER, "never_again")
    assert not await may_ask(ANNA, "survey")
    [said] = await asks_of(ANNA)
    assert (said.moment, said.answer, said.answered_at) == ("never_again", "no", LATER)


async def test_who_refuses_without_having_agreed_is_in_the_diary_too() -> None:
    await refuse(BEN, "survey", now=NOON)

    assert [(ask.purpose, ask.answer) for ask in await asks_of(BEN)] == [("survey", "no")]
    assert not await note_ask(BEN, "survey", moment="linked", now=NOON)


async def test_somebody_is_asked_once_however_many_ask_at_once() -> None:
    await a_chat(ANNA)

    won = await asyncio.gather(*(note_ask(ANNA, "survey", moment="linked", now=NOON) for _ in range(10)))

    assert won.count(True) == 1
    assert not await may_ask(ANNA, "survey", moment="good_experience")


async def test_who_says_later_is_asked_once_more_at_another_moment() -> None:
    assert await note_ask(ANNA, "survey", moment="linked", now=NOON)
    await answer(ANNA, "survey", answer="later", now=NOON)

    assert not await note_ask(ANNA, "survey", moment="linked", now=LATER)
    won = await asyncio.gather(*(note_ask(ANNA, "survey", moment="good_experience", now=LATER) for _ in range(5)))
    assert won.count(True) == 1
    await answer(ANNA, "survey", answer="later", now=LATER)
    assert not await may_ask(ANNA, "survey", moment="linked")


async def test_who_agreed_or_withdrew_is_not_asked_again() -> None:
    await agrees()
    assert not await may_ask(ANNA, "survey")
    await withdraw(ANNA, "survey", now=LATER)
    assert not await may_ask(ANNA, "survey", moment="good_experience")
    assert await may_ask(ANNA, "promo")
