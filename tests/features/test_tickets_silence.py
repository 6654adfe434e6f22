"""Who took a case answers, or it is free again; who abuses the staff reaches the bot only."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.models import Link
from bot.outbox.models import Push
from bot.staff.models import AuditEntry, StaffMember
from bot.staff.roles import Role, appoint
from bot.tickets.bans import BannedError, switch_ban
from bot.tickets.cases import NewCase, find_talk, open_case, open_human_case
from bot.tickets.deadlines import mind_deadlines
from bot.tickets.hearing import add_customer_message
from bot.tickets.messages import Written
from bot.tickets.models import Case
from bot.tickets.replies import reply
from bot.tickets.silence import mind_silence
from bot.tickets.taking import take_case
from bot.tickets.talks import ask_for_human
from tests.support.builders import a_customer
from tests.support.postman import NOON, Postman, a_chat, drained, push

STAFF_CHAT, ANNA, MIA = -100, 100, 790


@pytest.fixture
async def shop(database: Settings) -> Settings:
    await a_chat(ANNA, first_name="Anna", locale="de")
    await appoint(MIA, Role.AGENT, name="Mia", now=NOON)
    return database.model_copy(update={"staff_chat_id": STAFF_CHAT, "default_locale": "de"})


@pytest.fixture
async def case_id(shop: Settings) -> int:
    """A case that Mia took at noon."""
    case_id = await open_human_case(ANNA, order_id=None, locale="de", settings=shop, now=NOON)
    await add_customer_message(case_id, Written("text", "Hallo?", 1), settings=shop, now=NOON)
    assert await take_case(case_id, staff_id=MIA, settings=shop, now=NOON)
    return case_id


def after(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


async def owner_of(case_id: int) -> int | None:
    owner: int | None = (await Case.get(id=case_id)).owner_id
    return owner


async def test_the_owner_is_reminded_once_and_then_the_case_is_free(shop: Settings, case_id: int) -> None:
    minded = [await mind_silence(shop, now=after(minutes)) for minutes in (59, 60, 61, 119)]
    assert minded == [0, 1, 0, 0]
    assert await owner_of(case_id) == MIA
    assert await Push.filter(chat_id=MIA).count() == 1

    assert await mind_silence(shop, now=after(120)) == 1
    assert await owner_of(case_id) is None
    assert await mind_silence(shop, now=after(240)) == 0
    postman = Postman()
    await drained(shop, postman, after(120), ticks=5)
    assert "wieder frei, bisher bei Mia" in postman.texts_to(STAFF_CHAT)[-1]
    assert await AuditEntry.filter(action="free").count() == 1


async def test_an_answer_starts_the_clock_anew(shop: Settings, case_id: int) -> None:
    await mind_silence(shop, now=after(60))
    await reply(case_id, Written("text", "Ja", 50), staff_id=MIA, settings=shop, now=after(70))
    assert await mind_silence(shop, now=after(200)) == 0
    await add_customer_message(case_id, Written("text", "Danke, noch etwas", 2), settings=shop, now=after(200))
    assert [await mind_silence(shop, now=after(minutes)) for minutes in (259, 260)] == [0, 1]
    assert await owner_of(case_id) == MIA


async def test_who_was_given_a_case_because_its_time_runs_short_keeps_it(shop: Settings) -> None:
    settings = shop.model_copy(update={"business_hours": "Mo-Su 00:00-24:00"})
    new = NewCase(cause="detractor", once="survey:1", chat_id=ANNA, locale="de")
    case_id = await open_case(new, settings=settings, now=NOON)
    await add_customer_message(case_id, Written("text", "Der Deckel fehlt", 1), settings=settings, now=NOON)

    owners = []
    for hours in range(48):
        await mind_deadlines(settings, now=NOON + timedelta(hours=hours))
        await mind_silence(settings, now=NOON + timedelta(hours=hours))
        owners.append(await owner_of(case_id))

    assert owners == [None] * 18 + [MIA] * 30, "given away at three quarters of a day, and kept"
    assert await AuditEntry.filter(action="free").count() == 0
    texts = [each.params["text"] for each in await Push.filter(chat_id=MIA)]
    [reminded] = [text for text in texts if "wartet" in text]
    assert "frei" not in reminded, "as it does not become free"

    await StaffMember.filter(id=MIA).delete()
    assert await mind_silence(settings, now=NOON + timedelta(hours=48)) == 1, "who works here no more keeps nothing"


async def test_nights_do_not_count_and_zero_is_never(shop: Settings, case_id: int) -> None:
    assert await mind_silence(shop, now=after(8 * 60)) == 0
    never = shop.model_copy(update={"silence_minutes": 0})
    assert await mind_silence(never, now=after(24 * 60)) == 0


async def test_the_cases_of_somebody_dismissed_are_free_at_once(shop: Settings, case_id: int) -> None:
    await StaffMember.filter(id=MIA).delete()
    assert await mind_silence(shop, now=after(1)) == 1
    assert await owner_of(case_id) is None


async def test_who_is_banned_reaches_no_human_but_the_bot_and_hears_of_parcels(shop: Settings, case_id: int) -> None:
    asking: dict[str, Any] = {"order_id": None, "locale": "de", "settings": shop, "now": NOON}
    assert await switch_ban(case_id, staff_id=MIA, now=NOON) is True
    assert await find_talk(ANNA) is None, "the bot answers again"
    with pytest.raises(BannedError):
        await ask_for_human(ANNA, **asking)
    news, postman = await push(ANNA, "Paket da", purpose="alarm"), Postman()
    await drained(shop, postman, ticks=4)
    assert (await Push.get(id=news)).status == "sent"

    assert await switch_ban(case_id, staff_id=MIA, now=NOON) is False
    assert await ask_for_human(ANNA, **asking) == case_id
    assert [each.action for each in await AuditEntry.filter(action__contains="ban").order_by("id")] == ["ban", "unban"]


async def test_surveys_wait_for_the_end_of_a_talk_and_parcels_do_not(shop: Settings) -> None:
    erika = await a_customer()
    await Link.create(chat_id=ANNA, customer_id=erika.id, proof="order", linked_at=NOON)
    await open_human_case(ANNA, order_id=None, locale="de", settings=shop, now=NOON)
    survey = await push(ANNA, "Wie war es?", purpose="survey")
    news = await push(ANNA, "Paket unterwegs", purpose="milestone")

    async def agreed(chats: object) -> dict[int, frozenset[str]]:
        return {ANNA: frozenset({"survey", "promo"})}

    await drained(shop, Postman(), ticks=3, consents=agreed)
    held, sent = await Push.get(id=survey), await Push.get(id=news)
    assert (held.status, held.why) == ("skipped", "hold_human")
    assert sent.status == "sent"
