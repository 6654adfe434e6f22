"""Posts of the community channel: at their time, corrected in place, pinned, quiet, over on their day."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.broadcasts.buttons import Button
from bot.broadcasts.campaigns import get_campaign
from bot.broadcasts.channel import edit_post
from bot.broadcasts.models import Recipient
from bot.broadcasts.posting import mind_posts
from bot.broadcasts.preflight import describe
from bot.broadcasts.readiness import preflight
from bot.broadcasts.rules import ChangedMeanwhileError, NotReadyError, Status, WrongStatusError
from bot.broadcasts.running import cancel, pause, resume, schedule, start
from bot.config import LOCALES, Settings
from bot.outbox.errors import Refused
from bot.outbox.models import Push
from tests.support.offers import MARKETER, a_campaign
from tests.support.postman import NOON, Call, Postman, drained

CHANNEL = -1_000_000_001_002
HOUR = timedelta(hours=1)
LINK = Button("aaaa1111", "link", "https://shop.example/socken", {"de": "Ansehen"})


@pytest.fixture
def shop(database: Settings) -> Settings:
    return database.model_copy(
        update={"community_chat_id": CHANNEL, "default_locale": "de", "public_url": "https://go.example"}
    )


async def _post(**edits: Any) -> int:
    return await a_campaign(**({"kind": "channel", "texts": {"de": "Neu: <b>Socken</b>"}} | edits))


async def _round(shop: Settings, postman: Postman, now: datetime = NOON) -> None:
    await mind_posts(shop, now=now)
    await drained(shop, postman, now)
    await mind_posts(shop, now=now)
    await drained(shop, postman, now)


async def _posted(shop: Settings, postman: Postman, **edits: Any) -> int:
    campaign_id = await _post(**edits)
    await start(campaign_id, by=MARKETER, settings=shop, now=NOON)
    await _round(shop, postman)
    return campaign_id


def _methods(postman: Postman) -> list[str]:
    return [call.method for call in postman.calls]


def _last(postman: Postman) -> Call:
    return postman.calls[-1]


async def test_a_post_goes_to_the_channel_once_with_its_label_and_no_button_against_offers(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await _posted(shop, postman)
    await _round(shop, postman)
    [call] = postman.calls
    assert (call.chat_id, call.method) == (CHANNEL, "sendMessage")
    assert call.text.endswith("Neu: <b>Socken</b>")
    assert "Anzeige" in call.text
    assert "reply_markup" not in call.params
    assert (await get_campaign(campaign_id)).status is Status.FINISHED


async def test_several_languages_are_one_post_the_shops_own_first(shop: Settings) -> None:
    postman = Postman()
    await _posted(shop, postman, texts={"fr": "Chaussettes", "de": "Socken", "lb": "Strëmp"})
    [call] = postman.calls
    assert call.text.endswith("🇩🇪 Socken\n\n🇫🇷 Chaussettes\n\n🇱🇺 Strëmp")


async def test_a_scheduled_post_comes_at_its_time_and_not_before(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await _post(when_kind="at", send_at=NOON + HOUR)
    await schedule(campaign_id, by=MARKETER, settings=shop, now=NOON)
    await _round(shop, postman, NOON + HOUR - timedelta(seconds=1))
    assert postman.calls == []
    await _round(shop, postman, NOON + HOUR)
    assert _methods(postman) == ["sendMessage"]


async def test_at_night_a_post_waits_for_the_morning_and_the_check_says_so(shop: Settings) -> None:
    postman, night = Postman(), NOON.replace(hour=22)
    campaign_id = await _post(when_kind="at", send_at=night)
    found, _ = await preflight(await get_campaign(campaign_id), settings=shop, now=NOON)
    assert [(each.code, each.blocks) for each in found] == [("post_waits", False)]
    assert "2026-11-19 08:00" in describe(found[0], "de")
    await schedule(campaign_id, by=MARKETER, settings=shop, now=NOON)
    await _round(shop, postman, night)
    assert postman.calls == []
    await _round(shop, postman, NOON + timedelta(days=1))
    assert _methods(postman) == ["sendMessage"]


async def test_an_edit_changes_the_same_message(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await _posted(shop, postman, buttons=[LINK])
    [push] = await Push.filter(method="sendMessage")
    seen = await get_campaign(campaign_id)
    await edit_post(campaign_id, version=seen.version, by=MARKETER, settings=shop, now=NOON, texts={"de": "Doch nicht"})
    await _round(shop, postman)
    assert _last(postman).method == "editMessageText"
    assert _last(postman).params["message_id"] == push.message_id
    assert _last(postman).text.endswith("Doch nicht")
    assert _last(postman).params["reply_markup"] == postman.calls[0].params["reply_markup"]
    with pytest.raises(ChangedMeanwhileError):
        await edit_post(campaign_id, version=seen.version, by=MARKETER, settings=shop, now=NOON, texts={"de": "Alt"})


async def test_an_edit_of_what_still_waits_goes_out_as_it_is_then(shop: Settings) -> None:
    postman, night = Postman(), NOON.replace(hour=22)
    campaign_id = await _post()
    await start(campaign_id, by=MARKETER, settings=shop, now=night)
    seen = await get_campaign(campaign_id)
    await edit_post(campaign_id, version=seen.version, by=MARKETER, settings=shop, now=night, texts={"de": "Besser"})
    await _round(shop, postman, NOON + timedelta(days=1))
    assert [call.text.rpartition("\n")[2] for call in postman.calls] == ["Besser"]


async def test_the_caption_of_a_picture_is_edited_and_the_picture_stays(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await _posted(shop, postman, media=[{"kind": "video", "file_id": "BAAC1"}], silent=True)
    assert (postman.calls[0].method, postman.calls[0].params["disable_notification"]) == ("sendVideo", True)
    seen = await get_campaign(campaign_id)
    await edit_post(campaign_id, version=seen.version, by=MARKETER, settings=shop, now=NOON, texts={"de": "Film"})
    await _round(shop, postman)
    assert _last(postman).method == "editMessageCaption"
    assert _last(postman).params["caption"].endswith("Film")
    with pytest.raises(NotReadyError):
        await edit_post(campaign_id, version=seen.version + 1, by=MARKETER, settings=shop, now=NOON, media=[])


async def test_an_album_comes_before_its_text(shop: Settings) -> None:
    postman = Postman()
    pictures = [{"kind": "photo", "file_id": "AgAC1"}, {"kind": "video", "file_id": "BAAC1"}]
    await _posted(shop, postman, media=pictures, buttons=[LINK])
    assert _methods(postman) == ["sendMediaGroup", "sendMessage"]
    assert [each["type"] for each in postman.calls[0].params["media"]] == ["photo", "video"]
    assert "reply_markup" in _last(postman).params


async def test_a_pinned_post_is_pinned_once_and_over_on_its_day(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await _posted(shop, postman, pin=True, expires_at=NOON + 2 * HOUR, buttons=[LINK])
    await _round(shop, postman, NOON + HOUR)
    assert _methods(postman) == ["sendMessage", "pinChatMessage"]
    assert (await get_campaign(campaign_id)).status is Status.RUNNING
    await _round(shop, postman, NOON + 2 * HOUR)
    await _round(shop, postman, NOON + 3 * HOUR)
    assert _methods(postman)[2:] == ["editMessageText", "unpinChatMessage"]
    over = postman.calls[2]
    assert "vorbei" in over.text
    assert over.params["reply_markup"] == {"inline_keyboard": []}
    assert (await get_campaign(campaign_id)).status is Status.FINISHED


async def test_what_the_channel_refuses_pauses_and_is_put_up_again_once_it_is_mended(shop: Settings) -> None:
    postman = Postman().says(CHANNEL, Refused("need administrator rights in the channel chat"))
    campaign_id = await _posted(shop, postman)
    stood = await get_campaign(campaign_id)
    assert (stood.status, stood.paused_because) == (Status.PAUSED, "errors")
    await resume(campaign_id, by=MARKETER, now=NOON + HOUR)
    await _round(shop, postman, NOON + HOUR)
    assert len(postman.calls) == 2
    assert (await get_campaign(campaign_id)).status is Status.FINISHED


async def test_a_pause_takes_back_what_waits_and_resuming_puts_it_up(shop: Settings) -> None:
    postman, night, morning = Postman(), NOON.replace(hour=22), NOON + timedelta(days=1)
    campaign_id = await _post()
    await start(campaign_id, by=MARKETER, settings=shop, now=night)
    await pause(campaign_id, by=MARKETER, now=night)
    await _round(shop, postman, morning)
    assert postman.calls == []
    await resume(campaign_id, by=MARKETER, now=morning)
    await _round(shop, postman, morning)
    assert len(postman.calls) == 1


async def test_a_cancelled_post_never_comes(shop: Settings) -> None:
    postman, night = Postman(), NOON.replace(hour=22)
    campaign_id = await _post(media=[{"kind": "photo", "file_id": "A"}, {"kind": "photo", "file_id": "B"}])
    await start(campaign_id, by=MARKETER, settings=shop, now=night)
    await cancel(campaign_id, by=MARKETER, now=night)
    await _round(shop, postman, NOON + timedelta(days=1))
    assert postman.calls == []
    seen = await get_campaign(campaign_id)
    with pytest.raises(WrongStatusError):
        await edit_post(
            campaign_id, version=seen.version, by=MARKETER, settings=shop, now=NOON, texts={"de": "Zu spät"}
        )


async def test_clicks_below_a_post_have_a_token_of_their_own(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await _posted(shop, postman, buttons=[LINK])
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
    campaign_id = await _post(when_kind="at", send_at=NOON + HOUR, **edits)
    found, _ = await preflight(await get_campaign(campaign_id), settings=shop, now=NOON)
    assert code in {each.code for each in found if each.blocks}
    for locale in LOCALES:
        assert all(describe(each, locale) for each in found)
    with pytest.raises(NotReadyError):
        await schedule(campaign_id, by=MARKETER, settings=shop, now=NOON)


async def test_without_a_channel_nothing_can_be_posted(database: Settings) -> None:
    campaign_id = await _post()
    with pytest.raises(NotReadyError):
        await start(campaign_id, by=MARKETER, settings=database, now=NOON)
    await mind_posts(database, now=NOON)
