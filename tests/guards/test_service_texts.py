"""A service message carries no advertising: no offer, no coupon, no survey, in no language (PRO-09)."""

import ast
import re
from pathlib import Path

import pytest

from bot.config import LOCALES, Locale
from tests.guards.test_locales import MESSAGES

ROOT = Path(__file__).parents[2]
SERVICE = ROOT / "bot" / "shipping"

# What advertising would need to be told, and what it is called; `Angebot` is an offer, `anbieten` a courtesy.
VARIABLES = re.compile(r"offer|coupon|voucher|discount|promo|survey|score|rating|points|reward|referral|percent")
WORDS: dict[Locale, str] = {
    "de": r"angebot|gutschein|rabatt|aktion(s|\b)|umfrage|bewert|zufried|empfehl|newsletter|punkte|gewinnspiel",
    "en": r"\boffers?\b|coupon|voucher|discount|survey|rate us|rating|review|satisf|recommend|newsletter|points|save ",
    "fr": r"\boffres?\b|bon d.achat|coupon|remise\b|réduction|enquête|sondage|avis|satisf|recommand|newsletter|points",
    "lb": r"\boffer|bong|rabatt|remise|ëmfro|bewäert|zefridden|recommand|newsletter|punkten",
}
FAMILIES = ("card-", "push-", "alert-", "confirmed-", "missing-", "mute-", "status-", "reason-")


def service_keys() -> list[str]:
    """The texts of the families that parcels and orders are told with, and every other one that their room names."""
    named = {
        node.value
        for file in SERVICE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return sorted(key for key in MESSAGES["en"] if key.startswith(FAMILIES) or key in named)


def texts(locale: Locale) -> dict[str, str]:
    found: dict[str, str] = {}
    for file in (ROOT / "locales" / locale).glob("*.ftl"):
        for block in re.split(r"\n(?=[a-z])", file.read_text("utf-8")):
            key, equals, text = block.partition(" =")
            if equals:
                found[key.strip()] = text
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_no_service_text_advertises(locale: Locale) -> None:
    written = texts(locale)
    for key in service_keys():
        assert not re.search(WORDS[locale], written[key], re.IGNORECASE), f"{key}: {written[key]}"


def test_no_service_text_takes_a_value_of_advertising() -> None:
    for key in service_keys():
        assert not [name for name in MESSAGES["en"][key].kinds if VARIABLES.search(name)], key


def test_the_guard_sees_the_texts_it_guards() -> None:
    keys = service_keys()

    assert {"push-text-delivered", "alert-text-late", "confirmed-welcome", "card-last", "order-expected"} <= set(keys)
    assert re.search(WORDS["de"], "Ihr Gutschein wartet", re.IGNORECASE)
    assert re.search(WORDS["fr"], "Profitez de nos offres", re.IGNORECASE)


def test_news_of_parcels_are_never_sent_as_advertising() -> None:
    named = "\n".join(file.read_text("utf-8") for file in SERVICE.rglob("*.py"))

    for purpose in ("offer", "survey", "loyalty", "contest", "requested"):
        assert f'"{purpose}"' not in named
