"""Whose first order counts: by who they are, when they ordered and what they kept; and what a file may say of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import LOCALES, Locale
from bot.errors import OperatorError
from bot.i18n import html, lines
from bot.loyalty.inviting import Progress
from bot.loyalty.referral_rules import (
    Facts,
    FirstOrder,
    Identity,
    ReferralTerms,
    address_key,
    mailbox_key,
    phone_mark,
    verdict,
)
from bot.loyalty.rules_file import read_rules
from dialogs.inviting_text import progress_text, terms_text
from dialogs.widgets import LONGEST_CAPTION, visible_length

NOW = datetime(2026, 11, 18, 11, tzinfo=UTC)
UNTIL = NOW + timedelta(days=5)
ORDER = FirstOrder(NOW - timedelta(days=2), "EUR", Decimal(40), is_delivered=True, is_heard=True)
INVITER = Identity(frozenset({1}), frozenset({"a@x.org"}), frozenset({"491511234567"}), frozenset({"am1|10115|DE"}))
FRIEND = Identity(frozenset({2}), frozenset({"b@x.org"}), frozenset({"491517654321"}), frozenset({"weg9|80331|DE"}))
FACTS = Facts(
    inviter=INVITER,
    invited=FRIEND,
    was_known=False,
    is_second=False,
    order=ORDER,
    order_until=UNTIL,
    minimums={"EUR": Decimal(30)},
)
AFTER = UNTIL + timedelta(days=1)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, "counts"),
        ({"invited": replace(FRIEND, customer_ids=frozenset({1, 2}))}, "self"),
        ({"invited": replace(FRIEND, mailboxes=INVITER.mailboxes)}, "same_email"),
        ({"invited": replace(FRIEND, phones=INVITER.phones)}, "same_phone"),
        ({"invited": replace(FRIEND, addresses=INVITER.addresses)}, "same_address"),
        ({"was_known": True}, "known"),
        ({"is_second": True}, "second"),
        ({"order": None}, "wait"),
        ({"order": None, "order_until": NOW}, "too_late"),
        ({"order": replace(ORDER, placed_at=AFTER)}, "too_late"),
        ({"order": replace(ORDER, currency="USD")}, "other_currency"),
        ({"order": replace(ORDER, is_delivered=False)}, "wait"),
        ({"order": replace(ORDER, is_heard=False)}, "imported"),
        ({"order": replace(ORDER, kept=Decimal("29.99"))}, "below_minimum"),
        ({"order": replace(ORDER, kept=Decimal(0)), "minimums": {"EUR": Decimal(0)}}, "below_minimum"),
        ({"order": replace(ORDER, kept=Decimal(30))}, "counts"),
    ],
)
def test_what_is_found(changes: dict[str, Any], found: str) -> None:
    assert verdict(replace(FACTS, **changes), now=NOW) == found


KEYS = st.frozensets(st.sampled_from("abc"), max_size=2)
PEOPLE = st.builds(Identity, st.frozensets(st.integers(1, 3), max_size=2), KEYS, KEYS, KEYS)
ORDERS = st.builds(
    FirstOrder,
    st.datetimes(datetime(2026, 11, 1), datetime(2026, 12, 1), timezones=st.just(UTC)),  # noqa: DTZ001  # the zone is given beside
    st.sampled_from(["EUR", "CHF", "USD"]),
    st.decimals(0, 100, places=2),
    st.booleans(),
    st.booleans(),
)


@given(PEOPLE, PEOPLE, st.booleans(), st.booleans(), st.none() | ORDERS)
def test_only_somebody_else_who_is_new_and_kept_enough_counts(
    inviter: Identity, invited: Identity, was_known: bool, is_second: bool, order: FirstOrder | None
) -> None:
    facts = replace(
        FACTS, inviter=inviter, invited=invited, was_known=was_known, is_second=is_second, order=order,
        minimums={"EUR": Decimal(30), "CHF": Decimal(32)},
    )  # fmt: skip
    if verdict(facts, now=NOW) != "counts":
        return
    assert order
    assert not inviter.customer_ids & invited.customer_ids
    assert not inviter.mailboxes & invited.mailboxes
    assert not inviter.phones & invited.phones
    assert not inviter.addresses & invited.addresses
    assert not was_known
    assert not is_second
    assert order.is_delivered
    assert order.is_heard
    assert order.placed_at < UNTIL
    assert order.kept >= facts.minimums[order.currency]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("anna@example.org", " Anna+shop@Example.org "),
        ("anna.muster@gmail.com", "annamuster+x@googlemail.com"),
    ],
)
def test_one_mailbox_is_one_however_it_is_written(one: str, other: str) -> None:
    assert mailbox_key(one) == mailbox_key(other)


def test_what_is_no_mailbox_is_nobodys() -> None:
    assert [mailbox_key(text) for text in (None, "", "anna", "@example.org", "+x@example.org")] == [None] * 5
    assert mailbox_key("a.nna@example.org") != mailbox_key("anna@example.org")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Hauptstraße 1 a", "10115", "de"), ("HAUPTSTR. 1A", "D-10115", "DE")),
        (("Schloßallee 7", "80331", "DE"), ("Schlossallee 7", "80331", "DE")),
        (("Rue de l'Église 3", "L-1234", "LU"), ("rue de l'eglise 3", "1234", "LU")),
        (("Lange Straße 12", "10115", "DE"), ("Lange Str 12", "10115", "DE")),
    ],
)
def test_one_address_is_one_however_it_is_written(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert address_key(*one) == address_key(*other) is not None


def test_other_houses_and_what_strangers_share_are_no_one_address() -> None:
    assert address_key("Hauptstraße 1", "10115", "DE") != address_key("Hauptstraße 11", "10115", "DE")
    assert address_key("Hauptstraße 1", "10115", "DE") != address_key("Hauptstraße 1", "80331", "DE")
    shared = [("Packstation 145", "10115", "DE"), ("", "10115", "DE"), ("Weg 1", "", "DE"), ("Weg 1", None, "DE")]
    assert [address_key(*each) for each in shared] == [None] * 4


def test_a_number_that_a_shop_puts_where_none_was_told_is_nobodys() -> None:
    assert [phone_mark(key) for key in (None, "", "000000000", "1234567", "491511234567")] == [
        *[None] * 4,
        "491511234567",
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_longest_terms_fit_below_the_picture(locale: Locale) -> None:
    currencies = ["EUR", "CHF", "USD", "GBP", "PLN", "SEK", "DKK", "NOK", "CZK", "HUF"]
    least = dict.fromkeys(currencies, Decimal("999999.99"))
    terms = ReferralTerms(inviter=100_000, invited=100_000, minimums=least, days=365, per_day=1_000, per_month=10_000)
    most = Progress(99_999, 9_999, 9_999_999, None, 9_999, 99_999, 99_999_999)
    link = html(locale, "referral-link", link=f"https://t.me/{'b' * 32}?start=ref_{'A' * 10}")

    told = [html(locale, "referral-title"), terms_text(terms, locale), link, progress_text(most, locale)]

    assert visible_length(lines(told, "\n\n")) <= LONGEST_CAPTION


def test_the_pace_is_too_fast_from_the_next_one_on() -> None:
    terms = ReferralTerms(inviter=1, invited=1, minimums={}, days=1, per_day=2, per_month=5)

    assert [terms.is_too_fast(*pace) for pace in ((0, 0), (1, 4), (2, 2), (0, 5))] == [False, False, True, True]


def test_a_file_tells_what_an_invitation_brings() -> None:
    told = {"inviter": 100, "minimum": "30.00", "currencies": {"CHF": "32"}, "days": 30}

    terms = read_rules({"kind": "loyalty", "referral": told}, file="loyalty.toml").referral

    assert terms == ReferralTerms(
        inviter=100,
        invited=0,
        minimums={"EUR": Decimal("30.00"), "CHF": Decimal(32)},
        days=30,
        per_day=3,
        per_month=10,
    )
    assert read_rules({"kind": "loyalty"}, file="loyalty.toml").referral is None


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({}, "says neither inviter = 100 nor invited = 50"),
        ({"inviter": -1}, "referral.inviter: "),
        ({"inviter": 1, "minimum": "viel"}, 'is no amount of money; write it as "30.00"'),
        ({"inviter": 1, "days": 0}, "referral.days: "),
        ({"inviter": 1, "for_joining": 5}, "is no key of the loyalty rules"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(told: dict[str, Any], fault: str) -> None:
    with pytest.raises(OperatorError, match=r"loyalty\.toml: referral") as refusal:
        read_rules({"kind": "loyalty", "referral": told}, file="loyalty.toml")
    assert fault in str(refusal.value)
