"""A withdrawal that is declared to a human counts as any other: kept, receipted, confirmed with a tap."""

from bot.returns.models import Return
from bot.tickets.models import Case
from tests.journeys.test_withdrawal import delivered
from tests.support.staffed import Shop, eventually, seen


async def test_declared_while_a_human_talks_with_them_it_is_kept_and_confirmed(shop: Shop) -> None:
    anna, _ = await delivered(shop)
    await anna.says("Mensch")
    await anna.says("Ich widerrufe hiermit den Vertrag 1001")
    await eventually(lambda: seen(anna, "Widerruf bestätigen"))
    kept = await Case.get(once__startswith="written:")
    assert kept.status == "open"
    assert "Ich widerrufe hiermit" in str((await shop.card("Ich widerrufe hiermit"))["text"])
    await anna.taps("Widerruf bestätigen")
    assert (await Return.get()).declared_at is not None
    assert (await Case.get(id=kept.id)).status == "closed"
