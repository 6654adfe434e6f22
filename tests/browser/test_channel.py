"""The channel in the page: posts as whoever follows it sees them, on phone and desktop, in four languages."""

from __future__ import annotations

import pytest
from playwright.async_api import Route, expect

from bot.webchat.files import Upload
from bot.webchat.state import Chat
from tests.browser.scene import DESKTOP, PHONE, Scene, Size, bubble, key, keys
from tests.support.webchat import png

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SIZES = (DESKTOP, PHONE)
WORDS = {
    "de": ("Kanal · Abonnenten: 1", "In diesem Kanal schreibt nur der Shop.", "Angeheftete Nachricht"),
    "en": ("channel · Subscribers: 1", "Only the shop writes in this channel.", "Pinned message"),
    "fr": ("canal · Abonnés\u00a0: 1", "Seule la boutique écrit dans ce canal.", "Message épinglé"),
    "lb": ("Kanal · Abonnenten: 1", "An dësem Kanal schreift just de Shop.", "Ugepinnte Message"),
}


def _channel(scene: Scene, seat: int) -> Chat:
    return scene.room.add_channel("Bote-Laden", [seat])


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
async def test_posts_are_read_as_the_channels_and_nothing_can_be_written(scene: Scene, size: Size) -> None:
    seat = scene.customer()
    channel = _channel(scene, seat)
    await scene.says(channel.id, "Neu im Laden")
    page = await scene.opens(f"/?user_id={seat}&view=list", size=size)
    line = page.locator(".chat-line", has_text="Bote-Laden")
    await expect(line).to_contain_text("Neu im Laden")
    await expect(line.locator(".badge")).to_contain_text("1")
    await line.click()
    await expect(bubble(page, "Neu im Laden")).to_be_visible()
    await expect(page.locator(".composer")).to_be_hidden()
    await expect(page.locator(".read-only")).to_be_visible()
    await expect(line.locator(".badge")).to_have_count(0)  # read by being seen


@pytest.mark.parametrize("language", WORDS)
async def test_the_page_speaks_of_a_channel_in_four_languages(scene: Scene, language: str) -> None:
    seat = scene.customer(language_code=language)
    channel = _channel(scene, seat)
    post = await scene.says(channel.id, "Neu")
    await scene.call("pinChatMessage", chat_id=channel.id, message_id=post["message_id"])
    page = await scene.opens(f"/?user_id={seat}&chat_id={channel.id}", size=PHONE)
    subtitle, nobody_writes, pinned = WORDS[language]
    await expect(page.locator(".conversation .subtitle")).to_have_text(subtitle)
    await expect(page.locator(".read-only")).to_have_text(nobody_writes)
    await expect(page.locator(".pinned-name")).to_have_text(pinned)


async def test_a_pinned_post_is_at_hand_follows_its_edits_and_goes(scene: Scene) -> None:
    seat = scene.customer()
    channel = _channel(scene, seat)
    first = await scene.says(channel.id, "Die Regeln")
    for number in range(40):
        await scene.says(channel.id, f"Post {number}")
    page = await scene.opens(f"/?user_id={seat}&chat_id={channel.id}")
    strip = page.locator(".pinned-strip")
    await expect(strip).to_be_hidden()
    await scene.call("pinChatMessage", chat_id=channel.id, message_id=first["message_id"])
    await expect(strip).to_contain_text("Die Regeln")
    await strip.click()
    await expect(bubble(page, "Die Regeln")).to_be_in_viewport()
    await scene.call("editMessageText", chat_id=channel.id, message_id=first["message_id"], text="Neue Regeln")
    await expect(strip).to_contain_text("Neue Regeln")
    await expect(bubble(page, "Neue Regeln").locator(".edited")).to_be_visible()
    await scene.call("unpinChatMessage", chat_id=channel.id)
    await expect(strip).to_be_hidden()


async def test_what_is_pinned_while_the_list_of_chats_is_on_its_way_is_not_forgotten(scene: Scene) -> None:
    seat = scene.customer()
    channel = _channel(scene, seat)
    first = await scene.says(channel.id, "Die Regeln")
    page = await scene.opens(f"/?user_id={seat}&chat_id={channel.id}")
    await expect(bubble(page, "Die Regeln")).to_be_visible()

    async def answer_late(route: Route) -> None:
        answer = await route.fetch()
        await scene.call("pinChatMessage", chat_id=channel.id, message_id=first["message_id"])
        await page.wait_for_timeout(300)  # the news of it is faster than the answer
        await route.fulfill(response=answer)

    await page.route("**/api/chats?*", answer_late)
    await page.reload()
    await expect(page.locator(".pinned-strip")).to_contain_text("Die Regeln")


