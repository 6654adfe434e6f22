"""What is in the channel is corrected, pinned and ended where it stands."""

from datetime import timedelta
from typing import Any

import pytest

from bot.broadcasts.campaigns import get_campaign
from bot.broadcasts.correcting import CorrectionError, MediaFixedError, edit_post, end_now, set_pin
from bot.broadcasts.posted import find_posted
from bot.broadcasts.rules import ChangedMeanwhileError, Status, WrongStatusError
from bot.broadcasts.running import start
from bot.config import Settings
from bot.outbox.models import Push
from tests.support.channel import HOUR, LINK, a_post, last, methods, posted, round_of, with_channel
from tests.support.offers import MARKETER
from tests.support.postman import NOON, Postman


@pytest.fixture
def shop(database: Settings) -> Settings:
    return with_channel(database)


async def _corrected(campaign_id: int, shop: Settings, postman: Postman, **edits: Any) -> None:
    version = (await get_campaign(campaign_id)).version
    await edit_post(campaign_id, version=version, by=MARKETER, settings=shop, now=NOON, **edits)
    await round_of(shop, postman)


async def test_an_edit_changes_the_same_message(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await posted(shop, postman, buttons=[LINK])
    [push] = await Push.filter(method="sendMessage")
    seen = await get_campaign(campaign_id)
    await edit_post(campaign_id, version=seen.version, by=MARKETER, settings=shop, now=NOON, texts={"de": "Doch nicht"})
    await round_of(shop, postman)
    assert last(postman).method == "editMessageText"
    assert last(postman).params["message_id"] == push.message_id
    assert last(postman).text.endswith("Doch nicht")
    assert last(postman).params["reply_markup"] == postman.calls[0].params["reply_markup"]
    with pytest.raises(ChangedMeanwhileError):
        await edit_post(campaign_id, version=seen.version, by=MARKETER, settings=shop, now=NOON, texts={"de": "Alt"})


async def test_an_edit_of_what_still_waits_goes_out_as_it_is_then(shop: Settings) -> None:
    postman, night = Postman(), NOON.replace(hour=22)
    campaign_id = await a_post()
    await start(campaign_id, by=MARKETER, settings=shop, now=night)
    seen = await get_campaign(campaign_id)
    await edit_post(campaign_id, version=seen.version, by=MARKETER, settings=shop, now=night, texts={"de": "Besser"})
    await round_of(shop, postman, NOON + timedelta(days=1))
    assert [call.text.rpartition("\n")[2] for call in postman.calls] == ["Besser"]


async def test_the_caption_of_a_picture_is_edited_and_the_picture_stays(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await posted(shop, postman, media=[{"kind": "video", "file_id": "BAAC1"}], silent=True)
    assert (postman.calls[0].method, postman.calls[0].params["disable_notification"]) == ("sendVideo", True)
    seen = await get_campaign(campaign_id)
    await edit_post(campaign_id, version=seen.version, by=MARKETER, settings=shop, now=NOON, texts={"de": "Film"})
    await round_of(shop, postman)
    assert last(postman).method == "editMessageCaption"
    assert last(postman).params["caption"].endswith("Film")
    with pytest.raises(MediaFixedError):
        await edit_post(campaign_id, version=seen.version + 1, by=MARKETER, settings=shop, now=NOON, media=[])


@pytest.mark.parametrize("before", [[], [{"kind": "photo", "file_id": "AgAC1"}]])
async def test_a_picture_is_exchanged_or_added_in_place_and_what_comes_after_is_its_caption(
    shop: Settings, before: list[dict[str, str]]
) -> None:
    postman = Postman()
    campaign_id = await posted(shop, postman, media=before, buttons=[LINK])
    film = {"kind": "video", "file_id": "BAAC1"}
    await _corrected(campaign_id, shop, postman, media=[film])
    await _corrected(campaign_id, shop, postman, texts={"de": "Film"})
    assert methods(postman)[1:] == ["editMessageMedia", "editMessageCaption"]
    told = postman.calls[1].params
    assert (told["media"]["type"], told["media"]["media"]) == ("video", "BAAC1")
    assert told["media"]["caption"].endswith("Neu: <b>Socken</b>")
    assert told["reply_markup"] == postman.calls[0].params["reply_markup"]
    assert last(postman).params["caption"].endswith("Film")


async def test_the_picture_of_a_post_that_waits_is_the_one_that_is_sent(shop: Settings) -> None:
    postman, night = Postman(), NOON.replace(hour=22)
    campaign_id = await a_post()
    await start(campaign_id, by=MARKETER, settings=shop, now=night)
    seen = await get_campaign(campaign_id)
    photo = [{"kind": "photo", "file_id": "AgAC1"}]
    await edit_post(campaign_id, version=seen.version, by=MARKETER, settings=shop, now=night, media=photo)
    await round_of(shop, postman, NOON + timedelta(days=1))
    assert methods(postman) == ["sendPhoto"]


async def test_a_correction_that_the_check_would_block_changes_nothing_and_says_what(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await posted(shop, postman)
    seen = await get_campaign(campaign_id)
    wrong: tuple[tuple[Any, str], ...] = (
        ({"texts": {"de": "30 % billiger"}}, "reduction_unclear"),
        ({"texts": {"de": ""}}, "no_text"),
    )
    for edits, code in wrong:
        with pytest.raises(CorrectionError) as refused:
            await edit_post(campaign_id, version=seen.version, by=MARKETER, settings=shop, now=NOON, **edits)
        assert refused.value.finding.code == code
    await round_of(shop, postman)
    assert len(postman.calls) == 1
    assert await get_campaign(campaign_id) == seen


async def test_it_is_pinned_and_unpinned_as_often_as_somebody_wants(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await posted(shop, postman)
    for pin in (True, True, False, True):
        version = (await get_campaign(campaign_id)).version
        await set_pin(campaign_id, pin=pin, version=version, by=MARKETER, settings=shop, now=NOON)
        await round_of(shop, postman)
    assert methods(postman)[1:] == ["pinChatMessage", "unpinChatMessage", "pinChatMessage"]
    stands = await find_posted(campaign_id, settings=shop)
    assert stands is not None
    assert stands.pinned


async def test_somebody_ends_it_before_its_day_and_what_is_corrected_later_stays_over(shop: Settings) -> None:
    postman = Postman()
    campaign_id = await posted(shop, postman, pin=True, buttons=[LINK], expires_at=NOON + 9 * HOUR)
    version = (await get_campaign(campaign_id)).version
    await end_now(campaign_id, version=version, by=MARKETER, settings=shop, now=NOON + HOUR)
    await round_of(shop, postman, NOON + HOUR)
    assert methods(postman)[2:] == ["editMessageText", "unpinChatMessage"]
    ended = await get_campaign(campaign_id)
    assert ended.status is Status.FINISHED
    with pytest.raises(WrongStatusError):
        await end_now(campaign_id, version=ended.version, by=MARKETER, settings=shop, now=NOON + 2 * HOUR)
    await edit_post(
        campaign_id, version=ended.version, by=MARKETER, settings=shop, now=NOON + 2 * HOUR, texts={"de": "Vergriffen"}
    )
    await round_of(shop, postman, NOON + 2 * HOUR)
    assert "vorbei" in last(postman).text
    assert last(postman).params["reply_markup"] == {"inline_keyboard": []}
