"""What the page says beside the shop's clock: what comes next, and where the other side of the counter is."""

from collections.abc import Mapping
from typing import Any

from bot.config import LOCALES, Locale
from bot.demo.content import find_team, product_names
from bot.demo.room import GROUP_ID
from bot.demo.story import Turn
from bot.i18n import Value, plain

# What happens to a whole order. A status of a parcel has words of its own, and so has what was cancelled.
OF_AN_ORDER = frozenset({"placed", "paid", "cancelled"})
WORDS: Mapping[str, str] = {
    "placed": "demo-placed-button",
    "packed": "demo-packed-button",
    "handed_over": "demo-handed_over-button",
}

Json = dict[str, Any]


def announced(turn: Turn) -> Json:
    """What comes next, in English for scripts and in the customers' languages for the page."""
    if turn.what == "back":
        return _back(turn)
    parcel = f"Parcel {turn.position}" if turn.position else "Parcel"
    subject = f"Order {turn.order}" if turn.what in OF_AN_ORDER else f"{parcel} of order {turn.order}"
    return {
        "at": turn.at.isoformat(),
        "what": f"{subject}: {turn.what.replace('_', ' ')}",
        "texts": {
            locale: plain(
                locale,
                "demo-next-button",
                who=turn.who,
                number=turn.order,
                state=plain(locale, WORDS.get(turn.what, f"state-{turn.what}")),
            )
            for locale in LOCALES
        },
    }


def _back(turn: Turn) -> Json:
    names = product_names(turn.order)
    states = {locale: plain(locale, "demo-back-button") for locale in LOCALES}
    told = {"who": turn.who}
    return {
        "at": turn.at.isoformat(),
        "what": f"Item {turn.order}: back in stock",
        "texts": {
            locale: plain(locale, "demo-next-button", **told, number=names[locale], state=states[locale])
            for locale in LOCALES
        },
    }


def seat_of_the_team(language: Locale) -> Json:
    """Who is to be when one wants to answer the customers, and in which chat."""
    team = find_team(language)
    return {"user_id": team.id, "chat_id": GROUP_ID, "texts": _texts("demo-team-button", who=team.name)}


def _texts(key: str, **values: Value) -> dict[str, str]:
    return {locale: plain(locale, key, **values) for locale in LOCALES}
