"""Who is behind a chat: language, time zone and purchases, in one query."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.config import Settings
from bot.customers.account import LinkedCustomer, describe_account
from bot.customers.linking import issue_token, redeem_token, unlink
from bot.customers.models import Chat
from bot.customers.profile import (
    Profile,
    choose_locale,
    choose_time_zone,
    load_profile,
    mark_blocked,
    mark_reachable,
)
from bot.customers.time_zones import find_zones, known_zone, zone_name, zone_of_country, zones_of_country
from bot.errors import NotFoundError
from bot.shop.models import Customer
from tests.support.builders import PLACED, a_customer, an_order
from tests.support.queries import counted_queries

pytestmark = pytest.mark.usefixtures("database")

CHAT = 70_001
NOW = datetime(2026, 11, 6, 12, tzinfo=UTC)


async def profile_of(settings: Settings, *, language_code: str | None = "de", first_name: str = "Erika") -> Profile:
    return await load_profile(CHAT, language_code=language_code, first_name=first_name, settings=settings)


async def link(customer: Customer, chat_id: int = CHAT, **order: Any) -> None:
    bought = await an_order(customer=customer, **order)
    await redeem_token(chat_id, await issue_token(bought.id, now=NOW), now=NOW)


async def test_the_first_message_makes_a_chat_and_guesses_the_rest(settings: Settings) -> None:
    profile = await profile_of(settings, language_code="fr-BE", first_name="Chloé")

    assert profile == Profile(CHAT, "fr", False, ZoneInfo("Europe/Berlin"), False, (), "Chloé")
    assert not profile.is_linked
    assert (await Chat.get(id=CHAT)).first_name == "Chloé"


async def test_an_unknown_language_falls_back_to_that_of_the_purchase_then_of_the_shop(settings: Settings) -> None:
    assert (await profile_of(settings, language_code="pt")).locale == "en"
    await link(await a_customer(locale="lb"))
    assert (await profile_of(settings, language_code="pt")).locale == "lb"
    assert (await profile_of(settings, language_code="de")).locale == "de"


async def test_a_known_person_costs_one_query_whatever_is_linked(settings: Settings) -> None:
    await profile_of(settings)
    for number in range(3):
        await link(await a_customer(), ship_country=["DE", "LU", "FR"][number])

    with counted_queries() as queries:
        profile = await profile_of(settings)

    assert len(queries) == 1
    assert len(profile.customer_ids) == 3


async def test_a_new_name_and_a_return_are_noted(settings: Settings) -> None:
    await profile_of(settings)
    await mark_blocked(CHAT, now=NOW)
    chat = await Chat.get(id=CHAT)
    assert (chat.unreachable_at, chat.unreachable_because) == (NOW, "blocked")

    await profile_of(settings, first_name="E" * 300)
    chat = await Chat.get(id=CHAT)
    assert (chat.unreachable_at, chat.first_name) == (None, "E" * 256)
    with counted_queries() as queries:
        await profile_of(settings, first_name="E" * 300)
    assert len(queries) == 1


async def test_who_unblocks_the_bot_is_reachable_again(settings: Settings) -> None:
    await profile_of(settings)
    await mark_blocked(CHAT, now=NOW)
    await mark_reachable(CHAT)
    chat = await Chat.get(id=CHAT)
    assert (chat.unreachable_at, chat.unreachable_because) == (None, None)


async def test_a_chosen_language_stays_whatever_telegram_says(settings: Settings) -> None:
    await profile_of(settings)
    await choose_locale(CHAT, "lb")
    profile = await profile_of(settings, language_code="en")
    assert (profile.locale, profile.locale_chosen) == ("lb", True)
    with pytest.raises(ValueError, match="language"):
        await choose_locale(CHAT, "xx")  # type: ignore[arg-type]  # what a forged button might say


async def test_times_are_those_of_the_last_delivery_country_until_one_is_chosen(settings: Settings) -> None:
    customer = await a_customer()
    await link(customer, ship_country="AT")
    await an_order(customer=customer, ship_country="PT", placed_at=PLACED + timedelta(days=3))
    await an_order(customer=customer, ship_country="FR", placed_at=PLACED - timedelta(days=30))
    assert (await profile_of(settings)).tz.key == "Europe/Lisbon"

    await choose_time_zone(CHAT, "Asia/Tokyo")
    profile = await profile_of(settings)
    assert (profile.tz.key, profile.time_zone_chosen) == ("Asia/Tokyo", True)

    await choose_time_zone(CHAT, None)
    assert (await profile_of(settings)).tz.key == "Europe/Lisbon"
    with pytest.raises(NotFoundError):
        await choose_time_zone(CHAT, "Mars/Olympus")


async def test_an_unknown_country_means_the_shop_time(settings: Settings) -> None:
    await link(await a_customer(), ship_country="XX")
    assert (await profile_of(settings)).tz == settings.time_zone


async def test_the_account_shows_the_name_and_masks_the_rest(settings: Settings) -> None:
    customer = await a_customer("Erika Beispiel", email="erika@example.org", phone="+49 151 00000042")
    address: dict[str, Any] = {
        "ship_street": "Hauptstraße 12",
        "ship_postal_code": "10115",
        "ship_city": "Berlin",
        "ship_country": "DE",
    }
    await link(customer, number="1001", payment_method="Rechnung", **address)
    await link(customer, chat_id=70_002)

    account = await describe_account(await profile_of(settings))

    assert account.customers == (
        LinkedCustomer(
            customer_id=customer.id,
            name="Erika Beispiel",
            email="e•••@e•••.org",
            phone="••• 42",
            address=None,
            order_count=2,
            payment=None,
            chats=2,
        ),
    )


async def test_the_account_tells_address_and_payment_of_the_newest_order(settings: Settings) -> None:
    customer = await a_customer(name=None, email=None)  # type: ignore[arg-type]  # a shop that tells nothing
    address: dict[str, Any] = {"ship_name": "E. Beispiel", "ship_street": "Hauptstraße 12", "ship_postal_code": "10115"}
    await link(customer, number="1001", payment_method="Rechnung", ship_city="Berlin", ship_country="DE", **address)

    [shown] = (await describe_account(await profile_of(settings))).customers

    assert (shown.name, shown.address) == ("E. Beispiel", "H•••, 10••• Berlin, DE")
    assert shown.payment == ("1001", "Rechnung")
    assert (shown.email, shown.phone, shown.chats) == (None, None, 1)


async def test_nothing_of_an_account_is_left_after_unlinking(settings: Settings) -> None:
    one, other = await a_customer(), await a_customer()
    await link(one)
    await link(other)

    assert await unlink(CHAT, one.id)
    assert not await unlink(CHAT, one.id)

    profile = await profile_of(settings)
    assert profile.customer_ids == (other.id,)
    assert [shown.customer_id for shown in (await describe_account(profile)).customers] == [other.id]


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("DE", "Europe/Berlin"),
        ("lu", "Europe/Luxembourg"),
        ("ES", "Europe/Madrid"),
        ("US", "America/New_York"),
        ("UA", "Europe/Kyiv"),
        ("AU", "Australia/Sydney"),
    ],
)
async def test_a_country_of_several_zones_shows_the_one_where_evening_comes_first(country: str, zone: str) -> None:
    shown = zone_of_country(country)
    assert shown is not None
    assert shown.key == zone


async def test_rules_of_rest_see_every_different_zone_of_a_country() -> None:
    assert [zone.key for zone in zones_of_country("DE")] == ["Europe/Berlin"]
    assert [zone.key for zone in zones_of_country("ES")] == ["Europe/Madrid", "Atlantic/Canary"]
    assert zones_of_country("XX") == ()


async def test_a_zone_is_found_by_its_city_or_country_and_named_in_the_reader_language() -> None:
    assert find_zones(" wien ", "de") == ("Europe/Vienna",)
    assert find_zones("zurich", "de") == ("Europe/Zurich",)
    assert find_zones("Lëtzebuerg", "lb") == find_zones("luxemb", "lb") == ("Europe/Luxembourg",)
    assert "Atlantic/Canary" in find_zones("Espagne", "fr")
    assert find_zones("a", "en") == find_zones("Atlantis", "en") == find_zones("", "en") == ()
    assert [zone_name(locale, ZoneInfo("Europe/Vienna")) for locale in ("de", "en", "fr")] == [
        "Wien",
        "Vienna",
        "Vienne",
    ]
    assert known_zone("../../etc/passwd") is None
