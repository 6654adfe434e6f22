"""The doctor names what is wrong and how to mend it, and never a secret."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.clock import real_now
from bot.commands.doctor import examine
from bot.commands.findings import Finding
from bot.config import Settings
from bot.db import connection, lock_database, open_database
from bot.demo.models import DemoWorld
from bot.loyalty.models import LoyaltyAccount
from bot.returns.models import ShopCall
from tests.support.builders import a_customer
from tests.support.webchat import TOKEN, WebChat, open_webchat

SECRETS = ("hunter2", TOKEN.partition(":")[2])

Doctor = Callable[..., Awaitable[dict[str, Finding]]]


@pytest.fixture
def doctor(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Doctor:
    """Examines under the BOTE_ settings given, on this test's database; findings by their check, the worst of each."""
    monkeypatch.chdir(tmp_path)

    async def ask(**variables: str) -> dict[str, Finding]:
        variables = {"database_url": settings.database_url.get_secret_value(), "shop_contact": "x"} | variables
        for name, value in variables.items():
            monkeypatch.setenv(f"BOTE_{name.upper()}", value)
        findings = await examine()
        assert not [f for f in findings for secret in SECRETS if secret in f.message]
        by_badness = sorted(findings, key=lambda finding: ["ok", "warn", "fail"].index(finding.level))
        return {finding.check: finding for finding in by_badness}

    return ask


@pytest.fixture
def migrated(settings: Settings, tables: None) -> Settings:
    return settings


@pytest.fixture
async def telegram() -> AsyncIterator[WebChat]:
    async with open_webchat() as chat:
        yield chat


@pytest.fixture
def asked(telegram: WebChat) -> dict[str, str]:
    """The settings that ask the web chat instead of Telegram."""
    return {"telegram_token": TOKEN, "telegram_api_url": telegram.url}


async def test_a_bot_in_good_health_has_no_complaints(
    doctor: Doctor, migrated: Settings, asked: dict[str, str]
) -> None:
    found = await doctor(**asked)

    assert {check: finding.level for check, finding in found.items()} == dict.fromkeys(found, "ok")
    assert set(found) == {
        *(
            "configuration",
            "database",
            "migrations",
            "running",
            "points",
            "callback",
            "telegram",
            "updates",
            "staff",
            "channel",
            "group",
            "redis",
        )
    }
    assert "@bote_test_bot" in found["telegram"].message


async def test_without_a_token_it_only_warns(doctor: Doctor, migrated: Settings) -> None:
    found = await doctor()

    assert found["telegram"].level == "warn"
    assert "@BotFather" in found["telegram"].message
    assert "fail" not in {finding.level for finding in found.values()}


async def test_a_wrong_setting_is_named_and_nothing_else_is_tried(doctor: Doctor) -> None:
    found = await doctor(web_port="many", shop_time_zone="Mars/Olympus")

    assert set(found) == {"configuration"}
    assert found["configuration"].level == "fail"
    assert "BOTE_WEB_PORT" in found["configuration"].message
    assert "BOTE_SHOP_TIME_ZONE" in found["configuration"].message


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("sqlite://./new.sqlite3", "does not exist yet; create it with `python main.py migrate`"),
        ("sqlite:///nowhere/at/all.sqlite3", "there is no folder /nowhere/at; make it, or mend BOTE_DATABASE_URL"),
        ("postgres://bote:hunter2@127.0.0.1:1/bote", "see BOTE_DATABASE_URL"),
    ],
)
async def test_a_database_that_is_not_there(doctor: Doctor, url: str, hint: str) -> None:
    found = await doctor(database_url=url)

    assert found["database"].level == "fail"
    assert hint in found["database"].message


@pytest.mark.sqlite
async def test_a_file_that_is_no_database(doctor: Doctor, settings: Settings) -> None:
    Path(str(settings.sqlite_file)).write_text("no database" * 100)
    found = await doctor()

    assert found["database"].level == "fail"
    assert "not a database" in found["database"].message


