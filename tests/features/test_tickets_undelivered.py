"""The staff hear of news that a customer will not get, once, and not of what the customer does not want."""

from datetime import timedelta

import pytest

from bot.config import Settings
from bot.outbox.errors import Refused, Unreachable
from bot.outbox.models import Push
from bot.tickets.undelivered import tell_undelivered
from tests.support.builders import a_customer, an_order
from tests.support.postman import NOON, Postman, a_chat, drained, push

STAFF_CHAT = -100


@pytest.fixture
def shop(database: Settings) -> Settings:
    return database.model_copy(update={"staff_chat_id": STAFF_CHAT, "default_locale": "de"})


async def lines() -> list[str]:
    return [str(each.params["text"]) for each in await Push.filter(chat_id=STAFF_CHAT).order_by("id")]


async def test_what_telegram_refuses_is_told_once_with_person_order_and_reason(shop: Settings) -> None:
    erika = await a_customer()
    order = await an_order("1001", customer=erika)
    await a_chat(1, first_name="Erika")
    await push(1, "<b>x", purpose="milestone", customer_id=erika.id, order_id=order.id)
    await drained(shop, Postman().says(1, Refused("can't parse entities")))

    told = [await tell_undelivered(shop, now=NOON + timedelta(minutes=minutes)) for minutes in (0, 1, 90)]

    assert told == [1, 0, 0]
    [line] = await lines()
    assert "an Erika: Neues von einem Paket (Bestellung 1001)" in line
    assert (await Push.get(chat_id=STAFF_CHAT)).customer_id == erika.id


async def test_who_has_stopped_the_bot_and_what_advertises_is_nothing_for_the_staff(shop: Settings) -> None:
    erika = await a_customer()
    await push(1, "stopped", purpose="milestone", customer_id=erika.id)
    await push(2, "a card", purpose="card", customer_id=erika.id)
    await drained(shop, Postman().says(1, Unreachable("blocked")).says(2, Refused("x")))

    assert await tell_undelivered(shop, now=NOON) == 0
    assert await lines() == []
