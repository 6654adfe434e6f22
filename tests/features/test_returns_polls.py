"""Labels of open returns are asked for at their carriers, at the rate of all parcels together, and scans move them."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.clock import real_now
from bot.config import Settings
from bot.connectors.polls import Carriers
from bot.returns.labels import NewLabel, send_label
from bot.returns.machine import Actor, Status
from bot.returns.models import LabelPoll, Return
from bot.returns.moving import move
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.requests import Piece
from bot.shipping.carriers.karrio import Account, CarrierSilentError
from bot.shipping.carriers.reports import Report, Scan
from bot.shipping.models import TrackingEvent
from bot.shop.models import Shipment
from tests.support.builders import an_order, parcel
from tests.support.returns import DELIVERED, a_delivered_order, asked

SENT = DELIVERED + timedelta(days=2)
NOW = SENT + timedelta(hours=8)
HOURS = timedelta(hours=1)


class Post:
    """Carriers that have scanned what was given to them, or are silent."""

    def __init__(self, *carriers: str, per_minute: int = 5) -> None:
        self.accounts = [Account(f"{carrier}_api", carrier, per_minute, None) for carrier in carriers]
        self.scans: tuple[Scan, ...] | None = ()
        self.asked: list[tuple[str, str]] = []

    def answer(self, account: Account, number: str) -> Report:
        self.asked.append((account.carrier, number))
        if self.scans is None:
            raise CarrierSilentError("busy")
        return Report(number, account.carrier, self.scans, None)

    def scanned(self, word: str, at: datetime) -> None:
        self.scans = (*(self.scans or ()), Scan(at.replace(tzinfo=None), word, word))

    async def poll(self, settings: Settings, now: datetime = NOW) -> int:
        await LabelPoll.all().update(asked_at=real_now() - HOURS)
        return await Carriers(settings, self.accounts, ask=self.answer).poll_due(now)


async def a_labelled_return(settings: Settings, **label: Any) -> Return:
    order, line = await a_delivered_order(customer=None)
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=settings, now=SENT)
    new = NewLabel(code="X", **({"tracking_number": "0034 0434"} | label))
    await send_label(made.id, new, by=Actor.STAFF, policy=DEFAULT, settings=settings, now=SENT)
    return await Return.get(id=made.id)


async def test_a_label_is_asked_for_until_it_has_come_and_its_scans_move_the_return(database: Settings) -> None:
    await a_labelled_return(database, carrier="dhl")
    post = Post("dhl", "gls")
    assert await post.poll(database) == 1
    assert (await Return.get()).status == "label_sent"
    assert await post.poll(database, NOW + HOURS) == 0, "a label that lies about is asked for rarely"

    post.scanned("in_transit", NOW + 2 * HOURS)
    assert await post.poll(database, NOW + 7 * HOURS) == 1
    assert (await Return.get()).status == "in_transit"
    post.scanned("delivered", NOW + 9 * HOURS)
    assert await post.poll(database, NOW + 12 * HOURS) == 1
    assert (await Return.get()).status == "received"
    assert await post.poll(database, NOW + 48 * HOURS) == 0
    assert set(post.asked) == {("dhl", "00340434")}
    assert await TrackingEvent.filter(shipment__tracking_number="00340434").count() == 0


@pytest.mark.parametrize(
    ("outbound", "carriers", "expected"),
    [("gls", ("dhl", "gls"), "gls"), (None, ("dhl",), "dhl"), (None, ("dhl", "gls"), None), ("ups", ("dhl",), None)],
)
async def test_where_nobody_has_said_who_brings_it_whoever_brought_it_is_asked(
    database: Settings, outbound: str | None, carriers: tuple[str, ...], expected: str | None
) -> None:
    await a_labelled_return(database)
    await Shipment.all().update(carrier=outbound)
    post = Post(*carriers)
    await post.poll(database)
    assert post.asked == ([(expected, "00340434")] if expected else [])


async def test_a_carrier_that_brings_nothing_we_may_ask_about_is_not_asked(database: Settings) -> None:
    await a_labelled_return(database, carrier="ups")
    post = Post("dhl")
    assert (await post.poll(database), post.asked) == (0, [])


async def test_what_is_over_or_was_never_labelled_is_not_asked_for(database: Settings) -> None:
    row = await a_labelled_return(database, carrier="dhl")
    await a_labelled_return(database, carrier="dhl", tracking_number=None)
    await move(row.id, Status.CANCELLED, by=Actor.STAFF, settings=database, now=NOW)
    assert await Post("dhl").poll(database) == 0


async def test_a_silent_carrier_is_asked_again_later(database: Settings) -> None:
    await a_labelled_return(database, carrier="dhl")
    post = Post("dhl")
    post.scans = None
    assert await post.poll(database) == 0
    poll = await LabelPoll.get()
    assert poll.failures == 1
    assert poll.retry_at is not None
    assert poll.retry_at > real_now()
    assert poll.leased_until is None
    await post.poll(database)
    assert len(post.asked) == 1

    await LabelPoll.all().update(retry_at=real_now() - HOURS)
    post.scans = ()
    assert await post.poll(database) == 1
    assert (await LabelPoll.get()).failures == 0


async def test_labels_and_parcels_share_the_carriers_rate(database: Settings) -> None:
    for number in range(3):
        await a_labelled_return(database, carrier="dhl", tracking_number=f"back-{number}")
    for number in range(3):
        await an_order(placed_at=NOW, parcels=[parcel("label_created", tracking_number=f"out-{number}", carrier="dhl")])
    post = Post("dhl", per_minute=4)
    await Carriers(database, post.accounts, ask=post.answer).poll_due(NOW)
    assert len(post.asked) == 4
    await Carriers(database, post.accounts, ask=post.answer).poll_due(NOW)
    assert len(post.asked) == 4
