"""A parcel that is only said to be on its way: who said so by mistake, or never hands it in."""

from typing import Any

import pytest

from bot.config import Settings
from bot.errors import NotFoundError
from bot.returns.acts import Act, acts_of
from bot.returns.looking import read_sheet
from bot.returns.machine import Step
from bot.returns.models import Return, ReturnStep
from bot.returns.moving import MovedOnError, cancel, tell_sent
from bot.returns.paths import Way
from bot.returns.receiving import undo_receipt
from bot.returns.scanning import follow_label
from bot.returns.unsaid import take_back_sent
from bot.returns.verdicts import tell_on_way
from bot.shipping.progress import ParcelEvent
from tests.features.test_returns_labels import SENT, minded_daily, without_a_label

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize("way", [Way.WITHDRAWAL, Way.GOODWILL])
async def test_who_said_by_mistake_that_it_is_sent_takes_that_back_and_may_cancel(database: Settings, way: Way) -> None:
    made = await without_a_label(database, way)
    given: dict[str, Any] = {"customer_ids": [made.customer_id], "settings": database, "now": SENT}
    await tell_sent(made.id, **given)
    with pytest.raises(NotFoundError):
        await take_back_sent(made.id, **given | {"customer_ids": [made.customer_id + 1]})
    await take_back_sent(made.id, **given)
    with pytest.raises(MovedOnError):
        await take_back_sent(made.id, **given)
    assert (await read_sheet(made.id)).step is Step.CUSTOMER_SENDS
    await cancel(made.id, **given)
    assert (await Return.get(id=made.id)).status == "cancelled"


async def test_what_a_carrier_has_scanned_is_no_mere_word(database: Settings) -> None:
    made = await without_a_label(database, Way.WITHDRAWAL)
    given: dict[str, Any] = {"customer_ids": [made.customer_id], "settings": database, "now": SENT}
    await tell_sent(made.id, **given)
    for _ in range(2):
        await follow_label(made.id, [ParcelEvent(SENT, "picked_up", "PU")], settings=database, now=SENT)
    assert await ReturnStep.filter(request_id=made.id, act="scanned").count() == 1
    with pytest.raises(MovedOnError):
        await take_back_sent(made.id, **given)
    await minded_daily(database, 40)
    assert (await Return.get(id=made.id)).status == "in_transit"


async def test_the_staff_say_what_they_have_proof_of_and_can_take_it_back(database: Settings) -> None:
    made = await without_a_label(database, Way.WITHDRAWAL)
    by_mia: dict[str, Any] = {"staff_id": 501, "settings": database, "now": SENT}
    await tell_on_way(made.id, **by_mia)
    with pytest.raises(MovedOnError):
        await take_back_sent(made.id, customer_ids=[made.customer_id], settings=database, now=SENT)
    await minded_daily(database, 40)
    sheet = await read_sheet(made.id)
    assert sheet.status == "in_transit", "what was proved holds"
    assert Act.UNDO in acts_of(sheet)
    await undo_receipt(made.id, **by_mia)
    assert (await read_sheet(made.id)).step is Step.CUSTOMER_SENDS
