"""What platforms and the law ask for: Shopify's requests before their deadline, news of the notice, old data gone."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.broadcasts.models import Click, Recipient, Voice
from bot.clock import Clock
from bot.community.contest_models import Contest, ContestEntry
from bot.community.member_models import JoinRequest, PersonalLink
from bot.community.review_models import Review, ReviewAsk
from bot.config import Settings
from bot.connectors.models import DataRequest
from bot.connectors.requests import answer_of, forget_answers
from bot.customers.models import Chat, Consent, Link
from bot.customers.profile import load_profile
from bot.customers.wordings import version_of
from bot.jobs import forget_what_is_old, keep_promises
from bot.loyalty.referral_models import Invitation, Referral
from bot.outbox.models import Push
from bot.privacy.retention import overdue
from bot.shop.models import Customer, Order
from bot.support.models import Question
from bot.surveys.models import Answer, SurveyPlan
from bot.tickets.models import Case, CaseMessage
from tests.support.builders import a_customer, an_order
from tests.support.inbox import deliver, shopify
from tests.support.postman import Postman, a_chat, drained

pytestmark = pytest.mark.usefixtures("database")

STAFF = -100_500
MAIL = "erika@example.org"


@pytest.fixture
def shop(database: Settings) -> Settings:
    return database.model_copy(update={"staff_chat_id": STAFF})


async def asks(settings: Settings, topic: str, clock: Clock, **told: Any) -> DataRequest:
    """Shopify asks, and the tick of the timetable comes by."""
    body = {"shop_domain": "x.example", "customer": {"id": 4711, "email": MAIL}} | told
    assert await deliver(settings, *shopify((topic, body)), now=clock.now()) == [None]
    await keep_promises(settings, clock)
    return await DataRequest.get()


async def erika(*, source: str = "shopify", external_id: str | None = "4711", email: str = MAIL) -> Customer:
    customer = await a_customer("Erika Beispiel", email=email, source=source, external_id=external_id)
    await an_order(customer=customer, source=source, external_id=f"o-{customer.id}", ship_street="Musterweg 1")
    return customer


async def test_a_copy_is_made_at_once_and_the_staff_told_where_it_is(shop: Settings, clock: Clock) -> None:
    await erika()

    request = await asks(shop, "customers/data_request", clock)

    assert request.done_at is not None
    assert request.done_at < request.due_at
    copy = await answer_of(request.id) or {}
    [order] = copy["data"]["shop"]["shop_order"]
    assert (copy["data"]["shop"]["shop_customer"][0]["email"], order["ship_street"]) == (MAIL, "Musterweg 1")
    told = await Push.get(chat_id=STAFF)
    assert f"main.py privacy answer {request.id}" in told.params["text"]
    assert MAIL not in told.params["text"]

    await forget_answers(clock.now() + timedelta(days=31))
    assert await answer_of(request.id) is None


async def test_a_redaction_is_done_at_once_for_the_whole_person(shop: Settings, clock: Clock) -> None:
    customer, imported = await erika(), await erika(source="", external_id=None)
    other = await erika(external_id="4712", email="ben@example.org")
    await a_chat(7)
    await Link.create(chat_id=7, customer_id=customer.id, proof="link", linked_at=clock.now())

    request = await asks(shop, "customers/redact", clock, orders_to_redact=[])

    assert request.done_at is not None
    assert {each.id for each in await Customer.filter(erased_at__not_isnull=True)} == {customer.id, imported.id}
    assert (await Customer.get(id=other.id)).email == "ben@example.org"
    assert not await Chat.filter(id=7).exists()
    assert await Order.filter(is_hidden=True).count() == 2


@pytest.mark.parametrize(
    "named",
    [{"id": 4711}, {"email": MAIL.upper()}, {"id": 1, "orders_requested": ["o-1"]}],
    ids=["id", "mail", "order"],
)
async def test_a_copy_goes_with_the_person_and_no_request_names_them(
    shop: Settings, clock: Clock, named: dict[str, Any]
) -> None:
    customer = await erika()
    await Order.all().update(external_id="o-1")
    other = await erika(external_id="4712", email="ben@example.org")
    orders = {"orders_requested": named.pop("orders_requested", [])}
    await asks(shop, "customers/data_request", clock, customer=named, **orders)
    at: dict[str, Any] = dict.fromkeys(("received_at", "due_at", "done_at"), clock.now())
    kept: dict[str, Any] = {"ids": {"customer": "4712", "email": "ben@example.org"}, "answer": {"name": "Ben"}}
    await DataRequest.create(platform="shopify", kind="data_request", digest="b", **kept, **at)
    told = {"customer": {"id": 4711, "email": MAIL}, "shop_domain": "x.example"}
    await deliver(shop, *shopify(("customers/redact", told)), now=clock.now())
    await keep_promises(shop, clock)

    assert (await Customer.get(id=customer.id)).erased_at is not None
    assert (await Customer.get(id=other.id)).erased_at is None
    of_ben, *_ = [each for each in await DataRequest.all() if each.digest == "b"]
    assert (of_ben.ids, of_ben.answer) == (kept["ids"], kept["answer"]), "somebody else's"
    for request in await DataRequest.exclude(digest="b"):
        assert (request.ids, request.answer, request.done_at is not None) == ({}, None, True)

    await forget_answers(clock.now() + timedelta(days=31))
    assert [request.ids for request in await DataRequest.all()] == [{}, {}, {}]


async def test_somebody_redacted_before_their_orders_came_in_stays_redacted(
    shop: Settings, clock: Clock, tmp_path: Any
) -> None:
    from tests.support.import_files import import_lines, order

    await asks(shop, "customers/redact", clock)
    await import_lines(tmp_path, order("1001", source="shopify", customer={"external_id": "4711", "email": MAIL}))

    assert [customer.email for customer in await Customer.all()] == [None]
    assert (await Order.get()).is_hidden


async def test_when_the_shop_leaves_all_its_customers_are_erased(shop: Settings, clock: Clock) -> None:
    for number in range(120):
        await a_customer(source="shopify", external_id=str(number))
    woo = await a_customer(source="woocommerce")

    await asks(shop, "shop/redact", clock)

    assert [customer.id for customer in await Customer.filter(erased_at=None)] == [woo.id]


async def test_a_request_that_fails_keeps_none_of_the_others_waiting(shop: Settings, clock: Clock) -> None:
    await erika()
    at = clock.now()
    broken: dict[str, Any] = {"platform": "shopify", "kind": "redact", "digest": "a", "ids": {"orders": 5}}
    await DataRequest.create(**broken, received_at=at, due_at=at)
    await asks_without_looking(shop, clock)

    await keep_promises(shop, clock)

    assert [request.done_at is not None for request in await DataRequest.all().order_by("id")] == [False, True]


async def asks_without_looking(settings: Settings, clock: Clock) -> None:
    body = {"shop_domain": "x.example", "customer": {"id": 4711, "email": MAIL}}
    await deliver(settings, *shopify(("customers/data_request", body)), now=clock.now())


async def test_a_new_notice_is_told_once_to_those_who_know_an_older_one(database: Settings, clock: Clock) -> None:
    noon = datetime(2026, 11, 25, 11, tzinfo=UTC)
    clock.advance(noon - clock.now())
    for chat_id, locale in ((1, "fr"), (2, "de")):
        await a_chat(chat_id, locale=locale, privacy_version=version_of("privacy").version - 1)
    await a_chat(3, privacy_version=1, unreachable_at=noon, unreachable_because="blocked")
    await load_profile(4, language_code="de", first_name="Neu", settings=database)

    for _ in range(3):
        await keep_promises(database, clock)

    told = {push.chat_id: push for push in await Push.all()}
    assert told.keys() == {1, 2}
    assert {push.purpose for push in told.values()} == {"legal"}
    assert "notice" in told[1].params["text"]
    assert "/privacy" in told[2].params["text"]
    postman = Postman()
    await drained(database, postman, clock.now())
    assert len(postman.calls) == 2

    await Chat.filter(id=3).update(unreachable_at=None, unreachable_because=None)
    await keep_promises(database, clock)
    assert await Push.filter(chat_id=3).count() == 1


async def _reviewed(now: datetime) -> None:
    for number, years in enumerate((4.9, 5.1)):
        said_at = now - timedelta(days=365 * years)
        about: dict[str, Any] = {"product_id": 1, "customer_id": number, "order_id": 1, "stars": 1}
        asked: dict[str, Any] = {"order_id": number, "customer_id": number, "due_at": now}
        await ReviewAsk.create(expires_at=said_at + timedelta(days=365 * 3), **asked)
        await Review.create(words=f"{years}", given_at=said_at, changed_at=said_at, **about)
        said: dict[str, Any] = {"improvement_id": 1, "chat_id": 1}
        await Voice.create(source=f"answer:{number}:late", said_at=said_at + timedelta(days=365 * 3), **said)


async def test_what_the_notice_promises_to_forget_is_forgotten(database: Settings, clock: Clock) -> None:
    now = clock.now()
    for years in (0.9, 1.1):
        closed_at = now - timedelta(days=365 * years)
        case = await Case.create(cause="human", status="closed", opened_at=closed_at, closed_at=closed_at)
        await CaseMessage.create(case_id=case.id, author="customer", text=f"{years}", at=closed_at)
    for years in (1.9, 2.1):
        answered_at = now - timedelta(days=365 * years)
        told: dict[str, Any] = {"comment": "gut", "comment_parts": [{"message": 5, "text": "geheim"}], "locale": "de"}
        await Answer.create(once=f"{years}", survey="nps", score=9, order_number="1", answered_at=answered_at, **told)
        anna = await a_customer()
        asked: dict[str, Any] = {"survey": "nps", "version": 0, "metric": "nps", "created_at": answered_at}
        plan = await SurveyPlan.create(
            once=f"nps:order:{years}", customer_id=anna.id, status="answered", due_at=answered_at,
            expires_at=answered_at, **asked,
        )  # fmt: skip
        await Answer.create(once=f"plan:{plan.id}", survey="nps", score=8, answered_at=answered_at, plan_id=plan.id)
    for number, years in enumerate((1.9, 2.1)):
        sent_at = now - timedelta(days=365 * years)
        fan = await Recipient.create(campaign_id=1, chat_id=number + 1, locale="de", due_at=sent_at, token=f"{years}")
        await Click.create(recipient_id=fan.id, campaign_id=1, button="a1", first_at=sent_at, last_at=sent_at)
    for purpose, years in (("survey", 2.9), ("promo", 3.1)):
        ended = now - timedelta(days=365 * years)
        await Consent.create(
            chat_id=1, purpose=purpose, version=1, locale="de", wording="Ja", request_message_id=1,
            confirm_message_id=2, given_at=ended, withdrawn_at=ended, active=None,
        )  # fmt: skip
    for number, years in enumerate((0.9, 1.1)):
        ended = now - timedelta(days=365 * years)
        await Question.create(
            chat_id=1, text=f"{years}", locale="de", intent="unknown", outcome="fallback", asked_at=ended
        )
        link = await Invitation.create(code=f"{years}", made_at=ended)
        await Referral.create(
            invitation_id=link.id, chat_id=number + 1, came_at=ended, order_until=ended, inviter_points=1,
            invited_points=1, minimums={}, status="counted",
        )  # fmt: skip
        contest = await Contest.create(status="drawn", texts={}, created_at=ended, ended_at=ended)
        await ContestEntry.create(contest_id=contest.id, chat_id=1, ticket=f"{years}", locale="de", entered_at=ended)
        await JoinRequest.create(
            group_id=-1, chat_id=number + 1, title="Runde", locale="de", asked_at=ended, noted_at=ended,
            status="approved", why="linked",
        )  # fmt: skip
        await PersonalLink.create(group_id=-1, chat_id=1, made_at=ended, expires_at=ended, ended_at=ended, why="used")
    await _reviewed(now)
    gone = await a_customer(erased_at=now)
    for year in (now.year - 8, now.year - 9):
        await an_order(f"{year}", customer=gone, placed_at=datetime(year, 12, 31, tzinfo=UTC), is_hidden=True)
        await an_order(f"kept {year}", placed_at=datetime(year, 12, 31, tzinfo=UTC))
    assert [count for _, count in await overdue(now)] == [1, 0, 2] + [1] * 13

    await forget_what_is_old(clock)

    assert [message.text for message in await CaseMessage.all()] == ["0.9"]
    answers = await Answer.all().order_by("id")
    assert [(answer.score, answer.comment, answer.locale) for answer in answers] == [
        *((9, "gut", "de"), (8, None, None), (9, None, None), (8, None, None)),
    ]
    young, old = answers[:2], answers[2:]
    assert young[0].comment_parts
    assert [answer.comment_parts for answer in old] == [None, None]
    assert [answer.once for answer in old] == ["2.1", f"forgotten:{old[1].id}"], "no name leads to the person"
    assert [plan.id for plan in await SurveyPlan.all()] == [young[1].plan_id]
    asked_about = await Question.all().order_by("id").values_list("chat_id", "text", "outcome")
    assert asked_about == [(1, "0.9", "fallback"), (None, None, "fallback")]
    assert [consent.purpose for consent in await Consent.all()] == ["survey"]
    assert [review.words for review in await Review.all()] == ["4.9"]
    assert [fan.token for fan in await Recipient.all()] == ["1.9"]
    assert await Referral.all().order_by("id").values_list("chat_id", "status") == [(1, "counted"), (None, "counted")]
    tickets = await ContestEntry.all().order_by("id").values_list("ticket", "chat_id", "locale")
    assert tickets == [("0.9", 1, "de"), ("1.1", None, None)], "the ticket stays, without a person"
    assert [click.recipient_id for click in await Click.all()] == [(await Recipient.get()).id]
    kept = {order.number for order in await Order.all()}
    assert kept == {f"{now.year - 8}", f"kept {now.year - 8}", f"kept {now.year - 9}"}
    assert [rule.name for rule, count in await overdue(now) if count] == []
