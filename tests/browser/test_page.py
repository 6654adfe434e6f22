"""The page as a messenger: pick a seat, write, tap, read, and never lose the thread."""

from __future__ import annotations

import json
import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.scene import PHONE, Scene, bubble, composer, key, keys
from tests.support.webchat import USERNAME, png

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

NARROW = "document.documentElement.scrollWidth <= innerWidth"
TOP = "node => node.getBoundingClientRect().top"


async def test_a_visitor_picks_a_seat_and_starts_the_bot(scene: Scene) -> None:
    seat = scene.person("Camille Exemple", "fr", about="Un colis attend.")
    page = await scene.opens()
    await expect(page.get_by_role("heading", name="Who do you want to be?")).to_be_visible()
    await page.get_by_role("link", name="Camille Exemple").click()
    await expect(page).to_have_url(re.compile(f"user_id={seat}"))
    await expect(page.locator("html")).to_have_attribute("lang", "fr")
    await page.get_by_role("button", name="Démarrer", exact=True).click()
    assert (await scene.hears("message"))["text"] == "/start"
    await expect(bubble(page, "/start").get_by_text("Envoyé")).to_be_attached()
    await scene.says(seat, "Bonjour <b>Camille</b> !")
    await expect(page.locator(".message strong", has_text="Camille")).to_be_visible()


async def test_a_new_person_takes_a_seat_and_can_leave_it(scene: Scene) -> None:
    page = await scene.opens(locale="de-DE")
    await page.get_by_text("Jemand Neues").click()
    await page.get_by_label("Name").fill("Dana Demo")
    await page.get_by_label("Sprache").select_option("lb")
    await page.get_by_label("Ein Satz zur Person").fill("Gëschter bestallt")
    await page.get_by_role("button", name="Hinzufügen").click()
    await expect(page.get_by_text("Gëschter bestallt")).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("lang", "lb")
    await page.get_by_role("button", name="Persoun wiesselen").click()
    await page.get_by_role("menuitem", name="All Persounen").click()
    await expect(page.get_by_role("link", name="Dana Demo")).to_be_visible()


async def test_a_tap_waits_for_its_answer_and_the_message_changes_in_place(scene: Scene) -> None:
    seat = scene.customer()
    page = await scene.talks(seat)
    sent = await scene.says(seat, "Order <code>1001</code>", reply_markup=keys([key("Details", "d:1001")]))
    button = page.get_by_role("button", name="Details")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    tap = await scene.hears("callback_query")
    assert tap["data"] == "d:1001"
    await scene.call(
        "editMessageText",
        chat_id=seat,
        message_id=sent["message_id"],
        text="Two mugs",
        reply_markup=keys([key("Back", "b")]),
    )
    await expect(bubble(page, "Two mugs")).to_be_visible()
    await scene.call("answerCallbackQuery", callback_query_id=tap["id"], text="Here you are")
    await expect(page.get_by_role("status").get_by_text("Here you are")).to_be_visible()
    await expect(page.locator(".message.theirs")).to_have_count(1)
    await expect(page.get_by_role("button", name="Back")).to_be_focused()


async def test_an_alert_must_be_dismissed(scene: Scene) -> None:
    seat = scene.customer("Anna", "de")
    page = await scene.talks(seat)
    await scene.says(seat, "Fall", reply_markup=keys([key("Problem melden", "p", style="danger")]))
    await page.get_by_role("button", name="Problem melden").click()
    tap = await scene.hears("callback_query")
    await scene.call("answerCallbackQuery", callback_query_id=tap["id"], text="Heute bis 18 Uhr", show_alert=True)
    box = page.get_by_role("alertdialog", name="Heute bis 18 Uhr")
    await expect(box).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(box).to_have_count(0)
    await expect(page.get_by_role("button", name="Problem melden")).to_be_focused()


async def test_links_open_apart_and_copies_are_told(scene: Scene) -> None:
    seat = scene.customer()
    page = await scene.talks(seat)
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    rows = keys([key("Track", url="https://carrier.example/t/1"), key("Copy it", copy_text={"text": "003404"})])
    await scene.says(seat, "Parcel <code>JD0001</code>", reply_markup=rows)
    link = page.get_by_role("link", name="Track")
    await expect(link).to_have_attribute("target", "_blank")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")
    await page.get_by_role("button", name="Copy it").click()
    await expect(page.get_by_text("Copied")).to_be_visible()
    assert await page.evaluate("navigator.clipboard.readText()") == "003404"
    await page.get_by_role("button", name="JD0001", exact=True).click()
    await expect(page.get_by_text("Copied")).to_have_count(2)
    assert await page.evaluate("navigator.clipboard.readText()") == "JD0001"


