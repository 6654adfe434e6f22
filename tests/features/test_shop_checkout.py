"""The checkout's endpoint: who may call, what it is answered, twice the same, and nobody learns codes from it."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.clock import Clock, real_now
from bot.config import Settings
from bot.loyalty.checkout import KEEP_KEYS, MISSES, forget_checkout_calls
from bot.loyalty.coupon_models import CheckoutCall
from bot.web.coupons import PATH
from bot.web.server import build_app
from tests.support.checkout import BASKET, LONG, TOKEN, Checkout, a_coupon, open_checkout

DOCUMENT = json.loads((Path(__file__).parents[2] / "bot" / "web" / "shop_api.json").read_text("utf-8"))


@pytest.fixture
async def checkout(database: Settings, clock: Clock) -> AsyncIterator[Checkout]:
    async with open_checkout(database, clock) as opened:
        yield opened


async def test_check_redeem_release_and_redeem_again(checkout: Checkout, clock: Clock) -> None:
    code = await a_coupon(clock.now())

    assert (await checkout.checks(code))[1]["discount"] == "5.00"
    status, redeemed = await checkout.redeems(code, "A-1")
    assert (status, redeemed["state"], redeemed["code"], redeemed["discount"]) == (200, "redeemed", code, "5.00")
    assert (await checkout.redeems(code, "A-2"))[0] == 409
    status, released = await checkout.releases(code, "A-1")
    assert (status, released["state"]) == (200, "open")
    assert (await checkout.redeems(code, "A-2"))[0] == 200


@pytest.mark.parametrize("token", ["", "wrong", TOKEN + "x", "é"])
async def test_without_the_token_nothing_is_told(checkout: Checkout, clock: Clock, token: str) -> None:
    code = await a_coupon(clock.now())

    status, told = await checkout.sends({"action": "check", "code": code}, token=token)

    assert (status, told["error"]) == (401, "unauthorized")


def test_without_a_token_of_ours_there_is_no_such_route(settings: Settings, clock: Clock) -> None:
    app = build_app(settings, clock=clock, wake=asyncio.Event())
    assert not [route for route in app.router.routes() if route.resource and "/shop/" in route.resource.canonical]


async def test_the_document_is_there_to_be_read_and_is_about_the_route_there_is(checkout: Checkout) -> None:
    async with checkout.session.get(f"{checkout.base}/shop/openapi.json") as answer:
        assert await answer.json() == DOCUMENT
    assert list(DOCUMENT["paths"]) == [PATH]


async def test_the_same_key_gets_the_same_answer_and_another_body_an_error(checkout: Checkout, clock: Clock) -> None:
    code = await a_coupon(clock.now())

    first = await checkout.redeems(code, "A-1", key="once")
    await checkout.releases(code, "A-1")
    again = await checkout.redeems(code, "A-1", key="once")
    other = await checkout.redeems(code, "A-2", key="once")

    assert first == again
    assert (other[0], other[1]["error"]) == (422, "key_reused")
    assert (await checkout.checks(code))[1]["state"] == "open"


async def test_one_key_at_once_redeems_once_and_all_are_answered_alike(checkout: Checkout, clock: Clock) -> None:
    code = await a_coupon(clock.now())

    answers = await asyncio.gather(*(checkout.redeems(code, "A-1", key="once") for _ in range(10)))

    assert [status for status, _ in answers] == [200] * 10
    assert all(answer == answers[0] for answer in answers)


async def test_two_checkouts_at_once_one_wins(checkout: Checkout, clock: Clock) -> None:
    code = await a_coupon(clock.now())

    answers = await asyncio.gather(*(checkout.redeems(code, f"A-{number}") for number in range(10)))

    assert sorted(status for status, _ in answers) == [200] + [409] * 9


async def test_who_guesses_codes_is_stopped_and_nobody_else_is(checkout: Checkout, clock: Clock) -> None:
    code = await a_coupon(clock.now())
    for number in range(MISSES):
        verb = checkout.checks if number % 2 else checkout.redeems
        assert (await verb(f"GUESS-{number}"))[0] == 404

    status, told = await checkout.checks(code)
    assert (status, told["error"]) == (429, "too_many_tries")
    assert (await checkout.redeems(code, key="kept"))[0] == 429
    assert (await checkout.checks(code, visitor="visitor-2"))[0] == 200

    await CheckoutCall.all().update(called_at=real_now() - timedelta(minutes=16))
    assert (await checkout.redeems(code, key="kept"))[0] == 200


async def test_a_code_that_counts_is_no_miss(checkout: Checkout, clock: Clock) -> None:
    code = await a_coupon(clock.now())
    for _ in range(MISSES + 5):
        assert (await checkout.checks(code))[0] == 200


async def test_an_unknown_code_and_somebody_elses_are_answered_alike(checkout: Checkout, clock: Clock) -> None:
    code = await a_coupon(clock.now())

    assert await checkout.checks(code, email="other@example.org") == await checkout.checks("K7QM-2XPD-9RTV")


@pytest.mark.parametrize(
    ("change", "status", "error"),
    [
        ({"basket": BASKET | {"currency": "CHF"}}, 409, "other_currency"),
        (
            {"basket": {"currency": "EUR", "items": [{"sku": "X", "quantity": 1, "unit_price": "1"}]}},
            409,
            "below_minimum",
        ),
        ({"email": "\x00@"}, 400, "invalid"),
        ({"order": ""}, 400, "invalid"),
        ({"action": "steal"}, 400, "invalid"),
        ({"more": 1}, 400, "invalid"),
        ({"basket": {"currency": "EUR", "items": []}}, 400, "invalid"),
        ({"basket": {"currency": "EUR", "items": [{"sku": "X", "quantity": 1, "unit_price": 1.5}]}}, 400, "invalid"),
    ],
)
async def test_what_is_wrong_is_named(
    checkout: Checkout, clock: Clock, change: dict[str, Any], status: int, error: str
) -> None:
    code = await a_coupon(clock.now())

    answer = await checkout.redeems(code, **change)

    assert (answer[0], answer[1]["error"]) == (status, error)
    assert (await checkout.checks(code))[0] == 200


async def test_a_basket_that_is_too_small_is_told_how_much_is_needed(checkout: Checkout, clock: Clock) -> None:
    code = await a_coupon(clock.now())
    small = {"currency": "EUR", "items": [{"sku": "X", "quantity": 1, "unit_price": "1"}]}

    _, told = await checkout.checks(code, basket=small)

    assert (told["minimum"], told["currency"]) == ("30.00", "EUR")


async def test_what_is_no_json_or_too_long_or_without_a_key_is_refused(checkout: Checkout) -> None:
    release = {"action": "release", "code": "ABC", "order": "A-1"}
    json_type = {"Content-Type": "application/json"}

    assert (await checkout.sends(None, data="{", headers={"Content-Type": "text/plain"}))[0] == 415
    assert (await checkout.sends(None, data="{", headers=json_type))[1]["error"] == "invalid"
    assert (await checkout.sends(None, data=b" " * (1 << 20) + b"{}", headers=json_type))[0] == 413
    assert (await checkout.sends(release))[1]["error"] == "key_missing"
    assert (await checkout.sends(release, key="k" * 129))[1]["error"] == "key_invalid"


@pytest.mark.parametrize(("quantity", "status"), [(2.0, 200), (1.5, 400), ("1", 400), (True, 400), (0, 400)])
async def test_a_quantity_is_a_whole_number_however_json_writes_it(
    checkout: Checkout, clock: Clock, quantity: Any, status: int
) -> None:
    code = await a_coupon(clock.now())
    basket = {"currency": "EUR", "items": [{"sku": "X", "quantity": quantity, "unit_price": "40"}]}

    assert (await checkout.checks(code, basket=basket))[0] == status


async def test_an_expired_coupon_says_so(checkout: Checkout, clock: Clock) -> None:
    code = await a_coupon(clock.now() - LONG)

    assert (await checkout.checks(code))[1]["error"] == "expired"


async def test_keys_are_forgotten_when_they_need_not_be_known_any_more(checkout: Checkout, clock: Clock) -> None:
    code = await a_coupon(clock.now())
    await checkout.redeems(code)

    await forget_checkout_calls(real_now() + KEEP_KEYS - timedelta(minutes=1))
    assert await CheckoutCall.all().count() == 1
    await forget_checkout_calls(real_now() + KEEP_KEYS + timedelta(minutes=1))
    assert await CheckoutCall.all().count() == 0
