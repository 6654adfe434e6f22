"""Shops and carriers are let in by their signature; what is genuine is stored before anything is made of it."""

import asyncio
import base64
import gzip
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import aiohttp
import pytest
from pydantic import SecretStr

from bot.clock import Clock
from bot.config import Settings
from bot.connectors.models import InboxBody
from bot.connectors.signatures import PLATFORMS
from bot.outbox.models import Drain
from bot.shop.models import Order
from bot.web import MAX_BODY, serving
from tests.support.platforms import SECRET, Sender, aftership_update, shopify_order, with_secrets

BODY = b'{"id": 1}'


@asynccontextmanager
async def open_door(settings: Settings, *, processing: bool = False) -> AsyncIterator[Sender]:
    async with serving(settings, processing=processing) as base, aiohttp.ClientSession() as session:
        yield Sender(base, session)


@pytest.fixture
async def sender(database: Settings) -> AsyncIterator[Sender]:
    async with open_door(with_secrets(database)) as sender:
        yield sender


async def stored() -> list[InboxBody]:
    return await InboxBody.all().order_by("id")


@pytest.mark.parametrize("name", PLATFORMS)
async def test_a_signed_body_is_stored_as_it_came(sender: Sender, name: str) -> None:
    raw = '{ "id": 9007199254740993, "name": "Käse", "description": "tracker.updated", "event": "x"}'.encode()

    assert await sender.send(name, raw, topic="orders/create") == 200

    [row] = await stored()
    assert (row.platform, row.body, row.processed_at, row.attempts) == (name, raw, None, 0)
    assert row.digest == hashlib.sha256(raw).hexdigest()


@pytest.mark.parametrize("name", PLATFORMS)
@pytest.mark.parametrize("signature", [" ", "x", "ß", "A" * 44])
async def test_a_wrong_signature_is_refused_and_nothing_stored(sender: Sender, name: str, signature: str) -> None:
    assert await sender.send(name, BODY, topic="orders/create", signature=signature) == 401
    assert await stored() == []


@pytest.mark.parametrize("name", PLATFORMS)
async def test_another_secret_is_refused(sender: Sender, name: str) -> None:
    assert await sender.send(name, BODY, topic="orders/create", secret="another") == 401


async def test_a_missing_signature_is_refused(sender: Sender) -> None:
    async with sender.session.post(f"{sender.base}/webhooks/shopify", json={"id": 1}) as answer:
        assert answer.status == 401
    assert await stored() == []


async def test_one_changed_byte_is_refused(sender: Sender) -> None:
    signature = PLATFORMS["shopify"].sign(SECRET, b'{"id": 2}')

    assert await sender.shopify("orders/create", BODY, signature=signature) == 401


async def test_the_signature_counts_as_it_is_spelled(sender: Sender) -> None:
    right = PLATFORMS["shopify"].sign(SECRET, BODY)

    assert await sender.shopify("orders/create", BODY, signature=right.rstrip("=")) == 401
    assert await sender.shopify("orders/create", BODY, signature=right + "AA") == 401


async def test_both_families_of_shopifys_headers_are_read(sender: Sender) -> None:
    sender.family = 1

    assert await sender.shopify("orders/create", BODY) == 200
    assert (await stored())[0].topic == "orders/create"


def test_signatures_are_what_the_platforms_document() -> None:
    body, secret = b'{"a":1}', "geheim"
    digest = hmac.new(secret.encode(), body, hashlib.sha256)

    assert PLATFORMS["shopify"].sign(secret, body) == base64.b64encode(digest.digest()).decode()
    assert PLATFORMS["easypost"].sign(secret, body) == f"hmac-sha256-hex={digest.hexdigest()}"
    assert PLATFORMS["easypost"].sign("é", body) == PLATFORMS["easypost"].sign("e\u0301", body)