async def test_an_old_database_is_to_be_migrated(doctor: Doctor, bare: Settings) -> None:
    async with open_database(bare):
        pass  # makes the file
    found = await doctor()

    assert found["migrations"].level == "fail"
    assert "run `python main.py migrate`" in found["migrations"].message


async def test_a_database_of_a_newer_bote_is_told(doctor: Doctor, migrated: Settings) -> None:
    async with open_database(migrated):
        await connection().execute_query(
            "INSERT INTO tortoise_migrations VALUES (9999, 'bote', '9999_later', '2026-11-02')"
        )
    found = await doctor()
    async with open_database(migrated):  # on PostgreSQL the record outlives the test
        await connection().execute_query("DELETE FROM tortoise_migrations WHERE name = '9999_later'")

    assert found["migrations"].level == "warn"
    assert "9999_later come from a newer Bote" in found["migrations"].message


@pytest.mark.sqlite
async def test_it_works_beside_a_running_bot_and_says_so(doctor: Doctor, migrated: Settings) -> None:
    lock = lock_database(migrated)
    assert lock
    found = await doctor()
    lock.release()

    assert found["running"].message == "a bot runs on this database"
    assert (await doctor())["running"].message == "no bot runs on this database"


async def test_a_demo_database_with_a_token_is_warned_about(
    doctor: Doctor, migrated: Settings, asked: dict[str, str]
) -> None:
    async with open_database(migrated):
        await DemoWorld.create(opened_at=real_now(), seeded_at=real_now(), pages="")
    found = await doctor(**asked)

    assert found["demo"].level == "warn"


async def test_a_refused_token(doctor: Doctor, migrated: Settings, telegram: WebChat) -> None:
    found = await doctor(telegram_token="4200001:hunter2", telegram_api_url=telegram.url)

    assert found["telegram"].level == "fail"
    assert "refuses the token" in found["telegram"].message


async def test_an_unreachable_telegram(doctor: Doctor, migrated: Settings) -> None:
    found = await doctor(telegram_token="4200001:hunter2", telegram_api_url="http://127.0.0.1:1")

    assert found["telegram"].level == "fail"
    assert "cannot be reached" in found["telegram"].message


async def test_a_webhook_that_polling_would_trip_over(
    doctor: Doctor, migrated: Settings, telegram: WebChat, asked: dict[str, str]
) -> None:
    await telegram.call("setWebhook", url="http://127.0.0.1:1/hook", secret_token="s")
    found = await doctor(**asked)

    assert found["updates"].level == "warn"
    assert "`run` removes it" in found["updates"].message


async def test_a_webhook_without_a_secret(doctor: Doctor, migrated: Settings) -> None:
    found = await doctor(telegram_webhook_url="https://shop.example/webhooks/telegram")

    assert found["configuration"].level == "fail"
    assert "BOTE_TELEGRAM_WEBHOOK_SECRET" in found["configuration"].message


async def test_a_callback_without_a_secret_and_calls_that_were_given_up(doctor: Doctor, migrated: Settings) -> None:
    unsigned = await doctor(shop_callback_url="https://shop.example/deeds?hunter2")
    assert unsigned["configuration"].level == "fail"
    assert "BOTE_SHOP_CALLBACK_SECRET" in unsigned["configuration"].message

    async with open_database(migrated):
        await ShopCall.create(key="1", topic="return.refund", body={}, created_at=real_now())
    warned = await doctor(shop_callback_url="https://shop.example/deeds", shop_callback_secret="hunter2-hunter2")
    assert (warned["callback"].level, "replay --calls" in warned["callback"].message) == ("warn", True)


async def test_a_redis_that_answers(doctor: Doctor, migrated: Settings, redis_url: str) -> None:
    assert (await doctor(redis_url=redis_url))["redis"].level == "ok"


async def test_a_redis_that_does_not(doctor: Doctor, migrated: Settings) -> None:
    found = await doctor(redis_url="redis://user:hunter2@127.0.0.1:1/0")

    assert found["redis"].level == "fail"
    assert "127.0.0.1:1/0 does not answer" in found["redis"].message


