"""Linking a chat to purchases: three proofs, one winner, and no word about other people's orders."""

import asyncio
import hashlib
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import db
from bot.config import Settings
from bot.customers.linking import (
    TRIES,
    ForeignContactError,
    WrongProofError,
    forget_old,
    issue_token,
    link_contact,
    link_order,
    preview_contact,
    preview_order,
    preview_token,
    redeem_token,
    unlink,
)
from bot.customers.models import Link, LinkAttempt, LinkToken
from bot.customers.profile import load_profile
from bot.errors import CustomerError, LinkExpiredError, NotFoundError, TooManyTriesError
from bot.shop.models import Customer, Order
from tests.support.builders import a_customer, an_order
from tests.support.import_files import import_lines
from tests.support.queries import counted_queries

pytestmark = pytest.mark.usefixtures("database")

CHAT, OTHER_CHAT = 70_001, 70_002
NOW = datetime(2026, 11, 6, 12, tzinfo=UTC)
LATER = NOW + timedelta(minutes=16)


async def linked_to(settings: Settings, chat_id: int = CHAT) -> tuple[int, ...]:
    profile = await load_profile(chat_id, language_code="de", first_name="", settings=settings)
    return profile.customer_ids


async def answer_to(number: str, proof: str, *, chat_id: int = CHAT, at: datetime = NOW) -> str:
    """What a person learns from a try: the key of the error, or "offer"."""
    try:
        await preview_order(chat_id, number, proof, now_real=at)
    except CustomerError as error:
        return error.key
    return "offer"


async def test_a_link_fits_telegram_and_only_its_digest_is_kept() -> None:
    order = await an_order()
    token = await issue_token(order.id, now=NOW)

    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", token)
    row = await LinkToken.get(order_id=order.id)
    assert row.digest == hashlib.sha256(token.encode()).hexdigest()
    assert token not in str(row.digest)
    assert token != await issue_token(order.id, now=NOW)


async def test_a_link_shows_whom_it_would_bind_masked_and_is_not_used_up_by_that() -> None:
    customer = await a_customer("Erika Beispiel", email="erika@example.org", phone="+4915100000042")
    order = await an_order("1001", customer=customer, ship_street="Hauptstraße 12", ship_city="Berlin")
    token = await issue_token(order.id, now=NOW)

    for _ in range(2):
        offer = await preview_token(token, now=NOW, chat_id=CHAT)

    [account] = offer.accounts
    assert (account.name, account.email, account.phone) == ("E••• B•••", "e•••@e•••.org", "••• 42")
    assert account.address == "H•••, Berlin"
    assert (offer.order_id, offer.order_number, offer.already_linked) == (order.id, "1001", False)


async def test_a_link_binds_once(settings: Settings) -> None:
    order = await an_order()
    token = await issue_token(order.id, now=NOW)

    assert await redeem_token(CHAT, token, now=NOW) == (order.customer_id,)
    assert await linked_to(settings) == (order.customer_id,)
    with pytest.raises(LinkExpiredError):
        await redeem_token(OTHER_CHAT, token, now=NOW)
    with pytest.raises(LinkExpiredError):
        await preview_token(token, now=NOW, chat_id=OTHER_CHAT)
    assert await linked_to(settings, OTHER_CHAT) == ()


async def test_a_second_tap_on_the_same_link_is_no_error_until_it_is_unlinked(settings: Settings) -> None:
    order = await an_order()
    token = await issue_token(order.id, now=NOW)
    await redeem_token(CHAT, token, now=NOW)

    assert await redeem_token(CHAT, token, now=NOW) == (order.customer_id,)
    assert (await preview_token(token, now=NOW, chat_id=CHAT)).already_linked
    assert await Link.all().count() == 1

    await unlink(CHAT, order.customer_id or 0)
    with pytest.raises(LinkExpiredError):
        await redeem_token(CHAT, token, now=NOW)
    assert await linked_to(settings) == ()


async def test_of_twenty_who_try_one_link_at_once_one_wins() -> None:
    order = await an_order()
    token = await issue_token(order.id, now=NOW)

    results = await asyncio.gather(
        *(redeem_token(chat_id, token, now=NOW) for chat_id in range(CHAT, CHAT + 20)), return_exceptions=True
    )

    assert [result for result in results if not isinstance(result, LinkExpiredError)] == [(order.customer_id,)]
    assert await Link.all().count() == 1


