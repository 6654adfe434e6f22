"""Two items of one name are told apart where somebody says which goes back."""

from datetime import timedelta

from bot.clock import Clock
from bot.config import Settings
from bot.i18n import plain
from bot.shop.models import Line
from tests.support.builders import Item, a_customer, an_order, parcel, scan
from tests.support.stage import on_stage


async def test_the_colour_stands_beside_the_name(database: Settings, clock: Clock) -> None:
    erika, at = await a_customer(), clock.now() - timedelta(days=3)
    await an_order(
        "1001", customer=erika, lines=(Item("Schal", 1, "10.00"),), parcels=[parcel(scan("delivered", at=at))]
    )
    await Line.all().update(variant="Ziegelrot")
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("1001")
    await anna.taps(plain("de", "return-start-button"))
    anna.reads("Schal (Ziegelrot)")
