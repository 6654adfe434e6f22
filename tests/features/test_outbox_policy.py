"""What the drain knows about people when it judges: language and clock, mutes, holds, consents, the contact budget."""

import random
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.audience import chats_of, find_recipients
from bot.customers.holds import holds_of, open_hold, release_hold
from bot.customers.models import Hold, Link, Mute
from bot.outbox.errors import Broken
from bot.outbox.models import Push
from bot.outbox.purposes import BUDGETED
from bot.outbox.queue import enqueue
from bot.shop.models import Customer
from tests.support.builders import a_customer, an_order
from tests.support.postman import NOON, Postman, a_chat, drained, let_time_pass, push, row, statuses

NIGHT = datetime(2026, 11, 18, 22, 0, tzinfo=UTC)  # 23:00 in Berlin
MORNING = datetime(2026, 11, 19, 7, 0, tzinfo=UTC)  # 08:00 in Berlin


async def everybody_consents(chat_ids: Sequence[int]) -> Mapping[int, frozenset[str]]:
    return dict.fromkeys(chat_ids, frozenset({"survey", "promo"}))


async def rounds(settings: Settings, postman: Postman, now: datetime = NOON, **terms: Any) -> None:
    await drained(settings, postman, now, consents=everybody_consents, **terms)


@pytest.fixture
def postman() -> Postman:
    return Postman()


async def a_linked_customer(*chat_ids: int, country: str = "DE", **chat: Any) -> Customer:
    """A customer who bought something delivered to this country, linked to these chats."""
    customer = await a_customer()
    await an_order(customer=customer, ship_country=country)
    for chat_id in chat_ids:
        await a_chat(chat_id, **chat)
        await Link.create(chat_id=chat_id, customer_id=customer.id, proof="link", linked_at=NOON)
    return customer


async def test_a_milestone_at_night_waits_for_the_morning_and_a_loss_does_not(
    database: Settings, postman: Postman
) -> None:
    await a_linked_customer(1)
    milestone = await push(1, "shipped", purpose="milestone", now=NIGHT)
    await push(1, "lost", purpose="loss", now=NIGHT)

    await drained(database, postman, NIGHT)

    assert await statuses() == {"shipped": "waiting: quiet_hours", "lost": "sent"}
    waiting = await row(milestone)
    assert (waiting.due_at, waiting.leased_until, waiting.attempts) == (MORNING, None, 0)
    await drained(database, postman, MORNING)
    assert postman.texts == ["lost", "shipped"]


async def test_two_that_waited_for_the_morning_come_in_their_order(database: Settings, postman: Postman) -> None:
    for text in ("first", "second", "third"):
        await push(1, text, purpose="milestone", now=NIGHT)
        await drained(database, postman, NIGHT)

    await drained(database, postman, MORNING)

    assert postman.texts == ["first", "second", "third"]


@pytest.mark.parametrize(
    ("country", "zone", "waits"),
    [("DE", None, True), ("FR", None, False), ("DE", "America/New_York", False), ("US", None, False)],
)
async def test_it_is_night_where_the_customer_is(
    database: Settings, postman: Postman, country: str, zone: str | None, waits: bool
) -> None:
    half_past_nine_in_the_evening = datetime(2026, 11, 18, 20, 30, tzinfo=UTC)
    await a_linked_customer(1, country=country, time_zone=zone)
    await push(1, "news", purpose="milestone")

    await drained(database, postman, half_past_nine_in_the_evening)

    assert await statuses() == {"news": "waiting: quiet_hours" if waits else "sent"}


async def test_news_that_is_no_longer_true_is_not_sent_late(database: Settings, postman: Postman) -> None:
    await push(1, "arrives today", purpose="notice", expires_at=NOON + timedelta(hours=12))

    await drained(database, postman, NOON + timedelta(days=1))

    assert (await statuses(), postman.calls) == ({"arrives today": "skipped: expired"}, [])


async def test_a_muted_order_is_quiet_in_that_chat_and_for_that_order_only(
    database: Settings, postman: Postman
) -> None:
    customer = await a_linked_customer(1, 2)
    muted, other = await an_order(customer=customer), await an_order(customer=customer)
    await Mute.create(chat_id=1, order_id=muted.id, level="problems")
    for chat in (1, 2):
        await push(chat, f"{chat} milestone", purpose="milestone", order_id=muted.id)
        await push(chat, f"{chat} problem", purpose="problem", order_id=muted.id)
        await push(chat, f"{chat} other", purpose="milestone", order_id=other.id)

    await drained(database, postman)

    assert {text for text, status in (await statuses()).items() if status != "sent"} == {"1 milestone"}
    assert (await statuses())["1 milestone"] == "skipped: muted"


async def test_until_somebody_consents_nobody_is_advertised_to(database: Settings, postman: Postman) -> None:
    await push(1, "survey", purpose="survey")
    await drained(database, postman)
    assert await statuses() == {"survey": "skipped: no_consent"}


