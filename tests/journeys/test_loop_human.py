"""Who wants a human right after a bad score has one case, with the score and what they write."""

from datetime import timedelta

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain
from bot.tickets.models import Case, CaseMessage
from tests.journeys.test_loop import clock, rated
from tests.support.chat import text_of
from tests.support.staffed import Shop, eventually

__all__ = ["clock"]


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_human_after_a_bad_score_is_the_same_case(shop: Shop, locale: Locale) -> None:
    anna, _ = await rated(shop, locale=locale)
    await shop.sees(lambda message: "1/5" in text_of(message))
    await anna.says("/human")
    [case] = await Case.all()
    assert (case.cause, case.rating) == ("detractor", "1/5")
    await shop.sees(lambda message: plain("de", "case-human-asked", id=str(case.id)) == text_of(message))
    anna.has_read(plain(locale, "case-heard")[:20])
    await anna.visitor.says("Die Kanne ist verbeult")
    await eventually(CaseMessage.filter(case_id=case.id, author="customer", text="Die Kanne ist verbeult").exists)
    await anna.says("/human")
    assert await Case.all().count() == 1


async def test_ending_the_talk_leaves_the_staff_why_somebody_is_unhappy(shop: Shop) -> None:
    anna, _ = await rated(shop)
    await anna.says("/human")
    await anna.taps("Gespräch beenden")
    case = await Case.get()
    assert (case.status, case.talks_since) == ("open", None)


async def test_long_after_it_a_human_has_a_case_of_their_own(shop: Shop) -> None:
    anna, _ = await rated(shop)
    shop.town.clock.advance(timedelta(days=2))
    await anna.says("/human")
    assert sorted([case.cause for case in await Case.all()]) == ["detractor", "human"]
