"""Erasing a person: nothing waits any more, nobody finds their orders, and the next import brings nobody back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.consents import consents_of, diary, give
from bot.customers.linking import (
    WrongProofError,
    issue_token,
    link_order,
    preview_contact,
    preview_token,
)
from bot.customers.models import Chat, Link
from bot.errors import LinkExpiredError, OperatorError
from bot.loyalty.ledger import balance_of, book
from bot.outbox.models import Push
from bot.privacy.erasure import erase
from bot.privacy.export import as_text, export_data
from bot.privacy.subject import erasable_by_chat, find_subject
from bot.shipping.events import record_event
from bot.shipping.progress import ParcelEvent
from bot.shop.models import Customer, Order, Shipment
from bot.staff.models import AuditEntry
from bot.surveys.models import Answer
from bot.tickets.cases import open_human_case
from bot.tickets.models import Case, CaseMessage
from tests.support.builders import a_customer, an_order, parcel
from tests.support.import_files import import_lines, order
from tests.support.postman import Postman, a_chat, drained, push

pytestmark = pytest.mark.usefixtures("database")

ANNA, BEN = 70_001, 70_002
NOW = datetime(2026, 11, 20, 11, tzinfo=UTC)
MAIL, PHONE = "erika@example.org", "+49 151 23456789"


async def linked(chat_id: int, customer: Customer, *, proof: str = "link") -> None:
    if not await Chat.filter(id=chat_id).exists():
        await a_chat(chat_id, locale="de", first_name="Anna")
    await Link.create(chat_id=chat_id, customer_id=customer.id, proof=proof, linked_at=NOW)


async def erikas() -> Customer:
    customer = await a_customer("Erika Beispiel", email=MAIL, phone=PHONE, source="web", external_id="c-1")
    await an_order("1001", customer=customer, source="web", external_id="o-1", ship_postal_code="53113")
    return customer


async def erased(chat_id: int, settings: Settings) -> Any:
    return await erase(await erasable_by_chat(chat_id), settings=settings, now=NOW)


async def test_what_waits_goes_and_a_consent_ends_with_its_proof(database: Settings) -> None:
    await linked(ANNA, await erikas())
    proof = {"wording": "Ja.", "version": 1, "locale": "de", "request_message_id": 1, "confirm_message_id": 2}
    await give(ANNA, "survey", **proof, now=NOW)  # type: ignore[arg-type]  # as above
    await push(ANNA, "invitation", purpose="survey", due_at=NOW + timedelta(days=1))
    await push(ANNA, "parcel", purpose="milestone")
    await push(BEN, "somebody else's", purpose="milestone")

    await erased(ANNA, database)

    assert [each.params["text"] for each in await Push.all()] == ["somebody else's"]
    assert await consents_of([ANNA]) == {}
    [entry] = await diary(ANNA)
    assert (entry.wording, entry.withdrawn_by) == ("Ja.", "erasure")
    assert not await Chat.filter(id=ANNA).exists()


async def test_what_is_being_sent_right_now_does_no_harm(database: Settings) -> None:
    await linked(ANNA, await erikas())
    await push(ANNA, "news", purpose="answer")
    postman = Postman()

    async def meanwhile(_: object) -> None:
        await erased(ANNA, database)

    postman.on_the_way = meanwhile
    await drained(database, postman, NOW)

    assert not await Push.all().exists()


async def test_an_open_case_is_closed_and_its_card_names_nobody(database: Settings) -> None:
    settings = database.model_copy(update={"staff_chat_id": -100_500})
    await linked(ANNA, await erikas())
    case_id = await open_human_case(ANNA, order_id=None, locale="de", settings=settings, now=NOW)
    shown = await push(-100_500, "Bitte helfen Sie mir, Erika", purpose="staff")
    await Push.filter(id=shown).update(status="sent", message_id=77, settled_at=NOW - timedelta(hours=1))
    await CaseMessage.create(case_id=case_id, author="customer", text="Erika", push_id=shown, at=NOW)
    await CaseMessage.create(case_id=case_id, author="note", text="schwierig", at=NOW)

    await erase(await erasable_by_chat(ANNA), settings=settings, now=NOW)

    case = await Case.get(id=case_id)
    assert (case.status, case.closed_because, case.customer_id, case.chat_id) == ("closed", "erased", None, None)
    assert not await CaseMessage.all().exists()
    told = {each.method: each for each in await Push.all()}
    assert told["deleteMessage"].params == {"message_id": 77}
    assert "Anna" not in str(told["sendMessage"].params)
    assert not await Push.filter(id=shown).exists()


async def test_points_go_and_a_score_stays_without_a_person(database: Settings) -> None:
    customer = await erikas()
    await linked(ANNA, customer)
    await book(customer.id, 50, kind="survey", source="survey:plan:1", reason="survey", now=NOW)
    await Answer.create(
        once="plan:1", survey="nps", score=3, comment="Erika sagt: spät", chat_id=ANNA, customer_id=customer.id,
        order_number="1001", answered_at=NOW,
    )  # fmt: skip

    await erased(ANNA, database)

    assert (await balance_of([customer.id], now=NOW)).available == 0
    answer = await Answer.get()
    assert answer.score == 3
    assert [answer.comment, answer.chat_id, answer.customer_id, answer.order_number] == [None] * 4


async def test_the_law_keeps_an_order_that_nobody_finds_any_more(database: Settings) -> None:
    customer = await erikas()
    await linked(ANNA, customer)
    token = await issue_token((await Order.get()).id, now=NOW)

    outcome = await erased(ANNA, database)

    assert outcome.blocked_orders == 1
    kept = await Order.get()
    assert (kept.number, kept.ship_postal_code, kept.is_hidden) == ("1001", "53113", True)
    blocked = await Customer.get(id=customer.id)
    assert (blocked.email, blocked.phone, blocked.name, blocked.external_id) == (None, None, None, None)
    with pytest.raises(LinkExpiredError):
        await preview_token(token, now=NOW)
    with pytest.raises(WrongProofError):
        await link_order(BEN, "1001", "53113", now=NOW, now_real=NOW)
    assert await preview_contact(PHONE, owner_id=BEN, sender_id=BEN) is None


async def test_a_purchase_that_another_chat_sees_too_stays_there(database: Settings) -> None:
    customer = await erikas()
    await linked(ANNA, customer)
    await linked(BEN, customer)

    await erased(ANNA, database)

    assert (await Customer.get(id=customer.id)).email == MAIL
    assert [link.chat_id for link in await Link.all()] == [BEN]
    assert not (await Order.get()).is_hidden
    assert not await Chat.filter(id=ANNA).exists()


async def test_an_erased_customers_old_orders_bring_nobody_back(database: Settings, tmp_path: Path) -> None:
    who = {"external_id": "c-1", "email": MAIL, "phone": PHONE, "name": "Erika Beispiel"}
    old = {"source": "web", "customer": who, "ship_to": {"postal_code": "53113"}}
    await import_lines(tmp_path, order("1001", external_id="o-1", **old))
    await linked(ANNA, await Customer.get())
    await erase(await erasable_by_chat(ANNA), settings=database, now=NOW)

    await import_lines(tmp_path, order("1001", external_id="o-1", status="refunded", **old))
    await import_lines(tmp_path, order("0999", external_id="o-0", **old | {"ship_to": {"postal_code": "10115"}}))
    await import_lines(tmp_path, order("0998", **old | {"customer": {"email": MAIL.upper()}}))

    assert [(each.email, each.phone, each.name, each.external_id) for each in await Customer.all()] == [(None,) * 4]
    assert {each.number for each in await Order.filter(is_hidden=True)} == {"1001", "0999", "0998"}
    assert not await Order.filter(is_hidden=False).exists()
    assert (await Order.get(number="1001")).status == "refunded"


PAST = {"type": "answer", "survey": "csat", "score": 2, "order": "#1001", "comment": "ich wohne im Musterweg"}
SAID = PAST | {"answered_at": "2026-11-03T09:00:00Z", "locale": "de"}


async def test_an_import_after_the_erasure_ties_no_answer_to_anybody(database: Settings, tmp_path: Path) -> None:
    who = {"source": "web", "customer": {"external_id": "c-1", "email": MAIL}, "ship_to": {"postal_code": "53113"}}
    bought = order("1001", external_id="o-1", **who)
    await import_lines(tmp_path, bought, SAID)
    await linked(ANNA, await Customer.get())
    await erase(await erasable_by_chat(ANNA), settings=database, now=NOW)

    later = SAID | {"answered_at": "2026-11-04T09:00:00Z"}
    await import_lines(tmp_path, bought, SAID, later)

    for answer in await Answer.all():
        assert answer.score == 2
        assert [answer.order_id, answer.order_number, answer.comment, answer.locale] == [None] * 4
    assert await Answer.all().count() == 2
    await import_lines(tmp_path, later)
    assert await Answer.all().count() == 2, "each comes once"


async def test_an_answer_that_was_imported_before_its_order_is_found_too(database: Settings, tmp_path: Path) -> None:
    who = {"source": "web", "customer": {"external_id": "c-1", "email": MAIL}, "ship_to": {"postal_code": "53113"}}
    await import_lines(tmp_path, SAID)
    await import_lines(tmp_path, SAID | {"order": "2002", "comment": "von anderen"})
    await import_lines(tmp_path, order("1001", external_id="o-1", **who))
    await linked(ANNA, await Customer.get())
    copy = await export_data(await erasable_by_chat(ANNA), settings=database, locale="de", now=NOW)
    assert "ich wohne im Musterweg" in as_text(copy)

    await erased(ANNA, database)

    assert sorted(
        (answer.comment, answer.order_number) for answer in await Answer.filter(comment__not_isnull=True)
    ) == [("von anderen", "2002")]
    assert await Answer.filter(order_number=None).count() == 1


async def test_a_purchase_after_the_erasure_is_a_new_relation(database: Settings, tmp_path: Path) -> None:
    who = {"external_id": "c-1", "email": MAIL}
    old = {"source": "web", "customer": who, "ship_to": {"postal_code": "53113"}}
    await import_lines(tmp_path, order("1001", external_id="o-1", **old))
    await linked(ANNA, await Customer.get())
    await erase(await erasable_by_chat(ANNA), settings=database, now=NOW)

    after = (NOW + timedelta(days=2)).isoformat()
    await import_lines(tmp_path, order("2002", external_id="o-2", **old | {"placed_at": after}))
    await import_lines(tmp_path, order("1001", external_id="o-1", status="paid", **old))

    new = await Customer.get(erased_at=None)
    assert (new.email, new.external_id) == (MAIL, "c-1")
    assert [(each.number, each.is_hidden) for each in await Order.filter(customer_id=new.id)] == [("2002", False)]
    assert (await link_order(ANNA, "2002", "53113", now=NOW, now_real=NOW)) == new.id


async def test_who_proved_one_delivery_erases_that_one_alone(database: Settings, tmp_path: Path) -> None:
    """Somebody may have typed the address of another: a number and a postcode do not erase what goes elsewhere."""
    who = {"email": MAIL}
    for number, postal_code in (("5001", "10115"), ("5002", "80331")):
        await import_lines(tmp_path, order(number, customer=who, ship_to={"postal_code": postal_code}))
    await link_order(ANNA, "5002", "80331", now=NOW, now_real=NOW)

    await erased(ANNA, database)
    await import_lines(tmp_path, order("4000", customer=who, ship_to={"postal_code": "10115"}))
    await import_lines(tmp_path, order("4001", customer=who, ship_to={"postal_code": "80331"}))

    hidden = {each.number for each in await Order.filter(is_hidden=True)}
    assert hidden == {"5002", "4001"}
    assert [each.email for each in await Customer.filter(erased_at=None)] == [MAIL]


async def test_an_operator_erases_by_mail_and_every_chat_of_theirs_goes(database: Settings) -> None:
    customer, other = await erikas(), await a_customer()
    await linked(ANNA, customer)
    await linked(BEN, customer)
    await linked(BEN, other)

    await erase(await find_subject(MAIL.upper()), settings=database, now=NOW)

    assert not await Chat.filter(id=ANNA).exists()
    assert [(link.chat_id, link.customer_id) for link in await Link.all()] == [(BEN, other.id)]
    entry = await AuditEntry.get(action="erase")
    assert (entry.subject, entry.detail) == (f"customer:{customer.id}", None)
    with pytest.raises(OperatorError, match="nobody is known"):
        await find_subject(MAIL)


@pytest.mark.parametrize(
    "who", ["chat:99999999999999999999", "chat:--5", "chat:", "chat:7", "customer:99999999999999999999"]
)
async def test_who_does_not_exist_is_told_as_one_line(who: str) -> None:
    with pytest.raises(OperatorError, match="known"):
        await find_subject(who)


async def test_erasing_twice_finds_nothing_more(database: Settings) -> None:
    await linked(ANNA, await erikas())
    await erased(ANNA, database)

    again = await erased(ANNA, database)

    assert (again.deleted, again.emptied, again.blocked_orders) == ({}, {}, 0)


async def test_a_parcel_of_an_erased_customer_moves_without_telling_anybody(database: Settings) -> None:
    customer = await erikas()
    await linked(ANNA, customer)
    await an_order("1002", customer=customer, parcels=[parcel("in_transit", tracking_number="JJD1")])
    await erased(ANNA, database)

    shipment = await Shipment.get()
    await record_event(shipment.id, ParcelEvent(NOW, "delivered", code="D"), settings=database, now=NOW)

    assert (await Shipment.get()).status == "delivered"
    assert not await Push.all().exists()
