"""Loyalty rules for tests, as a shop imports them."""

from datetime import datetime
from typing import Any

from bot.loyalty.programme import rule
from bot.loyalty.rules import Rules
from bot.loyalty.rules_file import read_rules
from tests.support.postman import LONG_AGO

NAMES = {"de": "Silber", "en": "Silver", "fr": "Argent", "lb": "Sëlwer"}
BENEFITS = {"de": ["Vorab einkaufen"], "en": ["Early sales"], "fr": ["Ventes en avance"], "lb": ["Virdrun akafen"]}
SILVER: dict[str, Any] = {"key": "silver", "points": 100, "times": "2", "name": NAMES, "benefits": BENEFITS}


async def ruled(*, now: datetime = LONG_AGO, **tables: Any) -> Rules:
    """Let these tables of the file hold."""
    content = {"kind": "loyalty", **tables}
    await rule(content, name="loyalty.toml", now=now)
    return read_rules(content, file="loyalty.toml")
