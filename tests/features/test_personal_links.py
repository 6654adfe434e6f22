"""Personal links into a group: for one customer, one use and a day, and revoked when that is over (LOY-07)."""

from datetime import timedelta

from bot.community.member_models import PersonalLink
from bot.community.personal_links import LASTS, keep_link, mind_links, note_use, open_links, order_link
from bot.config import Settings
from bot.customers.linking import unlink
from bot.customers.models import Link
from bot.outbox.models import Push
from bot.privacy.erasure import erase
from bot.privacy.export import as_text, export_data
from bot.privacy.subject import erasable_by_chat, known_to_chat
from bot.shop.models import Customer
from tests.support.builders import a_customer
from tests.support.members import GROUP, SILVER_GROUP, STAFF, grouped, told
from tests.support.postman import NOON
from tests.support.referrals import linked

ANNA, BEN = 501, 502
URL = "https://t.me/+geheim123"


async def a_link(settings: Settings) -> Customer:
    await grouped(settings)
    customer = await a_customer()
    await linked(ANNA, customer)
    order = await order_link(ANNA, GROUP, now=NOON)
    assert order is not None
    assert (order.name, len(order.name) <= 32, order.expires_at) == (f"bote-{order.id}", True, NOON + LASTS)
    assert await keep_link(order.id, URL, now=NOON)
    return customer


async def ended() -> list[tuple[str | None, str | None]]:
    return [(row.why, row.link) for row in await PersonalLink.all().order_by("id")]


async def revoked() -> list[str]:
    return [str(push.params["invite_link"]) for push in await Push.filter(method="revokeChatInviteLink")]


async def test_a_link_is_shown_until_it_is_about_to_end(database: Settings) -> None:
    await a_link(database)
    assert (await open_links(ANNA, now=NOON))[GROUP].link == URL
    assert await open_links(BEN, now=NOON) == {}
    assert await open_links(ANNA, now=NOON + LASTS - timedelta(minutes=4)) == {}
    await mind_links(now=NOON + LASTS)
    assert (await ended(), await revoked()) == ([("expired", None)], [])


async def test_only_whom_the_rule_lets_in_gets_one(database: Settings) -> None:
    await grouped(database)
    assert await order_link(ANNA, GROUP, now=NOON) is None
    await linked(ANNA, await a_customer())
    assert await order_link(ANNA, SILVER_GROUP, now=NOON) is None
    assert not await PersonalLink.exists()


async def test_a_used_link_is_revoked_once(database: Settings) -> None:
    await a_link(database)
    database.staff_chat_id = STAFF
    assert await note_use(URL, ANNA, settings=database, now=NOON)
    assert not await note_use(URL, ANNA, settings=database, now=NOON)
    assert not await note_use("https://t.me/+other", ANNA, settings=database, now=NOON)
    assert (await ended(), await revoked(), await told(STAFF)) == ([("used", None)], [URL], [])


async def test_the_staff_hear_that_a_link_was_passed_on(database: Settings) -> None:
    await a_link(database)
    database.staff_chat_id = STAFF
    assert await note_use(URL, BEN, settings=database, now=NOON)
    assert (await ended(), await revoked()) == ([("passed_on", None)], [URL])
    [note] = await told(STAFF)
    assert "bote-" in note
    assert URL not in note


async def test_who_is_linked_no_more_or_to_somebody_else_loses_it(database: Settings) -> None:
    customer = await a_link(database)
    await mind_links(now=NOON)
    assert await ended() == [(None, URL)]
    await unlink(ANNA, customer.id)
    other = await a_customer()
    await Link.create(chat_id=ANNA, customer_id=other.id, proof="order", linked_at=NOON)
    for _ in range(2):
        await mind_links(now=NOON)
    assert (await ended(), await revoked()) == ([("unlinked", None)], [URL])


async def test_an_erasure_revokes_it_and_forgets_whose_it_was(database: Settings) -> None:
    await a_link(database)
    copy = as_text(await export_data(await known_to_chat(ANNA), settings=database, locale="de", now=NOON))
    assert "community_personal_link" in copy
    assert URL not in copy
    await erase(await erasable_by_chat(ANNA), settings=database, now=NOON)
    await mind_links(now=NOON)
    [row] = await PersonalLink.all()
    assert (row.chat_id, row.customer_id, row.why, row.link) == (None, None, "erased", None)
    assert await revoked() == [URL]


async def test_what_telegram_has_not_made_or_comes_too_late_is_no_link(database: Settings) -> None:
    await grouped(database)
    await linked(ANNA, await a_customer())
    first = await order_link(ANNA, GROUP, now=NOON)
    assert first is not None
    assert not await keep_link(first.id, None, now=NOON)
    second = await order_link(ANNA, GROUP, now=NOON)
    assert second is not None
    await erase(await erasable_by_chat(ANNA), settings=database, now=NOON)
    await mind_links(now=NOON)
    assert not await keep_link(second.id, URL, now=NOON)
    assert [why for why, _ in await ended()] == ["not_made", "erased"]
