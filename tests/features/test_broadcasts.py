"""A campaign from the draft to the last message, through the real outbox."""

from datetime import timedelta

import pytest

from bot.broadcasts.audience import count_audience
from bot.broadcasts.buttons import Button
from bot.broadcasts.campaigns import approve, create, duplicate, edit, get_campaign
from bot.broadcasts.expanding import expand, mind_campaigns
from bot.broadcasts.rules import ChangedMeanwhileError, NotReadyError, OwnApprovalError, Status, WrongStatusError
from bot.broadcasts.running import cancel, pause, resume, schedule, start, unschedule
from bot.broadcasts.segments import Segment
from bot.callbacks import OfferTap, StopOffers
from bot.config import Settings
from bot.customers.models import Chat
from bot.outbox.consent import never_again
from bot.outbox.listing import own_pushes
from bot.outbox.models import Push
from tests.support.builders import a_product
from tests.support.offers import (
    APPROVER,
    MARKETER,
    TEXTS,
    a_campaign,
    a_fan,
    callbacks_of,
    held,
    rounds,
    started,
)
from tests.support.postman import NOON, Postman

pytestmark = pytest.mark.usefixtures("database")
BUTTONS = [
    Button("a1b2c3d4", "link", "https://shop.example/socks?a=1", {"de": "Zum Laden", "en": "To the shop"}),
    Button("a1b2c3d5", "coupon", "SOCKS10", {"de": "Code kopieren"}),
    Button("a1b2c3d6", "product", "7", {"de": "Ansehen"}),
    Button("a1b2c3d7", "survey", "nps", {"de": "Umfrage"}),
]


async def test_everybody_gets_their_own_language_with_every_button_and_a_way_out(settings: Settings) -> None:
    settings.public_url = "https://bote.example"
    for chat_id, locale in ((1, "de"), (2, "en"), (3, "fr"), (4, "lb")):
        await a_fan(chat_id, locale=locale)
    await a_product(id=7)
    campaign_id, postman = await started(settings, buttons=BUTTONS), Postman()
    await rounds(settings, postman)

    assert {call.chat_id: call.text.split("\n\n")[1] for call in postman.calls} == dict(
        zip((1, 2, 3, 4), (TEXTS["de"], TEXTS["en"], TEXTS["fr"], TEXTS["lb"]), strict=True)
    )
    german = next(call.params for call in postman.calls if call.chat_id == 1)
    assert german["text"].startswith("Anzeige von Bote")
    rows = [row[0] for row in german["reply_markup"]["inline_keyboard"]]
    assert [row["text"] for row in rows[:2]] == ["Zum Laden", "Code kopieren"]
    assert rows[0]["url"].startswith("https://bote.example/go/")
    assert rows[0]["url"].endswith("/a1b2c3d4")
    assert rows[1]["copy_text"] == {"text": "SOCKS10"}
    assert callbacks_of(german) == [
        OfferTap(campaign_id=campaign_id, button="a1b2c3d6").pack(),
        OfferTap(campaign_id=campaign_id, button="a1b2c3d7").pack(),
        StopOffers(campaign_id=campaign_id).pack(),
    ]
    links = {call.params["reply_markup"]["inline_keyboard"][0][0]["url"] for call in postman.calls}
    assert len(links) == 4
    assert (await get_campaign(campaign_id)).status is Status.FINISHED


async def test_a_missing_language_falls_back_or_is_held_as_the_campaign_says(settings: Settings) -> None:
    await a_fan(1, locale="lb")
    await a_fan(2, locale="en")
    texts = {"de": "Socken"}
    falls_back, holds = Postman(), Postman()
    await started(settings, texts=texts, missing="fallback")
    await rounds(settings, falls_back)
    await a_fan(3)
    held_back = await started(settings, texts=texts, missing="hold", now=NOON + timedelta(days=2))
    await rounds(settings, holds, now=NOON + timedelta(days=2))

    assert sorted(falls_back.texts) == ["Advertisement by Bote\n\nSocken", "Reklamm vun Bote\n\nSocken"]
    assert holds.texts == ["Anzeige von Bote\n\nSocken"]
    assert await held(held_back) == {1: "no_language", 2: "no_language", 3: None}