async def test_a_link_expires_after_thirty_days() -> None:
    token = await issue_token((await an_order()).id, now=NOW)
    assert await preview_token(token, now=NOW + timedelta(days=30, seconds=-1))
    with pytest.raises(LinkExpiredError):
        await preview_token(token, now=NOW + timedelta(days=30))
    with pytest.raises(LinkExpiredError):
        await redeem_token(CHAT, token, now=NOW + timedelta(days=30))


async def test_a_link_mailed_to_a_wrong_address_opens_nothing_once_the_shop_has_corrected_it(tmp_path: Path) -> None:
    line = {
        "type": "order",
        "number": "1",
        "placed_at": "2026-11-02T09:30:00Z",
        "currency": "EUR",
        "ship_to": {"postal_code": "53113"},
    }
    await import_lines(tmp_path, line | {"customer": {"external_id": "c1", "email": "wrong@example.org"}})
    order = await Order.get()
    mislaid = await issue_token(order.id, now=NOW)

    await import_lines(tmp_path, line | {"customer": {"external_id": "c1", "email": "right@example.org"}})

    for use in (preview_token(mislaid, now=NOW, chat_id=CHAT), redeem_token(CHAT, mislaid, now=NOW)):
        with pytest.raises(LinkExpiredError):
            await use
    assert not await Link.all().exists()
    right = await issue_token(order.id, now=NOW)
    assert await redeem_token(CHAT, right, now=NOW) == (order.customer_id,)


async def test_a_link_stays_good_while_the_order_stays_with_its_mailbox(tmp_path: Path) -> None:
    line = {
        "type": "order",
        "number": "1",
        "placed_at": "2026-11-02T09:30:00Z",
        "currency": "EUR",
        "customer": {"email": "anna@example.org"},
    }
    await import_lines(tmp_path, line | {"ship_to": {"postal_code": "53113"}})
    token = await issue_token((await Order.get()).id, now=NOW)

    await import_lines(tmp_path, line | {"ship_to": {"postal_code": "10115"}})

    assert (await Order.get()).customer_id in await redeem_token(CHAT, token, now=NOW)


@pytest.mark.parametrize("token", ["", "made-up", "ä" * 64, "' OR 1=1 --"])
async def test_a_made_up_link_binds_nobody(token: str) -> None:
    with pytest.raises(LinkExpiredError):
        await preview_token(token, now=NOW)
    with pytest.raises(LinkExpiredError):
        await redeem_token(CHAT, token, now=NOW)


async def test_a_cancelled_tap_leaves_the_link_whole_or_used_never_half() -> None:
    order = await an_order()
    token = await issue_token(order.id, now=NOW)
    task = asyncio.create_task(asyncio.wait_for(redeem_token(CHAT, token, now=NOW), 0.0005))
    await asyncio.gather(task, return_exceptions=True)
    await asyncio.gather(*db._open_units)

    used = (await LinkToken.get(order_id=order.id)).used_at is not None
    assert used == await Link.filter(chat_id=CHAT).exists()


async def test_an_order_of_nobody_gets_a_customer_of_its_own_for_this_order_alone(settings: Settings) -> None:
    order = await an_order("1001", customer_id=None)
    neighbour = await an_order("1002", customer_id=None)
    token, second = await issue_token(order.id, now=NOW), await issue_token(order.id, now=NOW)
    assert (await preview_token(token, now=NOW)).accounts[0].customer_id is None

    [owner] = await redeem_token(CHAT, token, now=NOW)

    assert await redeem_token(OTHER_CHAT, second, now=NOW) == (owner,)
    assert (await Order.get(id=order.id)).customer_id == owner
    assert (await Order.get(id=neighbour.id)).customer_id is None
    assert await linked_to(settings) == await linked_to(settings, OTHER_CHAT) == (owner,)


async def test_many_who_adopt_one_order_at_once_share_one_customer() -> None:
    order = await an_order(customer_id=None)
    tokens = [await issue_token(order.id, now=NOW) for _ in range(8)]

    owners = await asyncio.gather(*(redeem_token(CHAT + n, token, now=NOW) for n, token in enumerate(tokens)))

    assert len(set(owners)) == 1
    assert await Customer.all().count() == 1