async def test_an_open_problem_cancels_tonights_offer(database: Settings, postman: Postman) -> None:
    customer = await a_linked_customer(1)
    await open_hold(customer.id, reason="late", subject="shipment:9", now=NOON)
    await push(1, "offer", purpose="offer", customer_id=customer.id)
    await push(1, "survey", purpose="survey")  # known by the chat's link alone
    await push(2, "another", purpose="offer")
    await rounds(database, postman)
    assert await statuses() == {"offer": "skipped: hold_late", "survey": "skipped: hold_late", "another": "sent"}

    await release_hold(customer.id, reason="late", subject="shipment:9", now=NOON)
    await push(1, "offer again", purpose="offer", customer_id=customer.id)
    await rounds(database, postman)
    assert (await statuses())["offer again"] == "sent"


async def test_a_hold_named_by_the_push_alone_counts(database: Settings, postman: Postman) -> None:
    customer = await a_customer()
    await open_hold(customer.id, reason="erasure", subject="customer", purposes="everything", now=NOON)
    await push(5, "news", purpose="milestone", customer_id=customer.id)
    await push(5, "answer", customer_id=customer.id)

    await drained(database, postman)

    assert await statuses() == {"news": "skipped: hold_erasure", "answer": "sent"}


async def test_holds_open_once_are_prolonged_end_by_themselves_and_open_again(database: Settings) -> None:
    customer, later = await a_customer(), NOON + timedelta(days=1)
    for until in (later, None, later):
        await open_hold(customer.id, reason="case", subject="case:4", now=NOON, until=until)
    await open_hold(customer.id, reason="late", subject="shipment:9", now=NOON)

    assert [hold.reason for hold in (await holds_of([customer.id], now=NOON))[customer.id]] == ["case", "late"]
    assert [hold.reason for hold in (await holds_of([customer.id], now=later))[customer.id]] == ["late"]
    assert await release_hold(customer.id, reason="late", subject="shipment:9", now=NOON) is True
    assert await release_hold(customer.id, reason="late", subject="shipment:9", now=NOON) is False
    assert await holds_of([customer.id], now=later) == {}
    await open_hold(customer.id, reason="late", subject="shipment:9", now=later)
    assert (await holds_of([customer.id], now=later))[customer.id][0].since == later
    assert await Hold.all().count() == 2
    with pytest.raises(ValueError, match="reason"):
        await open_hold(customer.id, reason="mood", subject="x", now=NOON)


async def test_two_advertisements_due_together_are_a_day_apart(database: Settings, postman: Postman) -> None:
    await push(1, "survey", purpose="survey")
    offer = await push(1, "offer", purpose="offer")

    await rounds(database, postman, ticks=3)

    assert await statuses() == {"survey": "sent", "offer": "waiting: contact_day"}
    assert (await row(offer)).due_at == NOON + timedelta(days=1)


async def test_a_persons_two_chats_share_one_budget_and_so_do_a_chats_two_customers(
    database: Settings, postman: Postman
) -> None:
    customer = await a_linked_customer(1, 2)
    await push(1, "first chat", purpose="survey", customer_id=customer.id)
    await push(2, "second chat", purpose="survey", customer_id=customer.id)
    await push(1, "other customer", purpose="survey", customer_id=(await a_customer()).id)

    await rounds(database, postman, ticks=3)

    sent = [text for text, status in (await statuses()).items() if status == "sent"]
    assert sent == ["first chat"]


async def test_two_chats_are_one_person_though_a_push_does_not_say_whose_it_is(
    database: Settings, postman: Postman
) -> None:
    """They share a customer; the one is, besides, the customer of another postcode."""
    await a_linked_customer(1, 2)
    elsewhere = await a_customer()
    await Link.create(chat_id=2, customer=elsewhere, proof="link", linked_at=NOON)
    await a_linked_customer(3)
    await push(1, "first chat", purpose="survey")
    await push(2, "second chat", purpose="survey", customer_id=elsewhere.id)
    await push(3, "somebody else", purpose="survey")

    await rounds(database, postman, ticks=3)

    sent = {text for text, status in (await statuses()).items() if status == "sent"}
    assert sent == {"first chat", "somebody else"}
    assert (await statuses())["second chat"] == "waiting: contact_day"


async def test_two_postcodes_of_one_mailbox_are_one_budget(database: Settings, postman: Postman) -> None:
    for chat_id, postal_key in ((1, "53113"), (2, "10115")):
        customer = await a_customer(email="erika@example.org", source="web", postal_key=postal_key)
        await a_chat(chat_id)
        await Link.create(chat_id=chat_id, customer=customer, proof="order", linked_at=NOON)
        await push(chat_id, f"chat {chat_id}", purpose="survey", customer_id=customer.id)

    await rounds(database, postman, ticks=3)

    assert await statuses() == {"chat 1": "sent", "chat 2": "waiting: contact_day"}


