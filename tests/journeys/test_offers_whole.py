"""The whole way of an offer: a marketer, somebody who approves, the channel, and three customers of different fates."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import pytest

from bot.broadcasts.models import Campaign
from bot.broadcasts.posting import mind_posts
from bot.broadcasts.results import results
from bot.broadcasts.rules import Status
from bot.config import Settings
from bot.customers.models import Chat
from tests.support.chat import Person, text_of
from tests.support.offer_desk import fan, is_offered, marketer, noon_of_a_wednesday, rounds, writes
from tests.support.staffed import Shop, eventually, open_shop, seen

SOME_HOURS = timedelta(hours=4)  # six in the morning in New York becomes ten


@pytest.fixture
async def shop(database: Settings) -> AsyncIterator[Shop]:
    """Two people who see an offer are enough for a second pair of eyes."""
    async with open_shop(database, noon_of_a_wednesday(), approval_above=2) as shop:
        yield shop


async def test_an_offer_and_its_post_reach_whom_they_may_and_stop_where_they_must(shop: Shop) -> None:
    mia, otto = await marketer(shop, "Mia"), await marketer(shop, "Otto")
    anna, chloe, tom = [await fan(shop, locale) for locale in ("de", "fr", "lb")]
    await Chat.filter(id=chloe.id).update(time_zone="America/New_York")
    channel = shop.town.web.room.add_channel("Laden", (anna.id, chloe.id, tom.id))
    shop.town.settings.community_chat_id = channel.id

    campaign = await begins(mia, "Socken", "An Kunden")
    await writes(mia, de="Socken für alle", fr="Des chaussettes", lb="Strëmp")
    await approved(mia, otto)
    await mia.taps("Jetzt an 3 Personen senden")
    await tom.visitor.blocks()
    await rounds(shop)
    await eventually(partial(seen, anna, "Socken für alle"))
    anna.has_read("Anzeige von Laden", "Socken für alle")
    await eventually(partial(is_told, shop, mia, "66 % (2 von 3)"))
    await eventually(partial(is_told, shop, mia, "Zugestellt: 1 von 3"))
    assert not await seen(chloe, "chaussettes")
    await anna.taps("Keine Angebote mehr")
    anna.reads("keine Angebote mehr")

    post = await begins(otto, "Neues im Kanal", "In den Kanal")
    await writes(otto, de="Wollsocken sind da")
    await otto.taps("Prüfen")
    await otto.taps("Jetzt veröffentlichen")

    async def is_posted() -> bool:
        await mind_posts(shop.town.settings, now=shop.town.clock.now())
        read = [await reader.visitor.reads(chat_id=channel.id) for reader in (anna, chloe, tom)]
        everybody = all(any("Wollsocken" in text_of(each) for each in messages) for messages in read)
        return everybody and (await Campaign.get(id=post.id)).status == Status.FINISHED

    await eventually(is_posted)  # who wants no offers in the chat still follows the channel

    shop.town.clock.advance(SOME_HOURS)
    await rounds(shop)
    await eventually(partial(seen, chloe, "Des chaussettes"))
    chloe.has_read("Publicité de Laden", "Des chaussettes")
    await eventually(partial(is_told, shop, mia, "100 % (3 von 3)"))
    assert (await Campaign.get(id=campaign.id)).status == Status.FINISHED
    came = await results(campaign.id)
    assert (came.audience, came.delivered, came.blocked, came.unsubscribed, came.lost) == (3, 2, 1, 1, 0)

    await begins(mia, "Mützen", "An Kunden")
    await mia.taps("Empfänger")
    mia.reads("Eine Person", "FR 1")  # who has said no and who has gone are in no audience any more


async def begins(mia: Person, title: str, where: str) -> Campaign:
    await mia.says("/offers")
    await mia.taps("Neues Angebot")
    await mia.taps(where)
    await mia.says(title)
    mia.reads(title, "Entwurf")
    return await Campaign.get(title=title)


async def approved(mia: Person, otto: Person) -> None:
    """Asked for by who wrote it and given by somebody else; the writer stands at the check again."""
    await mia.taps("Prüfen")
    assert not any("Jetzt an" in label for label in mia.buttons)
    await mia.taps("Um Freigabe bitten")
    await eventually(partial(is_offered, otto, "✅ Freigeben"))
    await otto.taps("✅ Freigeben")
    await eventually(partial(seen, mia, "Otto hat"))
    await mia.taps("Ansehen")
    await mia.taps("Prüfen")


async def is_told(shop: Shop, mia: Person, words: str) -> bool:
    await rounds(shop)
    return await seen(mia, words)
