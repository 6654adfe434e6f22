"""One person at several postcodes: a number with a postcode proves one delivery, a mailbox proves the person."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.account import describe_account
from bot.customers.linking import (
    WrongProofError,
    issue_token,
    link_contact,
    link_order,
    preview_order,
    preview_token,
    redeem_token,
    unlink,
)
from bot.customers.profile import Profile, load_profile
from bot.shop.models import Customer, Order
from bot.shop.orders import list_orders
from tests.support.builders import TODAY, a_customer, an_order
from tests.support.import_files import import_lines, order

pytestmark = pytest.mark.usefixtures("database")

CHAT, MALLORY = 70_001, 66_006
NOW = datetime(2026, 11, 6, 12, tzinfo=UTC)
MAIL = "erika@example.org"


def to(number: str, postal_code: str | None, **told: Any) -> dict[str, Any]:
    """A guest's order under Erika's address, to this postcode."""
    return order(number, **({"customer": {"email": MAIL}, "ship_to": {"postal_code": postal_code}} | told))


async def profile_of(settings: Settings, chat_id: int) -> Profile:
    return await load_profile(chat_id, language_code="de", first_name="", settings=settings)


async def seen_by(settings: Settings, chat_id: int) -> set[str]:
    page = await list_orders((await profile_of(settings, chat_id)).customer_ids, today=TODAY)
    return {each.number for each in page.orders}


async def order_of(number: str) -> Order:
    return await Order.get(number=number)


async def prove(chat_id: int, number: str, proof: str) -> None:
    await link_order(chat_id, number, proof, now=NOW, now_real=NOW)


@pytest.mark.parametrize("proof", ["80331", MAIL])
@pytest.mark.parametrize("known_as", [{"email": MAIL}, {"external_id": "c-1", "email": MAIL}])
async def test_a_number_opens_what_went_to_its_postcode_and_nothing_else(
    tmp_path: Path, settings: Settings, known_as: dict[str, str], proof: str
) -> None:
    await import_lines(tmp_path, to("5001", "10115", customer=known_as), to("5003", "D-10115", customer=known_as))
    await import_lines(tmp_path, to("5002", "80331", customer=known_as))

    await prove(MALLORY, "5002", proof)
    await prove(CHAT, "5001", "10115")

    assert await seen_by(settings, MALLORY) == {"5002"}
    assert await seen_by(settings, CHAT) == {"5001", "5003"}


@pytest.mark.parametrize("known_as", [{"email": MAIL}, {"external_id": "c-1", "email": MAIL}])
async def test_the_link_of_an_order_mail_opens_the_person_at_all_postcodes(
    tmp_path: Path, settings: Settings, known_as: dict[str, str]
) -> None:
    others = [to("7001", "10115", source="till"), to("7002", "10115", customer={"email": "other@example.org"})]
    orders = [to(number, postal_code, customer=known_as) for number, postal_code in (("1", "10115"), ("2", "80331"))]
    await import_lines(tmp_path, *orders, to("3", None, customer=known_as), *others)
    token = await issue_token((await order_of("2")).id, now=NOW)

    linked = await redeem_token(CHAT, token, now=NOW)

    assert linked[0] == (await order_of("2")).customer_id
    assert await seen_by(settings, CHAT) == {"1", "2", "3"}
    assert set(await redeem_token(CHAT, token, now=NOW)) == set(linked)


async def test_a_link_still_has_something_to_give_to_who_sees_only_some(tmp_path: Path, settings: Settings) -> None:
    await import_lines(tmp_path, to("1", "10115"), to("2", "80331"))
    token = await issue_token((await order_of("1")).id, now=NOW)
    await prove(CHAT, "1", "10115")

    assert not (await preview_token(token, now=NOW, chat_id=CHAT)).already_linked
    await redeem_token(CHAT, token, now=NOW)

    assert (await preview_token(token, now=NOW, chat_id=CHAT)).already_linked
    assert await seen_by(settings, CHAT) == {"1", "2"}


async def test_the_own_telephone_number_opens_all_that_carry_it(tmp_path: Path, settings: Settings) -> None:
    with_phone = {"email": MAIL, "phone": "+49 151 23456789"}
    await import_lines(tmp_path, to("1", "10115", customer=with_phone), to("2", "80331", customer=with_phone))
    await import_lines(tmp_path, to("3", "20095"))

    await link_contact(CHAT, "+4915123456789", owner_id=CHAT, sender_id=CHAT, now=NOW)

    assert await seen_by(settings, CHAT) == {"1", "2"}


@pytest.mark.parametrize("customer", [{"email": MAIL}, None], ids=["told again", "not told again"])
@pytest.mark.parametrize("already_there", [True, False])
async def test_an_order_that_is_to_go_elsewhere_leaves_the_old_postcode_behind(
    tmp_path: Path, settings: Settings, customer: dict[str, str] | None, already_there: bool
) -> None:
    await import_lines(tmp_path, to("1", "10115"), to("2", "10115"))
    if already_there:
        await import_lines(tmp_path, to("3", "80331"))
    await prove(CHAT, "1", "10115")

    for _ in range(2):
        await import_lines(tmp_path, to("1", "80331", customer=customer))

    assert await seen_by(settings, CHAT) == {"2"}
    moved = await Customer.get(id=(await order_of("1")).customer_id)
    assert (moved.email_key, moved.postal_key) == (MAIL, "80331")
    assert await Customer.all().count() == 2
    with pytest.raises(WrongProofError):
        await preview_order(CHAT, "1", "10115", now_real=NOW)


async def test_an_address_told_later_moves_an_account_with_its_mailbox_but_not_the_order_of_nobody(
    tmp_path: Path, settings: Settings
) -> None:
    await import_lines(tmp_path, to("1", None, customer=None), to("2", None, customer={"external_id": "c-1"}))
    for number in ("1", "2"):
        await redeem_token(CHAT, await issue_token((await order_of(number)).id, now=NOW), now=NOW)

    await import_lines(tmp_path, to("1", "10115"), to("2", "10115", customer={"external_id": "c-1"}))

    assert await seen_by(settings, CHAT) == {"1", "2"}
    assert sorted(each.postal_key for each in await Customer.all()) == ["", "10115", "10115"]


async def test_who_ordered_as_a_guest_and_then_as_a_customer_stays_one_at_this_postcode(tmp_path: Path) -> None:
    await import_lines(tmp_path, to("1", "10115"), to("2", "10115", customer={"external_id": "c-1", "email": MAIL}))
    await import_lines(tmp_path, to("3", "80331", customer={"external_id": "c-1", "email": MAIL}))
    await import_lines(tmp_path, to("3", "10115", customer={"name": "Erika"}))

    owners = {each.customer_id for each in await Order.all()}
    assert len(owners) == 1
    assert (await Customer.get(id=owners.pop())).external_id == "c-1"


async def test_a_person_is_one_entry_of_the_account_and_is_let_go_of_as_one(tmp_path: Path, settings: Settings) -> None:
    named = {"email": MAIL, "name": "Erika Beispiel"}
    await import_lines(tmp_path, to("1", "10115"), to("2", "80331", customer=named))
    await redeem_token(CHAT, await issue_token((await order_of("1")).id, now=NOW), now=NOW)
    await prove(MALLORY, "2", "80331")
    stranger = await a_customer()
    await an_order("9", customer=stranger, ship_postal_code="1")
    await prove(CHAT, "9", "1")

    shown, other = (await describe_account(await profile_of(settings, CHAT))).customers
    assert (shown.name, shown.order_count, shown.chats, other.customer_id) == ("Erika Beispiel", 2, 2, stranger.id)
    assert len(await unlink(CHAT, shown.customer_id)) == 2

    assert await seen_by(settings, CHAT) == {"9"}
    assert await seen_by(settings, MALLORY) == {"2"}
    assert await unlink(CHAT, shown.customer_id) == ()


async def test_of_two_numbers_of_one_key_the_one_is_meant_that_is_spelled_so(settings: Settings) -> None:
    own = await an_order("1001", source="shop", ship_postal_code="10115")
    await an_order("10-01", source="b2b", ship_postal_code="10115")

    await prove(CHAT, "#1001", "10115")

    assert (await profile_of(settings, CHAT)).customer_ids == (own.customer_id,)


async def test_where_a_postcode_fits_two_customers_only_the_e_mail_address_tells_who_asks(settings: Settings) -> None:
    anna = await a_customer("Anna", email="anna@example.org")
    await an_order("1001", source="shop", ship_postal_code="10115", customer=anna)
    await an_order("1001", source="b2b", ship_postal_code="10115")
    await an_order("2002", source="shop", ship_postal_code="10115", customer_id=None)
    await an_order("2002", source="b2b", ship_postal_code="10115", customer_id=None)

    for number in ("1001", "10-01", "2002"):
        with pytest.raises(WrongProofError):
            await prove(CHAT, number, "10115")
    await prove(CHAT, "1001", "anna@example.org")

    assert (await profile_of(settings, CHAT)).customer_ids == (anna.id,)


async def test_a_hidden_order_proves_nothing() -> None:
    await an_order("1001", ship_postal_code="10115", is_hidden=True)
    with pytest.raises(WrongProofError):
        await prove(CHAT, "1001", "10115")
