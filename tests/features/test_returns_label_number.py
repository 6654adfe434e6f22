"""The number of a label stands in words wherever somebody may need it: pictures get lost, and cannot be copied."""

from datetime import timedelta

import pytest

from bot.config import Locale, Settings
from bot.customers.models import Chat, Link
from bot.outbox.models import Push
from bot.returns.labels import NewLabel, send_label
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return
from bot.returns.moving import move
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.requests import Piece
from bot.returns.unsent import mind_unsent
from bot.returns.wording import Reader, card_text
from tests.support.returns import SOON, a_delivered_order, asked

NUMBER = "00340434"


async def labelled(settings: Settings, label: NewLabel) -> int:
    order, line = await a_delivered_order("1001", quantity=1)
    await Chat.create(id=7, locale="de", first_name="Anna", created_at=SOON)
    await Link.create(chat_id=7, customer_id=order.customer_id, proof="order", linked_at=SOON)
    made = await asked(order, Piece(line.id, 1, "unwanted"), way=Way.GOODWILL, settings=settings)
    await send_label(made.id, label, by=Actor.STAFF, policy=DEFAULT, settings=settings, now=SOON)
    return made.id


async def card(return_id: int, settings: Settings, locale: Locale = "de") -> str:
    return card_text(await read_sheet(return_id), Reader(locale, settings.time_zone, "Lumen"))


async def test_the_card_the_first_message_and_the_reminder_name_the_number(database: Settings) -> None:
    made = await labelled(database, NewLabel(code="0034 0434", tracking_number="0034 0434"))
    await mind_unsent(database, now=SOON + timedelta(days=7, hours=4))

    assert "<code>0034 0434</code>" in await card(made, database), "as it was given"
    first = await Push.get(once=f"return:{made}:label_sent:chat:7")
    reminder = await Push.get(once__startswith=f"return:{made}:remind-")
    assert "<code>0034 0434</code>" in first.params["caption"]
    assert "<code>0034 0434</code>" in reminder.params["text"]


@pytest.mark.parametrize("locale", ["de", "en", "fr", "lb"])
async def test_a_code_of_its_own_is_told_beside_the_number_until_the_parcel_has_left(
    database: Settings, locale: Locale
) -> None:
    made = await labelled(database, NewLabel(code="QR-77", tracking_number="0034 0434"))
    told = await card(made, database, locale)
    assert f"<code>{NUMBER}</code>" in told
    assert "<code>QR-77</code>" in told

    await move(made, Status.IN_TRANSIT, by=Actor.CARRIER, settings=database, now=SOON)
    told = await card(made, database, locale)
    assert f"<code>{NUMBER}</code>" in told
    assert "QR-77" not in told


async def test_a_number_that_the_platform_alone_has_told_is_named_too(database: Settings) -> None:
    made = await labelled(database, NewLabel(url="https://carrier.example/1"))
    assert "<code>" not in await card(made, database)
    await Return.filter(id=made).update(label_key=NUMBER)
    assert f"<code>{NUMBER}</code>" in await card(made, database)


async def test_what_is_too_long_to_be_typed_is_left_to_the_picture(database: Settings) -> None:
    made = await labelled(database, NewLabel(code="X" * 65))
    assert "XXX" not in await card(made, database)
