"""Whose first order counts for an invitation, and which of them somebody looks at first; pure (LOY-05)."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal

from bot.shop.numbers import postcode_key

DAY, MONTH = timedelta(hours=24), timedelta(days=30)
SHORTEST_PHONE = 8
NO_LETTER = re.compile(r"[\W_]+")
STREET = re.compile(r"str(?:aße|asse|ooss|\.)?(?=\W|\d|$)")
# Where strangers have their parcels sent, too.
SHARED = re.compile(r"packstation|postfiliale|paketshop|packup|pack up|relais|locker|postfach")
GOOGLE = frozenset({"gmail.com", "googlemail.com"})

Alike = Literal["self", "same_email", "same_phone", "same_address"]
Why = Alike | Literal["known", "second", "too_late", "other_currency", "imported", "below_minimum"]
Verdict = Why | Literal["wait", "counts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralTerms:
    """What an invitation brings, in points, and when.

    `minimums` are the least value of the goods of the first order, by currency. It is placed within `days` of opening
    the link. What comes beyond `per_day` (24 hours) or `per_month` (30 days) of one inviter waits for the staff.
    """

    inviter: int
    invited: int
    minimums: Mapping[str, Decimal]
    days: int
    per_day: int
    per_month: int

    def is_too_fast(self, within_day: int, within_month: int) -> bool:
        """Whether one more is looked at first, after so many of the same inviter."""
        return within_day >= self.per_day or within_month >= self.per_month


@dataclass(frozen=True, slots=True)
class Identity:
    """What somebody is recognised by, each as it compares: see mailbox_key and address_key."""

    customer_ids: frozenset[int] = frozenset()
    mailboxes: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FirstOrder:
    """The first order after the link was opened; `kept` is what was paid for goods that did not go back."""

    placed_at: datetime
    currency: str
    kept: Decimal
    is_delivered: bool
    is_heard: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that decides; `was_known`: had bought or linked a purchase before; `is_second`: another link came first."""

    inviter: Identity
    invited: Identity
    was_known: bool
    is_second: bool
    order: FirstOrder | None
    order_until: datetime
    minimums: Mapping[str, Decimal]


def verdict(facts: Facts, *, now: datetime) -> Verdict:
    """Whether it counts, waits, or why it never will."""
    if alike := resemblance(facts.inviter, facts.invited):
        return alike
    if facts.was_known:
        return "known"
    if facts.is_second:
        return "second"
    if facts.order is None:
        return "too_late" if now >= facts.order_until else "wait"
    return _of_order(facts.order, facts)


def resemblance(inviter: Identity, invited: Identity) -> Alike | None:
    """By what the two are one person or one household; nobody invites those."""
    if inviter.customer_ids & invited.customer_ids:
        return "self"
    if inviter.mailboxes & invited.mailboxes:
        return "same_email"
    if inviter.phones & invited.phones:
        return "same_phone"
    return "same_address" if inviter.addresses & invited.addresses else None


def _of_order(order: FirstOrder, facts: Facts) -> Verdict:
    if order.placed_at >= facts.order_until:
        return "too_late"
    if order.currency not in facts.minimums:
        return "other_currency"
    if not order.is_delivered:
        return "wait"
    if not order.is_heard:
        return "imported"
    return "counts" if order.kept and order.kept >= facts.minimums[order.currency] else "below_minimum"


def mailbox_key(email: str | None) -> str | None:
    """Where it arrives: `Anna+shop@example.org` and `anna@example.org` are one, at Google dots do not count either."""
    local, at, host = (email or "").strip().casefold().rpartition("@")
    local = local.partition("+")[0]
    if not at or not local:
        return None
    if host in GOOGLE:
        local, host = local.replace(".", ""), "gmail.com"
    return f"{local}@{host}"


def phone_mark(key: str | None) -> str | None:
    """A telephone number that tells somebody; zeros that a shop puts where none was told do not."""
    return key if key and len(key) >= SHORTEST_PHONE and len(set(key)) > 1 else None


def address_key(street: str | None, postal_code: str | None, country: str | None) -> str | None:
    """`Hauptstraße 1 a` and `HAUPTSTR. 1A` are one; None where it tells nobody, as a parcel locker does."""
    folded = unicodedata.normalize("NFKC", street or "").lower()
    if SHARED.search(folded):
        return None
    plain = unicodedata.normalize("NFKD", STREET.sub("str", folded).replace("ß", "ss"))
    letters = NO_LETTER.sub("", "".join(each for each in plain if not unicodedata.combining(each)))
    postcode = postcode_key(postal_code or "")
    return f"{letters}|{postcode}|{(country or '').upper()}" if letters and postcode else None


def known(keys: Iterable[str | None]) -> frozenset[str]:
    """Those that there are."""
    return frozenset(key for key in keys if key)