async def test_an_album_is_one_message_and_opens_large(scene: Scene) -> None:
    seat = scene.customer()
    page = await scene.talks(seat)
    await scene.shows(seat, png(640, 480), png(400, 600), png(600, 600), caption="From one workshop")
    await expect(page.locator(".message")).to_have_count(1)
    await page.get_by_role("button", name="Photo (2 of 3)").click()
    await expect(page.get_by_text("2 of 3")).to_be_visible()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_text("3 of 3")).to_be_visible()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_role("dialog").get_by_text("From one workshop")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_a_file_can_be_downloaded(scene: Scene) -> None:
    seat = scene.customer()
    page = await scene.talks(seat)
    await scene.hands_over(seat, "Care & use.pdf", b"%PDF-1.4 care")
    async with page.expect_download() as download:
        await page.get_by_role("link", name="Care & use.pdf").click()
    assert (await download.value).suggested_filename == "Care & use.pdf"


async def test_a_deep_link_starts_with_its_payload(scene: Scene) -> None:
    seat = scene.person()
    page = await scene.opens("/?start=link-abc")
    await page.get_by_role("link", name="Anna Beispiel").click()
    await page.get_by_role("button", name="Start", exact=True).click()
    assert (await scene.hears("message"))["text"] == "/start link-abc"
    await expect(page).not_to_have_url(re.compile("start="))
    await scene.says(seat, f'<a href="https://t.me/{USERNAME}?start=again">Once more</a>')
    await page.get_by_role("link", name="Once more").click()
    await page.get_by_role("button", name="Start", exact=True).click()
    assert (await scene.hears("message"))["text"] == "/start again"
    await scene.says(seat, f'<a href="{scene.server.url}/?start=here">By our own address</a>')
    await page.get_by_role("link", name="By our own address").click()
    await page.get_by_role("button", name="Start", exact=True).click()
    assert (await scene.hears("message"))["text"] == "/start here"
    await expect(composer(page)).to_be_visible()


async def test_a_button_that_leads_to_the_bot_stays_in_the_page_and_any_other_says_that_it_leaves(scene: Scene) -> None:
    seat = scene.customer()
    links = {"Work on it": f"{scene.server.url}/?start=rma_9", "Label": "https://labels.example.org/1.pdf"}
    rows = [[{"text": text, "url": url}] for text, url in links.items()]
    group = scene.room.add_group("Team", [seat])
    await scene.says(group.id, "A case", reply_markup=json.dumps({"inline_keyboard": rows}))
    page = await scene.opens(f"/?user_id={seat}&chat_id={group.id}")

    away = page.get_by_role("link", name="Label (opens in a new tab)")
    await expect(away).to_have_attribute("target", "_blank")
    await expect(away).to_have_attribute("rel", "noopener noreferrer")
    for address in (scene.server.url, scene.server.url.replace("127.0.0.1", "localhost")):
        await page.goto(f"{address}/?user_id={seat}&chat_id={group.id}")
        inside = page.get_by_role("link", name="Work on it", exact=True)
        await expect(inside).not_to_have_attribute("target", "_blank")
        await inside.click()
        await page.get_by_role("button", name="Start", exact=True).click()
        assert (await scene.hears("message"))["text"] == "/start rma_9"
    assert len(page.context.pages) == 1


async def test_whoever_asks_for_another_tab_gets_one_with_the_same_seat(scene: Scene) -> None:
    seat = scene.customer()
    await scene.says(seat, f'<a href="{scene.server.url}/?start=rma_9">Work on it</a>')
    page = await scene.opens(f"/?user_id={seat}")
    async with page.context.expect_page() as opened:
        await page.get_by_role("link", name="Work on it").click(modifiers=["Control"])
    other = await opened.value
    await other.get_by_role("button", name="Start", exact=True).click()
    assert (await scene.hears("message"))["text"] == "/start rma_9"


async def test_unread_messages_are_counted_marked_and_found(scene: Scene) -> None:
    seat = scene.customer()
    for number in range(70):
        await scene.says(seat, f"Old news {number}<br>".replace("<br>", "\n\n"))
    group = scene.room.add_group("Team", [seat])
    page = await scene.opens(f"/?user_id={seat}&chat_id={group.id}")
    await expect(page.get_by_role("button", name=re.compile("70 unread"))).to_be_visible()
    await expect(page).to_have_title(re.compile(r"^\(70\)"))
    await page.get_by_role("button", name=re.compile("70 unread")).click()
    await expect(page.get_by_text("New messages", exact=True)).to_be_visible()
    await page.get_by_role("button", name=re.compile("Jump to the latest message, 70 unread")).click()
    await expect(page).not_to_have_title(re.compile(r"^\("))
    assert scene.chat_of(seat).unread[seat] == 0
    await page.locator(".log").evaluate("log => log.scrollTop = 100")
    await expect(page.locator(".jump")).to_be_visible()
    await scene.says(seat, "Fresh news")
    await expect(page.locator(".jump .badge")).to_have_text("1")


