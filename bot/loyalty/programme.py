"""The shop's loyalty rules: a TOML file checked as a whole, kept in versions, the newest of which holds everywhere."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any, Literal

import structlog

from bot.config import LOCALES
from bot.db import document, unit_of_work
from bot.errors import OperatorError
from bot.loyalty.club_rules import ClubTerms
from bot.loyalty.models import LoyaltyRules
from bot.loyalty.referral_rules import ReferralTerms
from bot.loyalty.rules import DEFAULT, Rules
from bot.loyalty.rules_file import read_rules
from bot.shop.rows import fetch, iso

NEWEST = "SELECT version, document, imported_at FROM loyalty_rules ORDER BY version DESC LIMIT 1"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Ruled:
    """What became of a file with loyalty rules."""

    version: int
    outcome: Literal["new", "updated", "unchanged"]


async def current_rules() -> Rules:
    """The rules that hold now: those imported last, else the defaults. One query, the same for every process."""
    rows = await fetch(NEWEST)
    return _stored(rows[0]["version"], rows[0]["document"]) if rows else DEFAULT


async def rule(content: Mapping[str, Any], *, name: str, now: datetime, dry_run: bool = False) -> Ruled:
    """Let these rules hold for what comes from now on; OperatorError tells what is wrong with them.

    What was booked before stays as it was booked: its rate and its day of expiry stand in the ledger.
    """
    read_rules(content, file=name)
    newest = await LoyaltyRules.all().order_by("-version").first()
    if newest and _same(newest.document, content):
        return Ruled(newest.version, "unchanged")
    version = (newest.version if newest else DEFAULT.version) + 1
    if not dry_run:
        await _keep(content, version, now)
    return Ruled(version, "updated" if newest else "new")


async def describe_rules() -> dict[str, Any]:
    """The rules that hold, as JSON has them: rates as text; `version` 0 are the defaults."""
    rules, newest = await current_rules(), next(iter(await fetch(NEWEST)), None)
    return {
        "version": rules.version,
        "imported_at": iso(newest["imported_at"]) if newest and rules.version else None,
        "rates": {currency: str(rate) for currency, rate in rules.rates.items()},
        "per_survey": rules.per_survey,
        "per_review": rules.per_review,
        "valid_months": rules.valid_months,
        "time_zone": rules.zone.key,
        "warn_days": list(rules.warn_days),
        "multiplied": [
            {"first": each.first.isoformat(), "last": each.last.isoformat(), "times": str(each.times)}
            for each in rules.multiplied
        ],
        "tier_months": rules.tier_months,
        "tiers": [
            {"key": tier.key, "points": tier.threshold, "times": str(tier.times), "names": dict(tier.names)}
            | {"benefits": {locale: list(tier.benefits[locale]) for locale in LOCALES}}
            for tier in rules.tiers
        ],
        "referral": _describe_referral(rules.referral) if rules.referral else None,
        "community": _describe_community(rules.community) if rules.community else None,
    }


def _describe_referral(terms: ReferralTerms) -> dict[str, Any]:
    return {
        "inviter": terms.inviter,
        "invited": terms.invited,
        "minimums": {currency: str(amount) for currency, amount in terms.minimums.items()},
        "days": terms.days,
        "per_day": terms.per_day,
        "per_month": terms.per_month,
    }


def _describe_community(terms: ClubTerms) -> dict[str, Any]:
    return {
        "benefits": {locale: list(told) for locale, told in terms.benefits.items()},
        "groups": [{"id": each.chat_id, "tier": each.tier, "names": dict(each.names)} for each in terms.groups],
    }


@unit_of_work
async def _keep(content: Mapping[str, Any], version: int, now: datetime) -> None:
    await LoyaltyRules.create(version=version, document=dict(content), imported_at=now)


def _same(stored: Any, content: Mapping[str, Any]) -> bool:
    return json.dumps(stored, sort_keys=True) == json.dumps(content, sort_keys=True)


@cache
def _stored(version: int, text: str) -> Rules:
    """The defaults when this version of Bote no longer understands it: nothing waits for a file."""
    try:
        return replace(read_rules(document(text), file=f"version {version}"), version=version)
    except OperatorError as error:
        log.error("loyalty rules not understood", version=version, faults=str(error))
        return DEFAULT