async def test_only_those_who_agree_and_can_be_reached_are_in_an_audience(settings: Settings) -> None:
    await a_fan(1)
    await a_fan(2, agrees=False)
    await a_fan(3, unreachable_because="blocked", unreachable_at=NOON)
    audience = await count_audience(Segment(), settings=settings, now=NOON)
    campaign_id = await started(settings)

    assert (audience.total, audience.by_locale, audience.by_country) == (1, {"de": 1}, {None: 1})
    assert audience.withheld == {"no_consent": 1, "blocked": 1}
    assert await held(campaign_id) == {1: None}


async def test_one_person_with_several_chats_gets_it_once(settings: Settings) -> None:
    person = await a_fan(5)
    await a_fan(3, customer=person)
    await a_fan(4)
    campaign_id, postman = await started(settings), Postman()
    await rounds(settings, postman)

    assert await held(campaign_id) == {3: None, 4: None, 5: "same_person"}
    assert {call.chat_id for call in postman.calls} == {3, 4}


async def test_who_unsubscribes_between_the_start_and_the_sending_gets_nothing(settings: Settings) -> None:
    for chat_id in (1, 2, 3):
        await a_fan(chat_id)
    campaign_id, postman = await started(settings), Postman()
    await never_again(1, "promo", now=NOON)  # before it is handed to the outbox
    await mind_campaigns(settings, now=NOON)
    await never_again(2, "promo", now=NOON)  # while it waits there
    await rounds(settings, postman)

    assert [call.chat_id for call in postman.calls] == [3]
    whys = {push.chat_id: push.why for push in await Push.all()}
    assert whys == {1: "no_consent", 2: "no_consent", 3: None}
    assert (await get_campaign(campaign_id)).status is Status.FINISHED


async def test_a_paused_campaign_sends_nothing_until_it_is_resumed(settings: Settings) -> None:
    for chat_id in range(1, 6):
        await a_fan(chat_id)
    campaign_id, postman = await started(settings), Postman()
    await expand(campaign_id, now=NOON, page=3)
    await pause(campaign_id, by=MARKETER, now=NOON)
    await rounds(settings, postman, times=2)
    assert postman.calls == []
    assert {push.why for push in await Push.all()} == {"paused"}

    await resume(campaign_id, by=MARKETER, now=NOON)
    await rounds(settings, postman)

    assert sorted(call.chat_id for call in postman.calls) == [1, 2, 3, 4, 5]
    assert (await get_campaign(campaign_id)).status is Status.FINISHED


async def test_a_cancelled_campaign_takes_back_what_waits_and_says_why_of_everybody(settings: Settings) -> None:
    for chat_id in range(1, 6):
        await a_fan(chat_id)
    campaign_id, postman = await started(settings), Postman()
    await expand(campaign_id, now=NOON, page=3)
    await cancel(campaign_id, by=MARKETER, now=NOON)
    await rounds(settings, postman, times=2)

    assert postman.calls == []
    assert {push.chat_id: (push.status, push.why) for push in await Push.all()} == dict.fromkeys(
        (1, 2, 3), ("skipped", "cancelled")
    )
    assert await held(campaign_id) == {1: None, 2: None, 3: None, 4: "cancelled", 5: "cancelled"}


async def test_an_order_of_steps_that_makes_no_sense_changes_nothing(settings: Settings) -> None:
    await a_fan(1)
    campaign_id = await a_campaign()
    with pytest.raises(WrongStatusError):
        await pause(campaign_id, by=MARKETER, now=NOON)
    await start(campaign_id, by=MARKETER, settings=settings, now=NOON)
    with pytest.raises(WrongStatusError):
        await schedule(campaign_id, by=MARKETER, settings=settings, now=NOON)
    for verb in (unschedule, resume):
        with pytest.raises(WrongStatusError):
            await verb(campaign_id, by=MARKETER, now=NOON)
    with pytest.raises(WrongStatusError):
        await start(campaign_id, by=MARKETER, settings=settings, now=NOON)
    with pytest.raises(WrongStatusError):
        await edit(campaign_id, version=2, by=MARKETER, now=NOON, title="Zu spät")

    assert len(await held(campaign_id)) == 1


