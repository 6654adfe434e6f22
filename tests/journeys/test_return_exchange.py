"""A dearer article in exchange, walked through by customer and staff: chosen, checked, paid on top, sent."""

from datetime import timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock, real_now
from bot.returns.models import Return, ReturnPayment
from bot.returns.policies import adopt
from tests.support.builders import Item, a_product
from tests.support.desk import asks, follows, taps
from tests.support.staffed import Shop, eventually, seen

PULLI = Item("Pullover M", 1, "40.00", sku="PULLI-M")


@pytest.fixture
def clock() -> Clock:
    """Noon in Berlin: at night nothing rings."""
    now = real_now()
    return Clock(now.astimezone(ZoneInfo("Europe/Berlin")).replace(hour=12, minute=0) + timedelta(days=1) - now)


async def test_a_dearer_size_is_chosen_paid_on_top_and_sent_and_every_step_names_it(shop: Shop) -> None:
    policy = {"kind": "return_policy", "exchange": {"pays_difference": True}}
    await adopt(policy, name="policy.toml", now=shop.town.clock.now() - timedelta(days=99))
    await a_product("PULLI-M", category="mode", family="pulli", stock=2, price=Decimal("40.00"))
    await a_product(
        "PULLI-XL", name={"de": "Pullover XL"}, category="mode", family="pulli", stock=1, price=Decimal("48.00")
    )
    anna, _ = await asks(shop, "size_too_small", "exchange", lines=(PULLI,), instead="Pullover XL")
    anna.has_read("Im Tausch: 1 \N{MULTIPLICATION SIGN} Pullover XL · 48,00 €", "Sie zahlen 8,00 € dazu")

    await taps(shop, "rma-here-button")
    await taps(shop, "rma-fine-button")
    await eventually(lambda: seen(anna, "Bitte noch den Unterschied zahlen"))
    mia = await follows(shop, "8,00\u00a0€ sind bezahlt")
    mia.reads("Pullover XL (PULLI-XL) · 48,00")
    await mia.says("Überweisung vom 17.11.")
    mia.reads("Dazugezahlt: 8,00", "Überweisung vom 17.11.")
    await eventually(lambda: seen(anna, "Ihre Zahlung ist da"))
    await mia.taps("Artikel schicken oder 48,00")
    await mia.taps("Anderer Artikel ist verschickt")
    mia.reads("Womit geht der Artikel", "Pullover XL")
    await mia.says("00340434161094042557")
    await eventually(lambda: seen(anna, "Ihr neuer Artikel ist unterwegs"))
    anna.has_read("Dafür bekommen: 1 \N{MULTIPLICATION SIGN} Pullover XL", "Sendungsnummer: 00340434161094042557")
    assert ((await Return.get()).status, (await ReturnPayment.get()).amount) == ("exchanged", Decimal("48.00"))


async def test_who_thinks_again_has_the_money_instead_with_two_taps(shop: Shop) -> None:
    await a_product("PULLI-M", category="mode", family="pulli", stock=2, price=Decimal("40.00"))
    await a_product(
        "PULLI-L", name={"de": "Pullover L"}, category="mode", family="pulli", stock=1, price=Decimal("40.00")
    )
    anna, _ = await asks(shop, "size_too_small", "exchange", lines=(PULLI,), instead="Pullover L")
    await anna.taps("Alles dazu")
    # The card that rings comes below at its own time: nobody taps what it would take the place of.
    await eventually(lambda: seen(anna, "Im Tausch", times=2))
    await anna.taps("Lieber Geld zurück")
    anna.has_read("40,00 € zurück?", "Pullover L")
    await anna.taps("Ja, das Geld")
    await eventually(lambda: seen(anna, "Sie bekommen zurück: 40,00 €", times=2))
    assert (await Return.get()).outcome == "refund"
