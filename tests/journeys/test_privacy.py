"""A person's rights in the chat, in four languages: the notice, a copy of everything, and the erasure in two taps."""

import json
from datetime import datetime
from typing import Any

import pytest
from aiogram.types import Update

from bot.callbacks import EraseData
from bot.clock import real_now
from bot.config import LOCALES, Locale
from bot.conversations.models import DialogState
from bot.customers.consents import diary, give
from bot.customers.models import Chat, Link
from bot.customers.wordings import version_of
from bot.i18n import plain
from bot.loyalty.ledger import book
from bot.outbox.models import Push
from bot.privacy.finding import find_rows
from bot.privacy.subject import Subject, known_to_chat
from bot.returns.models import Return
from bot.shop.models import Customer, Order
from bot.shop.platform_models import PlatformReturn
from bot.tickets.models import Case, ChatTurn
from tests.support.builders import a_customer, an_order, parcel
from tests.support.chat import Person, Town
from tests.support.postman import push
from tests.support.staffed import Shop, eventually
from tests.support.webchat import png


async def a_regular(town: Town, locale: Locale) -> tuple[Person, Customer]:
    """Somebody who has used everything: orders, a consent, points, messages, an open screen."""
    erika = await a_customer("Erika Beispiel", email="erika@example.org", phone="+4915123456789")
    await an_order("1001", customer=erika, parcels=[parcel("in_transit")], ship_street="Musterweg 1", ship_city="Bonn")
    anna = await town.customer(locale, owns=[erika])
    now = town.clock.now()
    await give(
        anna.id, "survey", wording="Ja, gern.", version=1, locale=locale, request_message_id=1, confirm_message_id=2,
        now=now,
    )  # fmt: skip
    await book(erika.id, 40, kind="survey", source="survey:plan:9", reason="survey", now=now)
    await push(anna.id, "invitation", purpose="survey", now=now)
    await anna.says("1001")
    return anna, erika


async def copy_of(person: Person, locale: Locale) -> dict[str, Any]:
    """What the file holds that the bot has sent."""
    await person.says("/privacy")
    await person.taps(plain(locale, "privacy-export-button"))
    document = person.screen["document"]
    path = (await person.town.web.call("getFile", file_id=document["file_id"]))["result"]["file_path"]
    async with person.town.web.http.get(f"{person.town.web.url}/file/bot{person.town.bot.token}/{path}") as answer:
        assert answer.status == 200
        data: dict[str, Any] = json.loads(await answer.read())
    assert document["file_name"].startswith(plain(locale, "privacy-export-file-button"))
    return data


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_copy_comes_as_a_file_that_says_what_each_part_is_for(town: Town, locale: Locale) -> None:
    anna, erika = await a_regular(town, locale)

    copy = await copy_of(anna, locale)

    assert copy["data"]["shop"]["what_for"] == plain(locale, "privacy-room-shop-alert")
    assert copy["data"]["shop"]["shop_order"][0]["number"] == "1001"
    assert copy["data"]["loyalty"]["loyalty_entry"][0]["points"] == 40
    assert copy["person"] == {"chats": [anna.id], "customers": [erika.id]}
    assert copy["privacy_notice"] == version_of("privacy").version


async def test_the_copy_equals_the_diary(town: Town) -> None:
    anna, _ = await a_regular(town, "de")

    told = (await copy_of(anna, "de"))["data"]["customer"]["customer_consent"]

    entries = await diary(anna.id)
    assert [(each["purpose"], each["wording"], each["version"]) for each in told] == [
        (entry.purpose, entry.wording, entry.version) for entry in entries
    ]
    assert [datetime.fromisoformat(each["given_at"]) for each in told] == [entry.given_at for entry in entries]


async def test_who_knows_an_order_number_gets_no_address_and_who_had_the_mail_does(town: Town) -> None:
    anna, _ = await a_regular(town, "de")
    weak = await copy_of(anna, "de")
    anna.reads("verkürzt")
    await Link.all().update(proof="link")
    strong = await copy_of(anna, "de")

    assert weak["data"]["shop"]["shop_order"][0]["ship_street"] == "•••"
    assert "erika@example.org" not in json.dumps(weak)
    assert strong["data"]["shop"]["shop_order"][0]["ship_street"] == "Musterweg 1"
    assert strong["data"]["shop"]["shop_customer"][0]["email"] == "erika@example.org"


@pytest.mark.parametrize("locale", LOCALES)
async def test_two_taps_erase_everything_and_the_next_message_finds_a_stranger(town: Town, locale: Locale) -> None:
    anna, erika = await a_regular(town, locale)
    before = await known_to_chat(anna.id)
    await anna.says("/privacy")
    await anna.taps(plain(locale, "privacy-erase-button"))
    anna.reads(plain(locale, "privacy-erase-points", count=40), plain(locale, "privacy-erase-orders", count=1))
    assert await Chat.filter(id=anna.id).exists()
    await anna.taps(plain(locale, "privacy-erase-confirm-button"))

    assert plain(locale, "privacy-erase-kept") not in anna.text
    assert anna.buttons == []
    left = await find_rows(Subject(before.chats, before.customers))
    kept = {table: len(rows) for table, rows in left.rows.items() if rows}
    assert kept.keys() == {
        *("shop_customer", "shop_erased", "shop_order", "shop_line", "shop_shipment", "shipping_event"),
        *("customer_consent", "staff_audit"),
    }
    assert not await Push.all().exists()
    assert not await DialogState.all().exists()
    assert not await ChatTurn.all().exists()
    assert (await Customer.get(id=erika.id)).email is None
    assert (await Order.get()).is_hidden

    await anna.says("1001")
    anna.does_not_read("Musterweg", "Bonn", "Kaffeebecher", "Unterwegs")
    await anna.says("/start")
    anna.can_tap("Deutsch")


