"""The same words and the same numbers before an offer is sent, while it is, and after: whoever it was begun for."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import pytest

from bot.broadcasts.campaigns import create
from bot.broadcasts.expanding import mind_campaigns
from bot.broadcasts.running import begin
from bot.config import Settings
from bot.customers.holds import open_hold
from bot.customers.models import Link
from tests.support.builders import a_product
from tests.support.chat import Person, text_of
from tests.support.offer_desk import begun, fan, marketer, noon_of_a_wednesday, rounds, writes
from tests.support.staffed import Shop, eventually, open_shop, seen
from tests.support.webchat import png

HOUR = timedelta(hours=1)


@pytest.fixture
async def shop(database: Settings) -> AsyncIterator[Shop]:
    async with open_shop(database, noon_of_a_wednesday()) as shop:
        yield shop


async def has_trouble(shop: Shop, person: Person) -> None:
    link = await Link.get(chat_id=person.id)
    await open_hold(link.customer_id, reason="case", subject="case:1", now=shop.town.clock.now())


def card_of(mia: Person) -> str:
    """What follows it by itself; the screen of the results has more."""
    texts = [text_of(each) for each in mia.seen]
    return next(text for text in reversed(texts) if "▰" in text and "Verloren" not in text)


async def is_over(shop: Shop, mia: Person, total: int) -> bool:
    await rounds(shop)
    return await seen(mia, f"100 % ({total} von {total})")


async def is_delivered(shop: Shop, mia: Person) -> bool:
    await rounds(shop)
    return await seen(mia, "50 % (1 von 2)")


async def test_who_is_in_trouble_is_told_before_withheld_and_counted_after(shop: Shop) -> None:
    mia = await marketer(shop, "Mia")
    fans = [await fan(shop, "de") for _ in range(3)]
    await has_trouble(shop, fans[2])
    await begun(shop, mia)
    await writes(mia, de="Warme Socken")
    await mia.taps("Empfänger")
    mia.reads("2 Personen bekommen es", "Empfängerkreis: 3", "Zurückgehalten: 1")
    await mia.taps("Zurück")
    await mia.taps("Prüfen")
    mia.reads("2 Personen bekommen es", "Empfängerkreis: 3", "Zurückgehalten: 1", "Nicht im Empfängerkreis: 1")
    await mia.taps("Jetzt an 2 Personen senden")

    await eventually(partial(is_over, shop, mia, 3))
    for words in ("Zugestellt: 2 von 3", "Zurückgehalten: 1"):
        assert words in card_of(mia)
    await mia.taps("Ansehen")
    mia.reads("Zugestellt: 2 von 3", "Zurückgehalten: 1", "1: bei uns ist noch ein Anliegen offen", "100 % (3 von 3)")
    assert not await seen(fans[2], "Warme Socken")


async def test_a_language_without_a_text_is_not_in_the_audience_at_any_time(shop: Shop) -> None:
    mia = await marketer(shop, "Mia")
    for locale in ("de", "fr"):
        await fan(shop, locale)
    await begun(shop, mia)
    await writes(mia, de="Warme Socken")
    await mia.taps("Texte")
    await mia.taps("nicht senden")
    await mia.taps("Zurück")
    await mia.taps("Prüfen")
    mia.reads("Eine Person", "1: es gibt keinen Text in dieser Sprache")
    await mia.taps("Jetzt an eine Person senden")
    await eventually(partial(is_over, shop, mia, 1))
    await mia.taps("Ansehen")
    mia.reads("Zugestellt: 1 von 1", "Nicht im Empfängerkreis: 1", "1: es gibt keinen Text in dieser Sprache")


async def test_whom_it_has_not_reached_on_its_last_day_is_withheld_and_the_figures_add_up(shop: Shop) -> None:
    mia = await marketer(shop, "Mia")
    anna, chloe = await fan(shop, "de"), await fan(shop, "fr")
    settings, now = shop.town.settings, shop.town.clock.now()
    earlier = await create("Mützen", author_id=mia.id, now=now, texts={"fr": "Des bonnets"}, missing="hold")
    await begin(earlier, by=None, settings=settings, now=now)
    await mind_campaigns(settings, now=now)
    await eventually(partial(seen, chloe, "Des bonnets"))

    await begun(shop, mia)
    await writes(mia, de="Warme Socken", fr="Des chaussettes")
    await mia.taps("Zeit")
    await mia.taps("Bis wann")
    ends = (now + 25 * HOUR).astimezone(settings.time_zone)
    await mia.says(f"{ends:%d.%m.%Y %H:%M}")
    mia.reads("Danach nicht mehr")
    await mia.taps("Zurück")
    await mia.taps("Prüfen")
    mia.reads("Wartet noch: etwa 1")
    await mia.taps("Jetzt an 2 Personen senden")
    await rounds(shop)
    await eventually(partial(seen, anna, "Warme Socken"))
    await eventually(partial(is_delivered, shop, mia))
    await mia.taps("Ansehen")
    mia.reads("50 % (1 von 2)", "Zugestellt: 1 von 2", "Wartet noch: 1", "Kontaktbudget jedes Empfängers")

    shop.town.clock.advance(26 * HOUR)  # at once: nobody has sent anything in between
    await eventually(partial(is_over, shop, mia, 2))
    assert "Zugestellt: 1 von 2" in card_of(mia)
    assert "Zurückgehalten: 1" in card_of(mia)
    await mia.taps("Neu")
    mia.reads("Zugestellt: 1 von 2", "Zurückgehalten: 1", "1: sie wäre zu spät gekommen", "Verloren: 0")
    assert not await seen(chloe, "Des chaussettes")


async def test_an_album_goes_out_as_one_and_the_text_with_its_buttons_follows(shop: Shop) -> None:
    await a_product(name={"de": "Kanne"})
    mia, anna = await marketer(shop, "Mia"), await fan(shop, "de")
    await begun(shop, mia)
    await writes(mia, de="Warme Socken")
    await mia.taps("Bilder")
    for name in ("eins.png", "zwei.png", "drei.png"):
        await mia.sends_file(name, png())
    mia.reads("3 Teile")
    await mia.taps("3")
    mia.reads("2 Teile")
    await mia.taps("Zurück")
    await mia.taps("Vorschau")
    await mia.taps("👁 DE")
    assert len([each for each in mia.seen if "photo" in each and each["from"]["is_bot"]]) == 2
    await mia.taps("Zurück")
    await mia.taps("Prüfen")
    await mia.taps("Jetzt an eine Person senden")

    await eventually(partial(is_over, shop, mia, 1))
    await anna.looks()
    album = [each for each in anna.seen if "photo" in each]
    [text] = [each for each in anna.seen if "Warme Socken" in text_of(each)]
    assert len(album) == 2
    assert len({each["media_group_id"] for each in album}) == 1
    assert all(each["message_id"] < text["message_id"] for each in album)
    assert "Keine Angebote mehr" in str(text["reply_markup"])
