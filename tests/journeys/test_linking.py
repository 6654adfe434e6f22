"""Linking a chat to purchases, each way, and what nobody may learn on the way."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.callbacks import OpenOrder
from bot.clock import Clock
from bot.config import Settings
from bot.customers.linking import TOKEN_LIFE, issue_token
from bot.customers.models import Link, LinkToken
from bot.i18n import plain
from bot.shop.models import Customer, Order
from tests.support.builders import a_customer, an_order, parcel
from tests.support.chat import Person, Town, open_town
from tests.support.import_files import import_lines, order

PHONE = "+49 151 23456789"
MAIL = "erika@example.org"


async def erikas_order(number: str = "1001") -> tuple[Customer, Order]:
    erika = await a_customer("Erika Beispiel", email=MAIL, phone=PHONE)
    order = await an_order(
        number, customer=erika, parcels=[parcel("in_transit")], ship_postal_code="10115", ship_city="Berlin"
    )
    return erika, order


async def links_of(person: Person) -> list[int]:
    return [link.customer_id for link in await Link.filter(chat_id=person.id)]


async def test_a_newcomer_chooses_a_language_and_is_told_the_three_ways(town: Town) -> None:
    anna = await town.stranger("fr")
    await anna.says("/start")
    assert anna.buttons[0] == "✓ Français"
    await anna.taps("Lëtzebuergesch")
    anna.can_tap(plain("lb", "link-order-button"), plain("lb", "link-contact-button"))
    await anna.says("/start")
    anna.can_tap(plain("lb", "menu-link-button"))


async def test_the_deep_link_of_an_order_mail_links_after_a_yes(town: Town) -> None:
    erika, order = await erikas_order()
    token = await issue_token(order.id, now=town.clock.now())
    anna = await town.stranger("de")
    await anna.says(f"/start {token}")
    anna.reads("Sind Sie das?", "E••• B•••", "e•••@e•••.org")
    anna.does_not_read("Erika", MAIL)
    assert await links_of(anna) == []
    await anna.taps(plain("de", "link-confirm-button"))
    assert await links_of(anna) == [erika.id]
    anna.reads("Verknüpft", "Deutsch")
    await anna.taps("Deutsch")
    anna.is_offered("1001")


async def test_no_token_is_kept_anywhere_but_as_a_digest(town: Town, database: Settings) -> None:
    _, order = await erikas_order()
    token = await issue_token(order.id, now=town.clock.now())
    anna = await town.stranger("de")
    await anna.says(f"/start {token}")
    from bot.db import connection

    rows = await connection().execute_query_dict("SELECT data FROM conversation_state")
    assert all(token not in str(row["data"]) for row in rows)
    assert token not in str(await LinkToken.all().values())


async def test_saying_no_links_nothing_and_leaves_the_link_usable(town: Town) -> None:
    erika, order = await erikas_order()
    token = await issue_token(order.id, now=town.clock.now())
    anna = await town.customer("de")
    await anna.says(f"/start {token}")
    await anna.taps(plain("de", "link-cancel-button"))
    anna.has_a_way_on()
    assert await links_of(anna) == []
    await anna.says(f"/start {token}")
    await anna.taps(plain("de", "link-confirm-button"))
    assert await links_of(anna) == [erika.id]


async def test_a_used_link_opens_nothing_for_anybody_else(town: Town) -> None:
    erika, order = await erikas_order()
    token = await issue_token(order.id, now=town.clock.now())
    anna, mallory = await town.customer("de"), await town.customer("de", name="Mallory")
    await mallory.says(f"/start {token}")
    await anna.says(f"/start {token}")
    await anna.taps(plain("de", "link-confirm-button"))
    await mallory.taps(plain("de", "link-confirm-button"))
    mallory.reads("schon benutzt")
    mallory.can_tap(plain("de", "link-order-button"))
    await mallory.says(f"/start {token}")
    mallory.reads("schon benutzt")
    mallory.does_not_read("E•••")
    assert await links_of(mallory) == []
    assert await links_of(anna) == [erika.id]


async def test_a_second_tap_on_the_same_confirmation_finds_it_done(town: Town) -> None:
    erika, order = await erikas_order()
    token = await issue_token(order.id, now=town.clock.now())
    anna = await town.customer("de")
    await anna.says(f"/start {token}")
    message_id, data = anna.data_of(plain("de", "link-confirm-button"))
    await anna.taps_data(message_id, data)
    assert (await town.web.try_ask("POST", f"/api/chats/{anna.id}/taps", _tap(anna, message_id, data)))[0] in {200, 404}
    assert await links_of(anna) == [erika.id]


def _tap(person: Person, message_id: int, data: str) -> dict[str, object]:
    return {"user_id": person.id, "message_id": message_id, "callback_data": data}


@pytest.mark.parametrize("token", ["x", "0" * 64, "--__--", "order-1001"])
async def test_an_invented_link_is_answered_with_the_ways_to_link(town: Town, token: str) -> None:
    anna = await town.customer("de")
    await anna.says(f"/start {token}")
    anna.reads("abgelaufen")
    anna.can_tap(plain("de", "link-order-button"))


async def test_an_expired_link_links_nothing(database: Settings, clock: Clock) -> None:
    _, order = await erikas_order()
    token = await issue_token(order.id, now=clock.now())
    clock.advance(TOKEN_LIFE + timedelta(minutes=1))
    async with open_town(database, clock) as town:
        anna = await town.customer("de")
        await anna.says(f"/start {token}")
        anna.reads("abgelaufen")


async def test_ones_own_contact_finds_ones_purchases(town: Town) -> None:
    erika, _ = await erikas_order()
    anna = await town.customer("de")
    await anna.says("/link")
    await anna.taps(plain("de", "link-contact-button"))
    assert (await anna.visitor.private_chat())["reply_keyboard"]["keyboard"][0][0]["request_contact"] is True
    await anna.shares_contact("4915123456789")
    anna.reads("Sind Sie das?", "E•••")
    assert (await anna.visitor.private_chat())["reply_keyboard"] is None
    await anna.taps(plain("de", "link-confirm-button"))
    anna.has_read("Verknüpft")
    anna.is_offered("1001")
    assert await links_of(anna) == [erika.id]


async def test_somebody_elses_contact_card_is_refused(town: Town) -> None:
    await erikas_order()
    anna = await town.customer("de")
    await anna.shares_contact("4915123456789", user_id=anna.id + 1)
    anna.reads("Kontakt einer anderen Person")
    anna.does_not_read("E•••")
    assert await links_of(anna) == []


async def test_an_unknown_number_shows_the_other_ways(town: Town) -> None:
    anna = await town.customer("de")
    await anna.shares_contact("352621000000")
    anna.reads(plain("de", "link-contact-unknown"))
    anna.can_tap(plain("de", "link-order-button"))


async def test_sharing_can_be_called_off(town: Town) -> None:
    anna = await town.customer("de")
    await anna.says("/link")
    await anna.taps(plain("de", "link-contact-button"))
    await anna.says(plain("de", "link-cancel-button"))
    assert (await anna.visitor.private_chat())["reply_keyboard"] is None
    anna.can_tap(plain("de", "link-order-button"))


@pytest.mark.parametrize("proof", [MAIL, MAIL.upper(), "10115", "D-10115"])
async def test_order_number_and_mail_or_postcode_link(town: Town, proof: str) -> None:
    erika, _ = await erikas_order()
    anna = await town.customer("de")
    await _proves(anna, "#1001", proof)
    anna.reads("Sind Sie das?")
    assert await links_of(anna) == []
    await anna.taps(plain("de", "link-confirm-button"))
    assert await links_of(anna) == [erika.id]
    anna.has_read("Verknüpft")


async def _proves(anna: Person, number: str, proof: str) -> None:
    await anna.says("/link")
    await anna.taps(plain("de", "link-order-button"))
    await anna.says(number)
    await anna.says(proof)


async def test_a_wrong_proof_is_answered_like_an_unknown_number(town: Town) -> None:
    await erikas_order()
    anna = await town.customer("de")
    await _proves(anna, "1001", "wrong@example.org")
    wrong = anna.text
    await _proves(anna, "9999", MAIL)
    assert anna.text == wrong
    anna.reads("passen nicht zusammen")
    anna.has_a_way_on()


async def test_the_sixth_try_in_a_quarter_of_an_hour_is_not_judged(town: Town) -> None:
    await erikas_order()
    anna = await town.customer("de")
    await _proves(anna, "1001", "00000")
    for proof in ("00000", "00000", "00000", "00000", MAIL):
        await anna.says("1001")
        await anna.says(proof)
    anna.reads(plain("de", "error-too-many-tries"))
    anna.does_not_read("E•••")
    anna.has_a_way_on()
    other = await town.customer("de", name="Zweite")
    await _proves(other, "1001", MAIL)
    other.reads("Sind Sie das?")


async def test_who_orders_under_the_address_of_another_sees_only_their_own_order(town: Town, tmp_path: Path) -> None:
    victim = {"email": MAIL, "name": "Erika Beispiel"}
    own = {"name": "Erika", "street": "Geheimweg 1", "postal_code": "10115", "city": "Berlin"}
    elsewhere = {"name": "Mallory", "street": "Nebenweg 2", "postal_code": "80331", "city": "München"}
    await import_lines(tmp_path, order("5001", customer=victim, ship_to=own))
    await import_lines(tmp_path, order("5002", customer={"email": MAIL}, ship_to=elsewhere))
    mallory = await town.customer("de", name="Mallory")
    await _proves(mallory, "5002", "80331")
    mallory.does_not_read("Berlin", "10•••")
    await mallory.taps(plain("de", "link-confirm-button"))
    await mallory.says("/orders")
    mallory.can_tap("5002")
    assert not [button for button in mallory.buttons if "5001" in button]
    await mallory.says("5001")
    mallory.does_not_read("Geheimweg", "Berlin", "10115")


async def test_an_order_of_nobody_is_linked_alone(town: Town) -> None:
    await an_order("1001", customer_id=None, ship_postal_code="1234")
    await an_order("7777", customer_id=None, ship_postal_code="1234")
    anna = await town.customer("de")
    await _proves(anna, "1001", "L-1234")
    await anna.taps(plain("de", "link-confirm-button"))
    anna.is_offered("1001")
    await anna.says("7777")
    anna.does_not_read("Kaffeebecher")


async def test_a_chat_sees_all_its_customers_and_a_customer_all_its_chats(town: Town) -> None:
    erika, _ = await erikas_order()
    other = await a_customer(email="zweite@example.org")
    await an_order("2002", customer=other, ship_postal_code="20095")
    anna, mother = await town.customer("de", owns=[erika]), await town.customer("de", owns=[erika], name="Mutter")
    await _proves(anna, "2002", "20095")
    await anna.taps(plain("de", "link-confirm-button"))
    await anna.says("/orders")
    anna.can_tap("1001", "2002")
    await mother.says("1001")
    mother.reads("Bestellung 1001")
    await mother.says("/account")
    mother.reads(plain("de", "account-chats", count=2))


async def test_after_unlinking_nothing_leaks_through_any_door(town: Town) -> None:
    erika, order = await erikas_order()
    anna = await town.customer("de", owns=[erika])
    await anna.says("1001")
    refresh = anna.data_of(plain("de", "order-refresh-button"))
    await anna.says("/account")
    await anna.taps(plain("de", "account-unlink-button"))
    await anna.taps(plain("de", "account-unlink-confirm-button"))
    assert await links_of(anna) == []
    anna.does_not_read("Erika", "E•••")
    await town.web.try_ask("POST", f"/api/chats/{anna.id}/taps", _tap(anna, *refresh))
    await anna.says("1001")
    anna.does_not_read("Kaffeebecher", "10•••")
    await _taps_pointer(town, anna, OpenOrder(order_id=order.id).pack())
    anna.does_not_read("Kaffeebecher", "10•••", "Unterwegs")
    anna.has_a_way_on()


async def test_a_screen_left_open_shows_nothing_after_unlinking_elsewhere(town: Town) -> None:
    erika, _ = await erikas_order()
    anna = await town.customer("de", owns=[erika])
    await anna.says("1001")
    await Link.filter(chat_id=anna.id).delete()
    await anna.taps(plain("de", "order-refresh-button"))
    anna.does_not_read("Kaffeebecher", "10•••")
    anna.has_a_way_on()


async def test_a_pointer_to_a_foreign_order_opens_nothing(town: Town) -> None:
    _, order = await erikas_order()
    mallory = await town.customer("de", owns=[await a_customer()], name="Mallory")
    await mallory.says("/start")
    await _taps_pointer(town, mallory, OpenOrder(order_id=order.id).pack())
    mallory.reads("nicht gefunden")
    mallory.does_not_read("Kaffeebecher")


async def _taps_pointer(town: Town, person: Person, data: str) -> None:
    """A message of ours with such a button, as a push will carry it, and a tap on it."""
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": data}]]}
    sent = await town.web.call("sendMessage", chat_id=person.id, text="news", reply_markup=markup)
    await person.taps_data(sent["result"]["message_id"], data)
    await town.settle()
    await person.looks()