@pytest.mark.parametrize("locale", LOCALES)
async def test_before_erasing_all_that_would_be_lost_is_told_in_the_same_two_taps(town: Town, locale: Locale) -> None:
    anna, erika = await a_regular(town, locale)
    order, now = await Order.get(), town.clock.now()
    await a_return(order, "requested", external_id="r1")
    await a_return(order, "closed")
    for name, status in (("r1", "requested"), ("r2", "approved"), ("r3", "closed")):
        await PlatformReturn.create(order_id=order.id, external_id=name, status=status, items=[], revised_at=now)
    await Case.create(once="x", customer_id=erika.id, cause="lost", status="open", opened_at=now)
    await anna.says("/privacy")
    await anna.taps(plain(locale, "privacy-erase-button"))

    anna.reads(
        plain_spaced(locale, "privacy-erase-orders", count=1),
        plain_spaced(locale, "privacy-erase-returns", count=2),
        plain_spaced(locale, "privacy-erase-cases", count=1),
        plain_spaced(locale, "privacy-erase-points", count=40),
    )
    await anna.taps(plain(locale, "privacy-erase-confirm-button"))
    assert not await Chat.filter(id=anna.id).exists()


async def a_return(order: Order, status: str, **columns: Any) -> None:
    more: dict[str, Any] = {"way": "withdrawal", "goods": 19, "currency": "EUR", "locale": "de"}
    count = await Return.all().count()
    await Return.create(
        number=f"R-{count}",
        customer_id=order.customer_id,
        order_id=order.id,
        status=status,
        created_at=order.placed_at,
        **(more | columns),
    )


def plain_spaced(locale: Locale, key: str, **values: Any) -> str:
    return plain(locale, key, **values).replace("\u00a0", " ").replace("\u202f", " ")


async def test_a_staffed_bot_forgets_what_was_said_too(shop: Shop) -> None:
    anna, _ = await a_regular(shop.town, "de")
    await anna.says("/privacy")
    await anna.taps(plain("de", "privacy-erase-button"))
    assert await ChatTurn.all().exists()
    await anna.taps(plain("de", "privacy-erase-confirm-button"))

    assert not await ChatTurn.all().exists()
    assert not await DialogState.all().exists()


async def test_each_picture_of_an_album_leaves_the_staffs_group(shop: Shop) -> None:
    anna, _ = await a_regular(shop.town, "de")
    await anna.says("/human")
    await anna.visitor.sends(("1.png", png()), ("2.png", png()), caption="so kam es an")

    async def shows(count: int) -> bool:
        return len([m for m in await shop.mia.reads(chat_id=shop.group) if "photo" in m]) == count

    await eventually(lambda: shows(2))
    await anna.says("/privacy")
    await anna.taps(plain("de", "privacy-erase-button"))
    await anna.taps(plain("de", "privacy-erase-confirm-button"))
    await eventually(lambda: shows(0))


async def test_saying_no_erases_nothing(town: Town) -> None:
    anna, _ = await a_regular(town, "de")
    await anna.says("/privacy")
    await anna.taps(plain("de", "privacy-erase-button"))
    await anna.taps(plain("de", "privacy-erase-keep-button"))

    anna.reads(plain("de", "privacy-erase-kept"))
    await anna.says("1001")
    anna.reads("Bestellung 1001")


async def test_an_old_confirmation_asks_again(town: Town) -> None:
    anna, _ = await a_regular(town, "de")
    answer = await taps_old(town, anna, EraseData(before=int(real_now().timestamp()) - 1))

    assert answer["text"] == plain("de", "privacy-erase-expired-toast")
    assert await Chat.filter(id=anna.id).exists()
    anna.can_tap(plain("de", "privacy-erase-confirm-button"))


async def taps_old(town: Town, person: Person, data: EraseData) -> dict[str, Any]:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": data.pack()}]]}
    sent = await town.web.call("sendMessage", chat_id=person.id, text="?", reply_markup=markup)
    answer = await person.taps_data(sent["result"]["message_id"], data.pack())
    await town.settle()
    await person.looks()
    return answer


async def test_nobody_else_erases_a_chat(town: Town) -> None:
    anna, _ = await a_regular(town, "de")
    ben = await town.customer("de", name="Ben")
    data = EraseData(before=int(real_now().timestamp()) + 900).pack()
    message = {"message_id": 9, "date": 1, "chat": {"id": anna.id, "type": "private", "first_name": "A"}, "text": "?"}
    sender = {"id": ben.id, "is_bot": False, "first_name": "Ben"}
    tap = {"id": "77", "from": sender, "chat_instance": "1", "data": data, "message": message}
    await town.dispatcher.feed_update(town.bot, Update.model_validate({"update_id": 987654, "callback_query": tap}))

    assert await Chat.filter(id=anna.id).exists()
    assert await Link.filter(chat_id=anna.id).exists()


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_notice_has_its_version_and_every_right_a_button(town: Town, locale: Locale) -> None:
    anna = await town.stranger(locale)
    await anna.says("/privacy")

    anna.reads("Telegram")
    anna.can_tap(*(plain(locale, f"privacy-{deed}-button") for deed in ("export", "erase")))
    await anna.taps(plain(locale, "consent-diary-button"))
    anna.reads(plain(locale, "consent-intro"))


async def test_the_welcome_leads_to_the_notice(town: Town) -> None:
    anna = await town.stranger("de")
    await anna.says("/start")
    await anna.taps("Deutsch")

    anna.reads("/privacy")