@pytest.mark.parametrize("shared", ["4915112345678", "+49 151 12345678", "+4915112345678"])
@pytest.mark.parametrize("noted", ["+49 151 12345678", "0049 (0)151 1234 5678"])
async def test_the_own_number_binds_however_the_shop_wrote_it(shared: str, noted: str, settings: Settings) -> None:
    customer = await a_customer(phone=noted)
    await an_order(customer=customer, ship_postal_code="10115", ship_city="Berlin")

    offer = await preview_contact(shared, owner_id=CHAT, sender_id=CHAT)
    assert offer is not None
    assert [account.address for account in offer.accounts] == ["10••• Berlin"]
    assert await link_contact(CHAT, shared, owner_id=CHAT, sender_id=CHAT, now=NOW) == (customer.id,)
    assert await linked_to(settings) == (customer.id,)


async def test_all_customers_of_one_number_are_one_person(settings: Settings) -> None:
    customers = [await a_customer(phone="+352 621 123 456", source=source) for source in ("shop", "market")]
    await link_contact(CHAT, "352621123456", owner_id=CHAT, sender_id=CHAT, now=NOW)
    assert await linked_to(settings) == tuple(customer.id for customer in customers)


@pytest.mark.parametrize("owner_id", [CHAT + 1, None, 0])
async def test_somebody_elses_contact_proves_nothing(owner_id: int | None) -> None:
    await a_customer(phone="+4915112345678")
    with pytest.raises(ForeignContactError):
        await preview_contact("+4915112345678", owner_id=owner_id, sender_id=CHAT)
    with pytest.raises(ForeignContactError):
        await link_contact(CHAT, "+4915112345678", owner_id=owner_id, sender_id=CHAT, now=NOW)
    assert not await Link.all().exists()


@pytest.mark.parametrize("phone", ["", "+", "0", "unknown", "+4915199999999"])
async def test_a_number_that_no_customer_has_binds_nobody(phone: str) -> None:
    await a_customer(phone=None)
    await a_customer(phone="0")
    assert await preview_contact(phone, owner_id=CHAT, sender_id=CHAT) is None
    with pytest.raises(NotFoundError):
        await link_contact(CHAT, phone, owner_id=CHAT, sender_id=CHAT, now=NOW)


@pytest.mark.parametrize(
    "proof", ["ERIKA@Example.org ", "<erika@example.org>", "L-1234", "1234", " l 12 34 ", "\uff11234"]
)
async def test_the_number_with_the_email_or_the_postcode_binds(proof: str, settings: Settings) -> None:
    order = await an_order("1001", customer=await a_customer(email="Erika@example.org"), ship_postal_code="L-1234")

    offer = await preview_order(CHAT, "Nr. 1001", proof, now_real=NOW)
    assert (offer.order_id, offer.accounts[0].customer_id) == (order.id, order.customer_id)
    assert await link_order(CHAT, "#1001", proof, now=NOW, now_real=NOW) == order.customer_id
    assert await linked_to(settings) == (order.customer_id,)


@pytest.mark.parametrize(
    ("known", "given"),
    [("SW1A 1AA", "sw1a1aa"), ("1012 AB", "1012-ab"), ("LV-1010", "1010"), ("75001", "F-75001"), ("00-950", "00950")],
)
async def test_a_postcode_is_the_same_however_it_is_written(known: str, given: str) -> None:
    await an_order("1001", ship_postal_code=known)
    assert await answer_to("1001", given) == "offer"


async def test_unknown_wrong_and_unprovable_get_one_and_the_same_answer() -> None:
    await an_order("1001", ship_postal_code="10115")
    await an_order("1002", customer_id=None)
    await an_order("1003", customer=await a_customer(email=None), ship_postal_code=" ")
    tries: list[tuple[str, str]] = [
        ("9999", "10115"),
        ("1001", "10117"),
        ("1001", "wrong@example.org"),
        ("1001", ""),
        ("1002", "10115"),
        ("1002", ""),
        ("1003", "None"),
        ("1003", " "),
        ("1003", "@"),
        ("", ""),
    ]
    answers = {await answer_to(number, proof, chat_id=CHAT + n) for n, (number, proof) in enumerate(tries)}
    assert answers == {WrongProofError.key}
    assert await LinkAttempt.all().count() == len(tries)


async def test_the_answer_costs_the_same_queries_for_unknown_and_wrong() -> None:
    await an_order("1001", ship_postal_code="10115")
    costs = []
    for chat_id, number in ((CHAT, "9999"), (OTHER_CHAT, "1001")):
        with counted_queries() as queries:
            await answer_to(number, "10117", chat_id=chat_id)
        costs.append(len(queries))
    assert costs[0] == costs[1]


