"""Language, time zone, account, help and privacy; and what the command menu says in which language."""

from datetime import timedelta

import pytest

from bot.clock import Clock
from bot.config import LOCALES, Locale, Settings
from bot.i18n import plain
from tests.support.builders import PLACED, a_customer, an_order, parcel, scan
from tests.support.chat import Town, open_town


async def test_the_guessed_language_is_confirmed_and_kept(town: Town) -> None:
    anna = await town.stranger("fr-CA")
    await anna.says("/start")
    anna.reads(plain("fr", "language-choose").split("<")[0][:10] or "fr")
    await anna.taps("Français")
    await town.restart_bot()
    await anna.says("/help")
    anna.reads("•")
    anna.can_tap(plain("fr", "menu-home-button"))


async def test_a_language_we_do_not_speak_falls_back_to_the_shops(database: Settings, clock: Clock) -> None:
    async with open_town(database, clock, default_locale="lb") as town:
        anna = await town.stranger("pt")
        await anna.says("/start")
        assert anna.buttons[0] == "✓ Lëtzebuergesch"


async def test_the_language_can_be_changed_at_any_time(town: Town) -> None:
    anna = await town.customer("de")
    await anna.says("/settings")
    await anna.taps(plain("de", "settings-language-button"))
    answer = await anna.taps("English")
    assert answer["text"] == plain("en", "language-changed-toast")
    anna.can_tap(plain("en", "settings-zone-button"))
    await anna.says("/start")
    anna.can_tap(plain("en", "menu-help-button"))


async def test_times_follow_the_chosen_zone(town: Town) -> None:
    erika = await a_customer()
    at = PLACED.replace(hour=12, minute=0) + timedelta(days=1)
    await an_order("1001", customer=erika, parcels=[parcel(scan("in_transit", at=at))], ship_country="DE")
    anna = await town.customer("de", owns=[erika])
    await anna.says("1001")
    await anna.taps(plain("de", "order-timeline-button"))
    anna.reads("13:00", "Berlin")
    await anna.says("/settings")
    await anna.taps(plain("de", "settings-zone-button"))
    await anna.taps("Lissabon")
    anna.reads("Lissabon")
    await anna.says("1001")
    await anna.taps(plain("de", "order-timeline-button"))
    anna.reads("12:00")


async def test_a_zone_can_be_typed_and_given_back(town: Town) -> None:
    anna = await town.customer("de")
    await anna.says("/settings")
    await anna.taps(plain("de", "settings-zone-button"))
    await anna.taps(plain("de", "settings-zone-other-button"))
    await anna.says("Entenhausen")
    anna.reads(plain("de", "settings-zone-unknown")[:20])
    await anna.says("New York")
    await anna.taps("New York")
    anna.reads("New York")
    await anna.taps(plain("de", "settings-zone-button"))
    await anna.taps(plain("de", "settings-zone-derived-button"))
    anna.reads("Berlin")


async def test_my_account_is_one_place(town: Town) -> None:
    erika = await a_customer("Erika Beispiel", email="erika@example.org", phone="+4915123456789")
    await an_order("1001", customer=erika, payment_method="PayPal", ship_city="Berlin", ship_postal_code="10115")
    anna = await town.customer("de", owns=[erika])
    await anna.says("/account")
    anna.reads("Erika Beispiel", "e•••@e•••.org", "10••• Berlin", "PayPal", "1001", "Deutsch", "Berlin")
    anna.does_not_read("erika@example.org", "10115", "4915123456789")
    anna.reads(plain("de", "account-chats", count=1))


@pytest.mark.parametrize("locale", LOCALES)
async def test_privacy_is_at_hand_in_each_language(town: Town, locale: Locale) -> None:
    anna = await town.customer(locale)
    await anna.says("/privacy")
    anna.reads("Telegram", "Bote")
    await anna.taps(plain(locale, "menu-back-button"))
    anna.can_tap(plain(locale, "menu-help-button"))


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_command_menu_speaks_the_language_of_the_client(town: Town, locale: Locale) -> None:
    anna = await town.stranger(locale)
    commands = {each["command"]: each["description"] for each in (await anna.visitor.private_chat())["commands"]}
    assert commands["orders"] == plain(locale, "command-orders")
    assert {"start", "orders", "help", "settings", "language", "privacy"} <= commands.keys()


async def test_help_names_the_shop_and_how_to_reach_it(database: Settings, clock: Clock) -> None:
    contact, website = "hilfe@example.org", "https://shop.example.org"
    async with open_town(database, clock, shop_contact=contact, shop_url=website) as town:
        anna = await town.customer("de")
        await anna.says("/help")
        anna.reads("hilfe@example.org")
        keys = [key for row in anna.screen["reply_markup"]["inline_keyboard"] for key in row]
        assert "https://shop.example.org" in [key.get("url") for key in keys]
