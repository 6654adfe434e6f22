"""News of a parcel whose customer has withdrawn: it need not be taken, and nobody offers to send it again."""

from datetime import timedelta

import pytest

from bot.config import LOCALES, load_settings
from bot.outbox.models import Push
from bot.returns.machine import Actor, Status
from bot.returns.models import Return
from bot.returns.moving import move
from bot.returns.policy import DEFAULT
from bot.returns.withdrawing import withdraw
from bot.shipping.withdrawn import Withdrawn, withdrawn_of
from bot.shop.models import Line, Order, Shipment
from tests.features.test_news import NOW, a_parcel, happens, heard, waiting
from tests.support.builders import Item

LATER = NOW + timedelta(hours=1)
NOT_TAKEN = {
    "de": "brauchen Sie nicht anzunehmen",
    "en": "need not accept this parcel",
    "fr": "avez pas à accepter ce colis",
    "lb": "braucht Dir net unzehuelen",
}
SENT_AGAIN = ("noch einmal schicken oder", "noch haben möchten", "richtige Adresse", "doch annehmen", "kommt heute")


async def declares(shipment: Shipment, pieces: int = 1) -> None:
    """Its customer withdraws from so many pieces of the first line."""
    order, line = await Order.get(id=shipment.order_id), await Line.filter(order_id=shipment.order_id).first()
    assert line
    await withdraw(
        order.id,
        {line.id: pieces},
        customer_ids=[order.customer_id or 0],
        chat_id=9,
        locale="de",
        policy=DEFAULT,
        settings=load_settings(_env_file=None),
        now=NOW,
    )
    await Push.filter(order_id=None).delete()  # what returns say of it themselves


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("locale", LOCALES)
async def test_a_parcel_on_its_way_need_not_be_taken(locale: str) -> None:
    shipment = await a_parcel("in_transit", locale=locale)
    await declares(shipment)
    await happens(shipment, "out_for_delivery", at=LATER)

    [push] = [each for each in await waiting() if each.purpose == "milestone"]
    assert NOT_TAKEN[locale] in push.params["text"]
    [card] = [each for each in await waiting(cards=True) if (each.slot or "").startswith("parcel:")]
    assert push.params["text"].splitlines()[5] in card.params["text"]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("status", "reason", "words"),
    [
        ("attempt_failed", "consignee_incorrect_address", "brauchen Sie nicht anzunehmen"),
        ("attempt_failed", "consignee_refused", "brauchen Sie nicht anzunehmen"),
        ("available_for_pickup", None, "brauchen Sie nicht abzuholen"),
        ("returning", None, "Wir schicken es nicht noch einmal"),
        ("returned", None, "Sie müssen nichts tun"),
        ("delivered", None, "Bitte schicken Sie es zurück"),
    ],
)
async def test_no_second_delivery_is_offered(status: str, reason: str | None, words: str) -> None:
    shipment = await a_parcel("in_transit")
    await declares(shipment)
    await happens(shipment, status, at=LATER, reason=reason)

    texts = [each.params["text"] for each in await waiting() if str(each.once).startswith("shipment:")]
    assert any(words in text for text in texts), texts
    assert not [each for each in SENT_AGAIN if any(each in text for text in texts)]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("status", ["delayed", "on_hold", "customs"])
async def test_nobody_hears_whether_it_gets_on(status: str) -> None:
    shipment = await a_parcel("in_transit")
    await declares(shipment)
    await happens(shipment, status, "in_transit", at=LATER, reason="customs_duties_unpaid")

    assert not [each for each in await heard() if each.startswith((status, "all_clear"))]


@pytest.mark.usefixtures("database")
async def test_what_waits_to_be_told_follows_a_withdrawal_and_its_end() -> None:
    shipment = await a_parcel("in_transit")
    await happens(shipment, "out_for_delivery")
    [push] = await waiting()
    assert "kommt heute" in push.params["text"]

    await declares(shipment)
    await push.refresh_from_db()
    assert NOT_TAKEN["de"] in push.params["text"]

    row = await Return.get()
    settings = load_settings(_env_file=None)
    await move(row.id, Status.CANCELLED, by=Actor.CUSTOMER, settings=settings, now=NOW)
    await push.refresh_from_db()
    assert "kommt heute" in push.params["text"]


@pytest.mark.usefixtures("database")
async def test_of_a_part_the_rest_is_waited_for() -> None:
    shipment = await a_parcel("in_transit", lines=[Item(quantity=2)])
    await declares(shipment)
    await happens(shipment, "out_for_delivery", at=LATER)

    [push] = [each for each in await waiting() if each.purpose == "milestone"]
    assert "kommt heute" in push.params["text"]
    assert "Einen Teil davon haben Sie widerrufen" in push.params["text"]


def a_line(name: str, quantity: int, declared: int, refunded: int = 0) -> dict[str, object]:
    return {"sku": name, "name": name, "quantity": quantity, "declared": declared, "refunded": refunded}


@pytest.mark.parametrize(
    ("lines", "contents", "is_only", "expected"),
    [
        ([a_line("A", 1, 0, refunded=1)], [], True, Withdrawn.NOTHING),
        ([a_line("A", 1, 1)], [], True, Withdrawn.ALL),
        ([a_line("A", 2, 1)], [], True, Withdrawn.PART),
        ([a_line("A", 1, 1), a_line("B", 1, 0, refunded=1)], [], False, Withdrawn.ALL),
        ([a_line("A", 1, 1), a_line("B", 1, 0)], [], False, Withdrawn.NOTHING),
        ([a_line("A", 1, 1), a_line("B", 1, 0)], [("A", 1)], False, Withdrawn.ALL),
        ([a_line("A", 1, 1), a_line("B", 1, 0)], [("B", 1)], False, Withdrawn.NOTHING),
        ([a_line("A", 1, 1), a_line("B", 1, 0)], [("A", 1), ("B", 1)], False, Withdrawn.PART),
        # The other one came in another parcel, and is the one that goes back.
        ([a_line("A", 2, 1)], [("A", 1)], False, Withdrawn.NOTHING),
    ],
)
def test_how_much_of_a_parcel_was_withdrawn_from(
    lines: list[dict[str, object]], contents: list[tuple[str, int]], is_only: bool, expected: Withdrawn
) -> None:
    assert withdrawn_of(lines, contents, is_only=is_only) is expected
