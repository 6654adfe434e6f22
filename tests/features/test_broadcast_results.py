"""What people do with an offer is counted, and what came of a campaign can be said at any moment."""

from datetime import timedelta
from decimal import Decimal

import aiohttp
import pytest

from bot.broadcasts.buttons import Button
from bot.broadcasts.campaigns import get_campaign
from bot.broadcasts.expanding import expand
from bot.broadcasts.models import Click, Recipient
from bot.broadcasts.reactions import is_preview, note_tap, stop_offers
from bot.broadcasts.results import progress, results
from bot.broadcasts.running import cancel
from bot.clock import Clock
from bot.config import Settings
from bot.customers.consents import consents_of, may_ask
from bot.outbox.errors import Refused, Unknown, Unreachable
from bot.outbox.models import Push
from bot.privacy.erasure import erase
from bot.privacy.subject import erasable_by_chat
from bot.web import serving
from tests.support.builders import a_customer, an_order
from tests.support.offers import MARKETER, a_fan, rounds, started
from tests.support.postman import NOON, Postman, drained

pytestmark = pytest.mark.usefixtures("database")
TARGET = "https://shop.example/socks?a=1&b=2"
LINK = Button("a1b2c3d4", "link", TARGET, {"de": "Zum Laden"})
SURVEY = Button("a1b2c3d6", "survey", "nps", {"de": "Umfrage"})
PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 14; CUBOT P80) Chrome/140 Mobile"}
PREVIEW = {"User-Agent": "TelegramBot (like TwitterBot)"}


async def test_a_link_leads_where_the_campaign_says_and_counts_people_only(settings: Settings) -> None:
    settings.public_url = "https://bote.example"
    await a_fan(1)
    campaign_id, postman = await started(settings, buttons=[LINK]), Postman()
    await rounds(settings, postman)
    url = postman.calls[0].params["reply_markup"]["inline_keyboard"][0][0]["url"]
    path = url.removeprefix("https://bote.example")

    listening = settings.model_copy(update={"web_port": 0})
    async with serving(listening, clock=Clock()) as base, aiohttp.ClientSession() as session:
        statuses = []
        for method, where, headers in (
            ("GET", path, PHONE),
            ("GET", path, PHONE),
            ("GET", path, PREVIEW),
            ("HEAD", path, PHONE),
            ("GET", f"{path}?to=https://evil.example", PHONE),
            ("GET", path[:-1] + "5", PHONE),
            ("GET", "/go/" + "0" * 32 + "/a1b2c3d4", PHONE),
            ("GET", "/go/https://evil.example", PHONE),
        ):
            answer = await session.request(method, base + where, headers=headers, allow_redirects=False)
            statuses.append((answer.status, answer.headers.get("Location")))

    assert statuses == [(302, TARGET)] * 5 + [(404, None)] * 3
    assert (await results(campaign_id)).clicks == {"a1b2c3d4": (1, 3)}


@pytest.mark.parametrize(
    "agent", ["WhatsApp/2.23", "Slackbot-LinkExpanding 1.0", "facebookexternalhit/1.1", "Mozilla/5.0 (bingbot/2.0)"]
)
def test_a_program_that_looks_ahead_is_no_person(agent: str) -> None:
    assert is_preview(agent)
    assert not is_preview(PHONE["User-Agent"])


async def test_taps_are_counted_for_who_got_it_and_a_preview_of_the_staff_is_not(settings: Settings) -> None:
    await a_fan(1)
    campaign_id = await started(settings, buttons=[LINK, SURVEY])
    for chat_id in (1, 1, MARKETER):
        assert await note_tap(campaign_id, chat_id, SURVEY.id, now=NOON) == SURVEY
    assert await note_tap(campaign_id, 1, "ffffffff", now=NOON) is None
    assert await note_tap(campaign_id + 1, 1, SURVEY.id, now=NOON) is None

    found = await results(campaign_id)
    assert (found.clicked, found.clicks) == (1, {SURVEY.id: (1, 2)})


async def test_one_tap_ends_offers_also_those_that_wait_and_the_campaign_counts_it(settings: Settings) -> None:
    await a_fan(1)
    first = await started(settings)
    await rounds(settings, Postman())
    second, postman = await started(settings, now=NOON + timedelta(hours=2)), Postman()
    await expand(second, now=NOON + timedelta(hours=2))
    assert await stop_offers(first, 1, now=NOON + timedelta(hours=2))
    assert not await stop_offers(first, 1, now=NOON + timedelta(hours=2))
    await rounds(settings, postman, now=NOON + timedelta(days=2))

    assert postman.calls == []
    assert (await results(first)).unsubscribed == 1
    assert (await results(second)).withheld == {"no_consent": 1}


