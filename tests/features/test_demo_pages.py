"""The pages the demo's links lead to exist, in four languages, and repeat nothing unescaped."""

import re
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.config import LOCALES
from bot.demo.content import list_purchases
from bot.demo.facts import Opening
from bot.demo.history import import_lines
from bot.demo.pages import PREFIX, routes
from tests.features.test_demo_content import MIDNIGHT, ZONE

Client = TestClient[web.Request, web.Application]


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    app = web.Application()
    app.add_routes(routes())
    async with TestClient(TestServer(app)) as client:
        yield client


def addresses() -> set[str]:
    """Every address that the demo's buttons, products and parcels name, without the server's."""
    opening = Opening(MIDNIGHT, ZONE, PREFIX)
    products = [line for line in import_lines(opening) if line["type"] == "product"]
    manuals = {line["manual_url"] for line in products if line["manual_url"]}
    return (
        {f"{PREFIX}/shop"}
        | manuals
        | {parcel.tracking_url for purchase in list_purchases(opening) for parcel in purchase.parcels}
    )


@pytest.mark.parametrize("address", sorted(addresses()))
async def test_no_link_of_the_demo_is_dead(client: Client, address: str) -> None:
    page = await client.get(address)
    text = await page.text()
    assert page.status == 200
    assert re.findall(r'<section id="(\w+)"', text) == list(LOCALES)
    for linked in re.findall(r'href="(/[^"]+)"', text):
        assert (await client.get(linked)).status == 200


async def test_an_unknown_manual_is_not_found(client: Client) -> None:
    assert (await client.get(f"{PREFIX}/manual/nothing")).status == 404


async def test_what_the_address_says_is_escaped(client: Client) -> None:
    text = await (await client.get(f"{PREFIX}/parcel", params={"number": "<script>"})).text()
    assert "<script>" not in text
