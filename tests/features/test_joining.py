"""Requests to join a group: answered once, by rule, with the reason in the row (LOY-07)."""

from datetime import timedelta
from typing import Any

from bot.community.joining import CARD_AFTER, decide, find_decision, mind_joining
from bot.community.member_models import JoinRequest
from bot.config import Settings
from bot.customers.profile import ensure_chat
from bot.loyalty.models import LoyaltyEntry
from bot.outbox.models import Push
from bot.privacy.erasure import erase
from bot.privacy.retention import forget_what_is_old
from bot.privacy.subject import erasable_by_chat
from bot.shop.models import Customer
from bot.staff.models import AuditEntry
from bot.tickets.models import Ban
from tests.support.builders import a_customer
from tests.support.members import GROUP, SILVER_GROUP, STAFF, asks, grouped, told
from tests.support.postman import NOON
from tests.support.referrals import linked

ANNA, BEN = 501, 502
APPROVE, DECLINE = "approveChatJoinRequest", "declineChatJoinRequest"


async def rows() -> list[tuple[str, str, int]]:
    return [(row.status, row.why, row.round) for row in await JoinRequest.all().order_by("id")]


async def a_linked(chat_id: int = ANNA, *, earned: int = 0) -> Customer:
    customer = await a_customer()
    await linked(chat_id, customer)
    if earned:
        about: dict[str, Any] = {"kind": "survey", "source": f"survey:{chat_id}", "reason": "survey"}
        await LoyaltyEntry.create(customer=customer, points=earned, created_at=NOON - timedelta(days=1), **about)
    return customer


async def test_a_linked_customer_is_let_in_and_gets_no_points(database: Settings) -> None:
    await grouped(database)
    await a_linked()
    assert await asks(database, ANNA) == "linked"
    assert await told(GROUP) == [APPROVE]
    assert "Willkommen" in (await told(ANNA))[0]
    assert await rows() == [("approved", "linked", 1)]
    assert not await LoyaltyEntry.exists()


async def test_a_repetition_changes_nothing_and_asking_again_is_a_new_round(database: Settings) -> None:
    await grouped(database)
    await a_linked()
    await asks(database, ANNA)
    assert await asks(database, ANNA) is None
    assert await told(GROUP) == [APPROVE]
    assert await asks(database, ANNA, again=1) == "linked"
    assert await told(GROUP) == [APPROVE] * 2
    assert await rows() == [("approved", "linked", 2)]


async def test_who_is_not_linked_is_told_the_way_and_let_in_once_they_are(database: Settings) -> None:
    await grouped(database)
    assert await asks(database, ANNA) == "not_linked"
    assert await told(GROUP) == []
    [way] = await Push.filter(chat_id=ANNA)
    assert "Verknüpfen" in way.params["text"]
    assert way.expires_at == NOON + timedelta(minutes=5)
    await mind_joining(database, now=NOON)
    assert await told(GROUP) == []

    await a_linked()
    await mind_joining(database, now=NOON)
    await mind_joining(database, now=NOON)
    assert await told(GROUP) == [APPROVE]
    assert "Willkommen" in (await told(ANNA))[-1]
    assert await rows() == [("approved", "linked", 1)]


async def test_a_group_for_a_tier_takes_who_has_reached_it(database: Settings) -> None:
    await grouped(database)
    await a_linked(ANNA, earned=100)
    await a_linked(BEN, earned=99)
    assert await asks(database, ANNA, group=SILVER_GROUP) == "tier"
    assert await asks(database, BEN, group=SILVER_GROUP) == "below_tier"
    assert await told(SILVER_GROUP) == [APPROVE, DECLINE]
    assert "99" in (await told(BEN))[0]
    assert await rows() == [("approved", "tier", 1), ("declined", "below_tier", 1)]


async def test_who_is_banned_waits_for_the_staff_and_hears_nothing(database: Settings) -> None:
    await grouped(database)
    await a_linked()
    await Ban.create(id=ANNA, banned_by=1, banned_at=NOON)
    assert await asks(database, ANNA) == "banned"
    await mind_joining(database, now=NOON)
    assert (await told(GROUP), await told(ANNA)) == ([], [])
    assert await rows() == [("waiting", "banned", 1)]


async def test_a_group_that_is_none_of_ours_is_left_to_its_administrators(database: Settings) -> None:
    await grouped(database)
    await a_linked()
    assert await asks(database, ANNA, group=-9) is None
    assert not await JoinRequest.exists()


async def test_the_staff_see_once_who_still_waits_and_decide_once(database: Settings) -> None:
    await grouped(database)
    database.staff_chat_id = STAFF
    await asks(database, ANNA)
    await mind_joining(database, now=NOON + CARD_AFTER - timedelta(seconds=1))
    assert await told(STAFF) == []
    for _ in range(2):
        await mind_joining(database, now=NOON + CARD_AFTER)
    [card] = await told(STAFF)
    assert "Kundenrunde" in card

    [row] = await JoinRequest.all()
    assert await decide(row.id, "approve", staff_id=7, settings=database, now=NOON)
    assert not await decide(row.id, "decline", staff_id=8, settings=database, now=NOON)
    assert await find_decision(row.id) == ("approved", 7)
    assert await told(GROUP) == [APPROVE]
    assert len(await told(ANNA)) == 1, "who has never started the bot cannot be written to any more"
    assert [each.action for each in await AuditEntry.all()] == ["join_approved"]


async def test_who_has_started_the_bot_hears_that_the_staff_declined(database: Settings) -> None:
    await grouped(database)
    await ensure_chat(ANNA, now=NOON)
    await asks(database, ANNA)
    [row] = await JoinRequest.all()
    await decide(row.id, "decline", staff_id=7, settings=database, now=NOON)
    assert await told(GROUP) == [DECLINE]
    assert "abgelehnt" in (await told(ANNA))[-1]


async def test_a_request_goes_with_an_erasure_and_after_a_year(database: Settings) -> None:
    await grouped(database)
    await a_linked()
    await asks(database, ANNA)
    await erase(await erasable_by_chat(ANNA), settings=database, now=NOON)
    assert not await JoinRequest.exists()
    assert not await Push.filter(chat_id=GROUP).exists()
    await asks(database, BEN)
    await forget_what_is_old(NOON + timedelta(days=364))
    assert await JoinRequest.exists()
    await forget_what_is_old(NOON + timedelta(days=367))
    assert not await JoinRequest.exists()
