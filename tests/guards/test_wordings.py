"""Texts with legal weight never change behind their version: each version's words are held by a digest."""

import hashlib
import re

import pytest

from bot.config import LOCALES, Locale
from bot.customers.consents import PURPOSES
from bot.customers.wordings import FILE, consent_wording, known_versions, version_of
from bot.i18n import TEXTS

# Which texts of which file belong to a version.
TEXTS_OF = {f"consent-{purpose}": ("consent.ftl", rf"consent-wording-{purpose}") for purpose in PURPOSES}
TEXTS_OF["privacy"] = ("privacy.ftl", "privacy-(title|stored|why|how-long|telegram|rights|contact|contact-unknown)")


def digest_of(name: str, locale: Locale) -> str:
    """Of the words as they stand in the file, comments left out."""
    file, key = TEXTS_OF[name]
    blocks = re.split(r"\n(?=[a-z#])", (TEXTS / locale / file).read_text("utf-8"))
    words = [block.strip() for block in blocks if re.match(rf"{key} =", block)]
    assert words, f"{locale}/{file} has no {key}"
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


@pytest.mark.parametrize("name", TEXTS_OF)
def test_changed_words_have_a_new_version(name: str) -> None:
    newest = known_versions()[name][-1]
    now = {locale: digest_of(name, locale) for locale in LOCALES}
    entry = "\n".join(f'{locale} = "{digest}"' for locale, digest in now.items())

    assert {locale: newest[locale] for locale in LOCALES} == now, (
        f"the words of {name} have changed. What people agreed to or read must stay provable, so append to {FILE.name}:"
        f"\n\n[[{name}]]\nversion = {newest['version'] + 1}\nsince = (the day it goes live)\n{entry}"
    )


@pytest.mark.parametrize("name", TEXTS_OF)
def test_versions_are_counted_and_dated_in_their_order(name: str) -> None:
    versions = known_versions()[name]

    assert [each["version"] for each in versions] == list(range(1, len(versions) + 1))
    assert [each["since"] for each in versions] == sorted(each["since"] for each in versions)
    assert version_of(name).version == len(versions)


def test_every_versioned_text_is_guarded() -> None:
    assert known_versions().keys() == TEXTS_OF.keys()


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_wording_names_the_shop_and_holds_no_html(purpose: str, locale: Locale) -> None:
    wording = consent_wording(purpose, locale=locale, shop="Becherei & Söhne")

    assert "Becherei & Söhne" in wording.text
    assert not re.search(r"<|&amp;|\n", wording.text)