async def test_what_blocks_is_found_when_it_is_started_and_when_it_is_scheduled(settings: Settings) -> None:
    await a_fan(1, locale="fr")
    campaign_id = await a_campaign(texts={"de": "Socken"}, when_kind="at", send_at=NOON + timedelta(hours=1))
    with pytest.raises(NotReadyError):
        await start(campaign_id, by=MARKETER, settings=settings, now=NOON)
    with pytest.raises(NotReadyError):
        await schedule(campaign_id, by=MARKETER, settings=settings, now=NOON)

    assert await held(campaign_id) == {}
    assert (await get_campaign(campaign_id)).status is Status.DRAFT


async def test_a_crowd_needs_somebody_elses_approval_of_what_is_sent(settings: Settings) -> None:
    settings.approval_above = 1
    for chat_id in (1, 2):
        await a_fan(chat_id)
    campaign_id = await a_campaign()
    with pytest.raises(NotReadyError):
        await start(campaign_id, by=MARKETER, settings=settings, now=NOON)
    await approve(campaign_id, version=(await get_campaign(campaign_id)).version, by=APPROVER, now=NOON)

    assert await start(campaign_id, by=MARKETER, settings=settings, now=NOON) == 2


async def test_two_who_edit_at_once_do_not_overwrite_each_other() -> None:
    campaign_id = await create("Socken", author_id=MARKETER, now=NOON)
    await edit(campaign_id, version=1, by=MARKETER, now=NOON, texts={"de": "Eins"})
    with pytest.raises(ChangedMeanwhileError):
        await edit(campaign_id, version=1, by=APPROVER, now=NOON, texts={"de": "Zwei"})

    assert (await get_campaign(campaign_id)).texts == {"de": "Eins"}


async def test_an_approval_is_of_one_version_and_never_ones_own() -> None:
    campaign_id = await a_campaign()
    seen = await get_campaign(campaign_id)
    with pytest.raises(OwnApprovalError):
        await approve(campaign_id, version=seen.version, by=MARKETER, now=NOON)
    await approve(campaign_id, version=seen.version, by=APPROVER, now=NOON)
    assert (await get_campaign(campaign_id)).is_approved

    await edit(campaign_id, version=seen.version, by=MARKETER, now=NOON, title="Anders")
    assert not (await get_campaign(campaign_id)).is_approved


async def test_a_copy_says_the_same_and_is_a_draft_that_nobody_has_approved(settings: Settings) -> None:
    await a_fan(1)
    segment = Segment(languages=("de",))
    await a_product(id=7)
    source = await started(settings, segment=segment, buttons=BUTTONS, missing="hold", silent=True)
    copy = await get_campaign(await duplicate(source, author_id=APPROVER, now=NOON))

    assert (copy.status, copy.texts, copy.segment, copy.buttons) == (Status.DRAFT, TEXTS, segment, tuple(BUTTONS))
    assert (copy.missing, copy.silent, copy.copied_from, copy.author_id) == ("hold", True, source, APPROVER)
    assert not copy.is_approved


async def test_it_starts_at_its_time_and_not_before(settings: Settings) -> None:
    await a_fan(1)
    later, postman = NOON + timedelta(hours=1), Postman()
    campaign_id = await a_campaign(when_kind="at", send_at=later)
    await schedule(campaign_id, by=MARKETER, settings=settings, now=NOON)
    await rounds(settings, postman)
    assert postman.calls == []

    await rounds(settings, postman, now=later)

    assert [call.chat_id for call in postman.calls] == [1]


async def test_a_hundred_thousand_rows_would_not_hold_the_text_and_the_lists_show_it_all_the_same(
    settings: Settings,
) -> None:
    await a_fan(1)
    await started(settings)
    await rounds(settings, Postman())

    [row] = await Push.all()
    assert set(row.params) == {"token"}
    [listed] = await own_pushes(1, locale="de")
    assert str(listed.text).endswith(TEXTS["de"])


async def test_who_comes_back_after_blocking_the_bot_is_in_the_next_audience(settings: Settings) -> None:
    await a_fan(1, unreachable_because="blocked", unreachable_at=NOON)
    assert (await count_audience(Segment(), settings=settings, now=NOON)).total == 0
    await Chat.filter(id=1).update(unreachable_because=None, unreachable_at=None)

    assert (await count_audience(Segment(), settings=settings, now=NOON)).total == 1
