"""When a push may leave: mute, expiry, consent, holds, contact budget and hours of rest, each with a reason."""

import heapq
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.customers.holds import REASONS
from bot.customers.time_zones import zones_of_country
from bot.i18n import has_text
from bot.outbox.budget import pause_at
from bot.outbox.policy import Decision, Facts, HoldFact, Send, Skip, Wait, decide
from bot.outbox.purposes import ALL, BUDGETED, PURPOSES
from bot.outbox.quiet import Place, rest_at
from bot.outbox.reasons import Why

BERLIN, PARIS, LUXEMBOURG = ZoneInfo("Europe/Berlin"), ZoneInfo("Europe/Paris"), ZoneInfo("Europe/Luxembourg")
GERMANY = Place((BERLIN,), "DE")
FRANCE = Place((PARIS,), "FR")
EVERYTHING_AGREED = frozenset({"survey", "promo"})


def at(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


NOON = at("2026-11-18 12:00")  # a Wednesday
FREE = Facts(place=GERMANY, consents=EVERYTHING_AGREED)


def decided(purpose: str, facts: Facts = FREE, now: datetime = NOON, **row: object) -> Decision:
    return decide(PURPOSES[purpose], facts, now, **row)  # type: ignore[arg-type]  # the keywords of decide


@pytest.mark.parametrize("purpose", [purpose.name for purpose in ALL])
def test_at_noon_everything_goes_to_somebody_who_agreed(purpose: str) -> None:
    assert decided(purpose) == Send()


@pytest.mark.parametrize("purpose", [purpose.name for purpose in ALL])
def test_nothing_goes_where_nobody_is_and_nothing_goes_too_late(purpose: str) -> None:
    assert decided(purpose, replace(FREE, unreachable="blocked")) == Skip(Why.BLOCKED)
    assert decided(purpose, expires_at=NOON) == Skip(Why.EXPIRED)
    assert decided(purpose, expires_at=NOON + timedelta(seconds=1)) == Send()


@pytest.mark.parametrize(
    ("level", "still_come"),
    [
        ("milestones", {"milestone", "problem", "alarm", "returning", "loss"}),
        ("problems", {"problem", "alarm", "returning", "loss"}),
        ("nothing", {"returning", "loss"}),
    ],
)
def test_a_muted_order_still_tells_of_loss_and_return(level: str, still_come: set[str]) -> None:
    about_parcels = {"notice", "milestone", "problem", "alarm", "returning", "loss"}
    for purpose in about_parcels:
        expected = Send() if purpose in still_come else Skip(Why.MUTED)
        assert decided(purpose, replace(FREE, mute=level)) == expected, purpose


def test_a_mute_of_an_order_silences_no_answer_and_no_card() -> None:
    for purpose in ("answer", "card", "staff", "receipt", "legal"):
        assert decided(purpose, replace(FREE, mute="nothing")) == Send()


def test_advertising_needs_the_consent_of_its_kind() -> None:
    promo_only = replace(FREE, consents=frozenset({"promo"}))
    assert decided("survey", promo_only) == Skip(Why.NO_CONSENT)
    assert decided("offer", promo_only) == Send()
    # What belongs to an offer needs the offer's consent, and is no contact of its own.
    consenting = {*BUDGETED, "offer_rest", "offer_once_rest"}
    for purpose in consenting:
        assert decided(purpose, replace(FREE, consents=frozenset())) == Skip(Why.NO_CONSENT)
    for purpose in set(PURPOSES) - consenting:
        assert decided(purpose, replace(FREE, consents=frozenset())) == Send()


@pytest.mark.parametrize("reason", sorted(REASONS))
def test_an_open_problem_silences_advertising_and_says_which(reason: str) -> None:
    held = replace(FREE, holds=(HoldFact(reason),))
    for purpose in PURPOSES:
        expected = Skip(Why(f"hold_{reason}")) if purpose in BUDGETED else Send()
        assert decided(purpose, held) == expected, purpose


def test_who_is_being_erased_gets_answers_and_nothing_else() -> None:
    held = replace(FREE, holds=(HoldFact("erasure", frozenset({"everything"})),))
    assert {purpose for purpose in PURPOSES if decided(purpose, held) == Send()} == {
        "answer",
        "staff",
        "receipt",
        "legal",
    }


def test_a_hold_may_name_single_purposes() -> None:
    held = replace(FREE, holds=(HoldFact("late", frozenset({"survey", "loyalty"})),))
    assert decided("survey", held) == Skip(Why.HOLD_LATE)
    assert decided("offer", held) == Send()


def test_what_must_not_come_twice_prefers_not_to_come() -> None:
    for purpose in ("offer_once", "offer_once_rest", "contest"):
        assert decided(purpose, doubtful=1) == Skip(Why.MAYBE_SENT)
    for purpose in ("milestone", "offer", "offer_rest"):
        assert decided(purpose, doubtful=3) == Send()


NIGHTS = [
    # place, advertising, local time, what it is, until
    (GERMANY, "2026-11-18 20:59", None, None),
    (GERMANY, "2026-11-18 21:00", Why.QUIET_HOURS, "2026-11-19 08:00"),
    (GERMANY, "2026-11-19 07:59", Why.QUIET_HOURS, "2026-11-19 08:00"),
    (GERMANY, "2026-11-19 08:00", None, None),
    (FRANCE, "2026-11-18 21:59", None, None),
    (FRANCE, "2026-11-18 22:00", Why.QUIET_HOURS, "2026-11-19 08:00"),
    (Place((LUXEMBOURG,), "LU"), "2026-11-18 21:30", None, None),
    (Place((BERLIN,), None), "2026-11-18 21:30", None, None),
    (Place((BERLIN,), None), "2026-11-18 22:30", Why.QUIET_HOURS, "2026-11-19 08:00"),
]


@pytest.mark.parametrize(("place", "local", "why", "until"), NIGHTS)
def test_service_milestones_wait_for_eight_in_the_morning(
    place: Place, local: str, why: Why | None, until: str | None
) -> None:
    zone = place.zones[0]
    expected = Wait(at(until, zone), why) if until and why else Send()
    assert decided("milestone", replace(FREE, place=place), at(local, zone)) == expected


def test_loss_failed_attempts_answers_and_the_silent_card_do_not_wait_for_the_morning() -> None:
    night = at("2026-11-18 23:30")
    rings = {purpose for purpose in PURPOSES if decided(purpose, FREE, night) == Send()}
    assert rings == {"loss", "alarm", "answer", "staff", "receipt", "card", "offer_rest", "offer_once_rest"}


def test_advertising_keeps_sundays_and_holidays_where_the_country_asks_for_it() -> None:
    sunday, monday = at("2026-11-22 12:00"), at("2026-11-23 08:00")
    assert decided("offer", FREE, sunday) == Send()
    assert decided("offer", replace(FREE, place=FRANCE), sunday) == Wait(monday, Why.SUNDAY)
    assert decided("offer", replace(FREE, place=Place((BERLIN,))), sunday) == Wait(monday, Why.SUNDAY)
    assert decided("milestone", replace(FREE, place=FRANCE), sunday) == Send()


@pytest.mark.parametrize(
    ("country", "day", "rests"),
    [
        ("FR", "2026-07-14", True),
        ("LU", "2026-06-23", True),
        ("LU", "2026-07-14", False),
        ("DE", "2026-10-03", False),
        ("AT", "2026-10-26", False),
        ("BE", "2026-07-21", True),
        (None, "2026-07-14", True),
        (None, "2026-06-23", True),
        ("XX", "2026-07-14", True),
    ],
)
def test_public_holidays_are_those_of_the_country(country: str | None, day: str, rests: bool) -> None:
    rest = rest_at(at(f"{day} 12:00"), Place((BERLIN,), country), advertising=True)
    assert (rest is not None) is rests
    assert rest is None or rest.why is Why.HOLIDAY


def test_a_holiday_before_a_sunday_ends_on_monday() -> None:
    saturday = at("2026-08-15 12:00", PARIS)  # Assumption, a Saturday
    assert decided("offer", replace(FREE, place=FRANCE), saturday) == Wait(at("2026-08-17 08:00", PARIS), Why.HOLIDAY)


@pytest.mark.parametrize(
    ("evening", "hours"),
    [("2027-03-27 22:00", 9), ("2026-10-24 22:00", 11), ("2026-11-18 22:00", 10)],
    ids=["clocks go forward", "clocks go back", "an ordinary night"],
)
def test_eight_in_the_morning_is_eight_on_the_wall(evening: str, hours: int) -> None:
    rest = rest_at(at(evening), GERMANY, advertising=False)
    assert rest is not None
    assert rest.until - at(evening) == timedelta(hours=hours)
    assert rest.until.astimezone(BERLIN).hour == 8


def test_in_a_wide_country_it_must_be_day_everywhere() -> None:
    spain = Place(zones_of_country("ES"), "ES")
    assert len(spain.zones) == 2
    canaries_sleep = at("2026-11-18 08:30", ZoneInfo("Europe/Madrid"))
    rest = rest_at(canaries_sleep, spain, advertising=False)
    assert rest is not None
    assert rest.until == at("2026-11-18 08:00", ZoneInfo("Atlantic/Canary"))


@pytest.mark.parametrize("country", ["US", "RU", "AQ", "FR", "PT", "AU"])
def test_every_rest_ends(country: str) -> None:
    place = Place(zones_of_country(country), country)
    for hour in range(0, 24 * 7, 5):
        now = at("2026-11-16 00:00") + timedelta(hours=hour)
        rest = rest_at(now, place, advertising=True)
        assert rest is None or now < rest.until < now + timedelta(days=8)


def test_news_that_would_be_late_in_the_morning_is_dropped_at_night() -> None:
    night, midnight = at("2026-11-18 23:00"), at("2026-11-19 00:00")
    assert decided("notice", FREE, night, expires_at=midnight) == Skip(Why.EXPIRED)


def test_the_budget_is_one_in_a_day_three_in_a_week_and_quiet_after_trouble() -> None:
    def ago(**time: float) -> datetime:
        return NOON - timedelta(**time)

    assert pause_at(NOON, (), None) is None
    a_day = pause_at(NOON, (ago(hours=23, minutes=59),), None)
    assert a_day is not None
    assert (a_day.until, a_day.why) == (NOON + timedelta(minutes=1), Why.CONTACT_DAY)
    assert pause_at(NOON, (ago(hours=24),), None) is None
    a_week = pause_at(NOON, (ago(days=6), ago(days=4), ago(days=2)), None)
    assert a_week is not None
    assert (a_week.until, a_week.why) == (NOON + timedelta(days=1), Why.CONTACT_WEEK)
    trouble = pause_at(NOON, (), ago(hours=11))
    assert trouble is not None
    assert (trouble.until, trouble.why) == (NOON + timedelta(hours=1), Why.AFTER_PROBLEM)


def test_service_never_waits_for_the_budget() -> None:
    used_up = replace(FREE, contacts=(NOON,), last_problem_at=NOON)
    for purpose in set(PURPOSES) - set(BUDGETED):
        assert decided(purpose, used_up) == Send()


def test_a_pause_that_ends_at_night_ends_in_the_morning() -> None:
    contact = at("2026-11-17 23:30")
    facts = replace(FREE, contacts=(contact,))
    assert decided("offer", facts) == Wait(at("2026-11-19 08:00"), Why.CONTACT_DAY)


@st.composite
def plans(draw: st.DrawFn) -> list[tuple[datetime, str]]:
    """What five sources and some trouble want to send to one person within three weeks, in any order."""
    sources = st.sampled_from(
        ["survey", "loyalty", "offer", "offer_once", "contest", "requested", "problem", "alarm", "milestone"]
    )
    minutes = st.integers(min_value=0, max_value=21 * 24 * 60)
    wishes = draw(st.lists(st.tuples(minutes, sources), min_size=2, max_size=25))
    return [(NOON + timedelta(minutes=minute), source) for minute, source in wishes]


@settings(max_examples=150, deadline=None)
@given(plans(), st.sampled_from([GERMANY, FRANCE, Place(zones_of_country("US"), "US")]))
def test_no_order_of_sources_exceeds_the_contact_budget(wishes: list[tuple[datetime, str]], place: Place) -> None:
    sent = played(wishes, place)
    contacts = sorted(time for time, purpose in sent if purpose in BUDGETED)
    problems = [time for time, purpose in sent if PURPOSES[purpose].problem]
    for earlier, later in pairwise(contacts):
        assert later - earlier >= timedelta(hours=24)
    for first, fourth in zip(contacts, contacts[3:], strict=False):
        assert fourth - first >= timedelta(days=7)
    for contact in contacts:
        assert not any(timedelta() <= contact - problem < timedelta(hours=12) for problem in problems)
    assert len(sent) == len(wishes), "everybody's turn comes"


def played(wishes: list[tuple[datetime, str]], place: Place) -> list[tuple[datetime, str]]:
    """Each wish judged when it is due, and again when it had to wait; what was sent, when."""
    queue = [(due, PURPOSES[purpose].urgency, number, purpose) for number, (due, purpose) in enumerate(wishes)]
    heapq.heapify(queue)
    sent: list[tuple[datetime, str]] = []
    while queue:
        now, urgency, number, purpose = heapq.heappop(queue)
        facts = Facts(
            place=place,
            consents=EVERYTHING_AGREED,
            contacts=tuple(time for time, name in sent if name in BUDGETED),
            last_problem_at=max((time for time, name in sent if PURPOSES[name].problem), default=None),
        )
        match decided(purpose, facts, now):
            case Send():
                sent.append((now, purpose))
            case Wait(until, _):
                assert until > now
                heapq.heappush(queue, (until, urgency, number, purpose))
    return sent


def test_every_reason_and_every_purpose_has_its_words() -> None:
    assert [why for why in Why if not has_text(f"why-{why}")] == []
    assert [purpose for purpose in PURPOSES if not has_text(f"purpose-{purpose}")] == []


def test_urgency_puts_service_before_the_loop_before_surveys_before_points_before_offers() -> None:
    order = ["loss", "milestone", "loop", "survey", "loyalty", "offer"]
    assert [PURPOSES[name].urgency for name in order] == [0, 1, 2, 3, 4, 5]


def test_holidays_are_known_in_years_to_come() -> None:
    for year in (2026, 2027, 2030):
        assert rest_at(datetime(year, 5, 1, 10, tzinfo=UTC), FRANCE, advertising=True), date(year, 5, 1)