async def test_who_is_led_to_a_pinned_post_far_above_stays_there_whatever_comes_in(scene: Scene) -> None:
    seat = scene.customer()
    channel = _channel(scene, seat)
    first = await scene.says(channel.id, "Die Regeln")
    page = await scene.opens(f"/?user_id={seat}&chat_id={channel.id}")
    await expect(bubble(page, "Die Regeln")).to_be_in_viewport()
    await scene.call("pinChatMessage", chat_id=channel.id, message_id=first["message_id"])
    for number in range(150):
        await scene.says(channel.id, f"Post {number}")
    await expect(bubble(page, "Post 149")).to_be_in_viewport()
    await expect(page.locator(".chat-line .badge")).to_have_count(0)
    await page.reload()
    await expect(bubble(page, "Post 149")).to_be_in_viewport()
    rules = page.locator(f'[data-ids~="{first["message_id"]}"]')
    await expect(rules).to_have_count(0)
    await page.locator(".pinned-strip").click()
    await expect(rules).to_be_in_viewport()
    # In the very moment of the jump, when no scroll has been told yet.
    await page.evaluate(
        """() => {
          document.querySelector(".log").scrollTop = 1e9;
          document.querySelector(".pinned-strip").click();
          return new Promise((done) => setTimeout(done));
        }"""
    )
    await scene.says(channel.id, "Noch einer")
    await expect(bubble(page, "Noch einer")).to_have_count(1)
    await expect(rules).to_be_in_viewport()


async def test_a_quiet_post_has_a_mark_and_a_loud_one_none(scene: Scene) -> None:
    seat = scene.customer()
    channel = _channel(scene, seat)
    await scene.says(channel.id, "leise", disable_notification=True)
    await scene.says(channel.id, "laut")
    page = await scene.opens(f"/?user_id={seat}&chat_id={channel.id}")
    await expect(bubble(page, "leise").get_by_title("Sent without sound")).to_be_visible()
    await expect(bubble(page, "laut").get_by_title("Sent without sound")).to_have_count(0)


async def test_buttons_below_a_post_copy_and_answer(scene: Scene) -> None:
    seat = scene.customer()
    channel = _channel(scene, seat)
    rows = keys([key("Code kopieren", copy_text={"text": "HERBST"})], [key("Mehr", "more")])
    await scene.says(channel.id, "Gutschein", reply_markup=rows)
    page = await scene.opens(f"/?user_id={seat}&chat_id={channel.id}")
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.get_by_role("button", name="Code kopieren").click()
    await expect(page.locator("#toasts")).to_contain_text("Copied")
    assert await page.evaluate("navigator.clipboard.readText()") == "HERBST"
    await page.get_by_role("button", name="Mehr").click()
    query = await scene.hears("callback_query")
    await scene.call("answerCallbackQuery", callback_query_id=query["id"], text="Gern")
    await expect(page.locator("#toasts")).to_contain_text("Gern")


async def test_an_album_shows_photos_and_videos_side_by_side(scene: Scene) -> None:
    seat = scene.customer()
    channel = _channel(scene, seat)
    [photo] = await scene.shows(channel.id, png(300, 200))
    film = scene.room.files.add(Upload("film.mp4", "video/mp4", b"a film without pictures"), "video")
    media = [
        {"type": "photo", "media": photo["photo"][0]["file_id"], "caption": "Beides"},
        {"type": "video", "media": film.file_id},
    ]
    await scene.call("sendMediaGroup", chat_id=channel.id, media=media)
    page = await scene.opens(f"/?user_id={seat}&chat_id={channel.id}")
    album = bubble(page, "Beides")
    await expect(album.locator("img")).to_be_visible()
    await expect(album.locator("video")).to_be_visible()
    await album.locator("img").click()
    await expect(page.locator(".lightbox img")).to_be_visible()


async def test_axe_finds_nothing_in_a_channel(scene: Scene) -> None:
    seat = scene.customer()
    channel = _channel(scene, seat)
    post = await scene.says(channel.id, "Neu", disable_notification=True, reply_markup=keys([key("Mehr", "more")]))
    await scene.call("pinChatMessage", chat_id=channel.id, message_id=post["message_id"])
    page = await scene.opens(f"/?user_id={seat}&chat_id={channel.id}")
    await expect(page.locator(".pinned-strip")).to_be_visible()
    assert await scene.violations_in_every_light(page) == []