async def test_the_sixth_try_in_a_quarter_of_an_hour_is_not_judged_even_if_it_is_right() -> None:
    await an_order("1001", ship_postal_code="10115")
    assert [await answer_to("1001", str(wrong)) for wrong in range(TRIES)] == [WrongProofError.key] * 5

    assert await answer_to("1001", "10115") == TooManyTriesError.key
    with pytest.raises(TooManyTriesError):
        await link_order(CHAT, "1001", "10115", now=NOW, now_real=NOW)
    assert await answer_to("1001", "10115", chat_id=OTHER_CHAT) == "offer"
    assert await answer_to("1001", "10115", at=LATER) == "offer"


async def test_parallel_guesses_cannot_pass_more_than_five() -> None:
    await an_order("1001", ship_postal_code="10115")

    answers = await asyncio.gather(*(answer_to("1001", f"9{wrong:04}") for wrong in range(30)))

    assert sorted(answers) == [TooManyTriesError.key] * 25 + [WrongProofError.key] * 5
    assert await LinkAttempt.all().count() == TRIES


async def test_who_proves_an_order_uses_up_no_try() -> None:
    await an_order("1001", ship_postal_code="10115")
    for wrong in range(TRIES - 1):
        await answer_to("1001", str(wrong))
    for _ in range(3):
        assert await answer_to("1001", "10115") == "offer"
    await link_order(CHAT, "1001", "10115", now=NOW, now_real=NOW)
    assert await LinkAttempt.all().count() == TRIES - 1


async def test_the_same_number_in_two_shops_binds_the_one_that_is_proven() -> None:
    await an_order("1001", source="shop", ship_postal_code="10115")
    market = await an_order("1001", source="market", ship_postal_code="20095")
    assert (await preview_order(CHAT, "1001", "20095", now_real=NOW)).order_id == market.id


async def test_confirming_checks_the_proof_again() -> None:
    await an_order("1001", ship_postal_code="10115")
    with pytest.raises(WrongProofError):
        await link_order(CHAT, "1001", "99999", now=NOW, now_real=NOW)
    assert not await Link.all().exists()


async def test_several_chats_per_customer_and_several_customers_per_chat(settings: Settings) -> None:
    one, other = await an_order(), await an_order()
    for chat_id, order in ((CHAT, one), (CHAT, other), (OTHER_CHAT, one)):
        await redeem_token(chat_id, await issue_token(order.id, now=NOW), now=NOW)

    assert await linked_to(settings) == (one.customer_id, other.customer_id)
    await unlink(CHAT, one.customer_id or 0)
    assert await linked_to(settings) == (other.customer_id,)
    assert await linked_to(settings, OTHER_CHAT) == (one.customer_id,)


async def test_linking_twice_is_one_link() -> None:
    order = await an_order()
    tokens = [await issue_token(order.id, now=NOW) for _ in range(10)]
    await asyncio.gather(*(redeem_token(CHAT, token, now=NOW) for token in tokens))
    assert await Link.all().count() == 1


async def test_what_binds_nobody_any_more_is_forgotten() -> None:
    order = await an_order()
    await issue_token(order.id, now=NOW - timedelta(days=31))
    used = await issue_token(order.id, now=NOW - timedelta(days=3))
    await redeem_token(CHAT, used, now=NOW - timedelta(days=2))
    kept = await issue_token(order.id, now=NOW)
    await answer_to("9999", "x", at=NOW - timedelta(minutes=15))
    await answer_to("9999", "x", at=NOW - timedelta(minutes=14))

    await forget_old(now=NOW, now_real=NOW)

    assert [row.digest for row in await LinkToken.all()] == [hashlib.sha256(kept.encode()).hexdigest()]
    assert await LinkAttempt.all().count() == 1


async def test_no_secret_and_no_person_reaches_the_log(caplog: Any, capsys: Any) -> None:
    customer = await a_customer("Erika Beispiel", email="erika@example.org", phone="+4915100000042")
    order = await an_order("1001", customer=customer, ship_postal_code="10115")
    token = await issue_token(order.id, now=NOW)
    await redeem_token(CHAT, token, now=NOW)
    await answer_to("1001", "erika@example.org")
    await answer_to("1001", "wrong@example.org")

    told = caplog.text + "".join(capsys.readouterr())
    assert not any(secret in told for secret in (token, "example.org", "Erika", "15100000042", "10115"))
