"""What a marketer makes by taps and words: texts, pictures, buttons, recipients, times, and what is refused."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, time, timedelta

import pytest

from bot.broadcasts.models import Campaign, CampaignText
from bot.broadcasts.rules import Status
from bot.config import Settings
from bot.outbox.models import Push
from tests.support.builders import a_product
from tests.support.offer_desk import begun, fan, marketer, noon_of_a_wednesday, writes
from tests.support.staffed import Shop, eventually, open_shop, seen


@pytest.fixture
async def shop(database: Settings) -> AsyncIterator[Shop]:
    """Two people who see an offer are enough for a second pair of eyes."""
    async with open_shop(database, noon_of_a_wednesday(), approval_above=2) as shop:
        yield shop


async def test_what_is_typed_keeps_its_formatting_and_what_is_too_long_loses_nothing(shop: Shop) -> None:
    mia = await marketer(shop, "Mia")
    campaign = await begun(shop, mia)
    await mia.taps("Texte")
    await mia.says("**Heute** billig & gut")
    await mia.says("x" * 4090)
    mia.has_read("zu lang", "4.096")
    assert (await CampaignText.get(campaign_id=campaign.id)).text == "<b>Heute</b> billig &amp; gut"


async def test_what_happens_to_a_missing_language_is_asked_only_while_one_is_missing(shop: Shop) -> None:
    mia = await marketer(shop, "Mia")
    await begun(shop, mia)
    await mia.taps("Texte")
    for language in ("EN", "FR", "LB", "DE"):
        assert any("Fehlende Sprache" in label for label in mia.buttons)
        await mia.taps(language)
        await mia.says(f"Text {language}")
    assert not any("Fehlende Sprache" in label for label in mia.buttons)


async def test_a_preview_is_what_is_sent_and_a_test_goes_through_the_outbox(shop: Shop) -> None:
    mia = await marketer(shop, "Mia")
    await begun(shop, mia)
    await writes(mia, de="Socken")
    await mia.taps("Vorschau")
    await mia.taps("👁 DE")
    mia.has_read("Anzeige von Laden", "Socken")
    mia.is_offered("Keine Angebote mehr")
    await mia.taps("Test an mich")
    await eventually(lambda: seen(mia, "Anzeige von Laden", times=2))
    assert await Push.filter(chat_id=mia.id, purpose="staff", status="sent").exists()


async def test_buttons_of_each_kind_are_made_by_taps_and_words(shop: Shop) -> None:
    product = await a_product(name={"de": "Kanne"})
    mia = await marketer(shop, "Mia")
    campaign = await begun(shop, mia)
    await mia.taps("Knöpfe")
    await mia.taps(" Knopf")
    await mia.taps("Link")
    await mia.says("javascript:alert(1)")
    mia.has_read("keine Adresse mit https://")
    await mia.says("https://shop.example.org/socken")
    await mia.says("Zum Laden")
    await mia.taps("Fertig")
    await mia.taps(" Knopf")
    await mia.taps("Gutscheincode")
    await mia.says("SOCKEN10")
    await mia.taps("Fertig")
    kept = (await Campaign.get(id=campaign.id)).buttons
    assert [(each["kind"], each["target"], each["labels"]["de"]) for each in kept] == [
        ("link", "https://shop.example.org/socken", "Zum Laden"),
        ("coupon", "SOCKEN10", "Code kopieren"),
    ]
    assert product.id


async def test_an_audience_is_chosen_by_taps_with_its_number_after_each(shop: Shop) -> None:
    mia = await marketer(shop, "Mia")
    for locale in ("de", "fr", "fr"):
        await fan(shop, locale)
    campaign = await begun(shop, mia)
    await mia.taps("Empfänger")
    mia.reads("3 Personen")
    await mia.taps("Sprache")
    await mia.taps("Français")
    mia.reads("2 Personen", "FR 2")
    await mia.taps("Zurück")
    await mia.taps("Letzte Bestellung")
    await mia.says("vielleicht")
    mia.has_read("Bitte schreiben Sie 90, <30 oder 30-90")
    await mia.says("30-90")
    segment = (await Campaign.get(id=campaign.id)).segment
    assert segment == {"languages": ["fr"], "not_ordered_for": 30, "ordered_within": 90}


async def test_staff_read_names_and_no_keys(shop: Shop) -> None:
    await a_product(category="kitchen", name={"de": "Kanne"}, sku="KANNE-1")
    mia = await marketer(shop, "Mia")
    await begun(shop, mia)
    await mia.taps("Knöpfe")
    await mia.taps(" Knopf")
    await mia.taps("Umfrage")
    mia.can_tap("Lieferung", "Weiterempfehlung")
    await mia.taps("Lieferung")
    mia.reads("Umfrage: Lieferung")
    await mia.taps("Fertig")
    await mia.taps("Zurück")
    await mia.taps("Empfänger")
    await mia.taps("Warengruppe")
    await mia.taps("Küche")
    await mia.taps("Zurück")
    await mia.taps("Produkt")
    await mia.says("Kanne")
    await mia.taps("Kanne")
    await mia.taps("Zurück")
    await mia.taps("Zurück")
    for _ in ("card", "check"):
        mia.reads("Gekauft: Kanne, Küche")
        mia.does_not_read("kitchen", "delivery_csat", "KANNE-1")
        await mia.taps("Prüfen") if _ == "card" else None


async def test_times_are_read_by_the_shops_clock_and_the_past_is_refused(shop: Shop) -> None:
    await fan(shop, "de")
    mia = await marketer(shop, "Mia")
    campaign = await begun(shop, mia)
    await mia.taps("Zeit")
    await mia.taps("Zu einer Zeit")
    await mia.says("irgendwann")
    mia.has_read("keine Zeit")
    await mia.says("1.1.2024 9:30")
    mia.has_read("schon vorbei")
    await mia.says("24.12.2030 9:30")
    mia.reads("24.12.2030, 09:30")
    mia.reads("Niemand wird ausgelassen", "einer Person doppelt zugehen")
    await mia.taps("Nie doppelt")
    mia.reads("ganz entgehen")
    kept = await Campaign.get(id=campaign.id)
    assert kept.never_twice
    assert kept.send_at is not None
    assert kept.send_at.isoformat() == "2030-12-24T08:30:00+00:00"


async def test_in_the_evening_an_hour_of_their_own_may_be_that_of_tonight_or_tomorrow_morning(shop: Shop) -> None:
    """Half past eight in Berlin: on Kiritimati tomorrow at nine has struck, and nobody lives there."""
    clock, zone = shop.town.clock, shop.town.settings.time_zone
    tomorrow = clock.now().astimezone(zone).date() + timedelta(days=1)
    clock.advance(datetime.combine(tomorrow, time(20, 30), zone) - clock.now())
    await fan(shop, "de")
    mia = await marketer(shop, "Mia")
    campaign = await begun(shop, mia)
    await mia.taps("Zeit")
    for said, kept in (("20:00", None), ("21:15", "21:15"), (f"{tomorrow + timedelta(days=1):%d.%m.%Y} 9:00", "09:00")):
        await mia.taps("Zur Ortszeit jedes Empfängers")
        await mia.says(said)
        if kept is None:
            mia.has_read("ist diese Stunde schon vorbei")
            await mia.taps("Zurück")
        else:
            assert (await Campaign.get(id=campaign.id)).local_at == kept


async def test_a_double_tap_copies_once_and_what_is_dropped_asks_first(shop: Shop) -> None:
    mia = await marketer(shop, "Mia")
    campaign = await begun(shop, mia)
    place, data = mia.data_of("Kopie")
    await asyncio.gather(mia.taps_data(place, data), mia.taps_data(place, data))
    copies = await Campaign.filter(copied_from=campaign.id)
    assert await Campaign.all().count() == 2
    await mia.looks()
    mia.reads(f"Nr. {copies[0].id}", "Socken (2)")
    await mia.taps("Verwerfen")
    mia.reads("Socken")
    await mia.taps("Ja,")
    statuses = {each.id: each.status for each in await Campaign.all()}
    assert statuses == {campaign.id: Status.DRAFT, copies[0].id: Status.CANCELLED}


async def test_whoever_has_no_right_to_offers_finds_no_door(shop: Shop) -> None:
    anna = await fan(shop, "de")
    mia = await marketer(shop, "Mia")
    campaign = await begun(shop, mia)
    await anna.says("/offers")
    anna.does_not_read("Angebote", "Socken")
    assert (await Campaign.get(id=campaign.id)).status == Status.DRAFT


async def test_a_post_for_the_channel_is_begun_where_there_is_one_and_previewed_as_one_message(shop: Shop) -> None:
    shop.town.settings.community_chat_id = -100
    mia = await marketer(shop, "Mia")
    await mia.says("/offers")
    await mia.taps("Neues Angebot")
    await mia.taps("In den Kanal")
    await mia.says("Adventspost")
    mia.reads("Beitrag im Kanal")
    assert not any("Empfänger" in label for label in mia.buttons)
    await writes(mia, de="Kannen", fr="Cafetières")
    await mia.taps("Texte")
    await mia.taps("Oben anheften")
    await mia.taps("Lautlos")
    await mia.taps("Zurück")
    mia.reads("Kommt lautlos an", "Wird oben angeheftet")
    await mia.taps("Vorschau")
    await mia.taps("👁 DE")
    mia.has_read("Kannen", "Cafetières")
    assert (await Campaign.get(title="Adventspost")).kind == "channel"