async def test_a_body_over_a_mebibyte_is_too_large(sender: Sender) -> None:
    raw = b'{"pad": "' + b"x" * MAX_BODY + b'"}'

    assert await sender.shopify("orders/create", raw) == 413
    assert await stored() == []


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_another_kind_of_content_is_refused(sender: Sender, content_type: str) -> None:
    assert await sender.shopify("orders/create", BODY, content_type=content_type) == 400
    assert await stored() == []


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff\xfe{}", b'{"a": NaN}', b"[" * 100_000, b'{"a": 1} x'])
async def test_broken_json_is_refused(sender: Sender, raw: bytes) -> None:
    assert await sender.shopify("orders/create", raw) == 400
    assert await stored() == []


async def test_a_charset_is_no_other_kind_of_content(sender: Sender) -> None:
    assert await sender.shopify("orders/create", BODY, content_type="application/json; charset=utf-8") == 200


async def test_nothing_unpacks_a_body_before_it_is_judged(sender: Sender) -> None:
    sender.headers["Content-Encoding"] = "gzip"

    assert await sender.shopify("orders/create", gzip.compress(BODY)) == 400
    assert await stored() == []


async def test_a_platform_without_a_secret_has_no_route(database: Settings) -> None:
    half = with_secrets(database).model_copy(
        update={"shopify_webhook_secret": None, "easypost_webhook_secret": SecretStr("")}
    )
    async with open_door(half) as sender:
        assert await sender.shopify("orders/create", BODY, secret="") == 404
        assert await sender.easypost(BODY, secret="") == 404
        assert await sender.aftership(aftership_update("1")) == 200


async def test_a_repeated_delivery_is_stored_once(sender: Sender) -> None:
    for _ in range(3):
        assert await sender.shopify("orders/create", BODY, delivery="d-1") == 200
    assert await sender.shopify("orders/create", BODY, delivery="d-2") == 200

    assert len(await stored()) == 1


async def test_two_bodies_of_one_second_are_two(sender: Sender) -> None:
    """WooCommerce makes the id of a delivery of the webhook and the second."""
    for number in (1, 2):
        assert await sender.woocommerce("order.updated", {"id": number}, delivery="same") == 200

    assert len(await stored()) == 2


async def test_the_body_names_topic_and_delivery_where_no_header_does(sender: Sender) -> None:
    update = aftership_update("1")
    await sender.aftership(update)
    await sender.easypost({"id": "evt_7", "description": "tracker.created"})

    assert [(row.topic, row.delivery_id) for row in await stored()] == [
        ("tracking_update", update["event_id"]),
        ("tracker.created", "evt_7"),
    ]


async def test_woocommerces_ping_is_welcome_and_leaves_nothing(sender: Sender) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    url = f"{sender.base}/webhooks/woocommerce"
    async with sender.session.post(url, data=b"webhook_id=42", headers=form) as answer:
        assert answer.status == 200
    async with sender.session.post(url, data=b"webhook_id=42&order=1", headers=form) as answer:
        assert answer.status == 401
    assert await stored() == []


async def test_what_is_stored_is_processed_at_once(database: Settings) -> None:
    async with open_door(with_secrets(database), processing=True) as sender:
        await sender.shopify("orders/create", shopify_order(1001))
        for _ in range(500):
            if await Order.filter(number="1001").exists():
                return
            await asyncio.sleep(0.01)
    pytest.fail("the order never came")


async def test_metrics_tell_what_waits(sender: Sender) -> None:
    await sender.shopify("orders/create", BODY)

    async with sender.session.get(f"{sender.base}/metrics") as answer:
        text = await answer.text()
        assert answer.status == 200
        assert answer.headers["Content-Type"].startswith("text/plain")
    assert "\nbote_inbox_waiting 1\n" in text
    assert 'bote_inbox_received_total{platform="shopify"}' in text


async def test_metrics_lose_no_digit_of_what_was_sent_in_years(sender: Sender) -> None:
    await Drain.create(id=42, owner="a sender", leased_until=Clock().now(), sent=12_345_678)

    async with sender.session.get(f"{sender.base}/metrics") as answer:
        text = await answer.text()
    assert "\n# TYPE bote_outbox_sent counter\nbote_outbox_sent 12345678\n" in text


async def test_metrics_behind_a_proxy_are_nobodys(sender: Sender) -> None:
    url = f"{sender.base}/metrics"
    async with sender.session.get(url, headers={"X-Forwarded-For": "127.0.0.1"}) as answer:
        assert answer.status == 403


async def test_metrics_with_a_token_ask_everybody_for_it(database: Settings) -> None:
    guarded = with_secrets(database).model_copy(update={"metrics_token": SecretStr("t0ken")})
    async with open_door(guarded) as sender:
        for headers, status in (
            ({}, 403),
            ({"Authorization": "Bearer no"}, 403),
            ({"Authorization": "Bearer t0ken"}, 200),
        ):
            async with sender.session.get(f"{sender.base}/metrics", headers=headers) as answer:
                assert answer.status == status


async def test_bodies_carry_the_time_of_the_shop(database: Settings) -> None:
    clock = Clock(timedelta(days=30))
    async with (
        serving(with_secrets(database), clock=clock, processing=False) as base,
        aiohttp.ClientSession() as session,
    ):
        await Sender(base, session).shopify("orders/create", json.dumps({"id": 1}).encode())

    assert abs((await stored())[0].received_at - clock.now()) < timedelta(minutes=1)
