"""Two marketers at the same draft: what one has written is never lost without a word, and nobody sends what they have
not seen."""

from collections.abc import AsyncIterator
from functools import partial

import pytest

from bot.broadcasts.campaigns import create, get_campaign
from bot.broadcasts.rules import Status
from bot.callbacks import ApproveOffer
from bot.config import Locale, Settings
from handlers.keyboards import one_button
from tests.support.chat import Person
from tests.support.offer_desk import begun, fan, marketer, noon_of_a_wednesday, rounds, writes
from tests.support.staffed import Shop, eventually, open_shop, seen

CHANGED = "inzwischen geändert"


@pytest.fixture
async def shop(database: Settings) -> AsyncIterator[Shop]:
    async with open_shop(database, noon_of_a_wednesday()) as shop:
        yield shop


async def both_at(shop: Shop) -> tuple[Person, Person, int]:
    """Both have the texts of the same draft open."""
    mia, otto = await marketer(shop, "Mia"), await marketer(shop, "Otto")
    texts: dict[Locale, str] = {"de": "Socken", "fr": "Chaussettes"}
    campaign_id = await create("Socken", author_id=mia.id, now=shop.town.clock.now(), texts=texts)
    for person in (mia, otto):
        await person.says("/offers")
        await person.taps("Socken")
    return mia, otto, campaign_id


async def test_the_second_to_write_is_told_sees_what_the_first_wrote_and_may_write_again(shop: Shop) -> None:
    mia, otto, campaign_id = await both_at(shop)
    for person in (mia, otto):
        await person.taps("Texte")
    await mia.says("Warme Socken")
    await otto.says("Kalte Socken")
    otto.has_read(CHANGED)
    otto.reads("Warme Socken")
    assert (await get_campaign(campaign_id)).texts["de"] == "Warme Socken"
    await otto.says("Kalte Socken")
    assert (await get_campaign(campaign_id)).texts["de"] == "Kalte Socken"


async def test_a_tap_on_what_has_changed_meanwhile_changes_nothing_else(shop: Shop) -> None:
    mia, otto, campaign_id = await both_at(shop)
    for person in (mia, otto):
        await person.taps("Empfänger")
        await person.taps("Sprache")
    await mia.taps("Français")
    answer = await otto.taps("Français")
    assert CHANGED in answer["text"]
    assert (await get_campaign(campaign_id)).segment.languages == ("fr",)
    await otto.taps("Deutsch")
    assert set((await get_campaign(campaign_id)).segment.languages) == {"fr", "de"}


async def test_nobody_sends_what_was_changed_after_they_had_checked_it(shop: Shop) -> None:
    mia, otto, campaign_id = await both_at(shop)
    anna = await fan(shop, "de")
    await writes(mia, en="Socks", lb="Strëmp")
    await mia.taps("Prüfen")
    await otto.taps("Zurück")
    await otto.taps("Socken")
    await writes(otto, de="Ganz anderes")
    answer = await mia.taps("Jetzt an eine Person senden")
    assert CHANGED in answer["text"]
    assert (await get_campaign(campaign_id)).status is Status.DRAFT
    await mia.taps("Jetzt an eine Person senden")
    await rounds(shop)
    await eventually(partial(seen, anna, "Ganz anderes"))


async def test_an_author_cannot_approve_by_any_way(shop: Shop) -> None:
    shop.town.settings.approval_above = 0
    mia, otto = await marketer(shop, "Mia"), await marketer(shop, "Otto")
    await fan(shop, "de")
    campaign = await begun(shop, mia)
    await writes(mia, de="Socken", en="Socks", fr="Chaussettes", lb="Strëmp")
    await mia.taps("Prüfen")
    assert not any("Freigeben" in label or "Jetzt an" in label for label in mia.buttons)
    await mia.taps("Um Freigabe bitten")
    await eventually(partial(seen, otto, "braucht Ihre Freigabe"))
    version = (await get_campaign(campaign.id)).version
    assert otto.data_of("✅ Freigeben")[1] == ApproveOffer(campaign_id=campaign.id, version=version).pack()

    key = one_button("Freigeben", ApproveOffer(campaign_id=campaign.id, version=version))  # as if the card were theirs
    await shop.town.bot.send_message(mia.id, "Weitergeleitet", reply_markup=key)
    answer = await mia.taps("Freigeben")
    assert "nicht selbst freigeben" in answer["text"]
    assert not (await get_campaign(campaign.id)).is_approved
    await otto.taps("✅ Freigeben")
    assert (await get_campaign(campaign.id)).is_approved
