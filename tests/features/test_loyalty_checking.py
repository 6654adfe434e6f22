"""The nightly check: what was booked is what it was, else staff and doctor hear of it, and nothing is mended."""

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.config import Settings
from bot.errors import OperatorError
from bot.loyalty.checking import accept, check_accounts, describe_checks
from bot.loyalty.ledger import balance_of, book, spend
from bot.loyalty.models import LoyaltyEntry
from bot.outbox.models import Push
from bot.staff.models import AuditEntry
from tests.support.builders import a_customer
from tests.support.postman import NOON

STAFF = -100
NIGHT = timedelta(days=1)


async def an_account(points: int = 30, *, spent: int = 10) -> int:
    customer = await a_customer()
    source = f"a:{customer.id}"
    await book(customer.id, points, kind="survey", source=source, reason="survey", now=NOON - NIGHT)
    await spend(customer.id, spent, kind="spend", source=f"b:{customer.id}", reason="spend", now=NOON - NIGHT)
    return int(customer.id)


async def test_accounts_that_are_right_are_checked_once_a_night(database: Settings) -> None:
    for _ in range(3):
        await an_account()

    assert await check_accounts(database, now=NOON) == 0
    told = await describe_checks(most=3)
    assert (told.accounts, told.faulty) == (3, 0)
    await LoyaltyEntry.all().update(points=5)
    assert await check_accounts(database, now=NOON + timedelta(hours=1)) == 0


async def test_a_night_of_the_shop_s_own_time_zone_ends_with_its_check(database: Settings) -> None:
    """On SQLite moments are compared as texts: half an hour after three in Berlin is half past two of UTC."""
    await an_account()
    settings = database.model_copy(update={"time_zone": ZoneInfo("Europe/Berlin")})

    async with asyncio.timeout(5):
        assert await check_accounts(settings, now=NOON.replace(hour=2, minute=30)) == 0


async def test_a_changed_row_is_told_every_night_and_not_repaired(database: Settings) -> None:
    staffed = database.model_copy(update={"staff_chat_id": STAFF})
    wrong, _ = await an_account(), await an_account()
    await check_accounts(staffed, now=NOON)
    await LoyaltyEntry.filter(source=f"a:{wrong}").update(points=90)

    assert [await check_accounts(staffed, now=NOON + day * NIGHT) for day in (1, 2)] == [1, 1]

    told = await describe_checks(most=3)
    assert (told.faulty, [customer for customer, _ in told.faults]) == (1, [wrong])
    assert "there were 20 points, now there are 80" in told.faults[0][1]
    assert await Push.filter(chat_id=STAFF, purpose="staff").count() == 2
    assert (await balance_of([wrong], now=NOON)).available == 80

    await LoyaltyEntry.filter(source=f"a:{wrong}").update(points=30)
    assert await check_accounts(staffed, now=NOON + 3 * NIGHT) == 0
    assert (await describe_checks(most=3)).faulty == 0


async def test_removed_rows_are_found_even_when_none_is_left(database: Settings) -> None:
    gone = await an_account()
    await check_accounts(database, now=NOON)
    await LoyaltyEntry.filter(customer_id=gone).delete()

    assert await check_accounts(database, now=NOON + NIGHT) == 1


async def test_a_spend_that_no_verb_would_book_is_found_at_once(database: Settings) -> None:
    customer = await an_account()
    await LoyaltyEntry.create(
        customer_id=customer, points=-50, kind="spend", source="sql", reason="spend", created_at=NOON - NIGHT
    )

    assert await check_accounts(database, now=NOON) == 1
    assert "spends 30 more than there were" in (await describe_checks(most=1)).faults[0][1]


async def test_what_somebody_explains_is_accepted_and_checked_on_from_there(database: Settings) -> None:
    wrong = await an_account()
    await check_accounts(database, now=NOON)
    await LoyaltyEntry.filter(source=f"a:{wrong}").update(points=90)
    assert await check_accounts(database, now=NOON + NIGHT) == 1

    [fault] = await accept(wrong, by=7, why="mended by hand", now=NOON + NIGHT)

    assert "there were 20 points, now there are 80" in fault
    assert (await describe_checks(most=3)).faulty == 0
    assert (await balance_of([wrong], now=NOON + NIGHT)).available == 80, "nothing is booked"
    noted = await AuditEntry.get(action="points_accepted")
    assert (noted.staff_id, noted.subject, noted.detail["why"]) == (7, f"customer:{wrong}", "mended by hand")
    assert await check_accounts(database, now=NOON + 2 * NIGHT) == 0
    await LoyaltyEntry.filter(source=f"a:{wrong}").update(points=95)
    assert await check_accounts(database, now=NOON + 3 * NIGHT) == 1, "what changes after that is told"


async def test_entries_that_contradict_each_other_stay_accepted(database: Settings) -> None:
    wrong = await an_account()
    await LoyaltyEntry.filter(source=f"b:{wrong}").update(points=-50)
    assert await check_accounts(database, now=NOON) == 1
    await accept(wrong, by=7, why="a gift of the shop", now=NOON)
    assert await check_accounts(database, now=NOON + NIGHT) == 0


async def test_where_nothing_is_wrong_nothing_is_accepted(database: Settings) -> None:
    right, nobody = await an_account(), (await a_customer()).id
    for customer_id in (right, nobody):
        with pytest.raises(OperatorError):
            await accept(customer_id, by=7, why="just so", now=NOON)
    assert not await AuditEntry.exists()