async def test_one_tap_ends_offers_in_every_chat_of_the_person_and_in_nobody_elses(settings: Settings) -> None:
    person = await a_customer(email="erika@mail.example", postcode="10115")
    moved = await a_customer(email="erika@mail.example", postcode="20095")
    await a_fan(1, customer=person)
    await a_fan(2, customer=person)
    await a_fan(3, customer=moved)
    await a_fan(4)
    campaign_id, postman = await started(settings), Postman()
    await expand(campaign_id, now=NOON)
    assert await stop_offers(campaign_id, 2, now=NOON)
    await rounds(settings, postman)

    assert [call.chat_id for call in postman.calls] == [4]
    assert await consents_of([1, 2, 3, 4]) == {4: frozenset({"promo"})}
    assert [await may_ask(chat_id, "promo") for chat_id in (1, 2, 3)] == [False] * 3
    assert (await results(campaign_id)).unsubscribed == 1


async def test_everybody_of_the_audience_is_found_under_what_became_of_them(settings: Settings) -> None:
    for chat_id in range(1, 10):
        await a_fan(chat_id)
    postman = Postman()
    postman.says(1, Unreachable("blocked")).says(2, Refused("Bad Request: no")).says(3, Unknown("timed_out"))
    campaign_id = await started(settings, never_twice=True)
    await expand(campaign_id, now=NOON, page=6)
    await Push.filter(chat_id=6).update(due_at=NOON + timedelta(hours=9), why="quiet_hours")
    await drained(settings, postman)
    found = await results(campaign_id)

    assert (found.audience, found.delivered, found.blocked, found.to_come) == (9, 2, 1, 3)
    assert (found.failed, found.withheld, found.waiting) == ({"refused": 1}, {"maybe_sent": 1}, {"quiet_hours": 1})
    assert (found.lost, found.possible_duplicates, found.maybe_sent) == (0, 0, 1)
    far = await progress(await get_campaign(campaign_id), now=NOON + timedelta(seconds=10))
    assert (far.total, far.done, far.delivered) == (9, 5, 2)

    await cancel(campaign_id, by=MARKETER, now=NOON)
    ended = await results(campaign_id)
    assert (ended.to_come, ended.left_out, ended.withheld) == (0, {}, {"maybe_sent": 1, "cancelled": 4})


async def test_a_row_that_vanished_is_told_as_lost(settings: Settings) -> None:
    await a_fan(1)
    await a_fan(2)
    campaign_id = await started(settings)
    await expand(campaign_id, now=NOON)
    await Push.filter(chat_id=2).delete()

    assert (await results(campaign_id)).lost == 1


async def test_orders_after_the_message_count_within_the_window_and_no_others(settings: Settings) -> None:
    buyer, other = await a_fan(1), await a_fan(2)
    stranger = await a_fan(3, agrees=False)
    campaign_id = await started(settings)
    await rounds(settings, Postman())
    for customer, after, columns in (
        (buyer, timedelta(hours=1), {"total": Decimal("20.00")}),
        (buyer, timedelta(days=6), {"total": Decimal("5.50")}),
        (other, timedelta(days=2), {"total": Decimal("7.00"), "currency": "CHF"}),
        (buyer, timedelta(days=8), {}),
        (buyer, -timedelta(hours=1), {}),
        (other, timedelta(days=1), {"is_test": True}),
        (other, timedelta(days=1), {"status": "cancelled"}),
        (stranger, timedelta(days=1), {}),
    ):
        await an_order(customer=customer, placed_at=NOON + after, **columns)

    sales = (await results(campaign_id)).sales
    assert [(each.currency, each.orders, each.value) for each in sales] == [
        ("CHF", 1, Decimal("7.00")),
        ("EUR", 2, Decimal("25.50")),
    ]


async def test_who_is_erased_leaves_no_row_and_is_not_told_as_lost(settings: Settings) -> None:
    await a_fan(1)
    await a_fan(2)
    campaign_id = await started(settings, buttons=[SURVEY])
    await rounds(settings, Postman())
    await note_tap(campaign_id, 1, SURVEY.id, now=NOON)
    await erase(await erasable_by_chat(1), settings=settings, now=NOON)

    assert await Recipient.filter(chat_id=1).count() == await Click.all().count() == 0
    found = await results(campaign_id)
    assert (found.audience, found.delivered, found.lost) == (2, 1, 0)
