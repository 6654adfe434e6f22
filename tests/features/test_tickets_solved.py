"""After a case about trouble is closed its customer is asked once whether it is solved; "no" opens it again."""

import asyncio
from datetime import timedelta

import pytest

from bot.config import Settings
from bot.customers.holds import holds_of
from bot.customers.models import Link
from bot.errors import NotFoundError
from bot.outbox.models import Push
from bot.reports.periods import Period
from bot.reports.recovery import recovery
from bot.shop.models import Customer
from bot.staff.roles import Role, appoint, revoke
from bot.tickets.bans import switch_ban
from bot.tickets.cases import Cause, NewCase, close_case, find_talk, open_case, resolve_case
from bot.tickets.messages import Written
from bot.tickets.models import Case, CaseClock, CaseMessage
from bot.tickets.reopening import reopen_case
from bot.tickets.replies import reply
from bot.tickets.resolutions import Resolution
from bot.tickets.verdicts import answer_solved
from tests.support.builders import a_customer, an_order
from tests.support.postman import NOON, Postman, a_chat, drained

STAFF_CHAT, ANNA, OWNER, MIA = -100, 701, 1, 790
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NIGHT = NOON + 11 * HOUR


@pytest.fixture
async def shop(database: Settings) -> Settings:
    await a_chat(ANNA, locale="de", first_name="Anna")
    await appoint(MIA, Role.AGENT, name="Mia", now=NOON)
    shop = {"staff_chat_id": STAFF_CHAT, "default_locale": "de", "owner_ids": str(OWNER), "shop_name": "Laden"}
    return database.model_copy(update=shop)


async def a_case(shop: Settings, cause: Cause = "detractor") -> tuple[int, Customer]:
    erika = await a_customer()
    await Link.create(chat_id=ANNA, customer_id=erika.id, proof="order", linked_at=NOON)
    order = await an_order("1001", customer=erika)
    new = NewCase(cause=cause, once="c", chat_id=ANNA, customer_id=erika.id, order_id=order.id, locale="de")
    return await open_case(new, settings=shop, now=NOON), erika


async def answered(shop: Settings, case_id: int) -> None:
    await reply(case_id, Written("text", "Das tut uns leid", 5), staff_id=MIA, settings=shop, now=NOON)


async def closed(shop: Settings, case_id: int, *, after: timedelta = HOUR, action: str = "replaced") -> None:
    done = Resolution("damaged", action)
    assert await resolve_case(case_id, done, staff_id=MIA, settings=shop, now=NOON + after)


async def says(shop: Settings, case_id: int, solved: bool, *, after: timedelta = 2 * HOUR, chat_id: int = ANNA) -> str:
    return await answer_solved(case_id, solved=solved, chat_id=chat_id, settings=shop, now=NOON + after)


def asked(postman: Postman) -> list[str]:
    return [text for text in postman.texts_to(ANNA) if "Ist es für Sie gelöst?" in text]


async def test_closing_asks_once_tells_what_was_done_and_that_the_bot_is_back(shop: Settings) -> None:
    case_id, _ = await a_case(shop)
    await answered(shop, case_id)
    await closed(shop, case_id)
    postman = Postman()
    await drained(shop, postman, NOON + HOUR, ticks=4)
    [question] = asked(postman)
    assert "Bestellung 1001" in question
    assert "Ein Ersatz ist auf dem Weg" in question
    assert "antworte hier wieder ich, der Bot" in question
    assert not [text for text in postman.texts_to(ANNA) if "Gespräch mit unserem Team ist beendet" in text]
    assert await find_talk(ANNA) is None

    assert await says(shop, case_id, False) == "unsolved"
    await closed(shop, case_id, after=5 * HOUR)
    later = Postman()
    await drained(shop, later, NOON + 5 * HOUR, ticks=4)
    assert asked(later) == []
    assert any("Gespräch mit unserem Team ist beendet" in text for text in later.texts_to(ANNA))


async def test_no_opens_it_again_for_its_owner_with_a_new_clock_and_tells_everybody(shop: Settings) -> None:
    case_id, erika = await a_case(shop)
    await answered(shop, case_id)
    await closed(shop, case_id)
    await drained(shop, Postman(), NOON + HOUR, ticks=4)
    assert [await says(shop, case_id, False) for _ in range(3)] == ["unsolved"] * 3

    case, clock = await Case.get(id=case_id), await CaseClock.get(case_id=case_id)
    assert (case.status, case.owner_id, case.solved, case.resolved_action) == ("open", MIA, False, None)
    assert (clock.started_at, clock.contacted_at) == (NOON + 2 * HOUR, None)
    assert await holds_of([erika.id], now=NOON + 3 * HOUR)
    assert await find_talk(ANNA) == case_id
    postman = Postman()
    await drained(shop, postman, NOON + 3 * HOUR, ticks=4)
    assert "ist wieder offen" in postman.texts_to(MIA)[0]
    assert sum("ist wieder offen" in text for text in postman.texts_to(STAFF_CHAT)) == 1
    assert await CaseMessage.filter(case_id=case_id, author="customer").count() == 1


