"""An offer from its first word to its last recipient: a marketer, somebody who approves, three customers."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from bot.broadcasts.cards import mind_cards
from bot.broadcasts.expanding import mind_campaigns
from bot.broadcasts.models import Campaign, CampaignText
from bot.broadcasts.rules import Status
from bot.clock import Clock, real_now
from bot.config import Settings
from bot.outbox.models import Push
from bot.staff.roles import Role, grant
from tests.support.builders import a_customer, a_product
from tests.support.chat import Person, text_of
from tests.support.offers import consents
from tests.support.staffed import Shop, eventually, open_shop, seen

NOON_UTC = 11


@pytest.fixture
async def shop(database: Settings) -> AsyncIterator[Shop]:
    """At noon of a Wednesday, when advertising may ring; two see each offer before it goes out to anybody."""
    now = real_now()
    ahead = now.replace(hour=NOON_UTC, minute=0) + timedelta(days=1)
    while ahead.isoweekday() != 3:
        ahead += timedelta(days=1)
    async with open_shop(database, Clock(ahead=ahead - now), approval_above=2) as shop:
        yield shop


async def marketer(shop: Shop, name: str) -> Person:
    person = await shop.town.customer("de", name=name)
    await grant(1, person.id, Role.MARKETER, name=name, settings=shop.town.settings, now=shop.town.clock.now())
    await person.says("/start")
    return person


async def fan(shop: Shop, locale: Any) -> Person:
    person = await shop.town.customer(locale, owns=[await a_customer()], name=f"Fan {locale}")
    await person.says("/start")
    await consents(person.id, now=shop.town.clock.now())
    return person


async def begun(shop: Shop, mia: Person, title: str = "Socken") -> Campaign:
    await mia.says("/offers")
    await mia.taps("Neues Angebot")
    await mia.says(title)
    mia.reads(title, "Entwurf")
    return await Campaign.get(title=title)


async def writes(mia: Person, **texts: str) -> None:
    await mia.taps("Texte")
    for language, text in texts.items():
        await mia.taps(language.upper())
        await mia.says(text)
    await mia.taps("Zurück")


async def rounds(shop: Shop) -> None:
    await mind_campaigns(shop.town.settings, now=shop.town.clock.now())
    await mind_cards(shop.town.settings, now=shop.town.clock.now())


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
    mia.reads("jemand anderes", "Dauer")
    await mia.taps("Um Freigabe bitten")

    await eventually(lambda: seen(otto, "braucht Ihre Freigabe"))
    await otto.taps("Ansehen")
    otto.reads("Socken", "3 Personen")
    await otto.taps("✅ Freigeben", message_id=next(m["message_id"] for m in otto.seen if "braucht" in text_of(m)))
    await eventually(lambda: seen(mia, "Otto hat"))
    await mia.taps("Ansehen")
    await mia.taps("Prüfen")
    await mia.taps("Jetzt an 3 Personen senden")
    await rounds(shop)

    for person, text in zip(fans, ("Socken für alle", "Des chaussettes", "Socken für alle"), strict=True):
        await eventually(partial(seen, person, text))
    fans[0].has_read("Anzeige von Laden", "Socken für alle")
    fans[1].has_read("Publicité de Laden", "Des chaussettes")
    fans[2].has_read("Reklamm vun Laden", "Socken für alle")
    await rounds(shop)
    await eventually(partial(seen, mia, "100 %"))
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


async def test_what_is_typed_keeps_its_formatting_and_what_is_too_long_loses_nothing(shop: Shop) -> None:
    mia = await marketer(shop, "Mia")
    campaign = await begun(shop, mia)
    await mia.taps("Texte")
    written = {"text": "Heute billig", "entities": [{"type": "bold", "offset": 0, "length": 5}]}
    await shop.town.dispatcher.feed_raw_update(shop.town.bot, from_phone(mia, written))
    await eventually(CampaignText.filter(campaign_id=campaign.id).exists)
    await mia.says("x" * 4090)
    mia.has_read("zu lang", "4.096")
    assert (await CampaignText.get(campaign_id=campaign.id)).text == "<b>Heute</b> billig"


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
    mia.has_read("30-90")
    await mia.says("30-90")
    segment = (await Campaign.get(id=campaign.id)).segment
    assert segment == {"languages": ["fr"], "not_ordered_for": 30, "ordered_within": 90}


async def test_times_are_read_by_the_shops_clock_and_the_past_is_refused(shop: Shop) -> None:
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
    kept = await Campaign.get(id=campaign.id)
    assert kept.send_at is not None
    assert kept.send_at.isoformat() == "2030-12-24T08:30:00+00:00"


async def test_a_campaign_is_paused_resumed_and_cancelled_with_a_second_tap(shop: Shop) -> None:
    mia = await marketer(shop, "Mia")
    anna = await fan(shop, "de")
    campaign = await begun(shop, mia)
    await writes(mia, de="Socken")
    await mia.taps("Prüfen")
    await mia.taps("Jetzt an eine Person senden")
    await mind_cards(shop.town.settings, now=shop.town.clock.now())
    await eventually(partial(seen, mia, "0 %"))
    await mia.taps("Anhalten")
    assert (await Campaign.get(id=campaign.id)).status == Status.PAUSED
    await rounds(shop)
    assert not await seen(anna, "Socken")
    await eventually(partial(offers, mia, "▶️ Weiter"))
    await mia.taps("🚫 Abbrechen")
    assert (await Campaign.get(id=campaign.id)).status == Status.PAUSED
    await mia.taps("Ja, abbrechen")
    assert (await Campaign.get(id=campaign.id)).status == Status.CANCELLED


async def test_whoever_has_no_right_to_offers_finds_no_door(shop: Shop) -> None:
    anna = await fan(shop, "de")
    mia = await marketer(shop, "Mia")
    campaign = await begun(shop, mia)
    await anna.says("/offers")
    anna.does_not_read("Angebote", "Socken")
    assert (await Campaign.get(id=campaign.id)).status == Status.DRAFT


async def offers(person: Person, label: str) -> bool:
    await person.looks()
    return any(label in str(message.get("reply_markup")) for message in person.seen)


def from_phone(person: Person, content: dict[str, Any]) -> dict[str, Any]:
    """A message with formatting, which the page has no buttons for."""
    who = {"id": person.id, "is_bot": False, "first_name": "Mia", "language_code": "de"}
    message = {"message_id": 900_000, "date": 1_800_000_000, "chat": {"id": person.id, "type": "private"}, "from": who}
    return {"update_id": 900_000_000, "message": message | content}


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
    await mia.taps("Vorschau")
    await mia.taps("👁 DE")
    mia.has_read("Kannen", "Cafetières")
    assert (await Campaign.get(title="Adventspost")).kind == "channel"
