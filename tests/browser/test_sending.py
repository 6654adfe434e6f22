"""Saying something on the page: text, files, contacts, commands, and what becomes of it when the line is down."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import FilePayload, expect

from tests.browser.scene import Scene, bubble, composer
from tests.support.webchat import png

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

CARRIED = """const data = new DataTransfer(); data.items.add(new File(["hello"], "note.txt"));
const how = {bubbles: true, cancelable: true, clipboardData: data, dataTransfer: data};"""
CARRY = {
    "paste": f"field => {{ {CARRIED} field.dispatchEvent(new ClipboardEvent('paste', how)) }}",
    "drop": f"field => {{ {CARRIED} field.dispatchEvent(new DragEvent('drop', how)) }}",
}


async def test_enter_sends_and_shift_enter_begins_a_line(scene: Scene) -> None:
    page = await scene.talks(scene.customer())
    await composer(page).press_sequentially("one")
    await composer(page).press("Shift+Enter")
    await composer(page).press_sequentially("two")
    await composer(page).press("Enter")
    assert (await scene.hears("message"))["text"] == "one\ntwo"
    await expect(composer(page)).to_have_value("")
    await expect(page.locator(".message.mine .mark.check")).to_have_count(1)


async def test_photos_go_out_as_an_album_with_a_caption(scene: Scene) -> None:
    page = await scene.talks(scene.customer())
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="Attach a photo or file").click()
    photos = [FilePayload(name=f"{n}.png", mimeType="image/png", buffer=png(60 + n, 40)) for n in range(2)]
    paper = FilePayload(name="invoice.txt", mimeType="text/plain", buffer=b"paid")
    await (await chooser.value).set_files([*photos, paper])
    await expect(page.locator(".sheet-files li")).to_have_count(3)
    await page.get_by_label("Add a caption").fill("It came like this")
    await page.get_by_role("dialog").get_by_role("button", name="Send", exact=True).click()
    first, second = await scene.hears("message"), await scene.hears("message")
    assert first["caption"] == "It came like this"
    assert first["media_group_id"] == second["media_group_id"]
    assert (await scene.hears("message"))["document"]["file_name"] == "invoice.txt"
    await expect(page.locator(".message.mine")).to_have_count(2)


@pytest.mark.parametrize("way", ["paste", "drop"])
async def test_files_can_be_pasted_and_dropped(scene: Scene, way: str) -> None:
    page = await scene.talks(scene.customer())
    await composer(page).evaluate(CARRY[way])
    await expect(page.get_by_role("dialog")).to_contain_text("note.txt")
    await page.keyboard.press("Enter")
    assert (await scene.hears("message"))["document"]["file_name"] == "note.txt"
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_the_phone_number_is_shared_only_when_confirmed(scene: Scene) -> None:
    seat = scene.customer("Anna", "de")
    page = await scene.talks(seat)
    keyboard = {"keyboard": [[{"text": "Nummer teilen", "request_contact": True}]], "one_time_keyboard": True}
    await scene.says(seat, "Ihre Nummer?", reply_markup=keyboard | {"input_field_placeholder": "Nummer teilen oder …"})
    await expect(composer(page)).to_have_attribute("placeholder", "Nummer teilen oder …")
    share = page.get_by_role("button", name="Nummer teilen")
    await share.click()
    await page.get_by_role("dialog").get_by_role("button", name="Abbrechen").click()
    await share.click()
    await page.get_by_role("textbox", name="Telefonnummer").fill("+49 170 0000000")
    await page.keyboard.press("Enter")
    contact = (await scene.hears("message"))["contact"]
    assert contact == {"phone_number": "+49 170 0000000", "first_name": "Anna", "user_id": seat}
    await expect(share).to_be_hidden()
    await page.get_by_role("button", name="Antworttasten einblenden").click()
    await expect(share).to_be_visible()
    await scene.says(seat, "Danke", reply_markup={"remove_keyboard": True})
    await expect(share).to_be_hidden()


async def test_a_forced_reply_begins_by_itself(scene: Scene) -> None:
    seat = scene.customer()
    page = await scene.talks(seat)
    asked = await scene.says(
        seat, "Which order?", reply_markup={"force_reply": True, "input_field_placeholder": "Order number"}
    )
    await expect(page.locator(".context-bar")).to_contain_text("Which order?")
    await expect(composer(page)).to_have_attribute("placeholder", "Order number")
    await composer(page).fill("1001")
    await page.keyboard.press("Enter")
    assert (await scene.hears("message"))["reply_to_message"]["message_id"] == asked["message_id"]
    await expect(page.locator(".message.mine .quote")).to_contain_text("Which order?")
    await expect(page.locator(".context-bar")).to_be_hidden()


async def test_commands_are_offered_and_filtered(scene: Scene) -> None:
    seat = scene.customer()
    commands = [{"command": "orders", "description": "Mine"}, {"command": "help", "description": "What I can do"}]
    await scene.call("setMyCommands", commands=commands)
    page = await scene.talks(seat)
    await page.get_by_role("button", name="Menu", exact=True).click()
    await expect(page.get_by_role("option")).to_have_count(2)
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("option")).to_have_count(0)
    await composer(page).press_sequentially("/he")
    await expect(page.get_by_role("option")).to_have_text("/helpWhat I can do")
    await composer(page).press("Enter")
    assert (await scene.hears("message"))["text"] == "/help"
    await expect(composer(page)).to_have_value("")


async def test_nothing_is_lost_while_the_server_is_away(scene: Scene) -> None:
    seat = scene.customer()
    page = await scene.talks(seat)
    port = await scene.goes_away()
    await expect(page.get_by_text("No connection")).to_be_visible()
    await composer(page).fill("are you there?")
    await page.keyboard.press("Enter")
    await expect(page.locator(".message.mine .mark.clock")).to_have_count(1)
    await scene.comes_back(port)
    await scene.says(seat, "Back again")
    await expect(bubble(page, "Back again")).to_be_visible(timeout=10_000)
    assert (await scene.hears("message"))["text"] == "are you there?"
    await expect(page.locator(".message.mine .mark.check")).to_have_count(1)
    await expect(page.get_by_text("No connection")).to_be_hidden()
    await expect(page.locator(".message")).to_have_count(2)


async def test_what_could_not_be_sent_says_why_and_can_be_dropped(scene: Scene) -> None:
    scene.forgiven = ("Failed to load resource",)
    page = await scene.talks(scene.customer())
    await composer(page).fill("x" * 4_097)
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name=re.compile("Not sent: The text is too long")).click()
    await page.get_by_role("menuitem", name="Discard").click()
    await expect(page.locator(".message")).to_have_count(0)


async def test_own_messages_can_be_answered_edited_and_deleted(scene: Scene) -> None:
    page = await scene.talks(scene.customer())
    await composer(page).fill("**frist __of__** all")
    await page.keyboard.press("Enter")
    await expect(page.locator(".mark.check")).to_have_count(1)
    await expect(page.locator(".message strong")).to_have_text("frist of")
    await composer(page).press("ArrowUp")
    await expect(composer(page)).to_have_value("**frist __of__** all")
    await composer(page).fill("first")
    await page.keyboard.press("Enter")
    assert (await scene.hears("edited_message"))["text"] == "first"
    await expect(bubble(page, "first")).to_contain_text("edited")
    await bubble(page, "first").locator(".bubble").click(button="right")
    await page.get_by_role("menuitem", name="Delete").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Delete").click()
    await expect(page.locator(".message")).to_have_count(0)


async def test_drafts_wait_in_their_chats(scene: Scene) -> None:
    seat = scene.customer()
    group = scene.room.add_group("Team", [seat])
    page = await scene.talks(seat)
    await page.get_by_role("button", name="Bote").first.click()
    await composer(page).fill("half a thought")
    await page.get_by_role("button", name="Team").click()
    await expect(composer(page)).to_have_value("")
    await expect(page.get_by_text("Draft: half a thought")).to_be_visible()
    await page.reload()
    await page.get_by_role("button", name="Bote").first.click()
    await expect(composer(page)).to_have_value("half a thought")
    assert group.messages == {}
