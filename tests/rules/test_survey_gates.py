"""The seven gates as a table: what closes each, with which reason, and that the first closed one gives it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.outbox.policy import Facts, HoldFact
from bot.outbox.quiet import Place
from bot.surveys.definitions import Definition, shipped_definitions
from bot.surveys.gates import (
    GATES,
    LOOK_AGAIN,
    About,
    Ask,
    Asked,
    Later,
    Never,
    agreed,
    asked_enough,
    at_rest,
    eligible,
    foresee,
    judge,
    judge_reminder,
    left_alone,
    triggered,
    written_enough,
)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOW = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)  # a Wednesday, noon in Berlin
NIGHT = NOW + 11 * HOUR
SUNDAY = NOW + 4 * DAY
SURVEYS = shipped_definitions()
DELIVERY, NPS, TALK = SURVEYS["delivery_csat"], SURVEYS["nps"], SURVEYS["support_csat"]
BERLIN = Place((ZoneInfo("Europe/Berlin"),), "DE")
PARIS = Place((ZoneInfo("Europe/Paris"),), "FR")
FACTS = Facts(place=BERLIN, consents=frozenset({"survey"}))
ANNA = Asked(chat_id=701, facts=FACTS)
FINE = About()


def knows(**changed: Any) -> Asked:
    return replace(ANNA, facts=replace(FACTS, **changed))


def verdict(
    asked: Asked = ANNA, *, about: About = FINE, survey: Definition = DELIVERY, now: datetime = NOW
) -> Ask | Later | Never:
    return judge(survey, about, [asked], now, expires_at=now + 60 * DAY)


def test_they_are_judged_in_the_order_of_the_rules() -> None:
    assert (eligible, triggered, agreed, left_alone, asked_enough, written_enough, at_rest) == GATES


def test_who_passes_them_all_is_asked_in_their_chat() -> None:
    assert verdict() == Ask(701)


@pytest.mark.parametrize(
    ("about", "asked", "why"),
    [
        (About(is_hidden=True), ANNA, "order_hidden"),
        (About(is_cancelled=True), ANNA, "order_cancelled"),
        (About(is_refunded=True), ANNA, "order_refunded"),
        (About(), Asked(chat_id=None, facts=None), "no_chat"),
        *((About(), knows(unreachable=why), why) for why in ("blocked", "deactivated", "not_found", "kicked")),
        (About(is_over=False), ANNA, "not_delivered"),
        (About(), replace(ANNA, is_sampled=False), "not_sampled"),
        (About(), knows(consents=frozenset()), "no_consent"),
        (About(), knows(consents=frozenset({"promo", "community"})), "no_consent"),
        (About(), replace(ANNA, asked_any=NOW - 29 * DAY), "asked_other"),
        (About(), replace(ANNA, asked_any=NOW - 9 * DAY, asked_same=NOW - 9 * DAY), "asked_same"),
    ],
)
def test_what_is_over_for_good_is_never_asked(about: About, asked: Asked, why: str) -> None:
    assert verdict(asked, about=about) == Never(why)  # type: ignore[arg-type]  # a code and its word are equal


def test_a_survey_that_is_switched_off_asks_nobody() -> None:
    assert verdict(survey=replace(DELIVERY, active=False)) == Never("survey_off")  # type: ignore[arg-type]  # as above


def test_a_refunded_order_is_asked_about_after_its_return() -> None:
    assert verdict(about=About(is_refunded=True), survey=SURVEYS["return_csat"]) == Ask(701)


@pytest.mark.parametrize("reason", ["case", "return", "late", "lost", "damaged", "complaint", "human", "erasure"])
def test_who_is_to_be_left_alone_is_looked_at_again(reason: str) -> None:
    assert verdict(knows(holds=(HoldFact(reason),))) == Later(NOW + LOOK_AGAIN, f"hold_{reason}")  # type: ignore[arg-type]


def test_a_hold_of_something_else_keeps_no_survey_back() -> None:
    assert verdict(knows(holds=(HoldFact("case", frozenset({"offer"})),))) == Ask(701)


LATER: Mapping[str, tuple[Asked, datetime, datetime, str]] = {
    "a complaint echoes for a week": (
        *(replace(ANNA, complained_at=NOW - 6 * DAY), NOW, NOW + DAY, "recent_complaint"),
    ),
    "one message a day": (knows(contacts=(NOW - 5 * HOUR,)), NOW, NOW + 19 * HOUR, "contact_day"),
    "three a week": (
        knows(contacts=(NOW - 6 * DAY, NOW - 4 * DAY, NOW - 2 * DAY)), NOW, NOW + DAY, "contact_week",
    ),
    "half a day after trouble": (knows(last_problem_at=NOW - HOUR), NOW, NOW + 11 * HOUR, "after_problem"),
    "not at night": (ANNA, NIGHT, NOW + 20 * HOUR, "quiet_hours"),
    "not on a French Sunday": (knows(place=PARIS), SUNDAY, SUNDAY + 20 * HOUR, "sunday"),
}  # fmt: skip


@pytest.mark.parametrize("rule", LATER)
def test_what_passes_is_waited_for(rule: str) -> None:
    asked, now, until, why = LATER[rule]
    assert verdict(asked, now=now) == Later(until, why)  # type: ignore[arg-type]  # a code and its word are equal


@pytest.mark.parametrize(
    ("survey", "since", "expected"),
    [
        (DELIVERY, 29 * DAY, Never),
        (DELIVERY, 30 * DAY, Ask),
        (NPS, 29 * DAY, Later),
        (NPS, 30 * DAY, Ask),
        (TALK, 6 * DAY, Never),
        (TALK, 7 * DAY, Ask),
    ],
)
def test_the_throttle_over_all_surveys_skips_or_waits_as_the_survey_says(
    survey: Definition, since: timedelta, expected: type
) -> None:
    assert isinstance(verdict(replace(ANNA, asked_any=NOW - since), survey=survey), expected)


def test_a_conversation_that_goes_on_again_is_waited_for() -> None:
    assert verdict(about=About(is_over=False), survey=TALK) == Later(NOW + LOOK_AGAIN, "hold_human")  # type: ignore[arg-type]


def test_the_first_closed_gate_gives_the_reason() -> None:
    """Everything is wrong at once; what is opened from the front on lets the next one speak."""
    about = About(is_hidden=True, is_over=False)
    closed = Asked(
        chat_id=701,
        facts=replace(
            FACTS,
            consents=frozenset(),
            holds=(HoldFact("case"),),
            contacts=(NIGHT - HOUR,),
        ),
        asked_any=NIGHT - DAY,
    )
    facts = closed.facts or FACTS
    opened = [
        (about, closed),
        (About(is_over=False), closed),
        (About(), closed),
        (About(), replace(closed, facts=(facts := replace(facts, consents=frozenset({"survey"}))))),
        (About(), replace(closed, facts=(facts := replace(facts, holds=())))),
        (About(), replace(closed, facts=facts, asked_any=None)),
        (About(), replace(closed, facts=replace(facts, contacts=()), asked_any=None)),
    ]

    reasons = [getattr(verdict(asked, about=each, now=NIGHT), "why", None) for each, asked in opened]

    assert reasons == [
        *("order_hidden", "not_delivered", "no_consent", "hold_case", "asked_other", "contact_day", "quiet_hours"),
    ]


def test_what_would_come_too_late_does_not_come_and_says_what_it_waited_for() -> None:
    asked = knows(holds=(HoldFact("return"),))
    assert judge(DELIVERY, About(), [asked], NOW, expires_at=NOW + HOUR) == Never("hold_return")  # type: ignore[arg-type]


def test_of_several_chats_the_best_is_taken() -> None:
    blocked, waits = knows(unreachable="blocked"), replace(knows(contacts=(NOW - HOUR,)), chat_id=702)
    free = replace(ANNA, chat_id=703)

    def best(*people: Asked) -> Ask | Later | Never:
        return judge(DELIVERY, About(), people, NOW, expires_at=NOW + 9 * DAY)

    assert best(blocked, waits, free) == Ask(703)
    assert isinstance(best(blocked, waits), Later)
    assert best(blocked) == Never("blocked")  # type: ignore[arg-type]  # a code and its word are equal
    assert best() == Never("no_chat")  # type: ignore[arg-type]


def test_a_plan_tells_at_once_what_lasts_and_leaves_out_what_changes_until_it_is_due() -> None:
    assert foresee(DELIVERY, About(), [knows(contacts=(NOW,))], NIGHT) is None
    assert foresee(DELIVERY, About(), [knows(consents=frozenset())], NOW) == Never("no_consent")  # type: ignore[arg-type]


def test_the_reminder_is_not_kept_back_by_its_own_invitation_but_by_all_else() -> None:
    asked = replace(ANNA, asked_any=NOW - 2 * DAY, asked_same=NOW - 2 * DAY)

    assert judge_reminder(DELIVERY, About(), asked, NOW) == Ask(701)
    held = replace(asked, facts=replace(FACTS, holds=(HoldFact("lost"),)))
    assert judge_reminder(DELIVERY, About(), held, NOW) == Later(NOW + LOOK_AGAIN, "hold_lost")  # type: ignore[arg-type]
    left = replace(asked, facts=replace(FACTS, consents=frozenset()))
    assert judge_reminder(DELIVERY, About(), left, NOW) == Never("no_consent")  # type: ignore[arg-type]
