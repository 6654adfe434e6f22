"""Invitations: counted once, for the first order of a new customer, after it can no longer be sent back (LOY-05)."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.loyalty.inviting import arrive, find_code, get_code, progress_of
from bot.loyalty.ledger import balance_of, statement
from bot.loyalty.referral_models import Invitation, Referral
from bot.loyalty.referrals import approve, decline
from bot.outbox.models import Push
from bot.privacy.retention import forget_what_is_old
from bot.returns.clawback import claw_back_refunded
from bot.returns.models import Return
from bot.shop.models import Customer, Line, Order
from bot.staff.models import AuditEntry
from tests.support.builders import Item, a_customer, a_return
from tests.support.offers import consents
from tests.support.postman import NOON
from tests.support.referrals import (
    OVER,
    a_friend,
    an_inviter,
    arrives,
    bought,
    came,
    judged,
    linked,
    switched_on,
)

EARLY = NOON - timedelta(days=20)


async def points(*customers: Customer, at: Any = NOON) -> list[tuple[int, int]]:
    """What each can spend, and what is pending."""
    told = [await balance_of([customer.id], now=at) for customer in customers]
    return [(balance.available, balance.pending) for balance in told]


async def test_a_first_order_is_booked_pending_and_counts_when_nothing_can_go_back(database: Settings) -> None:
    await switched_on()
    inviter, code = await an_inviter()
    friend, _ = await a_friend(601, code, database)

    assert await judged(database) == [("pending", None)]
    assert await points(inviter, friend) == [(0, 100), (0, 50)]
    assert await judged(database, now=NOON + OVER - timedelta(days=2)) == [("pending", None)]
    assert await judged(database, now=NOON + OVER) == [("counted", None)]
    assert await judged(database, now=NOON + OVER) == [("counted", None)]
    assert await points(inviter, friend, at=NOON + OVER) == [(100, 0), (50, 0)]


async def test_the_inviter_reads_nothing_of_whoever_was_invited(database: Settings) -> None:
    await switched_on()
    inviter, code = await an_inviter()
    friend, order = await a_friend(601, code, database)
    await judged(database)

    [entry] = await statement([inviter.id], limit=5)
    assert (entry.reason, entry.order_id, entry.details) == ("referral_inviter", None, {})
    [own] = await statement([friend.id], limit=5)
    assert (own.reason, own.order_id, own.details) == ("referral_invited", order.id, {"number": order.number})


async def test_one_of_a_thousand_codes_is_had_by_one_customer(database: Settings) -> None:
    one, other = await a_customer(), await a_customer()

    codes = {await get_code([one.id], now=NOON) for _ in range(3)} | {await get_code([other.id], now=NOON)}

    assert len(codes) == 2
    assert await find_code([other.id, one.id]) in codes
    assert await Invitation.all().count() == 2


async def test_without_rules_nobody_comes_by_a_link(database: Settings) -> None:
    _, code = await an_inviter()

    assert (await came(601, code)).came == "gone"
    await switched_on()
    assert (await came(601, "AAAAAAAAAA")).came == "gone"
    assert not await Referral.all().exists()


async def test_the_first_link_wins_and_a_second_tap_says_so(database: Settings) -> None:
    await switched_on()
    _, one = await an_inviter(500)
    _, other = await an_inviter(501)

    assert [(await came(601, code)).came for code in (one, one, other)] == ["welcome", "again", "again"]
    [referral] = await Referral.all()
    assert referral.invitation_id == (await Invitation.get(code=one)).id


async def test_ones_own_link_and_that_of_a_customer_are_refused_with_the_reason(database: Settings) -> None:
    await switched_on()
    inviter, code = await an_inviter(500)
    await linked(601, await a_customer())

    assert [(await came(chat, code)).came for chat in (500, 601)] == ["self", "known"]
    assert await judged(database) == [("refused", "self"), ("refused", "known")]
    assert (await progress_of([inviter.id])).opened == 1


SAME: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"email": "Ina+shop@Example.org"}, {}, "same_email"),
    ({"phone": "+49 151 2345678"}, {}, "same_phone"),
    ({}, {"ship_street": "AM MARKT 1", "ship_postal_code": "D-10115"}, "same_address"),
]


@pytest.mark.parametrize(("columns", "shipped", "why"), SAME)
async def test_the_same_mailbox_telephone_or_address_is_no_other_customer(
    database: Settings, columns: dict[str, Any], shipped: dict[str, Any], why: str
) -> None:
    await switched_on()
    inviter, code = await an_inviter(email="ina@example.org", phone="+491512345678")
    await came(601, code)
    friend = await a_customer(**columns)
    await linked(601, friend)
    await arrives(await bought(friend, **shipped), database)

    assert await judged(database) == [("refused", why)]
    assert await points(inviter, friend) == [(0, 0), (0, 0)]


async def test_who_links_the_inviters_own_purchase_is_the_inviter(database: Settings) -> None:
    await switched_on()
    inviter, code = await an_inviter()
    await came(601, code)
    await linked(601, inviter)

    assert await judged(database) == [("refused", "self")]


@pytest.mark.parametrize("again", [{}, {"email": None, "phone": "+49 171 9998887"}])
async def test_who_had_bought_before_is_not_new_whatever_the_account(database: Settings, again: dict[str, Any]) -> None:
    await switched_on()
    _, code = await an_inviter()
    await came(601, code)
    friend = await a_customer(email="fred@example.org", phone="+49 171 9998887")
    await bought(friend, at=EARLY)
    if again:
        friend = await a_customer(**again)
    await linked(601, friend)
    await arrives(await bought(friend), database)

    assert await judged(database) == [("refused", "known")]


async def test_who_had_linked_a_purchase_in_another_chat_is_not_new(database: Settings) -> None:
    await switched_on()
    _, code = await an_inviter()
    friend = await a_customer()
    await linked(700, friend, at=EARLY)
    await came(601, code)
    await linked(601, friend)

    assert await judged(database) == [("refused", "known")]


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ({"total": Decimal("29.99"), "lines": [Item(unit_price="29.99")]}, "below_minimum"),
        ({"currency": "USD"}, "other_currency"),
    ],
)
async def test_a_small_order_or_one_in_another_currency_does_not_count(
    database: Settings, columns: dict[str, Any], why: str
) -> None:
    await switched_on()
    _, code = await an_inviter()
    await came(601, code)
    friend = await a_customer()
    await linked(601, friend)
    await arrives(await bought(friend, **columns), database)

    assert await judged(database) == [("refused", why)]


async def test_an_order_that_came_too_late_or_never_does_not_count(database: Settings) -> None:
    await switched_on(days=2)
    _, code = await an_inviter()
    await came(601, code)
    await came(602, code)
    friend = await a_customer()
    await linked(601, friend)
    await arrives(await bought(friend, at=NOON - timedelta(hours=20)), database)

    assert await judged(database) == [("refused", "too_late"), ("refused", "too_late")]


async def test_an_order_waits_for_its_delivery_and_a_cancelled_one_is_no_first_order(database: Settings) -> None:
    await switched_on()
    inviter, code = await an_inviter()
    await came(601, code)
    friend = await a_customer()
    await linked(601, friend)
    cancelled = await bought(friend, at=NOON - timedelta(days=2, hours=5))
    await Order.filter(id=cancelled.id).update(state="cancelled")
    order = await bought(friend)

    assert await judged(database) == [("came", None)]
    await arrives(order, database)
    assert await judged(database) == [("pending", None)]
    assert (await Referral.get()).order_id == order.id
    assert (await progress_of([inviter.id])).pending_points == 100


async def test_what_was_imported_as_delivered_does_not_count(database: Settings) -> None:
    await switched_on()
    _, code = await an_inviter()
    await came(601, code)
    friend = await a_customer()
    await linked(601, friend)
    order = await bought(friend)
    await Order.filter(id=order.id).update(state="delivered", delivered_at=NOON)

    assert await judged(database) == [("refused", "imported")]


async def test_two_chats_of_one_customer_count_once_for_the_first_link(database: Settings) -> None:
    await switched_on()
    one, first = await an_inviter(500)
    other, second = await an_inviter(501)
    await came(602, second)
    friend, _ = await a_friend(601, first, database)
    await linked(602, friend)

    assert await judged(database) == [("pending", None), ("refused", "second")]
    assert await points(one, other, friend) == [(0, 0), (0, 100), (0, 50)]


async def test_a_withdrawal_takes_the_points_at_once_and_gives_them_again_when_it_is_off(database: Settings) -> None:
    await switched_on()
    inviter, code = await an_inviter()
    friend, order = await a_friend(601, code, database)
    await judged(database)

    return_id = await a_return(order, status="label_sent")
    assert await judged(database) == [("pending", None)]
    assert await points(inviter, friend) == [(0, 0), (0, 0)]
    await Return.filter(id=return_id).update(status="cancelled")
    assert await judged(database) == [("pending", None)]
    assert await points(inviter, friend) == [(0, 100), (0, 50)]


async def test_a_return_that_is_open_when_the_time_is_over_lets_nothing_count(database: Settings) -> None:
    await switched_on()
    inviter, code = await an_inviter()
    _, order = await a_friend(601, code, database)
    await judged(database)
    await a_return(order, status="label_sent")

    assert await judged(database, now=NOON + OVER) == [("pending", None)]
    assert await points(inviter, at=NOON + OVER) == [(0, 0)]


async def test_what_the_shop_refunds_takes_the_points_for_good_even_later(database: Settings) -> None:
    await switched_on()
    inviter, code = await an_inviter()
    friend, order = await a_friend(601, code, database)
    await judged(database)
    await judged(database, now=NOON + OVER)

    await Line.filter(order_id=order.id, sku="TASSE").update(refunded=1)
    await claw_back_refunded(order.id, now=NOON + OVER)

    assert [(each.status, each.why) for each in await Referral.all()] == [("revoked", "returned")]
    assert await points(inviter, friend, at=NOON + OVER) == [(0, 0), (0, 0)]
    [back, _] = await statement([inviter.id], limit=5)
    assert (back.reason, back.order_id, back.details) == ("referral_inviter_back", None, {})


async def test_what_comes_too_fast_waits_for_the_staff_who_decide_once(database: Settings) -> None:
    await switched_on(per_day=1)
    inviter, code = await an_inviter()
    for chat in (601, 602, 603):
        await a_friend(chat, code, database)

    assert [status for status, _ in await judged(database)] == ["pending", "review", "review"]
    assert await points(inviter) == [(0, 100)]
    _, two, three = [each.id for each in await Referral.all().order_by("id")]
    assert [await approve(two, staff_id=7, now=NOON) for _ in range(2)] == [True, False]
    assert [await decline(three, "household", staff_id=8, now=NOON) for _ in range(2)] == [True, False]
    assert not await approve(three, staff_id=7, now=NOON)
    assert await points(inviter) == [(0, 200)]
    assert [status for status, _ in await judged(database, now=NOON + OVER)] == ["counted", "counted", "refused"]
    told = await Referral.get(id=three)
    assert (told.why, told.decided_by, told.decided_at) == ("staff_household", 8, NOON)
    assert await AuditEntry.filter(subject=f"referral:{three}", staff_id=8, action="referral_decline").count() == 1


async def test_the_pace_is_counted_anew_after_a_day_and_a_month(database: Settings) -> None:
    await switched_on(per_day=1, per_month=2)
    _, code = await an_inviter()
    statuses = []
    for chat, days in ((601, 0), (602, 2), (603, 4), (604, 33)):
        await a_friend(chat, code, database)
        statuses.append((await judged(database, now=NOON + timedelta(days=days)))[-1][0])

    assert statuses == ["pending", "pending", "review", "counted"]  # the fourth at once: its time is over by then


async def test_the_promise_of_the_day_holds_whatever_the_rules_say_later(database: Settings) -> None:
    await switched_on()
    inviter, code = await an_inviter()
    await came(601, code)
    await switched_on(inviter=1, invited=1, minimum="500.00")
    friend = await a_customer()
    await linked(601, friend)
    await arrives(await bought(friend), database)

    assert await judged(database) == [("pending", None)]
    assert await points(inviter, friend) == [(0, 100), (0, 50)]


async def test_an_inviter_who_has_agreed_is_told_when_it_counts_and_not_before(database: Settings) -> None:
    await switched_on()
    inviter, code = await an_inviter(500)
    await consents(500, now=EARLY)
    await a_friend(601, code, database)
    await judged(database)
    assert not await Push.filter(purpose="loyalty").exists()

    await judged(database, now=NOON + OVER)
    await judged(database, now=NOON + OVER)

    [push] = await Push.filter(purpose="loyalty")
    assert (push.chat_id, push.customer_id) == (500, inviter.id)
    assert not await Push.filter(chat_id=601, purpose="loyalty").exists()


async def test_a_chat_that_is_erased_leaves_a_number_and_what_was_promised(database: Settings) -> None:
    await switched_on()
    inviter, code = await an_inviter()
    await a_friend(601, code, database)
    await judged(database)
    await Referral.all().update(chat_id=None, customer_id=None, order_id=None)

    assert await judged(database, now=NOON + OVER) == [("counted", None)]
    assert (await progress_of([inviter.id])).counted_points == 100


async def test_after_a_year_only_what_came_of_it_is_left(database: Settings) -> None:
    await switched_on()
    _, code = await an_inviter()
    await a_friend(601, code, database)
    await came(602, code)
    await judged(database, now=NOON + OVER)

    await forget_what_is_old(NOON + timedelta(days=366))

    told = [
        (each.status, each.chat_id, each.order_id, each.customer_id) for each in await Referral.all().order_by("id")
    ]
    assert told == [("counted", None, None, None), ("came", 602, None, None)]


async def test_the_link_of_an_erased_inviter_leads_nowhere_and_who_came_keeps_the_promise(database: Settings) -> None:
    await switched_on()
    inviter, code = await an_inviter()
    await came(601, code)
    await Invitation.all().update(customer_id=None, code=None)
    friend = await a_customer()
    await linked(601, friend)
    await arrives(await bought(friend), database)

    assert (await arrive(602, code, now=NOON)).came == "gone"
    assert await judged(database) == [("pending", None)]
    assert await points(inviter, friend) == [(0, 0), (0, 50)]