async def test_older_messages_come_while_scrolling_up_and_nothing_jumps(scene: Scene) -> None:
    seat = scene.customer()
    for number in range(150):
        last = await scene.says(seat, f"Message {number}")
    scene.chat_of(seat).unread.clear()
    page = await scene.talks(seat)
    await expect(page.locator(".message")).to_have_count(60)
    log = page.locator(".log")
    await log.evaluate("log => log.scrollTop = 300")
    await expect(page.locator(".message")).to_have_count(120)
    await log.evaluate("log => log.scrollTop = 0")
    await expect(page.locator(".message")).to_have_count(150)
    await log.evaluate("log => log.scrollTop = log.scrollHeight / 2")
    middle = page.locator(".message").nth(75)
    before = await middle.evaluate(TOP)
    await scene.call("editMessageText", chat_id=seat, message_id=last["message_id"] - 140, text="Grown\n" * 12)
    await expect(page.get_by_text("Grown").first).to_be_attached()
    assert abs(await middle.evaluate(TOP) - before) < 2


async def test_a_blocked_bot_is_silent_until_let_in_again(scene: Scene) -> None:
    page = await scene.talks(scene.customer())
    await page.get_by_role("button", name="Chat menu").click()
    await page.get_by_role("menuitem", name="Block the bot").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Block the bot").click()
    assert (await scene.hears("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    await page.get_by_role("button", name="Unblock the bot").click()
    await expect(composer(page)).to_be_visible()


async def test_the_bot_is_seen_typing(scene: Scene) -> None:
    seat = scene.customer()
    page = await scene.talks(seat)
    await scene.call("sendChatAction", chat_id=seat, action="typing")
    await expect(page.locator(".pane-header .subtitle.active")).to_have_text("is typing …")
    await scene.says(seat, "There")
    await expect(page.locator(".typing")).to_have_count(0)


async def test_hostile_names_and_texts_stay_text(scene: Scene) -> None:
    evil = "<img src=x onerror=\"document.title='owned'\">"
    seat = scene.person(evil[:64], about=evil)
    page = await scene.opens()
    await page.get_by_role("link").first.click()
    await page.get_by_role("button", name="Start", exact=True).click()
    message = await scene.says(seat, evil.replace("<", "&lt;") + '<a href="javascript:alert(1)">press</a>')
    await scene.says(seat, "ok", reply_parameters={"message_id": message["message_id"]})
    await expect(bubble(page, "press")).to_contain_text("onerror")
    await expect(page.locator(".quote")).to_contain_text("onerror")
    assert await page.locator("img").count() == 0
    assert await page.locator("a[href^=javascript]").count() == 0
    assert await page.title() != "owned"


async def test_everything_can_be_done_without_a_mouse(scene: Scene) -> None:
    seat = scene.person()
    scene.room.add_group("Team", [seat])
    page = await scene.opens(f"/?user_id={seat}")
    await page.locator("[aria-current=true]").wait_for()
    await page.keyboard.press("Escape")
    await page.keyboard.press("Home")
    for _ in range(2):
        if "Bote" in (await page.locator(":focus").inner_text()):
            break
        await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Start", exact=True)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(composer(page)).to_be_focused()
    await scene.says(seat, "Choose", reply_markup=keys([key("One", "1"), key("Two", "2")]))
    await expect(bubble(page, "Choose")).to_be_visible()
    await _tab_back_to(page, "Two")
    await page.keyboard.press("Enter")
    tap = await scene.hears("callback_query")
    await scene.call("answerCallbackQuery", callback_query_id=tap["id"])
    await _tab_back_to(page, "Choose")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitem", name="Reply")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(composer(page)).to_be_focused()
    await page.keyboard.press("Escape")
    await _tab_back_to(page, "Choose")
    await page.keyboard.press("h")
    await expect(composer(page)).to_have_value("h")


async def test_a_phone_shows_one_pane_and_the_way_back(scene: Scene) -> None:
    seat = scene.customer()
    await scene.says(seat, "https://carrier.example/" + "track" * 60 + " <code>" + "0" * 200 + "</code> " + "W" * 300)
    await scene.says(seat, "مرحبا، أين الطرد؟")
    page = await scene.talks(seat, size=PHONE, touch=True)
    assert await page.evaluate(NARROW)
    assert await page.locator(".log").evaluate("log => log.scrollWidth <= log.clientWidth")
    await expect(page.get_by_role("navigation", name="Chats")).to_be_hidden()
    await page.get_by_role("button", name="Back to the chat list").click()
    await expect(page.get_by_role("navigation", name="Chats")).to_be_visible()
    await expect(composer(page)).to_be_hidden()
    assert await page.evaluate(NARROW)
    await page.get_by_role("button", name="Bote").click()
    await expect(composer(page)).to_be_visible()
    await page.go_back()
    await expect(page.get_by_role("navigation", name="Chats")).to_be_visible()


async def _tab_back_to(page: Page, text: str) -> None:
    for _ in range(20):
        await page.keyboard.press("Shift+Tab")
        if text in (await page.evaluate("document.activeElement.textContent")):
            return
    raise AssertionError(f"{text!r} cannot be reached with the keyboard")
