"""Carriers are asked about open parcels only, within their rate, off the loop, and again later when they are silent."""

import asyncio
import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import SecretStr

from bot.clock import real_now
from bot.config import Settings
from bot.connectors.polls import Carriers, next_poll, open_carriers
from bot.errors import OperatorError
from bot.shipping.carriers.karrio import Account, CarrierSilentError
from bot.shipping.carriers.reports import Report, Scan
from bot.shipping.models import Poll
from bot.shop.models import Shipment
from tests.support.builders import an_order, parcel

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Carrier:
    """Answers with its last word about any number, or is silent."""

    def __init__(self, *, per_minute: int = 5) -> None:
        self.account = Account("dhl_universal", "dhl", per_minute, None)
        self.asked: list[str] = []
        self.threads: set[int] = set()
        self.word: str | None = "in_transit"

    def answer(self, _: Account, number: str) -> Report:
        self.asked.append(number)
        self.threads.add(threading.get_ident())
        if self.word is None:
            raise CarrierSilentError("busy")
        scan = Scan(datetime(2026, 11, 20, 11), self.word, self.word)  # noqa: DTZ001  # local, as karrio has it
        return Report(number, "dhl", (scan,), date(2026, 11, 24))


@pytest.fixture
def carrier() -> Carrier:
    return Carrier()


def asking(settings: Settings, carrier: Carrier) -> Carriers:
    return Carriers(settings, [carrier.account], ask=carrier.answer)


async def open_parcel(number: str, *scans: str, carrier: str | None = "dhl", placed_at: datetime = NOW) -> None:
    await an_order(placed_at=placed_at, parcels=[parcel(*scans, tracking_number=number, carrier=carrier)])


async def test_an_open_parcel_is_asked_for_and_moves(database: Settings, carrier: Carrier) -> None:
    await open_parcel("77", "label_created")

    assert await asking(database, carrier).poll_due(NOW) == 1

    shipment = await Shipment.get()
    assert (shipment.status, shipment.expected_on) == ("in_transit", date(2026, 11, 24))
    assert carrier.threads.isdisjoint({threading.get_ident()})


async def test_nobody_asks_about_the_rest(database: Settings, carrier: Carrier) -> None:
    await open_parcel("arrived", "in_transit", "delivered")
    await open_parcel("elsewhere", "in_transit", carrier="gls")
    await open_parcel("unknown carrier", "in_transit", carrier=None)
    await open_parcel("history", "in_transit", placed_at=NOW - timedelta(days=90))

    assert await asking(database, carrier).poll_due(NOW) == 0
    assert carrier.asked == []


async def test_the_next_question_waits_its_time(database: Settings, carrier: Carrier) -> None:
    await open_parcel("77", "label_created")
    carriers = asking(database, carrier)

    await carriers.poll_due(NOW)
    await carriers.poll_due(NOW + timedelta(hours=1))
    assert len(carrier.asked) == 1
    await carriers.poll_due(NOW + timedelta(hours=4, minutes=1))

    assert len(carrier.asked) == 2


async def test_a_tick_stays_within_the_carriers_rate(database: Settings) -> None:
    carrier = Carrier(per_minute=2)
    for number in range(5):
        await open_parcel(str(number), "label_created")
    carriers = asking(database, carrier)

    answered = []
    for _ in range(4):
        answered += [await carriers.poll_due(NOW), await carriers.poll_due(NOW)]
        await let_a_minute_pass()

    assert answered == [2, 0, 2, 0, 1, 0, 0, 0]


async def test_processes_that_ask_at_once_stay_within_the_rate_together(database: Settings) -> None:
    carrier = Carrier(per_minute=3)
    for number in range(10):
        await open_parcel(str(number), "label_created")

    answered = await asyncio.gather(*(asking(database, carrier).poll_due(NOW) for _ in range(4)))

    assert sum(answered) == len(carrier.asked) == 3
    assert len(set(carrier.asked)) == 3
    await let_a_minute_pass()
    assert await asking(database, carrier).poll_due(NOW) == 3


async def test_a_carrier_that_is_silent_was_asked_all_the_same(database: Settings) -> None:
    carrier = Carrier(per_minute=2)
    carrier.word = None
    for number in range(5):
        await open_parcel(str(number), "label_created")

    await asking(database, carrier).poll_due(NOW)
    await asking(database, carrier).poll_due(NOW)

    assert len(carrier.asked) == 2


async def let_a_minute_pass() -> None:
    await Poll.exclude(asked_at=None).update(asked_at=real_now() - timedelta(seconds=61))


async def test_a_silent_carrier_is_asked_again_later_and_less_often(database: Settings, carrier: Carrier) -> None:
    await open_parcel("77", "label_created")
    carrier.word = None
    carriers = asking(database, carrier)
    waits = []
    for _ in range(3):
        assert await carriers.poll_due(NOW) == 0
        poll = await Poll.get()
        assert poll.retry_at is not None
        waits.append(poll.retry_at - real_now())
        await Poll.all().update(retry_at=real_now() - timedelta(seconds=1))

    assert waits[0] < waits[1] < waits[2]
    carrier.word = "delivered"
    assert await carriers.poll_due(NOW) == 1
    assert (await Poll.get()).failures == 0


async def test_a_parcel_of_a_process_that_died_is_asked_for_again(database: Settings, carrier: Carrier) -> None:
    await open_parcel("77", "label_created")
    await Poll.create(shipment=await Shipment.get(), due_at=NOW, leased_until=real_now() + timedelta(minutes=1))
    assert await asking(database, carrier).poll_due(NOW) == 0

    await Poll.all().update(leased_until=real_now() - timedelta(seconds=1))
    assert await asking(database, carrier).poll_due(NOW) == 1


@pytest.mark.parametrize(
    ("status", "expected_on", "last_scan", "wait"),
    [
        ("out_for_delivery", None, NOW, timedelta(minutes=20)),
        ("in_transit", date(2026, 11, 21), NOW, timedelta(hours=1)),
        ("in_transit", date(2026, 11, 25), NOW, timedelta(hours=4)),
        ("in_transit", None, NOW - timedelta(days=11), timedelta(days=1)),
        ("delayed", None, NOW, timedelta(hours=2)),
        ("label_created", date(2026, 11, 20), NOW, timedelta(hours=6)),
        ("unknown", None, None, timedelta(hours=6)),
        ("available_for_pickup", None, NOW, timedelta(hours=6)),
    ],
)
def test_rarely_while_calm_and_often_near_delivery(
    status: str, expected_on: date | None, last_scan: datetime | None, wait: timedelta
) -> None:
    assert next_poll(status, expected_on=expected_on, status_at=last_scan, now=NOW) == wait


def test_without_accounts_nobody_is_asked(settings: Settings) -> None:
    assert open_carriers(settings) is None


def test_accounts_that_cannot_work_end_the_start(settings: Settings) -> None:
    with pytest.raises(OperatorError, match="carriers: "):
        open_carriers(settings.model_copy(update={"carrier_accounts": SecretStr("nonsense")}))