async def test_trouble_told_to_one_chat_keeps_advertising_from_the_other(database: Settings, postman: Postman) -> None:
    await a_linked_customer(1, 2)
    await push(1, "late", purpose="problem")
    await rounds(database, postman)
    await push(2, "offer", purpose="offer")

    await rounds(database, postman, NOON + timedelta(hours=1))

    assert (await statuses())["offer"] == "waiting: after_problem"


async def test_what_may_have_arrived_uses_up_the_budget(database: Settings, postman: Postman) -> None:
    await push(1, "survey", purpose="survey")
    postman.says(1, Broken("server_error"))
    await rounds(database, postman)
    await Push.all().update(doubtful=1)
    await push(1, "loyalty", purpose="loyalty", now=NOON)

    await rounds(database, postman)

    assert (await statuses())["loyalty"] == "waiting"  # behind the survey in its chat
    await let_time_pass()
    await rounds(database, postman, ticks=2)
    assert await statuses() == {"survey": "sent", "loyalty": "waiting: contact_day"}


async def test_of_offers_whose_sender_died_only_those_that_never_double_are_lost_rather_than_doubled(
    database: Settings, postman: Postman
) -> None:
    from bot.outbox.claims import claim

    await push(1, "once", purpose="offer_once")
    await push(2, "milestone", purpose="milestone")
    await push(3, "offer", purpose="offer")
    assert len(await claim(NOON, 16, lease=timedelta(seconds=30))) == 3  # and then nothing more is heard of it
    await let_time_pass()

    await rounds(database, postman)

    assert await statuses() == {"once": "skipped: maybe_sent", "milestone": "sent", "offer": "sent"}


async def test_advertising_waits_twelve_hours_after_trouble(database: Settings, postman: Postman) -> None:
    await push(1, "late", purpose="problem")
    await rounds(database, postman)
    survey = await push(1, "survey", purpose="survey")
    await rounds(database, postman, NOON + timedelta(hours=1))

    assert (await statuses())["survey"] == "waiting: after_problem"
    assert (await row(survey)).due_at == MORNING  # noon and twelve hours is the middle of the night


@pytest.mark.parametrize("seed", range(4))
async def test_no_order_of_five_sources_exceeds_the_budget_in_the_database_either(
    database: Settings, postman: Postman, seed: int
) -> None:
    chance = random.Random(seed)
    await a_linked_customer(1, country=chance.choice(["DE", "FR", "LU"]))
    purposes = ["survey", "loyalty", "contest", "offer", "survey", "problem", "milestone"]
    for number in range(14):
        due = NOON + timedelta(hours=chance.randrange(0, 24 * 8))
        purpose = chance.choice(purposes)
        await enqueue(1, "sendMessage", {"text": f"{number}"}, once=f"{number}", purpose=purpose, now=NOON, due_at=due)

    now = NOON
    while now < NOON + timedelta(days=60) and await Push.filter(status="waiting").exists():
        await rounds(database, postman, now, ticks=2)
        following = await Push.filter(status="waiting").order_by("due_at").first()
        now = max(now, following.due_at) if following else now

    contacts = await Push.filter(status="sent", purpose__in=BUDGETED).order_by("settled_at")
    times = [each.settled_at for each in contacts if each.settled_at]
    assert len(times) == await Push.filter(purpose__in=BUDGETED).count()
    assert all(later - earlier >= timedelta(days=1) for earlier, later in pairwise(times))
    assert all(fourth - first >= timedelta(days=7) for first, fourth in zip(times, times[3:], strict=False))


async def test_news_finds_the_chats_of_a_customer_in_their_language_and_time(database: Settings) -> None:
    customer = await a_customer(locale="fr-LU")
    await an_order(customer=customer, ship_country="LU")
    chats: list[dict[str, Any]] = [
        {"locale": "lb", "language_code": "de"},
        {"language_code": "de-AT", "time_zone": "Europe/Vienna"},
        {"language_code": "pt"},
        {"unreachable_because": "blocked", "unreachable_at": NOON},
    ]
    for chat_id, columns in enumerate(chats, 1):
        await a_chat(chat_id, **columns)
        await Link.create(chat_id=chat_id, customer_id=customer.id, proof="link", linked_at=NOON)

    reached = await chats_of(customer.id, settings=database)

    assert [(each.chat_id, each.locale, each.tz.key, each.country) for each in reached] == [
        (1, "lb", "Europe/Luxembourg", "LU"),
        (2, "de", "Europe/Vienna", "LU"),
        (3, "fr", "Europe/Luxembourg", "LU"),
    ]
    assert (await find_recipients([4, 99], settings=database))[4].unreachable == "blocked"
    assert await chats_of(customer.id + 1, settings=database) == ()
