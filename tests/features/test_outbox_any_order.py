"""What five sources tell one person, in whatever order they ask: the contact budget holds, service does not wait."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.config import Settings
from bot.customers.models import Chat, Link
from bot.outbox.models import Drain, Push
from bot.outbox.purposes import BUDGETED, PURPOSES
from bot.outbox.reasons import Why
from bot.shop.models import Customer, Line, Order
from tests.support.builders import a_customer, an_order
from tests.support.postman import NOON, Postman, a_chat, drained, push

# Of each of the five: service, closing the loop, surveys, points, offers.
SOURCES = ("milestone", "problem", "alarm", "loop", "survey", "loyalty", "offer", "offer_once", "contest")
BUDGET = {Why.CONTACT_DAY, Why.CONTACT_WEEK, Why.AFTER_PROBLEM}
A_NIGHT = timedelta(hours=11)

Wish = tuple[int, str, int, int | None]
"""Minutes from now, what for, to which of the person's two chats, and as which of the two customers they are."""

wishes = st.lists(
    st.tuples(
        st.integers(0, 10 * 24 * 60), st.sampled_from(SOURCES), st.sampled_from([1, 2]), st.sampled_from([0, 1, None])
    ),
    min_size=2,
    max_size=10,
)


async def everybody_consents(chat_ids: Sequence[int]) -> Mapping[int, frozenset[str]]:
    return dict.fromkeys(chat_ids, frozenset({"survey", "promo"}))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=wishes.flatmap(st.permutations))
async def test_no_order_of_sources_exceeds_the_contact_budget(database: Settings, asked: list[Wish]) -> None:
    customers = await one_person_with_two_chats()
    for number, (minutes, purpose, chat_id, customer) in enumerate(asked):
        due_at, customer_id = NOON + timedelta(minutes=minutes), None if customer is None else customers[customer]
        await push(chat_id, f"{number}", purpose=purpose, now=NOON, due_at=due_at, customer_id=customer_id)

    deferred = await sent_to_the_end(database)

    rows = await Push.all()
    assert {row.status for row in rows} == {"sent"}, "everybody's turn comes"
    contacts = sorted(row.settled_at for row in rows if row.purpose in BUDGETED and row.settled_at)
    problems = [row.settled_at for row in rows if PURPOSES[row.purpose].problem and row.settled_at]
    assert all(later - earlier >= timedelta(days=1) for earlier, later in pairwise(contacts))
    assert all(fourth - first >= timedelta(days=7) for first, fourth in zip(contacts, contacts[3:], strict=False))
    for contact in contacts:
        assert not [problem for problem in problems if timedelta() <= contact - problem < timedelta(hours=12)]
    for row in rows:
        if row.purpose not in BUDGETED and row.settled_at:
            wanted_at = NOON + timedelta(minutes=asked[int(row.params["text"])][0])
            assert row.settled_at - wanted_at <= A_NIGHT, "service and the loop never wait for the budget"
    assert {purpose for purpose, why in deferred if why in BUDGET} <= set(BUDGETED)


async def one_person_with_two_chats() -> tuple[int, int]:
    """The ids of the two customers that they are, at two postcodes; one of the chats sees both."""
    for model in (Push, Drain, Link, Chat, Line, Order, Customer):
        await model.all().delete()
    customer, elsewhere = await a_customer(), await a_customer()
    await an_order(customer=customer, ship_country="DE")
    for chat_id in (1, 2):
        await a_chat(chat_id)
        await Link.create(chat_id=chat_id, customer_id=customer.id, proof="link", linked_at=NOON)
    await Link.create(chat_id=2, customer_id=elsewhere.id, proof="link", linked_at=NOON)
    return int(customer.id), int(elsewhere.id)


async def sent_to_the_end(database: Settings) -> set[tuple[str, str | None]]:
    """Drain whenever something is due until nothing waits; what had to wait, and why."""
    postman, deferred, now = Postman(), set[tuple[str, str | None]](), NOON
    for _ in range(300):
        waiting = await Push.filter(status="waiting").order_by("due_at").first()
        if waiting is None:
            return deferred
        now = max(now, waiting.due_at)
        await drained(database, postman, now, consents=everybody_consents)
        deferred |= {(row.purpose, row.why) for row in await Push.filter(status="waiting").exclude(why=None)}
    raise AssertionError("something waits for ever")
