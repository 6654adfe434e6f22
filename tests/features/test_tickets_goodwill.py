"""Goodwill from a case: booked once a tap, within the limit, on record, and told to the customer with its reason."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.models import Link, Mute
from bot.loyalty.coupons import BadCodeError, codes_of
from bot.loyalty.ledger import balance_of, statement
from bot.loyalty.models import LoyaltyEntry
from bot.loyalty.reward_file import Reward
from bot.loyalty.worth import Terms
from bot.outbox.models import Push
from bot.shop.models import Customer
from bot.staff.models import AuditEntry
from bot.staff.roles import Role, appoint
from bot.tickets.cards import card_keyboard
from bot.tickets.cases import NewCase, open_case, resolve_case
from bot.tickets.goodwill import Gift, allowance, give
from bot.tickets.models import Case, CaseClock, CaseGoodwill, CaseMessage
from bot.tickets.resolutions import Resolution
from tests.support.builders import a_customer, an_order
from tests.support.postman import NOON, Postman, a_chat, drained

STAFF_CHAT, ANNA, OWNER, MIA, OTHER = -100, 701, 1, 790, 791
NIGHT = NOON + timedelta(hours=11)


@pytest.fixture
async def shop(database: Settings) -> Settings:
    await a_chat(ANNA, locale="de", first_name="Anna")
    await appoint(MIA, Role.AGENT, name="Mia", now=NOON)
    shop = {"staff_chat_id": STAFF_CHAT, "default_locale": "de", "owner_ids": str(OWNER), "shop_name": "Laden"}
    return database.model_copy(update=shop)


async def a_case(shop: Settings) -> tuple[int, Customer]:
    erika = await a_customer()
    await Link.create(chat_id=ANNA, customer_id=erika.id, proof="order", linked_at=NOON)
    order = await an_order("1001", customer=erika)
    new = NewCase(
        cause="detractor", once="survey:1", chat_id=ANNA, customer_id=erika.id, order_id=order.id, locale="de"
    )
    return await open_case(new, settings=shop, now=NOON), erika


async def test_points_are_booked_once_told_with_words_and_kept_with_who_gave_them(shop: Settings) -> None:
    case_id, erika = await a_case(shop)
    given = {"tap": "0", "staff_id": MIA, "settings": shop, "now": NOON, "words": "Das war <unser> Fehler"}
    assert [await give(case_id, Gift(50), **given) for _ in range(3)] == ["given", "before", "before"]  # type: ignore[arg-type]  # one set of arguments

    assert (await balance_of([erika.id], now=NOON)).available == 50
    [entry] = await statement([erika.id], limit=9)
    assert (entry.kind, entry.reason, entry.details) == ("goodwill", "goodwill_order", {"number": "1001"})
    [audit] = await AuditEntry.filter(action="goodwill")
    assert (audit.staff_id, audit.subject, audit.detail) == (MIA, f"case:{case_id}", {"points": 50})
    postman = Postman()
    await drained(shop, postman, ticks=3)
    [told] = postman.texts_to(ANNA)
    assert "bittet um Entschuldigung" in told
    assert "50 Punkte" in told
    assert "Das war &lt;unser&gt; Fehler" in told
    assert "🎁 50 Punkte · Das war &lt;unser&gt; Fehler" in "".join(postman.texts_to(STAFF_CHAT))
    case = await Case.get(id=case_id)
    assert case.owner_id == MIA
    assert (await CaseClock.get(case_id=case_id)).contacted_at == NOON


async def test_many_at_once_give_what_one_tap_gives(shop: Settings) -> None:
    case_id, erika = await a_case(shop)
    outcomes = await asyncio.gather(
        *(give(case_id, Gift(20), tap="0", staff_id=MIA, settings=shop, now=NOON) for _ in range(16))
    )
    assert sorted(outcomes) == ["before"] * 15 + ["given"]
    assert (await balance_of([erika.id], now=NOON)).available == 20
    assert await Push.filter(chat_id=ANNA).count() == 1


async def test_agents_have_a_limit_in_each_case_and_owners_none(shop: Settings) -> None:
    case_id, erika = await a_case(shop)
    taps = iter(range(9))

    async def gives(staff_id: int, points: int) -> str:
        return await give(case_id, Gift(points), tap=str(next(taps)), staff_id=staff_id, settings=shop, now=NOON)

    assert [await gives(MIA, points) for points in (60, 41, 40, 1)] == ["given", "too_much", "given", "too_much"]
    assert (await allowance(case_id, staff_id=MIA, settings=shop)).left == 0
    assert await gives(OWNER, 500) == "given"
    assert (await balance_of([erika.id], now=NOON)).available == 600
    assert (await allowance(case_id, staff_id=OWNER, settings=shop)).left is None


async def test_a_limit_holds_against_many_at_once(shop: Settings) -> None:
    case_id, erika = await a_case(shop)
    outcomes = await asyncio.gather(
        *(give(case_id, Gift(30), tap=str(tap), staff_id=MIA, settings=shop, now=NOON) for tap in range(8))
    )
    assert sorted(outcomes) == ["given"] * 3 + ["too_much"] * 5
    assert (await balance_of([erika.id], now=NOON)).available == 90


async def test_a_code_can_be_copied_and_is_found_again_with_its_reason(shop: Settings) -> None:
    case_id, erika = await a_case(shop)
    assert await give(case_id, Gift(code="SORRY-10"), tap="0", staff_id=MIA, settings=shop, now=NOON) == "given"
    [coupon] = await codes_of([erika.id], limit=9)
    assert (coupon.code, coupon.reason, coupon.details) == ("SORRY-10", "goodwill_order", {"number": "1001"})
    postman = Postman()
    await drained(shop, postman, ticks=2)
    [call] = [call for call in postman.calls if call.chat_id == ANNA]
    assert "<code>SORRY-10</code>" in call.text
    assert call.params["reply_markup"]["inline_keyboard"][0][0]["copy_text"] == {"text": "SORRY-10"}
    assert await LoyaltyEntry.all().count() == 0


async def test_a_coupon_has_the_terms_of_its_reward_and_counts_as_a_code(shop: Settings) -> None:
    case_id, erika = await a_case(shop)
    reward = Reward("five", 100, Terms("EUR", amount=Decimal("5.00")), timedelta(days=60))
    given: dict[str, Any] = {"staff_id": MIA, "settings": shop, "now": NOON}

    assert await give(case_id, Gift(reward=reward), tap="0", **given) == "given"
    assert await give(case_id, Gift(reward=reward), tap="0", **given) == "before"
    assert await give(case_id, Gift(reward=reward), tap="1", **given) == "too_many"

    [coupon] = await codes_of([erika.id], limit=9)
    assert (coupon.terms, coupon.expires_at) == (reward.terms, NOON + timedelta(days=60))
    assert (coupon.reason, (await CaseGoodwill.get()).code) == ("goodwill_order", coupon.code)
    postman = Postman()
    await drained(shop, postman, ticks=2)
    [call] = [call for call in postman.calls if call.chat_id == ANNA]
    assert f"<code>{coupon.code}</code>" in call.text
    assert "5,00\xa0€ Rabatt" in call.text
    assert call.params["reply_markup"]["inline_keyboard"][0][0]["copy_text"] == {"text": coupon.code}


async def test_agents_give_a_code_in_each_case_and_owners_as_many_as_they_like(shop: Settings) -> None:
    case_id, erika = await a_case(shop)

    async def gives(staff_id: int, code: str) -> str:
        return await give(case_id, Gift(code=code), tap=code, staff_id=staff_id, settings=shop, now=NOON)

    await appoint(OTHER, Role.AGENT, name="Tom", now=NOON)
    many = await asyncio.gather(*(gives(who, f"SORRY-{who}-{count}") for who in (MIA, OTHER) for count in range(4)))
    assert sorted(many) == ["given", *["too_many"] * 7]
    assert (await allowance(case_id, staff_id=MIA, settings=shop)).codes == 0
    assert [await gives(OWNER, f"OWN-{count}") for count in range(2)] == ["given", "given"]
    assert (await allowance(case_id, staff_id=OWNER, settings=shop)).codes is None
    assert len(await codes_of([erika.id], limit=9)) == 3
    none = shop.model_copy(update={"goodwill_codes": 0})
    other = await open_case(NewCase(cause="late", once="l", customer_id=erika.id), settings=shop, now=NOON)
    assert await give(other, Gift(code="NO-1"), tap="0", staff_id=MIA, settings=none, now=NOON) == "too_many"


@pytest.mark.parametrize("gift", [Gift(5), Gift(code="SORRY-10")])
async def test_whoever_does_not_answer_customers_gives_nothing(shop: Settings, gift: Gift) -> None:
    case_id, _ = await a_case(shop)
    await appoint(OTHER, Role.MARKETER, name="Tom", now=NOON)
    for staff_id in (OTHER, 999, 0):
        assert await give(case_id, gift, tap="0", staff_id=staff_id, settings=shop, now=NOON) == "not_allowed"
    assert not await CaseGoodwill.exists()


async def test_a_code_goes_to_one_customer_alone_however_it_is_written(shop: Settings) -> None:
    shop = shop.model_copy(update={"goodwill_codes": 9})
    case_id, erika = await a_case(shop)
    other = await a_customer()
    second = await open_case(NewCase(cause="detractor", once="survey:2", customer_id=other.id), settings=shop, now=NOON)
    given = {"staff_id": MIA, "settings": shop, "now": NOON}
    assert await give(case_id, Gift(code="SORRY-10"), tap="0", **given) == "given"  # type: ignore[arg-type]  # one set of arguments

    for each, code in ((case_id, "SORRY-10"), (second, "sorry-10")):
        assert await give(each, Gift(code=code), tap="1", **given) == "used"  # type: ignore[arg-type]  # as above
    outcomes = await asyncio.gather(
        *(give(each, Gift(code="ONE-1"), tap=f"many:{each}", **given) for each in [case_id, second] * 4)  # type: ignore[arg-type]  # as above
    )

    assert outcomes.count("given") == 1
    assert len([*await codes_of([erika.id], limit=9), *await codes_of([other.id], limit=9)]) == 2
    assert await CaseGoodwill.all().count() == 2
    assert await Push.filter(method="sendMessage", purpose="loop").count() == len(
        [each for each in await CaseMessage.filter(author="staff") if each.push_id]
    )


@pytest.mark.parametrize("code", ["ab", "a" * 41, "SORRY 10", "<b>", "-10", "ü10"])
def test_what_is_no_code_is_none(code: str) -> None:
    with pytest.raises(BadCodeError):
        Gift(code=code)


@pytest.mark.parametrize(("points", "code"), [(0, None), (5, "SORRY"), (-1, None), (100_001, None)])
def test_a_gift_is_points_or_a_code(points: int, code: str | None) -> None:
    with pytest.raises(ValueError, match="either points or a code"):
        Gift(points, code)


async def test_nothing_is_given_in_a_closed_case_or_to_nobody(shop: Settings) -> None:
    case_id, _ = await a_case(shop)
    await resolve_case(case_id, Resolution("late", "refunded"), staff_id=MIA, settings=shop, now=NOON)
    assert await give(case_id, Gift(5), tap="0", staff_id=MIA, settings=shop, now=NOON) == "closed"
    nobody = await open_case(NewCase(cause="human", once="x", chat_id=ANNA), settings=shop, now=NOON)
    assert await give(nobody, Gift(5), tap="0", staff_id=MIA, settings=shop, now=NOON) == "nobody"
    assert "goodwill" not in str(await card_keyboard(await Case.get(id=nobody), "de"))
    assert await LoyaltyEntry.all().count() == 0


async def test_it_is_told_in_the_morning_and_shown_as_delivered_or_not(shop: Settings) -> None:
    case_id, _ = await a_case(shop)
    await Mute.create(chat_id=ANNA, order_id=(await Case.get()).order_id, level="problems")
    await give(case_id, Gift(5), tap="0", staff_id=MIA, settings=shop, now=NIGHT)
    postman = Postman()
    await drained(shop, postman, NIGHT, ticks=2)
    assert postman.texts_to(ANNA) == []
    await drained(shop, postman, NIGHT + timedelta(hours=10), ticks=2)
    assert len(postman.texts_to(ANNA)) == 1
    message = await CaseMessage.get(case_id=case_id, author="staff")
    assert (await Push.get(id=message.push_id)).status == "sent"
