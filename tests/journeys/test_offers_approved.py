"""An offer from its first word to its last recipient: a marketer, somebody who approves, three customers."""

from collections.abc import AsyncIterator
from functools import partial

import pytest

from bot.broadcasts.campaigns import create
from bot.broadcasts.cards import mind_cards
from bot.broadcasts.models import Campaign
from bot.broadcasts.rules import Status
from bot.config import Settings
from tests.support.chat import text_of
from tests.support.offer_desk import begun, fan, is_offered, marketer, noon_of_a_wednesday, rounds, writes
from tests.support.staffed import Shop, eventually, open_shop, seen


@pytest.fixture
async def shop(database: Settings) -> AsyncIterator[Shop]:
    """Two people who see an offer are enough for a second pair of eyes."""
    async with open_shop(database, noon_of_a_wednesday(), approval_above=2) as shop:
        yield shop


async def test_an_offer_is_written_checked_approved_by_somebody_else_sent_and_counted(shop: Shop) -> None:
    mia, otto = await marketer(shop, "Mia"), await marketer(shop, "Otto")
    fans = [await fan(shop, locale) for locale in ("de", "fr", "lb")]
    campaign = await begun(shop, mia)
    await writes(mia, de="Socken für alle", fr="Des chaussettes")

    await mia.taps("Prüfen")
    mia.reads("So kann es noch nicht hinaus", "Lëtzebuergesch", "3 Personen")
    assert not any("Jetzt an" in label for label in mia.buttons)
    await mia.taps("Texte")
    await mia.taps("Fehlende Sprache: andere nehmen")
    await mia.taps("Zurück")
    mia.reads("jemand anderes", "Dauer", "Noch kein Test verschickt: DE, FR")
    await mia.taps("Um Freigabe bitten")

    await eventually(lambda: seen(otto, "braucht Ihre Freigabe"))
    await otto.taps("Ansehen")
    otto.reads("Socken", "3 Personen")
    await otto.taps("Vorschau")
    await otto.taps("👁 FR")
    otto.has_read("Publicité de Laden", "Des chaussettes")
    await otto.taps("✅ Freigeben", message_id=next(m["message_id"] for m in otto.seen if "braucht" in text_of(m)))
    await eventually(lambda: seen(mia, "Otto hat"))
    await mia.taps("Ansehen")
    await mia.taps("Prüfen")
    await mia.taps("Jetzt an 3 Personen senden")
    await otto.taps("Ansehen", message_id=next(m["message_id"] for m in otto.seen if "freigegeben" in text_of(m)))
    await otto.taps("Live mitlesen")
    await eventually(partial(seen, otto, "0 % (0 von 3)"))
    answer = await otto.taps("Live mitlesen")
    assert "schon in diesem Chat" in answer["text"]
    await rounds(shop)

    for person, text in zip(fans, ("Socken für alle", "Des chaussettes", "Socken für alle"), strict=True):
        await eventually(partial(seen, person, text))
    fans[0].has_read("Anzeige von Laden", "Socken für alle")
    fans[1].has_read("Publicité de Laden", "Des chaussettes")
    fans[2].has_read("Reklamm vun Laden", "Socken für alle")
    await rounds(shop)
    for marketer_ in (mia, otto):
        await eventually(partial(seen, marketer_, "100 % (3 von 3)"))
    assert (await Campaign.get(id=campaign.id)).status == Status.FINISHED
    await mia.taps("Ansehen")
    mia.reads("Zugestellt: 3 von 3", "Verloren: 0")


async def test_nobody_approves_their_own_and_a_change_ends_an_approval(shop: Shop) -> None:
    mia, otto = await marketer(shop, "Mia"), await marketer(shop, "Otto")
    for locale in ("de", "fr", "lb"):
        await fan(shop, locale)
    campaign = await begun(shop, mia)
    await writes(mia, de="Socken", fr="Chaussettes", lb="Strëmp")
    await mia.taps("Prüfen")
    await mia.taps("Um Freigabe bitten")
    assert not any(label == "✅ Freigeben" for label in mia.buttons)
    await eventually(lambda: seen(otto, "braucht Ihre Freigabe"))
    await mia.taps("Zurück")
    await writes(mia, de="Etwas ganz anderes")

    answer = await otto.taps("Freigeben")
    assert "geändert" in answer["text"]
    assert (await Campaign.get(id=campaign.id)).approved_version is None


async def test_a_campaign_is_paused_resumed_and_cancelled_with_a_second_tap(shop: Shop) -> None:
    mia = await marketer(shop, "Mia")
    anna = await fan(shop, "de")
    campaign = await begun(shop, mia)
    await writes(mia, de="Socken")
    await mia.taps("Prüfen")
    await mia.taps("Jetzt an eine Person senden")
    await mind_cards(shop.town.settings, now=shop.town.clock.now())
    await eventually(partial(seen, mia, "0 %"))
    mia.has_read("0 %", "gerade erst begonnen")  # nothing holds it
    await mia.taps("Anhalten")
    assert (await Campaign.get(id=campaign.id)).status == Status.PAUSED
    await rounds(shop)
    assert not await seen(anna, "Socken")
    await eventually(partial(is_offered, mia, "▶️ Weiter"))
    await mia.taps("🚫 Abbrechen")
    assert (await Campaign.get(id=campaign.id)).status == Status.PAUSED
    await mia.taps("Ja, abbrechen")
    assert (await Campaign.get(id=campaign.id)).status == Status.CANCELLED


async def test_the_check_tells_of_which_texts_nobody_has_had_a_test_as_they_are_now(shop: Shop) -> None:
    mia = await marketer(shop, "Mia")
    now = shop.town.clock.now()
    await create("Socken", author_id=mia.id, now=now, texts={"de": "Socken für alle", "fr": "Des chaussettes"})
    await mia.says("/offers")
    await mia.taps("Socken")
    await mia.taps("Prüfen")
    mia.reads("Noch kein Test verschickt: DE, FR")
    await mia.taps("Vorschau")
    await mia.taps("Test an mich")
    await eventually(lambda: seen(mia, "Anzeige von Laden"))
    await mia.taps("Zurück")
    mia.has_read("Noch kein Test verschickt: FR")
    await mia.taps("Zurück")
    await writes(mia, de="Socken für alle!")
    await mia.taps("Prüfen")
    mia.has_read("Noch kein Test verschickt: FR", "Seit dem letzten Test geändert: DE")
