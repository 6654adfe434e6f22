"""A coupon is used once: whatever order checkouts ask in, and however many at once."""

import asyncio
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from bot.config import Settings
from bot.customers.models import Chat, Link
from bot.loyalty.coupons import CODE, codes_of, give_code, new_code
from bot.loyalty.redeeming import Redeemable, Refused, look_at, redeem, release
from bot.loyalty.worth import Article, Basket, Terms
from bot.shop.numbers import email_key
from tests.support.builders import a_customer, a_product
from tests.support.checkout import FIVE_OFF, LONG, a_coupon
from tests.support.postman import NOON

TEA = Basket("EUR", (Article("TEA-1", 1, Decimal("45.00")),))
NOBODY: dict[str, Any] = {"email": None}


def why(found: Redeemable | Refused) -> str:
    return found.why if isinstance(found, Refused) else f"{found.state} {found.off}"


async def test_two_checkouts_at_once_one_wins(database: Settings) -> None:
    for _ in range(5):
        code = await a_coupon(NOON)

        found = await asyncio.gather(
            *(redeem(code, TEA, order=f"A-{number}", now=NOON, **NOBODY) for number in range(20))
        )

        assert sorted(map(why, found)) == sorted(["redeemed 5.00"] + ["redeemed"] * 19)


async def test_a_release_and_redemptions_at_once_leave_one_owner(database: Settings) -> None:
    code = await a_coupon(NOON)
    await redeem(code, TEA, order="A-0", now=NOON, **NOBODY)

    freed, *found = await asyncio.gather(
        release(code, order="A-0", now=NOON),
        *(redeem(code, TEA, order=f"B-{number}", now=NOON, **NOBODY) for number in range(10)),
    )

    assert isinstance(freed, Redeemable)
    assert sum(isinstance(each, Redeemable) for each in found) <= 1


async def test_what_is_given_back_can_be_used_until_it_expires(database: Settings) -> None:
    code, late = await a_coupon(NOON), NOON + LONG
    await redeem(code, TEA, order="A-1", now=NOON, **NOBODY)

    assert why(await release(code, order="A-2", now=NOON)) == "not_redeemed"
    assert why(await look_at(code, TEA, now=NOON, **NOBODY)) == "redeemed"
    assert why(await release(code, order="A-1", now=NOON)) == "open None"
    assert why(await release(code, order="A-1", now=NOON)) == "not_redeemed"
    assert why(await redeem(code, TEA, order="A-3", now=late - timedelta(seconds=1), **NOBODY)) == "redeemed 5.00"
    assert why(await release(code, order="A-3", now=late)) == "expired None"
    assert why(await redeem(code, TEA, order="A-4", now=late, **NOBODY)) == "expired"


async def test_a_refused_basket_leaves_the_coupon_as_it_is(database: Settings) -> None:
    code, small = await a_coupon(NOON), Basket("EUR", (Article("TEA-1", 1, Decimal("29.99")),))

    assert why(await redeem(code, small, order="A-1", now=NOON, **NOBODY)) == "below_minimum"
    assert why(await redeem(code.lower(), TEA, order="A-1", now=NOON, **NOBODY)) == "redeemed 5.00"


async def test_the_category_is_what_the_shop_has_told_of_the_product(database: Settings) -> None:
    await a_product("TEA-1", category="Tea")
    code = await a_coupon(NOON, Terms("EUR", percent=10, category="Tea"))
    both = Basket("EUR", (*TEA.articles, Article("NEW", 1, Decimal("5.00"), "Tea")))

    assert why(await look_at(code, both, now=NOON, **NOBODY)) == "open 4.50"


async def test_a_coupon_of_somebody_else_is_unknown_and_the_shops_own_codes_are(database: Settings) -> None:
    owner = await a_customer(email="erika@example.org")
    other = await a_customer(email="second@example.org")
    code = await a_coupon(NOON, customer_id=owner.id)
    await give_code(owner.id, "SORRY-10", source="goodwill:1", reason="goodwill", now=NOON)

    async def asks(email: str) -> str:
        return why(await look_at(code, TEA, email=email_key(email), now=NOON))

    assert await asks("other@example.org") == await asks("second@example.org") == "unknown"
    assert await asks("Erika@Example.org") == "open 5.00"
    assert why(await look_at("SORRY-10", TEA, now=NOON, **NOBODY)) == "unknown"

    await Chat.create(id=7, created_at=NOON)
    for customer in (owner, other):
        await Link.create(chat_id=7, customer_id=customer.id, proof="order", linked_at=NOON)
    assert await asks("second@example.org") == "open 5.00"


async def test_a_coupon_of_somebody_whose_address_is_not_known_counts_for_any(database: Settings) -> None:
    code = await a_coupon(NOON, customer_id=(await a_customer(email=None)).id)

    assert why(await look_at(code, TEA, email="new@example.org", now=NOON)) == "open 5.00"


async def test_the_customer_sees_what_it_is_worth_and_what_became_of_it(database: Settings) -> None:
    owner = await a_customer()
    code = await a_coupon(NOON, customer_id=owner.id)

    [before] = await codes_of([owner.id], limit=5)
    await redeem(code, TEA, order="A-1", now=NOON, **NOBODY)
    [after] = await codes_of([owner.id], limit=5)

    assert (before.terms, before.expires_at) == (FIVE_OFF, NOON + LONG)
    assert (before.state(NOON), before.state(NOON + LONG)) == ("open", "expired")
    assert (after.state(NOON), after.state(NOON + LONG)) == ("redeemed", "redeemed")


def test_codes_are_such_as_shops_have_and_no_two_alike() -> None:
    codes = {new_code() for _ in range(1000)}
    assert len(codes) == 1000
    assert all(CODE.fullmatch(code) for code in codes)


class Model:
    """What a coupon is by the book: of nobody, or of one order; nothing after its end but given back."""

    def __init__(self, expires_at: datetime) -> None:
        self.order: str | None = None
        self.expires_at = expires_at

    def asked(self, verb: str, order: str, now: datetime) -> str:
        over = now >= self.expires_at
        if verb == "release":
            if self.order != order:
                return "not_redeemed"
            self.order = None
            return "expired None" if over else "open None"
        if self.order:
            return "redeemed"
        if over:
            return "expired"
        if verb == "redeem":
            self.order = order
        return "redeemed 5.00" if verb == "redeem" else "open 5.00"


STEPS = st.lists(
    st.tuples(st.sampled_from(["check", "redeem", "release"]), st.sampled_from(["A", "B"]), st.integers(0, 4)),
    max_size=12,
)


@trying(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
@pytest.mark.usefixtures("database")
async def test_whatever_checkouts_do_it_is_what_the_book_says(steps: list[tuple[str, str, int]]) -> None:
    code = await a_coupon(NOON, lasts=timedelta(days=10))
    book, now = Model(NOON + timedelta(days=10)), NOON
    for verb, order, days in steps:
        now += timedelta(days=days)
        if verb == "check":
            found = await look_at(code, TEA, now=now, **NOBODY)
        elif verb == "redeem":
            found = await redeem(code, TEA, order=order, now=now, **NOBODY)
        else:
            found = await release(code, order=order, now=now)
        assert why(found) == book.asked(verb, order, now)