async def test_a_staff_chat_and_owners_that_the_bot_reaches(
    doctor: Doctor, migrated: Settings, telegram: WebChat, asked: dict[str, str]
) -> None:
    mia = await telegram.customer("Mia")
    group = telegram.room.add_group("Support", [mia.id]).id
    found = await doctor(**asked, staff_chat_id=str(group), owner_ids=str(mia.id))

    assert found["staff"] == Finding("staff", "ok", "the bot is in the group Support")
    assert found["owners"].level == "ok"


async def test_staff_that_the_bot_does_not_reach(doctor: Doctor, migrated: Settings, asked: dict[str, str]) -> None:
    found = await doctor(**asked, staff_chat_id="-100777", owner_ids="777, 778")

    assert found["staff"].level == "fail"
    assert "chat not found" in found["staff"].message
    assert found["owners"] == Finding(
        "owners", "warn", "777, 778 cannot be written to; have them send /start to the bot"
    )
    assert (await doctor(**asked, staff_chat_id="-100777", owner_ids=""))["owners"].level == "warn"


async def test_a_staff_chat_must_be_a_group(
    doctor: Doctor, migrated: Settings, telegram: WebChat, asked: dict[str, str]
) -> None:
    mia = await telegram.customer("Mia")
    found = await doctor(**asked, staff_chat_id=str(mia.id), owner_ids=str(mia.id))

    assert found["staff"].level == "fail"
    assert "must name a group" in found["staff"].message


async def test_a_channel_in_which_the_bot_may_post_and_pin(
    doctor: Doctor, migrated: Settings, telegram: WebChat, asked: dict[str, str]
) -> None:
    mia = await telegram.customer("Mia")
    channel = telegram.room.add_channel("Bote-Laden", [mia.id])
    found = await doctor(**asked, community_chat_id=str(channel.id))
    assert found["channel"] == Finding("channel", "ok", "the bot posts in Bote-Laden")
    channel.bot_may_post = False
    found = await doctor(**asked, community_chat_id=str(channel.id))
    assert found["channel"].level == "fail"
    assert "may not post in Bote-Laden" in found["channel"].message
    channel.bot_is_admin = False
    found = await doctor(**asked, community_chat_id=str(channel.id))
    assert "make the bot an administrator there" in found["channel"].message


async def test_a_group_for_customers_needs_the_right_to_invite(
    doctor: Doctor, migrated: Settings, telegram: WebChat, asked: dict[str, str]
) -> None:
    group = telegram.room.add_group("Kundenrunde", [], bot_is_admin=True)
    found = await doctor(**asked, community_group_id=str(group.id))
    assert found["group"] == Finding("group", "ok", "the bot lets customers into Kundenrunde")
    group.bot_may_invite = False
    found = await doctor(**asked, community_group_id=str(group.id))
    assert (found["group"].level, "Invite Users via Link" in found["group"].message) == ("fail", True)
    found = await doctor(**asked, community_group_id="-5")
    assert (found["group"].level, "is not seen" in found["group"].message) == ("fail", True)


async def test_a_community_channel_must_be_a_channel(
    doctor: Doctor, migrated: Settings, telegram: WebChat, asked: dict[str, str]
) -> None:
    mia = await telegram.customer("Mia")
    group = telegram.room.add_group("Support", [mia.id])
    found = await doctor(**asked, community_chat_id=str(group.id))
    assert (found["channel"].level, "must name a channel" in found["channel"].message) == ("fail", True)


async def test_a_points_account_that_is_wrong_is_named_with_what_is_wrong(migrated: Settings, doctor: Doctor) -> None:
    async with open_database(migrated):
        customer = await a_customer()
        await LoyaltyAccount.create(customer_id=customer.id, opened_at=real_now(), fault="entry 7 spends 4 more")

    found = (await doctor())["points"]

    assert found.level == "fail"
    assert "1 of 1 accounts are wrong" in found.message
    assert f"customer {customer.id}: entry 7 spends 4 more" in found.message
