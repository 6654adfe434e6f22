"""Campaigns that send themselves: each person once an occasion, within the same rules as everything else."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.broadcasts.automatic import list_automatic, mind_automatic, switch_off, switch_on
from bot.broadcasts.campaigns import duplicate, edit, get_campaign, list_campaigns
from bot.broadcasts.models import Recipient
from bot.broadcasts.readiness import preflight
from bot.broadcasts.rules import ChangedMeanwhileError, NotReadyError, Status, WrongStatusError
from bot.broadcasts.running import cancel, start
from bot.config import Settings
from bot.customers.holds import open_hold
from bot.outbox.models import Push
from bot.shop.models import Customer
from tests.support.builders import a_customer, an_order
from tests.support.offers import MARKETER, a_campaign, a_fan, rounds
from tests.support.postman import NOON, Postman

DAY = timedelta(days=1)
ANNA, BEN = 11, 12


async def _buyer(chat_id: int, days_ago: int, **columns: Any) -> Customer:
    customer = await a_customer()
    await an_order(customer=customer, placed_at=NOON - days_ago * DAY)
    return await a_fan(chat_id, customer=customer, **columns)


async def _on(settings: Settings, key: str = "winback", **options: Any) -> int:
    template = await a_campaign("Vorlage")
    await switch_on(key, campaign_id=template, by=MARKETER, settings=settings, now=NOON - DAY, **options)
    return template


async def _days(settings: Settings, postman: Postman, days: int = 1, *, since: datetime = NOON) -> None:
    for number in range(days):
        await mind_automatic(settings, now=since + number * DAY)
        await rounds(settings, postman, now=since + number * DAY)


async def test_who_is_missed_for_long_hears_of_it_once_and_others_do_not(database: Settings) -> None:
    postman = Postman()
    await _buyer(ANNA, 90)
    await _buyer(BEN, 20)
    await _on(database)
    await _days(database, postman, 9)
    assert [call.chat_id for call in postman.calls] == [ANNA]
    [copy] = [each for each in await list_campaigns() if each.origin == "winback"]
    assert (copy.status, copy.frozen) == (Status.FINISHED, 1)

    by_hand = await get_campaign(await duplicate(copy.id, author_id=MARKETER, now=NOON))
    assert (by_hand.origin, by_hand.segment.not_had) == (None, None)  # counted on its own, and to whom its card says


async def test_a_template_is_not_sent_by_hand_while_it_sends_itself_and_its_copy_is(database: Settings) -> None:
    postman = Postman()
    await _buyer(ANNA, 90)
    template = await _on(database)
    with pytest.raises(NotReadyError):
        await start(template, by=MARKETER, settings=database, now=NOON)
    found, _ = await preflight(await get_campaign(template), settings=database, now=NOON)
    assert "sends_itself" in {each.code for each in found if each.blocks}
    copy = await duplicate(template, author_id=MARKETER, now=NOON)
    await start(copy, by=MARKETER, settings=database, now=NOON)

    await _days(database, postman, 3)
    assert len(postman.calls) == 2  # by hand, and the next day by itself
    await switch_off("winback", by=MARKETER, settings=database, now=NOON)
    await start(template, by=MARKETER, settings=database, now=NOON + 4 * DAY)


async def test_an_edit_of_the_template_sends_nothing_again(database: Settings) -> None:
    postman = Postman()
    await _buyer(ANNA, 90)
    template = await _on(database)
    await _days(database, postman)
    seen = await get_campaign(template)
    await edit(template, version=seen.version, by=MARKETER, now=NOON, texts={"de": "Anders"})
    await _days(database, postman, 3, since=NOON + DAY)
    assert len(postman.calls) == 1


async def test_after_another_purchase_and_another_silence_it_is_another_occasion(database: Settings) -> None:
    postman = Postman()
    customer = await _buyer(ANNA, 90)
    await _on(database)
    await _days(database, postman)
    await an_order(customer=customer, placed_at=NOON + 5 * DAY)
    await _days(database, postman, 2, since=NOON + 96 * DAY)
    assert len(postman.calls) == 2


async def test_several_chats_of_one_person_hear_of_it_once(database: Settings) -> None:
    postman = Postman()
    customer = await _buyer(ANNA, 90)
    await a_fan(BEN, customer=customer)
    await _on(database)
    await _days(database, postman, 5)
    assert [call.chat_id for call in postman.calls] == [ANNA]


async def test_who_orders_before_it_has_arrived_does_not_get_it(database: Settings) -> None:
    postman, sunday = Postman(), NOON + 4 * DAY
    customer = await _buyer(ANNA, 86)
    await _on(database)
    await mind_automatic(database, now=sunday)
    await rounds(database, postman, now=sunday)  # advertising rests on Sundays
    await an_order(customer=customer, placed_at=sunday + timedelta(hours=1))
    await mind_automatic(database, now=sunday + timedelta(hours=2))
    await rounds(database, postman, now=sunday + DAY)
    assert postman.calls == []
    [push] = await Push.filter(purpose="offer")
    assert (push.status, push.why) == ("skipped", "ordered")


async def test_it_counts_within_the_same_contact_budget(database: Settings) -> None:
    postman = Postman()
    await _buyer(ANNA, 90)
    await _on(database)
    await start(await a_campaign(), by=MARKETER, settings=database, now=NOON)
    await _days(database, postman)
    assert len(postman.calls) == 1
    assert {push.why for push in await Push.filter(status="waiting")} == {"contact_day"}


async def test_an_open_case_keeps_it_away_with_its_reason(database: Settings) -> None:
    postman = Postman()
    customer = await _buyer(ANNA, 90)
    await _on(database)
    await open_hold(customer.id, reason="case", subject="case:1", now=NOON)
    await _days(database, postman)
    assert postman.calls == []
    assert [push.why for push in await Push.all()] == ["hold_case"]


async def test_without_consent_nobody_is_in_it(database: Settings) -> None:
    postman = Postman()
    await _buyer(ANNA, 90, agrees=False)
    await _on(database)
    await _days(database, postman)
    assert postman.calls == []
    assert not await Recipient.exists()


async def test_the_anniversary_of_the_first_order_comes_once_a_year(database: Settings) -> None:
    postman = Postman()
    customer = await a_customer()
    await an_order(customer=customer, placed_at=NOON.replace(year=2024))
    await an_order(customer=customer, placed_at=NOON - 20 * DAY)
    await a_fan(ANNA, customer=customer)
    await _buyer(BEN, 0)  # the first order of today is no anniversary
    await _on(database, "anniversary")
    await _days(database, postman, 4)
    assert [call.chat_id for call in postman.calls] == [ANNA]
    await _days(database, postman, 1, since=NOON.replace(year=2027))
    assert [call.chat_id for call in postman.calls] == [ANNA, BEN, ANNA][:1] + [
        call.chat_id for call in postman.calls[1:]
    ]
    assert ANNA in [call.chat_id for call in postman.calls[1:]]


async def test_an_anniversary_is_on_the_day_that_the_shops_clock_showed(database: Settings) -> None:
    """Half past midnight of the 19th in Berlin was the 18th in UTC; and at new year yesterday is no year ago."""
    postman, wishes = Postman(), NOON.replace(day=18)
    customer = await a_fan(ANNA, customer=await a_customer())
    await an_order(customer=customer, placed_at=wishes.replace(year=2024, hour=23, minute=30))  # the 19th there
    early = await a_fan(BEN, customer=await a_customer())
    await an_order(customer=early, placed_at=wishes.replace(year=2024, hour=22, minute=30))
    await _on(database, "anniversary")
    await _days(database, postman, since=wishes)
    assert [call.chat_id for call in postman.calls] == [BEN]
    await _days(database, postman, since=wishes + DAY)
    assert [call.chat_id for call in postman.calls] == [BEN, ANNA]

    new_year = NOON.replace(year=2027, month=1, day=1)
    new = await a_fan(13, customer=await a_customer())
    await an_order(customer=new, placed_at=new_year - DAY)
    await _days(database, postman, 3, since=new_year)
    assert [call.chat_id for call in postman.calls] == [BEN, ANNA]


async def test_after_a_purchase_both_ideas_come_at_their_days(database: Settings) -> None:
    postman = Postman()
    await _buyer(ANNA, 10)
    await _on(database, "coupon", days=10)
    await _on(database, "goes_well", days=12)
    await _days(database, postman, 6)
    assert len(postman.calls) == 2
    assert {each.origin for each in await list_campaigns(statuses=(Status.FINISHED,))} == {"coupon", "goes_well"}


async def test_switched_off_it_sends_no_more_and_on_again_it_does(database: Settings) -> None:
    postman = Postman()
    await _buyer(ANNA, 90)
    template = await _on(database)
    await switch_off("winback", by=MARKETER, settings=database, now=NOON)
    await _days(database, postman)
    assert postman.calls == []
    [winback, *others] = await list_automatic(settings=database, now=NOON)
    assert (winback.active, winback.campaign_id, winback.title, winback.next_at) == (False, template, "Vorlage", None)
    assert [each.active for each in others] == [False, False, False]
    await switch_on("winback", campaign_id=template, by=MARKETER, settings=database, now=NOON)
    await _days(database, postman, since=NOON + DAY)
    assert len(postman.calls) == 1


async def test_what_is_not_ready_is_not_switched_on(database: Settings) -> None:
    empty = await a_campaign(texts={})
    with pytest.raises(NotReadyError):
        await switch_on("winback", campaign_id=empty, by=MARKETER, settings=database, now=NOON)
    with pytest.raises(NotReadyError):
        await switch_on("winback", campaign_id=await a_campaign(), days=0, by=MARKETER, settings=database, now=NOON)
    post = await a_campaign(kind="channel")
    with pytest.raises(WrongStatusError):
        await switch_on("winback", campaign_id=post, by=MARKETER, settings=database, now=NOON)


async def test_what_somebody_has_changed_meanwhile_is_not_switched_on_unseen(database: Settings) -> None:
    template = await a_campaign()
    seen = await get_campaign(template)
    await edit(template, version=seen.version, by=MARKETER, now=NOON, texts={"de": "Anders"})
    with pytest.raises(ChangedMeanwhileError):
        await switch_on("winback", campaign_id=template, version=seen.version, by=MARKETER, settings=database, now=NOON)


async def test_with_its_draft_dropped_it_is_off(database: Settings) -> None:
    template = await _on(database)
    await cancel(template, by=MARKETER, now=NOON)
    [winback, *_] = await list_automatic(settings=database, now=NOON)
    assert (winback.active, winback.campaign_id) == (False, None)
