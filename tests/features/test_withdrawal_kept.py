"""Who has written that they withdraw, and is asked from which contract, is asked still after nonsense."""

from datetime import timedelta

from bot.clock import Clock
from bot.config import Settings
from bot.i18n import plain
from tests.support.builders import a_customer, an_order, parcel, scan
from tests.support.stage import on_stage


async def test_the_question_which_contract_outlives_nonsense(database: Settings, clock: Clock) -> None:
    erika, at = await a_customer(), clock.now() - timedelta(days=3)
    for number in ("1001", "1002"):
        await an_order(number, customer=erika, parcels=[parcel(scan("delivered", at=at))], ship_country="DE")
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("Ich widerrufe")
    asked = anna.text
    await anna.says("🤔🤔")
    assert anna.text == asked
    await anna.says("1002")
    anna.reads("1002")
    anna.can_tap(plain("de", "withdraw-confirm-button"))
