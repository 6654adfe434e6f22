"""What rings when a replacement has left says what is in the parcel and how to follow it."""

from typing import Any

from bot.config import Settings
from bot.customers.models import Chat, Link
from bot.outbox.models import Push
from bot.returns.machine import Status
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.requests import Piece, Wish, ask
from bot.returns.settling import settle
from bot.returns.verdicts import approve
from bot.shop.models import Line
from tests.support.builders import Item, an_order, parcel, scan
from tests.support.returns import DELIVERED, SOON

MIA = 501


async def test_the_message_of_a_replacement_has_its_number_and_what_is_in_the_parcel(database: Settings) -> None:
    given: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": SOON}
    order = await an_order(lines=[Item("Kaffeebecher")], parcels=[parcel(scan("delivered", at=DELIVERED))])
    await Chat.create(id=7, locale="de", created_at=SOON)
    await Link.create(chat_id=7, customer_id=order.customer_id, proof="order", linked_at=SOON)
    line = await Line.get(order_id=order.id)
    wish = Wish(order_id=order.id, pieces=(Piece(line.id, 1, "defective"),), way=Way.WARRANTY, outcome="replacement")
    who: dict[str, Any] = {"customer_ids": [order.customer_id or 0], "chat_id": 7, "locale": "de"}
    made = await ask(wish, policy=DEFAULT, settings=database, now=SOON, **who)
    await approve(made.id, policy=DEFAULT, **given)
    await receive(made.id, **given)
    await check(made.id, Finding(), policy=DEFAULT, **given)
    assert (await settle(made.id, "replacement", tracking="CC473124829LU", **given)).status is Status.EXCHANGED
    [rang] = await Push.filter(once__contains=":exchanged", chat_id=7)
    assert "CC473124829LU" in rang.params["text"]
    assert "Kaffeebecher" in rang.params["text"]