async def test_yes_is_kept_and_shown_and_the_last_word_counts(shop: Settings) -> None:
    case_id, _ = await a_case(shop)
    await answered(shop, case_id)
    await closed(shop, case_id)
    assert await says(shop, case_id, True) == "solved"
    assert (await Case.get(id=case_id)).status == "closed"
    postman = Postman()
    await drained(shop, postman, NOON + 3 * HOUR, ticks=4)
    assert "Die Person sagt, dass es gelöst ist" in postman.texts_to(STAFF_CHAT)[-1]

    assert await says(shop, case_id, False, after=3 * DAY) == "unsolved"
    assert ((await Case.get(id=case_id)).status, (await Case.get(id=case_id)).solved) == ("open", False)
    assert await says(shop, case_id, True, after=4 * DAY) == "solved"
    assert ((await Case.get(id=case_id)).status, (await Case.get(id=case_id)).solved) == ("open", True)


async def test_many_taps_at_once_open_it_once(shop: Settings) -> None:
    case_id, _ = await a_case(shop)
    await answered(shop, case_id)
    await closed(shop, case_id)
    assert set(await asyncio.gather(*(says(shop, case_id, False) for _ in range(8)))) == {"unsolved"}
    assert await CaseMessage.filter(case_id=case_id, author="customer").count() == 1
    assert await Push.filter(chat_id=MIA).count() == 1


async def test_who_looked_after_it_and_left_is_not_called_back(shop: Settings) -> None:
    case_id, _ = await a_case(shop)
    await answered(shop, case_id)
    await closed(shop, case_id)
    await revoke(OWNER, MIA, settings=shop, now=NOON + HOUR)
    await says(shop, case_id, False)
    assert (await Case.get(id=case_id)).owner_id is None
    assert await Push.filter(chat_id=MIA).count() == 0


async def test_late_taps_and_those_of_others_change_nothing(shop: Settings) -> None:
    case_id, _ = await a_case(shop)
    await answered(shop, case_id)
    with pytest.raises(NotFoundError):
        await says(shop, case_id, True)
    await closed(shop, case_id)
    with pytest.raises(NotFoundError):
        await says(shop, case_id, True, chat_id=702)
    assert await says(shop, case_id, False, after=29 * DAY) == "unsolved"
    assert await says(shop, case_id, True, after=31 * DAY) == "late"
    assert (await Case.get(id=case_id)).solved is False


async def test_who_was_promised_to_hear_from_us_is_asked_also_where_nobody_wrote(shop: Settings) -> None:
    case_id, _ = await a_case(shop)
    await closed(shop, case_id, action="nothing")
    postman = Postman()
    await drained(shop, postman, NOON + HOUR, ticks=4)
    assert len(asked(postman)) == 1
    assert (await recovery(Period(), tz=shop.time_zone)).asked == 1

    assert await says(shop, case_id, False) == "unsolved"
    assert (await Case.get(id=case_id)).status == "open"


async def test_nobody_is_asked_whom_nobody_wrote_to_or_who_cannot_be_asked(shop: Settings) -> None:
    silent, _ = await a_case(shop, "lost")
    await closed(shop, silent)
    assert (await Case.get(id=silent)).asked_at is None

    await reopen_case(silent, staff_id=MIA, settings=shop, now=NOON + HOUR)
    await answered(shop, silent)
    await switch_ban(silent, staff_id=MIA, now=NOON)
    await closed(shop, silent)
    assert (await Case.get(id=silent)).asked_at is None

    await switch_ban(silent, staff_id=MIA, now=NOON)
    await reopen_case(silent, staff_id=MIA, settings=shop, now=NOON + HOUR)
    await close_case(silent, because="customer", settings=shop, now=NOON + HOUR)
    assert (await Case.get(id=silent)).asked_at is None, "they have ended it themselves"


@pytest.mark.parametrize(("cause", "is_asked"), [("lost", True), ("damaged", True), ("human", False)])
async def test_every_trouble_is_asked_about_and_a_talk_is_not(shop: Settings, cause: Cause, is_asked: bool) -> None:
    case_id, _ = await a_case(shop, cause)
    await answered(shop, case_id)
    await closed(shop, case_id)
    assert ((await Case.get(id=case_id)).asked_at is not None) is is_asked


async def test_closed_at_night_it_is_asked_in_the_morning_or_not_at_all_when_opened_before(shop: Settings) -> None:
    case_id, _ = await a_case(shop)
    await answered(shop, case_id)
    await closed(shop, case_id, after=11 * HOUR)
    postman = Postman()
    await drained(shop, postman, NIGHT, ticks=4)
    assert asked(postman) == []
    await reopen_case(case_id, staff_id=MIA, settings=shop, now=NIGHT)
    await drained(shop, postman, NOON + DAY, ticks=4)
    assert asked(postman) == []

    await closed(shop, case_id, after=DAY + HOUR)
    await drained(shop, postman, NOON + DAY + HOUR, ticks=4)
    assert len(asked(postman)) == 1
