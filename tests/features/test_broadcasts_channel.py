"""Posts of the community channel: at their time, corrected in place, pinned, quiet, over on their day."""

from datetime import timedelta
from typing import Any

import pytest

from bot.broadcasts.buttons import Button
from bot.broadcasts.campaigns import get_campaign
from bot.broadcasts.correcting import edit_post
from bot.broadcasts.links import read_link
from bot.broadcasts.listing import describe_results
from bot.broadcasts.models import Recipient
from bot.broadcasts.posting import mind_posts
from bot.broadcasts.preflight import describe
from bot.broadcasts.readiness import preflight
from bot.broadcasts.rules import NotReadyError, Status, WrongStatusError
from bot.broadcasts.running import cancel, pause, resume, schedule, start
from bot.config import LOCALES, Settings
from bot.conversations.account import remember_account
from bot.outbox.errors import Refused
from tests.support.builders import a_product
from tests.support.channel import CHANNEL, HOUR, LINK, a_post, last, methods, posted, round_of, with_channel
from tests.support.offers import MARKETER
from tests.support.postman import NOON, Postman


@pytest.fixture
def shop(database: Settings) -> Settings:
    return with_channel(database)


async def test_a_post_goes_to_the_channel_once_with_its_label_and_no_button_against_offers(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await posted(shop, postman)
    await round_of(shop, postman)
    [call] = postman.calls
    assert (call.chat_id, call.method) == (CHANNEL, "sendMessage")
    assert call.text.endswith("Neu: <b>Socken</b>")
    assert "Anzeige" in call.text
    assert "reply_markup" not in call.params
    assert (await get_campaign(campaign_id)).status is Status.FINISHED


async def test_several_languages_are_one_post_the_shops_own_first(shop: Settings) -> None:
    postman = Postman()
    await posted(shop, postman, texts={"fr": "Chaussettes", "de": "Socken", "lb": "Strëmp"})
    [call] = postman.calls
    assert call.text.endswith("🇩🇪 Socken\n\n🇫🇷 Chaussettes\n\n🇱🇺 Strëmp")


async def test_a_scheduled_post_comes_at_its_time_and_not_before(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await a_post(when_kind="at", send_at=NOON + HOUR)
    await schedule(campaign_id, by=MARKETER, settings=shop, now=NOON)
    await round_of(shop, postman, NOON + HOUR - timedelta(seconds=1))
    assert postman.calls == []
    await round_of(shop, postman, NOON + HOUR)
    assert methods(postman) == ["sendMessage"]


async def test_at_night_a_post_waits_for_the_morning_and_the_check_says_so(shop: Settings) -> None:
    postman, night = Postman(), NOON.replace(hour=22)
    campaign_id = await a_post(when_kind="at", send_at=night)
    found, _ = await preflight(await get_campaign(campaign_id), settings=shop, now=NOON)
    assert [(each.code, each.blocks) for each in found] == [("untested", False), ("post_waits", False)]
    assert "19.11.2026, 08:00" in describe(found[1], "de")
    assert "2026-11" not in describe(found[1], "en") + describe(found[1], "fr") + describe(found[1], "lb")
    await schedule(campaign_id, by=MARKETER, settings=shop, now=NOON)
    await round_of(shop, postman, night)
    assert postman.calls == []
    await round_of(shop, postman, NOON + timedelta(days=1))
    assert methods(postman) == ["sendMessage"]


async def test_a_product_and_a_survey_below_a_post_are_links_into_the_chat_with_the_bot(shop: Settings) -> None:
    await remember_account(1, "bote_bot", link_base="https://t.me/bote_bot?start=")
    product = await a_product()
    buttons = [
        Button("aaaa1111", "product", str(product.id), {"de": "Ansehen"}),
        Button("bbbb2222", "survey", "nps", {"de": "Los"}),
    ]
    postman = Postman()
    campaign_id = await posted(shop, postman, buttons=buttons)
    rows = postman.calls[0].params["reply_markup"]["inline_keyboard"]
    assert [row[0]["url"] for row in rows] == [
        f"https://t.me/bote_bot?start=offer_{campaign_id}_{button.id}" for button in buttons
    ]
    assert read_link(f"offer_{campaign_id}_bbbb2222") == (campaign_id, "bbbb2222")


async def test_an_album_comes_before_its_text(shop: Settings) -> None:
    postman = Postman()
    pictures = [{"kind": "photo", "file_id": "AgAC1"}, {"kind": "video", "file_id": "BAAC1"}]
    await posted(shop, postman, media=pictures, buttons=[LINK])
    assert methods(postman) == ["sendMediaGroup", "sendMessage"]
    assert [each["type"] for each in postman.calls[0].params["media"]] == ["photo", "video"]
    assert "reply_markup" in last(postman).params


async def test_a_pinned_post_is_pinned_once_and_over_on_its_day(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await posted(shop, postman, pin=True, expires_at=NOON + 2 * HOUR, buttons=[LINK])
    await round_of(shop, postman, NOON + HOUR)
    assert methods(postman) == ["sendMessage", "pinChatMessage"]
    assert (await get_campaign(campaign_id)).status is Status.RUNNING
    await round_of(shop, postman, NOON + 2 * HOUR)
    await round_of(shop, postman, NOON + 3 * HOUR)
    assert methods(postman)[2:] == ["editMessageText", "unpinChatMessage"]
    over = postman.calls[2]
    assert "vorbei" in over.text
    assert over.params["reply_markup"] == {"inline_keyboard": []}
    assert (await get_campaign(campaign_id)).status is Status.FINISHED


async def test_what_the_channel_refuses_pauses_and_is_put_up_again_once_it_is_mended(shop: Settings) -> None:
    postman = Postman().says(CHANNEL, Refused("need administrator rights in the channel chat"))
    campaign_id = await posted(shop, postman)
    stood = await get_campaign(campaign_id)
    assert (stood.status, stood.paused_because) == (Status.PAUSED, "errors")
    await resume(campaign_id, by=MARKETER, now=NOON + HOUR)
    await round_of(shop, postman, NOON + HOUR)
    assert len(postman.calls) == 2
    assert (await get_campaign(campaign_id)).status is Status.FINISHED


async def test_a_pause_takes_back_what_waits_and_resuming_puts_it_up(shop: Settings) -> None:
    postman, night, morning = Postman(), NOON.replace(hour=22), NOON + timedelta(days=1)
    campaign_id = await a_post()
    await start(campaign_id, by=MARKETER, settings=shop, now=night)
    await pause(campaign_id, by=MARKETER, now=night)
    await round_of(shop, postman, morning)
    assert postman.calls == []
    await resume(campaign_id, by=MARKETER, now=morning)
    await round_of(shop, postman, morning)
    assert len(postman.calls) == 1


async def test_a_cancelled_post_never_comes(shop: Settings) -> None:
    postman, night = Postman(), NOON.replace(hour=22)
    campaign_id = await a_post(media=[{"kind": "photo", "file_id": "A"}, {"kind": "photo", "file_id": "B"}])
    await start(campaign_id, by=MARKETER, settings=shop, now=night)
    await cancel(campaign_id, by=MARKETER, now=night)
    await round_of(shop, postman, NOON + timedelta(days=1))
    assert postman.calls == []
    seen = await get_campaign(campaign_id)
    with pytest.raises(WrongStatusError):
        await edit_post(
            campaign_id, version=seen.version, by=MARKETER, settings=shop, now=NOON, texts={"de": "Zu spät"}
        )


async def test_clicks_below_a_post_have_a_token_of_their_own(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await posted(shop, postman, buttons=[LINK])
    [reader] = await Recipient.filter(campaign_id=campaign_id)
    url = postman.calls[0].params["reply_markup"]["inline_keyboard"][0][0]["url"]
    assert url == f"https://go.example/go/{reader.token}/{LINK.id}"


@pytest.mark.parametrize(
    ("edits", "code"),
    [
        ({"texts": {"de": "x" * 2100, "fr": "y" * 2100}}, "post_too_long"),
        ({"texts": {"de": "x" * 1020}, "media": [{"kind": "photo", "file_id": "A"}]}, "text_too_long"),
        ({"buttons": [Button("bbbb2222", "survey", "nps", {"de": "Los"})]}, "button_in_channel"),
        ({"texts": {}}, "no_text"),
    ],
)
async def test_what_does_not_fit_is_found_before_it_is_scheduled(
    shop: Settings, edits: dict[str, Any], code: str
) -> None:
    campaign_id = await a_post(when_kind="at", send_at=NOON + HOUR, **edits)
    found, _ = await preflight(await get_campaign(campaign_id), settings=shop, now=NOON)
    assert code in {each.code for each in found if each.blocks}
    for locale in LOCALES:
        assert all(describe(each, locale) for each in found)
    with pytest.raises(NotReadyError):
        await schedule(campaign_id, by=MARKETER, settings=shop, now=NOON)


async def test_without_a_channel_nothing_can_be_posted(database: Settings) -> None:
    campaign_id = await a_post()
    with pytest.raises(NotReadyError):
        await start(campaign_id, by=MARKETER, settings=database, now=NOON)
    await mind_posts(database, now=NOON)


async def test_a_report_tells_where_a_post_stands_also_without_the_channels_setting(shop: Settings) -> None:
    campaign_id = await posted(shop, Postman())
    shop.community_chat_id = None
    told = await describe_results(campaign_id, settings=shop)
    assert told["post"]["status"] == "sent"
    assert told["post"]["message_id"]
