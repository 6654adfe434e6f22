"""The page for everybody: axe-core finds nothing in any state, light, dark, small or large; four languages whole."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.scene import PHONE, Scene, composer, key, keys
from tests.support.webchat import png

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

STATES: dict[str, Callable[[Page], Awaitable[Any]]] = {}

TEXT = (
    "<b>Your parcel</b> is <i>on its way</i>, <u>really</u> <s>late</s>: <code>JD0001</code>\n"
    '<a href="https://carrier.example/t">Track it</a> <tg-spoiler>Code 4821</tg-spoiler> /help @bote_test_bot #parcel\n'
    '<blockquote>Said the carrier</blockquote><pre><code class="language-python">a = 1</code></pre>'
    f"<blockquote expandable>{'All the small print there is. ' * 12}</blockquote>"
)


def state(step: Callable[[Page], Awaitable[Any]]) -> Callable[[Page], Awaitable[Any]]:
    STATES[step.__name__] = step
    return step


@state
async def conversation(page: Page) -> None:
    await expect(page.locator(".message")).not_to_have_count(0)


@state
async def commands(page: Page) -> None:
    await composer(page).fill("/")


@state
async def message_menu(page: Page) -> None:
    await page.locator(".message .bubble").last.click(button="right")


@state
async def alert(page: Page) -> None:
    await page.get_by_role("button", name="Share my number").click()


@state
async def lightbox(page: Page) -> None:
    await page.get_by_role("button", name="Two photos").click()


@state
async def answering(page: Page) -> None:
    await page.locator(".message.mine .bubble").first.click(button="right")
    await page.get_by_role("menuitem", name="Edit").click()


@pytest.mark.parametrize("name", STATES)
async def test_axe_finds_nothing(scene: Scene, name: str) -> None:
    seat = await _told(scene)
    page = await scene.talks(seat)
    await STATES[name](page)
    assert await scene.violations_in_every_light(page) == []


async def test_axe_finds_nothing_while_picking_a_seat(scene: Scene) -> None:
    scene.person("Anna", about="Bought a teapot")
    page = await scene.opens("/?user_id=999")
    await page.get_by_text("Someone new").click()
    assert await scene.violations_in_every_light(page) == []


async def test_axe_finds_nothing_before_the_start_and_in_the_list(scene: Scene) -> None:
    seat = scene.person("Anna", about="Bought a teapot")
    scene.room.add_group("Team", [seat])
    page = await scene.opens(f"/?user_id={seat}&view=list", size=PHONE)
    await expect(page.get_by_role("button", name="Team")).to_be_visible()
    assert await scene.violations(page) == []
    await page.get_by_role("button", name="Bote").click()
    assert await scene.violations_in_every_light(page) == []


BROKEN_WORDS = """() => [...document.querySelectorAll(".key-text")].flatMap((label) =>
    [...label.textContent.matchAll(/\\S+/g)].filter(({ 0: word, index }) => {
        const place = document.createRange();
        place.setStart(label.firstChild, index);
        place.setEnd(label.firstChild, index + word.length);
        return place.getClientRects().length > 1;
    }).map(({ 0: word }) => word))"""


async def test_no_word_on_a_button_breaks_where_three_stand_side_by_side(scene: Scene) -> None:
    seat = scene.customer()
    for labels in (("Zurück", "Startseite", "🙋 Mensch"), ("Retour", "Accueil", "🙋 Conseiller")):
        await scene.says(seat, "Kurz", reply_markup=keys([key(label, label) for label in labels]))
    page = await scene.talks(seat, size=PHONE, touch=True)
    await expect(page.locator(".key-text")).to_have_count(6)
    assert await page.evaluate(BROKEN_WORDS) == []


async def test_the_server_forbids_foreign_code_and_the_page_needs_none(scene: Scene) -> None:
    page = await scene.opens()
    async with scene.http.get(scene.server.url) as response:
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    inline = "document.querySelectorAll('[style], style, script:not([src])').length"
    assert await page.evaluate(inline) == 0


async def _told(scene: Scene) -> int:
    """A seat with a conversation that has everything in it."""
    seat = scene.customer()
    command = {"command": "orders", "description": "All my orders"}
    await scene.call("setMyCommands", commands=[command, {"command": "help", "description": "What I can do"}])
    await scene.shows(seat, png(600, 400), caption="Two photos")
    await scene.shows(seat, png(200, 200), png(300, 200), png(300, 300))
    await scene.hands_over(seat, "care.pdf", b"%PDF-1.4")
    rows = keys(
        [key("Details", "d", style="primary"), key("Problem", "p", style="danger"), key("Fine", "f", style="success")],
        [key("Track", url="https://carrier.example/t"), key("Copy", copy_text={"text": "x"}), key("More", "m")],
    )
    told = await scene.says(seat, TEXT, reply_markup=rows)
    path = f"{scene.server.url}/api/chats/{seat}/messages"
    mine: list[dict[str, Any]] = [
        {"text": "Thank you! https://shop.example", "reply_to_message_id": told["message_id"]},
        {"contact": {"phone_number": "+49 170 0000000", "first_name": "Anna", "user_id": seat}},
        {"text": "🎉"},
    ]
    for body in mine:
        async with scene.http.post(path, json={"user_id": seat, **body}) as response:
            assert response.status == 201
    share = {"keyboard": [[{"text": "Share my number", "request_contact": True}, {"text": "Later"}]]}
    await scene.says(seat, "May I call you?", reply_markup=share)
    return seat
